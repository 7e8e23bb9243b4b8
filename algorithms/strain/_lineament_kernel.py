# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that looks for a step of phase along every direction at every pixel."""

from __future__ import annotations

import math

import numpy as np
from numba import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def steps(phase, wrapped, products, places, filters, norms, least, size, noise, which):
    """Steps across lines through every pixel, and the noise around.

    Parameters
    ----------
    phase : ndarray of float32, shape (row + 2 h, column + 2 h)
        Radians, NaN for none, with a margin.
    wrapped : bool
        Whether whole cycles count as nothing.
    products : ndarray of float32, shape (4, row + 2 h, column + 2 h)
        Cosine and sine of the difference to the next pixel along rows and columns, 0 for none.
    places : ndarray of int64, shape (pixel, 2)
        Rows and columns of the neighbourhood, from its middle.
    filters : ndarray of float64, shape (pixel, direction)
        Give the step of what they are multiplied with.
    norms : ndarray of float64, shape (direction,)
        Standard deviation of a step under independent noise of one.
    least : float
        Share of the neighbourhood that has to be known.
    size, noise : ndarray of float32, shape (row, column)
        Filled: the step of the most significant direction, and the standard deviation of what it
        and a slope leave; NaN for none.
    which : ndarray of int16, same shape
        Filled: its direction.
    """
    count, directions = filters.shape
    h = (phase.shape[0] - size.shape[0]) // 2
    rows, cols = size.shape
    two_pi = 2 * math.pi
    for i in prange(rows):
        rest = np.empty(count)
        known = np.empty(count, np.bool_)
        sums = np.empty(4)
        totals = np.empty(directions)
        for j in range(cols):
            size[i, j], noise[i, j], which[i, j] = np.nan, np.nan, -1
            middle = np.float64(phase[i + h, j + h])
            if math.isnan(middle):
                continue
            # The mean slope, of the products of neighbours.
            sums[:] = 0.0
            many = 0
            for k in range(count):
                r, c = i + h + places[k, 0], j + h + places[k, 1]
                known[k] = not math.isnan(phase[r, c])
                many += known[k]
                if wrapped:
                    for t in range(4):
                        sums[t] += products[t, r, c]
            if many < least * count:
                continue
            down, right = 0.0, 0.0
            if wrapped:
                down, right = math.atan2(sums[1], sums[0]), math.atan2(sums[3], sums[2])
            # What is left beside the slope, about its mean; cycles count from there.
            mean = middle
            for _ in range(3 if wrapped else 2):
                total = 0.0
                for k in range(count):
                    if known[k]:
                        own = (
                            np.float64(phase[i + h + places[k, 0], j + h + places[k, 1]])
                            - down * places[k, 0] - right * places[k, 1] - mean
                        )  # fmt: skip
                        if wrapped:
                            own -= two_pi * np.rint(own / two_pi)
                        rest[k] = own
                        total += own
                    else:
                        rest[k] = 0.0
                mean += total / many
            best, at = 0.0, 0
            totals[:] = 0.0
            for k in range(count):  # in this order the processor takes directions together
                own = rest[k]
                for d in range(directions):
                    totals[d] += filters[k, d] * own
            for d in range(directions):
                if abs(totals[d]) * norms[at] > abs(best) * norms[d]:
                    best, at = totals[d], d
            # Noise is what neither this step nor a slope beside it explains.
            c_, s_ = math.cos(math.pi * at / directions), math.sin(math.pi * at / directions)
            gx, gy, xx, yy = 0.0, 0.0, 0.0, 0.0
            for k in range(count):
                if known[k]:
                    y, x = places[k]
                    # The side to the right of the direction is that of positive steps.
                    rest[k] -= 0.5 * best * np.sign(np.rint(1e6 * (x * c_ + y * s_)))
                    gx += rest[k] * x
                    gy += rest[k] * y
                    xx += x * x
                    yy += y * y
            left = 0.0
            for k in range(count):
                if known[k]:
                    left += (rest[k] - gx / xx * places[k, 1] - gy / yy * places[k, 0]) ** 2
            size[i, j], which[i, j] = best, at
            noise[i, j] = math.sqrt(left / max(many - 4, 1))
