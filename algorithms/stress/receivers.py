# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Receiver faults from their traces: segments with a strike, and places on their planes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

STRAIGHT = 0.9  # chord over length; a segment that bends more than about a right angle is halved
HALVINGS = 6
VERTICAL = 90.0 - 1e-6  # degrees


@dataclass(frozen=True)
class Segments:
    """Stretches of fault traces, and places evenly along them; metres in a local frame.

    Parameters
    ----------
    line : ndarray of int, shape (segment,)
        Which fault each belongs to.
    azimuth : ndarray, shape (segment,)
        From its start to its end as it was drawn, radians clockwise from the frame's north.
    length : ndarray, shape (segment,)
        Along the trace.
    vertices : list of ndarray, shape (vertex, 2)
    owner : ndarray of int, shape (place,)
        The segment of each place; sorted.
    place : ndarray, shape (place, 2)
    share : ndarray, shape (place,)
        Length of the trace that each place stands for.
    """

    line: np.ndarray
    azimuth: np.ndarray
    length: np.ndarray
    vertices: list
    owner: np.ndarray
    place: np.ndarray
    share: np.ndarray

    def __len__(self) -> int:
        return len(self.line)

    @property
    def middle(self) -> np.ndarray:
        """Half-way between the ends of each, shape (segment, 2)."""
        return np.array([(part[0] + part[-1]) / 2 for part in self.vertices]).reshape(-1, 2)


NO_SEGMENTS = Segments(
    np.zeros(0, int), np.zeros(0), np.zeros(0), [], np.zeros(0, int), np.zeros((0, 2)), np.zeros(0)
)


def cut(traces, lines, size: float, spacing: float) -> Segments:
    """Cut traces into segments of equal length, and put places on them.

    Parameters
    ----------
    traces : sequence of ndarray, shape (vertex, 2)
        Without a break, metres.
    lines : sequence of int
        The fault of each.
    size, spacing : float
        Segments are no longer than `size`, and stand for no more than `spacing` at a place. Those
        that bend much are halved again, as they have no strike.

    Raises
    ------
    GroundshiftError
        If a size is not above 0, or no trace has a length.
    """
    if not (size > 0 and spacing > 0):
        raise GroundshiftError("The length of segments and the spacing are not above 0.")
    line, vertices, places, shares = [], [], [], []
    for trace, number in zip(traces, lines):
        trace = np.asarray(trace, float)
        along = _along(trace)
        if not along[-1] > 0:
            continue
        ends = np.linspace(0.0, along[-1], max(1, int(np.ceil(along[-1] / size - 1e-9))) + 1)
        for start, end in zip(ends[:-1], ends[1:]):
            for first, last in _straight(trace, along, start, end):
                count = max(1, int(np.ceil((last - first) / spacing - 1e-9)))
                step = (last - first) / count
                line.append(number)
                vertices.append(_stretch(trace, along, first, last))
                places.append(_at(trace, along, first + step * (np.arange(count) + 0.5)))
                shares.append(np.full(count, step))
    if not line:
        raise GroundshiftError("The fault traces have no length; choose another layer.")
    way = np.array([part[-1] - part[0] for part in vertices])
    counts = [len(part) for part in places]
    return Segments(
        np.array(line), np.arctan2(way[:, 0], way[:, 1]) % (2 * np.pi),
        np.array([part.sum() for part in shares]), vertices,
        np.repeat(np.arange(len(line)), counts), np.concatenate(places), np.concatenate(shares),
    )  # fmt: skip


def _along(trace):
    """Length from the start to each vertex."""
    return np.r_[0.0, np.cumsum(np.hypot(*np.diff(trace, axis=0).T))]


def _at(trace, along, where):
    return np.stack([np.interp(where, along, trace[:, k]) for k in range(2)], axis=-1)


