# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole cycles in the triplets of one pixel: numba functions that count and shift them.

A network comes as `triplets` (pairs ij, jk, ik of each) and, the other way round, as `start`,
`loop` and `sign` (triplets of each pair); see :meth:`.triplets.Triplets.by_pair`. At a pixel, `n`
holds the whole cycles in each triplet, `VOID` where one of its pairs has no data. After a change
here touch ``_integer_closure.py`` and ``_closure_kernel.py``: numba's cache looks at the file of
the calling kernel only.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit

VOID = np.int16(32767)
PER_TURN = 1.0 / (2.0 * np.pi)


@njit(cache=True, nogil=True)
def cycles_at(phase, triplets, typical, n):
    """Fill in the whole cycles in each triplet at a pixel; return how many don't close.

    `phase` has shape (pair,).
    """
    broken = 0
    for t in range(len(triplets)):
        c = (
            np.float64(phase[triplets[t, 0]])
            + phase[triplets[t, 1]]
            - phase[triplets[t, 2]]
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
