# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small stack of radar images: two kinds of speckle, steady points, gains and gaps."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.images import SlcStackWriter

UTM = Grid(70, 300, (4e5, 10.0, 0.0, 5e6, 0.0, -10.0), wkt_from_epsg(32633))
RADAR = Grid(70, 300)
TIMES = 16


def make_images(grid, times=TIMES, seed=0):
    """Speckle of two kinds of ground (times, row, col) with steady points, gains and no data."""
    rng = np.random.default_rng(seed)
    shape = (times, *grid.shape)
    values = rng.normal(size=shape) + 1j * rng.normal(size=shape)
    values[:, :, 150:] *= 3
    points = np.zeros(grid.shape, bool)
    points[5::10, 7::10] = True
    values[:, points] = 40 + values[:, points] / np.where(np.nonzero(points)[1] < 150, 1, 3)
    values *= np.exp(rng.normal(0, 0.4, times))[:, np.newaxis, np.newaxis]
    values[:, 60:, :40] = np.nan
    values[: times // 4, :10, 200:220] = np.nan
    return values.astype(np.complex64), points


def make_stack(path, grid=UTM, values=None, others=(), lookup=None):
    """A stack file; `others` are further polarisations by name."""
    values = make_images(grid)[0] if values is None else values
    dates = np.datetime64("2020-01-04") + 12 * np.arange(len(values))
    names = ("VV", *dict(others))
    with SlcStackWriter(
        path, grid, dates, 0.0555, np.zeros(len(dates)), names, with_lookup=lookup is not None
    ) as writer:
        window = Window(0, 0, *grid.shape)
        for number, images in enumerate((values, *dict(others).values())):
            writer.write(window, np.nan_to_num(images), number)
        for name, layer in (lookup or {}).items():
            writer.layer(name, window, layer)
    return path


def skewed(grid):
    """Longitude and latitude of a track that flies askew."""
    rows, cols = np.mgrid[: grid.rows, : grid.cols].astype(float)
    return {
        "longitude": 13 + 1e-4 * cols - 3e-5 * rows, "latitude": 46 + 9e-5 * rows + 2e-5 * cols,
    }  # fmt: skip