def _stretch(trace, along, first, last):
    """The vertices from one length to another."""
    inner = (along > first) & (along < last)
    return np.concatenate([
        _at(trace, along, np.array([first])), trace[inner], _at(trace, along, np.array([last])),
    ])  # fmt: skip


def _straight(trace, along, start, end, halvings=HALVINGS):
    """Parts of a stretch whose chord is about as long as they are."""
    chord = np.hypot(*(np.diff(_at(trace, along, np.array([start, end])), axis=0)[0]))
    enough = chord >= STRAIGHT * (end - start)
    if enough or (halvings == 0 and chord > 0):
        return [(start, end)]
    middle = (start + end) / 2
    if halvings == 0 or not start < middle < end:
        return []  # there and back again: it has no direction
    return [
        *_straight(trace, along, start, middle, halvings - 1),
        *_straight(trace, along, middle, end, halvings - 1),
    ]


@dataclass(frozen=True)
class Receivers:
    """Places on planes below segments.

    Parameters
    ----------
    segment, side : ndarray of int, shape (plane,)
        A plane belongs to a segment and dips to a side of its trace: 1 right, -1 left.
    strike : ndarray, shape (plane,)
        Radians, from the frame's north.
    owner : ndarray of int, shape (receiver,)
        The plane of each receiver; sorted.
    point : ndarray, shape (receiver, 3)
        East, north, up.
    share : ndarray, shape (receiver,)
        Length of the trace that each stands for.
    place : ndarray of int, shape (receiver,)
        The place on the trace above it.
    """

    segment: np.ndarray
    side: np.ndarray
    strike: np.ndarray
    owner: np.ndarray
    point: np.ndarray
    share: np.ndarray
    place: np.ndarray

    def __len__(self) -> int:
        return len(self.point)


def place_receivers(segments: Segments, chosen, sides, dip, depths, down_dip=True) -> Receivers:
    """Put receivers at depths on the planes of segments.

    Parameters
    ----------
    segments : Segments
    chosen : ndarray of bool, shape (segment,)
        Only these get any.
    sides : ndarray of int, shape (fault,)
        To which side of their trace faults dip: 1 right, -1 left, 0 unknown; then both are tried.
    dip : ndarray, shape (fault,)
        Radians.
    depths : sequence of ndarray
        Metres, positive down: those of each fault.
    down_dip : bool
        Along the plane from the trace at the surface, else straight below the trace.
    """
    chosen = np.flatnonzero(chosen)
    side = sides[segments.line[chosen]]
    both = side == 0
    segment = np.repeat(chosen, 1 + both)
    side = np.repeat(np.where(both, 1, side), 1 + both)
    side[np.flatnonzero(np.r_[False, segment[1:] == segment[:-1]])] = -1
    strike = (segments.azimuth[segment] + np.where(side < 0, np.pi, 0.0)) % (2 * np.pi)
    firsts = np.searchsorted(segments.owner, np.arange(len(segments) + 1))
    owner, place, depth = [], [], []
    for plane, part in enumerate(segment):
        places = np.arange(firsts[part], firsts[part + 1])
        levels = np.asarray(depths[segments.line[part]], float)
        place.append(np.repeat(places, len(levels)))
        depth.append(np.tile(levels, len(places)))
        owner.append(np.full(len(place[-1]), plane))
    owner, place, depth = (
        np.concatenate([np.zeros(0), *parts]) for parts in (owner, place, depth)
    )  # fmt: skip
    owner, place = owner.astype(int), place.astype(int)
    angle = dip[segments.line[segment]][owner]
    with np.errstate(divide="ignore"):
        away = np.where(angle < np.radians(VERTICAL), depth / np.tan(angle), 0.0) * down_dip
    east = segments.place[place, 0] + away * np.cos(strike[owner])
    north = segments.place[place, 1] - away * np.sin(strike[owner])
    point = np.stack([east, north, -depth], axis=1)
    return Receivers(segment, side, strike, owner, point, segments.share[place], place)


