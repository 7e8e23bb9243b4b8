# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the region-growing filter; see :mod:`.refilter`."""

from __future__ import annotations

import numpy as np
from numba import njit, prange


@njit(cache=True, nogil=True)
def grow(phasors, weights, row, col, half_y, half_x, cosine, reached, queue):
    """Weighted sum of the phasors of the region around a pixel.

    `reached` (window) and `queue` are scratch. Returns the sum; the pixel itself is always in it.
    """
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
                    queue[last] = v * (2 * half_x + 1) + u
                    last += 1
    return total


@njit(parallel=True, cache=True, nogil=True)
def refilter(linked, quality, chosen, half_y, half_x, threshold, out):
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
                if weights[row, col] > 0:
                    total = grow(phasors, weights, row, col, half_y, half_x, cosine, reached, queue)
                    size = abs(total)
                    if size > 0:
                        value = np.complex64(abs(value) * total / size)
                out[time, row - half_y, col - half_x] = value
