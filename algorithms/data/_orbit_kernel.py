# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Closest approach of an orbit to many points. Importing this module imports numba."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

MOST_STEPS = 20
ENOUGH = 1e-10  # of half the span: some nanometres of range


@njit(parallel=True, cache=True, nogil=True)
def closest(points, powers):
    """Distance to a polynomial orbit where it is least, and the place on it.

    Newton's method on ``f(t) = S'(t) . (S(t) - T)``, half the derivative of the squared distance,
    which a low orbit makes nearly straight.

    Parameters
    ----------
    points : ndarray of float64, shape (point, 3)
        NaN gives NaN.
    powers : ndarray of float64, shape (degree + 1, 3)

    Returns
    -------
    distance, place : ndarray of float64, shape (point,)
        NaN where there is no such place.
    """
    count, top = len(points), len(powers) - 1
    distance = np.full(count, np.nan)
    place = np.full(count, np.nan)
    for k in prange(count):
        x, y, z = points[k, 0], points[k, 1], points[k, 2]
        if not (np.isfinite(x) and np.isfinite(y) and np.isfinite(z)):
            continue
        t = 0.0
        for _ in range(MOST_STEPS):
            slope, bend = 0.0, 0.0
            squared = 0.0
            for axis in range(3):
                value, first, second = powers[top, axis], 0.0, 0.0
                for power in range(top - 1, -1, -1):
                    second = second * t + 2 * first
                    first = first * t + value
                    value = value * t + powers[power, axis]
                away = value - (x if axis == 0 else y if axis == 1 else z)
                slope += first * away
                bend += first * first + second * away
                squared += away * away
            step = -slope / bend
            t += step
            if abs(step) < ENOUGH:
                # Half a step late: the distance is flat at its least.
                distance[k] = np.sqrt(squared)
                place[k] = t
                break
    return distance, place
