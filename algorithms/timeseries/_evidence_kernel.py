# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: how sure the closure of a pixel is of whole cycles. Importing this imports numba."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

TURN = 2.0 * np.pi
ROWS_PER_TASK = 8


@njit(cache=True, nogil=True)
def evidence_of(k, c, noise, start, loop, sign):
    """Log of the odds of a pair's cycles; see :func:`.closure.evidence`."""
    count, total, square = 0, 0.0, 0.0
    for e in range(start[k], start[k + 1]):
        value = c[loop[e]]
        if value == value:
            count += 1
            total += sign[e] * value
            square += value * value
    if count == 0:
        return np.inf
    # The pair's own noise is in all of its triplets, that of the two others in one each.
    variance = max(noise, square / count) * (1.0 + 2.0 / count) / 3.0
    return TURN * (np.pi - abs(total / count)) / variance


@njit(parallel=True, cache=True, nogil=True)
def evidence(phase, triplets, typical, start, loop, sign, cycles, bad, prior, weight, unit, out):
    """Fill in the evidence of all cycles where `bad` is not 0, in units, 1 to 127."""
    pairs, rows, cols = phase.shape
    for task in prange((rows + ROWS_PER_TASK - 1) // ROWS_PER_TASK):
        c = np.empty(len(triplets))
        for row in range(task * ROWS_PER_TASK, min(rows, (task + 1) * ROWS_PER_TASK)):
            for col in range(cols):
                any_cycles = False
                if bad[row, col] != 0:
                    for k in range(pairs):
                        any_cycles |= cycles[k, row, col] != 0
                if not any_cycles:
                    continue
                known, square = 0, 0.0
                for t in range(len(triplets)):
                    i, j, k = triplets[t]
                    whole = (
                        np.int64(cycles[i, row, col]) + cycles[j, row, col] - cycles[k, row, col]
                    )
                    c[t] = (
                        np.float64(phase[i, row, col]) + phase[j, row, col] - phase[k, row, col]
                        - typical[t] + TURN * whole
                    )  # fmt: skip
                    if c[t] == c[t]:
                        known += 1
                        square += c[t] * c[t]
                noise = (weight * prior + square) / (weight + known)
                for k in range(pairs):
                    if cycles[k, row, col] != 0:
                        odds = evidence_of(k, c, noise, start, loop, sign) / unit
                        out[k, row, col] = np.int8(max(1.0, min(127.0, odds)))
