# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Block functions of the network's statistics and of the correction of unwrapping errors.

Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.stack import StackBlock
from .closure import (
    ClosurePlan,
    ClosureScan,
    add_cycles,
    confirm_cycles,
    propose_cycles,
    scan,
)

COHERENCE_UNIT = 1e-6  # sums are kept as integers, so that they don't depend on the blocks


@dataclass(frozen=True)
class PairScan:
    """Closure of a block and the sums of its pairs' coherence.

    Parameters
    ----------
    closure : ClosureScan
    coherence : ndarray of int64, shape (pair,)
        Sum in units of 1e-6.
    pixels : ndarray of int64, shape (pair,)
        With coherence.
    """

    closure: ClosureScan
    coherence: np.ndarray
    pixels: np.ndarray


@dataclass(frozen=True)
class ScanPairs:
    """Block function: a :class:`PairScan` of a :class:`..data.stack.StackBlock`."""

    plan: ClosurePlan

    def __call__(self, block: StackBlock) -> PairScan:
        total, pixels = np.zeros((2, len(block.phase)), np.int64)
        if block.coherence is not None:
            for k, plane in enumerate(block.coherence):
                known = plane[np.isfinite(plane)]
                total[k] = np.rint(known.astype(float) / COHERENCE_UNIT).astype(np.int64).sum()
                pixels[k] = known.size
        return PairScan(scan(self.plan, block.phase), total, pixels)


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
    """

    phase: np.ndarray
    cycles: np.ndarray | None = None
    spread: np.ndarray | None = None


@dataclass(frozen=True)
class Closed:
    """Cycles of a block, and its closure: before the correction or after it.

    Parameters
    ----------
    closure : ClosureScan
    cycles : ndarray of int8, shape (pair, row, column)
    """

    closure: ClosureScan
    cycles: np.ndarray


@dataclass(frozen=True)
class Propose:
    """Block function: closure as it is, and the cycles that would mend it.

    Parameters
    ----------
    plan : ClosurePlan
    alpha : float or None
        See :func:`.closure.propose_cycles`.
    """

    plan: ClosurePlan
    alpha: float | None

    def __call__(self, block: CycleBlock) -> Closed:
        before = scan(self.plan, block.phase)
        cycles = propose_cycles(self.plan, block.phase, before.broken, block.cycles, self.alpha)
        return Closed(before, cycles)


@dataclass(frozen=True)
class Confirm:
    """Block function: the cycles that stay, and the closure with them."""

    plan: ClosurePlan

    def __call__(self, block: CycleBlock) -> Closed:
        before = scan(self.plan, block.phase)
        if block.cycles is None:
            return Closed(before, np.zeros(block.phase.shape, np.int8))
        cycles = confirm_cycles(self.plan, block.phase, before.broken, block.cycles, block.spread)
        if not cycles.any():
            return Closed(before, cycles)
        return Closed(scan(self.plan, add_cycles(block.phase, cycles)), cycles)
