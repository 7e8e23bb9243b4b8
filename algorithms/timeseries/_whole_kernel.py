# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Least squares for many series without gaps, which share one solution operator.

The quick companion of :mod:`._fit_kernel`: what does not depend on the data is worked out once, and
pixels lie side by side so that the inner loops vectorise. Series with gaps are left to the other.
Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._fit_kernel import LEAST_PIVOT, REASSOCIATE, _kalman, _whiten

LANES = 256  # pixels that are worked on side by side


def operators(matrix, years, markov, covariance=None):
    """What series without gaps share.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
    years : ndarray, shape (time,)
    markov : ndarray, shape (process, 2)
        See :func:`._fit_kernel.solve`.
    covariance : ndarray, shape (time, time), optional
        Of a second part of the noise, known but for its size by pixel.

    Returns
    -------
    tuple or None
        Matrix; solution operator, shape (column, time); cofactors, shape (column, column);
        covariance of the coefficients for the second part of the noise, of the same shape; its
        expected sum of squared residuals ``tr(R C)``; the filter that turns the noise white. None
        where the columns depend on each other.
    """
    count, width = matrix.shape
    by_process = (count, len(markov))
    filters = np.zeros(by_process), np.zeros(by_process), np.ones(count)
    whitened = np.concatenate([matrix, np.eye(count)], axis=1)
    if len(markov):
        index, state = np.arange(count), np.zeros((count + width, len(markov)))
        _kalman(index, count, years, markov, *filters)
        _whiten(whitened, count, count + width, *filters, state)
    norms = np.linalg.norm(whitened[:, :width], axis=0)
    if not (count > width and np.all(norms > 0)):
        return None
    q, r = np.linalg.qr(whitened[:, :width] / norms)
    # Cholesky's pivots of the scaled normal matrix are the squares of this diagonal.
    if np.any(np.diag(r) ** 2 < LEAST_PIVOT):
        return None
    solution = q.T.copy()
    for k in range(width - 1, -1, -1):  # LAPACK's threads would spin on after every block
        solution[k] = (solution[k] - r[k, k + 1 :] @ solution[k + 1 :]) / r[k, k]
    solution /= norms[:, np.newaxis]
    cofactors = solution @ solution.T
    if len(markov):
        solution = solution @ whitened[:, width:]
    shaped, expected = np.zeros((matrix.shape[1],) * 2), 0.0
    if covariance is not None:
        shaped = solution @ covariance @ solution.T
        expected = float(np.trace(covariance) - np.trace(q.T @ covariance @ q))
    return (
        np.ascontiguousarray(matrix), np.ascontiguousarray(solution), cofactors, shaped, expected,
        filters,
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


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _add_squares(line, squares):
    """Add the squares."""
    for p in range(len(line)):
        squares[p] += line[p] * line[p]


@njit(cache=True, nogil=True)
def _scale(factor, line):
    """Multiply in place."""
    for p in range(len(line)):
        line[p] *= factor


@njit(cache=True, nogil=True)
def _take_off(values, line):
    """Subtract."""
    for p in range(len(line)):
        line[p] -= values[p]


@njit(cache=True, nogil=True)
def _filter(line, state, decay, gain, scale):
    """White noise of a date from the residuals, in their place; the filter's state goes on."""
    for m in range(len(state)):
        _scale(decay[m], state[m])
        _take_off(state[m], line)
    for m in range(len(state)):
        _add(gain[m], line, state[m])
    _scale(scale, line)


@njit(parallel=True, cache=True, nogil=True, fastmath=REASSOCIATE)
def solve(
    series, matrix, solution, cofactors, shaped, expected, filters, scales, cross, estimate, misfit
):
    """Fit every pixel; those with gaps get an infinite or undefined sum of squares.

    Parameters
    ----------
    series : ndarray of float32 or float64, shape (time, pixel)
    matrix, solution, cofactors, shaped, expected, filters
        See :func:`operators`.
    scales : ndarray, shape (pixel,)
        Size of the second part of the noise.
    cross : ndarray of int64, shape (pair, 2)
        Coefficients whose covariance is wanted.
    estimate, misfit
        Written; see :func:`._fit_kernel.solve`.
    """
    coefficients, std, covariances = estimate
    decay, gain, scale = filters
    times, pixels = series.shape
    width = matrix.shape[1]
    freedom = times - width
    for chunk in prange((pixels + LANES - 1) // LANES):
        start = chunk * LANES
        stop = min(start + LANES, pixels)
        found, line = np.zeros((width, stop - start)), np.empty(stop - start)
        squares, plain = np.zeros((2, stop - start))
        state = np.zeros((decay.shape[1], stop - start))
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
            _add_squares(line, plain)
            if len(state):
                _filter(line, state, decay[i], gain[i], scale[i])
            _add_squares(line, squares)
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
            misfit[0, start + p] = np.sqrt(plain[p] / times)
            misfit[1, start + p] = squares[p]
            misfit[2, start + p] = freedom
