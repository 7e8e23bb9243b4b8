# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Forecasts of series of motion by ridge regression and Gaussian processes, always beside the two
that cost nothing: that nothing changes any more, and that a straight line goes on.

All series on the same dates share their covariances, so one factorisation serves a million points;
each takes its own strength of the terms, or length and size of the process, by the evidence
(Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, eq. 2.30, with the scale of
the whole estimated). Intervals are widened to what the errors of earlier forecasts show.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError, counted
from .driver_series import remembered
from .gaps import patterns

METHODS = ("persistence", "line", "ridge", "gaussian_process")
STRENGTHS = (0.1, 1.0, 10.0, 100.0)
"""Variances of a season's and drivers' coefficients over that of the noise."""
LENGTHS, SIZES = (40.0, 150.0, 500.0), (1.0, 10.0)
"""Days and variances over that of the noise, of the Gaussian processes."""
FREE = 1e6  # variance of mean and rate over that of the noise: as good as free
LEAST_TRAINING = 12  # dates
ORIGINS = 6
BINS = 3  # of the time ahead, whose errors are taken together
POINTS_AT_ONCE = 4000


@dataclass(frozen=True)
class Prediction:
    """Forecasts of all methods.

    Parameters
    ----------
    values : ndarray, shape (method, series, time ahead)
    spread : ndarray, shape (method, series, time ahead)
        Standard deviation as the method itself has it; of the simple ones the same for all times.
    """

    values: np.ndarray
    spread: np.ndarray


def terms(days, first, last, known_until, drivers=(), lags=(0,), memory=0.0):
    """Trend, season and drivers at some days, shape (time, term).

    The first two are mean and rate, then sine and cosine of a year and of half a year, then each
    driver at each lag. Beyond `known_until` a driver is what it was on average on the days of the
    year until then, so a forecast knows nothing of what comes.

    Parameters
    ----------
    days : ndarray of int
        Since 1970.
    first, last : int
        Ends of the training.
    known_until : int
        Last day on which the drivers are known.
    drivers : sequence of Driver
    lags : sequence of int
        Days.
    memory : float
        See :func:`.driver_series.remembered`.
    """
    angle = 2 * np.pi * days / DAYS_PER_YEAR
    columns = [np.ones(len(days)), 2 * (days - first) / max(last - first, 1) - 1]
    columns += [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)]
    for driver in drivers:
        start = int(driver.first.astype(int))
        values = remembered(driver, memory)[: max(known_until - start + 1, 1)]
        own = np.arange(start, start + len(values))
        usual = _by_season(own, values)
        scale = values.std() or 1.0
        for lag in lags:
            place = days - lag - start
            known = (place >= 0) & (place < len(values))
            found = np.where(known, values[np.clip(place, 0, len(values) - 1)], usual(days - lag))
            columns.append((found - values.mean()) / scale)
    return np.stack(columns, axis=1)


def _by_season(days, values):
    """A function of days: mean and season of a year of a driver."""

    def matrix(when):
        angle = 2 * np.pi * when / DAYS_PER_YEAR
        return np.stack([np.ones(len(when)), np.sin(angle), np.cos(angle)], axis=1)

    if np.ptp(days) < DAYS_PER_YEAR:
        return lambda when: np.full(len(when), values.mean())
    coefficients = np.linalg.lstsq(matrix(days), values, rcond=None)[0]
    return lambda when: matrix(when) @ coefficients


def matern(apart, length) -> np.ndarray:
    """Covariance of a once differentiable process (Matérn, 3/2) by days apart."""
    scaled = np.sqrt(3) * np.abs(apart) / length
    return (1 + scaled) * np.exp(-scaled)


class _Process:
    """One covariance: its weights and spread ahead, and what its evidence needs."""

    def __init__(self, here, ahead, days, then, strength, length=None, size=0.0):
        from scipy.linalg import cholesky, solve_triangular

        scales = np.full(here.shape[1], strength)
        scales[:2] = FREE
        own = (here * scales) @ here.T + np.eye(len(days))
        cross = (ahead * scales) @ here.T
        prior = ((ahead**2) * scales).sum(axis=1) + 1.0
        if length is not None:
            own += size * matern(days[:, None] - days, length)
            cross += size * matern(then[:, None] - days, length)
            prior += size
        factor = cholesky(own, lower=True)
        self.whiten = solve_triangular(factor, np.eye(len(days)), lower=True)
        half = self.whiten @ cross.T
        self.weights = half.T @ self.whiten
        self.variance = np.maximum(prior - (half**2).sum(axis=0), 1e-12)
        self.determinant = 2 * np.log(np.diag(factor)).sum()


