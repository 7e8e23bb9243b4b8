# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that turn the offsets of pairs into the displacement of each date, `LANES` pixels
side by side, with the solver of :mod:`...timeseries._solve`.

Numba's cache looks at the file of the calling kernel only: after a change in ``_solve.py``,
``_robust.py``, ``_subsets.py`` or ``simd.py`` touch this file too.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import absolute, if_less, square_root, store, store_at
from ..timeseries._robust import size_of_rank, solve_with
from ..timeseries._solve import (
    LANES,
    full,
    inverse_trace,
    lanes_array,
    load,
    load_as,
    pair_residual,
)
from ..timeseries._subsets import label_subsets

BATCHES_PER_TASK = 16
LEAST_SQUARES, HUBER, TUKEY, IGG3 = range(4)
LARGEST, NO_DATA, OWN, JOINT_RATE = range(4)
HUBER_STEPS, FINAL_STEPS = 10, 6
BISECTIONS = 30
HUBER_LIMIT, TUKEY_LIMIT, IGG_FIRST, IGG_LAST = 1.345, 4.685, 1.5, 3.0
NORMAL_MAD = 1.4826
FEWEST_SPARE = 3.0  # with fewer spare pairs there is no majority
REJECTED = 1e-6  # of its weight keeps a pair that is given up, so that no network is cut by it
REJECTED_BELOW = 0.25
SMALLEST_SCALE = 1e-6
LEAST_SLOPE = 0.2  # of the influence function, on average


