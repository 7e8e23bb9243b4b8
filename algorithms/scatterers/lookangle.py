# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase in proportion to the perpendicular baselines: errors of a point's height and position.

Hooper et al. (2004), doi:10.1029/2004GL021737, eq. 5 and 6: a point whose scattering centre is not
where the elevation model has it shows ``-4 pi / wavelength * B / (r sin i) * dh``. The slope over
the baselines is the one that makes the sum of the turned phasors longest; what is left is the
phase stability ``gamma``, the length of that sum over the number of images.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..threads import kernel_lock

# Between two trials the phase at the outermost baseline changes by no more than this.
TRIAL_ANGLE = np.pi / 4


@dataclass(frozen=True)
class LookAngle:
    """What the search found, each of shape (point,) and float32.

    Parameters
    ----------
    slope : ndarray
        Radians a metre of baseline.
    offset : ndarray
        Radians: the phase that is left at no baseline, common to all images.
    gamma : ndarray
        Phase stability, 0 to 1.
    """

    slope: np.ndarray
    offset: np.ndarray
    gamma: np.ndarray

    def picked(self, index) -> LookAngle:
        """That of some of the points."""
        return LookAngle(self.slope[index], self.offset[index], self.gamma[index])


@dataclass(frozen=True)
class Trials:
    """Slopes to try.

    Parameters
    ----------
    baseline : ndarray, shape (time,)
        About the middle of their range, so that the steps can be wide.
    middle : float
        That was taken off.
    slopes : ndarray, shape (trial,)
    cosines, sines : ndarray, shape (trial, time)
    """

    baseline: np.ndarray
    middle: float
    slopes: np.ndarray
    cosines: np.ndarray
    sines: np.ndarray


def height_slope(wavelength: float, slant_range: float, incidence: float) -> float:
    """Phase per metre of baseline and metre of height error, in MintPy's sign (negative).

    Parameters
    ----------
    wavelength, slant_range : float
        Metres.
    incidence : float
        Degrees from the vertical.
    """
    return -4 * np.pi / wavelength / (slant_range * np.sin(np.radians(incidence)))


def make_trials(baseline, largest: float) -> Trials:
    """Slopes from ``-largest`` to ``largest`` that miss no maximum.

    Parameters
    ----------
    baseline : ndarray, shape (time,)
        Metres; without a value all phases are taken as they are (one trial, slope 0).
    largest : float
        Radians a metre of baseline.
    """
    baseline = np.asarray(baseline, float)
    if not np.isfinite(baseline).all():
        baseline = np.zeros(len(baseline))
    middle = 0.5 * (baseline.min() + baseline.max())
    centred = baseline - middle
    reach = np.abs(centred).max() * abs(largest)
    steps = int(np.ceil(reach / TRIAL_ANGLE))
    slopes = np.linspace(-abs(largest), abs(largest), 2 * steps + 1) if steps else np.zeros(1)
    turns = slopes[:, np.newaxis] * centred
    return Trials(centred, float(middle), slopes, np.cos(turns), np.sin(turns))


def search(phase, smooth, trials: Trials) -> LookAngle:
    """Find slope, offset and stability of points.

    Parameters
    ----------
    phase, smooth : ndarray of float32, shape (time, point)
        Radians: the phase and its spatially correlated part.
    trials : Trials

    Returns
    -------
    LookAngle
        The offset belongs to the baselines as they were given. All 0 where a phase is NaN.
    """
    from . import _lookangle_kernel

    phase = np.ascontiguousarray(phase, np.float32)
    smooth = np.ascontiguousarray(smooth, np.float32)
    found = [np.empty(phase.shape[1], np.float32) for _ in range(3)]
    with kernel_lock:
        _lookangle_kernel.search(
            phase, smooth, trials.baseline, trials.slopes, trials.cosines, trials.sines, *found
        )
    slope, offset, gamma = found
    return LookAngle(slope, offset - slope * np.float32(trials.middle), gamma)
