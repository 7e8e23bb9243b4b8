# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Least squares for many short series, each with its own gaps and its own choice of columns.

A pixel's design matrix is the shared `base` and, of a `table` of further columns, those that the
pixel picks. Only its valid dates count. Noise that is a sum of first-order Markov processes beside
white noise is turned white by a Kalman filter over the valid dates (Jones 1980), in time
proportional to their number, whatever the gaps. A pixel's result depends on nothing but the pixel.

Importing this module imports numba, whose cache looks at the file of the calling kernel only: after
a change here touch ``_search_kernel.py`` too.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

# Pixels that one thread takes at a time; their series are copied together, which saves the cache.
CHUNK = 32
# Smallest pivot of the normal matrix with unit diagonal; below, columns are taken as dependent.
LEAST_PIVOT = 1e-8
REASSOCIATE = {"reassoc", "contract", "nsz"}


@njit(cache=True, nogil=True)
def _gather(row, base, table, picks, pixel, design, index, columns):
    """Valid dates of a pixel: design with the data as last column; their number, the columns'."""
    shared = base.shape[1]
    count = shared
    for j in range(shared):
        columns[j] = j
    for s in range(picks.shape[0]):
        if picks[s, pixel] >= 0:
            columns[count] = shared + s
            count += 1
    valid = 0
    for i in range(len(row)):
        if not np.isfinite(row[i]):
            continue
        index[valid] = i
        for j in range(shared):
            design[valid, j] = base[i, j]
        for j in range(shared, count):
            design[valid, j] = table[picks[columns[j] - shared, pixel], i]
        design[valid, count] = row[i]
        valid += 1
    return valid, count


@njit(cache=True, nogil=True)
def _kalman(index, valid, years, markov, decay, gain, scale):
    """Filter of the noise at the valid dates; the sum of the logarithms of its variances.

    `markov`, a row a process: decay rate a year (0: random walk) and variance (of the walk: a
    year), as multiples of the white noise's.
    """
    count = len(markov)
    state = np.zeros((count, count))
    along = np.empty(count)
    for m in range(count):
        rate, process = markov[m]
        # A walk starts at the first date, whether the pixel has it or not.
        state[m, m] = process if rate > 0 else process * (years[index[0]] - years[0])
    total = 0.0
    for k in range(valid):
        step = years[index[k]] - years[index[k - 1]] if k else 0.0
        for m in range(count):
            decay[k, m] = np.exp(-markov[m, 0] * step)
        if k:
            for m in range(count):
                for n in range(count):
                    state[m, n] *= decay[k, m] * decay[k, n]
                rate, process = markov[m]
                state[m, m] += process * (1.0 - decay[k, m] ** 2 if rate > 0 else step)
        sum_ = 1.0
        for m in range(count):
            along[m] = 0.0
            for n in range(count):
                along[m] += state[m, n]
            sum_ += along[m]
        for m in range(count):
            gain[k, m] = along[m] / sum_
            for n in range(count):
                state[m, n] -= gain[k, m] * along[n]
        scale[k] = 1.0 / np.sqrt(sum_)
        total += np.log(sum_)
    return total


