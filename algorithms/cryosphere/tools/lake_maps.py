# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lakes and maps of motion on one grid."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.quantities import check_raster
from ...formats.raster_source import RasterSource, band_with, describe
from ...formats.regrid import on_grid
from ...formats.vectors.features import read_polygons
from ...formats.vectors.patches import patches_of
from ...formats.vectors.shapes import areas_of, middles_of
from ...formats.vectors.wkb import polygon_wkb


class Maps(contextlib.ExitStack):
    """Rate and amplitude on the rate's grid."""

    def __init__(self, chosen, job):
        super().__init__()
        info = describe(chosen.rate)
        check_raster(chosen.rate)
        self.grid, self.names = info.grid, ["rate"]
        if not self.grid.crs:
            chosen.refuse("rate", f"{chosen.rate} has no CRS; assign the right one.")
        opened = [self._open(info, 1)]
        if chosen.amplitude is not None:
            other = describe(chosen.amplitude)
            source = self._open(other, band_with(chosen.amplitude, "amplitude"))
            path = chosen.amplitude
            opened.append(on_grid(source, other.grid, self.grid, "bilinear", path))
            self.names.append("amplitude")
        self._sources = opened
        job.note(f"Motion by cell: means of {' and '.join(self.names)} over land.")

    def _open(self, info, index):
        return self.enter_context(RasterSource(Band(info.path, index, nodata=info.nodata)))

    def read(self, window: Window) -> list:
        """Both, of a window."""
        return [source.read(window) for source in self._sources]


class Lakes:
    """Lakes of a layer or a mask, on a grid.

    Attributes
    ----------
    path : str
    inexact : int
        Lakes smaller than two pixels.
    """

    def __init__(self, chosen, grid, pixel, job):
        self._grid = grid
        if chosen.lakes is not None:
            found = read_polygons(*chosen.lakes, to_crs=grid.crs)
            for text in found.notes():
                job.note(text)
            self.path, wkb = found.path, list(found.wkb)
        else:
            self.path, wkb = str(chosen.water), self._of_mask(chosen, job)
        x0, dx, _, y0, _, dy = grid.transform
        scale = pixel[0] * pixel[1] / abs(dx * dy)
        areas, middles = areas_of(wkb), middles_of(wkb)
        keep = areas * scale >= chosen.min_lake
        if not keep.any():
            raise GroundshiftError(
                f"{self.path}: holds no lake of {chosen.min_lake:g} m² and more; give another "
                "layer, or lower it (MIN_LAKE)."
            )
        self._middles = middles[keep]
        self.inexact = int((areas[keep] * scale < 2 * pixel[0] * pixel[1]).sum())
        self._mask = PolygonMask([shape for shape, good in zip(wkb, keep) if good], grid)

    def _of_mask(self, chosen, job):
        """Outlines of the water of a mask, on the rate's grid."""
        info = describe(chosen.water)
        water = np.zeros(self._grid.shape, np.int16)

        def read(window):
            return source.read(window)

        def write(window, values):
            with np.errstate(invalid="ignore"):
                wet = values > 0 if chosen.water_value is None else values == chosen.water_value
            water[window.slices] = wet

        with RasterSource(Band(info.path, 1, nodata=info.nodata)) as raster:
            source = on_grid(raster, info.grid, self._grid, "near", chosen.water)
            job.part(0.0, 0.1).blocks(lambda block: block, read, write, self._grid, 16.0)
        if not water.any():
            chosen.refuse(
                "water_value" if chosen.water_value is not None else "water",
                f"{chosen.water} holds no water on the map of rates; give another mask or value.",
            )  # fmt: skip
        return patches_of(water, self._grid, 1)[0]

    def water(self, window) -> np.ndarray:
        """Pixels of lakes, bool."""
        return self._mask.read(window)

    def middles(self) -> tuple:
        """Rows and columns of the lakes' middles, in pixels."""
        x0, dx, _, y0, _, dy = self._grid.transform
        return (self._middles[:, 1] - y0) / dy, (self._middles[:, 0] - x0) / dx


def cell_shapes(grid, cells, places) -> list:
    """Outlines of cells as WKB."""
    x0, dx, _, y0, _, dy = grid.transform
    down, across = cells.size
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], float) * (across * dx, down * dy)
    return [
        polygon_wkb([(x0 + col * across * dx, y0 + row * down * dy) + corners])
        for row, col in places
    ]
