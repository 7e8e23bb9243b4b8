# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rate of a stack file by stacking: files in, files out, block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.network import Network
from ..timeseries.stacking import (
    NOISE,
    BlockStacking,
    StackingBlock,
    StackingOptions,
    bytes_per_pixel,
    consecutive_pairs,
)
from ..timeseries.weights import weight_table
from .atomic import Transaction
from .hdf5 import StackReader, read_stack
from .placing import placed_writer
from .rasters import BandInfo
from .reference_place import ReferenceChoice, find_reference, tell_reference
from .run_sbas import (
    ASSUMED_LOOKS,
    LOOKS_PER_INDEPENDENT_LOOK,
    VARIANCES,
    check_coherence,
    kept_pairs,
)
from .sbas_typical import sampled_rows

FEWEST_PAIRS = 3  # of a pixel whose residuals tell about the noise

# target: (field of the block, band, factor to the unit, type, no data)
LAYERS = {
    "velocity": ("velocity", BandInfo("velocity_mm_yr", "mm/yr"), 1e3, "float32", np.nan),
    "velocity_std": (
        "velocity_std", BandInfo("velocity_std_mm_yr", "mm/yr"), 1e3, "float32", np.nan,
    ),
    "pair_count": ("pair_count", BandInfo("pair_count"), 1, "int16", -1),
}  # fmt: skip


@dataclass(frozen=True)
class StackingTargets:
    """Where to write; None for what is not wanted."""

    velocity: Path | None = None
    velocity_std: Path | None = None
    pair_count: Path | None = None


@dataclass(frozen=True)
class StackingReport:
    """What came out.

    Parameters
    ----------
    pairs : int
        Used.
    pixels : int
        With a rate.
    reference : (x, y)
        Map coordinates of the reference's centre.
    layers : dict of str to Summary
        Statistics of the layers in their units, by the name of the target.
    """

    pairs: int
    pixels: int
    reference: tuple
    layers: dict[str, Summary]


class _Outputs(contextlib.ExitStack):
    """The rasters of a run and their statistics."""

    def __init__(self, files: Transaction, stack, targets: StackingTargets):
        super().__init__()
        self.samplers = {name: Sampler(stack.grid) for name in LAYERS}
        self._rasters = {}
        for name, (_, band, _, dtype, nodata) in LAYERS.items():
            target = getattr(targets, name)
            if target:
                raster = placed_writer(files.add(target), stack, [band], dtype=dtype, nodata=nodata)
                self._rasters[name] = self.enter_context(raster)

    def write(self, window, block: StackingBlock) -> None:
        """Write a block to all files."""
        for name, (source, _, factor, _, _) in LAYERS.items():
            values = getattr(block, source) * factor
            self.samplers[name].add(window, values)
            if name in self._rasters:
                self._rasters[name].write(window, values)


