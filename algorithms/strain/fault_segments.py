# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Traces of faults cut into segments of a length, and the one that a place belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.earth import geocentric, geodesics
from ..data.traces import NearestTrace, Traces, pieces

PIECES = 10  # of a segment
END = 0.9  # sine of the angle below which places lie beyond the end of a fault


@dataclass(frozen=True)
class Segments:
    """Segments of faults.

    Parameters
    ----------
    traces : Traces
        Short pieces; each line runs to the north or east as a whole.
    of_piece : ndarray of int, shape (piece,)
    line : ndarray of int, shape (segment,)
        The fault.
    strike : ndarray, shape (segment,)
        Degrees clockwise from north, of the way from its start to its end.
    length, position : ndarray, shape (segment,)
        Metres; position is that of its middle along its line.
    """

    traces: Traces
    of_piece: np.ndarray
    line: np.ndarray
    strike: np.ndarray
    length: np.ndarray
    position: np.ndarray

    def __len__(self) -> int:
        return len(self.line)

    def vertices(self, segment: int) -> np.ndarray:
        """Longitude and latitude of a segment's vertices, shape (vertex, 2)."""
        own = np.flatnonzero(self.of_piece == segment)
        return np.concatenate([self.traces.start[own], self.traces.end[own[-1:]]])


def segments_of(traces: Traces, length: float, box=None) -> Segments:
    """Cut traces into segments.

    Parameters
    ----------
    traces : Traces
        In longitude and latitude.
    length : float
        Metres, about.
    box : (west, south, east, north), optional
        Lines outside of it are left out.

    Returns
    -------
    Segments
        There may be none.
    """
    chain = np.cumsum(traces.before < 0) - 1
    parts, first = [], 0
    for number in range(int(chain.max()) + 1 if len(chain) else 0):
        own = np.flatnonzero(chain == number)
        places = np.concatenate([traces.start[own], traces.end[own[-1:]]])
        if box is not None and not _meets(places, box):
            continue
        azimuth = geodesics(*places[0], *places[-1])[1]
        if 180.0 <= azimuth < 360.0:
            places = places[::-1]
        sizes = np.linalg.norm(np.diff(geocentric(*places.T), axis=0), axis=1)
        counts = np.maximum(np.ceil(sizes / (length / PIECES)), 1).astype(int)
        start, end, *_ = pieces(
            places[:-1], places[1:], np.zeros(len(counts), int), np.arange(len(counts)) > 0, counts
        )
        sizes = np.repeat(sizes / counts, counts)
        cut, whole = np.cumsum(sizes) - sizes / 2, sizes.sum()
        many = max(1, round(whole / length))
        own_segment = np.minimum((cut / whole * many).astype(int), many - 1)
        own_segment = np.unique(own_segment, return_inverse=True)[1]
        parts.append((start, end, first + own_segment, sizes, cut, traces.line[own[0]]))
        first += int(own_segment.max()) + 1
    if not parts:
        none = np.zeros(0, int)
        return Segments(traces, none, none, *(np.zeros(0),) * 3)
    start, end, of_piece, sizes, cut = (np.concatenate([p[k] for p in parts]) for k in range(5))
    begins = np.concatenate([np.arange(len(p[0])) == 0 for p in parts])
    ends = np.r_[begins[1:], True]
    line = np.concatenate([np.full(len(p[0]), p[5]) for p in parts])
    count = np.arange(len(start))
    cut_up = Traces(
        start, end, line, np.where(begins, -1, count - 1), np.where(ends, -1, count + 1),
        float(sizes.max()) * 1.01,
    )  # fmt: skip
    starts = np.flatnonzero(np.r_[True, np.diff(of_piece) != 0])
    lasts = np.r_[starts[1:] - 1, len(start) - 1]
    strike = geodesics(*start[starts].T, *end[lasts].T)[1]
    totals = np.bincount(of_piece, sizes)
    return Segments(
        cut_up, of_piece, line[starts], strike, totals, np.bincount(of_piece, sizes * cut) / totals
    )


def _meets(places, box) -> bool:
    west, south, east, north = box
    low, high = places.min(axis=0), places.max(axis=0)
    return bool(low[0] <= east and high[0] >= west and low[1] <= north and high[1] >= south)


class NearestSegment:
    """The nearest segment of places, and the distance across it.

    Parameters
    ----------
    segments : Segments
    reach : float
        Metres; places beyond, and those off the ends of faults, belong to none.
    """

    def __init__(self, segments: Segments, reach: float):
        self._segments, self._reach = segments, reach
        self._search = NearestTrace(segments.traces)

    def least(self, places) -> float:
        """Metres from the nearest of some places, shape (place, 2)."""
        return float(self._search.find(places).distance.min())

    def find(self, places) -> tuple:
        """Segments of places.

        Parameters
        ----------
        places : ndarray, shape (place, 2)
            Longitude and latitude.

        Returns
        -------
        segment : ndarray of int, shape (place,)
            -1 for none.
        distance : ndarray, shape (place,)
            Metres, positive to the right of the strike.
        """
        nearest = self._search.find(places)
        traces = self._segments.traces
        segment = self._segments.of_piece[nearest.piece]
        aside = np.sin(np.radians(nearest.azimuth - self._segments.strike[segment]))
        end = (nearest.share <= 0) & (traces.before[nearest.piece] < 0)
        end |= (nearest.share >= 1) & (traces.after[nearest.piece] < 0)
        lost = (nearest.distance > self._reach) | (end & (np.abs(aside) < END))
        # The azimuth is that from the place to the trace: on the right it points to the left.
        distance = np.where(aside < 0, 1.0, -1.0) * nearest.distance
        return np.where(lost, -1, segment), distance
