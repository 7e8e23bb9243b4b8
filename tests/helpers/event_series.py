# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of an event under a turbulent atmosphere, with known truth."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.simulation.atmosphere import turbulent_delay
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter

GRID = Grid(60, 80, (500000.0, 500.0, 0.0, 4200000.0, 0.0, -500.0), wkt_from_epsg(32633))
DATES = np.datetime64("2020-01-03") + 12 * np.arange(30)
EVENT = DATES[15] - 4


def bump(grid=GRID, most=0.008):
    """Displacement of 8 mm in the middle of a scene, metres."""
    rows, cols = np.mgrid[: grid.rows, : grid.cols]
    far = (rows - grid.rows / 2) ** 2 + (cols - grid.cols / 2) ** 2
    return most * np.exp(-far / (2 * (grid.rows / 10) ** 2))


def write(path, step=None, grid=GRID, dates=DATES, event=EVENT, atmosphere=0.008, seed=0,
          change=None):  # fmt: skip
    """A series with a step (metres); `change` may alter it; it is zero at the corner."""
    step = bump(grid) if step is None else step
    spacing = (abs(grid.transform[5]), grid.transform[1])
    series = np.array([turbulent_delay(grid.shape, spacing, atmosphere, seed, k)
                       for k in range(len(dates))], float)  # fmt: skip
    series += (dates >= event)[:, None, None] * step
    if change is not None:
        change(series)
    series -= series[0]
    series -= series[:, :1, :1].copy()
    attributes = {"WAVELENGTH": "0.0555", "REF_Y": "0", "REF_X": "0", "HEADING": "-12.0"}
    with TimeSeriesWriter(path, grid, dates, np.zeros(len(dates)), attributes, {}) as writer:
        writer.write(Window(0, 0, *grid.shape), series)
    return path
