# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of radar images on the map: rasters and points in the right place.

Where the images have a CRS, all goes straight through. In radar coordinates a raster is written
aside and geocoded with the stack's own latitude and longitude of every pixel, by GDAL's
geolocation arrays.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ..data.crs import wkt_from_epsg
from ..data.grid import Grid, Window
from ..data.metric import LocalMetres
from ..data.slc import SlcStack, strided_grid
from ..errors import GroundshiftError
from .atomic import cause_at
from .hdf5.images import LayerReader
from .leftovers import temporary_beside
from .rasters import RasterWriter, gdal_closing, gdal_errors

GEOGRAPHIC = 4326
VOID = -1000.0  # no longitude and no latitude
OVERSAMPLING = 4.0  # most by which the finer side of a pixel may go below the coarser one
BLOCK = 1 << 22  # pixels of a window, while rasters are copied
LARGEST = 200_000  # rows or columns of a map: more come from a damaged lookup


def placed_writer(
    path, stack_or_grid, bands, *, strides=(1, 1), dtype="float32", nodata=np.nan, metadata=None
):
    """A raster of results of a stack of images, to be filled by windows and placed on the map.

    Parameters
    ----------
    path : path
        Give a temporary one of an :class:`.atomic.Transaction`.
    stack_or_grid : SlcStack, Stack, TimeSeries or Grid
        A stack or series in radar coordinates needs its lookup; without it, as for a grid without a
        CRS, the raster stays in radar coordinates.
    bands : sequence of BandInfo
    strides : tuple of int
        Rows and columns of the images in a pixel of the result.
    dtype, nodata, metadata
        See :class:`.rasters.RasterWriter`. Floats are interpolated linearly between pixels; whole
        numbers are taken from the nearest one.

    Returns
    -------
    context manager with ``write(window, values)``
        Windows of the strided grid.
    """
    is_stack = not isinstance(stack_or_grid, Grid)
    grid = strided_grid(stack_or_grid.grid if is_stack else stack_or_grid, strides)
    if not is_stack or grid.crs or not stack_or_grid.has_lookup:
        return RasterWriter(path, grid, bands, dtype, nodata, metadata)
    return _RadarWriter(path, stack_or_grid, grid, bands, strides, dtype, nodata, metadata)


def point_places(stack, rows, cols, strides=(1, 1)):
    """Map coordinates of pixels' centres.

    Parameters
    ----------
    stack : SlcStack, Stack or TimeSeries
    rows, cols : ndarray, shape (point,)
        In the strided grid; fractions of pixels are allowed.
    strides : tuple of int

    Returns
    -------
    x, y : ndarray of float64, shape (point,)
        NaN where the lookup has nothing.
    crs : str
        WKT; empty in radar coordinates without lookup, where x and y are columns and rows.
    """
    rows, cols = np.asarray(rows, float), np.asarray(cols, float)
    grid = strided_grid(stack.grid, strides)
    if grid.crs or not stack.has_lookup:
        return *grid.xy(rows, cols), places_crs(stack)
    (down, across), (height, width) = strides, stack.grid.shape
    rows, cols = rows * down + (down - 1) / 2, cols * across + (across - 1) / 2
    places = np.full((2, len(rows)), np.nan)
    with LayerReader(stack) as reader:
        for window in stack.grid.blocks(BLOCK):
            # A point belongs to the window of its upper left pixel.
            top = np.clip(np.floor(rows), 0, max(height - 2, 0))
            left = np.clip(np.floor(cols), 0, max(width - 2, 0))
            here = (
                (top >= window.row) & (top < window.row + window.height)
                & (left >= window.col) & (left < window.col + window.width)
            )  # fmt: skip
            if here.any():
                inner = _one_more(window, stack.grid)
                lookup = [reader.layer(name, inner) for name in ("longitude", "latitude")]
                places[:, here] = [
                    _between(values, rows[here] - inner.row, cols[here] - inner.col)
                    for values in map(_cleaned, lookup)
                ]
    return places[0], places[1], places_crs(stack)


