# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Continuing a time-series file with the new dates of a stack."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries import reference as referencing
from ..timeseries.appending import AppendBlock, BlockAppend, Extension, extend, extended_covariance
from ..timeseries.coloured import AUTO, rate_inflation
from ..timeseries.date_noise import date_variances, series_covariance
from ..timeseries.inversion import make_plan
from ..timeseries.sbas import SbasOptions, bytes_per_pixel
from ..timeseries.velocity import VelocityModel
from ..timeseries.weights import weight_table
from .atomic import Transaction
from .hdf5 import StackReader, TimeSeriesReader, date_texts, read_stack, read_timeseries, to_dates
from .reference_place import centre_place, check_unwrapped, reference_window
from .run_sbas import SbasReport, check_coherence, independent_looks
from .run_velocity import pair_noise, sampled_noise
from .sbas_outputs import SbasOutputs, SbasTargets
from .sbas_residuals import write_residuals
from .sbas_typical import typical_weights

WINDOW = 10


def run_append(
    stack_path,
    previous_path,
    targets: SbasTargets,
    options: SbasOptions | None = None,
    *,
    window: int = WINDOW,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SbasReport:
    """Continue a series with the new dates of a stack; see :mod:`..timeseries.appending`.

    The old dates keep their values to the last bit, the reference is the series' own. A new date
    without a path of pairs to the series is joined by the smallest rates, flagged.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``, with the old pairs or with the new ones alone.
    previous_path : path
        ``timeseries.h5`` of `run_sbas` or of MintPy.
    targets : SbasTargets
    options : SbasOptions, optional
        `bridge` and `bootstrap` are not for this.
    window : int
        Old dates to solve again for the sake of the new ones.
    run_options, progress, cancelled, log : optional
        See :func:`.run_sbas.run_sbas`.

    Returns
    -------
    SbasReport
        Of the whole series; `pairs` counts those that were solved.

    Raises
    ------
    GroundshiftError
        If series and stack do not belong together, or there is nothing new.
    """
    options, run_options = options or SbasOptions(), run_options or RunOptions()
    stack, previous = read_stack(stack_path), read_timeseries(previous_path)
    _check(stack, previous, options)
    notes = []

    def note(text):
        notes.append(text)
        (log or (lambda _: None))(text)

    with TimeSeriesReader(previous) as old:
        extension = _extension(stack, previous, old, window, note)
        keep = np.zeros(len(stack.pairs), bool)
        keep[np.flatnonzero(stack.keep)[extension.used]] = True
        place = _reference_window(previous)
        with StackReader(stack, keep) as reader:
            check_unwrapped(reader)
            reference = referencing.reference_of(place, reader.read(place).phase)
            looks = independent_looks(stack, options, note)
            table = None if options.weights == "uniform" else weight_table(options.weights, looks)
            function = BlockAppend(
                extension, make_plan(extension.contracted), reference.phase, stack.wavelength,
                table, options, np.zeros((len(extension.dates),) * 2),
            )  # fmt: skip
            covariance, scale = _covariance(reader, old, previous, extension, function, note)
            function = replace(function, covariance=covariance)
            if options.noise == AUTO:
                noise = sampled_noise(old, VelocityModel(), None, pair_noise(old))
                if not noise.is_white:
                    note(noise.describe())
                    inflation = rate_inflation(
                        noise, extension.years, np.ones(len(extension.years))
                    )
                    function = replace(function, inflation=inflation)
        with_coherence = table is not None or options.minimum_coherence > 0
        with StackReader(stack, keep, with_coherence) as reader, Transaction() as files:
            attributes = {
                **previous.attributes, "PAIR_NOISE_SCALE": repr(float(scale)),
                "APPENDED_FROM": str(extension.dates[extension.old]).replace("-", ""),
            }  # fmt: skip
            baselines = _baselines(extension, stack.perpendicular_baseline[keep], previous)
            with SbasOutputs(
                files, stack, extension.network, targets, attributes, baselines
            ) as outputs:
                run(
                    function, lambda window: _read(reader, old, window), outputs.write,
                    stack.grid,
                    bytes_per_pixel=bytes_per_pixel(
                        len(extension.pairs), len(extension.dates), with_coherence, options
                    ) + 4.0 * extension.old,
                    options=run_options, progress=progress, cancelled=cancelled,
                )  # fmt: skip
                _write_noise(outputs, extension, old, covariance)
            if outputs.pixels == 0:
                raise GroundshiftError(
                    f"{stack.path}: no pixel of the previous series has a pair with a new date "
                    "that fulfils the thresholds; lower them."
                )
            metres = -stack.wavelength / (4 * np.pi)
            rows = outputs.residuals.rows(metres)
            if targets.residuals:
                write_residuals(files.add(targets.residuals), rows)
    said = outputs.residuals.describe(metres)
    if said:
        note(said)
    layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
    return SbasReport(
        len(extension.dates), len(extension.pairs), outputs.pixels, outputs.split,
        int(extension.contracted.subsets().max()) + 1, centre_place(stack, reference.centre),
        layers,
        sum(row["noisy"] for row in rows if row["kind"] == "date"), tuple(notes),
    )  # fmt: skip


def _check(stack, previous, options) -> None:
    """Refuse what does not belong together."""
    check_coherence(stack, options)
    if stack.grid.shape != previous.grid.shape or not np.allclose(
        stack.grid.transform, previous.grid.transform
    ):
        raise GroundshiftError(
            f"{previous.path}: the series' grid is not the one of {stack.path}; import the new "
            "interferograms on the old grid."
        )
    known = previous.attributes.get("WAVELENGTH")
    if known and not np.isclose(float(known), stack.wavelength, rtol=1e-3):
        raise GroundshiftError(
            f"{previous.path}: was made with a wavelength of {known} m and the stack has "
            f"{stack.wavelength:g} m; choose the stack of the same sensor."
        )
    if options.bridge or options.bootstrap:
        raise GroundshiftError(
            "Neither bridging by a model nor a bootstrap goes with a previous series; switch both "
            "off, or invert the whole stack."
        )


def _extension(stack, previous, old, window, note) -> Extension:
    pairs = old.table("pairs")
    known = None if pairs is None else to_dates(pairs, previous.path)
    extension = extend(previous.dates, stack.pairs[stack.keep], known, window)
    new = extension.dates[extension.old :]
    note(
        f"{len(new)} new date(s), {new[0]} to {new[-1]}, from {len(extension.pairs)} pair(s); "
        f"{extension.old - extension.held} old date(s) are solved again for their sake and keep "
        "their values."
    )
    if len(extension.ignored):
        named = ", ".join(map(str, extension.ignored[:5]))
        note(f"Dates that the previous series lacks and ends after are left out: {named}.")
    return extension


def _reference_window(previous) -> Window:
    """Where the series is zero, from its attributes."""
    window = reference_window(previous)
    if window is None:
        raise GroundshiftError(
            f"{previous.path}: does not say where in its grid its reference is (REF_Y, REF_X); "
            "correct them or invert the whole stack instead."
        )
    return window


def _covariance(reader, old, previous, extension, function, note):
    """Covariance of the pairs' noise in all dates, in units of the old mean variance."""
    table = old.table("pairNoiseCovariance")
    scale = previous.attributes.get("PAIR_NOISE_SCALE")
    if table is None or scale is None or "pairNoise" not in previous.layers:
        note(
            "The previous series does not tell the noise of its pairs; the standard deviation of "
            "the rate comes from the residuals alone."
        )
        return function.covariance, 1.0
    weights = typical_weights(reader, extension.network, function)
    scale = float(scale)
    covariance = extended_covariance(extension, table * scale, weights) / scale
    return covariance, scale * np.trace(covariance) / len(covariance)


def _baselines(extension, by_pair, previous) -> np.ndarray:
    """Perpendicular baselines of all dates; the old ones are kept."""
    out = np.full(len(extension.dates), np.nan)
    out[: extension.old] = previous.perpendicular_baseline
    late = extension.pairs[:, 1] >= extension.old
    pairs, values = extension.pairs[late], by_pair[late].astype(float)
    matrix = np.zeros((len(pairs), len(out) - extension.old))
    for k, (i, j) in enumerate(pairs):
        matrix[k, j - extension.old] = 1
        if i >= extension.old:
            matrix[k, i - extension.old] = -1
        else:
            values[k] += out[i]
    if np.isfinite(values).all():
        out[extension.old :] = np.linalg.lstsq(matrix, values, rcond=None)[0]
    return out


def _read(reader, old, window) -> AppendBlock:
    def layer(name, missing, kind=np.float32):
        if name in old.series.layers:
            return old.layer(name, window).astype(kind)
        return np.full((window.height, window.width), missing, kind)

    series = old.read(window)
    subsets = layer("numSubsets", 1, np.int16)
    subsets[~np.isfinite(series).all(axis=0)] = 0
    return AppendBlock(
        reader.read(window), series, layer("temporalCoherence", np.nan),
        layer("numInvIfgram", 0, np.int16), subsets, layer("pairNoise", np.nan),
        layer("numJoinedDates", 0, np.int16),
    )  # fmt: skip


def _write_noise(outputs, extension, old, covariance) -> None:
    """Tables beside the series, as `run_sbas` writes them."""
    mean = np.trace(covariance) / len(covariance)
    pairs = np.zeros_like(covariance)
    if mean > 0:
        typical = outputs.pair_noise.summary().mean
        outputs.table("pairNoiseCovariance", covariance / mean)
        pairs = covariance / mean * (typical if np.isfinite(typical) else 0.0)
    variances = date_variances(outputs.residuals.date_squares, extension.years, pairs)
    outputs.table("seriesCovariance", series_covariance(pairs, variances))
    outputs.table("dateNoise", np.sqrt(variances))
    texts = date_texts(extension.dates[extension.pairs])
    known = old.table("pairs")
    if known is not None:
        outputs.table("pairs", np.unique(np.concatenate([known, texts]), axis=0))
