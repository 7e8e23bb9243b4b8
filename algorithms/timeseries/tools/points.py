# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a displacement time series to a layer of points."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.dates import years_of
from ...data.grid import Window, block_windows
from ...data.los import look_columns
from ...data.points import Points
from ...data.statistics import Sampler
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import TimeSeriesReader, read_geometry, read_timeseries
from ...formats.masks import PolygonMask
from ...formats.placing import places_crs, point_places
from ...formats.points.points import PointWriter
from ...formats.points.scatterer_layers import Scatterers
from ...job import Job
from ...outputs import Outputs
from ..velocity import Design, VelocityModel, fit
from .correction_files import refuse_void
from .series_noise import sampled_noise


@dataclass(frozen=True)
class PointOptions:
    """Which pixels become points.

    Parameters
    ----------
    minimum_coherence : float
        Least temporal coherence; pixels without one pass only at 0.
    maximum_std_mm_yr : float or None
        Largest standard deviation of the rate, millimetres a year.
    allow_split : bool
        Whether pixels whose network is cut are kept.
    step : int
        Take every n-th pixel in rows and columns.
    polygons : tuple of bytes
        WKB of polygons in the series' CRS; only pixels inside are taken. Empty for all.
    scatterers : path or None
        Linked phases of 'Distributed scatterers' on the same grid: the points' coherence is theirs
        then, and the kind of scatterer and its brothers are told.
    """

    minimum_coherence: float = 0.7
    maximum_std_mm_yr: float | None = None
    allow_split: bool = False
    step: int = 1
    polygons: tuple = ()
    scatterers: Path | None = None


@dataclass(frozen=True)
class PointReport:
    """Number of points, and of pixels with data that were passed over."""

    points: int
    passed_over: int


class _PointSource:
    """Reads windows of a series as points."""

    def __init__(self, reader: TimeSeriesReader, geometry, options: PointOptions):
        self._reader, self._options = reader, options
        self._series = reader.series
        self._mask = None
        if options.polygons:
            if self._series.has_lookup:
                raise GroundshiftError(
                    f"{self._series.path}: is in radar coordinates and cannot be clipped to "
                    "polygons; clip the points instead."
                )
            self._mask = PolygonMask(options.polygons, self._series.grid)
        self._geometry = geometry or {}
        self._design = None
        if not {"velocity", "velocityStd"} <= set(self._series.layers):
            model, dates = VelocityModel(), self._series.dates
            noise = sampled_noise(reader, model)
            self._design = Design(model.design(dates), years_of(dates), coloured=noise)
        self._scatterers = None
        if options.scatterers:
            self._scatterers = Scatterers(options.scatterers, self._series)
        self.passed_over = 0

    def close(self) -> None:
        """Close what was opened besides the series."""
        if self._scatterers is not None:
            self._scatterers.close()

    def extra_columns(self) -> dict:
        """Names and types of the columns beside the usual ones."""
        none = {name: layer[:0, 0] for name, layer in self._geometry.items()}
        columns = dict.fromkeys(look_columns(none), float)
        if "numInvIfgram" in self._series.layers:
            columns["pair_count"] = int
        if "numSubsets" in self._series.layers:
            columns["network_subsets"] = int
        if self._scatterers is not None:
            columns.update(Scatterers.COLUMNS)
        return columns

    def _layer(self, name, window):
        if name not in self._series.layers:
            return None
        return self._reader.layer(name, window).ravel()

    def points(self, window: Window) -> Points:
        """The pixels of a window that pass."""
        displacement = self._reader.read(window).reshape(len(self._series.dates), -1)
        has_data = np.isfinite(displacement).all(axis=0)
        coherence = self._layer("temporalCoherence", window)
        if self._scatterers is not None:
            coherence = self._scatterers.read(window, "temporalCoherence").ravel()
        if coherence is None:
            coherence = np.full(has_data.shape, np.nan, np.float32)
        velocity, std = self._rates(window, displacement, has_data)
        good = has_data & self._passes(window, coherence, std)
        inside = self._grid_choice(window)
        self.passed_over += int((has_data & inside & ~good).sum())
        chosen = np.flatnonzero(good & inside)
        rows, cols = np.divmod(chosen, window.width)
        rows, cols = rows + window.row, cols + window.col
        x, y, crs = point_places(self._series, rows, cols)
        return Points.along_look(
            crs, x, y, velocity[chosen], std[chosen], coherence[chosen], self._series.dates,
            displacement[:, chosen].T, extra=self._extra(window, chosen, rows, cols),
        )  # fmt: skip

    def _rates(self, window, displacement, has_data):
        if self._design is None:
            return self._layer("velocity", window), self._layer("velocityStd", window)
        velocity = np.full(has_data.shape, np.nan)
        std = velocity.copy()
        result = fit(displacement[:, has_data], self._design)
        velocity[has_data], std[has_data] = result.coefficients[1], result.std[1]
        return velocity, std

    def _passes(self, window, coherence, std):
        options = self._options
        good = np.ones(coherence.shape, bool)
        with np.errstate(invalid="ignore"):
            if options.minimum_coherence > 0:
                good &= coherence >= options.minimum_coherence
            if options.maximum_std_mm_yr is not None:
                good &= std * 1e3 <= options.maximum_std_mm_yr
        subsets = self._layer("numSubsets", window)
        if subsets is not None and not options.allow_split:
            good &= subsets <= 1
        return good

    def _grid_choice(self, window):
        rows = np.arange(window.row, window.row + window.height)[:, np.newaxis]
        cols = np.arange(window.col, window.col + window.width)
        chosen = (rows % self._options.step == 0) & (cols % self._options.step == 0)
        if self._mask is not None:
            chosen = chosen & self._mask.read(window)
        return chosen.ravel()

    def _extra(self, window, chosen, rows, cols) -> dict:
        extra = look_columns({name: layer[rows, cols] for name, layer in self._geometry.items()})
        for name, layer in (("pair_count", "numInvIfgram"), ("network_subsets", "numSubsets")):
            if layer in self._series.layers:
                extra[name] = self._layer(layer, window)[chosen].astype(int)
        if self._scatterers is not None:
            extra.update(self._scatterers.columns(window, chosen))
        return extra


