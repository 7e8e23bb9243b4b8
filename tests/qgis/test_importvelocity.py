# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Peers' finished results through the real QGIS: place, unit, sign."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.toolbox import call


def test_licsbas_is_redrawn(qgis_process, shared_data, tmp_path):
    folder = shared_data("campi_flegrei_licsbas") / "TS_GEOCml1clip"
    vel = folder / "results" / "vel.mskd"
    done = qgis_process.run("importvelocity", {"FILE": vel, "VELOCITY": tmp_path / "v.tif"})
    assert done.code == 0, done.stderr
    grid, values, names = read_raster(tmp_path / "v.tif")
    assert names == ["velocity_mm_yr", "velocity_std_mm_yr"]
    raw = np.fromfile(vel, "<f4").reshape(grid.shape)  # mm a year, towards
    np.testing.assert_array_equal(np.isfinite(values[0]), np.isfinite(raw))
    np.testing.assert_allclose(values[0], raw, rtol=1e-6)
    x, y = grid.xy(grid.rows / 2, grid.cols / 2)
    assert 13.9 < x < 14.4 and 40.7 < y < 41.0  # the Phlegraean Fields
    row, col = grid.index(14.139, 40.827)  # Pozzuoli rises
    assert np.nanmedian(values[0][row - 3 : row + 4, col - 3 : col + 4]) > np.nanmedian(values[0])
    assert done.results["FOUND"] == "licsbas"
    assert (tmp_path / "v.qml").exists()


def test_look_vectors_come_along(shared_data, tmp_path):
    folder = shared_data("north_anatolian_licsbas")
    report = call(
        "importvelocity", file=folder / "087A_04904_121313.vel.mskd", velocity=tmp_path / "v.tif",
        los=tmp_path / "los.tif",
    )  # fmt: skip
    assert "los" in report and report["found"] == "licsbas"
    _, look, names = read_raster(tmp_path / "los.tif")
    assert names == ["los_east", "los_north", "los_up"]
    length = np.sqrt((look.astype(float) ** 2).sum(axis=0))
    assert np.nanmax(np.abs(length - 1)) < 0.01
    assert np.nanmedian(look[0]) < 0 < np.nanmedian(look[2])  # ascending: satellite in the west


def test_mintpy_is_redrawn(qgis_process, shared_data, tmp_path):
    import h5py

    folder = shared_data("kirishima_mintpy")
    done = qgis_process.run(
        "importvelocity",
        {"FILE": folder / "velocity.h5", "COHERENCE": folder / "temporalCoherence.h5",
         "MIN_TEMPORAL_COHERENCE": 0.8, "VELOCITY": tmp_path / "v.tif"},
    )  # fmt: skip
    assert done.code == 0, done.stderr
    grid, values, _ = read_raster(tmp_path / "v.tif")
    with h5py.File(folder / "velocity.h5") as file:
        rate = file["velocity"][()] * 1e3
    with h5py.File(folder / "temporalCoherence.h5") as file:
        quality = file["temporalCoherence"][()]
    keep = np.isfinite(values[0])
    np.testing.assert_allclose(values[0][keep], rate[keep], rtol=1e-5)
    assert keep.any() and quality[keep].min() >= 0.8
    x, y = grid.xy(grid.rows / 2, grid.cols / 2)
    assert 130.5 < x < 131.2 and 31.6 < y < 32.2  # Kirishima


@pytest.mark.parametrize(
    "name, content, says",
    [("vel", b"123", "neither"), ("v.h5", b"123", "cannot be read as HDF5")],
)
def test_what_is_no_velocity_map_is_refused(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GroundshiftError, match=says):
        call("importvelocity", file=tmp_path / name, velocity=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()
