# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small layers of active areas, roads, faults and sites."""

import numpy as np
from groundshift.algorithms.formats.vectors import wkb
from groundshift.algorithms.formats.vectors.fault_layers import LayerSource
from groundshift.algorithms.formats.vectors.features import read_features, write_features

# UTM's own metres are 0.04 % longer than those on the ground.
TRUE = "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs"
ORIGIN = np.array([500_000.0, 4_600_000.0])


def square(x, y, size, hole=0.0):
    """A square about a place, with a square hole."""
    turn = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)], float)
    rings = [ORIGIN + (x, y) + size / 2 * turn]
    if hole:
        rings.append(ORIGIN + (x, y) + hole / 2 * turn[::-1])
    return wkb.polygon_wkb(rings)


def line(*places):
    """A line through places."""
    return wkb.line_wkb(ORIGIN + np.array(places, float))


def point(x, y):
    """A point."""
    return wkb.point_wkb(*(ORIGIN + (x, y)))


def layer(path, geometry, shapes, crs=TRUE, **columns):
    """Write a layer."""
    columns = {
        name: np.array(values, object) if isinstance(values[0], str) else np.array(values)
        for name, values in columns.items()
    }
    write_features(path, crs, geometry, shapes, columns, "layer")
    return LayerSource(str(path))


def rows(path):
    """A layer's features."""
    return read_features(path)


def other_crs(path, target, crs):
    """A copy of a layer in another CRS."""
    from osgeo import gdal

    gdal.VectorTranslate(str(target), str(path), dstSRS=crs, reproject=True)
    return LayerSource(str(target))


def with_nothing(path, target):
    """A copy with rows of a NULL and of an empty geometry."""
    from osgeo import gdal, ogr

    gdal.VectorTranslate(str(target), str(path))
    source = ogr.Open(str(target), 1)
    table = source.GetLayer(0)
    for text in (None, "GEOMETRYCOLLECTION EMPTY"):
        feature = ogr.Feature(table.GetLayerDefn())
        if text:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
        table.CreateFeature(feature)
    source = table = None
    return LayerSource(str(target))
