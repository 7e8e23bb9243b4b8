# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Secondary consolidation of dumps and fills: settlement by the logarithm of time, and a line.

Settlement is d = c H log10(t / Tp): H the thickness, t the time since the end of dumping, c the
coefficient of secondary compression. A series of radar begins at its own zero, long after Tp: it
gets an offset, which takes Tp with it, or c would come out several times too small.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..errors import GroundshiftError, counted
from ..timeseries.coloured import WHITE, MarkovNoise, estimate_noise
from .gaps import patterns

LOGARITHM, LINE = 0, 1
SPARE = 4  # dates beyond the unknowns
COLUMNS = ("ch", "ch_std", "misfit", "free", "rmse", "rmse_line", "covered", "delta_bic")


@dataclass(frozen=True)
class Settled:
    """What was found; arrays of shape (series,), NaN where too few dates are known.

    Parameters
    ----------
    ch, ch_std : ndarray
        c H, positive where it settles, in the unit of the series, and its standard deviation.
    misfit : ndarray
        Standard deviation of the white part of the noise.
    free : ndarray
        Dates less unknowns.
    rmse, rmse_line : ndarray
        Of the logarithm and of a straight line on the dates that were held out.
    covered : ndarray
        Share of those within the logarithm's band.
    delta_bic : ndarray
        BIC of the straight line less that of the logarithm: positive where the latter is likelier.
    change, low, high : ndarray, shape (ahead, series)
        Motion from the last date to each date ahead, positive upwards, and the band of it.
    sums : ndarray, shape (2, 6)
        Of the dates held out, by model: number, forecast, observed, the squares of both, and their
        product.
    """

    ch: np.ndarray
    ch_std: np.ndarray
    misfit: np.ndarray
    free: np.ndarray
    rmse: np.ndarray
    rmse_line: np.ndarray
    covered: np.ndarray
    delta_bic: np.ndarray
    change: np.ndarray
    low: np.ndarray
    high: np.ndarray
    sums: np.ndarray


