# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as masks on a grid."""

from __future__ import annotations

import numpy as np

from ..data.grid import Grid, Window
from ..errors import GroundshiftError
from .rasters import gdal_errors


class PolygonMask:
    """Says which pixels of a window have their centre inside of any polygon.

    Parameters
    ----------
    polygons : sequence of bytes
        WKB, in the grid's CRS.
    grid : Grid
    """

    def __init__(self, polygons, grid: Grid):
        from osgeo import ogr

        self._grid = grid
        with gdal_errors():
            self._source = ogr.GetDriverByName("Memory").CreateDataSource("")
            self._layer = self._source.CreateLayer("polygons", None, ogr.wkbUnknown)
            for wkb in polygons:
                feature = ogr.Feature(self._layer.GetLayerDefn())
                shape = ogr.CreateGeometryFromWkb(bytes(wkb))
                if shape is None:
                    raise GroundshiftError(
                        "A polygon of the clip layer has no valid geometry; repair the layer."
                    )
                feature.SetGeometry(shape)
                self._layer.CreateFeature(feature)

    def read(self, window: Window) -> np.ndarray:
        """Mask of a window, shape (row, column), bool."""
        x0, dx, rx, y0, ry, dy = self._grid.transform
        with gdal_errors() as gdal:
            raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1)
            raster.SetGeoTransform(
                (x0 + window.col * dx + window.row * rx, dx, rx,
                 y0 + window.col * ry + window.row * dy, ry, dy)
            )  # fmt: skip
            gdal.RasterizeLayer(raster, [1], self._layer, burn_values=[1])
            return raster.ReadAsArray().astype(bool)
