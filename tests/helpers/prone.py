# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground on which landslides lie where it is steep and near a river, with its rasters and lines."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import write_lines, write_polygons
from groundshift.algorithms.formats.vectors.wkb import line_wkb, polygon_wkb
from scipy.ndimage import gaussian_filter

CRS = wkt_from_epsg(32633)
ROWS, COLS, CELL = 150, 180, 25.0
GRID = Grid(ROWS, COLS, (500_000.0, CELL, 0.0, 4_500_000.0, 0.0, -CELL), CRS)
RIVER = 60  # column


def field(seed, smooth, shape=(ROWS, COLS)):
    """A random field of standard deviation 1."""
    out = gaussian_filter(np.random.default_rng(seed).standard_normal(shape), smooth, mode="wrap")
    return (out - out.mean()) / out.std()


def heights():
    """Metres."""
    return 800 + 120 * field(1, 12)


def slope():
    """Degrees."""
    down, across = np.gradient(heights(), CELL)
    return np.degrees(np.arctan(np.hypot(down, across)))


def middles(count=70, seed=3, effect=1.0):
    """Row and column of landslides: more of them on steep ground and by the river."""
    random = np.random.default_rng(seed)
    steep = slope()
    logit = effect * (0.2 * (steep - steep.mean()) - 0.02 * np.abs(np.arange(COLS) - RIVER))
    chance = np.exp(logit)
    chance[:4], chance[-4:], chance[:, :4], chance[:, -4:] = 0, 0, 0, 0
    places = random.choice(chance.size, count, replace=False, p=(chance / chance.sum()).ravel())
    return np.stack(np.unravel_index(places, chance.shape), axis=1)


def dem(path):
    """The elevation model."""
    write_raster(path, GRID, heights()[np.newaxis], [BandInfo("height", "m")])


def noise(path):
    """A factor that has nothing to do with landslides, in large patches."""
    write_raster(path, GRID, field(9, 10)[np.newaxis], [BandInfo("rain", "mm")])


def cover(path):
    """Land cover: 1 west, 2 east of column 90."""
    codes = np.where(np.arange(COLS) < 90, 1.0, 2.0) * np.ones((ROWS, 1))
    write_raster(path, GRID, codes[np.newaxis], [BandInfo("cover", "")])


def river(path):
    """A line from north to south."""
    x = 500_000.0 + (RIVER + 0.5) * CELL
    write_lines(path, CRS, [line_wkb(np.array([[x, 4_500_000.0], [x, 4_490_000.0]]))],
                {"name": np.array(["river"], object)})  # fmt: skip


def slides(path, places=None):
    """Squares of 5 x 5 pixels."""
    shapes = []
    for row, col in middles() if places is None else places:
        x, y = 500_000.0 + (col + 0.5) * CELL, 4_500_000.0 - (row + 0.5) * CELL
        ring = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]) * 2.45 * CELL + (x, y)
        shapes.append(polygon_wkb([ring]))
    write_polygons(path, CRS, shapes, {"number": np.arange(len(shapes))})
