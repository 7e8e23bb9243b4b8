# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triplets of interferograms: three pairs among three dates, whose phases should add up to zero.

The closure of a triplet is ``phi_ij + phi_jk - phi_ik``. What cancels in it: motion, atmosphere,
height errors. What remains: noise, and whole cycles where one of the three was unwrapped wrongly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network

TURN = 2 * np.pi
SIGNS = np.array([1, 1, -1], np.int8)
MOST_MISFIT = 0.5  # radians between medians of closures; a wrong cycle leaves more than this
RICH = 0.9  # of the triplets that the best pixel has


@dataclass(frozen=True)
class Triplets:
    """The triplets of a network; make it with :func:`find_triplets`.

    Parameters
    ----------
    pairs : ndarray of int32, shape (triplet, 3)
        Indices of the pairs ij, jk and ik for dates i < j < k; signs are +, +, -.
    pair_count : int
        Pairs in the network.
    """

    pairs: np.ndarray
    pair_count: int

    def __len__(self):
        return len(self.pairs)

    def by_pair(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The triplets that each pair is in.

        Returns
        -------
        start : ndarray of int32, shape (pair + 1,)
            Pair k has the entries ``start[k]`` to ``start[k + 1]`` of the others.
        triplet : ndarray of int32
        sign : ndarray of int8
            +1 or -1.
        """
        order = np.argsort(self.pairs.ravel(), kind="stable")
        counts = np.bincount(self.pairs.ravel(), minlength=self.pair_count)
        start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        signs = np.tile(SIGNS, len(self.pairs))
        return start, (order // 3).astype(np.int32), signs[order]

    def closure(self, phase) -> np.ndarray:
        """Closure of every triplet, in radians.

        Parameters
        ----------
        phase : ndarray, shape (pair, ...)

        Returns
        -------
        ndarray of float64, shape (triplet, ...)
            NaN where one of the three pairs has no data.
        """
        first, second, third = (phase[index].astype(float) for index in self.pairs.T)
        return first + second - third


def find_triplets(network: Network) -> Triplets:
    """All triplets of a network, sorted by their dates.

    Parameters
    ----------
    network : Network

    Returns
    -------
    Triplets
    """
    index = {(int(i), int(j)): k for k, (i, j) in enumerate(network.pairs)}
    later: dict[int, list[int]] = {}
    for i, j in sorted(index):
        later.setdefault(i, []).append(j)
    found = [
        (index[i, j], index[j, k], index[i, k])
        for i in sorted(later)
        for j in later[i]
        for k in later.get(j, ())
        if (i, k) in index
    ]
    return Triplets(np.array(found, np.int32).reshape(-1, 3), len(network.pairs))


def whole_cycles(closure) -> np.ndarray:
    """Whole cycles in a closure: ``(c - wrap(c)) / 2 pi``; NaN stays.

    Source: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, eq. 7.
    """
    return np.rint(closure / TURN)


def common_closure(triplets: Triplets, phase) -> np.ndarray:
    """The closure that a scene has as a whole, from a sample of its pixels, in radians.

    Every pair is unwrapped up to a constant of its own, so what counts is how a pixel's closure
    differs from that of most of the scene: the median over the sample, or the whole cycles that
    it is close to. Constants of pairs always go together around the network; where the medians
    don't (half of a scene jumps), the whole cycles are those of the pixel that agrees with most.

    Parameters
    ----------
    triplets : Triplets
    phase : ndarray, shape (pair, pixel)
        A sample of the scene, NaN for no data.

    Returns
    -------
    ndarray, shape (triplet,)
        0 for triplets without data.
    """
    closure = triplets.closure(phase)
    valid = np.isfinite(closure)
    typical = np.zeros(len(triplets))
    for k in np.flatnonzero(valid.any(axis=1)):
        typical[k] = np.median(closure[k, valid[k]])
    seen = valid.any(axis=1)
    if not seen.any() or _go_together(triplets, typical, seen):
        return _snapped(typical)
    known = valid.sum(axis=0)
    rich = np.flatnonzero(known >= RICH * known.max())
    away = np.where(valid, whole_cycles(closure - typical[:, np.newaxis]), 0.0)[:, rich]
    best = int(np.argmin((away != 0).sum(axis=0)))
    return _snapped(typical + TURN * away[:, best])


def _snapped(typical):
    """Whole cycles where it is close to them, so that a corrected scene is judged alike."""
    whole = TURN * whole_cycles(typical)
    return np.where(np.abs(typical - whole) < MOST_MISFIT, whole, typical)


def _go_together(triplets, closure, seen) -> bool:
    """Whether one constant for each pair explains all closures."""
    matrix = np.zeros((len(triplets), triplets.pair_count))
    np.put_along_axis(matrix, triplets.pairs, SIGNS.astype(float)[np.newaxis], axis=1)
    constants = np.linalg.lstsq(matrix[seen], closure[seen], rcond=None)[0]
    return bool(np.abs(matrix[seen] @ constants - closure[seen]).max() < MOST_MISFIT)


def loop_rms_by_pair(triplets: Triplets, loop_rms) -> np.ndarray:
    """RMS closure of the best triplet of every pair.

    A pair is suspicious when all of its triplets are bad; one bad triplet may be due to another
    pair in it. This is how LiCSBAS tells them (Morishita et al. 2020, doi:10.3390/rs12030424).

    Parameters
    ----------
    triplets : Triplets
    loop_rms : ndarray, shape (triplet,)
        NaN for none.

    Returns
    -------
    ndarray, shape (pair,)
        NaN for pairs in no triplet.
    """
    best = np.full(triplets.pair_count, np.nan)
    for column in triplets.pairs.T:
        np.fmin.at(best, column, loop_rms)
    return best
