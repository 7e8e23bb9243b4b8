# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps that a series shows by itself: on which date, how large, and whether they are real.

At every pixel the step that lowers the sum of squares most is tried by an F test, then a second
one beside it, and so on. As the best of many dates is tried, the limit is not that of one F test:
it is simulated for the scene's dates, model and noise, so that a series without a step shows one
as often as the level says (the maximal test of Andrews 1993, doi:10.2307/2951764).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .velocity import Design, search

SIMULATED = 20_000


@dataclass(frozen=True)
class StepSearch:
    """How steps are searched for.

    Parameters
    ----------
    most : int
        Steps at a pixel.
    level : float
        Share of series without a step in which one is found.
    least_dates : int
        Valid dates that a step needs on both sides.
    seed : int
        Of the simulation that gives the limit.
    """

    most: int = 1
    level: float = 0.01
    least_dates: int = 5
    seed: int = 0


def candidates(dates, least_dates: int) -> np.ndarray:
    """Steps at every date that has enough others on both sides.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    least_dates : int

    Returns
    -------
    ndarray, shape (candidate, time)
        0 before the date and 1 from it on; candidate k stands for date ``k + least_dates``.

    Raises
    ------
    GroundshiftError
        If there is none.
    """
    if len(dates) < 2 * least_dates:
        raise GroundshiftError(
            f"Steps need {least_dates} dates on both sides and the series has {len(dates)}; ask "
            "for fewer or leave the search for steps out."
        )
    where = np.arange(least_dates, len(dates) - least_dates + 1)
    return (np.arange(len(dates)) >= where[:, np.newaxis]).astype(float)


def single_level(design: Design, options: StepSearch, simulated: int = SIMULATED) -> float:
    """Level of one F test for which the best of all candidates passes at the wanted level.

    From simulated series with the design's noise and nothing else; neither their coefficients nor
    the size of the noise matters for the test.
    """
    from scipy.stats import f

    rng = np.random.default_rng(options.seed)
    series = rng.standard_normal((len(design.years), simulated))
    if not design.coloured.is_white:
        series = np.linalg.cholesky(design.coloured.covariance(design.years)) @ series
    least = (options.least_dates, options.least_dates)
    found = search(series, design, least=least)
    return float(np.quantile(f.sf(_ratio(found), 1, found.freedom - 1), options.level))


def _ratio(found) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return found.gain * (found.freedom - 1) / (found.squares - found.gain)


def detect(series, design: Design, options: StepSearch, level: float) -> np.ndarray:
    """Find the steps of every pixel.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
        With the table of :func:`candidates`.
    options : StepSearch
    level : float
        From :func:`single_level`.

    Returns
    -------
    ndarray of int32, shape (most, pixel)
        Rows of the table in order of date, -1 where there is no (further) step.
    """
    from scipy.stats import f

    limits = np.full(len(design.years) + 1, np.inf)
    limits[2:] = f.isf(level, 1, np.arange(1, len(limits) - 1))
    least = (options.least_dates, options.least_dates)
    picks = np.full((options.most, series.shape[1]), -1, np.int32)
    left = np.arange(series.shape[1])
    for number in range(options.most):
        found = search(series[:, left], design, picks=picks[:number, left], least=least)
        freedom = np.nan_to_num(found.freedom).astype(int)
        passed = (found.entry >= 0) & (_ratio(found) > limits[freedom])
        left = left[passed]
        picks[number, left] = found.entry[passed]
        if not left.size:
            break
    several = np.flatnonzero(picks[1] >= 0) if options.most > 1 else np.zeros(0, int)
    if several.size:
        picks[:, several] = _refined(series[:, several], design, picks[:, several], least)
    return _in_order(picks)


def _refined(series, design, picks, least) -> np.ndarray:
    """Find every step's date anew with the others in the model: the first was found alone."""
    picks = picks.copy()
    for number in range(len(picks)):
        chosen = np.flatnonzero(picks[number] >= 0)
        others = np.delete(picks[:, chosen], number, axis=0)
        found = search(series[:, chosen], design, picks=others, least=least)
        picks[number, chosen] = np.where(found.entry >= 0, found.entry, picks[number, chosen])
    return picks


def _in_order(picks) -> np.ndarray:
    last = np.iinfo(np.int32).max
    ordered = np.sort(np.where(picks < 0, last, picks), axis=0)
    return np.where(ordered == last, -1, ordered).astype(np.int32)


def decimal_years(dates) -> np.ndarray:
    """Dates as calendar years with decimals: 2019.5 is the middle of 2019.

    Parameters
    ----------
    dates : ndarray of datetime64[D]

    Returns
    -------
    ndarray
    """
    dates = np.asarray(dates, "datetime64[D]")
    year = dates.astype("datetime64[Y]")
    first = year.astype("datetime64[D]")
    length = (year + 1).astype("datetime64[D]") - first
    return year.astype(int) + 1970 + (dates - first).astype(float) / length.astype(float)
