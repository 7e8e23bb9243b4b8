# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of a quadtree: large where displacement is even, small where it is not.

Jonsson et al. (2002, doi:10.1785/0120000922) cut a cell in four where its values scatter about
their mean by more than a threshold; Simons et al. (2002, doi:10.1785/0120000933) where they scatter
about a plane, which marks curvature.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .moments import Layout, N, Shape, shape_of

CRITERIA = ("variance", "curvature", "gradient")
MORE_CUTS = 2  # times that a cell with holes is cut beyond what its values ask for
STEPS = 40  # of the search for a threshold


@dataclass(frozen=True)
class Cells:
    """Cells that do not overlap.

    Parameters
    ----------
    level, row, col : ndarray of int, shape (cell,)
        Level of the pyramid (0 is the smallest cells), and place among the cells of that level.
    layout : Layout
    """

    level: np.ndarray
    row: np.ndarray
    col: np.ndarray
    layout: Layout

    def __len__(self) -> int:
        return len(self.level)

    @property
    def bounds(self) -> np.ndarray:
        """First row, first column, and row and column past the last, shape (cell, 4), pixels."""
        height, width = (pixels << self.level for pixels in self.layout.cell)
        limits = self.layout.rows, self.layout.cols
        return np.stack([
            self.row * height, self.col * width,
            np.minimum((self.row + 1) * height, limits[0]),
            np.minimum((self.col + 1) * width, limits[1]),
        ], axis=1)  # fmt: skip

    @property
    def extent(self) -> np.ndarray:
        """Width and height in metres, shape (cell, 2)."""
        top, left, bottom, right = self.bounds.T
        across, down = np.abs(self.layout.step)
        return np.stack([(right - left) * across, (bottom - top) * down], axis=1)

    def sums(self, levels) -> np.ndarray:
        """The cells' own of a pyramid of sums, shape (10, cell)."""
        out = np.empty((10, len(self)))
        for level, sums in enumerate(levels):
            mine = self.level == level
            out[:, mine] = sums[:, self.row[mine], self.col[mine]]
        return out

    def chosen(self, which) -> Cells:
        """Some of the cells, by a mask or numbers."""
        return Cells(self.level[which], self.row[which], self.col[which], self.layout)

    def cut(self, which) -> Cells:
        """The cells with those of a mask cut in four."""
        quarters = [
            (self.level[which] - 1, 2 * self.row[which] + i, 2 * self.col[which] + j)
            for i in (0, 1) for j in (0, 1)
        ]  # fmt: skip
        parts = [(self.level[~which], self.row[~which], self.col[~which]), *quarters]
        return Cells(*(np.concatenate(part) for part in zip(*parts)), self.layout)


@dataclass(frozen=True)
class Tree:
    """What decides about the cells of every level.

    Parameters
    ----------
    layout : Layout
    value : list of ndarray
        By level: what is compared with the threshold.
    filled : list of ndarray
        Share of a cell's pixels that hold data, of those inside of the scene.
    forced : list of ndarray of bool
        Cells to cut whatever their values.
    least : float
        Share of data below which a cell is cut further or left out.
    """

    layout: Layout
    value: list
    filled: list
    forced: list
    least: float

    def leaves(self, threshold: float) -> Cells:
        """Cells whose value is at most the threshold, and those that cannot be cut."""
        top = self.layout.levels - 1
        active = self.filled[top] > 0
        cuts = np.zeros(active.shape, np.int8)
        found = []
        for level in range(top, -1, -1):
            asked = active & (self.forced[level] | (self.value[level] > threshold))
            holes = active & (self.filled[level] < self.least) & ~asked & (cuts < MORE_CUTS)
            split = (asked | holes) if level else np.zeros_like(active)
            keep = active & ~split & (self.filled[level] >= self.least)
            row, col = np.nonzero(keep)
            found.append((np.full(len(row), level), row, col))
            if level:
                active = _quartered(split) & (self.filled[level - 1] > 0)
                cuts = _quartered(np.where(holes, cuts + 1, cuts).astype(np.int8))
        return Cells(*(np.concatenate(part) for part in zip(*found)), self.layout)

    def threshold_for(self, count: int) -> float:
        """The least threshold that gives at most `count` cells, or else the fewest there can be."""
        values = np.concatenate([part[np.isfinite(part)] for part in self.value[1:]] or [[0.0]])
        values = values[values > 0]
        if not values.size:
            return 0.0
        # Squares of thresholds span many powers of ten.
        low, high = np.log(values.min()) - 1, np.log(values.max()) + 1e-9
        for _ in range(STEPS):
            middle = (low + high) / 2
            if len(self.leaves(np.exp(middle))) > count:
                low = middle
            else:
                high = middle
        return float(np.exp(high))


def grow_tree(levels, layout: Layout, criterion: str, least=0.5, finer=None, data=None) -> Tree:
    """Prepare the choice of cells.

    Parameters
    ----------
    levels : list of ndarray
        Pyramid of sums by level, of the values that decide.
    layout : Layout
    criterion : str
        ``variance``: root mean square about the mean; ``curvature``: about the cell's plane;
        ``gradient``: how much that plane rises over the cell.
    least : float
        Share of data that a cell needs.
    finer : list of ndarray of bool, optional
        By level: cells that have to be cut.
    data : list of ndarray, optional
        Pyramid of the data's own sums, where other values decide.

    Raises
    ------
    GroundshiftError
        If there is no such criterion.
    """
    if criterion not in CRITERIA:
        raise GroundshiftError(
            f"'{criterion}' is no criterion for cells; take one of {', '.join(CRITERIA)}."
        )
    filled = [filled_share(sums[N], layout, k) for k, sums in enumerate(data or levels)]
    values = []
    for level, sums in enumerate(levels):
        value = _value(shape_of(sums), criterion, layout.side(level))
        values.append(np.where(np.isfinite(value), value, 0.0))
    forced = finer or [np.zeros(part.shape, bool) for part in filled]
    return Tree(layout, values, filled, forced, least)


def _value(shape: Shape, criterion, side):
    if criterion == "variance":
        return shape.scatter
    return shape.roughness if criterion == "curvature" else shape.slope * side


def filled_share(count, layout: Layout, level: int) -> np.ndarray:
    """Share of pixels with data of those of a cell that lie inside of the scene."""
    inside = []
    for size, cells, pixels in zip((layout.rows, layout.cols), count.shape, layout.cell):
        start = np.arange(cells) * (pixels << level)
        inside.append(np.clip(size - start, 0, pixels << level))
    whole = inside[0][:, None] * inside[1]
    return np.where(whole > 0, count / np.maximum(whole, 1), 0.0)


def even_cells(tree: Tree, level: int) -> Cells:
    """All cells of one level that hold enough data."""
    row, col = np.nonzero((tree.filled[level] >= tree.least) & (tree.filled[level] > 0))
    return Cells(np.full(len(row), level), row, col, tree.layout)


def _quartered(values):
    return np.repeat(np.repeat(values, 2, axis=0), 2, axis=1)
