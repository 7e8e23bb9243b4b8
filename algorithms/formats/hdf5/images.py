# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks of single-look complex images as HDF5 in the layout of MintPy's ``slcStack.h5``.

Datasets: ``slc`` (time, row, column) complex64, ``date``, ``bperp``; a second polarisation as
``slc_VH``; ``latitude`` and ``longitude`` of every pixel in radar coordinates. Linked phases are
such a stack, too.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.slc import SlcBlock, SlcStack, image_window
from ...errors import GroundshiftError
from .layout import (
    LOOKUP,
    FileReader,
    azimuth_on_ground,
    baselines_in,
    date_texts,
    grid_attributes,
    has_lookup,
    head_of,
    layers_in,
    open_hdf5,
    required_wavelength,
)
from .writers import FileWriter, LaidOutFile

SPACING = ("AZIMUTH_PIXEL_SIZE", "RANGE_PIXEL_SIZE")


def read_slc_stack(path) -> SlcStack:
    """Read what a stack of images holds, without its pixels.

    Parameters
    ----------
    path : path
        ``slcStack.h5`` of `importslc`, `ds` or MintPy.

    Raises
    ------
    GroundshiftError
        If the file is not such a stack, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes, grid, dates = head_of(
            file, ("slc", "date"), "a stack of radar images; make one with 'Import radar images "
            "(SLC)'",
        )  # fmt: skip
        if dates.ndim != 1 or np.any(np.diff(dates).astype(int) <= 0):
            raise GroundshiftError(
                f"{path}: its dates are not in order or occur twice; import the images again."
            )
        polarisations = tuple(attributes.get("POLARIZATIONS", "VV").split(","))
        for name in ("slc", *(f"slc_{p}" for p in polarisations[1:])):
            _check_images(file, name, (len(dates), *grid.shape), path)
        wavelength = required_wavelength(attributes, path)
        return SlcStack(
            path, grid, dates, wavelength, baselines_in(file, len(dates)), polarisations,
            _spacing(attributes, grid), has_lookup(file, grid, path),
            tuple(name for name in layers_in(file, grid) if name not in LOOKUP), attributes,
        )  # fmt: skip


def _check_images(file, name, shape, path) -> None:
    if name not in file or file[name].shape != shape or file[name].dtype.kind != "c":
        found = "missing" if name not in file else f"{file[name].shape} {file[name].dtype}"
        raise GroundshiftError(
            f"{path}: '{name}' is {found} and has to be {shape} complex; import the images again."
        )


def _spacing(attributes, grid: Grid) -> tuple:
    """Ground size of a pixel along rows and columns in metres, NaN where unknown."""
    values = []
    for name in SPACING:
        try:
            values.append(float(attributes[name]))
        except (KeyError, ValueError):
            values.append(np.nan)
    if not grid.crs:
        values[0] = azimuth_on_ground(attributes)
    if np.isfinite(values).all() or not grid.crs:
        return tuple(values)
    from ...data.metric import pixel_size_m

    return pixel_size_m(grid)


class LayerReader(FileReader):
    """Reads windows of the two-dimensional layers of a stack or series.

    Parameters
    ----------
    stack : SlcStack, Stack or TimeSeries
    """

    def __init__(self, stack):
        super().__init__(stack.path)
        self.stack = stack

    def layer(self, name: str, window: Window) -> np.ndarray:
        """A window of a two-dimensional layer (also ``latitude`` and ``longitude``)."""
        try:
            return self._file[name][window.slices]
        except (OSError, KeyError) as error:
            raise GroundshiftError(
                f"{self.stack.path}: '{name}' cannot be read; make the file again."
            ) from error


class SlcReader(LayerReader):
    """Reads windows of a stack of images.

    Parameters
    ----------
    stack : SlcStack
    polarisation : str, optional
        The first by default.
    margin : tuple of int
        Rows and columns to read around every window; NaN beyond the scene.
    images : ndarray of int, optional
        Which images; all by default.
    """

    def __init__(self, stack: SlcStack, polarisation=None, margin=(0, 0), images=None):
        super().__init__(stack)
        self.margin = tuple(margin)
        self._name = stack.dataset(polarisation)
        self._images = np.arange(len(stack.dates)) if images is None else np.asarray(images)

    def read(self, window: Window) -> SlcBlock:
        """The images of a window and its margin; zeros become NaN."""
        down, across = self.margin
        grid = self.stack.grid
        top, left = max(0, window.row - down), max(0, window.col - across)
        bottom = min(grid.rows, window.row + window.height + down)
        right = min(grid.cols, window.col + window.width + across)
        shape = (len(self._images), window.height + 2 * down, window.width + 2 * across)
        values = np.full(shape, np.nan, np.complex64)
        at_row, at_col = top - window.row + down, left - window.col + across
        place = np.s_[at_row : at_row + bottom - top, at_col : at_col + right - left]
        data = self._file[self._name]
        try:
            for k, image in enumerate(self._images):
                values[k][place] = data[image, top:bottom, left:right]
        except OSError as error:
            raise GroundshiftError(
                f"{self.stack.path}: '{self._name}' cannot be read (truncated file?); import the "
                "images again."
            ) from error
        values[values == 0] = np.nan
        return SlcBlock(values, window, self.margin)

    def behind(self, strides, window: Window) -> SlcBlock:
        """The images behind a window of a result of which a pixel takes several, and the margin."""
        return self.read(image_window(window, strides))


class SlcStackWriter(FileWriter):
    """Writes a stack of images by windows.

    Parameters
    ----------
    path : path
        Where to write; a temporary one of an :class:`..atomic.Transaction`.
    grid : Grid
    dates : ndarray of datetime64[D]
    wavelength : float
    perpendicular_baseline : ndarray, shape (time,)
    polarisations : tuple of str
    spacing : tuple of float
        See :class:`...data.slc.SlcStack`.
    with_lookup : bool
        Whether latitude and longitude of the pixels will be written.
    layers : dict of str to (dtype, unit), optional
    attributes : dict of str, optional
    """

    def __init__(
        self, path, grid, dates, wavelength, perpendicular_baseline, polarisations=("VV",),
        spacing=(np.nan, np.nan), with_lookup=False, layers=None, attributes=None,
    ):  # fmt: skip
        layers = layers or {}
        self._names = ("slc", *(f"slc_{p}" for p in polarisations[1:]))
        datasets = dict.fromkeys(self._names, ((len(dates), *grid.shape), np.complex64))
        datasets.update({name: (grid.shape, dtype) for name, (dtype, _) in layers.items()})
        if with_lookup:
            datasets.update(dict.fromkeys(LOOKUP, (grid.shape, np.float64)))
        tables = {
            "date": date_texts(dates), "bperp": np.asarray(perpendicular_baseline, np.float32),
        }  # fmt: skip
        values = {
            "FILE_TYPE": "slc", "UNIT": "1", "NO_DATA_VALUE": "nan", "PROCESSOR": "groundshift",
            "WAVELENGTH": repr(float(wavelength)), "POLARIZATIONS": ",".join(polarisations),
            "START_DATE": date_texts(dates[:1])[0].decode(),
            "END_DATE": date_texts(dates[-1:])[0].decode(),
        }  # fmt: skip
        for name, size in zip(SPACING, spacing):
            if np.isfinite(size):
                values[name] = repr(float(size))
        self._file = LaidOutFile(
            path, datasets, tables, {**(attributes or {}), **grid_attributes(grid), **values},
            {name: unit for name, (_, unit) in layers.items()},
        )  # fmt: skip

    def write(self, window: Window, images, polarisation: int = 0, first: int = 0) -> None:
        """Put images of a window in place, from the `first` date on; shape (time, row, column)."""
        self._file.write(self._names[polarisation], window, images, first)

    def layer(self, name: str, window: Window, values) -> None:
        """Put a window of a layer in place."""
        self._file.write(name, window, values)

    def table(self, name: str, values) -> None:
        """Write a small dataset besides."""
        self._file.table(name, values)

    def attribute(self, name: str, value: str) -> None:
        """Set an attribute that is known only now."""
        self._file.attribute(name, value)
