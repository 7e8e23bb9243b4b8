# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on the nodal planes of earthquakes, and whether it told where they would be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..source.planes import auxiliary
from .coulomb import Coulomb, coulomb_change
from .fault_stress import Friction
from .optimal import optimal_planes

RULES = ("higher", "lower", "mean", "first", "second", "random")
"""Which of the two planes counts; of a random one each is as likely."""

MAIN_WITHIN = np.timedelta64(60, "s")  # of the time given; the mainshock is no aftershock
DAY = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Events:
    """Earthquakes.

    Parameters
    ----------
    point : ndarray, shape (event, 3)
        East, north, up in metres.
    planes : ndarray, shape (event, 2, 3)
        Strike (from the frame's north), dip and rake of both planes, radians; NaN where unknown.
    time : ndarray of datetime64[ms], shape (event,)
        NaT where unknown.
    magnitude : ndarray, shape (event,)
        NaN where unknown.
    """

    point: np.ndarray
    planes: np.ndarray
    time: np.ndarray
    magnitude: np.ndarray

    def __len__(self) -> int:
        return len(self.point)


def both_planes(first, second=None) -> np.ndarray:
    """Both planes of mechanisms.

    Parameters
    ----------
    first : ndarray, shape (event, 3)
        Strike, dip, rake in radians; NaN where unknown.
    second : ndarray, shape (event, 3), optional
        As a catalogue has it; computed where it is NaN.

    Returns
    -------
    ndarray, shape (event, 2, 3)
    """
    first = np.asarray(first, float)
    computed = np.stack(auxiliary(*first.T), axis=1)
    computed[np.isnan(first).any(axis=1)] = np.nan
    if second is not None:
        given = np.isfinite(second).all(axis=1)
        computed = np.where(given[:, None], second, computed)
    return np.stack([first, computed], axis=1)


def periods(events: Events, main_time, whole_day: bool, before_days=0.0, after_days=0.0):
    """Which earthquakes came before, and which after the mainshock.

    Parameters
    ----------
    events : Events
    main_time : datetime64 or None
        None takes all as aftershocks.
    whole_day : bool
        Only the day is known: it counts as after, without its largest earthquake.
    before_days, after_days : float
        How far to go; 0 takes all.

    Returns
    -------
    before, after : ndarray of bool, shape (event,)
        Earthquakes without a time are in neither.
    main : ndarray of bool, shape (event,)
        The mainshock itself, in neither.
    """
    count = len(events)
    if main_time is None:
        return np.zeros(count, bool), np.ones(count, bool), np.zeros(count, bool)
    main_time = np.datetime64(main_time, "ms")
    with np.errstate(invalid="ignore"):
        since = events.time - main_time
        near = (since >= -MAIN_WITHIN) & (since <= MAIN_WITHIN)
        if whole_day:
            near = (since >= np.timedelta64(0, "ms")) & (since < DAY)
        before, after = since < np.timedelta64(0, "ms"), since >= np.timedelta64(0, "ms")
        if before_days > 0:
            before &= since >= -_days(before_days)
        if after_days > 0:
            after &= since <= _days(after_days)
    main = np.zeros(count, bool)
    if near.any():
        magnitude = np.where(near, np.nan_to_num(events.magnitude, nan=-99.0), -np.inf)
        main[magnitude.argmax()] = True
    return before & ~main, after & ~main, main


def _days(days):
    return np.timedelta64(int(round(days * 86_400_000)), "ms")


@dataclass(frozen=True)
class EventStress:
    """Stress change on both planes of earthquakes; pascal, NaN where unknown.

    Parameters
    ----------
    planes : Coulomb
        Arrays of shape (event, 2).
    change : ndarray, shape (event,)
        Of the plane that counts, or the mean of both.
    plane : ndarray of int, shape (event,)
        Which one that is, 0 or 1; -1 for the mean of both.
    """

    planes: Coulomb
    change: np.ndarray
    plane: np.ndarray


def event_stress(stress, planes, friction: Friction, rule: str, rng) -> EventStress:
    """Resolve stress on nodal planes.

    Parameters
    ----------
    stress : ndarray, shape (event, 3, 3)
        NaN where masked.
    planes : ndarray, shape (event, 2, 3)
    friction : Friction
    rule : str
        One of :data:`RULES`.
    rng : numpy.random.Generator
        For the rule ``random``.

    Raises
    ------
    GroundshiftError
        If there is no such rule.
    """
    both = coulomb_change(
        stress[:, None], *np.moveaxis(planes, -1, 0), friction.value, friction.skempton
    )
    change, plane = picked(both.change, rule, rng)
    return EventStress(both, change, plane)


def oriented(stress, depth, planes, which, regional, friction: float) -> np.ndarray:
    """Planes of which some are those that the stress there would break first.

    Parameters
    ----------
    stress : ndarray, shape (event, 3, 3)
        Its change.
    depth : ndarray, shape (event,)
        Metres, positive down.
    planes : ndarray, shape (event, 2, 3)
    which : ndarray of bool, shape (event,)
        These take the optimal planes.
    regional : RegionalStress
    friction : float

    Returns
    -------
    ndarray, shape (event, 2, 3)
    """
    if not which.any():
        return planes
    best = optimal_planes(regional.tensor(depth[which]) + stress[which], friction)
    planes = planes.copy()
    planes[which] = np.stack(best, axis=-1)
    return planes


def picked(change, rule: str, rng):
    """The change that counts of those on two planes.

    Parameters
    ----------
    change : ndarray, shape (event, 2)
    rule : str
    rng : numpy.random.Generator

    Returns
    -------
    change, plane : ndarray, shape (event,)
        See :class:`EventStress`.
    """
    parse_rule(rule)
    count = len(change)
    if rule == "mean":
        return change.mean(axis=1), np.full(count, -1)
    if rule in ("higher", "lower"):
        compare = np.greater if rule == "higher" else np.less
        plane = compare(change[:, 1], change[:, 0]).astype(int)
    elif rule in ("first", "second"):
        plane = np.full(count, int(rule == "second"))
    else:
        plane = rng.integers(0, 2, count)
    return change[np.arange(count), plane], plane


def parse_rule(rule: str) -> str:
    """A rule, if it is one of :data:`RULES`.

    Raises
    ------
    GroundshiftError
        If there is no such rule.
    """
    if rule not in RULES:
        raise GroundshiftError(f"'{rule}' is no rule; take one of {', '.join(RULES)}.")
    return rule
