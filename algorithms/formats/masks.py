# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and lines as masks and classes on a grid."""

from __future__ import annotations

from itertools import repeat

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
    all_touched : bool
        Take every pixel that is touched, and lines too.
    codes : sequence of int, optional
        From 1: what :meth:`codes` tells of each; the later one holds where they overlap.
    """

    def __init__(self, polygons, grid: Grid, all_touched: bool = False, codes=None):
        from osgeo import ogr

        self._grid = grid
        self._rules = ["ATTRIBUTE=code"] + ["ALL_TOUCHED=TRUE"] * all_touched
        with gdal_errors():
            self._source = ogr.GetDriverByName("Memory").CreateDataSource("")
            self._layer = self._source.CreateLayer("polygons", None, ogr.wkbUnknown)
            self._layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
            for code, wkb in zip(repeat(1) if codes is None else codes, polygons):
                feature = ogr.Feature(self._layer.GetLayerDefn())
                shape = ogr.CreateGeometryFromWkb(bytes(wkb))
                if shape is None:
                    raise GroundshiftError(
                        "A polygon of the clip layer has no valid geometry; repair the layer."
                    )
                feature.SetGeometry(shape)
                feature.SetField(0, code)
                self._layer.CreateFeature(feature)

    def read(self, window: Window) -> np.ndarray:
        """Mask of a window, shape (row, column), bool."""
        return self.codes(window) > 0

    def codes(self, window: Window) -> np.ndarray:
        """Codes of a window, shape (row, column), int32; 0 outside."""
        x0, dx, rx, y0, ry, dy = self._grid.transform
        with gdal_errors() as gdal:
            raster = gdal.GetDriverByName("MEM").Create(
                "", window.width, window.height, 1, gdal.GDT_Int32
            )
            raster.SetGeoTransform(
                (x0 + window.col * dx + window.row * rx, dx, rx,
                 y0 + window.col * ry + window.row * dy, ry, dy)
            )  # fmt: skip
            gdal.RasterizeLayer(raster, [1], self._layer, options=self._rules)
            return raster.ReadAsArray()
