# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of displacement gradients of rectangular dislocations: Okada (1992), tables 7 to 9.

There are neither logarithms nor angles in them, so that LLVM vectorises the loops over the points.
Numba's cache looks at this file only: touch it after a change in ``_okada_corner.py`` or in
``_okada_sums.py``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._okada_corner import (
    COS_DIP,
    COS_STRIKE,
    DEEP,
    DEPTH,
    DIP_SLIP,
    HALF_LENGTH,
    HALF_WIDTH,
    OPENING,
    SHALLOW,
    SIN_DIP,
    SIN_STRIKE,
    STRIKE_SLIP,
    plus,
    snapped,
)
from ._okada_sums import (
    BLOCK,
    ETA_SIDE,
    NAN,
    REAL_Q,
    ROWS,
    SIZE,
    TOLERANCE,
    TWO,
    XI_SIDE,
    Q,
    X,
    Y,
    Z,
    compiled,
    inlined,
    prepare,
)

SUMS = ROWS
THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE, TEN, ELEVEN = (
    np.uint64(SIZE * i) for i in range(3, 12)
)
C_SUMS = SUMS + NINE
TOTAL = C_SUMS + NINE + THREE


@inlined
def _divisors(radius, r1, whole, side):
    """X11 and X32, or Y11 and Y32, of ``whole``, R and a part that `side` may have mirrored."""
    one = side * r1 / whole
    return one, (radius + whole) * one * r1 * r1 / whole


@compiled
def _corner_a(fault, along, down, real, count, alpha, table):
    """Add part A of one corner of the dislocation itself (`real` 1), or A and B of its image (-1).

    Of B, what looks like A with other factors; the rest is in `_corner_b`. The derivatives of the
    dislocation itself along x and y count negative.
    """
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    s, p, o = sign * fault[STRIKE_SLIP], sign * fault[DIP_SLIP], sign * fault[OPENING]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    mirrored = 1.0 if real > 0.0 else 0.0
    half = 0.5 * real
    a1, a2 = 0.5 * (1.0 - alpha), 0.5 * (alpha + real - 1.0)
    for k in range(count):
        tolerance, z, xi_side = table[TOLERANCE + k], real * table[Z + k], table[XI_SIDE + k]
        q = mirrored * table[REAL_Q + k] + (1.0 - mirrored) * table[Q + k]
        eta_side = mirrored * table[ETA_SIDE + k] + (1.0 - mirrored)
        xi = snapped(table[X + k] + start, tolerance)
        eta = snapped(table[Y + k] * cd + (depth + z) * sd + up_dip, tolerance)
        y, d = table[Y + k] + up_dip * cd, c + z
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        r1 = 1.0 / radius
        q_r3 = q * r1 * r1 * r1
        r_eta = plus(radius, eta_side * eta, xi * xi + q * q)
        r_xi = plus(radius, xi_side * xi, eta * eta + q * q)
        y11, y32 = _divisors(radius, r1, r_eta, eta_side)
        x11, x32 = _divisors(radius, r1, r_xi, xi_side)
        qy, xy, dx, yx = q * y11, xi * y11, d * x11, y * x11
        xi_y32, dq, yq = xi * y32, d * q * x32, y * q * x32
        ey, ez = a2 * (sd * r1 - y * q_r3), a2 * (cd * r1 + d * q_r3)
        fy = a2 * (d * r1 * r1 * r1 + xi * xi_y32 * sd)
        fz = a2 * (y * r1 * r1 * r1 + xi * xi_y32 * cd)
        gy, gz = a2 * (2.0 * x11 * sd - yq), a2 * (2.0 * x11 * cd + dq)
        hy, hz = a2 * (dq + q * xi_y32 * sd), a2 * (yq + q * xi_y32 * cd)
        level, steep = a1 * (cd * r1 + qy * sd), a1 * (sd * r1 - qy * cd)
        both = a1 * xy + a2 * q * q * xi_y32
        one = a1 * r1 + a2 * q * q_r3
        table[SUMS + k] -= real * (
            -s * q * (a1 * y11 + a2 * xi * xi_y32) - p * a2 * xi * q_r3
            + o * (a2 * q * q * xi_y32 - a1 * xy)
        )  # fmt: skip
        table[SUMS + BLOCK + k] -= real * (
            -s * a2 * xi * q_r3 - p * (half * qy + a2 * eta * q_r3) + o * (a2 * q * q_r3 - a1 * r1)
        )
        table[SUMS + TWO + k] -= real * (
            s * both + p * one - o * q * (a1 * y11 + a2 * q * q * y32)
        )  # fmt: skip
        table[SUMS + THREE + k] -= real * (
            s * (a1 * xy * sd + xi * fy + half * dx) + p * ey - o * (level + q * fy)
        )
        table[SUMS + FOUR + k] -= real * (
            s * ey + p * (a1 * dx + half * xy * sd + eta * gy) - o * (a1 * yx + q * gy)
        )
        table[SUMS + FIVE + k] -= real * (
            s * (level - q * fy) + p * (a1 * yx - q * gy) + o * (a1 * (dx + xy * sd) + q * hy)
        )
        table[SUMS + SIX + k] += (
            s * (a1 * xy * cd + xi * fz + half * yx) + p * ez + o * (steep - q * fz)
        )  # fmt: skip
        table[SUMS + SEVEN + k] += (
            s * ez + p * (a1 * yx + half * xy * cd + eta * gz) + o * (a1 * dx - q * gz)
        )
        table[SUMS + EIGHT + k] += (
            -s * (steep + q * fz) - p * (a1 * dx + q * gz) + o * (a1 * (yx + xy * cd) + q * hz)
        )


