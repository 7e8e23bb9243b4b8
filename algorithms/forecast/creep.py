# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steady creep, the band about it that the last dates may leave, and where a rate began to grow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError
from ..timeseries.coloured import WHITE, MarkovNoise
from .gaps import patterns

LATE_DATES = 3  # whose departure from the creep is looked at
SHORT, LONG = 3, 7  # rates in the moving means of Carla et al. (2017)
SIMULATED = 10_000


@dataclass(frozen=True)
class Creep:
    """Terms of steady creep at some dates.

    Parameters
    ----------
    days : ndarray, shape (time,)
        Days since the first date.
    start : float
        Days before the first date on which creep began: t counts from there.
    season : ndarray, shape (time, 0 or 2)
        Sine and cosine of a year.
    """

    days: np.ndarray
    start: float
    season: np.ndarray

    @classmethod
    def of(cls, dates, start=None, season=False) -> Creep:
        """Creep at dates; it began a usual distance before the first one unless a day is given.

        Raises
        ------
        GroundshiftError
            If it begins after the first date.
        """
        dates = np.asarray(dates, "datetime64[D]")
        days = (dates - dates[0]).astype(float)
        before = float(np.median(np.diff(days)))
        if start is not None:
            before = float((dates[0] - np.datetime64(start, "D")).astype(int))
        if before <= 0:
            raise GroundshiftError(
                f"The creep is to begin on {start}, and the series on {dates[0]}; give an earlier "
                "day."
            )
        angle = 2 * np.pi * days / DAYS_PER_YEAR
        waves = np.stack([np.sin(angle), np.cos(angle)], axis=1)
        return cls(days, before, waves if season else waves[:, :0])

    def matrix(self, known) -> np.ndarray:
        """1, ln t, t (years) and the season at some of the dates, shape (time, term)."""
        t = (self.days[known] + self.start) / DAYS_PER_YEAR
        return np.column_stack([np.ones(len(t)), np.log(t), t, self.season[known]])


class CreepBand:
    """How far the last dates are from the creep before them, and how likely by chance.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    noise : MarkovNoise
    start, season : datetime64[D], bool
        See :meth:`Creep.of`.
    seed : int
        Of the simulated series that tell what chance does.

    Attributes
    ----------
    louder : ndarray, shape (late date,)
        Noise of the last dates over that of the others, at least 1; see :meth:`listen`.

    Raises
    ------
    GroundshiftError
        If there are too few dates.
    """

    def __init__(self, dates, noise: MarkovNoise = WHITE, start=None, season=False, seed=0):
        self._creep = Creep.of(dates, start, season)
        self._count = len(self._creep.days)
        self.enough = LATE_DATES + 8
        if self._count < self.enough:
            raise GroundshiftError(
                f"The series have {self._count} dates, and a warning needs {self.enough}; give "
                "longer ones."
            )
        self._covariance = noise.covariance(self._creep.days / DAYS_PER_YEAR)
        rng = np.random.default_rng(seed)
        root = np.linalg.cholesky(self._covariance)
        simulated = (root @ rng.standard_normal((self._count, SIMULATED))).T
        each = np.abs(self._departures(simulated))
        self._usual, self._levels = np.median(each, axis=1), np.sort(each.max(axis=0))
        self.louder = np.ones(LATE_DATES)

    def listen(self, series) -> None:
        """Learn from many series how much louder than all others the last dates are.

        A storm on the last date is the scene's and nobody's creep; half of the series at least are
        taken as steady. See :attr:`louder`.

        Parameters
        ----------
        series : ndarray, shape (series, time)
        """
        groups = self._groups(series)
        each = [self._departures(series[mine][:, known], known) for known, mine in groups]
        each = np.concatenate([np.zeros((LATE_DATES, 0)), *each], axis=1)
        if each.shape[1]:
            self.louder = np.maximum(np.nanmedian(np.abs(each), axis=1) / self._usual, 1.0)

    def _groups(self, series):
        for known, mine in patterns(series):
            if known.sum() >= self.enough:
                yield known, mine

    def __call__(self, series):
        """Departure and chance of series of shape (series, time), NaN where missing.

        Returns
        -------
        score : ndarray, shape (series,)
            Largest departure of the last dates in standard errors of their forecast.
        sign : ndarray, shape (series,)
        chance : ndarray, shape (series,)
            Share of series of creep and noise that depart as far.
        """
        series = np.asarray(series, float)
        score, sign = (np.full(len(series), np.nan) for _ in range(2))
        for known, mine in self._groups(series):
            each = self._departures(series[mine][:, known], known) / self.louder[:, None]
            best = np.abs(each).argmax(axis=0)
            picked = each[best, np.arange(len(mine))]
            score[mine], sign[mine] = np.abs(picked), np.sign(picked)
        passed = len(self._levels) - np.searchsorted(self._levels, score)
        chance = (passed + 1.0) / (len(self._levels) + 1.0)
        return score, sign, np.where(np.isnan(score), np.nan, chance)

    def _departures(self, rows, known=None):
        """Of the last dates, shape (date, series), as white noise of size 1 has them."""
        known = np.ones(self._count, bool) if known is None else known
        matrix = self._creep.matrix(known)
        root = np.linalg.cholesky(self._covariance[np.ix_(known, known)])
        from scipy.linalg import solve_triangular

        white = solve_triangular(root, np.column_stack([matrix, rows.T]), lower=True)
        terms, values = white[:, : matrix.shape[1]], white[:, matrix.shape[1] :]
        early = slice(None, len(matrix) - LATE_DATES)
        solver = np.linalg.pinv(terms[early])
        found = solver @ values[early]
        left = values - terms @ found
        free = len(matrix) - LATE_DATES - matrix.shape[1]
        size = np.sqrt((left[early] ** 2).sum(axis=0) / free)
        # White departures of the late dates, and what the errors of the creep add to them.
        late = terms[len(matrix) - LATE_DATES :]
        spread = np.sqrt(1 + ((late @ solver) ** 2).sum(axis=1))
        with np.errstate(invalid="ignore", divide="ignore"):
            each = left[len(matrix) - LATE_DATES :] / spread[:, None] / size
        return np.where(size > 0, each, np.nan)


def crossover(days, values) -> float:
    """Day since which the short moving mean of the rates lies above the long one.

    Onset of acceleration after Carla et al. (2017, Landslides 14, 517-534): means of 3 and 7 rates.

    Parameters
    ----------
    days, values : ndarray, shape (time,)
        Displacement, NaN where missing; it accelerates in the direction in which it ends.

    Returns
    -------
    float
        NaN where the short mean ends below the long one.
    """
    known = np.isfinite(values)
    days, values = days[known], values[known]
    if len(days) < LONG + 2:
        return np.nan
    rates = np.diff(values) / np.diff(days)
    rates *= np.sign(rates[-SHORT:].mean()) or 1.0
    ends = np.arange(LONG, len(rates) + 1)
    sums = np.concatenate([[0.0], np.cumsum(rates)])
    above = (sums[ends] - sums[ends - SHORT]) / SHORT > (sums[ends] - sums[ends - LONG]) / LONG
    if not above[-1] or above.all():
        return np.nan
    return float(days[ends[len(above) - above[::-1].argmin()]])
