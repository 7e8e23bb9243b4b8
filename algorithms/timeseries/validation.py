# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bringing InSAR and ground data together: places, directions, times and reference.

The steps follow ValInSAR (Navarro-Hernandez et al. 2022, doi:10.1109/JSTARS.2022.3171517): pairing,
projection, the common time span, the common reference; then :mod:`.agreement` compares.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..data.points import Points
from ..errors import GroundshiftError

SAME_PLACE = 0.5  # metres; stations closer than this are one
FEWEST_DATES = 3
LOOK_LIMIT = 5.0
"""Degrees between two look vectors over which rates along them are not the same quantity."""


@dataclass(frozen=True)
class Pairs:
    """InSAR and ground rates along the same line of sight at the same places.

    Parameters
    ----------
    station : ndarray of int, shape (pair,)
        Index into the ground data.
    distance : ndarray, shape (pair,)
        To the nearest point that was used, metres.
    members : ndarray of int, shape (pair,)
        How many InSAR points were used.
    insar, insar_std, ground, ground_std : ndarray, shape (pair,)
        Metres a year towards the satellite; standard deviations NaN where unknown.
    sigma : ndarray, shape (pair,)
        Standard deviation of the difference of the rates. For series on common dates it is that of
        the rate of their difference: what both see (a season) is no error of theirs.
    spread : ndarray, shape (pair,)
        Standard deviation of the InSAR points of a pair, NaN for one.
    common_dates : ndarray of int, shape (pair,)
        Dates on which both rates were fitted; 0 where they were taken as given.
    series_insar, series_ground : ndarray, shape (pair, time), or None
        At the common dates, metres since the mean of the pair's common dates; NaN elsewhere.
    dates : ndarray of datetime64[D] or None
    """

    station: np.ndarray
    distance: np.ndarray
    members: np.ndarray
    insar: np.ndarray
    insar_std: np.ndarray
    ground: np.ndarray
    ground_std: np.ndarray
    sigma: np.ndarray
    spread: np.ndarray
    common_dates: np.ndarray
    series_insar: np.ndarray | None = None
    series_ground: np.ndarray | None = None
    dates: np.ndarray | None = None

    @property
    def difference(self) -> np.ndarray:
        """InSAR minus ground, metres a year."""
        return self.insar - self.ground


