# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coherence and closure of the pairs of a stack file, over the scene or from a sample of it."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.network import Network
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import StackReader
from ..closure import ClosurePlan, ClosureTotals
from ..closure_blocks import UNITS, ScanCoherence, ScanPairs
from ..network_selection import PairStatistics
from ..triplets import Triplets, common_closure, find_triplets, loop_rms_by_pair

SAMPLED_ROWS = 32
MOST_SAMPLES = 10_000
EVERYTHING = ("coherence", "closure")


def sample(read, grid) -> np.ndarray:
    """Values at pixels spread evenly over the scene, shape (pair, row, column).

    Parameters
    ----------
    read : callable
        Window to values, shape (pair, row, column).
    grid : Grid
    """
    rows = np.unique(np.linspace(0, grid.rows - 1, SAMPLED_ROWS).astype(int))
    step = max(1, len(rows) * grid.cols // MOST_SAMPLES)
    parts = [read(Window(int(row), 0, 1, grid.cols))[..., ::step] for row in rows]
    return np.concatenate(parts, axis=1)


def sample_phase(reader: StackReader) -> np.ndarray:
    """Phase at a sample of the pixels, shape (pair, pixel)."""
    phase = sample(lambda window: reader.read(window).phase, reader.stack.grid)
    return phase.reshape(len(phase), -1)


def check_pairs(stack, target, words: str) -> None:
    """Refuse a stack without a pair that is kept, and one that would be written over itself.

    Parameters
    ----------
    stack : Stack
    target : path or None
        Where another stack goes.
    words : str
        What that one is called.
    """
    if not stack.keep.any():
        raise GroundshiftError(
            f"{stack.path}: all pairs are dropped (dropIfgram); import it again."
        )
    if target is not None and target.resolve() == stack.path.resolve():
        raise GroundshiftError(
            f"{target}: is the stack that is read; give another name for the {words} one."
        )


def measure_pairs(stack, exact, job) -> PairStatistics:
    """Statistics of all pairs of a stack that are not dropped.

    Parameters
    ----------
    stack : Stack
    exact : sequence of str
        What is to be measured over the whole scene, of :data:`EVERYTHING`. Without it coherence
        comes from a sample and closure is left out.
    job : Job

    Returns
    -------
    PairStatistics
        NaN for dropped pairs.
    """
    kept = Network.from_pairs(stack.pairs[stack.keep])
    triplets = find_triplets(kept)
    sums = _Sums(triplets)
    memory = 8.0 * len(kept.pairs) + 0.5 * len(triplets) + 32.0
    if "closure" in exact:
        with StackReader(stack, with_coherence=False) as reader:
            plan = ClosurePlan(triplets, common_closure(triplets, sample_phase(reader)))
        with StackReader(stack) as reader:
            job.blocks(
                ScanPairs(plan), reader.read, sums.add, stack.grid, memory,
                tile_rows=reader.tile_rows,
            )  # fmt: skip
    elif stack.has_coherence:
        with StackReader(stack) as reader:
            read = reader.read_coherence
            if "coherence" in exact:
                job.blocks(
                    ScanCoherence(), read, sums.add_coherence, stack.grid, memory,
                    tile_rows=reader.tile_rows,
                )  # fmt: skip
            else:
                sums.add_coherence(None, ScanCoherence()(sample(read, stack.grid)))
    return _statistics(stack, triplets, sums)


class _Sums:
    """Closure and coherence of the pairs, summed up."""

    def __init__(self, triplets: Triplets):
        self.closure = ClosureTotals(triplets)
        self._coherence, self._pixels = np.zeros((2, triplets.pair_count), np.int64)

    def add(self, window, block) -> None:
        self.closure.add(block.closure)
        self.add_coherence(window, block.coherence)

    def add_coherence(self, _, sums) -> None:
        self._coherence += sums.total
        self._pixels += sums.pixels

    @property
    def coherence(self) -> np.ndarray:
        """Mean of every pair, NaN where it is unknown."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self._coherence / UNITS / self._pixels


def _statistics(stack, triplets: Triplets, sums: _Sums) -> PairStatistics:
    """Values of the kept pairs put in their places among all."""

    def full(values, fill=np.nan):
        out = np.full(len(stack.pairs), fill)
        out[stack.keep] = values
        return out

    return PairStatistics(
        stack.perpendicular_baseline, full(sums.coherence),
        full(loop_rms_by_pair(triplets, sums.closure.loop_rms)),
        full(sums.closure.nonclosing_share), full(np.diff(triplets.by_pair()[0]), 0).astype(int),
    )  # fmt: skip
