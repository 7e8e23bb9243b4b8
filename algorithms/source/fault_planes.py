# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Planes of faults, from traces or outlines, and how they are cut into patches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.patches import DEPTH, DIP, EAST, LENGTH, NORTH, STRIKE, WIDTH, PatchSet
from ..errors import GroundshiftError

MOST_PATCHES = 20_000
SAME = 1e-3  # radians, or share of a size: patches of one plane differ by less


@dataclass(frozen=True)
class Patching:
    """Into what a plane is cut.

    Parameters
    ----------
    length, width : float
        Metres along the strike and down the dip; planes are cut into a whole number of patches of
        about this size.
    growth : float
        Each row's patches are by this factor larger than those of the row above.

    Raises
    ------
    GroundshiftError
        If there is no such size.
    """

    length: float = 2000.0
    width: float = 2000.0
    growth: float = 1.0

    def __post_init__(self):
        if not (self.length > 0 and self.width > 0):
            raise GroundshiftError("Patches have a size above 0; give their length and width.")
        if not 1 <= self.growth <= 3:
            raise GroundshiftError(
                f"Patches that grow by {self.growth:g} a row; give a factor from 1 to 3."
            )

    def widths(self, total: float) -> np.ndarray:
        """Widths of the rows of a plane, from the top."""
        if self.growth == 1:
            rows = max(1, round(total / self.width))
            return np.full(rows, total / rows)
        # Rows until they fill the plane, then all by one factor.
        ratio = total * (self.growth - 1) / self.width + 1
        rows = max(1, round(np.log(ratio) / np.log(self.growth)))
        widths = self.growth ** np.arange(rows)
        return widths * total / widths.sum()

    def columns(self, total: float, row: int) -> int:
        """How many patches a row has."""
        return max(1, round(total / (self.length * self.growth**row)))


def cut(planes, patching: Patching, segment=None, crs: str = "") -> PatchSet:
    """Cut planes into patches.

    Parameters
    ----------
    planes : ndarray, shape (plane, 7)
        Rectangles, see :class:`PatchSet`; those of one segment follow one another along
        its strike.
    patching : Patching
    segment : ndarray of int, shape (plane,), optional
        A segment each by default. Columns are numbered on along a segment.
    crs : str
        The local frame.

    Returns
    -------
    PatchSet

    Raises
    ------
    GroundshiftError
        If there would be more than :data:`MOST_PATCHES`.
    """
    planes = np.atleast_2d(np.asarray(planes, float))
    segment = np.arange(len(planes)) if segment is None else np.asarray(segment, int)
    about = float((planes[:, LENGTH] * planes[:, WIDTH]).sum()) / (patching.length * patching.width)
    if patching.growth == 1 and about > 2 * MOST_PATCHES:
        raise _too_many(about)
    parts, places, first = [], [], {}
    for plane, number in zip(planes, segment):
        pieces, row, column = _cut_plane(plane, patching)
        # A row's columns go on where those of the plane before it end.
        starts = first.setdefault(int(number), {})
        begin = np.array([starts.get(int(r), 0) for r in row])
        for r in np.unique(row):
            starts[int(r)] = starts.get(int(r), 0) + int(column[row == r].max()) + 1
        parts.append(pieces)
        places.append(np.column_stack([np.full(len(row), number), row, column + begin]))
    count = sum(len(part) for part in parts)
    if count > MOST_PATCHES:
        raise _too_many(count)
    return PatchSet.of_rectangles(np.concatenate(parts), *np.concatenate(places).T, crs)


def _too_many(count):
    return GroundshiftError(
        f"The fault would have some {count:,.0f} patches; give larger ones (at most "
        f"{MOST_PATCHES:,} patches)."
    )


def _cut_plane(plane, patching):
    """Patches of one plane, and their rows and columns."""
    widths = patching.widths(plane[WIDTH])
    counts = np.array([patching.columns(plane[LENGTH], row) for row in range(len(widths))])
    row = np.repeat(np.arange(len(widths)), counts)
    column = np.concatenate([np.arange(count) for count in counts])
    length = plane[LENGTH] / counts[row]
    along = (column + 0.5) * length - plane[LENGTH] / 2
    down = (np.cumsum(widths) - widths / 2)[row] - plane[WIDTH] / 2
    out = np.tile(plane, (len(row), 1))
    strike, dip = plane[STRIKE], plane[DIP]
    across = down * np.cos(dip)
    out[:, EAST] += along * np.sin(strike) + across * np.cos(strike)
    out[:, NORTH] += along * np.cos(strike) - across * np.sin(strike)
    out[:, DEPTH] += down * np.sin(dip)
    out[:, LENGTH], out[:, WIDTH] = length, widths[row]
    return out, row, column


