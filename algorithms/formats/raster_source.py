# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bands of rasters and pages of HDF5 datasets, read by windows as float32 with NaN for no data."""

from __future__ import annotations

import contextlib
import functools
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..data.addresses import address_of
from ..data.crs import check_reach
from ..data.grid import Grid, Window
from ..data.product import Band
from ..errors import GroundshiftError
from .hdf5.stacks import open_hdf5
from .rasters import gdal_errors
from .remote import Source, unreached

DAMAGED = "truncated or damaged?); get it again or take it out of the folder."


@dataclass(frozen=True)
class RasterInfo:
    """What a raster's header says.

    Parameters
    ----------
    path : str
    grid : Grid
    dtype : str
        NumPy's name of the first band's type.
    nodata : tuple of float
        The declared no-data value; empty where there is none.
    bands : int
    unit : str
        Of the first band; mostly empty.
    metadata : dict of str
    scaled : bool
        Whether the first band declares a scale or an offset, which readers apply.
    """

    path: str
    grid: Grid
    dtype: str
    nodata: tuple = ()
    bands: int = 1
    unit: str = ""
    metadata: dict = field(default_factory=dict)
    scaled: bool = False


def open_raster(path):
    """A raster's dataset, to be read.

    Raises
    ------
    GroundshiftError
        If it is none, or damaged.
    """
    with gdal_errors() as gdal:
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_READONLY)
        except RuntimeError:
            dataset = None
    if dataset is None or dataset.RasterCount == 0:
        if address_of(path):
            raise unreached(path)
        if not Path(path).exists():
            raise GroundshiftError(f"{path}: there is no such file; check the path.")
        raise GroundshiftError(f"{path}: cannot be read as a raster ({DAMAGED}")
    return dataset


def describe(path) -> RasterInfo:
    """Read a raster's header.

    Raises
    ------
    GroundshiftError
        If the file is missing, damaged or no raster, or is rotated against its coordinate axes.
    """
    from osgeo import gdal_array

    dataset = open_raster(path)
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform == Grid.transform:  # of rows and columns, as ISCE-2 says it in radar coordinates
        transform = None
    crs = dataset.GetProjection() if transform else ""
    grid = Grid(dataset.RasterYSize, dataset.RasterXSize)
    if transform:
        if transform[2] or transform[4]:
            raise GroundshiftError(
                f"{path}: the raster is rotated against its coordinate axes; warp it north-up "
                "(gdalwarp) first."
            )
        if not (transform[1] and transform[5]):
            raise GroundshiftError(
                f"{path}: its pixels have a size of 0; give the raster its place (gdal_edit.py "
                "-a_ullr) first."
            )
        grid = Grid(grid.rows, grid.cols, tuple(transform), crs)
        check_reach(grid, path)
    band = dataset.GetRasterBand(1)
    nodata = band.GetNoDataValue()
    return RasterInfo(
        path=str(path),
        grid=grid,
        dtype=np.dtype(gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)).name,
        nodata=() if nodata is None or np.isnan(nodata) else (nodata,),
        bands=dataset.RasterCount,
        unit=band.GetUnitType() or "",
        metadata=dataset.GetMetadata() or {},
        scaled=_scaling(band) != (1.0, 0.0),
    )


def check_pixels(path) -> None:
    """Read all of a raster, to see whether it is whole.

    Raises
    ------
    GroundshiftError
        If it is none, or damaged.
    """
    dataset = open_raster(path)
    with gdal_errors() as gdal:
        gdal.ErrorReset()
        try:
            for number in range(1, dataset.RasterCount + 1):
                dataset.GetRasterBand(number).Checksum()
            # Older ones tell it, and raise nothing.
            damaged = gdal.GetLastErrorType() >= gdal.CE_Failure
        except RuntimeError:
            damaged = True
    if damaged:
        raise GroundshiftError(f"{path}: its pixels cannot be read ({DAMAGED}")


def band_with(path, word: str) -> int:
    """Number of the first band whose name has a word, and is no standard deviation; else 1.

    Raises
    ------
    GroundshiftError
        If there is no such raster.
    """
    dataset = open_raster(path)
    for number in range(1, dataset.RasterCount + 1):
        name = dataset.GetRasterBand(number).GetDescription().lower()
        if word in name and "std" not in name:
            return number
    return 1


def _scaling(band) -> tuple:
    scale, offset = band.GetScale(), band.GetOffset()
    return 1.0 if scale is None else scale, offset or 0.0


def declared(values: np.ndarray, band) -> np.ndarray:
    """Values in the quantity: with the scale and offset that their GDAL band declares.

    GDAL hands out what is stored; QGIS shows the quantity.

    Parameters
    ----------
    values : ndarray
        Floats, NaN for no data.
    band : osgeo.gdal.Band
    """
    scale, offset = _scaling(band)
    if (scale, offset) == (1.0, 0.0):
        return values
    return (values * scale + offset).astype(values.dtype)


def cleaned(values, nodata, dtype=np.float32) -> np.ndarray:
    """Values as floats, with NaN where they are no data or not finite."""
    out = values.astype(dtype)
    for void in nodata:
        # Compared in the file's own precision: -3.4028235e38 is declared in double precision.
        out[values == (values.dtype.type(void) if values.dtype.kind == "f" else void)] = np.nan
    out[~np.isfinite(out)] = np.nan
    return out


def _times(values, scale) -> np.ndarray:
    """Values, changed in place, in the quantity that a :class:`Band` stands for."""
    if scale != 1.0:
        values *= np.float32(scale)
    return values


