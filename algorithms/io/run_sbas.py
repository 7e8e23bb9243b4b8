# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The SBAS inversion of a stack file: files in, files out, block by block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Callable

import numpy as np

from ..data.stack import Stack
from ..data.statistics import Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.coloured import AUTO, rate_inflation
from ..timeseries.date_noise import ESTIMATED, date_variances, series_covariance
from ..timeseries.inversion import make_plan
from ..timeseries.network import Network
from ..timeseries.sbas import BlockInversion, SbasOptions, bytes_per_pixel
from ..timeseries.velocity import DAYS_PER_YEAR
from ..timeseries.weights import weight_table
from .atomic import Transaction
from .hdf5 import StackReader, date_texts, read_stack
from .hdf5_layout import OF_LINKED
from .linked_noise import covariance_at
from .reference_place import ReferenceChoice, find_reference, tell_reference
from .sbas_outputs import SbasOutputs, SbasTargets
from .sbas_residuals import write_residuals
from .sbas_typical import (
    estimated_sigma,
    given_sigma,
    sampled_colour,
    sampled_roughness,
    typical_covariance,
    typical_weights,
)

# What is known of Sentinel-1: neighbouring looks are not independent (FIELD.md, section 2).
LOOKS_PER_INDEPENDENT_LOOK = 1.94
ASSUMED_LOOKS = 20.0
VARIANCES = ("cramer_rao", "phase_variance")


@dataclass(frozen=True)
class SbasReport:
    """What came out.

    Parameters
    ----------
    dates, pairs : int
        Used in the inversion.
    pixels : int
        With a result.
    split_pixels : int
        Of those, the ones whose network is cut.
    subsets : int
        Parts that the whole network is in.
    reference : (x, y)
        Map coordinates of the reference's centre.
    layers : dict of str to Summary
        Statistics of the layers in their units, by the name of the target.
    noisy_dates : int
        Dates whose residuals stand out.
    notes : tuple of str
        Sentences for the log.
    """

    dates: int
    pairs: int
    pixels: int
    split_pixels: int
    subsets: int
    reference: tuple
    layers: dict = field(default_factory=dict)
    noisy_dates: int = 0
    notes: tuple = ()


