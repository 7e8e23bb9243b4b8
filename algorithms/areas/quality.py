# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How far an area's series are to be trusted: noise in time, in space, and a quality of 1 to 4.

Barra et al. (2017) and Navarro et al. (2020) give each area a noise index in time, one in space,
and a quality index from the two, and keep the thresholds to their program. These are ours. Both
indices are shares of variance, so they can be read without a table: with a signal of variance S
over time in every point and noise of variance N, both are N / (S + N).

- **Temporal noise** of a point is von Neumann's ratio of its series, halved,
  ``sum (d[t+1] - d[t])^2 / (2 sum (d - mean)^2)``: 1 for white noise, 0 for a smooth curve. That
  of an area is the median of its points'.
- **Spatial noise** is 1 minus the mean correlation of a point's series with those of the area's
  other points; that of an area is the median of its points'. It does not depend on how many points
  there are. Points that move by other amounts in the same manner are no noise.

They differ where noise is not white: unwrapping errors and drifts are smooth in time and unlike in
space, what is left of the atmosphere is rough in time and alike in space.

**Quality** is by the worse of the two:

1. up to 0.2: the motion is at least twice as large as the noise in each single series; reliable;
2. up to 0.5: the motion is at least as large as the noise; reliable, but look at the series;
3. up to 0.8: the noise is up to twice as large as the motion; the area holds, its series do not;
4. above, or unknown: discard.

What that means was tried by simulation (``tests/areas/test_quality.py``): linear motion, 5 points,
40 dates. At the ends of the classes 1, 2 and 3 the mean series is wrong by 8, 15 and 31 % of the
motion's range (95th percentile) with white noise, by 17, 34 and 70 % where all points share the
noise; a single series by 15, 29 and 58 %. Of areas that chance made of white noise (5 neighbours of
the same sign above two sigma) none gets 1 or 2, and 2 % get 3; with 15 dates 72 % get 3: so few
dates cannot tell. Of areas made of points that drift on their own (random walks) 5 % get 1, as they
happen to drift alike, and 65 % get 4.

Without series the rates stand in: temporal noise is the median of ``s^2 / (v^2 + s^2)`` with the
rates' standard deviations s, spatial noise is ``var(v) / (mean(v)^2 + var(v))``, and the quality is
2 at best, since nobody has seen a series.

Neither rates nor series tell noise that hangs together in space from motion: where it is smooth in
time, too, as a filter of the atmosphere leaves it, both indices are small. So areas that noise of
the points' own kind gives somewhere in more than 5 % of motionless scenes (:mod:`.noise_fields`)
are of quality 4, with series and without.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.statistics import ROBUST_SIGMA
from .groups import Groups

GOOD, FAIR, POOR = 0.2, 0.5, 0.8
LEVEL = 0.05  # chance above which an area is what noise gives
OUTLIER = 3.5
"""Robust distance (Iglewicz and Hoaglin 1993) from which a rate is an outlier of its area."""


@dataclass(frozen=True)
class SeriesNoise:
    """Series of areas.

    Parameters
    ----------
    mean : ndarray, shape (area, date)
        Metres.
    roughness, likeness : ndarray, shape (point,)
        Temporal noise, and mean correlation with the other points of the area; NaN with less than
        5 dates, or without any other point.
    """

    mean: np.ndarray
    roughness: np.ndarray
    likeness: np.ndarray


def series_noise(series, starts) -> SeriesNoise:
    """Mean series, roughness and likeness of points that are sorted by area.

    Parameters
    ----------
    series : ndarray of float32, shape (point, date)
        Metres, NaN where unknown.
    starts : ndarray of int64, shape (area + 1,)
        Where the areas begin, and the end.
    """
    from ..threads import kernel_lock
    from ._noise_kernel import series_of_areas

    series = np.ascontiguousarray(series, np.float32)
    mean = np.empty((len(starts) - 1, series.shape[1]))
    roughness, likeness = np.empty(len(series)), np.empty(len(series))
    with kernel_lock:
        series_of_areas(series, np.asarray(starts, np.int64), mean, roughness, likeness)
    return SeriesNoise(mean, roughness, likeness)


def noise_of_rates(velocity, std, groups: Groups) -> tuple:
    """Temporal and spatial noise of areas without series; see the module's text.

    Parameters
    ----------
    velocity, std : ndarray, shape (member,)
        In the order of the groups' members; standard deviations NaN where unknown.
    groups : Groups
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        temporal = groups.median(std**2 / (velocity**2 + std**2))
        variance = groups.std(velocity) ** 2
        return temporal, variance / (groups.mean(velocity) ** 2 + variance)


def quality(temporal, spatial, with_series: bool = True, chance=None) -> np.ndarray:
    """Quality of areas, 1 (reliable) to 4 (discard).

    Parameters
    ----------
    temporal, spatial : ndarray, shape (area,)
        Noise indices. Where one is NaN the other counts; where both are, the quality is 4.
    with_series : bool
        Without, 2 is the best.
    chance : ndarray, shape (area,), optional
        That noise alone gives such an area, see :func:`.noise_fields.chances`; NaN where unknown.
    """
    worse = np.fmax(np.asarray(temporal, float), np.asarray(spatial, float))
    classes = np.select([worse <= GOOD, worse <= FAIR, worse <= POOR], [1, 2, 3], 4)
    if chance is not None:
        classes = np.where(np.asarray(chance) > LEVEL, 4, classes)
    return classes if with_series else np.maximum(classes, 2)


def outliers(velocity, groups: Groups, likeness=None) -> np.ndarray:
    """Members that do not belong to their area, bool.

    Parameters
    ----------
    velocity : ndarray, shape (member,)
        In the order of the groups' members.
    groups : Groups
    likeness : ndarray, shape (member,), optional
        Points whose series goes against the others' (less than 0) are outliers, too.
    """
    apart = np.abs(velocity - groups.spread_out(groups.median(velocity)))
    spread = ROBUST_SIGMA * groups.spread_out(groups.median(apart))
    out = (spread > 0) & (apart > OUTLIER * spread)
    return out if likeness is None else out | (likeness < 0)
