# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Least squares for many series without gaps, which share one solution operator.

The quick companion of :mod:`._fit_kernel`: what does not depend on the data is worked out once, and
pixels lie side by side so that the inner loops vectorise. Series with gaps are left to the other.
Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

from ._fit_kernel import LEAST_PIVOT, REASSOCIATE

LANES = 256  # pixels that are worked on side by side


def operators(matrix, covariance=None):
    """What series without gaps share.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
    covariance : ndarray, shape (time, time), optional
        Of a second part of the noise, known but for its size by pixel.

    Returns
    -------
    tuple or None
        Matrix; solution operator, shape (column, time); cofactors, shape (column, column);
        covariance of the coefficients for the second part of the noise, of the same shape; its
        expected sum of squared residuals ``tr(R C)``. None where the columns depend on each other.
    """
    norms = np.linalg.norm(matrix, axis=0)
    if not (len(matrix) > matrix.shape[1] and np.all(norms > 0)):
        return None
    q, r = np.linalg.qr(matrix / norms)
    # Cholesky's pivots of the scaled normal matrix are the squares of this diagonal.
    if np.any(np.diag(r) ** 2 < LEAST_PIVOT):
        return None
    solution = np.linalg.solve(r, q.T) / norms[:, np.newaxis]
    shaped, expected = np.zeros((matrix.shape[1],) * 2), 0.0
    if covariance is not None:
        shaped = solution @ covariance @ solution.T
        expected = float(np.trace(covariance) - np.trace(q.T @ covariance @ q))
    return (
        np.ascontiguousarray(matrix), np.ascontiguousarray(solution), solution @ solution.T,
        shaped, expected,
    )  # fmt: skip


@njit(cache=True, nogil=True)
def _take(values, line):
    """Copy into double precision."""
    for p in range(len(line)):
        line[p] = values[p]


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _add(factor, values, line):
    """Add a multiple."""
    for p in range(len(line)):
        line[p] += factor * values[p]


@njit(parallel=True, cache=True, nogil=True, fastmath=REASSOCIATE)
def solve(series, matrix, solution, cofactors, shaped, expected, scales, cross, estimate, misfit):
    """Fit every pixel; those with gaps get an infinite or undefined sum of squares.

    Parameters
    ----------
    series : ndarray of float32 or float64, shape (time, pixel)
    matrix, solution, cofactors, shaped, expected
        See :func:`operators`.
    scales : ndarray, shape (pixel,)
        Size of the second part of the noise.
    cross : ndarray of int64, shape (pair, 2)
        Coefficients whose covariance is wanted.
    estimate, misfit
        Written; see :func:`._fit_kernel.solve`.
    """
    coefficients, std, covariances = estimate
    times, pixels = series.shape
    width = matrix.shape[1]
    freedom = times - width
    for chunk in prange((pixels + LANES - 1) // LANES):
        start = chunk * LANES
        stop = min(start + LANES, pixels)
        found, line = np.zeros((width, stop - start)), np.empty(stop - start)
        squares = np.zeros(stop - start)
        for i in range(times):
            _take(series[i, start:stop], line)
            for j in range(width):
                _add(solution[j, i], line, found[j])
        again = np.zeros_like(found)
        for i in range(times):  # one step of refinement
            _take(series[i, start:stop], line)
            for j in range(width):
                _add(-matrix[i, j], found[j], line)
            for j in range(width):
                _add(solution[j, i], line, again[j])
        for j in range(width):
            _add(1.0, again[j], found[j])
        for i in range(times):
            _take(series[i, start:stop], line)
            for j in range(width):
                _add(-matrix[i, j], found[j], line)
            for p in range(len(line)):
                squares[p] += line[p] * line[p]
        for p in range(len(line)):
            line[p] = max(squares[p] - scales[start + p] * expected, 0.0) / freedom
        for j in range(width):
            coefficients[j, start:stop] = found[j]
            for p in range(len(line)):
                size = scales[start + p]
                std[j, start + p] = np.sqrt(line[p] * cofactors[j, j] + size * shaped[j, j])
        for j in range(len(cross)):
            a, b = cross[j]
            for p in range(len(line)):
                size = scales[start + p]
                covariances[j, start + p] = line[p] * cofactors[a, b] + size * shaped[a, b]
        for p in range(len(line)):
            misfit[0, start + p] = np.sqrt(squares[p] / times)
            misfit[1, start + p] = squares[p]
            misfit[2, start + p] = freedom
