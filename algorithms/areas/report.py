# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report says of the points of an area: their rates, the worst of them, and their series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import years_of
from ..data.statistics import nmad

RECENT_DAYS = 365
LEAST_DATES = 5
"""In each of the two spans whose rates are compared."""

SURE = 3.0
"""Standard deviations of the difference from which on a change of the rate is said."""


@dataclass(frozen=True)
class RateSummary:
    """The rates of points, all in m/yr unless said.

    Parameters
    ----------
    count : int
        Points with a rate.
    mean, median, std, lowest, highest : float
    robust_std : float
        1.4826 times the median absolute deviation.
    percentiles : tuple of float
        The 5th and the 95th.
    median_std : float
        Median of the points' own standard deviations; NaN where they have none.
    away, towards : int
        Points that move faster than the threshold, by direction.
    edges : ndarray, shape (bin + 1,)
        Of the histogram; the outer bins hold what lies beyond, too.
    histogram : ndarray of int, shape (bin,)
    """

    count: int
    mean: float
    median: float
    std: float
    lowest: float
    highest: float
    robust_std: float
    percentiles: tuple
    median_std: float
    away: int
    towards: int
    edges: np.ndarray
    histogram: np.ndarray


def summarise(velocity, std, threshold: float, bins: int = 40) -> RateSummary:
    """Describe rates.

    Parameters
    ----------
    velocity : ndarray, shape (point,)
        m/yr, at least one of them known (not NaN).
    std : ndarray, shape (point,)
        m/yr, NaN where unknown.
    threshold : float
        m/yr; size of rates from which on a point counts as moving.
    bins : int
        Of the histogram, between the 0.5th and the 99.5th percentile.
    """
    known = np.isfinite(velocity)
    rates = np.asarray(velocity, np.float64)[known]
    errors = np.asarray(std, np.float64)[known]
    errors = errors[np.isfinite(errors)]
    median = float(np.median(rates))
    low, high = np.percentile(rates, [0.5, 99.5])
    edges = np.linspace(low, high, bins + 1)
    if not (np.diff(edges) > 0).all():  # all alike, or as good as
        edges = np.linspace(low - 5e-4, high + 5e-4, bins + 1)
    histogram, _ = np.histogram(np.clip(rates, edges[0], edges[-1]), edges)
    return RateSummary(
        len(rates), float(rates.mean()), median, float(rates.std()), float(rates.min()),
        float(rates.max()), nmad(rates),
        tuple(np.percentile(rates, [5, 95]).tolist()),
        float(np.median(errors)) if len(errors) else float("nan"),
        int((rates <= -threshold).sum()), int((rates >= threshold).sum()), edges, histogram,
    )  # fmt: skip


def worst_points(velocity, std, xy, count: int, separation: float, factor: float = 2.0):
    """The points that surely move fastest, apart from each other.

    They are ranked by ``|velocity| - factor std``, so that a noisy point does not lead; points
    whose rate is no larger than that are none of them.

    Parameters
    ----------
    velocity, std : ndarray, shape (point,)
        In the same unit; NaN rates are never chosen, NaN standard deviations count as 0.
    xy : ndarray, shape (point, 2)
        Metres.
    count : int
        At most so many.
    separation : float
        Metres; of points nearer to each other only the worst counts.
    factor : float

    Returns
    -------
    ndarray of int64
        From the worst on.
    """
    score = np.abs(np.asarray(velocity, np.float64))
    score = score - factor * np.nan_to_num(np.asarray(std, np.float64), nan=0.0)
    score = np.where(np.isfinite(score), score, 0.0)
    chosen = []
    while len(chosen) < count and len(score):
        best = int(np.argmax(score))
        if not score[best] > 0:
            break
        chosen.append(best)
        near = np.hypot(*(xy - xy[best]).T) < separation
        score[near] = 0.0
        score[best] = 0.0
    return np.array(chosen, np.int64)


@dataclass(frozen=True)
class SeriesSummary:
    """What the series of a point says, in metres and m/yr.

    Parameters
    ----------
    rate, rate_std, offset : float
        Straight line by least squares; the offset at the first date. Standard deviations take the
        residuals for white noise.
    rms : float
        Of the residuals.
    total : float
        The line's motion between the first and the last date with a value.
    recent, recent_std : float
        Rate of the last :data:`RECENT_DAYS` days; NaN with fewer than :data:`LEAST_DATES` dates
        in them.
    earlier, earlier_std : float
        Rate of what lies before.
    change : str
        ``faster``, ``slower``, ``turned``, ``no sure change``, or empty where it is unknown.
    """

    rate: float
    rate_std: float
    offset: float
    rms: float
    total: float
    recent: float
    recent_std: float
    earlier: float
    earlier_std: float
    change: str


