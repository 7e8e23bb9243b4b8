# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The model of each arc's phases over time, searched for on a grid, compiled."""

from __future__ import annotations

import math

import numpy as np

from ...kernels import njit, prange
from ...simd import if_less, multiply_add, store, vectors_of
from ._arcs_kernel import turned_back

LANES = 16  # arcs that are searched side by side
RATES = 2  # that are, too, with their opposites
load, full32 = vectors_of(LANES, "load", "full32")


@njit(parallel=True, cache=True, nogil=True)
def search_models(phasors, ends, years, baselines, rates, heights):
    """The rate and height difference that fit each arc best.

    Maximises ``|sum_t exp j(d_t - rate * years_t - height * baselines_t)|`` over a grid and then
    by parabolas between its nodes.

    Parameters
    ----------
    phasors : ndarray of complex64, shape (point, time)
        Of the phases of dates; NaN is left out.
    ends : ndarray of int32, shape (arc, 2)
    years, baselines : ndarray of float64, shape (time,)
    rates, heights : ndarray of float64
        Nodes of the search, evenly spaced, as many above 0 as below.

    Returns
    -------
    ndarray of float32, shape (arc, 4)
        Rate, height, the coherence there, and that without any rate and height.
    """
    count, times = len(ends), phasors.shape[1]
    out = np.empty((count, 4), np.float32)
    nr, nh = len(rates), len(heights)
    half = nr // 2
    rate_turn = np.zeros((2, half // RATES + 1, times, RATES), np.float32)
    for q in range(half + 1):
        for t in range(times):
            angle = rates[half + q] * years[t]
            rate_turn[0, q // RATES, t, q % RATES] = math.cos(angle)
            rate_turn[1, q // RATES, t, q % RATES] = math.sin(angle)
    height_turn = np.empty((2, nh, times), np.float32)
    for h in range(nh):
        for t in range(times):
            angle = heights[h] * baselines[t]
            height_turn[0, h, t] = math.cos(angle)
            height_turn[1, h, t] = math.sin(angle)
    for group in prange((count + LANES - 1) // LANES):
        start = group * LANES
        # Lanes add as a loop over single arcs does, so that neighbours change no arc's result.
        base_real = np.zeros(times * LANES, np.float32)
        base_imag = np.zeros(times * LANES, np.float32)
        used = np.zeros(LANES, np.int64)
        for lane in range(min(LANES, count - start)):
            first, second = ends[start + lane, 0], ends[start + lane, 1]
            for t in range(times):
                re, im = turned_back(phasors[second, t], phasors[first, t])
                if not np.isnan(re):
                    base_real[t * LANES + lane] = re
                    base_imag[t * LANES + lane] = im
                    used[lane] += 1
        power = np.empty((nh * nr, LANES), np.float32)
        for h in range(nh):
            _powers(
                base_real, base_imag, height_turn[:, h], rate_turn,
                power[h * nr : (h + 1) * nr].ravel(),
            )  # fmt: skip
        best = _best_nodes(power.ravel())
        for lane in range(min(LANES, count - start)):
            one, most = out[start + lane], np.float32(max(used[lane], 1))
            _between_nodes(power[:, lane], int(best[lane]), rates, heights, one)
            one[2] = math.sqrt(power[int(best[lane]), lane]) / most
            one[3] = math.sqrt(power[nh // 2 * nr + half, lane]) / most
    return out


@njit(cache=True, nogil=True)
def _powers(base_real, base_imag, height_turn, rate_turn, power):
    """Squared sums of phasors at one height and all rates, shape (rate * lane,).

    A rate and its opposite are sums and differences of the same products.
    """
    times, half = rate_turn.shape[2], len(power) // LANES // 2
    real, imag = np.empty_like(base_real), np.empty_like(base_imag)
    for t in range(times):
        c, s = full32(height_turn[0, t]), full32(height_turn[1, t])
        re, im = load(base_real, t), load(base_imag, t)
        store(real, t, re * c + im * s)
        store(imag, t, im * c - re * s)
    none = full32(np.float32(0.0))
    for part in range(rate_turn.shape[1]):
        along, across, back, aside = none, none, none, none
        along2, across2, back2, aside2 = none, none, none, none
        for t in range(times):
            re, im = load(real, t), load(imag, t)
            c, s = full32(rate_turn[0, part, t, 0]), full32(rate_turn[1, part, t, 0])
            along, across = multiply_add(re, c, along), multiply_add(im, s, across)
            back, aside = multiply_add(im, c, back), multiply_add(re, s, aside)
            c, s = full32(rate_turn[0, part, t, 1]), full32(rate_turn[1, part, t, 1])
            along2, across2 = multiply_add(re, c, along2), multiply_add(im, s, across2)
            back2, aside2 = multiply_add(im, c, back2), multiply_add(re, s, aside2)
        q = RATES * part
        _store_both(power, half, q, along, across, back, aside)
        if q < half:
            _store_both(power, half, q + 1, along2, across2, back2, aside2)


@njit(inline="always")
def _store_both(power, half, q, along, across, back, aside):
    """Powers at a rate, `q` nodes above 0, and at its opposite."""
    real, imag = along - across, back + aside
    store(power, half - q, real * real + imag * imag)
    real, imag = along + across, back - aside
    store(power, half + q, real * real + imag * imag)


@njit(cache=True, nogil=True)
def _best_nodes(power):
    """Number of the node with the highest power in each lane."""
    best, at = load(power, 0), full32(np.float32(0.0))
    for n in range(1, len(power) // LANES):
        here = load(power, n)
        at = if_less(best, here, full32(np.float32(n)), at)
        best = if_less(best, here, here, best)
    out = np.empty(LANES, np.float32)
    store(out, 0, at)
    return out


@njit(cache=True, nogil=True)
def _between_nodes(power, node, rates, heights, out):
    """Rate and height at the highest power, between nodes by parabolas."""
    nr, best = len(rates), power[node]
    at_h, at_r = divmod(node, nr)
    out[0] = rates[at_r]
    out[1] = heights[at_h]
    if 0 < at_r < nr - 1:
        out[0] += _vertex(power[node - 1], best, power[node + 1]) * (rates[1] - rates[0])
    if 0 < at_h < len(heights) - 1:
        out[1] += _vertex(power[node - nr], best, power[node + nr]) * (heights[1] - heights[0])


@njit(inline="always")
def _vertex(left, middle, right):
    bend = left - 2.0 * middle + right
    return 0.5 * (left - right) / bend if bend < 0 else 0.0
