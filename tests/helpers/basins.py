# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms of two basins that are known."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import StackWriter
from groundshift.algorithms.formats.hdf5.wrapped import WrappedStackWriter
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

WAVELENGTH = 0.0555
GRID = Grid(160, 200, (500000.0, 30.0, 0.0, 4200000.0, 0.0, -30.0), wkt_from_epsg(32633))
DATES = np.datetime64("2021-03-01") + 12 * np.arange(5)
BASINS = ((60.0, 50.0, 11.0, 1.6), (105.0, 145.0, 16.0, 2.5))
"""Row, column, scale in pixels, and fringes at the bottom in 12 days."""
EDGE = np.sqrt(2 * np.log(10))  # scales at which a tenth of the peak is left


def basins(shape=GRID.shape, which=BASINS):
    """Cycles of 12 days, positive away from the satellite."""
    rows, cols = np.mgrid[: shape[0], : shape[1]]
    return sum(
        f * np.exp(-((rows - r) ** 2 + (cols - c) ** 2) / (2 * s**2)) for r, c, s, f in which
    )


def boxes(which=BASINS):
    """First row and column, row and column behind the last ones."""
    return np.array(
        [(r - EDGE * s, c - EDGE * s, r + EDGE * s + 1, c + EDGE * s + 1) for r, c, s, _ in which]
    )


def phase_of(cycles, noise=0.15, seed=0):
    """Unwrapped phase with noise and a plane."""
    rng = np.random.default_rng(seed)
    rows, cols = np.indices(cycles.shape)
    plane = 0.01 * rows - 0.02 * cols
    return 2 * np.pi * cycles + plane + rng.normal(0, noise, cycles.shape)


def wrapped_basins(path, wrapped=True):
    """A stack in which the first pair has no motion and the others one basin, or both."""
    pairs = np.stack((DATES[:-1], DATES[1:]), axis=1)
    writer = WrappedStackWriter if wrapped else StackWriter
    attributes = {"REF_Y": "5", "REF_X": "190"}
    with writer(path, GRID, pairs, WAVELENGTH, np.zeros(len(pairs)), True, attributes) as out:
        for k in range(len(pairs)):
            phase = phase_of(basins(which=BASINS[: min(k, 2)]) + np.zeros(GRID.shape), seed=k)
            window, coherence = Window(0, 0, *GRID.shape), np.full(GRID.shape, 0.8)
            if wrapped:
                out.write(window, np.angle(np.exp(1j * phase)), coherence, first=k)
            else:
                out.write(k, window, phase, coherence)


def unwrapped_basins(path):
    """The same, unwrapped."""
    wrapped_basins(path, wrapped=False)


def basin_map(path, unit="mm/yr"):
    """Rates in mm/yr of both basins (26 cycles a year of half a wavelength, if in 12 days)."""
    phase = phase_of(basins(), 0.1)
    rates = -phase * WAVELENGTH / (4 * np.pi) * 1e3
    write_raster(path, GRID, rates, [BandInfo("velocity_mm_yr" if unit else "", unit)])
