# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping errors of a stack file: found by phase closure, mapped, and mended."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ...data.network import Network, pair_names
from ...data.stack import Stack
from ...errors import GroundshiftError, counted
from ...formats.hdf5.corrected_copy import CorrectedCopy
from ...formats.hdf5.stacks import StackReader, read_stack
from ...formats.rasters import read_raster
from ...formats.text.pair_table import pair_columns, write_pair_table
from ...outputs import Layer
from ..bridging import BridgingOptions
from ..closure import ClosurePlan, ClosureTotals, keep_sure_patches, spread_cycles
from ..closure_blocks import Closed, Confirm, CycleBlock, Packed, Propose
from ..component_blocks import LabelComponents, SceneComponents
from ..cycle_store import TILE_ROWS, CycleStore
from ..reference import Scan
from ..triplets import find_triplets, loop_rms_by_pair
from .components import BRIDGING_BYTES, BridgePair
from .pair_statistics import check_pairs, sample_phase
from .reference_place import check_unwrapped

MINTPY_METHODS = {"bridging_closure": "bridging+phase_closure", "closure": "phase_closure"}
NO_TRIPLET = -1


def mend(chosen, outputs, job, stack=None, seen=None, sample=None) -> Mending:
    """Map the triplets of a stack that don't close, and correct its unwrapping errors.

    Parameters
    ----------
    chosen : Closure
        Of :mod:`.closure`, and so are the outputs.
    outputs : Outputs
    job : Job
    stack : Stack, optional
        Instead of the file's own, with other pairs dropped.
    seen : ThinnedScan, optional
        Filled with what the search for a reference looks at, of the corrected stack.
    sample : StackSample, optional
        Filled with a thinning of the stack as it was.

    Returns
    -------
    Mending

    Raises
    ------
    GroundshiftError
        If the stack cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    stack = stack or read_stack(chosen.source.stack)
    target = outputs.targets.get("CORRECTED_STACK")
    check_pairs(stack, target, "corrected")
    if target is not None and chosen.method == "none":
        raise GroundshiftError(
            "A corrected stack needs a method of correction; choose one or leave the output out."
        )
    network = Network.from_pairs(stack.pairs[stack.keep])
    triplets = find_triplets(network)
    hints = None if chosen.hints is None else read_hints(chosen.hints, stack, network)
    if not len(triplets) and chosen.method in ("closure", "none") and hints is None:
        raise GroundshiftError(
            f"{stack.path}: no three pairs make a triplet, so nothing can be said about closure; "
            "add pairs, choose the method 'bridging', or give hints (HINTS)."
        )
    outputs.when = network.dates[0], network.dates[-1]
    with StackReader(stack, with_coherence=seen is not None) as reader:
        check_unwrapped(reader)
        plan = ClosurePlan.of_sample(triplets, sample_phase(reader))
        found = Mending(chosen, outputs, reader, plan, hints, seen, sample)
        found.propose(job.part(0.0, 0.65))
        if not found.before.present.any():
            raise GroundshiftError(
                f"{stack.path}: no pair has a value anywhere; check its no-data value and import "
                "it again."
            )
        if chosen.method != "none":
            found.confirm(found.tidied(job), job.part(0.65, 1.0))
    if outputs.wanted("PAIRS"):
        write_pair_table(outputs.path("PAIRS"), {**pair_columns(network), **found.columns()})
    return found


@dataclass(frozen=True)
class CycleReader:
    """Reads windows of a stack with the cycles that were found.

    Parameters
    ----------
    reader : StackReader
    cycles : CycleStore
    spread, hints : CycleStore or None
    known : frozenset of Window
        Passed over where they have no cycles.
    """

    reader: StackReader
    cycles: CycleStore
    spread: CycleStore | None
    hints: CycleStore | None
    known: frozenset = frozenset()

    @property
    def sources(self) -> tuple:
        """The stack."""
        return self.reader.sources

    def __call__(self, window) -> tuple:
        """A window with its :class:`CycleBlock`; None for it where it is passed over."""
        stores = self.cycles, self.spread, self.hints
        cycles = [store and store.block(window) for store in stores]
        if window in self.known and all(own is None for own in cycles):
            return window, None
        block = self.reader.read(window)
        return window, CycleBlock(block.phase, *cycles, block.coherence)


class Mending:
    """A run: the steps, and what they found.

    Attributes
    ----------
    before, after : ClosureTotals
    corrected : ndarray of int, shape (pair,)
        Pixels that were given cycles.
    doubtful : int
        Values for which a correction was found and left alone for want of evidence.
    hinted : int
        Values that were given cycles by hints.
    """

    def __init__(
        self, chosen, outputs, reader: StackReader, plan: ClosurePlan, hints=None, seen=None,
        sample=None,
    ):  # fmt: skip
        self._chosen, self._outputs, self._reader, self._plan = chosen, outputs, reader, plan
        self._stack, self._pairs = reader.stack, len(reader.indices)
        self._bridged, self._cycles, self._sure = self._store(), self._store(), self._store()
        self.before = self.after = ClosureTotals(plan.triplets)
        self.corrected, self.doubtful = np.zeros(self._pairs, int), 0
        self._hints, self.hinted, self._seen, self._sample = hints, 0, seen, sample
        self._search = None if seen is None else Scan.of_pairs(reader.stack.pairs[reader.indices])
        # Where nothing is corrected the closure stays what it was, and its map if one is wanted.
        self._known = None if outputs.wanted("AFTER") else {}

    def _store(self) -> CycleStore:
        return CycleStore(self._stack.grid, self._pairs)

    def propose(self, job) -> None:
        """Closure as it is, and the cycles that would mend it and their evidence.

        Where the components of pairs have to be bridged and most pairs have but one, a pass over
        the scene tells which have more, and they are bridged after it. What it proposed before
        stays where they were given no cycles. Else all are bridged before.
        """
        if "bridging" not in self._chosen.method:
            self._propose(job)
            return
        chosen = self._chosen
        options = BridgingOptions(chosen.min_coherence, chosen.min_area, chosen.radius, chosen.ramp)
        function = BridgePair(self._reader, options, ~self._plan.free)
        job.note(
            "Components are those of the product." if function.given
            else "Components are built from coherence and continuity of the phase."
        )  # fmt: skip
        everyone = np.arange(self._pairs)
        if function.given or job.scheduler or function.several(job.budget):
            self._bridge(function, everyone, job.part(0.0, 0.6))
            self._propose(job.part(0.6, 1.0))
            return
        grid = self._stack.grid
        components = SceneComponents(self._pairs, grid.shape, options.least_pixels)
        windows = self._propose(job.part(0.0, 0.6), components, LabelComponents(options))
        self._bridge(function, everyone[components.several()], job.part(0.6, 0.8))
        if not all(self._bridged.empty(pair) for pair in everyone):
            self._propose_anew(windows, job.part(0.8, 1.0))

    def _bridge(self, function: BridgePair, numbers, job) -> None:
        """Bridge the components of some pairs."""
        grid = self._stack.grid
        needed = float(BRIDGING_BYTES * grid.rows * grid.cols)
        if len(numbers) and needed > job.budget:
            raise GroundshiftError(
                "Bridging needs a whole interferogram in memory and the budget is too small for "
                f"it; give at least {needed / (1 << 20) + 1:.0f} MiB or choose the method "
                "'closure'."
            )
        job.each(function, [int(number) for number in numbers], self._bridged.put_all, needed)

    @property
    def _alpha(self) -> float | None:
        return self._chosen.alpha if "closure" in self._chosen.method else None

    def _propose(self, job, components: SceneComponents | None = None, label=None) -> frozenset:
        """A pass over the whole scene; its windows."""
        windows = set()

        def write(window, result: Closed):
            block = ClosureTotals(self._plan.triplets)
            block.add(result.closure)
            self.before.join(block)
            windows.add(window)
            if self._known is not None:
                self._known[window] = block
            counts.write(window, {"BEFORE": _count(result.closure)})
            self._see(window, result)
            if components is not None:
                components.add(window, result.components)
            if self._sample is not None:
                self._sample.add(window, result.sampled)
            self._take(window, result)

        with contextlib.ExitStack() as opened:
            reader = self._reader
            if label is not None or self._sample is not None:
                reader = opened.enter_context(StackReader(self._stack))
            counts = opened.enter_context(self._count_map("BEFORE"))
            read = CycleReader(reader, self._bridged, None, self._hints)
            function = Propose(self._plan, self._alpha, self._search, label)
            thin = self._sample and self._sample.thinning
            self._blocks(job, function, read, write, thin)
        return frozenset(windows)

    def _propose_anew(self, windows: frozenset, job) -> None:
        """Once more where bridging has cycles to propose."""
        read = CycleReader(self._reader, self._bridged, None, self._hints, windows)

        def write(window, result: Closed | None):
            if result is not None:
                self._take(window, result)

        self._blocks(job, Propose(self._plan, self._alpha), read, write)

    def _take(self, window, result: Closed) -> None:
        if self._chosen.method != "none":
            self._cycles.take(window, result.cycles)
            self._sure.take(window, result.evidence)

    def _see(self, window, result: Closed) -> None:
        if self._seen is not None:
            self._seen.add(window, result.seen)

    def tidied(self, job) -> CycleStore:
        """Drop doubtful patches; what most neighbours have of the others."""
        spread, chosen = self._store(), self._chosen
        for pair in range(self._pairs):
            job.check()
            if not self._cycles.empty(pair):
                found, weights = self._cycles.plane(pair), self._sure.plane(pair)
                plane = keep_sure_patches(found, weights, chosen.min_evidence, chosen.min_patch)
                self.doubtful += int(np.count_nonzero(found) - np.count_nonzero(plane))
                self._cycles.put_plane(pair, plane)
                spread.put_plane(pair, spread_cycles(plane))
        return spread

    def confirm(self, spread: CycleStore, job) -> None:
        """Keep what helps, and write the corrected stack."""
        self.after = ClosureTotals(self._plan.triplets)

        known = frozenset(self._known or ())
        read = CycleReader(self._reader, self._cycles, spread, self._hints, known)

        def write(window, result: Closed | None):
            if result is None:
                self.after.join(self._known[window])
                return
            self.after.add(result.closure)
            self._see(window, result)
            self.hinted += result.hinted
            counts.write(window, {"AFTER": _count(result.closure)})
            self.corrected += result.corrected
            self._cycles.take(window, result.cycles)
            if copy is not None:
                copy.add(window, self._cycles.block(window))

        with contextlib.ExitStack() as written:
            copy = None
            if self._outputs.wanted("CORRECTED_STACK"):
                path = self._outputs.path("CORRECTED_STACK")
                copy = written.enter_context(
                    CorrectedCopy(self._stack.path, path, self._reader.indices, self._note)
                )
            counts = written.enter_context(self._count_map("AFTER"))
            self._blocks(job, Confirm(self._plan, self._search), read, write)

    @property
    def _note(self) -> dict:
        """Attribute of a corrected stack, as MintPy names it."""
        method = self._chosen.method
        return {"mintpy.unwrapError.method": MINTPY_METHODS.get(method, method)}

    def corrected_stack(self) -> Stack:
        """The stack whose phases have the cycles as they are read, without a copy of it."""
        cycles = self._cycles.numbered(self._reader.indices, len(self._stack.pairs))
        attributes = {**self._stack.attributes, **self._note}
        return replace(self._stack, attributes=attributes, cycles=cycles)

    def _blocks(self, job, function, read, write, thin=None) -> None:
        # The same windows in all passes, so that a later one knows what it may pass over.
        layers = 17.0 + 8.0 * self._stack.has_coherence
        memory = layers * self._pairs + 0.5 * len(self._plan.triplets) + 64.0
        rows = max(read.reader.tile_rows, TILE_ROWS, 1 if self._seen is None else self._seen.step)
        grid = self._stack.grid
        job.blocks(Packed(function, grid, thin), read, write, grid, memory, tile_rows=rows)

    def _count_map(self, name: str):
        """The map of triplets that don't close, where it is wanted, and its statistics."""
        # MintPy's name for the same count.
        band = "numTriNonzeroIntAmbiguity", "triplets", (("WHEN", name.lower()),)
        layer = Layer((band,), dtype="int16", nodata=NO_TRIPLET)
        return self._outputs.rasters({name: layer}, self._stack)

    def columns(self) -> dict:
        """Of the table of pairs."""
        columns = {"triplets": np.diff(self.before.triplets.by_pair()[0]).astype(int)}
        both = {"before": self.before, "after": self.after}
        for when, totals in both.items():
            rms = loop_rms_by_pair(totals.triplets, totals.loop_rms)
            columns[f"loop_rms_{when}_rad"] = np.round(rms, 4)
        for when, totals in both.items():
            columns[f"nonclosing_share_{when}"] = np.round(totals.nonclosing_share, 5)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = self.corrected / self.before.present
        return {
            **columns, "corrected_pixels": self.corrected, "corrected_share": np.round(share, 5),
        }  # fmt: skip

    def sentence(self) -> str:
        """What happened, for the log."""
        values, pairs = self.corrected.sum(), (self.corrected > 0).sum()
        done = f"{values} values of {pairs} pairs were corrected"
        if self._hints is not None:
            done += f", {self.hinted} of them by hints"
        triplets = len(self.before.triplets)
        if not triplets:
            return f"{done}; without triplets nothing can check them."
        text = (
            f"Of {triplets} triplets {self.before.share:.2%} did not close over the scene and "
            f"{self.after.share:.2%} do not now; {done}."
        )
        if self.doubtful:
            text += (
                f" {counted(self.doubtful, 'value')} left alone though a correction was found, "
                "since noise explains them nearly as well."
            )
        if self.after.broken_pixels and values:
            text += (
                f" At {counted(self.after.broken_pixels, 'pixel')} some triplets do not close yet: "
                "noise breaks them, or several pairs would mend them alike."
            )
        return text


