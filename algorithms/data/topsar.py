# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bursts of a TOPS image (Sentinel-1 IW and EW): when each was taken, and how the beam was steered.

Times of a pass are seconds since its epoch, times along range are two-way and in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .orbit import Orbit

SPEED_OF_LIGHT = 299792458.0


@dataclass(frozen=True)
class Polynomials:
    """Polynomials of the time along range that hold around times of the pass.

    Parameters
    ----------
    times : ndarray, shape (polynomial,)
        Middle of where each holds, seconds.
    starts : ndarray, shape (polynomial,)
        Time along range from which the powers count.
    powers : ndarray, shape (polynomial, power)
        Coefficients, the constant first.
    """

    times: np.ndarray
    starts: np.ndarray
    powers: np.ndarray

    def at(self, time: float, along_range) -> np.ndarray:
        """Values of the polynomial that is nearest to a time."""
        nearest = int(np.argmin(np.abs(self.times - time)))
        away = np.asarray(along_range, float) - self.starts[nearest]
        return np.polynomial.polynomial.polyval(away, self.powers[nearest])


@dataclass(frozen=True)
class Swath:
    """One subswath of a pass.

    Parameters
    ----------
    name : str
        ``IW1``.
    platform : str
        ``S1A``.
    epoch : datetime64[us]
        From which the times of the pass count.
    bursts : ndarray, shape (burst,)
        Time of the first line of each burst, at zero Doppler.
    lines : int
        Of a burst.
    valid : ndarray of int, shape (burst, 2)
        First and last line of each burst that holds data.
    interval : float
        Between lines, seconds.
    spacing : float
        Of lines on the ground, metres.
    near, sampling : float
        Time along range of the first sample, and samples a second.
    samples : int
    frequency : float
        Of the radar, Hz.
    steering : float
        Of the beam along flight, radians a second, positive from aft to fore.
    doppler_rate, doppler_centroid : Polynomials
        Of the focusing (Hz/s, negative), and of the middle of the spectrum before it was steered.
    orbit : Orbit
    places : ndarray, shape (place, 3)
        Longitude, latitude and height of ground within.
    """

    name: str
    platform: str
    epoch: np.datetime64
    bursts: np.ndarray
    lines: int
    valid: np.ndarray
    interval: float
    spacing: float
    near: float
    sampling: float
    samples: int
    frequency: float
    steering: float
    doppler_rate: Polynomials
    doppler_centroid: Polynomials
    orbit: Orbit
    places: np.ndarray

    @property
    def date(self) -> np.datetime64:
        """Day of the pass."""
        return self.epoch.astype("datetime64[D]")

    @property
    def far(self) -> float:
        """Time along range of the last sample."""
        return self.near + (self.samples - 1) / self.sampling

    @property
    def speed(self) -> float:
        """Of the beam on the ground, metres a second."""
        return self.spacing / self.interval

    @property
    def middles(self) -> np.ndarray:
        """Time of the middle of each burst, shape (burst,)."""
        return self.bursts + 0.5 * (self.lines - 1) * self.interval
