# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the search for wrong cycles in the loops of a network, pixel by pixel.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

TURN = 2.0 * np.pi
ROWS_PER_TASK = 4
SINGULAR = 1e-9  # of a pivot to its own diagonal: pairs that cut the network when they lack
MOST_STEPS = 12  # wrong cycles that are looked for at a pixel


@njit(cache=True, nogil=True)
def _factorise(precision, lost, count, factor):
    """Lower factor of the lacking pairs' part; a pivot of nothing becomes 0."""
    for j in range(count):
        for i in range(j, count):
            value = precision[lost[i], lost[j]]
            for k in range(j):
                value -= factor[i, k] * factor[j, k]
            if i == j:
                own = precision[lost[j], lost[j]]
                factor[j, j] = np.sqrt(value) if value > SINGULAR * own else 0.0
            else:
                factor[i, j] = value / factor[j, j] if factor[j, j] > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _forward(factor, count, x):
    for i in range(count):
        value = x[i]
        for k in range(i):
            value -= factor[i, k] * x[k]
        x[i] = value / factor[i, i] if factor[i, i] > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _backward(factor, count, x):
    for i in range(count - 1, -1, -1):
        value = x[i]
        for k in range(i + 1, count):
            value -= factor[k, i] * x[k]
        x[i] = value / factor[i, i] if factor[i, i] > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _column(precision, p, lost, count, factor, work, out):
    """Column p of the precision without the lacking pairs (Schur complement)."""
    for q in range(len(out)):
        out[q] = precision[p, q]
    if count == 0:
        return
    for i in range(count):
        work[i] = precision[lost[i], p]
    _forward(factor, count, work)
    _backward(factor, count, work)
    for i in range(count):
        row = precision[lost[i]]
        for q in range(len(out)):
            out[q] -= work[i] * row[q]


@njit(cache=True, nogil=True)
def _pressed(phase, row, col, typical, precision, diagonal, x, y, lost, factor, work, own):
    """Weighted residuals `y` and own precisions of a pixel's pairs; returns how many lack."""
    pairs = len(x)
    count = 0
    for p in range(pairs):
        y[p] = 0.0
        own[p] = diagonal[p]
        value = np.float64(phase[p, row, col])
        if value == value:
            x[p] = value - typical[p]
        else:
            x[p] = 0.0
            lost[count] = p
            count += 1
    if count > pairs - 3:
        return count
    for p in range(pairs):
        if x[p] != 0.0:
            line = precision[p]
            for q in range(pairs):
                y[q] += line[q] * x[p]
    if count:
        _factorise(precision, lost, count, factor)
        for i in range(count):
            work[i] = y[lost[i]]
        _forward(factor, count, work)
        _backward(factor, count, work)
        for i in range(count):
            line = precision[lost[i]]
            for q in range(pairs):
                y[q] -= work[i] * line[q]
        for p in range(pairs):
            for i in range(count):
                work[i] = precision[lost[i], p]
            _forward(factor, count, work)
            for i in range(count):
                own[p] -= work[i] * work[i]
        for i in range(count):
            y[lost[i]] = 0.0
            own[lost[i]] = 0.0
    return count


