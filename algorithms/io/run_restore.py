# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Removed long-wavelength motion brought back into the series inverted from the residual stack."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.multisensor import (
    RestorePrediction,
    SeriesAndModel,
    straight_line_rate,
    time_basis,
)
from .atomic import Transaction
from .hdf5 import TimeSeriesReader, TimeSeriesWriter, read_timeseries
from .prediction import ModelReader, read_model
from .rasters import BandInfo, RasterWriter
from .reference_place import reference_window


@dataclass(frozen=True)
class RestoreReport:
    """Pixels with a series, dates, and the statistics of the restored rate (mm/yr)."""

    pixels: int
    dates: int
    velocity: Summary


def run_restore(
    series_path,
    model_path,
    series_target,
    raster_target=None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RestoreReport:
    """Add the removed motion to the series that was inverted from the residual stack.

    The series' own layers stay; its rate is restored, and its standard deviation holds, for what
    was removed exactly is restored exactly.

    Parameters
    ----------
    series_path, model_path : path
    series_target : path
    raster_target : path or None
        GeoTIFF of the restored rate, where the series has one.
    run_options, progress, cancelled : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        If series and model are not of the same grid.
    """
    series, model = read_timeseries(series_path), read_model(model_path)
    if not series.grid.aligned_with(model.grid):
        raise GroundshiftError(
            f"{model_path}: its grid ({model.grid.rows}x{model.grid.cols}) is not the series' "
            f"({series.grid.rows}x{series.grid.cols}); give the model of the same stack."
        )
    has_rate = "velocity" in series.layers
    if raster_target and not has_rate:
        raise GroundshiftError(
            f"{series_path}: holds no rate, so none can be restored; leave the raster out."
        )
    weights = time_basis(series.dates, model.epoch, model.degree)
    weights = weights - _at_reference_date(series, model)
    sampler = Sampler(series.grid)
    with TimeSeriesReader(series) as reader, ModelReader(model) as models:
        reference = _at_reference(series, model, models)
        function = RestorePrediction(
            weights, reference, straight_line_rate(series.dates, weights), model.keep_outside
        )
        kinds = {name: _kind(reader, name) for name in series.layers}

        def read(window):
            rate = reader.layer("velocity", window) if has_rate else None
            return SeriesAndModel(reader.read(window), rate, models.read(window))

        with Transaction() as files:
            attributes = {**series.attributes, "MOTION_REMOVED": "restored"}
            layers = None
            if raster_target:
                layers = RasterWriter(
                    files.add(raster_target), series.grid, [BandInfo("velocity_mm_yr", "mm/yr")]
                )
            with layers or contextlib.nullcontext(), TimeSeriesWriter(
                files.add(series_target), series.grid, series.dates,
                series.perpendicular_baseline, attributes, kinds,
            ) as writer:  # fmt: skip
                covariance = reader.table("pairNoiseCovariance")
                if covariance is not None:
                    writer.table("pairNoiseCovariance", covariance)

                def write(window, block):
                    others = {name: reader.layer(name, window) for name in series.layers}
                    if block.velocity is not None:
                        others["velocity"] = block.velocity
                        sampler.add(window, block.velocity * 1e3)
                        if layers is not None:
                            layers.write(window, block.velocity * 1e3)
                    writer.write(window, block.series, **others)

                run(
                    function, read, write, series.grid,
                    bytes_per_pixel=24.0 * len(series.dates) + 400.0, options=run_options,
                    progress=progress, cancelled=cancelled,
                )  # fmt: skip
    summary = sampler.summary()
    return RestoreReport(summary.count, len(series.dates), summary)


def _kind(reader, name):
    values = reader.layer(name, Window(0, 0, 1, 1))
    units = {"velocity": "m/year", "velocityStd": "m/year", "pairNoise": "m^2"}
    return values.dtype.str, units.get(name, "1")


def _at_reference_date(series, model):
    """Basis at the date to which the series is zero."""
    text = series.attributes.get("REF_DATE", "")
    names = [str(date).replace("-", "") for date in series.dates]
    date = series.dates[names.index(text)] if text in names else series.dates[0]
    return time_basis(np.array([date]), model.epoch, model.degree)


def _at_reference(series, model, models) -> np.ndarray:
    """Mean coefficients over the reference; zero where the series names none."""
    window = reference_window(series)
    if window is None:
        return np.zeros(model.degree)
    values = models.read(window).coefficients.reshape(model.degree, -1)
    known = np.isfinite(values).all(axis=0)
    return values[:, known].mean(axis=1) if known.any() else np.zeros(model.degree)
