# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finite faults as the U.S. Geological Survey writes them: whichever point of a subfault they give,
the fault comes back where it was."""

import json

import numpy as np
import pytest
from groundshift.algorithms.data.moment import moment_of
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.slip.slip_models import read_slip_file
from usgs_files import (
    ACROSS,
    DOWN,
    FRAME,
    LENGTH,
    WIDTH,
    ffm,
    fsp,
    param,
    plane,
    slips,
)


def centres(file):
    return np.column_stack([file.model.patches.centre[:, :2], file.model.patches.depth])


@pytest.mark.parametrize(
    ("along", "down", "text", "words"),
    [
        (0.5, 0.5, {}, "centres of subfaults, as the header says."),
        (0.0, 0.0, {"nsbfs": ACROSS}, "corners (top edge, start of the strike), not"),
        (0.0, 0.0, {}, "since the first row lies 0 km below the top"),
        (0.5, 0.4, {}, "40 % of the width"),
        (1 / 3, 0.0, {"planes": 2, "last": 2 / 3}, "33 % of the length"),
        (0.0, 0.0, {"planes": 2, "last": 0.0}, "corners"),
        (0.5, 0.0, {"said": "top-center"}, "middles of top edges, as the header says."),
        (0.5, 0.0, {"said": ""}, "middles of top edges, as the header does not say"),
        (0.5, 0.5, {"said": ""}, "centres of subfaults, as the header does not say"),
    ],
)
def test_fsp_whichever_point_it_gives(tmp_path, along, down, text, words):
    path = tmp_path / "a.fsp"
    path.write_text(fsp(along, down, **text))
    file = read_slip_file(path, local=FRAME)
    number = text.get("planes", 1)
    meant = np.concatenate([plane(k) for k in range(number)])
    assert np.abs(centres(file) - meant).max() < 25  # of four decimals, and converging meridians
    assert file.model.slip == pytest.approx(np.concatenate([slips(k) for k in range(number)]))
    assert words in file.notes[0]


def test_the_point_can_be_chosen(tmp_path):
    path = tmp_path / "a.fsp"
    path.write_text(fsp(0.0, 0.0))
    file = read_slip_file(path, local=FRAME, point="top_centre")
    away = centres(file) - plane(0)
    assert np.hypot(*away[:, :2].T) == pytest.approx(LENGTH / 2, rel=0.01)
    assert "as chosen" in file.notes[0]
    with pytest.raises(GroundshiftError, match="none of auto, centre"):
        read_slip_file(path, point="middle")


def test_a_table_that_is_cut_short_is_still_refused(tmp_path):
    text = fsp(0.5, 0.5, nsbfs=ACROSS).splitlines()
    (tmp_path / "a.fsp").write_text("\n".join(text[:-1]))
    with pytest.raises(GroundshiftError, match="6 subfaults by its header and 23 rows"):
        read_slip_file(tmp_path / "a.fsp")


@pytest.mark.parametrize("place", [(0.0, 0.0), (0.5, 0.5), (0.5, 0.0), (1 / 3, 0.4)])
def test_param(tmp_path, place):
    """Slip in centimetres, moments in dyne centimetres; the boundary's corner tells the rest."""
    path = tmp_path / "basic_inversion.param"
    path.write_text(param(*place))
    file = read_slip_file(path, local=FRAME)
    meant = np.concatenate([plane(0), plane(1)])
    assert np.abs(centres(file) - meant).max() < 5
    assert file.model.slip == pytest.approx(np.r_[slips(0), slips(1)])
    patches = file.model.patches
    assert list(np.unique(patches.segment, return_counts=True)[1]) == [24, 24]
    assert (patches.row.max(), patches.column.max()) == (DOWN - 1, ACROSS - 1)
    assert file.model.extra["moment_of_file_nm"] == pytest.approx(1.05683e19)
    assert (file.model.extra["rupture_time_s"] == 1.5).all()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Dx = 10.00km", "Dx = 0.00km", "no nx, Dx, ny and Dy"),
        ("nx(Along-strike)= 6", "nx(Along-strike)= 7", "28 subfaults by its header and 24 rows"),
        (" 172.3 ", " nan ", "number that is none"), (" 172.3 ", " x ", "no numbers"),
        (" 82.0 1.5", " 91.0 1.5", "a dip does not lie"),
        ("1.5 2. 3. 0.105683E+27", "", None),
    ],
)  # fmt: skip
def test_param_that_cannot_be(tmp_path, old, new, words):
    path = tmp_path / "a.param"
    path.write_text(param(0.0, 0.0).replace(old, new))
    if words is None:  # GMT's users write seven columns
        assert read_slip_file(path).model.extra == {}
        return
    with pytest.raises(GroundshiftError, match=words):
        read_slip_file(path)


@pytest.mark.parametrize("scale", [1e-3, 1.0])
def test_ffm(tmp_path, scale):
    """Depths positive down, in kilometres or metres."""
    path = tmp_path / "FFM.geojson"
    path.write_text(json.dumps(ffm(scale)))
    file = read_slip_file(path, local=FRAME)
    assert np.abs(centres(file) - np.concatenate([plane(0), plane(1)])).max() < 5
    model = file.model
    assert np.degrees(model.patches.dip[[0, -1]]) == pytest.approx([82, 70], abs=0.1)
    assert model.slip == pytest.approx(np.r_[slips(0), slips(1)])
    assert np.degrees(model.rake) == pytest.approx(172.3)
    assert (model.patches.row.max(), model.patches.column.max()) == (DOWN - 1, ACROSS - 1)
    assert len(np.unique(model.patches.segment)) == 2
    assert moment_of(model) == pytest.approx(30e9 * LENGTH * WIDTH * model.slip.sum(), rel=1e-3)
    assert ("km" if scale < 1 else " m") in file.notes[0]


def test_ffm_that_cannot_be(tmp_path):
    path = tmp_path / "FFM.geojson"
    for content, words in (
        (ffm(rake=True), "have no rake"), (ffm(slip=True), "have no slip"),
        (ffm(-1e-3), "stand out of the ground"), ({"features": 3, "sf_moment": 1}, "no finite"),
        ({"features": [], "sf_moment": 1}, "no rectangles"),
    ):  # fmt: skip
        path.write_text(json.dumps(content))
        with pytest.raises(GroundshiftError, match=words):
            read_slip_file(path)