def places_crs(stack) -> str:
    """WKT of the CRS that :func:`point_places` answers in; empty where there is none."""
    if not stack.grid.crs and stack.has_lookup:
        return wkt_from_epsg(GEOGRAPHIC)
    return stack.grid.crs


def grid_place(stack, x: float, y: float) -> tuple[float, float]:
    """A place on the map in the coordinates of a stack's grid.

    Parameters
    ----------
    stack : SlcStack, Stack or TimeSeries
        In radar coordinates with a lookup, else `x` and `y` are the grid's already.
    x, y : float
        Longitude and latitude where there is a lookup.

    Returns
    -------
    x, y : float
        Of the nearest pixel's centre.

    Raises
    ------
    GroundshiftError
        If the place lies outside of the scene.
    """
    if stack.grid.crs or not stack.has_lookup:
        return x, y
    best, found, spacing = np.inf, None, np.inf
    with LayerReader(stack) as reader:
        for window in stack.grid.blocks(BLOCK):
            longitude, latitude = (
                _cleaned(reader.layer(name, window)) for name in ("longitude", "latitude")
            )
            east = (longitude - x) * np.cos(np.radians(y))
            distance = np.where(np.isfinite(east), east**2 + (latitude - y) ** 2, np.inf)
            row, col = np.unravel_index(np.argmin(distance), distance.shape)
            if distance[row, col] < best:
                best, found = distance[row, col], (row + window.row, col + window.col)
                spacing = np.nanmax(np.abs(np.diff(latitude[:, col]))) if len(distance) > 1 else 0
                across = np.abs(np.diff(east[row])) if distance.shape[1] > 1 else np.zeros(1)
                spacing = max(spacing, float(np.nanmax(across)))
    if found is None or best > (2 * spacing) ** 2:
        raise GroundshiftError(
            f"The point ({x:.6g}, {y:.6g}) lies outside of the scene; choose one inside of it "
            "(longitude, latitude)."
        )
    return stack.grid.xy(*found)


def _one_more(window, grid) -> Window:
    return Window(
        window.row, window.col, min(window.height + 1, grid.rows - window.row),
        min(window.width + 1, grid.cols - window.col),
    )  # fmt: skip


def _cleaned(values) -> np.ndarray:
    """A lookup with NaN for what ISCE and GAMMA leave 0, and for no data."""
    values = np.asarray(values, float)
    return np.where((values == 0) | (np.abs(values) > 360), np.nan, values)


def _between(values, rows, cols) -> np.ndarray:
    """Linear interpolation between pixels; beyond the border the slope of the last two goes on."""
    top = np.clip(np.floor(rows).astype(int), 0, max(values.shape[0] - 2, 0))
    left = np.clip(np.floor(cols).astype(int), 0, max(values.shape[1] - 2, 0))
    down, across = rows - top, cols - left
    below = np.minimum(top + 1, values.shape[0] - 1)
    beside = np.minimum(left + 1, values.shape[1] - 1)
    with np.errstate(invalid="ignore"):
        upper = (1 - across) * values[top, left] + across * values[top, beside]
        lower = (1 - across) * values[below, left] + across * values[below, beside]
        return np.where(down == 0, upper, (1 - down) * upper + down * lower)


