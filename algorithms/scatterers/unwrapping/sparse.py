# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of interferograms at sparse points: in time first, then in space.

After Pepe and Lanari (2006), doi:10.1109/TGRS.2006.873207, and Costantini and Rosen (1999),
doi:10.1109/IGARSS.1999.774649, with two changes. A rate and a height difference are searched for
every arc and put together over the network, so that the phase that is left is small. And not the
pairs but the phases of dates are unwrapped in space: triplets of pairs then close, and there are
fewer fields to solve.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from ...errors import check_cancelled, tell
from ...threads import kernel_lock, one_blas_thread
from ..ps_series import wrap
from .arc_models import model_of
from .arcs import (
    ROUNDS,
    ArcEquations,
    ArcGraph,
    date_subsets,
    date_tree,
    integrate,
    triangulate,
)

MODEL_FROM = 8  # dates; with fewer any series fits some rate
SWEEPS = 20
DRIFT_REACH, DRIFT_COHERENCE = 4, 0.6  # see _arcs_kernel.unwrap_in_time
UNIT, MOST = 2.0, 5000  # of the costs of flow
SOME = 4096  # points that are turned from a date a column to a date a row at a time
CROSSED = 0.25  # arcs that need cycles at a larger share of dates join nothing


@dataclass(frozen=True)
class SparseOptions:
    """How points are unwrapped.

    Parameters
    ----------
    longest_arc : float or None
        Longer arcs (metres) hold no points together; by default six times the median.
    least_coherence : float or None
        Arcs whose temporal coherence is lower do not either; by default 0.5, and more for few
        dates, where noise itself is coherent.
    most_rate : float or None
        Largest difference of rates between neighbours to look for, radians a year; by default half
        a cycle between neighbouring dates in the middle, but not more than 12 cycles in all.
    most_height : float
        Largest difference of height errors between neighbours to look for, metres.
    tile_points : int
        Points that are worked on at a time; more are cut into tiles that overlap.
    workers : int or None
        Dates that are unwrapped at a time; as many as there are cores by default.
    """

    longest_arc: float | None = None
    least_coherence: float | None = None
    most_rate: float | None = None
    most_height: float = 60.0
    tile_points: int = 150_000
    workers: int | None = None


@dataclass(frozen=True)
class UnwrappedPoints:
    """Unwrapped phases of points.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, point)
        Radians, congruent with the wrapped phase; NaN where that is NaN.
    component : ndarray of int32, shape (point,)
        Points with one number are held together by good arcs; the largest is 1. Cycles between
        components are a guess.
    quality : ndarray of float32, shape (point,)
        Mean temporal coherence of the arcs at a point after the model, 0 to 1.
    """

    phase: np.ndarray
    component: np.ndarray
    quality: np.ndarray


@one_blas_thread()
def unwrap_together(
    xy, phase, pairs, years, quality, heights, options, progress=None, cancelled=None, pixels=None
) -> UnwrappedPoints:
    """Unwrap all points at a time; parameters as :func:`unwrap_points`.

    `heights` is the phase of a metre of height error at each date, or None; `pixels` as
    :func:`.arcs.triangulate` has it.
    """
    graph = triangulate(xy, pixels)
    subset_of = date_subsets(pairs, len(years))
    subsets = [s for s in range(subset_of.max() + 1) if np.any(subset_of[pairs[:, 0]] == s)]

    def solved(number, chosen):
        dates = np.flatnonzero(subset_of == subsets[number])
        place = np.searchsorted(dates, pairs[chosen])
        return _unwrap_subset(
            graph, len(xy), phase[chosen], place.astype(np.int32), years[dates], quality,
            None if heights is None else heights[dates], options,
            lambda share: tell(progress, (number + share) / len(subsets)), cancelled,
        )  # fmt: skip

    if len(subsets) == 1:
        return solved(0, np.s_[:])
    out, result = np.full(phase.shape, np.nan, np.float32), None
    for number, subset in enumerate(subsets):
        chosen = subset_of[pairs[:, 0]] == subset
        part = solved(number, chosen)
        out[chosen] = part.phase
        if result is None:
            result = part
        else:  # what hangs together in one subset of dates and not in the other does not
            both = np.unique(
                np.column_stack([result.component, part.component]), axis=0, return_inverse=True
            )[1]
            result = UnwrappedPoints(
                out, by_size(both.ravel()), np.minimum(result.quality, part.quality)
            )
    return replace(result, phase=out)


