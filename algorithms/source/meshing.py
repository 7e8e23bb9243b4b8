# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triangulated fault surfaces below a trace."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .bending import column_counts, offsets, simplified

FLATTEST = np.radians(1.0)
"""A fault cannot be cut by depth where it dips by less."""

SHARPEST = np.radians(120.0)
"""A trace cannot turn by more at one vertex."""

MOST = 200_000
"""Triangles of a fault."""

EVENED = (0.25, 0.5, 0.75, 1.0)
"""Shares by which directions of dip are evened out, until the surface does not fold."""


@dataclass(frozen=True)
class FaultMesh:
    """A triangulated fault surface.

    Parameters
    ----------
    vertices : ndarray, shape (vertex, 3)
        East, north, up in metres.
    triangles : ndarray of int, shape (triangle, 3)
        Vertices, counter-clockwise as seen from the hanging wall.
    segment : ndarray of int, shape (triangle,)
        Piece of the trace, between two of its vertices as they were given.
    row, column : ndarray of int, shape (triangle,)
        Place down the dip and along the strike; two triangles, or at the ends of a piece of the
        trace three, share both.
    note : str
        What was changed to make the surface, for the log; empty for nothing.
    """

    vertices: np.ndarray
    triangles: np.ndarray
    segment: np.ndarray
    row: np.ndarray
    column: np.ndarray
    note: str = ""

    @property
    def corners(self) -> np.ndarray:
        """What :meth:`..data.patches.PatchSet.of_triangles` takes, shape (triangle, 3, 3)."""
        return self.vertices[self.triangles]


def mesh_of_trace(trace, dip, bottom, size, top=0.0, profile=None) -> FaultMesh:
    """A surface of triangles from a trace down to a depth.

    Parameters
    ----------
    trace : ndarray, shape (vertex, 2)
        East and north in metres, in the direction of strike: the fault dips to the right.
    dip : float or ndarray, shape (vertex,) or (vertex - 1,)
        Radians: one for all, one by vertex (linear in its cotangent between), or one by segment: a
        segment then has this dip up to where it bends to meet its neighbour, about as far from
        their joint as their lower edges would gape. With a `profile` that at `top`.
    bottom : float
        Depth of the lower edge in metres.
    size : float
        Length of the triangles' sides in metres; a trace's bends much smaller than it are cut.
    top : float
        Depth of the upper edge, which lies straight below the trace.
    profile : ndarray, shape (level, 2), optional
        A listric fault: depth (m) and dip (rad), linear between and the same beyond; it is turned
        as a whole where `dip` differs from it at the top.

    Returns
    -------
    FaultMesh
        Rows are level, and each is set off by half a side from the one above, so that triangles
        are about equilateral but for the halves where the trace bends. Vertices are shared
        throughout, across segments too.

    Raises
    ------
    GroundshiftError
        If something is no such number, the trace is too short, turns or crosses itself, the fault
        gets too flat, or folds over itself.
    """
    trace = _checked_trace(trace)
    dips = _dips_by_vertex(trace, dip)
    _check_sizes(top, bottom, size)
    trace, dips, segment_of = _refined(trace, dips, size, bottom - top)
    depths, runs = _levels(dips, top, bottom, size, profile)
    counts = column_counts(trace, size)
    wanted = int((2 * counts + 1).sum()) * (len(depths) - 1)
    if wanted > MOST:
        raise GroundshiftError(
            f"Triangles of {size:g} m would be {wanted} on this fault, more than {MOST}; make them "
            "larger."
        )
    rows, first = offsets(trace, runs, 0.0)
    folded, evened = first, 0.0
    for evened in EVENED if folded else ():
        rows, folded = offsets(trace, runs, evened)
        if folded is None:
            break
    if folded:
        raise GroundshiftError(
            f"The fault folds over itself {depths[first[0]] / 1000:.3g} km deep below the trace's "
            f"bend at ({trace[first[1], 0]:.0f}, {trace[first[1], 1]:.0f}); make it steeper or "
            "shallower, or smooth or split the trace there."
        )
    note = ""
    if evened:
        note = (
            "The fault would fold over itself below a bend of its trace: directions of dip were "
            f"evened out along it by {evened:.0%}."
        )
    return _zipped(rows, depths, counts, segment_of, note)


