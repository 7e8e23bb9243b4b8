# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points are trusted, and which of them move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.neighbours import window_statistics
from ..data.statistics import nmad
from ..errors import GroundshiftError

REASONS = {
    0: "kept",
    1: "no rate",
    2: "low coherence",
    3: "large standard deviation",
    4: "isolated",
    5: "unlike its neighbours",
}
"""What became of a point before points were selected; all but 0 are left out."""

SELECTIONS = ("fixed", "sigma", "robust sigma", "sweep")
DIRECTIONS = ("both", "apart", "towards", "away")


@dataclass(frozen=True)
class NoiseFilter:
    """What the noise filter found; shape (point,).

    Parameters
    ----------
    kept : ndarray of bool
    isolated : ndarray of bool
        No neighbour in the window.
    z : ndarray of float64
        Distance of the rate from its window's mean, in the window's standard deviations.
    """

    kept: np.ndarray
    isolated: np.ndarray
    z: np.ndarray


def noise_filter(xy, velocity, window: float, z_limit: float) -> NoiseFilter:
    """Leave out isolated points and points unlike their neighbours.

    The window holds the point itself; the standard deviation is the population's; where it is 0
    the Z-score is 0. With n points in the window no Z exceeds ``sqrt(n - 1)``, so a limit of 3
    takes a window of 11 points at least to leave one out.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    velocity : ndarray, shape (point,)
    window : float
        Radius, metres (Wang Y. et al. 2022: twice the resolution).
    z_limit : float
        Points of a larger \\|Z\\| are left out.

    Raises
    ------
    GroundshiftError
        If window or limit are not positive.
    """
    if not window > 0 or not z_limit > 0:
        raise GroundshiftError("The window and the limit of the noise filter have to be above 0.")
    around = window_statistics(xy, velocity, window)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.where(around.deviation > 0, (velocity - around.mean) / around.deviation, 0.0)
    isolated = around.count < 2
    return NoiseFilter(~isolated & (np.abs(z) <= z_limit), isolated, z)


def spread(velocity, robust: bool) -> float:
    """Sigma of the map.

    Parameters
    ----------
    velocity : ndarray, shape (point,)
        Of all points that are trusted, m/yr.
    robust : bool
        From the median absolute deviation: 1.4826 times that, which points that move do not swell
        as long as most are at rest.
    """
    if not len(velocity):
        return float("nan")
    if robust:
        return nmad(velocity)
    return float(np.std(velocity))


@dataclass(frozen=True)
class SelectionOptions:
    """How moving points are told from those at rest.

    Parameters
    ----------
    method : str
        One of :data:`SELECTIONS`.
    threshold : float
        \\|v\\| from which a point moves, m/yr: ``fixed``, and where a ``sweep`` begins.
    factor : float
        k of k sigma.
    stop, step : float
        End and step of a ``sweep``, m/yr.
    direction : str
        One of :data:`DIRECTIONS`; ``apart`` keeps motion towards the satellite and away from it in
        areas of their own.
    """

    method: str = "robust sigma"
    threshold: float = 0.015
    factor: float = 2.0
    stop: float = 0.05
    step: float = 0.005
    direction: str = "both"

    def __post_init__(self):
        if self.method not in SELECTIONS or self.direction not in DIRECTIONS:
            raise GroundshiftError(
                f"'{self.method}' and '{self.direction}': choose from {', '.join(SELECTIONS)} and "
                f"{', '.join(DIRECTIONS)}."
            )
        if self.method in ("fixed", "sweep") and not self.threshold >= 0:
            raise GroundshiftError("The threshold of the rate has to be 0 or more.")
        if "sigma" in self.method and not self.factor > 0:
            raise GroundshiftError("The factor of sigma has to be above 0.")
        if self.method == "sweep" and not (self.step > 0 and self.stop > self.threshold):
            raise GroundshiftError(
                "The sweep has to end above its first threshold, by steps above 0."
            )


def thresholds(velocity, options: SelectionOptions) -> np.ndarray:
    """The thresholds on \\|v\\|, ascending; several for a sweep, else one.

    Parameters
    ----------
    velocity : ndarray, shape (point,)
        Of the points that are trusted, m/yr.

    Raises
    ------
    GroundshiftError
        If all rates are the same, so that there is no sigma.
    """
    if options.method == "fixed":
        return np.array([options.threshold])
    if options.method == "sweep":
        count = int(np.floor((options.stop - options.threshold) / options.step + 1e-9)) + 1
        return options.threshold + options.step * np.arange(count)
    sigma = spread(velocity, options.method == "robust sigma")
    if not sigma > 0:
        raise GroundshiftError(
            "The rates have no spread, so no multiple of it can tell which points move; give a "
            "fixed threshold."
        )
    return np.array([options.factor * sigma])


def moving(velocity, threshold: float, direction: str) -> np.ndarray:
    """Which points move faster than a threshold (Wang Y. et al. 2022: \\|v\\| > threshold)."""
    velocity = np.asarray(velocity)
    if direction == "towards":
        return velocity > threshold
    if direction == "away":
        return velocity < -threshold
    return np.abs(velocity) > threshold
