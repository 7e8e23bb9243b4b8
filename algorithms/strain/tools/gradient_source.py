# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks whose phase gradients are wanted, read with margins; the ground size of their pixels."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.axes import Lattice, ground_axes, ground_metres
from ...data.grid import Window
from ...data.stack import Stack
from ...errors import GroundshiftError
from ...formats.hdf5.images import LayerReader
from ...formats.hdf5.layout import azimuth_on_ground, open_hdf5
from ...formats.hdf5.stacks import StackReader, read_stack
from ...formats.hdf5.wrapped import WrappedReader, read_wrapped_stack
from ..phase_gradients import MarginBlock

WRAPPED_LIMIT = 3.2  # radians; a hair above pi
SAMPLED_ROWS = 25
CHECKED = 32  # rows of a block, at least, that are looked at for phase that is not in radians
LEAST_AREA = 0.2  # of the usual pixel: smaller ones lie in layover, or nearly


def open_stack(path) -> tuple[Stack, bool]:
    """A stack of wrapped or unwrapped interferograms, and whether it is wrapped.

    Raises
    ------
    GroundshiftError
        If it is neither, or damaged.
    """
    with open_hdf5(path) as file:
        wrapped = "wrapPhase" in file
    return (read_wrapped_stack if wrapped else read_stack)(path), wrapped


