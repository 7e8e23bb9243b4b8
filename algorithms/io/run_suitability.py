# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to expect radar targets: visibility and land cover in, CR index and classes out."""

from __future__ import annotations

import contextlib
import csv
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Grid, Window
from ..data.product import Band
from ..errors import GroundshiftError
from ..geometry.axes import ground_axes
from ..geometry.land_cover import table_of
from ..geometry.suitability import CLASSES, LIMITS, checked_limits, suitability
from ..geometry.visibility import VisibilityOptions, look_at, reach
from ..runner import RunOptions, run
from .atomic import Transaction
from .common_grid import CellMedians
from .elevation import Elevation
from .land_cover import PolygonCover, RasterCover, Scores
from .look_angles import LookSource, read_look
from .raster_source import RasterSource, describe
from .rasters import BandInfo, RasterWriter, gdal_errors
from .regrid import same_grid
from .tables import read_table
from .texts import csv_text

CR_BANDS = (BandInfo("cr_index"), BandInfo("land_cover_score"), BandInfo("r_index"))
R_INDEX, SHADOW_FROM = "r_index", 90.0
LOCAL_INCIDENCE = "local_incidence_deg"
BYTES_PER_PIXEL = 120.0
FIELDS = (
    "table", "class", "name", "score", "cells", "area_km2", "share_percent", "mean_r_index",
    "points", "points_per_km2",
)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """Where the land cover is.

    Parameters
    ----------
    path : path
    layer : str
        Of a vector file.
    field : str
        Of polygons; '' for a raster.
    scheme : str
        See :func:`..geometry.land_cover.table_of`.
    own : dict, optional
        Own scores by class.
    """

    path: Path
    layer: str = ""
    field: str = ""
    scheme: str = "corine"
    own: dict | None = None


@dataclass(frozen=True)
class Seen:
    """What the radar sees: rasters of the tool ``visibility``, or an elevation model and an orbit.

    Parameters
    ----------
    measures : path, optional
        Raster with bands ``r_index`` and ``local_incidence_deg``.
    classes : path, optional
        Raster of visibility classes on the same grid. Without, layover and shadow by a cell's own
        slope alone are known.
    dem : path, optional
    look : LookSource, optional
    """

    measures: Path | None = None
    classes: Path | None = None
    dem: Path | None = None
    look: LookSource | None = None


@dataclass(frozen=True)
class SuitabilityTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    index : path
        GeoTIFF with the bands of :data:`CR_BANDS`.
    classes : path
        GeoTIFF with the codes of :data:`..geometry.suitability.CLASSES`.
    shares : path
        CSV by class and by land cover.
    """

    index: Path | None = None
    classes: Path | None = None
    shares: Path | None = None


@dataclass
class Tally:
    """Sums by class: cells, square metres, sum of the R index (of seen cells), points."""

    sums: dict = field(default_factory=dict)

    def add(self, codes, areas, r_index, points) -> None:
        """Count a block; codes are whole, 0 or NaN is no data."""
        good = np.isfinite(codes) & (codes > 0)
        found, place = np.unique(codes[good], return_inverse=True)
        columns = [np.ones(good.sum()), areas[good], np.nan_to_num(r_index[good]), points[good]]
        totals = np.stack([np.bincount(place, column, len(found)) for column in columns], axis=1)
        for code, row in zip(found, totals):
            self.sums[code] = self.sums.get(code, 0) + row


@dataclass
class SuitabilityReport:
    """What came out.

    Parameters
    ----------
    classes : Tally
        By code of :data:`..geometry.suitability.CLASSES`.
    covers : Tally
        By code of the land cover.
    """

    classes: Tally = field(default_factory=Tally)
    covers: Tally = field(default_factory=Tally)

    def share(self, *codes) -> float:
        """Share of the area in classes, 0 to 1."""
        total = sum(row[1] for row in self.classes.sums.values())
        return sum(self.classes.sums[c][1] for c in codes if c in self.classes.sums) / total

    def points_per_km2(self, *codes) -> float:
        """Density of the points that were counted in classes; NaN where they have no area."""
        rows = [self.classes.sums[code] for code in codes if code in self.classes.sums]
        area = sum(row[1] for row in rows)
        return sum(row[3] for row in rows) / area * 1e6 if area else float("nan")


def run_suitability(
    seen: Seen,
    ground: Ground,
    targets: SuitabilityTargets,
    limits=LIMITS,
    *,
    points: tuple | None = None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SuitabilityReport:
    """Map the CR index and the density of targets to expect.

    Parameters
    ----------
    seen : Seen
    ground : Ground
    targets : SuitabilityTargets
    limits : sequence of 4 float
        See :func:`..geometry.suitability.suitability`.
    points : (path, layer), optional
        Targets that there are: counted by class and by land cover.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    log, limits = log or (lambda text: None), checked_limits(limits)
    table = table_of(ground.scheme, ground.own)
    part = None if progress is None else lambda done: progress(0.1 * done)
    rest = None if progress is None else lambda done: progress(0.1 + 0.9 * done)
    with contextlib.ExitStack() as stack:
        view = _open_view(seen, stack, part, cancelled, log)
        cover = (
            PolygonCover(ground.path, ground.layer, ground.field, view.grid, log)
            if ground.field else RasterCover(ground.path, view.grid)
        )  # fmt: skip
        scores = Scores(cover, table)
        counts = None if points is None else _Counts(points, view.grid)
        axes = ground_axes(view.grid)

        def read(window: Window):
            codes = cover.read(window)
            return window, view.read(window), codes, scores.of(codes)

        files = stack.enter_context(Transaction())
        outputs = stack.enter_context(_Outputs(files, view.grid, targets, axes, counts))
        run(
            partial(_judge, view=view.judge, limits=limits), read, outputs.write, view.grid,
            bytes_per_pixel=BYTES_PER_PIXEL + view.bytes_per_pixel, options=run_options,
            progress=rest, cancelled=cancelled,
        )  # fmt: skip
        if scores.told():
            log(scores.told())
        _check(outputs.report, ground, scores)
        if targets.shares:
            _write_shares(files.add(targets.shares), outputs.report, cover, table, points)
        return outputs.report


