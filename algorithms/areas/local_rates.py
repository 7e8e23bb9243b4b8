# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates of measurement points about a place: their median, and how they change over the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEAST_FOR_GRADIENT = 5  # points; a plane through fewer fits noise
LEAST_SPREAD = 0.15  # of the radius: standard deviation of the points across their line


@dataclass(frozen=True)
class LocalRates:
    """Rates about places; arrays of shape (place,).

    Parameters
    ----------
    count : ndarray of int
        Points within reach.
    median : ndarray
        Their rates; NaN where there are none.
    gradient, gradient_std : ndarray
        Steepest change of the plane that fits the rates best, by metre, and its standard error;
        NaN where the points are too few or lie on a line.
    """

    count: np.ndarray
    median: np.ndarray
    gradient: np.ndarray
    gradient_std: np.ndarray


def local_rates(places, reach, points, rates) -> LocalRates:
    """Rates of the points within reach of places.

    Parameters
    ----------
    places : ndarray, shape (place, 2)
        Metres.
    reach : ndarray, shape (place,)
        Metres.
    points : ndarray, shape (point, 2)
    rates : ndarray, shape (point,)
        Any unit.

    Returns
    -------
    LocalRates
    """
    from scipy.spatial import cKDTree

    size = len(places)
    known = np.isfinite(rates)
    points, rates = points[known], rates[known]
    if not size or not len(points):
        nothing = np.full(size, np.nan)
        return LocalRates(np.zeros(size, int), nothing, nothing.copy(), nothing.copy())
    near = cKDTree(points).query_ball_point(places, reach, workers=-1)
    count = np.array([len(these) for these in near])
    owner = np.repeat(np.arange(size), count)
    point = np.array([k for these in near for k in these], int)
    values = rates[point]
    gradient, std = _planes(owner, size, points[point] - places[owner], values, count, reach)
    return LocalRates(count, _medians(owner, size, values, count), gradient, std)


def _medians(owner, size, values, count):
    order = np.lexsort((values, owner))
    values = np.append(values[order], np.nan)  # where the last places have no points
    first = np.cumsum(count) - count
    low, high = first + (count - 1) // 2, first + count // 2
    median = 0.5 * (values[np.maximum(low, 0)] + values[high])
    return np.where(count > 0, median, np.nan)


def _planes(owner, size, offset, values, count, reach):
    """Gradient of the least-squares plane of each place, and its standard error."""

    def total(weights):
        return np.bincount(owner, weights, size)

    several = np.maximum(count, 1)
    x, y = offset.T
    x, y, v = (part - (total(part) / several)[owner] for part in (x, y, values))
    xx, xy, yy = total(x * x), total(x * y), total(y * y)
    xv, yv, vv = total(x * v), total(y * v), total(v * v)
    determinant = xx * yy - xy**2
    across = 0.5 * (xx + yy - np.hypot(xx - yy, 2 * xy)) / several  # variance across their line
    good = (count >= LEAST_FOR_GRADIENT) & (across > (LEAST_SPREAD * reach) ** 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        east = (yy * xv - xy * yv) / determinant
        north = (xx * yv - xy * xv) / determinant
        noise = np.maximum(vv - east * xv - north * yv, 0.0) / (count - 3)
        steep = np.hypot(east, north)
        # Along the gradient's own direction; any direction where there is none.
        e, n = (np.where(steep > 0, part / steep, s) for part, s in ((east, 1.0), (north, 0.0)))
        std = np.sqrt(noise * (yy * e**2 - 2 * xy * e * n + xx * n**2) / determinant)
    return np.where(good, steep, np.nan), np.where(good, std, np.nan)
