# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that put the parts of cut networks on one rate: a second pass over the pixels of
:mod:`._series_kernel`, compiled only where it is wanted.

Numba's cache looks at the file of the calling kernel only: after a change in ``_series_kernel.py``
or what that names touch this file too.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import store
from ..timeseries._solve import LANES, full, inverse_trace, lanes_array, load, quadratic_form
from ..timeseries._subsets import bridge_subsets, label_subsets
from ._series_kernel import (
    BATCHES_PER_TASK,
    first_and_largest,
    scratch_of,
    sizes_of_subsets,
    solve_robustly,
    weigh_pairs,
    weight_of_dates,
)


@njit(cache=True, nogil=True)
def join_by_rate(structure, years, weights, x, lanes, subset_of, sizes_of, scratch, noise):
    """Put the subsets of the lanes that are cut on one rate; fill variances of their dates.

    The rate is that of straight lines through the subsets, each with a level of its own
    (:func:`...timeseries._subsets.bridge_subsets`). The variance of a date behind the gap holds
    that of the way over it, and the scatter of the series about the lines.

    Parameters
    ----------
    lanes : ndarray of bool, shape (LANES,)
        Which ones are to be joined.
    subset_of : ndarray, shape (LANES, date)
    sizes_of : ndarray, shape (LANES, date)
        Dates of each subset.
    noise : tuple
        Variance of unit weight, and that of the dates against their own subset's first one; the
        latter, flat (date) in the order of elimination, is filled anew in these lanes.
    """
    links, inverse, constant, slope, form, report = scratch
    unit, variance = noise
    position = structure[0]
    dates = len(position)
    ones, terms = np.ones(dates), years.reshape((1, dates))
    for n in range(dates):
        store(constant, n, full(0.0))
        store(slope, n, full(0.0))
    means = np.zeros((LANES, 2, dates))  # time and displacement of the subsets
    misfit, spread = np.zeros(LANES), np.ones(LANES)
    squares, freedom = np.zeros(LANES), np.zeros(LANES)
    before = x.copy()
    total = full(0.0)
    for n in range(dates):
        total = total + load(variance, n)
    for lane in range(LANES):
        if not lanes[lane]:
            continue
        spread[lane] = bridge_subsets(
            structure, terms, ones, weights, x, lane, constant, slope
        )  # fmt: skip
        labels, sizes = subset_of[lane], sizes_of[lane]
        rate = 0.0
        for n in range(dates):
            at = position[n] * LANES + lane
            means[lane, 0, labels[n]] += years[n] / sizes[labels[n]]
            means[lane, 1, labels[n]] += before[at] / sizes[labels[n]]
            rate += slope[at] * before[at] / np.sqrt(spread[lane])
        for n in range(dates):
            c = labels[n]
            if sizes[c] > 1:
                at = position[n] * LANES + lane
                away = before[at] - means[lane, 1, c] - rate * (years[n] - means[lane, 0, c])
                squares[lane] += away * away
                freedom[lane] += 1.0
        for c in range(len(sizes)):
            freedom[lane] -= sizes[c] > 1
        freedom[lane] -= 1.0
    form[:] = constant
    expected = total - quadratic_form(structure, links, inverse, form)
    form[:] = slope
    expected = expected - quadratic_form(structure, links, inverse, form)
    store(report, 0, expected)
    for lane in range(LANES):
        if lanes[lane] and freedom[lane] > 0.0:
            rest = squares[lane] - unit[lane] * report[lane]
            misfit[lane] = max(0.0, rest / freedom[lane])
    for date in range(dates):
        for n in range(dates):
            store(form, n, full(0.0))
        for lane in range(LANES):
            if lanes[lane]:
                _way_to(
                    position, date, lane, subset_of[lane], sizes_of[lane], means[lane, 0], slope,
                    spread[lane], form,
                )  # fmt: skip
        store(report, 0, quadratic_form(structure, links, inverse, form))
        for lane in range(LANES):
            if not lanes[lane]:
                continue
            labels, sizes = subset_of[lane], sizes_of[lane]
            first, _ = first_and_largest(labels, sizes)
            c, at = labels[date], position[date] * LANES + lane
            value = report[lane]
            if c != first and sizes[c] > 1:
                way = means[lane, 0, c] - means[lane, 0, first]
                model = way * way / spread[lane] + 1.0 / sizes[c] + 1.0 / sizes[first]
                # The unit's variance is multiplied to all of it by the caller.
                value += misfit[lane] * model / max(unit[lane], 1e-30)
            variance[at] = value


