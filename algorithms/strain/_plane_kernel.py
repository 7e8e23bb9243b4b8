# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that lays a plane through the neighbourhood of every pixel."""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange

KNOWN = 14
"""Numbers of a pixel: east and north (of the plane, in the middle), their slopes along columns and
rows, and variance along columns, covariance and variance along rows of both."""


@njit(cache=True, nogil=True, inline="always")
def _variance(m, a, b):
    """Of the sum of two rows of weights with a matrix of variances in between."""
    return (
        a[0] * (m[0] * b[0] + m[1] * b[1] + m[2] * b[2])
        + a[1] * (m[1] * b[0] + m[3] * b[1] + m[4] * b[2])
        + a[2] * (m[2] * b[0] + m[4] * b[1] + m[5] * b[2])
    )


@njit(parallel=True, cache=True, nogil=True)
def planes(east, north, east_var, north_var, weights, least, out):
    """Weighted planes through both components.

    Parameters
    ----------
    east, north : ndarray of float32, shape (row + 2 h, column + 2 w)
        NaN for none; with the margin that the weights need.
    east_var, north_var : ndarray of float32, same shape or (0, 0)
        Variances; where the arrays are empty the misfit tells them.
    weights : ndarray of float64, shape (2 h + 1, 2 w + 1)
    least : float
        Sum of the weights of known pixels below which there is no plane.
    out : ndarray of float64, shape (KNOWN, row, column)
        Filled; NaN where the pixel itself is not known.
    """
    h, w = weights.shape[0] // 2, weights.shape[1] // 2
    rows, cols = out.shape[1:]
    given = east_var.size > 0
    for i in prange(rows):
        base, me, mn, be, bn = np.empty(6), np.empty(6), np.empty(6), np.empty(3), np.empty(3)
        p = np.empty((3, 3))
        for j in range(cols):
            out[:, i, j] = np.nan
            e0, n0 = np.float64(east[i + h, j + w]), np.float64(north[i + h, j + w])
            if math.isnan(e0) or math.isnan(n0):
                continue
            base[:], me[:], mn[:], be[:], bn[:] = 0.0, 0.0, 0.0, 0.0, 0.0
            qe, qn = 0.0, 0.0
            for k in range(2 * h + 1):
                y = np.float64(k - h)
                for m in range(2 * w + 1):
                    e, n = np.float64(east[i + k, j + m]) - e0, np.float64(north[i + k, j + m]) - n0
                    if math.isnan(e) or math.isnan(n):
                        continue
                    ve, vn = 1.0, 1.0
                    if given:
                        ve = np.float64(east_var[i + k, j + m])
                        vn = np.float64(north_var[i + k, j + m])
                        if math.isnan(ve) or math.isnan(vn):
                            continue
                    g, x = weights[k, m], np.float64(m - w)
                    terms = (g, g * x, g * y, g * x * x, g * x * y, g * y * y)
                    for t in range(6):
                        base[t] += terms[t]
                        me[t] += g * ve * terms[t]
                        mn[t] += g * vn * terms[t]
                    be[0] += g * e
                    be[1] += g * x * e
                    be[2] += g * y * e
                    bn[0] += g * n
                    bn[1] += g * x * n
                    bn[2] += g * y * n
                    qe += g * e * e
                    qn += g * n * n
            a, b, c, d, f, q = base
            if a < least:
                continue
            p[0, 0], p[0, 1], p[0, 2] = d * q - f * f, c * f - b * q, b * f - c * d
            p[1, 1], p[1, 2], p[2, 2] = a * q - c * c, b * c - a * f, a * d - b * b
            whole = a * p[0, 0] + b * p[0, 1] + c * p[0, 2]
            # Pixels along one line tell nothing across it.
            if not whole > 1e-6 * a * d * q:
                continue
            p[1, 0], p[2, 0], p[2, 1] = p[0, 1], p[0, 2], p[1, 2]
            p[:] /= whole
            se, sn = 1.0, 1.0
            if not given:
                free = a
                for t in range(3):
                    r = (0, 1, 2), (1, 3, 4), (2, 4, 5)
                    for s in range(3):
                        free -= p[t, s] * me[r[t][s]]
                fe, fn = qe, qn
                for t in range(3):
                    for s in range(3):
                        fe -= be[t] * p[t, s] * be[s]
                        fn -= bn[t] * p[t, s] * bn[s]
                if free <= 1e-9 * a:
                    continue
                se, sn = max(fe, 0.0) / free, max(fn, 0.0) / free
            for c_, (v, b_, m_, s_) in enumerate(((e0, be, me, se), (n0, bn, mn, sn))):
                out[c_, i, j] = v + p[0, 0] * b_[0] + p[0, 1] * b_[1] + p[0, 2] * b_[2]
                for t in range(2):
                    at = 2 + 2 * c_ + t
                    out[at, i, j] = p[t + 1, 0] * b_[0] + p[t + 1, 1] * b_[1] + p[t + 1, 2] * b_[2]
                out[6 + 4 * c_, i, j] = s_ * _variance(m_, p[1], p[1])
                out[7 + 4 * c_, i, j] = s_ * _variance(m_, p[1], p[2])
                out[8 + 4 * c_, i, j] = s_ * _variance(m_, p[2], p[2])
                out[9 + 4 * c_, i, j] = s_ * _variance(m_, p[0], p[0])
