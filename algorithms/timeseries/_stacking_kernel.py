# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rate by stacking; see :mod:`.stacking`. Importing it imports numba.

Pixels go through the pairs side by side: only loops over few contiguous rows are vectorised.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

LANES = 128  # pixels side by side
NO_COHERENCE = np.zeros(0, np.float32)


@njit(cache=True, nogil=True)
def _weigh(phase, coherence, reference, table, lowest, weight, value, count):
    """A pair's weights and values; both 0 where it does not count."""
    last = len(table) - 1
    for j in range(len(weight)):
        weight[j], value[j] = 0.0, 0.0
        x = phase[j] - reference
        if not np.isfinite(x):
            continue
        w = table[0]
        if len(coherence):
            gamma = coherence[j]
            if not gamma >= lowest:
                continue
            w = table[int(min(max(gamma, 0.0), 1.0) * last + 0.5)]
        if w > 0:
            weight[j], value[j] = w, x
            count[j] += 1


@njit(cache=True, nogil=True)
def _add_product(a, b, factor, total):
    for j in range(len(total)):
        total[j] += factor * a[j] * b[j]


@njit(cache=True, nogil=True)
def _add_weighted_square(a, b, total):
    for j in range(len(total)):
        total[j] += a[j] * b[j] * b[j]


@njit(cache=True, nogil=True)
def _add_scaled(a, factor, total):
    for j in range(len(total)):
        total[j] += factor * a[j]


@njit(cache=True, nogil=True, error_model="numpy")
def _divide(values, by):
    """Zeros stay where there is nothing to divide by."""
    for j in range(len(values)):
        values[j] = values[j] / by[j] if by[j] > 0 else 0.0


@njit(cache=True, nogil=True)
def _residuals(weight, rate, span, value):
    for j in range(len(value)):
        value[j] = value[j] - rate[j] * span if weight[j] > 0 else 0.0


@njit(cache=True, nogil=True)
def _date_noise(weight, residual, pairs, spans, total, dates, moments):
    """What the residuals tell of noise by date and by pair.

    With W the weights, G the pairs' differences of dates, S = t' W t, h = W t / S and R = I - t h',
    the expectations of ``r' W r`` and ``|G' W r|²`` are linear in the two variances; every trace in
    them is a sum over pairs or dates because W is diagonal and G has two entries a row. Of noise by
    pair the rate has the variance 1 / S, of noise by date |G' h|².

    Parameters
    ----------
    weight, residual : ndarray, shape (pair, pixel)
        Zeros where a pair does not count.
    pairs : ndarray of int32, shape (pair, 2)
    spans : ndarray, shape (pair,)
    total : ndarray, shape (pixel,)
        S.
    dates : int
    moments : ndarray, shape (5, pixel)
        Zeros; sum of the weights, of their squares, |G' W r|², the trace of (G G' W)², |G' h|².

    Returns
    -------
    ndarray, shape (pixel,)
        h' G G' W G G' h.
    """
    along, degree, flow = np.zeros((3, dates, len(total)))
    for k in range(len(weight)):
        first, second = pairs[k, 0], pairs[k, 1]
        w = weight[k]
        _add_scaled(w, spans[k], along[second])
        _add_scaled(w, -spans[k], along[first])
        _add_scaled(w, 1.0, degree[second])
        _add_scaled(w, 1.0, degree[first])
        _add_product(w, residual[k], 1.0, flow[second])
        _add_product(w, residual[k], -1.0, flow[first])
        _add_scaled(w, 1.0, moments[0])
        _add_product(w, w, 1.0, moments[1])
    for i in range(dates):
        _add_product(flow[i], flow[i], 1.0, moments[2])
        _add_product(degree[i], degree[i], 1.0, moments[3])
        _divide(along[i], total)
        _add_product(along[i], along[i], 1.0, moments[4])
    moments[3] += 2.0 * moments[1]
    mixed, apart = np.zeros((2, len(total)))
    for k in range(len(weight)):
        apart[:] = along[pairs[k, 1]]
        _add_scaled(along[pairs[k, 0]], -1.0, apart)
        _add_weighted_square(weight[k], apart, mixed)
    return mixed


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
        weight, value = np.empty((2, number, end - begin))
        count, total, rate, scatter = np.zeros((4, end - begin))
        for k in range(number):
            gamma = coherence[k][begin:end] if len(coherence) else NO_COHERENCE
            _weigh(
                phase[k][begin:end], gamma, reference[k], table, limits[0], weight[k], value[k],
                count,
            )  # fmt: skip
            _add_scaled(weight[k], spans[k] * spans[k], total)
            _add_product(weight[k], value[k], spans[k], rate)
        _divide(rate, total)
        for k in range(number):
            _residuals(weight[k], rate, spans[k], value[k])
            _add_weighted_square(weight[k], value[k], scatter)
        found, mixed = np.zeros((5, end - begin)), scatter
        if limits[2] > 0:
            mixed = _date_noise(weight, value, pairs, spans, total, dates, found)
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
