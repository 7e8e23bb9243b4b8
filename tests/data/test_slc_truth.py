# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The truth of simulated radar images on disk: rasters, scatterers and outlines in their place."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.simulation import simulate_slc
from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
from groundshift.algorithms.outputs import Outputs
from osgeo import ogr
from slc_scenes import OPTIONS, days, read


class TestTruth:
    NAMES = {
        "TRUE_VELOCITY": "v.tif", "TRUE_DISPLACEMENT": "d.tif", "COVER": "classes.tif",
        "TRUE_COHERENCE": "coherence.tif", "SCATTERERS": "ps.gpkg", "TRUE_SOURCES": "sources.gpkg",
    }  # fmt: skip

    def make(self, folder, **changes):
        simulation = simulate_slc(replace(OPTIONS, **changes))
        targets = {key: folder / name for key, name in self.NAMES.items()}
        with Outputs((), targets) as outputs:
            write_slc_simulation(simulation, folder / "scene", "mintpy", outputs)
        assert not list((folder / "scene").glob(".*"))
        return simulation

    def test_rasters_on_the_map(self, tmp_path):
        simulation = self.make(tmp_path)
        velocity, dataset = read(tmp_path / "v.tif")
        np.testing.assert_allclose(velocity, 1e3 * simulation.velocity, rtol=1e-6)
        assert dataset.GetGeoTransform() == simulation.grid.transform
        series, dataset = read(tmp_path / "d.tif")
        for index in range(4):
            expected = 1e3 * simulation.displacement(index)
            np.testing.assert_allclose(series[index], expected, rtol=1e-6)
        assert dataset.GetRasterBand(2).GetMetadataItem("date") == str(simulation.dates[1])
        classes, dataset = read(tmp_path / "classes.tif")
        np.testing.assert_array_equal(classes, simulation.cover)
        assert dataset.GetMetadataItem("CLASS_3") == "urban"
        coherence, _ = read(tmp_path / "coherence.tif")
        pairs = np.array([simulation.coherence(i, j) for i in range(4) for j in range(i + 1, 4)])
        np.testing.assert_allclose(coherence[1], pairs.mean(axis=0), atol=1e-5)
        np.testing.assert_allclose(coherence[2], simulation.coherence(0, 3), atol=1e-6)

    @pytest.mark.parametrize("coordinates", ["map", "radar"])
    def test_scatterers(self, tmp_path, coordinates):
        simulation = self.make(tmp_path, coordinates=coordinates)
        points = simulation.scatterers
        source = ogr.Open(str(tmp_path / "ps.gpkg"))
        rows = [
            (f.items(), (f.geometry().GetX(), f.geometry().GetY())) for f in source.GetLayer()
        ]  # fmt: skip
        assert len(rows) == points.row.size
        last = f"D{days(simulation)[-1]}"
        for k in (0, 7, len(rows) - 1):
            values, place = rows[k]
            row, col = points.row[k], points.col[k]
            assert (values["row"], values["col"]) == (row, col)
            assert values["velocity_mm_yr"] == pytest.approx(
                1e3 * simulation.velocity[row, col], abs=1e-3
            )
            assert values["height_error_m"] == pytest.approx(simulation.dem_error[row, col])
            assert values[last] == pytest.approx(
                1e3 * simulation.displacement(3)[row, col], abs=6e-3
            )
            for name, ratio in (("scr_db", points.scr[0, k]), ("scr_vh_db", points.scr[1, k])):
                if ratio > 0:
                    assert values[name] == pytest.approx(10 * np.log10(ratio), abs=1e-3)
                else:
                    assert values[name] is None
            if coordinates == "map":
                x, y = simulation.grid.xy(row, col)
            else:
                x, y = (part[row, col] for part in simulation.lookup)
            assert place == pytest.approx((x, y), abs=1e-9)

    def test_rasters_of_radar_coordinates_land_on_their_place(self, tmp_path):
        simulation = self.make(tmp_path, coordinates="radar", heading=190.0)
        values, dataset = read(tmp_path / "v.tif")
        assert "4326" in dataset.GetProjection()
        x0, dx, _, y0, _, dy = dataset.GetGeoTransform()
        longitude, latitude = simulation.lookup
        inner = np.s_[4:-4, 4:-4]
        col = np.floor((longitude[inner] - x0) / dx).astype(int)
        row = np.floor((latitude[inner] - y0) / dy).astype(int)
        found, expected = values[row, col], 1e3 * simulation.velocity[inner]
        assert np.isfinite(found).all() and np.ptp(expected) > 5
        # Half a pixel of the map, on the steepest slope of the motion.
        slope = np.hypot(*np.gradient(1e3 * simulation.velocity)).max()
        assert np.abs(found - expected).max() < slope

    def test_outlines_lie_about_what_moves(self, tmp_path):
        for number, coordinates in enumerate(("map", "radar")):
            folder = tmp_path / str(number)
            folder.mkdir()
            simulation = self.make(folder, coordinates=coordinates)
            source = ogr.Open(str(folder / "sources.gpkg"))
            (feature,) = source.GetLayer()
            row, col = np.unravel_index(np.argmin(simulation.velocity), simulation.grid.shape)
            if coordinates == "map":
                x, y = simulation.grid.xy(row, col)
            else:
                x, y = (part[row, col] for part in simulation.lookup)
            assert feature.geometry().Contains(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
            assert feature["los_velocity_mm_yr"] == pytest.approx(1e3 * simulation.velocity.min())
