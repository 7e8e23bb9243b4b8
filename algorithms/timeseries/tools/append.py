# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Continuing a time-series file with the new dates of a stack."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from ...data.grid import Window
from ...data.stack import Stack
from ...errors import GroundshiftError, counted
from ...formats.hdf5.layout import OF_LINKED
from ...formats.hdf5.linked_noise import DATES, covariance_at, read_tables
from ...formats.hdf5.stacks import (
    StackReader,
    TimeSeriesReader,
    date_texts,
    read_timeseries,
    to_dates,
)
from .. import reference as referencing
from ..appending import AppendBlock, BlockAppend, Extension, extend, extended_covariance
from ..coloured import AUTO, rate_inflation
from ..inversion import make_plan
from ..sbas import bytes_per_pixel
from ..velocity import VelocityModel
from .pair_weights import check_coherence, coherence_weights
from .reference_place import centre_place, check_unwrapped, reference_window
from .sbas_outputs import SbasFiles
from .sbas_typical import typical_weights
from .series_noise import pair_noise, sampled_noise


def append(stack: Stack, outputs, job, chosen) -> dict:
    """Continue a series with the new dates of a stack; see :mod:`..appending`.

    The old dates keep their values to the last bit, the reference is the series' own. A new date
    without a path of pairs to the series is joined by the smallest rates, flagged.

    Parameters
    ----------
    stack : Stack
        With the old pairs or with the new ones alone.
    outputs : Outputs
        Of :mod:`.sbas`.
    job : Job
    chosen : Sbas
        Of :mod:`.sbas`; neither bridging nor bootstrap.

    Returns
    -------
    dict
        The tool's numbers, of the whole series; pairs are those that were solved.

    Raises
    ------
    GroundshiftError
        If series and stack do not belong together, or there is nothing new.
    """
    previous, note = read_timeseries(chosen.previous), job.note
    _check(stack, previous, chosen)
    with TimeSeriesReader(previous) as old:
        extension = _extension(stack, previous, old, chosen.window, note)
        keep = np.zeros(len(stack.pairs), bool)
        keep[np.flatnonzero(stack.keep)[extension.used]] = True
        place = _reference_window(previous)
        with StackReader(stack, keep) as reader:
            check_unwrapped(reader)
            reference = referencing.reference_of(place, reader.read(place).phase)
            table = coherence_weights(stack, chosen, note)
            function = BlockAppend(
                extension, make_plan(extension.contracted), reference.phase, stack.wavelength,
                table, np.zeros((len(extension.dates),) * 2), chosen.thresholds.min_coherence,
                chosen.min_temporal_coherence, chosen.split != "no_data", chosen.robust,
            )  # fmt: skip
            shape = _linked_covariance(stack, previous, extension, job)
            if shape is None:
                covariance, scale = _covariance(reader, old, previous, extension, function, note)
            else:
                covariance, scale = shape, float(previous.attributes.get("PAIR_NOISE_SCALE", 1.0))
            function = replace(function, covariance=covariance, linked=shape is not None)
            if chosen.noise == AUTO and shape is None:
                noise = sampled_noise(old, VelocityModel(), None, pair_noise(old))
                if not noise.is_white:
                    note(noise.describe())
                    inflation = rate_inflation(
                        noise, extension.years, np.ones(len(extension.years))
                    )
                    function = replace(function, inflation=inflation)
        with_coherence = table is not None or chosen.thresholds.min_coherence > 0
        beside = with_coherence + chosen.robust
        memory = bytes_per_pixel(len(extension.pairs), len(extension.dates), beside)
        attributes = {
            **previous.attributes, "PAIR_NOISE_SCALE": repr(float(scale)),
            "APPENDED_FROM": str(extension.dates[extension.old]).replace("-", ""),
        }  # fmt: skip
        if function.linked:
            attributes[OF_LINKED] = "yes"
        baselines = _baselines(extension, stack.perpendicular_baseline[keep], previous)
        with (
            StackReader(stack, keep, with_coherence) as reader,
            SbasFiles(outputs, stack, extension.network, attributes, baselines) as files,
        ):
            job.blocks(
                function, partial(_read, reader, old), files.write, stack.grid,
                memory + 4.0 * extension.old,
            )  # fmt: skip
            mean = np.trace(covariance) / len(covariance)
            if mean > 0:
                covariance = covariance / mean
                files.table("pairNoiseCovariance", covariance)
            files.write_noise(covariance)
            known, texts = old.table("pairs"), date_texts(extension.dates[extension.pairs])
            if known is not None:
                files.table("pairs", np.unique(np.concatenate([known, texts]), axis=0))
    if files.pixels == 0:
        raise GroundshiftError(
            f"{stack.path}: no pixel of the previous series has a pair with a new date that "
            "fulfils the thresholds; lower them."
        )
    x, y = centre_place(stack, reference.centre)
    return {
        **files.numbers(-stack.wavelength / (4 * np.pi), note), "DATES": len(extension.dates),
        "PAIRS": len(extension.pairs), "PARTS": int(extension.contracted.subsets().max()) + 1,
        "REFERENCE_X": x, "REFERENCE_Y": y,
    }  # fmt: skip


def _check(stack, previous, chosen) -> None:
    """Refuse what does not belong together."""
    check_coherence(stack, chosen)
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
    if chosen.bridge or chosen.bootstrap:
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
        f"{counted(len(new), 'new date')}, {new[0]} to {new[-1]}, from "
        f"{counted(len(extension.pairs), 'pair')}; "
        f"{counted(extension.old - extension.held, 'old date')} solved again for their sake, with "
        "unchanged values."
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


def _linked_covariance(stack, previous, extension, job):
    """Shape of the noise of linked phases over all dates; None where there is none or not all."""
    if stack.has_linked_noise:
        known = read_tables(stack.path).get(DATES)
        if known is not None and np.isin(date_texts(extension.dates), known).all():
            job.note("The phases are linked ones: their predicted noise goes into the errors.")
            return covariance_at(stack.path, extension.dates)
    if stack.has_linked_noise or OF_LINKED in previous.attributes:
        job.warn(
            "The phases are linked ones, and the stack does not tell the noise of the "
            "links over all dates of the series; that of the pairs stands for it at the new dates, "
            "and standard deviations of rates may be too small. Link all images and invert anew."
        )
    return None


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
