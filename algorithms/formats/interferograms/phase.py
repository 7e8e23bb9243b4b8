# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase of one interferogram in a raster: radians, wrapped or not, or complex numbers."""

from __future__ import annotations

import contextlib
import re

import numpy as np

from ...data.grid import Window
from ...data.product import Band
from ...errors import GroundshiftError
from ..quantities import PHASE, PHASES, check_raster
from ..raster_source import RasterSource, describe
from ..rasters import gdal_errors

LARGEST = 2.0 * np.pi + 0.01  # some write 0 to 2 pi
LENGTHS = ("m", "metre", "meter", "mm", "cm", "millimetre", "millimeter")
ZERO_SHARE = 0.01  # of exact zeros, above which they are no data


class PhaseRaster(contextlib.AbstractContextManager):
    """Reads windows of a raster of phase.

    Parameters
    ----------
    path : path

    Raises
    ------
    GroundshiftError
        If it cannot be read, or says that it holds something else.
    """

    def __init__(self, path):
        info = describe(path)
        self.path, self.grid = path, info.grid
        self._complex = info.dtype.startswith("complex")
        if info.unit.lower() in LENGTHS:
            raise GroundshiftError(
                f"{path}: is in {info.unit}, not in radians; give the phase of an interferogram."
            )
        if not self._complex:
            check_raster(path, PHASE, also=PHASES)
        self._band = Band(str(path), nodata=info.nodata)
        self._zero_is_void = zeros_are_void([self._band], info)
        self._source = None if self._complex else RasterSource(self._band)
        sample = np.zeros(1) if self._complex else self._source.sample()
        if not np.isfinite(sample).any():
            raise GroundshiftError(f"{path}: holds no phase, only gaps; choose another file.")
        self.wrapped = bool(np.nanmax(np.abs(sample)) <= LARGEST)

    def __exit__(self, *details):
        if self._source is not None:
            self._source.__exit__(*details)

    def read(self, window: Window) -> np.ndarray:
        """Radians of a window, NaN for no data; the argument of complex numbers."""
        phase = phase_window(self._band, window) if self._complex else self._source.read(window)
        if self._zero_is_void:
            phase[phase == 0] = np.nan
        return phase


def zeros_are_void(bands, info) -> bool:
    """Whether undeclared zeros are too many for chance; always for complex numbers."""
    if info.dtype.startswith("complex"):
        return True
    if info.nodata:
        return False
    zeros = total = 0
    for band in bands:
        with RasterSource(band) as source:
            values = source.sample()
        zeros += int((values == 0).sum())
        total += values.size
    return zeros > ZERO_SHARE * total


def phase_window(band: Band, window: Window) -> np.ndarray:
    """A window of phase; the argument where the raster holds complex numbers."""
    if not describe(band.path).dtype.startswith("complex"):
        with RasterSource(band) as raster:
            return raster.read(window)
    with gdal_errors() as gdal:
        try:
            dataset = gdal.Open(band.path)
            place = map(int, (window.col, window.row, window.width, window.height))
            values = dataset.GetRasterBand(band.index).ReadAsArray(*place)
        except RuntimeError as error:
            reason = re.sub(r"\s+", " ", str(error))
            raise GroundshiftError(
                f"{band.path}: its pixels cannot be read ({reason}); get the file again."
            ) from error
    phase = np.angle(values).astype(np.float32)
    phase[(values == 0) | ~np.isfinite(values)] = np.nan
    return phase
