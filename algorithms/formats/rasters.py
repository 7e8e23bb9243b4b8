# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoTIFF rasters, written by windows, with band names, units and overviews."""

from __future__ import annotations

import contextlib
import math
import os
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.addresses import address_of
from ..data.grid import TILE_COLS, TILE_ROWS, Grid, Window
from ..errors import GroundshiftError
from .atomic import cause_at, need_gdal
from .disguises import refuse_disguise
from .leftovers import temporary_beside
from .remote import is_there

LARGEST_WITHOUT_OVERVIEWS = (
    512  # pixels on the longer side, as in GDAL's check of cloud optimisation
)
LARGEST_CACHE = 32 << 20  # bytes, while overviews are made
_PREDICTOR = {"f": 3, "c": 1}  # of floats and complex numbers; 2 for integers
# Exceptions are switched on for the whole process: by the first thread in, until the last is out.
_switch = threading.Lock()
_inside: list[bool] = []


class _Gdal:
    """GDAL, with a look at local files before they are opened: see :mod:`.disguises`."""

    def __init__(self, gdal):
        self._gdal = gdal

    def __getattr__(self, name):
        return getattr(self._gdal, name)

    def Open(self, path, *options):
        """Open a raster."""
        return self._opened(self._gdal.Open, path, *options)

    def OpenEx(self, path, *flags, **options):
        """Open a raster or a vector file."""
        return self._opened(self._gdal.OpenEx, path, *flags, **options)

    def _opened(self, function, path, *flags, **options):
        refuse_disguise(path)
        try:
            return function(address_of(path) or path, *flags, **options)
        except UnicodeDecodeError as error:  # newer GDAL quotes what is damaged as it stands
            raise RuntimeError("it is damaged where text should be") from error


@contextlib.contextmanager
def gdal_errors():
    """Turn GDAL's errors into exceptions inside, whatever the host program has set.

    Yields
    ------
    osgeo.gdal, which opens no file that leads to the network in disguise
    """
    need_gdal()
    from osgeo import gdal

    with _switch:
        _inside.append(_inside[0] if _inside else bool(gdal.GetUseExceptions()))
        gdal.UseExceptions()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield _Gdal(gdal)
    finally:
        gdal.PopErrorHandler()
        with _switch:
            before = _inside.pop()
            if not before and not _inside:
                gdal.DontUseExceptions()


@contextlib.contextmanager
def gdal_closing():
    """Let a dataset go inside: its errors would be printed by Python, not raised."""
    from osgeo import gdal

    with _switch:
        before = bool(gdal.GetUseExceptions())
        gdal.DontUseExceptions()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        gdal.ErrorReset()
        try:
            yield gdal
        finally:
            gdal.PopErrorHandler()
            if before:
                gdal.UseExceptions()
        if not before:
            gdal.DontUseExceptions()


@contextlib.contextmanager
def small_cache():
    """Keep GDAL's cache of blocks small inside.

    It takes a twentieth of the machine's memory, which is in nobody's budget.
    """
    from osgeo import gdal

    before = gdal.GetCacheMax()
    gdal.SetCacheMax(min(before, LARGEST_CACHE))
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


@dataclass(frozen=True)
class BandInfo:
    """What a band of an output is called.

    Parameters
    ----------
    name : str
        With its unit: ``velocity_mm_yr``.
    unit : str
        ``mm/yr``; empty for none.
    metadata : tuple of (str, str)
        Further metadata of the band, such as its date.
    """

    name: str
    unit: str = ""
    metadata: tuple = ()