@njit(cache=True, nogil=True)
def _way_to(position, date, lane, labels, sizes, times, slope, spread, form):
    """The functional of the pairs' series that gives a date's joined displacement."""
    first, _ = first_and_largest(labels, sizes)
    c = labels[date]
    if sizes[c] < 2:
        return
    form[position[date] * LANES + lane] += 1.0
    begun = False
    for n in range(len(position)):
        at = position[n] * LANES + lane
        if labels[n] == first and not begun:
            form[at] -= 1.0
            begun = True
        if c == first:
            continue
        if labels[n] == c:
            form[at] -= 1.0 / sizes[c]
        if labels[n] == first:
            form[at] += 1.0 / sizes[first]
        form[at] += (times[c] - times[first]) * slope[at] / np.sqrt(spread)


@njit(cache=True, nogil=True)
def join_batch(structure, years, values, std, stride, at, rule, scratch, more, out):
    """Write the series of those of `LANES` pixels from `at` on anew whose network is cut."""
    weights, data, links, inverse, x, covariance, variance = scratch[:7]
    report, total, ones = scratch[9:]
    constant, slope, form = more
    series, errors, layers = out
    position = structure[0]
    dates = len(position)
    count = weigh_pairs(values, std, stride, at, weights, data)
    unit, _, _ = solve_robustly(structure, rule, len(std) > 0, count, scratch)
    inverse_trace(structure, links, inverse, ones, covariance, variance)
    weight_of_dates(structure, weights, total)
    store(report, 3, unit)
    unit_of = report[3 * LANES : 4 * LANES].copy()
    join = np.zeros(LANES, np.bool_)
    subset_of = np.zeros((LANES, dates), np.int64)
    sizes_of = np.zeros((LANES, dates), np.int64)
    for lane in range(LANES):
        if layers[2 * stride + at + lane] > 1.0:
            join[lane] = True
            label_subsets(structure, weights, lane, subset_of[lane])
            sizes_of[lane] = sizes_of_subsets(subset_of[lane])
    join_by_rate(
        structure, years, weights, x, join, subset_of, sizes_of,
        (links, inverse, constant, slope, form, report), (unit_of, variance),
    )  # fmt: skip
    for lane in range(LANES):
        if not join[lane]:
            continue
        origin = np.nan
        for n in range(dates):
            here = position[n] * LANES + lane
            if total[here] == 0.0:
                continue
            if np.isnan(origin):
                origin = x[here]
            series[n * stride + at + lane] = x[here] - origin
            errors[n * stride + at + lane] = np.sqrt(variance[here] * unit_of[lane])


@njit(parallel=True, cache=True, nogil=True)
def join_batches(structure, years, values, std, stride, batches, rule, out):
    """Join the parts of the first ``batches * LANES`` pixels of a block on all threads.

    Parameters as of :func:`._series_kernel.series_batches`, which filled `out`, but for these.

    Parameters
    ----------
    years : ndarray of float64, shape (date,)
    """
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        scratch = scratch_of(pairs, dates, slots)
        more = lanes_array(dates), lanes_array(dates), lanes_array(dates)
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            at = batch * LANES
            if out[2][2 * stride + at : 2 * stride + at + LANES].max() > 1.0:
                join_batch(structure, years, values, std, stride, at, rule, scratch, more, out)
