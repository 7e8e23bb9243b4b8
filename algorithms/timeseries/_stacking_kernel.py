# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the rate by stacking; see :mod:`.stacking`. Importing it imports numba.

`LANES` pixels go through the pairs side by side, in single precision as the phases are.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import (
    absolute,
    if_less,
    look_up,
    multiply_add,
    multiply_subtract,
    nearest,
    store,
    store_at,
    vectors_of,
)

LANES = 16
load, load_at, full32 = vectors_of(LANES, "load", "load_at", "full32")
F32 = np.float32
BATCH = 128  # vectors that a task does
INFINITE = np.float32(np.inf)
# Vectors of a pair, of a date, and what is told of the pixels.
WEIGHT, VALUE = range(2)
SPAN, DEGREE, FLOW = range(3)
COUNT, TOTAL, RATE, SCATTER, WEIGHTS, SQUARES, FLOWS, DEGREES, BY_DATE, MIXED = range(10)
TOLD = 10
# Noise of the scene: shares by date and by pair, then the prior of the size.
FREEDOM_OF_ALL, SIZE, LIMIT, FREEDOM = range(2, 6)


@njit(cache=True, nogil=True)
def _weigh(phase, coherence, at, reference, table, lowest):
    """Weights and values of a pair; both 0 where it does not count."""
    zero, one = full32(0.0), full32(1.0)
    x = load_at(phase, at) - full32(reference)
    weight = full32(table[0])
    if len(coherence):
        gamma = load_at(coherence, at)
        some = if_less(zero, gamma, gamma, zero)  # not what is unknown
        place = nearest(if_less(some, one, some, one) * full32(len(table) - 1))
        weight = if_less(gamma, full32(lowest), zero, look_up(table, place))
        weight = if_less(absolute(gamma), full32(INFINITE), weight, zero)
    weight = if_less(absolute(x), full32(INFINITE), weight, zero)
    return weight, if_less(zero, weight, x, zero)


@njit(cache=True, nogil=True)
def _flow(along, date, sign, by_span, weight, by_value):
    """Add a pair to one of its dates."""
    at = 3 * date
    store(along, at + SPAN, multiply_add(sign, by_span, load(along, at + SPAN)))
    store(along, at + DEGREE, load(along, at + DEGREE) + weight)
    store(along, at + FLOW, multiply_add(sign, by_value, load(along, at + FLOW)))


@njit(cache=True, nogil=True)
def _sum_up(phase, coherence, reference, pairs, spans, table, lowest, at, work, along, told):
    """Sums over the pairs of a vector of pixels, and over those of each date if there are any."""
    zero, one, less = full32(0.0), full32(1.0), full32(-1.0)
    count, total, rate, squares = zero, zero, zero, zero
    along[:] = 0.0
    pixels = phase.shape[1]
    flat, levels = phase.ravel(), coherence.ravel()
    for k in range(len(phase)):
        w, x = _weigh(flat, levels, k * pixels + at, reference[k], table, lowest)
        span = full32(spans[k])
        by_span, by_value = w * span, w * x
        store(work, 2 * k + WEIGHT, w)
        store(work, 2 * k + VALUE, x)
        count = count + if_less(zero, w, one, zero)
        total = multiply_add(by_span, span, total)
        rate = multiply_add(by_span, x, rate)
        squares = multiply_add(w, w, squares)
        if len(along):
            _flow(along, pairs[k, 0], less, by_span, w, by_value)
            _flow(along, pairs[k, 1], one, by_span, w, by_value)
    store(told, COUNT, count)
    store(told, TOTAL, total)
    store(told, RATE, if_less(zero, total, rate / total, zero))
    store(told, SQUARES, squares)