@njit(cache=True, nogil=True)
def _whiten(design, valid, width, decay, gain, scale, state):
    count = state.shape[1]
    for j in range(width):
        for m in range(count):
            state[j, m] = 0.0
    for k in range(valid):
        for j in range(width):
            news = design[k, j]
            for m in range(count):
                state[j, m] *= decay[k, m]
                news -= state[j, m]
            for m in range(count):
                state[j, m] += gain[k, m] * news
            design[k, j] = scale[k] * news


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _factorise(design, valid, width, norms, inverse):
    """Inverse of the Cholesky factor of the scaled normal matrix; False if columns depend.

    The second answer is the logarithm of the determinant of the normal matrix.
    """
    factor = np.empty((width, width))
    determinant = 0.0
    for j in range(width):
        total = 0.0
        for k in range(valid):
            total += design[k, j] ** 2
        if not total > 0.0:
            return False, 0.0
        norms[j] = np.sqrt(total)
        determinant += np.log(total)
    for i in range(width):
        for j in range(i + 1):
            total = 0.0
            for k in range(valid):
                total += design[k, i] * design[k, j]
            total /= norms[i] * norms[j]
            for m in range(j):
                total -= factor[i, m] * factor[j, m]
            if i > j:
                factor[i, j] = total / factor[j, j]
            elif total < LEAST_PIVOT:
                return False, 0.0
            else:
                factor[i, i] = np.sqrt(total)
                determinant += np.log(total)
    for j in range(width):
        for i in range(width):
            inverse[i, j] = 0.0
        inverse[j, j] = 1.0 / factor[j, j]
        for i in range(j + 1, width):
            total = 0.0
            for m in range(j, i):
                total -= factor[i, m] * inverse[m, j]
            inverse[i, j] = total / factor[i, i]
    return True, determinant


@njit(cache=True, nogil=True)
def _solve(design, valid, width, norms, inverse, solution, residual):
    """Coefficients and residuals (one step of refinement); the sum of squared residuals."""
    right = np.empty(width)
    half = np.empty(width)
    for j in range(width):
        solution[j] = 0.0
    for k in range(valid):
        residual[k] = design[k, width]
    squares = 0.0
    for _ in range(2):
        for j in range(width):
            right[j] = 0.0
        for k in range(valid):
            for j in range(width):
                right[j] += design[k, j] * residual[k]
        for i in range(width):
            half[i] = 0.0
            for j in range(i + 1):
                half[i] += inverse[i, j] * right[j] / norms[j]
        for j in range(width):
            total = 0.0
            for i in range(j, width):
                total += inverse[i, j] * half[i]
            solution[j] += total / norms[j]
        squares = 0.0
        for k in range(valid):
            total = design[k, width]
            for j in range(width):
                total -= design[k, j] * solution[j]
            residual[k] = total
            squares += total * total
    return squares


@njit(cache=True, nogil=True)
def _cofactors(inverse, norms, width, out):
    for i in range(width):
        for j in range(i + 1):
            total = 0.0
            for m in range(i, width):
                total += inverse[m, i] * inverse[m, j]
            out[i, j] = total / (norms[i] * norms[j])
            out[j, i] = out[i, j]


@njit(cache=True, nogil=True)
def _shaped(design, index, valid, width, shape, base, whole, cofactors, out):
    """Covariance of the coefficients for noise of covariance `shape`; ``tr(R C)`` as answer.

    `whole` is ``shape @ base``, from which only the missing dates are taken off.
    """
    times, shared = base.shape
    missing = np.empty(times, np.int64)
    count, k = 0, 0
    for i in range(times):
        if k < valid and index[k] == i:
            k += 1
        else:
            missing[count] = i
            count += 1
    inner = np.zeros((width, width))
    line = np.empty(width)
    trace = 0.0
    for k in range(valid):
        row = shape[index[k]]
        trace += row[index[k]]
        for j in range(shared):
            line[j] = whole[index[k], j]
        for m in range(count):
            for j in range(shared):
                line[j] -= row[missing[m]] * base[missing[m], j]
        for j in range(shared, width):
            line[j] = 0.0
            for m in range(valid):
                line[j] += row[index[m]] * design[m, j]
        for i in range(width):
            for j in range(width):
                inner[i, j] += design[k, i] * line[j]
    half = np.zeros((width, width))
    for i in range(width):
        for j in range(width):
            for m in range(width):
                half[i, j] += cofactors[i, m] * inner[m, j]
        trace -= half[i, i]
    for i in range(width):
        for j in range(width):
            out[i, j] = 0.0
            for m in range(width):
                out[i, j] += half[i, m] * cofactors[m, j]
    return trace