def run_stacking(
    stack_path,
    targets: StackingTargets,
    options: StackingOptions | None = None,
    *,
    reference: ReferenceChoice | None = None,
    exclude_dates=(),
    exclude_pairs=(),
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> StackingReport:
    """Stack the pairs of a file for their rate.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    targets : StackingTargets
    options : StackingOptions, optional
    reference : ReferenceChoice, optional
    exclude_dates : sequence of datetime64[D]
    exclude_pairs : sequence of (datetime64[D], datetime64[D])
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    StackingReport

    Raises
    ------
    GroundshiftError
        For input that cannot be stacked; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or StackingOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    if options.noise not in NOISE:
        raise GroundshiftError(
            f"'{options.noise}' is no picture of the noise; choose one of {', '.join(NOISE)}."
        )
    stack = read_stack(stack_path)
    check_coherence(stack, options)
    keep = _chosen_pairs(stack, options, exclude_dates, exclude_pairs, log)
    network = Network.from_pairs(stack.pairs[keep])
    needs_coherence = options.weights != "uniform" or options.minimum_coherence > 0
    with StackReader(stack, keep) as reader:
        chosen = find_reference(
            reader, stack.pairs[keep], reference or ReferenceChoice(), run_options, progress,
            cancelled,
        )  # fmt: skip
        (x, y), lost = tell_reference(stack, stack.pairs[keep], chosen, log)
        table = _table(stack, options, log)
        if options.weights in VARIANCES and options.noise == "dates":
            table = _with_atmosphere(table, reader, network, chosen.phase, log)
    function = BlockStacking(network, chosen.phase, stack.wavelength, table, options)
    share = None if progress is None else lambda done: progress(0.3 + 0.7 * done)
    with StackReader(stack, keep, needs_coherence) as reader, Transaction() as files:
        with _Outputs(files, stack, targets) as outputs:
            run(
                function, reader.read, outputs.write, stack.grid,
                bytes_per_pixel=bytes_per_pixel(len(network.pairs), needs_coherence),
                options=run_options, progress=share, cancelled=cancelled,
            )  # fmt: skip
        layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
        if not layers["velocity"].count:
            raise GroundshiftError(
                f"{stack.path}: no pixel has {options.minimum_pairs} pair(s) with a coherence of "
                f"at least {options.minimum_coherence:g}; lower the thresholds."
            )
    return StackingReport(len(network.pairs) - lost, layers["velocity"].count, (x, y), layers)


def _chosen_pairs(stack, options, exclude_dates, exclude_pairs, log) -> np.ndarray:
    """Which of the stack's pairs are stacked, shape (pair,)."""
    keep = kept_pairs(stack, exclude_dates, exclude_pairs)
    if options.consecutive:
        neighbours = consecutive_pairs(stack.pairs[keep])
        dates = len(np.unique(stack.pairs[keep]))
        log(f"{neighbours.sum()} of {dates - 1} intervals between neighbouring dates have a pair.")
        keep[keep] = neighbours
    return keep


def _table(stack, options, log):
    """Weights over coherence, or None for equal ones."""
    if options.weights == "uniform":
        return None
    looks = options.looks or stack.looks
    if looks is None:
        looks = ASSUMED_LOOKS
        if options.weights in ("cramer_rao", "phase_variance"):
            log(f"The number of looks is not known; {looks:g} are assumed for the weights.")
    return weight_table(options.weights, max(1.0, looks / LOOKS_PER_INDEPENDENT_LOOK))


def _with_atmosphere(table, reader, network, reference, log) -> np.ndarray:
    """Weights by the variance of decorrelation and atmosphere together, from a sample of rows.

    By the former alone the most coherent pairs, which are the shortest, would weigh too much where
    the atmosphere of their dates is what makes them err.
    """
    spans = network.years[network.pairs[:, 1]] - network.years[network.pairs[:, 0]]
    expected = 1.0 / np.maximum(table, np.finfo(float).tiny)
    last = len(table) - 1
    total, count = 0.0, 0
    for window in sampled_rows(reader.stack.grid):
        block = reader.read(window)
        phase = block.phase.reshape(len(spans), -1) - reference[:, np.newaxis]
        valid = np.isfinite(phase) & np.isfinite(block.coherence.reshape(phase.shape))
        valid &= valid.sum(axis=0) >= FEWEST_PAIRS
        index = np.rint(np.clip(np.nan_to_num(block.coherence), 0, 1) * last).astype(int)
        known = np.where(valid, phase, 0.0)
        length = (spans**2) @ valid
        rate = (spans @ known) / np.where(length > 0, length, 1.0)
        left = np.where(valid, known - np.multiply.outer(spans, rate), 0.0)
        total += float((left**2 - np.where(valid, expected[index.reshape(phase.shape)], 0.0)).sum())
        count += int(valid.sum())
    by_dates = max(total / count, 0.0) if count else 0.0
    log(
        f"Weights: beside decorrelation, the atmosphere of its dates makes a pair err by "
        f"{np.sqrt(by_dates):.2f} rad."
    )
    return 1.0 / (expected + by_dates)
