# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the phase closure: counting whole cycles in triplets and taking them out.

A network comes as `triplets` (pairs ij, jk, ik of each) and, the other way round, as `start`,
`loop` and `sign` (triplets of each pair); see :meth:`.triplets.Triplets.by_pair`. At a pixel, `n`
holds the whole cycles in each triplet, `VOID` where one of its pairs has no data.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

VOID = np.int16(32767)
SEGMENT = 256  # pixels of a row that are summed together; windows start at multiples of it
ROWS_PER_TASK = 8
FIXED_POINT = 1e6  # sums are kept as integers, so that they don't depend on the order of blocks
PER_TURN = 1.0 / (2.0 * np.pi)
HALF_TURN = np.pi
STEP = 0.1  # ADMM's penalty; values from 0.03 to 0.3 need about the same number of steps
MOST_STEPS = 300
MOST_MEMBERS = 64  # pairs; where more hang together by broken triplets, the pixel is noise
TOLERANCE = 1e-3  # cycles; they are rounded afterwards


@njit(cache=True, nogil=True)
def closures(phase, triplet, offset, row, left, right, c):
    """Closure of a triplet in a part of a row, NaN where there is none."""
    first = phase[triplet[0], row, left:right]
    second = phase[triplet[1], row, left:right]
    third = phase[triplet[2], row, left:right]
    for i in range(right - left):
        c[i] = np.float64(first[i]) + np.float64(second[i]) - np.float64(third[i]) - offset


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
def count_blamed(loops, broken, known, count, votes):
    """In how many pixels more than half of some triplets are broken."""
    votes[:count] = 0
    for t in loops:
        first, second = broken[t], known[t]
        for i in range(count):
            votes[i] += np.int16(2 * first[i] - second[i])
    have = 0
    for i in range(count):
        have += votes[i] > 0
    return have


@njit(cache=True, nogil=True)
def sum_of_squares(c, count):
    """Sum of the squares of the known values, in an order that depends on the count alone."""
    sums = np.zeros(8)
    whole = count // 8 * 8
    for i in range(0, whole, 8):
        for lane in range(8):
            value = c[i + lane]
            sums[lane] += value * value if value == value else 0.0
    for i in range(whole, count):
        if c[i] == c[i]:
            sums[0] += c[i] * c[i]
    return sums.sum()


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
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for left in range(0, cols, SEGMENT):
                right = min(cols, left + SEGMENT)
                for t in range(len(triplets)):
                    closures(phase, triplets[t], typical[t], row, left, right, c)
                    squares = sum_of_squares(c, right - left)
                    sums[task, t] += np.int64(squares * FIXED_POINT + 0.5)
                    counts[task, t] += classify(c, right - left, broken[t], known[t])
                    accumulate(broken[t], bad[row, left:right])
                    accumulate(known[t], valid[row, left:right])
                for k in range(pairs):
                    present[task, k] += count_present(phase[k, row, left:right])
                    mine = loop[start[k] : start[k + 1]]
                    blamed[task, k] += count_blamed(mine, broken, known, right - left, votes)


@njit(cache=True, nogil=True)
def cycles_at(phase, triplets, typical, row, col, n):
    """Fill in the whole cycles in each triplet at a pixel; return how many don't close."""
    broken = 0
    for t in range(len(triplets)):
        c = (
            np.float64(phase[triplets[t, 0], row, col])
            + phase[triplets[t, 1], row, col]
            - phase[triplets[t, 2], row, col]
            - typical[t]
        )
        n[t] = VOID
        if c == c:
            n[t] = np.int16(np.rint(c * PER_TURN))
            broken += n[t] != 0
    return broken


@njit(cache=True, nogil=True)
def still_broken(n):
    """How many triplets of a pixel don't close."""
    broken = 0
    for value in n:
        broken += value != 0 and value != VOID
    return broken


@njit(cache=True, nogil=True)
def state(k, start, loop, n):
    """How many triplets of a pair don't close, and how many there are."""
    broken, known = 0, 0
    for e in range(start[k], start[k + 1]):
        value = n[loop[e]]
        if value != VOID:
            known += 1
            broken += value != 0
    return broken, known


