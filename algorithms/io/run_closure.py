# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure of a stack file: maps of unwrapping errors, and their correction."""

from __future__ import annotations

import contextlib
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.stack import Stack
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, check_cancelled, run
from ..timeseries.bridging import BridgingOptions, bridge, find_components, order_components
from ..timeseries.closure import (
    ClosurePlan,
    ClosureTotals,
    keep_sure_patches,
    spread_cycles,
)
from ..timeseries.closure_blocks import Closed, Confirm, CycleBlock, Propose
from ..timeseries.cycle_store import CycleStore
from ..timeseries.network import Network
from ..timeseries.triplets import find_triplets, loop_rms_by_pair
from .atomic import Transaction
from .corrected_copy import CorrectedCopy
from .hdf5 import StackReader, open_hdf5, read_stack
from .pair_statistics import sample_phase
from .pair_table import pair_columns, write_pair_table
from .placing import placed_writer
from .rasters import BandInfo
from .reference_place import check_unwrapped

METHODS = ("bridging_closure", "bridging", "closure", "none")
MINTPY_METHODS = {"bridging_closure": "bridging+phase_closure", "closure": "phase_closure"}
# What a pixel takes while the components of a pair are found and joined.
BRIDGING_BYTES = 80
COMPONENTS = "connectComponent"  # MintPy's name
NO_TRIPLET = -1
LEAST_EVIDENCE = 8.0  # 3000 to 1; where 2 % of the phases slipped, 60 to 1 with that known


@dataclass(frozen=True)
class ClosureOptions:
    """How unwrapping errors are corrected.

    Parameters
    ----------
    method : str
        One of :data:`METHODS`; ``none`` maps them only.
    bridging : BridgingOptions
    alpha : float
        Weight of sparsity in the integer closure.
    least_patch : int
        Corrections of fewer connected pixels of a pair are left out whatever their evidence.
    least_evidence : float
        Logarithm of the odds that a patch needs, see :func:`..timeseries.closure.evidence`.
    """

    method: str = METHODS[0]
    bridging: BridgingOptions = field(default_factory=BridgingOptions)
    alpha: float = 0.01
    least_patch: int = 1
    least_evidence: float = LEAST_EVIDENCE


@dataclass(frozen=True)
class ClosureTargets:
    """Where to write; None for what is not wanted."""

    corrected: Path | None = None
    before: Path | None = None
    after: Path | None = None
    table: Path | None = None


@dataclass(frozen=True)
class ClosureReport:
    """What was found and mended.

    Parameters
    ----------
    network : Network
    triplets : int
    before, after : ClosureTotals
    corrected : ndarray of int, shape (pair,)
        Pixels that were given cycles.
    layers : dict of str to Summary
        Of the maps ``before`` and ``after``.
    doubtful : int
        Values for which a correction was found and left alone for want of evidence.
    """

    network: Network
    triplets: int
    before: ClosureTotals
    after: ClosureTotals
    corrected: np.ndarray
    layers: dict[str, Summary]
    doubtful: int = 0

    def sentence(self) -> str:
        """What happened, for the log."""
        if not self.triplets:
            return (
                f"{self.corrected.sum()} values of {(self.corrected > 0).sum()} pairs were "
                "corrected; without triplets nothing can check them."
            )
        return (
            f"Of {self.triplets} triplets {self.before.share:.2%} did not close over the scene and "
            f"{self.after.share:.2%} do not now; {self.corrected.sum()} values of "
            f"{(self.corrected > 0).sum()} pairs were corrected.{self._left_alone()}"
        )

    def _left_alone(self) -> str:
        """What was not corrected, and why."""
        text = ""
        if self.doubtful:
            text = (
                f" {self.doubtful} value(s) were left alone though a correction was found, since "
                "noise explains them nearly as well."
            )
        if self.after.broken_pixels and self.corrected.any():
            text += (
                f" At {self.after.broken_pixels} pixel(s) some triplets do not close yet: noise "
                "breaks them, or several pairs would mend them alike."
            )
        return text


@dataclass(frozen=True)
class _Run:
    """What all steps of a run share."""

    stack: Stack
    reader: StackReader
    plan: ClosurePlan
    options: ClosureOptions
    run_options: RunOptions
    cancelled: Callable[[], bool] | None
    log: Callable[[str], None]

    @property
    def pairs(self) -> int:
        """Pairs that are read."""
        return len(self.reader.indices)


