# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the SBAS inversion: `LANES` pixels side by side, batches on all threads.

The algebra is in :mod:`._solve`, what is done about outliers in :mod:`._robust`, about cut networks
in :mod:`._subsets` and :mod:`._revisit`. All arrays of a batch are flat float64 with `LANES` values
an entry; everything is indexed by position in the order of elimination (see :mod:`._elimination`).
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import if_less, multiply_add, square_root, store, store_at
from ._robust import doubtful
from ._solve import (
    LANES,
    accumulate,
    entries,
    factorize,
    full,
    functional_variance,
    inverse_trace,
    judge,
    lanes_array,
    load,
    lower_weights,
    pair_residual,
    substitute,
    weigh,
)
from ._subsets import join_subsets

BATCHES_PER_TASK = 32


@njit(cache=True, nogil=True)
def give_up(stride, at, out):
    """Results of a batch without any pixel to keep."""
    layers, series, noise, counts = out
    nan = full(np.nan)
    for flat in (layers, series, noise):
        for n in range(len(flat) // stride):
            store_at(flat, n * stride + at, nan)
    for n in range(len(counts)):
        counts[n, at : at + LANES] = 0


@njit(cache=True, nogil=True)
def add_to_tally(structure, weights, used, values, x, missing, tally):
    """Sum squared residuals, counts and rejections of each pair over the batch."""
    zero, one, half = full(0.0), full(1.0), full(0.5)
    for k in range(entries(weights)):
        weight = load(weights, k)
        use = if_less(half, missing, zero, if_less(zero, weight, one, zero))
        residual = pair_residual(structure, values, x, k)
        lost = if_less(load(used, k), half * weight, use, zero)
        at = 3 * k
        store(tally, at, multiply_add(use * residual, residual, load(tally, at)))
        store(tally, at + 1, load(tally, at + 1) + use)
        store(tally, at + 2, load(tally, at + 2) + lost)


@njit(cache=True, nogil=True)
def find_noise(
    structure, links, inverse, date_weights, functionals, covariance, variance, scratch, noise
):
    """Covariances, see :func:`._solve.inverse_trace`; its trace and the functionals' variances."""
    trace = inverse_trace(structure, links, inverse, date_weights, covariance, variance)
    store(noise, 0, trace)
    for f in range(len(functionals)):
        value = functional_variance(structure, links, inverse, functionals[f], scratch)
        store(noise, f + 1, value)


@njit(cache=True, nogil=True)
def invert_batch(
    structure, intervals, phase, coherence, reference, stride, at, limits, table, excess, factors,
    functionals, date_weights, shared, scratch, out, join, tally,
):  # fmt: skip
    """Invert the `LANES` pixels from `at` on and write their results."""
    weights, values, own, x, report, trial, spare_dates = scratch
    layers, series, noise, counts = out
    nan, zero, one, half = full(np.nan), full(0.0), full(1.0), full(0.5)
    count = weigh(
        phase, coherence, reference, stride, at, limits, table, excess, weights, values
    )  # fmt: skip
    pairs, dates, judged = float(entries(weights)), entries(x), limits[3] > 0.0
    missing = if_less(count, full(limits[2]), one, zero)
    store(report, 0, count)
    store(report, 1, missing)
    complete, dropped = 0, 0
    for lane in range(LANES):
        complete += report[lane] == pairs
        dropped += report[LANES + lane] > 0.0
    if dropped == LANES:
        give_up(stride, at, out)
        return
    used, rejected = weights, zero
    if len(factors) > 0:
        used = trial
        rejected = lower_weights(weights, factors, stride, at, trial)
    known = complete == LANES and len(shared[0]) > 1
    links, inverse, covariance, variance, found, known_cuts = shared if known else own
    if not known:
        store(known_cuts, 0, factorize(structure, used, links, inverse))
        if len(noise) > 0 or judged:
            find_noise(
                structure, links, inverse, date_weights, functionals, covariance, variance,
                spare_dates, found,
            )  # fmt: skip
    cuts = load(known_cuts, 0)
    accumulate(structure, used, values, x)
    substitute(structure, links, inverse, x)
    real, imaginary, squares = judge(structure, used, values, x)
    store(report, 2, cuts)
    store(report, 3, rejected)
    kept = if_less(missing, half, one, nan)
    freedom = count - rejected - full(float(dates)) + one + cuts
    doubt = zero
    if judged:
        doubt = doubtful(structure, used, values, x, covariance, variance, squares, freedom)
    store(report, 4, doubt)
    store_at(layers, at, square_root(real * real + imaginary * imaginary) / count * kept)
    store_at(layers, stride + at, if_less(half, freedom, squares / freedom, nan) * kept)
    position = structure[0]
    for n in range(dates):
        store_at(series, n * stride + at, load(x, position[n]) * kept)
    if len(tally) > 0:
        left_out = if_less(half, doubt, one, missing)
        add_to_tally(structure, weights, used, values, x, left_out, tally)
    whole = if_less(cuts, half, kept, nan)
    for n in range(len(noise) // stride):
        store_at(noise, n * stride + at, load(found, n) * whole)
    for lane in range(LANES):
        keep = report[LANES + lane] == 0.0
        counts[0, at + lane] = int(report[lane]) if keep else 0
        counts[1, at + lane] = 1 + int(report[2 * LANES + lane]) if keep else 0
        counts[2, at + lane] = int(report[3 * LANES + lane]) if keep else 0
        counts[3, at + lane] = 0
        counts[4, at + lane] = int(report[4 * LANES + lane]) if keep else 0
        if counts[1, at + lane] > 1:
            counts[3, at + lane] = join_subsets(structure, intervals, weights, x, lane, join)
            for n in range(dates):
                series[n * stride + at + lane] = x[position[n] * LANES + lane]


@njit(cache=True, nogil=True)
def factor_arrays(structure, functionals):
    """Room for links, pivots, covariances, variances, noise and number of cuts of a batch."""
    dates, slots = len(structure[0]), len(structure[5])
    return (
        lanes_array(slots), lanes_array(dates), lanes_array(slots), lanes_array(dates),
        lanes_array(1 + len(functionals)), lanes_array(1),
    )  # fmt: skip


@njit(cache=True, nogil=True)
def share_factor(structure, date_weights, functionals):
    """Factor of the network with all pairs and uniform weights, in lanes like any other."""
    weights, scratch = lanes_array(len(structure[3])), lanes_array(len(structure[0]))
    weights[:] = 1.0
    shared = factor_arrays(structure, functionals)
    links, inverse, covariance, variance, noise, cuts = shared
    store(cuts, 0, factorize(structure, weights, links, inverse))
    find_noise(
        structure, links, inverse, date_weights, functionals, covariance, variance, scratch, noise
    )
    return shared


@njit(parallel=True, cache=True, nogil=True)
def invert_batches(
    structure, intervals, phase, coherence, reference, stride, batches, limits, table, excess,
    factors, functionals, date_weights, shared, out, tallies,
):  # fmt: skip
    """Invert the first ``batches * LANES`` pixels of a block on all threads.

    Parameters
    ----------
    structure : tuple of ndarray of int64
        From :func:`._elimination.eliminate`.
    intervals : ndarray of float64, shape (date - 1,)
        Years between dates.
    phase, coherence : ndarray of float32, flat (pair, pixel)
        `coherence` may be empty where ``limits[1]`` is 0.
    reference : ndarray of float32, shape (pair,)
        Taken off the phases.
    stride : int
        Pixels in a row of the block.
    batches : int
    limits : ndarray of float64
        Coherence must lie above the first value; the second is 1 when there is coherence, else
        0; the third is the least number of pairs; the fourth is 1 where doubtful pixels are to be
        told, see :func:`._robust.doubtful`.
    table : ndarray of float64
        Weights over coherence.
    excess : ndarray of float64, shape (pair,), or empty
        Variance that each pair has beyond the inverse of its weight.
    factors : ndarray of float32, flat (pair, pixel), or empty
        Of the weights, under 1 where a pair is rejected: from :func:`._robust.reject_batches`.
    functionals : ndarray of float64, shape (functional, date)
        In the order of elimination.
    date_weights : ndarray, shape (date,)
        In the order of elimination.
    shared : tuple of ndarray
        From :func:`share_factor`, or arrays of length 1 when weights are not uniform.
    out : tuple of ndarray
        To fill: temporal coherence and variance factor, float32 flat (2, pixel); series, float32
        flat (date, pixel); noise, float32 flat (1 + functional, pixel), or empty; counts of pairs,
        subsets, rejected pairs and joined dates, and 1 for doubtful pixels, which are not in the
        tallies; int16 (5, pixel).
    tallies : ndarray of float64, shape (task, 3 * pair * LANES), or (task, 0)
        Added to: squared residuals, counts and rejections of each pair.
    """
    pairs, dates = len(structure[3]), len(structure[0])
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        scratch = (
            lanes_array(pairs), lanes_array(pairs), factor_arrays(structure, functionals),
            lanes_array(dates), lanes_array(5), lanes_array(pairs), lanes_array(dates),
        )  # fmt: skip
        join = np.empty(dates * dates)
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            invert_batch(
                structure, intervals, phase, coherence, reference, stride, batch * LANES, limits,
                table, excess, factors, functionals, date_weights, shared, scratch, out, join,
                tallies[task],
            )  # fmt: skip


@njit(parallel=True, cache=True, nogil=True)
def pick(values, pixels):
    """Some pixels of an array of shape (row, pixel)."""
    out = np.empty((len(values), len(pixels)), values.dtype)
    for k in prange(len(values)):
        for n in range(len(pixels)):
            out[k, n] = values[k, pixels[n]]
    return out


@njit(parallel=True, cache=True, nogil=True)
def put(values, pixels, out):
    """Put such pixels back."""
    for k in prange(len(values)):
        for n in range(len(pixels)):
            out[k, pixels[n]] = values[k, n]
