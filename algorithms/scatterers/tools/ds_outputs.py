# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a run of phase linking, filled block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ...data.grid import Window
from ...data.points import Points
from ...data.slc import SlcStack, image_window, strided_grid
from ...formats.hdf5.images import LOOKUP, SlcReader, SlcStackWriter
from ...formats.hdf5.linked_noise import LAYER as NOISE
from ...formats.hdf5.linked_noise import UNIT, tables_of
from ...formats.hdf5.wrapped import WrappedStackWriter
from ...formats.placing import point_places
from ...formats.points.points import write_points
from ...outputs import Layer
from ..interferograms import interferogram_phase
from ..linking import PERSISTENT, SUBSTITUTE, LinkedBlock

NONE, DS, PS = range(3)
NO_KIND = 255
KINDS = {NONE: "none", DS: "distributed", PS: "persistent"}
LAYERS = {
    "temporalCoherence": (np.float32, "1"), "phaseStd": (np.float32, "radian"),
    "shpCount": (np.int16, "1"), "kind": (np.uint8, "1"), "substitute": (np.uint8, "1"),
}  # fmt: skip


RASTERS = {
    "GOODNESS": Layer((("temporal_coherence",),)),
    "PHASE_STD": Layer((("phase_std_rad", "rad"),)),
    "COUNT": Layer((("neighbours",),), dtype="int16", nodata=-1),
}
CLASSES = {"KIND": Layer((("scatterer_kind",),), dtype="uint8", nodata=NO_KIND)}


@dataclass(frozen=True)
class PlaceLinked:
    """Puts linked phases and their interferograms in place; what is left of a block has none.

    Parameters
    ----------
    linked : SlcStackWriter
    wrapped : WrappedStackWriter or None
    pairs : ndarray of int, shape (pair, 2)
    minimum_quality : float
        See :class:`DsOutputs`.
    """

    linked: SlcStackWriter
    wrapped: WrappedStackWriter | None
    pairs: np.ndarray
    minimum_quality: float

    @property
    def sources(self) -> tuple:
        """Files that others have to see to do it."""
        return (*self.linked.sources, *(() if self.wrapped is None else self.wrapped.sources))

    def __call__(self, window: Window, block: LinkedBlock) -> LinkedBlock:
        """A block without what is in place."""
        self.linked.write(window, block.linked)
        self.linked.close()
        if self.wrapped is not None:
            nothing = kinds_of(block, self.minimum_quality) == NONE
            quality = np.where(nothing, np.nan, block.quality).astype(np.float32)
            for number, pair in enumerate(self.pairs):  # many pairs together take much memory
                phase = interferogram_phase(block.linked, [pair])[0]
                phase[nothing] = np.nan
                self.wrapped.write(window, phase, quality, number)
            self.wrapped.close()
        return replace(block, linked=None, masks=None)


def kinds_of(block: LinkedBlock, minimum_quality: float) -> np.ndarray:
    """Kind of scatterer of every pixel, one of :data:`KINDS`, uint8."""
    with np.errstate(invalid="ignore"):
        good = (block.how > 0) & (block.quality >= minimum_quality)
    kind = np.where(good, DS, NONE).astype(np.uint8)
    kind[block.how == PERSISTENT] = PS
    return kind


