# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole scenes laid on a metric map, those too that are placed by ground control points alone."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ..data.crs import is_geographic, longitude_latitude, wkt_of
from ..data.grid import Grid
from ..data.metric import LocalMetres
from ..errors import GroundshiftError
from .raster_source import open_raster
from .rasters import gdal_errors

POLAR = 60.0  # degrees, from where on a polar map is taken
NORTH, SOUTH = "EPSG:3413", "EPSG:3031"


@dataclass(frozen=True)
class Scene:
    """A raster that can be laid on maps.

    Parameters
    ----------
    path : str
    band : int
    by_points : bool
        Whether ground control points alone place it.
    crs : str
        WKT of its map or of its points.
    middle : (float, float)
        Longitude and latitude.
    """

    path: str
    band: int
    by_points: bool
    crs: str
    middle: tuple

    @classmethod
    def of(cls, path, band: int = 1) -> Scene:
        """Look at a file.

        Raises
        ------
        GroundshiftError
            If it cannot be read, has no such band, holds complex numbers, or has no place.
        """
        from osgeo import gdal

        dataset = open_raster(path)
        if band > dataset.RasterCount:
            raise GroundshiftError(
                f"{path}: has {dataset.RasterCount} band(s), so there is no band {band}; choose "
                "another one (BAND)."
            )
        if gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType):
            raise GroundshiftError(
                f"{path}: holds complex numbers; give a detected image (amplitude or backscatter)."
            )
        placed = dataset.GetGeoTransform(can_return_null=True) is not None
        crs = dataset.GetProjection() if placed else dataset.GetGCPProjection()
        if not crs or not (placed or dataset.GetGCPCount()):
            raise GroundshiftError(
                f"{path}: has neither a coordinate reference system nor ground control points, so "
                "its place is not known; assign the CRS."
            )
        if placed:
            x0, dx, rx, y0, ry, dy = dataset.GetGeoTransform()
            col, row = dataset.RasterXSize / 2, dataset.RasterYSize / 2
            x, y = x0 + dx * col + rx * row, y0 + ry * col + dy * row
        else:
            x, y = np.mean([(point.GCPX, point.GCPY) for point in dataset.GetGCPs()], axis=0)
        middle = longitude_latitude(crs, x, y)
        if not np.isfinite(middle).all():
            raise GroundshiftError(
                f"{path}: its coordinates do not fit their CRS; set the right one."
            )
        return cls(str(path), band, not placed, crs, middle)

    def metric_crs(self) -> str:
        """WKT of its own map where that is in metres, else of one that fits its place."""
        from pyproj import CRS

        if not self.by_points and not is_geographic(self.crs):
            axes = CRS.from_wkt(self.crs).axis_info
            if all(axis.unit_conversion_factor == 1.0 for axis in axes):
                return self.crs
        latitude = self.middle[1]
        if abs(latitude) >= POLAR:
            return wkt_of(NORTH if latitude > 0 else SOUTH)
        return wkt_of(LocalMetres(wkt_of("EPSG:4326"), *self.middle).crs)

    def extent(self, crs: str) -> Grid:
        """Its extent and pixels on a map, as GDAL suggests them."""
        with _warped(self, crs, {}) as dataset:
            transform = tuple(dataset.GetGeoTransform())
            return Grid(dataset.RasterYSize, dataset.RasterXSize, transform, crs)

    def on(self, grid: Grid) -> np.ndarray:
        """Its values on a grid; NaN for no data.

        Parameters
        ----------
        grid : Grid
            North-up, with a CRS. Where its pixels are larger than the scene's they are averaged.

        Returns
        -------
        ndarray of float32, shape (row, column)
        """
        own = self.extent(grid.crs)
        x0, dx, _, y0, _, dy = grid.transform
        averaged = dx > 1.5 * own.transform[1]
        asked = {
            "outputBounds": (x0, y0 + grid.rows * dy, x0 + grid.cols * dx, y0),
            "width": grid.cols, "height": grid.rows, "dstNodata": float("nan"),
            "resampleAlg": "average" if averaged else "cubic",
        }  # fmt: skip
        with _warped(self, grid.crs, asked) as dataset:
            return dataset.GetRasterBand(1).ReadAsArray()


@contextlib.contextmanager
def _warped(scene, crs, asked):
    """GDAL's view of a scene's band on a map."""
    source = open_raster(scene.path)
    own = source.GetRasterBand(scene.band)
    nodata = own.GetNoDataValue()
    with gdal_errors() as gdal:
        try:
            single = gdal.Translate("", source, format="VRT", bandList=[scene.band])
            warped = gdal.Warp(
                "", single, format="VRT", dstSRS=crs, tps=scene.by_points, multithread=True,
                outputType=gdal.GDT_Float32, srcNodata=nodata, **asked,
            )  # fmt: skip
            yield warped
        except RuntimeError as error:
            raise GroundshiftError(
                f"{scene.path}: cannot be laid on the map ({error}); check its place and CRS."
            ) from error
