# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An area on an equal-area map: its size, what lies inside, and evenly random places in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..errors import GroundshiftError


@dataclass(frozen=True)
class StudyArea:
    """An area bounded by rings that do not cross; a ring inside of another one is a hole.

    Parameters
    ----------
    start, end : ndarray, shape (edge, 2)
        Edges of the rings, metres on an equal-area map.
    """

    start: np.ndarray
    end: np.ndarray

    @classmethod
    def from_rings(cls, rings) -> StudyArea:
        """From rings, each an array of shape (vertex, 2) that ends where it began."""
        start = np.concatenate([ring[:-1] for ring in rings])
        end = np.concatenate([ring[1:] for ring in rings])
        return cls(start, end)

    @classmethod
    def hull(cls, places) -> StudyArea:
        """The convex hull of places, shape (place, 2).

        Raises
        ------
        GroundshiftError
            If the places lie on a line.
        """
        from scipy.spatial import ConvexHull, QhullError

        places = np.unique(places, axis=0)
        try:
            if len(places) < 3:
                raise QhullError
            corners = places[ConvexHull(places).vertices]
        except QhullError as error:
            raise GroundshiftError(
                "The places lie on a line and enclose no area; give a layer with the study area."
            ) from error
        return cls.from_rings([np.concatenate([corners, corners[:1]])])

    @cached_property
    def size(self) -> float:
        """Square metres."""
        low, high = self.start[:, 1].min(), self.start[:, 1].max()
        levels = np.unique(np.concatenate([self.start[:, 1], [low, high]]))
        if len(levels) > 4000:  # between thinned levels the widths are as good as linear
            levels = np.linspace(low, high, 4000)
        middle = (levels[:-1] + levels[1:]) / 2
        widths = np.array([np.diff(self._crossings(y).reshape(-1, 2)).sum() for y in middle])
        return float((widths * np.diff(levels)).sum())

    def _crossings(self, y: float) -> np.ndarray:
        """Where a parallel crosses the rings, sorted; an even number of them."""
        (x1, y1), (x2, y2) = self.start.T, self.end.T
        hit = (y1 <= y) != (y2 <= y)
        share = (y - y1[hit]) / (y2[hit] - y1[hit])
        return np.sort(x1[hit] + share * (x2[hit] - x1[hit]))

    def contains(self, places) -> np.ndarray:
        """Which places lie inside, shape (place,); by the number of edges to their right."""
        places = np.asarray(places, float).reshape(-1, 2)
        order = np.argsort(places[:, 1], kind="stable")
        x, y = places[order].T
        inside = np.zeros(len(places), bool)
        low = np.minimum(self.start[:, 1], self.end[:, 1])
        high = np.maximum(self.start[:, 1], self.end[:, 1])
        first, last = np.searchsorted(y, low, "left"), np.searchsorted(y, high, "left")
        for k in np.flatnonzero(last > first):
            these = slice(first[k], last[k])
            (x1, y1), (x2, y2) = self.start[k], self.end[k]
            inside[these] ^= x[these] < x1 + (y[these] - y1) / (y2 - y1) * (x2 - x1)
        out = np.empty_like(inside)
        out[order] = inside
        return out

    def sample(self, count: int, rng) -> np.ndarray:
        """About `count` random places, one in each of as many equal cells.

        Each place stands for the same area. They vary much less than places thrown one by one,
        so that shares of the area come out sharper.

        Parameters
        ----------
        count : int
        rng : numpy.random.Generator

        Returns
        -------
        ndarray, shape (place, 2)
        """
        low, high = self.start[:, 1].min(), self.start[:, 1].max()
        step = np.sqrt(self.size / count)
        rows = max(1, int(np.ceil((high - low) / step)))
        height = (high - low) / rows
        found, carried = [], 0.0
        spacing = self.size / count / height
        for row in range(rows):
            y = low + (row + rng.random()) * height
            ends = self._crossings(y).reshape(-1, 2)
            lengths = ends[:, 1] - ends[:, 0]
            total = lengths.sum()
            # Cells go on from row to row, so that narrow parts get their share.
            first, last = int(np.ceil(carried)), int(np.floor(carried + total / spacing)) + 1
            along = (np.arange(first - 1, last) + rng.random(last - first + 1) - carried) * spacing
            along = along[(along >= 0) & (along < total)]
            carried = (carried + total / spacing) % 1.0
            where = np.searchsorted(np.cumsum(lengths), along, "right")
            before = np.cumsum(lengths) - lengths
            x = ends[where, 0] + along - before[where]
            found.append(np.stack([x, np.full(len(x), y)], axis=1))
        return np.concatenate(found)
