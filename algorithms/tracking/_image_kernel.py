# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of symmetric filters over whole images."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import multiply_add, store_at, vectors_of

LANES = 8
load_at, full32 = vectors_of(LANES, "load_at", "full32")


@njit(parallel=True, cache=True, nogil=True)
def filtered(image, weights):
    """An image convolved with symmetric weights along rows and columns.

    Every pixel adds up in the same order, so that it does not depend on the block it came in.

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
    weights : ndarray of float32, shape (radius + 1,)
        From the middle outwards.

    Returns
    -------
    ndarray of float32, shape (row, column)
        0 within the radius of the border.
    """
    rows, cols = image.shape
    reach = len(weights) - 1
    out = np.zeros((rows, cols), np.float32)
    flat, given = out.reshape(rows * cols), image.reshape(rows * cols)
    for row in prange(reach, rows - reach):
        line, start = np.zeros(cols + LANES, np.float32), row * cols
        last = cols - LANES
        for at in range(0, cols, LANES):
            j = min(at, last)  # the last vector overlaps the one before it
            value = full32(weights[0]) * load_at(given, start + j)
            for k in range(1, reach + 1):
                both = load_at(given, start + j - k * cols) + load_at(given, start + j + k * cols)
                value = multiply_add(full32(weights[k]), both, value)
            store_at(line, j, value)
        first, last = reach, cols - reach - LANES
        for at in range(first, cols - reach, LANES):
            j = min(at, last)
            value = full32(weights[0]) * load_at(line, j)
            for k in range(1, reach + 1):
                both = load_at(line, j - k) + load_at(line, j + k)
                value = multiply_add(full32(weights[k]), both, value)
            store_at(flat, start + j, value)
    return out
