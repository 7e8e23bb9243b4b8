# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along the line of sight turned into rates down the slope: files in, files out."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..geometry.los import unit_vectors
from ..geometry.relief import slope_and_aspect
from ..geometry.slope_projection import KEPT_BELOW, STATUS, SlopeRates, SlopeRules, project
from ..runner import RunOptions, run
from ..timeseries.common_span import rates_over
from .atomic import Transaction
from .elevation import Elevation
from .field_types import with_own_types, without_clashes
from .ground_slope import GroundSlope
from .look_angles import LookSource, read_look
from .measurements import Source, measurements_of
from .point_look import look_at_points
from .raster_rates import open_rates
from .rasters import BandInfo, RasterWriter
from .tables import read_table, write_table

BANDS = (
    BandInfo("slope_velocity_mm_yr", "mm/yr"), BandInfo("slope_velocity_std_mm_yr", "mm/yr"),
    BandInfo("sensitivity_c"), BandInfo("slope_deg", "degrees"), BandInfo("aspect_deg", "degrees"),
)  # fmt: skip
STATUS_FIELD = "slope_status"
BYTES_PER_PIXEL = 420.0


@dataclass(frozen=True)
class SlopeVelocityTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    points : path
        GeoPackage, for rates at points.
    raster : path
        GeoTIFF with the bands of :data:`BANDS`, for rates in a raster.
    status : path
        GeoTIFF with the codes of :data:`..geometry.slope_projection.STATUS`, for a raster.
    """

    points: Path | None = None
    raster: Path | None = None
    status: Path | None = None


@dataclass
class SlopeVelocityReport:
    """What came out.

    Parameters
    ----------
    counts : ndarray of int
        By code of :data:`..geometry.slope_projection.STATUS`; 0 is no data.
    limit : float
        mm/yr, for the colours.
    median, fastest : float
        Of the rates along the slope, mm/yr.
    """

    counts: np.ndarray = field(default_factory=lambda: np.zeros(1 + max(STATUS), int))
    limit: float = np.nan
    median: float = np.nan
    fastest: float = np.nan

    @property
    def kept(self) -> int:
        """How many rates along the slope there are."""
        return int(self.counts[1:KEPT_BELOW].sum())

    @property
    def up_slope(self) -> int:
        """How many of them go uphill."""
        return int(self.counts[2] + self.counts[4])

    def add(self, rates: SlopeRates) -> None:
        """Count a block."""
        self.counts += np.bincount(rates.status.ravel(), minlength=len(self.counts))

    def summarise(self, summary: Summary) -> None:
        """Take over statistics of the rates, in mm a year."""
        self.median, self.fastest = summary.median, summary.maximum
        self.limit = summary.symmetric_limit


def run_slopevelocity(
    source: Source,
    dem_path,
    look: LookSource | None,
    targets: SlopeVelocityTargets,
    rules: SlopeRules | None = None,
    *,
    radius: float = 0.0,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SlopeVelocityReport:
    """Turn rates of points or of a raster into rates along the steepest slope.

    Parameters
    ----------
    source : Source
        Rates along the line of sight.
    dem_path : path
    look : LookSource or None
        None for points that know theirs.
    targets : SlopeVelocityTargets
    rules : SlopeRules, optional
    radius : float
        Metres: slopes are those of planes over such a neighbourhood, see
        :class:`.ground_slope.GroundSlope`.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        For input that cannot be used, or where no rate is left; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    rules, log = rules or SlopeRules(), log or (lambda text: None)
    with Elevation(dem_path) as dem:
        slope = GroundSlope(dem, radius)
        if source.raster:
            return _raster(
                source, slope, look, targets, rules, run_options, progress, cancelled, log
            )
        return _points(source, slope, look, targets, rules, progress, cancelled, log)


