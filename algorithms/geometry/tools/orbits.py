# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tracks of several orbits, points or rasters, read by windows of one common grid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...errors import GroundshiftError, counted
from ...formats.common_grid import CellMedians
from ...formats.look_angles import LookSource, read_look
from ...formats.measurements import RateLayer, measurements_of
from ...formats.point_look import look_at_points
from ...formats.raster_rates import open_rates
from ...formats.raster_source import describe
from ...formats.regrid import OverlapMeans, on_grid, shift_between
from ...formats.vectors.tables import read_table
from ..common_span import rates_over
from ..decomposition import along_track

KINDS = ("los", "azimuth", "north")
DATES = ("FIRST_DATE", "LAST_DATE")
"""Metadata of our rasters: the span of their rates."""

LEAST_STD = 1e-6
"""Metres (a year): rates of series without any noise have none, which is no weight."""


@dataclass(frozen=True)
class Track:
    """What one orbit (or GNSS) says of the motion.

    Parameters
    ----------
    source : RateLayer
        Rates, or displacements, along the direction of `kind`.
    kind : str
        ``los``: towards the satellite; ``azimuth``: along its flight; ``north``.
    look : LookSource or None
        None for points that know theirs, and for north.
    std : float
        Standard deviation in metres (a year) where the source has none.
    """

    source: RateLayer
    kind: str = "los"
    look: LookSource | None = None
    std: float = 1e-3

    @property
    def name(self) -> str:
        """File name."""
        return Path(str(self.source.path)).name


class RasterTrack:
    """A track in a raster.

    Parameters
    ----------
    track : Track
    """

    def __init__(self, track: Track):
        self.track = track
        self.grid, self._reader, _ = open_rates(track.source)
        map_grid(self.grid, track.source.path)
        self.sources = self._reader.sources
        self.span, self.pixels_per_cell = _span(track.source.path), 1.0
        self.notes = []

    def place(self, target: Grid, log) -> None:
        """Make it readable on a common grid."""
        once = _Once(_Filled(self._reader, self.track.std))
        path = self.track.source.path
        if shift_between(self.grid, target) is not None:
            halves = [on_grid(_Half(once, k), self.grid, target, path=path) for k in (0, 1)]
            self._layers = lambda window: [half.read(window).astype(float) for half in halves]
        else:
            means = OverlapMeans(once, self.grid, target)
            self._layers, self.pixels_per_cell = means.read, means.pixels_per_cell
            log(
                f"{self.track.name}: its pixels do not line up with the common grid, so every "
                "cell takes their mean, weighted by the area that they share with it and by "
                "1/σ², without pixels over five deviations off; its standard deviation is that "
                "of the mean, for errors that are independent from pixel to pixel."
            )
        self._lattice = None
        if self.track.kind != "north":
            self._lattice = read_look(complete_look(self.track.look, path), target, log)

    def read(self, window: Window) -> tuple:
        """Motion, standard deviation and unit vectors (3, row, column) of a window; metres."""
        rate, std = self._layers(window)
        look = None
        if self._lattice is not None:
            look = np.moveaxis(self._lattice.block(window), -1, 0)
        return _observed(self.track, rate, std, look)


