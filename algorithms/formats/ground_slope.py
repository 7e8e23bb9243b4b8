# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slopes of an elevation model where rates are measured: at points, or on another grid.

The slope is that of the model's own cells, or of planes over a neighbourhood of them; it is carried
over as a gradient, between cells by bilinear weights and into larger cells by its mean.
"""

from __future__ import annotations

import numpy as np

from ..data.axes import ground_axes
from ..data.grid import Grid, Window
from ..data.metric import pixel_size_m
from ..data.relief import ground_gradients, margin_of, pixel_gradients
from ..errors import GroundshiftError, check_cancelled, tell
from .elevation import Elevation
from .regrid import on_grid, same_crs

BLOCK = 512  # cells a side that points are served from
PARTS = 2  # of a gradient: east and north


class GroundSlope:
    """Gradients of an elevation model.

    Parameters
    ----------
    dem : Elevation
    radius : float
        Metres: heights are replaced by planes with Gaussian weights, of which half the radius is
        the standard deviation. 0 takes the slope of 3 x 3 cells.
    """

    def __init__(self, dem: Elevation, radius: float = 0.0):
        self._dem, self.grid, self.sources = dem, dem.grid, dem.sources
        self._axes = ground_axes(dem.grid)
        self.cell = pixel_size_m(dem.grid)
        self._sigma = tuple(radius / 2 / size for size in self.cell)
        self.margin = margin_of(self._sigma)
        self._last = None, None

    def read(self, window: Window) -> np.ndarray:
        """Rise by metre east and north on the model's own grid, shape (2, row, column)."""
        if self._last[0] != window:
            heights = self._dem.read(window, self.margin)
            known = heights[np.isfinite(heights)]
            if known.size:
                self._dem.check(float(known.min()), float(known.max()))
            steps = pixel_gradients(heights, self._sigma)
            self._last = window, ground_gradients(steps, self._axes.block(window))
        return self._last[1]

    def on(self, target: Grid):
        """A reader of the gradients on another grid: ``read(window)``, shape (2, row, column)."""
        parts = [
            on_grid(_Part(self, k), self.grid, target, "bilinear", self._dem.path)
            for k in range(PARTS)
        ]
        return _Together(parts)

    def at(self, crs: str, x, y, progress=None, cancelled=None) -> np.ndarray:
        """Gradients at points.

        Parameters
        ----------
        crs : str
            WKT of the coordinates.
        x, y : ndarray, shape (point,)

        Returns
        -------
        ndarray, shape (2, point)
            NaN beyond the model and at its voids.
        """
        row, col = self._places(crs, x, y)
        out = np.full((PARTS, len(row)), np.nan)
        inside = (row > -0.5) & (row < self.grid.rows - 0.5)
        inside &= (col > -0.5) & (col < self.grid.cols - 0.5)
        index = np.flatnonzero(inside)
        across = -(-self.grid.cols // BLOCK)
        block = (row[index].astype(int) // BLOCK) * across + col[index].astype(int) // BLOCK
        order = np.argsort(block, kind="stable")
        groups = np.split(index[order], np.flatnonzero(np.diff(block[order])) + 1)
        for number, members in enumerate(groups, 1):
            check_cancelled(cancelled)
            if len(members):
                out[:, members] = self._interpolated(row[members], col[members])
            tell(progress, number / len(groups))
        return out

    def _places(self, crs, x, y):
        """Row and column of points, in fractions of cells; NaN where the CRS does not reach."""
        if not crs:
            raise GroundshiftError(
                "The points have no CRS and cannot be laid over the elevation model; assign it."
            )
        if not same_crs(crs, self.grid.crs):
            from pyproj import Transformer

            x, y = Transformer.from_crs(crs, self.grid.crs, always_xy=True).transform(x, y)
        x0, dx, _, y0, _, dy = self.grid.transform
        row, col = (np.asarray(y) - y0) / dy - 0.5, (np.asarray(x) - x0) / dx - 0.5
        known = np.isfinite(row) & np.isfinite(col)
        return np.where(known, row, -9.0), np.where(known, col, -9.0)

    def _interpolated(self, row, col):
        """Bilinear among the cells that are known."""
        first = max(0, int(np.floor(row.min()))), max(0, int(np.floor(col.min())))
        last = int(np.floor(row.max())) + 1, int(np.floor(col.max())) + 1
        last = min(last[0], self.grid.rows - 1), min(last[1], self.grid.cols - 1)
        window = Window(*first, last[0] - first[0] + 1, last[1] - first[1] + 1)
        cells = self.read(window)
        row = np.clip(row - first[0], 0, window.height - 1)
        col = np.clip(col - first[1], 0, window.width - 1)
        i, j = row.astype(int), col.astype(int)
        i2, j2 = np.minimum(i + 1, window.height - 1), np.minimum(j + 1, window.width - 1)
        u, v = row - i, col - j
        total, weights = np.zeros((PARTS, len(row))), np.zeros(len(row))
        for r, c, weight in (
            (i, j, (1 - u) * (1 - v)), (i, j2, (1 - u) * v), (i2, j, u * (1 - v)), (i2, j2, u * v),
        ):  # fmt: skip
            values = cells[:, r, c]
            known = np.isfinite(values[0])
            total += np.where(known, weight * values, 0.0)
            weights += np.where(known, weight, 0.0)
        # At a void itself, less than half of the weight is left.
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(weights > 0.5, total / weights, np.nan)


class _Part:
    """East or north alone, as resampling takes one band at a time."""

    def __init__(self, slope, number):
        self._slope, self._number, self.sources = slope, number, slope.sources

    def read(self, window: Window) -> np.ndarray:
        return self._slope.read(window)[self._number].astype(np.float32)


class _Together:
    """Both again."""

    def __init__(self, parts):
        self._parts, self.sources = parts, parts[0].sources

    def read(self, window: Window) -> np.ndarray:
        return np.stack([part.read(window) for part in self._parts]).astype(float)
