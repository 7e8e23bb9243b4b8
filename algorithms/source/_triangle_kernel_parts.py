# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: integrals over the sides of a triangle, of which its fields are made.

Everything is written with the vector R from a point of the triangle to the receiver, and with
distances that are formed without cancellation, so that nothing goes wrong near the extension of
a side, near its plane, or where a side is nearly vertical: there are no configurations to choose
from and no limits to take.

Numba's cache looks at the file of the calling kernel only: after a change here touch
``_triangle_kernel.py`` and ``_triangle_kernel_gradient.py`` too.
"""

from __future__ import annotations

import math

from ..kernels import njit

# What is known of a triangle, one row of `geometry` each: the axes along strike, up the dip and
# normal to it (upwards), its sine and cosine of dip, its first corner; then for each side
# `SIDE_SIZE` numbers, see `triangles._geometry`.
AXES, SIN_DIP, COS_DIP, CORNER, SIDES = 0, 9, 10, 11, 14
SIDE_SIZE = 16
SIDE_T, SIDE_F, LENGTH, START_E, START_F = 0, 1, 2, 3, 4
TURN, TANGENT, SINE, COSINE, AZIMUTH_COS, AZIMUTH_SIN = 5, 6, 7, 8, 9, 10
W_M, W_N, P_M, P_N = 11, 12, 13, 14
SIZE = SIDES + 3 * SIDE_SIZE

STEEP = 0.1  # below this tangent of half the angle to the vertical, a series takes over

_SERIES = (
    1 / 2, -2 / 3, 3 / 4, -4 / 5, 5 / 6, -6 / 7, 7 / 8, -8 / 9, 9 / 10, -10 / 11, 11 / 12, -12 / 13,
    13 / 14, -14 / 15, 15 / 16, -16 / 17, 17 / 18,
)  # fmt: skip


@njit(nogil=True, error_model="numpy")
def reach(s, r, rho2):
    """``r + s`` of a point at the distance ``r`` and ``s`` along a line, which is `rho2` away."""
    return r + s if s > 0 else rho2 / (r - s)


@njit(nogil=True, error_model="numpy")
def side_log(s1, s2, r1, r2, rho2):
    """Integral of 1 / R along a side from where ``s`` is `s1` to where it is `s2` (less)."""
    if s1 + s2 >= 0:
        return math.log((r1 + s1) / reach(s2, r2, rho2))
    return math.log((r2 - s2) / reach(-s1, r1, rho2))


@njit(nogil=True, error_model="numpy")
def near(s1, s2, r1, r2, rho2):
    """``r1 r2 + R1 . R2``, which is 0 on the side itself only."""
    product = s1 * s2
    if product >= 0:
        return r1 * r2 + product + rho2
    return rho2 * (1 + (s1 * s1 + s2 * s2 + rho2) / (r1 * r2 - product))


@njit(nogil=True, error_model="numpy")
def inverse_cube(length, r1, r2, p):
    """Integral of 1 / R^3 along a side; `p` is what :func:`near` gives."""
    return length * (r1 + r2) / (r1 * r2 * p)


@njit(nogil=True, error_model="numpy")
def inverse_fifth(i3, r1, r2, p):
    """Integral of 1 / R^5: the derivative of that of 1 / R^3 in the distance from the line."""
    q, a = r1 * r2, r1 * r1 + r2 * r2
    return i3 / 3 * ((a - q) / (q * q) + (a + 2 * q) / (q * p))


@njit(nogil=True, error_model="numpy")
def inverse_seventh(i3, i5, r1, r2, p):
    """Integral of 1 / R^7, likewise."""
    q, a = r1 * r2, r1 * r1 + r2 * r2
    near_part = (a + 2 * q) / (q * p)
    far_slope = (2 * q * q + 0.5 * a * q - a * a) / (q * q * q * q)
    near_slope = near_part * ((2 * q - a) / (2 * q * q) - (a + 2 * q) / (2 * q * p))
    slope = -0.5 * i5 * ((a - q) / (q * q) + near_part) + i3 / 3 * (far_slope + near_slope)
    return -0.4 * slope


@njit(nogil=True, error_model="numpy")
def solid_angle(e1, f1, e2, f2, e3, f3, d, r1, r2, r3):
    """Angle under which the triangle is seen (van Oosterom and Strackee 1983).

    Corners in the plane as seen from the receiver, counter-clockwise about the normal; `d` is the
    receiver's height above the plane. On the plane inside the triangle it is that of the side
    into which the normal points.
    """
    twice_area = (e2 - e1) * (f3 - f1) - (f2 - f1) * (e3 - e1)
    dd = d * d
    below = r1 * r2 * r3 + (e1 * e2 + f1 * f2 + dd) * r3
    below += (e1 * e3 + f1 * f3 + dd) * r2 + (e2 * e3 + f2 * f3 + dd) * r1
    return 2 * math.atan2(d * twice_area, below)


@njit(nogil=True, error_model="numpy")
def _series(xr, xi):
    """``(log(1 + x) - x / (1 + x)) / x^2`` for a small complex number."""
    re, im = _SERIES[16], 0.0
    for k in range(15, -1, -1):
        re, im = re * xr - im * xi + _SERIES[k], re * xi + im * xr
    return re, im


@njit(nogil=True, error_model="numpy")
def _steep_end(T, zr, zi):
    """Parts of :func:`vertical_integrals` at one end of a side that is nearly vertical."""
    xr, xi = 1 + T * zr, T * zi
    size = xr * xr + xi * xi
    ar, ai = (zr * xr + zi * xi) / size, (zi * xr - zr * xi) / size
    sr, si = _series(T * zr, T * zi)
    qr, qi = zr * zr - zi * zi, 2 * zr * zi
    return ar, ai, qr * sr - qi * si, qr * si + qi * sr


@njit(nogil=True, error_model="numpy")
def vertical_integrals(log, T, w, p, high, low):
    """Integrals along a side of ``D log(R + R3)`` and ``D^2 (R3 log(R + R3) - R)``.

    D is the complex derivative ``d/dq - i d/dp``, q the horizontal direction of the side and p
    the horizontal one to the left of it. With E = R + s (s along the side), ``z = (w + i p) / E``
    and T the tangent of half the side's angle to the vertical, the stereographic projection
    ``(R_q - i R_p) / (R + R3)`` is the Moebius transform ``Y = (T - z) / (1 + T z)`` of z, and
    the integrals are those of Y and Y^2 over ``dE / E``.

    Parameters
    ----------
    log : float
        Integral of 1 / R.
    T : float
    w, p : float
        Receiver's place in the plane across the side: in the vertical plane of the side upwards,
        and to the left.
    high, low : float
        E at the two ends, the greater one first.

    Returns
    -------
    tuple of 4 floats
        Real and imaginary parts of both.
    """
    T2 = T * T
    if T < STEEP:
        ar, ai, gr, gi = _steep_end(T, w / high, p / high)
        br, bi, hr, hi = _steep_end(T, w / low, p / low)
        ar, ai, gr, gi = ar - br, ai - bi, gr - hr, gi - hi
        share, rest = 1 - T2 * T2, 2 * (1 + T2) * T
        return (
            T * log + (1 + T2) * (ar + T * gr),
            (1 + T2) * (ai + T * gi),
            T2 * log - share * gr + rest * ar,
            -share * gi + rest * ai,
        )
    x1, y1 = 1 + T * w / high, T * p / high
    x2, y2 = 1 + T * w / low, T * p / low
    size1, size2 = x1 * x1 + y1 * y1, x2 * x2 + y2 * y2
    re = 0.5 * math.log(size1 / size2)
    im = math.atan2(y1 * x2 - x1 * y2, x1 * x2 + y1 * y2)
    one, two, three = (1 + T2) / T, (1 - T2 * T2) / T2, ((1 + T2) / T) ** 2
    return (
        T * log + one * re,
        one * im,
        T2 * log - two * re - three * (x1 / size1 - x2 / size2),
        -two * im + three * (y1 / size1 - y2 / size2),
    )


@njit(nogil=True, error_model="numpy")
def vertical_slopes(T, S, c, w, p, e, r):
    """D of the integrals of :func:`vertical_integrals`: the part of one end, to be subtracted.

    Returns
    -------
    tuple of 4 floats
        Real and imaginary parts of both.
    """
    # D log E, D z and 1 / (1 + T z)
    lr, li = S / r - c * w / (r * e), -p / (r * e)
    zr, zi = w / e, p / e
    dr, di = (1 - c) / e - (zr * lr - zi * li), -(zr * li + zi * lr)
    xr, xi = 1 + T * zr, T * zi
    size = xr * xr + xi * xi
    mr, mi = xr / size, -xi / size
    # D z / (1 + T z), and Y + T
    ar, ai = dr * mr - di * mi, dr * mi + di * mr
    yr, yi = T + (T - zr) * mr + zi * mi, (T - zr) * mi - zi * mr
    share = 1 + T * T
    return (
        T * lr + share * ar,
        T * li + share * ai,
        T * T * lr + share * (yr * ar - yi * ai),
        T * T * li + share * (yr * ai + yi * ar),
    )