def _checked_trace(trace):
    trace = np.asarray(trace, float)
    if trace.ndim != 2 or trace.shape[0] < 2 or not np.isfinite(trace).all():
        raise GroundshiftError(
            "A fault's trace needs two vertices with coordinates at least; mend the line."
        )
    trace = trace[:, :2]
    legs = np.linalg.norm(np.diff(trace, axis=0), axis=1)
    if not (legs > 0).all():
        raise GroundshiftError("A fault's trace has a vertex twice; take one out.")
    return trace


def _check_sizes(top, bottom, size):
    if not (np.isfinite([top, bottom, size]).all() and 0 <= top < bottom):
        raise GroundshiftError(
            "The depths of a fault's edges do not go down from 0; set the top above the bottom."
        )
    if not size > 0:
        raise GroundshiftError("The triangles' size is not above 0; give metres.")


def _dips_by_vertex(trace, dip):
    """Dips at the vertices, shape (vertex,), or of the segments, shape (vertex - 1,)."""
    dips = np.asarray(dip, float)
    if dips.ndim == 0:
        dips = np.full(len(trace), float(dip))
    if dips.ndim != 1 or len(dips) not in (len(trace), len(trace) - 1):
        raise GroundshiftError(
            f"There are {dips.size} dips for a trace of {len(trace)} vertices; give one, one by "
            "vertex, or one by segment."
        )
    if not ((dips >= FLATTEST) & (dips <= np.pi / 2 + 1e-9)).all():
        raise GroundshiftError(
            "A fault dips by less than 1 or more than 90 degrees; turn its trace round to make it "
            "dip to the right."
        )
    return dips


def _refined(trace, dips, size, height):
    """The trace without bends that are too small, with dips by vertex, and whose pieces are whose.

    Returns
    -------
    trace : ndarray, shape (vertex, 2)
    dips : ndarray, shape (vertex,)
    segment : ndarray of int, shape (vertex - 1,)
        Which of the given segments a piece is on.
    """
    by_segment = len(dips) == len(trace) - 1
    if not by_segment:
        kept = simplified(trace, 0.1 * size, 0.3 * size)
        segment = kept[:-1]
        trace, dips = trace[kept], dips[kept]
    else:
        fixed = np.concatenate([[True], np.abs(np.diff(dips)) > 1e-9, [True]])
        kept = simplified(trace, 0.1 * size, 0.3 * size, fixed)
        trace, dips, segment = _with_joints(trace[kept], dips[kept[:-1]], kept[:-1], size, height)
    turn = _turns(trace)
    if (turn > SHARPEST).any():
        worst = 1 + int(turn.argmax())
        raise GroundshiftError(
            f"The trace turns by {np.degrees(turn.max()):.0f} degrees at "
            f"({trace[worst, 0]:.0f}, {trace[worst, 1]:.0f}); split it there or smooth it."
        )
    return trace, dips, segment


def _with_joints(trace, dips, segment, size, height):
    """Vertices beside each joint of two dips, so that a segment keeps its own up to there."""
    flat = 1 / np.tan(dips)
    gape = np.concatenate([[0.0], height * np.abs(np.diff(flat)), [0.0]])
    places, found, whose = [trace[0]], [dips[0]], []
    for k in range(len(dips)):
        start, end = trace[k], trace[k + 1]
        length = np.linalg.norm(end - start)
        near = np.minimum(np.maximum(gape[k : k + 2], size), length / 3) / length
        for share, bent in ((near[0], gape[k] > 0), (1 - near[1], gape[k + 1] > 0)):
            if bent:
                places.append(start + share * (end - start))
                found.append(dips[k])
                whose.append(segment[k])
        places.append(end)
        found.append(np.arctan2(2, flat[k] + flat[min(k + 1, len(dips) - 1)]))
        whose.append(segment[k])
    return np.array(places), np.array(found), np.array(whose)


