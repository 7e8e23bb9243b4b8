# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: weighted least squares of two or three components, pixel by pixel."""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange


@njit(nogil=True, error_model="numpy")
def _condition(m, n):
    """Ratio of the singular values of a design with the normal matrix `m`."""
    if n == 2:
        half = 0.5 * (m[0, 0] + m[1, 1])
        root = math.hypot(0.5 * (m[0, 0] - m[1, 1]), m[0, 1])
        largest, smallest = half + root, half - root
    else:
        # Eigenvalues of a symmetric matrix in closed form (Smith 1961).
        q = (m[0, 0] + m[1, 1] + m[2, 2]) / 3
        off = m[0, 1] ** 2 + m[0, 2] ** 2 + m[1, 2] ** 2
        p = math.sqrt(((m[0, 0] - q) ** 2 + (m[1, 1] - q) ** 2 + (m[2, 2] - q) ** 2 + 2 * off) / 6)
        if p == 0:
            return 1.0
        a, b, c = (m[0, 0] - q) / p, (m[1, 1] - q) / p, (m[2, 2] - q) / p
        d, e, f = m[0, 1] / p, m[0, 2] / p, m[1, 2] / p
        r = 0.5 * (a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e))
        angle = math.acos(min(1.0, max(-1.0, r))) / 3
        largest = q + 2 * p * math.cos(angle)
        smallest = q + 2 * p * math.cos(angle + 2 * math.pi / 3)
    if smallest <= 1e-14 * largest:
        return math.inf
    return math.sqrt(largest / smallest)


@njit(nogil=True, error_model="numpy")
def _invert(m, n, out):
    """Inverse of a positive definite matrix of 2 or 3 rows."""
    if n == 2:
        det = m[0, 0] * m[1, 1] - m[0, 1] * m[0, 1]
        out[0, 0], out[1, 1] = m[1, 1] / det, m[0, 0] / det
        out[0, 1] = out[1, 0] = -m[0, 1] / det
        return
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        for row in range(3):
            s, t = (row + 1) % 3, (row + 2) % 3
            out[row, i] = m[j, s] * m[k, t] - m[j, t] * m[k, s]
    det = m[0, 0] * out[0, 0] + m[0, 1] * out[1, 0] + m[0, 2] * out[2, 0]
    for i in range(3):
        for j in range(3):
            out[i, j] /= det


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def solve_pixels(design, data, std, limit, out_values, out_cov, out_measures, out_count):
    """Fill components, their covariance, condition and residual, and the number of observations.

    Parameters
    ----------
    design : float64 (observation, component, pixel)
    data, std : float64 (observation, pixel)
        NaN for what is not known.
    limit : float
        Largest condition number.
    out_values : float64 (component, pixel)
    out_cov : float64 (component, component, pixel)
    out_measures : float64 (2, pixel)
        Condition number, and the weighted root mean square of the residuals.
    out_count : uint8 (pixel,)
    """
    rows, n, pixels = design.shape
    for pixel in prange(pixels):
        plain, weighted = np.zeros((n, n)), np.zeros((n, n))
        inverse, right = np.zeros((n, n)), np.zeros(n)
        count = 0
        for k in range(rows):
            good = math.isfinite(data[k, pixel]) and std[k, pixel] > 0
            for i in range(n):
                good = good and math.isfinite(design[k, i, pixel])
            if not good:
                continue
            count += 1
            weight = 1 / std[k, pixel] ** 2
            for i in range(n):
                right[i] += weight * design[k, i, pixel] * data[k, pixel]
                for j in range(n):
                    product = design[k, i, pixel] * design[k, j, pixel]
                    plain[i, j] += product
                    weighted[i, j] += weight * product
        out_count[pixel] = count
        condition = _condition(plain, n) if count >= n else math.nan
        out_measures[0, pixel] = condition
        out_measures[1, pixel] = math.nan
        # A limit of infinity lets through what is bad, not what has no solution.
        solved = count >= n and math.isfinite(condition) and condition <= limit
        if solved:
            _invert(weighted, n, inverse)
        for i in range(n):
            value = 0.0
            for j in range(n):
                out_cov[i, j, pixel] = inverse[i, j] if solved else math.nan
                value += inverse[i, j] * right[j]
            out_values[i, pixel] = value if solved else math.nan
        if not solved or count == n:
            continue
        total, weights = 0.0, 0.0
        for k in range(rows):
            left = data[k, pixel]
            for i in range(n):
                left -= design[k, i, pixel] * out_values[i, pixel]
            if math.isfinite(left) and std[k, pixel] > 0:
                total += (left / std[k, pixel]) ** 2
                weights += 1 / std[k, pixel] ** 2
        out_measures[1, pixel] = math.sqrt(total / weights)
