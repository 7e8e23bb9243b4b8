# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Faults from numbers, traces and files, cut into patches."""

import numpy as np
import pytest
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import SlipSource, write_slip_model
from groundshift.algorithms.formats.vectors import wkb
from groundshift.algorithms.formats.vectors.features import write_lines
from groundshift.algorithms.source.fault_planes import Patching
from groundshift.algorithms.source.tools.fault_geometry import (
    FaultModel,
    FaultNumbers,
    FaultTrace,
    read_fault,
)
from slip_cases import FRAME, two_planes

DEGREES = "EPSG:4326"
SMALL = Patching(3e3, 3e3)


def numbers(**changes):
    values = {
        "x": 100.5, "y": 36.2, "crs": DEGREES, "strike": 108.0, "dip": 79.0, "length": 26e3,
        "width": 12e3, "depth": 1e3,
    }  # fmt: skip
    return FaultNumbers(**{**values, **changes})


@pytest.fixture
def traces(tmp_path):
    """Function that writes lines (metres in FRAME) as a layer in degrees."""

    def write(lines, **columns):
        blobs = [
            wkb.line_wkb(np.column_stack(FRAME.back(DEGREES, np.array(line, float))))
            for line in lines
        ]
        path = tmp_path / "traces.gpkg"
        columns = {name: np.array(values, object) for name, values in columns.items()}
        columns = columns or {"name": np.array(["a"] * len(lines), object)}
        write_lines(path, DEGREES, blobs, columns)
        return str(path)

    return write


def test_numbers_make_one_plane():
    fault = read_fault(numbers())
    patches = fault.patches
    assert len(patches) == 1 and patches.top_depth == pytest.approx(1e3)
    assert patches.corners[0, :2].mean(axis=0) == pytest.approx([0, 0, -1e3], abs=0.2)
    assert np.degrees(patches.strike[0]) == pytest.approx(108, abs=1e-6)
    middle = read_fault(numbers(at_centre=True, depth=9e3)).patches
    assert middle.centre[0] == pytest.approx([0, 0, -9e3], abs=0.2)


def test_numbers_are_from_true_north():
    far = LocalMetres(DEGREES, 98.0, 36.2)
    patches = read_fault(numbers(), local=far).patches
    turn = np.degrees(far.convergence(DEGREES, 100.5, 36.2))
    assert turn > 1.4
    assert np.degrees(patches.strike[0]) == pytest.approx(108 - turn)


def test_numbers_are_cut():
    patches = read_fault(numbers(), Patching(2e3, 2e3)).patches
    assert len(patches) == 13 * 6
    assert patches.row.max() == 5 and patches.column.max() == 12


def test_a_trace_takes_its_own_fields_or_the_numbers(traces):
    line = [[0, 0], [0, 12e3]]
    other = [[20e3, 0], [20e3, 9e3]]
    path = traces([line, other], dip=["60", ""], lower_depth=["", "8"], dip_dir=["W", ""])
    fault = read_fault(FaultTrace(path, dip=80.0, bottom=15e3), local=FRAME)
    patches = fault.patches
    assert np.degrees(patches.dip) == pytest.approx([60, 80])
    assert patches.bottom_depth == pytest.approx([15e3, 8e3])
    # West of a line to the north lies its left: it is turned round.
    assert np.degrees(patches.strike) == pytest.approx([180, 0], abs=1e-3)
    assert (patches.centre[0, 0] < -1e3) and (patches.centre[1, 0] > 20e3)
    assert np.array_equal(patches.segment, [0, 1])
    assert "dip 60" in fault.notes[0] and "dip 80" in fault.notes[1]


def test_a_trace_dips_where_it_is_told(traces):
    path = traces([[[0, 0], [0, 12e3]]])
    for right, east in ((True, 1), (False, -1)):
        source = FaultTrace(path, dip=45.0, bottom=10e3, to_right=right)
        patches = read_fault(source, local=FRAME).patches
        assert patches.centre[0, 0] == pytest.approx(east * 5e3, rel=1e-3)


def test_a_trace_with_bends(traces):
    line = [[0, 0], [5e3, 100], [10e3, 0], [20e3, 6e3]]
    source = FaultTrace(traces([line]), dip=50.0, top=1e3, width=12e3, tolerance=500.0)
    fault = read_fault(source, SMALL, local=FRAME)
    assert len(np.unique(fault.patches.strike.round(6))) == 2  # the small bend is gone
    assert (fault.patches.segment == 0).all()
    assert fault.patches.bottom_depth.max() == pytest.approx(1e3 + 12e3 * np.sin(np.radians(50)))
    assert "come apart or overlap" in fault.notes[-1]