def run_closure(
    stack_path,
    targets: ClosureTargets,
    options: ClosureOptions | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> ClosureReport:
    """Map the triplets of a stack that don't close, and correct its unwrapping errors.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    targets : ClosureTargets
    options : ClosureOptions, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    ClosureReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or ClosureOptions(), run_options or RunOptions()
    stack = read_stack(stack_path)
    _check(stack, targets, options)
    network = Network.from_pairs(stack.pairs[stack.keep])
    triplets = find_triplets(network)
    if not len(triplets) and options.method in ("closure", "none"):
        raise GroundshiftError(
            f"{stack.path}: no three pairs make a triplet, so nothing can be said about closure; "
            "add pairs or choose the method 'bridging'."
        )
    progress = progress or (lambda share: None)
    with StackReader(stack, with_coherence=False) as reader, Transaction() as files:
        check_unwrapped(reader)
        plan = ClosurePlan.of_sample(triplets, sample_phase(reader))
        job = _Run(stack, reader, plan, options, run_options, cancelled, log or (lambda text: None))
        store = CycleStore(stack.grid, len(network.pairs))
        if "bridging" in options.method:
            _bridge(job, store, lambda share: progress(0.4 * share))
        sure = CycleStore(stack.grid, len(network.pairs))
        before, first = _propose(
            job, store, sure, files, targets, lambda s: progress(0.4 + 0.25 * s)
        )
        if not before.present.any():
            raise GroundshiftError(
                f"{stack.path}: no pair has a value anywhere; check its no-data value and import "
                "it again."
            )
        after, second, corrected = before, first, np.zeros(len(network.pairs), int)
        doubtful = 0
        if options.method != "none":
            spread, doubtful = _tidy(job, store, sure)
            after, second, corrected = _confirm(
                job, store, spread, files, targets, lambda s: progress(0.65 + 0.35 * s)
            )
        if targets.table:
            columns = _columns(network, before, after, corrected)
            write_pair_table(files.add(targets.table), columns)
    layers = {"before": first, "after": second}
    return ClosureReport(network, len(triplets), before, after, corrected, layers, doubtful)


def _check(stack, targets, options) -> None:
    if options.method not in METHODS:
        raise GroundshiftError(
            f"'{options.method}' is no method; choose one of {', '.join(METHODS)}."
        )
    if not stack.keep.any():
        raise GroundshiftError(
            f"{stack.path}: all pairs are dropped (dropIfgram); import it again."
        )
    target = targets.corrected
    if target is not None and Path(target).resolve() == stack.path.resolve():
        raise GroundshiftError(
            f"{target}: is the stack that is read; give another name for the corrected one."
        )
    if target is not None and options.method == "none":
        raise GroundshiftError(
            "A corrected stack needs a method of correction; choose one or leave the output out."
        )


def _bridge(job: _Run, store: CycleStore, progress) -> None:
    """Bridge the components of every pair; a pair at a time on each core."""
    grid = job.stack.grid
    needed = float(BRIDGING_BYTES * grid.rows * grid.cols)
    if needed > job.run_options.budget:
        raise GroundshiftError(
            f"Bridging needs a whole interferogram in memory and the budget is too small for it; "
            f"give at least {needed / (1 << 20) + 1:.0f} MiB or choose the method 'closure'."
        )
    cores = job.run_options.workers or os.cpu_count() or 1
    threads = max(1, min(cores, int(job.run_options.budget / needed)))
    whole = Window(0, 0, *grid.shape)
    extend = ~job.plan.free
    with open_hdf5(job.stack.path) as file, ThreadPoolExecutor(threads) as pool:
        given = COMPONENTS in file
        job.log(
            "Components are those of the product." if given
            else "Components are built from coherence and continuity of the phase."
        )  # fmt: skip

        def cycles_of(number):
            check_cancelled(job.cancelled)
            index = job.reader.indices[number]
            chosen = np.zeros(len(job.stack.pairs), bool)
            chosen[index] = True
            with StackReader(job.stack, chosen, with_coherence=not given) as reader:
                block = reader.read(whole)
            options, phase = job.options.bridging, block.phase[0]
            if given:
                labels = order_components(file[COMPONENTS][index], phase, options.least_pixels)
            else:
                coherence = None if block.coherence is None else block.coherence[0]
                labels = find_components(phase, coherence, options)
            return bridge(phase, labels, options, bool(extend[number]))

        for number, cycles in enumerate(pool.map(cycles_of, range(job.pairs))):
            store.put_plane(number, cycles)
            progress((number + 1) / job.pairs)


def _propose(job: _Run, store: CycleStore, sure: CycleStore, files, targets, progress):
    """Closure as it is, and the cycles that would mend it and their evidence into the stores."""
    alpha = job.options.alpha if "closure" in job.options.method else None
    none = job.options.method == "none"
    totals = ClosureTotals(job.plan.triplets)

    def read(window):
        return CycleBlock(job.reader.read(window).phase, store.block(window))

    def write(window, result: Closed):
        totals.add(result.closure)
        counts.write(window, result.closure)
        if not none:
            store.put_block(window, result.cycles)
            sure.put_block(window, result.evidence)

    with _CountMap(job, files, targets.before, "before") as counts:
        _run(job, Propose(job.plan, alpha), read, write, 8.0, progress)
    return totals, counts.summary()


def _tidy(job: _Run, store: CycleStore, sure: CycleStore):
    """Drop doubtful patches from the store.

    Returns what most neighbours have, and the number of values that were dropped.
    """
    spread, dropped = CycleStore(job.stack.grid, job.pairs), 0
    options = job.options
    for pair in range(job.pairs):
        check_cancelled(job.cancelled)
        if not store.empty(pair):
            found, weights = store.plane(pair), sure.plane(pair)
            plane = keep_sure_patches(found, weights, options.least_evidence, options.least_patch)
            dropped += int(np.count_nonzero(found) - np.count_nonzero(plane))
            store.put_plane(pair, plane)
            spread.put_plane(pair, spread_cycles(plane))
    return spread, dropped


def _confirm(job: _Run, store: CycleStore, spread: CycleStore, files, targets, progress):
    """Keep what helps, and write the corrected stack."""
    totals = ClosureTotals(job.plan.triplets)
    corrected = np.zeros(job.pairs, int)

    def read(window):
        return CycleBlock(job.reader.read(window).phase, store.block(window), spread.block(window))

    def write(window, result: Closed):
        totals.add(result.closure)
        counts.write(window, result.closure)
        corrected[:] += (result.cycles != 0).sum(axis=(1, 2))
        if copy is not None:
            copy.add(window, result.cycles)

    with contextlib.ExitStack() as outputs:
        copy = None
        if targets.corrected:
            name = MINTPY_METHODS.get(job.options.method, job.options.method)
            path = files.add(targets.corrected)
            copy = outputs.enter_context(
                CorrectedCopy(job.stack.path, path, job.reader.indices, name)
            )
        counts = outputs.enter_context(_CountMap(job, files, targets.after, "after"))
        _run(job, Confirm(job.plan), read, write, 16.0, progress)
    return totals, counts.summary(), corrected


def _run(job, function, read, write, bytes_per_pair, progress):
    run(
        function, read, write, job.stack.grid,
        bytes_per_pixel=bytes_per_pair * job.pairs + 0.5 * len(job.plan.triplets) + 64.0,
        options=job.run_options, progress=progress, cancelled=job.cancelled,
    )  # fmt: skip


class _CountMap(contextlib.ExitStack):
    """The map of triplets that don't close, where it is wanted, and its statistics."""

    def __init__(self, job: _Run, files: Transaction, target, when: str):
        super().__init__()
        grid = job.stack.grid
        self._sampler = Sampler(grid)
        self._raster = None
        if target:
            # MintPy's name for the same count.
            band = BandInfo("numTriNonzeroIntAmbiguity", "triplets", (("WHEN", when),))
            self._raster = self.enter_context(
                placed_writer(
                    files.add(target), job.stack, [band], dtype="int16", nodata=NO_TRIPLET
                )
            )

    def write(self, window, closure) -> None:
        self._sampler.add(window, np.where(closure.known > 0, closure.broken, np.nan))
        if self._raster is not None:
            self._raster.write(window, np.where(closure.known > 0, closure.broken, NO_TRIPLET))

    def summary(self) -> Summary:
        return self._sampler.summary()


def _columns(network, before, after, corrected) -> dict:
    with np.errstate(invalid="ignore", divide="ignore"):
        share = corrected / before.present

    def rms(totals):
        return np.round(loop_rms_by_pair(totals.triplets, totals.loop_rms), 4)

    return {
        **pair_columns(network),
        "triplets": np.diff(before.triplets.by_pair()[0]).astype(int),
        "loop_rms_before_rad": rms(before),
        "loop_rms_after_rad": rms(after),
        "nonclosing_share_before": np.round(before.nonclosing_share, 5),
        "nonclosing_share_after": np.round(after.nonclosing_share, 5),
        "corrected_pixels": corrected,
        "corrected_share": np.round(share, 5),
    }
