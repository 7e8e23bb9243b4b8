# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of a velocity raster as measurements: all of them thinned out, or those near stations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.crs import check_reach
from ..data.grid import Grid, Window
from ..data.metric import LocalMetres
from ..data.points import Points
from ..data.product import Band
from ..errors import GroundshiftError, check_cancelled
from .measurements import UNITS, RateLayer
from .points.licsbas import is_licsbas, read_licsbas
from .quantities import check_raster
from .raster_source import RasterSource, open_raster
from .rasters import gdal_errors

BLOCK_PIXELS = 1 << 20
RATE_UNITS = {"mm": ("mm/yr", "mm/year", "mm/a", "mm"), "m": ("m/yr", "m/year", "m/a", "m"),
              "cm": ("cm/yr", "cm/year", "cm/a", "cm")}  # fmt: skip


@dataclass(frozen=True)
class _Raster:
    """A rate raster that can be read by windows."""

    path: str
    grid: Grid
    scale: float
    bands: tuple  # of (path, band number): the rate and, or None, its standard deviation
    nodata: tuple


def _describe(source: RateLayer) -> _Raster:
    with gdal_errors():
        dataset = open_raster(source.path)
        grid = Grid(
            dataset.RasterYSize, dataset.RasterXSize, tuple(dataset.GetGeoTransform()),
            dataset.GetProjection(),
        )  # fmt: skip
        band = dataset.GetRasterBand(1)
        scale = unit_scale(band.GetUnitType() or band.GetDescription(), source.unit)
        bands, nodata = [(str(source.path), 1), None], [band.GetNoDataValue(), None]
        for number in range(2, dataset.RasterCount + 1):
            if dataset.GetRasterBand(number).GetDescription().startswith("velocity_std"):
                bands[1] = (str(source.path), number)
                nodata[1] = dataset.GetRasterBand(number).GetNoDataValue()
        if source.std_path is not None:
            other = open_raster(source.std_path)
            if (other.RasterYSize, other.RasterXSize) != grid.shape:
                raise GroundshiftError(
                    f"{source.std_path}: its size is {other.RasterYSize}x{other.RasterXSize} and "
                    f"that of the rates {grid.rows}x{grid.cols}; give the one of the same grid."
                )
            bands[1] = (str(source.std_path), 1)
            nodata[1] = other.GetRasterBand(1).GetNoDataValue()
    return _Raster(str(source.path), grid, scale, tuple(bands), tuple(nodata))


def unit_scale(unit: str, given: str) -> float:
    """From a raster's numbers to metres, by its own unit (or its band's name) or the given one."""
    text = unit.lower().replace("_", "/").replace(" ", "")
    for name, words in RATE_UNITS.items():
        if any(text == word or text.endswith(f"/{word}") for word in words):
            return UNITS[name]
    return UNITS[given]


class _Reader:
    """Reads windows of rate and standard deviation in metres a year."""

    def __init__(self, raster: _Raster):
        self._scale, self._bands = raster.scale, []
        for where, nodata in zip(raster.bands, raster.nodata):
            void = () if nodata is None else (nodata,)
            self._bands.append(where and RasterSource(Band(*where, void), float))
        self.sources = tuple(file for band in self._bands if band for file in band.sources)

    def read(self, window: Window):
        """Rate and standard deviation, each of shape (row, column), NaN for no data."""
        shape = (window.height, window.width)
        return [
            np.full(shape, np.nan) if band is None else band.read(window) * self._scale
            for band in self._bands
        ]


class _Memory:
    """The same for a LiCSBAS result, which is read as a whole."""

    sources = ()

    def __init__(self, result):
        self._layers = (result.rate, result.std)

    def read(self, window: Window):
        """Rate and standard deviation of a window."""
        shape = (window.height, window.width)
        return [
            np.full(shape, np.nan) if layer is None else layer[window.slices].astype(float)
            for layer in self._layers
        ]


def open_rates(source: RateLayer):
    """Open a raster of rates for reading by windows.

    Returns
    -------
    grid : Grid
    reader : object with ``read(window)``
        Gives rate and standard deviation in metres a year, each of shape (row, column), NaN for no
        data.
    look : ndarray, shape (3, row, column), or None
        Look vectors, where LiCSBAS' lie beside the file.
    """
    if is_licsbas(source.path):
        result = read_licsbas(source.path)
        return result.grid, _Memory(result), result.look
    check_raster(source.path, unit=source.unit)
    raster = _describe(source)
    check_reach(raster.grid, source.path)
    return raster.grid, _Reader(raster), None