@njit(cache=True, nogil=True)
def _scratch(times, most, processes):
    """Room for one pixel at a time: design and data, dates, columns, by date, by column, factor."""
    by_process = (times, processes)
    by_date = np.empty(by_process), np.empty(by_process), np.empty(times), np.empty(times)
    by_column = np.empty(most), np.empty(most), np.empty((most + 1, processes))
    return (
        np.empty((times, most + 1)), np.empty(times, np.int64), np.empty(most, np.int64), by_date,
        by_column, np.empty((most, most)),
    )  # fmt: skip


@njit(cache=True, nogil=True)
def _copy(series, start, stop, rows):
    """The series of some pixels, a row each."""
    for i in range(series.shape[0]):
        for p in range(start, stop):
            rows[p - start, i] = series[i, p]


@njit(parallel=True, cache=True, nogil=True)
def solve(series, base, table, picks, years, markov, shape, whole, scales, cross, estimate, misfit):
    """Fit every pixel.

    Parameters
    ----------
    series : ndarray of float64, shape (time, pixel)
    base : ndarray, shape (time, column)
    table : ndarray, shape (entry, time)
    picks : ndarray of int32, shape (pick, pixel)
        Entries of the table, -1 for none.
    years : ndarray, shape (time,)
    markov : ndarray, shape (process, 2)
        See :func:`_kalman`; white noise without any.
    shape : ndarray, shape (time, time) or (0, 0)
        Covariance of a second part of the noise, known but for its size by pixel.
    whole : ndarray, shape (time, column)
        ``shape @ base``.
    scales : ndarray, shape (pixel,)
        That size.
    cross : ndarray of int64, shape (pair, 2)
        Coefficients whose covariance is wanted.
    estimate : tuple of ndarray
        Written: coefficients and std, (column + pick, pixel), and covariances, (pair, pixel).
    misfit : ndarray, shape (3, pixel)
        Written: RMS of the plain residuals, sum of squares of the whitened, degrees of freedom.
    """
    coefficients, std, covariances = estimate
    times, pixels = series.shape
    most = base.shape[1] + picks.shape[0]
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        design, index, columns, filters, vectors, inverse = _scratch(times, most, len(markov))
        decay, gain, scale, residual = filters
        norms, solution, state = vectors
        cofactors, shaped = np.empty((most, most)), np.empty((most, most))
        for p in range(start, stop):
            for j in range(most):
                coefficients[j, p] = np.nan
                std[j, p] = np.nan
            for j in range(cross.shape[0]):
                covariances[j, p] = np.nan
            for j in range(3):
                misfit[j, p] = np.nan
            row = rows[p - start]
            valid, width = _gather(row, base, table, picks, p, design, index, columns)
            if valid <= width:
                continue
            if len(markov):
                _kalman(index, valid, years, markov, decay, gain, scale)
                _whiten(design, valid, width + 1, decay, gain, scale, state)
            good, _ = _factorise(design, valid, width, norms, inverse)
            if not good:
                continue
            squares = _solve(design, valid, width, norms, inverse, solution, residual)
            _cofactors(inverse, norms, width, cofactors)
            size, expected = 0.0, 0.0
            if len(shape):
                size = scales[p]
                expected = _shaped(
                    design, index, valid, width, shape, base, whole, cofactors, shaped
                )
            variance = max(squares - size * expected, 0.0) / (valid - width)
            for j in range(width):
                coefficients[columns[j], p] = solution[j]
                total = variance * cofactors[j, j]
                if size > 0:
                    total += size * shaped[j, j]
                std[columns[j], p] = np.sqrt(total)
            for j in range(cross.shape[0]):
                a, b = cross[j]
                covariances[j, p] = variance * cofactors[a, b]
                if size > 0:
                    covariances[j, p] += size * shaped[a, b]
            plain = squares
            if len(markov):
                plain = 0.0
                _gather(row, base, table, picks, p, design, index, columns)
                for k in range(valid):
                    total = design[k, width]
                    for j in range(width):
                        total -= design[k, j] * solution[j]
                    plain += total * total
            misfit[0, p] = np.sqrt(plain / valid)
            misfit[1, p] = squares
            misfit[2, p] = valid - width