def run_points(
    series_path,
    outputs: Outputs,
    job: Job,
    options: PointOptions | None = None,
    *,
    geometry_path=None,
) -> PointReport:
    """Write the good pixels of a time series as points.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``; its quality layers are used where it has them.
    outputs : Outputs
        POINTS is a GeoPackage; the rates are summed up under that name, mm a year.
    job : Job
    options : PointOptions, optional
    geometry_path : path, optional
        ``geometryGeo.h5`` on the same grid: adds height, incidence and line of sight.

    Raises
    ------
    GroundshiftError
        If no pixel passes, or what an option needs is missing.
    """
    options = options or PointOptions()
    series = read_timeseries(series_path)
    has_quality = "temporalCoherence" in series.layers or options.scatterers
    if options.minimum_coherence > 0 and not has_quality:
        raise GroundshiftError(
            f"{series.path}: holds no temporal coherence, so it cannot be filtered by it; set the "
            "minimum temporal coherence to 0."
        )
    geometry = None
    if geometry_path:
        grid, geometry = read_geometry(geometry_path)
        if not grid.aligned_with(series.grid):
            raise GroundshiftError(
                f"{geometry_path}: its grid ({grid.rows}x{grid.cols}) is not the series' "
                f"({series.grid.rows}x{series.grid.cols}); give the geometry of the same stack."
            )
        titles = ("height", "incidenceAngle", "azimuthAngle")
        refuse_void(geometry_path, {name: geometry.get(name) for name in titles})
    memory = len(series.dates) * 60.0 + 200.0
    windows = block_windows(series.grid, memory, job.budget)
    sampler = Sampler(series.grid)
    with contextlib.ExitStack() as opened:
        reader = opened.enter_context(TimeSeriesReader(series))
        source = opened.enter_context(contextlib.closing(_PointSource(reader, geometry, options)))
        path = outputs.path("POINTS")
        with PointWriter(path, places_crs(series), series.dates, source.extra_columns()) as writer:
            for number, window in enumerate(windows, 1):
                job.check()
                points = source.points(window)
                writer.write(points)
                sampler.add_values(points.velocity * 1e3)
                job.tell(number / len(windows))
        if not writer.count:
            where, cure = "", ""
            if options.polygons:
                where, cure = ", inside of the polygons", " or check where the polygons lie"
            raise GroundshiftError(
                f"{series.path}: no pixel passes (temporal coherence of at least "
                f"{options.minimum_coherence:g}{where}); lower the limits{cure}."
            )
    outputs.summaries["POINTS"] = sampler.summary()
    return PointReport(writer.count, source.passed_over)