@njit(cache=True, nogil=True)
def gain(k, cycles, start, loop, sign, n):
    """How many more triplets would close if a pair were given some cycles."""
    change = 0
    for e in range(start[k], start[k + 1]):
        value = n[loop[e]]
        if value != VOID:
            change += (value != 0) - (value + sign[e] * cycles != 0)
    return change


@njit(cache=True, nogil=True)
def shift(k, cycles, start, loop, sign, n):
    """Give a pair some cycles; return how many more triplets close."""
    change = 0
    for e in range(start[k], start[k + 1]):
        value = n[loop[e]]
        if value != VOID:
            now = value + sign[e] * cycles
            change += (value != 0) - (now != 0)
            n[loop[e]] = np.int16(now)
    return change


@njit(cache=True, nogil=True)
def take_candidates(candidates, start, loop, sign, n, cycles):
    """Take those of the proposed cycles that make more triplets close, the best first."""
    while True:
        best, chosen = 0, -1
        for k in range(len(candidates)):
            if candidates[k] != 0 and cycles[k] == 0:
                change = gain(k, candidates[k], start, loop, sign, n)
                if change > best:
                    best, chosen = change, k
        if chosen < 0:
            return
        cycles[chosen] = candidates[chosen]
        shift(chosen, candidates[chosen], start, loop, sign, n)


@njit(cache=True, nogil=True)
def prune(start, loop, sign, n, cycles):
    """Give back changes without which as many triplets close."""
    again = True
    while again:
        again = False
        for k in range(len(cycles)):
            if cycles[k] != 0 and gain(k, -cycles[k], start, loop, sign, n) >= 0:
                shift(k, -cycles[k], start, loop, sign, n)
                cycles[k] = 0
                again = True


@njit(cache=True, nogil=True)
def collect(seed, triplets, start, loop, n, place, members, loops, seen):
    """Gather the pairs that share triplets with a pair, over those in a triplet that is broken.

    `place` is -2 for pairs that are not to be looked at, -1 for those that wait, else their
    number in `members`. Returns the number of pairs and of triplets.
    """
    place[seed] = 0
    members[0] = seed
    count, done, found = 1, 0, 0
    while done < count:
        k = members[done]
        done += 1
        for e in range(start[k], start[k + 1]):
            t = loop[e]
            if n[t] == VOID or seen[t]:
                continue
            seen[t] = True
            loops[found] = t
            found += 1
            for side in range(3):
                other = triplets[t, side]
                if place[other] == -1:
                    place[other] = count
                    members[count] = other
                    count += 1
    return count, found


@njit(cache=True, nogil=True)
def assemble(triplets, loops, n, place, count, matrix, right):
    """Normal matrix ``2 C'C + step I`` of a group and its right-hand side ``-2 C'c``."""
    for a in range(count):
        right[a] = 0.0
        for b in range(count):
            matrix[a, b] = 0.0
        matrix[a, a] = STEP
    for t in loops:
        for side in range(3):
            a = place[triplets[t, side]]
            if a < 0:
                continue
            first = -2.0 if side == 2 else 2.0
            right[a] -= first * n[t]
            for other in range(3):
                b = place[triplets[t, other]]
                if b >= 0:
                    matrix[a, b] += -first if other == 2 else first


@njit(cache=True, nogil=True)
def cholesky(matrix, count):
    """Lower factor in place; its diagonal holds inverses."""
    for j in range(count):
        pivot = matrix[j, j]
        for k in range(j):
            pivot -= matrix[j, k] * matrix[j, k]
        inverse = 1.0 / np.sqrt(pivot)
        matrix[j, j] = inverse
        for i in range(j + 1, count):
            value = matrix[i, j]
            for k in range(j):
                value -= matrix[i, k] * matrix[j, k]
            matrix[i, j] = value * inverse


@njit(cache=True, nogil=True)
def solve(factor, count, x):
    """Forward and backward substitution in place."""
    for i in range(count):
        value = x[i]
        for k in range(i):
            value -= factor[i, k] * x[k]
        x[i] = value * factor[i, i]
    for i in range(count - 1, -1, -1):
        x[i] *= factor[i, i]
        for k in range(i):
            x[k] -= factor[i, k] * x[i]


