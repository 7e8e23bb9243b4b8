# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which dates stand for an event, and for control dates on which nothing happened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError, counted
from .transients import LEAST_DATES, afterslip
from .velocity import VelocityModel

SAME_DAY = ("after", "before", "leave_out")
LEAST_BESIDE = 2  # dates on each side: the noise of a single one cannot be told
CONTROL_BESIDE = 3  # dates between a control date, the ends and other steps


@dataclass(frozen=True)
class EventChoice:
    """What is fitted about an event.

    Parameters
    ----------
    event : datetime64[D]
    same_day : str
        One of :data:`SAME_DAY`: what an image of the event's day counts as.
    before, after : int or None
        Dates to take on each side, the nearest; None for all.
    days : float or None
        Take only dates so near to it.
    rate, annual, postseismic : bool
        Whether a common rate, a season and ``a log10(1 + t)`` are fitted with the step.
    others : tuple of datetime64[D]
        Further steps.
    levels : tuple of tuple of datetime64[D]
        Dates of parts of the series that no pair joins; see :class:`.velocity.VelocityModel`.
    """

    event: np.datetime64
    same_day: str = "after"
    before: int | None = None
    after: int | None = None
    days: float | None = None
    rate: bool = True
    annual: bool = False
    postseismic: bool = False
    others: tuple = ()
    levels: tuple = ()

    @property
    def first_after(self) -> np.datetime64:
        """Images from this day on are after it."""
        return self.event + (self.same_day == "before")

    def usable(self, dates) -> np.ndarray:
        """Dates that count at all, shape (time,), bool."""
        return (dates != self.event) | (self.same_day != "leave_out")


@dataclass(frozen=True)
class DateStack:
    """The dates about an event or a control date, and what is fitted to them.

    Parameters
    ----------
    when : datetime64[D]
        Images from this day on are after it.
    used : ndarray of int, shape (date,)
        Which dates of the series.
    dates : ndarray of datetime64[D], shape (date,)
    matrix : ndarray, shape (date, coefficient)
    step : int
        Column of the step; that of afterslip is the last.
    """

    when: np.datetime64
    used: np.ndarray
    dates: np.ndarray
    matrix: np.ndarray
    step: int

    @property
    def years(self) -> np.ndarray:
        """Since its first date, shape (date,)."""
        return years_of(self.dates)

    @property
    def sides(self) -> tuple[int, int]:
        """Number of dates before and after."""
        after = int((self.dates >= self.when).sum())
        return len(self.dates) - after, after


def event_stack(dates, choice: EventChoice) -> DateStack:
    """The stack of an event.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        Of the series.
    choice : EventChoice

    Raises
    ------
    GroundshiftError
        If the event has no dates on a side, or too few, or they do not carry the model.
    """
    event, usable = choice.event, choice.usable(dates)
    span = f"the series runs from {dates[0]} to {dates[-1]}"
    for side, found in (
        ("before", usable & (dates < choice.first_after)),
        ("after", usable & (dates >= choice.first_after)),
    ):
        if not found.any():
            raise GroundshiftError(
                f"The event of {event} has no image {side} it ({span}); correct the date or take "
                "a series that goes on beyond it."
            )
    used = _around(dates, usable, choice.first_after, choice)
    after = int((dates[used] >= choice.first_after).sum())
    for side, count in (("before", len(used) - after), ("after", after)):
        if count < LEAST_BESIDE:
            raise GroundshiftError(
                f"The event of {event} has {counted(count, 'date')} {side} it within the window "
                f"({span}) and {LEAST_BESIDE} are needed, as the noise of a single one cannot be "
                "told; widen the window or append images."
            )
    if choice.postseismic and (dates[used] > event).sum() < LEAST_DATES:
        raise GroundshiftError(
            f"Afterslip needs {LEAST_DATES} dates after the event of {event}; take more dates or "
            "leave it out."
        )
    return _stack(dates, used, choice.first_after, choice, ())


def control_stacks(dates, choice: EventChoice, most: int) -> list[DateStack]:
    """The same stack about dates on which nothing happened.

    The event's step and afterslip are fitted beside that of the control date where the window
    holds dates on both of its sides.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    choice : EventChoice
    most : int
        Control dates are spread evenly where there are more.

    Returns
    -------
    list of DateStack
        Empty where the dates are too few.
    """
    usable, found = choice.usable(dates), []
    for when in dates[usable][CONTROL_BESIDE : -CONTROL_BESIDE + 1 or None]:
        used = _around(dates, usable, when, choice)
        late = dates[used] > choice.event
        if choice.postseismic and 0 < late.sum() < LEAST_DATES:
            used = used[~late]
        near = dates[used]
        steps = (choice.first_after, *choice.others)
        inside = [s for s in steps if near[0] < s <= near[-1]]
        edges = np.searchsorted(near, [when, *inside])
        apart = np.diff(np.unique([0, len(near), *edges])).min()
        if len(set(edges)) <= len(inside) or apart < CONTROL_BESIDE:
            continue
        try:
            found.append(_stack(dates, used, when, choice, tuple(inside)))
        except GroundshiftError:  # too few dates for the terms
            continue
    places = np.linspace(0, len(found) - 1, min(most, len(found))).round().astype(int)
    return [found[place] for place in np.unique(places)]


def _around(dates, usable, when, choice) -> np.ndarray:
    """Indices of the dates of a window."""
    if choice.days is not None:
        usable = usable & (np.abs((dates - when).astype(float)) <= choice.days)
    before, after = (
        np.flatnonzero(usable & (dates < when)),
        np.flatnonzero(usable & (dates >= when)),
    )
    first = 0 if choice.before is None else max(len(before) - choice.before, 0)
    return np.concatenate([before[first:], after[: choice.after]])


def _stack(dates, used, when, choice, beside) -> DateStack:
    """`beside`: steps of the event and of others for a control date."""
    near = dates[used]
    if not beside:
        beside = tuple(s for s in choice.others if near[0] < s <= near[-1] and s != when)
    slow = choice.postseismic and (near > choice.event).any()
    model = VelocityModel(
        int(choice.rate), choice.annual, steps=(when, *beside),
        transients=(afterslip(choice.event),) if slow else (), levels=_levels(near, choice.levels),
    )  # fmt: skip
    return DateStack(when, used, near, model.design(near), 1 + choice.rate + 2 * choice.annual)


def _levels(near, levels) -> tuple:
    """Parts of the series within a window but for the first, whose level is the offset."""
    inside = [tuple(day for day in days if day in near) for days in levels]
    inside = [days for days in inside if days]
    first = sum(map(len, inside)) == len(near)
    return tuple(inside[first:])
