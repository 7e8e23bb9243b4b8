# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a run of phase linking, filled block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.points import PointSet
from ..data.slc import SlcStack, image_window, strided_grid
from ..data.statistics import Sampler
from ..scatterers.interferograms import interferogram_phase
from ..scatterers.linking import PERSISTENT, SUBSTITUTE, LinkedBlock
from .atomic import Transaction
from .linked_noise import LAYER as NOISE
from .linked_noise import UNIT, tables_of
from .placing import placed_writer, point_places
from .points import PointWriter
from .rasters import BandInfo
from .slc_hdf5 import LOOKUP, SlcReader, SlcStackWriter
from .wrapped_stack import WrappedStackWriter

NONE, DS, PS = range(3)
KINDS = {NONE: "none", DS: "distributed", PS: "persistent"}
LAYERS = {
    "temporalCoherence": (np.float32, "1"), "phaseStd": (np.float32, "radian"),
    "shpCount": (np.int16, "1"), "kind": (np.uint8, "1"), "substitute": (np.uint8, "1"),
}  # fmt: skip
POINTS_AT_ONCE = 100_000


@dataclass(frozen=True)
class DsTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    linked : path
        Linked images, a stack of images on the strided grid with the layers of :data:`LAYERS`.
    interferograms : path
        Wrapped interferograms of distributed and persistent scatterers.
    quality, std, brothers, kind : path
        Rasters.
    points : path
        GeoPackage.
    """

    linked: Path
    interferograms: Path | None = None
    quality: Path | None = None
    std: Path | None = None
    brothers: Path | None = None
    kind: Path | None = None
    points: Path | None = None


RASTERS = {
    "quality": (BandInfo("temporal_coherence"), "float32", np.nan),
    "std": (BandInfo("phase_std_rad", "rad"), "float32", np.nan),
    "brothers": (BandInfo("brothers"), "int16", -1),
    "kind": (BandInfo("scatterer_kind"), "uint8", 255),
}


class DsOutputs(contextlib.ExitStack):
    """Writes linked blocks to all files.

    Parameters
    ----------
    files : Transaction
    stack : SlcStack
        The images.
    targets : DsTargets
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
    """

    def __init__(
        self, files: Transaction, stack: SlcStack, targets: DsTargets, strides, pairs,
        minimum_quality, attributes, polarisation, noise=None,
    ):  # fmt: skip
        super().__init__()
        self._stack, self._strides, self._pairs = stack, strides, pairs
        self._least, self._noise = minimum_quality, noise
        grid = strided_grid(stack.grid, strides)
        self.samplers = {name: Sampler(grid) for name in RASTERS}
        self.counts = dict.fromkeys(("linked", "distributed", "persistent", "substitutes"), 0)
        self._points = [] if targets.points else None
        hdf5 = {**stack.attributes, **attributes}
        spacing = tuple(size * step for size, step in zip(stack.spacing, strides))
        self._lookup = self.enter_context(SlcReader(stack)) if stack.has_lookup else None
        self._linked = self.enter_context(
            SlcStackWriter(
                files.add(targets.linked), grid, stack.dates, stack.wavelength,
                stack.perpendicular_baseline, (polarisation,), spacing, stack.has_lookup, LAYERS,
                hdf5,
            )
        )  # fmt: skip
        self._wrapped = None
        if targets.interferograms:
            bperp = stack.perpendicular_baseline
            layers = {} if noise is None else {NOISE: (np.float32, UNIT)}
            self._wrapped = self.enter_context(
                WrappedStackWriter(
                    files.add(targets.interferograms), grid, stack.dates[pairs], stack.wavelength,
                    bperp[pairs[:, 1]] - bperp[pairs[:, 0]], True, hdf5, layers, stack.has_lookup,
                )
            )  # fmt: skip
            for name, values in ({} if noise is None else tables_of(noise, stack.dates)).items():
                self._wrapped.table(name, values)
        self._rasters = {}
        classes = {f"CLASS_{code}": name for code, name in KINDS.items()}
        for name, (band, dtype, nodata) in RASTERS.items():
            if getattr(targets, name):
                note = {**attributes, **(classes if name == "kind" else {})}
                self._rasters[name] = self.enter_context(
                    placed_writer(
                        files.add(getattr(targets, name)), stack, [band], strides=strides,
                        dtype=dtype, nodata=nodata, metadata=note,
                    )
                )  # fmt: skip

    def write(self, window: Window, block: LinkedBlock) -> None:
        """Write a block."""
        with np.errstate(invalid="ignore"):
            good = (block.how > 0) & (block.quality >= self._least)
        kind = np.where(good, DS, NONE).astype(np.uint8)
        kind[block.how == PERSISTENT] = PS
        self._count(block, kind)
        layers = {
            "quality": block.quality, "std": block.std, "brothers": block.brothers,
            "kind": np.where(block.brothers < 0, 255, kind),
        }  # fmt: skip
        for name, values in layers.items():
            void = RASTERS[name][2]
            self.samplers[name].add(window, np.where(values == void, np.nan, values))
            if name in self._rasters:
                self._rasters[name].write(window, values)
        self._write_stacks(window, block, kind)
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

    def _write_stacks(self, window, block, kind) -> None:
        self._linked.write(window, block.linked)
        for name, values in (
            ("temporalCoherence", block.quality), ("phaseStd", block.std),
            ("shpCount", block.brothers), ("kind", kind),
            ("substitute", block.how == SUBSTITUTE),
        ):  # fmt: skip
            self._linked.layer(name, window, values)
        writers = [self._linked]
        if self._wrapped is not None:
            writers.append(self._wrapped)
            quality = np.where(kind == NONE, np.nan, block.quality).astype(np.float32)
            for number, pair in enumerate(self._pairs):  # many pairs together take much memory
                phase = interferogram_phase(block.linked, [pair])[0]
                phase[kind == NONE] = np.nan
                self._wrapped.write(window, phase, quality, number)
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
            "phase_std_rad": np.round(std.astype(float), 4), "brothers": brothers.astype(int),
            "scatterer_kind": kind.astype(int), "row": rows, "col": cols,
        }  # fmt: skip
        types = {name: float if v.dtype.kind == "f" else int for name, v in extra.items()}
        none = np.empty(0, "datetime64[D]")
        with PointWriter(path, crs, none, types) as writer:
            for first in range(0, len(placed), POINTS_AT_ONCE):
                some = placed[first : first + POINTS_AT_ONCE]
                void = np.full(len(some), np.nan)
                writer.write(
                    PointSet(
                        x[some], y[some], crs, none, np.empty((len(some), 0)), void, void,
                        quality[some], {name: v[some] for name, v in extra.items()},
                    )
                )  # fmt: skip
        return len(placed)


def cell_means(values, strides) -> np.ndarray:
    """Means over the cells of strides, shape (row, column); of whole cells."""
    (down, across), (rows, cols) = strides, values.shape
    cells = np.asarray(values, float).reshape(rows // down, down, cols // across, across)
    return cells.mean(axis=(1, 3))