class _RadarWriter(contextlib.AbstractContextManager):
    """A raster in radar coordinates that is geocoded when it is closed."""

    def __init__(self, path, stack, grid, bands, strides, dtype, nodata, metadata):
        self._path, self._stack, self._grid = Path(path), stack, grid
        self._bands, self._strides = bands, strides
        self._options = (dtype, nodata, metadata)
        self._aside = temporary_beside(self._path.with_suffix(".tif"))
        self._lookup = temporary_beside(self._path.with_suffix(".tif"))
        self._writer = RasterWriter(self._aside, grid, bands, dtype, nodata)

    def write(self, window: Window, values, first: int = 0) -> None:
        """Put a window of the radar grid in place; see :class:`.rasters.RasterWriter`."""
        self._writer.write(window, values, first)

    def __exit__(self, kind, error, traceback):
        try:
            self._writer.__exit__(kind, error, traceback)
            if kind is None:
                self._geocode()
        finally:
            for file in (self._aside, self._lookup):
                for ending in ("", ".aux.xml", ".ovr"):
                    with contextlib.suppress(OSError):  # the next run removes what is left
                        Path(f"{file}{ending}").unlink()
        return False

    def _geocode(self):
        dtype, nodata, metadata = self._options
        with gdal_errors() as gdal:
            try:
                target = map_grid(self._stack, self._strides, self._lookup)
                source = gdal.Open(str(self._aside), gdal.GA_Update)
                source.SetMetadata(_geolocation(self._lookup), "GEOLOCATION")
                x0, dx, _, y0, _, dy = target.transform
                warped = gdal.Warp(
                    "", source, format="VRT", geoloc=True, dstSRS=f"EPSG:{GEOGRAPHIC}",
                    outputBounds=(x0, y0 + target.rows * dy, x0 + target.cols * dx, y0),
                    width=target.cols, height=target.rows, errorThreshold=0,
                    resampleAlg="bilinear" if np.dtype(dtype).kind == "f" else "near",
                    srcNodata=str(nodata), dstNodata=str(nodata),
                    warpOptions=["SAMPLE_GRID=NO", "SOURCE_EXTRA=4"],
                )  # fmt: skip
                with RasterWriter(
                    self._path, target, self._bands, dtype, nodata, metadata
                ) as writer:
                    for window in target.blocks(BLOCK):
                        area = window.col, window.row, window.width, window.height
                        writer.write(window, warped.ReadAsArray(*area))
                warped = source = None
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: cannot be geocoded ({error}); is the disk full, or is the "
                    f"lookup of {self._stack.path} damaged?"
                ) from cause_at(self._path, error)


def _geolocation(lookup) -> dict:
    """GDAL's description of a lookup that holds the places of pixels' centres."""
    # An offset of half a pixel instead of GEOREFERENCING_CONVENTION, which GDAL < 3.5 ignores.
    return {
        "X_DATASET": str(lookup), "X_BAND": "1", "Y_DATASET": str(lookup), "Y_BAND": "2",
        "PIXEL_OFFSET": "0.5", "LINE_OFFSET": "0.5", "PIXEL_STEP": "1", "LINE_STEP": "1",
        "SRS": wkt_from_epsg(GEOGRAPHIC),
    }  # fmt: skip


