# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kernels of :mod:`.weeding`. Importing this module imports numba."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange


@njit(cache=True, nogil=True)
def best_of_touching(order, start, neighbour):
    """Take points in an order, each unless one that touches it was taken before.

    Parameters
    ----------
    order : ndarray of int, shape (point,)
    start, neighbour : ndarray of int
        Neighbours of point i are ``neighbour[start[i]:start[i + 1]]``.

    Returns
    -------
    ndarray of bool, shape (point,)
    """
    taken = np.zeros(len(order), np.bool_)
    for i in order:
        free = True
        for k in range(start[i], start[i + 1]):
            free = free and not taken[neighbour[k]]
        taken[i] = free
    return taken


@njit(parallel=True, cache=True, nogil=True)
def arc_noise(phase, slope, baseline, first, second, near, line, inflation, noise):
    """Noise of the phase difference along arcs, about a line that slides through time.

    Parameters
    ----------
    phase : ndarray of float32, shape (time, point)
    slope : ndarray of float32, shape (point,)
        Phase a metre of baseline that is taken off.
    baseline : ndarray, shape (time,)
    first, second : ndarray of int, shape (arc,)
    near : ndarray, shape (time, time)
        Weights of the other dates at each date, for a first guess.
    line : ndarray, shape (time, time)
        Weights with which the others' differences from that guess are put together.
    inflation : ndarray, shape (time,)
        Variance of the difference between a date and its prediction, over that of a date.
    noise : ndarray, shape (arc,)
        Filled in: standard deviation, radians.
    """
    count = phase.shape[0]
    for arc in prange(len(first)):
        i, j = first[arc], second[arc]
        angle, real, imag = np.empty(count), np.empty(count), np.empty(count)
        steep = np.float64(slope[i]) - np.float64(slope[j])
        for t in range(count):
            angle[t] = np.float64(phase[t, i]) - np.float64(phase[t, j]) - steep * baseline[t]
            real[t], imag[t] = np.cos(angle[t]), np.sin(angle[t])
        total = 0.0
        for t in range(count):
            a, b = 0.0, 0.0
            for s in range(count):
                a += near[t, s] * real[s]
                b += near[t, s] * imag[s]
            guess = np.arctan2(b, a)
            shift = 0.0
            for s in range(count):
                d = angle[s] - guess
                shift += line[t, s] * (d - 2 * np.pi * np.rint(d / (2 * np.pi)))
            d = angle[t] - guess - shift
            d -= 2 * np.pi * np.rint(d / (2 * np.pi))
            total += d * d / inflation[t]
        noise[arc] = np.sqrt(total / count)
