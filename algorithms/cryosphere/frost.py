# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Heave and thaw settlement by the degree days of the air, beside a rate; against a plain sine.

By Stefan's solution the thawed layer grows with the root of the thawing degree days, and the ground
settles with it (Liu et al. 2010, doi:10.1029/2009JF001547): ``d = rate * t + heave * index``, with
the index minus the root of what has thawed since the coldest day, which the root of the freezing
degree days since the warmest day takes back, until all is frozen. Where the ground freezes in
winter alone it is the other way about. The motion may be late against the air.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import DAYS_PER_YEAR, years_of
from ..data.trace import Trace
from ..errors import GroundshiftError
from ..forecast.driver_series import Candidates, Driver, candidates, daily
from ..timeseries.coloured import WHITE, MarkovNoise
from ..timeseries.motion import with_all_parts
from ..timeseries.step_date import placed
from ..timeseries.velocity import Design, PairNoise, VelocityModel, fit, search

NONE, SINE, INDEX = 1, 2, 3
MODELS = {NONE: "rate alone", SINE: "annual sine", INDEX: "degree days"}
"""Name of every model by its number in the map."""
NO_MODEL = 255
LAG_COUNTS_AS = 1  # coefficient, in the criterion
RATIOS = 0.5, 0.7, 1.0, 1.4, 2.0, 2.8
KELVIN, HOTTEST = 273.15, 65.0
LEAST_DATES = 12
MILLIMETRES = 1e3


def air_temperature(trace: Trace, where: str) -> tuple[Driver, str]:
    """Air temperature by day in °C, and what was assumed of its unit.

    Parameters
    ----------
    trace : Trace
        Of :func:`...formats.text.dated_csv.read_dated_values`.
    where : str
        The file.

    Raises
    ------
    GroundshiftError
        If it has gaps (see :func:`..forecast.driver_series.daily`), is shorter than a year, never
        freezes or thaws, or cannot be a temperature.
    """
    found = daily(trace, False, where)
    unit = trace.unit.strip().lower().lstrip("°")
    values, said = found.values, "°C"
    if unit in ("k", "kelvin") or np.median(values) > 150:
        values, said = values - KELVIN, "K, taken to °C"
    elif unit in ("f", "fahrenheit"):
        values, said = (values - 32) / 1.8, "°F, taken to °C"
    if np.abs(values).max() > HOTTEST + 30 or values.max() > HOTTEST:
        raise GroundshiftError(
            f"{where}: goes from {values.min():.4g} to {values.max():.4g} °C and is no temperature "
            "of the air; give daily means in °C, or name the unit in the heading, as [K]."
        )
    if len(values) < DAYS_PER_YEAR:
        raise GroundshiftError(
            f"{where}: is {len(values)} days long, and degree days need a year at least; give a "
            "longer series."
        )
    if values.max() <= 0 or values.min() >= 0:
        raise GroundshiftError(
            f"{where}: never {'thaws' if values.max() <= 0 else 'freezes'} ({values.min():.1f} to "
            f"{values.max():.1f} °C), so it has no degree days of frost and thaw; give the "
            "temperature of this place in °C."
        )
    return replace(found, values=values, unit="°C"), said


def turning_days(driver: Driver) -> tuple[np.ndarray, np.ndarray]:
    """Days, from the first value, on which the mean year is coldest and warmest."""
    days = np.arange(len(driver.values))
    angle = 2 * np.pi * days / DAYS_PER_YEAR
    matrix = np.stack([np.ones(len(days)), np.sin(angle), np.cos(angle)], axis=1)
    _, sine, cosine = np.linalg.lstsq(matrix, driver.values, rcond=None)[0]
    warm = np.mod(np.arctan2(sine, cosine) / (2 * np.pi), 1.0) * DAYS_PER_YEAR
    years = np.arange(-2, int(len(days) / DAYS_PER_YEAR) + 2)
    warm = np.round(warm + years * DAYS_PER_YEAR).astype(int)
    cold = np.round(warm + DAYS_PER_YEAR / 2).astype(int)
    return cold[(cold >= 0) & (cold < len(days))], warm[(warm >= 0) & (warm < len(days))]


