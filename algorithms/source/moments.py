# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums over the pixels of cells, from which means, scatter and slopes of larger cells follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

N, X, Y, Z, XX, XY, YY, XZ, YZ, ZZ = range(10)
"""Quantities of :class:`Moments`: the number of pixels, and sums of coordinates and values."""


@dataclass(frozen=True)
class Layout:
    """How a scene is cut into the smallest cells.

    Parameters
    ----------
    rows, cols : int
        Of the scene, in pixels.
    cell : (int, int)
        Pixels of the smallest cell, down and across.
    step : (float, float)
        Ground size of a pixel in metres, across and down; negative where the map's axis runs
        the other way, as down a north-up raster.
    levels : int
        Each one joins 2 x 2 cells of the one before; 1 is the smallest cells alone.
    """

    rows: int
    cols: int
    cell: tuple
    step: tuple
    levels: int = 1

    @property
    def shape(self) -> tuple:
        """Rows and columns of the smallest cells, filled up to whole cells of the last level."""
        unit = 1 << (self.levels - 1)
        return tuple(
            -(-size // (pixels * unit)) * unit
            for size, pixels in zip((self.rows, self.cols), self.cell)
        )

    @property
    def origin(self) -> np.ndarray:
        """Column and row from which metres are counted: the scene's middle."""
        return np.array([(self.cols - 1) / 2, (self.rows - 1) / 2])

    def metres(self, col, row) -> tuple:
        """East and north (of the map) of pixels from the scene's middle."""
        return (col - self.origin[0]) * self.step[0], (row - self.origin[1]) * self.step[1]

    def pixels(self, x, y) -> tuple:
        """Row and column, with their fractions, of places in metres; undoes :meth:`metres`."""
        return y / self.step[1] + self.origin[1], x / self.step[0] + self.origin[0]

    def centres(self, level: int = 0) -> tuple:
        """Metres of the middle of the cells of a level: x, shape (column,), and y, (row,)."""
        rows, cols = (size >> level for size in self.shape)
        height, width = (pixels << level for pixels in self.cell)
        col, row = (np.arange(cols) + 0.5) * width - 0.5, (np.arange(rows) + 0.5) * height - 0.5
        return self.metres(col, row)

    def side(self, level: int) -> float:
        """Metres: the root of a cell's area."""
        height, width = (pixels << level for pixels in self.cell)
        return float(np.sqrt(height * abs(self.step[1]) * width * abs(self.step[0])))


def block_moments(block, layout: Layout, level: float):
    """Sums of the pixels of a window by cells.

    Parameters
    ----------
    block : (Window, ndarray of float32, ndarray of bool)
        Values with NaN for no data, and the pixels to count.
    layout : Layout
    level : float
        Taken off the values, which keeps their squares exact.

    Returns
    -------
    sums : ndarray, shape (10, cell row, cell column)
    row, col : int
        Place of the first of these cells.
    """
    from ._sampling_kernel import cell_moments

    window, values, keep = block
    row, col = window.row // layout.cell[0], window.col // layout.cell[1]
    last = (
        (window.row + window.height - 1) // layout.cell[0],
        (window.col + window.width - 1) // layout.cell[1],
    )
    sums = np.empty((10, last[0] - row + 1, last[1] - col + 1))
    cell_moments(
        np.ascontiguousarray(values, np.float32), np.ascontiguousarray(keep, bool),
        np.array([window.row, window.col]), np.array(layout.cell), np.array(layout.step, float),
        layout.origin, float(level), sums,
    )  # fmt: skip
    return sums, row, col


def joined_cells(sums) -> np.ndarray:
    """Sums of 2 x 2 cells, shape (10, row / 2, column / 2)."""
    down = sums[:, ::2] + sums[:, 1::2]
    return down[:, :, ::2] + down[:, :, 1::2]


def pyramid(sums, levels: int) -> list:
    """Sums of the smallest cells and of each level above."""
    all_levels = [sums]
    for _ in range(levels - 1):
        all_levels.append(joined_cells(all_levels[-1]))
    return all_levels


def without_plane(sums, plane) -> np.ndarray:
    """Sums as they would be with ``a + b x + c y`` taken off the values.

    Parameters
    ----------
    sums : ndarray, shape (10, ...)
    plane : (a, b, c)
    """
    a, b, c = plane
    out = sums.copy()
    out[Z] -= a * sums[N] + b * sums[X] + c * sums[Y]
    out[XZ] -= a * sums[X] + b * sums[XX] + c * sums[XY]
    out[YZ] -= a * sums[Y] + b * sums[XY] + c * sums[YY]
    out[ZZ] += (
        a * a * sums[N] + b * b * sums[XX] + c * c * sums[YY]
        + 2 * (a * b * sums[X] + a * c * sums[Y] + b * c * sums[XY])
        - 2 * (a * sums[Z] + b * sums[XZ] + c * sums[YZ])
    )  # fmt: skip
    return out


def with_values(sums, values) -> np.ndarray:
    """Sums as they would be with one value for all pixels of a smallest cell.

    Parameters
    ----------
    sums : ndarray, shape (10, row, column)
    values : ndarray, shape (row, column)
        Cells where it is NaN lose their pixels.
    """
    known = np.isfinite(values)
    z = np.where(known, values, 0.0)
    out = np.where(known, sums, 0.0)
    out[Z], out[XZ], out[YZ] = out[N] * z, out[X] * z, out[Y] * z
    out[ZZ] = out[N] * z * z
    return out


def plane_of(sums) -> np.ndarray:
    """The plane (a, b, c) of least squares through the pixels of all cells that are given."""
    total = sums.reshape(10, -1).sum(axis=1)
    matrix = np.array([
        [total[N], total[X], total[Y]], [total[X], total[XX], total[XY]],
        [total[Y], total[XY], total[YY]],
    ])  # fmt: skip
    scale = np.sqrt(np.maximum(np.diag(matrix), 1e-300))
    right = np.array([total[Z], total[XZ], total[YZ]])
    return np.linalg.lstsq(matrix / np.outer(scale, scale), right / scale, rcond=1e-12)[0] / scale


@dataclass(frozen=True)
class Shape:
    """What the pixels of cells look like; arrays of the cells' shape, NaN for empty ones.

    Parameters
    ----------
    mean, x, y : ndarray
        Mean value and place.
    scatter : ndarray
        Root mean square about the mean.
    roughness : ndarray
        The same about the cell's own plane.
    slope : ndarray
        Of that plane, value by metre.
    """

    mean: np.ndarray
    x: np.ndarray
    y: np.ndarray
    scatter: np.ndarray
    roughness: np.ndarray
    slope: np.ndarray


def shape_of(sums) -> Shape:
    """The :class:`Shape` of cells from their sums, shape (10, ...)."""
    count = sums[N]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = sums[1:] / np.where(count > 0, count, np.nan)
        x, y, z = mean[:3]
        xx, xy, yy = mean[3] - x * x, mean[4] - x * y, mean[5] - y * y
        xz, yz, zz = mean[6] - x * z, mean[7] - y * z, mean[8] - z * z
        determinant = xx * yy - xy * xy
        # Pixels along one line have no plane.
        flat = ~(determinant > 1e-6 * xx * yy)
        east = np.where(flat, 0.0, (yy * xz - xy * yz) / determinant)
        north = np.where(flat, 0.0, (xx * yz - xy * xz) / determinant)
    rough = zz - east * xz - north * yz
    empty = ~(count > 0)
    return Shape(
        z, x, y, np.sqrt(np.maximum(zz, 0)), np.sqrt(np.maximum(rough, 0)),
        np.where(empty, np.nan, np.hypot(east, north)),
    )  # fmt: skip