def map_grid(stack: SlcStack, strides=(1, 1), lookup_path=None) -> Grid:
    """The grid in longitude and latitude on which a stack in radar coordinates is shown.

    Its pixels are about as large as the images': of square metres, as wide as the finer side of
    theirs but not finer than a quarter of the coarser one.

    Parameters
    ----------
    stack : SlcStack
        With a lookup.
    strides : tuple of int
    lookup_path : path, optional
        Where to write longitude and latitude of the strided pixels as two bands, float64.

    Raises
    ------
    GroundshiftError
        If the lookup holds no places.
    """
    grid = strided_grid(stack.grid, strides)
    low, high = np.full(2, np.inf), np.full(2, -np.inf)
    with contextlib.ExitStack() as files:
        reader = files.enter_context(LayerReader(stack))
        writer = None
        if lookup_path is not None:
            writer = files.enter_context(_lookup_raster(lookup_path, grid))
        for window in grid.blocks(max(BLOCK // int(np.prod(strides)), 1)):
            places = _thinned(reader, window, strides, stack.grid)
            there = np.isfinite(places).all(axis=0)
            if there.any():
                low = np.minimum(low, places[:, there].min(axis=1))
                high = np.maximum(high, places[:, there].max(axis=1))
            if writer is not None:
                writer(window, np.where(there, places, VOID))
        size = _pixel_size(reader, grid, strides, stack.grid)
    if not np.isfinite(low).all() or size is None:
        raise GroundshiftError(
            f"{stack.path}: its latitude and longitude hold no places; import it again with the "
            "right ones."
        )
    if high[0] - low[0] > 180 or np.abs((low[1], high[1])).max() > 90:
        raise GroundshiftError(
            f"{stack.path}: its longitude spans {low[0]:.4g} to {high[0]:.4g} and its latitude "
            f"{low[1]:.4g} to {high[1]:.4g}; scenes across the date line cannot be geocoded, other "
            "lookups are damaged."
        )
    low, high = low - size / 2, high + size / 2
    cols, rows = (max(1, round(n)) for n in (high - low) / size)
    if max(rows, cols) > LARGEST:
        raise GroundshiftError(
            f"{stack.path}: its latitude and longitude are scattered over {rows}x{cols} pixels; "
            "they are damaged, import it again."
        )
    transform = (low[0], size[0], 0.0, high[1], 0.0, -size[1])
    return Grid(rows, cols, tuple(map(float, transform)), wkt_from_epsg(GEOGRAPHIC))


@contextlib.contextmanager
def _lookup_raster(path, grid):
    """A raster of two bands; yields a function that writes a window."""
    with gdal_errors() as gdal:
        raster = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.cols, grid.rows, 2, gdal.GDT_Float64, ["TILED=YES", "BIGTIFF=IF_SAFER"]
        )
        for number in (1, 2):
            raster.GetRasterBand(number).SetNoDataValue(VOID)

        def write(window, values):
            for number, layer in enumerate(values, 1):
                raster.GetRasterBand(number).WriteArray(layer, window.col, window.row)

        try:
            yield write
            raster.FlushCache()
        except RuntimeError as problem:
            raise problem.with_traceback(None) from None  # it holds the file; see RasterWriter
        finally:
            with gdal_closing():
                if hasattr(raster, "Close"):  # GDAL 3.8 and newer; see RasterWriter
                    raster.Close()
                raster = None


def _thinned(reader, window, strides, grid) -> np.ndarray:
    """Longitude and latitude of strided pixels' centres, NaN where unknown; (2, row, column)."""
    (down, across) = strides
    # The pixel in the middle, or the two of them: the centre lies between.
    places = []
    behind = Window(
        window.row * down, window.col * across, window.height * down, window.width * across
    )
    for name in ("longitude", "latitude"):
        values = _cleaned(reader.layer(name, behind))
        for step, axis in ((down, 0), (across, 1)):
            first, second = (step - 1) // 2, step // 2
            pick = [slice(None)] * 2
            pick[axis] = slice(first, None, step)
            lower = values[tuple(pick)]
            pick[axis] = slice(second, None, step)
            values = (lower + values[tuple(pick)]) / 2
        places.append(values)
    return np.stack(places)


def _pixel_size(reader, grid, strides, whole):
    """Width and height in degrees of map pixels that suit the radar's; None without places."""
    sizes = []
    centre = None
    for row in np.linspace(0, grid.rows - 1, 9).astype(int):
        height = min(2, grid.rows - row)
        if height < 2:
            row, height = max(0, grid.rows - 2), min(2, grid.rows)
        places = _thinned(reader, Window(row, 0, height, grid.cols), strides, whole)
        there = np.isfinite(places).all(axis=0)
        if not there.any():
            continue
        centre = centre if centre is not None else places[:, there].mean(axis=1)
        local = LocalMetres(wkt_from_epsg(GEOGRAPHIC), *centre)
        xy = local.of(wkt_from_epsg(GEOGRAPHIC), *places.reshape(2, -1)).reshape(
            *there.shape, 2
        )  # fmt: skip
        xy[~there] = np.nan
        along = np.linalg.norm(np.diff(xy, axis=1), axis=-1).ravel()
        down = np.linalg.norm(np.diff(xy, axis=0), axis=-1).ravel()
        sizes.append([_median(along), _median(down)])
    if not sizes:
        return None
    sides = np.nanmedian(np.array(sizes), axis=0)
    sides = sides[np.isfinite(sides) & (sides > 0)]
    if not sides.size:
        return None
    metres = max(sides.min(), sides.max() / OVERSAMPLING)
    local = LocalMetres(wkt_from_epsg(GEOGRAPHIC), *centre)
    x, y = local.back(wkt_from_epsg(GEOGRAPHIC), [[metres, metres]])
    return np.abs(np.array([x[0] - centre[0], y[0] - centre[1]]))


def _median(values) -> float:
    values = values[np.isfinite(values)]
    return float(np.median(values)) if values.size else np.nan
