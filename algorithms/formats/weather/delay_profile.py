# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The delay of the atmosphere from profiles of a weather model.

Jolivet et al. (2011), doi:10.1029/2011GL048757 (after Smith and Weintraub 1953 and Doin et al.
2009): with pressure P, temperature T and partial pressure of water vapour e, above a height h

``ZTD(h) = 1e-6 (k1 Rd / g0 P(h) + integral of ((k2 - k1 Rd / Rv) e / T + k3 e / T**2) dz)``.

Heights are geopotential (geopotential over g0), in which the hydrostatic part is exact.
"""

from __future__ import annotations

import numpy as np

K1, K2, K3 = 0.776, 0.716, 3750.0  # K/Pa, K/Pa, K**2/Pa
GAS_DRY, GAS_VAPOUR = 287.05, 461.495  # J/kg/K
GRAVITY = 9.80665
TOP = 20000.0  # metres; above there is no water to speak of
STEP = 50.0
LEAST_VAPOUR = 1e-4  # pascal


def vapour_from_specific(humidity, pressure) -> np.ndarray:
    """Partial pressure of water vapour (Pa) from specific humidity (kg/kg) and pressure (Pa)."""
    ratio = GAS_DRY / GAS_VAPOUR
    return pressure * humidity / (ratio + (1 - ratio) * humidity)


def vapour_from_relative(humidity, temperature) -> np.ndarray:
    """Partial pressure of water vapour (Pa) from relative humidity (percent) and temperature (K).

    Saturation over water, over ice, and mixed between -23 and 0 degrees Celsius, as the model
    itself has it (ECMWF, IFS documentation, part IV, eq. 7.4 to 7.7).
    """
    water = 611.21 * np.exp(17.502 * (temperature - 273.16) / (temperature - 32.19))
    ice = 611.21 * np.exp(22.587 * (temperature - 273.16) / (temperature + 0.7))
    share = np.clip((temperature - 250.16) / (273.16 - 250.16), 0.0, 1.0) ** 2
    return 0.01 * humidity * (share * water + (1 - share) * ice)


def _extended(height, known_heights, known):
    """Linear interpolation that goes on straight below the lowest level."""
    values = np.interp(height, known_heights, known)
    below = height < known_heights[0]
    slope = (known[1] - known[0]) / (known_heights[1] - known_heights[0])
    values[below] = known[0] + slope * (height[below] - known_heights[0])
    return values


def zenith_delay(height, pressure, temperature, vapour, target) -> np.ndarray:
    """Zenith delay above given heights in one column of air.

    Parameters
    ----------
    height : ndarray, shape (level,)
        Geopotential height of the levels, metres, in any order.
    pressure, temperature, vapour : ndarray, shape (level,)
        Pa, K, Pa.
    target : ndarray
        Heights at which the delay is wanted, metres.

    Returns
    -------
    ndarray of the shape of `target`
        Metres.
    """
    order = np.argsort(height)
    height, pressure, temperature, vapour = (
        a[order] for a in (height, pressure, temperature, vapour)
    )
    low = min(float(np.min(target)), float(height[0]))
    fine = np.arange(np.floor(low / STEP) * STEP, TOP + STEP, STEP)
    t = _extended(fine, height, temperature)
    e = np.exp(_extended(fine, height, np.log(np.maximum(vapour, LEAST_VAPOUR))))
    wet = (K2 - K1 * GAS_DRY / GAS_VAPOUR) * e / t + K3 * e / t**2
    layers = 0.5 * STEP * (wet[1:] + wet[:-1])
    above = np.concatenate([np.cumsum(layers[::-1])[::-1], [0.0]])
    dry = K1 * GAS_DRY / GRAVITY * np.exp(_extended(target, height, np.log(pressure)))
    return 1e-6 * (dry + np.interp(target, fine, above))