def read_hints(path, stack, network: Network) -> CycleStore:
    """Cycles to add of 'Screen unwrapping errors' for the pairs of a network.

    Parameters
    ----------
    path : path
        Raster with a band a pair, described as YYYYMMDD_YYYYMMDD, on the grid of the stack.
    stack : Stack
    network : Network

    Raises
    ------
    GroundshiftError
        If it has another grid, other bands or no whole numbers.
    """
    grid, values, names = read_raster(path)
    # An empty band of a raster in radar coordinates has no CRS and no place; its size counts.
    if grid.shape != stack.grid.shape or (stack.grid.crs and not grid.aligned_with(stack.grid)):
        raise GroundshiftError(
            f"{path}: its grid of {grid.rows} x {grid.cols} is not that of the stack "
            f"({stack.grid.rows} x {stack.grid.cols}); give the cycles (HINTS) that 'Screen "
            "unwrapping errors' made of this stack."
        )
    pairs = {name: number for number, name in enumerate(pair_names(network))}
    store, known = CycleStore(stack.grid, len(pairs)), 0
    for name, plane in zip(names, values):
        whole = np.nan_to_num(plane)
        whole = np.where(np.abs(whole) > 100, 0, whole)  # no data
        if (whole != np.rint(whole)).any():
            raise GroundshiftError(
                f"{path}: band '{name}' holds no whole cycles; give the cycles (HINTS) that "
                "'Screen unwrapping errors' made."
            )
        if name in pairs:
            known += 1
            store.put_plane(pairs[name], whole.astype(np.int8))
    if not known:
        raise GroundshiftError(
            f"{path}: no band is named by a pair of the stack (20180106_20180118); give the cycles "
            "(HINTS) that 'Screen unwrapping errors' made of this stack."
        )
    return store


def _count(closure) -> np.ndarray:
    return np.where(closure.known > 0, closure.broken, NO_TRIPLET)
