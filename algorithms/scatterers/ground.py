# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that stays coherent among points that are taken for persistent scatterers.

Its speckle hardly changes, so that some of it is steady in amplitude and quiet in phase by chance,
and no decoy of random phase tells how much. Speckle that is simulated with the coherence of the
scene does: the points whose amplitude is steadier than nearly all of it are scatterers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .dualpol import best_mix
from .independence import SpeckleCoherence
from .lookangle import make_trials, search
from .weeding import arc_noise

SIMULATED = 50_000  # pixels of each class of ground
AT_ONCE = 1 << 22  # values
TAIL, LEAST_TAIL = 100, 10  # steadiest of them, from which those follow that are rarer still


@dataclass(frozen=True)
class Ground:
    """Amplitude dispersions of coherent ground that would be taken for points.

    Parameters
    ----------
    dispersion : tuple of ndarray
        Of each class of ground (see :class:`.independence.SpeckleCoherence`), sorted.
    share : float
        Of all pixels of a class that each of them stands for.
    """

    dispersion: tuple
    share: float

    def rarity(self, kind: int, dispersion) -> np.ndarray:
        """Share of the pixels of a class that would be taken for points of at most a dispersion.

        The steadiest are so rare that few are simulated: below the :data:`TAIL`-th the share falls
        with a power of the dispersion (Hill 1975, doi:10.1214/aos/1176343247).

        Parameters
        ----------
        kind : int
            Number of the class.
        dispersion : ndarray
        """
        ground = self.dispersion[kind]
        count = np.searchsorted(ground, dispersion, side="right").astype(float)
        tail = min(TAIL, len(ground))
        if tail >= LEAST_TAIL:
            edge = ground[tail - 1]
            power = tail / np.log(edge / ground[:tail]).sum()
            count = np.where(dispersion < edge, tail * (dispersion / edge) ** power, count)
        return self.share * count

    def steadier(self, dispersion, kind, pixels, most: float) -> np.ndarray:
        """Which points are steadier than the ground around them.

        Parameters
        ----------
        dispersion : ndarray, shape (point,)
        kind : ndarray of int, shape (point,)
            Class of the ground around them.
        pixels : sequence of int
            Of the scene in each class.
        most : float
            Share of ground that may be among them, 0 to 1.

        Returns
        -------
        ndarray of bool, shape (point,)
            Of each class the most points, the steadiest first, among which no more ground is
            expected (Benjamini and Hochberg 1995, with all pixels as tests).
        """
        chosen = np.zeros(len(dispersion), bool)
        for number, count in enumerate(pixels):
            index = np.flatnonzero(kind == number)
            index = index[np.argsort(dispersion[index], kind="stable")]
            expected = count * self.rarity(number, dispersion[index])
            good = np.flatnonzero(expected <= most * np.arange(1, len(index) + 1))
            if len(good):
                chosen[index[: good[-1] + 1]] = True
        return chosen


def simulate_ground(
    coherence: SpeckleCoherence, years, baseline, *, limit: float, largest_noise: float,
    largest_slope: float, window: float, polarisations: int = 1, seed: int = 0,
) -> Ground:  # fmt: skip
    """What passes for a point of ground alone.

    Parameters
    ----------
    coherence : SpeckleCoherence
        Of the images, in each polarisation.
    years, baseline : ndarray, shape (time,)
        Years; metres (NaN where unknown).
    limit : float
        Amplitude dispersion below which pixels are candidates.
    largest_noise : float
        Of a point, radians.
    largest_slope : float
        Radians a metre of baseline that is searched for.
    window : float
        Years; see :func:`.weeding.sliding_line`.
    polarisations : int
        1, or 2 that are mixed as :mod:`.dualpol` does.
    seed : int
    """
    trials = make_trials(baseline, largest_slope)
    known = baseline if np.isfinite(baseline).all() else np.zeros(len(years))
    parts = max(1, -(-SIMULATED * len(years) * polarisations // AT_ONCE))
    passed = []
    for number, matrix in enumerate(coherence.matrices):
        found = [np.empty(0)]
        for part in range(parts):
            images = SpeckleCoherence(matrix[np.newaxis]).simulate(
                SIMULATED // parts, [seed, 6, number, part], polarisations
            )
            images = images[0] if polarisations == 1 else best_mix(*images).of(*images)
            amplitude = np.abs(images)
            dispersion = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
            chosen = dispersion < limit
            # Against a neighbour without noise, the last point.
            count = int(chosen.sum())
            phase = np.zeros((len(images), count + 1), np.float32)
            phase[:, :-1] = np.angle(images[:, chosen])
            slope = search(phase, np.zeros_like(phase), trials).slope
            slope[-1] = 0.0
            ends = np.arange(count), np.full(count, count)
            noise = arc_noise(phase, slope, known, years, ends, window)
            found.append(dispersion[chosen][noise <= largest_noise])
        passed.append(np.sort(np.concatenate(found)))
    return Ground(tuple(passed), 1.0 / (SIMULATED // parts * parts))
