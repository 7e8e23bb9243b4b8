# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the goodness of fit of linked phases to some of the interferograms."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import multiply_add, multiply_subtract, store
from ._covariance_kernel import window_weights
from ._eigen_kernel import LANES, full32, load, load_at


@njit(parallel=True, cache=True, nogil=True)
def pair_goodness(real, imaginary, page, valid, masks, geometry, linked, pairs, out):
    """Mean cosine between linked phases and those of pairs averaged over the brothers.

    Parameters
    ----------
    real, imaginary, page, valid, masks, geometry
        See :func:`._linking_kernel.link`.
    linked : ndarray of complex64, shape (time, out_row, out_column)
    pairs : ndarray of int64, shape (pair, 2)
    out : ndarray of float32, shape (out_row, out_column)
        Written; NaN where not linked.
    """
    half_y, half_x, down, across, quotients = geometry
    window = (2 * half_y + 1) * (2 * half_x + 1)
    cols = masks.shape[1]
    for row in prange(masks.shape[0]):
        weights, offsets = np.empty(window * LANES, np.float32), np.empty(window, np.int64)
        counts, total = np.empty(LANES, np.int64), np.empty(LANES)
        x, y = np.empty(LANES, np.float32), np.empty(LANES, np.float32)
        for first in range(0, cols, LANES):
            used = window_weights(
                masks, valid, row, first, half_y, half_x, down, across, quotients, weights,
                offsets, counts,
            )  # fmt: skip
            total[:] = 0.0
            for pair in range(len(pairs)):
                m, n = pairs[pair, 0], pairs[pair, 1]
                u, v = full32(np.float32(0)), full32(np.float32(0))
                for k in range(used):
                    weight, at = load(weights, k), offsets[k]
                    a = load_at(real, m * page + at) * weight
                    b = load_at(imaginary, m * page + at) * weight
                    c = load_at(real, n * page + at)
                    d = load_at(imaginary, n * page + at)
                    u = multiply_add(b, d, multiply_add(a, c, u))
                    v = multiply_subtract(a, d, multiply_add(b, c, v))
                store(x, 0, u)
                store(y, 0, v)
                for lane in range(min(LANES, cols - first)):
                    z = linked[m, row, first + lane] * np.conj(linked[n, row, first + lane])
                    scale = np.hypot(x[lane], y[lane]) * abs(z)
                    if scale > 0:
                        total[lane] += (x[lane] * z.real + y[lane] * z.imag) / scale
                    elif not np.isfinite(scale):
                        total[lane] = np.nan
            for lane in range(min(LANES, cols - first)):
                out[row, first + lane] = total[lane] / len(pairs)