def _judge(block, view, limits):
    window, seen, codes, score = block
    r_index, visible = view(window, seen)
    return suitability(r_index, score, visible, limits), r_index, codes, score


def _check(report, ground, scores):
    if report.classes.sums:
        return
    if scores.missing:
        raise GroundshiftError(
            f"{ground.path}: none of its classes has a score (it has "
            f"{', '.join(sorted(scores.missing)[:8])}); choose the scheme that fits, or give your "
            "own table."
        )
    raise GroundshiftError(
        f"{ground.path}: does not overlap what the radar sees; choose layers of the same area and "
        "check their CRS."
    )


def _open_view(seen: Seen, stack, progress, cancelled, log):
    if seen.measures is not None:
        return _Measured(seen, stack)
    if seen.dem is None or seen.look is None:
        raise GroundshiftError(
            "What the radar sees is missing; give the geometry measures of the tool visibility, or "
            "an elevation model with incidence and heading."
        )
    dem = stack.enter_context(Elevation(seen.dem))
    return _Computed(dem, seen.look, dem.extremes(progress, cancelled), log)


class _Computed:
    """Visibility computed on the way."""

    def __init__(self, dem: Elevation, look: LookSource, extremes, log):
        self._dem, self.grid = dem, dem.grid
        lattice = ground_axes(dem.grid).joined(read_look(look, dem.grid, log))
        self._margin = reach(extremes[1] - extremes[0], lattice)
        self.judge = partial(_look, margin=self._margin, lattice=lattice)
        rows, cols = min(self.grid.rows, 64), min(self.grid.cols, 4096)
        around = (rows + 2 * self._margin[0]) * (cols + 2 * self._margin[1])
        self.bytes_per_pixel = 8.0 * around / (rows * cols) + 40.0

    def read(self, window: Window) -> np.ndarray:
        return self._dem.read(window, self._margin)


def _look(window, height, margin, lattice):
    found = look_at(height, margin, window, lattice, VisibilityOptions())
    return found.r_index, found.classes


