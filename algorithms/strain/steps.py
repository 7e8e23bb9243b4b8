# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps of the motion in profiles of shear.

A step at the trace (creep that reaches the surface) comes out of a window as a peak as wide as the
window; a locked fault (Savage and Burford 1973, J. Geophys. Res. 78, 832-845) as one as wide as it
is locked deep. Peaks are fitted by what a step becomes in the window, as it is or blurred, on a
parabola that stands for what is wide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .shear import FINE, LEAST_KNOWN, correlation

HALF = np.sqrt(2 * np.log(2))
"""Half width at half maximum of a Gaussian, in standard deviations."""
SIDES = 4.5  # half widths of a peak on either side that are fitted
BOX, DIRECTIONS = 40, 16  # points along a square; directions of a fault
WIDER = 1.5  # from one fitted width to the next
LEAST_CONTROLS = 20
BESIDE = 4  # segments on either side that tell the noise of one
ALMOST = 1.1  # of the least misfit: noise likes wide steps


class Step:
    """What a step of the motion by one metre a year becomes: a peak of shear of area one half.

    Parameters
    ----------
    offsets, gains : ndarray, shape (direction, pixel)
        Of the pixels of a window: metres across a fault, for some directions of it, and the weight
        of each in the slope, 1/m.
    step : float
        Metres of a bin.
    blur : float
        Standard deviation of a Gaussian that the step is blurred by, metres.
    """

    def __init__(self, offsets, gains, step: float, blur: float = 0.0):
        fine = step / FINE
        reach = 1.2 * np.abs(offsets).max() + 4 * blur + 2 * step
        half = int(np.ceil(reach / fine))
        self._x = fine * np.arange(-half, half + 1.0)
        order = np.argsort(offsets, axis=1)
        table = np.zeros(self._x.size)
        for place, gain in zip(
            np.take_along_axis(offsets, order, 1), np.take_along_axis(gains, order, 1)
        ):
            after = np.r_[np.cumsum(gain[::-1])[::-1], 0.0]
            table += after[np.searchsorted(place, self._x)]
        # Pixels lie anywhere in a bin.
        table = np.convolve(table, np.ones(FINE), "same")
        if blur > 0:
            size = int(np.ceil(4 * blur / fine))
            bell = np.exp(-0.5 * (fine * np.arange(-size, size + 1.0) / blur) ** 2)
            table = np.convolve(table, bell, "same")
        self._table = table / (2 * table.sum() * fine)
        above = np.flatnonzero(self._table >= 0.5 * self._table.max())
        self.half_width = 0.5 * fine * (above[-1] - above[0])
        self.height = float(self._table.max())

    def __call__(self, distance) -> np.ndarray:
        """The shear at distances from the step, 1/m."""
        return np.interp(distance, self._x, self._table, 0.0, 0.0)


def plane_steps(bell, axes) -> tuple:
    """Offsets and gains of a plane's window, for :class:`Step`.

    Parameters
    ----------
    bell : .plane.Bell
    axes : ndarray, shape (2, 2)
        Metres [east or north] by step along [columns, rows].
    """
    high, wide = bell.margin
    y, x = np.mgrid[-high : high + 1, -wide : wide + 1]
    return _turned(axes[0, 0] * x + axes[0, 1] * y, axes[1, 0] * x + axes[1, 1] * y, bell.weights)


def box_steps(window: float) -> tuple:
    """The same of slopes that are averaged over a square."""
    place = window * (np.arange(BOX) + 0.5 - BOX / 2) / BOX
    x, y = np.meshgrid(place, place)
    # A mean of slopes takes differences of what lies a little apart.
    apart, angles = window / BOX, _angles()
    u = np.outer(np.cos(angles), x.ravel()) + np.outer(np.sin(angles), y.ravel())
    gains = np.full(u.shape, 1 / (u.shape[1] * apart))
    return (
        np.concatenate([u + apart / 2, u - apart / 2], 1), np.concatenate([gains, -gains], 1)
    )  # fmt: skip


