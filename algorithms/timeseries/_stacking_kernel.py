# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rate by stacking; see :mod:`.stacking`. Importing it imports numba."""

from __future__ import annotations

import numpy as np
from numba import njit, prange

CHUNK = 32


@njit(cache=True, nogil=True)
def _date_noise(used, count, weight, residual, pairs, spans, total, dates, shares, moments):
    """Variance of the rate from noise by date and by pair, their size from the residuals.

    How the two compare is the scene's (`shares`, see :func:`.stacking.noise_shares`): a pixel's
    own pairs are too few to part them. Without shares the larger error counts.

    With W the weights, G the pairs' differences of dates, h = W t / (t' W t) and R = I - t h', the
    expectations of ``r' W r`` and ``|G' W r|²`` are linear in the two variances; every trace in
    them is a sum over pairs or dates because W is diagonal and G has two entries a row.
    """
    along = np.zeros(dates)  # G' h
    degree = np.zeros(dates)  # diagonal of G' W G
    flow = np.zeros(dates)  # G' W r
    scatter, weights, squares, by_pair = 0.0, 0.0, 0.0, 0.0
    for k in range(count):
        first, second = pairs[used[k], 0], pairs[used[k], 1]
        w, r = weight[k], residual[k]
        h = w * spans[used[k]] / total
        along[second] += h
        along[first] -= h
        degree[second] += w
        degree[first] += w
        flow[second] += w * r
        flow[first] -= w * r
        scatter += w * r * r
        weights += w
        squares += w * w
        by_pair += h * h / w
    by_date, diagonal, divergence = 0.0, 0.0, 0.0
    for i in range(dates):
        by_date += along[i] ** 2
        diagonal += degree[i] ** 2
        divergence += flow[i] ** 2
    mixed, shared = 0.0, 0.0
    for k in range(count):
        apart = along[pairs[used[k], 1]] - along[pairs[used[k], 0]]
        mixed += weight[k] * apart * apart
        shared += apart * weight[k] * spans[used[k]] / total
    a = 2.0 * weights - total * by_date
    b = count - total * by_pair
    c = diagonal + 2.0 * squares - 2.0 * total * mixed + total**2 * by_date**2
    d = 2.0 * weights - 2.0 * total * shared + total**2 * by_date * by_pair
    moments[0], moments[1], moments[2] = a, b, scatter
    moments[3], moments[4], moments[5] = c, d, divergence
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
    last = len(table) - 1
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        used = np.empty(number, np.int64)
        weight, residual = np.empty(number), np.empty(number)
        for p in range(chunk * CHUNK, min((chunk + 1) * CHUNK, pixels)):
            count = 0
            total, along = 0.0, 0.0
            for k in range(number):
                value = phase[k, p] - reference[k]
                if not np.isfinite(value):
                    continue
                w = table[0]
                if len(coherence):
                    gamma = coherence[k, p]
                    if not gamma >= limits[0]:
                        continue
                    w = table[int(min(max(gamma, 0.0), 1.0) * last + 0.5)]
                used[count] = k
                weight[count] = w
                residual[count] = value
                total += w * spans[k] ** 2
                along += w * spans[k] * value
                count += 1
            out[0, p] = np.nan
            out[1, p] = np.nan
            counts[p] = 0
            moments[p] = 0.0
            if count < limits[1] or count == 0:
                continue
            rate = along / total
            out[0, p] = rate
            counts[p] = count
            if count < 3:
                continue
            scatter = 0.0
            for k in range(count):
                residual[k] -= rate * spans[used[k]]
                scatter += weight[k] * residual[k] ** 2
            variance = scatter / (count - 1) / total
            if limits[2] > 0:
                variance = _date_noise(
                    used, count, weight, residual, pairs, spans, total, dates, shares, moments[p]
                )
            out[1, p] = np.sqrt(variance)
