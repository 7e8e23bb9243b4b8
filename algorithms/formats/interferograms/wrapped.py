# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where wrapped interferograms come from: a stack file, a folder of rasters, or one raster."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.metric import LocalMetres
from ...data.product import Band
from ...data.stack import Stack
from ...errors import GroundshiftError
from ..hdf5.layout import LOOKUP
from ..hdf5.wrapped import WrappedReader, read_wrapped_stack
from ..raster_source import RasterSource, describe
from ..regrid import same_grid
from ._common import (
    coherence_band,
    commonest_grid,
    dates_in,
    list_files,
    words_in,
)
from .phase import LARGEST, phase_window, zeros_are_void

RASTERS = (".tif", ".tiff", ".img", ".int", ".vrt", ".diff")
COHERENCE = {"cc", "coh", "coherence", "cor", "corr"}
NOT_PHASE = {
    "unw", "unwrapped", "conncomp", "mask", "amp", "amplitude", "mli", "dem", "hgt", "height",
    "inc", "incidence", "theta", "lv", "disp", "vel", "velocity",
}  # fmt: skip


@dataclass(frozen=True)
class WrappedSource:
    """Wrapped interferograms on one grid.

    Parameters
    ----------
    grid : Grid
    names : tuple of str
        Of the interferograms.
    pairs : ndarray of datetime64[D], shape (pair, 2), or None
        None where dates are unknown.
    phases : tuple of Band
        Empty for a stack file.
    coherences : tuple of Band or None
    zero_is_void : bool
        Whether a phase of exactly 0 is no data.
    stack : Stack or None
    notes : tuple of str
    """

    grid: Grid
    names: tuple
    pairs: np.ndarray | None = None
    phases: tuple = ()
    coherences: tuple = ()
    zero_is_void: bool = False
    stack: Stack | None = None
    notes: tuple = field(default=())

    @property
    def has_coherence(self) -> bool:
        """Whether any interferogram has a coherence."""
        if self.stack is not None:
            return self.stack.has_coherence
        return any(band is not None for band in self.coherences)

    def places(self, rows, cols) -> np.ndarray:
        """Places of pixels in metres, shape (point, 2)."""
        stack = self.stack
        if stack is not None and stack.has_lookup:
            window = Window(0, 0, *self.grid.shape)
            with WrappedReader(stack) as reader:
                latitude, longitude = (reader.layer(name, window)[rows, cols] for name in LOOKUP)
            centre = float(np.nanmean(longitude)), float(np.nanmean(latitude))
            return LocalMetres("EPSG:4326", *centre).of("EPSG:4326", longitude, latitude)
        if not self.grid.crs:
            size = [1.0, 1.0]
            for k, name in enumerate(("AZIMUTH_PIXEL_SIZE", "RANGE_PIXEL_SIZE")):
                with contextlib.suppress(KeyError, ValueError, AttributeError):
                    size[k] = float(stack.attributes[name])
            return np.column_stack([cols * size[1], rows * size[0]])
        centre = self.grid.xy(self.grid.rows / 2, self.grid.cols / 2)
        return LocalMetres(self.grid.crs, *centre).of(self.grid.crs, *self.grid.xy(rows, cols))


def stack_source(path) -> WrappedSource:
    """The interferograms of a stack file.

    Raises
    ------
    GroundshiftError
        If it is none, or all its pairs are dropped.
    """
    stack = read_wrapped_stack(path)
    if not stack.keep.any():
        raise GroundshiftError(f"{path}: all pairs are dropped (dropIfgram); make it again.")
    names = tuple("_".join(str(d).replace("-", "") for d in pair) for pair in stack.pairs)
    return WrappedSource(stack.grid, names, stack.pairs, stack=stack)


def raster_source(path, coherence=None) -> WrappedSource:
    """One raster of wrapped phase (radians or complex), and its coherence.

    Raises
    ------
    GroundshiftError
        If they cannot be read or lie on different grids.
    """
    info = describe(path)
    band = None
    if coherence is not None:
        other = describe(coherence)
        if not same_grid(other.grid, info.grid):
            raise GroundshiftError(
                f"{coherence}: the grid is {other.grid.rows}x{other.grid.cols} and the phase's is "
                f"{info.grid.rows}x{info.grid.cols}, or they lie apart; bring it to one grid."
            )
        band = coherence_band(other)
    found = dates_in(Path(path).name)
    pairs = None
    if len(found) == 2 and found[0] < found[1]:
        pairs = np.array([found], "datetime64[D]")
    phase = Band(str(path), nodata=info.nodata)
    void = zeros_are_void([phase], info)
    return WrappedSource(info.grid, (Path(path).stem,), pairs, (phase,), (band,), void)


