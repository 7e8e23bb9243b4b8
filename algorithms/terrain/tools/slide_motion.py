# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion and height of the ground by windows of one grid, from rasters of any."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.product import Band
from ...data.relief import margin_of, pixel_gradients
from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.offsets.offset_raster import is_offsets, read_offsets
from ...formats.quantities import check_raster
from ...formats.raster_rates import unit_scale
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import on_grid
from ..thickness import rise, steps_by_year


class Motion:
    """The rasters of a run, read by windows of one grid.

    Parameters
    ----------
    chosen : SlideThickness
    files : ExitStack
        That closes them.
    """

    def __init__(self, chosen, files):
        self._smoothing = chosen.smoothing
        self._readers = {}
        given = {"east": (chosen.east, 1), "north": (chosen.north, 1)}
        years = chosen.years
        if is_offsets(chosen.east):
            offsets = read_offsets(chosen.east)
            if "east" not in offsets.components:
                raise GroundshiftError(
                    f"{chosen.east}: holds offsets along range and azimuth; take them to east and "
                    "north first."
                )
            names = _band_names(chosen.east)
            given = {
                name: (chosen.east, 1 + names.index(f"{name}_m")) for name in ("east", "north")
            }
            # Negative where the secondary image is the earlier one, as are its offsets then.
            years = chosen.years or offsets.years
            if not years or np.isnan(years):
                chosen.refuse("years", "is missing, and the offsets have no dates.")
        elif chosen.north is None:
            chosen.refuse("north", "is missing.")
        self._rises_in_place = chosen.surface is not None
        given["up"] = (chosen.surface if self._rises_in_place else chosen.up), 1
        for name, (path, band) in given.items():
            info = describe(path)
            if not info.grid.crs:
                raise GroundshiftError(f"{path}: has no CRS; assign the right one.")
            scale = _scale_of(path, band, chosen.unit, years)
            source = files.enter_context(
                RasterSource(Band(str(path), band, nodata=info.nodata, scale=scale))
            )
            self._readers[name] = source, info.grid, path
        self.grid = self._readers["east"][1]
        dem = files.enter_context(Elevation(chosen.dem))
        self._readers["dem"] = dem, dem.grid, chosen.dem
        self._on = {}

    def onto(self, grid):
        """Read on this grid from now on."""
        self._on = {
            name: on_grid(source, own, grid, "cubic" if name == "dem" else "bilinear", path)
            for name, (source, own, path) in self._readers.items()
        }

    def read(self, window, axes):
        """Steps a year, rise of the surface, heights, and where all is known, of a window."""
        sigma = (self._smoothing, self._smoothing)
        down, across = margin_of(sigma)
        around = Window(
            window.row - down, window.col - across, window.height + 2 * down,
            window.width + 2 * across,
        )  # fmt: skip
        height = self._on["dem"].read(around)
        gradient = pixel_gradients(height, sigma)
        east, north, up = (
            self._on[name].read(window).astype(float) for name in ("east", "north", "up")
        )
        steps = steps_by_year(east, north, axes)
        rising = up if self._rises_in_place else rise(up, steps, gradient)
        height = height[down : down + window.height, across : across + window.width]
        return steps, rising, height, np.isfinite(steps).all(axis=0) & np.isfinite(rising)


def _band_names(path):
    dataset = open_raster(path)
    return [dataset.GetRasterBand(k).GetDescription() for k in range(1, dataset.RasterCount + 1)]


def _scale_of(path, band, given, years):
    """From a raster's numbers to m/yr."""
    check_raster(path, index=band)
    dataset = open_raster(path)
    own = dataset.GetRasterBand(band)
    unit = own.GetUnitType() or own.GetDescription()
    is_rate = any(word in unit.lower() for word in ("yr", "year", "/a"))
    return unit_scale(unit, given) / (1.0 if is_rate or not years else years)
