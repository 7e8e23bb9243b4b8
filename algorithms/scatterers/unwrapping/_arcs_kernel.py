# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phases of arcs over time, and equations over arcs, compiled."""

from __future__ import annotations

import math

import numpy as np

from ...kernels import njit, prange

TAU = 2.0 * math.pi


@njit(inline="always")
def _wrap(value):
    return value - TAU * np.round(value / TAU)


@njit(parallel=True, cache=True, nogil=True)
def unwrap_in_time(phase, ends, centres, reach, least):
    """Differences along arcs, unwrapped over time.

    A difference is within half a cycle of its arc's centre, unless the arc drifts: the mean
    direction of neighbouring dates, which is less noisy, is followed from date to date. Where it
    stays coherent throughout and leaves the centre by more than a quarter of a cycle, it takes
    the centre's place.

    Parameters
    ----------
    phase : ndarray of float32, shape (point, time)
        What is left after the model, wrapped; NaN is passed over.
    ends : ndarray of int32, shape (arc, 2)
    centres : ndarray of float32, shape (arc,)
        Of :func:`means_of_arcs`.
    reach : int
        Neighbouring dates on each side that count.
    least : float
        Coherence that the neighbours have to have.

    Returns
    -------
    ndarray of float32, shape (time, arc)
        Second end minus the first; NaN where either is NaN.
    """
    count, times = len(ends), phase.shape[1]
    steps = np.full((times, count), np.nan, np.float32)
    for a in prange(count):
        centre = np.float64(centres[a])
        off = np.empty(times)
        real, imag = np.zeros(times), np.zeros(times)
        drift = np.zeros(times)
        widest = 0.0
        for t in range(times):
            off[t] = _wrap(phase[ends[a, 1], t] - phase[ends[a, 0], t] - centre)
            if not np.isnan(off[t]):
                widest = max(widest, abs(off[t]))
        # No mean direction lies outside of the directions that it is of.
        follows = times > 2 * reach and widest > 0.5 * math.pi
        for t in range(times):
            if follows and not np.isnan(off[t]):
                real[t] = math.cos(off[t])
                imag[t] = math.sin(off[t])
        farthest, before = 0.0, 0.0
        for t in range(times):
            if not follows:
                break
            sum_real, sum_imag, used = 0.0, 0.0, 0
            for n in range(max(0, t - reach), min(times, t + reach + 1)):
                sum_real += real[n]
                sum_imag += imag[n]
                used += not np.isnan(off[n])
            follows = math.hypot(sum_real, sum_imag) >= least * used
            here = math.atan2(sum_imag, sum_real)
            drift[t] = here if t == 0 else before + _wrap(here - before)
            before = drift[t]
            farthest = max(farthest, abs(drift[t]))
        follows = follows and farthest > 0.5 * math.pi
        for t in range(times):
            around = drift[t] if follows else 0.0
            steps[t, a] = centre + around + _wrap(off[t] - around)
    return steps


@njit(parallel=True, cache=True, nogil=True)
def phasors_of(phase):
    """``exp j phase`` of phases in float32, complex64 of shape (point, time); NaN stays."""
    out = np.empty(phase.shape, np.complex64)
    for p in prange(len(phase)):
        for t in range(phase.shape[1]):
            out[p, t] = complex(math.cos(phase[p, t]), math.sin(phase[p, t]))
    return out


@njit(inline="always")
def turned_back(second, first):
    """Real and imaginary part of ``second * conj(first)``."""
    real = second.real * first.real + second.imag * first.imag
    return real, second.imag * first.real - second.real * first.imag


@njit(parallel=True, cache=True, nogil=True)
def means_of_arcs(phase, ends):
    """Mean direction over time of each arc's difference, and coherence around it.

    Parameters
    ----------
    phase : ndarray of float32, shape (point, time)
    ends : ndarray of int32, shape (arc, 2)

    Returns
    -------
    ndarray of float32, shape (arc, 2)
    """
    out, phasors = np.zeros((len(ends), 2), np.float32), phasors_of(phase)
    for a in prange(len(ends)):
        sum_real, sum_imag, used = 0.0, 0.0, 0
        for t in range(phasors.shape[1]):
            real, imag = turned_back(phasors[ends[a, 1], t], phasors[ends[a, 0], t])
            if not np.isnan(real):
                sum_real += real
                sum_imag += imag
                used += 1
        if used:
            out[a, 0] = math.atan2(sum_imag, sum_real)
            out[a, 1] = math.hypot(sum_real, sum_imag) / used
    return out


