# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels for a second pass over pixels: bridged cuts, and the influence of each pair.

A pass of its own, so that it is compiled and run only where it is wanted. Numba's cache looks at
the file of the calling kernel only: after a change in ``_solve.py``, ``_subsets.py`` or
``simd.py`` touch this file too.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import if_less, square_root, store, store_at
from ._solve import (
    LANES,
    accumulate,
    factorize,
    full,
    inverse_trace,
    lanes_array,
    load,
    lower_weights,
    pair_cofactor,
    pair_residual,
    quadratic_form,
    substitute,
    weigh,
)
from ._subsets import bridge_subsets

BATCHES_PER_TASK = 32
LEAST_SPARE_SHARE = 1e-3  # of a pair's variance, below which its residual says nothing


@njit(cache=True, nogil=True)
def write_influence(
    structure, used, values, links, inverse, functional, x, response, covariance, variance, whole,
    stride, at, influence,
):  # fmt: skip
    """What each pair's residual, freed of the fit's pull, does to a functional of the series.

    Its sum with random signs is the functional's error in a wild bootstrap (Davidson and Flachaire
    2008, with residuals scaled by one over the root of their spare share).
    """
    first, second = structure[1], structure[2]
    one, least = full(1.0), full(LEAST_SPARE_SHARE)
    for p in range(len(functional)):
        store(response, p, full(functional[p]))
    store(response, len(functional) - 1, full(0.0))
    substitute(structure, links, inverse, response)
    for k in range(len(first)):
        weight = load(used, k)
        gain = load(response, second[k]) - load(response, first[k])
        spare = one - weight * pair_cofactor(structure, covariance, variance, k)
        spare = if_less(spare, least, one, spare)
        residual = pair_residual(structure, values, x, k)
        store_at(influence, k * stride + at, weight * gain * residual / square_root(spare) * whole)


@njit(cache=True, nogil=True)
def bridge_lanes(
    structure, bridging, weights, x, report, links, inverse, trace, scratch, stride, at, out
):
    """Join the subsets of the lanes that have more than one by a model; write them anew."""
    terms, date_weights, constant, slope = bridging[0], bridging[1], scratch[0], scratch[1]
    series, counts, bridge = out[0], out[1], out[2]
    position = structure[0]
    dates = len(position)
    for n in range(dates):
        store(constant, n, full(0.0))
        store(slope, n, full(0.0))
    for lane in range(LANES):
        pixel = at + lane
        if counts[1, pixel] < 2:
            continue
        report[lane] = bridge_subsets(
            structure, terms, date_weights, weights, x, lane, constant, slope
        )
        for n in range(dates):
            series[n * stride + pixel] = x[position[n] * LANES + lane]
    offsets = quadratic_form(structure, links, inverse, constant)
    rate = quadratic_form(structure, links, inverse, slope)
    store(report, 1, trace - offsets - rate)
    store(report, 2, rate)
    for lane in range(LANES):
        if counts[1, at + lane] > 1:
            for n in range(3):
                bridge[n * stride + at + lane] = report[n * LANES + lane]


@njit(parallel=True, cache=True, nogil=True)
def revisit_batches(
    structure, phase, coherence, reference, stride, batches, limits, table, excess, factors,
    functional, bridging, out,
):  # fmt: skip
    """Go over the first ``batches * LANES`` pixels of a block that was inverted, on all threads.

    Parameters as of :func:`._kernel.invert_batches` but for these.

    Parameters
    ----------
    functional : ndarray of float64, shape (date,)
        Of the influence, in the order of elimination.
    bridging : tuple of ndarray
        Terms of the model that bridges cuts, shape (term, date), or none; the weights of the
        dates, in their order and in the order of elimination.
    out : tuple of ndarray
        Series and counts as they were left; to fill: noise where cuts are bridged (spread of time,
        expected sum of squares, variance of the slope), float32 flat (3, pixel); influence,
        float32 flat (pair, pixel), or empty.
    """
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    counts, influence = out[1], out[3]
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        weights, values, used = lanes_array(pairs), lanes_array(pairs), lanes_array(pairs)
        links, inverse, x = lanes_array(slots), lanes_array(dates), lanes_array(dates)
        covariance, variance = lanes_array(slots), lanes_array(dates)
        first, second, report = lanes_array(dates), lanes_array(dates), lanes_array(3)
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            at = batch * LANES
            cut = len(bridging[0]) > 0 and counts[1, at : at + LANES].max() > 1
            if not cut and len(influence) == 0:
                continue
            weigh(
                phase, coherence, reference, stride, at, limits, table, excess, weights, values
            )  # fmt: skip
            used[:] = weights
            if len(factors) > 0:
                lower_weights(weights, factors, stride, at, used)
            factorize(structure, used, links, inverse)
            accumulate(structure, used, values, x)
            substitute(structure, links, inverse, x)
            trace = inverse_trace(structure, links, inverse, bridging[2], covariance, variance)
            if len(influence) > 0:
                for lane in range(LANES):
                    report[lane] = counts[1, at + lane]
                subsets = load(report, 0)
                whole = if_less(subsets, full(0.5), full(np.nan), full(1.0))
                whole = if_less(full(1.5), subsets, full(np.nan), whole)
                write_influence(
                    structure, used, values, links, inverse, functional, x, first, covariance,
                    variance, whole, stride, at, influence,
                )  # fmt: skip
            if cut:
                bridge_lanes(
                    structure, bridging, weights, x, report, links, inverse, trace,
                    (first, second), stride, at, out,
                )  # fmt: skip
