# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of backscatter in a folder, read by windows in dB."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.dates import dates_in
from ...data.product import Band
from ...errors import GroundshiftError, counted
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import check_same

SUFFIXES = ".tif", ".tiff", ".vrt", ".img"
MOST_DB = 40.0  # of calibrated backscatter: more are digital numbers


def rasters_in(folder, pattern: str) -> list:
    """Paths of a folder's rasters, in order."""
    files = Path(folder).glob(pattern.strip() or "*")
    return sorted(path for path in files if path.suffix.lower() in SUFFIXES and path.is_file())


class Backscatter(contextlib.AbstractContextManager):
    """Rasters that are open, and their unit.

    Parameters
    ----------
    paths : list of path
    asked : BackscatterAsked
    job : Job

    Attributes
    ----------
    infos : list of RasterInfo
    linear : bool
        Whether the files hold power.

    Raises
    ------
    GroundshiftError
        If there is no backscatter in them.
    """

    def __init__(self, paths, asked, job):
        self.paths = paths
        self.infos = [describe(path) for path in paths]
        bands = [Band(str(path), nodata=info.nodata) for path, info in zip(paths, self.infos)]
        self._files = contextlib.ExitStack()
        self._sources = [self._files.enter_context(RasterSource(band)) for band in bands]
        self.linear = self._is_linear(asked, job)

    def _is_linear(self, asked, job) -> bool:
        some = self._sources[:: max(1, len(self._sources) // 5)]
        known = np.concatenate([part[np.isfinite(part)] for part in (s.sample(200) for s in some)])
        if not known.size:
            raise GroundshiftError(f"{asked.folder}: holds no data; choose other rasters.")
        lowest, highest = known.min(), known.max()
        if asked.unit == "linear" and lowest < 0:
            raise GroundshiftError(
                f"{asked.folder}: has values below 0, so they are no linear power; give dB (UNIT)."
            )
        linear = asked.unit == "linear" or (asked.unit == "auto" and lowest >= 0)
        top = 10 * np.log10(highest) if linear and highest > 0 else highest
        if top > MOST_DB:
            raise GroundshiftError(
                f"{asked.folder}: reaches {highest:.3g}, which is no backscatter but digital "
                "numbers; calibrate the images first, or give the unit (UNIT)."
            )
        if linear:
            job.note("The values are linear power, 0 for no data; they are taken to dB.")
        return linear

    def read_one(self, number: int, window) -> np.ndarray:
        """Backscatter of a raster's window in dB, shape (row, column)."""
        values = self._sources[number].read(window)
        if self.linear:
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(values > 0, 10 * np.log10(values), np.float32(np.nan))
        return values

    def __exit__(self, *details):
        return self._files.__exit__(*details)


class BackscatterSeries(Backscatter):
    """The series of a folder, a date each on one grid.

    Parameters
    ----------
    asked : BackscatterAsked
    job : Job

    Attributes
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    grid : Grid

    Raises
    ------
    GroundshiftError
        If there are no rasters with dates, two of one date, or other grids.
    """

    def __init__(self, asked, job):
        dated = {}
        undated = []
        for path in rasters_in(asked.folder, asked.pattern):
            days = set(dates_in(path.stem))
            if len(days) != 1:
                undated.append(path.name)
                continue
            day = days.pop()
            if day in dated:
                raise GroundshiftError(
                    f"{path.name}: has the date of {dated[day].name}; leave one of them out, or "
                    "choose one orbit and polarisation by the pattern (PATTERN)."
                )
            dated[day] = path
        if len(dated) < 2:
            raise GroundshiftError(
                f"{asked.folder}: holds {counted(len(dated), 'raster')} with one date in the name; "
                "give a folder of GeoTIFFs such as s1_20200105_hh.tif."
            )
        if undated:
            job.note(f"{counted(len(undated), 'raster')} without a date: {undated[:3]}.")
        self.dates = np.array(sorted(dated), "datetime64[D]")
        super().__init__([dated[day] for day in self.dates], asked, job)
        self.grid = self.infos[0].grid
        for path, info in zip(self.paths, self.infos):
            check_same(info.grid, self.grid, path)

    def read(self, window) -> np.ndarray:
        """Backscatter of a window in dB, shape (time, row, column)."""
        return np.stack([self.read_one(k, window) for k in range(len(self.paths))])
