# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Grids of maps that are computed from a model."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.metric import LocalMetres, pixel_size_m
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.map_grid import MapGrid, make_grid, places_of
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

PLACES = np.array([[-10e3, -5e3], [10e3, 5e3]])
DEGREES, UTM = wkt_from_epsg(4326), wkt_from_epsg(32633)


@pytest.fixture
def local():
    return LocalMetres(DEGREES, 13.4, 42.3)


@pytest.mark.parametrize("crs", [DEGREES, UTM], ids=["degrees", "UTM"])
def test_a_map_surrounds_its_model_with_square_cells(local, crs):
    grid = make_grid(MapGrid(crs=crs, cell=500.0), PLACES, local, DEGREES)
    assert grid.crs == crs
    assert np.allclose(pixel_size_m(grid), 500, rtol=2e-3)
    everywhere = places_of(grid, Window(0, 0, grid.rows, grid.cols), local)
    assert np.allclose(everywhere.min(axis=0), [-30e3, -25e3], atol=1500)
    assert np.allclose(everywhere.max(axis=0), [30e3, 25e3], atol=1500)


def test_a_map_has_two_hundred_cells_by_itself(local):
    grid = make_grid(MapGrid(), PLACES, local, DEGREES)
    assert max(grid.shape) in range(190, 215)
    across, down = pixel_size_m(grid)
    assert abs(across / down - 1) < 0.01


def test_cells_lie_row_by_row(local):
    grid = make_grid(MapGrid(cell=1000.0), PLACES, local, DEGREES)
    places = places_of(grid, Window(3, 5, 2, 4), local)
    x, y = grid.xy(4, 6)
    assert np.allclose(places[4 + 1], local.of(DEGREES, np.array([x]), np.array([y]))[0])


def test_without_a_crs_metres_are_metres():
    plane = LocalMetres("", 0, 0)
    grid = make_grid(MapGrid(bounds=(0, 0, 1000, 2000), cell=100.0), PLACES, plane, "")
    assert grid == Grid(20, 10, (0, 100.0, 0.0, 2000, 0.0, -100.0), "")


def test_a_template_gives_its_grid(local, tmp_path):
    grid = Grid(4, 5, (13.0, 0.1, 0.0, 42.5, 0.0, -0.1), DEGREES)
    write_raster(tmp_path / "a.tif", grid, np.zeros((1, 4, 5)), [BandInfo("a")])
    asked = MapGrid(tmp_path / "a.tif", cell=1.0, bounds=(0, 0, 1, 1))
    made = make_grid(asked, PLACES, local, DEGREES)
    assert made.shape == (4, 5)
    assert made.transform == grid.transform


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (MapGrid(cell=0.1), "larger cells"),
        (MapGrid(cell=1e6), "as large as the map"),
    ],
)
def test_impossible_cells_are_refused(local, asked, word):
    with pytest.raises(GroundshiftError, match=word):
        make_grid(asked, PLACES, local, DEGREES)


def test_a_model_without_crs_makes_no_map_with_one():
    with pytest.raises(GroundshiftError, match="no CRS"):
        make_grid(MapGrid(crs=DEGREES), PLACES, LocalMetres("", 0, 0), "")