@njit(cache=True, nogil=True)
def _noise_of_dates(work, pairs, spans, along, told):
    """What the residuals tell of noise by date and by pair.

    With W the weights, G the pairs' differences of dates, S = t' W t, h = W t / S and R = I - t h',
    the expectations of ``r' W r`` and ``|G' W r|²`` are linear in the two variances; every trace in
    them is a sum over pairs or dates because W is diagonal and G has two entries a row. Of noise by
    pair the rate has the variance 1 / S, of noise by date |G' h|².

    Parameters
    ----------
    work : ndarray of float32, flat
        Weights and values of the pairs; zeros where one does not count.
    pairs : ndarray of int32, shape (pair, 2)
    spans : ndarray, shape (pair,)
    along : ndarray of float32, flat
        By date G' W t, the weights of its pairs, and G' W of the values; the first becomes G' h.
    told : ndarray of float32, flat
        Written: ``r' W r``, ``|G' W r|²``, the sum of the weights, the trace of (G G' W)² less
        twice that of W², ``|G' h|²`` and h' G G' W G G' h.
    """
    zero = full32(0.0)
    rate, total = load(told, RATE), load(told, TOTAL)
    over = if_less(zero, total, full32(1.0) / total, zero)
    flows, degrees, weights, by_date, scatter, mixed = zero, zero, zero, zero, zero, zero
    for at in range(0, len(along) // LANES, 3):
        span, degree = load(along, at + SPAN), load(along, at + DEGREE)
        flow = multiply_subtract(rate, span, load(along, at + FLOW))
        share = span * over
        flows = multiply_add(flow, flow, flows)
        degrees = multiply_add(degree, degree, degrees)
        by_date = multiply_add(share, share, by_date)
        weights = weights + degree
        store(along, at + SPAN, share)
    for k in range(len(pairs)):
        w = load(work, 2 * k + WEIGHT)
        residual = multiply_subtract(rate, full32(spans[k]), load(work, 2 * k + VALUE))
        apart = load(along, 3 * pairs[k, 1] + SPAN) - load(along, 3 * pairs[k, 0] + SPAN)
        scatter = multiply_add(w * residual, residual, scatter)
        mixed = multiply_add(w * apart, apart, mixed)
    store(told, SCATTER, scatter)
    store(told, WEIGHTS, weights * full32(0.5))
    store(told, FLOWS, flows)
    store(told, DEGREES, degrees)
    store(told, BY_DATE, by_date)
    store(told, MIXED, mixed)


@njit(cache=True, nogil=True)
def _scatter(work, spans, told):
    """``r' W r`` alone."""
    scatter, rate = full32(0.0), load(told, RATE)
    for k in range(len(spans)):
        residual = multiply_subtract(rate, full32(spans[k]), load(work, 2 * k + VALUE))
        scatter = multiply_add(load(work, 2 * k + WEIGHT) * residual, residual, scatter)
    store(told, SCATTER, scatter)


@njit(cache=True, nogil=True)
def _variance(a, b, scatter, by_date, by_pair, noise):
    """Variance of the rate: by the scene's noise, or of dates' and pairs' the larger.

    How noise by date and by pair compare is the scene's (:func:`.stacking.noise_shares`): a pixel's
    own pairs are too few to part them. Its size is the pixel's, drawn to the scene's.
    """
    if noise[0] + noise[1] > 0:
        expected = a * noise[0] + b * noise[1]
        if not expected > 0:
            return np.nan
        size, freedom = scatter / expected, b * noise[FREEDOM]
        if noise[FREEDOM_OF_ALL] > 0 and size <= noise[LIMIT]:
            own = freedom / (freedom + noise[FREEDOM_OF_ALL])
            size = own * size + (1 - own) * noise[SIZE]
        return size * (noise[0] * by_date + noise[1] * by_pair)
    all_date = scatter / a * by_date if a > 0 else np.nan
    all_pair = scatter / b * by_pair if b > 0 else np.nan
    return max(all_date, all_pair)


@njit(parallel=True, cache=True, nogil=True)
def stack(
    phase, coherence, reference, pairs, spans, table, limits, dates, noise, out, counts, moments
):
    """Rate, its standard deviation and the pairs used, for every pixel.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, pixel)
        `LANES` pixels at least.
    coherence : ndarray of float32, same shape or (0, 0)
    reference : ndarray, shape (pair,)
        Taken off the phase; NaN drops the pair.
    pairs : ndarray of int32, shape (pair, 2)
    spans : ndarray, shape (pair,)
        Years.
    table : ndarray of float32
        Weights over coherence; one entry for equal weights.
    limits : ndarray, shape (2,)
        Least coherence and least number of pairs.
    dates : int
        0 if pairs alone err.
    noise : ndarray, shape (6,)
        Variance of the noise by date and by pair (over its weight), in any unit, and what its size
        is drawn to, see :func:`.stacking.noise_prior`; zeros for what is unknown.
    out : ndarray of float32, shape (2, pixel)
        Written.
    counts : ndarray of int16, shape (pixel,)
        Written; 0 where there are too few pairs.
    moments : ndarray, shape (pixel, 6) or (0, 6)
        Written where dates err, 0 elsewhere; see :func:`.stacking.noise_shares`.
    """
    number, pixels = phase.shape
    vectors = (pixels + LANES - 1) // LANES
    for task in prange((vectors + BATCH - 1) // BATCH):
        work = np.empty(2 * number * LANES, F32)
        along = np.empty(3 * dates * LANES, F32)
        told = np.empty(TOLD * LANES, F32)
        for vector in range(task * BATCH, min((task + 1) * BATCH, vectors)):
            at = min(vector * LANES, pixels - LANES)  # the last one does some pixels again
            _sum_up(
                phase, coherence, reference, pairs, spans, table, limits[0], at, work, along, told
            )
            if dates:
                _noise_of_dates(work, pairs, spans, along, told)
            else:
                _scatter(work, spans, told)
            for lane in range(LANES):
                _tell(told[lane::LANES], limits[1], dates > 0, noise, at + lane, out, counts,
                      moments)  # fmt: skip


@njit(cache=True, nogil=True)
def _tell(told, least, by_dates, noise, p, out, counts, moments):
    """Results of a pixel."""
    count, total, scatter = told[COUNT], float(told[TOTAL]), float(told[SCATTER])
    out[0, p], out[1, p], counts[p] = np.nan, np.nan, 0
    if len(moments):
        moments[p] = 0.0
    if count < least or count == 0:
        return
    out[0, p], counts[p] = told[RATE], count
    if count < 3:
        return
    if not by_dates:
        out[1, p] = np.sqrt(scatter / (count - 1) / total)
        return
    by_date = float(told[BY_DATE])
    a, b = 2.0 * told[WEIGHTS] - total * by_date, count - 1.0
    if len(moments):
        c = told[DEGREES] + 2.0 * told[SQUARES]
        c += total * (total * by_date**2 - 2.0 * told[MIXED])
        moments[p, 0], moments[p, 1], moments[p, 2] = a, b, scatter
        moments[p, 3], moments[p, 4], moments[p, 5] = c, a, told[FLOWS]
    out[1, p] = np.sqrt(_variance(a, b, scatter, by_date, 1.0 / total, noise))


# Lines of sums that run on from pair to pair.
PAIRS, WEIGHED, SPANNED, SLOPE, REST, APART = range(6)
RUNNING = 6


@njit(cache=True, nogil=True, inline="always")
def _weighed(values, levels, at, limit, low, high):
    """Weights and values of a pair that counts from a level on; both 0 where it does not."""
    zero = full32(0.0)
    level, x = load_at(levels, at), load_at(values, at)
    w = if_less(level, low, low, if_less(high, level, high, level))
    w = if_less(absolute(x), full32(INFINITE), if_less(level, limit, zero, w * w), zero)
    return w, if_less(zero, w, x, zero)


@njit(cache=True, nogil=True)
def add_pairs(values, levels, apart, pixels, flows, spans, lowest, ends, sums, at, along):
    """Take some more pairs into the sums of some pixels.

    The slope follows the rate, and what is summed up are squares of residuals of it: sums of the
    values themselves would leave nothing of small residuals in single precision. With the first
    pairs at their own best slope a, residuals of another one b have (b - a)² Σ w t² more in all.

    Parameters
    ----------
    values, levels : ndarray of float32, flat
        Of the pairs, so far apart from each other; NaN for no data in both.
    apart, pixels : int
        Pixels in whole vectors.
    flows : ndarray of int, shape (pair, 2)
        Where the lines of their dates begin in `along`.
    spans : ndarray of float32, shape (pair,)
        Years.
    lowest : float
        A pair of a lower level does not count.
    ends : (float, float)
        Levels are taken into this range, and weights are their squares.
    sums : ndarray of float32, flat
        From `at` on `RUNNING` lines of pixels: number of pairs, Σ w, Σ w t², the slope, Σ w r² of
        the residuals r, and what :func:`sum_up_dates` adds.
    along : ndarray of float32, flat
        A line a date, Σ ± w t of its pairs.
    """
    zero, one = full32(0.0), full32(1.0)
    limit, low, high = full32(lowest), full32(ends[0]), full32(ends[1])
    for j in range(0, pixels, LANES):
        k = at + j
        count, weights = load_at(sums, k + PAIRS * pixels), load_at(sums, k + WEIGHED * pixels)
        before, slope = load_at(sums, k + SPANNED * pixels), load_at(sums, k + SLOPE * pixels)
        total, left = before, zero
        for n in range(len(spans)):
            w, x = _weighed(values, levels, n * apart + j, limit, low, high)
            t = full32(spans[n])
            wt = w * t
            count, weights = count + if_less(zero, w, one, zero), weights + w
            total = multiply_add(wt, t, total)
            left = multiply_add(wt, multiply_subtract(t, slope, x), left)
            early, late = flows[n, 0] + j, flows[n, 1] + j
            store_at(along, early, load_at(along, early) - wt)
            store_at(along, late, load_at(along, late) + wt)
        more = if_less(zero, total, left / total, zero)
        slope = slope + more
        rest = multiply_add(more * more, before, load_at(sums, k + REST * pixels))
        for n in range(len(spans)):
            w, x = _weighed(values, levels, n * apart + j, limit, low, high)
            residual = multiply_subtract(full32(spans[n]), slope, x)
            rest = multiply_add(w * residual, residual, rest)
        store_at(sums, k + PAIRS * pixels, count)
        store_at(sums, k + WEIGHED * pixels, weights)
        store_at(sums, k + SPANNED * pixels, total)
        store_at(sums, k + SLOPE * pixels, slope)
        store_at(sums, k + REST * pixels, rest)


@njit(cache=True, nogil=True)
def sum_up_dates(sums, at, pixels, along, along_at, dates):
    """Variance of the rate by noise of dates, |G' h|² of :func:`_noise_of_dates`.

    Parameters
    ----------
    sums, at, pixels, along, along_at
        See :func:`add_pairs`.
    dates : int
    """
    zero, one = full32(0.0), full32(1.0)
    for j in range(0, pixels, LANES):
        total, squares = load_at(sums, at + SPANNED * pixels + j), zero
        over = if_less(zero, total, one / total, zero)
        for date in range(dates):
            share = load_at(along, along_at + date * pixels + j) * over
            squares = multiply_add(share, share, squares)
        store_at(sums, at + APART * pixels + j, squares)


@njit(cache=True, nogil=True)
def rate_of(sums, p, pixels, least, noise):
    """Rate of a pixel, its standard deviation (NaN for none), and its pairs (0 for too few).

    Parameters
    ----------
    sums, pixels
        See :func:`add_pairs`.
    p : int
        Where the pixel's first sum is.
    least : float
        Least number of pairs.
    noise : ndarray, shape (6,)
        See :func:`stack`.
    """
    count, total = sums[p], float(sums[p + SPANNED * pixels])
    if count < least or count == 0:
        return np.nan, np.nan, 0
    std = np.nan
    if count >= 3:
        apart = float(sums[p + APART * pixels])
        a, b = 2.0 * sums[p + WEIGHED * pixels] - total * apart, count - 1.0
        scatter = float(sums[p + REST * pixels])
        std = np.sqrt(_variance(a, b, scatter, apart, 1.0 / total, noise))
    return sums[p + SLOPE * pixels], std, int(count)
