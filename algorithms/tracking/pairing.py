# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which images are compared: by time, season and where the sun stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

OBLIQUITY = 23.44  # degrees
YEAR = 365.25  # days


def sun(dates, latitude: float, hour: float) -> np.ndarray:
    """Elevation and azimuth of the sun, degrees, shape (date, 2); azimuth clockwise from north.

    Satellites pass at the same local solar time. Declination by Cooper (1969,
    doi:10.1016/0038-092X(69)90047-4), good to half a degree, which cancels in differences.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    latitude : float
        Degrees.
    hour : float
        Local solar time; 12 where the sun stands highest.
    """
    dates = np.asarray(dates, "datetime64[D]")
    day = (dates - dates.astype("datetime64[Y]")).astype(int) + 1
    tilt = np.radians(OBLIQUITY * np.sin(2 * np.pi * (284 + day) / 365))
    place, turn = np.radians(latitude), np.radians(15.0 * (hour - 12.0))
    height = np.arcsin(np.sin(place) * np.sin(tilt) + np.cos(place) * np.cos(tilt) * np.cos(turn))
    azimuth = np.arctan2(
        -np.cos(tilt) * np.sin(turn) * np.ones_like(height),
        np.sin(tilt) * np.cos(place) - np.cos(tilt) * np.cos(turn) * np.sin(place),
    )
    return np.degrees(np.stack([height, azimuth % (2 * np.pi)], axis=-1))


def circular(difference, turn: float):
    """The shorter way round of a difference on a circle."""
    return np.abs((np.asarray(difference, float) + turn / 2) % turn - turn / 2)


@dataclass(frozen=True)
class Limits:
    """What pairs may differ by; None where it does not matter.

    Parameters
    ----------
    least_days, most_days : float
        Between the images.
    elevation, azimuth : float or None
        Of the sun, degrees.
    season : float or None
        Days of the year, the shorter way round.
    """

    least_days: float = 1.0
    most_days: float = np.inf
    elevation: float | None = None
    azimuth: float | None = None
    season: float | None = None


@dataclass(frozen=True)
class Pairs:
    """All pairs of images, the earlier one first, and how they differ.

    Parameters
    ----------
    index : ndarray of int, shape (pair, 2)
    days, elevation, azimuth, season : ndarray, shape (pair,)
        Differences; see :class:`Limits`.
    keep : ndarray of bool, shape (pair,)
    """

    index: np.ndarray
    days: np.ndarray
    elevation: np.ndarray
    azimuth: np.ndarray
    season: np.ndarray
    keep: np.ndarray


def all_pairs(dates, angles, limits: Limits) -> Pairs:
    """Pairs of dates, and which of them keep to the limits.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
        Sorted.
    angles : ndarray, shape (date, 2)
        Of the sun; NaN where unknown, which keeps to every limit.
    limits : Limits
    """
    index = np.stack(np.triu_indices(len(dates), 1), axis=1)
    first, second = index.T
    days = (dates[second] - dates[first]).astype("timedelta64[D]").astype(float)
    elevation = np.abs(angles[second, 0] - angles[first, 0])
    azimuth = circular(angles[second, 1] - angles[first, 1], 360.0)
    season = circular(days, YEAR)
    keep = (days >= limits.least_days) & (days <= limits.most_days)
    for value, most in (
        (elevation, limits.elevation), (azimuth, limits.azimuth), (season, limits.season),
    ):  # fmt: skip
        if most is not None:
            keep &= ~(value > most)
    return Pairs(index, days, elevation, azimuth, season, keep)


def parts(count: int, pairs) -> int:
    """Into how many parts dates fall that no pair joins; dates without pairs do not count."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not len(pairs):
        return 0
    links = coo_matrix((np.ones(len(pairs)), np.transpose(pairs)), (count, count))
    _, labels = connected_components(links, directed=False)
    return int(np.unique(labels[np.unique(pairs)]).size)
