# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches over many short series: for the column that explains most, for the colour of the noise.

The companion of :mod:`._fit_kernel`, which says how a pixel's design is made. Importing this module
imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._fit_kernel import (
    CHUNK,
    REASSOCIATE,
    _copy,
    _factorise,
    _gather,
    _kalman,
    _scratch,
    _solve,
    _whiten,
)

# A candidate must keep this share of its square length after the base is taken out of it.
LEAST_REST = 1e-7


@njit(parallel=True, cache=True, nogil=True, fastmath=REASSOCIATE)
def scan(series, base, table, picks, years, markov, starts, spans, stride, least, best, figures):
    """Find the entry of the table that lowers every pixel's sum of squares most.

    Parameters
    ----------
    series, base, table, picks, years, markov
        As for :func:`._fit_kernel.solve`; the picks are in the model already.
    starts : ndarray of int64, shape (entry,)
        First date on which an entry is not zero.
    spans : ndarray of int64, shape (2, pixel)
        First and last (not included) entry to try.
    stride : int
        Try every so many entries.
    least : ndarray of int64, shape (2,)
        Valid dates that an entry must have before and from its start on.
    best : ndarray of int32, shape (pixel,)
        Written: the entry, -1 for none.
    figures : ndarray, shape (3, pixel)
        Written: how much it lowers the sum of squares, the sum without it, and its degrees of
        freedom.
    """
    times, pixels = series.shape
    most = base.shape[1] + picks.shape[0]
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        room = _scratch(times, most, len(markov))
        index, filters = room[1], room[3]
        normal, work = np.empty((most, times)), (np.empty(times), np.empty(len(markov)))
        for p in range(start, stop):
            best[p] = -1
            for j in range(3):
                figures[j, p] = np.nan
            valid, width, squares = _base(
                rows[p - start], base, table, picks, p, years, markov, room, normal
            )
            if valid <= width:
                continue
            figures[1, p], figures[2, p] = squares, valid - width
            figures[0, p] = 0.0
            for entry in range(spans[0, p], spans[1, p], stride):
                lower, _ = _lowering(
                    table[entry], starts[entry], index, valid, width, filters, normal, least, work
                )
                if lower > figures[0, p]:
                    figures[0, p] = lower
                    best[p] = entry


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _base(row, base, table, picks, pixel, years, markov, room, normal):
    """Fit a pixel without a further entry, and make its columns orthonormal.

    Valid dates, columns and the sum of squares; no dates where there is no fit.
    """
    design, index, columns, filters, vectors, inverse = room
    decay, gain, scale, residual = filters
    norms, solution, state = vectors
    valid, width = _gather(row, base, table, picks, pixel, design, index, columns)
    if valid <= width:
        return 0, width, 0.0
    if len(markov):
        _kalman(index, valid, years, markov, decay, gain, scale)
        _whiten(design, valid, width + 1, decay, gain, scale, state)
    good, _ = _factorise(design, valid, width, norms, inverse)
    if not good:
        return 0, width, 0.0
    squares = _solve(design, valid, width, norms, inverse, solution, residual)
    _orthonormal(design, valid, width, norms, inverse, normal)
    return valid, width, squares


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _orthonormal(design, valid, width, norms, inverse, normal):
    """Columns of the base, made orthonormal."""
    for j in range(width):
        for k in range(valid):
            total = 0.0
            for m in range(j + 1):
                total += inverse[j, m] * design[k, m] / norms[m]
            normal[j, k] = total


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _lowering(entry, start, index, valid, width, filters, normal, least, work):
    """How much an entry lowers the sum of squares, and what the base leaves of its length.

    -1 where it has too few dates on a side, or the base holds it already.
    """
    decay, gain, scale, residual = filters
    column, memory = work
    first = 0
    while first < valid and index[first] < start:
        first += 1
    if first < least[0] or valid - first < least[1]:
        return -1.0, 0.0
    memory[:] = 0.0
    length, along = 0.0, 0.0
    for k in range(first, valid):
        value = entry[index[k]]
        if len(memory):
            for m in range(len(memory)):
                memory[m] *= decay[k, m]
                value -= memory[m]
            for m in range(len(memory)):
                memory[m] += gain[k, m] * value
            value *= scale[k]
        column[k] = value
        length += value * value
        along += value * residual[k]
    rest = length
    for j in range(width):
        total = 0.0
        for k in range(first, valid):
            total += normal[j, k] * column[k]
        rest -= total * total
    if rest <= LEAST_REST * length:
        return -1.0, 0.0
    return along * along / rest, rest


