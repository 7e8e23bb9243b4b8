# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates of many series over one span of time."""

from __future__ import annotations

import numpy as np

from ..data.dates import years_of

FEWEST_DATES = 3
AT_ONCE = 1 << 22  # values


def rates_over(dates, series, first=None, last=None) -> tuple[np.ndarray, np.ndarray]:
    """Straight lines through series.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    series : ndarray, shape (point, time)
        Metres, NaN where missing.
    first, last : datetime64[D], optional
        Ends of the span; all dates by default.

    Returns
    -------
    rate, std : ndarray, shape (point,)
        Metres a year; NaN where fewer than three dates have a value. The standard deviation is that
        of white noise, ``sqrt(sum r^2 / ((n - 2) sum (t - mean t)^2))`` (Fattahi and Amelung 2015,
        eq. 10).
    """
    dates = np.asarray(dates, "datetime64[D]")
    inside = np.ones(len(dates), bool)
    inside &= dates >= first if first is not None else True
    inside &= dates <= last if last is not None else True
    rate, std = np.full((2, len(series)), np.nan)
    if inside.sum() < FEWEST_DATES:
        return rate, std
    chosen = dates[inside]
    years = years_of(chosen)
    step = max(1, AT_ONCE // len(dates))
    for start in range(0, len(series), step):
        part = slice(start, start + step)
        rate[part], std[part] = _lines(years, np.asarray(series[part], float)[:, inside])
    return rate, std


def _lines(years, values):
    known = np.isfinite(values)
    count = known.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        time = years - (known @ years / count)[:, None]
        time = np.where(known, time, 0.0)
        level = np.where(known, values, 0.0).sum(axis=1) / count
        centred = np.where(known, values - level[:, None], 0.0)
        spread = (time**2).sum(axis=1)
        rate = (time * centred).sum(axis=1) / spread
        left = ((centred - rate[:, None] * time) ** 2).sum(axis=1)
        std = np.sqrt(left / ((count - 2) * spread))
    enough = (count >= FEWEST_DATES) & (spread > 0)
    return np.where(enough, rate, np.nan), np.where(enough, std, np.nan)
