# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets smoothed by their errors, and what is then left of those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

REACH = 3.0  # standard deviations of the bell
TWICE = (11.0 / 6.0) ** 0.5
"""Standard deviation under two bells (2 K - K * K) against that under one, in two dimensions."""
LEAST_SHARE = 0.5  # of the bell's weight that has to lie on data
STEPS = (1, 2, 3, 4, 6, 8, 12, 16)  # pixels, at which the noise is compared
SETTLED = 0.8  # share of its variance from which noise counts as independent
BENDING = 3.0  # power of the step, above which the rise of the variance is no noise
LEAST = 200  # pixels that tell about noise


@dataclass(frozen=True)
class Noise:
    """What the offsets themselves tell of their errors.

    Parameters
    ----------
    std : float
        Of one value, in its unit; NaN where too few tell.
    factor : float
        By which the standard deviations that came with them are too small; 1 where there are none.
    length : int
        Pixels from which errors are independent: those of chips that overlap are alike.
    """

    std: float
    factor: float = 1.0
    length: int = 1


def noise_of(values, std) -> Noise:
    """Errors of offsets from how places in a row disagree.

    The second difference of places ``h`` pixels apart, ``v(x - h) - 2 v(x) + v(x + h)``, knows
    nothing of values that change evenly, and has six times the variance of independent errors; its
    median absolute value forgives the rest.

    Parameters
    ----------
    values, std : list of ndarray, shape (row, column)
        Pieces of the layer, and of its standard deviations (NaN for unknown).
    """
    spreads, ratios = [], []
    for step in STEPS:
        found, scaled = [], []
        for piece, own in zip(values, std):
            for axis in (0, 1):
                if piece.shape[axis] <= 2 * step:
                    continue
                piece_, own_ = np.moveaxis(piece, axis, 0), np.moveaxis(own, axis, 0)
                second = piece_[: -2 * step] - 2 * piece_[step:-step] + piece_[2 * step :]
                size = np.sqrt(
                    own_[: -2 * step] ** 2 + 4 * own_[step:-step] ** 2 + own_[2 * step :] ** 2
                )
                found.append(np.abs(second[np.isfinite(second)]))
                with np.errstate(invalid="ignore", divide="ignore"):
                    scaled.append(np.abs(second / size)[np.isfinite(second / size)])
        found = np.concatenate(found) if found else np.empty(0)
        scaled = np.concatenate(scaled) if scaled else np.empty(0)
        if found.size < LEAST:
            break
        spreads.append(1.4826 * float(np.median(found)) / np.sqrt(6.0))
        ratios.append(1.4826 * float(np.median(scaled)) if scaled.size >= LEAST else np.nan)
    if not spreads or max(spreads) == 0.0:
        return Noise(float("nan"))
    # Noise of chips that overlap rises with the step until they no longer do; motion that bends
    # rises faster.
    place = 0
    while place + 1 < len(spreads):
        rise = (spreads[place + 1] / max(spreads[place], 1e-300)) ** 2
        if rise < 1.0 / SETTLED or rise > (STEPS[place + 1] / STEPS[place]) ** BENDING:
            break
        place += 1
    factor = ratios[place] if np.isfinite(ratios[place]) else 1.0
    return Noise(spreads[place], max(1.0, factor), STEPS[place])


def smoothed(values, std, size: float, noise: Noise) -> tuple:
    """Values under a bell, weighted by their variances, with what is left of their errors.

    What the mean leaves goes under the bell again and is added (Tukey's twicing), so that hills
    and bowls as wide as the bell are not cut. Small gaps are filled, others stay.

    Parameters
    ----------
    values, std : ndarray, shape (row, column)
        NaN for no data; where only the standard deviation is unknown, that of the noise holds.
    size : float
        Standard deviation of the bell in pixels; 0 leaves values as they are.
    noise : Noise

    Returns
    -------
    values, std, left : ndarray of float64, same shape
        The last is the mean under the bell of what the values lack of the given ones, where they
        bend more than the bell can follow.
    """
    known = np.isfinite(values)
    own = np.where(np.isfinite(std) & (std > 0), std * noise.factor, noise.std)
    own = np.where(np.isfinite(own), own, 1.0 if size else np.nan)
    if not size:
        values = np.where(known, values, np.nan).astype(float)
        return values, np.where(known, own, np.nan), 0.0 * values
    weight = np.where(known, own**-2.0, 0.0)
    total = _bell(weight, size)
    share = _bell(known.astype(float), size)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = _bell(weight * np.where(known, values, 0.0), size) / total
        mean += _bell(weight * np.where(known, values - mean, 0.0), size) / total
        left = _bell(weight * np.where(known, values - mean, 0.0), size) / total
        # Errors are alike over `length` pixels each way; none is smaller than a mean of them all.
        variance = TWICE**2 * _bell(weight, size, squared=True) / total**2 * noise.length**2
        largest = _bell(weight * np.where(known, own**2, 0.0), size) / total
        spread = np.sqrt(np.minimum(variance, largest))
    lacking = ~known & (share < LEAST_SHARE)
    mean[lacking] = spread[lacking] = left[lacking] = np.nan
    if not np.isfinite(noise.std) and not np.isfinite(std).any():
        spread[:] = np.nan
    return mean, spread, left


def bell_mean(values, sizes) -> np.ndarray:
    """Mean under a bell of the values that are known.

    Parameters
    ----------
    values : ndarray, shape (row, column)
    sizes : (float, float)
        Standard deviations along rows and columns, pixels; 0 for none.
    """
    known = np.isfinite(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        return _bell(np.where(known, values, 0.0), sizes) / _bell(known.astype(float), sizes)


def margin_of(size: float) -> int:
    """Pixels around a block that its smoothed values depend on."""
    return 3 * _reach(size)


def _reach(size):
    """Where a bell ends, pixels."""
    return int(np.ceil(REACH * size))


def _bell(values, size, squared=False):
    from scipy.ndimage import convolve1d

    for axis, own in enumerate(np.broadcast_to(size, 2)):
        if not own:
            continue
        reach = _reach(own)
        bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / own) ** 2)
        bell /= bell.sum()
        values = convolve1d(values, bell**2 if squared else bell, axis, mode="constant")
    return values