@njit(parallel=True, cache=True, nogil=True, fastmath=REASSOCIATE)
def where(series, base, table, picks, years, markov, starts, least, edges, tails, out):
    """Quantiles of where the one entry lies that every pixel has.

    Parameters
    ----------
    series, base, table, picks, years, markov, starts, least
        As for :func:`scan`.
    edges : ndarray, shape (entry + 1,)
        Entry `e` stands for all places from ``edges[e]`` to ``edges[e + 1]``.
    tails : ndarray, shape (quantile,)
        Shares of the posterior below, in order.
    out : ndarray, shape (quantile, pixel)
        Written; NaN where there is no entry.
    """
    times, pixels = series.shape
    most, entries = base.shape[1] + picks.shape[0], len(table)
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        room = _scratch(times, most, len(markov))
        index, filters = room[1], room[3]
        normal, work = np.empty((most, times)), (np.empty(times), np.empty(len(markov)))
        logs = np.empty(entries)
        for p in range(start, stop):
            for q in range(len(tails)):
                out[q, p] = np.nan
            valid, width, squares = _base(
                rows[p - start], base, table, picks, p, years, markov, room, normal
            )
            if valid <= width + 1:
                continue
            top = -np.inf
            for e in range(entries):
                lower, rest = _lowering(
                    table[e], starts[e], index, valid, width, filters, normal, least, work
                )
                logs[e] = -np.inf
                if lower >= 0.0:
                    left = max(squares - lower, 1e-12 * squares)
                    # The size and the variance are integrated over.
                    logs[e] = -0.5 * ((valid - width - 1) * np.log(left) + np.log(rest))
                    top = max(top, logs[e])
            if not top > -np.inf:
                continue
            total = 0.0
            for e in range(entries):
                logs[e] = np.exp(logs[e] - top) * (edges[e + 1] - edges[e])
                total += logs[e]
            e, below = 0, 0.0
            for q in range(len(tails)):
                wanted = tails[q] * total
                while e < entries - 1 and below + logs[e] < wanted:
                    below += logs[e]
                    e += 1
                share = (wanted - below) / logs[e] if logs[e] > 0.0 else 0.5
                out[q, p] = edges[e] + min(max(share, 0.0), 1.0) * (edges[e + 1] - edges[e])


@njit(parallel=True, cache=True, nogil=True)
def likelihood(series, base, table, picks, years, markov, out):
    """Minus twice the restricted log-likelihood of every pixel, its own variance profiled out.

    Up to a constant; NaN where there are too few dates or the fit is perfect (the reference).
    """
    times, pixels = series.shape
    most = base.shape[1] + picks.shape[0]
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        start = chunk * CHUNK
        stop = min(start + CHUNK, pixels)
        rows = np.empty((CHUNK, times))
        _copy(series, start, stop, rows)
        design, index, columns, filters, vectors, inverse = _scratch(times, most, len(markov))
        decay, gain, scale, residual = filters
        norms, solution, state = vectors
        before = np.zeros(times, np.bool_)
        ready, valid, width, logs, determinant = False, 0, 0, 0.0, 0.0
        for p in range(start, stop):
            out[p] = np.nan
            row = rows[p - start]
            if ready and _has_dates(row, before, picks, p):
                # All but the data is that of the pixel before, to the last bit.
                _place(row, width, design)
                _whiten(design[:, width:], valid, 1, decay, gain, scale, state)
            else:
                valid, width = _gather(row, base, table, picks, p, design, index, columns)
                ready = False
                if valid <= width:
                    continue
                logs = _kalman(index, valid, years, markov, decay, gain, scale)
                _whiten(design, valid, width + 1, decay, gain, scale, state)
                good, determinant = _factorise(design, valid, width, norms, inverse)
                if not good:
                    continue
                ready = width == base.shape[1]
                before[:] = np.isfinite(row)
            squares = _solve(design, valid, width, norms, inverse, solution, residual)
            if squares > 0.0:
                out[p] = logs + determinant + (valid - width) * np.log(squares)


@njit(cache=True, nogil=True)
def _has_dates(row, dates, picks, pixel):
    """Whether a pixel has these valid dates, and no columns of its own."""
    for s in range(picks.shape[0]):
        if picks[s, pixel] >= 0:
            return False
    alike = True
    for i in range(len(row)):
        alike &= np.isfinite(row[i]) == dates[i]
    return alike


@njit(cache=True, nogil=True)
def _place(row, column, design):
    """Put a pixel's valid data into a column."""
    valid = 0
    for i in range(len(row)):
        if np.isfinite(row[i]):
            design[valid, column] = row[i]
            valid += 1
