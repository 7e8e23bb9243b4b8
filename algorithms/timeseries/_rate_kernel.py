# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rate of a series without gaps; see :mod:`.sbas`. Importing it imports numba.

Pixels go through the dates side by side: only loops over few contiguous rows are vectorised.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

LANES = 512  # pixels side by side


@njit(cache=True, nogil=True)
def _add(row, weight, slope, mean, rate):
    for j in range(len(row)):
        mean[j] += weight * row[j]
        rate[j] += slope * row[j]


@njit(cache=True, nogil=True)
def _square(row, weight, time, mean, rate, counted, squares):
    total = 0.0
    for j in range(len(row)):
        left = row[j] - mean[j] - rate[j] * time
        squares[j] += weight * left * left
    for j in range(len(row)):
        left = row[j] - mean[j] - rate[j] * time
        total += left * left if counted[j] else 0.0
    return total


@njit(parallel=True, cache=True, nogil=True)
def rates(series, weights, centred, counted, mean, rate, squares):
    """Weighted line through every series, and what is left.

    Parameters
    ----------
    series : ndarray of float32, shape (time, pixel)
    weights, centred : ndarray, shape (time,)
        Weights of the dates, and time about its weighted mean.
    counted : ndarray of bool, shape (pixel,)
        Pixels that are summed up by date.
    mean, rate, squares : ndarray, shape (pixel,)
        Written: weighted mean, rate, and weighted sum of the squares about both.

    Returns
    -------
    ndarray, shape (time,)
        Sum of the squares about both over the counted pixels.
    """
    dates, pixels = series.shape
    chunks = (pixels + LANES - 1) // LANES
    by_date = np.zeros((chunks, dates))
    whole, spread = weights.sum(), (weights * centred**2).sum()
    for chunk in prange(chunks):
        part = slice(chunk * LANES, min((chunk + 1) * LANES, pixels))
        level, slope, left = mean[part], rate[part], squares[part]
        level[:] = 0.0
        slope[:] = 0.0
        left[:] = 0.0
        for n in range(dates):
            weight = weights[n]
            _add(
                series[n][part], weight / whole, weight * centred[n] / spread, level, slope
            )  # fmt: skip
        for n in range(dates):
            by_date[chunk, n] = _square(
                series[n][part], weights[n], centred[n], level, slope, counted[part], left
            )
    return by_date.sum(axis=0)