class Methods:
    """All methods for series on the same dates, to the same dates ahead.

    Parameters
    ----------
    days : ndarray of int
        Of the training.
    then : ndarray of int
        To be forecast.
    drivers, lags, memory
        See :func:`terms`.
    """

    def __init__(self, days, then, drivers=(), lags=(0,), memory=0.0):
        days, then = np.asarray(days, int), np.asarray(then, int)
        more = int(days[0]), int(days[-1]), int(days[-1]), drivers, lags, memory
        here, ahead = terms(days, *more), terms(then, *more)
        self._line = np.linalg.pinv(here[:, :2])
        self._trend, self._ahead = here[:, :2], ahead[:, :2]
        arguments = here, ahead, days.astype(float), then.astype(float)
        self._families = (
            [_Process(*arguments, strength) for strength in STRENGTHS],
            [_Process(*arguments, 10.0, *pair) for pair in
             ((length, size) for length in LENGTHS for size in SIZES)],
        )  # fmt: skip

    def __call__(self, rows) -> Prediction:
        """Forecast series without gaps, shape (series, time)."""
        level = rows.mean(axis=1, keepdims=True)
        rows = rows - level
        count, ahead = len(rows), len(self._ahead)
        values = np.empty((len(METHODS), count, ahead))
        spread = np.empty_like(values)
        values[0] = rows[:, -1:]
        spread[0] = np.sqrt(np.mean(np.diff(rows, axis=1) ** 2, axis=1))[:, None]
        line = rows @ self._line.T
        values[1] = line @ self._ahead.T
        free = max(rows.shape[1] - 2, 1)
        left = rows - line @ self._trend.T
        spread[1] = np.sqrt((left**2).sum(axis=1) / free)[:, None]
        for number, family in enumerate(self._families, 2):
            best = np.full(count, -np.inf)
            for one in family:
                power = ((rows @ one.whiten.T) ** 2).sum(axis=1)
                power = np.maximum(power, 1e-300)
                evidence = -0.5 * rows.shape[1] * np.log(power) - 0.5 * one.determinant
                better = np.flatnonzero(evidence > best)
                best[better] = evidence[better]
                values[number, better] = rows[better] @ one.weights.T
                scale = np.sqrt(power[better] / free)
                spread[number, better] = scale[:, None] * np.sqrt(one.variance)
        return Prediction(values + level, np.maximum(spread, 1e-12))


@dataclass(frozen=True)
class Forecast:
    """Forecasts of some series; the last axis is the time ahead.

    Parameters
    ----------
    method : ndarray of int, shape (series,)
        Place in :data:`METHODS` of what earlier forecasts were best by; -1 for too few dates.
    values, low, high : ndarray, shape (series, time ahead)
        Of that method, with the interval.
    rmse : ndarray, shape (method, series)
        Of the held-out dates.
    covered : ndarray, shape (method, series)
        Share of them within the interval.
    """

    method: np.ndarray
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray
    rmse: np.ndarray
    covered: np.ndarray


