# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How independent the images of a stack are, and what that does to statistics of amplitudes.

Images that are coherent with one another repeat each other's speckle: of two with a coherence γ the
intensities have a correlation of |γ|², so that N of them say as much about a mean as
``N² / sum |γ_mn|²`` independent ones. Tests that take them as independent refuse true neighbours,
and speckle looks steadier than it should by chance.

The squared coherence is measured in small windows over the scene, from phases alone (bright points
and texture would pass for correlation), and freed of its bias by what windows at different places
give. Ground differs, so the windows are sorted into a few classes; speckle that is simulated with
the coherence of each, as many of one as of another, stands for the scene.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bound import positive_definite
from .oversampling import gaussian_correlation

SIDE = 7  # pixels along a window
CLASSES = 4
LEAST_WINDOWS, LEAST_IN_CLASS = 8, 40
MOST_PRODUCTS = 1 << 25  # of pairs of images and windows


@dataclass(frozen=True, eq=False)
class SpeckleCoherence:
    """Coherence of speckle between the images of a stack.

    Parameters
    ----------
    matrices : ndarray, shape (class, time, time)
        Positive definite, of equal shares of the scene.
    """

    matrices: np.ndarray

    @classmethod
    def none(cls, images: int) -> SpeckleCoherence:
        """Of independent images."""
        return cls(np.eye(images)[np.newaxis])

    @property
    def effective(self) -> float:
        """Number of independent images that make a mean as certain on average."""
        images = self.matrices.shape[-1]
        return float(images**2 / (self.matrices**2).sum(axis=(1, 2)).mean())

    def simulate(self, count: int, seed=0, polarisations: int = 1) -> np.ndarray:
        """Speckle of mean power 1.

        Parameters
        ----------
        count : int
            About so many pixels.
        seed : int or sequence of int
        polarisations : int
            Independent of each other.

        Returns
        -------
        ndarray of complex64, shape (polarisation, time, pixel)
        """
        rng = np.random.default_rng(seed)
        each = -(-count // len(self.matrices))
        parts = []
        for matrix in self.matrices:
            noise = rng.standard_normal((2, polarisations, len(matrix), each), np.float32)
            root = (np.linalg.cholesky(matrix) / np.sqrt(2.0)).astype(np.float32)
            parts.append(root @ (noise[0] + 1j * noise[1]))
        return np.concatenate(parts, axis=2).astype(np.complex64)


def speckle_coherence(tiles) -> SpeckleCoherence | None:
    """Measure the coherence between images.

    Parameters
    ----------
    tiles : sequence of callable
        Each reads a part of the images, one after the other: ndarray of complex64, shape
        (time, row, column), NaN for no data. They should come from all over the scene.

    Returns
    -------
    SpeckleCoherence or None
        None where there are too few windows with data in all images.
    """
    squares, chance, tiles = [], [], list(tiles)
    for tile in tiles:
        phasors = _windows(tile())
        most = max(2, MOST_PRODUCTS // (len(tiles) * phasors.shape[1] ** 2))
        phasors = phasors[:: -(-len(phasors) // most) or 1]
        if len(phasors) < 2:
            continue
        squares.append(_squared(phasors, phasors).astype(np.float32))
        elsewhere = np.roll(phasors, len(phasors) // 2, axis=0)
        others = _squared(phasors, elsewhere)
        chance.append(others.sum(axis=(1, 2)) - np.einsum("wtt->w", others))
    if not squares or sum(map(len, squares)) < LEAST_WINDOWS:
        return None
    squares, chance = np.concatenate(squares), np.concatenate(chance)
    images = squares.shape[1]
    bias = float(chance.sum() / (len(chance) * images * (images - 1)))
    sums = squares.sum(axis=(1, 2)) - images  # the diagonal is 1
    # Of what sets windows apart the part that is no chance.
    real = max(0.0, 1.0 - np.var(chance) / max(np.var(sums), 1e-9))
    order = np.argsort(sums, kind="stable")
    parts = np.array_split(order, max(1, min(CLASSES, len(order) // LEAST_IN_CLASS)))
    matrices = []
    for part in parts:
        total = sums.mean() + real * (sums[part].mean() - sums.mean())
        matrices.append(_coherence(squares[part], bias, total))
    return SpeckleCoherence(np.stack(matrices))


def _windows(tile) -> np.ndarray:
    """Phasors of the whole windows of a tile, shape (window, time, pixel)."""
    times, rows, cols = tile.shape
    down, across = rows // SIDE, cols // SIDE
    cut = tile[:, : down * SIDE, : across * SIDE].reshape(times, down, SIDE, across, SIDE)
    values = cut.transpose(1, 3, 0, 2, 4).reshape(down * across, times, SIDE * SIDE)
    size = np.abs(values)
    values = values[((size > 0) & (size < np.inf)).all(axis=(1, 2))]
    return values / np.abs(values)


def _squared(first, second) -> np.ndarray:
    """Squared sample coherence of all pairs of images, shape (window, time, time)."""
    return np.abs(first @ second.conj().swapaxes(1, 2) / first.shape[2]) ** 2


def _coherence(squares, bias: float, total: float) -> np.ndarray:
    """Mean coherence of windows, positive definite; `total` is the sum of their squares."""
    mean = np.clip((squares.mean(axis=0) - bias) / (1.0 - bias), 0.0, 1.0)
    np.fill_diagonal(mean, 0.0)
    # What chance makes negative is cut off, and taken off the others, so that the sum is right.
    total = (total - bias * len(mean) * (len(mean) - 1)) / (1.0 - bias)
    mean *= np.clip(total / max(mean.sum(), 1e-9), 0.0, 1.0)
    coherence = gaussian_correlation(np.sqrt(mean))
    np.fill_diagonal(coherence, 1.0)
    return positive_definite(coherence)
