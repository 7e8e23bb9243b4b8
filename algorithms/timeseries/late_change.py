# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates that change in the last part of a series, at a stated rate of false alarms.

A point's model gets one more column, a rate that sets in at one of the late dates: that which
lowers the sum of squares most, by an F test whose distribution over the best of all dates comes
from simulated series with the same noise (as :mod:`.steps` does for steps; Andrews 1993,
doi:10.2307/2951764).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError
from .coloured import WHITE, MarkovNoise
from .velocity import Design, VelocityModel, fit, search

SIMULATED = 10_000


@dataclass(frozen=True)
class LateChange:
    """What was found, by point.

    Parameters
    ----------
    entry : ndarray of int32, shape (point,)
        Place of the date in :attr:`LateSearch.dates`; -1 where there are too few dates.
    change, std : ndarray, shape (point,)
        Of the rate, in the series' unit a year; the error takes the date as known.
    chance : ndarray, shape (point,)
        Share of series without a change in which the best date does as well.
    """

    entry: np.ndarray
    change: np.ndarray
    std: np.ndarray
    chance: np.ndarray


class LateSearch:
    """Looks for the date on which a point's rate changed late; make one for a whole layer.

    Parameters
    ----------
    model : VelocityModel
        What is there without a change: its polynomial is cut to a constant rate, as curvature
        would take up what is looked for.
    dates : ndarray of datetime64[D], shape (time,)
    share : float
        Of the time, 0 to 1: the change lies in the last so much.
    least_dates : int
        Valid dates that it needs behind it, and twice as many before.
    noise : MarkovNoise
        By date.
    seed : int
        Of the simulation.

    Raises
    ------
    GroundshiftError
        If the dates leave none to try.
    """

    def __init__(
        self, model: VelocityModel, dates, share: float, least_dates: int = 4,
        noise: MarkovNoise = WHITE, seed: int = 0,
    ):  # fmt: skip
        dates = np.asarray(dates, "datetime64[D]")
        years = years_of(dates)
        late = years >= years[-1] * (1 - share)
        count = len(dates)
        places = np.flatnonzero(late)
        places = places[(places + 1 >= 2 * least_dates) & (places < count - least_dates)]
        if not places.size:
            raise GroundshiftError(
                f"The last {100 * share:.0f} % of the series ({count} dates, {dates[0]} to "
                f"{dates[-1]}) holds no date with {least_dates} others behind it; give a longer "
                "late part or fewer dates."
            )
        self.dates = dates[places]
        # A transient in search of its time constant would ask for a table of its own.
        plain = replace(model, degree=min(model.degree, 1), transients=model.known_transients)
        table = np.maximum(years - years[places][:, np.newaxis], 0.0)
        self._design = Design(plain.design(dates), years, table, noise)
        self._least = 2 * least_dates, least_dates
        rng = np.random.default_rng(seed)
        series = rng.standard_normal((count, SIMULATED))
        if not noise.is_white:
            series = np.linalg.cholesky(noise.covariance(years)) @ series
        found = search(series, self._design, least=self._least)
        self._levels = np.sort(_level(found))

    def __call__(self, series) -> LateChange:
        """Search series of shape (time, point), in any unit, NaN where missing."""
        found = search(series, self._design, least=self._least)
        result = fit(series, self._design, picks=found.entry[np.newaxis])
        level = _level(found)
        with np.errstate(invalid="ignore"):
            passed = np.searchsorted(self._levels, level, side="right")
            chance = (passed + 1.0) / (SIMULATED + 1.0)
        void = (found.entry < 0) | ~np.isfinite(level)
        change, std = (np.where(void, np.nan, v[-1]) for v in (result.coefficients, result.std))
        entry = np.where(void, -1, found.entry).astype(np.int32)
        return LateChange(entry, change, std, np.where(void, np.nan, np.minimum(chance, 1.0)))


def _level(found) -> np.ndarray:
    """Level of one F test that the best entry passes, NaN where there is none."""
    from scipy.stats import f

    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = found.gain * (found.freedom - 1) / (found.squares - found.gain)
        return np.where(found.entry < 0, np.nan, f.sf(ratio, 1, found.freedom - 1))
