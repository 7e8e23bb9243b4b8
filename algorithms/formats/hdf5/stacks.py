# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files in MintPy's layout, read by windows: stacks, time series, geometry.

Their writers, which are in modules of their own, can be had from here, too.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.stack import Stack, StackBlock, TimeSeries, add_cycles
from ...errors import GroundshiftError
from .layout import (
    LINKED_NOISE,
    FileReader,
    _attributes,
    baselines_in,
    check_dataset,
    check_stack_datasets,
    date_texts,
    grid_attributes,
    grid_of,
    head_of,
    layers_in,
    looks_of,
    open_hdf5,
    pair_tables,
    required_wavelength,
    to_dates,
    wavelength_of,
    zero_is_void,
)
from .writers import StackWriter, TimeSeriesWriter, write_geometry

__all__ = [
    "StackReader", "StackWriter", "TimeSeriesReader", "TimeSeriesWriter", "_attributes",
    "check_stack_datasets", "date_texts", "grid_attributes", "grid_of", "open_hdf5",
    "read_geometry", "read_stack", "read_timeseries", "to_dates", "wavelength_of",
    "write_geometry",
]  # fmt: skip

NO_SERIES = "a displacement time series; make one with 'SBAS inversion'"


def read_stack(path) -> Stack:
    """Read what a stack file holds, without its pixels.

    Parameters
    ----------
    path : path
        ``ifgramStack.h5`` of MintPy or of `importstack`.

    Raises
    ------
    GroundshiftError
        If the file is not such a stack, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes, grid, pairs = head_of(
            file, ("unwrapPhase", "date"), "a stack of unwrapped interferograms; make one with "
            "'Import interferogram stack'",
        )  # fmt: skip
        count = pairs.shape[0]
        if pairs.ndim != 2 or pairs.shape[1] != 2 or file["unwrapPhase"].shape != (
            count, *grid.shape,
        ):  # fmt: skip
            raise GroundshiftError(
                f"{path}: the sizes of 'unwrapPhase' {file['unwrapPhase'].shape}, 'date' "
                f"{pairs.shape} and LENGTH x WIDTH {grid.shape} do not agree; import it again."
            )
        lookup = check_stack_datasets(file, count, grid, path)
        wavelength = required_wavelength(attributes, path)
        bperp, keep = pair_tables(file, count)
        return Stack(
            path, grid, pairs, wavelength, bperp, keep, "coherence" in file,
            looks_of(attributes), attributes, lookup, LINKED_NOISE in file,
        )  # fmt: skip


class StackReader(FileReader):
    """Reads windows of a stack, all or some of its pairs.

    Parameters
    ----------
    stack : Stack
    keep : ndarray of bool, optional
        Which pairs to read; all that the stack keeps by default.
    with_coherence : bool
    """

    def __init__(self, stack: Stack, keep=None, with_coherence: bool = True):
        super().__init__(stack.path)
        self.stack = stack
        self.indices = np.flatnonzero(stack.keep if keep is None else keep)
        self._with_coherence = with_coherence and stack.has_coherence
        self._zero_is_void = zero_is_void(stack.attributes)

    @property
    def tile_rows(self) -> int:
        """See :meth:`.FileReader._tile_rows`."""
        return self._tile_rows("unwrapPhase")

    def _rows(self, name, window) -> np.ndarray:
        try:
            return self._read_pages(name, self.indices, window)
        except OSError as error:
            raise GroundshiftError(
                f"{self.stack.path}: '{name}' cannot be read (truncated file?); make it again."
            ) from error

    def read(self, window: Window) -> StackBlock:
        """Phase (NaN for no data) and coherence of a window."""
        phase = self._rows("unwrapPhase", window)
        self._add_cycles(phase, window)
        for page in phase if self._zero_is_void else ():
            void = page == 0
            if void.any():  # rarely, and to look costs less than to write
                page[void] = np.nan
        coherence = self._rows("coherence", window) if self._with_coherence else None
        return StackBlock(phase, coherence, self._linked_noise(window))

    def _add_cycles(self, phase, window):
        cycles = self.stack.cycles
        for page, index in zip(phase, self.indices if cycles is not None else ()):
            if cycles.touches(index, window):
                page[:] = add_cycles(page, cycles.get(index, window))

    def _linked_noise(self, window):
        if not self.stack.has_linked_noise:
            return None
        return self._file[LINKED_NOISE][window.slices]

    def read_coherence(self, window: Window) -> np.ndarray:
        """Coherence of a window alone, shape (pair, row, column)."""
        return self._rows("coherence", window)


def read_timeseries(path) -> TimeSeries:
    """Read what a time-series file holds, without its pixels.

    Raises
    ------
    GroundshiftError
        If the file is not a time series in MintPy's layout, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        attributes, grid, dates = head_of(file, ("timeseries", "date"), NO_SERIES)
        if file["timeseries"].shape != (len(dates), *grid.shape):
            raise GroundshiftError(
                f"{path}: 'timeseries' is {file['timeseries'].shape} for {len(dates)} dates and "
                f"a grid of {grid.shape}; make it again."
            )
        if len(np.unique(dates)) != len(dates) or np.any(np.diff(dates).astype(int) <= 0):
            raise GroundshiftError(
                f"{path}: its dates are not in order or occur twice; sort the series by date."
            )
        check_dataset(file, "timeseries", (len(dates), *grid.shape), path)
        for name in ("pairNoiseCovariance", "seriesCovariance"):
            if name in file:
                check_dataset(file, name, (len(dates), len(dates)), path)
        bperp, layers = baselines_in(file, len(dates)), layers_in(file, grid)
        return TimeSeries(path, grid, dates, bperp, layers, attributes)


