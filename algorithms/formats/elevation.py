# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Elevation models: checked, and read by windows with a margin around."""

from __future__ import annotations

import contextlib

import numpy as np

from ..data.grid import Window, block_windows
from ..data.product import Band
from ..errors import GroundshiftError
from .quantities import HEIGHT, check_raster
from .raster_source import RasterSource, describe

LOWEST, HIGHEST = -500.0, 9000.0  # metres on land; below are undeclared voids, above no metres


class Elevation(contextlib.AbstractContextManager):
    """An elevation model in metres.

    Parameters
    ----------
    path : path
        A raster; its first band.

    Attributes
    ----------
    sources : tuple of Source
        The file.

    Raises
    ------
    GroundshiftError
        If it cannot be read, is rotated, or has no CRS.
    """

    def __init__(self, path):
        info = describe(path)
        check_raster(path, HEIGHT)
        if not info.grid.crs:
            raise GroundshiftError(f"{path}: the elevation model has no CRS; assign the right one.")
        self.path, self.grid = path, info.grid
        self._source = RasterSource(Band(str(path), nodata=info.nodata))
        self.sources = self._source.sources

    def __exit__(self, *details):
        self._source.__exit__(*details)

    def read(self, window: Window, margin=(0, 0)) -> np.ndarray:
        """Heights of a window and a margin around it, NaN where unknown and beyond the border."""
        down, across = margin
        top, left = max(0, window.row - down), max(0, window.col - across)
        bottom = min(self.grid.rows, window.row + window.height + down)
        right = min(self.grid.cols, window.col + window.width + across)
        out = np.full((window.height + 2 * down, window.width + 2 * across), np.nan, np.float32)
        row, col = top - window.row + down, left - window.col + across
        part = self._source.read(Window(top, left, bottom - top, right - left))
        out[row : row + bottom - top, col : col + right - left] = part
        return out

    def extremes(self, job) -> tuple[float, float]:
        """Lowest and highest height.

        Raises
        ------
        GroundshiftError
            If there are no heights, or such that no land has.
        """
        windows = block_windows(self.grid, 4.0, 1 << 28)
        low, high = np.inf, -np.inf
        for number, window in enumerate(windows, 1):
            job.check()
            heights = self.read(window)
            known = heights[np.isfinite(heights)]
            if known.size:
                low, high = min(low, float(known.min())), max(high, float(known.max()))
            job.tell(number / len(windows))
        if low > high:
            raise GroundshiftError(f"{self.path}: holds no heights; choose another raster.")
        self.check(low, high)
        return low, high

    def check(self, low: float, high: float) -> None:
        """Refuse heights that no land has."""
        if low < LOWEST or high > HIGHEST:
            raise GroundshiftError(
                f"{self.path}: its heights go from {low:g} to {high:g}, which are not metres on "
                "land; declare its no-data value or convert its unit."
            )
