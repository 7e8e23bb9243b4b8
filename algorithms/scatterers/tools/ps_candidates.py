# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates for persistent scatterers: found block by block, their phases laid aside."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.hdf5.images import SlcReader
from ...formats.scratch import Scratch
from ..amplitude import dispersion
from ..decoys import Decoys, place_decoys, random_phase
from ..dualpol import best_mix
from ..independence import REACH, SpeckleCoherence
from .ps_scene import PsScene


@dataclass(frozen=True)
class CandidateSet:
    """Candidates in the order of their place, decoys, and the phases of both.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (candidate,)
    dispersion, amplitude : ndarray of float32, shape (candidate,)
        Amplitude dispersion, and mean amplitude.
    ground : ndarray of int8, shape (candidate,)
        Class of the ground around them.
    decoys : Decoys
    phase : ndarray of float32, shape (time, candidate + decoy)
        Radians: interferogram of the reference image with each, in MintPy's sign.
    pixels : int
        With data in all images.
    of_ground : ndarray, shape (class,)
        How many of the pixels are of each class.
    """

    rows: np.ndarray
    cols: np.ndarray
    dispersion: np.ndarray
    amplitude: np.ndarray
    ground: np.ndarray
    decoys: Decoys
    phase: np.ndarray
    pixels: int
    of_ground: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class _Found:
    """What a block holds; `places` are row and column in the block."""

    places: tuple
    dispersion: np.ndarray
    amplitude: np.ndarray
    ground: np.ndarray
    phase: np.ndarray
    pixels: int
    of_ground: np.ndarray


@dataclass(frozen=True)
class FindCandidates:
    """Block function: images of one or two polarisations in, candidates out.

    Parameters
    ----------
    factors : tuple of ndarray
        By which the images are multiplied, for each polarisation.
    limit : float
    reference : int
    coherence : SpeckleCoherence
        Of the first polarisation.
    """

    factors: tuple
    limit: float
    reference: int
    coherence: SpeckleCoherence

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
        window = blocks[0].window
        ground = self.coherence.classes_of(
            blocks[0].values, (window.row, window.col), complete.shape
        )
        counts = np.bincount(ground[complete], minlength=len(self.coherence.matrices))
        return _Found(
            np.nonzero(chosen), ratio[chosen], mean[chosen], ground[chosen], phase,
            int(complete.sum()), counts,
        )  # fmt: skip


class _Collector:
    """Takes in the blocks' candidates; phases go to a spool."""

    def __init__(self, spool, images: int):
        self._spool, self._images = spool, images
        self._parts, self.pixels, self.of_ground = [], 0, 0

    def write(self, window: Window, found: _Found) -> None:
        """Take in a block."""
        rows, cols = found.places
        self.pixels += found.pixels
        self.of_ground = self.of_ground + found.of_ground
        if len(rows):
            self._spool.write(np.ascontiguousarray(found.phase).tobytes())
            places = rows + window.row, cols + window.col
            self._parts.append((*places, found.dispersion, found.amplitude, found.ground))

    @property
    def count(self) -> int:
        """Candidates so far."""
        return sum(len(part[0]) for part in self._parts)

    def columns(self) -> tuple:
        """Rows, columns, dispersions, amplitudes and kinds of ground as they came."""
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


def find_candidates(scene: PsScene, names, limit, seed, scratch: Scratch, job) -> CandidateSet:
    """Find the candidates of a scene, and put decoys among them.

    Parameters
    ----------
    scene : PsScene
    names : sequence of str
        A polarisation, or the two that are mixed for the least amplitude dispersion.
    limit : float
        Amplitude dispersion below which pixels are candidates.
    seed : int
        Of the decoys.
    scratch : Scratch
        For the phases.
    job : Job

    Raises
    ------
    GroundshiftError
        If there are no pixels with all images, or no candidates.
    """
    stack, count = scene.stack, len(scene.images)
    collector = _Collector(scratch.spool(job.budget // 8), count)
    function = FindCandidates(
        tuple(scene.factors[name] for name in names), limit, scene.reference, scene.coherence
    )
    with contextlib.ExitStack() as files:
        readers = [
            files.enter_context(SlcReader(stack, name, (REACH, REACH), scene.images))
            for name in names
        ]
        job.blocks(
            function, lambda window: [reader.read(window) for reader in readers], collector.write,
            stack.grid, count * 28.0 * len(readers) + 64.0,
        )  # fmt: skip
    if not collector.pixels:
        raise GroundshiftError(
            f"{stack.path}: no pixel has data in all of the {count} images; leave out the images "
            "that cover another area."
        )
    if not collector.count:
        raise GroundshiftError(
            f"{stack.path}: no pixel has an amplitude dispersion below {limit:.2g}; raise "
            "the limit."
        )
    return _in_order(collector, scene, seed, scratch)


def _in_order(collector, scene: PsScene, seed, scratch) -> CandidateSet:
    """Candidates by place, however the scene was cut into blocks."""
    rows, cols, ratio, amplitude, ground = collector.columns()
    order = np.lexsort((cols, rows))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    rows, cols = rows[order], cols[order]
    decoys = place_decoys(rows, cols, scene.stack.grid.shape, seed)
    count, images = len(rows), len(scene.images)
    phase = scratch.array((images, count + len(decoys.rows)), np.float32)
    collector.fill(phase, place)
    phase[:, count:] = random_phase(images, len(decoys.rows), scene.reference, seed)
    return CandidateSet(
        rows, cols, ratio[order], amplitude[order], ground[order], decoys, phase,
        collector.pixels, collector.of_ground,
    )  # fmt: skip
