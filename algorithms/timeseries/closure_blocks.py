# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Block functions of the network's statistics and of the correction of unwrapping errors.

Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.grid import Grid
from ..data.stack import StackBlock, add_cycles
from . import _closure_kernel as kernel
from .closure import (
    ClosurePlan,
    ClosureScan,
    accept_hints,
    confirm_cycles,
    evidence,
    propose_cycles,
    scan,
)
from .component_blocks import BlockComponents, LabelComponents
from .cycle_store import CycleStore
from .reference import Scan, ScanBlock

FEW = 8  # of so many pixels at most one is looked at by itself
UNITS = 1e6  # of a coherence of 1; sums are kept as integers, so that they don't depend on blocks


@dataclass(frozen=True)
class CoherenceSums:
    """Coherence of the pairs of a block.

    Parameters
    ----------
    total : ndarray of int64, shape (pair,)
        Sum in units of 1e-6.
    pixels : ndarray of int64, shape (pair,)
        With coherence.
    """

    total: np.ndarray
    pixels: np.ndarray


@dataclass(frozen=True)
class ScanCoherence:
    """Block function: :class:`CoherenceSums` of coherences, shape (pair, row, column)."""

    def __call__(self, coherence) -> CoherenceSums:
        total, pixels = np.zeros((2, len(coherence)), np.int64)
        values = np.ascontiguousarray(coherence, np.float32).reshape(len(coherence), -1)
        kernel.sum_units(values, UNITS, total, pixels)
        return CoherenceSums(total, pixels)


@dataclass(frozen=True)
class PairScan:
    """Closure of a block and the sums of its pairs' coherence."""

    closure: ClosureScan
    coherence: CoherenceSums


@dataclass(frozen=True)
class ScanPairs:
    """Block function: a :class:`PairScan` of a :class:`..data.stack.StackBlock`."""

    plan: ClosurePlan

    def __call__(self, block: StackBlock) -> PairScan:
        coherence = block.coherence
        if coherence is None:
            coherence = np.zeros((len(block.phase), 0, 0), np.float32)
        return PairScan(scan(self.plan, block.phase), ScanCoherence()(coherence))


@dataclass(frozen=True)
class CycleBlock:
    """A window of a stack with cycles that others propose; all of shape (pair, row, column).

    Parameters
    ----------
    phase : ndarray of float32
        Radians, NaN for no data.
    cycles : ndarray of int8 or None
    spread : ndarray of int8 or None
        What most neighbours have.
    hints : ndarray of int8 or None
        Cycles that are known from elsewhere and added first.
    coherence : ndarray of float32 or None
        For components, and the search for a reference.
    """

    phase: np.ndarray
    cycles: np.ndarray | None = None
    spread: np.ndarray | None = None
    hints: np.ndarray | None = None
    coherence: np.ndarray | None = None

    def hinted(self, plan: ClosurePlan):
        """Phase with the hints that triplets do not speak against, those, and other cycles."""
        if self.hints is None:
            return self.phase, None, self.cycles
        taken, cycles = accept_hints(plan, self.phase, self.hints), self.cycles
        if cycles is not None:
            cycles = np.where(taken != 0, 0, cycles).astype(np.int8)
        return add_cycles(self.phase, taken), taken, cycles


@dataclass(frozen=True)
class AtPixels:
    """Cycles that are zero at most pixels of a block.

    Parameters
    ----------
    where : ndarray of int, shape (pixel,)
        The others, by rows.
    cycles : ndarray of int8, shape (pair, pixel)
    """

    where: np.ndarray
    cycles: np.ndarray


@dataclass(frozen=True)
class Closed:
    """Cycles of a block, and its closure: before the correction or after it.

    Parameters
    ----------
    closure : ClosureScan
    cycles : ndarray of int8, shape (pair, row, column)
    evidence : ndarray of int8, same shape, or None
        See :func:`.closure.evidence`.
    hinted : int
        Values that were given cycles by hints.
    corrected : ndarray of int, shape (pair,), or None
        Values that were given any.
    seen : ScanBlock or None
        What the search for a reference looks at.
    components : BlockComponents or None
    sampled : StackBlock or None
    """

    closure: ClosureScan
    cycles: np.ndarray
    evidence: np.ndarray | None = None
    hinted: int = 0
    corrected: np.ndarray | None = None
    seen: ScanBlock | None = None
    components: BlockComponents | None = None
    sampled: StackBlock | None = None


