# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rain, levels, temperatures as values a day, what the ground remembers of them, and lags."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.trace import Trace
from ..errors import GroundshiftError, counted

LONGEST_GAP = 3  # usual distances of the readings, which are bridged
BUDDHIST = 543  # years
MEMORIES = {True: (15.0, 30.0, 60.0, 120.0), False: (0.0,)}
"""Usual ones of amounts, and of levels (days)."""


@dataclass(frozen=True)
class Driver:
    """Something that may drive the ground, a value a day.

    Parameters
    ----------
    name, unit : str
    first : datetime64[D]
        Day of the first value.
    values : ndarray, shape (day,)
        Without gaps.
    amounts : bool
        Whether they are amounts by day, as rain; else they are states, as levels.
    """

    name: str
    unit: str
    first: np.datetime64
    values: np.ndarray
    amounts: bool

    @property
    def last(self) -> np.datetime64:
        """Day of the last value."""
        return self.first + np.timedelta64(len(self.values) - 1, "D")


def daily(trace: Trace, amounts: bool, where: str) -> Driver:
    """A table's series as values a day.

    Levels are interpolated. Amounts of a longer span than a day (of a month, say) are spread
    evenly over the days since the reading before, so the total is kept; the first one, whose span
    nobody tells, over the usual distance.

    Parameters
    ----------
    trace : Trace
        NaN for what is missing.
    amounts : bool
    where : str
        The file.

    Raises
    ------
    GroundshiftError
        If there are fewer than three values, a gap that is longer than three usual distances, or
        no change at all.
    """
    known = np.isfinite(trace.values)
    days, values = trace.dates[known].astype(int), np.asarray(trace.values, float)[known]
    if len(days) < 3:
        raise GroundshiftError(
            f"{where}: has {counted(len(days), 'date')} with a value; give a series of at least "
            "three."
        )
    if np.ptp(values) == 0:
        raise GroundshiftError(
            f"{where}: is constant ({values[0]:g}), so nothing can follow it; give a series that "
            "varies."
        )
    apart = np.diff(days)
    usual = int(np.median(apart))
    widest = int(np.argmax(apart))
    if apart[widest] > LONGEST_GAP * max(usual, 2):
        start, stop = (np.datetime64(int(day), "D") for day in days[widest : widest + 2])
        raise GroundshiftError(
            f"{where}: has a gap of {apart[widest]} days from {start} to {stop}, where readings "
            f"are {counted(usual, 'day')} apart; fill it, or use the series on one side of it."
        )
    axis = np.arange(days[0], days[-1] + 1)
    if not amounts or usual == 1:  # a missing day of rain among days is as its neighbours
        filled = np.interp(axis, days, values)
    else:
        rates = values / np.concatenate([[usual], apart])
        axis = np.arange(days[0] - usual + 1, days[-1] + 1)
        filled = rates[np.searchsorted(days, axis)]
    return Driver(trace.label, trace.unit, np.datetime64(int(axis[0]), "D"), filled, amounts)


def remembered(driver: Driver, memory: float) -> np.ndarray:
    """What the ground remembers of a driver: its mean with weights that fall as exp(-age/memory).

    An antecedent index: of rain in mm it is mm a day. The first value stands for all before it.

    Parameters
    ----------
    driver : Driver
    memory : float
        Days; 0 for the day's own value.

    Returns
    -------
    ndarray, shape (day,)
    """
    if not memory:
        return driver.values
    from scipy.signal import lfilter

    keep = np.exp(-1.0 / memory)
    return lfilter([1 - keep], [1.0, -keep], driver.values, zi=[keep * driver.values[0]])[0]


def memory_delay(memory: float) -> float:
    """Mean age (days) of what :func:`remembered` weighs."""
    return np.exp(-1.0 / memory) / -np.expm1(-1.0 / memory) if memory else 0.0


@dataclass(frozen=True)
class Candidates:
    """Regressors that a series of motion is tried with.

    Parameters
    ----------
    used : ndarray of bool, shape (time,)
        Dates on which all of them are known.
    matrix : ndarray, shape (used time, candidate)
    driver, delay, memory : ndarray, shape (candidate,)
        Number of the driver; days.
    lag : ndarray, shape (candidate,)
        Delay and mean age of what is remembered, days.
    """

    used: np.ndarray
    matrix: np.ndarray
    driver: np.ndarray
    delay: np.ndarray
    memory: np.ndarray
    lag: np.ndarray

    def __len__(self) -> int:
        return len(self.lag)


def candidates(dates, drivers, delays, memories, response: str = "displacement") -> Candidates:
    """All drivers with all delays and memories, at the dates of a series.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    drivers : sequence of Driver
    delays : sequence of int
        Days.
    memories : sequence of sequence of float
        Of each driver, days.
    response : str
        ``displacement``: follows the driver; ``rate``: the rate does, so that the displacement
        follows its sum over time.

    Raises
    ------
    GroundshiftError
        If no date is covered by all drivers with the largest delay.
    """
    days = np.asarray(dates, "datetime64[D]").astype(int)
    delays = np.asarray(delays, int)
    used = np.ones(len(days), bool)
    for driver in drivers:
        oldest = days - delays.max()
        used &= (oldest >= driver.first.astype(int)) & (
            days - delays.min() <= driver.last.astype(int)
        )
    if not used.any():
        raise GroundshiftError(_no_overlap(dates, drivers, delays))
    columns, known = [], []
    for number, driver in enumerate(drivers):
        places = days[used][:, None] - delays - driver.first.astype(int)
        for memory in memories[number]:
            values = remembered(driver, memory)
            if response == "rate":
                values = np.cumsum(values - values.mean())
            columns.append(values[places])
            known += [(number, delay, memory) for delay in delays]
    number, delay, memory = (np.array(part) for part in zip(*known))
    lag = delay + np.array([memory_delay(one) for one in memory])
    return Candidates(used, np.concatenate(columns, axis=1), number, delay, memory, lag)


def _no_overlap(dates, drivers, delays) -> str:
    first, last = dates[0], dates[-1]
    for driver in drivers:
        years = driver.first.astype("datetime64[Y]").astype(int) + 1970 - BUDDHIST
        if driver.first > last and years <= last.astype("datetime64[Y]").astype(int) + 1970:
            return (
                f"{driver.name}: begins {driver.first}, after the motion ends ({last}); if these "
                f"are years of the Buddhist calendar, take {BUDDHIST} off them."
            )
        if driver.first > last or driver.last < first:
            return (
                f"{driver.name}: is known from {driver.first} to {driver.last} and the motion from "
                f"{first} to {last}; give a driver of the same time."
            )
    driver = min(drivers, key=lambda one: one.last - one.first)
    return (
        f"{driver.name}: is known from {driver.first} to {driver.last}, and no date of the motion "
        f"({first} to {last}) has it for all lags up to {max(delays)} days; lower the largest lag, "
        "or give a longer series."
    )
