# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers that are known already, as a mask on the grid of a stack of images."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.grid import Window
from ...data.slc import SlcStack
from ...errors import GroundshiftError
from ...formats.rasters import gdal_errors
from ...formats.vectors.tables import read_table

RASTERS = (".tif", ".tiff", ".vrt", ".img")
STRIP = 256  # rows of a raster that are read at a time
STABLE = 2
"""The class of 'PS candidates' that stands for stable pixels."""


class PersistentSource:
    """Says which pixels of a window are persistent scatterers.

    Parameters
    ----------
    path : path
        A layer of points with the fields ``row`` and ``col`` in the stack, as 'PS candidates' and
        'Persistent scatterers' write it (with ``candidate_class``: only stable ones), or a raster
        on the stack's grid in which they are above 0.
    stack : SlcStack

    Raises
    ------
    GroundshiftError
        If the file does not go with the stack.
    """

    def __init__(self, path, stack: SlcStack):
        self._grid = stack.grid
        read = _of_raster if Path(path).suffix.lower() in RASTERS else _of_points
        self._places = read(Path(path), stack.grid)

    def read(self, window: Window, margin=(0, 0)) -> np.ndarray:
        """Mask of a window and a margin around it, shape (row, column), bool."""
        down, across = margin
        out = np.zeros((window.height + 2 * down, window.width + 2 * across), bool)
        top, left = max(0, window.row - down), window.col - across
        bottom = min(self._grid.rows, window.row + window.height + down)
        first, last = np.searchsorted(
            self._places, (top * self._grid.cols, bottom * self._grid.cols)
        )
        rows, cols = np.divmod(self._places[first:last], self._grid.cols)
        here = (cols >= left) & (cols < left + out.shape[1])
        out[rows[here] - window.row + down, cols[here] - left] = True
        return out


def _of_points(path, grid) -> np.ndarray:
    """Places of the points of a layer in the flat grid, sorted."""
    table = read_table(path)
    if not {"row", "col"} <= set(table.columns):
        raise GroundshiftError(
            f"{path}: has no fields 'row' and 'col', so its points have no place in the "
            "images; give the points of 'PS candidates' or 'Persistent scatterers'."
        )
    rows, cols = table.numbers("row"), table.numbers("col")
    inside = (rows >= 0) & (rows < grid.rows) & (cols >= 0) & (cols < grid.cols)
    if not inside.all():
        raise GroundshiftError(
            f"{path}: {int((~inside).sum())} of its points lie outside of the "
            f"{grid.rows} x {grid.cols} images; give points of the same stack."
        )
    if "candidate_class" in table.columns:
        stable = table.numbers("candidate_class") >= STABLE
        rows, cols = rows[stable], cols[stable]
    return np.unique(rows.astype(np.int64) * grid.cols + cols.astype(np.int64))


def _of_raster(path, grid) -> np.ndarray:
    """Places of the pixels above 0 in the flat grid, sorted."""
    with gdal_errors() as gdal:
        try:
            raster = gdal.Open(str(path))
        except RuntimeError as error:
            raise GroundshiftError(f"{path}: cannot be read as a raster ({error}).") from error
        size = raster.RasterYSize, raster.RasterXSize
        if size != grid.shape:
            raise GroundshiftError(
                f"{path}: its grid is {size[0]}x{size[1]}, the images' is "
                f"{grid.rows}x{grid.cols}; give a mask of the same images, or points."
            )
        band, found = raster.GetRasterBand(1), []
        nodata = band.GetNoDataValue()
        for row in range(0, grid.rows, STRIP):
            try:
                values = band.ReadAsArray(0, row, grid.cols, min(STRIP, grid.rows - row))
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{path}: cannot be read to its end ({error}); make it again."
                ) from error
            with np.errstate(invalid="ignore"):
                found.append(np.flatnonzero((values > 0) & (values != nodata)) + row * grid.cols)
    return np.concatenate(found)
