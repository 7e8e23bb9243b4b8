# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Traces of faults and the lines that lie beside them at depth."""

from __future__ import annotations

import numpy as np

SHORTEST = 0.05
"""A piece of the trace may shrink to this share of its length at depth, no further."""

SLANTED = 0.05
"""Sine of the least angle between a level line and the way down from its vertices, in the plan."""


def simplified(trace, tolerance, shortest, fixed=None) -> np.ndarray:
    """Vertices of a trace that matter.

    Parameters
    ----------
    trace : ndarray, shape (vertex, 2)
    tolerance : float
        Metres by which the line may move (Douglas and Peucker 1973).
    shortest : float
        Metres below which no piece remains, but between fixed vertices.
    fixed : ndarray of bool, shape (vertex,), optional
        Vertices that stay; the two ends always do.

    Returns
    -------
    ndarray of int
    """
    stays = np.zeros(len(trace), bool) if fixed is None else np.array(fixed, bool)
    stays[[0, -1]] = True
    kept = stays.copy()
    open_ = list(zip(np.flatnonzero(stays)[:-1], np.flatnonzero(stays)[1:]))
    while open_:
        start, end = open_.pop()
        if end - start < 2:
            continue
        away = _away(trace[start + 1 : end], trace[start], trace[end])
        worst = int(away.argmax())
        if away[worst] > tolerance:
            middle = start + 1 + worst
            kept[middle] = True
            open_ += [(start, middle), (middle, end)]
    chosen = list(np.flatnonzero(kept))
    k = 0
    while k + 1 < len(chosen):
        one, two = chosen[k], chosen[k + 1]
        if np.linalg.norm(trace[two] - trace[one]) >= shortest or (stays[one] and stays[two]):
            k += 1
        else:
            chosen.remove(one if stays[two] else two)
            k = max(k - 1, 0)
    return np.array(chosen)


def column_counts(trace, size) -> np.ndarray:
    """How many columns about as long as a size each piece of a trace takes."""
    length = np.linalg.norm(np.diff(trace, axis=0), axis=1)
    return np.maximum(1, np.rint(length / size)).astype(int)


def offsets(trace, runs, evened):
    """Lines to the right of a trace.

    Parameters
    ----------
    trace : ndarray, shape (vertex, 2)
    runs : ndarray, shape (level, vertex)
        How far to the right, across the pieces that meet at a vertex.
    evened : float
        0: vertices move along the bisector of the pieces that meet there, so that equal runs
        keep the pieces parallel; 1: all in one direction.

    Returns
    -------
    lines : ndarray, shape (level, vertex, 2)
    folded : tuple of int or None
        Level and vertex where the first line folds over or crosses itself.
    """
    way = np.diff(trace, axis=0)
    length = np.linalg.norm(way, axis=1, keepdims=True)
    right = np.stack([way[:, 1], -way[:, 0]], axis=1) / length
    before, after = np.concatenate([right[:1], right]), np.concatenate([right, right[-1:]])
    bisector = _unit(before + after)
    mean = _unit((length * right).sum(axis=0, keepdims=True))
    direction = _unit((1 - evened) * bisector + evened * mean)
    across = 0.5 * ((direction * before).sum(axis=1) + (direction * after).sum(axis=1))
    if (across < 0.2).any():
        return trace[None], (0, int(across.argmin()))
    lines = trace + runs[:, :, None] * (direction / across[:, None])
    return lines, _first_fold(lines, way, length)


def _first_fold(lines, way, length):
    """Level and vertex where lines turn back against the trace, or cross themselves."""
    pieces = np.diff(lines, axis=1)
    bad = (pieces * way).sum(axis=2) / length[:, 0] ** 2 < SHORTEST
    # A cell between two lines is turned over where a way down does not lead to the lines' right.
    down = np.diff(lines, axis=0)
    for line in (pieces[:-1], pieces[1:]):
        right = _unit(np.stack([line[..., 1], -line[..., 0]], axis=-1))
        for steps in (down[:, :-1], down[:, 1:]):
            far = np.linalg.norm(steps, axis=2)
            # Rows of a vertical fault lie on one another.
            bad[1:] |= (right * steps).sum(axis=2) < SLANTED * far - 1e-6 * length[:, 0]
    for level in range(len(lines)):
        if bad[level].any():
            return level, int(bad[level].argmax())
        crossed = _crossing(lines[level])
        if crossed is not None:
            return level, crossed
    return None


def _crossing(line):
    """The start of the first piece of a line that another, not its neighbour, crosses."""
    start, end = line[:-1], line[1:]
    first, second = np.triu_indices(len(start), 2)

    def side(a, b, c):
        return np.sign((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0])

    a, b, c, d = start[first], end[first], start[second], end[second]
    crosses = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return int(first[crosses.argmax()]) if crosses.any() else None


def _away(points, start, end):
    """Distance of points from the piece of line between two others."""
    way = end - start
    at = np.clip((points - start) @ way / (way @ way), 0, 1) if way @ way else np.zeros(len(points))
    return np.linalg.norm(points - start - at[:, None] * way, axis=1)


def _unit(vectors):
    size = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(size == 0, 1.0, size)
