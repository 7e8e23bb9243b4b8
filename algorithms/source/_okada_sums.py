# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums over the corners of a rectangular dislocation, for a block of points at a time.

LLVM vectorises the loops over the points, as all they touch is one table, by unsigned places. The
terms are those of Okada (1992), tables 6 and 7, his names in capitals; the sign of a corner goes
into ``1 / R``. Numba's cache looks at the files of the kernels only: touch them after a change.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ._okada_corner import (
    COS_DIP,
    COS_STRIKE,
    DEEP,
    DEPTH,
    EAST,
    HALF_LENGTH,
    HALF_WIDTH,
    NORTH,
    ON_PLANE,
    ROUNDING,
    SHALLOW,
    SIN_DIP,
    SIN_STRIKE,
    half_angle,
    plus,
    snapped,
    steep_parts,
)

SIZE = 128
"""Points that are worked on at a time."""

# Unsigned places need no check for negative ones, of which LLVM allows few in a vectorised loop.
BLOCK, TWO = np.uint64(SIZE), np.uint64(2 * SIZE)

# fmt: off
# Rows of the table of a block: where the points are, and sums over the corners.
(X, Y, Z, Q, REAL_Q, TOLERANCE, XI_SIDE, ETA_SIDE, NAN,
 XI_Y11, Y11, R1, ETA_X11, X11, Y_D, XI_D, I3, I4,
 XI_R3, XI_Y32, C_R3, C_ETA_R3, XI2_R3, XI2_Y32, Y_X11, C_ETA_X32, D_X11, C_X11, C_X32,
 Y32, R3, REAL_XI_Y11, REAL_Y11, REAL_R1, REAL_ETA_X11, REAL_X11, END_OF_SUMS,
 ANGLE, ANGLE_IM, SECTOR, SECTOR_IM, REAL_ANGLE, REAL_ANGLE_IM,
 LOG_ETA, LOG_XI, LOG_D, REAL_LOG_ETA, REAL_LOG_XI, STRIKE, STRIKE_1, STRIKE_2, DIP, DIP_1, DIP_2,
 OPEN, OPEN_1, OPEN_2, ROWS) = (np.uint64(SIZE * i) for i in range(58))
# fmt: on

inlined = njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
compiled = njit(cache=True, nogil=True, error_model="numpy")


@compiled
def prepare(fault, points, start, count, table):
    """Where the points are in the frame of a fault, and whether on its edges."""
    sd, cd, sin, cos = fault[SIN_DIP], fault[COS_DIP], fault[SIN_STRIKE], fault[COS_STRIKE]
    length, width, depth = fault[HALF_LENGTH], fault[HALF_WIDTH], fault[DEPTH]
    centre_east, centre_north = fault[EAST], fault[NORTH]
    size = abs(centre_east) + abs(centre_north) + depth + length + width
    for k in range(count):
        east, north, up = points[0, start + k], points[1, start + k], points[2, start + k]
        tolerance = ROUNDING * (abs(east) + abs(north) + abs(up) + size)
        de, dn = east - centre_east, north - centre_north
        x, y = de * sin + dn * cos, dn * sin - de * cos
        p = y * cd + (depth + up) * sd
        real_q = snapped(y * sd - (depth + up) * cd, tolerance)
        image_q = snapped(y * sd - (depth - up) * cd, tolerance)
        ends = snapped(x + length, tolerance) * snapped(x - length, tolerance)
        levels = snapped(p + width, tolerance) * snapped(p - width, tolerance)
        edge = max(ends, levels)  # 0 on an edge, and on no extension of one
        table[X + k] = x
        table[Y + k] = y
        table[Z + k] = up
        table[Q + k] = ON_PLANE if image_q == 0.0 else image_q
        table[REAL_Q + k] = ON_PLANE if real_q == 0.0 else real_q
        table[TOLERANCE + k] = tolerance
        table[XI_SIDE + k] = -1.0 if x < 0.0 else 1.0
        table[ETA_SIDE + k] = -1.0 if p < 0.0 else 1.0
        table[NAN + k] = np.nan if abs(real_q) + abs(edge) == 0.0 else 0.0


@compiled
def clear(table):
    """Empty sums, and products of nothing."""
    table[XI_Y11:END_OF_SUMS] = 0.0
    table[END_OF_SUMS:ROWS] = 1.0
    table[ANGLE_IM : ANGLE_IM + BLOCK] = 0.0
    table[SECTOR_IM : SECTOR_IM + BLOCK] = 0.0
    table[REAL_ANGLE_IM : REAL_ANGLE_IM + BLOCK] = 0.0


@inlined
def _turn(table, row, k, real, imaginary):
    """Multiply a complex product."""
    a, b = table[row + k], table[row + BLOCK + k]
    table[row + k] = a * real - b * imaginary
    table[row + BLOCK + k] = a * imaginary + b * real


@compiled
def surface_corner(fault, along, down, count, table):
    """Add one corner for points at the surface, where Okada's parts A and C cancel.

    `along` is 1 for the corner at the start of the fault and -1 for the one at its end, `down` is
    1 for the lower edge and -1 for the upper one.
    """
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    for k in range(count):
        q, tolerance, side = table[Q + k], table[TOLERANCE + k], table[XI_SIDE + k]
        p = table[Y + k] * cd + depth * sd
        xi = snapped(table[X + k] + start, tolerance)
        eta = snapped(p + up_dip, tolerance)
        y = table[Y + k] + up_dip * cd
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        r1 = sign / radius
        r_eta = plus(radius, eta, xi * xi + q * q)
        r_d = radius + c
        per_eta = 1.0 / r_eta
        y11 = r1 * per_eta
        x11 = side * r1 / plus(radius, side * xi, eta * eta + q * q)
        per_d = sign / r_d
        table[XI_Y11 + k] += xi * y11
        table[Y11 + k] += y11
        table[R1 + k] += r1
        table[ETA_X11 + k] += eta * x11
        table[X11 + k] += x11
        table[Y_D + k] += y * per_d
        table[XI_D + k] += xi * per_d
        _turn(table, ANGLE, k, half_angle(radius, side * xi, eta, q), sign * q)
        _turn(table, SECTOR, k, (1.0 + sd) * r_eta - q * cd, sign * xi * cd)
        table[LOG_ETA + k] *= r_eta if sign > 0.0 else per_eta
        table[LOG_D + k] *= r_d if sign > 0.0 else -per_d


