# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of one class that hang together, as polygons."""

from __future__ import annotations

import numpy as np

from ..rasters import gdal_errors


def patches_of(classes, grid, least: int) -> tuple[list, np.ndarray]:
    """Outlines of patches, along cells' sides; GDAL sieves first and then follows them.

    Patches that are too small become what most of their neighbours are, as do holes.

    Parameters
    ----------
    classes : ndarray of int16, shape (row, column)
        0 belongs to no patch. Changed.
    grid : Grid
    least : int
        Cells of a patch; those that touch by a corner hang together.

    Returns
    -------
    wkb : list of bytes
    value : ndarray of int, shape (patch,)
        Their classes.
    """
    with gdal_errors() as gdal:
        from osgeo import gdal_array, ogr

        dataset = gdal_array.OpenNumPyArray(classes, True)
        band = dataset.GetRasterBand(1)
        if least > 1:
            gdal.SieveFilter(band, None, band, int(least), 8)
            dataset.FlushCache()
        there = gdal_array.OpenNumPyArray((classes != 0).view(np.uint8), True)
        dataset.SetGeoTransform(grid.transform)
        store = ogr.GetDriverByName("Memory").CreateDataSource("patches")
        layer = store.CreateLayer("patches", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
        gdal.Polygonize(band, there.GetRasterBand(1), layer, 0, ["8CONNECTED=8"])
        found = [(f.GetGeometryRef().ExportToIsoWkb(), f.GetField(0)) for f in layer]
    wkb = [bytes(shape) for shape, _ in found]
    return wkb, np.array([value for _, value in found], int)
