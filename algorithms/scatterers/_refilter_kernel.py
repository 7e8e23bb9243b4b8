# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the region-growing filter; see :mod:`.refilter`."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange


@njit(cache=True, nogil=True)
def grow(phasors, weights, row, col, half_y, half_x, cosine, reached, queue, by_row, by_col):
    """Weighted sum of the phasors of the region around a pixel.

    `reached` (window) and `queue` are scratch. Returns the sum; the pixel itself is always in it.
    `by_row` and `by_col` are filled with the weights in the rows and columns of the window.
    """
    by_row[:] = 0.0
    by_col[:] = 0.0
    by_row[half_y] = by_col[half_x] = weights[row, col]
    own = phasors[row, col]
    reached[:] = False
    reached[half_y, half_x] = True
    queue[0] = half_y * (2 * half_x + 1) + half_x
    first, last = 0, 1
    total = own * weights[row, col]
    while first < last:
        y, x = divmod(queue[first], 2 * half_x + 1)
        first += 1
        for dy in range(-1, 2):
            for dx in range(-1, 2):
                v, u = y + dy, x + dx
                if not (0 <= v <= 2 * half_y and 0 <= u <= 2 * half_x) or reached[v, u]:
                    continue
                reached[v, u] = True
                weight = weights[row + v - half_y, col + u - half_x]
                other = phasors[row + v - half_y, col + u - half_x]
                # The cosine of the difference knows no wrapping.
                if weight > 0 and other.real * own.real + other.imag * own.imag >= cosine:
                    total += other * weight
                    by_row[v] += weight
                    by_col[u] += weight
                    queue[last] = v * (2 * half_x + 1) + u
                    last += 1
    return total


@njit(cache=True, nogil=True)
def mean_correlation(weights, reach):
    """Weighted mean over pairs of places along a line of what falls to 0 over `reach` of them."""
    total, squares = 0.0, 0.0
    for i in range(len(weights)):
        total += weights[i]
        for k in range(len(weights)):
            squares += weights[i] * weights[k] * max(1.0 - abs(i - k) / reach, 0.0)
    return squares / (total * total)


@njit(parallel=True, cache=True, nogil=True)
def refilter(linked, quality, chosen, half_y, half_x, threshold, reach_y, reach_x, out, left):
    """Filter every date of a block; see :func:`.refilter.refilter`."""
    times, rows, cols = linked.shape
    cosine = np.cos(threshold)
    weights = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            if chosen[row, col] and np.isfinite(linked[0, row, col].real):
                weights[row, col] = max(quality[row, col], 1e-6)
    for time in prange(times):
        reached = np.empty((2 * half_y + 1, 2 * half_x + 1), np.bool_)
        queue = np.empty((2 * half_y + 1) * (2 * half_x + 1), np.int64)
        by_row, by_col = np.empty(2 * half_y + 1), np.empty(2 * half_x + 1)
        phasors = np.zeros((rows, cols), np.complex128)
        for row in range(rows):
            for col in range(cols):
                if weights[row, col] > 0:
                    z = complex(linked[time, row, col]) * np.conj(complex(linked[0, row, col]))
                    size = abs(z)
                    if size > 0:
                        phasors[row, col] = z / size
        for row in range(half_y, rows - half_y):
            for col in range(half_x, cols - half_x):
                value = linked[time, row, col]
                share = 1.0
                if weights[row, col] > 0:
                    total = grow(
                        phasors, weights, row, col, half_y, half_x, cosine, reached, queue, by_row,
                        by_col,
                    )  # fmt: skip
                    share = mean_correlation(by_row, reach_y) * mean_correlation(by_col, reach_x)
                    size = abs(total)
                    if size > 0:
                        value = np.complex64(abs(value) * total / size)
                out[time, row - half_y, col - half_x] = value
                left[time, row - half_y, col - half_x] = share