@dataclass(frozen=True)
class Propose:
    """Block function: closure as it is, and the cycles that would mend it.

    Parameters
    ----------
    plan : ClosurePlan
    alpha : float or None
        See :func:`.closure.propose_cycles`.
    search : Scan or None
        For a reference, of the phase as it is.
    label : LabelComponents or None
        Of the phase as it is.
    """

    plan: ClosurePlan
    alpha: float | None
    search: Scan | None = None
    label: LabelComponents | None = None

    def __call__(self, block: CycleBlock) -> Closed:
        before = scan(self.plan, block.phase)
        phase, taken, others = block.hinted(self.plan)
        broken = before.broken
        if taken is not None and taken.any():
            broken = scan(self.plan, phase).broken
        cycles, sure = self._cycles(phase, broken, others)
        seen = self.search and self.search(StackBlock(block.phase, block.coherence))
        components = self.label and self.label(block.phase, block.coherence)
        return Closed(before, cycles, sure, seen=seen, components=components)

    def _cycles(self, phase, broken, others) -> tuple:
        """Cycles and their evidence; of few pixels where others pass over the rest."""
        where = np.flatnonzero(broken)
        if others is not None or FEW * where.size > broken.size:
            cycles = propose_cycles(self.plan, phase, broken, others, self.alpha)
            return cycles, evidence(self.plan, phase, cycles, broken)
        picked = phase.reshape(len(phase), -1)[:, np.newaxis, where]
        broken = broken.reshape(1, -1)[:, where]
        cycles = propose_cycles(self.plan, picked, broken, None, self.alpha)
        sure = evidence(self.plan, picked, cycles, broken)
        return AtPixels(where, cycles[:, 0]), AtPixels(where, sure[:, 0])


@dataclass(frozen=True)
class Confirm:
    """Block function: the cycles that stay, and the closure with them.

    Parameters
    ----------
    plan : ClosurePlan
    search : Scan or None
        For a reference, of the phase with the cycles.
    """

    plan: ClosurePlan
    search: Scan | None = None

    def __call__(self, block: CycleBlock) -> Closed:
        phase, taken, others = block.hinted(self.plan)
        cycles, hinted = np.zeros(phase.shape, np.int8), 0
        if others is not None:
            cycles = confirm_cycles(self.plan, phase, others, block.spread)
            if cycles.any():
                phase = add_cycles(phase, cycles)
        if taken is not None:
            hinted = int(np.count_nonzero(taken))
            cycles = np.clip(cycles.astype(np.int16) + taken, -127, 127).astype(np.int8)
        corrected = (cycles != 0).sum(axis=(1, 2))
        seen = self.search and self.search(StackBlock(phase, block.coherence))
        return Closed(scan(self.plan, phase), cycles, None, hinted, corrected, seen)


@dataclass(frozen=True)
class Packed:
    """Block function: another one's cycles packed where they are made, as nearly all are zero.

    Parameters
    ----------
    function : Propose or Confirm
    grid : Grid
        Of the scene.
    thin : callable, optional
        ``thin(window, phase, coherence)``, a thinning of the block as it is.
    """

    function: object
    grid: Grid
    thin: object = None

    def __call__(self, place_and_block) -> Closed | None:
        """Of a window and its :class:`CycleBlock`; cycles and evidence are `CycleStore`.

        None of a window that was passed over.
        """
        window, block = place_and_block
        if block is None:
            return None
        sampled = self.thin and self.thin(window, block.phase, block.coherence)
        found = self.function(block)
        packed = {
            name: self._packed(window, values)
            for name, values in (("cycles", found.cycles), ("evidence", found.evidence))
            if values is not None
        }
        return replace(found, sampled=sampled, **packed)

    def _packed(self, window, found) -> CycleStore:
        if not isinstance(found, AtPixels):
            store = CycleStore(self.grid, len(found))
            store.put_block(window, found)
            return store
        store = CycleStore(self.grid, len(found.cycles))
        for pair in np.flatnonzero(found.cycles.any(axis=1)):
            plane = np.zeros((window.height, window.width), np.int8)
            plane.flat[found.where] = found.cycles[pair]
            store.put(pair, window, plane)
        return store
