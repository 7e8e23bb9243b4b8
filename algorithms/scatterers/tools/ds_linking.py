# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The passes of phase linking over a stack file: at once, or a small stack at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from ...data.grid import TILE_COLS, TILE_ROWS, Grid, Window
from ...data.slc import SlcStack, image_window, strided_grid
from ...formats.hdf5.images import SlcReader
from ...formats.scratch import Scratch
from ...job import Job
from ..bound import span_classes
from ..linking import BlockLinking, LinkedBlock, LinkingBlock, LinkingOptions, bytes_per_pixel
from ..refilter import RefilterOptions, refilter
from ..sequential import DatumConnection, MiniLinking
from .ps_source import PersistentSource

LAYER_TYPES = {
    "quality": np.float32, "std": np.float32, "brothers": np.int16, "how": np.uint8,
}  # fmt: skip


@dataclass
class LinkingRun:
    """What all passes share.

    Parameters
    ----------
    stack : SlcStack
    polarisation : str or None
    options : LinkingOptions
    factors : ndarray or None
        That make the images equally bright.
    persistent : PersistentSource or None
    """

    stack: SlcStack
    polarisation: str | None
    options: LinkingOptions
    factors: np.ndarray | None
    persistent: PersistentSource | None

    @property
    def strides(self):
        return self.options.shp.strides

    @property
    def margin(self):
        return self.options.shp.half_window

    @property
    def grid(self) -> Grid:
        """Of the result."""
        return strided_grid(self.stack.grid, self.strides)

    def open(self, images=None) -> SlcReader:
        """A reader of images with the margin of the window."""
        return SlcReader(self.stack, self.polarisation, self.margin, images)

    def mask(self, window: Window):
        """Persistent scatterers behind a window of the result, with the margin, or None."""
        return _mask(self.persistent, self.strides, self.margin, window)

    def run(self, function, read, write, times, job: Job, besides: float = 0.0, place=None):
        """Run a pass that reads `times` images; `besides` are bytes for a pixel of the result."""
        (down, across), (half_y, half_x) = self.strides, self.margin
        rows, cols = TILE_ROWS * down + 2 * half_y, TILE_COLS * across + 2 * half_x
        behind = rows * cols / (TILE_ROWS * TILE_COLS)
        needed = behind * bytes_per_pixel(times, self.options) + besides
        job.blocks(function, read, write, self.grid, needed, place)


def link_at_once(run: LinkingRun, write, job: Job, place=None) -> None:
    """Link all images of the stack; see :meth:`.job.Job.blocks` for `write` and `place`."""
    times = len(run.stack.dates)
    function = BlockLinking(
        run.options, span_classes(run.stack.dates), run.factors, with_masks=False
    )
    with run.open() as reader:
        read = partial(_read_images, reader, run.strides, run.persistent)
        run.run(function, read, write, times, job, 8.0 * times, place)


def _read_images(reader, strides, persistent, window) -> LinkingBlock:
    return LinkingBlock(
        reader.behind(strides, window), _mask(persistent, strides, reader.margin, window)
    )


def _mask(persistent, strides, margin, window):
    """Persistent scatterers behind a window of the result, with the margin, or None."""
    if persistent is None:
        return None
    return persistent.read(image_window(window, strides), margin)


class Kept:
    """Linked phases and layers of the whole scene, laid aside for the next pass.

    Parameters
    ----------
    scratch : Scratch
    grid : Grid
    times : int
    masks : int
        Rows of the window, whose brothers are kept, too; 0 for none.
    """

    def __init__(self, scratch: Scratch, grid: Grid, times: int, masks: int = 0):
        self.linked = scratch.array((times, *grid.shape), np.complex64)
        self.layers = {n: scratch.array(grid.shape, kind) for n, kind in LAYER_TYPES.items()}
        self.masks = scratch.array((*grid.shape, masks), np.int64) if masks else None

    def write(self, window: Window, block: LinkedBlock) -> None:
        """Take in a block."""
        self.linked[(slice(None), *window.slices)] = block.linked
        for name, layer in self.layers.items():
            layer[window.slices] = getattr(block, name)
        if self.masks is not None:
            self.masks[window.slices] = block.masks

    def read(self, window: Window, margin=(0, 0)) -> LinkedBlock:
        """A window and a margin around it; beyond the scene nothing is linked."""
        fills = {"quality": np.nan, "std": np.nan, "brothers": -1, "how": 0}
        layers = [padded(self.layers[n], window, margin, fills[n]) for n in LAYER_TYPES]
        masks = None if self.masks is None else self.masks[window.slices]
        return LinkedBlock(padded(self.linked, window, margin, np.nan), *layers, masks)


