# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates out of well-known binary, and back; as :mod:`.features` gives it: two-dimensional,
little-endian, without curves."""

from __future__ import annotations

import struct

import numpy as np

POINT, LINE, POLYGON = 1, 2, 3
_MULTI = (4, 5, 6)


def kind_of(wkb) -> str:
    """``point``, ``line`` or ``polygon``; of several parts, that of each."""
    return ("point", "line", "polygon")[(int.from_bytes(wkb[1:5], "little") - 1) % 3]


def parts(wkb) -> list:
    """The parts of a geometry.

    Parameters
    ----------
    wkb : bytes

    Returns
    -------
    list of ndarray, shape (vertex, 2)
        Points one by one, the parts of lines, the rings of polygons (each ends where it began).
    """
    found = []
    _walk(wkb, 0, found)
    return found


def _walk(wkb, at, found) -> int:
    """Append the parts of the geometry that starts at a byte; where it ends."""
    order, kind = struct.unpack_from("<BI", wkb, at)
    if order != 1 or not 1 <= kind <= 6:
        raise ValueError(f"geometry of byte order {order} and type {kind}")
    at += 5
    if kind == POINT:
        found.append(np.frombuffer(wkb, "<f8", 2, at).reshape(1, 2))
        return at + 16
    if kind == LINE:
        return _vertices(wkb, at, found)
    (count,) = struct.unpack_from("<I", wkb, at)
    at += 4
    for _ in range(count):
        at = _walk(wkb, at, found) if kind in _MULTI else _vertices(wkb, at, found)
    return at


def _vertices(wkb, at, found) -> int:
    (count,) = struct.unpack_from("<I", wkb, at)
    found.append(np.frombuffer(wkb, "<f8", 2 * count, at + 4).reshape(count, 2))
    return at + 4 + 16 * count


def line_wkb(vertices) -> bytes:
    """A line of vertices, shape (vertex, 2)."""
    vertices = np.ascontiguousarray(vertices, "<f8")
    return struct.pack("<BII", 1, LINE, len(vertices)) + vertices.tobytes()


def lines_wkb(starts, ends) -> bytes:
    """A multi-line of straight pieces; `starts` and `ends` have shape (piece, 2)."""
    pieces = np.zeros(
        len(starts), [("order", "u1"), ("type", "<u4"), ("count", "<u4"), ("xy", "<f8", (2, 2))]
    )
    pieces["order"], pieces["type"], pieces["count"] = 1, LINE, 2
    pieces["xy"][:, 0], pieces["xy"][:, 1] = starts, ends
    return struct.pack("<BII", 1, 5, len(pieces)) + pieces.tobytes()


def polygon_wkb(rings) -> bytes:
    """A polygon of rings, each of shape (vertex, 2); the first one is the outer one."""
    head = struct.pack("<BII", 1, POLYGON, len(rings))
    return head + b"".join(
        struct.pack("<I", len(ring)) + np.ascontiguousarray(ring, "<f8").tobytes() for ring in rings
    )


def polygon_z_wkb(ring) -> bytes:
    """A polygon with heights as ISO WKB; its ring has shape (vertex, 3) and ends where it began."""
    ring = np.ascontiguousarray(ring, "<f8")
    return struct.pack("<BIII", 1, 1000 + POLYGON, 1, len(ring)) + ring.tobytes()


def with_rings(wkb, rings) -> bytes:
    """A polygon of one or several parts with other coordinates.

    Parameters
    ----------
    wkb : bytes
    rings : sequence of ndarray, shape (vertex, 2)
        As :func:`parts` gives them.

    Returns
    -------
    bytes
        A multi-polygon.
    """
    from osgeo import ogr

    shape = ogr.CreateGeometryFromWkb(wkb)
    polygons = [shape] if shape.GetGeometryType() == ogr.wkbPolygon else list(shape)
    moved, first = ogr.Geometry(ogr.wkbMultiPolygon), 0
    for polygon in polygons:
        last = first + polygon.GetGeometryCount()
        moved.AddGeometry(ogr.CreateGeometryFromWkb(polygon_wkb(rings[first:last])))
        first = last
    return bytes(moved.ExportToWkb(ogr.wkbNDR))


def point_wkb(x: float, y: float) -> bytes:
    """A point."""
    return struct.pack("<BIdd", 1, POINT, x, y)
