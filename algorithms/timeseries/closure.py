# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure of a block: how well triplets close, and the unwrapping errors that it reveals.

Source: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, eq. 7 to 9. Importing this module
imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.statistics import ROBUST_SIGMA
from . import _closure_kernel as kernel
from . import _evidence_kernel, _patch_kernel
from .triplets import TURN, Triplets, common_closure, whole_cycles

EVIDENCE_UNIT = 0.25  # of a logarithm of odds, so that it fits into a byte
PRIOR_TRIPLETS = 4.0  # that the scene's noise counts for at a pixel
LEAST_NOISE = 0.01  # rad^2 of a closure, for data without any


@dataclass(frozen=True)
class ClosureScan:
    """Closure of a block before anything is corrected.

    Sums are fixed-point integers: they are the same however a scene is cut into blocks.

    Parameters
    ----------
    broken, known : ndarray of int16, shape (row, column)
        Triplets that don't close and triplets with data.
    squares, pixels : ndarray of int64, shape (triplet,)
        Sum of the squared closure in units of 1e-6 rad², and number of pixels.
    blamed, present : ndarray of int64, shape (pair,)
        Pixels where more than half of the pair's triplets don't close, and pixels with data.
    """

    broken: np.ndarray
    known: np.ndarray
    squares: np.ndarray
    pixels: np.ndarray
    blamed: np.ndarray
    present: np.ndarray


@dataclass(frozen=True)
class ClosurePlan:
    """What the pixels of a scene share.

    Parameters
    ----------
    triplets : Triplets
    typical : ndarray, shape (triplet,)
        Closure of the scene as a whole, see :func:`.triplets.common_closure`; radians.
    noise : float
        Variance of the closures that hold no whole cycles, rad^2.
    """

    triplets: Triplets
    typical: np.ndarray
    noise: float = LEAST_NOISE

    @classmethod
    def of_sample(cls, triplets: Triplets, phase) -> ClosurePlan:
        """The plan of a scene from a sample of its pixels, shape (pair, pixel)."""
        typical = common_closure(triplets, phase)
        closure = triplets.closure(phase) - typical[:, np.newaxis]
        closure -= TURN * whole_cycles(closure)
        known = np.isfinite(closure)
        middle = np.median(np.abs(closure[known])) if known.any() else 0.0
        return cls(triplets, typical, max(LEAST_NOISE, (ROBUST_SIGMA * float(middle)) ** 2))

    @property
    def free(self) -> np.ndarray:
        """Pairs in no triplet: nothing can judge them; bool, shape (pair,)."""
        return np.diff(self.triplets.by_pair()[0]) == 0


