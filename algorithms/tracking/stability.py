# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that stays coherent from image to image: stable ground for offsets and their errors."""

from __future__ import annotations

import numpy as np

FOLLOWING = 2
"""Images after each one that it is compared with."""

LEAST_FILLED = 0.5  # of a cell's pixels, and of the pairs of images


def pairs_of(images: int, following: int = FOLLOWING) -> list:
    """Every image with its next ones; of two, that makes 2 n - 3 pairs of n images."""
    return [
        (k, k + step)
        for k in range(images) for step in range(1, following + 1) if k + step < images
    ]  # fmt: skip


def mean_coherence(images, looks, following: int = FOLLOWING) -> np.ndarray:
    """Mean of the coherence of every image with its next ones, ``sum |gamma| / (2 n - 3)``.

    Parameters
    ----------
    images : ndarray of complex64, shape (time, row, column)
        In the order of time, NaN for no data; rows and columns are multiples of the looks.
    looks : (int, int)
        Rows and columns of a cell.
    following : int

    Returns
    -------
    ndarray of float32, shape (row / looks, column / looks)
        Of the pairs that have data in half of the cell; NaN where those are less than half of all.
    """
    known = np.isfinite(images)
    images = np.where(known, images, 0)
    total = np.zeros([size // step for size, step in zip(images.shape[1:], looks)])
    count, pairs = np.zeros(total.shape, int), pairs_of(len(images), following)
    least = LEAST_FILLED * looks[0] * looks[1]
    for first, second in pairs:
        both = known[first] & known[second]
        a, b = np.where(both, images[first], 0), np.where(both, images[second], 0)
        cross = _cell_sums(a * b.conj(), looks)
        power = _cell_sums(_squares(a), looks) * _cell_sums(_squares(b), looks)
        good = (_cell_sums(both.astype(np.float32), looks) >= least) & (power > 0)
        with np.errstate(invalid="ignore", divide="ignore"):
            total += np.where(good, np.abs(cross) / np.sqrt(power), 0.0)
        count += good
    few = count < max(1.0, LEAST_FILLED * len(pairs))
    return np.where(few, np.nan, total / np.maximum(count, 1)).astype(np.float32)


def chance_coherence(looks: float) -> float:
    """Coherence that estimation gives to images that share nothing (Touzi et al. 1999, eq. 22)."""
    return float(np.sqrt(np.pi / (4 * looks)))


def _squares(values):
    return values.real**2 + values.imag**2


def _cell_sums(values, looks):
    """One axis after the other, so that no sum depends on the block."""
    down, across = looks
    rows, cols = values.shape
    wide = values.reshape(rows, cols // across, across).sum(axis=2, dtype=_double(values))
    return wide.reshape(rows // down, down, cols // across).sum(axis=1)


def _double(values):
    return np.complex128 if np.iscomplexobj(values) else np.float64
