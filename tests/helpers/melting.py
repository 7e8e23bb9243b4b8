# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter of snow that melts for a known time, in zones."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

GRID = Grid(24, 30, (300_000.0, 100.0, 0, -1_500_000.0, 0, -100.0), wkt_from_epsg(3413))
LEVELS = {1: -12.0, 2: -4.0, 3: -13.0}  # winter, dB: dry, percolation, bare ice
SPECKLE = 0.6  # dB


def dates(step=6, years=(2019, 2020)) -> np.ndarray:
    """Every so many days."""
    first, last = np.datetime64(f"{years[0]}-01-02"), np.datetime64(f"{years[-1]}-12-31")
    return np.arange(first, last, step)


def truth(seed=0):
    """Zone by pixel, and first and last day of melt (days of the year) by pixel."""
    random = np.random.default_rng(seed)
    zones = np.repeat([1, 2, 3], GRID.cols // 3)[None] * np.ones((GRID.rows, 1), int)
    onset = random.uniform(140, 180, GRID.shape)
    return zones, onset, onset + random.uniform(40, 70, GRID.shape)


def scene(days, seed=0, southern=False) -> np.ndarray:
    """Backscatter in dB, shape (time, row, column)."""
    random = np.random.default_rng(seed + 1)
    zones, onset, end = truth(seed)
    level = np.vectorize(LEVELS.get)(zones).astype(float)
    doy = (days - days.astype("datetime64[Y]").astype("datetime64[D]")).astype(float) + 1
    doy = (doy + 182) % 365 if southern else doy
    wet = (doy[:, None, None] >= onset) & (doy[:, None, None] <= end) & (zones > 1)
    values = level - 8.0 * wet + random.normal(0, SPECKLE, (len(days), *GRID.shape))
    return values.astype(np.float32)


def write(folder, days=None, values=None, grid=GRID, name="s1_{day}_hh.tif"):
    """A raster a date."""
    days = dates() if days is None else days
    values = scene(days) if values is None else values
    folder.mkdir(parents=True, exist_ok=True)
    for day, image in zip(days, values):
        path = folder / name.format(day=str(day).replace("-", ""))
        write_raster(path, grid, image, [BandInfo("backscatter", "dB")])


def melting_snow(path):
    """For rows of tools: a folder."""
    days = dates(12, (2019,))
    write(path, days, scene(days))
