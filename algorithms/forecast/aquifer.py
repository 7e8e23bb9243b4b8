# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How much an aquifer system gives when its head changes: elastic and inelastic storage, delay.

Vertical motion is taken as ``S_ke e(t - lag) + S_kv (U * v)(t)``: `v` is by how much the head has
been below its former minimum so far (never above 0, never rising), `e` is what is left of the head,
and U is the response of a clay bed that drains to both sides (Terzaghi; Riley 1969), whose time
constant is ``tau = (b/2)^2 S's / K'v``. The elastic part is told by the season, after a smooth
curve was taken off both sides; the inelastic one by what is left then.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError, counted
from ..timeseries.agreement import deming_slope
from .gaps import patterns
from .heads import Heads, below_former, delayed
from .lagged import PERSISTENCES
from .likeliest import Scan

LEAST_FREE = 8  # dates more than terms
POINTS_AT_ONCE = 1000
TAUS = np.logspace(-1.5, 2.0, 43)
"""Time constants that are tried, years."""
FIRST_YEAR = 365  # days of the record whose lowest head is the former minimum
DEEP = 0.2  # of the heads' range, which they must have been below the former minimum
COMPONENTS = 3  # of what season and consolidation may look like to one another
DEMING_ROUNDS = 8


def smooth_terms(days, years: float) -> np.ndarray:
    """A curve that follows slow changes: cubic B-splines, a knot every so many years.

    Returns
    -------
    ndarray, shape (time, term)
    """
    from scipy.interpolate import BSpline

    days = np.asarray(days, float)
    span = np.ptp(days)
    pieces = max(1, int(round(span / (years * DAYS_PER_YEAR))))
    inner = np.linspace(0, 1, pieces + 1)
    knots = np.concatenate([[0, 0, 0], inner, [1, 1, 1]])
    return BSpline.design_matrix((days - days[0]) / max(span, 1), knots, 3).toarray()


def _components(columns, terms):
    """The main ways in which columns differ from some terms, shape (time, component)."""
    basis = np.linalg.qr(terms)[0]
    rest = columns - basis @ (basis.T @ columns)
    left, sizes, _ = np.linalg.svd(rest, full_matrices=False)
    return left[:, :COMPONENTS][:, sizes[:COMPONENTS] > 0.01 * max(sizes[0], 1e-300)]


@dataclass(frozen=True)
class Storage:
    """What is known of the ground below each series; arrays of shape (series,), NaN if unknown.

    Parameters
    ----------
    s_ke, s_ke_std : ndarray
        Elastic skeletal storage of the system (no unit).
    lag, lag_low, lag_high : ndarray
        Of the elastic part, days, with the 95 % interval.
    correlation : ndarray
        Of the seasonal parts at that lag.
    s_kv, s_kv_std : ndarray
        Inelastic skeletal storage.
    tau, tau_low, tau_high : ndarray
        Time constant, years.
    delta_bic : ndarray
        BIC of a straight drift less that of heads below the former minimum.
    elastic, inelastic, storage_std : ndarray
        Change of storage from the first to the last date by area, metres of water; the standard
        deviation is that of their sum.
    used : ndarray
        Dates.
    """

    s_ke: np.ndarray
    s_ke_std: np.ndarray
    lag: np.ndarray
    lag_low: np.ndarray
    lag_high: np.ndarray
    correlation: np.ndarray
    s_kv: np.ndarray
    s_kv_std: np.ndarray
    tau: np.ndarray
    tau_low: np.ndarray
    tau_high: np.ndarray
    delta_bic: np.ndarray
    elastic: np.ndarray
    inelastic: np.ndarray
    storage_std: np.ndarray
    used: np.ndarray

    @classmethod
    def empty(cls, count: int) -> Storage:
        """Of so many series nothing is known."""
        return cls(*(np.full(count, np.nan) for _ in cls.__dataclass_fields__))


@dataclass(frozen=True)
class AquiferOptions:
    """How storage is looked for.

    Parameters
    ----------
    max_lag, lag_step : int
        Days.
    smooth_years : float
        Distance of the knots of the curve that is taken off before the season is looked at.
    head_std : float
        Standard deviation of heads, metres.
    motion_std : float, optional
        Of the vertical motion, metres; found from the misfit if not given.
    former : float, optional
        Former minimum of the head, metres; the lowest one of the record's first year if not given.
    """

    max_lag: int = 120
    lag_step: int = 3
    smooth_years: float = 2.0
    head_std: float = 0.05
    motion_std: float | None = None
    former: float | None = None

    @property
    def lags(self) -> np.ndarray:
        """Days."""
        return np.arange(0, self.max_lag + 1, self.lag_step)


