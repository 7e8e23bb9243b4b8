# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Afterslip against the coseismic step, which is in the model or in a raster."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.quantities import check_raster
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import same_grid
from ..motion import model_bands
from ..postseismic import mechanism_classes


class Mechanism(contextlib.ExitStack):
    """Classes of a fitted model's blocks.

    Parameters
    ----------
    model : VelocityModel
    series : TimeSeries
    coseismic : path or None
        Raster of the coseismic displacement and, as its second band, its standard deviation; it
        goes before the step of the model.

    Raises
    ------
    GroundshiftError
        If there is no afterslip, or no coseismic displacement to hold it against.
    """

    def __init__(self, model, series, coseismic=None):
        super().__init__()
        days = [term.date for term in model.known_transients if term.kind == "log10"]
        if not days:
            raise GroundshiftError(
                "Post-seismic mechanism (MECHANISM): there is no afterslip in the model; give the "
                "earthquake's date under Afterslip (AFTERSLIP)."
            )
        names = [name for name, _ in model_bands(model)]
        day = str(days[0]).replace("-", "")
        self._after = names.index(f"afterslip_{day}_mm")
        self._step, self._rasters = None, ()
        if coseismic is not None:
            self._open(coseismic, series)
        elif f"step_{day}_mm" in names:
            self._step = names.index(f"step_{day}_mm")
        else:
            raise GroundshiftError(
                f"Post-seismic mechanism (MECHANISM): no image lies on one side of {days[0]}, so "
                "the series does not show the coseismic step; give a raster of it (COSEISMIC)."
            )

    def _open(self, path, series):
        info = describe(path)
        check_raster(path)
        if not same_grid(info.grid, series.grid):
            raise GroundshiftError(
                f"{path}: lies on another grid than the series; resample it to the series' "
                f"{series.grid.rows} x {series.grid.cols} pixels (gdalwarp)."
            )
        if info.bands < 2:
            raise GroundshiftError(
                f"{path}: has one band, and the second has to be the standard deviation, as "
                "'Coseismic stack' writes it."
            )
        self._rasters = [
            self.enter_context(RasterSource(Band(info.path, band, info.nodata))) for band in (1, 2)
        ]

    def classes(self, window, bands) -> np.ndarray:
        """Classes of a window whose model has these bands, shape (row, column), uint8."""
        if self._step is None:
            before = [raster.read(window) for raster in self._rasters]
        else:
            before = bands[self._step : self._step + 2]
        return mechanism_classes(*before, *bands[self._after : self._after + 2])
