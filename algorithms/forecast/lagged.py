# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lagged regression of motion on what may drive it, against no driver, series by series.

The motion is a trend, seasons, one driver at one lag, and first-order autoregressive noise whose
correlation falls with the days between dates. All lags are tried; the best one is as significant
as the best of as many lags is with noise that has nothing to do with the driver: surrogates tell.
Seasons and trend are taken off the drivers by the same fit, so neither goes for a connection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError, counted
from .driver_series import Candidates
from .gaps import patterns

PERSISTENCES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97)
"""Correlations at the usual distance of the dates that are tried."""
LEAST_FREE = 8  # dates more than terms
TAIL = 0.1  # share of the surrogates whose excesses tell the chances beyond them
INTERVAL = 3.841  # of twice the log-likelihood: 95 % of a chi-square with one degree of freedom
POINTS_AT_ONCE = 2000
FEWEST_OF_CLASS = 60


@dataclass(frozen=True)
class LagFit:
    """What drives each series; arrays of shape (series,), NaN or -1 where too few dates.

    Parameters
    ----------
    candidate : ndarray of int
        The best one.
    lag, low, high : ndarray
        Days, and the ends of the interval (95 %).
    effect, effect_std : ndarray
        Motion by unit of the driver, at that lag.
    correlation : ndarray
        Partial one: after trend, season and persistence of the noise.
    gain : ndarray
        Twice the log-likelihood that the driver adds.
    delta_aic : ndarray
        AIC of no driver less that of the driver; above 0 the driver is worth its terms.
    persistence : ndarray
        Of the noise without a driver.
    p : ndarray
        Chance that noise does as well at any lag.
    """

    candidate: np.ndarray
    lag: np.ndarray
    low: np.ndarray
    high: np.ndarray
    effect: np.ndarray
    effect_std: np.ndarray
    correlation: np.ndarray
    gain: np.ndarray
    delta_aic: np.ndarray
    persistence: np.ndarray
    p: np.ndarray


def background(dates, degree: int = 1, season: bool = True) -> np.ndarray:
    """Terms of the motion without a driver, shape (time, term)."""
    days = np.asarray(dates, "datetime64[D]").astype(float)
    span = max(np.ptp(days), 1.0)
    t = 2 * (days - days.mean()) / span
    terms = [t**power for power in range(degree + 1)]
    if season:
        angle = 2 * np.pi * days / DAYS_PER_YEAR
        terms += [np.sin(angle), np.cos(angle)]
    return np.stack(terms, axis=1)


class _Whitened:
    """Background and candidates as noise of one persistence has them, orthogonal to each other."""

    def __init__(self, terms, matrix, alike):
        self._alike = alike
        self._left = np.sqrt(1 - alike**2)
        self.determinant = 2 * np.log(self._left).sum()
        self.terms = np.linalg.qr(self.of(terms.T).T)[0]
        columns = self.of(matrix.T).T
        rest = columns - self.terms @ (self.terms.T @ columns)
        self.sizes = np.sqrt((rest**2).sum(axis=0))
        whole = np.sqrt((columns**2).sum(axis=0))
        dull = self.sizes <= 1e-8 * np.maximum(whole, 1e-300)
        self.sizes[dull] = np.inf  # nothing that trend and season do not say already
        self.columns = rest / self.sizes

    def of(self, rows):
        """Series of shape (series, time) as independent noise has them."""
        out = np.array(rows, float)
        out[:, 1:] = (out[:, 1:] - self._alike * rows[:, :-1]) / self._left
        return out


