# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the neighbour tests by moments where every pixel has all dates, or none.

The same limits hold for all pairs then, and lines of pixels are compared with lines of neighbours,
which the processor does several pixels at a time. Pixels without data have NaN, which is like
nothing.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._shp_kernel import CI, T_TEST, connect


@njit(parallel=True, cache=True, nogil=True)
def comb(values, counts, times, combed):
    """Fill `combed` (row, column modulo strides, column over strides); NaN without all dates.

    The neighbours of a line of centres at any offset follow each other in it.
    """
    rows, across, size = combed.shape
    cols = values.shape[1]
    for row in prange(rows):
        for tooth in range(across):
            for k in range(size):
                col = k * across + tooth
                valid = col < cols and counts[row, min(col, cols - 1)] == times
                combed[row, tooth, k] = values[row, min(col, cols - 1)] if valid else np.nan


@njit(cache=True, nogil=True)
def neighbours(combed, row, col, size):
    """The values at `col` and every stride after it; a view."""
    across = combed.shape[1]
    begin = col // across
    return combed[row, col % across, begin : begin + size]


@njit(cache=True, nogil=True)
def mark_within(low, high, values, one, bits):
    """Set a bit where a value is between two limits."""
    for k in range(len(bits)):
        bits[k] |= one if (values[k] >= low[k]) & (values[k] <= high[k]) else 0


@njit(cache=True, nogil=True)
def mark_same_mean(limit, mean, spread, means, spreads, one, bits):
    """Set a bit where Student's test finds no difference."""
    for k in range(len(bits)):
        apart = mean[k] - means[k]
        bits[k] |= one if apart * apart <= limit * (spread[k] + spreads[k]) else 0


@njit(cache=True, nogil=True)
def add_marked(values, one, bits, totals, numbers):
    """Add up and count the values whose bit is set."""
    for k in range(len(bits)):
        taken = (bits[k] & one) != 0
        totals[k] += values[k] if taken else 0.0
        numbers[k] += 1.0 if taken else 0.0


@njit(cache=True, nogil=True)
def mark_refined(inside, outside, values, one, first, bits):
    """Set a bit where a value is in the interval for those that made it, or for the others."""
    for k in range(len(bits)):
        made = (first[k] & one) != 0
        low = inside[0, k] if made else outside[0, k]
        high = inside[1, k] if made else outside[1, k]
        bits[k] |= one if (values[k] >= low) & (values[k] <= high) else 0


@njit(cache=True, nogil=True)
def refined_intervals(width, totals, numbers, inside, outside):
    """Intervals of the second pass of FaSHPS from sum and number of the first pass' brothers.

    `width` is relative to the mean, for a value and for the mean of one other. A value inside is
    compared with the mean of the others, which makes an interval of the value again.
    """
    for k in range(len(totals)):
        total, number = totals[k], numbers[k]
        mean, spread = total / max(number, 1.0), width * np.sqrt(1.0 + 1.0 / max(number, 1.0))
        outside[0, k], outside[1, k] = mean * (1.0 - spread), mean * (1.0 + spread)
        inside[0, k], inside[1, k] = -np.inf, np.inf
        if number > 1:
            spread = width * np.sqrt(1.0 + 1.0 / (number - 1.0))
            inside[1, k] = total * (1.0 + spread) / (number + spread)
            inside[0, k] = total * (1.0 - spread) / (number - spread)


@njit(parallel=True, cache=True, nogil=True)
def line_masks(test, limit, width, first, second, half_y, half_x, down, connected, masks):
    """Brothers of the central pixel of every cell, as :func:`._shp_kernel.window_masks`.

    Parameters
    ----------
    test : int
    limit : float
        Of the test, for the number of dates.
    width : float
        Half width of the interval of FaSHPS for that number.
    first, second : ndarray, shape (row, column modulo strides, column over strides)
        See :func:`comb`; mean square (``glrt``) or mean, and sum of squared deviations.
    """
    for out_row in prange(masks.shape[0]):
        size, begin = masks.shape[1], first.shape[1] // 2
        row = half_y + out_row * down + down // 2
        bits = np.zeros((2 * half_y + 1, size), np.int64)
        centre = neighbours(first, row, begin + half_x, size)
        spread = neighbours(second if test == T_TEST else first, row, begin + half_x, size)
        ratio = (1.0 + limit) / max(1.0 - limit, 1e-9) if test == CI else limit
        low, high = centre / ratio, centre * ratio
        for y in range(2 * half_y + 1):
            at = row + y - half_y
            for x in range(2 * half_x + 1):
                values = neighbours(first, at, begin + x, size)
                if test == T_TEST:
                    spreads = neighbours(second, at, begin + x, size)
                    mark_same_mean(limit, centre, spread, values, spreads, 1 << x, bits[y])
                else:
                    mark_within(low, high, values, 1 << x, bits[y])
        if test == CI:
            bits = refine_lines(first, bits, width, row - half_y, begin, half_x)
        reached = np.empty(2 * half_y + 1, np.int64)
        for col in range(size):
            mask = masks[out_row, col]
            for y in range(2 * half_y + 1):
                mask[y] = bits[y, col] if centre[col] == centre[col] else 0
            if centre[col] == centre[col]:
                mask[half_y] |= 1 << half_x
                if connected:
                    connect(mask, half_y, half_x, reached)


@njit(cache=True, nogil=True)
def refine_lines(first, bits, width, top, begin, half_x):
    """The bits of the second pass of FaSHPS from those of the first; `top` is the window's row."""
    height, size = bits.shape
    totals, numbers = np.zeros(size), np.zeros(size)
    for y in range(height):
        for x in range(2 * half_x + 1):
            add_marked(
                neighbours(first, top + y, begin + x, size), 1 << x, bits[y], totals, numbers
            )
    inside, outside = np.empty((2, size)), np.empty((2, size))
    refined_intervals(width, totals, numbers, inside, outside)
    refined = np.zeros(bits.shape, np.int64)
    for y in range(height):
        for x in range(2 * half_x + 1):
            values = neighbours(first, top + y, begin + x, size)
            mark_refined(inside, outside, values, 1 << x, bits[y], refined[y])
    return refined
