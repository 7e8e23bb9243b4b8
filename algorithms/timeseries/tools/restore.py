# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Removed long-wavelength motion brought back into the series inverted from the residual stack."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import TimeSeriesReader, TimeSeriesWriter, read_timeseries
from ...outputs import Layer
from ..multisensor import RestorePrediction, SeriesAndModel, straight_line_rate, time_basis
from .prediction import ModelReader, read_model
from .reference_place import reference_window


def restore(chosen, outputs, job) -> dict:
    """Add the removed motion to the series that was inverted from the residual stack.

    The series' own layers stay; its rate is restored, and its standard deviation holds, for what
    was removed exactly is restored exactly.

    Parameters
    ----------
    chosen : MultiSensor
        Of :mod:`.multisensor`, and so are the outputs.
    outputs : Outputs
    job : Job

    Returns
    -------
    dict
        The tool's numbers.

    Raises
    ------
    GroundshiftError
        If series and model are not of the same grid.
    """
    series, model = read_timeseries(chosen.timeseries), read_model(chosen.model_in)
    if not series.grid.aligned_with(model.grid):
        raise GroundshiftError(
            f"{model.path}: its grid ({model.grid.rows}x{model.grid.cols}) is not the series' "
            f"({series.grid.rows}x{series.grid.cols}); give the model of the same stack."
        )
    has_rate = "velocity" in series.layers
    if outputs.wanted("VELOCITY") and not has_rate:
        raise GroundshiftError(
            f"{series.path}: holds no rate, so none can be restored; leave the raster out."
        )
    weights = time_basis(series.dates, model.epoch, model.degree)
    weights = weights - _at_reference_date(series, model)
    layers = {"VELOCITY": Layer((("velocity_mm_yr", "mm/yr"),), 1e3)}
    with TimeSeriesReader(series) as reader, ModelReader(model) as models:
        reference = _at_reference(series, model, models)
        function = RestorePrediction(
            weights, reference, straight_line_rate(series.dates, weights), model.keep_outside
        )
        kinds = {name: _kind(reader, name) for name in series.layers}

        def read(window):
            rate = reader.layer("velocity", window) if has_rate else None
            return SeriesAndModel(reader.read(window), rate, models.read(window))

        def write(window, block):
            others = {name: reader.layer(name, window) for name in series.layers}
            if has_rate:
                others["velocity"] = block.velocity
                rasters.write(window, {"VELOCITY": block.velocity})
            writer.write(window, block.series, **others)

        with (
            outputs.rasters(layers, series.grid) as rasters,
            TimeSeriesWriter(
                outputs.path("RESTORED"), series.grid, series.dates, series.perpendicular_baseline,
                {**series.attributes, "MOTION_REMOVED": "restored"}, kinds,
            ) as writer,
        ):  # fmt: skip
            covariance = reader.table("pairNoiseCovariance")
            if covariance is not None:
                writer.table("pairNoiseCovariance", covariance)
            job.blocks(function, read, write, series.grid, 24.0 * len(series.dates) + 400.0)
    velocity = outputs.summaries["VELOCITY"]
    return {
        "PIXELS": velocity.count, "FASTEST_AWAY": velocity.minimum,
        "FASTEST_TOWARDS": velocity.maximum,
    }  # fmt: skip


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
