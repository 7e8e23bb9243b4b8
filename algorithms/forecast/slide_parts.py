# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Head, body and toe of a landslide, and whether it pushes or pulls, by its rates along the slope.

A slide whose head is faster is pushed from above and advances; one whose toe is faster is pulled
from below and grows upwards, retrogressively.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PARTS = ("head", "body", "toe")
TYPES = ("unknown", "uniform", "push", "pull")
LEAST = 3  # independent points of a part


@dataclass(frozen=True)
class PartRates:
    """Rates of the parts of one landslide, shapes (part,): head, body, toe.

    Parameters
    ----------
    mean, std : ndarray
        Mean rate and its standard deviation, NaN where there are too few points.
    count : ndarray of int
        Points.
    worth : ndarray
        Independent ones.
    difference, difference_std : float
        Of the sizes of the rates, head less toe.
    p : float
        Two-sided.
    direction : float
        1 or -1: the sign of the landslide's mean rate.
    """

    mean: np.ndarray
    std: np.ndarray
    count: np.ndarray
    worth: np.ndarray
    difference: float
    difference_std: float
    p: float
    direction: float


def places_along(xy, azimuth: float, ends) -> np.ndarray:
    """How far down the slope places lie, 0 at the upper end and 1 at the lower one.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres east and north.
    azimuth : float
        Of the way down, degrees clockwise from north.
    ends : ndarray, shape (vertex, 2)
        Of the landslide's outline.
    """
    way = np.array([np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))])
    low, high = (ends @ way).min(), (ends @ way).max()
    return (np.asarray(xy, float) @ way - low) / (high - low)


def part_of(share) -> np.ndarray:
    """Number of the part (thirds) of places along the slope."""
    return np.clip((3 * np.asarray(share)).astype(int), 0, 2)


def part_rates(xy, rates, part, size: float) -> PartRates:
    """Rates of head, body and toe.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    rates : ndarray, shape (point,)
        Without NaN.
    part : ndarray of int, shape (point,)
        See :func:`part_of`.
    size : float
        Metres within which points err alike: all points of one square count as one.

    Returns
    -------
    PartRates
        The test is Welch's (1947), with as many values as there are squares.
    """
    from scipy.stats import t

    mean, std, count, worth = np.full(3, np.nan), np.full(3, np.nan), np.zeros(3, int), np.zeros(3)
    cells = np.unique(np.floor(np.asarray(xy) / size), axis=0, return_inverse=True)[1].reshape(-1)
    for k in range(3):
        mine = part == k
        count[k] = mine.sum()
        if not count[k]:
            continue
        places = np.unique(cells[mine], return_inverse=True)[1].reshape(-1)
        each = np.bincount(places, rates[mine]) / np.bincount(places)
        worth[k] = len(each)
        mean[k] = each.mean()
        if len(each) >= LEAST:
            std[k] = each.std(ddof=1) / np.sqrt(len(each))
    direction = -1.0 if len(rates) and np.mean(rates) < 0 else 1.0
    difference = direction * (mean[0] - mean[2])
    variance = std[[0, 2]] ** 2
    spread, p = float(np.sqrt(variance.sum())), np.nan
    if spread > 0:
        free = variance.sum() ** 2 / (variance**2 / (worth[[0, 2]] - 1)).sum()
        p = float(2 * t.sf(abs(difference) / spread, free))
    return PartRates(mean, std, count, worth, float(difference), spread, p, direction)


def kind_of(difference: float, p: float, level: float) -> str:
    """``push``, ``pull``, ``uniform`` or ``unknown``."""
    if not np.isfinite(p):
        return TYPES[0]
    if p > level:
        return TYPES[1]
    return TYPES[2] if difference > 0 else TYPES[3]