class Aquifer:
    """Storage below series of vertical motion that share the heads of one well.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        Of the motion.
    heads : Heads
    options : AquiferOptions

    Attributes
    ----------
    used : ndarray of bool, shape (time,)
        Dates with a head for all lags.
    former : float
        Former minimum, metres.
    virgin : bool
        Whether the head has been below it.
    lowered : ndarray, shape (day,)
        See :func:`below_former`.

    Raises
    ------
    GroundshiftError
        If too few dates have heads.
    """

    def __init__(self, dates, heads: Heads, options: AquiferOptions):
        self.heads, self.options = heads, options
        self.dates = np.asarray(dates, "datetime64[D]")
        self.used = heads.usable(self.dates, options.max_lag)
        former = options.former
        if former is None:
            former = heads.values[:FIRST_YEAR].min()
        self.former = float(former)
        self.lowered = below_former(heads.values, self.former)
        deep = max(3 * options.head_std, DEEP * np.ptp(heads.values - self.lowered))
        self.virgin, self.deep = bool(-self.lowered.min() > deep), deep
        if not self.virgin:
            self.lowered = np.zeros_like(self.lowered)
        self._places = self.dates[self.used].astype(int) - heads.first.astype(int)
        terms = self._terms(self._places).shape[1] if self.used.any() else 4
        self.enough = terms + 1 + LEAST_FREE
        if len(self._places) < self.enough:
            raise GroundshiftError(
                f"{heads.name}: has heads for {counted(len(self._places), 'date')} of the motion "
                f"with all lags ({heads.first} to {heads.last}), and {self.enough} are needed; "
                "give longer heads, or lower the largest lag."
            )
        self._delayed = {}
        self._whole = self._prepared(self._places)

    def _terms(self, days):
        return smooth_terms(days, self.options.smooth_years)

    def _after(self, number):
        """Lowered heads as a bed of one time constant shows them, by day."""
        if number not in self._delayed:
            self._delayed[number] = delayed(self.lowered, TAUS[number] * DAYS_PER_YEAR)
        return self._delayed[number]

    def _prepared(self, places):
        return _Prepared(self, places)

    def __call__(self, series) -> Storage:
        """Storage below each of some series.

        Parameters
        ----------
        series : ndarray, shape (series, time)
            Vertical motion on all dates, metres, up; NaN where missing.

        Returns
        -------
        Storage
        """
        rows = np.asarray(series, float)[:, self.used]
        out = Storage.empty(len(rows))
        for known, mine in patterns(rows):
            if known.sum() < self.enough:
                continue
            prepared = self._whole if known.all() else self._prepared(self._places[known])
            for first in range(0, len(mine), POINTS_AT_ONCE):
                part = mine[first : first + POINTS_AT_ONCE]
                found = prepared.fit(rows[part][:, known])
                for name, values in found.items():
                    getattr(out, name)[part] = values
        return out

    def seasonal(self, series, lag: float) -> tuple[np.ndarray, np.ndarray]:
        """Seasonal parts of the head (metres, so many days before) and of one series."""
        row = np.asarray(series, float)[self.used]
        known = np.isfinite(row)
        prepared = self._prepared(self._places[known])
        place = int(np.argmin(np.abs(self.options.lags - lag)))
        return prepared.hidden[:, place], prepared.without(row[known][None])[0]

    def model(self, storage: Storage, row: int, dates) -> tuple[np.ndarray, np.ndarray]:
        """Elastic and inelastic motion (metres) of one series by date; NaN without heads."""
        days = np.asarray(dates, "datetime64[D]").astype(int) - self.heads.first.astype(int)
        lag = float(np.nan_to_num(storage.lag[row]))
        parts = []
        inside = (days >= lag) & (days < len(self.lowered))
        axis = np.arange(len(self.lowered))
        for effect, values, shift in (
            (storage.s_ke[row], self.heads.values - self.lowered, lag),
            (storage.s_kv[row], self._curve(storage.tau[row]), 0.0),
        ):
            part = np.nan_to_num(effect) * np.interp(days - shift, axis, values)
            parts.append(np.where(inside, part, np.nan))
        return parts[0], parts[1]

    def _curve(self, tau):
        if not np.isfinite(tau):
            return np.zeros_like(self.lowered)
        return delayed(self.lowered, tau * DAYS_PER_YEAR)