def padded(values, window: Window, margin, fill) -> np.ndarray:
    """A window of an array's last two axes with a margin, filled beyond its borders."""
    down, across = margin
    rows, cols = values.shape[-2:]
    shape = (*values.shape[:-2], window.height + 2 * down, window.width + 2 * across)
    out = np.full(shape, fill, values.dtype)
    top, left = window.row - down, window.col - across
    a, b = max(0, top), min(rows, top + shape[-2])
    c, d = max(0, left), min(cols, left + shape[-1])
    out[..., a - top : b - top, c - left : d - left] = values[..., a:b, c:d]
    return out


def link_in_parts(run: LinkingRun, parts, scratch: Scratch, write, job: Job, place=None) -> None:
    """Link small stacks one after the other, then connect them; see :mod:`..sequential`.

    Parameters
    ----------
    run : LinkingRun
    parts : list of ndarray of int
        Of :func:`..sequential.ministacks`.
    scratch : Scratch
    write, place : callable
        See :meth:`.job.Job.blocks`; they get linked blocks.
    job : Job
    """
    shape = (len(parts), run.grid.rows * run.strides[0], run.grid.cols * run.strides[1])
    compressed = scratch.array(shape, np.complex64)
    middle = np.array([run.stack.dates[part[len(part) // 2]] for part in parts])
    kept = []
    for number, part in enumerate(parts):
        rows = 0 if number else 2 * run.margin[0] + 1
        kept.append(Kept(scratch, run.grid, len(part), rows))
        share = job.part(number / (len(parts) + 1), (number + 1) / (len(parts) + 1))
        _link_part(run, number, part, kept, compressed, middle, share)
    last = job.part(len(parts) / (len(parts) + 1), 1.0)
    _connect(run, kept, compressed, middle, write, last, place)


def _link_part(run, number, part, kept, compressed, middle, job) -> None:
    dates = np.concatenate([middle[:number], run.stack.dates[part]])
    function = MiniLinking(run.options, part, span_classes(dates), run.factors)
    # The first pass finds the brothers, from all images.
    with run.open(part if number else None) as reader:

        def read(window):
            behind = image_window(window, run.strides)
            return LinkingBlock(
                reader.read(behind), run.mask(window),
                kept[0].masks[window.slices] if number else None,
                padded(compressed[:number], behind, run.margin, np.nan),
            )  # fmt: skip

        def write(window, result):
            block, image = result
            kept[number].write(window, block)
            compressed[(number, *image_window(window, run.strides).slices)] = image

        times = number + len(part if number else run.stack.dates)
        run.run(function, read, write, times, job, 8.0 * len(part))


def _connect(run, kept, compressed, middle, write, job, place) -> None:
    function = DatumConnection(run.options, span_classes(middle), run.factors)
    with run.open() as reader:

        def read(window):
            behind = image_window(window, run.strides)
            return LinkingBlock(
                reader.read(behind), run.mask(window), kept[0].masks[window.slices],
                padded(compressed, behind, run.margin, np.nan),
                tuple(k.read(window) for k in kept),
            )  # fmt: skip

        times = len(run.stack.dates)
        run.run(function, read, write, times + len(kept), job, 24.0 * times, place)


@dataclass(frozen=True)
class BlockRefilter:
    """Block function: linked phases with a margin in, filtered ones out.

    Parameters
    ----------
    options : RefilterOptions
    minimum_quality : float
        Goodness of the pixels that are filtered and averaged.
    persistent : int
        Code of the pixels that are neither.
    reach : (float, float)
        Rows and columns of the result over which pixels share brothers.
    """

    options: RefilterOptions
    minimum_quality: float
    persistent: int
    reach: tuple

    def __call__(self, block: LinkedBlock) -> LinkedBlock:
        """Filter a block."""
        with np.errstate(invalid="ignore"):
            chosen = (block.how > 0) & (block.quality >= self.minimum_quality)
        chosen &= block.how != self.persistent
        linked, left = refilter(block.linked, block.quality, chosen, self.options, self.reach)
        (half_y, half_x), (rows, cols) = self.options.half_window, block.how.shape
        inner = np.s_[half_y : rows - half_y, half_x : cols - half_x]
        layers = {name: getattr(block, name)[inner] for name in LAYER_TYPES}
        return LinkedBlock(linked, **{**layers, "std": layers["std"] * left}, masks=None)


def filter_kept(
    run: LinkingRun, kept: Kept, function: BlockRefilter, write, job: Job, place=None
) -> None:
    """Filter linked phases that were laid aside."""
    margin, times = function.options.half_window, len(run.stack.dates)
    job.blocks(
        function, lambda window: kept.read(window, margin), write, run.grid,
        8.0 * times * 5 + 100.0, place,
    )  # fmt: skip
