# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the kernels of rectangular dislocations share: columns of a fault, stable building blocks.

Okada (1992) evaluates antiderivatives at the four corners of a rectangle and takes their double
difference (Chinnery's notation). Three things are done differently here, as his forms lose all
digits or divide by zero at places that are not singular:

- ``R + xi`` of a negative `xi` is ``(eta^2 + q^2) / (R - xi)``, likewise ``R + eta``; where both
  `xi` are negative the antiderivatives are mirrored, ``F(xi) -> -F(-xi)``. They then differ by a
  constant that the difference cancels, and are small near the extension of an edge instead of huge.
- His ``atan(xi eta / (q R))`` is replaced by ``2 atan2(q, R + xi + eta)`` and the arctangent of his
  I4 by ``-2 atan2(xi cos d, R (1 + sin d) + eta + d~)``: half the solid angle of the sector between
  two edges seen from the point (Van Oosterom and Strackee 1983), which differs from his by
  functions of two variables only. Angles and logarithms of the four corners are then those of one
  product.
- Whatever is divided by the cosine of the dip is written so that the cosine cancels.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit

# fmt: off
EAST, NORTH, DEPTH, SIN_STRIKE, COS_STRIKE, SIN_DIP, COS_DIP = range(7)
HALF_LENGTH, HALF_WIDTH, DEEP, SHALLOW, STRIKE_SLIP, DIP_SLIP, OPENING = range(7, 14)
# fmt: on
COLUMNS = 14
"""Of a row that describes a fault; DEEP and SHALLOW are the depths of its two level edges."""

STEEP = 0.2
"""Below this cosine of the dip, power series replace differences divided by its square."""

ROUNDING = 1e-14
"""Times the size of the coordinates: nearer to an edge's line or the plane counts as on it."""

BREAKING = 1e-11
"""Times the depth: a top edge no deeper than that is at the surface."""

ON_PLANE = -1e-200
"""Distance from the plane of a point on it: on the side of the hanging wall."""


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def plus(radius, part, rest):
    """``radius + part`` without cancellation, ``rest`` being ``radius^2 - part^2``."""
    whole = radius + abs(part)
    return whole if part >= 0.0 else rest / whole


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def snapped(value, tolerance):
    """0 for what rounding may have made of 0."""
    return 0.0 if abs(value) <= tolerance else value


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def half_angle(radius, xi, eta, q):
    """``R + xi + eta`` without cancellation where the parts are of opposite sign."""
    both = xi + eta
    return radius + both if both >= 0.0 else (q * q - 2.0 * xi * eta) / (radius - both)


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def steep_parts(xi, eta, q, radius, r_eta, r_d, sd, cd):
    """One corner's I3 without its logarithm, and its I4, for a dip near 90 degrees.

    Both from Okada (1992), table 6, with ``log(1 - t)`` and ``atan(w)`` as series, of which the
    terms up to the second and the first order cancel against the rest.
    """
    e = (eta * cd / (1.0 + sd) + q) / r_eta
    t = cd * e
    z = t / (2.0 - t)
    z2 = z * z
    series = 1.0 / 21.0 + z2 / 23.0
    series = 1.0 / 19.0 + z2 * series
    series = 1.0 / 17.0 + z2 * series
    series = 1.0 / 15.0 + z2 * series
    series = 1.0 / 13.0 + z2 * series
    series = 1.0 / 11.0 + z2 * series
    series = 1.0 / 9.0 + z2 * series
    series = 1.0 / 7.0 + z2 * series
    series = 1.0 / 5.0 + z2 * series
    series = 1.0 / 3.0 + z2 * series
    order2 = (1.0 + 2.0 * t * series / ((2.0 - t) * (2.0 - t))) / (2.0 - t)
    i3 = eta / ((1.0 + sd) * r_d) + sd * e * e * (r_eta / r_d - order2)
    tau = cd / (1.0 + sd)
    sector = (1.0 + sd) * r_eta - q * cd
    kappa = xi / sector
    w2 = cd * cd * kappa * kappa
    series = 1.0 / 19.0 - w2 / 21.0
    series = 1.0 / 17.0 - w2 * series
    series = 1.0 / 15.0 - w2 * series
    series = 1.0 / 13.0 - w2 * series
    series = 1.0 / 11.0 - w2 * series
    series = 1.0 / 9.0 - w2 * series
    series = 1.0 / 7.0 - w2 * series
    series = 1.0 / 5.0 - w2 * series
    series = 1.0 / 3.0 - w2 * series
    straight = (2.0 - sd) * q - tau * (radius * (2.0 + sd) + sd * eta)
    i4 = xi * straight / (r_d * sector) + 2.0 * cd * kappa * kappa * kappa * series
    return i3, i4


def fault_rows(faults: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Constants of faults for the kernels, with the dip brought to 0 to 90 degrees.

    Parameters
    ----------
    faults : ndarray, shape (fault, 7)
        East, north and depth of the centre, strike, dip, length, width.

    Returns
    -------
    rows : ndarray, shape (fault, COLUMNS)
        Slip is left 0.
    signs : ndarray, shape (fault, 3)
        What strike slip, dip slip and opening have to be multiplied by.
    """
    strike, dip, length, width = faults[:, 3:7].T
    sin_dip, cos_dip = np.sin(dip), np.cos(dip)
    # Dipping upwards is the same plane with both of its axes turned by 180 degrees; a dip over 90
    # degrees is the plane seen from its other side, with walls exchanged and the same up-dip axis.
    upwards = sin_dip < 0
    opposite = upwards ^ (cos_dip < 0)
    rows = np.zeros((len(faults), COLUMNS))
    rows[:, :3] = faults[:, :3]
    heading = np.where(opposite, -1.0, 1.0)
    rows[:, SIN_STRIKE], rows[:, COS_STRIKE] = heading * np.sin(strike), heading * np.cos(strike)
    rows[:, SIN_DIP], rows[:, COS_DIP] = abs(sin_dip), abs(cos_dip)
    rows[:, HALF_LENGTH], rows[:, HALF_WIDTH] = length / 2, width / 2
    reach = width / 2 * abs(sin_dip)
    breaking = rows[:, DEPTH] - reach <= BREAKING * (rows[:, DEPTH] + reach)
    rows[breaking, DEPTH] = reach[breaking]
    rows[:, DEEP], rows[:, SHALLOW] = rows[:, DEPTH] + reach, rows[:, DEPTH] - reach
    signs = np.stack([np.where(upwards, -1.0, 1.0), heading, np.ones(len(faults))], axis=1)
    return rows, signs