class _Prepared:
    """What all series on the same dates share."""

    def __init__(self, aquifer: Aquifer, places):
        self.aquifer, self.options = aquifer, aquifer.options
        self.count = len(places)
        lags, curves = self.options.lags, np.zeros((self.count, 0))
        left = aquifer.heads.values - aquifer.lowered
        self.elastic = left[places[:, None] - lags]
        terms = aquifer._terms(places)
        if aquifer.virgin:
            curves = np.stack([aquifer._after(k)[places] for k in range(len(TAUS))], axis=1)
            # Steps of the consolidation by season are no elastic motion.
            terms = np.concatenate([terms, _components(curves, terms)], axis=1)
        self.season = Scan(places, terms, self.elastic, lags)
        self.basis = np.linalg.qr(terms)[0]
        self.hidden = self.without(self.elastic.T).T
        self.squares = (self.hidden**2).sum(axis=0)
        self._noise(places)
        self.slow, self.curves = None, curves
        if aquifer.virgin:
            # And what a wrong lag leaves behind is no consolidation.
            terms = np.stack([np.ones(self.count), self.elastic.mean(axis=1)], axis=1)
            moved = _components(self.elastic, terms)
            terms = np.concatenate([terms[:, :1], moved], axis=1)
            self.slow = Scan(places, terms, curves, np.log10(TAUS))
            self.line = Scan(places, terms, (places - places[0])[:, None] * 1e-3, [0.0])
            if np.ptp(curves, axis=0).max() < aquifer.deep:  # all of it was before the motion
                self.slow = None

    def without(self, rows):
        """What is left of series after slow changes and steps of the consolidation."""
        return rows - (rows @ self.basis) @ self.basis.T

    def _noise(self, places):
        """Sums of persistent noise against each column, and its free values, by persistence."""
        apart = np.abs(places[:, None] - places) / np.median(np.diff(places))
        self.factors, self.free = [], []
        for persistence in PERSISTENCES:
            alike = persistence**apart if persistence else np.eye(self.count)
            self.factors.append(((alike @ self.hidden) * self.hidden).sum(axis=0))
            lost = ((alike @ self.basis) * self.basis).sum()
            self.free.append(max(self.count - lost - 1.0, 1.0))
        self.factors, self.free = np.array(self.factors), np.array(self.free)

    def fit(self, rows) -> dict:
        """Of series without gaps."""
        out = {"used": np.full(len(rows), float(self.count))}
        season = self.season(rows)
        slope, variance, correlation = self._deming(rows, season)
        e = self.elastic[:, season.best].T
        out.update(
            s_ke=slope, s_ke_std=np.sqrt(variance), lag=self.season.places[season.best],
            lag_low=season.low, lag_high=season.high, correlation=correlation,
        )  # fmt: skip
        span = e[:, -1] - e[:, 0]
        out["elastic"] = slope * span
        # With the errors of the two heads, and of what they were a little earlier or later.
        spans = self.elastic[-1] - self.elastic[0]
        ends = (np.interp(lag, self.season.places, spans) for lag in (season.high, season.low))
        late = (next(ends) - next(ends)) / (2 * 1.96)
        square = variance * span**2 + slope**2 * (2 * self.options.head_std**2 + late**2)
        out["inelastic"] = np.zeros(len(rows))
        if self.slow is not None:
            rest, unsure = rows - slope[:, None] * e, np.sqrt(variance)[:, None] * e
            slow, line = self.slow(rest, unsure), self.line(rest, unsure)
            curve = self.curves[:, slow.best].T
            spread = slow.variance
            out.update(
                s_kv=slow.effect, s_kv_std=np.sqrt(spread), tau=TAUS[slow.best],
                tau_low=10**slow.low, tau_high=10**slow.high,
                delta_bic=2 * (slow.top - line.top) - np.log(self.count),
                inelastic=slow.effect * (curve[:, -1] - curve[:, 0]),
            )  # fmt: skip
            square = square + spread * (curve[:, -1] - curve[:, 0]) ** 2
        out["storage_std"] = np.sqrt(square)
        steady = np.ptp(rows, axis=1) <= 1e-12 * np.maximum(np.abs(rows).max(axis=1), 1e-300)
        for values in out.values():
            values[steady] = np.nan
        return out

    def _deming(self, rows, season):
        """Slope, its variance, and the correlation of the seasonal parts at the likeliest lag."""
        seasonal, options = self.without(rows), self.options
        lag, kind = season.best, season.persistence
        x = self.hidden[:, lag].T
        xx, xy = self.squares[lag], (x * seasonal).sum(axis=1)
        yy = (seasonal**2).sum(axis=1)
        free = self.free[kind]
        noise = options.head_std**2
        slope = xy / np.maximum(xx, 1e-300)
        for _ in range(DEMING_ROUNDS):
            misfit = ((seasonal - slope[:, None] * x) ** 2).sum(axis=1) / free
            if options.motion_std is not None:
                motion = np.full(len(rows), options.motion_std**2)
            else:
                motion = np.maximum(misfit - slope**2 * noise, 0.05 * misfit)
            if not noise:
                break
            slope = deming_slope(xx, yy, xy, np.maximum(motion, 1e-300) / noise)
        # The truth's share of the squares; heads with nothing but errors tell nothing.
        true = np.maximum(xx - (self.count - self.basis.shape[1]) * noise, 1e-3 * xx)
        persistent = self.factors[kind, lag] * misfit
        variance = persistent + self.count * noise * np.maximum(misfit - slope**2 * noise, 0)
        variance = variance / true**2 + season.spread
        with np.errstate(invalid="ignore", divide="ignore"):
            correlation = xy / np.sqrt(xx * yy)
        return slope, variance, correlation
