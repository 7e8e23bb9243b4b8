# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Integer closure at one pixel: the sparsest whole cycles that close its triplets.

``|C U + c|^2 + alpha |U|_1`` is minimised over the pairs that hang together by broken triplets, and
the result rounded. Arguments as in :mod:`._cycles`. After a change here touch
``_closure_kernel.py``: numba's cache looks at the file of the calling kernel only.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ._cycles import VOID, shift

STEP = 0.1  # ADMM's penalty; values from 0.03 to 0.3 need about the same number of steps
MOST_STEPS = 300
MOST_MEMBERS = 64  # pairs; where more hang together by broken triplets, the pixel is noise
TOLERANCE = 1e-3  # cycles; they are rounded afterwards
MOST_SHRUNK = 0.8  # cycles, twice what the penalty may take off without being rounded away


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
def close_singly(members, broken, start, loop, sign, alpha, n, cycles):
    """Close a group by one of its pairs where that is the solution; returns whether it is.

    The solution is ``alpha / (2 L)`` short of whole cycles for a pair in `L` triplets, and the only
    one from two triplets on: then the gradient at every other pair, which shares one of them at
    most, stays below alpha (the conditions of Karush, Kuhn and Tucker).
    """
    for k in members:
        known, wanted, alike = 0, 0, True
        for e in range(start[k], start[k + 1]):
            value = np.int64(n[loop[e]])
            if value != VOID:
                alike &= known == 0 or -value * sign[e] == wanted
                wanted = -value * sign[e]
                known += 1
        if alike and wanted != 0 and 1 < known == broken and alpha < known * MOST_SHRUNK:
            cycles[k] += np.int16(wanted)
            shift(k, wanted, start, loop, sign, n)
            return True
    return False


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
    place[:] = -2
    for t in range(len(triplets)):
        if n[t] != 0 and n[t] != VOID:
            for side in range(3):
                place[triplets[t, side]] = -1
    seen[:] = False
    for seed in range(len(cycles)):
        if place[seed] == -1:
            count, found = collect(seed, triplets, start, loop, n, place, members, loops, seen)
            broken = 0
            for t in loops[:found]:
                broken += n[t] != 0
            if count <= MOST_MEMBERS and not close_singly(
                members[:count], broken, start, loop, sign, alpha, n, cycles
            ):
                close_group(
                    count, loops[:found], members, place, triplets, start, loop, sign, alpha, n,
                    cycles, work, vectors,
                )  # fmt: skip
            for a in range(count):
                place[members[a]] = -2
