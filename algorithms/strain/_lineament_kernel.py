# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that looks for a step of phase along every direction at every pixel."""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange
from ..simd import absolute, if_less, look_up, multiply_add, nearest, store, vectors_of

LANES = 8
load, load_at, wide_at, full = vectors_of(LANES, "load", "load_at", "wide_at", "full")
MOST = 1e30  # more than any phase


@njit(cache=True, nogil=True, inline="always")
def _direction(filters, d, rest, count, zero):
    """Steps along four directions, from number `d` on."""
    a, b, c, e = zero, zero, zero, zero
    for k in range(count):
        own = load(rest, k)
        a = multiply_add(full(filters[d, k]), own, a)
        b = multiply_add(full(filters[d + 1, k]), own, b)
        c = multiply_add(full(filters[d + 2, k]), own, c)
        e = multiply_add(full(filters[d + 3, k]), own, e)
    return a, b, c, e


@njit(parallel=True, cache=True, nogil=True)
def steps(phase, stride, slopes, turns, places, filters, norms, least, size, noise, which):
    """Steps across lines through every pixel, and the noise around.

    Parameters
    ----------
    phase : ndarray of float32, flat
        Lines of `stride` pixels, radians, NaN for none, with a margin; lines are filled up so that
        whole vectors fit.
    stride : int
    slopes : ndarray of float64, shape (2, flat)
        Mean slope around every pixel along rows and columns, that is taken out first; lines of
        whole vectors.
    turns : float
        Cycles by radian; 0 where whole cycles count.
    places : ndarray of int64, shape (pixel, 2)
        Rows and columns of the neighbourhood, from its middle.
    filters : ndarray of float64, shape (direction, pixel)
        Give the step of what they are multiplied with; directions by fours, over half a turn.
    norms : ndarray of float64, shape (direction,)
        Standard deviation of a step under independent noise of one.
    least : float
        Share of the neighbourhood that has to be known.
    size, noise : ndarray of float32, shape (row, column)
        Filled: the step of the most significant direction, and the standard deviation of what it
        and a slope leave; NaN for none.
    which : ndarray of int16, same shape
        Filled: its direction; -1 for none.
    """
    directions, count = filters.shape
    rows, cols = size.shape
    h = places[:, 0].max()
    line = (cols + LANES - 1) // LANES * LANES
    angles = np.pi * np.arange(directions) / directions
    cosines, sines = np.cos(angles), np.sin(angles)
    down_of, right_of = slopes[0], slopes[1]
    for i in prange(rows):
        rest, seen = np.empty(count * LANES), np.empty(count * LANES)
        told = np.empty(8 * LANES)
        zero, one, most, half = full(0.0), full(1.0), full(MOST), full(0.5)
        edge = full(1e-6)
        cycle, share = full(2 * math.pi), full(turns)
        for first in range(0, line, LANES):
            base = (i + h) * stride + first + h
            down, right = load_at(down_of, i * line + first), load_at(right_of, i * line + first)
            mean, many = wide_at(phase, base), zero
            for k in range(count):
                own = wide_at(phase, base + places[k, 0] * stride + places[k, 1])
                here = if_less(absolute(own), most, one, zero)
                store(seen, k, here)
                many = many + here
            # What is left beside the slope, about its mean; cycles count from there.
            divisor = if_less(many, one, one, many)
            for _ in range(3 if turns > 0 else 2):
                total = zero
                for k in range(count):
                    own = wide_at(phase, base + places[k, 0] * stride + places[k, 1])
                    y, x = full(np.float64(places[k, 0])), full(np.float64(places[k, 1]))
                    own = own - (down * y + right * x + mean)
                    own = own - cycle * nearest(own * share)
                    own = if_less(absolute(own), most, own, zero)
                    store(rest, k, own)
                    total = total + own
                mean = mean + total / divisor
            best, at, score = zero, zero, zero
            for d in range(0, directions, 4):
                for t, step in enumerate(_direction(filters, d, rest, count, zero)):
                    own = absolute(step) / full(norms[d + t])
                    best = if_less(score, own, step, best)
                    at = if_less(score, own, full(np.float64(d + t)), at)
                    score = if_less(score, own, own, score)
            # Noise is what neither this step nor a slope beside it explains.
            c, s, part = look_up(cosines, at), look_up(sines, at), half * best
            square, across, along, xx, yy, xy = zero, zero, zero, zero, zero, zero
            for k in range(count):
                y, x = full(np.float64(places[k, 0])), full(np.float64(places[k, 1]))
                # The side to the right of the direction is that of positive steps.
                aside, here = x * c + y * s, load(seen, k)
                side = if_less(edge, aside, part, if_less(aside, zero - edge, zero - part, zero))
                own = here * (load(rest, k) - side)
                square = square + own * own
                across, along = across + own * x, along + own * y
                xx, yy, xy = xx + here * x * x, yy + here * y * y, xy + here * x * y
            store(told, 0, best)
            store(told, 1, at)
            store(told, 2, many)
            right, down = across / xx, along / yy
            left = square - right * across - down * along + (right + right) * down * xy
            store(told, 3, left)
            for j in range(first, min(first + LANES, cols)):
                lane = j - first
                middle, known = phase[base + lane], told[2 * LANES + lane]
                if not abs(middle) < MOST or known < least * count:
                    size[i, j], noise[i, j], which[i, j] = np.nan, np.nan, -1
                    continue
                size[i, j], which[i, j] = told[lane], int(told[LANES + lane])
                noise[i, j] = math.sqrt(max(told[3 * LANES + lane], 0.0) / max(known - 4, 1.0))
