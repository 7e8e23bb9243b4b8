# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates for persistent scatterers: found block by block, their phases laid aside."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ..data.grid import Window
from ..data.slc import SlcStack
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..scatterers.amplitude import dispersion
from ..scatterers.decoys import Decoys, place_decoys, random_phase
from ..scatterers.dualpol import best_mix
from .scratch import Scratch
from .slc_hdf5 import SlcReader


@dataclass(frozen=True)
class CandidateChoice:
    """Which pixels are candidates.

    Parameters
    ----------
    limit : float
        Amplitude dispersion below which they are.
    factors : dict of str to ndarray, shape (time,)
        By which the images are multiplied to be equally bright, for one polarisation, or for the
        two that are mixed for the least amplitude dispersion.
    images : ndarray of int
        Which images of the stack to take.
    reference : int
        Which of these the phases are relative to.
    seed : int
    """

    limit: float
    factors: dict
    images: np.ndarray
    reference: int
    seed: int = 0


@dataclass(frozen=True)
class CandidateSet:
    """Candidates in the order of their place, decoys, and the phases of both.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (candidate,)
    dispersion, amplitude : ndarray of float32, shape (candidate,)
        Amplitude dispersion, and mean amplitude.
    decoys : Decoys
    phase : ndarray of float32, shape (time, candidate + decoy)
        Radians: interferogram of the reference image with each, in MintPy's sign.
    pixels : int
        With data in all images.
    """

    rows: np.ndarray
    cols: np.ndarray
    dispersion: np.ndarray
    amplitude: np.ndarray
    decoys: Decoys
    phase: np.ndarray
    pixels: int

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class _Found:
    """What a block holds; `places` are row and column in the block."""

    places: tuple
    dispersion: np.ndarray
    amplitude: np.ndarray
    phase: np.ndarray
    pixels: int


@dataclass(frozen=True)
class FindCandidates:
    """Block function: images of one or two polarisations in, candidates out.

    Parameters
    ----------
    factors : tuple of ndarray
        By which the images are multiplied, for each polarisation.
    limit : float
    reference : int
    """

    factors: tuple
    limit: float
    reference: int

    def __call__(self, blocks) -> _Found:
        images = [
            b.inner * f[:, np.newaxis, np.newaxis].astype(np.float32)
            for b, f in zip(blocks, self.factors)
        ]
        if len(images) == 2:
            images = [best_mix(*images).of(*images)]
        (mixed,) = images
        mean, _, ratio = dispersion(mixed)
        complete = np.isfinite(mixed).all(axis=0)
        chosen = complete & (ratio < self.limit)
        values = mixed[:, chosen]
        phase = np.angle(values[self.reference] * values.conj()).astype(np.float32)
        return _Found(
            np.nonzero(chosen), ratio[chosen], mean[chosen], phase, int(complete.sum())
        )  # fmt: skip


class _Collector:
    """Takes in the blocks' candidates; phases go to a spool."""

    def __init__(self, spool, images: int):
        self._spool, self._images = spool, images
        self._parts, self.pixels = [], 0

    def write(self, window: Window, found: _Found) -> None:
        """Take in a block."""
        rows, cols = found.places
        self.pixels += found.pixels
        if len(rows):
            self._spool.write(np.ascontiguousarray(found.phase).tobytes())
            self._parts.append(
                (rows + window.row, cols + window.col, found.dispersion, found.amplitude)
            )

    @property
    def count(self) -> int:
        """Candidates so far."""
        return sum(len(part[0]) for part in self._parts)

    def columns(self) -> tuple:
        """Rows, columns, dispersions and amplitudes as they came."""
        return tuple(np.concatenate(column) for column in zip(*self._parts))

    def fill(self, phase, place) -> None:
        """Put the phases at their places along the points' axis."""
        self._spool.seek(0)
        first = 0
        for part in self._parts:
            count = len(part[0])
            raw = self._spool.read(4 * count * self._images)
            values = np.frombuffer(raw, np.float32).reshape(self._images, count)
            phase[:, place[first : first + count]] = values
            first += count


def find_candidates(
    stack: SlcStack,
    choice: CandidateChoice,
    scratch: Scratch,
    *,
    run_options: RunOptions,
    progress=None,
    cancelled=None,
) -> CandidateSet:
    """Find the candidates of a stack, and put decoys among them.

    Parameters
    ----------
    stack : SlcStack
    choice : CandidateChoice
    scratch : Scratch
        For the phases.
    run_options, progress, cancelled
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        If there are no pixels with all images, or no candidates.
    """
    count = len(choice.images)
    collector = _Collector(scratch.spool(run_options.budget // 8), count)
    with contextlib.ExitStack() as files:
        readers = [
            files.enter_context(SlcReader(stack, name, images=choice.images))
            for name in choice.factors
        ]
        run(
            FindCandidates(tuple(choice.factors.values()), choice.limit, choice.reference),
            lambda window: [reader.read(window) for reader in readers], collector.write,
            stack.grid, bytes_per_pixel=count * 28.0 * len(readers) + 64.0,
            options=run_options, progress=progress, cancelled=cancelled,
        )  # fmt: skip
    if not collector.pixels:
        raise GroundshiftError(
            f"{stack.path}: no pixel has data in all of the {count} images; leave out the images "
            "that cover another area."
        )
    if not collector.count:
        raise GroundshiftError(
            f"{stack.path}: no pixel has an amplitude dispersion below {choice.limit:.2g}; raise "
            "the limit."
        )
    return _in_order(collector, stack.grid, choice, scratch)


def _in_order(collector, grid, choice, scratch) -> CandidateSet:
    """Candidates by place, however the scene was cut into blocks."""
    rows, cols, ratio, amplitude = collector.columns()
    order = np.lexsort((cols, rows))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    rows, cols = rows[order], cols[order]
    decoys = place_decoys(rows, cols, grid.shape, choice.seed)
    count, images = len(rows), len(choice.images)
    phase = scratch.array((images, count + len(decoys.rows)), np.float32)
    collector.fill(phase, place)
    phase[:, count:] = random_phase(images, len(decoys.rows), choice.reference, choice.seed)
    return CandidateSet(rows, cols, ratio[order], amplitude[order], decoys, phase, collector.pixels)
