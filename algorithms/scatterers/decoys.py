# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Decoys: pixels of random phase among the candidates, and the choice of points by them.

How many noisy pixels pass a threshold is told by the decoys that pass it, which went the same way
as the candidates. With one decoy more than were found the share of noise among the chosen is at
most the one asked for, on average (Barber and Candes 2015, doi:10.1214/15-AOS1337, eq. 3.8: the
knockoff+ threshold; the same idea as in Hooper et al. 2007, sec. 3.3, whose random phases do not
take part in the filter).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .stability import noise_count

MOST_ALIKE = 20_000  # so many decoys at least where there are as many candidates
LEAST_SHARE = 0.25  # of decoys among many candidates
REACH = 5  # pixels from a candidate to the decoy that stands for it
STEPS = np.array(
    [(i, j) for i in range(-REACH, REACH + 1) for j in range(-REACH, REACH + 1)
     if max(abs(i), abs(j)) > 1]
)  # fmt: skip
TRIES = 20
BIN = 2000  # candidates of about one amplitude dispersion


@dataclass(frozen=True)
class Decoys:
    """Pixels that stand for noise.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (decoy,)
    model : ndarray of int, shape (decoy,)
        Candidate whose neighbourhood and amplitude dispersion a decoy shares.
    """

    rows: np.ndarray
    cols: np.ndarray
    model: np.ndarray


def decoy_count(candidates: int) -> int:
    """Decoys for so many candidates."""
    return min(candidates, max(MOST_ALIKE, int(LEAST_SHARE * candidates)))


def place_decoys(rows, cols, shape, seed: int) -> Decoys:
    """Put decoys on free pixels near candidates drawn at random.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (candidate,)
        Each pixel once.
    shape : (int, int)
        Of the image.
    seed : int

    Returns
    -------
    Decoys
        Fewer than :func:`decoy_count` where there is no room; at least one.
    """
    rng = np.random.default_rng([seed, 2])
    # By place, so that the order of the candidates does not matter.
    order = np.argsort(np.asarray(rows, np.int64) * shape[1] + cols)
    model = order[rng.permutation(len(order))[: decoy_count(len(order))]]
    taken = np.sort(np.asarray(rows, np.int64) * shape[1] + cols)
    found, of_model = [], []
    for _ in range(TRIES):
        if not len(model):
            break
        # Not beside the candidate: that would make decoys touch more often than noise does.
        step = STEPS[rng.integers(0, len(STEPS), len(model))]
        row, col = rows[model] + step[:, 0], cols[model] + step[:, 1]
        number = row * np.int64(shape[1]) + col
        inside = (row >= 0) & (row < shape[0]) & (col >= 0) & (col < shape[1])
        first = np.zeros(len(model), bool)
        first[np.unique(number, return_index=True)[1]] = True
        free = inside & first & ~np.isin(number, taken)
        found.append(number[free])
        of_model.append(model[free])
        taken = np.concatenate([taken, number[free]])
        model = model[~free]
    number, model = np.concatenate(found), np.concatenate(of_model)
    if not len(number):  # candidates everywhere: beside the image is as good
        number, model = np.array([np.int64(shape[0]) * shape[1]]), order[:1]
    return Decoys(number // shape[1], number % shape[1], model)


def random_phase(dates: int, count: int, reference: int, seed: int) -> np.ndarray:
    """Phases of decoys, shape (time, decoy), relative to one of the images; float32."""
    rng = np.random.default_rng([seed, 3])
    phase = rng.uniform(-np.pi, np.pi, (dates, count)).astype(np.float32)
    phase[reference] = 0.0
    return phase


@dataclass(frozen=True)
class Limits:
    """Least stability of points, by amplitude dispersion.

    Parameters
    ----------
    edges : ndarray, shape (bin - 1,)
        Between the bins of amplitude dispersion.
    gamma : ndarray, shape (bin,)
        Infinite where none of a bin's candidates can be told from noise.
    noise : ndarray, shape (bin,)
        Points among the chosen that are noise, as expected from the decoys.
    """

    edges: np.ndarray
    gamma: np.ndarray
    noise: np.ndarray

    def of(self, dispersion) -> np.ndarray:
        """Least stability of points of some amplitude dispersion."""
        return self.gamma[np.searchsorted(self.edges, dispersion, side="right")]


def find_limits(
    gamma, dispersion, decoys, decoy_dispersion, share=None, per_km2=None, area_km2=0.0
) -> Limits:
    """Thresholds that let a given share, or density, of noise pass.

    Parameters
    ----------
    gamma, dispersion : ndarray, shape (candidate,)
        Stability and amplitude dispersion.
    decoys, decoy_dispersion : ndarray, shape (decoy,)
        The same of the decoys.
    share : float, optional
        Largest share of noise among the points, 0 to 1.
    per_km2 : float, optional
        Or the largest number of noisy points a square kilometre.
    area_km2 : float
        Of the scene.

    Returns
    -------
    Limits
    """
    bins = max(1, min(len(gamma), 2 * len(decoys)) // BIN)
    edges = np.unique(np.quantile(dispersion, np.arange(1, bins) / bins)) if bins > 1 else []
    edges = np.asarray(edges, float)
    own = np.searchsorted(edges, dispersion, side="right")
    of_decoys = np.searchsorted(edges, decoy_dispersion, side="right")
    found, noise = np.full(len(edges) + 1, np.inf), np.zeros(len(edges) + 1)
    for k in range(len(found)):
        some, false = gamma[own == k], np.sort(decoys[of_decoys == k])
        if not len(some) or not len(false):
            continue
        ordered = np.sort(some)
        above = len(ordered) - np.arange(len(ordered))
        passing = len(false) - np.searchsorted(false, ordered)
        expected = noise_count(some, false) / len(false) * (passing + 1)
        if per_km2 is None:
            good = expected <= share * above
        else:
            good = expected <= per_km2 * area_km2 / len(found)
        good &= ordered > np.median(false)
        if good.any():
            first = int(np.argmax(good))
            found[k], noise[k] = ordered[first], expected[first]
    return Limits(edges, found, noise)
