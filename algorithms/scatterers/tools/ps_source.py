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
        self._path, self._grid = Path(path), stack.grid
        self._raster = None
        if self._path.suffix.lower() in RASTERS:
            self._raster = self._open(stack)
            return
        table = read_table(self._path)
        if not {"row", "col"} <= set(table.columns):
            raise GroundshiftError(
                f"{path}: has no fields 'row' and 'col', so its points have no place in the "
                "images; give the points of 'PS candidates' or 'Persistent scatterers'."
            )
        rows, cols = table.numbers("row"), table.numbers("col")
        inside = (rows >= 0) & (rows < stack.grid.rows) & (cols >= 0) & (cols < stack.grid.cols)
        if not inside.all():
            raise GroundshiftError(
                f"{path}: {int((~inside).sum())} of its points lie outside of the "
                f"{stack.grid.rows} x {stack.grid.cols} images; give points of the same stack."
            )
        if "candidate_class" in table.columns:
            stable = table.numbers("candidate_class") >= STABLE
            rows, cols = rows[stable], cols[stable]
        places = np.unique(rows.astype(np.int64) * stack.grid.cols + cols.astype(np.int64))
        self._places = places

    def _open(self, stack):
        with gdal_errors() as gdal:
            try:
                raster = gdal.Open(str(self._path))
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: cannot be read as a raster ({error})."
                ) from error
        size = raster.RasterYSize, raster.RasterXSize
        if size != stack.grid.shape:
            raise GroundshiftError(
                f"{self._path}: its grid is {size[0]}x{size[1]}, the images' is "
                f"{stack.grid.rows}x{stack.grid.cols}; give a mask of the same images, or points."
            )
        return raster

    def read(self, window: Window, margin=(0, 0)) -> np.ndarray:
        """Mask of a window and a margin around it, shape (row, column), bool."""
        down, across = margin
        out = np.zeros((window.height + 2 * down, window.width + 2 * across), bool)
        top, left = max(0, window.row - down), max(0, window.col - across)
        bottom = min(self._grid.rows, window.row + window.height + down)
        right = min(self._grid.cols, window.col + window.width + across)
        at = np.s_[
            top - window.row + down : bottom - window.row + down,
            left - window.col + across : right - window.col + across,
        ]
        if self._raster is None:
            first, last = np.searchsorted(
                self._places, (top * self._grid.cols, bottom * self._grid.cols)
            )
            rows, cols = np.divmod(self._places[first:last], self._grid.cols)
            here = (cols >= left) & (cols < right)
            part = np.zeros((bottom - top, right - left), bool)
            part[rows[here] - top, cols[here] - left] = True
            out[at] = part
            return out
        with gdal_errors():
            band = self._raster.GetRasterBand(1)
            try:
                values = band.ReadAsArray(left, top, right - left, bottom - top)
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: cannot be read to its end ({error}); make it again."
                ) from error
            nodata = band.GetNoDataValue()
        with np.errstate(invalid="ignore"):
            good = values > 0
        if nodata is not None:
            good &= values != nodata
        out[at] = good
        return out