class RasterWriter(contextlib.AbstractContextManager):
    """Writes a tiled, compressed, cloud-optimised GeoTIFF window by window.

    Parameters
    ----------
    path : path
    grid : Grid
    bands : sequence of BandInfo
    dtype : str
        ``float32``, ``float64`` or ``complex64`` (NaN is no data), ``int16`` or ``uint8``
        (`nodata` is).
    nodata : float
    metadata : dict of str, optional
        Of the dataset.
    """

    def __init__(self, path, grid: Grid, bands, dtype="float32", nodata=np.nan, metadata=None):
        from osgeo import gdal_array

        self._path = str(path)
        code = gdal_array.NumericTypeCodeToGDALTypeCode(np.dtype(dtype).type)
        tiles = [
            "TILED=YES", f"BLOCKXSIZE={TILE_COLS}", f"BLOCKYSIZE={TILE_ROWS}", "BIGTIFF=IF_SAFER",
            "INTERLEAVE=BAND",
        ]  # fmt: skip
        self._options = [
            *tiles, "COMPRESS=DEFLATE", f"PREDICTOR={_PREDICTOR.get(np.dtype(dtype).kind, 2)}",
            "ZLEVEL=1", "NUM_THREADS=ALL_CPUS",
        ]  # fmt: skip
        self._size = max(grid.shape)
        # What is copied at the end is compressed then, once; until then it is written and read
        # three times as fast.
        copied = self._size > LARGEST_WITHOUT_OVERVIEWS
        first = [*tiles, "SPARSE_OK=TRUE"] if copied else self._options
        self._dataset = None
        with gdal_errors() as gdal:
            try:
                self._dataset = gdal.GetDriverByName("GTiff").Create(
                    self._path, grid.cols, grid.rows, len(bands), code, first
                )
                self._describe(grid, bands, nodata, metadata)
            except RuntimeError as error:
                self._close()
                raise GroundshiftError(
                    f"{path}: the raster cannot be made ({error}); choose another place."
                ) from error
        self._type = np.dtype(dtype)

    def _describe(self, grid, bands, nodata, metadata):
        if grid.crs or grid.transform != Grid.transform:  # radar coordinates have neither
            self._dataset.SetGeoTransform(grid.transform)
        if grid.crs:
            self._dataset.SetProjection(grid.crs)
        if metadata:
            self._dataset.SetMetadata({k: str(v) for k, v in metadata.items()})
        for number, info in enumerate(bands, 1):
            band = self._dataset.GetRasterBand(number)
            band.SetDescription(info.name)
            band.SetNoDataValue(float(nodata))
            if info.unit:
                band.SetUnitType(info.unit)
            if info.metadata:
                band.SetMetadata(dict(info.metadata))

    def write(self, window: Window, values, first: int = 0) -> None:
        """Put a window in place.

        Parameters
        ----------
        window : Window
        values : ndarray, shape (row, column) or (band, row, column)
        first : int
            Place of the first of these bands among all.
        """
        values = np.ascontiguousarray(values, self._type)
        if values.ndim == 2:
            values = values[np.newaxis]
        with gdal_errors():
            try:
                for number, values_of_band in enumerate(values, first + 1):
                    band = self._dataset.GetRasterBand(number)
                    band.WriteArray(values_of_band, window.col, window.row)
                    band.FlushCache()  # else GDAL keeps a twentieth of the machine's memory
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: cannot be written ({error}); is the disk full?"
                ) from cause_at(self._path, error)

    def __exit__(self, kind, error, traceback):
        failure = None
        if kind is None:
            with gdal_errors():
                try:
                    self._complete()
                except RuntimeError as problem:
                    # Its traceback holds the file, which could not be closed at once.
                    failure = problem.with_traceback(None)
        closing = self._close()
        failure = failure or closing
        if failure is None and kind is None:
            failure = _loss(self._path)
        if failure is not None and kind is None:
            raise GroundshiftError(
                f"{self._path}: cannot be completed ({failure}); is the disk full?"
            ) from cause_at(self._path, failure)
        return False

    def _close(self) -> RuntimeError | None:
        """Close the file; what went wrong.

        At once, even where an error under way still holds a band and so, in newer GDAL, the file:
        else its last writes would fail later, in the midst of something else.
        """
        with gdal_closing() as gdal:
            if hasattr(self._dataset, "Close"):  # GDAL 3.8 and newer
                self._dataset.Close()
            self._dataset = None
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                return RuntimeError(gdal.GetLastErrorMsg())
        return None

    def _complete(self):
        """Write what GDAL still holds, and the overviews."""
        self._dataset.FlushCache()
        if self._size <= LARGEST_WITHOUT_OVERVIEWS:
            return
        halvings = math.ceil(math.log2(self._size / LARGEST_WITHOUT_OVERVIEWS))
        levels = [2**n for n in range(1, halvings + 1)]
        resampling = "AVERAGE" if self._type.kind == "f" else "NEAREST"
        with small_cache():
            self._dataset.BuildOverviews(resampling, levels)
            self._dataset.FlushCache()
            self._put_overviews_first()

    def _put_overviews_first(self):
        """Copy the file in the order in which cloud-optimised ones are read."""
        ordered = temporary_beside(Path(self._path))
        try:
            with gdal_errors() as gdal:
                copy = gdal.GetDriverByName("GTiff").CreateCopy(
                    str(ordered), self._dataset, options=[*self._options, "COPY_SRC_OVERVIEWS=YES"]
                )
            problem = self._close()
            self._dataset, copy = copy, None
            problem = problem or self._close()
            if problem is not None:
                raise problem
            os.replace(ordered, self._path)
        finally:
            with contextlib.suppress(OSError):
                ordered.unlink()


