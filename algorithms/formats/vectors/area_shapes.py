# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of clusters of points: unions of circles of influence, or of a cut triangulation."""

from __future__ import annotations

import struct

import numpy as np

from ...data.neighbours import hidden_circles
from ...data.triangles import cut_triangulation, outline_rings
from ...errors import check_cancelled
from ..rasters import gdal_errors
from .shapes import cascaded, polygons_of

CORNERS = 32
"""Of a circle."""


def circle_unions(xy, labels, count: int, radius: float, cancelled=None) -> list:
    """The union of the circles around the points of each cluster.

    Circles that add nothing to an outline are left out first, which makes unions of dense points
    many times as fast; the holes that this leaves are filled again.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    labels : ndarray of int64, shape (point,)
        From 0 to `count` - 1; -1 for none.
    count : int
    radius : float
        Metres.

    Returns
    -------
    list of bytes
        WKB by cluster.
    """
    mine = np.flatnonzero(labels >= 0)
    xy, labels = np.asarray(xy, np.float64)[mine], np.asarray(labels)[mine]
    hidden = hidden_circles(xy, labels, radius)
    order = np.argsort(labels, kind="stable")
    ends = np.searchsorted(labels[order], np.arange(count + 1))
    unions = []
    for first, last in zip(ends[:-1], ends[1:]):
        check_cancelled(cancelled)
        members = order[first:last]
        inner = hidden[members]
        unions.append(_circles(xy[members[~inner]], xy[members[inner]], radius))
    return unions


def _circles(xy, inner, radius) -> bytes:
    """Union of circles; holes within reach of inner ones are none."""
    from osgeo import ogr

    angle = 2 * np.pi * np.arange(CORNERS + 1) / CORNERS
    ring = radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    ring[-1] = ring[0]
    shape = _filled(cascaded(_polygons(xy[:, np.newaxis] + ring)), inner, radius)
    return bytes(shape.ExportToWkb(ogr.wkbNDR))


def _polygons(rings):
    """A multi-polygon of rings, shape (polygon, corner, 2)."""
    from osgeo import ogr

    corners = rings.shape[1]
    shape = np.dtype(
        [("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("corners", "<u4"),
         ("xy", "<f8", (corners, 2))]
    )  # fmt: skip
    parts = np.zeros(len(rings), shape)
    parts["order"], parts["type"], parts["rings"], parts["corners"] = 1, 3, 1, corners
    parts["xy"] = rings
    return ogr.CreateGeometryFromWkb(struct.pack("<BII", 1, 6, len(rings)) + parts.tobytes())


def _filled(shape, inner, radius):
    """The shape without the holes that inner circles would have covered."""
    from osgeo import ogr

    polygons = polygons_of(shape)
    if not len(inner) or all(polygon.GetGeometryCount() == 1 for polygon in polygons):
        return shape
    from scipy.spatial import cKDTree

    solid = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons:
        outline = ogr.Geometry(ogr.wkbPolygon)
        outline.AddGeometry(polygon.GetGeometryRef(0))
        solid.AddGeometry(outline)
    tree, holes = cKDTree(inner), ogr.Geometry(ogr.wkbMultiPolygon)
    solid = cascaded(solid)  # a polygon may lie in the hole of another
    for hole in polygons_of(solid.Difference(shape)):
        # A hole is covered by inner circles altogether or not at all: had it an edge between, that
        # would be the rim of a circle which touches the outline, and these are all there.
        point = hole.PointOnSurface()
        if tree.query((point.GetX(), point.GetY()))[0] > radius:
            holes.AddGeometry(hole)
    return solid.Difference(holes) if holes.GetGeometryCount() else solid


def triangle_unions(xy, labels, count: int, longest: float, width: float, cancelled=None) -> list:
    """The triangles between the points of each cluster whose edges are all short.

    Points that only an edge ties to the others, and points that form no triangle, get a strip or
    circle of half a width around them: every point of a cluster lies in its polygon.

    Parameters
    ----------
    xy, labels, count
        See :func:`circle_unions`.
    longest : float
        Edge, metres.
    width : float
        Metres, such as the resolution.
    """
    from osgeo import ogr

    mine = np.flatnonzero(labels >= 0)
    xy, labels = np.asarray(xy, np.float64)[mine], np.asarray(labels)[mine]
    cut = cut_triangulation(xy, longest)
    # Clusters that grew apart for another reason (such as direction) are not joined.
    triangles = cut.triangles[(labels[cut.triangles] == labels[cut.triangles[:, :1]]).all(axis=1)]
    edges = cut.edges[labels[cut.edges[:, 0]] == labels[cut.edges[:, 1]]]
    touched = np.zeros(len(xy), bool)
    touched[triangles] = True
    lonely = np.flatnonzero(~touched)
    parts = [_by_label(labels[rows[:, 0]], count) for rows in (triangles, edges)]
    alone = _by_label(labels[lonely], count)
    unions = []
    for label in range(count):
        check_cancelled(cancelled)
        rows = parts[0][label]
        shape = _inside(outline_rings(xy, triangles[rows])) if len(rows) else None
        strips = ogr.Geometry(ogr.wkbGeometryCollection)
        for a, b in xy[edges[parts[1][label]]]:
            line = ogr.Geometry(ogr.wkbLineString)
            line.AddPoint_2D(*a)
            line.AddPoint_2D(*b)
            strips.AddGeometry(line)
        for x, y in xy[lonely[alone[label]]]:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(x, y)
            strips.AddGeometry(point)
        if strips.GetGeometryCount():
            strips = strips.Buffer(width / 2, CORNERS // 4)
            shape = strips if shape is None else shape.Union(strips)
        unions.append(bytes(shape.ExportToWkb(ogr.wkbNDR)))
    return unions


def _inside(rings):
    """The polygon that rings go round an odd number of times."""
    from osgeo import ogr

    shape = ogr.Geometry(ogr.wkbPolygon)
    for corners in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in corners.tolist():
            ring.AddPoint_2D(x, y)
        shape.AddGeometry(ring)
    with gdal_errors():
        return shape if len(rings) == 1 else shape.MakeValid()


def _by_label(labels, count) -> list:
    """Rows of each label."""
    order = np.argsort(labels, kind="stable")
    ends = np.searchsorted(labels[order], np.arange(1, count))
    return np.split(order, ends) if count else []
