# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rate by stacking; see :mod:`.stacking`. Importing it imports numba.

Pixels go through the pairs side by side: only loops over few contiguous rows are vectorised.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

LANES = 256  # pixels side by side
# Rows of LANES in flat scratch: what lies apart by a constant needs no check for overlaps.
VALUE = LANES  # of a pair, behind its weights
DEGREE, FLOW = LANES, 2 * LANES  # of a date, behind the weighted spans
COUNT, TOTAL, RATE, WEIGHTS, SQUARES, SCATTER, MIXED = (n * LANES for n in range(7))  # of pixels
ROWS = 7
NO_COHERENCE = np.zeros(0, np.float32)


@njit(cache=True, nogil=True)
def _weigh(phase, coherence, reference, table, lowest, pair):
    """A pair's weights and values; both 0 where it does not count."""
    last = len(table) - 1.0
    if len(coherence):
        for j in range(len(phase)):
            gamma = coherence[j] if coherence[j] >= lowest else 0.0
            pair[VALUE + j] = np.floor(min(max(gamma, 0.0), 1.0) * last + 0.5)
        for j in range(len(phase)):
            pair[j] = table[np.uint32(pair[VALUE + j])]
        for j in range(len(phase)):
            pair[j] = pair[j] if coherence[j] >= lowest else 0.0
    else:
        pair[: len(phase)] = table[0]
    for j in range(len(phase)):
        x = phase[j] - reference
        good = (abs(x) < np.inf) & (pair[j] > 0.0)
        pair[j] = pair[j] if good else 0.0
        pair[VALUE + j] = x if good else 0.0


@njit(cache=True, nogil=True)
def _sum_up(pair, span, number, sums):
    """Add a pair to the sums of so many pixels."""
    square = span * span
    for j in range(number):
        w = pair[j]
        sums[COUNT + j] += 1.0 if w > 0.0 else 0.0
        sums[TOTAL + j] += w * square
        sums[RATE + j] += w * pair[VALUE + j] * span
        sums[WEIGHTS + j] += w
        sums[SQUARES + j] += w * w


@njit(cache=True, nogil=True)
def _to_dates(pair, span, number, first, second):
    for j in range(number):
        w = pair[j]
        first[j] -= w * span
        second[j] += w * span
        first[DEGREE + j] += w
        second[DEGREE + j] += w


@njit(cache=True, nogil=True, error_model="numpy")
def _divide(values, number, by):
    """Zeros stay where there is nothing to divide by."""
    for j in range(number):
        values[j] = values[j] / by[j] if by[j] > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _scatter(pair, span, number, sums):
    for j in range(number):
        residual = pair[VALUE + j] - sums[RATE + j] * span
        sums[SCATTER + j] += pair[j] * residual * residual


@njit(cache=True, nogil=True)
def _scatter_of_dates(pair, span, number, sums, first, second):
    """The same, what flows from date to date, and ``h' G G' W G G' h``."""
    for j in range(number):
        w = pair[j]
        residual = pair[VALUE + j] - sums[RATE + j] * span
        apart = second[j] - first[j]
        sums[SCATTER + j] += w * residual * residual
        sums[MIXED + j] += w * apart * apart
        first[FLOW + j] -= w * residual
        second[FLOW + j] += w * residual


@njit(cache=True, nogil=True)
def _add_square(values, number, total):
    for j in range(number):
        total[j] += values[j] * values[j]


@njit(cache=True, nogil=True)
def _date_noise(work, pairs, spans, lanes, sums, along, moments):
    """What the residuals tell of noise by date and by pair.

    With W the weights, G the pairs' differences of dates, S = t' W t, h = W t / S and R = I - t h',
    the expectations of ``r' W r`` and ``|G' W r|²`` are linear in the two variances; every trace in
    them is a sum over pairs or dates because W is diagonal and G has two entries a row. Of noise by
    pair the rate has the variance 1 / S, of noise by date |G' h|².

    Parameters
    ----------
    work : ndarray, shape (pair, 2 LANES)
        Weights and values; zeros where a pair does not count.
    pairs : ndarray of int32, shape (pair, 2)
    spans : ndarray, shape (pair,)
    lanes : int
        Pixels.
    sums : ndarray, shape (ROWS LANES,)
        ``r' W r`` and h' G G' W G G' h are added.
    along : ndarray, shape (date, 3 LANES)
        G' W t, the weights of a date's pairs, and zeros.
    moments : ndarray, shape (5, LANES)
        Zeros; sum of the weights, of their squares, |G' W r|², the trace of (G G' W)², |G' h|².
    """
    total = sums[TOTAL:]
    for i in range(len(along)):
        _divide(along[i], lanes, total)
        _add_square(along[i], lanes, moments[4])
        _add_square(along[i][DEGREE:], lanes, moments[3])
    for k in range(len(work)):
        _scatter_of_dates(work[k], spans[k], lanes, sums, along[pairs[k, 0]], along[pairs[k, 1]])
    for i in range(len(along)):
        _add_square(along[i][FLOW:], lanes, moments[2])
    for j in range(lanes):
        moments[0, j] = sums[WEIGHTS + j]
        moments[1, j] = sums[SQUARES + j]
        moments[3, j] += 2.0 * moments[1, j]