def run_sbas(
    stack_path,
    targets: SbasTargets,
    options: SbasOptions | None = None,
    *,
    reference: ReferenceChoice | None = None,
    exclude_dates=(),
    exclude_pairs=(),
    date_sigma=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SbasReport:
    """Invert a stack file for its displacement time series.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    targets : SbasTargets
    options : SbasOptions, optional
    reference : ReferenceChoice, optional
    exclude_dates : sequence of datetime64[D]
    exclude_pairs : sequence of (datetime64[D], datetime64[D])
    date_sigma : dict or str, optional
        Noise by date in metres, ``"*"`` for all others, or ``"estimated"`` from a trial run: the
        rate and, where weights are variances, the pairs are weighed by it.
    run_options : RunOptions, optional
    progress, cancelled, log : callable, optional

    Returns
    -------
    SbasReport

    Raises
    ------
    GroundshiftError
        For input that cannot be inverted; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or SbasOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    notes = []

    def note(text):
        notes.append(text)
        log(text)

    stack = read_stack(stack_path)
    keep = kept_pairs(stack, exclude_dates, exclude_pairs)
    check_coherence(stack, options)
    with StackReader(stack, keep) as reader:
        chosen = find_reference(
            reader, stack.pairs[keep], reference or ReferenceChoice(), run_options, progress,
            cancelled,
        )  # fmt: skip
        (x, y), lost = tell_reference(stack, stack.pairs[keep], chosen, note)
        network = Network.from_pairs(stack.pairs[keep])
        function, parts = _block_function(stack, network, chosen, options, note)
        if options.robust:
            function = _with_roughness(function, reader, note)
        if stack.has_linked_noise:
            function = _with_linked_noise(function, stack, network, note)
        if date_sigma is not None:
            function = _with_date_noise(function, reader, network, date_sigma, note)
        if options.noise == AUTO and not (options.bootstrap or stack.has_linked_noise):
            function = _with_colour(function, reader, network, note)
    with StackReader(stack, keep, function.uses_coherence) as reader:
        report = _stream(
            reader, stack, network, function, targets, run_options, progress, cancelled,
            reference_marks(chosen), options, note,
        )  # fmt: skip
    if report.split_pixels:
        share = 100.0 * report.split_pixels / report.pixels
        how = "is a minimum-norm guess between the parts and has no standard deviation"
        if options.bridge:
            how = f"is bridged between the parts by a {options.bridge} model (NSBAS)"
        note(
            f"At {report.split_pixels} pixel(s) ({share:.1f} %) the network is cut: their series "
            f"{how}; see the layer of network subsets."
        )
    return SbasReport(
        len(network.dates), len(network.pairs) - lost, report.pixels, report.split_pixels, parts,
        (x, y), report.layers, report.noisy_dates, tuple(notes),
    )  # fmt: skip


def kept_pairs(stack: Stack, exclude_dates=(), exclude_pairs=()) -> np.ndarray:
    """Which pairs of a stack are used, shape (interferogram,).

    Raises
    ------
    GroundshiftError
        If none is, or an exclusion is not in the stack.
    """
    if stack.keep.size and not stack.keep.any():
        raise GroundshiftError(
            f"{stack.path}: all pairs are marked as dropped (dropIfgram); import it again."
        )
    whole = Network.from_pairs(stack.pairs)
    keep = stack.keep & whole.without(exclude_dates, exclude_pairs)
    if not keep.any():
        raise GroundshiftError(
            f"{stack.path}: no pair is left after the exclusions; exclude fewer dates or pairs."
        )
    return keep


def check_coherence(stack: Stack, options: SbasOptions) -> None:
    """Refuse options that need a coherence that the stack lacks."""
    if stack.has_coherence:
        return
    if options.minimum_coherence > 0:
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so no coherence threshold can be applied; set the "
            "threshold to 0 or import the coherence with the phase."
        )
    if options.weights != "uniform":
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so the pairs cannot be weighted by it; choose "
            "uniform weights or import the coherence with the phase."
        )


def _block_function(stack, network, chosen, options, note):
    """The inversion as a function of a block, and the number of parts of the network."""
    parts = int(network.subsets().max()) + 1
    if parts > 1:
        note(f"The network is cut: {network.describe_subsets()}")
    independent = independent_looks(stack, options, note)
    table = None
    if options.weights != "uniform":
        table = weight_table(options.weights, independent)
    spans = (network.dates[network.pairs[:, 1]] - network.dates[network.pairs[:, 0]]).astype(float)
    return BlockInversion(
        make_plan(network), network.years, spans / DAYS_PER_YEAR, chosen.phase, stack.wavelength,
        table, options.weights in VARIANCES, options,
    ), parts  # fmt: skip


def independent_looks(stack, options, note) -> float:
    """Looks as the weights take them; says so where their number is assumed."""
    looks = options.looks or stack.looks
    if looks is None:
        looks = ASSUMED_LOOKS
        if options.weights in VARIANCES:
            note(f"The number of looks is not known; {looks:g} are assumed for the weights.")
    return max(1.0, looks / LOOKS_PER_INDEPENDENT_LOOK)


def reference_marks(chosen) -> dict:
    """Attributes that say where the reference is: its centre as MintPy has it, and its window."""
    window = chosen.window
    return {
        "REF_Y": str(chosen.centre[0]), "REF_X": str(chosen.centre[1]),
        "REF_WINDOW": f"{window.row} {window.col} {window.height} {window.width}",
    }  # fmt: skip


def _with_roughness(function, reader, note) -> BlockInversion:
    """The block function with what the series says where the pairs of a date disagree."""
    roughness = sampled_roughness(reader, function)
    if not np.isfinite(roughness).any():
        note(
            "Unwrapping errors: too few dates, or too few sampled pixels with a whole network, to "
            "judge by the series where half of a date's pairs slipped; the pairs alone decide."
        )
    return replace(function, roughness=roughness)


def _with_linked_noise(function, stack, network, note) -> BlockInversion:
    """The block function with the noise of linked phases, which close whatever they are."""
    covariance = covariance_at(stack.path, network.dates)
    note("The phases are linked ones: their predicted noise goes into the errors.")
    return replace(function, linked_covariance=covariance)


def _with_colour(function, reader, network, note) -> BlockInversion:
    """The block function with what the colour of the noise makes of the rates' errors."""
    noise = sampled_colour(reader, network, function)
    if noise.is_white:
        return function
    note(noise.describe())
    inflation = rate_inflation(noise, network.years, function.date_weights)
    return replace(function, inflation=inflation)


def _with_date_noise(function, reader, network, date_sigma, note) -> BlockInversion:
    """The block function with the noise of the dates, given or estimated."""
    if isinstance(date_sigma, str) and date_sigma == ESTIMATED:
        sigma, pair_sigma = estimated_sigma(reader, network, function)
        worst = np.argsort(sigma)[::-1][:3]
        named = ", ".join(f"{network.dates[n]} {1e3 * sigma[n]:.1f} mm" for n in worst)
        note(f"Noise by date: median {1e3 * np.median(sigma):.1f} mm; largest: {named}.")
    else:
        sigma = given_sigma(network.dates, date_sigma)
        pair_sigma = sigma if function.weights_are_variances else None
    return replace(function, date_sigma=sigma, pair_sigma=pair_sigma)


@dataclass(frozen=True)
class _Streamed:
    pixels: int
    split_pixels: int
    layers: dict[str, Summary]
    noisy_dates: int


def _stream(
    reader,
    stack,
    network,
    function,
    targets,
    run_options,
    progress,
    cancelled,
    marks,
    options,
    note,
) -> _Streamed:
    attributes = {k: v for k, v in stack.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
    attributes.update(
        marks, REF_DATE=str(network.dates[0]).replace("-", ""), WEIGHTS=options.weights,
        MIN_COHERENCE=str(options.minimum_coherence), MIN_PAIRS=str(options.minimum_pairs),
    )  # fmt: skip
    share = None if progress is None else lambda done: progress(0.3 + 0.7 * done)
    memory = bytes_per_pixel(
        len(network.pairs), len(network.dates), function.uses_coherence, options
    )
    covariance, scale = typical_covariance(typical_weights(reader, network, function), network)
    if function.linked_covariance is not None:
        covariance = function.linked_covariance
        covariance = covariance * len(covariance) / np.trace(covariance)
        attributes[OF_LINKED] = "yes"
    attributes["PAIR_NOISE_SCALE"] = repr(float(scale))
    with Transaction() as files:
        with SbasOutputs(files, stack, network, targets, attributes) as outputs:
            outputs.table("pairNoiseCovariance", covariance)
            outputs.table("pairs", date_texts(network.dates[network.pairs]))
            run(
                function, reader.read, outputs.write, stack.grid, bytes_per_pixel=memory,
                options=run_options, progress=share, cancelled=cancelled,
            )  # fmt: skip
            _write_noise(outputs, network, function, covariance)
        rows = outputs.residuals.rows(function.metres)
        if targets.residuals:
            write_residuals(files.add(targets.residuals), rows)
        if outputs.pixels == 0:
            raise GroundshiftError(
                f"{stack.path}: no pixel fulfils the thresholds (coherence "
                f"{options.minimum_coherence:g}, {options.minimum_pairs} pairs, temporal coherence "
                f"{options.minimum_temporal_coherence:g}); lower them."
            )
    said = outputs.residuals.describe(function.metres)
    if said:
        note(said)
    noisy = sum(row["noisy"] for row in rows if row["kind"] == "date")
    layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
    return _Streamed(outputs.pixels, outputs.split, layers, noisy)


def _write_noise(outputs, network, function, covariance) -> None:
    """Put the covariance of the series at a typical pixel beside it, and the dates' noise."""
    typical = outputs.pair_noise.summary().mean
    pairs = covariance * (typical if np.isfinite(typical) else 0.0)
    variances = date_variances(
        outputs.residuals.date_squares, network.years, pairs, function.date_weights
    )
    outputs.table("seriesCovariance", series_covariance(pairs, variances))
    outputs.table("dateNoise", np.sqrt(variances))
    if function.date_sigma is not None:
        outputs.table("dateSigma", function.date_sigma)