class TimeSeriesReader(FileReader):
    """Reads windows of a time series and of its layers."""

    def __init__(self, series: TimeSeries):
        super().__init__(series.path)
        self.series = series

    @property
    def tile_rows(self) -> int:
        """See :meth:`.FileReader._tile_rows`."""
        return self._tile_rows("timeseries")

    def read(self, window: Window, step: int = 1) -> np.ndarray:
        """Displacement in metres, shape (time, row, column), NaN for no data.

        Of every so many rows from the first on; columns are all there.
        """
        if step == 1:
            with self._told("timeseries"):
                return self._read_pages("timeseries", None, window)
        rows, cols = window.slices
        part = np.s_[:, rows.start : rows.stop : step, cols]
        shape = len(self.series.dates), len(range(rows.start, rows.stop, step)), window.width
        out = self._memory.empty(shape)
        with self._told("timeseries"):
            self._file["timeseries"].read_direct(out, part)
        return out

    def date(self, number: int, window: Window) -> np.ndarray:
        """A window of one date, displacement in metres, shape (row, column)."""
        rows, cols = window.slices
        return self._read("timeseries", np.s_[number, rows, cols]).astype(np.float32, copy=False)

    def layer(self, name: str, window: Window) -> np.ndarray:
        """A window of one of the two-dimensional layers."""
        return self._read(name, window.slices)

    def pages(self, name: str, window: Window) -> np.ndarray:
        """A window of all dates of another dataset than the displacement: ``timeseriesStd``."""
        rows, cols = window.slices
        return self._read(name, np.s_[:, rows, cols])

    def has_pages(self, name: str) -> bool:
        """Whether there is such a dataset."""
        return name in self._file and self._file[name].shape == self._file["timeseries"].shape

    def table(self, name: str):
        """A small dataset that is no layer (the noise covariance), or None."""
        return self._read(name, ()) if name in self._file else None

    def _read(self, name, part):
        with self._told(name):
            return self._file[name][part]

    @contextlib.contextmanager
    def _told(self, name):
        try:
            yield
        except OSError as error:
            raise GroundshiftError(
                f"{self.series.path}: '{name}' cannot be read (truncated file?); make it again."
            ) from error


def read_geometry(path) -> tuple[Grid, dict]:
    """Grid and layers of a geometry file.

    Returns
    -------
    grid : Grid
    layers : dict of str to ndarray
        What the file has of ``height``, ``incidenceAngle`` and ``azimuthAngle``.
    """
    with open_hdf5(path) as file:
        grid = grid_of(_attributes(file), path)
        names = ("height", "incidenceAngle", "azimuthAngle")
        for name in names:
            if name in file:
                check_dataset(file, name, grid.shape, path)
        try:
            layers = {n: file[n][()].astype(np.float32) for n in names if n in file}
        except OSError as error:
            raise GroundshiftError(
                f"{path}: its layers cannot be read (truncated file?); make it again."
            ) from error
    if not layers:
        raise GroundshiftError(
            f"{path}: holds neither height nor incidenceAngle nor azimuthAngle, so it is not a "
            "geometry file in MintPy's layout."
        )
    return grid, layers
