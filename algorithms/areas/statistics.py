# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers that describe active areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .groups import Groups
from .quality import noise_of_rates, outliers, quality, series_noise


@dataclass(frozen=True)
class AreaNumbers:
    """What is known of the areas of one level; arrays of shape (area,) unless said.

    Parameters
    ----------
    points : ndarray of int64
    mean, median, highest, lowest, std : ndarray
        Rates of the points, m/yr.
    accumulated : ndarray
        From the first to the last date of the mean series, metres; NaN without series.
    series : ndarray, shape (area, date)
        Mean series, metres.
    temporal, spatial : ndarray
        Noise indices, see :mod:`.quality`.
    quality : ndarray of int
    outliers : ndarray of int64
        Number of points that do not belong.
    members : ndarray of int
        Points, area by area.
    is_outlier : ndarray of bool, shape (member,)
    roughness, likeness : ndarray, shape (member,)
    """

    points: np.ndarray
    mean: np.ndarray
    median: np.ndarray
    highest: np.ndarray
    lowest: np.ndarray
    std: np.ndarray
    accumulated: np.ndarray
    series: np.ndarray
    temporal: np.ndarray
    spatial: np.ndarray
    quality: np.ndarray
    outliers: np.ndarray
    members: np.ndarray
    is_outlier: np.ndarray
    roughness: np.ndarray
    likeness: np.ndarray


def describe(labels, count: int, velocity, std, series=None, chance=None) -> AreaNumbers:
    """Describe the areas of one level.

    Parameters
    ----------
    labels : ndarray of int64, shape (point,)
        From 0 to `count` - 1; -1 for none.
    count : int
    velocity, std : ndarray, shape (point,)
        m/yr; standard deviations NaN where unknown.
    series : callable, optional
        Takes indices of points and gives their displacements, metres, shape (point, date), NaN
        where unknown.
    chance : ndarray, shape (area,), optional
        That noise alone gives such an area.
    """
    groups = Groups(labels, count)
    rates = np.asarray(velocity, np.float64)[groups.members]
    errors = np.asarray(std, np.float64)[groups.members]
    unknown = np.full(len(rates), np.nan)
    if series is None:
        temporal, spatial = noise_of_rates(rates, errors, groups)
        mean_series, accumulated = np.zeros((count, 0)), np.full(count, np.nan)
        roughness, likeness = unknown, unknown
        odd = outliers(rates, groups)
    else:
        found = series_noise(series(groups.members), groups.starts)
        roughness, likeness, mean_series = found.roughness, found.likeness, found.mean
        temporal, spatial = groups.median(roughness), 1 - groups.median(likeness)
        accumulated = _accumulated(mean_series)
        odd = outliers(rates, groups, likeness)
    return AreaNumbers(
        groups.sizes, groups.mean(rates), groups.median(rates), groups.highest(rates),
        groups.lowest(rates), groups.std(rates), accumulated, mean_series, temporal, spatial,
        quality(temporal, spatial, series is not None, chance),
        np.bincount(np.repeat(np.arange(count), groups.sizes)[odd], minlength=count),
        groups.members, odd, roughness, likeness,
    )  # fmt: skip


def _accumulated(series) -> np.ndarray:
    """Last value that is known minus the first one."""
    known = np.isfinite(series)
    rows = np.arange(len(series))
    if not series.shape[1]:
        return np.full(len(series), np.nan)
    first, last = known.argmax(axis=1), series.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    return series[rows, last] - series[rows, first]