def folder_source(folder) -> WrappedSource:
    """The interferograms of a folder of rasters whose names hold two dates.

    Raises
    ------
    GroundshiftError
        If there are none, a pair occurs twice, or grids differ.
    """
    files = [f for f in list_files(folder) if f.suffix.lower() in RASTERS]
    dated = [f for f in files if len(dates_in(f.name)) == 2]
    coherence = {tuple(dates_in(f.name)): f for f in dated if words_in(f.name) & COHERENCE}
    phases = [f for f in dated if not words_in(f.name) & (COHERENCE | NOT_PHASE)]
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no rasters of wrapped phase whose names hold two dates "
            "(20200105_20200117.wrapped.tif); rename them or choose another folder."
        )
    found, notes = {}, []
    for path in phases:
        pair = tuple(dates_in(path.name))
        if pair[0] >= pair[1]:
            raise GroundshiftError(
                f"{path}: its name has the later date first or one date twice; correct the name."
            )
        if pair in found:
            raise GroundshiftError(
                f"{path}: the pair is there twice, also as {found[pair].name}; take one out."
            )
        found[pair] = path
    order = sorted(found)
    infos = [describe(found[pair]) for pair in order]
    grid = commonest_grid(infos)
    for info in infos:
        if not same_grid(info.grid, grid):
            raise GroundshiftError(
                f"{info.path}: the grid is {info.grid.rows}x{info.grid.cols}, most others' is "
                f"{grid.rows}x{grid.cols}, or it lies elsewhere; take it out or resample it."
            )
    bands = [Band(info.path, nodata=info.nodata) for info in infos]
    quality = []
    for pair in order:
        info = describe(coherence[pair]) if pair in coherence else None
        if info is not None and not same_grid(info.grid, grid):
            raise GroundshiftError(f"{info.path}: lies on another grid than the phases.")
        quality.append(None if info is None else coherence_band(info))
    lacking = sum(band is None for band in quality)
    if lacking:
        notes.append(
            f"{lacking} of {len(order)} interferograms have no coherence file; theirs is estimated "
            "from the phase."
        )
    names = tuple("_".join(str(d).replace("-", "") for d in pair) for pair in order)
    void = zeros_are_void(bands[:3], infos[0])
    return WrappedSource(
        grid, names, np.array(order, "datetime64[D]"), tuple(bands), tuple(quality), void, None,
        tuple(notes),
    )  # fmt: skip


class WrappedPages(contextlib.ExitStack):
    """Reads windows of interferograms; one thread at a time is let in.

    Parameters
    ----------
    source : WrappedSource
    """

    def __init__(self, source: WrappedSource):
        super().__init__()
        self._source, self._lock = source, threading.Lock()
        self._reader = None
        if source.stack is not None:
            self._reader = self.enter_context(WrappedReader(source.stack))

    def read(self, index: int, window: Window, with_coherence: bool = True):
        """Phase (radians, NaN for no data) and coherence (or None) of a window.

        Raises
        ------
        GroundshiftError
            If the file cannot be read, or does not hold wrapped phase in radians.
        """
        with self._lock:
            if self._reader is not None:
                phase, coherence = self._reader.page(index, window, with_coherence)
                path = f"{self._source.stack.path} ({self._source.names[index]})"
            else:
                phase, coherence = self._rasters(index, window, with_coherence)
                path = self._source.phases[index].path
        if self._source.zero_is_void:
            phase[phase == 0] = np.nan
        largest = np.nanmax(np.abs(phase), initial=0.0)
        if largest > LARGEST:
            raise GroundshiftError(
                f"{path}: holds phases up to {largest:.4g}, so it is not wrapped phase in radians; "
                "give wrapped phase, -pi to pi."
            )
        return phase, coherence

    def _rasters(self, index, window, with_coherence):
        band = self._source.phases[index]
        phase = phase_window(band, window)
        quality = self._source.coherences[index]
        if quality is None or not with_coherence:
            return phase, None
        with RasterSource(quality) as raster:
            return phase, raster.read(window)
