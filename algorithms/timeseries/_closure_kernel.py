# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the phase closure of a block: counting what does not close, and mending it.

Arguments as in :mod:`._cycles`.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._cycles import cycles_at, prune, shift, still_broken, take_candidates
from ._integer_closure import MOST_MEMBERS, close_pixel

SEGMENT = 256  # pixels of a row that are summed together; windows start at multiples of it
ROWS_PER_TASK = 2
TURNED = 64  # pixels of a row that are looked at pair by pair
FIXED_POINT = 1e6  # sums are kept as integers, so that they don't depend on the order of blocks
HALF_TURN = np.pi


@njit(cache=True, nogil=True)
def closures(phase, triplet, offset, row, left, right, c):
    """Closure of a triplet in a part of a row, NaN where there is none."""
    first = phase[triplet[0], row, left:right]
    second = phase[triplet[1], row, left:right]
    third = phase[triplet[2], row, left:right]
    for i in range(right - left):
        c[i] = np.float64(first[i]) + np.float64(second[i]) - np.float64(third[i]) - offset


@njit(cache=True, nogil=True)
def flawless(c, count):
    """Whether all closures are known and hold no whole cycles."""
    away = 0
    for i in range(count):
        away += not np.abs(c[i]) <= HALF_TURN
    return away == 0


@njit(cache=True, nogil=True)
def classify(c, count, broken, known):
    """Where a closure holds whole cycles and where it is known; returns how often it is."""
    have = 0
    for i in range(count):
        broken[i] = np.abs(c[i]) > HALF_TURN
        known[i] = c[i] == c[i]
        have += np.int64(known[i])
    return have


@njit(cache=True, nogil=True)
def accumulate(flags, total):
    """Add flags to a count."""
    for i in range(len(total)):
        total[i] += np.int16(flags[i])


@njit(cache=True, nogil=True)
def count_present(values):
    """How many values are not NaN."""
    have = 0
    for value in values:
        have += value == value
    return have


@njit(cache=True, nogil=True)
def count_blamed(loops, good, broken, known, votes):
    """In how many pixels more than half of some triplets are broken; `good` ones are nowhere."""
    votes[:] = 0
    for t in loops:
        if good[t]:
            votes -= np.int16(1)
            continue
        first, second = broken[t], known[t]
        for i in range(len(votes)):
            votes[i] += np.int16(2 * first[i] - second[i])
    have = 0
    for vote in votes:
        have += vote > 0
    return have


@njit(cache=True, nogil=True)
def count_pair(values, loops, good, broken, known, votes):
    """Pixels of a pair with data, and those where more than half of its triplets are broken."""
    well = 0
    for t in loops:
        well += good[t]
    have = count_present(values) if well == 0 else len(values)
    if well == len(loops):
        return have, 0
    return have, count_blamed(loops, good, broken, known, votes)


@njit(cache=True, nogil=True)
def square(value):
    """Square of a value, 0 for NaN."""
    return value * value if value == value else 0.0


@njit(cache=True, nogil=True)
def sum_of_squares(c, count):
    """Sum of the squares of the known values, in an order that depends on the count alone."""
    # Numbers of their own, as an array of eight would go through memory.
    s0 = s1 = s2 = s3 = s4 = s5 = s6 = s7 = 0.0
    whole = count // 8 * 8
    for i in range(0, whole, 8):
        s0 += square(c[i])
        s1 += square(c[i + 1])
        s2 += square(c[i + 2])
        s3 += square(c[i + 3])
        s4 += square(c[i + 4])
        s5 += square(c[i + 5])
        s6 += square(c[i + 6])
        s7 += square(c[i + 7])
    for i in range(whole, count):
        s0 += square(c[i])
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7


@njit(parallel=True, cache=True, nogil=True)
def scan(phase, triplets, typical, start, loop, bad, valid, sums, counts, blamed, present):
    """Count triplets that don't close, and sum up closures by triplet and by pair.

    Fills `bad` and `valid` (row, col), and a row for each group of rows of `sums` and `counts`
    (triplet; fixed-point squares of the closure, and pixels) and of `blamed` and `present` (pair;
    pixels where most of its triplets don't close, and pixels with data).
    """
    pairs, rows, cols = phase.shape
    for task in prange(len(sums)):
        c = np.empty(SEGMENT)
        broken = np.empty((len(triplets), SEGMENT), np.int8)
        known = np.empty((len(triplets), SEGMENT), np.int8)
        votes = np.empty(SEGMENT, np.int16)
        good = np.empty(len(triplets), np.bool_)  # everywhere in a segment: nearly always
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for left in range(0, cols, SEGMENT):
                right = min(cols, left + SEGMENT)
                width = right - left
                for t in range(len(triplets)):
                    closures(phase, triplets[t], typical[t], row, left, right, c)
                    squares = sum_of_squares(c, width)
                    sums[task, t] += np.int64(squares * FIXED_POINT + 0.5)
                    good[t] = flawless(c, width)
                    if good[t]:
                        counts[task, t] += width
                    else:
                        counts[task, t] += classify(c, width, broken[t], known[t])
                        accumulate(broken[t], bad[row, left:right])
                        accumulate(known[t], valid[row, left:right])
                valid[row, left:right] += np.int16(good.sum())
                for k in range(pairs):
                    have, wrong = count_pair(
                        phase[k, row, left:right], loop[start[k] : start[k + 1]], good, broken,
                        known, votes[:width],
                    )  # fmt: skip
                    present[task, k] += have
                    blamed[task, k] += wrong