@njit(cache=True, nogil=True)
def sparse_solution(factor, right, count, alpha, x, z, u):
    """Minimise ``|C U + c|^2 + alpha |U|_1`` by ADMM (Boyd et al. 2011, section 6.4); z is U."""
    limit = alpha / STEP
    for a in range(count):
        z[a] = 0.0
        u[a] = 0.0
    for _ in range(MOST_STEPS):
        for a in range(count):
            x[a] = right[a] + STEP * (z[a] - u[a])
        solve(factor, count, x)
        largest = 0.0
        for a in range(count):
            value = x[a] + u[a]
            kept = 0.0
            if value > limit:
                kept = value - limit
            elif value < -limit:
                kept = value + limit
            largest = max(largest, abs(kept - z[a]), abs(kept - x[a]))
            z[a] = kept
            u[a] = value - kept
        if largest < TOLERANCE:
            break


@njit(cache=True, nogil=True)
def close_group(count, loops, members, place, triplets, start, loop, sign, alpha, n, cycles, work,
                vectors):  # fmt: skip
    """Solve for a group of pairs and take the rounded cycles where more triplets close then."""
    right, x, z, u = vectors[0], vectors[1], vectors[2], vectors[3]
    assemble(triplets, loops, n, place, count, work, right)
    cholesky(work, count)
    sparse_solution(work, right, count, alpha, x, z, u)
    change = 0
    for a in range(count):
        change += shift(members[a], np.int64(np.rint(z[a])), start, loop, sign, n)
    for a in range(count):
        found = np.int64(np.rint(z[a]))
        if change > 0:
            cycles[members[a]] += np.int16(found)
        else:
            shift(members[a], -found, start, loop, sign, n)


@njit(cache=True, nogil=True)
def close_pixel(triplets, start, loop, sign, alpha, n, cycles, place, members, loops, seen, work,
                vectors):  # fmt: skip
    """Integer closure at a pixel, group by group of pairs that share broken triplets."""
    for k in range(len(cycles)):
        broken, _ = state(k, start, loop, n)
        place[k] = -1 if broken > 0 else -2
    seen[:] = False
    for seed in range(len(cycles)):
        if place[seed] == -1:
            count, found = collect(seed, triplets, start, loop, n, place, members, loops, seen)
            if count <= MOST_MEMBERS:
                close_group(
                    count, loops[:found], members, place, triplets, start, loop, sign, alpha, n,
                    cycles, work, vectors,
                )  # fmt: skip
            for a in range(count):
                place[members[a]] = -2


@njit(parallel=True, cache=True, nogil=True)
def propose(phase, triplets, typical, start, loop, sign, candidates, alpha, bad, out):
    """Cycles for every pair at the pixels of `bad`: those of `candidates` that help, then closure.

    `alpha` below 0 leaves the integer closure out.
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
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for col in range(cols):
                if bad[row, col] > 0:
                    cycles_at(phase, triplets, typical, row, col, n)
                    cycles[:] = 0
                    take_candidates(candidates[:, row, col], start, loop, sign, n, cycles)
                    if alpha >= 0.0:
                        close_pixel(
                            triplets, start, loop, sign, alpha, n, cycles, place, members, loops,
                            seen, work, vectors,
                        )  # fmt: skip
                    prune(start, loop, sign, n, cycles)
                    for k in range(pairs):
                        out[k, row, col] = np.int8(max(-127, min(127, cycles[k])))


@njit(parallel=True, cache=True, nogil=True)
def confirm(phase, triplets, typical, start, loop, sign, cycles, spread, bad, out):
    """Keep the cycles without which fewer triplets close, and those of `spread` that help."""
    pairs, rows, cols = phase.shape
    tasks = (rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK
    for task in prange(tasks):
        n = np.empty(len(triplets), np.int16)
        own = np.empty(pairs, np.int16)
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for col in range(cols):
                if bad[row, col] > 0:
                    broken = cycles_at(phase, triplets, typical, row, col, n)
                    for k in range(pairs):
                        own[k] = cycles[k, row, col]
                        if own[k] != 0:
                            shift(k, own[k], start, loop, sign, n)
                    prune(start, loop, sign, n, own)
                    if still_broken(n) >= broken:
                        # What is left of a joint correction may need what was taken from it.
                        own[:] = 0
                        cycles_at(phase, triplets, typical, row, col, n)
                    take_candidates(spread[:, row, col], start, loop, sign, n, own)
                    prune(start, loop, sign, n, own)
                    for k in range(pairs):
                        out[k, row, col] = np.int8(own[k])
