# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Smoothed offsets read by the windows of an interferogram's grid."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Window
from ...data.metric import pixel_size_m
from ...errors import GroundshiftError
from ...formats.offsets.offset_raster import OffsetReader, read_offsets
from ...formats.regrid import clipped, on_grid
from ..smoothing import margin_of, noise_of, smoothed

TILE, TILES = 160, 4  # pixels along a side of the samples, and samples along a side


class SmoothOffsets(contextlib.AbstractContextManager):
    """One component of a raster of offsets, smoothed, on another grid.

    Parameters
    ----------
    path : path
    grid : Grid
        Of the interferogram.
    component : callable
        An :class:`...data.offsets.OffsetBlock` and its window to values and standard deviations in
        metres.
    size : float
        Of the bell, pixels of the offsets.

    Raises
    ------
    GroundshiftError
        If it cannot be read, or lies elsewhere.
    """

    def __init__(self, path, grid, component, size: float):
        self.offsets = read_offsets(path)
        self._reader = OffsetReader(self.offsets)
        self._component, self._size = component, size
        self._grid = own = self.offsets.grid
        try:
            self.noise = self._looked_at()
        except BaseException:
            self._reader.__exit__(None, None, None)
            raise
        self.looks = 1, 1
        if not own.crs and not grid.crs:
            self.looks = _looks_between(own, grid, path)
            x0, dx, rx, y0, ry, dy = grid.transform
            down, across = self.looks
            grid = replace(grid, transform=(x0, dx * across, rx, y0, ry, dy * down))
            # Pixels of one image: any CRS will do, as both have it.
            own, grid = (replace(one, crs=wkt_from_epsg(3857)) for one in (own, grid))
        self._on = grid
        self._layers = [on_grid(_Layer(self, place), own, grid, path=path) for place in (0, 1, 2)]
        self._last = None, None

    def __exit__(self, *details):
        self._reader.__exit__(*details)

    @property
    def bell(self) -> tuple:
        """Size of the bell in pixels of the interferogram, rows and columns."""
        own, other = (
            pixel_size_m(one) if self._grid.crs else (abs(one.transform[5]), abs(one.transform[1]))
            for one in (self._grid, self._on)
        )
        return tuple(self._size * mine / theirs for mine, theirs in zip(own, other))

    def tell(self, job) -> None:
        """Say how offsets and interferogram are laid over one another, where that is a guess."""
        if self.looks != (1, 1):
            job.note(
                f"The offsets are of an image {self.looks[0]} times as high and {self.looks[1]} "
                "times as wide as the interferogram, which is taken for one of so many looks."
            )

    def read(self, window: Window) -> tuple:
        """Values, standard deviations and what smoothing has left, of a window of the
        interferogram; metres.
        """
        return tuple(layer.read(window) for layer in self._layers)

    def own(self, window: Window) -> tuple:
        """The same of a window of the offsets' own grid."""
        if self._last[0] != window:
            margin = margin_of(self._size)
            outer = clipped(
                window.row - margin, window.col - margin, window.row + window.height + margin,
                window.col + window.width + margin, self._grid,
            )  # fmt: skip
            values, std = self._component(self._reader.read(outer), outer)
            inner = Window(
                window.row - outer.row, window.col - outer.col, window.height, window.width
            )
            found = smoothed(values, std, self._size, self.noise)
            self._last = window, tuple(layer[inner.slices] for layer in found)
        return self._last[1]

    def _looked_at(self):
        values, std = [], []
        rows, cols = (
            np.unique(np.linspace(0, max(0, size - TILE), TILES).astype(int))
            for size in self._grid.shape
        )
        for row in rows:
            for col in cols:
                window = clipped(int(row), int(col), int(row) + TILE, int(col) + TILE, self._grid)
                piece = self._component(self._reader.read(window), window)
                values.append(piece[0])
                std.append(piece[1])
        if not any(np.isfinite(piece).any() for piece in values):
            raise GroundshiftError(
                f"{self.offsets.path}: holds no offsets, only gaps; choose another file."
            )
        return noise_of(values, std)


def _looks_between(own, grid, path) -> tuple:
    """Looks of an interferogram in radar coordinates, against the image that was tracked.

    Raises
    ------
    GroundshiftError
        If both do not show one scene.
    """
    found = []
    for size, step, other, pixel in (
        (own.rows, own.transform[5], grid.rows, grid.transform[5]),
        (own.cols, own.transform[1], grid.cols, grid.transform[1]),
    ):
        extent, whole = size * abs(step), other * abs(pixel)
        looks = max(1, round(extent / whole))
        # Rows that fill no step, or no look, are left out.
        if abs(extent - looks * whole) > abs(step) + looks * abs(pixel):
            raise GroundshiftError(
                f"{path}: covers {own.rows * abs(own.transform[5]):g} x "
                f"{own.cols * abs(own.transform[1]):g} pixels in radar coordinates, which are no "
                f"whole looks of the interferogram's {grid.rows} x {grid.cols}; give offsets and "
                "interferogram of one scene."
            )
        found.append(looks)
    return tuple(found)


class _Layer:
    """Values (0), standard deviations (1) or what is left (2) as a source of windows."""

    def __init__(self, offsets: SmoothOffsets, place: int):
        self._offsets, self._place = offsets, place

    def read(self, window: Window) -> np.ndarray:
        return self._offsets.own(window)[self._place].astype(np.float32)
