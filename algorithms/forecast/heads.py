# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Heads of wells by day, and how a clay bed between them answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.trace import Trace
from ..errors import GroundshiftError, counted

MODES = 60  # of the series of exponentials; what is left answers at once
LONG_GAP_DAYS = 100  # of heads; dates of motion inside of one are not used


@dataclass(frozen=True)
class Heads:
    """Heads of a well by day.

    Parameters
    ----------
    name : str
    first : datetime64[D]
    values : ndarray, shape (day,)
        Metres, up; interpolated between readings.
    known : ndarray of bool, shape (day,)
        False inside of long gaps.
    """

    name: str
    first: np.datetime64
    values: np.ndarray
    known: np.ndarray

    @property
    def last(self) -> np.datetime64:
        """Day of the last reading."""
        return self.first + np.timedelta64(len(self.values) - 1, "D")

    def usable(self, dates, max_lag: int) -> np.ndarray:
        """Which dates have a head on all days from so many days before on."""
        days = np.asarray(dates, "datetime64[D]").astype(int) - self.first.astype(int)
        inside = (days >= max_lag) & (days < len(self.values))
        held = np.concatenate([[0], np.cumsum(~self.known)])
        inside[inside] = held[days[inside] + 1] == held[days[inside] - max_lag]
        return inside


def daily_heads(trace: Trace) -> Heads:
    """Readings of a well as heads by day.

    Parameters
    ----------
    trace : Trace
        Heads in metres, up.

    Raises
    ------
    GroundshiftError
        If there are fewer than three readings, or they are all alike.
    """
    known = np.isfinite(trace.values)
    days, values = trace.dates[known].astype(int), np.asarray(trace.values, float)[known]
    if len(days) < 3 or np.ptp(values) == 0:
        what = "heads that never change" if len(days) >= 3 else counted(len(days), "reading")
        raise GroundshiftError(
            f"{trace.label}: has {what}; give a well with a series of heads that vary."
        )
    axis = np.arange(days[0], days[-1] + 1)
    apart = np.diff(days)
    longest = max(LONG_GAP_DAYS, 3 * int(np.median(apart)))
    held = np.ones(len(axis), bool)
    for start, stop in zip(days[:-1][apart > longest], days[1:][apart > longest]):
        held[start + 1 - days[0] : stop - days[0]] = False
    first = np.datetime64(int(days[0]), "D")
    return Heads(trace.label, first, np.interp(axis, days, values), held)


def consolidation(time) -> np.ndarray:
    """Degree of consolidation of a bed that drains to both sides, after a step of its head.

    Parameters
    ----------
    time : ndarray
        Of the time constant ``(b/2)^2 S's / K'v``; 1 gives 0.93.

    Returns
    -------
    ndarray
        0 to 1. Terzaghi's series, as in Riley (1969).
    """
    time = np.maximum(np.asarray(time, float), 0.0)
    odd = 2 * np.arange(MODES) + 1
    terms = np.exp(-np.multiply.outer(time, odd**2 * np.pi**2 / 4)) / odd**2
    # What the modes that are left out hold answers at once, but not before the step.
    return np.where(time > 0, 1 - 8 / np.pi**2 * terms.sum(axis=-1), 0.0)


def delayed(values, tau: float) -> np.ndarray:
    """What a bed of a time constant makes of heads at both of its sides: ``U * values``.

    Exact for heads that go straight from day to day; it begins in balance with the first one.

    Parameters
    ----------
    values : ndarray, shape (day,)
    tau : float
        Days.
    """
    from scipy.signal import lfilter

    values = np.asarray(values, float)
    start, steps = values[0], np.diff(values)
    rest, whole = np.zeros(len(values)), 0.0
    for odd in 2 * np.arange(MODES) + 1:
        rate = odd**2 * np.pi**2 / (4 * tau)
        keep, weight = np.exp(-rate), 8 / (np.pi * odd) ** 2
        fresh = -np.expm1(-rate)
        push = fresh * (values[:-1] - start) + steps * (1 - fresh / rate)
        rest[1:] += weight * lfilter([1.0], [1.0, -keep], push)
        whole += weight
    return start + rest + (1 - whole) * (values - start)


def below_former(values, former: float) -> np.ndarray:
    """By how much heads have been below a former minimum so far: 0 or less, never rising."""
    return np.minimum(np.minimum.accumulate(np.asarray(values, float)) - former, 0.0)