def by_size(labels) -> np.ndarray:
    """Number parts from 1, the largest first; shape as `labels`."""
    from ...timeseries.bridging import numbers_by_size

    _, inverse, counts = np.unique(labels, return_inverse=True, return_counts=True)
    return numbers_by_size(counts)[inverse.ravel()]


def _unwrap_subset(
    graph, count, phase, pairs, years, quality, heights, options, progress, cancelled
):
    """Unwrap pairs whose dates are all joined."""
    from ._arcs_kernel import (
        add_model,
        means_of_arcs,
        nearest_cycles,
        phases_of_dates,
        unwrap_in_time,
        wrapped_without,
    )

    dates = len(years)
    coverage = np.isfinite(phase).mean(axis=1)
    tree = date_tree(pairs, dates, coverage)
    with kernel_lock:
        wrapped = phases_of_dates(
            phase, pairs, tree.order, tree.come_from, tree.sign, SWEEPS, dates
        )
    tell(progress, 0.1)
    check_cancelled(cancelled)
    model, rest, weights, equations = None, wrapped, None, ArcEquations(graph)
    if dates >= MODEL_FROM:
        *found, fits, before = model_of(
            graph, equations, wrapped, years, heights, options, cancelled
        )
        with kernel_lock:
            less = wrapped_without(wrapped, *found)
            means = means_of_arcs(less, graph.ends)
        if means[:, 1].mean() > before:  # else it is drawn from noise
            model, rest, weights = found, less, fits
        del found, less
    if model is None:
        with kernel_lock:
            means = means_of_arcs(wrapped, graph.ends)
    del wrapped
    if dates > 2:
        rest = _without_common(rest, means, weights, graph, equations)
    del equations
    tell(progress, 0.5)
    check_cancelled(cancelled)
    filled = _without_gaps(rest, graph)
    with kernel_lock:
        centres, coherence = means.T.copy()
        steps = unwrap_in_time(rest, graph.ends, centres, DRIFT_REACH, DRIFT_COHERENCE)
    tell(progress, 0.6)
    fields, crossed = _fields(
        graph, filled, steps, coherence, quality, options.workers, progress, cancelled
    )
    del rest, filled, steps
    good = _good_arcs(graph, coherence, dates, options) & (crossed <= CROSSED * dates)
    with kernel_lock:
        if model is not None:
            add_model(fields, *model)
        out = nearest_cycles(phase, fields, pairs)
    return UnwrappedPoints(
        out, _components(graph, good, count),
        _mean_at_points(graph, coherence, count),
    )  # fmt: skip


def _without_common(values, means, weights, graph: ArcGraph, equations: ArcEquations) -> np.ndarray:
    """Phases without what all dates of a point share, which is mostly the first date's noise.

    It is found from the `means` of arcs, of which it is taken, too: the mean direction at the
    points themselves has no meaning, and its own cycles, where the phases go all round. Weights of
    arcs that a model has found tell which ones do not fit; None if there is no model.
    """
    from ._arcs_kernel import wrapped_without

    rounds = ROUNDS if weights is None else 1
    if weights is None:
        squared = np.clip(means[:, 1], 0.0, 0.995) ** 2
        weights = squared / (1.0 - squared)
    common, _ = integrate(means[:, :1].astype(float), weights, np.ones(1), equations, rounds)
    means[:, 0] = wrap(means[:, 0] - np.diff(common[graph.ends, 0], axis=1).ravel())
    with kernel_lock:
        return wrapped_without(values, common, np.ones((1, values.shape[1])))


