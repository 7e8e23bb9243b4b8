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

SIMULATED = 50_000


@dataclass(frozen=True)
class Ground:
    """Amplitude dispersions of coherent ground that would be taken for points.

    Parameters
    ----------
    dispersion : ndarray
        Sorted.
    share : float
        Of all pixels that each of them stands for.
    """

    dispersion: np.ndarray
    share: float

    def scatterers(self, dispersion, pixels: int, most: float) -> int:
        """How many points are steadier than ground.

        Parameters
        ----------
        dispersion : ndarray, shape (point,)
        pixels : int
            Of the scene.
        most : float
            Share of ground that may be among them, 0 to 1.

        Returns
        -------
        int
            The most points, the steadiest first, among which no more ground is expected.
        """
        ordered = np.sort(dispersion)
        expected = pixels * self.share * np.searchsorted(self.dispersion, ordered, side="right")
        good = expected <= most * np.arange(1, len(ordered) + 1)
        return int(np.flatnonzero(good).max() + 1) if good.any() else 0


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
    images = coherence.simulate(SIMULATED, [seed, 6], polarisations)
    simulated = images.shape[2]
    images = images[0] if polarisations == 1 else best_mix(*images).of(*images)
    amplitude = np.abs(images)
    dispersion = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
    chosen = dispersion < limit
    # Against a neighbour without noise, the last point.
    phase = np.zeros((len(images), chosen.sum() + 1), np.float32)
    phase[:, :-1] = np.angle(images[:, chosen])
    trials = make_trials(baseline, largest_slope)
    slope = search(phase, np.zeros_like(phase), trials).slope
    slope[-1] = 0.0
    known = baseline if np.isfinite(baseline).all() else np.zeros(len(years))
    count = phase.shape[1] - 1
    ends = np.arange(count), np.full(count, count)
    noise = arc_noise(phase, slope, known, years, ends, window)
    return Ground(np.sort(dispersion[chosen][noise <= largest_noise]), 1.0 / simulated)
