# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the corrections: robust fits of surfaces, and taking a field off a series.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

REASSOCIATE = {"reassoc", "contract", "nsz"}
FIRST_REACH, REACH = 1.25, 1.1  # the median is looked for within this factor of a guess
GUESSED_FROM = 500  # values, for the first guess
SMALLEST_RESIDUAL = 1e-12
LINE = 2048  # pixels whose field is worked out at a time


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _sums(values, stable, out):
    """Number, sum and sum of squares of the finite values of stable pixels."""
    count, total, squares = 0, 0.0, 0.0
    for p in range(len(values)):
        value = np.float64(values[p])
        used = stable[p] and np.abs(value) < np.inf
        value = value if used else 0.0
        count += used
        total += value
        squares += value * value
    out[0], out[1], out[2] = count, total, squares


@njit(cache=True, nogil=True)
def _take_off(series, field, base, offset, corrected):
    for p in range(len(series)):
        field[p] = field[p] - base[p] - offset
        corrected[p] = series[p] - field[p]


@njit(parallel=True, cache=True, nogil=True)
def take_off(series, field, base, offset, applied, stable, corrected, before, after):
    """Take a field off, made zero at the reference date and point, and sum up what is left.

    Parameters
    ----------
    series : ndarray of float32, shape (time, pixel)
    field : ndarray of float32, shape (time, pixel)
        Overwritten with what is taken off.
    base : ndarray of float32, shape (pixel,)
        The field at the reference date.
    offset : ndarray of float32, shape (time,)
        The field at the reference point, after `base` was taken off it.
    applied : ndarray of bool, shape (time,)
        Dates that are corrected.
    stable : ndarray of bool, shape (pixel,)
    corrected : ndarray of float32, shape (time, pixel)
        Written.
    before, after : ndarray, shape (time, 3)
        Written: see :func:`_sums`.
    """
    for t in prange(len(series)):
        if applied[t]:
            _take_off(series[t], field[t], base, offset[t], corrected[t])
        else:
            field[t] = 0
            corrected[t] = series[t]
        _sums(series[t], stable, before[t])
        _sums(corrected[t], stable, after[t])


@njit(cache=True, nogil=True, fastmath={"contract"})
def _add(factor, image, line):
    """Add a multiple."""
    for p in range(len(line)):
        line[p] += factor * image[p]


@njit(cache=True, nogil=True)
def _combine(factors, images, start, line):
    """Sum of images from a pixel on, each with its factor."""
    line[:] = 0
    for j in range(len(factors)):
        _add(factors[j], images[j, start : start + len(line)], line)


