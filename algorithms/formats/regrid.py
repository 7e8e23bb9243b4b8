# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Putting rasters of other extents, pixel sizes and coordinate systems on a stack's grid."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..data.grid import Grid, Window
from ..data.metric import pixel_size_m
from ..data.overlap import boxes_of_cells, overlap_means
from ..errors import GroundshiftError
from .rasters import gdal_errors

TOLERANCE = 0.05  # of a pixel, up to which grids count as aligned
AVERAGED_FROM = 1.5  # source pixels in a target pixel; below, plain bilinear keeps planes exact
MARGIN = 3  # pixels around a window, enough for bilinear weights


@lru_cache(maxsize=64)
def same_crs(first: str, second: str) -> bool:
    """Whether two WKT texts describe the same CRS; no CRS equals only no CRS."""
    if first == second:
        return True
    if not first or not second:
        return False
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_wkt(first).equals(CRS.from_wkt(second), ignore_axis_order=True)
    except CRSError:
        return False


def same_grid(first: Grid, second: Grid) -> bool:
    """Whether two grids have the same pixels and the same CRS."""
    return first.aligned_with(second) and same_crs(first.crs, second.crs)


def shift_between(grid: Grid, target: Grid, tolerance: float = TOLERANCE):
    """Whole pixels by which a grid is shifted against another with the same pixels.

    Returns
    -------
    (int, int) or None
        Row and column in `target` of the grid's first pixel; None where pixels have other sizes,
        places (more than `tolerance` of a pixel off) or coordinates.
    """
    if not same_crs(grid.crs, target.crs):
        return None
    x0, dx, _, y0, _, dy = target.transform
    u0, du, _, v0, _, dv = grid.transform
    row, col = (v0 - y0) / dy, (u0 - x0) / dx
    # Both corners: a slightly different pixel size adds up over the grid.
    row_end, col_end = (v0 + grid.rows * dv - y0) / dy, (u0 + grid.cols * du - x0) / dx
    whole = round(row), round(col)
    off = max(
        abs(row - whole[0]), abs(col - whole[1]),
        abs(row_end - whole[0] - grid.rows), abs(col_end - whole[1] - grid.cols),
    )  # fmt: skip
    return whole if off <= tolerance else None


def check_same(grid: Grid, target: Grid, path) -> None:
    """Refuse a raster on another grid.

    Raises
    ------
    GroundshiftError
        Names the file, what differs and the option that helps.
    """
    name = Path(path).name
    if not same_crs(grid.crs, target.crs):
        raise GroundshiftError(
            f"{name}: its coordinate reference system is {crs_name(grid.crs)}, the stack's is "
            f"{crs_name(target.crs)}; set the grids option to 'resample' or leave it out."
        )
    if grid.shape != target.shape:
        raise GroundshiftError(
            f"{name}: the grid is {grid.rows}x{grid.cols}, the stack's is "
            f"{target.rows}x{target.cols}; set the grids option to 'crop' or 'resample', or leave "
            "it out."
        )
    if not grid.aligned_with(target, TOLERANCE):
        raise GroundshiftError(
            f"{name}: its pixels do not lie on the stack's (first corner "
            f"{grid.transform[0]:.10g}, {grid.transform[3]:.10g} against "
            f"{target.transform[0]:.10g}, {target.transform[3]:.10g}); set the grids option to "
            "'crop' or 'resample', or leave it out."
        )


def crs_name(wkt: str) -> str:
    """A CRS for a sentence: its authority code or name."""
    if not wkt:
        return "missing"
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_wkt(wkt)
    except CRSError:
        return "not understood"
    return crs.to_string() if crs.to_epsg() else crs.name


def common_area(grids: dict, target: Grid) -> Grid:
    """The part that all grids cover, on the pixels of one of them.

    Parameters
    ----------
    grids : dict of str to Grid
        By file.
    target : Grid

    Raises
    ------
    GroundshiftError
        If pixels do not line up, or there is no common part.
    """
    top, left, bottom, right = 0, 0, target.rows, target.cols
    for path, grid in grids.items():
        shift = shift_between(grid, target)
        if shift is None:
            raise GroundshiftError(
                f"{Path(path).name}: its pixels have another size, alignment or coordinate "
                "system than the stack's and cannot be cropped to it; set the grids option to "
                "'resample' or leave it out."
            )
        top, left = max(top, shift[0]), max(left, shift[1])
        bottom = min(bottom, shift[0] + grid.rows)
        right = min(right, shift[1] + grid.cols)
        if bottom <= top or right <= left:
            raise GroundshiftError(
                f"{Path(path).name}: has no area in common with the files before it; leave it out."
            )
    x0, dx, rx, y0, ry, dy = target.transform
    transform = (x0 + left * dx, dx, rx, y0 + top * dy, ry, dy)
    return Grid(bottom - top, right - left, transform, target.crs)