@njit(parallel=True, cache=True, nogil=True)
def residuals(phase, typical, precision, out):
    """Weighted residuals of all pairs, NaN where a pair lacks; shape as `phase`."""
    pairs, rows, cols = phase.shape
    diagonal = np.diag(precision).copy()
    for task in prange((rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK):
        x, y, work, own = np.zeros(pairs), np.zeros(pairs), np.zeros(pairs), np.zeros(pairs)
        lost = np.zeros(pairs, np.int64)
        factor = np.zeros((pairs, pairs))
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for col in range(cols):
                _pressed(phase, row, col, typical, precision, diagonal, x, y, lost, factor, work,
                         own)  # fmt: skip
                for p in range(pairs):
                    there = phase[p, row, col] == phase[p, row, col]
                    out[p, row, col] = y[p] if there else np.nan


@njit(parallel=True, cache=True, nogil=True)
def pursue(phase, typical, precision, variance, owner, redundancy, limit, prior, unit, cycles,
           odds):  # fmt: skip
    """Fill in the cycles to add and their odds; see :func:`.loops.pursue`."""
    pairs, rows, cols = phase.shape
    diagonal = np.diag(precision).copy()
    for task in prange((rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK):
        x, y, work, own = np.zeros(pairs), np.zeros(pairs), np.zeros(pairs), np.zeros(pairs)
        column = np.zeros(pairs)
        lost = np.zeros(pairs, np.int64)
        found, rivals = np.zeros(pairs, np.int64), np.zeros(pairs, np.int64)
        factor = np.zeros((pairs, pairs))
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for col in range(cols):
                count = _pressed(phase, row, col, typical, precision, diagonal, x, y, lost, factor,
                                 work, own)  # fmt: skip
                squares, freedom, largest = 0.0, 0.0, 0.0
                for p in range(pairs):
                    if phase[p, row, col] == phase[p, row, col]:
                        share = own[p] * variance[p]
                        if count > pairs - 3 or share < redundancy:
                            odds[p, row, col] = -1
                            own[p] = 0.0
                        squares += x[p] * y[p]
                        freedom += share
                        largest = max(largest, abs(y[p]) * TURN * 2.0 - TURN * TURN * own[p])
                if count > pairs - 3 or squares < 2.0 * limit or largest < 2.0 * limit:
                    continue
                found[:] = 0
                some = False
                for _ in range(MOST_STEPS):
                    best, chosen, whole = 0.0, -1, 0.0
                    for p in range(pairs):
                        if own[p] <= 0.0:
                            continue
                        if owner[p] != p and own[owner[p]] > 0.0:
                            continue
                        k = np.rint(y[p] / (TURN * own[p]))
                        if k != 0.0:
                            gain = 2.0 * TURN * k * y[p] - (TURN * k) ** 2 * own[p]
                            if gain > best:
                                best, chosen, whole = gain, p, k
                    if chosen < 0:
                        break
                    left = max(squares - best, 0.0)
                    scale = max(1.0, (prior + left) / (prior + max(freedom - 1.0, 0.0)))
                    if best < 2.0 * limit * scale:
                        break
                    _column(precision, chosen, lost, count, factor, work, column)
                    # Others that would explain the same as well: only their borders can tell.
                    alike = 0
                    for q in range(pairs):
                        if q == chosen or own[q] <= 0.0:
                            continue
                        if owner[q] != q and own[owner[q]] > 0.0:
                            continue
                        k = np.rint(y[q] / (TURN * own[q]))
                        if k == 0.0:
                            continue
                        gain = 2.0 * TURN * k * y[q] - (TURN * k) ** 2 * own[q]
                        then = gain - 2.0 * TURN * TURN * k * whole * column[q]
                        if gain > best - 2.0 * limit * scale and then < 2.0 * limit * scale:
                            odds[q, row, col] = -1
                            rivals[alike] = q
                            alike += 1
                    for q in range(pairs):
                        y[q] -= TURN * whole * column[q]
                    squares = left
                    if alike and found[chosen] == 0:
                        odds[chosen, row, col] = -1
                        own[chosen] = 0.0
                        for i in range(alike):
                            own[rivals[i]] = 0.0
                        continue
                    for i in range(alike):
                        odds[rivals[i], row, col] = 0
                    found[chosen] += np.int64(whole)
                    some = True
                if not some:
                    continue
                scale = max(1.0, (prior + squares) / (prior + max(freedom - 1.0, 0.0)))
                for p in range(pairs):
                    if found[p] != 0:
                        sign = 1.0 if found[p] > 0 else -1.0
                        worse = 2.0 * TURN * sign * y[p] + TURN * TURN * own[p]
                        value = worse / (2.0 * scale * unit)
                        cycles[p, row, col] = np.int8(max(-127, min(127, -found[p])))
                        odds[p, row, col] = np.int8(max(1.0, min(127.0, value)))