@njit(cache=True, nogil=True)
def normal_equations(ends, differences, weights, firm, places, entries, right):
    """Normal equations of weighted differences along arcs, in place.

    Parameters
    ----------
    ends : ndarray of int, shape (arc, 2)
    differences : ndarray of float64, shape (arc, parameter)
    weights : ndarray of float64, shape (arc,)
    firm : float
        Added to the diagonal.
    places : ndarray of int32, shape (2 * arc + point,)
        Where the entries of the arcs, those of the other triangle, and the diagonal go to.
    entries : ndarray of float64, shape (2 * arc + point,)
        Filled.
    right : ndarray of float64, shape (point, parameter)
        Added to.
    """
    arcs = len(ends)
    for p in range(len(right)):
        entries[places[2 * arcs + p]] = firm
    for a in range(arcs):
        first, second, weight = ends[a, 0], ends[a, 1], weights[a]
        entries[places[a]] = -weight
        entries[places[arcs + a]] = -weight
        entries[places[2 * arcs + first]] += weight
        entries[places[2 * arcs + second]] += weight
        for k in range(right.shape[1]):
            flow = weight * differences[a, k]
            right[first, k] -= flow
            right[second, k] += flow


@njit(cache=True, nogil=True)
def cauchy_weights(ends, differences, values, scale, weights, least):
    """Weights of arcs by how well values at points fit, `least` at least; shape (arc,)."""
    out = np.empty(len(ends))
    for a in range(len(ends)):
        total = 1.0
        for k in range(len(scale)):
            change = values[ends[a, 1], k] - values[ends[a, 0], k]
            total += ((differences[a, k] - change) / scale[k]) ** 2
        out[a] = max(weights[a] / total, least)
    return out


@njit(parallel=True, cache=True, nogil=True)
def wrapped_without(phase, values, design):
    """Phases less those of a model, wrapped.

    Parameters
    ----------
    phase : ndarray of float32, shape (point, date)
        NaN stays.
    values : ndarray of float64, shape (point, parameter)
    design : ndarray of float64, shape (parameter, date)
        Phase of a unit of each parameter.

    Returns
    -------
    ndarray of float32, shape (point, date)
    """
    out = np.empty_like(phase)
    for p in prange(len(phase)):
        for t in range(phase.shape[1]):
            less = 0.0
            for k in range(len(design)):
                less += values[p, k] * design[k, t]
            out[p, t] = _wrap(phase[p, t] - less)
    return out


@njit(parallel=True, cache=True, nogil=True)
def add_model(phase, values, design):
    """Add phases of a model, in place; `phase` has shape (date, point), the rest is as in
    :func:`wrapped_without`."""
    for t in prange(len(phase)):
        for k in range(len(design)):
            for p in range(phase.shape[1]):
                phase[t, p] += values[p, k] * design[k, t]


@njit(parallel=True, cache=True, nogil=True)
def nearest_cycles(phase, expected, pairs):
    """Phases of pairs, unwrapped to what is expected of their dates.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, point)
        Wrapped; NaN stays.
    expected : ndarray of float64, shape (date, point)
    pairs : ndarray of int32, shape (pair, 2)

    Returns
    -------
    ndarray of float32, shape (pair, point)
    """
    out = np.empty_like(phase)
    for k in prange(len(pairs)):
        first, second = pairs[k, 0], pairs[k, 1]
        for p in range(phase.shape[1]):
            change = expected[second, p] - expected[first, p]
            out[k, p] = phase[k, p] + TAU * np.round((change - phase[k, p]) / TAU)
    return out


