# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of rasters inside of polygons."""

from __future__ import annotations

import numpy as np

from ..data.grid import Grid, Window
from ..errors import GroundshiftError, check_cancelled, tell
from .rasters import gdal_errors
from .regrid import same_crs

TALLEST = 1 << 20  # cells of a window


class Zones:
    """The cells of a grid inside of each of some polygons.

    A cell is inside where its centre is; of a polygon that holds no centre, all cells that it
    touches are.

    Parameters
    ----------
    grid : Grid
        With a CRS.
    wkb : sequence of bytes
        Polygons in the grid's CRS.
    """

    def __init__(self, grid: Grid, wkb):
        from osgeo import ogr

        self._grid = grid
        self._shapes = [ogr.CreateGeometryFromWkb(bytes(shape)) for shape in wkb]

    def each(self, progress=None, cancelled=None):
        """Walk through the polygons: number, window, and mask of the window.

        Large polygons come in several windows; those beyond the grid do not come.
        """
        for number, shape in enumerate(self._shapes):
            check_cancelled(cancelled)
            window = self._window(shape)
            if window is None:
                continue
            rows = max(1, TALLEST // window.width)
            whole = window.height <= rows
            for row in range(window.row, window.row + window.height, rows):
                height = min(rows, window.row + window.height - row)
                part = Window(row, window.col, height, window.width)
                mask = self._mask(shape, part, touched=False)
                if whole and not mask.any():
                    mask = self._mask(shape, part, touched=True)
                if mask.any():
                    yield number, part, mask
            tell(progress, (number + 1) / len(self._shapes))

    def _window(self, shape):
        left, right, bottom, top = shape.GetEnvelope()
        x0, dx, _, y0, _, dy = self._grid.transform
        cols = sorted(((left - x0) / dx, (right - x0) / dx))
        rows = sorted(((bottom - y0) / dy, (top - y0) / dy))
        first_col, first_row = max(0, int(np.floor(cols[0]))), max(0, int(np.floor(rows[0])))
        last_col = min(self._grid.cols, int(np.ceil(cols[1])))
        last_row = min(self._grid.rows, int(np.ceil(rows[1])))
        if last_col <= first_col or last_row <= first_row:
            return None
        return Window(first_row, first_col, last_row - first_row, last_col - first_col)

    def _mask(self, shape, window, touched):
        from osgeo import ogr

        x0, dx, _, y0, _, dy = self._grid.transform
        with gdal_errors() as gdal:
            raster = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1)
            raster.SetGeoTransform((x0 + window.col * dx, dx, 0, y0 + window.row * dy, 0, dy))
            source = ogr.GetDriverByName("Memory").CreateDataSource("")
            layer = source.CreateLayer("zone", None, ogr.wkbUnknown)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(shape)
            layer.CreateFeature(feature)
            options = ["ALL_TOUCHED=TRUE"] if touched else []
            gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=options)
            return raster.ReadAsArray().astype(bool)


def class_counts(read, grid: Grid, wkb, classes: int, progress=None, cancelled=None) -> np.ndarray:
    """Cells of each class in polygons.

    Parameters
    ----------
    read : callable
        Window to codes; NaN counts as 0.
    grid, wkb
        See :class:`Zones`.
    classes : int
        Codes above are refused.

    Returns
    -------
    ndarray of int64, shape (polygon, classes + 1)

    Raises
    ------
    GroundshiftError
        If a code is above `classes` or below 0.
    """
    counts = np.zeros((len(wkb), classes + 1), np.int64)
    for number, window, mask in Zones(grid, wkb).each(progress, cancelled):
        codes = np.nan_to_num(read(window)[mask])
        if len(codes) and (codes.min() < 0 or codes.max() > classes):
            raise GroundshiftError(
                f"The visibility raster holds the code {codes.max():g}; give the classes (1 to "
                f"{classes}) that the tool 'Radar visibility' writes."
            )
        counts[number] += np.bincount(codes.astype(int), minlength=classes + 1)
    return counts


def check_crs(grid: Grid, crs: str, path) -> None:
    """Refuse a raster that has no CRS or a layer that has none.

    Raises
    ------
    GroundshiftError
        If one of them lacks its CRS.
    """
    if not grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    if not crs:
        raise GroundshiftError(
            "The points have no CRS and cannot be laid over rasters; assign the right one."
        )


def check_meets(grid: Grid, path, crs: str, x, y, what: str) -> float:
    """Share of places that lie on a raster.

    Parameters
    ----------
    grid : Grid
    path : path
        Of the raster.
    crs : str
        WKT of the places.
    x, y : ndarray, shape (place,)
    what : str
        What the places are, such as ``the points``.

    Raises
    ------
    GroundshiftError
        If none does.
    """
    check_crs(grid, crs, path)
    x, y = np.asarray(x, float), np.asarray(y, float)
    if not same_crs(crs, grid.crs):
        from pyproj import Transformer

        x, y = Transformer.from_crs(crs, grid.crs, always_xy=True).transform(x, y)
    x0, dx, _, y0, _, dy = grid.transform
    with np.errstate(invalid="ignore"):
        row, col = (y - y0) / dy, (x - x0) / dx
        inside = (row >= 0) & (row < grid.rows) & (col >= 0) & (col < grid.cols)
    if len(x) and not inside.any():
        raise GroundshiftError(
            f"{path}: lies elsewhere than {what}: none is on it; choose layers of the same place, "
            "and check the CRS of both."
        )
    return float(inside.mean()) if len(x) else 1.0


def gradients_in(slope, wkb, progress=None, cancelled=None):
    """Mean slope and mean gradient of the ground in polygons.

    Parameters
    ----------
    slope : GroundSlope
    wkb : sequence of bytes
        In the CRS of the elevation model.

    Returns
    -------
    degrees : ndarray, shape (polygon,)
        Mean of the cells' slopes; NaN where there is no height.
    gradient : ndarray, shape (2, polygon)
        Mean rise by metre east and north.
    """
    sums, cells = np.zeros((3, len(wkb))), np.zeros(len(wkb))
    for number, window, mask in Zones(slope.grid, wkb).each(progress, cancelled):
        east, north = slope.read(window)[:, mask]
        known = np.isfinite(east)
        east, north = east[known], north[known]
        steep = np.degrees(np.arctan(np.hypot(east, north)))
        sums[:, number] += steep.sum(), east.sum(), north.sum()
        cells[number] += known.sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        means = sums / np.where(cells > 0, cells, np.nan)
    return means[0], means[1:]


def in_crs_of(grid: Grid, wkb, crs: str) -> list:
    """Polygons in a raster's CRS."""
    from .vectors.features import transformed

    return list(wkb) if same_crs(crs, grid.crs) else transformed(wkb, crs, grid.crs)