def _angles() -> np.ndarray:
    return np.pi * (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS


def _turned(x, y, weights) -> tuple:
    angles, weights = _angles(), weights.ravel()
    u = np.outer(np.cos(angles), x.ravel()) + np.outer(np.sin(angles), y.ravel())
    return u, weights * u / (weights * u**2).sum(axis=1, keepdims=True)


@dataclass(frozen=True)
class Peaks:
    """Steps on parabolas, at all places of some profiles.

    Parameters
    ----------
    rate, std : ndarray, shape (segment, bin)
        Of the step, m/yr; NaN where there is no fit.
    base : ndarray, same shape
        Of the parabola at the place, 1/yr.
    step : Step
    """

    rate: np.ndarray
    std: np.ndarray
    base: np.ndarray
    step: Step


def fit_peaks(distance, mean, std, step: Step, spread: float) -> Peaks:
    """Fit a step at every place of profiles.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
    mean, std : ndarray, shape (segment, bin)
    step : Step
    spread : float
        By which the errors of bins are correlated, metres; see :func:`mean_share`.
    """
    size = distance[1] - distance[0]
    half = _sides(step, size)
    out = np.full((3, *mean.shape), np.nan)
    for k in range(mean.shape[1]):
        first, last = max(0, k - half), min(mean.shape[1], k + half + 1)
        # A peak needs both of its sides.
        if min(k - first, last - 1 - k) < 0.6 * half:
            continue
        x = distance[first:last] - distance[k]
        design = _design(x, step, half * size)
        alike, close = correlation(x, spread), np.abs(x) <= max(step.half_width, size) + 1e-6
        for n in range(len(mean)):
            known = np.isfinite(mean[n, first:last])
            if known.mean() < LEAST_KNOWN or known[close].mean() < LEAST_KNOWN:
                continue
            gain = np.linalg.pinv(design[known])
            values, errors = mean[n, first:last][known], std[n, first:last][known]
            found = gain @ values
            weights = gain[0] * errors
            variance = max(weights @ alike[np.ix_(known, known)] @ weights, 1e-30)
            out[:, n, k] = found[0] / step.height, np.sqrt(variance) / step.height, found[1]
    return Peaks(*out, step)


def _sides(step: Step, size: float) -> int:
    """Bins on either side of a step that are fitted."""
    return max(4, int(round(SIDES * step.half_width / size)))


def _design(x, step: Step, reach: float) -> np.ndarray:
    scaled = x / reach
    return np.stack([step(x) / step.height, np.ones(x.size), scaled, scaled**2], 1)


def best_width(distance, mean, std, place: int, steps) -> int:
    """The narrowest of some steps that fits a profile almost best at a place, over the same bins.

    Parameters
    ----------
    distance, mean, std : ndarray, shape (bin,)
    place : int
    steps : sequence of Step
        From narrow to wide.
    """
    size = distance[1] - distance[0]
    half = _sides(steps[-1], size)
    part = slice(max(0, place - half), place + half + 1)
    known = np.isfinite(mean[part])
    x, values, errors = (v[part][known] for v in (distance - distance[place], mean, std))
    errors = np.maximum(errors, 1e-18)[:, None]
    misfits = []
    for step in steps:
        design = _design(x, step, half * size) / errors
        rest = values / errors[:, 0]
        misfits.append(((rest - design @ (np.linalg.pinv(design) @ rest)) ** 2).sum())
    return int(np.argmax(np.array(misfits) <= ALMOST * min(misfits)))


def steps_up_to(offsets, gains, size: float, limit: float) -> list:
    """What steps become, from the window's own width up to a half width in metres."""
    found = [Step(offsets, gains, size)]
    while True:
        width = found[-1].half_width * WIDER
        if width > limit:
            return found
        blur = np.sqrt(width**2 - found[0].half_width ** 2) / HALF
        found.append(Step(offsets, gains, size, blur))


def excess_of(fit: Peaks, distance, nearest: float, line) -> tuple:
    """By how much peaks away from the traces exceed their standard deviations.

    Noise differs over a scene, so every segment is told by itself and its neighbours along the
    fault, and by all of them where these are too few.

    Parameters
    ----------
    fit : Peaks
    distance : ndarray, shape (bin,)
    nearest : float
        Metres from the traces at which control places begin.
    line : ndarray of int, shape (segment,)
        The fault of each; segments are in their order along it.

    Returns
    -------
    excess : ndarray, shape (segment,)
        1 at least.
    controls : int
        Independent ones, of all segments.
    """
    away = np.abs(distance) > nearest + 2 * fit.step.half_width
    ratio = np.abs(fit.rate / fit.std)[:, away]
    share = (distance[1] - distance[0]) / (2 * fit.step.half_width)  # of a place by bin
    whole, controls = _scale(ratio, share)
    if controls < LEAST_CONTROLS:
        return np.ones(len(ratio)), controls
    out, place = np.full(len(ratio), whole), np.arange(len(ratio))
    for n in place:
        own = (line == line[n]) & (np.abs(place - n) <= BESIDE)
        scale, count = _scale(ratio[own], share)
        if count >= 2 * LEAST_CONTROLS:
            out[n] = scale
    return np.maximum(out, 1.0), controls


def _scale(ratio, share: float) -> tuple:
    """Spread of ratios to standard deviations that should be 1, and of how many places it is."""
    ratio = ratio[np.isfinite(ratio)]
    return float(1.4826 * np.median(ratio)) if ratio.size else 1.0, int(ratio.size * share)
