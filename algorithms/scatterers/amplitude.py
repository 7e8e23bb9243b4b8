# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Amplitudes: calibration by date, amplitude dispersion, candidates for persistent scatterers.

The amplitude dispersion ``D_A = sigma / mean`` of a pixel over time stands for its phase noise
where it is small (under 0.25; Ferretti et al. 2001). With few images it is a rough estimate: chance
makes speckle (whose D_A is 0.52) look stable, as :func:`clutter_share` tells, and the D_A of a
stable point comes out too small on average, by 3 % with 10 images and 1 % with 20.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..threads import kernel_lock
from .independence import SpeckleCoherence

FEWEST_DATES = 3
FEW_DATES = 20
"""Below so many images D_A says little (Ferretti et al. 2001 ask for 30)."""
STABLE = (0.4, 0.25, 0.25)
FEWEST_STABLE = 200
SIMULATED = 100_000
SIMULATED_AT_ONCE = 1 << 22
DECIBEL = 20.0 / np.log(10.0)


@dataclass(frozen=True)
class Calibration:
    """What makes the images of a stack equally bright.

    Parameters
    ----------
    factors : ndarray, shape (time,)
        To multiply amplitudes with; their geometric mean is 1.
    pixels : int
        From which they were found.
    stable : bool
        Whether these are pixels of low amplitude dispersion; else there were too few of those.
    empty : ndarray of bool, shape (time,)
        Images without data in the sample; their factor is 1.
    """

    factors: np.ndarray
    pixels: int
    stable: bool
    empty: np.ndarray


def calibrate(sample) -> Calibration:
    """Factors that make the images of a stack equally bright.

    First, every image is compared with the pixels' own means over time: the median over pixels of
    the log ratio. Then the same over the pixels that are stable under these factors, where there
    are enough of them, and again over the most stable ones: they are free of speckle and of the
    seasons of vegetation. Medians leave out what changes on the ground.

    Parameters
    ----------
    sample : ndarray, shape (time, pixel)
        Amplitudes of pixels from all over the scene; NaN for no data.

    Returns
    -------
    Calibration
    """
    sample = np.asarray(sample, float)
    times = len(sample)
    empty = ~np.any(sample > 0, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(np.where(sample > 0, sample, np.nan))
    have = np.sum(np.isfinite(logs), axis=0)
    enough = have >= max(2, times // 2)
    complete = enough & (have == np.sum(~empty))
    logs = logs[:, complete if complete.sum() >= max(1, enough.sum() // 10) else enough]
    if not logs.size:
        return Calibration(np.ones(times), 0, False, empty)
    offsets = _offsets(logs, np.zeros(times), empty)
    pixels, is_stable = logs.shape[1], False
    for limit in STABLE:
        amplitude = np.exp(logs - offsets[:, np.newaxis])
        stable = np.nanstd(amplitude, axis=0) < limit * np.nanmean(amplitude, axis=0)
        if stable.sum() >= FEWEST_STABLE:
            offsets = _offsets(logs[:, stable], offsets, empty)
            pixels, is_stable = int(stable.sum()), True
    return Calibration(np.exp(-offsets), pixels, is_stable, empty)


def _offsets(logs, offsets, empty):
    """Log brightness of the images, of mean zero, from log amplitudes (time, pixel)."""
    levels = np.nanmean(logs - offsets[:, np.newaxis], axis=0)
    found = np.zeros(len(logs))
    found[~empty] = np.nanmedian(logs[~empty] - levels, axis=1)
    found[~empty] -= found[~empty].mean()
    return found


def calibrated_amplitude(images, factors=None) -> np.ndarray:
    """Amplitudes of complex images, equally bright.

    Parameters
    ----------
    images : ndarray of complex64 or float32, shape (time, row, column)
    factors : ndarray, shape (time,), optional
        See :class:`Calibration`.

    Returns
    -------
    ndarray of float32, shape (time, row, column)
    """
    images = np.asarray(images)
    factors = np.ones(len(images)) if factors is None else np.asarray(factors, float)
    if images.dtype.kind != "c":
        return (images * factors[:, np.newaxis, np.newaxis]).astype(np.float32)
    from . import _amplitude_kernel as kernel

    amplitude = np.empty(images.shape, np.float32)
    with kernel_lock:
        kernel.calibrated(images.astype(np.complex64, copy=False), factors, amplitude)
    return amplitude


def dispersion(images, factors=None):
    """Mean, standard deviation and dispersion of the amplitude over time.

    Parameters
    ----------
    images : ndarray, shape (time, row, column)
        Complex values or amplitudes; NaN for no data.
    factors : ndarray, shape (time,), optional
        See :class:`Calibration`.

    Returns
    -------
    mean, std, dispersion : ndarray of float32, shape (row, column)
        NaN where less than half of the images, or three, have data. The variance is the unbiased
        one (divisor n - 1).
    """
    from . import _amplitude_kernel as kernel

    amplitude = calibrated_amplitude(images, factors)
    mean = np.empty(amplitude.shape[1:], np.float32)
    std = np.empty_like(mean)
    least = max(FEWEST_DATES, -(-len(amplitude) // 2))
    with kernel_lock:
        kernel.mean_and_std(amplitude, least, mean, std)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(mean > 0, std / mean, np.nan)
    return mean, std, ratio


def decibel(amplitude):
    """Amplitude in decibel; NaN for zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = DECIBEL * np.log(np.asarray(amplitude))
    return np.where(np.isfinite(logs), logs, np.nan).astype(np.float32)


def peaks(mean, candidates, radius: int) -> np.ndarray:
    """Candidates that are the brightest pixel of their surroundings: no side lobes of another.

    Parameters
    ----------
    mean : ndarray, shape (row, column)
        Mean amplitude, NaN for no data.
    candidates : ndarray of bool, shape (row, column)
    radius : int
        Pixels in each direction; 0 keeps all.
    """
    if radius < 1:
        return candidates
    from scipy.ndimage import maximum_filter

    bright = np.where(np.isfinite(mean), mean, -np.inf)
    top = maximum_filter(bright, size=2 * radius + 1, mode="constant", cval=-np.inf)
    return candidates & (bright >= top)


def clutter_share(
    dates: int, limits, seed: int = 0, coherence: SpeckleCoherence | None = None,
    polarisations: int = 1,
) -> np.ndarray:  # fmt: skip
    """Share of pixels of pure speckle whose amplitude dispersion is below limits by chance.

    Found by simulation of Rayleigh-distributed amplitudes.

    Parameters
    ----------
    dates : int
    limits : sequence of float
    seed : int
    coherence : SpeckleCoherence, optional
        Of as many images; they are independent of each other by default. Coherent ones repeat each
        other's speckle, so that more pixels look steady.
    polarisations : int
        Of which the steadiest counts at every pixel.

    Returns
    -------
    ndarray
        Of the length of `limits`.
    """
    coherence = coherence or SpeckleCoherence.none(dates)
    share = np.zeros(len(limits))
    parts = max(1, -(-dates * SIMULATED * polarisations // SIMULATED_AT_ONCE))
    for part in range(parts):
        amplitude = np.abs(coherence.simulate(SIMULATED // parts, [seed, part], polarisations))
        ratio = (amplitude.std(axis=1, ddof=1) / amplitude.mean(axis=1)).min(axis=0)
        share += [np.mean(ratio < limit) for limit in limits]
    return share / parts