def _since(values, days) -> np.ndarray:
    """Sums since the last of some days; NaN before the first of them."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    last = np.searchsorted(days, np.arange(len(values)), "right") - 1
    out = total[1:] - total[days[np.maximum(last, 0)]]
    return np.where(last >= 0, out, np.nan)


def degree_days(driver: Driver) -> list:
    """Thawing and freezing index of every whole season of the table.

    Returns
    -------
    list of (str, str, float)
        ``thaw`` or ``frost``, the year (of a winter both), and degree days.
    """
    cold, warm = turning_days(driver)
    rows = []
    for kind, days, values in (("thaw", cold, driver.values), ("frost", warm, -driver.values)):
        for first, last in zip(days, days[1:]):
            ends = driver.first + first, driver.first + last
            years = sorted({str(day)[:4] for day in (ends[0] + 60, ends[1] - 60)})
            total = float(np.maximum(values[first:last], 0).sum())
            rows.append((kind, "/".join(years), total))
    return rows


def is_permafrost(driver: Driver) -> bool:
    """Whether it freezes more than it thaws: the mean of the air is below 0 °C."""
    whole = int(len(driver.values) / DAYS_PER_YEAR) * DAYS_PER_YEAR
    return float(driver.values[: round(whole)].mean()) < 0


def frost_index(driver: Driver, ratio: float, permafrost: bool = True) -> Driver:
    """The index that heave goes with, by day, in roots of degree days.

    Parameters
    ----------
    driver : Driver
        Air temperature, °C.
    ratio : float
        How much more the root of a degree day does in the second season than in the first one:
        frozen ground conducts heat better than thawed ground, and snow keeps it.
    permafrost : bool
        Whether the layer thaws from above over frozen ground (0 in winter, negative in summer), or
        freezes from above over thawed ground (positive in winter, 0 in summer).

    Returns
    -------
    Driver
        From the first day on which the season before is known.
    """
    cold, warm = turning_days(driver)
    values = driver.values if permafrost else -driver.values
    start, middle = (cold, warm) if permafrost else (warm, cold)
    if not len(start):
        raise GroundshiftError(f"{driver.name}: holds no whole season; give a longer series.")
    first = _since(np.maximum(values, 0), start)
    back = np.nan_to_num(_since(np.maximum(-values, 0), middle))
    # What froze before the layer began to thaw does not count.
    places = np.arange(len(values))
    last = [np.searchsorted(days, places, "right") - 1 for days in (start, middle)]
    begun = np.where(last[0] >= 0, start[np.maximum(last[0], 0)], -1)
    turned = (
        np.where(last[1] >= 0, middle[np.maximum(last[1], 0)], -1) if len(middle) else begun - 1
    )
    back = np.where(turned > begun, back, 0.0)
    depth = np.maximum(np.sqrt(first) - ratio * np.sqrt(back), 0.0)
    sign = -1.0 if permafrost else 1.0
    return Driver(
        f"frost index of {driver.name}",
        "°C^0.5 d^0.5",
        driver.first + start[0],
        sign * depth[start[0] :],
        False,
    )


def lagged_index(dates, driver: Driver, ratio, permafrost, delays) -> Candidates:
    """The index on the dates of a series, for each lag; see :func:`..driver_series.candidates`."""
    index = frost_index(driver, ratio, permafrost)
    return candidates(dates, [index], delays, [(0.0,)])


@dataclass(frozen=True)
class Frost:
    """What the frost does at every pixel; arrays of shape (pixel,), NaN without a result.

    Parameters
    ----------
    model : ndarray of uint8
        See :data:`MODELS`; :data:`NO_MODEL` where there are too few dates.
    rate, rate_std : ndarray
        mm a year, of the chosen model.
    heave, heave_std : ndarray
        mm by root of a degree day; NaN without the index.
    lag_low, lag, lag_high : ndarray
        Days.
    explained : ndarray
        Share of the variance beyond the rate that the season of the model explains.
    seasonal : ndarray
        mm between the mean year's ends; of the sine twice its amplitude.
    rms : ndarray
        Of the residuals, mm.
    """

    model: np.ndarray
    rate: np.ndarray
    rate_std: np.ndarray
    heave: np.ndarray
    heave_std: np.ndarray
    lag_low: np.ndarray
    lag: np.ndarray
    lag_high: np.ndarray
    explained: np.ndarray
    seasonal: np.ndarray
    rms: np.ndarray


class FrostFit:
    """Rate, season and degree days of series.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    model : VelocityModel
        Rate, annual and semi-annual season, and levels of parts.
    tried : Candidates
        Index by lag, all of whose dates these are.
    noise : MarkovNoise
    pairs : PairNoise, optional
    level : float
        Of the interval of the lag.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the models.
    """

    def __init__(
        self, dates, model: VelocityModel, tried: Candidates, noise: MarkovNoise = WHITE,
        pairs: PairNoise | None = None, level: float = 0.9,
    ):  # fmt: skip
        dates = np.asarray(dates, "datetime64[D]")
        if len(dates) < LEAST_DATES:
            raise GroundshiftError(
                f"Only {len(dates)} dates have a temperature for all lags and {LEAST_DATES} are "
                "needed; give a longer series of temperatures, or lower the largest lag."
            )
        self.dates, self._levels, self._pairs, self.tried = dates, model.levels, pairs, tried
        whole, years = model.design(dates), years_of(dates)
        more = tuple(range(whole.shape[1] - len(model.levels), whole.shape[1]))
        self._designs = {
            NONE: Design(whole[:, [0, 1, *more]], years, None, noise),
            SINE: Design(whole[:, [0, 1, 2, 3, *more]], years, None, noise),
        }
        self._designs[INDEX] = replace(
            self._designs[NONE], table=np.ascontiguousarray(tried.matrix.T)
        )  # fmt: skip
        steps = np.diff(tried.lag)
        half = steps[0] / 2 if len(steps) else 0.5
        self._edges = np.append(tried.lag - half, tried.lag[-1] + half)
        self._edges[0] = max(self._edges[0], 0.0)
        self._level = level
        sizes = np.abs(tried.matrix)
        self._span = float(np.percentile(sizes.max(axis=1), 95))

    def __call__(self, series, scale=None) -> Frost:
        """Fit; series in metres, shape (time, pixel), NaN where missing."""
        series, _ = with_all_parts(np.asarray(series, float), self.dates, self._levels)
        found = search(series, self._designs[INDEX], least=(0, 1))
        fits = {code: fit(series, self._designs[code], self._pairs, scale) for code in (NONE, SINE)}
        fits[INDEX] = fit(
            series, self._designs[INDEX], self._pairs, scale, picks=found.entry[np.newaxis]
        )
        rms = np.stack([fits[code].rms for code in MODELS])
        place, code = self._chosen(fits, found)
        lag = placed(series, self._designs[INDEX], self._edges, (0, 1), self._level)
        lag[0, self._may_be_prompt(series, found)] = 0.0
        take = (place, np.arange(series.shape[1]))
        rate = np.stack([fits[k].coefficients[1] for k in MODELS])[take]
        std = np.stack([fits[k].std[1] for k in MODELS])[take]
        heave, heave_std = fits[INDEX].coefficients[-1], fits[INDEX].std[-1]
        sine = 2 * np.hypot(*fits[SINE].coefficients[2:4])
        with np.errstate(invalid="ignore", divide="ignore"):
            explained = 1 - (rms[take] / rms[0]) ** 2
        seasonal = np.select([code == SINE, code == INDEX], [sine, np.abs(heave) * self._span], 0.0)
        good, by_index = code != NO_MODEL, code == INDEX
        lag = np.where(by_index, lag, np.nan)
        of = MILLIMETRES

        def where(keep, values):
            return np.where(keep, values, np.nan)

        return Frost(
            code, where(good, rate * of), where(good, std * of), where(by_index, heave * of),
            where(by_index, heave_std * of), *lag, where(good, explained),
            where(good, seasonal * of), where(good, rms[take] * of),
        )  # fmt: skip

    def curves(self, series) -> dict:
        """Fitted motion of one series (metres, shape (time, 1)) by model, shape (time,)."""
        found = search(series, self._designs[INDEX], least=(0, 1))
        out = {}
        for code, design in self._designs.items():
            picks = found.entry[np.newaxis] if code == INDEX else None
            one = fit(series, design, picks=picks).coefficients[:, 0]
            matrix = design.matrix
            if code == INDEX:
                matrix = np.column_stack([matrix, design.table[max(found.entry[0], 0)]])
            out[code] = matrix @ one
        return out

    def _may_be_prompt(self, series, found):
        """Where no lag at all is as good as the interval's level allows.

        Quantiles of a posterior that ends at 0 never hold 0 itself.
        """
        from scipy.stats import chi2

        if self.tried.lag[0] > 0:
            return np.zeros(series.shape[1], bool)
        spans = np.repeat([[0], [1]], series.shape[1], axis=1)
        first = search(series, self._designs[INDEX], spans=spans, least=(0, 1))
        with np.errstate(invalid="ignore", divide="ignore"):
            left = (found.squares - found.gain) / (found.squares - first.gain)
            return -found.freedom * np.log(left) < chi2.ppf(self._level, 1)

    def _chosen(self, fits, found):
        """Place and code of the model with the least criterion."""
        costs = []
        for code, one in fits.items():
            columns = self._designs[code].matrix.shape[1] + (code == INDEX)
            count = one.freedom + columns
            unknowns = columns + (LAG_COUNTS_AS if code == INDEX else 0)
            with np.errstate(divide="ignore", invalid="ignore"):
                cost = count * np.log(np.maximum(one.squares, 0.0) / count)
                costs.append(cost + unknowns * np.log(count))
        costs = np.array(costs)
        costs[2, found.entry < 0] = np.inf
        if self._pairs is not None:
            # Sums of squares know of no pairs, whose noise wanders; errors of coefficients do.
            sine, index = fits[SINE], fits[INDEX]
            with np.errstate(invalid="ignore"):
                least = np.log(fits[NONE].freedom + 2)
                gain = ((sine.coefficients[2:4] / sine.std[2:4]) ** 2).sum(axis=0)
                costs[1, gain < 2 * least] = np.inf
                gain = (index.coefficients[-1] / index.std[-1]) ** 2
                costs[2, gain < (1 + LAG_COUNTS_AS) * least] = np.inf
        known = ~np.isnan(costs[0])
        place = np.argmin(np.where(np.isnan(costs), np.inf, costs), axis=0)
        codes = np.array(list(fits), np.uint8)[place]
        return place, np.where(known, codes, NO_MODEL).astype(np.uint8)


def best_ratio(dates, series, driver: Driver, model, permafrost, delays) -> float:
    """The ratio of both seasons' roots that suits a sample of a scene best.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    series : ndarray, shape (time, pixel)
    driver : Driver
        Air temperature.
    model : VelocityModel
    permafrost : bool
    delays : sequence of int

    Returns
    -------
    float
    """
    costs, series = [], np.asarray(series, float)
    for ratio in RATIOS:
        tried = lagged_index(dates, driver, ratio, permafrost, delays)
        own, some = np.asarray(dates)[tried.used], series[tried.used]
        base, years = model.design(own), years_of(own)
        design = Design(base[:, :2], years, np.ascontiguousarray(tried.matrix.T))
        found = search(some, design, least=(0, 1))
        sine = fit(some, base[:, :4]).squares
        with np.errstate(invalid="ignore", divide="ignore"):
            costs.append(found.freedom * np.log((found.squares - found.gain) / sine))
    costs = np.where(np.isfinite(costs), costs, np.inf)
    # Ground that goes with a plain sine would take the ratio that makes a sine of the index.
    like = costs.min(axis=0) < 0
    total = costs[:, like if like.any() else np.isfinite(costs).all(axis=0)].sum(axis=1)
    return RATIOS[int(np.argmin(total))]