@compiled
def _corner_b(fault, along, down, count, alpha, table):
    """Add the rest of part B of one corner: Okada's J and K, with no division by the cosine."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    depth, ratio = fault[DEPTH], along * down * (1.0 - alpha) / alpha
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    half = 1.0 / (1.0 + sd)
    s = ratio * sd * fault[STRIKE_SLIP]
    po = ratio * sd * (cd * fault[DIP_SLIP] - sd * fault[OPENING])
    for k in range(count):
        q, tolerance, z = table[Q + k], table[TOLERANCE + k], table[Z + k]
        xi = snapped(table[X + k] + start, tolerance)
        eta = snapped(table[Y + k] * cd + (depth - z) * sd + up_dip, tolerance)
        y, d = table[Y + k] + up_dip * cd, c - z
        xi2 = xi * xi
        radius = np.sqrt(xi2 + eta * eta + q * q)
        r1 = 1.0 / radius
        per_eta, per_d = 1.0 / plus(radius, eta, xi2 + q * q), 1.0 / (radius + d)
        y11, d11 = r1 * per_eta, r1 * per_d
        tilted = radius * cd * half
        k1 = xi * d11 * per_eta * (y + tilted)
        k3 = d11 * per_eta * (xi2 + q * tilted) - per_d
        j2 = xi * y * per_d * d11
        j5 = -(d + y * y * per_d) * d11
        j3 = xi * d11 * per_eta * (radius * half + y * (tilted - q) * per_d)
        j6 = d11 * (per_eta * (xi2 * (tilted - q) * per_d + q * radius * half) - tilted)
        k2, k4 = r1 + k3 * sd, xi * y11 * cd - k1 * sd
        j1, j4 = j5 * cd - j6 * sd, j3 * sd - xi * y11 - j2 * cd
        table[SUMS + k] += po * j4 - s * j1
        table[SUMS + BLOCK + k] += po * j5 - s * j2
        table[SUMS + TWO + k] += po * j6 - s * j3
        table[SUMS + THREE + k] += po * j1 + s * (xi * y11 + j4)
        table[SUMS + FOUR + k] += po * j2 + s * (r1 + j5)
        table[SUMS + FIVE + k] += po * j3 - s * (q * y11 - j6)
        table[SUMS + SIX + k] += s * k1 - po * k3
        table[SUMS + SEVEN + k] += s * y * d11 - po * xi * d11
        table[SUMS + EIGHT + k] += s * k2 - po * k4


@compiled
def _corner_c(fault, along, down, count, alpha, table):
    """Add the part C of one corner's image."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    s, p, o = sign * fault[STRIKE_SLIP], sign * fault[DIP_SLIP], sign * fault[OPENING]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    a4, a5 = 1.0 - alpha, alpha
    for k in range(count):
        q, tolerance, z = table[Q + k], table[TOLERANCE + k], table[Z + k]
        side = table[XI_SIDE + k]
        xi = snapped(table[X + k] + start, tolerance)
        eta = snapped(table[Y + k] * cd + (depth - z) * sd + up_dip, tolerance)
        y, d = table[Y + k] + up_dip * cd, c - z
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        r1 = 1.0 / radius
        r2 = r1 * r1
        r_eta = plus(radius, eta, xi * xi + q * q)
        r_xi = plus(radius, side * xi, eta * eta + q * q)
        y11, y32 = _divisors(radius, r1, r_eta, 1.0)
        x11, x32 = _divisors(radius, r1, r_xi, side)
        y53 = (8.0 * radius * radius + 9.0 * radius * eta + 3.0 * eta * eta) * r2
        x53 = (8.0 * radius * radius + 9.0 * radius * side * xi + 3.0 * xi * xi) * r2
        y53, x53 = y53 * y11 * y11 * y11, x53 * x11 * x11 * x11
        r3 = r1 * r2
        h, xi2, q2 = q * cd - z, xi * xi, q * q
        r5 = r3 * r2
        z32, z53 = sd * r3 - h * y32, 3.0 * sd * r5 - h * y53
        y0, z0 = y11 - xi2 * y32, z32 - xi2 * z53
        ppy, ppz = cd * r3 + q * y32 * sd, sd * r3 - q * y32 * cd
        qq = z * y32 + z32 + z0
        qqy = 3.0 * c * d * r5 - qq * sd
        qqz = 3.0 * c * y * r5 - qq * cd + q * y32
        xy, qy, qr = xi * y11, q * y11, 3.0 * q * r5
        cdr, yy0 = (c + d) * r3, y * r3 - y0 * cd
        c_r3, c_eta = c * r3, c * eta
        along = c_r3 * (1.0 - 3.0 * q2 * r2)
        c_x = c * (x11 - q2 * x32)
        y_wide, d_wide = (y + 2.0 * q * sd) * x32, (d + 2.0 * q * cd) * x32
        y_narrow, d_narrow = (y - 2.0 * q * sd) * x32, (d - 2.0 * q * cd) * x32
        x53_q2, x53_eta_q = q2 * x53, eta * q * x53
        table[C_SUMS + k] += (
            s * (a4 * xy * cd - a5 * xi * q * z32)
            + p * (a4 * cd * r1 - qy * sd - a5 * q * c_r3)
            - o * (a4 * (sd * r1 + qy * cd) + a5 * (z * y11 - q2 * z32))
        )
        table[C_SUMS + BLOCK + k] += (
            s * (a4 * (cd * r1 + 2.0 * qy * sd) - a5 * q * c_r3)
            + p * (a4 * y * x11 - a5 * c_eta * q * x32)
            + o * (a4 * 2.0 * xy * sd + d * x11 - a5 * c_x)
        )
        table[C_SUMS + TWO + k] += (
            s * (a4 * qy * cd - a5 * (eta * c_r3 - z * y11 + xi2 * z32))
            - p * (d * x11 + xy * sd + a5 * c_x)
            + o * (a4 * (y * x11 + xy * cd) + a5 * q * (c_eta * x32 + xi * z32))
        )
        table[C_SUMS + THREE + k] += (
            s * (a4 * y0 * cd - a5 * q * z0)
            + p * (-a4 * xi * r3 * cd + a5 * c * xi * qr + xi * q * y32 * sd)
            + o * xi * (a4 * (sd * r3 + q * y32 * cd) + a5 * (z * y32 - q2 * z53))
        )
        table[C_SUMS + FOUR + k] += (
            s * xi * (-a4 * (cd * r3 + 2.0 * q * y32 * sd) + a5 * c * qr)
            + p * (-a4 * y * r3 + a5 * c_eta * qr)
            + o * (a4 * 2.0 * y0 * sd - d * r3 + a5 * along)
        )
        table[C_SUMS + FIVE + k] += (
            s * xi * (-a4 * q * y32 * cd + a5 * (3.0 * c_eta * r5 - qq))
            + p * (d * r3 - y0 * sd + a5 * along)
            - o * (a4 * yy0 + a5 * (c_eta * qr - q * z0))
        )
        table[C_SUMS + SIX + k] += (
            -s * xi * (a4 * ppy * cd + a5 * qqy)
            + p * (-a4 * eta * r3 + y0 * sd * sd - a5 * (cdr * sd - c * y * qr))
            + o * (a4 * (q * r3 + y0 * sd * cd) + a5 * (z * r3 * cd + c * d * qr - q * z0 * sd))
        )
        table[C_SUMS + SEVEN + k] += (
            s
            * (
                a4 * 2.0 * (d * r3 - y0 * sd) * sd
                - y * r3 * cd
                - a5 * (cdr * sd - eta * r3 - c * y * qr)
            )
            + p * (a4 * (x11 - y * y * x32) - a5 * c * (d_wide - y * x53_eta_q))
            + o * (-a4 * 2.0 * xi * ppy * sd - y * d * x32 + a5 * c * (y_wide - y * x53_q2))
        )
        table[C_SUMS + EIGHT + k] += (
            s * (-a4 * q * r3 + yy0 * sd + a5 * (cdr * cd + c * d * qr - (y0 * cd + q * z0) * sd))
            + p * (xi * ppy * sd + y * d * x32 + a5 * c * (y_wide - y * x53_q2))
            + o
            * (
                -a4 * (xi * ppy * cd - x11 + y * y * x32)
                + a5 * (c * (d_wide - y * x53_eta_q) + xi * qqy)
            )
        )
        table[C_SUMS + NINE + k] += (
            s * xi * (a4 * ppz * cd - a5 * qqz)
            + p * (-q * r3 + y0 * sd * cd - a5 * (cdr * cd + c * d * qr))
            + o
            * (
                -eta * r3
                + y0 * cd * cd
                - a5 * (z * r3 * sd - c * y * qr - y0 * sd * sd + q * z0 * cd)
            )
        )
        table[C_SUMS + TEN + k] += (
            s * (a4 * 2.0 * (y * r3 - y0 * cd) * sd + d * r3 * cd - a5 * (cdr * cd + c * d * qr))
            + p * (a4 * y * d * x32 - a5 * c * (y_narrow + d * x53_eta_q))
            + o * (a4 * 2.0 * xi * ppz * sd - x11 + d * d * x32 - a5 * c * (d_narrow - d * x53_q2))
        )
        table[C_SUMS + ELEVEN + k] += (
            s * (yy0 * cd - a5 * (cdr * sd - c * y * qr - y0 * sd * sd + q * z0 * cd))
            + p * (-xi * ppz * sd + x11 - d * d * x32 - a5 * c * (d_narrow - d * x53_q2))
            + o
            * (
                a4 * (xi * ppz * cd + y * d * x32)
                + a5 * (c * (y_narrow + d * x53_eta_q) + xi * qqz)
            )
        )