class MarginReader(contextlib.ExitStack):
    """Reads windows of a stack with a margin around.

    Parameters
    ----------
    stack : Stack
    wrapped : bool
    keep : ndarray of bool, shape (pair,)
    with_coherence : bool
    """

    def __init__(self, stack: Stack, wrapped: bool, keep, with_coherence: bool):
        super().__init__()
        make = WrappedReader if wrapped else StackReader
        self._reader = self.enter_context(make(stack, keep, with_coherence))
        self._stack, self._wrapped = stack, wrapped
        self.pixels = PixelAxes(stack, self)
        self.half = (1, 1)

    def read(self, window: Window) -> MarginBlock:
        """A window, its margin and its axes."""
        (high, wide), grid = self.half, self._stack.grid
        top, left = max(0, window.row - high), max(0, window.col - wide)
        bottom = min(grid.rows, window.row + window.height + high)
        right = min(grid.cols, window.col + window.width + wide)
        block = self._reader.read(Window(top, left, bottom - top, right - left))
        if self._wrapped:
            self._check(block.phase)
        return MarginBlock(
            block, high - (window.row - top), wide - (window.col - left),
            (window.height, window.width), self.pixels.block(window, self.half),
        )  # fmt: skip

    def _check(self, phase):
        phase = phase[:, :: max(1, phase.shape[1] // CHECKED)]
        largest = max(np.nanmax(phase, initial=0.0), -np.nanmin(phase, initial=0.0))
        if largest > WRAPPED_LIMIT:
            raise GroundshiftError(
                f"{self._stack.path}: its wrapped phase reaches {largest:.4g}, so it is not in "
                "radians; give phase from -pi to pi."
            )


def sampled_rows(grid):
    """Rows spread evenly over a scene, as windows."""
    for row in np.unique(np.linspace(0, grid.rows - 1, SAMPLED_ROWS).astype(int)):
        yield Window(int(row), 0, 1, grid.cols)


def refuse_coherence(stack: Stack, ends) -> None:
    """Refuse a stack whose phase is a coherence: all from 0 to 1, and none below.

    Parameters
    ----------
    stack : Stack
    ends : ndarray, shape (block, 2)
        Lowest and highest phase of some blocks; infinite where they are empty.
    """
    low, high = ends[:, 0].min(), ends[:, 1].max()
    if not np.isfinite(low):
        raise GroundshiftError(
            f"{stack.path}: holds no phase in any of the rows that were looked at; import the "
            "stack again."
        )
    if low >= 0 and np.median(ends[:, 0]) > 0 and high <= 1:
        raise GroundshiftError(
            f"{stack.path}: all its phases lie between {low:.3g} and {high:.3g}, as coherence "
            "does; import the interferograms' phase."
        )


class PixelAxes:
    """Metres east and north of pixel steps, of any stack.

    Parameters
    ----------
    stack : Stack
    files : ExitStack
        What is opened is closed with it.

    Raises
    ------
    GroundshiftError
        If nobody knows them.
    """

    def __init__(self, stack: Stack, files):
        self._stack, self._lattice, self._lookup = stack, None, None
        grid = stack.grid
        self.directions = ("east", "north")
        if grid.crs:
            self._lattice = ground_axes(grid)
        elif stack.has_lookup:
            self._lookup = files.enter_context(LayerReader(stack))
        else:
            self.directions = ("range", "azimuth")
            self._lattice = _radar_axes(stack)
        if self._lookup is None:
            middle = self._lattice.at((grid.rows - 1) / 2, (grid.cols - 1) / 2)
        else:
            row, col = grid.rows // 2, grid.cols // 2
            tall, wide = min(64, grid.rows), min(64, grid.cols)
            window = Window(max(0, row - tall // 2), max(0, col - wide // 2), tall, wide)
            values = self._from_lookup(window, (1, 1)).reshape(-1, 4)
            middle = np.nanmedian(values, axis=0)
        self._area = abs(middle[0] * middle[3] - middle[1] * middle[2])
        self.size = float(np.hypot(*middle[2:])), float(np.hypot(*middle[:2]))
        if not (np.isfinite(self.size).all() and min(self.size) > 0):
            raise GroundshiftError(
                f"{stack.path}: its latitude and longitude do not tell the size of a pixel; "
                "import the stack again with its geometry."
            )

    def block(self, window: Window, half) -> np.ndarray:
        """East and north of a column and of a row, shape (row, column, 4)."""
        if self._lookup is None:
            return self._lattice.block(window)
        axes = self._from_lookup(window, half)
        area = np.abs(axes[..., 0] * axes[..., 3] - axes[..., 1] * axes[..., 2])
        axes[~(area > LEAST_AREA * self._area)] = np.nan
        return axes

    def _from_lookup(self, window, half):
        """Across the window of the gradients: from pixel to pixel a lookup follows every rock."""
        grid = self._stack.grid
        rows = np.arange(window.row, window.row + window.height)
        cols = np.arange(window.col, window.col + window.width)
        top, left = max(0, rows[0] - half[0]), max(0, cols[0] - half[1])
        bottom, right = (
            min(grid.rows, rows[-1] + half[0] + 1),
            min(grid.cols, cols[-1] + 1 + half[1]),
        )
        whole = Window(int(top), int(left), int(bottom - top), int(right - left))
        place = np.stack([self._lookup.layer(n, whole) for n in ("longitude", "latitude")], axis=-1)
        place = np.radians(np.where((place == 0) | (np.abs(place) > 360), np.nan, place))
        latitude = place[rows - top][:, cols - left][..., 1]
        up, down = (np.clip(rows + s * half[0], 0, grid.rows - 1) - top for s in (-1, 1))
        before, after = (np.clip(cols + s * half[1], 0, grid.cols - 1) - left for s in (-1, 1))
        across = place[rows - top][:, after] - place[rows - top][:, before]
        along = place[down][:, cols - left] - place[up][:, cols - left]
        with np.errstate(divide="ignore", invalid="ignore"):
            across = across / (after - before)[None, :, None]
            along = along / (down - up)[:, None, None]
        return np.stack(ground_metres(across, latitude) + ground_metres(along, latitude), axis=-1)


def _radar_axes(stack: Stack) -> Lattice:
    """Ground metres of range and azimuth by the file's attributes."""
    attributes, grid = stack.attributes, stack.grid
    with contextlib.suppress(KeyError, ValueError, StopIteration):
        sizes = float(attributes["RANGE_PIXEL_SIZE"]), azimuth_on_ground(attributes)
        names = "INCIDENCE_ANGLE", "CENTER_INCIDENCE_ANGLE"
        incidence = float(next(attributes[name] for name in names if name in attributes))
        if min(sizes) > 0 and 1 < incidence < 89:
            across = sizes[0] / np.sin(np.radians(incidence))
            values = np.broadcast_to([across, 0.0, 0.0, sizes[1]], (2, 2, 4))
            return Lattice(grid.rows, grid.cols, values.astype(float))
    raise GroundshiftError(
        f"{stack.path}: has no CRS, no latitude and longitude of its pixels, and not all of "
        "RANGE_PIXEL_SIZE, AZIMUTH_PIXEL_SIZE and INCIDENCE_ANGLE, so the metres of a pixel are "
        "unknown; import it with its geometry, or geocode it."
    )