@compiled
def steep_corner(fault, along, down, count, table):
    """Add one corner's I3 and I4 for a dip near 90 degrees."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    for k in range(count):
        q, tolerance, z = table[Q + k], table[TOLERANCE + k], table[Z + k]
        xi = snapped(table[X + k] + start, tolerance)
        p = table[Y + k] * cd + (depth - z) * sd
        eta = snapped(p + up_dip, tolerance)
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        r_eta = plus(radius, eta, xi * xi + q * q)
        i3, i4 = steep_parts(xi, eta, q, radius, r_eta, radius + (c - z), sd, cd)
        table[I3 + k] += sign * i3
        table[I4 + k] += sign * i4


@compiled
def image_corner(fault, along, down, count, table):
    """Add one corner of the image, with the sums of Okada's part C, for points at depth."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    c = fault[DEEP] if down > 0.0 else fault[SHALLOW]
    for k in range(count):
        q, tolerance, side = table[Q + k], table[TOLERANCE + k], table[XI_SIDE + k]
        z = table[Z + k]
        xi = snapped(table[X + k] + start, tolerance)
        p = table[Y + k] * cd + (depth - z) * sd
        eta = snapped(p + up_dip, tolerance)
        y, d = table[Y + k] + up_dip * cd, c - z
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        per_r = 1.0 / radius
        r1 = sign * per_r
        r3 = r1 * per_r * per_r
        r_eta = plus(radius, eta, xi * xi + q * q)
        r_xi = plus(radius, side * xi, eta * eta + q * q)
        r_d = radius + d
        per_eta, per_xi, per_d = 1.0 / r_eta, 1.0 / r_xi, sign / r_d
        y11 = r1 * per_eta
        x11 = side * r1 * per_xi
        y32 = (radius + r_eta) * y11 * per_eta * per_r * per_r
        x32 = (radius + r_xi) * x11 * per_xi * per_r * per_r
        table[XI_Y11 + k] += xi * y11
        table[Y11 + k] += y11
        table[R1 + k] += r1
        table[ETA_X11 + k] += eta * x11
        table[X11 + k] += x11
        table[Y_D + k] += y * per_d
        table[XI_D + k] += xi * per_d
        table[XI_R3 + k] += xi * r3
        table[XI_Y32 + k] += xi * y32
        table[C_R3 + k] += c * r3
        table[C_ETA_R3 + k] += c * eta * r3
        table[XI2_R3 + k] += xi * xi * r3
        table[XI2_Y32 + k] += xi * xi * y32
        table[Y_X11 + k] += y * x11
        table[C_ETA_X32 + k] += c * eta * x32
        table[D_X11 + k] += d * x11
        table[C_X11 + k] += c * x11
        table[C_X32 + k] += c * x32
        table[Y32 + k] += y32
        table[R3 + k] += r3
        _turn(table, ANGLE, k, half_angle(radius, side * xi, eta, q), sign * q)
        _turn(table, SECTOR, k, (1.0 + sd) * r_eta - q * cd, sign * xi * cd)
        table[LOG_ETA + k] *= r_eta if sign > 0.0 else per_eta
        table[LOG_XI + k] *= r_xi if sign > 0.0 else per_xi
        table[LOG_D + k] *= r_d if sign > 0.0 else -per_d


@compiled
def real_corner(fault, along, down, count, table):
    """Add one corner of the dislocation itself, for points at depth."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    sign, depth = along * down, fault[DEPTH]
    start, up_dip = along * fault[HALF_LENGTH], down * fault[HALF_WIDTH]
    for k in range(count):
        q, tolerance, z = table[REAL_Q + k], table[TOLERANCE + k], table[Z + k]
        xi_side, eta_side = table[XI_SIDE + k], table[ETA_SIDE + k]
        xi = snapped(table[X + k] + start, tolerance)
        p = table[Y + k] * cd + (depth + z) * sd
        eta = snapped(p + up_dip, tolerance)
        radius = np.sqrt(xi * xi + eta * eta + q * q)
        r1 = sign / radius
        r_eta = plus(radius, eta_side * eta, xi * xi + q * q)
        r_xi = plus(radius, xi_side * xi, eta * eta + q * q)
        per_eta, per_xi = 1.0 / r_eta, 1.0 / r_xi
        y11 = eta_side * r1 * per_eta
        x11 = xi_side * r1 * per_xi
        table[REAL_XI_Y11 + k] += xi * y11
        table[REAL_Y11 + k] += y11
        table[REAL_R1 + k] += r1
        table[REAL_ETA_X11 + k] += eta * x11
        table[REAL_X11 + k] += x11
        real = half_angle(radius, xi_side * xi, eta_side * eta, q)
        _turn(table, REAL_ANGLE, k, real, sign * q)
        table[REAL_LOG_ETA + k] *= r_eta if sign > 0.0 else per_eta
        table[REAL_LOG_XI + k] *= r_xi if sign > 0.0 else per_xi