def depths_of(listed, top, bottom, by_fault: bool) -> list:
    """Depths at which each fault is looked at.

    Parameters
    ----------
    listed : ndarray, shape (depth,)
        For all faults, metres.
    top, bottom : ndarray, shape (fault,)
        Metres, NaN where unknown.
    by_fault : bool
        Faults of known top and bottom get as many depths evenly between them. Else the listed ones
        that lie on the fault, and its middle where none of them does.

    Returns
    -------
    list of ndarray
    """
    listed = np.asarray(listed, float)
    found = []
    for upper, lower in zip(top, bottom):
        known = 0 <= upper < lower
        if by_fault and known:
            share = (np.arange(len(listed)) + 0.5) / len(listed)
            found.append(upper + share * (lower - upper))
            continue
        upper = upper if upper >= 0 and not upper >= lower else 0.0
        lower = lower if lower > upper else np.inf
        on = listed[(listed >= upper) & (listed <= lower)]
        if not len(on):
            on = np.array([(upper + lower) / 2 if np.isfinite(lower) else upper])
        found.append(on)
    return found


def depth_ends(depths, top, bottom, reach) -> np.ndarray:
    """Between which depths each of a fault's depths stands for its plane.

    Parameters
    ----------
    depths : ndarray, shape (depth,)
        Metres, rising.
    top, bottom : float
        Of the fault, metres; NaN where unknown.
    reach : float
        Metres up and down of a depth that is the only one.

    Returns
    -------
    ndarray, shape (2, depth)
        Half-way to the next depths, the outer ones as far on the other side, within the fault.
    """
    depths = np.asarray(depths, float)
    if len(depths) > 1:
        half = np.diff(depths) / 2
        ends = np.r_[depths[0] - half[0], depths[:-1] + half, depths[-1] + half[-1]]
    else:
        ends = np.r_[depths - reach, depths + reach]
    low = top if 0 <= top <= depths[0] else 0.0
    high = bottom if bottom >= depths[-1] and bottom > low else np.inf
    ends = np.clip(ends, low, high)
    return np.stack([ends[:-1], ends[1:]])


def plane_cells(point, strike, dip, length, ends) -> np.ndarray:
    """Rectangles on dipping planes about receivers.

    Parameters
    ----------
    point : ndarray, shape (receiver, 3)
        East, north, up.
    strike, dip : ndarray, shape (receiver,)
        Radians; planes dip to the right of the strike.
    length : ndarray, shape (receiver,)
        Along the strike.
    ends : ndarray, shape (receiver, 2)
        Upper and lower depth.

    Returns
    -------
    ndarray, shape (receiver, 4, 3)
        Corners, the upper two first, along the strike and back.
    """
    steep = dip >= np.radians(VERTICAL)
    run = np.where(steep, 0.0, 1.0 / np.tan(np.where(steep, 1.0, dip)))
    sine, cosine = np.sin(strike), np.cos(strike)
    corners = np.empty((len(point), 4, 3))
    for k, (way, end) in enumerate(((-0.5, 0), (0.5, 0), (0.5, 1), (-0.5, 1))):
        aside = (ends[:, end] + point[:, 2]) * run
        corners[:, k, 0] = point[:, 0] + way * length * sine + aside * cosine
        corners[:, k, 1] = point[:, 1] + way * length * cosine - aside * sine
        corners[:, k, 2] = -ends[:, end]
    return corners


def parse_depths(text: str) -> tuple:
    """Depths in metres of a text of kilometres: ``5, 10, 15``.

    Raises
    ------
    GroundshiftError
        If they are no numbers from 0 to 1000.
    """
    try:
        depths = tuple(sorted({float(part) * 1e3 for part in text.split(",")}))
    except ValueError:
        depths = ()
    if not depths or not all(0 <= depth <= 1e6 for depth in depths):
        raise GroundshiftError(
            f"'{text}' holds no depths in km from 0 to 1000; give them as 5, 10, 15."
        )
    return depths
