# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates for persistent scatterers in a block of images."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS, Grid
from .amplitude import decibel, dispersion, peaks

CLASSES = {0: "none", 1: "candidate", 2: "stable"}
NO_CLASS = 255


@dataclass(frozen=True)
class Candidates:
    """Block function: images of all polarisations in, their amplitudes' statistics out.

    Parameters
    ----------
    factors : tuple
        By polarisation: what to multiply each image's amplitudes with; None for nothing.
    candidate, stable : float
        Amplitude dispersion below which a pixel is a candidate, and below which it is stable
        by its amplitude alone.
    radius : int
        Keep only candidates that are the brightest pixel within so many; 0 keeps all.
    """

    factors: tuple
    candidate: float
    stable: float
    radius: int

    def __call__(self, blocks):
        """Dispersion, amplitude (each: polarisation, row, column), class, best polarisation."""
        ratios, levels, kinds = [], [], []
        for block, factors in zip(blocks, self.factors):
            mean, _, ratio = dispersion(block.values, factors)
            kind = (ratio < self.candidate).astype(np.uint8)
            kind += ratio < self.stable
            kind[~peaks(mean, kind > 0, self.radius)] = 0
            kind[np.isnan(ratio)] = NO_CLASS
            inner = tuple(slice(m, n - m) for m, n in zip(block.margin, ratio.shape))
            ratios.append(ratio[inner])
            levels.append(decibel(mean[inner]))
            kinds.append(kind[inner])
        ratios, levels, kinds = np.stack(ratios), np.stack(levels), np.stack(kinds)
        # A pixel is what the best of its polarisations makes it, the steadiest of equal ones.
        ranks = np.where(kinds == NO_CLASS, -1.0, kinds) - np.where(ratios < 1e9, ratios, 1e9) / 2e9
        best = np.argmax(ranks, axis=0)
        return ratios, levels, np.take_along_axis(kinds, best[np.newaxis], 0)[0], best


def bytes_per_pixel(dates: int, polarisations: int, radius: int) -> float:
    """Memory: images as read and their amplitudes, with the margin of the smallest block."""
    smallest = Grid(TILE_ROWS, TILE_COLS)
    margin = (smallest.rows + 2 * radius) * (smallest.cols + 2 * radius)
    images = 12.0 * dates * polarisations
    return images * margin / (smallest.rows * smallest.cols) + 40.0 * polarisations
