# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How late one series follows what lies beside it: rain, a level, a temperature."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.trace import Trace
from ..errors import GroundshiftError
from ..forecast.driver_series import MEMORIES, candidates, daily, remembered
from ..forecast.lagged import LagSearch
from ..formats.text.dated_csv import is_sum

MAX_LAG, LAG_STEP, FALSE_ALARMS, SURROGATES = 180, 3, 0.05, 300  # those of `drivers`


@dataclass(frozen=True)
class DriverLag:
    """How a series follows a driver.

    Parameters
    ----------
    lag, low, high : float
        Days, and the ends of the interval (95 %).
    p : float
        Chance that noise is connected as well.
    effective : list of (datetime64[D], float)
        The driver as the ground feels it: what is remembered of it, as much later.
    """

    lag: float
    low: float
    high: float
    p: float
    effective: list

    @property
    def driven(self) -> bool:
        """Whether chance is unlikely."""
        return self.p <= FALSE_ALARMS


def lag_behind(trace: Trace, beside: Trace) -> DriverLag:
    """Find how late a series follows another one, as the tool `drivers` does by default.

    Parameters
    ----------
    trace : Trace
        Displacement.
    beside : Trace
        What may drive it.

    Raises
    ------
    GroundshiftError
        If either is too short, constant or has a wide gap, or they are of different times.
    """
    known = np.isfinite(beside.values)
    amounts = is_sum(beside.label, beside.values[known].tolist() or [1.0, -1.0])
    driver = daily(beside, amounts, beside.label)
    span = int((trace.dates[-1] - trace.dates[0]).astype(int))
    delays = np.arange(0, min(MAX_LAG, span) + 1, LAG_STEP)
    tried = candidates(trace.dates, [driver], delays, [MEMORIES[driver.amounts]])
    search = LagSearch(trace.dates, tried)
    search.calibrate(SURROGATES)
    found = search.fit(np.asarray(trace.values, float)[None])
    best = int(found.candidate[0])
    if best < 0:
        raise GroundshiftError(
            f"{trace.label}: is constant or has fewer than {search.enough} dates with a value; "
            "choose another."
        )
    felt = remembered(driver, tried.memory[best])
    days = driver.first + np.arange(len(felt)) + np.timedelta64(int(tried.delay[best]), "D")
    numbers = (found.lag, found.low, found.high, found.p)
    return DriverLag(*(float(one[0]) for one in numbers), list(zip(days, felt)))
