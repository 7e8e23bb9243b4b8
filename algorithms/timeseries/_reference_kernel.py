# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the search for a reference: sums over the pairs of every pixel.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

CHUNK = 512  # pixels that are summed up together


@njit(cache=True, nogil=True)
def _add_phase(phase, span, count, moment, squares):
    for p in range(len(phase)):
        known = np.abs(phase[p]) < np.inf
        count[p] += np.int32(known)
        moment[p] += span * phase[p] if known else 0.0
        squares[p] += span * span if known else 0.0


@njit(cache=True, nogil=True)
def _add_coherence(phase, coherence, number, total):
    for p in range(len(phase)):
        known = (np.abs(phase[p]) < np.inf) & (np.abs(coherence[p]) < np.inf)
        number[p] += np.int32(known)
        total[p] += coherence[p] if known else 0.0


@njit(parallel=True, cache=True, nogil=True)
def scan(phase, coherence, spans, count, mean, rate):
    """Count valid pairs, average the coherence and stack the rate of every pixel.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, pixel)
    coherence : ndarray of float32, shape (pair, pixel) or (0, 0)
    spans : ndarray, shape (pair,)
    count : ndarray of int32, shape (pixel,)
        Written.
    mean, rate : ndarray, shape (pixel,)
        Written; NaN where there is nothing, and `mean` without coherence.
    """
    pixels = phase.shape[1]
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        part = slice(chunk * CHUNK, min(chunk * CHUNK + CHUNK, pixels))
        size = part.stop - part.start
        moment, squares, total = np.zeros(size), np.zeros(size), np.zeros(size)
        number = np.zeros(size, np.int32)
        count[part] = 0
        for k in range(len(spans)):
            _add_phase(phase[k, part], spans[k], count[part], moment, squares)
            if len(coherence):
                _add_coherence(phase[k, part], coherence[k, part], number, total)
        for p in range(size):
            place = part.start + p
            rate[place] = moment[p] / squares[p] if squares[p] > 0 else np.nan
            mean[place] = total[p] / number[p] if number[p] > 0 else np.nan