class _Shifted:
    """A source on the same pixels with another extent; NaN outside of it."""

    def __init__(self, source, grid, shift):
        self._source, self._grid, self._shift = source, grid, shift
        self.sources = getattr(source, "sources", ())

    def read(self, window: Window) -> np.ndarray:
        row, col = window.row - self._shift[0], window.col - self._shift[1]
        inner = clipped(row, col, row + window.height, col + window.width, self._grid)
        if (inner.row, inner.col) == (row, col) and inner.size == window.size:
            return self._source.read(inner)
        out = np.full((window.height, window.width), np.nan, np.float32)
        if inner.size:
            top, left = inner.row - row, inner.col - col
            out[top : top + inner.height, left : left + inner.width] = self._source.read(inner)
        return out


def beyond_border(source, grid: Grid, shift=(0, 0)):
    """Make a source readable beyond its border, where it is NaN.

    Parameters
    ----------
    source : object with ``read(window)``
    grid : Grid
        Its own.
    shift : (int, int)
        Row and column of its first pixel in the windows' grid.
    """
    return _Shifted(source, grid, shift)


def clipped(top, left, bottom, right, grid: Grid) -> Window:
    """The part of a rectangle of pixels that lies inside of a grid; may be empty."""
    top, left = max(0, top), max(0, left)
    bottom, right = max(top, min(bottom, grid.rows)), max(left, min(right, grid.cols))
    return Window(top, left, bottom - top, right - left)


class _Warped:
    """A source with other pixels or another CRS, resampled window by window through GDAL."""

    def __init__(self, source, grid, target, resampling, path):
        self._source, self._grid, self._target = source, grid, target
        self._resampling, self._path = resampling, path
        self.sources = getattr(source, "sources", ())
        # GDAL would derive these from each window's shape, and pixels would depend on windows.
        across, down = self._pixels_per_target_pixel()
        self._margin = MARGIN * max(1, math.ceil(max(across, down)))
        scales = [1 / ratio if ratio > AVERAGED_FROM else 1.0 for ratio in (across, down)]
        self._options = [f"XSCALE={scales[0]:.6g}", f"YSCALE={scales[1]:.6g}"]

    def read(self, window: Window) -> np.ndarray:
        out = np.full((window.height, window.width), np.nan, np.float32)
        bounds = _bounds(self._target, window)
        inner = self._source_window(bounds)
        if not inner.size:
            return out
        piece = _memory_raster(self._source.read(inner), self._grid, inner)
        with gdal_errors() as gdal:
            try:
                warped = gdal.Warp(
                    "", piece, format="MEM", outputBounds=bounds, width=window.width,
                    height=window.height, srcSRS=self._grid.crs or None,
                    dstSRS=self._target.crs or None, resampleAlg=self._resampling,
                    errorThreshold=0, srcNodata="nan", dstNodata="nan",
                    warpOptions=self._options,
                )  # fmt: skip
                out[:] = warped.ReadAsArray()
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: cannot be resampled to the stack's grid ({error}); leave it "
                    "out."
                ) from error
        # GDAL writes north-up; a grid with rows from south is turned back.
        return out[::-1] if self._target.transform[5] > 0 else out

    def _pixels_per_target_pixel(self):
        """Source pixels in one of the target's, by columns and rows, at the target's centre."""
        row, col = self._target.rows // 2, self._target.cols // 2
        window = self._fractional_window(_bounds(self._target, Window(row, col, 1, 1)))
        if window is None:
            return 1.0, 1.0
        (left, right), (top, bottom) = window
        return max(right - left, 1e-6), max(bottom - top, 1e-6)

    def _fractional_window(self, bounds):
        """First and last column, first and last row of the source that bounds cover; or None."""
        west, south, east, north = bounds
        if not same_crs(self._grid.crs, self._target.crs):
            from pyproj import Transformer

            change = Transformer.from_crs(self._target.crs, self._grid.crs, always_xy=True)
            west, south, east, north = change.transform_bounds(west, south, east, north, 41)
        x0, dx, _, y0, _, dy = self._grid.transform
        cols = sorted(((west - x0) / dx, (east - x0) / dx))
        rows = sorted(((south - y0) / dy, (north - y0) / dy))
        return (cols, rows) if np.isfinite([*cols, *rows]).all() else None

    def _source_window(self, bounds) -> Window:
        window = self._fractional_window(bounds)
        if window is None:
            return Window(0, 0, 0, 0)
        cols, rows = window
        return clipped(
            int(rows[0]) - self._margin, int(cols[0]) - self._margin,
            int(rows[1]) + self._margin + 1, int(cols[1]) + self._margin + 1, self._grid,
        )  # fmt: skip


