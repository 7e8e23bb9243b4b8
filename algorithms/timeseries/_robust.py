# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that find the outliers (cycle slips) among the pairs of each pixel.

Three stages, the first and last as in Rousseeuw and Leroy (1987, chapter 5). A fit of least
absolute deviations by reweighting (IRLS) follows the majority of the pairs. Where there is hardly
one at a date, votes are counted and the pixel's own series may settle them, see :mod:`.votes`. That
says which pairs are suspect; then come weighted least squares of the others, with a judgement anew
of every pair by its studentised residual. What comes out is a plain weighted solution of the pairs
that were kept, so its variances are those of least squares.

A pair is given up whose residual r is over `LIMIT` standard deviations, or so near to a whole turn
that a slip is likelier than noise of its variance v: ``|r| > pi + v SLIP_COST / (2 pi)``.

None of this is done at most pixels: where least squares of all pairs leave no residual that comes
near these limits (:func:`doubtful`), all are kept.

The first stage weighs all pairs alike: a slip is as large at a coherent pair as at another, and by
its weight would win against several others. A rejected pair keeps `REJECTED` of its weight, so that
rejecting never cuts a network; where nothing else holds a date, the variance shows it.

All of this is judged in float32, at half the cost: nothing that it finds is a result, but which
pairs are kept.

Numba's cache looks at the file of the calling kernel only: after a change in
``_solve.py``, ``simd.py``, ``_votes.py`` or ``votes.py`` touch this file too.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import absolute, if_less, multiply_add, square_root, store, store_at
from ._solve import (
    SINGLES,
    accumulate,
    alike,
    entries,
    factorize,
    inverse_trace,
    load,
    pair_cofactor,
    pair_residual,
    singles_array,
    substitute,
    weigh,
)
from ._votes import SLIP_COST, full, settle
from .votes import NORMAL_MEDIAN

BATCHES_PER_TASK = 16
ABSOLUTE_STEPS = 5
REJECTION_STEPS = 2
BISECTIONS = 14
LIMIT = 3.5  # standard deviations
REJECTED = 1e-6
SMALLEST_OUTLIER = 0.1  # radians: below it is rounding, or noise that harms nothing
FEWEST_SPARE = 3.0  # with fewer spare pairs there is no majority
# Of the limit at which a single pair would be given up. Two that lean on each other can hide a bit.
NEAR = 0.8
LEAST_SHARE = 1e-9  # of a pair's variance that its residual has; below, nothing contradicts it


@njit(cache=True, nogil=True)
def solve_with(structure, weights, values, links, inverse, x):
    """Factor and solve; return the number of cuts."""
    cuts = factorize(structure, weights, links, inverse)
    accumulate(structure, weights, values, x)
    substitute(structure, links, inverse, x)
    return cuts


@njit(cache=True, nogil=True)
def least_absolute(structure, weights, values, count, links, inverse, x, trial):
    """Least absolute deviations of all used pairs alike; return the number of cuts."""
    zero, one = full(0.0), full(1.0)
    pairs = entries(weights)
    for k in range(pairs):
        store(trial, k, if_less(zero, load(weights, k), one, zero))
    cuts = solve_with(structure, trial, values, links, inverse, x)
    for _ in range(ABSOLUTE_STEPS - 1):
        total = zero
        for k in range(pairs):
            size = absolute(pair_residual(structure, values, x, k))
            total = total + if_less(zero, load(weights, k), size, zero)
        least = full(0.1) * total / count + full(1e-6)
        for k in range(pairs):
            size = absolute(pair_residual(structure, values, x, k))
            size = if_less(size, least, least, size)
            store(trial, k, if_less(zero, load(weights, k), one / size, zero))
        solve_with(structure, trial, values, links, inverse, x)
    return cuts