def describe_series(dates, values) -> SeriesSummary:
    """Rate of a series, and whether it has changed of late.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (date,)
    values : ndarray, shape (date,)
        Metres, NaN where missing.
    """
    years = years_of(dates)
    values = np.asarray(values, np.float64)
    known = np.isfinite(values)
    rate, rate_std, offset, rms = _line(years[known], values[known])
    span = np.ptp(years[known]) if known.any() else np.nan
    last = years[known].max() if known.any() else 0.0
    late = known & (years > last - RECENT_DAYS / 365.25)
    early = known & ~late
    recent = recent_std = earlier = earlier_std = np.nan
    if late.sum() >= LEAST_DATES and early.sum() >= LEAST_DATES:
        recent, recent_std, _, _ = _line(years[late], values[late])
        earlier, earlier_std, _, _ = _line(years[early], values[early])
    return SeriesSummary(
        rate, rate_std, offset, rms, rate * span, recent, recent_std, earlier, earlier_std,
        _change(recent, earlier, np.hypot(recent_std, earlier_std)),
    )  # fmt: skip


def _line(years, values):
    """Rate, its standard deviation, offset at year 0, and RMS of the residuals."""
    if len(years) < 2 or not np.ptp(years) > 0:
        return (np.nan,) * 4
    middle = years.mean()
    t = years - middle
    spread = float((t**2).sum())
    rate = float((t * (values - values.mean())).sum() / spread)
    offset = float(values.mean() - rate * middle)
    squares = float(((values - offset - rate * years) ** 2).sum())
    free = len(years) - 2
    std = float(np.sqrt(squares / free / spread)) if free > 0 else np.nan
    return rate, std, offset, float(np.sqrt(squares / len(years)))


def _change(recent, earlier, std) -> str:
    if not np.isfinite([recent, earlier, std]).all():
        return ""
    if abs(recent - earlier) <= SURE * std:
        return "no sure change"
    if recent * earlier < 0:
        return "turned"
    return "faster" if abs(recent) > abs(earlier) else "slower"


@dataclass(frozen=True)
class MapPicture:
    """A picture of the map.

    Parameters
    ----------
    png : bytes
    bounds : (xmin, ymin, xmax, ymax)
        In `crs`.
    crs : str
        WKT, empty where the layers have none.
    layers : tuple of str
        Names of what is shown.
    """

    png: bytes
    bounds: tuple
    crs: str
    layers: tuple = ()


@dataclass(frozen=True)
class WorstPoint:
    """One of the points that move fastest; rates in m/yr, coordinates of its layer."""

    x: float
    y: float
    place: np.ndarray
    velocity: float
    std: float
    coherence: float
    values: np.ndarray | None = None
    series: SeriesSummary | None = None


@dataclass(frozen=True)
class Findings:
    """What the page of an area tells.

    Parameters
    ----------
    rates : RateSummary
    worst : list of WorstPoint
    dates : ndarray of datetime64[D]
    areas : Features or None
        Those in the study area.
    area_km2 : ndarray, shape (area,)
    study_km2 : float
        NaN without a study area.
    picture : MapPicture or None
    marks : ndarray, shape (point, 2)
        Of the worst points, in the picture's CRS.
    outlines : list of ndarray
        Of the study area, in the picture's CRS.
    metres_a_unit : float
        Of the picture's CRS.
    notes : list of str
    """

    rates: RateSummary
    worst: list
    dates: np.ndarray
    areas: object
    area_km2: np.ndarray
    study_km2: float
    picture: MapPicture | None
    marks: np.ndarray
    outlines: list
    metres_a_unit: float
    notes: list

    def numbers(self) -> dict:
        """The tool's number results."""
        fastest = self.worst[0].velocity if self.worst else None
        return {
            "COUNT": self.rates.count, "AWAY": self.rates.away, "TOWARDS": self.rates.towards,
            "MEDIAN": 1e3 * self.rates.median, "WORST": None if fastest is None else 1e3 * fastest,
            "WORST_COUNT": len(self.worst),
            "AREA_COUNT": None if self.areas is None else len(self.areas),
            "AREA_KM2": None if self.areas is None else float(self.area_km2.sum()),
        }  # fmt: skip
