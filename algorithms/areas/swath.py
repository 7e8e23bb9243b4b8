# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles: what lies within a swath about a line, by distance along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

PERCENTILES = (5.0, 25.0, 50.0, 75.0, 95.0)


@dataclass(frozen=True)
class Line:
    """A line of straight pieces in metres.

    Parameters
    ----------
    points : ndarray, shape (vertex, 2)
    """

    points: np.ndarray

    def __post_init__(self):
        if len(self.points) < 2 or not self.length > 0:
            raise GroundshiftError("The profile's line has no length; draw one with two corners.")

    @property
    def starts(self) -> np.ndarray:
        """Distance of every vertex along the line, metres."""
        pieces = np.hypot(*np.diff(self.points, axis=0).T)
        return np.concatenate([[0.0], np.cumsum(pieces)])

    @property
    def length(self) -> float:
        """Metres."""
        return float(self.starts[-1])

    def at(self, distance) -> np.ndarray:
        """Places at distances along the line, shape (place, 2)."""
        starts = self.starts
        return np.stack([np.interp(distance, starts, axis) for axis in self.points.T], axis=1)

    def locate(self, points):
        """Distance along the line and across it (left is positive) of the nearest place on it.

        Parameters
        ----------
        points : ndarray, shape (point, 2)

        Returns
        -------
        along, across : ndarray, shape (point,)
            NaN where the nearest place is an end of the line and the point lies beyond it: a
            profile has square ends.
        """
        return self._locate(points)[:2]

    def distance(self, points) -> np.ndarray:
        """How far points, shape (point, 2), lie from the line, metres."""
        return self._locate(points)[2]

    def _locate(self, points):
        points = np.asarray(points, float).reshape(-1, 2)
        best = np.full(len(points), np.inf)
        along, across = np.full((2, len(points)), np.nan)
        starts, pieces = self.starts, len(self.points) - 1
        for k in range(pieces):
            a, b = self.points[k], self.points[k + 1]
            size = float(np.hypot(*(b - a)))
            if not size:
                continue
            unit = (b - a) / size
            offset = points - a
            ahead = offset @ unit
            left = offset @ np.array([-unit[1], unit[0]])
            near = np.clip(ahead, 0.0, size)
            distance = np.hypot(ahead - near, left)
            beyond = ((ahead < 0) & (k == 0)) | ((ahead > size) & (k == pieces - 1))
            closer = distance < best
            best[closer] = distance[closer]
            along[closer] = np.where(beyond, np.nan, starts[k] + near)[closer]
            across[closer] = (np.where(left < 0, -1.0, 1.0) * distance)[closer]
        return along, across, best


@dataclass(frozen=True)
class Swath:
    """Statistics by bin; arrays of shape (bin,), NaN for bins without a value.

    Parameters
    ----------
    distance : ndarray
        Of the bins' middles along the line, metres.
    count : ndarray of int
    mean, std : ndarray
    percentiles : ndarray, shape (percentile, bin)
        Of :data:`PERCENTILES`; the third is the median.
    """

    distance: np.ndarray
    count: np.ndarray
    mean: np.ndarray
    std: np.ndarray
    percentiles: np.ndarray

    @property
    def rows(self) -> list:
        """By bin with a value: distance, count, mean, then the percentiles."""
        return [
            (float(self.distance[k]), int(self.count[k]), float(self.mean[k]),
             *map(float, self.percentiles[:, k]))
            for k in np.flatnonzero(self.count)
        ]  # fmt: skip


def swath(line: Line, points, values, width: float, bins: int) -> Swath:
    """Statistics of values within half a width of a line, in bins of equal length along it.

    Parameters
    ----------
    line : Line
    points : ndarray, shape (point, 2)
        In the line's metres.
    values : ndarray, shape (point,)
        NaN counts as none.
    width : float
        Of the whole swath, metres.
    bins : int

    Raises
    ------
    GroundshiftError
        If width or bins are not positive, or no value lies in the swath.
    """
    if not width > 0 or bins < 1:
        raise GroundshiftError(
            f"The swath is {width:g} m wide in {bins} bins; give a positive width and number."
        )
    values = np.asarray(values, float)
    along, across = line.locate(points)
    inside = np.isfinite(values) & np.isfinite(along) & (np.abs(across) <= width / 2)
    if not inside.any():
        raise GroundshiftError(
            "No value lies within the profile's swath; make it wider or draw it elsewhere."
        )
    along, values = along[inside], values[inside]
    which = np.minimum((along / line.length * bins).astype(int), bins - 1)
    order = np.argsort(which, kind="stable")
    parts = np.split(values[order], np.cumsum(np.bincount(which, minlength=bins))[:-1])
    nothing = np.full(len(PERCENTILES), np.nan)
    percentiles = [np.percentile(part, PERCENTILES) if len(part) else nothing for part in parts]
    return Swath(
        (np.arange(bins) + 0.5) * line.length / bins, np.array([len(part) for part in parts]),
        np.array([part.mean() if len(part) else np.nan for part in parts]),
        np.array([part.std(ddof=1) if len(part) > 1 else np.nan for part in parts]),
        np.array(percentiles).T,
    )  # fmt: skip
