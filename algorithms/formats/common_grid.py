# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One grid for several layers of points and rasters, and the median of what lies in its cells."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from ..data.crs import is_geographic
from ..data.grid import Grid, Window
from ..data.metric import LocalMetres, pixel_size_m
from ..errors import GroundshiftError
from .regrid import same_crs

MOST_CELLS = 4_000_000_000


def bounds_in(crs: str, source: str, bounds):
    """A rectangle (xmin, ymin, xmax, ymax) of one CRS as one of another, around it."""
    if same_crs(crs, source):
        return tuple(float(value) for value in bounds)
    from pyproj import Transformer

    change = Transformer.from_crs(source, crs, always_xy=True)
    return tuple(float(value) for value in change.transform_bounds(*bounds, densify_pts=41))


def grid_bounds(grid: Grid):
    """Outer corners of a grid as (xmin, ymin, xmax, ymax)."""
    x, y = grid.xy(np.array([-0.5, grid.rows - 0.5]), np.array([-0.5, grid.cols - 0.5]))
    return min(x), min(y), max(x), max(y)


def choose_grid(rasters, places, cell: float | None = None) -> Grid:
    """The grid on which layers meet.

    Parameters
    ----------
    rasters : sequence of (str, Grid)
        File and grid.
    places : sequence of (str, str, (xmin, ymin, xmax, ymax))
        File, CRS and extent of layers of points.
    cell : float, optional
        Metres; the coarsest raster's pixels by default.

    Returns
    -------
    Grid
        Covers where at least two layers do.

    Raises
    ------
    GroundshiftError
        If layers do not overlap or have no CRS, a cell is finer than a raster's pixels, or there
        are points alone and no cell is given.
    """
    boxes = [(path, grid.crs, grid_bounds(grid)) for path, grid in rasters] + list(places)
    for path, crs, _ in boxes:
        if not crs:
            raise GroundshiftError(f"{path}: has no CRS; assign the right one.")
    sizes = [float(np.prod(pixel_size_m(grid))) ** 0.5 for _, grid in rasters]
    if cell is None and not sizes:
        raise GroundshiftError("Points alone have no cells of their own; give a cell size.")
    path, coarsest = rasters[int(np.argmax(sizes))] if sizes else (None, None)
    if cell is not None and coarsest is not None and cell < 0.99 * max(sizes):
        raise GroundshiftError(
            f"{path}: its pixels have {max(sizes):.4g} m, so cells of {cell:.4g} m would claim "
            "detail that is not there; give a larger cell."
        )
    crs = coarsest.crs if coarsest else places[0][1]
    area = _common_area([(p, bounds_in(crs, c, box)) for p, c, box in boxes])
    return _part_of(coarsest, area) if cell is None else _new_grid(crs, area, cell)


def _common_area(boxes):
    """The rectangle around where any two boxes overlap."""
    found = []
    for (_, a), (_, b) in combinations(boxes, 2):
        west, south = max(a[0], b[0]), max(a[1], b[1])
        east, north = min(a[2], b[2]), min(a[3], b[3])
        if west < east and south < north:
            found.append((west, south, east, north))
    if not found:
        raise GroundshiftError(
            f"{', '.join(path for path, _ in boxes)}: do not overlap; choose layers of the same "
            "area and check their CRS."
        )
    low, high = np.min(found, axis=0), np.max(found, axis=0)
    return low[0], low[1], high[2], high[3]


def _part_of(grid, area):
    """The pixels of a grid in a rectangle."""
    x0, dx, _, y0, _, dy = grid.transform
    cols = np.clip(sorted(((area[0] - x0) / dx, (area[2] - x0) / dx)), 0, grid.cols)
    rows = np.clip(sorted(((area[1] - y0) / dy, (area[3] - y0) / dy)), 0, grid.rows)
    # A thousandth of a pixel is rounding.
    left, top = int(np.floor(cols[0] + 1e-3)), int(np.floor(rows[0] + 1e-3))
    right, bottom = int(np.ceil(cols[1] - 1e-3)), int(np.ceil(rows[1] - 1e-3))
    transform = (x0 + left * dx, dx, 0.0, y0 + top * dy, 0.0, dy)
    return Grid(max(1, bottom - top), max(1, right - left), transform, grid.crs)