def read_thinned(source: RateLayer, most: int, cancelled=None) -> Points:
    """Pixels of a raster on a regular subset, at most about so many.

    Parameters
    ----------
    source : RateLayer
    most : int

    Raises
    ------
    GroundshiftError
        If no pixel has a value.
    """
    grid, reader, look = open_rates(source)
    step = 1
    while -(-grid.rows // step) * -(-grid.cols // step) > most:
        step += 1
    pieces = []
    for window in grid.blocks(BLOCK_PIXELS):
        check_cancelled(cancelled)
        rows, cols = _pixels(window)
        chosen = (rows % step == 0) & (cols % step == 0)
        pieces.append(_chosen(reader, window, chosen))
    return _measurements(source, grid, pieces, look)


def read_near(source: RateLayer, local: LocalMetres, stations, distance: float, cancelled=None):
    """Pixels of a raster within a distance of stations.

    Parameters
    ----------
    source : RateLayer
    local : LocalMetres
    stations : ndarray, shape (station, 2)
        Local metres.
    distance : float
        Metres.

    Raises
    ------
    GroundshiftError
        If no pixel with a value lies there.
    """
    grid, reader, look = open_rates(source)
    boxes = _boxes(grid, local, stations, distance, str(source.path))
    pieces = []
    for window in grid.blocks(BLOCK_PIXELS):
        check_cancelled(cancelled)
        mask = np.zeros((window.height, window.width), bool)
        top, left = window.row, window.col
        low = np.maximum(boxes[:, :2] - (top, left), 0)
        high = np.minimum(boxes[:, 2:] - (top, left), mask.shape)
        for (r0, c0), (r1, c1) in zip(low, high):
            if r0 < r1 and c0 < c1:
                mask[r0:r1, c0:c1] = True
        if mask.any():
            pieces.append(_chosen(reader, window, mask))
    return _measurements(source, grid, pieces, look)


def _boxes(grid, local, stations, distance, what) -> np.ndarray:
    """Rows and columns (first row, first column, end row, end column) that cover each circle."""
    corners = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]]) * distance * 1.01
    places = (stations[:, np.newaxis, :] + corners).reshape(-1, 2)
    local.of(grid.crs, *grid.xy(0, 0), what)  # refuses a side without a CRS
    x, y = local.back(grid.crs, places)
    x0, dx, rx, y0, ry, dy = grid.transform
    determinant = dx * dy - rx * ry
    cols = (dy * (x - x0) - rx * (y - y0)) / determinant
    rows = (dx * (y - y0) - ry * (x - x0)) / determinant
    rows, cols = rows.reshape(-1, 4), cols.reshape(-1, 4)
    ends = [rows.min(axis=1), cols.min(axis=1), rows.max(axis=1) + 1, cols.max(axis=1) + 1]
    limit = max(grid.shape) + 1
    return np.clip(np.floor(np.stack(ends, axis=1)), -1, limit).astype(int)


def _pixels(window: Window):
    rows = np.arange(window.row, window.row + window.height)[:, np.newaxis]
    cols = np.arange(window.col, window.col + window.width)
    return np.broadcast_arrays(rows, cols)


def _chosen(reader, window, chosen):
    """Row, column, rate and standard deviation of the chosen pixels that have a rate."""
    rate, std = reader.read(window)
    good = chosen & np.isfinite(rate)
    rows, cols = _pixels(window)
    return rows[good], cols[good], rate[good], std[good]


def _measurements(source, grid, pieces, look) -> Points:
    if not pieces or not sum(len(piece[0]) for piece in pieces):
        raise GroundshiftError(
            f"{source.path}: has no pixel with a value where it is needed; check that the layers "
            "overlap, or give a larger distance."
        )
    rows, cols, rate, std = (np.concatenate(parts) for parts in zip(*pieces))
    x, y = grid.xy(rows, cols)
    sign = -1.0 if source.away else 1.0
    names = np.array([f"row {r} column {c}" for r, c in zip(rows, cols)], dtype=object)
    vectors = None if look is None else look[:, rows, cols].T.astype(float)
    direction = {"vertical": "up"}.get(source.quantity, "los")
    return Points.along_look(
        grid.crs, x, y, sign * rate, std, names=names, direction=direction, look=vectors
    )
