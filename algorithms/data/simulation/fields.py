# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Random numbers and random fields that depend on nothing but the seed and what they are for."""

from __future__ import annotations

import numpy as np
from scipy import fft

# What a stream of random numbers is for; a new purpose gets a new number, so that the scenes of
# earlier versions stay the same.
(
    TERRAIN, LAKE, SOURCES, COVER, DATES, BASELINES, TURBULENCE, STRATIFIED, DEM_ERROR, NOISE,
    JUMPED_PAIRS, JUMPS, GAPS, SLC_COVER, SPECKLE, TEXTURE, GAIN, SCATTERERS, AIR, SOIL, LAKES,
    SLUMPS, THAW, SNOW, BACKSCATTER,
) = range(25)  # fmt: skip


def generator(seed: int, purpose: int, index: int = 0) -> np.random.Generator:
    """A generator of its own for each purpose and date or pair, whatever the order of calls."""
    return np.random.default_rng([seed, purpose, index])


def standardised(field) -> np.ndarray:
    """The field with mean 0 and standard deviation 1 (0 where it is constant)."""
    field = field - field.mean(dtype=float)
    deviation = field.std(dtype=float)
    return (field / deviation if deviation > 0 else field).astype(np.float32)


def _filtered_noise(shape, spacing, transfer, rng) -> np.ndarray:
    """White noise through a filter given as a function of the squared spatial frequency."""
    # The transform is periodic: a margin keeps opposite edges from being copies of each other.
    rows, cols = (fft.next_fast_len(n + max(n // 4, 16), real=True) for n in shape)
    noise = rng.standard_normal((rows, cols), dtype=np.float32)
    k_row = fft.fftfreq(rows, spacing[0])[:, None]
    k_col = fft.rfftfreq(cols, spacing[1])[None, :]
    gain = transfer(k_row**2 + k_col**2).astype(np.float32)
    gain[0, 0] = 0
    field = fft.irfft2(fft.rfft2(noise) * gain, s=(rows, cols))
    return standardised(field[: shape[0], : shape[1]])


def power_law_field(shape, spacing, exponent, outer_scale, rng) -> np.ndarray:
    """A field whose spectrum falls by a power law, of mean 0 and standard deviation 1.

    Parameters
    ----------
    shape : (int, int)
    spacing : (float, float)
        Metres between rows and between columns.
    exponent : float
        The spectrum along a profile falls as ``k**-exponent``; the two-dimensional spectrum then
        falls as ``k**-(exponent + 1)`` (Hanssen 2001, sec. 4.7). 8/3 for turbulence.
    outer_scale : float
        Metres; longer waves have no more power (von Karman spectrum).
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of float32, `shape`
    """

    def transfer(k2):
        return (k2 + outer_scale**-2) ** (-(exponent + 1) / 4)

    return _filtered_noise(shape, spacing, transfer, rng)


def smooth_field(shape, length, rng) -> np.ndarray:
    """A field without structure finer than `length` pixels, mean 0, standard deviation 1."""

    def transfer(k2):
        return np.exp(-2 * (np.pi * length) ** 2 * k2)

    return _filtered_noise(shape, (1.0, 1.0), transfer, rng)
