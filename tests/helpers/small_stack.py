# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small stack file with known truth."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import StackWriter
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.timeseries.weights import phase_variance

WAVELENGTH = 0.0555
TO_METRES = -WAVELENGTH / (4 * np.pi)
GRID = Grid(80, 300, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))
DATES = np.datetime64("2018-01-06") + 12 * np.arange(25)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
NEAR = np.array([(i, j) for i in range(25) for j in range(i + 1, min(i + 4, 25))])


def make_stack(path, index=NEAR, rate=None, date_noise=0.0, looks=None, coherence=0.6, gaps=0.0,
               seed=0):  # fmt: skip
    """A stack with a known rate (m/yr), noise by date (m) and by pair (from the coherence)."""
    rng = np.random.default_rng(seed)
    rate = np.zeros(GRID.shape) if rate is None else rate
    series = YEARS[:, None, None] * rate + rng.normal(0, date_noise, (25, *GRID.shape))
    series[:, 0, 0] = 0.0  # the reference is quiet
    pairs = DATES[index]
    attributes = {} if looks is None else {"NLOOKS": str(looks * 1.94)}
    levels = rng.uniform(coherence, coherence + 0.3, len(index))
    with StackWriter(path, GRID, pairs, WAVELENGTH, np.zeros(len(index)), True, attributes) as out:
        for k, (i, j) in enumerate(index):
            phase = (series[j] - series[i]) / TO_METRES
            if looks:
                noise = rng.normal(0, np.sqrt(phase_variance(levels[k], looks)), GRID.shape)
                noise[0, 0] = 0.0
                phase = phase + noise
            if gaps:
                phase[rng.random(GRID.shape) < gaps] = np.nan
                phase[0, 0] = 0.0
            out.write(k, Window(0, 0, *GRID.shape), phase, np.full(GRID.shape, levels[k]))
    return series


def bowl():
    rows, cols = np.mgrid[: GRID.rows, : GRID.cols]
    return -0.06 * np.exp(-((rows - 40) ** 2 + (cols - 150) ** 2) / 900)


CORNER = ReferenceChoice(point=GRID.xy(0, 0), radius_pixels=0)