class Settling:
    """Fits settlement since a day to series of the same dates.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    end : datetime64[D]
        Of dumping.
    ahead : sequence of datetime64[D]
        To forecast to.
    noise : MarkovNoise
        Its shape; the size is each series' own.
    season : bool
        Whether a sine and a cosine of a year are fitted along.
    held_days : int
        At the end of each series, from which the forecast is judged.
    level : float
        Of the bands.
    tp : float
        Years; dates sooner after the end of dumping are not used.
    offset : bool
        Whether an offset is fitted; without, displacements count from `tp`.

    Raises
    ------
    GroundshiftError
        If too few dates come after the end of dumping and `tp`, or a date ahead is none ahead.
    """

    def __init__(
        self, dates, end, ahead=(), noise: MarkovNoise = WHITE, season=False, held_days=365,
        level=0.9, tp=0.0, offset=True,
    ):  # fmt: skip
        self.dates = np.asarray(dates, "datetime64[D]")
        self.end, self.noise, self.level = np.datetime64(end, "D"), noise, level
        self.ahead = np.asarray(ahead, "datetime64[D]")
        self._season, self._tp, self._offset = season, tp, offset
        years = self.years(self.dates)
        self.used = (years >= tp) & (years > 0) if offset else (years > tp)
        self.enough = 1 + offset + 2 * season + SPARE
        if self.used.sum() < self.enough:
            since = f"{tp:g} years after {end}" if tp else f"{end}"
            raise GroundshiftError(
                f"{counted(int(self.used.sum()), 'date')} of the series come after the end of "
                f"dumping ({since}), and settlement needs {self.enough}; give an earlier day, or "
                "longer series."
            )
        if (self.ahead <= self.dates[-1]).any():
            raise GroundshiftError(
                f"The series end on {self.dates[-1]}, so {self.ahead.min()} lies not ahead; give "
                "later dates to forecast to."
            )
        last = self.dates[-1]
        self.held = self.used & (self.dates > last - np.timedelta64(int(held_days), "D"))
        self._covariance = noise.covariance(years)
        self._decades = np.log10(self.years(self.ahead) / self.years(last))

    def years(self, dates) -> np.ndarray:
        """Years since the end of dumping."""
        since = np.asarray(dates, "datetime64[D]") - self.end
        return since.astype(float) / DAYS_PER_YEAR

    def matrix(self, dates, model=LOGARITHM) -> np.ndarray:
        """Terms at some dates, shape (time, term): of the motion, offset, season."""
        t = self.years(dates)
        if model == LINE:
            motion = t - (0.0 if self._offset else self._tp)
        else:
            # By the reference time, which without an offset is where settlement is nothing.
            motion = np.log10(t / (1.0 if self._offset else self._tp))
        terms = [motion, np.ones(len(t))] if self._offset else [motion]
        if self._season:
            angle = 2 * np.pi * t
            terms += [np.sin(angle), np.cos(angle)]
        return np.stack(terms, axis=1)

    def __call__(self, series) -> Settled:
        """Fit series of vertical motion, shape (series, time), NaN where missing."""
        series = np.asarray(series, float)
        count = len(series)
        out = {name: np.full(count, np.nan) for name in COLUMNS}
        out |= {
            name: np.full((len(self.ahead), count), np.nan) for name in ("change", "low", "high")
        }
        sums = np.zeros((2, 6))
        for known, mine in patterns(np.where(self.used, series, np.nan)):
            if known.sum() < self.enough:
                continue
            rows = series[mine][:, known].T
            for name, values in self._fitted(known, rows).items():
                out[name][..., mine] = values
            early = known & ~self.held
            if early.sum() >= self.enough and early.sum() < known.sum():
                for name, values in self._judged(known, rows, sums).items():
                    out[name][mine] = values
        return Settled(**out, sums=sums)

    def _fitted(self, known, rows):
        """Coefficients and forecasts from all dates of a pattern."""
        fits = [self._least_squares(known, rows, model) for model in (LOGARITHM, LINE)]
        found, cofactor, squares = fits[LOGARITHM]
        free = len(rows) - len(cofactor)
        size = np.sqrt(squares / free)
        slope, std = found[0], size * np.sqrt(cofactor[0, 0])
        still = np.ptp(rows, axis=0) == 0
        slope, std, size = (np.where(still, np.nan, v) for v in (slope, std, size))
        half = self.quantile(free) * std * self._decades[:, None]
        change = slope * self._decades[:, None]
        tiny = np.finfo(float).tiny
        likelier = len(rows) * np.log(np.maximum(fits[LINE][2], tiny) / np.maximum(squares, tiny))
        return {
            "ch": -slope, "ch_std": std, "misfit": size, "free": np.full(len(slope), float(free)),
            "delta_bic": np.where(still, np.nan, likelier),
            "change": change, "low": change - half, "high": change + half,
        }  # fmt: skip

    def quantile(self, free) -> float:
        """Of Student's t, for half of the band."""
        from scipy.stats import t

        return float(t.ppf(0.5 + self.level / 2, free))

    def _least_squares(self, known, rows, model):
        """Coefficients (term, series), their cofactors, and squares of the white residuals."""
        from scipy.linalg import solve_triangular

        terms = self.matrix(self.dates[known], model)
        root = np.linalg.cholesky(self._covariance[np.ix_(known, known)])
        white = solve_triangular(root, np.column_stack([terms, rows]), lower=True)
        terms, values = white[:, : terms.shape[1]], white[:, terms.shape[1] :]
        solver = np.linalg.pinv(terms)
        found = solver @ values
        return found, solver @ solver.T, ((values - terms @ found) ** 2).sum(axis=0)

    def _judged(self, known, rows, sums):
        """Errors on what is held out; adds to `sums`."""
        held = self.held[known]
        early, observed = rows[~held], rows[held]
        middle = early.mean(axis=0)
        out = {}
        for model, name in ((LOGARITHM, "rmse"), (LINE, "rmse_line")):
            forecast, half = self._forecast(
                known & ~self.held, early, self.dates[known & self.held], model
            )
            left = observed - forecast
            out[name] = np.sqrt((left**2).mean(axis=0))
            if model == LOGARITHM:
                out["covered"] = (np.abs(left) <= half).mean(axis=0)
            p, o = forecast - middle, observed - middle
            sums[model] += p.size, p.sum(), o.sum(), (p**2).sum(), (o**2).sum(), (p * o).sum()
        return out

    def _forecast(self, known, rows, dates, model=LOGARITHM):
        """What will be measured at later dates, and half of the band of it.

        The best linear unbiased forecast: noise that persists is carried on, too.
        """
        now = self.dates[known]
        terms, later = self.matrix(now, model), self.matrix(dates, model)
        whole = self.noise.covariance(self.years(np.concatenate([now, dates])))
        count = len(now)
        inside, across = whole[:count, :count], whole[count:, :count]
        alike = np.linalg.solve(inside, across.T).T
        found, cofactor, squares = self._least_squares(known, rows, model)
        forecast = later @ found + alike @ (rows - terms @ found)
        beyond = later - alike @ terms
        variance = np.diag(whole)[count:] - (alike * across).sum(axis=1)
        variance = variance + ((beyond @ cofactor) * beyond).sum(axis=1)
        free = count - terms.shape[1]
        half = self.quantile(free) * np.sqrt(np.outer(variance, squares / free))
        return forecast, half

    def curve(self, values, count=200):
        """Fit and forecast of one series, for drawing.

        Returns
        -------
        dates : ndarray of datetime64[D], shape (count,)
            From the first one that is used to the last one ahead.
        fitted : ndarray, shape (count,)
        later, forecast, half : ndarray
            Dates ahead, what will be measured then, and half of the band.
        """
        known = self.used & np.isfinite(values)
        rows = np.asarray(values, float)[known][:, None]
        first, last = self.dates[known][0], self.dates[-1]
        final = self.ahead[-1] if len(self.ahead) else last
        days = np.unique(np.linspace(0, (final - first).astype(float), count).astype(int))
        dates = first + days
        found, _, _ = self._least_squares(known, rows, LOGARITHM)
        later = dates[dates > last]
        forecast, half = self._forecast(known, rows, later)
        return dates, (self.matrix(dates) @ found)[:, 0], later, forecast[:, 0], half[:, 0]