class DsOutputs(contextlib.ExitStack):
    """Writes linked blocks to all files.

    Parameters
    ----------
    outputs : Outputs
    stack : SlcStack
        The images.
    strides : (int, int)
    pairs : ndarray of int, shape (pair, 2)
        Interferograms to form.
    minimum_quality : float
        Goodness that a distributed scatterer needs.
    attributes : dict of str
        For the HDF5 files, and for the rasters' metadata.
    polarisation : str
    noise : LinkedNoise or None
        Of the linked phases, for their interferograms.

    Attributes
    ----------
    place : PlaceLinked
        For the blocks, before :meth:`write`.
    """

    def __init__(
        self, outputs, stack: SlcStack, strides, pairs, minimum_quality, attributes, polarisation,
        noise=None,
    ):  # fmt: skip
        super().__init__()
        self._stack, self._strides = stack, strides
        self._least, self._noise = minimum_quality, noise
        grid = strided_grid(stack.grid, strides)
        self.counts = dict.fromkeys(("linked", "distributed", "persistent", "substitutes"), 0)
        self._neighbours = np.zeros(0, np.int64)  # distributed scatterers by their number
        self._points = [] if outputs.wanted("POINTS") else None
        hdf5 = {**stack.attributes, **attributes}
        spacing = tuple(size * step for size, step in zip(stack.spacing, strides))
        self._lookup = self.enter_context(SlcReader(stack)) if stack.has_lookup else None
        self._linked = self.enter_context(
            SlcStackWriter(
                outputs.path("LINKED"), grid, stack.dates, stack.wavelength,
                stack.perpendicular_baseline, (polarisation,), spacing, stack.has_lookup, LAYERS,
                hdf5,
            )
        )  # fmt: skip
        self._wrapped = None
        if outputs.wanted("INTERFEROGRAMS"):
            bperp = stack.perpendicular_baseline
            layers = {} if noise is None else {NOISE: (np.float32, UNIT)}
            self._wrapped = self.enter_context(
                WrappedStackWriter(
                    outputs.path("INTERFEROGRAMS"), grid, stack.dates[pairs], stack.wavelength,
                    bperp[pairs[:, 1]] - bperp[pairs[:, 0]], True, hdf5, layers, stack.has_lookup,
                )
            )  # fmt: skip
            for name, values in ({} if noise is None else tables_of(noise, stack.dates)).items():
                self._wrapped.table(name, values)
        self.place = PlaceLinked(self._linked, self._wrapped, pairs, minimum_quality)
        self._rasters = self.enter_context(
            outputs.rasters(RASTERS, stack, strides, note=attributes)
        )
        classes = {f"CLASS_{code}": name for code, name in KINDS.items()}
        self._classes = self.enter_context(
            outputs.rasters(CLASSES, stack, strides, note={**attributes, **classes})
        )

    def write(self, window: Window, block: LinkedBlock) -> None:
        """Write a block whose phases are in place."""
        kind = kinds_of(block, self._least)
        self._count(block, kind)
        self._rasters.write(
            window,
            {"GOODNESS": block.quality, "PHASE_STD": block.std, "COUNT": block.brothers},
        )
        self._classes.write(window, {"KIND": np.where(block.brothers < 0, NO_KIND, kind)})
        self._write_layers(window, block, kind)
        if self._points is not None:
            rows, cols = np.nonzero(kind)
            values = (block.quality, block.std, block.brothers, kind)
            self._points.append(
                (rows + window.row, cols + window.col, *(v[rows, cols] for v in values))
            )

    def _count(self, block, kind) -> None:
        for name, where in (
            ("linked", block.how > 0), ("distributed", kind == DS), ("persistent", kind == PS),
            ("substitutes", block.how == SUBSTITUTE),
        ):  # fmt: skip
            self.counts[name] += int(np.count_nonzero(where))
        seen = np.bincount(block.brothers[kind == DS], minlength=len(self._neighbours))
        seen[: len(self._neighbours)] += self._neighbours
        self._neighbours = seen

    def tell_looks(self, oversampling: float) -> None:
        """Set the looks of the files: the independent ones of the median distributed scatterer.

        As NCORRLOOKS, which is MintPy's name for them.

        Parameters
        ----------
        oversampling : float
            Pixels an independent sample.
        """
        count = self._neighbours.sum()
        if not count:
            return
        median = np.searchsorted(np.cumsum(self._neighbours), 0.5 * count)
        looks = f"{max(1.0, (median + 1) / oversampling):.1f}"
        for writer in (self._linked, *(() if self._wrapped is None else (self._wrapped,))):
            writer.attribute("NCORRLOOKS", looks)

    def _write_layers(self, window, block, kind) -> None:
        for name, values in (
            ("temporalCoherence", block.quality), ("phaseStd", block.std),
            ("shpCount", block.brothers), ("kind", kind),
            ("substitute", block.how == SUBSTITUTE),
        ):  # fmt: skip
            self._linked.layer(name, window, values)
        writers = [self._linked]
        if self._wrapped is not None:
            writers.append(self._wrapped)
            if self._noise is not None:
                variance = np.where(kind == DS, self._noise.variance(block.std), 0.0)
                variance[kind == NONE] = np.nan  # a persistent one's is in its residuals
                self._wrapped.layer(NOISE, window, variance)
        if self._lookup is not None:
            for name in LOOKUP:
                values = self._lookup.layer(name, image_window(window, self._strides))
                for writer in writers:
                    writer.layer(name, window, cell_means(values, self._strides))

    def write_points(self, path) -> int:
        """Write the distributed and persistent scatterers; returns how many there are."""
        if not self._points:
            return 0
        columns = [np.concatenate(column) for column in zip(*self._points)]
        order = np.lexsort((columns[1], columns[0]))
        rows, cols, quality, std, brothers, kind = (column[order] for column in columns)
        x, y, crs = point_places(self._stack, rows, cols, self._strides)
        placed = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        extra = {
            "phase_std_rad": np.round(std.astype(float), 4), "neighbours": brothers.astype(int),
            "scatterer_kind": kind.astype(int), "row": rows, "col": cols,
        }  # fmt: skip
        void = np.full(len(rows), np.nan)
        points = Points.along_look(crs, x, y, void, void, quality, extra=extra)
        write_points(path, points.take(placed))
        return len(placed)


def cell_means(values, strides) -> np.ndarray:
    """Means over the cells of strides, shape (row, column); of whole cells."""
    (down, across), (rows, cols) = strides, values.shape
    cells = np.asarray(values, float).reshape(rows // down, down, cols // across, across)
    return cells.mean(axis=(1, 3))