@njit(cache=True, nogil=True, fastmath={"reassoc"})
def count_units(values, units):
    """Sum of the finite values in whole units, exact whatever the order; and their number."""
    total, count = 0.0, 0
    for value in values:
        known = np.abs(value) < np.inf
        scaled = np.rint(np.float64(value) * units)
        total += scaled if known else 0.0
        count += known
    return total, count


@njit(parallel=True, cache=True, nogil=True)
def sum_units(values, units, total, pixels):
    """:func:`count_units` of every row, into `total` and `pixels`."""
    for k in prange(len(values)):
        whole, count = count_units(values[k], units)
        total[k] = np.int64(whole)
        pixels[k] = count


@njit(cache=True, nogil=True)
def turn(values, row, left, right, tile):
    """Copy part of a row of all pairs, pixel by pixel: shape (column, pair).

    Planes of a block often lie a multiple of the cache's size apart, so that going through the
    pairs of one pixel in place would miss the cache every time.
    """
    for k in range(len(values)):
        line = values[k, row, left:right]
        for i in range(len(line)):
            tile[i, k] = line[i]


@njit(cache=True, nogil=True)
def anything(values):
    """Whether some value is not 0."""
    total = 0
    for value in values:
        total |= np.int64(value)
    return total != 0


@njit(parallel=True, cache=True, nogil=True)
def propose(phase, triplets, typical, start, loop, sign, candidates, alpha, bad, out):
    """Cycles for every pair at the pixels of `bad`: those of `candidates` that help, then closure.

    `alpha` below 0 leaves the integer closure out; `candidates` may hold no pair.
    """
    pairs, rows, cols = phase.shape
    tasks = (rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK
    for task in prange(tasks):
        n = np.empty(len(triplets), np.int16)
        cycles = np.zeros(pairs, np.int16)
        place = np.empty(pairs, np.int64)
        members = np.empty(pairs, np.int64)
        loops = np.empty(len(triplets), np.int64)
        seen = np.empty(len(triplets), np.bool_)
        work = np.empty((MOST_MEMBERS, MOST_MEMBERS))
        vectors = np.empty((4, MOST_MEMBERS))
        tile = np.empty((TURNED, pairs), np.float32)
        others = np.zeros((TURNED, len(candidates)), np.int8)
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for left in range(0, cols, TURNED):
                right = min(cols, left + TURNED)
                if not anything(bad[row, left:right]):
                    continue
                turn(phase, row, left, right, tile)
                turn(candidates, row, left, right, others)
                for col in range(left, right):
                    if bad[row, col] == 0:
                        continue
                    cycles_at(tile[col - left], triplets, typical, n)
                    cycles[:] = 0
                    take_candidates(others[col - left], start, loop, sign, n, cycles)
                    if alpha >= 0.0:
                        close_pixel(
                            triplets, start, loop, sign, alpha, n, cycles, place, members, loops,
                            seen, work, vectors,
                        )  # fmt: skip
                    prune(start, loop, sign, n, cycles)
                    for k in range(pairs):
                        if cycles[k] != 0:
                            out[k, row, col] = np.int8(max(-127, min(127, cycles[k])))


@njit(cache=True, nogil=True)
def confirm_pixel(phase, triplets, typical, start, loop, sign, cycles, spread, n, own):
    """The cycles that stay at a pixel, into `own`."""
    broken = cycles_at(phase, triplets, typical, n)
    for k in range(len(own)):
        own[k] = cycles[k]
        if own[k] != 0:
            shift(k, own[k], start, loop, sign, n)
    prune(start, loop, sign, n, own)
    if still_broken(n) >= broken:
        # What is left of a joint correction may need what was taken from it.
        own[:] = 0
        cycles_at(phase, triplets, typical, n)
    take_candidates(spread, start, loop, sign, n, own)
    prune(start, loop, sign, n, own)


@njit(parallel=True, cache=True, nogil=True)
def confirm(phase, triplets, typical, start, loop, sign, cycles, spread, out):
    """Keep the cycles without which fewer triplets close, and those of `spread` that help."""
    pairs, rows, cols = phase.shape
    tasks = (rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK
    for task in prange(tasks):
        n = np.empty(len(triplets), np.int16)
        own = np.empty(pairs, np.int16)
        tile = np.empty((TURNED, pairs), np.float32)
        mine, around = np.empty((2, TURNED, pairs), np.int8)
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for left in range(0, cols, TURNED):
                right = min(cols, left + TURNED)
                turn(cycles, row, left, right, mine)
                turn(spread, row, left, right, around)
                turn(phase, row, left, right, tile)
                for i in range(right - left):
                    if anything(mine[i]) or anything(around[i]):
                        confirm_pixel(
                            tile[i], triplets, typical, start, loop, sign, mine[i], around[i], n,
                            own,
                        )  # fmt: skip
                        for k in range(pairs):
                            if own[k] != 0:
                                out[k, row, left + i] = np.int8(own[k])
