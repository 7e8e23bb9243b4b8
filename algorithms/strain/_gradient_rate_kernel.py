# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rates of phase gradients. Importing it imports numba.

Gradients by :mod:`._gradient_kernel`, rates by :mod:`..timeseries._stacking_kernel`.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import absolute, if_less, store_at
from ..timeseries import _stacking_kernel as stacking
from ._gradient_kernel import F32, LANES, full32, load_at, scratch_of, walk

BATCH = 4  # pairs that are added up at a time
TILE = 64, 256  # rows and columns of a task, whose sums fit into a core's cache


def bytes_of_tile(directions, dates):
    """Memory that a thread of :func:`stacked_gradients` takes."""
    numbers = directions * (2 * BATCH + stacking.RUNNING + dates) + 2
    return 4 * TILE[0] * TILE[1] * numbers


@njit(parallel=True, cache=True, nogil=True)
def stacked_gradients(
    phase, coherence, first, half, steps, least, pairs, spans, limits, ends, dates, noise, workers,
    rates, counts, tally
):  # fmt: skip
    """Rates of the gradients by stacking, their errors, and how many gradients count or are steep.

    Tile by tile, pair by pair, so that a pair's gradients never leave the processor's cache.

    Parameters
    ----------
    phase, coherence, first, half, steps, least
        See :func:`._gradient_kernel.window_gradients`.
    pairs : ndarray of int64, shape (pair, 2)
        Dates.
    spans : ndarray of float32, shape (pair,)
        Years.
    limits : ndarray, shape (3,)
        Least agreement, least number of pairs, and radians a step from which on it is steep.
    ends : ndarray, shape (2,)
        Pairs weigh by the square of the agreement, taken into this range.
    dates : int
        Their number.
    noise : ndarray, shape (direction, 6)
        By direction; see :func:`..timeseries._stacking_kernel.stack`.
    workers : int
        Threads.
    rates : ndarray of float32, shape (direction, 2, row, column)
        Written: radians a year and step, and their standard deviations.
    counts : ndarray of int16, shape (direction, row, column)
        Written: pairs that count; 0 where there are too few.
    tally : ndarray of int32, shape (2, row, column)
        Written: gradients of all directions that are known, and those that are steep.
    """
    directions, _, rows, cols = rates.shape
    turns, levels = phase.ravel(), coherence.ravel()
    size = phase.shape[1] * phase.shape[2]
    across = (cols + TILE[1] - 1) // TILE[1]
    tasks = (rows + TILE[0] - 1) // TILE[0] * across
    workers = min(tasks, workers)
    for worker in prange(workers):
        # Once, as fresh memory costs as much as the work in it.
        room = min(TILE[0], rows) * ((min(TILE[1], cols) + LANES - 1) // LANES * LANES)
        gradient, agreement = np.empty((2, directions * BATCH * room), F32)
        sums = np.empty(directions * stacking.RUNNING * room, F32)
        along, known = np.empty(directions * dates * room, F32), np.empty(2 * room, F32)
        scratch = scratch_of(directions, half, min(TILE[1], cols) + 2 * half[1])
        for task in range(worker, tasks, workers):
            r0, c0 = task // across * TILE[0], task % across * TILE[1]
            shape = min(TILE[0], rows - r0), min(TILE[1], cols - c0)
            stride = (shape[1] + LANES - 1) // LANES * LANES
            pixels = shape[0] * stride
            sums[:], along[:], known[:] = 0.0, 0.0, 0.0
            begins = range(0, directions * pixels, pixels)
            for k in range(0, len(phase), BATCH):
                number = min(BATCH, len(phase) - k)
                for n in range(number):
                    page = (k + n) * size, phase.shape[1], phase.shape[2]
                    to = n * pixels, BATCH * pixels, stride
                    walk(turns, levels, page, (first[0] + r0, first[1] + c0), shape, half, steps,
                         least, scratch, gradient, agreement, to)  # fmt: skip
                part = slice(k, k + number)
                for at in begins:
                    values = gradient[BATCH * at :]
                    _count_steep(values, number, pixels, limits[2], known)
                    stacking.add_pairs(
                        values, agreement[BATCH * at :], pixels, pixels,
                        dates * at + pairs[part] * pixels, spans[part], limits[0], ends, sums,
                        stacking.RUNNING * at, along,
                    )  # fmt: skip
            for at in begins:
                stacking.sum_up_dates(sums, stacking.RUNNING * at, pixels, along, dates * at, dates)
            for r in range(shape[0]):
                for c in range(shape[1]):
                    p = r * stride + c
                    tally[0, r0 + r, c0 + c], tally[1, r0 + r, c0 + c] = known[p], known[pixels + p]
                    for d in range(directions):
                        told = stacking.rate_of(sums, stacking.RUNNING * d * pixels + p, pixels,
                                                limits[1], noise[d])  # fmt: skip
                        rates[d, 0, r0 + r, c0 + c], rates[d, 1, r0 + r, c0 + c] = told[:2]
                        counts[d, r0 + r, c0 + c] = told[2]


@njit(cache=True, nogil=True)
def _count_steep(gradient, number, pixels, limit, known):
    """Count gradients of some pairs that are known, and those that are steep."""
    zero, one, void, most = full32(0.0), full32(1.0), full32(np.inf), full32(limit)
    for j in range(0, pixels, LANES):
        count, steep = load_at(known, j), load_at(known, pixels + j)
        for k in range(j, j + number * pixels, pixels):
            size = absolute(load_at(gradient, k))
            count = count + if_less(size, void, one, zero)
            steep = steep + if_less(most, size, one, zero)
        store_at(known, j, count)
        store_at(known, pixels + j, steep)
