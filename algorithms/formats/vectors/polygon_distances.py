# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances from the edges of polygons to fault traces, and the polygons' areas."""

from __future__ import annotations

import numpy as np

from ...data.earth import compass
from ...data.traces import NearestTrace, vectors
from . import wkb as shapes
from .fault_layers import Sites, to_degrees

EARTH = 6_371_000.0  # metres


def areas_of(wkb, crs: str, map_) -> np.ndarray:
    """Areas of polygons on an equal-area map (a ``study_areas.Map``), square metres."""
    areas = np.zeros(len(wkb))
    for k, shape in enumerate(wkb):
        # Valid rings: outer ones and holes turn opposite ways, whichever way that is.
        signed = [_signed(map_.flat(to_degrees(crs, ring, "A polygon"))) for ring in _rings(shape)]
        areas[k] = abs(sum(signed))
    return areas


def _rings(wkb):
    """Rings with the outer ones to the left and holes to the right."""
    from osgeo import ogr

    shape = ogr.CreateGeometryFromWkb(wkb)
    polygons = [shape] if shape.GetGeometryType() == ogr.wkbPolygon else list(shape)
    for polygon in polygons:
        for number, ring in enumerate(shapes.parts(bytes(polygon.ExportToWkb(ogr.wkbNDR)))):
            outward = _signed(ring) > 0
            yield ring if outward == (number == 0) else ring[::-1]


def _signed(ring) -> float:
    x, y = (ring - ring[0]).T
    return 0.5 * float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def edge_distances(sites: Sites, search: NearestTrace, reach) -> np.ndarray:
    """Distance from polygons to the nearest fault, 0 where one crosses.

    Measured on the plane that touches the ground at each site, to which the rays from the site
    are true but for their length, which is put right.

    Parameters
    ----------
    sites : Sites
        Polygons.
    search : NearestTrace
    reach : ndarray, shape (site,)
        Distance from the sites' places, metres.

    Returns
    -------
    ndarray, shape (site,)
        Metres.
    """
    from osgeo import ogr

    traces = search.traces
    start, end = (vectors(places, traces.plane) for places in (traces.start, traces.end))
    centres = vectors(sites.places, traces.plane)
    out = np.empty(len(sites))
    for k, shape in enumerate(sites.features.wkb):
        axes = _axes(sites.places[k], traces.plane)
        rings = [
            (vectors(to_degrees(sites.features.crs, ring, "A polygon"), traces.plane) - centres[k])
            @ axes
            for ring in shapes.parts(shape)
        ]
        radius = max(float(np.hypot(*ring.T).max()) for ring in rings)
        near = search.around(centres[k : k + 1], [reach[k] + radius])[0]
        lines = shapes.lines_wkb((start[near] - centres[k]) @ axes, (end[near] - centres[k]) @ axes)
        # To the nearest ring, holes' too; a trace inside of the polygon touches none of them.
        outline = ogr.Geometry(ogr.wkbMultiLineString)
        for ring in rings:
            outline.AddGeometry(ogr.CreateGeometryFromWkb(shapes.line_wkb(ring)))
        flat = ogr.CreateGeometryFromWkb(shapes.with_rings(shape, rings))
        trace = ogr.CreateGeometryFromWkb(lines)
        out[k] = 0.0 if flat.Intersects(trace) else outline.Distance(trace)
    return out if traces.plane else EARTH * np.arcsin(np.minimum(out / EARTH, 1.0))


def _axes(place, plane):
    if plane:
        return np.eye(3)[:, :2]
    east, north, _ = compass(*place)
    return np.stack([east, north], axis=1)