def scan(plan: ClosurePlan, phase) -> ClosureScan:
    """Count the triplets that don't close.

    Parameters
    ----------
    plan : ClosurePlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.

    Returns
    -------
    ClosureScan
    """
    phase = np.ascontiguousarray(phase, np.float32)
    pairs, rows, cols = phase.shape
    tasks = -(-rows // kernel.ROWS_PER_TASK)
    count = len(plan.triplets)
    broken, known = np.zeros((2, rows, cols), np.int16)
    squares, pixels = np.zeros((2, tasks, count), np.int64)
    blamed, present = np.zeros((2, tasks, pairs), np.int64)
    start, loop, _ = plan.triplets.by_pair()
    kernel.scan(
        phase, plan.triplets.pairs, plan.typical, start, loop, broken, known, squares, pixels,
        blamed, present,
    )  # fmt: skip
    sums = (part.sum(axis=0) for part in (squares, pixels, blamed, present))
    return ClosureScan(broken, known, *sums)


@dataclass
class ClosureTotals:
    """Sums of :class:`ClosureScan` over a scene.

    Parameters
    ----------
    triplets : Triplets
    """

    triplets: Triplets

    def __post_init__(self):
        count = len(self.triplets)
        self.squares, self.pixels = np.zeros((2, count), np.int64)
        self.blamed, self.present = np.zeros((2, self.triplets.pair_count), np.int64)
        self.known = self.broken = self.broken_pixels = 0

    def add(self, block: ClosureScan) -> None:
        """Take in a block."""
        self.squares += block.squares
        self.pixels += block.pixels
        self.blamed += block.blamed
        self.present += block.present
        self.known += int(block.known.sum(dtype=np.int64))
        self.broken += int(block.broken.sum(dtype=np.int64))
        self.broken_pixels += int((block.broken > 0).sum())

    def join(self, other: ClosureTotals) -> None:
        """Take in the sums of another part of the scene."""
        for name in ("squares", "pixels", "blamed", "present", "known", "broken", "broken_pixels"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def share(self) -> float:
        """Share of all triplets at all pixels that don't close; NaN for none."""
        return self.broken / self.known if self.known else float("nan")

    @property
    def loop_rms(self) -> np.ndarray:
        """RMS closure of each triplet, radians; NaN without data."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.sqrt(self.squares / kernel.FIXED_POINT / self.pixels)

    @property
    def nonclosing_share(self) -> np.ndarray:
        """Share of each pair's pixels where most of its triplets don't close; NaN for none."""
        looped = np.diff(self.triplets.by_pair()[0]) > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(looped, self.blamed / self.present, np.nan)


def propose_cycles(plan: ClosurePlan, phase, broken, candidates=None, alpha=0.01) -> np.ndarray:
    """Cycles to add to each pair so that more triplets close, pixel by pixel.

    First those of the `candidates` that help. Then the integer closure: the sparsest cycles that
    close the triplets which are left, by minimising ``|C U + c|^2 + alpha |U|_1`` over the pairs
    in a broken triplet, rounded. A pixel uses the triplets that it has. What does not make more
    triplets close is not proposed, nor is it where several pairs explain a broken triplet alike.

    Parameters
    ----------
    plan : ClosurePlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.
    broken : ndarray of int16, shape (row, column)
        Of :func:`scan`; pixels with 0 are passed over.
    candidates : ndarray of int8, shape (pair, row, column), optional
        Cycles proposed by others (bridging). Pairs in no triplet take them unasked.
    alpha : float or None
        Weight of sparsity; None leaves the integer closure out.

    Returns
    -------
    ndarray of int8, shape (pair, row, column)
    """
    phase = np.ascontiguousarray(phase, np.float32)
    start, loop, sign = plan.triplets.by_pair()
    cycles = np.zeros(phase.shape, np.int8)
    if candidates is None:
        if alpha is None:
            return cycles
        candidates = np.zeros((0, *phase.shape[1:]), np.int8)
    kernel.propose(
        phase, plan.triplets.pairs, plan.typical, start, loop, sign,
        np.ascontiguousarray(candidates), -1.0 if alpha is None else float(alpha), broken, cycles,
    )  # fmt: skip
    if len(candidates):
        cycles[plan.free] = candidates[plan.free]
    return cycles


def accept_hints(plan: ClosurePlan, phase, hints) -> np.ndarray:
    """Those of the cycles proposed by others that leave no more cycles in a pixel's triplets.

    All of a pixel's together where that leaves fewer, else pair by pair.

    Parameters
    ----------
    plan : ClosurePlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.
    hints : ndarray of int8, same shape

    Returns
    -------
    ndarray of int8, same shape
    """
    hints = np.where(np.isfinite(phase), hints, 0).astype(np.int8)
    taken = np.zeros_like(hints)
    rows, cols = np.nonzero(hints.any(axis=0))
    if not len(rows):
        return taken
    own, triplets = hints[:, rows, cols].astype(int), plan.triplets.pairs
    closure = plan.triplets.closure(phase[:, rows, cols]) - plan.typical[:, np.newaxis]
    known = np.isfinite(closure)
    whole = np.where(known, whole_cycles(closure), 0.0)

    def left(cycles, which):
        first, second, third = (cycles[triplets[which, side]] for side in range(3))
        return np.where(known[which], whole[which] + first + second - third, 0.0)

    everywhere = np.arange(len(triplets))
    together = np.abs(whole).sum(axis=0) > np.abs(left(own, everywhere)).sum(axis=0)
    kept = np.where(together, own, 0)
    start, loop, sign = plan.triplets.by_pair()
    single = ~together
    for k in np.flatnonzero(own[:, single].any(axis=1)):
        mine = slice(start[k], start[k + 1])
        before = left(kept, loop[mine])
        after = before + np.where(known[loop[mine]], sign[mine, np.newaxis] * own[k], 0.0)
        good = single & (np.abs(before).sum(axis=0) >= np.abs(after).sum(axis=0))
        kept[k, good] = own[k, good]
    taken[:, rows, cols] = kept
    return taken


def confirm_cycles(plan: ClosurePlan, phase, cycles, spread=None) -> np.ndarray:
    """Keep only the cycles without which fewer triplets would close.

    Parameters
    ----------
    plan : ClosurePlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.
    cycles : ndarray of int8, shape (pair, row, column)
    spread : ndarray of int8, shape (pair, row, column), optional
        Cycles of most of a pixel's neighbours, taken after them where more triplets close then:
        they decide where a pixel by itself cannot tell which pair is wrong.

    Returns
    -------
    ndarray of int8, shape (pair, row, column)
    """
    phase = np.ascontiguousarray(phase, np.float32)
    start, loop, sign = plan.triplets.by_pair()
    if spread is None:
        spread = np.zeros(phase.shape, np.int8)
    kept = np.zeros(phase.shape, np.int8)
    kernel.confirm(
        phase, plan.triplets.pairs, plan.typical, start, loop, sign, np.ascontiguousarray(cycles),
        np.ascontiguousarray(spread), kept,
    )  # fmt: skip
    kept[plan.free] = cycles[plan.free]
    for plane, own in zip(phase, kept):
        if own.any():
            own[np.isnan(plane)] = 0
    return kept


def evidence(plan: ClosurePlan, phase, cycles, broken) -> np.ndarray:
    """How sure the triplets are of the cycles that pairs were given.

    With cycles u, the mean closure of a pair's triplets is noise r about zero; with one cycle more
    or less it would be that far from 2 pi. For Gaussian noise of variance s^2 the logarithm of the
    odds is ``2 pi (pi - |r|) / s^2``. The variance is that of what is left of the pixel's closures
    (joined with the scene's) or of the pair's own, whichever is larger: where noise by itself
    breaks triplets, it is large and the odds are small.

    Parameters
    ----------
    plan : ClosurePlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.
    cycles : ndarray of int8, same shape
    broken : ndarray of int16, shape (row, column)
        Of :func:`scan`.

    Returns
    -------
    ndarray of int8, same shape as `cycles`
        In units of :data:`EVIDENCE_UNIT`, at least 1, where there are cycles, 0 elsewhere; pairs
        in no triplet, which nothing can judge, have 127.
    """
    found = np.zeros(cycles.shape, np.int8)
    start, loop, sign = plan.triplets.by_pair()
    _evidence_kernel.evidence(
        np.ascontiguousarray(phase, np.float32), plan.triplets.pairs, plan.typical, start, loop,
        sign, np.ascontiguousarray(cycles), broken, plan.noise, PRIOR_TRIPLETS, EVIDENCE_UNIT,
        found,
    )  # fmt: skip
    found[plan.free] = np.where(cycles[plan.free] != 0, 127, 0)
    return found


def keep_sure_patches(cycles, evidence, limit: float, least: int = 1) -> np.ndarray:
    """A pair's cycles without patches of too little evidence.

    A patch is what hangs together by sides and has the same cycles. Its evidence is the mean of
    its pixels' times the root of their number, as neighbours are partly independent of each other.

    Parameters
    ----------
    cycles, evidence : ndarray of int8, shape (row, column)
        See :func:`evidence`.
    limit : float
        Least logarithm of the odds.
    least : int
        Fewest pixels of a patch.
    """
    if not cycles.any():
        return cycles
    kept = np.zeros_like(cycles, np.int8)
    _patch_kernel.drop_weak(
        np.ascontiguousarray(cycles, np.int8), np.ascontiguousarray(evidence, np.int8), least,
        limit / EVIDENCE_UNIT, kept,
    )  # fmt: skip
    return kept


def spread_cycles(cycles, size: int = 7) -> np.ndarray:
    """What more than half of the neighbourhood has, of a pair's cycles.

    Parameters
    ----------
    cycles : ndarray of int8, shape (row, column)
    size : int
        Of the neighbourhood, odd, in pixels.

    Returns
    -------
    ndarray of int8, shape (row, column)
    """
    from scipy.ndimage import correlate1d

    most = np.zeros_like(cycles)
    box = np.ones(size, np.int32)
    for value in np.unique(cycles[cycles != 0]):
        same = (cycles == value).astype(np.int32)
        votes = correlate1d(correlate1d(same, box, 0, mode="nearest"), box, 1, mode="nearest")
        most[2 * votes > size * size] = value
    return most