@njit(parallel=True, cache=True, nogil=True)
def count_cycles(unwrapped, wrapped, nothing, out):
    """Cycles that unwrapping adds, into int16; `nothing` where there is no phase."""
    for k in prange(len(out)):
        for p in range(out.shape[1]):
            cycles = np.round((unwrapped[k, p] - wrapped[k, p]) / TAU)
            out[k, p] = nothing if np.isnan(cycles) else np.int16(cycles)


@njit(cache=True, nogil=True)
def add_cycles(wrapped, cycles, more, places, numbers, out):
    """Unwrapped phase of some points: `cycles` at `places` and `more`, added at `numbers`."""
    for k in range(len(places)):
        p = numbers[k]
        out[p] = wrapped[p] + TAU * (cycles[places[k]] + more)


@njit(parallel=True, cache=True, nogil=True)
def phases_of_dates(pair_phase, pairs, order, come_from, sign, sweeps, dates):
    """Phase of each date from a network of pairs, wrapped, relative to the tree's first date.

    A tree of pairs gives a first value; then each date takes the mean direction of what its
    pairs say, in turns (block coordinate ascent of ``Re sum exp j(phase - (d_j - d_i))``). Where
    the pairs close, which they do after phase linking, the first value stays.

    Parameters
    ----------
    pair_phase : ndarray of float32, shape (pair, point)
    pairs : ndarray of int32, shape (pair, 2)
    order : ndarray of int32
        Dates in the order in which the tree reaches them.
    come_from : ndarray of int32, shape (date,)
        Pair by which a date is reached; -1 for the first.
    sign : ndarray of int8, shape (date,)
        1 where the date is that pair's later one, -1 where it is the earlier.
    sweeps : int
    dates : int

    Returns
    -------
    ndarray of float32, shape (point, date)
        NaN for dates that no valid pair leads to.
    """
    count = pair_phase.shape[1]
    out = np.full((count, dates), np.nan, np.float32)
    for p in prange(count):
        value = np.full(dates, np.nan)
        for k in range(len(order)):
            date = order[k]
            pair = come_from[date]
            if pair < 0:
                value[date] = 0.0
                continue
            before = pairs[pair, 0] if sign[date] > 0 else pairs[pair, 1]
            if not np.isnan(pair_phase[pair, p]) and not np.isnan(value[before]):
                value[date] = value[before] + sign[date] * pair_phase[pair, p]
        _fill_dates(value, pair_phase[:, p], pairs)
        _sweep_dates(value, pair_phase[:, p], pairs, sweeps)
        for t in range(dates):
            out[p, t] = _wrap(value[t] - value[order[0]])
    return out


@njit(cache=True, nogil=True)
def _fill_dates(value, phase, pairs):
    """Reach dates by any pair that is there, where the tree's own is missing."""
    missing = True
    while missing:
        missing = False
        for k in range(len(pairs)):
            i, j = pairs[k, 0], pairs[k, 1]
            if np.isnan(phase[k]) or np.isnan(value[i]) == np.isnan(value[j]):
                continue
            if np.isnan(value[j]):
                value[j] = value[i] + phase[k]
            else:
                value[i] = value[j] - phase[k]
            missing = True


@njit(cache=True, nogil=True)
def _sweep_dates(value, phase, pairs, sweeps):
    dates = len(value)
    real, imag = np.empty(dates), np.empty(dates)
    for _ in range(sweeps):
        worst = 0.0
        for k in range(len(pairs)):
            if not np.isnan(phase[k]):
                off = _wrap(phase[k] - (value[pairs[k, 1]] - value[pairs[k, 0]]))
                worst = max(worst, abs(off))
        if worst < 1e-3:
            return
        # All dates at a time would overshoot in a ring of two; half of the step does not.
        real[:] = 0.0
        imag[:] = 0.0
        for k in range(len(pairs)):
            if np.isnan(phase[k]):
                continue
            i, j = pairs[k, 0], pairs[k, 1]
            off = phase[k] - (value[j] - value[i])
            real[j] += math.cos(off)
            imag[j] += math.sin(off)
            real[i] += math.cos(off)
            imag[i] -= math.sin(off)
        for t in range(dates):
            if real[t] != 0.0 or imag[t] != 0.0:
                value[t] += 0.5 * math.atan2(imag[t], real[t])