class _Measured:
    """Visibility from the rasters of the tool of that name."""

    bytes_per_pixel = 16.0

    def __init__(self, seen: Seen, stack):
        info = describe(seen.measures)
        if not info.grid.crs:
            raise GroundshiftError(f"{seen.measures}: the raster has no CRS; assign the right one.")
        names = _band_names(seen.measures)
        missing = [name for name in (R_INDEX, LOCAL_INCIDENCE) if name not in names]
        if missing:
            raise GroundshiftError(
                f"{seen.measures}: has no band {' and no band '.join(missing)}; give the geometry "
                "measures that the tool visibility writes."
            )
        self.grid = info.grid
        self._bands = [
            stack.enter_context(
                RasterSource(Band(str(seen.measures), names.index(name) + 1, info.nodata))
            )
            for name in (R_INDEX, LOCAL_INCIDENCE)
        ]
        self._classes = None
        if seen.classes is not None:
            other = describe(seen.classes)
            if not same_grid(other.grid, info.grid):
                raise GroundshiftError(
                    f"{seen.classes}: lies on another grid than {seen.measures}; give both from "
                    "the same run of the tool visibility."
                )
            self._classes = stack.enter_context(
                RasterSource(Band(str(seen.classes), nodata=other.nodata))
            )
        self.judge = _as_given

    def read(self, window: Window):
        r_index, local = (band.read(window) for band in self._bands)
        if self._classes is None:
            return r_index, (r_index > 0) & (local < SHADOW_FROM)
        return r_index, np.nan_to_num(self._classes.read(window)).astype(np.uint8)


def _as_given(window, seen):
    return seen


def _band_names(path) -> list:
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        return [
            dataset.GetRasterBand(k).GetDescription() for k in range(1, dataset.RasterCount + 1)
        ]


class _Counts:
    """Points in the cells of a grid."""

    def __init__(self, source, grid: Grid):
        table = read_table(*source)
        if not table.crs:
            raise GroundshiftError(f"{source[0]}: the points have no CRS; assign the right one.")
        self._cells = CellMedians(grid, table.crs, table.x, table.y, np.ones((1, len(table))))

    def read(self, window: Window) -> np.ndarray:
        """Number of points."""
        return self._cells.counts(window)


class _Outputs(contextlib.ExitStack):
    """The rasters of a run, and the areas of the classes."""

    def __init__(self, files, grid, targets: SuitabilityTargets, axes, counts):
        super().__init__()
        self._axes, self._cols, self._counts = axes, grid.cols, counts
        self.report = SuitabilityReport()
        self._index = self._classes = None
        if targets.index is not None:
            self._index = self.enter_context(RasterWriter(files.add(targets.index), grid, CR_BANDS))
        if targets.classes is not None:
            path, bands = files.add(targets.classes), [BandInfo("class")]
            self._classes = self.enter_context(RasterWriter(path, grid, bands, "uint8", 0))

    def write(self, window: Window, result) -> None:
        """Write a block and count it."""
        found, r_index, codes, score = result
        if self._index is not None:
            self._index.write(window, np.stack([found.index, score, r_index]))
        if self._classes is not None:
            self._classes.write(window, found.classes)
        rows = np.arange(window.row, window.row + window.height)
        axes = self._axes.at(rows, (self._cols - 1) / 2)
        area = np.abs(axes[:, 0] * axes[:, 3] - axes[:, 1] * axes[:, 2])
        areas = np.broadcast_to(area[:, None], codes.shape)
        points = np.zeros(codes.shape) if self._counts is None else self._counts.read(window)
        known = found.classes > 0
        r_index = np.clip(r_index, 0, 1)
        self.report.classes.add(found.classes.astype(float), areas, r_index, points)
        self.report.covers.add(np.where(known, codes, np.nan), areas, r_index, points)


def _write_shares(path, report: SuitabilityReport, cover, table, points) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(FIELDS)
        for code in CLASSES:
            row = report.classes.sums.get(code, np.zeros(4))
            _write_row(rows, ("density class", code, CLASSES[code], ""), row, report, points)
        for code, row in sorted(report.covers.sums.items()):
            key = cover.key(code)
            _write_row(rows, ("land cover", key, *table[key]), row, report, points)


def _write_row(rows, head, row, report, points):
    cells, area, r_index, count = row
    total = sum(other[1] for other in report.classes.sums.values())
    counted = ("", "")
    if points is not None:
        counted = (int(count), f"{count / area * 1e6:.3f}" if area else "")
    rows.writerow((
        *map(csv_text, head), int(cells), f"{area / 1e6:.4f}", f"{100 * area / total:.3f}",
        f"{r_index / cells:.3f}" if cells else "", *counted,
    ))  # fmt: skip
