# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Elevation models of known land, for tests."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from pyproj import Transformer
from scipy.ndimage import gaussian_filter

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
WEST, NORTH = 500000.0, 4700000.0  # on the central meridian, where the grid's north is true


def land(x, y):
    """Hills of some wavelengths, in metres; analytic, so that nobody interpolates."""
    waves = (900, 130, 0.3), (1700, 210, 1.2), (2600, 260, 2.4), (700, 60, 4.0), (3900, 300, 5.1)
    height = 900.0
    for length, size, way in waves:
        phase = (np.cos(way) * (x - WEST) + np.sin(way) * (y - NORTH)) / length
        height = height + size * np.sin(2 * np.pi * phase + 3 * way)
    return height


def write(path, grid, move=(0.0, 0.0, 0.0), noise=0.0, seed=0, change=None):
    """A model of the land that is displaced by metres east, north and up."""
    x, y = grid.xy(*np.indices(grid.shape))
    if grid.crs == DEGREES:
        x, y = Transformer.from_crs(DEGREES, UTM, always_xy=True).transform(x, y)
    height = land(x - move[0], y - move[1]) + move[2]
    if noise:
        rough = gaussian_filter(np.random.default_rng(seed).normal(size=grid.shape), 1.0)
        height = height + noise * rough / rough.std()
    if change is not None:
        height = height + change(x, y)
    write_raster(path, grid, height.astype(np.float32), [BandInfo("height_m", "m")])
    return path


def metric(rows=300, cols=320, cell=20.0, west=WEST, north=NORTH):
    return Grid(rows, cols, (west, cell, 0.0, north, 0.0, -cell), UTM)