def _without_gaps(values, graph: ArcGraph) -> np.ndarray:
    """Phases whose gaps have the mean direction of the neighbours, from neighbour to neighbour."""
    dates = np.flatnonzero(np.isnan(values).any(axis=0))
    out = values.copy() if len(dates) else values
    first, second = graph.ends.T
    for date in dates:
        column = out[:, date]
        phasor = np.where(np.isnan(column), 0.0, np.exp(1j * column))
        for _ in range(64):
            gaps = phasor == 0
            if not gaps.any():
                break
            total = np.zeros(len(phasor), complex)
            np.add.at(total, first, phasor[second])
            np.add.at(total, second, phasor[first])
            size = np.abs(total)
            known = gaps & (size > 1e-6)
            phasor[known] = total[known] / size[known]
        out[:, date] = np.angle(phasor)
    return out


def _fields(graph: ArcGraph, rest, steps, coherence, quality, workers, progress, cancelled):
    """Unwrap the phase of every date in space.

    Returns
    -------
    fields : ndarray, shape (date, point)
        Not exactly congruent where there were gaps.
    crossed : ndarray of int, shape (arc,)
        At how many dates an arc got a cycle.
    """
    from ._flow_kernel import incidence, spanning_tree

    variance = -2.0 * np.log(np.clip(coherence, 0.05, 0.995))
    poor = np.clip(quality[graph.ends].min(axis=1), 0.05, 1.0)
    weight = UNIT * 4.0 * np.pi * poor / variance
    nodes = incidence(graph.faces, graph.count)
    tree = spanning_tree(*incidence(graph.ends, len(rest)), graph.ends, len(rest))
    fields = np.empty((rest.shape[1], len(rest)))
    for start in range(0, len(rest), SOME):  # that fit near the processor: both are read in rows
        fields[:, start : start + SOME] = rest[start : start + SOME].T
    crossed = np.zeros(len(graph.ends), int)

    def solve(date):
        check_cancelled(cancelled)
        return _unwrap_field(graph, fields[date], steps[date], weight, nodes, tree)

    with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
        for date, flow in enumerate(pool.map(solve, range(len(fields)))):
            crossed += flow != 0
            tell(progress, 0.6 + 0.4 * (date + 1) / len(fields))
    return fields, crossed


def _unwrap_field(graph, phase, expected, weight, nodes, tree):
    """Unwrap one date in place: flow on the differences that time has found, then their sum."""
    from ._flow_kernel import minimum_cost_flow, sum_along
    from ._grid_kernel import posed

    step, supply, costs = posed(phase, graph.ends, graph.faces, graph.count, expected, weight, MOST)
    flow = minimum_cost_flow(*nodes, graph.faces, costs, supply)
    sum_along(*tree, graph.ends, step, flow, phase)
    return flow


def _good_arcs(graph: ArcGraph, coherence, dates: int, options) -> np.ndarray:
    longest = options.longest_arc or 6.0 * np.median(graph.length)
    least = options.least_coherence
    if least is None:
        # Random phases are less coherent than this in 999 of 1000 cases (Rayleigh).
        least = 0.0 if dates < 4 else min(0.9, max(0.5, np.sqrt(np.log(1000.0) / dates)))
    return (graph.length <= longest) & (coherence >= least)


def _components(graph: ArcGraph, good, count: int) -> np.ndarray:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ends = graph.ends[good]
    links = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    return by_size(connected_components(links, directed=False)[1])


def _mean_at_points(graph: ArcGraph, values, count: int) -> np.ndarray:
    ends = graph.ends.ravel()
    total = np.bincount(ends, np.repeat(values, 2), minlength=count)
    return (total / np.maximum(np.bincount(ends, minlength=count), 1)).astype(np.float32)
