# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which lines, polygons and points lie in or near areas: candidates by an index, then GEOS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import check_cancelled, tell
from .wkb import line_wkb, parts

SIZES = 4.0  # factor between classes of elements by size
LEAST_SIZE = 1.0  # metres


class LineShapes:
    """Lines as WKB, made when they are asked for.

    Parameters
    ----------
    vertices : list of ndarray, shape (vertex, 2)
    """

    def __init__(self, vertices):
        self._vertices = vertices

    def __len__(self) -> int:
        return len(self._vertices)

    def __getitem__(self, k) -> bytes:
        return line_wkb(self._vertices[k])


def boxes_of(shapes) -> np.ndarray:
    """Bounding boxes of arrays of vertices: xmin, ymin, xmax, ymax; shape (shape, 4)."""
    if not len(shapes):
        return np.zeros((0, 4))
    first = np.cumsum([0, *(len(shape) for shape in shapes[:-1])])
    every = np.concatenate(shapes)
    return np.concatenate(
        [np.minimum.reduceat(every, first), np.maximum.reduceat(every, first)], axis=1
    )


def boxes_about(wkb) -> np.ndarray:
    """Bounding boxes of geometries; see :func:`boxes_of`."""
    return boxes_of([np.concatenate(parts(shape)) for shape in wkb])


@dataclass(frozen=True)
class Overlay:
    """Pairs of an element and an area that it lies in or near.

    Parameters
    ----------
    element, area : ndarray of int, shape (pair,)
    amount : ndarray
        Of the element in the area: metres of a line, square metres of a polygon, 1 for a point.
    distance : ndarray
        Metres; 0 where they meet.
    """

    element: np.ndarray
    area: np.ndarray
    amount: np.ndarray
    distance: np.ndarray


class _Index:
    """Boxes of elements, in classes of about the same size.

    Among boxes of one size a circle about an area's box holds few that are too far; one large box
    would spoil that for all the others.
    """

    def __init__(self, boxes):
        from scipy.spatial import cKDTree

        self._boxes = boxes
        middle = (boxes[:, :2] + boxes[:, 2:]) / 2
        half = np.hypot(*(boxes[:, 2:] - boxes[:, :2]).T) / 2
        level = np.log(np.maximum(half, LEAST_SIZE)) // np.log(SIZES)
        self._trees = []
        for one in np.unique(level):
            members = np.flatnonzero(level == one)
            self._trees.append((members, half[members].max(), cKDTree(middle[members])))

    def touching(self, box, reach) -> np.ndarray:
        """Elements whose boxes come within `reach` of a box, sorted."""
        middle = (box[:2] + box[2:]) / 2
        half = np.hypot(*(box[2:] - box[:2])) / 2
        found = [np.zeros(0, int)]
        for members, size, tree in self._trees:
            found.append(members[tree.query_ball_point(middle, half + size + reach)])
        found = np.sort(np.concatenate(found))
        boxes = self._boxes[found]
        low, high = boxes[:, :2] <= box[2:] + reach, boxes[:, 2:] >= box[:2] - reach
        return found[(low & high).all(axis=1)]


def overlay(elements, boxes, areas, reach, kind, progress=None, cancelled=None) -> Overlay:
    """Find what lies in or near areas.

    Parameters
    ----------
    elements : sequence of bytes
        WKB, metres; asked only for what may be near.
    boxes : ndarray, shape (element, 4)
        xmin, ymin, xmax, ymax.
    areas : list of bytes
        Polygons.
    reach : ndarray, shape (area,)
        Metres.
    kind : str
        ``line``, ``polygon`` or ``point``.
    progress, cancelled : callable, optional

    Returns
    -------
    Overlay
        Sorted by element.
    """
    from osgeo import ogr

    index, pairs = _Index(boxes), []
    for number, wkb in enumerate(areas):
        check_cancelled(cancelled)
        area = ogr.CreateGeometryFromWkb(wkb)
        west, east, south, north = area.GetEnvelope()
        quick = area.CreatePreparedGeometry()
        for k in index.touching(np.array([west, south, east, north]), reach[number]):
            shape = ogr.CreateGeometryFromWkb(elements[k])
            if quick.Intersects(shape):
                inside = shape if quick.Contains(shape) else area.Intersection(shape)
                pairs.append((k, number, size_of(inside, kind), 0.0))
            else:
                distance = area.Distance(shape)
                if distance <= reach[number]:
                    pairs.append((k, number, 0.0, distance))
        tell(progress, (number + 1) / len(areas))
    table = np.array(pairs, float).reshape(-1, 4)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return Overlay(table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2], table[:, 3])


def size_of(shape, kind) -> float:
    """Length, area, or 1 for a point; 0 for nothing."""
    if shape is None or shape.IsEmpty():
        return 0.0
    return {"line": shape.Length, "polygon": shape.Area, "point": lambda: 1.0}[kind]()


def inside_any(pairs: Overlay, elements, areas, kind) -> np.ndarray:
    """How much of each element lies in any area; what two areas share counts once.

    Returns
    -------
    ndarray, shape (element,)
    """
    from osgeo import ogr

    held = pairs.amount > 0
    total = np.bincount(pairs.element[held], pairs.amount[held], len(elements)).astype(float)
    count = np.bincount(pairs.element[held], minlength=len(elements))
    if kind == "point":
        return np.minimum(total, 1.0)
    for k in np.flatnonzero(count > 1):
        first, last = np.searchsorted(pairs.element, [k, k + 1])
        shape = ogr.CreateGeometryFromWkb(elements[k])
        joined = None
        for pair in range(first, last):
            if pairs.amount[pair] > 0:
                area = ogr.CreateGeometryFromWkb(areas[pairs.area[pair]])
                joined = area if joined is None else joined.Union(area)
        total[k] = size_of(joined.Intersection(shape), kind)
    return total