def noise_of(series, dates, end, season=False, tp=0.0) -> MarkovNoise:
    """Colour of the noise about settlement, from a sample of series of shape (time, series).

    A rate goes beside the logarithm, as not all of the series need have begun on that day.
    """
    dates = np.asarray(dates, "datetime64[D]")
    years = (dates - np.datetime64(end, "D")).astype(float) / DAYS_PER_YEAR
    used = years >= max(tp, 1 / DAYS_PER_YEAR)
    years = years[used]
    angle = 2 * np.pi * years
    terms = [np.log10(years), np.ones(len(years)), years]
    terms += [np.sin(angle), np.cos(angle)] if season else []
    matrix = np.stack(terms, axis=1)
    if len(years) <= matrix.shape[1] + SPARE:
        return WHITE
    return estimate_noise(np.asarray(series)[used], matrix, years, "auto")


def agreement(sums):
    """Error, slope and R² of forecasts, from :attr:`Settled.sums` of one model.

    Returns
    -------
    rmse : float
    slope : float
        Of what was observed against what was forecast.
    r2 : float
        Square of their correlation.
    """
    n, p, o, pp, oo, po = sums
    if n == 0:
        return np.nan, np.nan, np.nan
    rmse = float(np.sqrt(max(pp - 2 * po + oo, 0.0) / n))
    vp, vo, both = pp / n - (p / n) ** 2, oo / n - (o / n) ** 2, po / n - p * o / n**2
    if vp <= 0 or vo <= 0:
        return rmse, np.nan, np.nan
    return rmse, float(both / vp), float(both**2 / (vp * vo))