class Forecaster:
    """Forecasts of series on the same dates.

    The last part of the dates is held out: what is said of errors is of these. Earlier forecasts,
    from some dates before, choose the method by series, and tell how wide intervals must be.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    ahead : ndarray of datetime64[D]
        To be forecast.
    drivers, lags, memory
        See :func:`terms`.
    level : float
        Share that intervals shall hold.

    Raises
    ------
    GroundshiftError
        If the series are too short for the time ahead.
    """

    def __init__(self, dates, ahead, drivers=(), lags=(0,), memory=0.0, level=0.9):
        self._days = np.asarray(dates, "datetime64[D]").astype(int)
        self.ahead = np.asarray(ahead, "datetime64[D]")
        self._more, self._level = (drivers, lags, memory), level
        span = int(self.ahead[-1].astype(int)) - self._days[-1]
        end = self._days[-1] - span
        self.start = int(np.searchsorted(self._days, end, "right"))  # of what is held out
        if self.start < LEAST_TRAINING or self.start == len(self._days):
            raise GroundshiftError(
                f"{counted(len(self._days), 'date')} over {self._days[-1] - self._days[0]} days "
                f"are too few to forecast {span} days: {LEAST_TRAINING} dates must be before what "
                "is held out; forecast less far, or give longer series."
            )
        first = max(LEAST_TRAINING, int(np.searchsorted(self._days, self._days[0] + span)))
        first = max(first, self.start // 2)  # a forecast from a short series tells of those alone
        last = int(np.searchsorted(self._days, end - span, "right"))
        self.few = last <= first
        first = min(first, max(self.start - 2, LEAST_TRAINING))
        last = max(last, first)
        self.origins = np.unique(np.linspace(first, last, ORIGINS).round().astype(int))
        self._span, self.width = span, None
        self._cache = {}

    def _ahead_of(self, origin, known=None):
        """Places of the dates that a forecast from an origin is compared with, at most before
        what is held out."""
        stop = len(self._days) if origin == self.start else self.start
        places = np.arange(origin, stop)
        return places[self._days[places] <= self._days[origin - 1] + self._span]

    def _bins(self, days, origin_day):
        share = (days - origin_day) / max(self._span, 1)
        return np.clip(np.ceil(share * BINS).astype(int) - 1, 0, BINS - 1)

    def _methods(self, known, origin):
        key = (known.tobytes(), origin)
        if key not in self._cache:
            if len(self._cache) > 4 * ORIGINS:
                self._cache.clear()
            places = self._ahead_of(origin) if origin is not None else None
            before = np.flatnonzero(known[:origin] if origin is not None else known)
            then = self._days[places] if origin is not None else self.ahead.astype(int)
            self._cache[key] = Methods(self._days[before], then, *self._more), before, places
        return self._cache[key]

    def errors(self, series) -> tuple:
        """Errors of earlier forecasts over their spread, and the RMSE that chooses.

        Parameters
        ----------
        series : ndarray, shape (series, time)
            NaN where missing.

        Returns
        -------
        ratios : list of ndarray
            A method and bin of the time ahead each, :data:`BINS` a method.
        rmse : ndarray, shape (method, series)
        """
        ratios = [[] for _ in range(len(METHODS) * BINS)]
        squares = np.zeros((len(METHODS), len(series)))
        counts = np.zeros(len(series))
        for known, mine in patterns(series, POINTS_AT_ONCE):
            for origin in self.origins:
                if known[:origin].sum() < LEAST_TRAINING - 4:
                    continue
                run, before, places = self._methods(known, origin)
                if not len(places):
                    continue
                found = run(series[np.ix_(mine, before)])
                error = found.values - series[np.ix_(mine, places)]
                good = np.isfinite(error[0])
                squares[:, mine] += np.where(good, error**2, 0.0).sum(axis=2)
                counts[mine] += good.sum(axis=1)
                bins = self._bins(self._days[places], self._days[before[-1]])
                for method in range(len(METHODS)):
                    for k in range(BINS):
                        ratio = error[method][:, bins == k] / found.spread[method][:, bins == k]
                        ratios[method * BINS + k].append(np.abs(ratio[np.isfinite(ratio)]))
        with np.errstate(invalid="ignore", divide="ignore"):
            rmse = np.sqrt(squares / np.where(counts > 0, counts, np.nan))
        return [np.concatenate([*parts, np.zeros(0)]) for parts in ratios], rmse

    def calibrate(self, series) -> None:
        """Learn from earlier forecasts of some series how wide intervals must be."""
        ratios, _ = self.errors(np.asarray(series, float))
        width = np.full((len(METHODS), BINS), np.nan)
        for number, values in enumerate(ratios):
            if len(values):
                level = min(self._level * (1 + 1 / len(values)), 1.0)
                width[divmod(number, BINS)] = np.quantile(values, level)
        if not np.isfinite(width).any(axis=1).all():
            raise GroundshiftError(
                "The series leave no earlier forecasts to learn from; forecast less far, or give "
                "longer series."
            )
        for row in width:  # later is not surer; bins without errors are as those before
            known = np.flatnonzero(np.isfinite(row))
            row[: known[0]] = row[known[0]]
            for k in range(1, BINS):
                row[k] = row[k - 1] if np.isnan(row[k]) else max(row[k], row[k - 1])
        self.width = width

    def __call__(self, series) -> Forecast:
        """Forecast series, shape (series, time), NaN where missing; after :meth:`calibrate`."""
        series = np.asarray(series, float)
        count, ahead = len(series), len(self.ahead)
        method = np.full(count, -1)
        values, low, high = (np.full((count, ahead), np.nan) for _ in range(3))
        rmse, covered = (np.full((len(METHODS), count), np.nan) for _ in range(2))
        _, chosen = self.errors(series)
        for known, mine in patterns(series, POINTS_AT_ONCE):
            if known[: self.start].sum() < LEAST_TRAINING:
                continue
            run, before, places = self._methods(known, self.start)
            found = run(series[np.ix_(mine, before)])
            error = found.values - series[np.ix_(mine, places)]
            half = self._half(found, self._days[places], self._days[before[-1]])
            good = np.isfinite(error)
            number = np.where(good.any(axis=2), good.sum(axis=2), np.nan)
            rmse[:, mine] = np.sqrt(np.where(good, error**2, 0.0).sum(axis=2) / number)
            inside = np.where(good, np.abs(np.where(good, error, 0.0)) <= half, False)
            covered[:, mine] = inside.sum(axis=2) / number
            pick = np.where(np.isfinite(chosen[:, mine]), chosen[:, mine], np.inf).argmin(axis=0)
            method[mine] = pick
            run, before, _ = self._methods(known, None)
            found = run(series[np.ix_(mine, before)])
            half = self._half(found, self.ahead.astype(int), self._days[before[-1]])
            own = np.arange(len(mine))
            values[mine] = found.values[pick, own]
            low[mine] = values[mine] - half[pick, own]
            high[mine] = values[mine] + half[pick, own]
        return Forecast(method, values, low, high, rmse, covered)

    def _half(self, found, days, origin_day):
        bins = self._bins(days, origin_day)
        return found.spread * self.width[:, None, bins]
