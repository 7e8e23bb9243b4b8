# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of rasters in polygons."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats import zonal
from groundshift.algorithms.formats.zonal import Zones, class_counts
from osgeo import ogr

GRID = Grid(40, 50, (100.0, 2.0, 0.0, 200.0, 0.0, -2.0), "local")
CODES = np.random.default_rng(0).integers(0, 4, GRID.shape).astype(float)


def read(window):
    return CODES[window.slices]


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def disc(x, y, radius):
    return bytes(ogr.CreateGeometryFromWkt(f"POINT({x} {y})").Buffer(radius).ExportToWkb())


@pytest.mark.parametrize("tallest", [zonal.TALLEST, 60])
def test_cells_whose_centre_is_inside(monkeypatch, tallest):
    monkeypatch.setattr(zonal, "TALLEST", tallest)
    shapes = [disc(150, 160, 21.3), disc(102, 198, 9.1)]  # the second reaches over the border
    counts = class_counts(read, GRID, shapes, 3)
    x, y = GRID.xy(*np.mgrid[:40, :50])
    for shape, found in zip(shapes, counts):
        geometry = ogr.CreateGeometryFromWkb(shape)
        inside = np.array([
            geometry.Contains(ogr.CreateGeometryFromWkt(f"POINT({a} {b})"))
            for a, b in zip(x.ravel(), y.ravel())
        ])  # fmt: skip
        np.testing.assert_array_equal(
            found, np.bincount(CODES.ravel()[inside].astype(int), None, 4)
        )


def test_a_polygon_smaller_than_a_cell_takes_the_cells_it_touches():
    shape = wkb("POLYGON((101.7 197.2,102.3 197.2,102.3 197.6,101.7 197.2))")  # between centres
    ((number, window, mask),) = Zones(GRID, [shape]).each()
    rows, cols = np.nonzero(mask)
    assert number == 0 and set(zip(rows + window.row, cols + window.col)) == {(1, 0), (1, 1)}


def test_beyond_the_grid_there_is_nothing():
    assert class_counts(read, GRID, [disc(900, 900, 10)], 3).sum() == 0


def test_other_codes_are_refused():
    with pytest.raises(GroundshiftError, match="give the classes"):
        class_counts(read, GRID, [disc(150, 160, 20)], 2)