@njit(cache=True, nogil=True)
def weigh_pairs(values, std, stride, at, weights, data):
    """Weights and offsets, both zero where a pair has no offset here; return the pair count."""
    zero, one, infinity = full(0.0), full(1.0), full(np.inf)
    count = zero
    for k in range(len(weights) // LANES):
        value = load_as(values, k * stride + at, weights)
        use = if_less(absolute(value), infinity, one, zero)
        weight = use
        if len(std) > 0:
            sigma = load_as(std, k * stride + at, weights)
            use = if_less(zero, sigma, use, zero)
            use = if_less(sigma, infinity, use, zero)
            weight = if_less(zero, use, one / (sigma * sigma), zero)
        count = count + use
        store(weights, k, weight)
        store(data, k, if_less(zero, use, value, zero))
    return count


@njit(cache=True, nogil=True)
def influence(rule, u):
    """Weight of a residual of u standard deviations, and the slope of the influence function."""
    zero, one = full(0.0), full(1.0)
    weight, slope = one, one
    if rule == HUBER:
        limit = full(HUBER_LIMIT)
        weight = if_less(limit, u, limit / u, one)
        slope = if_less(limit, u, zero, one)
    elif rule == TUKEY:
        square = u * u * full(1.0 / TUKEY_LIMIT**2)
        left = if_less(square, one, one - square, zero)
        weight = left * left
        slope = left * (one - full(5.0) * square)
    elif rule == IGG3:
        first, last = full(IGG_FIRST), full(IGG_LAST)
        left = if_less(u, last, (last - u) * full(1.0 / (IGG_LAST - IGG_FIRST)), zero)
        weight = if_less(first, u, first / u * left * left, one)
        falling = full(-2.0 * IGG_FIRST / (IGG_LAST - IGG_FIRST)) * left
        slope = if_less(first, u, falling, one)
    return weight, slope


@njit(cache=True, nogil=True)
def weighted_sizes(structure, weights, data, x, sizes):
    """Residuals in standard deviations of the weights."""
    for k in range(len(weights) // LANES):
        size = absolute(pair_residual(structure, data, x, k))
        store(sizes, k, size * square_root(load(weights, k)))


@njit(cache=True, nogil=True)
def robust_scale(sizes, weights, count, spare):
    """``1.4826 MAD sqrt(m / (m - n))``."""
    half = full(0.5)
    median = size_of_rank(sizes, weights, half * count + half, BISECTIONS)
    safe = if_less(spare, full(1.0), full(1.0), spare)
    scale = full(NORMAL_MAD) * median * square_root(count / safe)
    return if_less(scale, full(SMALLEST_SCALE), full(SMALLEST_SCALE), scale)


@njit(cache=True, nogil=True)
def reweigh(rule, sizes, scale, weights, able, trial):
    """Weights of the next step; pixels with too few spare pairs keep theirs."""
    zero, least = full(0.0), full(REJECTED)
    for k in range(len(weights) // LANES):
        weight = load(weights, k)
        factor, _ = influence(rule, load(sizes, k) / scale)
        factor = if_less(factor, least, least, factor)
        store(trial, k, if_less(zero, able, weight * factor, weight))


@njit(cache=True, nogil=True)
def variance_of_unit(rule, sizes, scale, weights, count, spare, able, weighted):
    """Variance of an offset of weight one, for the covariance ``(A' W A)^-1`` of robust weights;
    and the share of the pairs that are given up.

    Huber (1981, 7.6), with his correction K for few pairs.
    """
    zero, one = full(0.0), full(1.0)
    kept, squares, slopes, slopes2, total, lost = zero, zero, zero, zero, zero, zero
    for k in range(len(weights) // LANES):
        use = if_less(zero, load(weights, k), one, zero)
        size = load(sizes, k)
        weight, slope = influence(rule, size / scale)
        weight = if_less(zero, able, weight, one)
        slope = if_less(zero, able, slope, one)
        lost = lost + if_less(weight, full(REJECTED_BELOW), use, zero)
        use = if_less(zero, weight, use, zero)
        kept = kept + use
        squares = squares + use * weight * weight * size * size
        slopes = slopes + use * slope
        slopes2 = slopes2 + use * slope * slope
        total = total + use * weight
    unknown = count - spare
    freedom = kept - unknown
    freedom = if_less(freedom, one, one, freedom)
    some = if_less(kept, one, one, kept)
    slope = slopes / some
    spread = slopes2 / some - slope * slope
    slope = if_less(slope, full(LEAST_SLOPE), full(LEAST_SLOPE), slope)
    k_huber = one + unknown / some * spread / (slope * slope)
    variance = k_huber * k_huber * squares / freedom / (slope * slope) * total / some
    few = full(1.0) if weighted else full(np.nan)
    variance = if_less(spare, full(FEWEST_SPARE) if weighted else one, few, variance)
    return variance, lost / if_less(count, one, one, count)


@njit(cache=True, nogil=True)
def solve_robustly(structure, rule, weighted, count, scratch):
    """Solve for the dates; return variance of unit weight, rejected share and the cuts.

    Huber's estimator first; what follows keeps its scale, as a scale of its own falls with every
    residual that it gives up.
    """
    weights, data, links, inverse, x, _, _, trial, sizes = scratch[:9]
    dates = len(x) // LANES
    cuts = solve_with(structure, weights, data, links, inverse, x)
    spare = count - full(float(dates)) + full(1.0) + cuts
    able = if_less(spare, full(FEWEST_SPARE), full(0.0), full(1.0))
    scale = full(1.0)
    trial[:] = weights
    if rule != LEAST_SQUARES:
        for step in range(HUBER_STEPS + (FINAL_STEPS if rule != HUBER else 0)):
            weighted_sizes(structure, weights, data, x, sizes)
            if step <= HUBER_STEPS:
                scale = robust_scale(sizes, weights, count, spare)
            reweigh(HUBER if step < HUBER_STEPS else rule, sizes, scale, weights, able, trial)
            solve_with(structure, trial, data, links, inverse, x)
    weighted_sizes(structure, weights, data, x, sizes)
    if rule == HUBER:
        scale = robust_scale(sizes, weights, count, spare)
    variance, lost = variance_of_unit(
        rule, sizes, scale, weights, count, spare, able, weighted
    )  # fmt: skip
    return variance, lost, cuts


@njit(cache=True, nogil=True)
def first_and_largest(labels, sizes):
    """The first subset with more than one date, and the one with most of them."""
    first, largest = -1, 0
    for c in range(len(sizes)):
        if sizes[c] > 1 and first < 0:
            first = c
        if sizes[c] > sizes[largest]:
            largest = c
    return first, largest


@njit(cache=True, nogil=True)
def sizes_of_subsets(labels):
    """Dates of each subset, by its number."""
    sizes = np.zeros(len(labels), np.int64)
    for label in labels:
        sizes[label] += 1
    return sizes


@njit(cache=True, nogil=True)
def weight_of_dates(structure, weights, total):
    """Weights of all pairs of each date: 0 is a date without a pair, which has no value."""
    for n in range(len(total) // LANES):
        store(total, n, full(0.0))
    for k in range(len(weights) // LANES):
        weight, a, b = load(weights, k), structure[1][k], structure[2][k]
        store(total, a, load(total, a) + weight)
        store(total, b, load(total, b) + weight)


@njit(cache=True, nogil=True)
def scratch_of(pairs, dates, slots):
    """Room for a batch, see :func:`solve_robustly`; report, a value a date, and ones."""
    return (
        lanes_array(pairs), lanes_array(pairs), lanes_array(slots), lanes_array(dates),
        lanes_array(dates), lanes_array(slots), lanes_array(dates), lanes_array(pairs),
        lanes_array(pairs), lanes_array(4), lanes_array(dates), np.ones(dates),
    )  # fmt: skip


@njit(cache=True, nogil=True)
def series_batch(structure, values, std, stride, at, rule, gap, fewest, scratch, out):
    """The series of `LANES` pixels from `at` on."""
    weights, data, links, inverse, x, covariance, variance = scratch[:7]
    report, form, ones = scratch[9:]
    series, errors, layers = out
    position = structure[0]
    dates = len(position)
    weighted = len(std) > 0
    count = weigh_pairs(values, std, stride, at, weights, data)
    unit, lost, cuts = solve_robustly(structure, rule, weighted, count, scratch)
    inverse_trace(structure, links, inverse, ones, covariance, variance)
    store(report, 0, count)
    store(report, 1, lost)
    store(report, 2, cuts)
    store(report, 3, unit)
    weight_of_dates(structure, weights, form)
    drop = np.zeros((LANES, dates), np.bool_)
    begins = np.zeros((LANES, dates), np.bool_)  # a later part, on a datum of its own
    labels = np.zeros(dates, np.int64)
    for lane in range(LANES):
        pairs = int(report[lane])
        alone = 0
        for n in range(dates):
            if form[position[n] * LANES + lane] == 0.0:
                drop[lane, n] = True
                alone += 1
        parts = 1 + int(report[2 * LANES + lane]) - alone
        if pairs < fewest or parts < 1:
            drop[lane, :] = True
            layers[0 * stride + at + lane] = np.nan
            layers[1 * stride + at + lane] = np.nan
            layers[2 * stride + at + lane] = 0.0
            layers[3 * stride + at + lane] = np.nan
            continue
        layers[0 * stride + at + lane] = pairs / (dates - alone)
        layers[1 * stride + at + lane] = report[LANES + lane]
        layers[2 * stride + at + lane] = parts
        layers[3 * stride + at + lane] = np.sqrt(report[3 * LANES + lane])
        if parts < 2:
            continue
        if gap == NO_DATA:
            drop[lane, :] = True
        elif gap == LARGEST:
            label_subsets(structure, weights, lane, labels)
            _, largest = first_and_largest(labels, sizes_of_subsets(labels))
            for n in range(dates):
                drop[lane, n] |= labels[n] != largest
        elif gap == OWN:
            label_subsets(structure, weights, lane, labels)
            known = first_and_largest(labels, sizes_of_subsets(labels))[0]
            for n in range(dates):
                begins[lane, n] = labels[n] > known
                known = max(known, labels[n])
    for n in range(dates):
        here = position[n]
        store_at(series, n * stride + at, load(x, here))
        deviation = square_root(load(variance, here) * unit)
        store_at(errors, n * stride + at, deviation)
    for lane in range(LANES):
        for n in range(dates):
            if drop[lane, n]:
                series[n * stride + at + lane] = np.nan
            if drop[lane, n] or begins[lane, n]:
                errors[n * stride + at + lane] = np.nan


@njit(parallel=True, cache=True, nogil=True)
def series_batches(structure, values, std, stride, batches, rule, gap, fewest, out):
    """Solve the first ``batches * LANES`` pixels of a block on all threads.

    Parameters
    ----------
    structure : tuple of ndarray of int64
        From :func:`...timeseries._elimination.eliminate`, in the order of time.
    values : ndarray of float32, flat (pair, pixel)
        Offsets, metres; NaN for none.
    std : ndarray of float32, flat (pair, pixel), or empty
        Their standard deviations: the weights.
    stride, batches : int
        Pixels in a row of the block; batches to do.
    rule, gap : int
        Of the constants above; :data:`JOINT_RATE` leaves the parts at their own zero for
        :mod:`._gap_kernel`.
    fewest : int
        Pairs that a pixel must have.
    out : tuple of ndarray of float32
        Series and its standard deviations, flat (date, pixel); redundancy, rejected share, parts,
        standard deviation of unit weight, flat (4, pixel).
    """
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        scratch = scratch_of(pairs, dates, slots)
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            series_batch(
                structure, values, std, stride, batch * LANES, rule, gap, fewest, scratch, out
            )