class PointTrack:
    """A track in a layer of points.

    Parameters
    ----------
    track : Track
    least : int
        Fewest points in a cell.
    log : callable
    """

    sources = ()

    def __init__(self, track: Track, least: int, log):
        self.track, self._least = track, least
        self._table = read_table(track.source.path, track.source.layer)
        self._measured, self.notes = measurements_of(self._table, track.source)
        self._rate, self._std = self._measured.rate[:, 0], self._measured.std[:, 0]
        if track.kind != "north":
            self._los = look_at_points(self._table, track.look, log)
        self.dates, self.span = self._measured.dates, None
        if self.dates is not None and len(self.dates):
            self.span = self.dates[0], self.dates[-1]
            if not np.isfinite(self._rate).any():
                self.fit(*self.span)

    @property
    def place_of_points(self):
        """CRS and extent."""
        x, y = self._table.x, self._table.y
        return self._table.crs, (x.min(), y.min(), x.max(), y.max())

    def fit(self, first, last) -> None:
        """Replace the rates by those of the series in a span of time."""
        self._rate, self._std = rates_over(
            self.dates, self._measured.series[:, 0], first, last
        )  # fmt: skip
        if not np.isfinite(self._rate).any():
            raise GroundshiftError(
                f"{self._table.path}: has fewer than three dates from {first} to {last}, so no "
                "rate can be fitted there; leave the common span out."
            )

    def place(self, target: Grid, log) -> None:
        """Take the medians in the cells of a common grid."""
        columns = [self._rate, self._std]
        if self.track.kind != "north":
            columns += [self._los.east, self._los.north, self._los.up]
        table = self._table
        self._cells = CellMedians(
            target, table.crs, table.x, table.y, np.stack(columns), self._least
        )
        if not self._cells.filled:
            raise GroundshiftError(
                f"{table.path}: no cell holds {counted(self._least, 'point')} with a value; give "
                "larger cells."
            )

    def read(self, window: Window) -> tuple:
        """See :meth:`RasterTrack.read`."""
        rate, std, *look = self._cells.read(window)
        if look:
            look = np.stack(look)
            with np.errstate(invalid="ignore"):
                look /= np.linalg.norm(look, axis=0)
        return _observed(self.track, rate, std, look if len(look) else None)


def open_track(track: Track, least: int, log):
    """A :class:`RasterTrack` or :class:`PointTrack`."""
    opened = RasterTrack(track) if track.source.raster else PointTrack(track, least, log)
    for text in opened.notes:
        log(text)
    return opened


class _Filled:
    """Rate and standard deviation, the track's own where pixels have none."""

    def __init__(self, reader, std):
        self._reader, self._std = reader, std

    def read(self, window: Window):
        rate, std = self._reader.read(window)
        return np.stack([rate, _usable(rate, std, self._std)])


class _Once:
    """Keeps the last window, which is asked for by both halves."""

    def __init__(self, reader):
        self._reader, self._last = reader, (None, None)

    def read(self, window: Window):
        if self._last[0] != window:
            self._last = window, self._reader.read(window)
        return self._last[1]


class _Half:
    """Rate or standard deviation alone, as shifting takes one band at a time."""

    def __init__(self, reader, number):
        self._reader, self._number = reader, number

    def read(self, window: Window) -> np.ndarray:
        return self._reader.read(window)[self._number].astype(np.float32)


def map_grid(grid: Grid, path) -> None:
    """Refuse a raster's grid that is not on a map, north up."""
    if not grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    if grid.transform[2] or grid.transform[4]:
        raise GroundshiftError(
            f"{path}: the raster is rotated against its coordinate axes; warp it north-up "
            "(gdalwarp) first."
        )


def complete_look(look: LookSource | None, path) -> LookSource:
    """A look; refused where that of rates is not known."""
    if look is None or not look.is_complete:
        raise GroundshiftError(
            f"{path}: its line of sight is not known; give incidence and heading, a geometry file "
            "or a raster of the line of sight."
        )
    return look


def _usable(rate, std, default):
    """Standard deviations that can be weights wherever there is a rate."""
    std = np.where(np.isfinite(rate) & ~(std > 0), default, std)
    return np.maximum(std, LEAST_STD)


def _observed(track, rate, std, look):
    if track.source.away:
        rate = -rate
    std = _usable(rate, std, track.std)
    if track.kind == "north":
        vectors = np.zeros((3, *rate.shape))
        vectors[1] = 1.0
    elif track.kind == "azimuth":
        vectors = along_track(look, track.look is not None and track.look.left_looking)
    else:
        vectors = look
    return rate, std, vectors


def _span(path):
    """First and last date that a raster's metadata tell, or None."""
    try:
        metadata = describe(path).metadata
    except GroundshiftError:  # LiCSBAS' files have no header
        return None
    if not all(name in metadata for name in DATES):
        return None
    try:
        return tuple(np.datetime64(metadata[name], "D") for name in DATES)
    except ValueError:
        return None
