# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What sources of zenith delays share: where pixels lie in longitude and latitude."""

from __future__ import annotations

import numpy as np

from ...data.crs import is_geographic
from ...data.grid import Grid
from ...errors import GroundshiftError


def longitude_latitude(grid: Grid, rows, cols) -> tuple[np.ndarray, np.ndarray]:
    """Degrees of pixel centres, shape (row, column) each.

    Parameters
    ----------
    grid : Grid
    rows, cols : ndarray of int
        Of a rectangle of pixels.

    Raises
    ------
    GroundshiftError
        If the grid has no coordinate system.
    """
    if not grid.crs:
        raise GroundshiftError(
            "The series has no coordinate system, so a weather model cannot be laid over it; "
            "geocode it first."
        )
    x, y = grid.xy(*np.meshgrid(rows.astype(float), cols.astype(float), indexing="ij"))
    if is_geographic(grid.crs):
        return x, y
    from pyproj import Transformer

    return Transformer.from_crs(grid.crs, 4326, always_xy=True).transform(x, y)


def bilinear(table, row, col) -> np.ndarray:
    """Bilinear interpolation; NaN outside of the table and beside missing values.

    Parameters
    ----------
    table : ndarray, shape (..., row, column)
    row, col : ndarray
        Fractional indices, of one shape.

    Returns
    -------
    ndarray of float32, shape (..., *shape of row)
    """
    height, width = table.shape[-2:]
    inside = (row >= 0) & (row <= height - 1) & (col >= 0) & (col <= width - 1)
    top = np.clip(row.astype(int), 0, max(height - 2, 0))
    left = np.clip(col.astype(int), 0, max(width - 2, 0))
    down, right = np.minimum(top + 1, height - 1), np.minimum(left + 1, width - 1)
    v, u = (row - top).astype(np.float32), (col - left).astype(np.float32)
    values = (
        table[..., top, left] * ((1 - v) * (1 - u)) + table[..., top, right] * ((1 - v) * u)
        + table[..., down, left] * (v * (1 - u)) + table[..., down, right] * (v * u)
    )  # fmt: skip
    return np.where(inside, values, np.float32(np.nan)).astype(np.float32)