class RasterSource(contextlib.AbstractContextManager):
    """Reads windows of one band through GDAL.

    In another process, to which it is sent without what it has open, it opens the file anew.

    Parameters
    ----------
    band : Band
    dtype : dtype
        Of what is read; places on the map want double precision.

    Attributes
    ----------
    sources : tuple of Source
        The file; empty where GDAL knows it by another name.
    """

    def __init__(self, band: Band, dtype=np.float32):
        self._band, self._dtype = band, dtype
        file = Source.of(band.path)
        self.sources = (file,) if address_of(band.path) or file.path.is_file() else ()
        if self._dataset.RasterCount < band.index:
            raise GroundshiftError(
                f"{band.path}: has {self._dataset.RasterCount} bands and band {band.index} is "
                "asked for; get the file again."
            )

    @functools.cached_property
    def _dataset(self):
        return open_raster(self.sources[0].path if self.sources else self._band.path)

    def __getstate__(self):
        return {name: value for name, value in vars(self).items() if name != "_dataset"}

    def __exit__(self, *_):
        self.__dict__.pop("_dataset", None)

    def _read(self, *window, **size):
        with gdal_errors():
            try:
                band = self._dataset.GetRasterBand(self._band.index)
                values = band.ReadAsArray(*window, **size)
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._band.path}: its pixels cannot be read ({DAMAGED}"
                ) from error
        if values is None:
            raise GroundshiftError(f"{self._band.path}: its pixels cannot be read ({DAMAGED}")
        if values.dtype.kind == "c":
            raise GroundshiftError(
                f"{self._band.path}: holds complex numbers (a radar image or a wrapped "
                "interferogram); real ones are needed, such as the unwrapped phase in radians."
            )
        values = cleaned(values, self._band.nodata, self._dtype)
        return _times(declared(values, band), self._band.scale)

    def read(self, window: Window) -> np.ndarray:
        """A window as float32, NaN for no data; shape (row, column)."""
        # GDAL takes no numbers of NumPy's.
        return self._read(*map(int, (window.col, window.row, window.width, window.height)))

    def sample(self, size: int = 512) -> np.ndarray:
        """The whole band thinned out to at most `size` by `size` pixels (nearest neighbour)."""
        rows, cols = self._dataset.RasterYSize, self._dataset.RasterXSize
        return self._read(
            0, 0, cols, rows, buf_xsize=min(size, cols), buf_ysize=min(size, rows)
        )  # fmt: skip


class Hdf5Source(contextlib.AbstractContextManager):
    """Reads windows of pages of one HDF5 dataset, several pages at a time.

    Stacks are stored in chunks that span several pages; reading them together unpacks each once.

    Parameters
    ----------
    bands : sequence of Band
        All of the same dataset.
    dtype : dtype
        Of what is read.
    """

    def __init__(self, bands, dtype=np.float32):
        self._bands, self._dtype = list(bands), dtype
        self._file = open_hdf5(bands[0].path)
        if bands[0].dataset not in self._file:
            self._file.close()
            raise GroundshiftError(
                f"{bands[0].path}: has no dataset '{bands[0].dataset}'; make the file again."
            )
        self._data = self._file[bands[0].dataset]
        self._window, self._slab, self._first = None, None, 0

    def __exit__(self, *_):
        self._file.close()

    def page(self, number: int, window: Window) -> np.ndarray:
        """A window of the band with that number in `bands`, as float32 with NaN for no data."""
        band = self._bands[number]
        if self._window != window:
            self._slab, self._window = self._load(window), window
        values = self._slab if self._data.ndim == 2 else self._slab[band.index - 1 - self._first]
        return _times(cleaned(values, band.nodata, self._dtype), band.scale)

    def read(self, window: Window) -> np.ndarray:
        """A window of the first band."""
        return self.page(0, window)

    def _load(self, window):
        rows, cols = window.slices
        pages = [band.index - 1 for band in self._bands]
        self._first = min(pages)
        try:
            if self._data.ndim == 2:
                return self._data[rows, cols]
            return self._data[self._first : max(pages) + 1, rows, cols]
        except OSError as error:
            raise GroundshiftError(
                f"{self._bands[0].path}: '{self._bands[0].dataset}' cannot be read (truncated "
                "file?); get it again."
            ) from error


class _Page:
    """One page of a shared HDF5 source."""

    def __init__(self, source, number):
        self._source, self._number = source, number

    def read(self, window: Window) -> np.ndarray:
        return self._source.page(self._number, window)


def pages_together(band: Band) -> int:
    """How many neighbouring pages are best read at once: as many as share a chunk."""
    if not band.dataset:
        return 1
    with open_hdf5(band.path) as file:
        chunks = file[band.dataset].chunks
        return chunks[0] if chunks and len(chunks) == 3 else 1


@contextlib.contextmanager
def open_bands(bands, dtype=np.float32):
    """Open several bands for reading by windows.

    Parameters
    ----------
    bands : sequence of Band or None
        Rasters, or pages of one HDF5 dataset.
    dtype : dtype
        Of what is read.

    Yields
    ------
    list of object with ``read(window)``, or None where there is no band
    """
    with contextlib.ExitStack() as stack:
        paged = [band for band in bands if band is not None and band.dataset]
        shared = stack.enter_context(Hdf5Source(paged, dtype)) if paged else None
        sources, pages = [], 0
        for band in bands:
            if band is None:
                sources.append(None)
            elif band.dataset:
                sources.append(_Page(shared, pages))
                pages += 1
            else:
                sources.append(stack.enter_context(RasterSource(band, dtype)))
        yield sources
