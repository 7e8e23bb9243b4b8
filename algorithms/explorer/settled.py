# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlement of one series by the logarithm of time, as `settlement` fits it to points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.trace import Trace
from ..errors import GroundshiftError
from ..forecast.settling import Settling, noise_of

AHEAD = 5  # years


@dataclass(frozen=True)
class SettledTrace:
    """Settlement of a series.

    Parameters
    ----------
    ch, ch_std : float
        For each tenfold of time, positive where the ground goes down.
    change, low, high : float
        From the last date to the end of the forecast, with its band (90 %).
    dates : ndarray of datetime64[D], curve : ndarray
        From the first date to the end of the forecast.
    later : ndarray of datetime64[D], forecast, half : ndarray
        What would be measured then, and half of its band.
    """

    ch: float
    ch_std: float
    change: float
    low: float
    high: float
    dates: np.ndarray
    curve: np.ndarray
    later: np.ndarray
    forecast: np.ndarray
    half: np.ndarray


def settled(trace: Trace, end) -> SettledTrace:
    """Fit settlement since the end of dumping to a series.

    Parameters
    ----------
    trace : Trace
    end : datetime64[D]

    Raises
    ------
    GroundshiftError
        If too few dates come after it.
    """
    known = np.isfinite(trace.values)
    dates, values = trace.dates[known], np.asarray(trace.values, float)[known]
    if not len(dates):
        raise GroundshiftError(f"{trace.label}: has no value on any date; choose another.")
    ahead = [dates[-1] + np.timedelta64(int(365.25 * AHEAD), "D")]
    Settling(dates, end, ahead)  # says what is wrong with the dates before noise is looked for
    fit = Settling(dates, end, ahead, noise_of(values[:, None], dates, end))
    found = fit(values[None])
    numbers = (found.ch, found.ch_std, found.change[0], found.low[0], found.high[0])
    return SettledTrace(*(float(one[0]) for one in numbers), *fit.curve(values))
