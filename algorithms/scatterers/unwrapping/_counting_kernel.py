# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is counted over interferograms, compiled: one pass over each."""

from __future__ import annotations

import math

import numpy as np

from ...kernels import njit

TAU = np.float32(2.0 * math.pi)


@njit(cache=True, nogil=True)
def count_components(wrapped, coherence, component, rows, pixels, total, coherent, residues):
    """Add to the sums of :class:`.quality.ComponentTotals`.

    Parameters
    ----------
    wrapped : ndarray of float32, shape (row, column)
        NaN for no data.
    coherence : ndarray of float32, same shape, or (0, 0) for none
    component : ndarray of int, same shape
    rows : int
        Pixels of so many rows are counted, and cells whose upper pixels are there.
    pixels, total, coherent, residues : ndarray, shape (component + 1,)
    """
    height, width = wrapped.shape
    for r in range(rows):
        for c in range(width):
            here = wrapped[r, c]
            if not np.isfinite(here):
                continue
            label = component[r, c]
            pixels[label] += 1
            if coherence.size and np.isfinite(coherence[r, c]):
                total[label] += coherence[r, c]
                coherent[label] += 1
            if r + 1 == height or c + 1 == width:
                continue
            right, across, below = wrapped[r, c + 1], wrapped[r + 1, c + 1], wrapped[r + 1, c]
            turns = np.round((right - here) / TAU) + np.round((across - right) / TAU)
            turns += np.round((below - across) / TAU) + np.round((here - below) / TAU)
            if abs(turns) > 0.5:
                residues[label] += 1


@njit(cache=True, nogil=True)
def count_seen(phase, coherence, seen, total, known):
    """Add one pair to what is known of pixels.

    Parameters
    ----------
    phase : ndarray of float32, shape (row, column)
        NaN for no data.
    coherence : ndarray of float32, same shape, or (0, 0) for none
    seen, known : ndarray of int32, same shape
        Pairs with a phase, and with a coherence besides.
    total : ndarray of float64, same shape
        Sum of the coherences.
    """
    for r in range(phase.shape[0]):
        for c in range(phase.shape[1]):
            if np.isfinite(phase[r, c]):
                seen[r, c] += 1
                if coherence.size and np.isfinite(coherence[r, c]):
                    total[r, c] += coherence[r, c]
                    known[r, c] += 1
