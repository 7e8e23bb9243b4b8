# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement series of several orbits or components on one common grid, and files of the result.

HDF5 in MintPy's layout, or LiCSBAS' ``cum.h5``. Standard deviations are those of the file
(``timeseriesStd``, or the diagonal of ``seriesCovariance``), or the user's.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Grid, Window
from ..data.stack import reference_pixel
from ..errors import GroundshiftError
from .atomic import check_free_space
from .common_grid import choose_grid
from .hdf5.licsbas import LicsbasReader, is_licsbas_series, read_licsbas_series
from .hdf5.stacks import TimeSeriesReader, TimeSeriesWriter, read_timeseries
from .look_angles import LookSource, read_look
from .regrid import on_grid, same_grid

KINDS = ("los", "azimuth", "east", "north", "up")
OF_COMPONENT = {"range": "los"}
STD = "timeseriesStd"


@dataclass(frozen=True)
class SeriesSource:
    """A series and what it is along.

    Parameters
    ----------
    path : Path
    look : LookSource or None
        For ``los`` and ``azimuth``.
    std : float
        Metres, where the file has none.
    kind : str
        Of :data:`KINDS`; empty for what the file says, else ``los``.
    """

    path: Path
    look: LookSource | None
    std: float
    kind: str = ""


class SeriesTrack(contextlib.ExitStack):
    """A series that is read by windows of a common grid.

    Parameters
    ----------
    source : SeriesSource

    Raises
    ------
    GroundshiftError
        If the file is no series on a map, or its direction is not known.
    """

    def __init__(self, source: SeriesSource):
        super().__init__()
        self.source = source
        licsbas = is_licsbas_series(source.path)
        self.series = (read_licsbas_series if licsbas else read_timeseries)(source.path)
        self.grid, self.dates, self.name = self.series.grid, self.series.dates, source.path.name
        if not self.grid.crs:
            raise GroundshiftError(
                f"{source.path}: the series is in radar coordinates; geocode it first."
            )
        if len(self.dates) < 2:
            raise GroundshiftError(f"{source.path}: has one date, and a series needs two.")
        own = self.series.attributes.get("COMPONENT", "").lower()
        self.kind = source.kind or OF_COMPONENT.get(own, own) or "los"
        if self.kind not in KINDS:
            raise GroundshiftError(
                f"{source.path}: says that it holds '{own}', which is none of {', '.join(KINDS)}; "
                "choose what it is along."
            )
        if self.kind in ("los", "azimuth") and (source.look is None or not source.look.is_complete):
            raise GroundshiftError(
                f"{source.path}: its line of sight is not known; give incidence and heading, a "
                "geometry file or a raster of the line of sight."
            )
        self._reader = self.enter_context(
            (LicsbasReader if licsbas else TimeSeriesReader)(self.series)
        )
        self.sources = self._reader.sources
        own_datum = self.series.attributes.get("GAP") == "own_datum"
        if own_datum and self._reader.table("networkPart") is not None:
            raise GroundshiftError(
                f"{source.path}: parts of it that no pair joins begin at zero each (GAP = "
                "own_datum), so its dates are on no common datum; make it with joint_rate or "
                "largest."
            )
        table = self._reader.table("seriesCovariance")
        self._by_date = np.full(len(self.dates), source.std)
        if table is not None:
            self._by_date = np.sqrt(np.maximum(np.diag(table), 0.0))
        self.has_std = not licsbas and self._reader.has_pages(STD)
        self.std_is_given = not self.has_std and table is None
        self._at = reference_pixel(self.series)

    def place(self, target: Grid, log) -> None:
        """Make it readable by windows of a grid."""
        self._pages = None
        if not same_grid(self.grid, target):
            functions = (self._values, self._deviations)[: 1 + self.has_std]
            pages = [
                _Page(once, k) for once in map(_Once, functions) for k in range(len(self.dates))
            ]
            path = self.source.path
            self._pages = [on_grid(page, self.grid, target, path=path) for page in pages]
            log(f"{self.name}: put on the common grid of {target.rows}x{target.cols} pixels.")
        self._lattice = None
        if self.kind in ("los", "azimuth"):
            self._lattice = read_look(self.source.look, target, log)

    def read(self, window: Window) -> tuple:
        """Displacement and standard deviation (time, row, column), and the look vectors or None."""
        count = len(self.dates)
        if self._pages is None:
            values = self._values(window)
            std = self._deviations(window) if self.has_std else None
        else:
            both = np.stack([page.read(window) for page in self._pages])
            values, std = both[:count], both[count:] if self.has_std else None
        if std is None:
            std = np.broadcast_to(self._by_date[:, None, None], values.shape)
        look = None
        if self._lattice is not None:
            look = np.moveaxis(self._lattice.block(window), -1, 0)
        return values, std, look

    def _values(self, window):
        """Metres; 0 on all dates is no data but at the reference, as MintPy leaves it."""
        values = self._reader.read(window)
        void = ~(values != 0).any(axis=0)
        if self._at is not None:
            row, col = self._at[0] - window.row, self._at[1] - window.col
            if 0 <= row < window.height and 0 <= col < window.width:
                void[row, col] = False
        values[:, void] = np.nan
        return values

    def _deviations(self, window):
        return self._reader.pages(STD, window).astype(np.float32)


