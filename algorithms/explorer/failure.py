# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether one series accelerates, and when it would fail, as `failurewarning` judges points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.trace import Trace
from ..errors import GroundshiftError
from ..forecast.creep import Creep
from ..forecast.failing import Failing, Judged, curves
from ..forecast.watching import LEAST_SEASON, SURE, learned_noise
from ..timeseries.coloured import WHITE

SHARE, FLOOR = 0.5, 10.0  # late part, least creep in mm/yr: those of `failurewarning`


@dataclass(frozen=True)
class Failure:
    """What is going on in a series.

    Parameters
    ----------
    judged : Judged
        Of the one series.
    dates : ndarray of datetime64[D], growth : ndarray
        Growth towards the failure, at the series' dates; none where the rate does not grow.
    last : datetime64[D]
    """

    judged: Judged
    dates: np.ndarray
    growth: np.ndarray
    last: np.datetime64

    @property
    def growing(self) -> bool:
        """Whether the rate grows."""
        return bool(self.judged.accelerating[0] > SURE)

    @property
    def failure(self) -> tuple:
        """Middle and ends of the day of failure, as texts; empty where not bounded."""
        ends = (self.judged.failure, self.judged.failure_low, self.judged.failure_high)
        return tuple(
            str(self.last + np.timedelta64(round(float(end[0])), "D"))
            if np.isfinite(end[0]) else "" for end in ends
        )  # fmt: skip


def failure_of(trace: Trace) -> Failure:
    """Judge a series.

    Raises
    ------
    GroundshiftError
        If it has too few dates.
    """
    known = np.isfinite(trace.values)
    dates, values = trace.dates[known], np.asarray(trace.values, float)[known]
    if len(dates) < 2:
        raise GroundshiftError(f"{trace.label}: has too few dates for a warning; choose another.")
    season = (dates[-1] - dates[0]).astype(int) >= LEAST_SEASON * 365.25
    noise = learned_noise(values[:, None], dates, Creep.of(dates, None, season), SHARE) or WHITE
    failing = Failing(dates, noise, SHARE, season=season, floor=FLOOR)
    judged = failing(values[None])
    if not np.isfinite(judged.accelerating[0]):
        raise GroundshiftError(f"{trace.label}: is constant, or has too few dates; choose another.")
    growth = curves(failing, values, judged)[1]
    late = dates >= dates[0] + np.timedelta64(round(float(judged.onset[0])), "D")
    return Failure(judged, dates[late], growth[late], dates[-1])
