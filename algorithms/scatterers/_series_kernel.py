# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of what the neighbour tests need of every pixel: its moments, its sorted values."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

SORTED_TOGETHER = 64  # pixels


@njit(cache=True, nogil=True)
def add_two(first, second, total, squares):
    """Add two values of every pixel to its sums."""
    # Two at a time save half of the way to memory; with more the compiler sees no vectors.
    for col in range(len(total)):
        a, b = np.float64(first[col]), np.float64(second[col])
        total[col] += a + b
        squares[col] += a * a + b * b


@njit(cache=True, nogil=True)
def sum_line(amplitude, row, total, squares):
    """Sums of the values of a row's pixels and of their squares; NaN where one is missing."""
    times, cols = len(amplitude), amplitude.shape[2]
    total[:] = 0.0
    squares[:] = 0.0
    for time in range(0, times - 1, 2):
        add_two(amplitude[time, row], amplitude[time + 1, row], total, squares)
    if times % 2:
        line = amplitude[times - 1, row]
        for col in range(cols):
            value = np.float64(line[col])
            total[col] += value
            squares[col] += value * value


@njit(cache=True, nogil=True)
def sum_present(amplitude, row, col):
    """Number, sum and sum of squares of the values that a pixel has."""
    have, total, squares = 0, 0.0, 0.0
    for time in range(len(amplitude)):
        value = np.float64(amplitude[time, row, col])
        if abs(value) < np.inf:
            have += 1
            total += value
            squares += value * value
    return have, total, squares


@njit(parallel=True, cache=True, nogil=True)
def moments(amplitude, mean, spread, mean_square, counts):
    """Mean, sum of squared deviations, mean square and number of values of every pixel.

    Fills `mean`, `spread` and `mean_square` (row, col; float64), of which the first two may be
    empty where they are not wanted, and `counts` (row, col; int32).
    """
    times, rows, cols = amplitude.shape
    for row in prange(rows):
        total, squares = np.empty(cols), np.empty(cols)
        sum_line(amplitude, row, total, squares)
        counts[row] = times
        for col in range(cols):
            if not squares[col] < np.inf:
                counts[row, col], total[col], squares[col] = sum_present(amplitude, row, col)
        for col in range(cols):
            mean_square[row, col] = squares[col] / max(counts[row, col], 1)
        if len(mean):
            for col in range(cols):
                mean[row, col] = total[col] / max(counts[row, col], 1)
        if len(spread):
            for col in range(cols):
                known = total[col] ** 2 / max(counts[row, col], 1)
                spread[row, col] = max(squares[col] - known, 0.0)


@njit(cache=True, nogil=True)
def sorting_network(size):
    """Pairs of places to be put in order, one after the other, to sort `size` values.

    Batcher's odd-even merge sort. The same steps sort any values, so many pixels go at a time.
    """
    pairs = [(0, 0) for _ in range(0)]
    step = 1
    while step < size:
        reach = step
        while reach >= 1:
            for first in range(reach % step, size - reach, 2 * reach):
                for k in range(min(reach, size - first - reach)):
                    if (first + k) // (2 * step) == (first + k + reach) // (2 * step):
                        pairs.append((first + k, first + k + reach))
            reach //= 2
        step *= 2
    return pairs


@njit(cache=True, nogil=True)
def put_in_order(below, above):
    """Swap two values of every pixel where the first is the larger one."""
    for col in range(len(below)):
        a, b = below[col], above[col]
        below[col] = a if a < b else b
        above[col] = b if a < b else a


@njit(parallel=True, cache=True, nogil=True)
def sort_series(amplitude, network, series):
    """Fill `series` (row, col, place) with the sorted values of every pixel, then infinity."""
    times, rows, cols = amplitude.shape
    for row in prange(rows):
        values = np.empty((times, SORTED_TOGETHER), np.float32)
        for start in range(0, cols, SORTED_TOGETHER):
            count = min(SORTED_TOGETHER, cols - start)
            for time in range(times):
                line, copy = amplitude[time, row, start : start + count], values[time]
                for col in range(count):
                    copy[col] = line[col] if abs(line[col]) < np.inf else np.inf
            for low, high in network:
                put_in_order(values[low], values[high])
            for col in range(count):
                for place in range(times):
                    series[row, start + col, place] = values[place, col]
                for place in range(times, series.shape[2]):
                    series[row, start + col, place] = np.inf
