# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Down-sampling that follows a fault or a model of it."""

import numpy as np
import pytest
from downsample_maps import FAULT, GRID, UTM, displacement, run, slip_model, write_track
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.slip.slip_models import write_slip_model
from groundshift.algorithms.formats.vectors.features import write_lines
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from groundshift.algorithms.job import Job
from groundshift.algorithms.source.tools.downsample import Downsample
from groundshift.algorithms.source.tools.sampling_guide import prediction_of
from groundshift.algorithms.source.tools.sampling_scene import Scene


@pytest.fixture(scope="module")
def moved():
    return displacement()


@pytest.fixture
def track(tmp_path):
    return write_track(tmp_path / "track.tif")


def test_resolution_and_model_follow_the_fault(track, tmp_path):
    model, _ = slip_model()
    path = tmp_path / "slip.gpkg"
    write_slip_model(path, model, UTM)
    for method in ("resolution", "model"):
        _, samples, local = run(track, tmp_path, method=method, count=200, slip=path)
        x, y = local.back(UTM, samples.places)
        apart = np.hypot(x - FAULT[0], y - FAULT[1])
        sides = np.sqrt(samples.extent.prod(axis=1))
        assert 100 < len(samples) <= 200
        assert np.median(sides[apart < 6e3]) < 0.6 * np.median(sides[apart > 12e3])
    with pytest.raises(GroundshiftError, match="SLIP.* the method resolution needs a fault"):
        run(track, tmp_path, method="resolution", count=200)


@pytest.mark.parametrize("south_up", [False, True])
def test_a_slip_model_predicts_the_middle_of_cells(tmp_path, moved, south_up):
    model, _ = slip_model()
    write_slip_model(tmp_path / "slip.gpkg", model, UTM)
    grid, values = GRID, moved
    if south_up:
        bottom = 4700000.0 - 100.0 * GRID.rows
        grid = Grid(GRID.rows, GRID.cols, (350000.0, 100.0, 0.0, bottom, 0.0, 100.0), UTM)
        values = moved[::-1]
    write_raster(tmp_path / "t.tif", grid, values.astype(np.float32), [BandInfo("d", "m")])
    chosen = Downsample.of(
        {"RASTER": tmp_path / "t.tif", "INCIDENCE": 39.0, "HEADING": 348.0, "SMALLEST": 300.0,
         "SLIP": tmp_path / "slip.gpkg"}
    )  # fmt: skip
    with Scene(chosen, Job()) as scene:
        scene.add_up(Job())
    found = prediction_of(scene)
    expected = values[1::3, 1::3]
    rows, cols = expected.shape
    np.testing.assert_allclose(found[:rows, :cols], expected, atol=0.02 * np.abs(moved).max())


def test_a_trace_with_dip_and_width_is_a_fault(track, tmp_path):
    """Of the same fault: its top edge projected up, drawn so that it dips to the right."""
    strike, up = np.radians(140), 5000.0 / np.tan(np.radians(50))
    middle = np.array(FAULT) + up * np.array([-np.cos(strike), np.sin(strike)])
    half = 5000.0 * np.array([np.sin(strike), np.cos(strike)])
    write_lines(tmp_path / "t.gpkg", UTM, [line_wkb([middle - half, middle + half])], {})
    told, fault = [], {"trace": tmp_path / "t.gpkg", "fault_dip": 50.0, "fault_width": 10.0}
    _, samples, local = run(track, tmp_path, told=told, method="resolution", count=200, **fault)
    assert "Fault: 25 patches." in told
    x, y = local.back(UTM, samples.places)
    small = np.sqrt(samples.extent.prod(axis=1)) < 1000
    assert small.sum() > 10
    assert np.hypot(x - FAULT[0], y - FAULT[1])[small].max() < 15e3


def test_a_raster_of_the_model_decides_as_well(track, tmp_path, moved):
    other = Grid(120, 150, (350000.0, 200.0, 0.0, 4700000.0, 0.0, -200.0), UTM)
    write_raster(
        tmp_path / "p.tif", other, moved[::2, ::2].astype(np.float32), [BandInfo("d", "m")]
    )
    found, samples, _ = run(
        track, tmp_path, method="model", count=250, prediction=tmp_path / "p.tif"
    )
    assert 150 < len(samples) <= 250 and found["variance"] > 95