def straightened(vertices, tolerance: float) -> np.ndarray:
    """Vertices of a line that keeps within a distance of another one (Douglas and Peucker, 1973).

    Parameters
    ----------
    vertices : ndarray, shape (vertex, 2)
    tolerance : float
        Metres; 0 takes out only what lies on a straight line.

    Returns
    -------
    ndarray, shape (fewer vertices, 2)
    """
    keep = np.zeros(len(vertices), bool)
    keep[[0, -1]] = True
    spans = [(0, len(vertices) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        way = vertices[last] - vertices[first]
        size = np.hypot(*way)
        away = vertices[first + 1 : last] - vertices[first]
        if size > 0:
            share = np.clip(away @ way / size**2, 0, 1)
            away = away - share[:, None] * way
        apart = np.hypot(*away.T)
        worst = int(np.argmax(apart))
        if apart[worst] > max(tolerance, 1e-6):
            middle = first + 1 + worst
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return vertices[keep]


def shifted(vertices, distance: float) -> np.ndarray:
    """A line moved to its right by a distance, its straight pieces drawn on to meet.

    Parameters
    ----------
    vertices : ndarray, shape (vertex, 2)
    distance : float
        Metres.

    Returns
    -------
    ndarray, shape (vertex, 2)
    """
    way = np.diff(vertices, axis=0)
    way = way / np.hypot(*way.T)[:, None]
    right = np.column_stack([way[:, 1], -way[:, 0]])
    before, after = np.concatenate([right[:1], right]), np.concatenate([right, right[-1:]])
    middle = before + after
    # The corner of two lines at a distance lies along their mean normal; sharp ones are cut off.
    size = np.maximum((middle * before).sum(axis=1), 0.2)
    return vertices + distance * middle / size[:, None]


def trace_planes(vertices, dip: float, top: float, bottom: float, at_surface: bool) -> np.ndarray:
    """Planes below the straight pieces of a trace; they dip to the right of its way.

    Parameters
    ----------
    vertices : ndarray, shape (vertex, 2)
        East and north in metres.
    dip : float
        Radians.
    top, bottom : float
        Depths of the upper and lower edges, metres.
    at_surface : bool
        Whether the trace is that at the surface, from which a buried top edge lies away down the
        dip; else it is the top edge itself.

    Returns
    -------
    ndarray, shape (vertex - 1, 7)

    Raises
    ------
    GroundshiftError
        If there is no plane between the depths.
    """
    if not 0 < dip <= np.pi / 2 + 1e-12:
        raise GroundshiftError(
            f"A fault dips by {np.degrees(dip):g} degrees; give a dip above 0 and up to 90."
        )
    if not 0 <= top < bottom:
        raise GroundshiftError(
            f"A fault reaches from {top / 1e3:g} to {bottom / 1e3:g} km of depth; give a top from 0"
            " and a bottom below it."
        )
    start, end = vertices[:-1], vertices[1:]
    way = end - start
    strike = np.arctan2(way[:, 0], way[:, 1]) % (2 * np.pi)
    middle, width = (top + bottom) / 2, (bottom - top) / np.sin(dip)
    across = (middle - (0.0 if at_surface else top)) / np.tan(dip)
    count = np.ones(len(way))
    return np.column_stack([
        (start[:, 0] + end[:, 0]) / 2 + across * np.cos(strike),
        (start[:, 1] + end[:, 1]) / 2 - across * np.sin(strike),
        middle * count, strike, dip * count, np.hypot(*way.T), width * count,
    ])  # fmt: skip


def gaps_at_depth(planes) -> float:
    """How far the lower ends of neighbouring planes of a trace come apart or overlap, metres."""
    if len(planes) < 2:
        return 0.0
    turn = (np.diff(planes[:, STRIKE]) + np.pi) % (2 * np.pi) - np.pi
    across = planes[:, WIDTH] * np.cos(planes[:, DIP])
    return float((2 * np.abs(np.sin(turn / 2)) * np.minimum(across[:-1], across[1:])).max())


def plane_at(place, depth, strike, dip, length, width, at_centre: bool) -> np.ndarray:
    """One plane by its centre, or by the middle of its top edge.

    Parameters
    ----------
    place : (float, float)
        East and north of that point in metres.
    depth : float
        Of that point, metres.
    strike, dip : float
        Radians.
    length, width : float
        Metres.
    at_centre : bool

    Returns
    -------
    ndarray, shape (1, 7)
    """
    plane = np.array([[*place, depth, strike % (2 * np.pi), dip, length, width]], float)
    if not at_centre:
        plane[0, EAST] += width / 2 * np.cos(dip) * np.cos(strike)
        plane[0, NORTH] -= width / 2 * np.cos(dip) * np.sin(strike)
        plane[0, DEPTH] += width / 2 * np.sin(dip)
    return plane


def outlines(patches: PatchSet) -> tuple:
    """Planes of which rectangular patches are the pieces.

    Parameters
    ----------
    patches : PatchSet
        Rectangles.

    Returns
    -------
    planes : ndarray, shape (plane, 7)
        One for the patches of a segment that lie in one plane and fill a rectangle; others are
        planes of their own.
    segment : ndarray of int, shape (plane,)
    """
    planes, segments = [], []
    for number in np.unique(patches.segment):
        mine = patches.rectangles[patches.segment == number]
        for group in _coplanar(mine):
            whole = _outline(mine[group])
            found = mine[group] if whole is None else whole[None]
            planes.append(found)
            segments.append(np.full(len(found), number))
    return np.concatenate(planes), np.concatenate(segments)


def _coplanar(rectangles) -> list:
    """Groups of rectangles with the same strike and dip, in order."""
    groups = []
    for k, rectangle in enumerate(rectangles):
        for group in groups:
            first = rectangles[group[0]]
            turn = abs((rectangle[STRIKE] - first[STRIKE] + np.pi) % (2 * np.pi) - np.pi)
            if max(turn, abs(rectangle[DIP] - first[DIP])) < SAME:
                group.append(k)
                break
        else:
            groups.append([k])
    return groups


def _outline(rectangles):
    """The rectangle that rectangles of one strike and dip fill; None where they do not."""
    strike, dip = rectangles[0, STRIKE], rectangles[0, DIP]
    along = np.array([np.sin(strike), np.cos(strike), 0.0])
    down = np.array([np.cos(dip) * np.cos(strike), -np.cos(dip) * np.sin(strike), np.sin(dip)])
    centre = rectangles[:, : DEPTH + 1]
    axes = np.stack([along, down, np.cross(along, down)])
    u, v, off = axes @ (centre - centre[0]).T
    half = rectangles[:, [LENGTH, WIDTH]] / 2
    low = np.array([(u - half[:, 0]).min(), (v - half[:, 1]).min()])
    high = np.array([(u + half[:, 0]).max(), (v + half[:, 1]).max()])
    size = high - low
    area = 4 * half.prod(axis=1).sum()
    if abs(area / size.prod() - 1) > 0.01 or np.abs(off).max() > 0.01 * size.min():
        return None
    middle = centre[0] + (low + high) / 2 @ np.stack([along, down])
    return np.array([*middle, strike, dip, *size])


def stretched(planes, beyond: float = 0.0, top=None, bottom=None) -> np.ndarray:
    """Planes drawn on: at both ends, and up and down to given depths.

    Parameters
    ----------
    planes : ndarray, shape (plane, 7)
    beyond : float
        Metres at each end.
    top, bottom : float, optional
        Depths of the edges, metres; as they are by default.

    Returns
    -------
    ndarray, shape (plane, 7)

    Raises
    ------
    GroundshiftError
        If a level plane is to reach a depth, or nothing is left of one.
    """
    out = np.array(planes, float)
    out[:, LENGTH] += 2 * beyond
    if top is None and bottom is None:
        return out
    sine = np.sin(out[:, DIP])
    if (sine < 1e-3).any():
        raise GroundshiftError(
            "A level fault cannot be drawn on to a depth; leave top and bottom empty."
        )
    upper = out[:, DEPTH] - out[:, WIDTH] / 2 * sine
    lower = out[:, DEPTH] + out[:, WIDTH] / 2 * sine
    new_upper = upper if top is None else np.full(len(out), top)
    new_lower = lower if bottom is None else np.full(len(out), bottom)
    if (new_lower <= new_upper).any() or (new_upper < 0).any():
        raise GroundshiftError(
            "The fault's top does not lie above its bottom, and below the surface; change them."
        )
    middle = (new_upper + new_lower) / 2
    across = (middle - out[:, DEPTH]) / np.tan(out[:, DIP])
    out[:, EAST] += across * np.cos(out[:, STRIKE])
    out[:, NORTH] -= across * np.sin(out[:, STRIKE])
    out[:, DEPTH], out[:, WIDTH] = middle, (new_lower - new_upper) / sine
    return out
