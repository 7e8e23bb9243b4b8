# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates and height errors between neighbouring points, searched for arc by arc and put together."""

from __future__ import annotations

import numpy as np

from ...errors import check_cancelled
from ...threads import kernel_lock
from .arcs import ArcEquations, ArcGraph, integrate

TAU = 2.0 * np.pi


def model_of(
    graph: ArcGraph, equations: ArcEquations, wrapped, years, heights, options, cancelled
) -> tuple:
    """The rates and height errors that fit the arcs.

    Parameters
    ----------
    graph : ArcGraph
    equations : ArcEquations
    wrapped : ndarray of float32, shape (point, date)
        NaN for no data.
    years : ndarray, shape (date,)
    heights : ndarray, shape (date,), or None
        Phase of a metre of height error.
    options : SparseOptions
    cancelled : callable or None

    Returns
    -------
    values : ndarray of float64, shape (point, parameter)
        Rates, and height errors if their phase is known.
    design : ndarray of float64, shape (parameter, date)
        Phase of a unit of each.
    weights : ndarray, shape (arc,)
        How well the arcs fit.
    before : float
        Mean coherence of the arcs without it.
    """
    from ._arcs_kernel import phasors_of
    from ._search_kernel import search_models

    time = years - years.mean()
    span = np.ptp(years)
    most = options.most_rate or min(np.pi / np.median(np.diff(np.sort(years))), 12.0 * TAU / span)
    rates = _nodes(most, TAU / span / 2.5)
    slope = np.zeros(len(years))
    levels = np.zeros(1)
    if heights is not None and np.ptp(heights) > 0:
        slope = heights - heights.mean()
        levels = _nodes(options.most_height, TAU / np.ptp(heights) / 2.5)
    found = np.empty((len(graph.ends), 4), np.float32)
    step = 1 << 15
    with kernel_lock:
        phasors = phasors_of(wrapped)
    for first in range(0, len(found), step):
        check_cancelled(cancelled)
        with kernel_lock:
            found[first : first + step] = search_models(
                phasors, graph.ends[first : first + step], time, slope, rates, levels
            )
    variance = -2.0 * np.log(np.clip(found[:, 2], 0.05, 0.995))
    # The best of many nodes is coherent by chance, too: that much counts for nothing.
    chance = 1.1 * np.sqrt(np.log(len(rates) * len(levels) * 4.0) / len(years))
    weights = np.clip((found[:, 2] - chance) / (1.0 - min(chance, 0.9)), 0.0, 1.0) / variance
    scale = np.array([0.2 * TAU / span, 0.2 * TAU / max(np.ptp(slope), 1e-9)])
    # Arcs that tell nothing stand for no difference, weakly.
    parameters = np.where(weights[:, None] > 0, found[:, :2], 0.0).astype(float)
    if len(levels) == 1:
        parameters, scale = parameters[:, :1], scale[:1]
    values, weights = integrate(parameters, weights, scale, equations)
    design = np.vstack([time, slope])[: values.shape[1]]
    return values, design, weights, found[:, 3].mean()


def _nodes(most: float, step: float) -> np.ndarray:
    half = max(1, int(np.ceil(most / step)))
    return np.arange(-half, half + 1) * step
