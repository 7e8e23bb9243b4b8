# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies in active areas: lines cut into segments, and a score that ranks what is exposed.

The score, 0 to 100, is Groundshift's own::

    score = 100 * position * confidence * ((1 - w) * rate + w * gradient)

Rate and gradient grow linearly from 0 through their four limits (0.25 at the first, 1 at the
fourth); w is the gradient's weight, and 0 where it is unknown. Inside of an area the position is 1,
near it one half at its edge, falling to 0 at the greatest distance. The confidence is that of the
area's quality index. The default limits of the gradient reach an angular distortion of 1/500, at
which buildings crack (Bjerrum 1963; Skempton and MacDonald 1956), in 50 years at the third limit:
4 mm/yr over 100 m.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

CLASSES = ("very low", "low", "moderate", "high", "very high")
CLASS_LIMITS = (5.0, 20.0, 40.0, 60.0)  # least scores of all but the first class
RELATIONS = ("near", "partly inside", "inside")
SLIVER = 0.1  # of a segment: a shorter rest belongs to the segment before it


@dataclass(frozen=True)
class ScoreOptions:
    """How to rank.

    Parameters
    ----------
    distance : float
        Metres; farther from any area nothing is exposed.
    velocity_limits : tuple of 4 float
        mm/yr.
    gradient_limits : tuple of 4 float
        mm/yr over 100 m.
    gradient_weight : float
        0 to 1.
    confidence : tuple of 4 float
        Of the quality indices 1 to 4.
    unknown_confidence : float
        Of areas without a quality index.
    """

    distance: float = 50.0
    velocity_limits: tuple = (2.0, 5.0, 10.0, 20.0)
    gradient_limits: tuple = (1.0, 2.0, 4.0, 8.0)
    gradient_weight: float = 0.4
    confidence: tuple = (1.0, 0.85, 0.6, 0.25)
    unknown_confidence: float = 0.6


def parse_limits(text: str, what: str, growing: bool = True) -> tuple:
    """Four numbers parted by commas.

    Parameters
    ----------
    text : str
    what : str
        Name of the parameter, for the error.
    growing : bool
        Whether they must grow from above 0; else they must lie from 0 to 1.

    Raises
    ------
    GroundshiftError
        If they do not.
    """
    try:
        values = tuple(float(part) for part in text.replace(";", ",").split(","))
    except ValueError:
        values = ()
    good = len(values) == 4 and bool(np.isfinite(values).all())
    if growing:
        good = good and 0 < values[0] < values[1] < values[2] < values[3]
    else:
        good = good and min(values) >= 0 and max(values) <= 1
    if not good:
        cure = "four growing numbers above 0, such as 2, 5, 10, 20"
        cure = cure if growing else "four numbers from 0 to 1, such as 1, 0.85, 0.6, 0.25"
        raise GroundshiftError(f"{what}: '{text}' is not accepted; give {cure}.")
    return values


@dataclass(frozen=True)
class Segments:
    """Pieces of lines.

    Parameters
    ----------
    vertices : list of ndarray, shape (vertex, 2)
        Of each segment.
    line : ndarray of int, shape (segment,)
        The line that it was cut from.
    number : ndarray of int
        Along the line, from 1.
    start, end : ndarray
        Metres along the line.
    """

    vertices: list
    line: np.ndarray
    number: np.ndarray
    start: np.ndarray
    end: np.ndarray


def cut_lines(lines, length: float) -> Segments:
    """Cut lines into segments of a given length; the last one of each part takes the rest.

    Parameters
    ----------
    lines : list of list of ndarray, shape (vertex, 2)
        Parts of lines, metres. Distances along a line go on from part to part.
    length : float
        Metres.
    """
    vertices, places = [], []
    for line, parts in enumerate(lines):
        number, before = 0, 0.0
        for part in parts:
            along = np.r_[0.0, np.cumsum(np.hypot(*np.diff(part, axis=0).T))]
            total = along[-1]
            if not total > 0:
                continue
            count = max(1, int(np.ceil(total / length - SLIVER)))
            cuts = np.r_[length * np.arange(count), total]
            vertices += _cut(part, along, cuts)
            for k in range(count):
                number += 1
                places.append((line, number, before + cuts[k], before + cuts[k + 1]))
            before += total
    table = np.array(places, float).reshape(-1, 4)
    return Segments(
        vertices, table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2], table[:, 3]
    )


def _cut(part, along, cuts) -> list:
    """The part between neighbouring cuts, with its own vertices between."""
    if len(cuts) == 2:
        return [part]
    at = np.stack([np.interp(cuts, along, part[:, k]) for k in (0, 1)], axis=1)
    first = np.searchsorted(along, cuts[:-1], "right")
    last = np.searchsorted(along, cuts[1:], "left")
    return [
        np.concatenate([at[k : k + 1], part[first[k] : last[k]], at[k + 1 : k + 2]])
        for k in range(len(cuts) - 1)
    ]


@dataclass(frozen=True)
class Scores:
    """Scores and their parts; arrays of one shape.

    Parameters
    ----------
    score : ndarray
        0 to 100.
    rate, gradient : ndarray
        0 to 1; NaN for an unknown gradient.
    position, confidence : ndarray
        0 to 1.
    """

    score: np.ndarray
    rate: np.ndarray
    gradient: np.ndarray
    position: np.ndarray
    confidence: np.ndarray


def score(velocity, gradient, quality, inside, distance, options: ScoreOptions) -> Scores:
    """Score what is exposed; see the module's docstring.

    Parameters
    ----------
    velocity : ndarray
        mm/yr, of any sign; NaN scores 0.
    gradient : ndarray
        mm/yr over 100 m; NaN where unknown.
    quality : ndarray
        1 to 4; NaN where unknown.
    inside : ndarray of bool
        Whether any of it lies in the area.
    distance : ndarray
        Metres to the area.
    options : ScoreOptions
    """
    steps = [0.0, 0.25, 0.5, 0.75, 1.0]
    rate = np.interp(np.abs(velocity), [0.0, *options.velocity_limits], steps)
    rate = np.where(np.isnan(velocity), 0.0, rate)
    bending = np.interp(np.abs(gradient), [0.0, *options.gradient_limits], steps)
    weight = np.where(np.isnan(gradient), 0.0, options.gradient_weight)
    share = 1.0 - np.minimum(distance / max(options.distance, 1e-9), 1.0)
    position = np.where(inside, 1.0, 0.5 * share)
    index = np.where(np.isfinite(quality), np.clip(quality, 1, 4), 5).astype(int) - 1
    confidence = np.array([*options.confidence, options.unknown_confidence])[index]
    mixed = (1 - weight) * rate + weight * np.where(weight > 0, bending, 0.0)
    return Scores(
        100.0 * position * confidence * mixed, rate,
        np.where(np.isnan(gradient), np.nan, bending), position, confidence,
    )  # fmt: skip


def class_of(scores) -> np.ndarray:
    """Index of the class of each score in :data:`CLASSES`."""
    return np.searchsorted(CLASS_LIMITS, scores, side="right")


def ranks(scores, amount) -> np.ndarray:
    """Places by score from 1, the highest first; of equal scores the larger amount first.

    Equal ones in both share a place.
    """
    order = np.lexsort((-np.asarray(amount, float), -np.asarray(scores, float)))
    rank = np.empty(len(order), int)
    place = 1
    for k, row in enumerate(order):
        if k and (scores[row], amount[row]) != (scores[order[k - 1]], amount[order[k - 1]]):
            place = k + 1
        rank[row] = place
    return rank
