# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of rasters at places."""

from __future__ import annotations

import numpy as np

from ..data.grid import Window
from ..data.product import Band
from ..errors import GroundshiftError, check_cancelled
from .raster_source import RasterSource, describe
from .regrid import same_crs

BLOCK = 512  # pixels a side that places are served from


def values_at(path, crs: str, x, y, cancelled=None) -> np.ndarray:
    """Values of a raster's first band at places, bilinear; NaN beyond it and beside no data.

    Parameters
    ----------
    path : path
    crs : str
        WKT of the coordinates.
    x, y : ndarray, shape (place,)

    Returns
    -------
    ndarray, shape (place,)

    Raises
    ------
    GroundshiftError
        If the raster cannot be read, or has no CRS.
    """
    info = describe(path)
    grid = info.grid
    if not grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    if not same_crs(crs, grid.crs):
        from pyproj import Transformer

        x, y = Transformer.from_crs(crs, grid.crs, always_xy=True).transform(x, y)
    x0, dx, _, y0, _, dy = grid.transform
    row, col = (np.asarray(y) - y0) / dy - 0.5, (np.asarray(x) - x0) / dx - 0.5
    out = np.full(len(row), np.nan)
    with np.errstate(invalid="ignore"):
        inside = (row > -0.5) & (row < grid.rows - 0.5) & (col > -0.5) & (col < grid.cols - 0.5)
    index = np.flatnonzero(inside)
    across = -(-grid.cols // BLOCK)
    block = (row[index].astype(int) // BLOCK) * across + col[index].astype(int) // BLOCK
    order = np.argsort(block, kind="stable")
    with RasterSource(Band(str(path), nodata=info.nodata)) as source:
        for members in np.split(index[order], np.flatnonzero(np.diff(block[order])) + 1):
            check_cancelled(cancelled)
            if len(members):
                out[members] = _bilinear(source, grid, row[members], col[members])
    return out


def _bilinear(source, grid, row, col):
    """Weights of nothing count for nothing, so that no data beyond them does no harm."""
    top, left = max(0, int(np.floor(row.min()))), max(0, int(np.floor(col.min())))
    bottom = min(int(np.floor(row.max())) + 2, grid.rows)
    right = min(int(np.floor(col.max())) + 2, grid.cols)
    values = source.read(Window(top, left, bottom - top, right - left)).astype(float)
    row = np.clip(row - top, 0, bottom - top - 1)
    col = np.clip(col - left, 0, right - left - 1)
    i, j = row.astype(int), col.astype(int)
    i2, j2 = np.minimum(i + 1, bottom - top - 1), np.minimum(j + 1, right - left - 1)
    u, v = row - i, col - j
    total = np.zeros(len(row))
    for r, c, weight in (
        (i, j, (1 - u) * (1 - v)), (i, j2, (1 - u) * v), (i2, j, u * (1 - v)), (i2, j2, u * v),
    ):  # fmt: skip
        total += np.where(weight > 0, weight * values[r, c], 0.0)
    return total