def _turns(trace):
    """Angles by which a trace turns at its inner vertices."""
    way = np.diff(trace, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    return np.arccos(np.clip((way[1:] * way[:-1]).sum(axis=1), -1, 1))


def _levels(dips, top, bottom, size, profile):
    """Depths of the rows' edges, and how far below the trace's vertices these lie beside it.

    Returns
    -------
    depths : ndarray, shape (level,)
    runs : ndarray, shape (level, vertex)
        Metres across the strike.
    """
    fine = np.linspace(top, bottom, 2001)
    turned = np.broadcast_to(dips, (len(fine), len(dips)))
    if profile is not None:
        profile = np.asarray(profile, float).reshape(-1, 2)
        if not len(profile) or not (np.diff(profile[:, 0]) > 0).all():
            raise GroundshiftError(
                "The dips by depth do not go down; give each depth once, sorted."
            )
        along = np.interp(fine, *profile.T)
        turned = turned + (along - along[0])[:, None]
    if not ((turned >= FLATTEST) & (turned <= np.pi / 2 + 1e-9)).all():
        raise GroundshiftError(
            "The fault dips by less than 1 or more than 90 degrees at some depth; change the dips "
            "by depth."
        )
    middle = 0.5 * (turned[1:] + turned[:-1])
    step = np.diff(fine)[:, None]
    run = np.concatenate([np.zeros((1, len(dips))), np.cumsum(step / np.tan(middle), axis=0)])
    # Rows are even in the mean way down the dip.
    down = np.concatenate([[0.0], np.cumsum((step / np.sin(middle)).mean(axis=1))])
    count = max(1, int(round(down[-1] / (np.sqrt(0.75) * size))))
    depths = np.interp(np.linspace(0, down[-1], count + 1), down, fine)
    depths[0], depths[-1] = top, bottom
    runs = np.stack([np.interp(depths, fine, run[:, k]) for k in range(len(dips))], axis=1)
    return depths, runs


def _shares(count, level):
    """Where a level's vertices lie on a piece of the trace: each other level set off by half."""
    if level % 2:
        return np.concatenate([[0.0], (np.arange(count) + 0.5) / count, [1.0]])
    return np.arange(count + 1) / count


def _zipped(rows, depths, counts, segment_of, note):
    """Vertices on the levels' lines, and triangles between each two levels."""
    vertices, numbers, total = [], [], 0
    for level, (line, depth) in enumerate(zip(rows, depths)):
        own = []
        for piece, count in enumerate(counts):
            share = _shares(count, level)[1 if piece else 0 :, None]
            places = line[piece] * (1 - share) + line[piece + 1] * share
            vertices.append(np.column_stack([places, np.full(len(places), -depth)]))
            # The first vertex is the last one of the piece before.
            start = total - 1 if piece else total
            total += len(places)
            own.append(np.arange(start, total))
        numbers.append(own)
    found = []
    first = np.concatenate([[0], np.cumsum(counts)])
    for row in range(len(depths) - 1):
        for piece, count in enumerate(counts):
            triangles, column = _between(count, row)
            both = np.concatenate([numbers[row][piece], numbers[row + 1][piece]])
            where = np.broadcast_to([segment_of[piece], row], (len(column), 2))
            found.append(np.column_stack([both[triangles], where, first[piece] + column]))
    found = np.concatenate(found)
    return FaultMesh(np.concatenate(vertices), found[:, :3], *found[:, 3:].T, note)


def _between(count, row):
    """Triangles between two levels of a piece, and their columns.

    Returns
    -------
    triangles : ndarray of int, shape (triangle, 3)
        Numbers among the vertices of the upper level, followed by those of the lower one.
    column : ndarray of int, shape (triangle,)
    """
    upper, lower = _shares(count, row), _shares(count, row + 1)
    i, j, triangles, middle = 0, 0, [], []
    while i + 1 < len(upper) or j + 1 < len(lower):
        on_lower = i + 1 == len(upper) or (j + 1 < len(lower) and lower[j + 1] <= upper[i + 1])
        ahead = j + 1 + len(upper) if on_lower else i + 1
        triangles.append((i, j + len(upper), ahead))
        step = (lower[j : j + 2] if on_lower else upper[i : i + 2]).mean()
        middle.append(step)
        i, j = (i, j + 1) if on_lower else (i + 1, j)
    column = np.minimum((np.array(middle) * count).astype(int), count - 1)
    return np.array(triangles), column
