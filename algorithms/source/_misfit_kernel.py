# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whitening of many models' predictions, on numba's threads.

A product by BLAS would do as well, but its threads and numba's wait for each other where calls
alternate as fast as a Markov chain makes them, which is several times slower.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

WIDE = 64
"""Models at a time: their sums stay in the fastest cache."""
LANES = 16
"""Tasks; rows are dealt to them in turn, as later rows are longer."""


@njit(parallel=True, cache=True, nogil=True, fastmath={"contract"})
def whiten_kernel(lower, values, out):
    """Multiply by a lower triangular matrix: ``out = lower @ values``.

    Parameters
    ----------
    lower : ndarray of float64, shape (row, row)
    values : ndarray of float64, shape (row, model)
    out : ndarray of float64, shape (row, model)
    """
    rows, models = values.shape
    for lane in prange(LANES):
        total = np.empty(WIDE)
        for first in range(0, models, WIDE):
            wide = min(WIDE, models - first)
            for row in range(lane, rows, LANES):
                total[:] = 0.0
                inner = 0
                while inner + 3 <= row:
                    a, b = lower[row, inner], lower[row, inner + 1]
                    c, d = lower[row, inner + 2], lower[row, inner + 3]
                    for k in range(wide):
                        total[k] += (
                            a * values[inner, first + k] + b * values[inner + 1, first + k]
                        ) + (c * values[inner + 2, first + k] + d * values[inner + 3, first + k])
                    inner += 4
                while inner <= row:
                    a = lower[row, inner]
                    for k in range(wide):
                        total[k] += a * values[inner, first + k]
                    inner += 1
                for k in range(wide):
                    out[row, first + k] = total[k]