@njit(cache=True, nogil=True)
def _variance(a, b, scatter, by_date, by_pair, shares):
    """Variance of the rate: by the scene's shares, or of the two the larger.

    How noise by date and by pair compare is the scene's (:func:`.stacking.noise_shares`): a pixel's
    own pairs are too few to part them.
    """
    if shares[0] + shares[1] > 0:
        expected = a * shares[0] + b * shares[1]
        if not expected > 0:
            return np.nan
        return scatter / expected * (shares[0] * by_date + shares[1] * by_pair)
    all_date = scatter / a * by_date if a > 0 else np.nan
    all_pair = scatter / b * by_pair if b > 0 else np.nan
    return max(all_date, all_pair)


@njit(parallel=True, cache=True, nogil=True)
def stack(
    phase, coherence, reference, pairs, spans, table, limits, dates, shares, out, counts, moments
):
    """Rate, its standard deviation and the pairs used, for every pixel.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, pixel)
    coherence : ndarray of float32, same shape or (0, 0)
    reference : ndarray, shape (pair,)
        Taken off the phase; NaN drops the pair.
    pairs : ndarray of int32, shape (pair, 2)
    spans : ndarray, shape (pair,)
        Years.
    table : ndarray
        Weights over coherence; one entry for equal weights.
    limits : ndarray, shape (3,)
        Least coherence, least number of pairs, and whether dates err (1) or pairs alone (0).
    dates : int
    shares : ndarray, shape (2,)
        Variance of the noise by date and by pair (over its weight), in any unit; zeros if unknown.
    out : ndarray, shape (2, pixel)
        Written.
    counts : ndarray of int16, shape (pixel,)
        Written; 0 where there are too few pairs.
    moments : ndarray, shape (pixel, 6)
        Written where dates err, 0 elsewhere; see :func:`.stacking.noise_shares`.
    """
    number, pixels = phase.shape
    for chunk in prange((pixels + LANES - 1) // LANES):
        begin = chunk * LANES
        end = min(begin + LANES, pixels)
        lanes = end - begin
        work = np.empty((number, 2 * LANES))
        sums = np.zeros(ROWS * LANES)
        by_dates = limits[2] > 0
        along = np.zeros((dates if by_dates else 0, 3 * LANES))
        for k in range(number):
            gamma = coherence[k][begin:end] if len(coherence) else NO_COHERENCE
            pair = work[k]
            _weigh(phase[k][begin:end], gamma, reference[k], table, limits[0], pair)
            _sum_up(pair, spans[k], lanes, sums)
            if by_dates:
                _to_dates(pair, spans[k], lanes, along[pairs[k, 0]], along[pairs[k, 1]])
        count, total, rate = sums[COUNT:], sums[TOTAL:], sums[RATE:]
        scatter, mixed = sums[SCATTER:], sums[MIXED:]
        _divide(rate, lanes, total)
        found = np.zeros((5, LANES))
        if by_dates:
            _date_noise(work, pairs, spans, lanes, sums, along, found)
        else:
            for k in range(number):
                _scatter(work[k], spans[k], lanes, sums)
        for j in range(end - begin):
            p = begin + j
            out[:, p] = np.nan
            counts[p] = 0
            moments[p] = 0.0
            if count[j] < limits[1] or count[j] == 0:
                continue
            out[0, p] = rate[j]
            counts[p] = count[j]
            if count[j] < 3:
                continue
            variance = scatter[j] / (count[j] - 1) / total[j]
            if limits[2] > 0:
                by_date = found[4, j]
                a, b = 2.0 * found[0, j] - total[j] * by_date, count[j] - 1.0
                c = found[3, j] + total[j] * (total[j] * by_date**2 - 2.0 * mixed[j])
                moments[p, 0], moments[p, 1], moments[p, 2] = a, b, scatter[j]
                moments[p, 3], moments[p, 4], moments[p, 5] = c, a, found[2, j]
                variance = _variance(a, b, scatter[j], by_date, 1.0 / total[j], shares)
            out[1, p] = np.sqrt(variance)
