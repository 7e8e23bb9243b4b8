# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Standard deviation of the rate by bootstrap, over dates and pairs.

Noise by date is redrawn in blocks of neighbouring dates (circular moving blocks: Politis and Romano
1992), so that it may be correlated over the length of a block. Noise by pair keeps its pair and
size and gets random signs (wild bootstrap: Davidson and Flachaire 2008), so that it may differ from
pair to pair. The rate is linear in both: a sample costs a product of matrices, no new inversion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..dense import product

PIXELS_AT_A_TIME = 4096


@dataclass(frozen=True)
class Bootstrap:
    """Draws that all pixels of a scene share.

    Parameters
    ----------
    dates : ndarray of float32, shape (sample, date)
        What each date's residual, scaled by `scale`, adds to the rate.
    signs : ndarray of float32, shape (sample, pair)
    scale : ndarray, shape (date,)
        Brings the residuals of a fit to equal variance.
    """

    dates: np.ndarray
    signs: np.ndarray
    scale: np.ndarray

    @classmethod
    def draw(cls, years, weights, pairs: int, samples: int, block: int = 0, seed: int = 0):
        """Draw the samples.

        Parameters
        ----------
        years, weights : ndarray, shape (date,)
            Of the weighted least-squares rate.
        pairs, samples : int
        block : int
            Dates in a block; 0 takes the cube root of their number, 1 redraws them singly.
        seed : int
        """
        count = len(years)
        block = min(block or round(count ** (1 / 3)), count)
        rng = np.random.default_rng(seed)
        centred = years - np.average(years, weights=weights)
        spread = (weights * centred**2).sum()
        gain = np.sqrt(weights) * centred / spread
        leverage = weights * (1 / weights.sum() + centred**2 / spread)
        blocks = -(-count // block)
        start = rng.integers(0, count, (samples, blocks, 1))
        drawn = ((start + np.arange(block)) % count).reshape(samples, -1)[:, :count]
        dates = np.zeros((samples, count))
        np.add.at(dates, (np.arange(samples)[:, np.newaxis], drawn), gain)
        signs = rng.integers(0, 2, (samples, pairs)) * 2.0 - 1.0
        scale = np.sqrt(weights / np.maximum(1 - leverage, 1e-6))
        return cls(dates.astype(np.float32), signs.astype(np.float32), scale)

    def rate_std(self, residuals, share, influence, per_radian: float) -> np.ndarray:
        """Spread of the rate over the samples.

        Parameters
        ----------
        residuals : ndarray, shape (date, pixel)
            Of the series about its rate.
        share : ndarray, shape (pixel,)
            Of the residuals' variance that is noise by date; the pairs explain the rest.
        influence : ndarray, shape (pair, pixel)
            See :class:`.inversion.Inversion`.
        per_radian : float
            Rate by unit of the influence.

        Returns
        -------
        ndarray, shape (pixel,)
        """
        out = np.empty(residuals.shape[1])
        for begin in range(0, len(out), PIXELS_AT_A_TIME):
            part = slice(begin, begin + PIXELS_AT_A_TIME)
            scaled = residuals[:, part] * self.scale[:, np.newaxis] * np.sqrt(share[part])
            rates = product(self.dates, scaled)
            rates += np.float32(per_radian) * product(self.signs, influence[:, part])
            out[part] = rates.std(axis=0, ddof=1)
        return out
