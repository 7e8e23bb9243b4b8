# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the radar sees, by windows: computed on the way, or from rasters of the tool visibility."""

from __future__ import annotations

import numpy as np

from ...data.axes import ground_axes
from ...data.grid import Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.look_angles import LookSource, read_look
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import same_grid
from ..visibility import bytes_per_pixel, look_from, reach

BANDS = ("r_index", "local_incidence_deg")
SHADOW_FROM = 90.0


class Computed:
    """Visibility computed on the way.

    Parameters
    ----------
    path : path
        Elevation model.
    look : LookSource
    job : Job
    stack : ExitStack
    """

    def __init__(self, path, look: LookSource, job, stack):
        self._dem = stack.enter_context(Elevation(path))
        self.grid = self._dem.grid
        low, high = self._dem.extremes(job)
        lattice = ground_axes(self.grid).joined(read_look(look, self.grid, job.note))
        margin = reach(high - low, lattice)
        self.rays = {"margin": margin, "lattices": [lattice]}
        self.bytes_per_pixel = bytes_per_pixel(self.grid, margin)

    def read(self, window: Window):
        """What :func:`seen` takes."""
        return window, self._dem.read(window, self.rays["margin"])


class Measured:
    """Visibility from the rasters of the tool of that name.

    Parameters
    ----------
    measures : path
        With the bands ``r_index`` and ``local_incidence_deg``.
    classes : path or None
        Visibility classes on the same grid. Without, layover and shadow by a cell's own slope alone
        are known.
    stack : ExitStack
    """

    rays, bytes_per_pixel = None, 16.0

    def __init__(self, measures, classes, stack):
        info = describe(measures)
        if not info.grid.crs:
            raise GroundshiftError(f"{measures}: the raster has no CRS; assign the right one.")
        dataset = open_raster(measures)
        names = [dataset.GetRasterBand(k + 1).GetDescription() for k in range(info.bands)]
        missing = [name for name in BANDS if name not in names]
        if missing:
            raise GroundshiftError(
                f"{measures}: has no band {' and no band '.join(missing)}; give the geometry "
                "measures that the tool visibility writes."
            )
        self.grid, self._classes = info.grid, None
        bands = [Band(str(measures), names.index(name) + 1, info.nodata) for name in BANDS]
        self._bands = [stack.enter_context(RasterSource(band)) for band in bands]
        if classes is not None:
            other = describe(classes)
            if not same_grid(other.grid, info.grid):
                raise GroundshiftError(
                    f"{classes}: lies on another grid than {measures}; give both from the same "
                    "run of the tool visibility."
                )
            band = Band(str(classes), nodata=other.nodata)
            self._classes = stack.enter_context(RasterSource(band))

    def read(self, window: Window):
        """What :func:`seen` takes."""
        r_index, local = (band.read(window) for band in self._bands)
        if self._classes is None:
            return r_index, (r_index > 0) & (local < SHADOW_FROM)
        return r_index, np.nan_to_num(self._classes.read(window)).astype(np.uint8)


def seen(block, rays) -> tuple:
    """R index of a block that was read, and what is visible of it."""
    if rays is None:
        return block
    (found,) = look_from(block, **rays)
    return found.r_index, found.classes