class _Once:
    """Keeps what a function read last, which is asked for by every date."""

    def __init__(self, function):
        self._function, self._window, self._kept = function, None, None

    def __call__(self, window: Window):
        if self._window != window:
            self._window, self._kept = window, self._function(window)
        return self._kept


class _Page:
    """One date of what a function reads of all."""

    def __init__(self, function, number):
        self._function, self._number = function, number

    def read(self, window: Window) -> np.ndarray:
        return self._function(window)[self._number]


def on_common_grid(tracks, log, cell=None) -> Grid:
    """Put series on one grid, that of the coarsest, where at least two of them lie."""
    grid = choose_grid([(str(one.source.path), one.grid) for one in tracks], [], cell)
    log(f"Common grid: {grid.rows}x{grid.cols} cells of {abs(grid.transform[1]):.6g}.")
    for one in tracks:
        one.place(grid, log)
    return grid


class MotionWriter(contextlib.ExitStack):
    """Files of the components' series.

    Parameters
    ----------
    paths : dict of str to (path, target)
        By component: where to write, and where that will go.
    grid : Grid
    days : ndarray of datetime64[D]
    components : sequence of str
        All of them, in the order of the block.
    attributes : dict of str
    """

    def __init__(self, paths, grid, days, components, attributes):
        super().__init__()
        self._components = list(components)
        self._pairs = [
            (i, j) for i in range(len(components)) for j in range(i + 1, len(components))
        ]
        self._writers = {}
        for name, (path, target) in paths.items():
            pages = {STD: "m"}
            for i, j in self._pairs:
                if name == components[i]:
                    pages[_covariance(components[j])] = "m^2"
            check_free_space(
                target.parent, 4.0 * (1 + len(pages)) * len(days) * grid.rows * grid.cols
            )
            own = {
                "REF_DATE": str(days[0]).replace("-", ""), "COMPONENT": name, **attributes,
            }  # fmt: skip
            layers = {"conditionNumber": (np.float32, "1"), "residual": (np.float32, "1")}
            self._writers[name] = self.enter_context(
                TimeSeriesWriter(path, grid, days, np.full(len(days), np.nan), own, layers, pages)
            )

    def write(self, window: Window, block) -> None:
        """Write a :class:`...geometry.series_motion.MotionBlock`."""
        for name, writer in self._writers.items():
            n = self._components.index(name)
            pages = {STD: block.std[n]}
            for place, (i, j) in enumerate(self._pairs):
                if i == n:
                    pages[_covariance(self._components[j])] = block.covariance[place]
            writer.write(
                window, block.displacement[n], conditionNumber=block.condition,
                residual=block.residual, **pages,
            )  # fmt: skip


def _covariance(name) -> str:
    return f"covariance{name.capitalize()}"