def test_triangles_below_a_trace_have_no_gaps(traces):
    line = [[0, 0], [10e3, 0], [20e3, 6e3]]
    source = FaultTrace(traces([line]), dip=60.0, top=1e3, bottom=11e3, at_surface=False)
    patches = read_fault(source, SMALL, triangles=True, local=FRAME).patches
    assert not patches.is_rectangular
    assert patches.top_depth.min() == pytest.approx(1e3)
    assert patches.bottom_depth.max() == pytest.approx(11e3)
    vertices = np.unique(patches.corners.reshape(-1, 3).round(3), axis=0)
    # A sheet in one piece: vertices - sides + triangles is 1 (Euler).
    corners = patches.corners.round(3)
    sides = {
        frozenset(map(tuple, (corners[k, a], corners[k, b])))
        for k in range(len(corners))
        for a, b in ((0, 1), (1, 2), (2, 0))
    }
    assert len(vertices) - len(sides) + len(corners) == 1
    shallow = patches.corners[..., 2] > -1e3 - 1e-6
    assert np.abs(patches.corners[shallow][:, 1].min()) < 1.0


def test_triangles_of_a_buried_fault_lie_away_from_its_trace(traces):
    source = FaultTrace(traces([[[0, 0], [0, 20e3]]]), dip=45.0, top=2e3, bottom=8e3)
    patches = read_fault(source, SMALL, triangles=True, local=FRAME).patches
    top = patches.corners[patches.corners[..., 2] > -2e3 - 1e-6]
    assert top[:, 0] == pytest.approx(2e3, rel=1e-3)


def test_patches_of_a_file_are_cut_anew(tmp_path):
    write_slip_model(tmp_path / "slip.gpkg", two_planes())
    source = SlipSource(str(tmp_path / "slip.gpkg"))
    whole = read_fault(FaultModel(source), local=FRAME)
    assert len(whole.patches) == len(two_planes())
    fault = read_fault(FaultModel(source), Patching(1e3, 1e3), local=FRAME)
    assert len(fault.patches) == 9 * 6 + 6 * 6
    assert fault.patches.area.sum() == pytest.approx(two_planes().patches.area.sum())
    long = read_fault(FaultModel(source, 2e3, 0.0, 15e3), Patching(1e3, 1e3), local=FRAME).patches
    assert long.bottom_depth.max() == pytest.approx(15e3) and long.column.max() == 12
    assert long.top_depth.min() == pytest.approx(0, abs=1e-6)


def test_patches_of_published_models_are_cut_anew(shared_data):
    path = shared_data("finite_fault_models") / "s1992LANDER01COHE.fsp"
    fault = read_fault(FaultModel(SlipSource(str(path))), Patching(3e3, 3e3))
    assert "204 patches make 3 planes" in " ".join(fault.notes)
    assert len(np.unique(fault.patches.segment)) == 3
    assert 180 < len(fault.patches) < 230


def test_inventories_make_faults(shared_data):
    """Himalaya and Tibet: hundreds of lines, dips mostly missing."""
    path = sorted(shared_data("faults").rglob("*.shp"))[0]
    fault = read_fault(FaultTrace(str(path), dip=70.0, bottom=15e3, tolerance=2e3))
    assert len(np.unique(fault.patches.segment)) > 100
    assert fault.patches.top_depth.min() >= -1e-6


def test_what_makes_no_fault_is_refused(traces, tmp_path):
    path = traces([[[0, 0], [0, 12e3]]])
    for source, patching, triangles, words in (
        (numbers(dip=100.0), None, False, "dips by 100"),
        (numbers(), None, True, "below a trace only"),
        (FaultTrace(path, bottom=1e4), None, False, "has no dip"),
        (FaultTrace(path, dip=50.0), None, False, "no lower end"),
        (FaultTrace(path, dip=50.0, bottom=1e4), None, True, "need a size"),
        (FaultTrace(path, dip=50.0, bottom=1e4, fields={"dip": "tip"}), None, False, "tip"),
        (FaultTrace(path, dip=50.0, top=2e4, bottom=1e4), None, False, "a bottom below it"),
        (FaultTrace(str(tmp_path / "no.gpkg"), dip=50.0), None, False, "no.gpkg"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            read_fault(source, patching, triangles)
