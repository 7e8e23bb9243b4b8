# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fault traces as short straight pieces: the nearest one to a place, and on which side of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import check_cancelled, tell
from .earth import compass, geocentric, geodesics

SIDES = ("unknown", "hanging wall", "footwall", "vertical fault", "off the end", "on the fault")
UNKNOWN, HANGING, FOOT, VERTICAL, BEYOND, ON = range(6)

STEEP = 85.0  # degrees; a steeper fault has no walls to tell apart on a map
LEAST_ACROSS = 0.26  # sine of 15 degrees: dip and trace must differ by so much on average
END_ANGLE = 0.5  # sine of 30 degrees: places that lie more along than across a fault's end
ON_FAULT = 1.0  # metres
FIRST_NEIGHBOURS = 4
CHUNK = 1 << 20  # places times ends of pieces at a time
AT_ONCE = 1 << 16  # places between two looks whether the user wants to stop


@dataclass(frozen=True)
class Traces:
    """Pieces of lines, none longer than `size`.

    Parameters
    ----------
    start, end : ndarray, shape (piece, 2)
        Longitude and latitude in degrees; x and y in metres where `plane`.
    line : ndarray of int, shape (piece,)
        Which line a piece belongs to.
    before, after : ndarray of int, shape (piece,)
        The pieces that it joins; -1 at an end.
    size : float
        Metres.
    plane : bool
        Without a CRS: coordinates are taken as metres.
    """

    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    before: np.ndarray
    after: np.ndarray
    size: float
    plane: bool = False

    def __len__(self) -> int:
        return len(self.line)


@dataclass(frozen=True)
class Nearest:
    """What lies nearest to places.

    Parameters
    ----------
    piece : ndarray of int, shape (place,)
    share : ndarray, shape (place,)
        Where on it, 0 at its start and 1 at its end.
    distance : ndarray, shape (place,)
        Metres along the ground.
    azimuth : ndarray, shape (place,)
        From the place to the line, degrees clockwise from north.
    """

    piece: np.ndarray
    share: np.ndarray
    distance: np.ndarray
    azimuth: np.ndarray


def pieces(starts, ends, line, before_same, counts):
    """Cut straight segments into so many pieces each.

    Parameters
    ----------
    starts, ends : ndarray, shape (segment, 2)
        In any coordinates; the cuts are evenly spaced in them.
    line : ndarray of int, shape (segment,)
    before_same : ndarray of bool, shape (segment,)
        Whether the segment goes on where the one before it in the list ends.
    counts : ndarray of int, shape (segment,)

    Returns
    -------
    start, end : ndarray, shape (piece, 2)
    line, before, after : ndarray of int, shape (piece,)
        As in :class:`Traces`.
    """
    segment = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
    step = (ends - starts)[segment] / counts[segment, np.newaxis]
    start = starts[segment] + number[:, np.newaxis] * step
    # Taken from the next cut, so that neighbours meet exactly.
    last = number + 1 == counts[segment]
    end = np.where(last[:, np.newaxis], ends[segment], start + step)
    joins = (number > 0) | before_same[segment]
    before = np.where(joins, np.arange(len(segment)) - 1, -1)
    after = np.full(len(segment), -1)
    after[before[joins]] = np.flatnonzero(joins)
    return start, end, line[segment], before, after


def vectors(places, plane: bool) -> np.ndarray:
    """Places (longitude and latitude, or x and y) as vectors in metres, shape (..., 3)."""
    if plane:
        return np.concatenate([places, np.zeros((*places.shape[:-1], 1))], axis=-1)
    return geocentric(places[..., 0], places[..., 1])