@inlined
def _turned(table, place, k, z, extra, sd, cd):
    """A derivative along strike, left and up; that of part C counts `z` fold, its up reversed."""
    x = table[SUMS + place] + z * table[C_SUMS + THREE + place]
    across, normal = table[SUMS + place + BLOCK], table[SUMS + place + TWO]
    c_across = z * table[C_SUMS + FOUR + place]
    c_normal = z * table[C_SUMS + FIVE + place]
    x += extra * table[C_SUMS + k]
    c_across += extra * table[C_SUMS + BLOCK + k]
    c_normal += extra * table[C_SUMS + TWO + k]
    return (
        x,
        (across + c_across) * cd - (normal + c_normal) * sd,
        (across - c_across) * sd + (normal - c_normal) * cd,
    )


@compiled
def _add_turned(fault, count, table):
    """Add the gradients of a fault to those in the frame of the map."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sin, cos = fault[SIN_STRIKE], fault[COS_STRIKE]
    for k in range(count):
        bad, z = table[NAN + k], table[Z + k]
        xx, yx, zx = _turned(table, k, k, z, 0.0, sd, cd)
        xy, yy, zy = _turned(table, THREE + k, k, z, 0.0, sd, cd)
        xz, yz, zz = _turned(table, SIX + k, k, z, 1.0, sd, cd)
        xx, yy, xz, yz, zx, zy = xx + bad, yy + bad, xz + bad, yz + bad, zx + bad, zy + bad
        east_x, east_y = xx * sin - yx * cos, xy * sin - yy * cos
        north_x, north_y = xx * cos + yx * sin, xy * cos + yy * sin
        table[TOTAL + k] += east_x * sin - east_y * cos
        table[TOTAL + BLOCK + k] += east_x * cos + east_y * sin
        table[TOTAL + TWO + k] += xz * sin - yz * cos
        table[TOTAL + THREE + k] += north_x * sin - north_y * cos
        table[TOTAL + FOUR + k] += north_x * cos + north_y * sin
        table[TOTAL + FIVE + k] += xz * cos + yz * sin
        table[TOTAL + SIX + k] += zx * sin - zy * cos
        table[TOTAL + SEVEN + k] += zx * cos + zy * sin
        table[TOTAL + EIGHT + k] += zz + bad


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def gradient_kernel(points, faults, alpha, out):
    """Sum of the displacement gradients by all faults.

    Parameters
    ----------
    points : ndarray, shape (3, point)
        At or below the surface.
    faults : ndarray, shape (fault, COLUMNS)
    alpha : float
        ``1 / (2 (1 - poisson))``.
    out : ndarray, shape (point, 9)
        Written: derivatives of the east component to east, north, up, then those of the others.
    """
    blocks = (points.shape[1] + SIZE - 1) // SIZE
    for block in prange(blocks):
        table = np.zeros(TOTAL + NINE)
        start = np.uint64(block * SIZE)
        count = np.uint64(min(SIZE, points.shape[1] - block * SIZE))
        for m in range(len(faults)):
            fault = faults[m]
            if fault[STRIKE_SLIP] == 0.0 and fault[DIP_SLIP] == 0.0 and fault[OPENING] == 0.0:
                continue
            prepare(fault, points, start, count, table)
            table[SUMS:TOTAL] = 0.0
            for corner in range(4):
                along = 1.0 if corner < 2 else -1.0
                down = 1.0 if corner % 2 == 0 else -1.0
                _corner_a(fault, along, down, 1.0, count, alpha, table)
                _corner_a(fault, along, down, -1.0, count, alpha, table)
                _corner_b(fault, along, down, count, alpha, table)
                _corner_c(fault, along, down, count, alpha, table)
            _add_turned(fault, count, table)
        for k in range(count):
            for i in range(9):
                out[start + k, i] = table[TOTAL + np.uint64(SIZE * i) + k] / (2.0 * np.pi)