def _loss(path) -> RuntimeError | None:
    """What a closed GeoTIFF lacks; GDAL 3.10 does not tell when its last writes find no room."""
    with gdal_errors() as gdal:
        gdal.ErrorReset()
        try:
            dataset = gdal.Open(path)
            end = max((_end(band) for band in _bands(dataset)), default=0)
        except RuntimeError as error:
            return error
        # A torn table at the end of the file is a warning of libtiff's only.
        if gdal.GetLastErrorMsg().startswith("TIFF"):
            return RuntimeError(gdal.GetLastErrorMsg())
    size = os.path.getsize(path)
    return RuntimeError(f"{size} of {end} bytes were written") if size < end else None


def _bands(dataset):
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        yield band
        yield from (band.GetOverview(k) for k in range(band.GetOverviewCount()))


def _end(band) -> int:
    """Where the last of a band's blocks ends in its file."""
    width, height = band.GetBlockSize()
    end = 0
    for row in range(-(-band.YSize // height)):
        for col in range(-(-band.XSize // width)):
            place = band.GetMetadataItem(f"BLOCK_OFFSET_{col}_{row}", "TIFF")
            if place:  # None where nothing was written
                size = band.GetMetadataItem(f"BLOCK_SIZE_{col}_{row}", "TIFF")
                end = max(end, int(place) + int(size))
    return end


def write_raster(path, grid: Grid, values, bands, **options) -> None:
    """Write a whole raster at once; see :class:`RasterWriter`.

    Parameters
    ----------
    path : path
    grid : Grid
    values : ndarray, shape (row, column) or (band, row, column)
    bands : sequence of BandInfo
    """
    with RasterWriter(path, grid, bands, **options) as raster:
        raster.write(Window(0, 0, grid.rows, grid.cols), values)


def read_raster(path) -> tuple[Grid, np.ndarray, list[str]]:
    """Read a whole raster.

    Returns
    -------
    grid : Grid
    values : ndarray, shape (band, row, column)
        Float rasters have NaN for no data.
    names : list of str
        The bands' descriptions.
    """
    if not is_there(path):
        raise GroundshiftError(f"{path}: there is no such file; check the path.")
    with gdal_errors() as gdal:
        try:
            return _whole(gdal.Open(str(path)))
        except RuntimeError as error:
            raise GroundshiftError(f"{path}: cannot be read as a raster ({error}).") from error


def _whole(dataset):
    values = dataset.ReadAsArray()
    if values.ndim == 2:
        values = values[np.newaxis]
    grid = Grid(
        dataset.RasterYSize, dataset.RasterXSize, tuple(dataset.GetGeoTransform()),
        dataset.GetProjection(),
    )  # fmt: skip
    names = []
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        names.append(band.GetDescription())
        nodata = band.GetNoDataValue()
        if values.dtype.kind == "f" and nodata is not None and not np.isnan(nodata):
            values[number - 1][values[number - 1] == nodata] = np.nan
    return grid, values, names


def band_dates(path) -> list[np.datetime64]:
    """The dates of a displacement raster's bands."""
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        texts = [
            dataset.GetRasterBand(k).GetMetadataItem("DATE")
            for k in range(1, dataset.RasterCount + 1)
        ]
    return [np.datetime64(text, "D") for text in texts]
