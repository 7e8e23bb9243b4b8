# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Seasonal motion as amplitude and day of its peak, as permafrost and aquifers are mapped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR


@dataclass(frozen=True)
class Season:
    """Amplitude and peak of a season; arrays of shape (pixel,).

    Parameters
    ----------
    amplitude, amplitude_std : ndarray
        Half of the way from trough to peak, in the series' unit. Where there is no season the
        amplitude is not 0 but about as large as its standard deviation.
    peak_day, peak_std_days : ndarray
        Day of the year, from 1, of the largest displacement towards the satellite (of the first
        of two for a half-yearly season). The standard deviation is at most that of a day drawn
        at random.
    """

    amplitude: np.ndarray
    amplitude_std: np.ndarray
    peak_day: np.ndarray
    peak_std_days: np.ndarray


def season(coefficients, std, covariance, first_date, cycles: int = 1) -> Season:
    """Amplitude and peak from the coefficients of sine and cosine, errors by propagation.

    Parameters
    ----------
    coefficients, std : ndarray, shape (2, pixel)
        Of sine and cosine of the time since the first date.
    covariance : ndarray, shape (pixel,)
        Of the two coefficients.
    first_date : datetime64[D]
    cycles : int
        A year: 1 or 2.

    Returns
    -------
    Season
    """
    (sine, cosine), (sine_var, cosine_var) = coefficients, np.square(std)
    period = DAYS_PER_YEAR / cycles
    amplitude = np.hypot(sine, cosine)
    with np.errstate(invalid="ignore", divide="ignore"):
        s, c = sine / amplitude, cosine / amplitude
        along = s**2 * sine_var + c**2 * cosine_var + 2 * s * c * covariance
        across = c**2 * sine_var + s**2 * cosine_var - 2 * s * c * covariance
        to_days = period / (2 * np.pi)
        peak_std = np.sqrt(np.maximum(across, 0)) / amplitude * to_days
    first_date = np.datetime64(first_date, "D")
    start = (first_date - first_date.astype("datetime64[Y]").astype("datetime64[D]")).astype(int)
    peak = np.mod(start + np.arctan2(sine, cosine) * to_days, period) + 1.0
    return Season(
        amplitude, np.sqrt(np.maximum(along, 0)), np.where(amplitude > 0, peak, np.nan),
        np.minimum(peak_std, period / np.sqrt(12.0)),
    )  # fmt: skip
