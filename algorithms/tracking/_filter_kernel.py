# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that compare vectors with their neighbours."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def lonely(down, across, radius, tolerance, least, out):
    """Mark vectors with fewer than `least` alike around them, themselves among them.

    Parameters
    ----------
    down, across : ndarray of float32, shape (row, column)
        NaN for none.
    radius : int
    tolerance : (float, float)
        Up to which both components are alike.
    least : int
    out : ndarray of bool, same shape
        Filled.
    """
    rows, cols = down.shape
    for row in prange(rows):
        for col in range(cols):
            out[row, col] = False
            if np.isnan(down[row, col]):
                continue
            alike = 0
            for i in range(max(0, row - radius), min(rows, row + radius + 1)):
                for j in range(max(0, col - radius), min(cols, col + radius + 1)):
                    alike += (
                        abs(down[i, j] - down[row, col]) <= tolerance[0]
                        and abs(across[i, j] - across[row, col]) <= tolerance[1]
                    )
            out[row, col] = alike < least


@njit(parallel=True, cache=True, nogil=True)
def outlying(values, floor, radius, most, out):
    """Mark values that are further from the median around them than the others are.

    Parameters
    ----------
    values : ndarray of float32, shape (row, column)
        NaN for none.
    floor : ndarray of float32, same shape
        Deviation that is common anyway.
    radius : int
    most : float
        Median absolute deviations.
    out : ndarray of bool, same shape
        Marked besides what is marked already.
    """
    rows, cols = values.shape
    for row in prange(rows):
        around = np.empty((2 * radius + 1) ** 2, np.float32)
        for col in range(cols):
            if np.isnan(values[row, col]):
                continue
            count = 0
            for i in range(max(0, row - radius), min(rows, row + radius + 1)):
                for j in range(max(0, col - radius), min(cols, col + radius + 1)):
                    if not np.isnan(values[i, j]):
                        around[count] = values[i, j]
                        count += 1
            middle = np.median(around[:count])
            for k in range(count):
                around[k] = abs(around[k] - middle)
            deviation = max(np.median(around[:count]), floor[row, col])
            if abs(values[row, col] - middle) > most * deviation:
                out[row, col] = True
