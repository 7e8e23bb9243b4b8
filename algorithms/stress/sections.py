# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections along lines: the places of their cells, and where they cut fault patches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.patches import PatchSet
from ..errors import GroundshiftError

MOST_CELLS = 2_000_000


@dataclass(frozen=True)
class Section:
    """Cells of a section along a line, downwards.

    Parameters
    ----------
    distance : ndarray, shape (column,)
        Of the cells' middles from the line's start, along it, metres.
    depth : ndarray, shape (row,)
        Of the cells' middles, metres.
    points : ndarray, shape (row, column, 3)
        East, north, up.
    size : (float, float)
        Of a cell: along the line, and in depth.
    line : ndarray, shape (vertex, 2)
    slant : ndarray, shape (2,)
        Which way, and how far for a metre of depth, the section runs off from below the line.
    """

    distance: np.ndarray
    depth: np.ndarray
    points: np.ndarray
    size: tuple[float, float]
    line: np.ndarray
    slant: np.ndarray

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.points.shape[:2]


def make_section(
    line, top: float, bottom: float, spacing: float, dip: float = np.pi / 2
) -> Section:
    """Lay cells under a line.

    Parameters
    ----------
    line : ndarray, shape (vertex, 2)
        East and north, metres.
    top, bottom : float
        Depths, metres.
    spacing : float
        Aim for a cell's size; a whole number of cells fits.
    dip : float
        Radians, to the right of the way from the line's start to its end.

    Raises
    ------
    GroundshiftError
        If the line has no length, the depths are in the wrong order, the dip is not above 0 to 90
        degrees, or cells are too many.
    """
    line = np.asarray(line, float)
    steps = np.hypot(*np.diff(line, axis=0).T)
    line, steps = line[np.r_[True, steps > 0]], steps[steps > 0]
    length = steps.sum()
    if not length > 0:
        raise GroundshiftError("The line of the section has no length; draw another.")
    if not 0 <= top < bottom:
        raise GroundshiftError(
            "The section's depths are not in order; give a top from 0 down and a bottom below it."
        )
    if not 0 < dip <= np.pi / 2 + 1e-12:
        raise GroundshiftError("The section's dip is not above 0 to 90 degrees; give some 90.")
    if not spacing > 0:
        raise GroundshiftError("The section's cells have no size; give one above 0.")
    wide = max(1, round(length / spacing))
    high = max(1, round((bottom - top) / np.sin(dip) / spacing))
    if wide * high > MOST_CELLS:
        raise GroundshiftError(
            f"The section has {wide} x {high} cells, more than {MOST_CELLS}; take larger ones."
        )
    distance = (np.arange(wide) + 0.5) * length / wide
    depth = top + (np.arange(high) + 0.5) * (bottom - top) / high
    at = np.concatenate([[0.0], np.cumsum(steps)])
    place = np.stack([np.interp(distance, at, line[:, k]) for k in (0, 1)], axis=1)
    slant = _to_the_right(line) * max(0.0, np.cos(dip)) / np.sin(dip)
    flat = place + depth[:, None, None] * slant
    points = np.concatenate([flat, np.broadcast_to(-depth[:, None, None], (high, wide, 1))], axis=2)
    return Section(
        distance, depth, points, (length / wide, (bottom - top) / high), line, slant
    )  # fmt: skip


def _to_the_right(line):
    """Unit vector to the right of the way from a line's start to its end."""
    way = line[-1] - line[0]
    if not np.hypot(*way) > 0:
        way = line[1] - line[0]
    return np.array([way[1], -way[0]]) / np.hypot(*way)


def cuts(section: Section, patches: PatchSet) -> np.ndarray:
    """Where a section cuts patches.

    Returns
    -------
    ndarray, shape (cut, 2, 2)
        Both ends of each cut: distance along the line, and depth; metres.
    """
    found, start = [], 0.0
    for first, last in zip(section.line[:-1], section.line[1:]):
        way = last - first
        length = np.hypot(*way)
        found += _cuts(patches.corners, first, way / length, length, section.slant, start)
        start += length
    return np.array(found).reshape(-1, 2, 2)


def _cuts(corners, first, way, length, slant, start):
    """Cuts with the plane below one straight part of the line."""
    # A corner is at `along * way + depth * (slant, -1) + off * normal` from the part's start.
    axes = np.array([[*way, 0.0], [*slant, -1.0], [way[1], -way[0], 0.0]])
    places = (corners - [*first, 0.0]) @ np.linalg.inv(axes)  # along, depth, off
    following = np.roll(places, -1, axis=1)
    crossing = (places[..., 2] < 0) != (following[..., 2] < 0)
    for patch in np.flatnonzero(crossing.sum(axis=1) == 2):
        before, after = (part[patch, crossing[patch]] for part in (places, following))
        share = before[:, 2:] / (before[:, 2:] - after[:, 2:])
        ends = (before + share * (after - before))[:, :2]
        inside = (ends[:, 0] >= 0) & (ends[:, 0] <= length)
        if inside.any():
            yield _within(ends, length) + [start, 0.0]


def _within(ends, length):
    """A straight cut, shortened to the distances from 0 to a length."""
    (a, da), (b, db) = ends
    if a == b:
        return ends
    limits = np.clip([a, b], 0.0, length)
    return np.column_stack([limits, da + (limits - a) / (b - a) * (db - da)])
