# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Filters of the interferometric phase, and coherence from the phase alone."""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError

SPECTRUM_SMOOTHING = 3  # bins along a side over which the spectrum's magnitude is averaged
PATCH_ROWS = 64  # patches that are transformed at a time


def goldstein(phase, coherence=None, *, alpha: float = 1.0, patch: int = 32) -> np.ndarray:
    """Adaptive filter of Goldstein and Werner, stronger where the coherence is low.

    The spectrum of each overlapping patch is multiplied by its own smoothed magnitude to the power
    of ``alpha * (1 - mean coherence)``: fringes are strong in it and noise is not. Patches lie
    half a patch apart and are faded into one another.

    Sources: Goldstein and Werner (1998), doi:10.1029/1998GL900033; the exponent by coherence:
    Baran et al. (2003), doi:10.1109/TGRS.2003.817212.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Radians, NaN for no data.
    coherence : ndarray, same shape, optional
        Without, the exponent is `alpha` everywhere.
    alpha : float
        0 (nothing happens) to 1.
    patch : int
        Side of a patch in pixels; even, 8 at least.

    Returns
    -------
    ndarray of float32
        Wrapped, NaN where the phase is.

    Raises
    ------
    GroundshiftError
        If `alpha` or `patch` is out of range.
    """
    from scipy.fft import fft2, ifft2
    from scipy.ndimage import uniform_filter

    if not 0.0 <= alpha <= 1.0:
        raise GroundshiftError(f"The filter's strength is {alpha:g}; give 0 to 1.")
    if patch < 8 or patch % 2:
        raise GroundshiftError(f"The filter's patch is {patch} pixels; give an even number from 8.")
    phase = np.asarray(phase, np.float64)
    void = ~np.isfinite(phase)
    phasor = np.where(void, 0.0, np.exp(1j * np.where(void, 0.0, phase))).astype(np.complex64)
    half = patch // 2
    rows, cols = (half * (-(-n // half) + 1) for n in phase.shape)
    pads = [
        (half, rows - half - phase.shape[0] + half),
        (half, cols - half - phase.shape[1] + half),
    ]
    wide = np.pad(phasor, pads)
    weight = None
    if coherence is not None:
        known = np.pad(np.where(void, 0.0, np.clip(np.nan_to_num(coherence), 0.0, 1.0)), pads)
        count = np.pad((~void).astype(np.float32), pads)
        weight = _patches(known, patch).sum(axis=(2, 3)) / np.maximum(
            _patches(count, patch).sum(axis=(2, 3)), 1.0
        )
    ramp = 1.0 - np.abs((np.arange(patch) + 0.5) / half - 1.0)
    taper = np.outer(ramp, ramp).astype(np.float32)
    out = np.zeros(wide.shape, np.complex64)
    views = _patches(wide, patch)
    for first in range(0, views.shape[1], PATCH_ROWS):
        part = views[:, first : first + PATCH_ROWS]
        spectrum = fft2(part, axes=(2, 3))
        size = uniform_filter(np.abs(spectrum), (0, 0, *(2 * (SPECTRUM_SMOOTHING,))), mode="wrap")
        power = np.full(part.shape[:2], alpha)
        if weight is not None:
            power = alpha * (1.0 - weight[:, first : first + PATCH_ROWS])
        peak = size.max(axis=(2, 3), keepdims=True)
        size /= np.where(peak > 0, peak, 1.0)
        smooth = ifft2(spectrum * size ** power[:, :, None, None], axes=(2, 3))
        smooth = smooth.astype(np.complex64) * taper
        for i in range(part.shape[0]):
            for j in range(part.shape[1]):
                top, left = i * half, (first + j) * half
                out[top : top + patch, left : left + patch] += smooth[i, j]
    out = out[half : half + phase.shape[0], half : half + phase.shape[1]]
    return np.where(void, np.nan, np.angle(out)).astype(np.float32)


def _patches(values, patch: int):
    """Views of patches half a patch apart, shape (rows, columns, patch, patch)."""
    half = patch // 2
    windows = np.lib.stride_tricks.sliding_window_view(values, (patch, patch))
    return windows[::half, ::half]


def boxcar(phase, window: int = 5) -> np.ndarray:
    """Mean direction of the phase in a square window; NaN where the phase is.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Radians.
    window : int
        Side in pixels, odd or made so.
    """
    mean, void = _mean_phasor(phase, window)
    return np.where(void, np.nan, np.angle(mean)).astype(np.float32)


def phase_coherence(phase, window: int = 5) -> np.ndarray:
    """Coherence of the phase in a square window, its slope taken off.

    ``|mean exp j (phase - slope)|``, with the slope from the mean directions of the differences
    between neighbours. The expectation for pure noise, 1 in root of the number of pixels, is taken
    off in the square, so that noise is about 0 and not 0.2.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Radians, NaN for no data.
    window : int
        Side in pixels.

    Returns
    -------
    ndarray of float32
        0 to 1; 0 where the phase is NaN.
    """
    phase = np.asarray(phase, np.float64)
    void = ~np.isfinite(phase)
    phasor = np.where(void, 0.0, np.exp(1j * np.where(void, 0.0, phase)))
    slopes = []
    for axis in (0, 1):
        product = np.zeros_like(phasor)
        at = (np.s_[:-1], np.s_[:]) if axis == 0 else (np.s_[:], np.s_[:-1])
        then = (np.s_[1:], np.s_[:]) if axis == 0 else (np.s_[:], np.s_[1:])
        product[at] = phasor[then] * phasor[at].conj()
        slopes.append(np.angle(_smooth(product, window)))
    half = window // 2
    total = np.zeros_like(phasor)
    count = np.zeros(phase.shape)
    wide = np.pad(phasor, half)
    seen = np.pad((~void).astype(float), half)
    rows, cols = phase.shape
    for down in range(-half, half + 1):
        for across in range(-half, half + 1):
            part = np.s_[half + down : half + down + rows, half + across : half + across + cols]
            total += wide[part] * np.exp(-1j * (down * slopes[0] + across * slopes[1]))
            count += seen[part]
    count = np.maximum(count, 1.0)
    squared = np.abs(total / count) ** 2
    unbiased = (squared - 1.0 / count) / np.maximum(1.0 - 1.0 / count, 1e-9)
    return np.where(void, 0.0, np.sqrt(np.clip(unbiased, 0.0, 1.0))).astype(np.float32)


def _smooth(values, window: int):
    from scipy.ndimage import uniform_filter

    return uniform_filter(values.real, window, mode="constant") + 1j * uniform_filter(
        values.imag, window, mode="constant"
    )


def _mean_phasor(phase, window: int):
    phase = np.asarray(phase, np.float64)
    void = ~np.isfinite(phase)
    phasor = np.where(void, 0.0, np.exp(1j * np.where(void, 0.0, phase)))
    return _smooth(phasor, 2 * (max(1, window) // 2) + 1), void
