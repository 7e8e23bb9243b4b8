# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of radar images and of their coordinates, read by windows in their own precision."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.grid import Window
from ...data.slc_product import SlcPart
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ..raster_source import DAMAGED, open_raster
from ..rasters import gdal_errors


def open_part(part: SlcPart):
    """Open a file for reading by windows; a context manager with ``read(window)``.

    Windows are in the file's own rows and columns. Complex values come as complex64, others as
    float64.

    Raises
    ------
    GroundshiftError
        If the file is missing or damaged, or holds what it should not.
    """
    if part.raw:
        return _RawSource(part)
    return _Hdf5Part(part) if part.dataset else _GdalPart(part)


def _typed(values) -> np.ndarray:
    return values.astype(np.complex64 if values.dtype.kind == "c" else np.float64, copy=False)


class _RawSource(contextlib.AbstractContextManager):
    """Plain binary numbers, row by row, as GAMMA writes them."""

    def __init__(self, part):
        self._part, kind = part, np.dtype(part.raw)
        self._pair = kind.kind == "i"
        count = part.shape[0] * part.shape[1] * (2 if self._pair else 1)
        check_size(part.path, count * kind.itemsize, part.shape)
        shape = (*part.shape, 2) if self._pair else part.shape
        try:
            self._values = np.memmap(part.path, kind, "r", shape=shape)
        except OSError as error:
            raise GroundshiftError(
                f"{part.path}: cannot be read ({error.strerror}); check its permissions."
            ) from error

    def read(self, window: Window) -> np.ndarray:
        values = np.asarray(self._values[window.slices])
        if self._pair:
            values = values.astype(np.float32)
            return values[..., 0] + 1j * values[..., 1]
        return _typed(values)

    def __exit__(self, *_):
        self._values = None


class _Hdf5Part(contextlib.AbstractContextManager):
    """A dataset of an HDF5 file."""

    def __init__(self, part):
        self._part, self._file = part, open_hdf5(part.path)
        if part.dataset not in self._file or self._file[part.dataset].shape != part.shape:
            self._file.close()
            raise GroundshiftError(
                f"{part.path}: has no '{part.dataset}' of {part.shape[0]}x{part.shape[1]} pixels; "
                "get it again or take it out of the folder."
            )
        self._data = self._file[part.dataset]

    def read(self, window: Window) -> np.ndarray:
        try:
            return _typed(self._data[window.slices])
        except OSError as error:
            raise GroundshiftError(
                f"{self._part.path}: '{self._part.dataset}' cannot be read ({DAMAGED}"
            ) from error

    def __exit__(self, *_):
        self._file.close()


class _GdalPart(contextlib.AbstractContextManager):
    """A band of a raster."""

    def __init__(self, part):
        self._part, self._dataset = part, open_raster(part.path)
        shape = self._dataset.RasterYSize, self._dataset.RasterXSize
        if shape != part.shape or self._dataset.RasterCount < part.band:
            raise GroundshiftError(
                f"{part.path}: has {shape[0]}x{shape[1]} pixels in {self._dataset.RasterCount} "
                f"bands, and band {part.band} of {part.shape[0]}x{part.shape[1]} is needed; give "
                "one of the images' own grid."
            )

    def read(self, window: Window) -> np.ndarray:
        with gdal_errors():
            try:
                values = self._dataset.GetRasterBand(self._part.band).ReadAsArray(
                    window.col, window.row, window.width, window.height
                )
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._part.path}: its pixels cannot be read ({error}; {DAMAGED}"
                ) from error
        if values is None:
            raise GroundshiftError(f"{self._part.path}: its pixels cannot be read ({DAMAGED}")
        return _typed(values)

    def __exit__(self, *_):
        self._dataset = None


def check_size(path, expected: int, shape) -> None:
    """Refuse plain binary files of another size than their header says.

    Raises
    ------
    GroundshiftError
    """
    if not Path(path).is_file():
        raise GroundshiftError(f"{path}: there is no such file; check the folder.")
    size = Path(path).stat().st_size
    if size != expected:
        why = "truncated?" if size < expected else "another format or size than its header says?"
        raise GroundshiftError(
            f"{path}: has {size} bytes and {shape[0]}x{shape[1]} pixels take {expected} ({why}); "
            "get it again or take it out of the folder."
        )


def read_part(part: SlcPart, window: Window, source) -> np.ndarray | None:
    """A window of the product's grid from one of its parts; None where it has nothing there.

    Parameters
    ----------
    part : SlcPart
    window : Window
        Of the product's grid.
    source : object of :func:`open_part`

    Returns
    -------
    ndarray or None
        Shape (row, column); NaN outside of the part.
    """
    top, left = max(window.row, part.row), max(window.col, part.col)
    bottom = min(window.row + window.height, part.row + part.shape[0])
    right = min(window.col + window.width, part.col + part.shape[1])
    if bottom <= top or right <= left:
        return None
    values = source.read(Window(top - part.row, left - part.col, bottom - top, right - left))
    if values.shape == (window.height, window.width):
        return values
    out = np.full((window.height, window.width), np.nan, values.dtype)
    out[top - window.row : bottom - window.row, left - window.col : right - window.col] = values
    return out
