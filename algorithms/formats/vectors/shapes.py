# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures and overlays of geometries (WKB), by OGR."""

from __future__ import annotations

import numpy as np

from ..rasters import gdal_errors
from .features import Features, transformed


def opened(wkb):
    """The ogr.Geometry of WKB."""
    from osgeo import ogr

    return ogr.CreateGeometryFromWkb(bytes(wkb))


def closed(shape) -> bytes:
    """WKB of an ogr.Geometry."""
    from osgeo import ogr

    return bytes(shape.ExportToWkb(ogr.wkbNDR))


def polygons_of(shape) -> list:
    """The polygons of a geometry, as ogr.Geometry."""
    if shape.GetGeometryName() == "POLYGON":
        return [shape]
    # Copies: parts go with their whole.
    return [part.Clone() for part in shape if part.GetGeometryName() == "POLYGON"]


def areas_of(wkb) -> np.ndarray:
    """Areas of polygons in the square of their unit."""
    return np.array([opened(shape).GetArea() for shape in wkb])


def compactness(wkb) -> np.ndarray:
    """4 pi area / perimeter squared of polygons: 1 for a circle."""
    out = []
    for shape in wkb:
        polygon = opened(shape)
        around = polygon.Boundary().Length()
        out.append(4 * np.pi * polygon.Area() / around**2 if around > 0 else np.nan)
    return np.array(out)


def middles_of(wkb) -> np.ndarray:
    """Centroids of polygons, in their CRS, shape (polygon, 2)."""
    found = (opened(shape).Centroid() for shape in wkb)
    return np.array([(one.GetX(), one.GetY()) for one in found]).reshape(-1, 2)


def ground_areas(features: Features) -> np.ndarray:
    """Areas of polygons on the ellipsoid in km2; of their coordinates where there is no CRS."""
    if not features.crs:
        return areas_of(features.wkb) / 1e6
    from pyproj import Geod

    geod = Geod(ellps="WGS84")

    def ring_area(ring):
        x, y = np.array(ring.GetPoints())[:, :2].T
        return abs(geod.polygon_area_perimeter(x, y)[0])

    areas = []
    for wkb in transformed(features.wkb, features.crs, "EPSG:4326", features.path):
        shape = opened(wkb)
        polygons = [shape] if shape.GetGeometryName() == "POLYGON" else list(shape)
        rings = [[p.GetGeometryRef(k) for k in range(p.GetGeometryCount())] for p in polygons]
        areas.append(sum(ring_area(r[0]) - sum(map(ring_area, r[1:])) for r in rings if r))
    return np.array(areas) / 1e6


def envelopes(wkb) -> np.ndarray:
    """Boxes about geometries: left, right, bottom, top; shape (geometry, 4)."""
    return np.array([opened(shape).GetEnvelope() for shape in wkb]).reshape(-1, 4)


def heights_of(wkb) -> list:
    """Third coordinates of points, NaN for what has none."""
    found = []
    for shape in wkb:
        shape = None if shape is None else opened(shape)
        flat = shape is None or shape.IsEmpty() or not shape.Is3D()
        if not flat and shape.GetGeometryCount():
            shape = shape.GetGeometryRef(0).Clone()
        found.append(np.nan if flat else shape.GetZ())
    return found


def buffered(wkb, distance: float) -> list:
    """What lies within a distance of each geometry."""
    with gdal_errors():
        return [closed(opened(shape).Buffer(distance)) for shape in wkb]


def united(wkb) -> bytes:
    """One geometry of several polygons."""
    from osgeo import ogr

    shapes = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in wkb:
        for part in polygons_of(opened(shape)):
            shapes.AddGeometry(part)
    return closed(cascaded(shapes))


def cascaded(shape):
    """The union of the parts of an ogr.Geometry."""
    with gdal_errors():
        return shape.UnionCascaded()


def touching(wkb, limit) -> np.ndarray:
    """Which geometries meet another one, bool."""
    limit = opened(limit)
    return np.array([limit.Intersects(opened(shape)) for shape in wkb], bool)


def overlapping(first, second, share: float) -> list:
    """Pairs of polygons of two sets that share a part of the smaller of the two.

    Parameters
    ----------
    first, second : sequence of bytes
        WKB.
    share : float
        Least part of the smaller polygon's area, 0 to 1.

    Returns
    -------
    list of (int, int)
    """
    sets = [[opened(w) for w in wkb] for wkb in (first, second)]
    boxes = [np.array([s.GetEnvelope() for s in shapes]).reshape(-1, 4) for shapes in sets]
    areas = [[shape.GetArea() for shape in shapes] for shapes in sets]
    pairs = []
    order = np.argsort(boxes[1][:, 0])
    left = boxes[1][order, 0]
    for i, box in enumerate(boxes[0]):
        near = order[: np.searchsorted(left, box[1], "right")]
        other = boxes[1][near]
        near = near[(other[:, 1] >= box[0]) & (other[:, 2] <= box[3]) & (other[:, 3] >= box[2])]
        for j in near.tolist():
            common = sets[0][i].Intersection(sets[1][j])
            if common is not None and common.GetArea() >= share * min(areas[0][i], areas[1][j]):
                pairs.append((i, j))
    return pairs


def points_inside(wkb, xy) -> list:
    """Which points lie in each polygon.

    Parameters
    ----------
    wkb : sequence of bytes
    xy : ndarray, shape (point, 2)

    Returns
    -------
    list of ndarray of int
    """
    order = np.argsort(xy[:, 0], kind="stable")
    x = xy[order, 0]
    out = []
    for shape in wkb:
        shape = opened(shape)
        left, right, bottom, top = shape.GetEnvelope()
        near = order[np.searchsorted(x, left) : np.searchsorted(x, right, "right")]
        near = near[(xy[near, 1] >= bottom) & (xy[near, 1] <= top)]
        odd = np.zeros(len(near), bool)
        for part in polygons_of(shape):
            for k in range(part.GetGeometryCount()):
                odd ^= _rounds(np.array(part.GetGeometryRef(k).GetPoints())[:, :2], xy[near])
        out.append(near[odd])
    return out


def _rounds(ring, xy) -> np.ndarray:
    """Whether a closed ring goes round points an odd number of times."""
    out = np.zeros(len(xy), bool)
    x, y = xy[:, 0], xy[:, 1]
    for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            out ^= crosses & (x < x1 + (y - y1) / (y2 - y1) * (x2 - x1))
    return out
