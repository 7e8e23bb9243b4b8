# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lakes in the cells of a coarse grid, and how the land between them moves.

The cells are whole pixels of the map of rates; what falls into them is summed up block by block.
Motion is that of land alone: over water radar sees noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PARTS = 5  # of a cell's side, which the moving window goes by
USUAL_CELLS = 600


@dataclass(frozen=True)
class Cells:
    """Cells of some pixels a side over a grid.

    Parameters
    ----------
    shape : (int, int)
        Of the grid, pixels.
    part : (int, int)
        Pixels of a fifth of a cell, down and across.
    pixel_m2 : float
    """

    shape: tuple
    part: tuple
    pixel_m2: float

    @classmethod
    def of(cls, shape, pixel, side: float | None):
        """Cells about so many metres a side; None: about six hundred of them.

        Parameters
        ----------
        shape : (int, int)
        pixel : (float, float)
            Metres across and down.
        side : float or None
        """
        across, down = pixel
        if side is None:
            side = np.sqrt(shape[0] * down * shape[1] * across / USUAL_CELLS)
        part = tuple(max(1, round(side / PARTS / size)) for size in (down, across))
        return cls(tuple(shape), part, across * down)

    @property
    def size(self) -> tuple:
        """Pixels of a cell, down and across."""
        return PARTS * self.part[0], PARTS * self.part[1]

    @property
    def counts(self) -> tuple:
        """Whole cells, down and across."""
        return self.shape[0] // self.size[0], self.shape[1] // self.size[1]

    @property
    def parts(self) -> tuple:
        """Parts, down and across; those that are cut off at the edge too."""
        return tuple(-(-n // m) for n, m in zip(self.shape, self.part))


class LakeSums:
    """What the pixels of each part of a cell add up to.

    Parameters
    ----------
    cells : Cells
    maps : int
        Of motion.
    """

    def __init__(self, cells: Cells, maps: int):
        self.cells = cells
        self._pixels, self._water = np.zeros((2, *cells.parts))
        self._known, self._sums = np.zeros((2, maps, *cells.parts))
        self._lakes = np.zeros(cells.parts)

    def add(self, window, water, maps) -> None:
        """Take in a window.

        Parameters
        ----------
        window : Window
        water : ndarray of bool, shape (row, column)
        maps : sequence of ndarray, shape (row, column)
            NaN where unknown.
        """
        rows = (window.row + np.arange(window.height)) // self.cells.part[0]
        cols = (window.col + np.arange(window.width)) // self.cells.part[1]
        first = rows[0], cols[0]
        shape = rows[-1] - first[0] + 1, cols[-1] - first[1] + 1
        place = ((rows - first[0])[:, None] * shape[1] + (cols - first[1])).ravel()
        room = np.s_[first[0] : first[0] + shape[0], first[1] : first[1] + shape[1]]

        def summed(values):
            return np.bincount(place, values.ravel(), shape[0] * shape[1]).reshape(shape)

        self._pixels[room] += summed(np.ones(water.shape))
        self._water[room] += summed(water.astype(float))
        for k, values in enumerate(maps):
            known = np.isfinite(values) & ~water
            self._known[k][room] += summed(known.astype(float))
            self._sums[k][room] += summed(np.where(known, values, 0.0))

    def add_lakes(self, rows, cols) -> int:
        """Count lakes at the pixels of their middles; how many lie on the grid."""
        rows, cols = np.floor(rows).astype(int), np.floor(cols).astype(int)
        inside = (rows >= 0) & (rows < self.cells.shape[0])
        inside &= (cols >= 0) & (cols < self.cells.shape[1])
        place = rows[inside] // self.cells.part[0], cols[inside] // self.cells.part[1]
        np.add.at(self._lakes, place, 1.0)
        return int(inside.sum())

    @property
    def water_share(self) -> float:
        """Of the whole grid."""
        return float(self._water.sum() / max(self._pixels.sum(), 1.0))

    def by_cell(self) -> dict:
        """Sums of whole cells: ``pixels``, ``water``, ``lakes``, shape (row, column); ``known``
        and ``mean`` of each map, shape (map, row, column)."""
        known = self._together(self._known)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = self._together(self._sums) / np.where(known > 0, known, np.nan)
        names = {"pixels": self._pixels, "water": self._water, "lakes": self._lakes}
        return {name: self._together(one) for name, one in names.items()} | {
            "known": known, "mean": mean,
        }  # fmt: skip

    def _together(self, values):
        down, across = self.cells.counts
        whole = values[..., : PARTS * down, : PARTS * across]
        split = whole.reshape(*values.shape[:-2], down, PARTS, across, PARTS)
        return split.sum(axis=(-3, -1))

    def moving(self) -> np.ndarray:
        """Water's share in a window as large as a cell about each part, shape (part, part)."""
        sums = [self._window(one) for one in (self._water, self._pixels)]
        return sums[0] / np.maximum(sums[1], 1.0)

    @staticmethod
    def _window(values):
        half = PARTS // 2
        total = np.pad(np.cumsum(np.cumsum(values, 0), 1), ((1, 0), (1, 0)))
        ends = []
        for n in values.shape:
            at = np.arange(n)
            ends.append((np.maximum(at - half, 0), np.minimum(at + half + 1, n)))
        (a, b), (c, d) = ends
        grid = total[np.ix_(b, d)] - total[np.ix_(a, d)] - total[np.ix_(b, c)]
        return grid + total[np.ix_(a, c)]
