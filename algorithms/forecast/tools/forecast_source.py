# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The dates ahead, and the drivers that help to forecast them."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ..forecasting import Forecaster
from .driven import read_drivers

MEMORY_OF_AMOUNTS = 30.0
LEAST_COVER = 0.8  # of the motion's time that a driver is known


def forecaster_of(chosen, motion, job) -> Forecaster:
    """What forecasts the motion as it is asked for.

    Raises
    ------
    GroundshiftError
        If a driver is of another time, or the series are too short.
    """
    dates = motion.dates
    step = int(max(np.median(np.diff(dates).astype(int)), 1))
    days = np.arange(step, chosen.horizon + 1, step)
    days = days if len(days) else np.array([chosen.horizon])
    if days[-1] < chosen.horizon:
        days = np.append(days, chosen.horizon)
    drivers = read_drivers(chosen, job) if chosen.drivers else []
    memory = chosen.memory_of_drivers
    if memory is None:
        memory = MEMORY_OF_AMOUNTS if any(driver.amounts for driver in drivers) else 0.0
    for driver in drivers:
        first, last = max(driver.first, dates[0]), min(driver.last, dates[-1])
        cover = (last - first).astype(int) / max((dates[-1] - dates[0]).astype(int), 1)
        if cover < LEAST_COVER:
            raise GroundshiftError(
                f"{driver.name}: is known from {driver.first} to {driver.last}, which is less than "
                f"{100 * LEAST_COVER:.0f} % of the time of the motion ({dates[0]} to "
                f"{dates[-1]}); give a longer driver, or leave it out."
            )
    return Forecaster(dates, dates[-1] + days, drivers, chosen.lag_days(), memory, chosen.level)