@njit(cache=True, nogil=True)
def size_of_rank(sizes, weights, rank, bisections):
    """The size below or at which `rank` of the used pairs lie, by bisection."""
    zero, one, half = alike(sizes, 0.0), alike(sizes, 1.0), alike(sizes, 0.5)
    low, high = zero, zero
    for k in range(entries(sizes)):
        size = load(sizes, k)
        high = if_less(high, size, size, high)
    for _ in range(bisections):
        middle = half * (low + high)
        below = zero
        for k in range(entries(sizes)):
            use = if_less(zero, load(weights, k), one, zero)
            below = below + if_less(middle, load(sizes, k), zero, use)
        low = if_less(below, rank, middle, low)
        high = if_less(below, rank, high, middle)
    return high


@njit(cache=True, nogil=True)
def median_scale(sizes, weights, count, spare):
    """Standard deviation from the median of the residuals that the fit does not force to zero."""
    rank = count - full(0.5) * spare
    return size_of_rank(sizes, weights, rank, BISECTIONS) / full(NORMAL_MEDIAN)


@njit(cache=True, nogil=True)
def suspect(structure, weights, values, x, count, spare, trial, sizes):
    """First judgement, by the residuals of the least-absolute fit."""
    for k in range(entries(weights)):
        size = absolute(pair_residual(structure, values, x, k))
        store(sizes, k, size * square_root(load(weights, k)))
    scale = median_scale(sizes, weights, count, spare)
    limit, odds = full(LIMIT) * scale, full(SLIP_COST / (2.0 * np.pi)) * scale * scale
    fewest, least = full(FEWEST_SPARE), full(SMALLEST_OUTLIER)
    for k in range(entries(weights)):
        weight = load(weights, k)
        size = absolute(pair_residual(structure, values, x, k))
        lower = if_less(limit, load(sizes, k), full(REJECTED) * weight, weight)
        lower = if_less(odds, weight * (size - full(np.pi)), full(REJECTED) * weight, lower)
        lower = if_less(size, least, weight, lower)
        store(trial, k, if_less(spare, fewest, weight, lower))


@njit(cache=True, nogil=True)
def judge_again(structure, weights, values, x, spare, covariance, variance, trial):
    """Later judgements, by studentised residuals of a fit without the pairs rejected so far.

    A pair that was kept took part in the fit, one that was not is predicted by it.
    """
    zero, one, half = full(0.0), full(1.0), full(0.5)
    squares, rejected = zero, zero
    for k in range(entries(weights)):
        weight, used = load(weights, k), load(trial, k)
        residual = pair_residual(structure, values, x, k)
        squares = multiply_add(used * residual, residual, squares)
        rejected = rejected + if_less(used, half * weight, one, zero)
    freedom = spare - rejected
    freedom = if_less(freedom, one, one, freedom)
    factor = squares / freedom
    limit, odds = full(LIMIT * LIMIT) * factor, full(SLIP_COST / (2.0 * np.pi)) * factor
    fewest, least = full(FEWEST_SPARE), full(SMALLEST_OUTLIER)
    for k in range(entries(weights)):
        weight, used = load(weights, k), load(trial, k)
        residual = pair_residual(structure, values, x, k)
        cofactor = pair_cofactor(structure, covariance, variance, k) * weight
        spread = if_less(used, half * weight, one + cofactor, one - cofactor)
        squared = weight * residual * residual
        lower = if_less(limit * spread, squared, full(REJECTED) * weight, weight)
        beyond = weight * (absolute(residual) - full(np.pi))
        lower = if_less(odds * spread, beyond, full(REJECTED) * weight, lower)
        lower = if_less(absolute(residual), least, weight, lower)
        store(trial, k, if_less(spare, fewest, weight, lower))


