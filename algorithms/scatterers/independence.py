# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How independent the images of a stack are, and what that does to statistics of amplitudes.

Images that are coherent with one another repeat each other's speckle: of two with a coherence γ the
intensities have a correlation of |γ|², so that N of them say as much about a mean as
``N² / sum |γ_mn|²`` independent ones. Tests that take them as independent refuse true neighbours,
and speckle looks steadier than it should by chance.

The squared coherence is measured in small windows over the scene, from phases alone (bright points
and texture would pass for correlation), and freed of its bias by what windows at different places
give. Ground differs, so the windows are sorted into a few classes, whose coherence is that of the
windows beside them; speckle that is simulated with the coherence of each, as many of one as of
another, stands for the scene. What surrounds a pixel has a class in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bound import positive_definite
from .oversampling import gaussian_correlation

SIDE = 7  # pixels along a window
REACH = 2 * SIDE - 1  # pixels to the end of the windows beside that of a pixel
LEAST_IN_WINDOW = 16  # pixels with data
CLASSES = 4
LEAST_WINDOWS, LEAST_IN_CLASS = 8, 40
MOST_PRODUCTS = 1 << 25  # of pairs of images and windows


@dataclass(frozen=True, eq=False)
class SpeckleCoherence:
    """Coherence of speckle between the images of a stack.

    Parameters
    ----------
    matrices : ndarray, shape (class, time, time)
        Positive definite, of equal shares of the scene, from the least coherent one on.
    edges : tuple of float
        Mean squared coherence of two images, as windows show it, between one class and the next.
    bias : float
        Squared coherence of incoherent images in a window.
    """

    matrices: np.ndarray
    edges: tuple = ()
    bias: float = 0.0

    @classmethod
    def none(cls, images: int) -> SpeckleCoherence:
        """Of independent images."""
        return cls(np.eye(images)[np.newaxis])

    def classes_of(self, values, place, shape) -> np.ndarray:
        """Class of the ground about pixels: the most coherent of their window and those beside it.

        Parameters
        ----------
        values : ndarray of complex64, shape (time, row, column)
            With a margin of :data:`REACH` on each side; NaN for no data.
        place : (int, int)
            Row and column in the scene at which the part without the margin begins.
        shape : (int, int)
            Of that part.

        Returns
        -------
        ndarray of int8, shape (row, column)
        """
        if not self.edges:
            return np.zeros(shape, np.int8)
        # The windows lie where they do however the scene is cut into blocks.
        first = [start // SIDE - 1 for start in place]
        count = [(p + n - 1) // SIDE + 2 - f for p, n, f in zip(place, shape, first)]
        row, col = (f * SIDE - p + REACH for f, p in zip(first, place))
        level = np.empty(count)
        for down in range(count[0]):
            line = values[:, row + down * SIDE : row + (down + 1) * SIDE]
            line = line[:, :, col : col + count[1] * SIDE]
            cut = line.reshape(len(values), SIDE, count[1], SIDE).transpose(2, 0, 1, 3)
            level[down] = self._level(cut.reshape(count[1], len(values), SIDE**2))
        inner = np.s_[1:-1]
        beside = level[:-2, inner], level[2:, inner], level[inner, :-2], level[inner, 2:]
        level = np.maximum.reduce([level[inner, inner], *beside])
        kind = np.searchsorted(self.edges, level, side="right").astype(np.int8)
        rows, cols = (np.arange(p, p + n) // SIDE - f - 1 for p, n, f in zip(place, shape, first))
        return kind[np.ix_(rows, cols)]

    def _level(self, values) -> np.ndarray:
        """Mean squared coherence in windows, shape (window, time, pixel), free of bias."""
        size = np.abs(values)
        good = ((size > 0) & (size < np.inf)).all(axis=1, keepdims=True)
        phasors = np.where(good, values / np.where(good, size, 1.0), 0.0).astype(np.complex64)
        count, times = good.sum(axis=(1, 2)), values.shape[1]
        if times > values.shape[2]:  # the sum over pairs of images is that over pairs of pixels
            phasors = phasors.swapaxes(1, 2)
        products = phasors @ phasors.conj().swapaxes(1, 2)
        total = (np.abs(products) ** 2).sum(axis=(1, 2), dtype=float) / np.maximum(count, 1) ** 2
        bias = np.minimum(self.bias * SIDE**2 / np.maximum(count, 1), 0.9)
        level = ((total - times) / (times * (times - 1)) - bias) / (1.0 - bias)
        return np.where(count >= LEAST_IN_WINDOW, level, -np.inf)

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
        pairs = np.arange(len(phasors) // 2)[:: -(-len(phasors) // most) or 1]
        phasors = phasors[np.stack([2 * pairs, 2 * pairs + 1], axis=1).ravel()]
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
    order = np.argsort(sums, kind="stable")
    parts = np.array_split(order, max(1, min(CLASSES, len(order) // LEAST_IN_CLASS)))
    # Of the windows beside those that are sorted: chance sorts, too, and has no part in these.
    matrices = [_coherence(squares[part ^ 1].mean(axis=0), bias) for part in parts]
    between = [0.5 * (sums[a[-1]] + sums[b[0]]) for a, b in zip(parts, parts[1:])]
    edges = tuple(float((m / images / (images - 1) - bias) / (1.0 - bias)) for m in between)
    return SpeckleCoherence(np.stack(matrices), edges, bias)


def _windows(tile) -> np.ndarray:
    """Phasors of the whole windows of a tile, neighbours in turn; shape (window, time, pixel)."""
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


def _coherence(squares, bias: float) -> np.ndarray:
    """Coherence from its mean squares in windows, positive definite."""
    pairs = len(squares) * (len(squares) - 1)
    total = (squares.sum() - np.trace(squares) - bias * pairs) / (1.0 - bias)
    mean = np.clip((squares - bias) / (1.0 - bias), 0.0, 1.0)
    np.fill_diagonal(mean, 0.0)
    # What chance makes negative is cut off, and taken off the others, so that the sum is right.
    mean *= np.clip(total / max(mean.sum(), 1e-9), 0.0, 1.0)
    coherence = gaussian_correlation(np.sqrt(mean))
    np.fill_diagonal(coherence, 1.0)
    return positive_definite(coherence)
