# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From differences of map coordinates to metres east and north on the ground.

A map's north is not true north (convergence), and its metres are not those of the ground (scale);
degrees are neither. Both change slowly, so that they are worked out at every 32nd pixel.
"""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError
from .grid import Grid, Window

STEP = 32  # pixels between nodes
EQUATOR, FLATTENING = 6378137.0, 1 / 298.257223563  # WGS 84
_SMALL = 1e-3  # of a pixel: for the derivatives


class GroundAxes:
    """Metres on the ground, to the true east and north, by unit of a grid's map coordinates.

    Parameters
    ----------
    grid : Grid
        With a CRS.
    lengths_are_true : bool
        The maps' vectors have been corrected for the scale already: they are only turned.

    Raises
    ------
    GroundshiftError
        If the CRS leads to no longitude and latitude.
    """

    def __init__(self, grid: Grid, lengths_are_true: bool = False):
        from pyproj import Transformer
        from pyproj.exceptions import ProjError

        self._rows = _nodes(grid.rows)
        self._cols = _nodes(grid.cols)
        row, col = np.meshgrid(self._rows, self._cols, indexing="ij")
        x, y = grid.xy(row, col)
        try:
            change = Transformer.from_crs(grid.crs, "EPSG:4979", always_xy=True)
        except ProjError as error:
            raise GroundshiftError(
                f"The CRS cannot be understood ({error}); set a valid one."
            ) from error
        here = np.array(change.transform(x, y))
        axes = np.empty((2, 2, *row.shape))
        sine = np.sin(np.radians(here[1]))
        # tan(latitude) by the radius of curvature in the prime vertical.
        self._bend = (
            np.tan(np.radians(here[1]))
            * np.sqrt(1 - FLATTENING * (2 - FLATTENING) * sine**2)
            / EQUATOR
        )
        for n, size in enumerate((abs(grid.transform[1]), abs(grid.transform[5]))):
            step = 0.5 * size * max(_SMALL, 1e-3)
            shift = (step, 0.0) if n == 0 else (0.0, step)
            ahead = np.array(change.transform(x + shift[0], y + shift[1]))
            back = np.array(change.transform(x - shift[0], y - shift[1]))
            turn = np.radians((ahead[0] - back[0] + 180.0) % 360.0 - 180.0)
            rise = np.radians(ahead[1] - back[1])
            latitude = np.radians(here[1])
            e2 = FLATTENING * (2 - FLATTENING)
            across = EQUATOR / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
            along = across * (1 - e2) / (1 - e2 * np.sin(latitude) ** 2)
            axes[0, n] = across * np.cos(latitude) * turn / (2 * step)
            axes[1, n] = along * rise / (2 * step)
        if lengths_are_true:
            axes /= np.hypot(axes[0], axes[1])
        self._axes = axes

    def read(self, window: Window) -> np.ndarray:
        """Of every pixel of a window, shape (2, 2, row, column): [east or north, x or y]."""
        rows = np.arange(window.row, window.row + window.height)
        cols = np.arange(window.col, window.col + window.width)
        k, p = _between(self._rows, rows)
        m, q = _between(self._cols, cols)
        down = self._axes[..., k, :] * (1 - p)[:, None] + self._axes[..., k + 1, :] * p[:, None]
        return down[..., m] * (1 - q) + down[..., m + 1] * q

    def bend(self, window: Window) -> np.ndarray:
        """How fast north turns on the way east (1/m): tan(latitude) / N, shape (row, column)."""
        k, p = _between(self._rows, np.arange(window.row, window.row + window.height))
        m, q = _between(self._cols, np.arange(window.col, window.col + window.width))
        down = self._bend[k] * (1 - p)[:, None] + self._bend[k + 1] * p[:, None]
        return down[:, m] * (1 - q) + down[:, m + 1] * q

    def turned(self, window: Window, values) -> np.ndarray:
        """Vectors along x and y as vectors to the east and north, shape (2, row, column)."""
        return np.einsum("cnij,nij->cij", self.read(window), values)

    def turned_std(self, window: Window, std) -> np.ndarray:
        """Standard deviations of :meth:`turned` where those along x and y are independent."""
        return np.sqrt(np.einsum("cnij,nij->cij", self.read(window) ** 2, np.square(std)))


def _nodes(size) -> np.ndarray:
    """Every 32nd pixel and one behind the last."""
    return STEP * np.arange((size - 1) // STEP + 2.0)


def _between(nodes, places) -> tuple:
    """The node before each place, and the share of the way to the next one."""
    before = places // STEP
    return before, places / STEP - before
