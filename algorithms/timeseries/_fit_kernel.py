# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Least squares for many short series, each with its own gaps and its own choice of columns.

A pixel's design matrix is the shared `base` and, of a `table` of further columns, those that the
pixel picks. Only its valid dates count. Noise that follows a first-order Markov process beside
white noise is turned white by a Kalman filter over the valid dates (Jones 1980), in time
proportional to their number, whatever the gaps. A pixel's result depends on nothing but the pixel.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

# Pixels that one thread takes at a time; their series are copied together, which saves the cache.
CHUNK = 32
# Smallest pivot of the normal matrix with unit diagonal; below, columns are taken as dependent.
LEAST_PIVOT = 1e-8
# A candidate must keep this share of its square length after the base is taken out of it.
LEAST_REST = 1e-7
REASSOCIATE = {"reassoc", "contract"}


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

    `markov`: decay rate a year (0: random walk), variance of the process (of the walk: a year),
    variance of the white noise.
    """
    rate, process, white = markov
    variance = process if rate > 0 else 0.0
    total = 0.0
    for k in range(valid):
        decay[k] = 1.0
        if k:
            step = years[index[k]] - years[index[k - 1]]
            if rate > 0:
                decay[k] = np.exp(-rate * step)
                variance = decay[k] ** 2 * variance + process * (1.0 - decay[k] ** 2)
            else:
                variance += process * step
        sum_ = variance + white
        gain[k] = variance / sum_
        scale[k] = 1.0 / np.sqrt(sum_)
        variance *= white / sum_
        total += np.log(sum_)
    return total


@njit(cache=True, nogil=True)
def _whiten(design, valid, width, decay, gain, scale, state):
    for j in range(width):
        state[j] = 0.0
    for k in range(valid):
        for j in range(width):
            predicted = decay[k] * state[j]
            news = design[k, j] - predicted
            state[j] = predicted + gain[k] * news
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
def _shaped(design, index, valid, width, shape, cofactors, out):
    """Covariance of the coefficients for noise of covariance `shape`; ``tr(R C)`` as answer."""
    inner = np.zeros((width, width))
    line = np.empty(width)
    trace = 0.0
    for k in range(valid):
        trace += shape[index[k], index[k]]
        for j in range(width):
            line[j] = 0.0
        for m in range(valid):
            weight = shape[index[k], index[m]]
            for j in range(width):
                line[j] += weight * design[m, j]
        for i in range(width):
            for j in range(width):
                inner[i, j] += design[k, i] * line[j]
    half = cofactors[:width, :width] @ inner
    out[:width, :width] = half @ cofactors[:width, :width]
    for j in range(width):
        trace -= half[j, j]
    return trace


@njit(cache=True, nogil=True)
def _copy(series, start, stop, rows):
    """The series of some pixels, a row each."""
    for i in range(series.shape[0]):
        for p in range(start, stop):
            rows[p - start, i] = series[i, p]


@njit(parallel=True, cache=True, nogil=True)
def solve(series, base, table, picks, years, markov, shape, scales, cross, estimate, misfit):
    """Fit every pixel.

    Parameters
    ----------
    series : ndarray of float64, shape (time, pixel)
    base : ndarray, shape (time, column)
    table : ndarray, shape (entry, time)
    picks : ndarray of int32, shape (pick, pixel)
        Entries of the table, -1 for none.
    years : ndarray, shape (time,)
    markov : ndarray, shape (3,)
        See :func:`_kalman`; white noise where the second is 0.
    shape : ndarray, shape (time, time) or (0, 0)
        Covariance of a second part of the noise, known but for its size by pixel.
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
        design = np.empty((times, most + 1))
        index = np.empty(times, np.int64)
        columns = np.empty(most, np.int64)
        norms, solution, state = np.empty(most), np.empty(most), np.empty(most + 1)
        inverse, cofactors = np.empty((most, most)), np.empty((most, most))
        shaped = np.empty((most, most))
        residual, decay = np.empty(times), np.empty(times)
        gain, scale = np.empty(times), np.empty(times)
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
            if markov[1] > 0:
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
                expected = _shaped(design, index, valid, width, shape, cofactors, shaped)
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
            if markov[1] > 0:
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


