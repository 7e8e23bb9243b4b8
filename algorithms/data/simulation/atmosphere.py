# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The delays of the atmosphere, date by date."""

from __future__ import annotations

import numpy as np

from . import fields

EXPONENT = 8 / 3  # of the spectrum along a profile (Hanssen 2001, sec. 4.7)
OUTER_SCALE = 20000.0  # metres
SPREAD = 0.35  # of the logarithm of a date's amplitude: days are calm or unsettled


def turbulent_delay(shape, spacing, amplitude, seed, index) -> np.ndarray:
    """Turbulent delay of one date.

    Parameters
    ----------
    shape : (int, int)
    spacing : (float, float)
        Metres between rows and columns.
    amplitude : float
        Standard deviation over the scene, as a root mean square over the dates.
    seed, index : int
        Seed and date.

    Returns
    -------
    ndarray of float32, `shape`
        In the unit of `amplitude`.
    """
    rng = fields.generator(seed, fields.TURBULENCE, index)
    # exp(-SPREAD**2) makes the mean square of the log-normal factor 1.
    day = np.exp(SPREAD * rng.standard_normal() - SPREAD**2)
    field = fields.power_law_field(shape, spacing, EXPONENT, OUTER_SCALE, rng)
    return np.float32(amplitude * day) * field


def stratified_slope(amplitude, seed, index) -> float:
    """Change of a date's delay with height, normal with standard deviation `amplitude`."""
    return amplitude * float(fields.generator(seed, fields.STRATIFIED, index).standard_normal())