@njit(parallel=True, cache=True, nogil=True)
def fill(factors, images, field):
    """Work out a field of images; the same whatever the threads.

    Parameters
    ----------
    factors : ndarray of float32, shape (time, image)
    images : ndarray of float32, shape (image, pixel)
    field : ndarray of float32, shape (time, pixel)
        Written.
    """
    for piece in prange((field.shape[1] + LINE - 1) // LINE):
        start = piece * LINE
        for t in range(len(field)):
            _combine(factors[t], images, start, field[t, start : start + LINE])


@njit(cache=True, nogil=True)
def _take_line_off(series, line, base, offset):
    for p in range(len(series)):
        series[p] = series[p] - (line[p] - base[p] - offset)


@njit(parallel=True, cache=True, nogil=True)
def take_images_off(series, factors, images, reference, offset, applied, stable, before, after):
    """The same as :func:`take_off` with a field of images, in place.

    Parameters
    ----------
    series : ndarray of float32, shape (time, pixel)
        Overwritten with what is left.
    factors, images
        See :func:`fill`.
    reference : int
        The reference date.
    offset, applied, stable, before, after
        See :func:`take_off`.
    """
    pixels = series.shape[1]
    base = np.empty(pixels, np.float32)
    _combine(factors[reference], images, 0, base)
    for t in prange(len(series)):
        _sums(series[t], stable, before[t])
        if applied[t]:
            line = np.empty(LINE, np.float32)
            for start in range(0, pixels, LINE):
                stop = min(start + LINE, pixels)
                _combine(factors[t], images, start, line[: stop - start])
                _take_line_off(series[t, start:stop], line, base[start:stop], offset[t])
        _sums(series[t], stable, after[t])


@njit(cache=True, nogil=True)
def _select(values, rank):
    """Value of a rank, by Hoare's selection; the values after it are no smaller then."""
    low, high = 0, len(values) - 1
    while low < high:
        pivot = values[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while values[i] < pivot:
                i += 1
            while values[j] > pivot:
                j -= 1
            if i <= j:
                values[i], values[j] = values[j], values[i]
                i += 1
                j -= 1
        if rank <= j:
            high = j
        elif rank >= i:
            low = i
        else:
            break
    return values[rank]


@njit(cache=True, nogil=True)
def median(values, count, guess, reach, room):
    """Median of the finite ones of non-negative values; quick where a guess is good.

    Parameters
    ----------
    values : ndarray
        Infinite for unknown.
    count : int
        How many are finite, at least 1.
    guess, reach : float
        Only values within a factor `reach` of the guess are sorted, if the median is among them.
    room : ndarray, shape of `values`
        Overwritten.
    """
    low, high = (count - 1) // 2, count // 2
    for attempt in range(2):
        least, most = guess / reach, guess * reach
        if attempt:
            least, most = 0.0, np.inf
        below, inside = 0, 0
        for value in values:
            room[inside] = value
            below += value < least
            inside += (value >= least) & (value < most)
        if below <= low and high < below + inside:
            break
    middle = _select(room[:inside], low - below)
    if high > low:
        middle = 0.5 * (middle + room[high - below : inside].min())
    return middle


@njit(cache=True, nogil=True)
def _first_guess(sizes, room):
    """About the median of the known values: that of some, evenly among all; 0 without any."""
    count = 0
    for p in range(0, len(sizes), max(1, len(sizes) // GUESSED_FROM)):
        room[count] = sizes[p]
        count += sizes[p] < np.inf
    return _select(room[:count], count // 2) if count else 0.0


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _residuals(columns, values, solved, residual):
    """Sizes of the residuals, infinite for missing values; returns how many there are."""
    for p in range(len(values)):
        residual[p] = values[p]
    for j in range(len(solved)):
        column, factor = columns[j], solved[j]
        for p in range(len(values)):
            residual[p] -= factor * column[p]
    count = 0
    for p in range(len(values)):
        size = np.abs(residual[p])
        known = size < np.inf
        residual[p] = size if known else np.inf
        count += known
    return count


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _normal(columns, values, weights, line, normal, right):
    """Normal equations of a weighted fit; `line` is room for a value a pixel."""
    for p in range(len(values)):
        line[p] = weights[p] * values[p] if weights[p] > 0.0 else 0.0
    for j in range(len(columns)):
        total = 0.0
        for p in range(len(values)):
            total += columns[j, p] * line[p]
        right[j] = total
    for j in range(len(columns)):
        for p in range(len(values)):
            line[p] = weights[p] * columns[j, p]
        for i in range(j + 1):
            total = 0.0
            for p in range(len(values)):
                total += columns[i, p] * line[p]
            normal[i, j] = total
            normal[j, i] = total


@njit(parallel=True, cache=True, nogil=True)
def reweigh(columns, values, dates, solved, scales, limit, least, normal, right):
    """A step of Huber's fit: weights from the last solution, and the normal equations with them.

    Parameters
    ----------
    columns : ndarray, shape (column, pixel)
    values : ndarray of float32 or float64, shape (time, pixel)
        NaN where missing.
    dates : ndarray of int64
        Which dates to look at.
    solved : ndarray, shape (time, column)
        The last solution; NaN at first, when all values weigh the same.
    scales : ndarray, shape (time,)
        Median of the sizes of the residuals, from the last step (0 at first); overwritten.
    limit, least : float
        Residuals over ``limit * scale`` weigh less; least scale.
    normal, right : ndarray, shape (time, column, column) and (time, column)
        Written.
    """
    pixels = values.shape[1]
    for number in prange(len(dates)):
        t = dates[number]
        weights, room = np.empty(pixels), np.empty(pixels)
        if np.isnan(solved[t, 0]):
            for p in range(pixels):
                weights[p] = np.abs(values[t, p]) < np.inf
        else:
            count = _residuals(columns, values[t], solved[t], weights)
            guess, reach = scales[t], REACH
            if guess == 0.0:
                guess, reach = _first_guess(weights, room), FIRST_REACH
            scales[t] = median(weights, count, guess, reach, room)
            most = limit * max(scales[t], least)
            for p in range(pixels):
                weights[p] = min(1.0, most / max(weights[p], SMALLEST_RESIDUAL))
        _normal(columns, values[t], weights, room, normal[t], right[t])
