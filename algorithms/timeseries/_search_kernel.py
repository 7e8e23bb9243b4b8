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
        design, index, columns, filters, vectors, inverse = _scratch(times, most, len(markov))
        decay, gain, scale, residual = filters
        norms, solution, state = vectors
        normal, column = np.empty((most, times)), np.empty(times)
        memory = np.empty(len(markov))
        for p in range(start, stop):
            best[p] = -1
            for j in range(3):
                figures[j, p] = np.nan
            row = rows[p - start]
            valid, width = _gather(row, base, table, picks, p, design, index, columns)
            if valid <= width:
                continue
            coloured = len(markov) > 0
            if coloured:
                _kalman(index, valid, years, markov, decay, gain, scale)
                _whiten(design, valid, width + 1, decay, gain, scale, state)
            good, _ = _factorise(design, valid, width, norms, inverse)
            if not good:
                continue
            figures[1, p] = _solve(design, valid, width, norms, inverse, solution, residual)
            figures[2, p] = valid - width
            for j in range(width):
                for k in range(valid):
                    total = 0.0
                    for m in range(j + 1):
                        total += inverse[j, m] * design[k, m] / norms[m]
                    normal[j, k] = total
            figures[0, p] = 0.0
            for entry in range(spans[0, p], spans[1, p], stride):
                first = 0
                while first < valid and index[first] < starts[entry]:
                    first += 1
                if first < least[0] or valid - first < least[1]:
                    continue
                memory[:] = 0.0
                length, along = 0.0, 0.0
                for k in range(first, valid):
                    value = table[entry, index[k]]
                    if coloured:
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
                if rest > LEAST_REST * length:
                    lower = along * along / rest
                    if lower > figures[0, p]:
                        figures[0, p] = lower
                        best[p] = entry


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
