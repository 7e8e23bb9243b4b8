# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of amplitudes: calibrated ones, and their mean and scatter over time."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def calibrated(images, factors, amplitude):
    """Fill `amplitude` (time, row, col; float32) with sizes of complex values times factors."""
    times, rows, cols = images.shape
    for row in prange(rows):
        for time in range(times):
            line, result = images[time, row], amplitude[time, row]
            factor = np.float32(factors[time])
            for col in range(cols):
                value = line[col]
                size = value.real * value.real + value.imag * value.imag
                result[col] = factor * np.sqrt(size)


@njit(parallel=True, cache=True, nogil=True)
def mean_and_std(amplitude, least, mean, std):
    """Fill `mean` and `std` (row, col; float32) of the values that are not NaN.

    The variance has one less than their number as divisor. NaN where there are fewer than `least`.
    """
    times, rows, cols = amplitude.shape
    for row in prange(rows):
        total, squares, have = np.zeros(cols), np.zeros(cols), np.zeros(cols)
        for time in range(times):
            line = amplitude[time, row]
            for col in range(cols):
                value = np.float64(line[col])
                valid = abs(value) < np.inf
                value = value if valid else 0.0
                total[col] += value
                have[col] += 1.0 if valid else 0.0
        for col in range(cols):
            total[col] /= max(have[col], 1.0)
        for time in range(times):
            line = amplitude[time, row]
            for col in range(cols):
                apart = np.float64(line[col]) - total[col]
                squares[col] += apart * apart if abs(apart) < np.inf else 0.0
        for col in range(cols):
            enough = have[col] >= least
            mean[row, col] = total[col] if enough else np.nan
            std[row, col] = np.sqrt(squares[col] / max(have[col] - 1.0, 1.0)) if enough else np.nan