class NearestTrace:
    """Finds the nearest piece to places.

    Parameters
    ----------
    traces : Traces
    """

    def __init__(self, traces: Traces):
        from scipy.spatial import cKDTree

        self.traces = traces
        self._start = vectors(traces.start, traces.plane)
        self._way = vectors(traces.end, traces.plane) - self._start
        self._square = np.maximum((self._way**2).sum(axis=1), 1e-12)
        # The tree holds all ends of pieces: each piece's start, and the last one's end.
        last = np.flatnonzero(traces.after < 0)
        everyone = np.arange(len(traces))
        self._pieces = np.concatenate([
            np.stack([everyone, np.where(traces.before < 0, everyone, traces.before)], axis=1),
            np.stack([last, last], axis=1),
        ])  # fmt: skip
        self._tree = cKDTree(np.concatenate([self._start, (self._start + self._way)[last]]))

    def find(self, places, progress=None, cancelled=None) -> Nearest:
        """The nearest piece to each place, shape (place, 2) in the coordinates of the traces."""
        places = np.asarray(places, float)
        found = []
        for first in range(0, max(1, len(places)), AT_ONCE):
            check_cancelled(cancelled)
            found.append(self._find(places[first : first + AT_ONCE]))
            tell(progress, min(1.0, (first + AT_ONCE) / max(1, len(places))))
        parts = ("piece", "share", "distance", "azimuth")
        return Nearest(*(np.concatenate([getattr(n, part) for n in found]) for part in parts))

    def _find(self, places) -> Nearest:
        piece, share = self._search(vectors(places, self.traces.plane))
        start, end = self.traces.start[piece], self.traces.end[piece]
        step = end - start
        if not self.traces.plane:
            step[:, 0] = (step[:, 0] + 180.0) % 360.0 - 180.0
        foot = start + share[:, np.newaxis] * step
        if self.traces.plane:
            east, north = (foot - places).T
            return Nearest(
                piece, share, np.hypot(east, north), np.degrees(np.arctan2(east, north)) % 360.0
            )
        return Nearest(piece, share, *geodesics(*places.T, *foot.T))

    def around(self, centre, radius) -> list:
        """Pieces that come within `radius` of vectors, and some that nearly do."""
        ends = self._tree.query_ball_point(centre, np.asarray(radius) + 0.51 * self.traces.size)
        return [np.unique(self._pieces[these]) for these in ends]

    def _search(self, places):
        """Piece and share by straight-line distance.

        Where the nearest place of a piece is not one of its ends, it is no farther than half the
        piece from one of them: distance² + (size / 2)² bounds that end's distance². The search is
        over when all ends within that have been looked at.
        """
        piece = np.zeros(len(places), np.int64)
        share = np.zeros(len(places))
        ends, slack = len(self._pieces), (0.5 * self.traces.size) ** 2
        left, count = np.arange(len(places)), min(FIRST_NEIGHBOURS, ends)
        while left.size:
            again = []
            step = max(1, CHUNK // count)
            for first in range(0, len(left), step):
                these = left[first : first + step]
                reach, found = self._tree.query(places[these], k=count, workers=-1)
                reach, found = reach.reshape(len(these), -1), found.reshape(len(these), -1)
                candidates = self._pieces[found].reshape(len(these), -1)
                piece[these], share[these], distance = self._best(places[these], candidates)
                again.append(these[reach[:, -1] ** 2 < distance**2 + slack])
            if count == ends:
                break
            left, count = np.concatenate(again), min(4 * count, ends)
        return piece, share

    def _best(self, places, candidates):
        offset = places[:, np.newaxis] - self._start[candidates]
        way = self._way[candidates]
        share = np.clip((offset * way).sum(axis=-1) / self._square[candidates], 0.0, 1.0)
        distance = np.linalg.norm(offset - share[..., np.newaxis] * way, axis=-1)
        row, best = np.arange(len(places)), distance.argmin(axis=1)
        return candidates[row, best], share[row, best], distance[row, best]


def dip_sides(traces: Traces, lines: int, dip_azimuth) -> np.ndarray:
    """On which side of its trace, as it was drawn, each fault dips.

    A fault dips to one side all along, so the directions of all its pieces vote: letters such as
    'N' fit bends badly, and the trace as a whole well.

    Parameters
    ----------
    traces : Traces
    lines : int
        Number of faults.
    dip_azimuth : ndarray, shape (line,)
        Degrees clockwise from north; NaN where unknown.

    Returns
    -------
    ndarray of int, shape (line,)
        1 right, -1 left, 0 unknown or too nearly along the trace.
    """
    right, length, east, north = _rights(traces)
    azimuth = np.radians(np.asarray(dip_azimuth, float))[traces.line][:, np.newaxis]
    dip = np.sin(azimuth) * east + np.cos(azimuth) * north
    votes = np.where(np.isnan(azimuth[:, 0]), 0.0, (dip * right).sum(axis=1))
    total = np.bincount(traces.line, votes * length, lines)
    weight = np.bincount(traces.line, length, lines)
    mean = total / np.maximum(weight, 1e-12)
    return np.where(np.abs(mean) < LEAST_ACROSS, 0, np.sign(mean)).astype(int)


def _rights(traces: Traces):
    """Of all pieces: unit vectors to the right of the way, lengths, east and north."""
    way = vectors(traces.end, traces.plane) - vectors(traces.start, traces.plane)
    length = np.linalg.norm(way, axis=1)
    east, north, up = _axes(traces.start, traces.plane)
    right = np.cross(way, up)
    right /= np.maximum(np.linalg.norm(right, axis=1), 1e-12)[:, np.newaxis]
    return right, length, east, north


def _axes(places, plane: bool):
    if plane:
        return (np.tile(np.eye(3)[k], (len(places), 1)) for k in range(3))
    return compass(places[:, 0], places[:, 1])


def wall_sides(places, nearest: Nearest, traces: Traces, dip_side, dip) -> np.ndarray:
    """On which wall of its nearest fault each place lies.

    Parameters
    ----------
    places : ndarray, shape (place, 2)
    nearest : Nearest
    traces : Traces
    dip_side : ndarray of int, shape (line,)
        See :func:`dip_sides`.
    dip : ndarray, shape (line,)
        Degrees; NaN where unknown.

    Returns
    -------
    ndarray of int, shape (place,)
        Indices of :data:`SIDES`.
    """
    across, beyond = _across(places, nearest, traces)
    line = traces.line[nearest.piece]
    side = np.where(across * dip_side[line] > 0, HANGING, FOOT)
    side[(dip_side[line] == 0) | (across == 0)] = UNKNOWN
    side[beyond & (side != UNKNOWN)] = BEYOND
    with np.errstate(invalid="ignore"):
        side[dip[line] >= STEEP] = VERTICAL
    side[nearest.distance < ON_FAULT] = ON
    return side


def _across(places, nearest, traces):
    """Share of the way to a place that goes to the right of the trace, and whether it is off an
    end. At a bend the two pieces' directions are averaged, which gives the right side always."""
    right, *_ = _rights(traces)
    piece, share = nearest.piece, nearest.share
    other = np.where(share <= 0, traces.before[piece], -1)
    other = np.where(share >= 1, traces.after[piece], other)
    normal = right[piece] + np.where(other[:, np.newaxis] >= 0, right[other], 0.0)
    start = vectors(traces.start[piece], traces.plane)
    end = vectors(traces.end[piece], traces.plane)
    offset = vectors(places, traces.plane) - start - share[:, np.newaxis] * (end - start)
    # Far away the chord dips below the horizon; only its horizontal part tells the side.
    _, _, up = _axes(places, traces.plane)
    offset = offset - (offset * up).sum(axis=1)[:, np.newaxis] * up
    size = np.linalg.norm(offset, axis=1) * np.linalg.norm(normal, axis=1)
    across = (offset * normal).sum(axis=1) / np.maximum(size, 1e-12)
    at_end = ((share <= 0) & (traces.before[piece] < 0)) | (
        (share >= 1) & (traces.after[piece] < 0)
    )
    return across, at_end & (np.abs(across) < END_ANGLE)
