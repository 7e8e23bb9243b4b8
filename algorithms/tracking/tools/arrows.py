# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Some of the offsets of a pair as points that are drawn as arrows."""

from __future__ import annotations

import numpy as np

ACROSS = 50  # arrows across a scene


def directions(values) -> np.ndarray:
    """Degrees clockwise from north of (east, north), from 0 to 360."""
    return np.degrees(np.arctan2(values[0], values[1])) % np.float32(360.0)


def length_std(block) -> np.ndarray:
    """Standard deviation of both components of an OffsetBlock, as of their mean square."""
    return np.sqrt(0.5 * (block.std**2).sum(axis=0))


class Arrows:
    """Takes every so many offsets of a pair out of its blocks, in whatever order they come.

    Parameters
    ----------
    grid : Grid
        Of the offsets.
    step : int, optional
        Rows and columns from arrow to arrow; some fifty across the scene without.
    """

    def __init__(self, grid, step: int | None = None):
        self.grid = grid
        self.step = step or max(1, max(grid.shape) // ACROSS)
        self._parts = []

    def add(self, window, block) -> None:
        """Take those of a window's OffsetBlock, of east and north, that are known."""
        half = self.step // 2
        first = [(half - start) % self.step for start in (window.row, window.col)]
        lattice = (slice(first[0], None, self.step), slice(first[1], None, self.step))
        values = block.values[(slice(None), *lattice)]
        known = np.isfinite(values[0])
        rows, cols = np.nonzero(known)
        std = length_std(block)[lattice]
        self._parts.append(np.stack([
            window.row + first[0] + self.step * rows, window.col + first[1] + self.step * cols,
            *(part[known] for part in (*values, directions(values), std,
                                       block.correlation[lattice])),
        ]).astype(float))  # fmt: skip

    def table(self) -> tuple:
        """(x, y, columns): places in the grid's CRS, and a dict of ndarray, by rows of the grid."""
        found = np.concatenate(self._parts, axis=1)
        rows, cols, east, north, direction, std, correlation = found[
            :, np.lexsort((found[1], found[0]))
        ]
        columns = {
            "east_m": east, "north_m": north, "magnitude_m": np.hypot(east, north),
            "direction_deg": direction, "std_m": std, "correlation": correlation,
        }  # fmt: skip
        columns = {name: np.round(values, 4) for name, values in columns.items()}
        return *self.grid.xy(rows, cols), columns


def write_arrows(outputs, crs: str, x, y, columns: dict) -> None:
    """Write the output ``ARROWS``; its style follows the longest but 2 %.

    Parameters
    ----------
    outputs : Outputs
    crs : str
        WKT of the places.
    x, y : ndarray, shape (arrow,)
    columns : dict of str to ndarray
        Of :meth:`Arrows.table`, and more.
    """
    from ...formats.vectors.tables import write_table

    if x.size:
        outputs.look("ARROWS", limits=float(np.percentile(columns["magnitude_m"], 98)))
    write_table(outputs.path("ARROWS"), crs, x, y, columns)
