# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Levels of warning: attention, alert, alarm, of series and of areas, and how often by chance.

Attention: the last dates leave the band of the creep before them, or the rate grows. Alert: the
rate grows, and is several times that of the creep (tangent angle of 80 degrees) or more likely
than not on its way to a failure. Alarm: it grows, and is eleven times as fast (85 degrees) or
would fail within a horizon. The angles are those of Xu et al. (2011), at the slower end of the
rate's interval.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError
from ..timeseries.coloured import MarkovNoise
from ..timeseries.motion import MotionOptions, scene_noise
from ..timeseries.transients import Transient
from ..timeseries.velocity import VelocityModel
from .creep import Creep, CreepBand
from .failing import Failing, Judged

LEVELS = ("none", "attention", "alert", "alarm")
FASTER, FASTEST = 80.0, 85.0  # degrees
SURE = 0.9  # chance of a growing rate
SIMULATED = 4000
FEW_SERIES, FEW_DATES = 20, 16  # with which noise is learned otherwise, or not at all
LEAST_SEASON = 2.0  # years
LEAST_POINTS = 3  # of an area that carry its level
UNLIKELY = 0.01  # chance of as many in an area


def learned_noise(series, dates, creep: Creep, share: float) -> MarkovNoise | None:
    """Colour of the noise about the creep, from a sample of series.

    Of few series only the dates before the late part are asked: what is looked for there would
    pass for noise.

    Parameters
    ----------
    series : ndarray, shape (time, series)
    dates : ndarray of datetime64[D], shape (time,)
    creep : Creep
    share : float
        Of the time that is late.

    Returns
    -------
    MarkovNoise or None
        None where there are too few dates or series to tell.
    """
    used = np.ones(len(dates), bool)
    if series.shape[1] < FEW_SERIES:
        used = creep.days < creep.days[-1] * (1 - share)
    if used.sum() < FEW_DATES:
        return None
    term = Transient("log", dates[0], creep.start)
    model = VelocityModel(1, bool(creep.season.size), False, (), (term,))
    try:
        return scene_noise(series[used], model, dates[used], MotionOptions())
    except GroundshiftError:
        return None


@dataclass(frozen=True)
class Watched:
    """Series and their levels.

    Parameters
    ----------
    judged : Judged
    departure, chance : ndarray, shape (series,)
        Of the last dates from the creep before them, in standard errors, with its sign.
    level : ndarray of int8, shape (series,)
        Place in :data:`LEVELS`; -1 where there are too few dates.
    growing : ndarray of bool, shape (series,)
        Whether the rate grows.
    """

    judged: Judged
    departure: np.ndarray
    chance: np.ndarray
    level: np.ndarray
    growing: np.ndarray


class Watch:
    """Watches series on the same dates.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    noise : MarkovNoise
    false_alarms : float
        Share of series of creep and noise with any level at all.
    horizon : float
        Days within which a failure is an alarm.
    seed : int
    **options
        Of :class:`.failing.Failing`.

    Attributes
    ----------
    rates : ndarray, shape (4,)
        Share of other simulated series of noise that reach each level or a higher one.
    """

    def __init__(
        self, dates, noise: MarkovNoise, false_alarms=0.01, horizon=60.0, seed=0, **options
    ):  # fmt: skip
        self.failing = Failing(dates, noise, **options)
        start, season = options.get("start"), options.get("season", False)
        self.band = CreepBand(dates, noise, start, season, seed)
        self._half, self.horizon = false_alarms / 2, horizon
        root = np.linalg.cholesky(noise.covariance(self.failing.creep.days / DAYS_PER_YEAR))
        rng = np.random.default_rng(seed)
        # Without any creep, where every change is a faster rate: more alarms than with one.
        made, other = ((root @ rng.standard_normal((len(root), SIMULATED))).T for _ in range(2))
        reached = self.failing(made).accelerating
        self.limit = max(SURE, float(np.quantile(reached, 1 - self._half, method="higher")))
        level = self(other).level
        self.rates = np.array([(level >= k).mean() for k in range(len(LEVELS))])

    def __call__(self, series) -> Watched:
        """Watch series of shape (series, time), NaN where missing, in any unit."""
        judged = self.failing(series)
        score, sign, chance = self.band(series)
        with np.errstate(invalid="ignore"):
            growing = judged.accelerating > self.limit
            failing = growing & (judged.chances[-1] > 0.5)
            level = ((chance <= self._half) | growing).astype(np.int8)
            level[growing & ((judged.tangent_low >= FASTER) | failing)] = 2
            soon = failing & (judged.failure <= self.horizon)
            level[growing & ((judged.tangent_low >= FASTEST) | soon)] = 3
        level[np.isnan(chance) | np.isnan(judged.chances[0])] = -1
        return Watched(judged, score * sign, chance, level, growing)


def area_levels(counts, totals, rates) -> tuple[np.ndarray, np.ndarray]:
    """Level of areas by that of their points: three of them at least, and more than by chance.

    Parameters
    ----------
    counts : ndarray, shape (area, 4)
        Points that reach each level or a higher one.
    totals : ndarray, shape (area,)
        Points that were watched.
    rates : ndarray, shape (4,)
        See :class:`Watch`; no less than one in its number of simulated series is taken.

    Returns
    -------
    level : ndarray of int8, shape (area,)
    chance : ndarray, shape (area,)
        Of as many points at that level (or at attention, where the level is none).
    """
    from scipy.stats import binom

    counts, totals = np.asarray(counts, int), np.asarray(totals, int)
    rates = np.maximum(rates, 1.0 / SIMULATED)
    p = binom.sf(counts - 1, totals[:, None], rates)
    passed = (counts >= np.minimum(LEAST_POINTS, totals)[:, None]) & (counts > 0) & (p <= UNLIKELY)
    passed[:, 0] = True
    level = (passed * np.arange(len(LEVELS))).max(axis=1)
    return level.astype(np.int8), p[np.arange(len(p)), np.maximum(level, 1)]


def inverse_rates(days, values, dates: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """Inverse rates for a drawing: of lines through so many neighbouring dates.

    Parameters
    ----------
    days, values : ndarray, shape (time,)
        NaN where missing.
    dates : int

    Returns
    -------
    days, inverse : ndarray
        Middle of the dates; days by unit, in the direction of the last of them; NaN where the
        rate is none or the other way.
    """
    known = np.isfinite(values)
    days, values = np.asarray(days, float)[known], np.asarray(values, float)[known]
    if len(days) < dates:
        return np.zeros(0), np.zeros(0)
    t = np.lib.stride_tricks.sliding_window_view(days, dates)
    u = np.lib.stride_tricks.sliding_window_view(values, dates)
    middle = t.mean(axis=1, keepdims=True)
    rates = ((t - middle) * u).sum(axis=1) / ((t - middle) ** 2).sum(axis=1)
    rates *= np.sign(rates[-1]) or 1.0
    return middle[:, 0], np.where(rates > 0, 1.0 / np.where(rates > 0, rates, 1.0), np.nan)