@njit(parallel=True, cache=True, nogil=True, fastmath=REASSOCIATE)
def scan(series, base, table, picks, years, markov, starts, spans, stride, least, best, figures):
    """Find the entry of the table that lowers every pixel's sum of squares most.

    Parameters
    ----------
    series, base, table, picks, years, markov
        As for :func:`solve`; the picks are in the model already.
    starts : ndarray of int64, shape (entry,)
        First date on which an entry is not zero.
    spans : ndarray of int64, shape (2, pixel)
        First and last (not included) entry to try.
    stride : int
        Try every so many entries.
    least : ndarray of int64, shape (2,)
        Valid dates that an entry must have before and from its start on.
    best : ndarray of int32, shape (pixel,)
        Written: the entry, -1 for none.
    figures : ndarray, shape (3, pixel)
        Written: how much it lowers the sum of squares, the sum without it, and its degrees of
        freedom.
    """
    times, pixels = series.shape
    most = base.shape[1] + picks.shape[0]
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        design = np.empty((times, most + 1))
        normal = np.empty((most, times))
        index = np.empty(times, np.int64)
        columns = np.empty(most, np.int64)
        norms, solution, state = np.empty(most), np.empty(most), np.empty(most + 1)
        inverse = np.empty((most, most))
        residual, decay = np.empty(times), np.empty(times)
        gain, scale = np.empty(times), np.empty(times)
        column = np.empty(times)
        for p in range(start, stop):
            best[p] = -1
            for j in range(3):
                figures[j, p] = np.nan
            row = rows[p - start]
            valid, width = _gather(row, base, table, picks, p, design, index, columns)
            if valid <= width:
                continue
            coloured = markov[1] > 0
            if coloured:
                _kalman(index, valid, years, markov, decay, gain, scale)
                _whiten(design, valid, width + 1, decay, gain, scale, state)
            good, _ = _factorise(design, valid, width, norms, inverse)
            if not good:
                continue
            figures[1, p] = _solve(design, valid, width, norms, inverse, solution, residual)
            figures[2, p] = valid - width
            for j in range(width):
                for k in range(valid):
                    total = 0.0
                    for m in range(j + 1):
                        total += inverse[j, m] * design[k, m] / norms[m]
                    normal[j, k] = total
            figures[0, p] = 0.0
            for entry in range(spans[0, p], spans[1, p], stride):
                first = 0
                while first < valid and index[first] < starts[entry]:
                    first += 1
                if first < least[0] or valid - first < least[1]:
                    continue
                memory = 0.0
                length, along = 0.0, 0.0
                for k in range(first, valid):
                    value = table[entry, index[k]]
                    if coloured:
                        predicted = decay[k] * memory
                        news = value - predicted
                        memory = predicted + gain[k] * news
                        value = scale[k] * news
                    column[k] = value
                    length += value * value
                    along += value * residual[k]
                rest = length
                for j in range(width):
                    total = 0.0
                    for k in range(first, valid):
                        total += normal[j, k] * column[k]
                    rest -= total * total
                if rest > LEAST_REST * length:
                    lower = along * along / rest
                    if lower > figures[0, p]:
                        figures[0, p] = lower
                        best[p] = entry


@njit(parallel=True, cache=True, nogil=True)
def likelihood(series, base, years, markov, out):
    """Minus twice the restricted log-likelihood of every pixel, its own variance profiled out.

    Up to a constant; NaN where there are too few dates or the fit is perfect (the reference).
    """
    times, pixels = series.shape
    most = base.shape[1]
    nothing = np.zeros((0, times))
    picks = np.zeros((0, pixels), np.int32)
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        design = np.empty((times, most + 1))
        index = np.empty(times, np.int64)
        columns = np.empty(most, np.int64)
        norms, solution, state = np.empty(most), np.empty(most), np.empty(most + 1)
        inverse = np.empty((most, most))
        residual, decay = np.empty(times), np.empty(times)
        gain, scale = np.empty(times), np.empty(times)
        for p in range(start, stop):
            out[p] = np.nan
            row = rows[p - start]
            valid, width = _gather(row, base, nothing, picks, p, design, index, columns)
            if valid <= width:
                continue
            logs = _kalman(index, valid, years, markov, decay, gain, scale)
            _whiten(design, valid, width + 1, decay, gain, scale, state)
            good, determinant = _factorise(design, valid, width, norms, inverse)
            if not good:
                continue
            squares = _solve(design, valid, width, norms, inverse, solution, residual)
            if squares > 0.0:
                out[p] = logs + determinant + (valid - width) * np.log(squares)