def merge_duplicates(points: Points, places) -> tuple[Points, int]:
    """Join stations that stand at the same place.

    Rates are averaged with the inverse of their variances (plainly, where one is unknown); their
    standard deviation is that of the mean of independent values. Series are averaged.

    Parameters
    ----------
    points : Points
    places : ndarray, shape (point, 2)
        Metres.

    Returns
    -------
    Points
    int
        How many stations were joined to others.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    count = len(points)
    close = cKDTree(places).query_pairs(SAME_PLACE, output_type="ndarray")
    if not len(close):
        return points, 0
    links = coo_matrix((np.ones(len(close)), tuple(close.T)), shape=(count, count))
    label = connected_components(links, directed=False)[1]
    _, first, size = np.unique(label, return_index=True, return_counts=True)
    merged = points.take(np.sort(first))
    for place, number in enumerate(label[np.sort(first)]):
        if size[number] > 1:
            _average_into(merged, place, points, np.flatnonzero(label == number))
    return merged, count - len(first)


def _average_into(merged, place, points, members):
    for part in range(points.rate.shape[1]):
        rate, std = points.rate[members, part], points.std[members, part]
        valid = np.isfinite(rate)
        rate, std = rate[valid], std[valid]
        if not len(rate):
            continue
        known = np.isfinite(std).all() and (std > 0).all()
        weight = 1 / std**2 if known else np.ones(len(rate))
        merged.rate[place, part] = (weight * rate).sum() / weight.sum()
        merged.std[place, part] = weight.sum() ** -0.5 if known else np.nan
    if points.series is not None:
        merged.series[place] = _mean(points.series[members], axis=0)


def _mean(values, axis):
    """Mean without NaN, and without a warning where all are."""
    valid = np.isfinite(values)
    total = np.where(valid, values, 0.0).sum(axis=axis)
    with np.errstate(invalid="ignore"):
        return np.where(valid.any(axis=axis), total / np.maximum(valid.sum(axis=axis), 1), np.nan)


def neighbours(stations, points, distance: float, nearest_only: bool) -> list:
    """InSAR points about each station.

    Parameters
    ----------
    stations : ndarray, shape (station, 2)
        Metres.
    points : ndarray, shape (point, 2)
    distance : float
        Largest distance, metres.
    nearest_only : bool
        One point each, or all within the distance.

    Returns
    -------
    list of (ndarray of int, float)
        Points, sorted by index so that the result does not depend on their search, and the
        distance of the nearest; an empty array and NaN where there are none.
    """
    from scipy.spatial import cKDTree

    tree = cKDTree(points)
    gaps, nearest = tree.query(stations, distance_upper_bound=np.nextafter(distance, np.inf))
    found = np.isfinite(gaps)
    if nearest_only:
        members = [np.array([k]) if good else np.empty(0, int) for k, good in zip(nearest, found)]
    else:
        members = [np.sort(np.array(m, int)) for m in tree.query_ball_point(stations, distance)]
    return [(m, gap if good else np.nan) for m, gap, good in zip(members, gaps, found)]


def gather(points: Points, members, method: str) -> tuple[Points, np.ndarray]:
    """InSAR at the stations: the nearest point, or mean or median over the neighbours.

    Neighbours share their atmosphere and reference, so the standard deviation of their mean is
    taken as the root mean square of theirs: it does not fall with their number.

    Parameters
    ----------
    points : Points
    members : list of ndarray of int
        Of every station that has any.
    method : str
        ``nearest``, ``mean`` or ``median``.

    Returns
    -------
    Points
        One a station.
    ndarray, shape (station,)
        Standard deviation of the neighbours' rates, metres a year; NaN for one.
    """
    reduce = np.nanmedian if method == "median" else np.nanmean
    rate = np.array([_reduced(points.rate[m], reduce) for m in members]).reshape(-1, 1)
    std = np.sqrt(np.array([_mean(points.std[m] ** 2, axis=0) for m in members])).reshape(-1, 1)
    spread = np.array([_spread(points.rate[m, 0]) for m in members])
    look = series = None
    if points.look is not None:
        look = np.array([_mean(points.look[m], axis=0) for m in members])
        look = look / np.linalg.norm(look, axis=1, keepdims=True)
    if points.series is not None:
        series = np.array([_reduced(points.series[m], reduce) for m in members])
    first = points.take(np.array([m[0] for m in members]))
    return replace(first, rate=rate, std=std, look=look, series=series), spread


def _reduced(values, reduce):
    """Mean or median over the points of what is not NaN; NaN where all are."""
    gap = ~np.isfinite(values).any(axis=0)
    return np.where(gap, np.nan, reduce(np.where(gap, 0.0, values), axis=0))


def _spread(rates) -> float:
    """Standard deviation of what is not NaN; NaN for fewer than two."""
    rates = rates[np.isfinite(rates)]
    return float(rates.std(ddof=1)) if len(rates) > 1 else np.nan


def look_angle(first, second) -> np.ndarray:
    """Angle between two sets of unit vectors, shape (point, 3), in degrees."""
    cross = np.linalg.norm(np.cross(first, second), axis=-1)
    return np.degrees(np.arctan2(cross, (first * second).sum(axis=-1)))


def with_unknown_up(ground: Points, up_std: float) -> Points:
    """East and north as east, north and up: the ground is taken not to rise or sink, about.

    Parameters
    ----------
    ground : Points
        Of the direction ``en``.
    up_std : float
        Standard deviation of the unknown vertical rate, metres a year. Those of east and north
        count as 0 where they are not known, so that this one is not lost.
    """
    count = len(ground)
    std = np.where(np.isfinite(ground.std), ground.std, 0.0)
    rate = np.column_stack([ground.rate, np.zeros(count)])
    series = ground.series
    if series is not None:
        flat = np.where(np.isfinite(series).all(axis=1, keepdims=True), 0.0, np.nan)
        series = np.concatenate([series, flat], axis=1)
    std = np.column_stack([std, np.full(count, up_std)])
    return replace(ground, direction="enu", rate=rate, std=std, series=series)


def towards_satellite(ground: Points, look) -> Points:
    """Ground data along InSAR's line of sight.

    East, north and up are projected, ``d = l . (e, n, u)``; with up alone the ground is taken to
    move vertically, ``d = l_up u``; what is along a line of sight stays.

    Parameters
    ----------
    ground : Points
    look : ndarray, shape (point, 3), or None

    Raises
    ------
    GroundshiftError
        If the look vectors are needed and not known.
    """
    if ground.direction == "los":
        return ground
    if look is None:
        raise GroundshiftError(
            "The InSAR data do not say where the satellite stood, which east, north and up (or "
            "vertical) ground data need; give the geometry file, or incidence and heading."
        )
    factor = look if ground.direction == "enu" else look[:, 2:]
    rate = (factor * ground.rate).sum(axis=1, keepdims=True)
    # A component without a standard deviation leaves the sum without one.
    std = np.sqrt(((factor * ground.std) ** 2).sum(axis=1, keepdims=True))
    series = ground.series
    if series is not None:
        series = (factor[:, :, np.newaxis] * series).sum(axis=1, keepdims=True)
    return replace(ground, direction="los", rate=rate, std=std, series=series, look=look)


@dataclass(frozen=True)
class TimeRule:
    """How two series are brought to common dates.

    Parameters
    ----------
    first, last : datetime64[D] or None
        Use only this span.
    average_days : float
        Averages the denser series within so many days about a date; 0 interpolates linearly.
    longest_gap : float
        Days over which nothing is interpolated.
    """

    first: np.datetime64 | None = None
    last: np.datetime64 | None = None
    average_days: float = 0.0
    longest_gap: float = 60.0

    def holds(self, dates) -> np.ndarray:
        """Mask of the dates in the span."""
        good = np.ones(len(dates), bool)
        if self.first is not None:
            good &= dates >= self.first
        if self.last is not None:
            good &= dates <= self.last
        return good


def at_common_dates(dates_a, a, dates_b, b, rule: TimeRule):
    """Two series at common dates: those of the sparser one, where the denser one has values.

    Parameters
    ----------
    dates_a, dates_b : ndarray of datetime64[D], sorted
    a, b : ndarray, shape (time,)
        NaN where missing.
    rule : TimeRule

    Returns
    -------
    dates : ndarray of datetime64[D]
    a, b : ndarray, shape (common date,)
    """
    good_a, good_b = np.isfinite(a) & rule.holds(dates_a), np.isfinite(b) & rule.holds(dates_b)
    dates_a, a, dates_b, b = dates_a[good_a], a[good_a], dates_b[good_b], b[good_b]
    none = np.empty(0, "datetime64[D]"), np.empty(0), np.empty(0)
    if not len(a) or not len(b):
        return none
    begin, end = max(dates_a[0], dates_b[0]), min(dates_a[-1], dates_b[-1])
    within_a = ((dates_a >= begin) & (dates_a <= end)).sum()
    within_b = ((dates_b >= begin) & (dates_b <= end)).sum()
    if within_a <= within_b:
        other = _at(dates_a, dates_b, b, rule)
        keep = np.isfinite(other)
        return dates_a[keep], a[keep], other[keep]
    other = _at(dates_b, dates_a, a, rule)
    keep = np.isfinite(other)
    return dates_b[keep], other[keep], b[keep]


def _at(wanted, dates, values, rule):
    """A series at wanted dates, NaN where it has none near."""
    t, days = wanted.astype("datetime64[D]").astype(float), dates.astype(float)
    within = (t >= days[0]) & (t <= days[-1])
    if rule.average_days > 0:
        near = np.abs(t[:, np.newaxis] - days) <= rule.average_days
        count = near.sum(axis=1)
        mean = near @ values / np.maximum(count, 1)
        return np.where(within & (count > 0), mean, np.nan)
    right = np.clip(np.searchsorted(days, t), 0, len(days) - 1)
    left = np.where(days[right] == t, right, np.maximum(right - 1, 0))
    good = within & (days[right] - days[left] <= rule.longest_gap)
    return np.where(good, np.interp(t, days, values), np.nan)


def fitted_rate(dates, series) -> tuple[float, float]:
    """Rate of a series by a straight line and its standard deviation from the residuals.

    Fattahi and Amelung (2015) eq. 10, for independent noise. NaN with fewer than three dates.
    """
    if len(dates) < FEWEST_DATES:
        return np.nan, np.nan
    years = years_of(dates)
    centred = years - years.mean()
    square = (centred**2).sum()
    rate = (centred * series).sum() / square
    residual = series - series.mean() - rate * centred
    return float(rate), float(np.sqrt((residual**2).sum() / (len(dates) - 2) / square))