@njit(cache=True, nogil=True)
def doubtful(structure, weights, values, x, covariance, variance, squares, spare):
    """1 where a pair may be an outlier, by least squares of all pairs, else 0; in float64.

    A pair's studentised residual is held against the one at which it would be given up if it were
    so already: for n spare pairs the squared limit L is then ``n L / (n - 1 + L)``. Slips that are
    so many that they hide each other raise the variance, but each shows in what the other pairs
    predict. Where pairs are too few to tell by least squares, all pixels are doubtful.
    """
    zero, one = alike(x, 0.0), alike(x, 1.0)
    square = alike(x, LIMIT * LIMIT)
    limit = alike(x, NEAR) * square * squares / (spare - one + square)
    doubt = if_less(spare, alike(x, entries(x) - 1.0), one, zero)
    for k in range(entries(weights)):
        weight = load(weights, k)
        size = absolute(pair_residual(structure, values, x, k))
        share = one - weight * pair_cofactor(structure, covariance, variance, k)
        share = if_less(alike(x, LEAST_SHARE), share, share, alike(x, LEAST_SHARE))
        beyond = if_less(limit * share, weight * size * size, one, zero)
        beyond = if_less(size, alike(x, SMALLEST_OUTLIER) * share, zero, beyond)
        beyond = if_less(alike(x, np.pi) * share, size, one, beyond)
        doubt = if_less(zero, weight * beyond, one, doubt)
    return if_less(spare, alike(x, FEWEST_SPARE), zero, doubt)


@njit(cache=True, nogil=True)
def reject_batch(structure, votes, date_weights, stride, at, scratch, factors):
    """Find the outliers of `SINGLES` pixels, whose weights and phases are in the scratch."""
    weights, values, links, inverse, x, covariance, variance, trial, sizes = scratch[:9]
    report, scores, room = scratch[9:]
    zero, one = full(0.0), full(1.0)
    count = zero
    for k in range(entries(weights)):
        count = count + if_less(zero, load(weights, k), one, zero)
    cuts = least_absolute(structure, weights, values, count, links, inverse, x, trial)
    spare = count - full(float(entries(x))) + one + cuts
    able = if_less(spare, full(FEWEST_SPARE), zero, if_less(cuts, full(0.5), one, zero))
    settle(structure, votes, weights, values, able, x, report, scores, room)
    suspect(structure, weights, values, x, count, spare, trial, sizes)
    for _ in range(REJECTION_STEPS):
        solve_with(structure, trial, values, links, inverse, x)
        inverse_trace(structure, links, inverse, date_weights, covariance, variance)
        judge_again(structure, weights, values, x, spare, covariance, variance, trial)
    for k in range(entries(weights)):
        limit = full(0.5) * load(weights, k)
        lower = if_less(load(trial, k), limit, full(REJECTED), one)
        store_at(factors, k * stride + at, lower)


@njit(parallel=True, cache=True, nogil=True)
def reject_batches(
    structure, votes, phase, coherence, reference, stride, batches, limits, table, excess,
    date_weights, factors,
):  # fmt: skip
    """Find the outliers of the first ``batches * SINGLES`` pixels of a block on all threads.

    Parameters as of :func:`._kernel.invert_batches`; `factors`, float32 flat (pair, pixel), becomes
    `REJECTED` at outliers and 1 elsewhere. A kernel of its own, so that it is compiled only where
    it is wanted. `votes` is from :func:`.votes.plan_votes`, with the places' roughness at its end.
    """
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        scratch = (
            singles_array(pairs), singles_array(pairs), singles_array(slots), singles_array(dates),
            singles_array(dates), singles_array(slots), singles_array(dates), singles_array(pairs),
            singles_array(pairs), singles_array(1), singles_array(2 * dates),
            (np.empty(pairs), np.empty(pairs + 1), np.empty(pairs + 1), np.empty(dates)),
        )  # fmt: skip
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            at = batch * SINGLES
            weigh(
                phase, coherence, reference, stride, at, limits, table, excess, scratch[0],
                scratch[1],
            )  # fmt: skip
            reject_batch(structure, votes, date_weights, stride, at, scratch, factors)
