# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Land cover, coherence, and the phase noise and coherence estimates that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import fields
from .terrain import Terrain

SPEED_OF_LIGHT = 299792458.0
RANGE_BANDWIDTH = 56.5e6  # hertz, Sentinel-1 IW1
LOWEST, HIGHEST = 0.02, 0.995

WATER, URBAN, BARE, VEGETATED = range(4)
# Coherence at once, in the long run, and days between: (initial, residual, decay).
BEHAVIOUR = {
    WATER: (0.05, 0.02, 1.0),
    URBAN: (0.93, 0.65, 400.0),
    BARE: (0.85, 0.35, 150.0),
    VEGETATED: (0.62, 0.12, 40.0),
}


@dataclass(frozen=True)
class Cover:
    """Land cover and its behaviour in time; arrays of shape (row, col).

    Parameters
    ----------
    classes : ndarray of int8
        WATER, URBAN, BARE or VEGETATED.
    initial, residual : ndarray of float32
        Temporal coherence at once and in the long run.
    decay : ndarray of float32
        Days.
    critical_baseline : ndarray of float32
        Metres; 0 in layover.
    """

    classes: np.ndarray
    initial: np.ndarray
    residual: np.ndarray
    decay: np.ndarray
    critical_baseline: np.ndarray


def make_cover(terrain: Terrain, critical, seed, rock=None) -> Cover:
    """Draw land cover: towns in the plain, open ground and forest in patches.

    Parameters
    ----------
    terrain : Terrain
    critical : ndarray, shape (row, col)
        Critical baseline, see :func:`critical_baseline`.
    seed : int
    rock : ndarray of bool, shape (row, col), optional
        What stays as coherent as towns, where there are none.
    """
    rng = fields.generator(seed, fields.COVER)
    shape = terrain.height.shape
    patches = fields.smooth_field(shape, 5, rng) + 0.5 * fields.smooth_field(shape, 1.5, rng)
    classes = np.where(patches > 0.15, VEGETATED, BARE).astype(np.int8)
    town = fields.smooth_field(shape, 0.05 * min(shape), rng)
    town += 0.4 * fields.smooth_field(shape, 1.5, rng) - 3 * terrain.mountains
    classes[town > np.quantile(town, 0.82) if rock is None else rock] = URBAN
    classes[terrain.water] = WATER
    behaviour = np.array([BEHAVIOUR[c] for c in range(4)], np.float32)[classes]
    # Within a class pixels differ, smoothly and from one to the next.
    variety = 1 + 0.08 * fields.smooth_field(shape, 2, rng) + 0.05 * rng.standard_normal(
        shape, dtype=np.float32
    )  # fmt: skip
    return Cover(
        classes,
        np.clip(behaviour[..., 0] * variety, LOWEST, HIGHEST),
        np.clip(behaviour[..., 1] * variety, LOWEST, HIGHEST),
        behaviour[..., 2],
        np.asarray(critical, np.float32),
    )


def critical_baseline(wavelength, slant_range, incidence, range_slope) -> np.ndarray:
    """Baseline at which two images share no ground spectrum (Gatelli et al. 1994).

    ``wavelength * bandwidth / c * range * tan(incidence - range slope)``

    Parameters
    ----------
    wavelength, slant_range : float or ndarray
        Metres.
    incidence, range_slope : ndarray
        Radians; the slope is positive where the ground faces the radar.

    Returns
    -------
    ndarray
        Metres, 0 where the ground lies in layover.
    """
    local = np.clip(incidence - range_slope, 0, np.radians(89))
    return wavelength * RANGE_BANDWIDTH / SPEED_OF_LIGHT * slant_range * np.tan(local)


def pair_coherence(cover: Cover, days, baseline) -> np.ndarray:
    """Coherence of a pair.

    Exponential decay to a residual (Parizzi et al. 2009), times ``1 - |B| / B_critical``.

    Parameters
    ----------
    cover : Cover
    days : float
    baseline : float
        Perpendicular, metres.

    Returns
    -------
    ndarray of float32, shape (row, col)
        NaN over water.
    """
    temporal = cover.initial - cover.residual
    temporal = temporal * np.exp(-np.float32(days) / cover.decay) + cover.residual
    ratio = np.float32(abs(baseline)) / np.maximum(cover.critical_baseline, 1e-3)
    coherence = temporal * np.where(cover.critical_baseline > 0, 1 - ratio, 0)
    coherence = np.clip(coherence, LOWEST, HIGHEST)
    coherence[cover.classes == WATER] = np.nan
    return coherence


def draw_interferogram(coherence, looks, rng) -> tuple[np.ndarray, np.ndarray]:
    """Phase noise and coherence estimate of multilooked pixels, from their exact joint law.

    The sample covariance matrix of two circular Gaussian signals is Wishart (Goodman 1963). It is
    drawn through its triangular factor (Bartlett's decomposition), which takes two gamma and one
    complex normal number a pixel for any number of looks. So the phase follows the multilook
    distribution (Lee et al. 1994) and the coherence estimate has its bias upwards (Touzi et al.
    1999).

    Parameters
    ----------
    coherence : ndarray of float32
        0 to 1; NaN is passed on.
    looks : int
        Independent looks, at least 2.
    rng : numpy.random.Generator

    Returns
    -------
    phase : ndarray of float32
        Radians in -pi..pi, of mean 0.
    estimate : ndarray of float32
        Coherence as it would be estimated from those looks.
    """
    shape = coherence.shape
    first = rng.standard_gamma(looks, shape, dtype=np.float32)
    rest = rng.standard_gamma(looks - 1, shape, dtype=np.float32)
    real, imaginary = (
        np.float32(np.sqrt(0.5)) * rng.standard_normal(shape, dtype=np.float32) for _ in range(2)
    )
    loss = np.sqrt(1 - coherence**2)
    root = np.sqrt(first)
    cross_real = coherence * first + loss * root * real
    cross_imaginary = loss * root * imaginary
    second = coherence**2 * first + 2 * coherence * loss * root * real
    second += loss**2 * (real**2 + imaginary**2 + rest)
    phase = np.arctan2(cross_imaginary, cross_real)
    estimate = np.hypot(cross_real, cross_imaginary) / np.sqrt(first * second)
    return phase, np.minimum(estimate, np.float32(1))