class LagSearch:
    """The best lag of series on the same dates.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    tried : Candidates
    degree : int
        Of the polynomial of the trend.
    season : bool
        Whether a year's sine and cosine are taken off, too.

    Raises
    ------
    GroundshiftError
        If too few dates are left.
    """

    def __init__(self, dates, tried: Candidates, degree: int = 1, season: bool = True):
        self.tried, self._dates = tried, np.asarray(dates)[tried.used]
        self._terms = background(self._dates, degree, season)
        self._days = self._dates.astype(int)
        self.enough = self._terms.shape[1] + 1 + LEAST_FREE
        if len(self._days) < self.enough:
            raise GroundshiftError(
                f"Only {counted(len(self._days), 'date')} of the motion have the drivers for all "
                f"lags, and {self.enough} are needed; lower the largest lag, or give longer series."
            )
        self._usual = float(np.median(np.diff(self._days)))
        self._whole = self._models(np.ones(len(self._days), bool))
        self._null = None
        self.free = len(set(tried.lag)) > 1
        self.drivers_and_memories = 1 + (len(set(zip(tried.driver, tried.memory))) > 1)

    def _models(self, known):
        apart = np.diff(self._days[known]) / self._usual
        return [
            _Whitened(self._terms[known], self.tried.matrix[known], p**apart) for p in PERSISTENCES
        ]

    def calibrate(self, surrogates: int = 300, seed: int = 0, each=None) -> None:
        """Learn what noise without a driver reaches.

        Parameters
        ----------
        surrogates : int
            Series of each persistence.
        seed : int
        each : callable, optional
            Called after each persistence.
        """
        random = np.random.default_rng(seed)
        gains, classes = [], []
        for alike in PERSISTENCES:
            noise = random.standard_normal((surrogates, len(self._days)))
            rho = alike ** (np.diff(self._days) / self._usual)
            for k, r in enumerate(rho, 1):
                noise[:, k] = r * noise[:, k - 1] + np.sqrt(1 - r**2) * noise[:, k]
            _, _, gain, kind, _ = self._best(self._whole, noise)
            gains.append(gain)
            classes.append(kind)
            if each is not None:
                each()
        gains, classes = np.concatenate(gains), np.concatenate(classes)
        self._null = []
        for kind in range(len(PERSISTENCES)):
            reach = 0
            near = classes == kind
            while near.sum() < FEWEST_OF_CLASS and reach < len(PERSISTENCES):
                reach += 1  # of a class that noise hardly falls into, its neighbours tell
                near = np.abs(classes - kind) <= reach
            self._null.append(np.sort(gains[near]))

    def chance(self, gain, kind) -> np.ndarray:
        """Chance that noise of a class gains as much; beyond most surrogates by their tail.

        The excesses over a high level fall exponentially, as those of a likelihood ratio do.
        """
        out = np.full(len(gain), np.nan)
        for number, null in enumerate(self._null):
            mine = (kind == number) & np.isfinite(gain)
            above = len(null) - np.searchsorted(null, gain[mine])
            p = (above + 1) / (len(null) + 1)
            level = np.quantile(null, 1 - TAIL)
            slope = max((null[null > level] - level).mean(), 2.0)  # no faster than a chi-square
            beyond = gain[mine] > level
            p[beyond] = TAIL * np.exp(-(gain[mine][beyond] - level) / slope)
            out[mine] = p
        return out

    def limit(self, alpha: float, kind: int) -> float:
        """Gain that noise of a class exceeds at a rate of `alpha`."""
        return float(np.quantile(self._null[kind], 1 - alpha))

    def _best(self, models, rows, profile=False):
        """Best candidate, its class, its gain, the class without, and the profile of all."""
        count = rows.shape[1]
        top = np.full(len(rows), -np.inf)
        every = np.full((len(rows), len(self.tried)), -np.inf) if profile else None
        best = np.zeros(len(rows), int)
        kind, none, none_kind = (
            np.zeros_like(best),
            np.full(len(rows), -np.inf),
            np.zeros_like(best),
        )
        for number, model in enumerate(models):
            white = model.of(rows)
            white -= (white @ model.terms) @ model.terms.T
            power = (white**2).sum(axis=1)
            share = (white @ model.columns) ** 2
            tiny = 1e-12 * np.maximum(power, 1e-300)
            found = -0.5 * count * np.log(np.maximum(power, 1e-300) / count)
            found -= 0.5 * model.determinant
            better = found > none
            none[better], none_kind[better] = found[better], number
            place = share.argmax(axis=1)
            rest = np.maximum(power - share[np.arange(len(rows)), place], tiny)
            found = -0.5 * count * np.log(np.maximum(rest, 1e-300) / count)
            found -= 0.5 * model.determinant
            better = found > top
            top[better], best[better], kind[better] = found[better], place[better], number
            if profile:
                rest = np.maximum(power[:, None] - share, tiny[:, None])
                whole = -0.5 * count * np.log(np.maximum(rest, 1e-300) / count)
                np.maximum(every, whole - 0.5 * model.determinant, out=every)
        return best, kind, 2 * (top - none), none_kind, every

    def fit(self, series) -> LagFit:
        """Find what drives each series.

        Parameters
        ----------
        series : ndarray, shape (series, time)
            At all dates, NaN where missing.

        Returns
        -------
        LagFit
        """
        rows = np.asarray(series, float)[:, self.tried.used]
        names = list(LagFit.__dataclass_fields__)
        out = {name: np.full(len(rows), np.nan) for name in names}
        out["candidate"] = np.full(len(rows), -1)
        for known, mine in patterns(rows):
            if known.sum() < self.enough:
                continue
            models = self._whole if known.all() else self._models(known)
            for first in range(0, len(mine), POINTS_AT_ONCE):
                part = mine[first : first + POINTS_AT_ONCE]
                found = self._fit(models, rows[part][:, known])
                for name in names:
                    out[name][part] = found[name]
        return LagFit(**out)

    def _fit(self, models, rows):
        tried, steady = self.tried, np.ptp(rows, axis=1) <= 1e-12 * np.abs(rows).max(axis=1)
        rows = rows - rows.mean(axis=1, keepdims=True)
        best, kind, gain, none_kind, every = self._best(models, rows, True)
        lag = tried.lag[best].astype(float)
        top = every[np.arange(len(rows)), best]
        away = 2 * (top[:, None] - every)
        away[:, :] = np.where(tried.driver == tried.driver[best][:, None], away, np.inf)
        low, high = self._interval(away)
        effect, std, correlation = (np.full(len(rows), np.nan) for _ in range(3))
        free = rows.shape[1] - self._terms.shape[1] - 1
        for number, model in enumerate(models):
            mine = np.flatnonzero(kind == number)
            white = model.of(rows[mine])
            white -= (white @ model.terms) @ model.terms.T
            power, columns = (white**2).sum(axis=1), model.columns[:, best[mine]].T
            along = (white * columns).sum(axis=1)
            sizes = model.sizes[best[mine]]
            effect[mine] = along / sizes
            std[mine] = np.sqrt(np.maximum(power - along**2, 0) / free) / sizes
            correlation[mine] = along / np.sqrt(np.maximum(power, 1e-300))
        found = {
            "candidate": best, "lag": lag, "low": low, "high": high, "effect": effect,
            "effect_std": std, "correlation": correlation, "gain": gain,
            "delta_aic": gain - 2 * (1 + self.free + self.drivers_and_memories - 1),
            "persistence": np.array(PERSISTENCES)[none_kind],
            "p": self.chance(gain, none_kind) if self._null is not None else np.nan * gain,
        }  # fmt: skip
        for name, values in found.items():
            values[steady] = -1 if name == "candidate" else np.nan
        return found

    def _interval(self, away):
        """Ends of the lags whose likelihood is near the best one, by memory and interpolated."""
        tried = self.tried
        low, high = np.full(len(away), np.inf), np.full(len(away), -np.inf)
        for key in sorted(set(zip(tried.driver, tried.memory))):
            places = np.flatnonzero((tried.driver == key[0]) & (tried.memory == key[1]))
            places = places[np.argsort(tried.lag[places])]
            lags, part = tried.lag[places], away[:, places]
            inside = part <= INTERVAL
            some = inside.any(axis=1)
            first = inside.argmax(axis=1)
            last = len(lags) - 1 - inside[:, ::-1].argmax(axis=1)
            for ends, end, step, pick in (
                (low, first, -1, np.minimum),
                (high, last, 1, np.maximum),
            ):
                next_ = np.clip(end + step, 0, len(lags) - 1)
                here = part[np.arange(len(part)), end]
                there = part[np.arange(len(part)), next_]
                with np.errstate(invalid="ignore", divide="ignore"):
                    share = np.where(next_ != end, (INTERVAL - here) / (there - here), 0.0)
                    place = lags[end] + np.nan_to_num(share) * (lags[next_] - lags[end])
                # Lags between those that were tried may be as good: half a step more.
                place += 0.5 * step * (lags[1] - lags[0] if len(lags) > 1 else 0.0)
                ends[some] = pick(ends, place)[some]
        return low, high

    def profile(self, series) -> tuple[np.ndarray, np.ndarray]:
        """Partial correlation of one series with all candidates, and its limit by surrogates.

        Parameters
        ----------
        series : ndarray, shape (time,)

        Returns
        -------
        correlation : ndarray, shape (candidate,)
        gain : ndarray, shape (candidate,)
            Twice the log-likelihood that each one adds.
        """
        rows = np.asarray(series, float)[None, self.tried.used]
        known = np.isfinite(rows[0])
        rows = rows[:, known]
        models = self._whole if known.all() else self._models(known)
        _, kind, gain, _, every = self._best(models, rows, True)
        model = models[int(kind[0])]
        white = model.of(rows)
        white -= (white @ model.terms) @ model.terms.T
        correlation = (white @ model.columns)[0] / np.sqrt((white**2).sum())
        return correlation, gain[0] - 2 * (every.max() - every[0])


def adjusted(p) -> np.ndarray:
    """P-values adjusted for their number (Benjamini and Hochberg 1995); NaN stays.

    Those at most `q` hold a share of at most `q` of false ones, also where the tests are
    positively dependent, as those of neighbouring points are.
    """
    p = np.asarray(p, float)
    out = np.full(p.shape, np.nan)
    known = np.flatnonzero(np.isfinite(p))
    order = known[np.argsort(p[known])]
    ranks = np.arange(1, len(order) + 1)
    steps = p[order] * len(order) / ranks
    out[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0) if len(order) else []
    return out
