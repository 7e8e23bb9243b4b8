# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Four landslides on a slope that falls to the south: push, pull, uniform, and without points."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

CRS = wkt_from_epsg(32633)
X0, Y0, WIDE, LONG, APART = 500_000.0, 4_500_000.0, 150.0, 300.0, 400.0
CHANGES = (10.0, -10.0, 0.0)  # of the size, from toe to head, mm/yr


def slides(path, away=0.0):
    """Their outlines."""
    shapes = []
    for k in range(4):
        x = X0 + away + k * APART
        ring = np.array([[0, 0], [WIDE, 0], [WIDE, LONG], [0, LONG], [0, 0.0]]) + (x, Y0)
        shapes.append(polygon_wkb([ring]))
    write_polygons(path, CRS, shapes, {"slide": np.arange(1, 5)})


def dem(path, fall=250.0):
    """Heights that fall to the south, by so many metres."""
    grid = Grid(50, 180, (X0 - 100, 10.0, 0.0, Y0 + 400, 0.0, -10.0), CRS)
    heights = np.linspace(50 + fall, 50, 50)[:, np.newaxis] * np.ones((1, 180))
    write_raster(path, grid, heights[np.newaxis], [BandInfo("height", "m")])


def points(path):
    """Rates of points in the first three, by thirds, with noise."""
    random = np.random.default_rng(4)
    x, y, rates = [], [], []
    for k, change in enumerate(CHANGES):
        place = random.random((220, 2))
        third = np.minimum((3 * place[:, 1]).astype(int), 2) / 2
        rates.append(-(20 + change * (third - 0.5)) + random.normal(0, 2, 220))
        x.append(X0 + k * APART + WIDE * place[:, 0])
        y.append(Y0 + LONG * place[:, 1])
    x, y, rates = map(np.concatenate, (x, y, rates))
    write_table(path, CRS, x, y, {"velocity_mm_yr": rates})