def _points(source, slope, look, targets, rules, progress, cancelled, log):
    if targets.points is None:
        raise GroundshiftError("Rates of points make a layer of points; say where to write it.")
    table = read_table(source.path, source.layer)
    measured, notes = measurements_of(table, source)
    for text in notes:
        log(text)
    rate, std = measured.rate[:, 0], measured.std[:, 0]
    if measured.series is not None and not np.isfinite(rate).any():
        log(f"{table.path}: has no field of rates; they are fitted to its dates.")
        rate, std = rates_over(measured.dates, measured.series[:, 0])
    los = look_at_points(table, look, log)
    gradients = slope.at(table.crs, table.x, table.y, progress, cancelled)
    report = SlopeVelocityReport()
    steep, aspect = slope_and_aspect(gradients)
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = project(rate, std, los, steep, aspect, rules)
    report.add(rates)
    _check(report, source)
    sampler = Sampler(slope.grid)
    sampler.add_values(rates.velocity * 1e3)
    report.summarise(sampler.summary())
    columns = with_own_types(table, source.path, source.layer)
    names = np.array(["", *STATUS.values()], dtype=object)
    columns.update({
        "slope_velocity_mm_yr": np.round(rates.velocity * 1e3, 3),
        "slope_velocity_std_mm_yr": np.round(rates.std * 1e3, 3),
        "sensitivity_c": np.round(rates.sensitivity, 4),
        "slope_deg": np.round(steep, 2), "aspect_deg": np.round(aspect, 1),
        STATUS_FIELD: names[rates.status],
    })  # fmt: skip
    with Transaction() as files:
        path = files.add(targets.points)
        write_table(path, table.crs, table.x, table.y, without_clashes(columns))
    return report


def _raster(source, slope, look, targets, rules, run_options, progress, cancelled, log):
    if targets.raster is None:
        raise GroundshiftError("Rates of a raster make a raster; say where to write it.")
    grid, reader, _ = open_rates(source)
    _check_grid(grid, source.path)
    if look is None or not look.is_complete:
        raise GroundshiftError(
            f"{source.path}: its line of sight is not known; give incidence and heading, a "
            "geometry file or a raster of the line of sight."
        )
    lattice, gradients = read_look(look, grid, log), slope.on(grid)
    sign = -1e3 if source.away else 1e3  # to mm a year

    def read(window: Window):
        rate, std = reader.read(window)
        return sign * rate, 1e3 * std, lattice.block(window), gradients.read(window)

    with Transaction() as files, _Rasters(files, grid, targets) as rasters:
        run(
            partial(_project, rules=rules), read, rasters.write, grid,
            bytes_per_pixel=BYTES_PER_PIXEL, options=run_options, progress=progress,
            cancelled=cancelled,
        )  # fmt: skip
        _check(rasters.report, source)
    rasters.report.summarise(rasters.sampler.summary())
    return rasters.report


def _check_grid(grid, path):
    if not grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    if grid.transform[2] or grid.transform[4]:
        raise GroundshiftError(
            f"{path}: the raster is rotated against its coordinate axes; warp it north-up "
            "(gdalwarp) first."
        )


class _Rasters(contextlib.ExitStack):
    """What is written of a raster of rates, and what is counted."""

    def __init__(self, files, grid, targets: SlopeVelocityTargets):
        super().__init__()
        self.report, self.sampler = SlopeVelocityReport(), Sampler(grid)
        self._raster = self.enter_context(RasterWriter(files.add(targets.raster), grid, BANDS))
        self._status = None
        if targets.status is not None:
            path = files.add(targets.status)
            self._status = self.enter_context(
                RasterWriter(path, grid, [BandInfo(STATUS_FIELD)], "uint8", 0)
            )

    def write(self, window: Window, result) -> None:
        """Write a block."""
        rates, steep, aspect = result
        bands = (rates.velocity, rates.std, rates.sensitivity, steep, aspect)
        self._raster.write(window, np.stack(bands))
        if self._status is not None:
            self._status.write(window, rates.status)
        self.report.add(rates)
        self.sampler.add(window, rates.velocity)


def _project(block, rules):
    rate, std, look, gradients = block
    steep, aspect = slope_and_aspect(gradients)
    los = unit_vectors(*np.moveaxis(look, -1, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        return project(rate, std, los, steep, aspect, rules), steep, aspect


def _check(report, source):
    """Refuse a result without a rate, and say why there is none."""
    if report.kept:
        return
    if not report.counts[1:].any():
        raise GroundshiftError(
            f"{source.path}: nowhere are a rate, the elevation model and the line of sight known "
            "together; check that the layers overlap and their CRS."
        )
    why = ", ".join(
        f"{count} {STATUS[code]}" for code, count in enumerate(report.counts) if code and count
    )
    raise GroundshiftError(
        f"{source.path}: no rate along the slope is left ({why}); lower the least sensitivity or "
        "the flat slope, or smooth the elevation model less."
    )
