# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixel offsets as a GeoTIFF a pair.

Bands by name: ``east_m``, ``north_m`` (or ``range_m``, ``azimuth_m``), their standard deviations
``east_std_m``, ``north_std_m``, ``correlation``, ``chip_px``; metadata ``REFERENCE_DATE``,
``SECONDARY_DATE``, ``PLATFORM``, ``COMPONENTS``. Signs and units are those of
:class:`...data.offsets.Offsets`. Tools write it through ``outputs.rasters`` with
``Layer(bands_of(components))`` and ``note_of(...)``.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.dates import parse_date
from ...data.grid import Grid, Window
from ...data.offsets import MAP, RADAR, UNKNOWN_DATE, OffsetBlock, Offsets, bands_of, note_of
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import RasterSource, describe, open_raster
from ..rasters import BandInfo, RasterWriter
from ..regrid import on_grid


def read_offsets(path) -> Offsets:
    """Read what a raster of offsets holds, without its pixels.

    Raises
    ------
    GroundshiftError
        If the file is none, or damaged.
    """
    info = describe(path)
    components = _components(_names(path))
    if components is None:
        raise GroundshiftError(
            f"{path}: has no bands 'east_m' and 'north_m', nor 'range_m' and 'azimuth_m', so it "
            "holds no pixel offsets; make them with 'Offsets of two images' or import them."
        )
    dates = [
        _date(path, name, info.metadata.get(name, ""))
        for name in ("REFERENCE_DATE", "SECONDARY_DATE")
    ]
    return Offsets(Path(path), info.grid, components, *dates, info.metadata.get("PLATFORM", ""))


def is_offsets(path) -> bool:
    """Whether a raster has the bands of offsets."""
    try:
        return _components(_names(path)) is not None
    except GroundshiftError:
        return False


def _names(path) -> list:
    dataset = open_raster(path)
    return [dataset.GetRasterBand(k).GetDescription() for k in range(1, dataset.RasterCount + 1)]


def _components(names):
    for components in (MAP, RADAR):
        if all(f"{name}_m" in names for name in components):
            return components
    return None


def _date(path, name, text) -> np.datetime64:
    if not text.strip():
        return UNKNOWN_DATE
    try:
        return parse_date(text)
    except GroundshiftError as error:
        raise GroundshiftError(f"{path}: its {name} is wrong; {error}") from error


class OffsetReader(contextlib.AbstractContextManager):
    """Reads windows of the offsets of a pair.

    Parameters
    ----------
    offsets : Offsets
    grid : Grid, optional
        Whose windows are asked for; its own without. True east and north are the same in every
        CRS, so that offsets may be resampled.
    layers : sequence of int, optional
        Places of the layers to read (see :func:`...data.offsets.bands_of`) besides the components;
        the others are unknown.
    """

    def __init__(self, offsets: Offsets, grid: Grid | None = None, layers=range(6)):
        self.offsets = offsets
        names, path = _names(offsets.path), offsets.path
        nodata = describe(path).nodata
        self._files = contextlib.ExitStack()
        self._bands = [None] * 6
        for place, (name, _) in enumerate(bands_of(offsets.components)):
            if name in names and (place < 2 or place in layers):
                band = Band(str(path), names.index(name) + 1, nodata)
                source = self._files.enter_context(RasterSource(band))
                if grid is not None:
                    source = on_grid(source, offsets.grid, grid, path=path)
                self._bands[place] = source

    def __exit__(self, *details):
        self._files.__exit__(*details)

    def has_std(self) -> bool:
        """Whether both components have standard deviations, as a sample of its own grid shows."""
        return all(
            isinstance(band, RasterSource) and bool((band.sample(64) > 0).any())
            for band in self._bands[2:4]
        )

    def read(self, window: Window) -> OffsetBlock:
        """A window; what one component lacks, the other one and all other layers lack, too."""
        stacked = np.full((len(self._bands), window.height, window.width), np.nan, np.float32)
        for layer, band in zip(stacked, self._bands):
            if band is not None:
                layer[:] = band.read(window)
        stacked[:, ~np.isfinite(stacked[:2]).all(axis=0)] = np.nan
        return OffsetBlock.of(stacked)


def write_offsets(path, offsets: Offsets, block: OffsetBlock) -> None:
    """Write a whole raster of offsets at once; its own path is not looked at.

    Parameters
    ----------
    path : path
    offsets : Offsets
    block : OffsetBlock
        Of the whole grid.
    """
    grid: Grid = offsets.grid
    bands = [BandInfo(*band) for band in bands_of(offsets.components)]
    note = note_of(offsets.components, offsets.reference, offsets.secondary, offsets.platform)
    with RasterWriter(path, grid, bands, metadata=note) as raster:
        raster.write(Window(0, 0, grid.rows, grid.cols), block.stacked())