def _bounds(grid: Grid, window: Window):
    x, y = grid.xy(
        np.array([window.row - 0.5, window.row + window.height - 0.5]),
        np.array([window.col - 0.5, window.col + window.width - 0.5]),
    )
    return min(x), min(y), max(x), max(y)


def _memory_raster(values, grid: Grid, window: Window):
    """A GDAL dataset in memory, north-up."""
    with gdal_errors() as gdal:
        dataset = gdal.GetDriverByName("MEM").Create(
            "", window.width, window.height, 1, gdal.GDT_Float32
        )
        x0, dx, rx, y0, ry, dy = grid.transform
        left, top = x0 + window.col * dx, y0 + window.row * dy
        dataset.SetGeoTransform((left, dx, rx, top, ry, dy))
        if grid.crs:
            dataset.SetProjection(grid.crs)
        band = dataset.GetRasterBand(1)
        band.WriteArray(values)
        band.SetNoDataValue(float("nan"))
    return dataset


class OverlapMeans:
    """Rates and their standard deviations in the cells of a grid that the pixels do not line up
    with.

    Parameters
    ----------
    source : object with ``read(window)``
        Gives both as (row, column); deviations are known wherever rates are.
    grid, target : Grid
        Its own, and the one wanted; both have a CRS and no rotation.
    """

    def __init__(self, source, grid: Grid, target: Grid):
        self._source, self._grid, self._target = source, grid, target
        self.pixels_per_cell = _pixels_per_cell(grid, target)

    def read(self, window: Window):
        """Mean and its standard deviation, see :func:`..data.overlap.overlap_means`."""
        rows, cols = np.indices((window.height + 1, window.width + 1), float)
        x, y = self._target.xy(rows + window.row - 0.5, cols + window.col - 0.5)
        if not same_crs(self._grid.crs, self._target.crs):
            from pyproj import Transformer

            change = Transformer.from_crs(self._target.crs, self._grid.crs, always_xy=True)
            x, y = change.transform(x, y)
        x0, dx, _, y0, _, dy = self._grid.transform
        boxes = boxes_of_cells((x - x0) / dx, (y - y0) / dy)
        boxes[:, ~np.isfinite(boxes).all(axis=0)] = -1.0  # no such place: nothing there
        top, left = (int(np.floor(boxes[k].min())) for k in (0, 2))
        bottom, right = (int(np.ceil(boxes[k].max())) for k in (1, 3))
        inner = clipped(top, left, bottom, right, self._grid)
        if not inner.size:
            return np.full((2, window.height, window.width), np.nan)
        boxes[:2] -= inner.row
        boxes[2:] -= inner.col
        return overlap_means(*self._source.read(inner), boxes)


def _pixels_per_cell(grid: Grid, target: Grid) -> float:
    """Pixels of one grid in a cell of another, at its centre, about."""
    sizes = [float(np.prod(pixel_size_m(one))) for one in (grid, target)]
    return sizes[1] / sizes[0]


def on_grid(
    source, grid: Grid, target: Grid, resampling: str = "bilinear", path="", tolerance=TOLERANCE
):
    """Make a source readable by windows of another grid.

    Parameters
    ----------
    source : object with ``read(window)``
    grid : Grid
        Its own.
    target : Grid
    resampling : str
        Of GDAL, for pixels that do not line up: ``bilinear``, ``cubic`` or ``near``.
    path : path
        For errors.
    tolerance : float
        Share of a pixel up to which pixels line up.

    Returns
    -------
    object with ``read(window)``
        Windows of `target`; NaN where the source has nothing. Values are unchanged where pixels
        line up.
    """
    shift = shift_between(grid, target, tolerance)
    if shift == (0, 0) and grid.shape == target.shape:
        return source
    if shift is not None:
        return _Shifted(source, grid, shift)
    if not grid.crs or not target.crs:
        raise GroundshiftError(
            f"{Path(path).name}: has another grid than the stack and one of them has no coordinate "
            "reference system, so it cannot be resampled; assign the CRS or leave it out."
        )
    return _Warped(source, grid, target, resampling, path)