def _new_grid(crs, area, cell):
    """Cells of so many metres whose corners are multiples of their size."""
    middle = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    dx = dy = cell
    if is_geographic(crs):
        step = 1e-3
        x = np.array([middle[0], middle[0] + step, middle[0]])
        y = np.array([middle[1], middle[1], middle[1] + step])
        place = LocalMetres(crs, *middle).of(crs, x, y)
        dx = cell * step / np.hypot(*(place[1] - place[0]))
        dy = cell * step / np.hypot(*(place[2] - place[0]))
    left, top = np.floor(area[0] / dx + 1e-6), np.ceil(area[3] / dy - 1e-6)
    cols = int(np.ceil(area[2] / dx - 1e-6) - left)
    rows = int(top - np.floor(area[1] / dy + 1e-6))
    if cols * rows > MOST_CELLS:
        raise GroundshiftError(
            f"A cell size of {cell:g} m makes {rows}x{cols} cells; give a larger one."
        )
    transform = (left * dx, dx, 0.0, top * dy, 0.0, -dy)
    return Grid(max(1, rows), max(1, cols), transform, crs)


class CellMedians:
    """Medians of points in the cells of a grid.

    Parameters
    ----------
    grid : Grid
    crs : str
        WKT of the points.
    x, y : ndarray, shape (point,)
    columns : ndarray, shape (column, point)
        NaN is left out, column by column.
    least : int
        Fewest points of a cell, counted by the first column.
    """

    def __init__(self, grid: Grid, crs: str, x, y, columns, least: int = 1):
        self.grid, columns = grid, np.asarray(columns, float)
        if not same_crs(crs, grid.crs):
            from pyproj import Transformer

            x, y = Transformer.from_crs(crs, grid.crs, always_xy=True).transform(x, y)
        x0, dx, _, y0, _, dy = grid.transform
        with np.errstate(invalid="ignore"):
            col, row = np.floor((np.asarray(x) - x0) / dx), np.floor((np.asarray(y) - y0) / dy)
        inside = (row >= 0) & (row < grid.rows) & (col >= 0) & (col < grid.cols)
        inside &= np.isfinite(columns[0])
        place = row[inside].astype(np.int64) * grid.cols + col[inside].astype(np.int64)
        self._cells, cell, count = np.unique(place, return_inverse=True, return_counts=True)
        self._values = np.stack([
            _medians(cell, values[inside], len(self._cells)) for values in columns
        ])  # fmt: skip
        self._values[:, count < least] = np.nan
        self._count = count
        self.filled = int(np.count_nonzero(count >= least))

    def read(self, window: Window) -> np.ndarray:
        """Medians of a window, shape (column, row, column of the grid), NaN where there are no
        points.
        """
        out = np.full((len(self._values), window.height, window.width), np.nan)
        row, col, which = self._in(window)
        out[:, row, col] = self._values[:, which]
        return out

    def counts(self, window: Window) -> np.ndarray:
        """Number of points in the cells of a window."""
        out = np.zeros((window.height, window.width))
        row, col, which = self._in(window)
        out[row, col] = self._count[which]
        return out

    def _in(self, window):
        """Row and column in a window of the cells with points, and their places in the list."""
        first = window.row * self.grid.cols
        last = first + window.height * self.grid.cols
        which = np.arange(*np.searchsorted(self._cells, (first, last)))
        row, col = np.divmod(self._cells[which], self.grid.cols)
        row, col = row - window.row, col - window.col
        inside = (col >= 0) & (col < window.width)
        return row[inside], col[inside], which[inside]


def _medians(cell, values, cells):
    """Median of the values of every cell that are known."""
    known = np.isfinite(values)
    cell, values = cell[known], values[known]
    order = np.lexsort((values, cell))
    values = values[order]
    count = np.bincount(cell, minlength=cells)
    first = np.cumsum(count) - count
    out = np.full(cells, np.nan)
    there = count > 0
    low = first[there] + (count[there] - 1) // 2
    high = first[there] + count[there] // 2
    out[there] = (values[low] + values[high]) / 2
    return out
