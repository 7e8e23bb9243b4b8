# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Complex images: their amplitudes on half pixels, and how well their speckle can be tracked.

The spectrum of an amplitude is wider than that of the complex image, so that amplitudes of single
pixels are under-sampled: the complex image is oversampled by two before its amplitude is taken.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

TAPS = 8  # on either side of a half pixel
STRIPS = 8  # of rows, in which the middle of the spectrum is looked up
STEADY = 0.95  # mean of their unit vectors: they scatter by 0.3 radians
LEAST_CARRIER = 0.05  # correlation of neighbouring pixels, below which it has no phase


@lru_cache(maxsize=1)
def _half_pixel() -> np.ndarray:
    """Weights of the neighbours at distances of 1/2, 3/2 ... of a pixel; a windowed sinc."""
    place = np.arange(TAPS) + 0.5
    weights = np.sinc(place) * np.i0(5.0 * np.sqrt(1 - (place / TAPS) ** 2)) / np.i0(5.0)
    return weights / (2 * weights.sum())


def carrier(image) -> tuple[float, float]:
    """Where the spectrum's middle lies, radians by row and by column.

    Parameters
    ----------
    image : ndarray of complex64, shape (row, column)
        NaN for no data.
    """
    values = np.nan_to_num(image)
    power = float((np.abs(values) ** 2).sum(dtype=float))
    products = [
        complex((b * np.conj(a)).sum(dtype=complex))
        for a, b in ((values[:-1], values[1:]), (values[:, :-1], values[:, 1:]))
    ]
    # A spectrum that is full has no middle.
    return tuple(
        float(np.angle(product)) if abs(product) > LEAST_CARRIER * power else 0.0
        for product in products
    )


def wanders(image) -> bool:
    """Whether the middle of a spectrum is another one in other rows; see :func:`carrier`."""
    size = max(1, image.shape[0] // STRIPS)
    phases = [carrier(image[first : first + size])[0] for first in range(0, image.shape[0], size)]
    turns = np.exp(1j * np.array([phase for phase in phases if phase]))
    return turns.size > 1 and abs(turns.mean()) < STEADY


def _between(values, phase, axis):
    """Values half a pixel after each one, along an axis; of the last ones nothing is known."""
    out = np.full(values.shape, np.nan, np.complex64)
    size = values.shape[axis]
    inner = [slice(None)] * 2
    inner[axis] = slice(TAPS - 1, size - TAPS)
    total = 0
    for k, weight in enumerate(_half_pixel()):
        before, after = list(inner), list(inner)
        before[axis] = slice(TAPS - 1 - k, size - TAPS - k)
        after[axis] = slice(TAPS + k, size - TAPS + k + 1)
        turn = np.exp(1j * phase * (k + 0.5))
        total = total + (
            np.complex64(weight * turn) * values[tuple(before)]
            + np.complex64(weight * np.conj(turn)) * values[tuple(after)]
        )
    out[tuple(inner)] = total
    return out


def amplitudes(image, middle) -> np.ndarray:
    """Amplitudes of a complex image with pixels half as large.

    Parameters
    ----------
    image : ndarray of complex64, shape (row, column)
        NaN for no data.
    middle : (float, float)
        See :func:`carrier`.

    Returns
    -------
    ndarray of float32, shape (2 * row, 2 * column)
        Pixel (2 i, 2 j) is that of (i, j), centres at the same place. NaN where a neighbour that
        is needed has no data, and within :data:`TAPS` pixels of the border.
    """
    known = np.isfinite(image)
    values = np.where(known, image, np.complex64(0))
    out = np.empty((2 * image.shape[0], 2 * image.shape[1]), np.float32)
    down = _between(values, middle[0], 0)
    parts = {
        (0, 0): values, (1, 0): down, (0, 1): _between(values, middle[1], 1),
        (1, 1): _between(down, middle[1], 1),
    }  # fmt: skip
    shifted = known.copy()
    for (row, col), part in parts.items():
        good = known.copy()
        # What lies between a known pixel and one without data is known badly.
        if row:
            good[:-1] &= known[1:]
        shifted[:] = good
        if col:
            good[:, :-1] &= shifted[:, 1:]
        out[row::2, col::2] = np.where(good, np.abs(part), np.nan)
    return out


def bound(coherence, cells):
    """Least standard deviation of incoherent speckle tracking, in resolution cells.

    De Zan (2014), doi:10.1109/LGRS.2013.2255259: ``sqrt(3 / (10 N)) sqrt(2 + 5 g^2 - 7 g^4) /
    (pi g^2)``.

    Parameters
    ----------
    coherence : float or ndarray
    cells : float
        Resolution cells of a chip.
    """
    square = np.asarray(coherence, float) ** 2
    return np.sqrt(3 / (10 * cells)) * np.sqrt(2 + 5 * square - 7 * square**2) / (np.pi * square)
