# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triangles of points that are pixels of a raster, compiled.

Where all four corners of a cell are points, nothing else lies in their circle, so that two
triangles of the Delaunay triangulation are known. Only points at other cells are triangulated. Of
that triangulation, what lies on the side of full cells is left out.
"""

from __future__ import annotations

import numpy as np

from ...kernels import njit

UNKNOWN, KEPT, LEFT_OUT = 0, 1, 2


@njit(inline="always")
def _turn(xy, a, b, c):
    """Twice the area of a triangle; positive where its corners go round to the left."""
    return (xy[b, 0] - xy[a, 0]) * (xy[c, 1] - xy[a, 1]) - (xy[b, 1] - xy[a, 1]) * (
        xy[c, 0] - xy[a, 0]
    )


@njit(inline="always")
def _apart(xy, a, b):
    """Squared distance of two points."""
    return (xy[b, 0] - xy[a, 0]) ** 2 + (xy[b, 1] - xy[a, 1]) ** 2


@njit(inline="always")
def _in_circle(xy, a, b, c, d):
    """Positive where the last point is in the circle of the others, which go round to the left."""
    ax, ay = xy[a, 0] - xy[d, 0], xy[a, 1] - xy[d, 1]
    bx, by = xy[b, 0] - xy[d, 0], xy[b, 1] - xy[d, 1]
    cx, cy = xy[c, 0] - xy[d, 0], xy[c, 1] - xy[d, 1]
    return (
        (ax * ax + ay * ay) * (bx * cy - by * cx)
        + (bx * bx + by * by) * (cx * ay - cy * ax)
        + (cx * cx + cy * cy) * (ax * by - ay * bx)
    )


@njit(cache=True, nogil=True)
def full_cells(number, xy):
    """Cells whose corners are points, and their triangles.

    Parameters
    ----------
    number : ndarray of int32, shape (row, column)
        Of the point at every pixel; -1 for none.
    xy : ndarray of float64, shape (point, 2)

    Returns
    -------
    full : ndarray of bool, shape (row + 1, column + 1)
        Cell (r, c) lies above and left of pixel (r, c); those outside count, too.
    corners : ndarray of int32, shape (triangle, 3)
        Round to the left.
    way : int
        1 where right and then down is a turn to the left, -1 where it is one to the right; 0 if
        there are no such cells.
    """
    rows, cols = number.shape
    full = np.zeros((rows + 1, cols + 1), np.bool_)
    corners = np.empty((2 * len(xy), 3), np.int32)
    count, way = 0, 0
    for r in range(1, rows):
        for c in range(1, cols):
            p, q = number[r - 1, c - 1], number[r - 1, c]
            s, t = number[r, c], number[r, c - 1]
            if min(min(p, q), min(s, t)) < 0:
                continue
            if way == 0:
                way = 1 if _turn(xy, p, q, s) > 0 else -1
            if way < 0:
                q, t = t, q
            full[r, c] = True
            across = _in_circle(xy, p, q, s, t) > 0
            corners[count, 0] = q if across else p
            corners[count, 1] = s if across else q
            corners[count, 2] = t if across else s
            corners[count + 1, 0] = q if across else p
            corners[count + 1, 1] = t if across else s
            corners[count + 1, 2] = p if across else t
            count += 2
    return full, corners[:count].copy(), way


@njit(inline="always")
def _sides(full, pixels, way, p, q):
    """Whether the cells to the left and to the right of a side of triangles are full."""
    down, right = pixels[q, 0] - pixels[p, 0], pixels[q, 1] - pixels[p, 1]
    if abs(down) + abs(right) != 1:
        return False, False
    row, col = pixels[p]
    left = full[row + (down + way * right + 1) // 2, col + (right - way * down + 1) // 2]
    other = full[row + (down - way * right + 1) // 2, col + (right + way * down + 1) // 2]
    return left, other


@njit(cache=True, nogil=True)
def beside_cells(corners, neighbours, full, pixels, way):
    """Triangles that are not on the side of full cells.

    Parameters
    ----------
    corners : ndarray of int32, shape (triangle, 3)
        Round to the left.
    neighbours : ndarray of int32, shape (triangle, 3)
        Triangle across from each corner; -1 for none.
    full, way
        Of :func:`full_cells`.
    pixels : ndarray of int, shape (point, 2)
        Rows and columns.

    Returns
    -------
    ndarray of bool, shape (triangle,)
    """
    state = np.zeros(len(corners), np.int8)
    queue = np.empty(len(corners), np.int32)
    tail = 0
    for n in range(len(corners)):
        for k in range(3):
            p, q = corners[n, (k + 1) % 3], corners[n, (k + 2) % 3]
            left, other = _sides(full, pixels, way, p, q)
            if state[n] == UNKNOWN and (left or other):
                state[n] = LEFT_OUT if left else KEPT
                queue[tail] = n
                tail += 1
    head = 0
    while head < tail:
        n = queue[head]
        head += 1
        for k in range(3):
            to = neighbours[n, k]
            if to < 0 or state[to] != UNKNOWN:
                continue
            state[to] = state[n]  # cells part only those that have begun
            queue[tail] = to
            tail += 1
    return state != LEFT_OUT


@njit(cache=True, nogil=True)
def arcs_of(corners, count):
    """Sides of triangles, each once, sorted by their ends.

    Parameters
    ----------
    corners : ndarray of int32, shape (triangle, 3)
        All round the same way.
    count : int
        Number of points.

    Returns
    -------
    ends : ndarray of int32, shape (arc, 2)
        The lower number first.
    faces : ndarray of int32, shape (arc, 2)
        See :class:`.arcs.ArcGraph`.
    """
    outside = len(corners)
    first = np.zeros(count + 1, np.int32)
    for n in range(outside):
        for k in range(3):
            first[min(corners[n, k], corners[n, (k + 1) % 3]) + 1] += 1
    for p in range(count):
        first[p + 1] += first[p]
    last = first[:-1].copy()  # sides at a point are few and kept in order
    high = np.empty(3 * outside, np.int32)
    faces = np.full((3 * outside, 2), outside, np.int32)
    for n in range(outside):
        for k in range(3):
            a, b = corners[n, k], corners[n, (k + 1) % 3]
            low, top = min(a, b), max(a, b)
            at = last[low]
            while at > first[low] and high[at - 1] > top:
                at -= 1
            if at == first[low] or high[at - 1] != top:
                for m in range(last[low], at, -1):
                    high[m] = high[m - 1]
                    faces[m, 0], faces[m, 1] = faces[m - 1, 0], faces[m - 1, 1]
                high[at] = top
                faces[at, 0] = faces[at, 1] = outside
                last[low] += 1
                at += 1
            faces[at - 1, 1 if a < b else 0] = n
    arcs = 0
    for p in range(count):
        arcs += last[p] - first[p]
    ends, sides = np.empty((arcs, 2), np.int32), np.empty((arcs, 2), np.int32)
    a = 0
    for p in range(count):
        for m in range(first[p], last[p]):
            ends[a, 0], ends[a, 1] = p, high[m]
            sides[a, 0], sides[a, 1] = faces[m, 0], faces[m, 1]
            a += 1
    return ends, sides


@njit(cache=True, nogil=True)
def is_delaunay(corners, ends, faces, xy):
    """Whether no triangle is turned over or has the corner beyond one of its sides in its circle.

    Nor may two points be at one place. What is as small as rounding does not count: triangles at a
    straight border may be flat, and long.
    """
    outside = len(corners)
    for a in range(len(ends)):
        p, q = ends[a]
        size = _apart(xy, p, q)
        if size == 0.0:
            return False
        for n, m in ((faces[a, 0], faces[a, 1]), (faces[a, 1], faces[a, 0])):
            if n == outside:
                continue
            u, v, w = corners[n]
            if _turn(xy, u, v, w) < -1e-9 * size:
                return False  # turned over, such as in layover
            if m == outside:
                continue
            beyond = corners[m, 0] + corners[m, 1] + corners[m, 2] - p - q
            far = max(_apart(xy, u, beyond), max(_apart(xy, v, beyond), _apart(xy, w, beyond)))
            if _in_circle(xy, u, v, w, beyond) > 1e-9 * size * far:
                return False
    return True
