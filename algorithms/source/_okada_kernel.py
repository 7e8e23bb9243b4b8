# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel of the displacement by rectangular dislocations: Okada (1985, 1992).

A block of points is worked on in passes: sums over the corners; logarithms and angles of all
corners at once; and the nine responses, three components to each of strike slip, dip slip and
opening. Numba's cache looks at this file only: touch it after a change in ``_okada_corner.py`` or
``_okada_sums.py``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._okada_corner import COS_DIP, COS_STRIKE, SIN_DIP, SIN_STRIKE, STEEP
from ._okada_sums import (
    ANGLE,
    ANGLE_IM,
    BLOCK,
    C_ETA_R3,
    C_ETA_X32,
    C_R3,
    C_X11,
    C_X32,
    D_X11,
    DIP,
    DIP_1,
    DIP_2,
    ETA_SIDE,
    ETA_X11,
    I3,
    I4,
    LOG_D,
    LOG_ETA,
    LOG_XI,
    NAN,
    OPEN,
    OPEN_1,
    OPEN_2,
    R1,
    R3,
    REAL_ANGLE,
    REAL_ANGLE_IM,
    REAL_ETA_X11,
    REAL_LOG_ETA,
    REAL_LOG_XI,
    REAL_Q,
    REAL_R1,
    REAL_X11,
    REAL_XI_Y11,
    REAL_Y11,
    ROWS,
    SECTOR,
    SECTOR_IM,
    SIZE,
    STRIKE,
    STRIKE_1,
    STRIKE_2,
    TWO,
    X11,
    XI2_R3,
    XI2_Y32,
    XI_D,
    XI_R3,
    XI_SIDE,
    XI_Y11,
    XI_Y32,
    Y11,
    Y32,
    Y_D,
    Y_X11,
    Q,
    Z,
    clear,
    compiled,
    image_corner,
    inlined,
    prepare,
    real_corner,
    steep_corner,
    surface_corner,
)

TWO_PI = 2.0 * np.pi


@compiled
def _angles(count, table, cd, deep):
    """Turn the products into logarithms and angles."""
    for k in range(count):
        table[ANGLE + k] = 2.0 * table[XI_SIDE + k] * np.arctan2(
            table[ANGLE_IM + k], table[ANGLE + k]
        )  # fmt: skip
        table[LOG_ETA + k] = np.log(table[LOG_ETA + k])
        table[LOG_D + k] = np.log(table[LOG_D + k])
    if cd >= STEEP:
        for k in range(count):
            table[SECTOR + k] = 2.0 * np.arctan2(table[SECTOR_IM + k], table[SECTOR + k])
    if deep:
        for k in range(count):
            side, eta_side = table[XI_SIDE + k], table[ETA_SIDE + k]
            table[LOG_XI + k] = side * np.log(table[LOG_XI + k])
            angle = np.arctan2(table[REAL_ANGLE_IM + k], table[REAL_ANGLE + k])
            table[REAL_ANGLE + k] = 2.0 * side * eta_side * angle
            table[REAL_LOG_ETA + k] = eta_side * np.log(table[REAL_LOG_ETA + k])
            table[REAL_LOG_XI + k] = side * np.log(table[REAL_LOG_XI + k])


@inlined
def _i3_i4(table, k, sd, cd):
    """The double differences of Okada's I3 and I4."""
    if cd < STEEP:
        return table[I3 + k] - table[LOG_ETA + k] / (1.0 + sd), table[I4 + k]
    squared = cd * cd
    i3 = (cd * table[Y_D + k] - table[LOG_ETA + k] + sd * table[LOG_D + k]) / squared
    return i3, (sd * cd * table[XI_D + k] - table[SECTOR + k]) / squared


@inlined
def _part_b(table, k, sd, cd, ratio):
    """Okada's part B: the nine responses along strike, up dip and across, times 2 pi."""
    i3, i4 = _i3_i4(table, k, sd, cd)
    q, angle = table[Q + k], table[ANGLE + k]
    r1, y_d, xi_d = table[R1 + k], table[Y_D + k], table[XI_D + k]
    xi_y, y11 = table[XI_Y11 + k], table[Y11 + k]
    eta_x, x11 = table[ETA_X11 + k], table[X11 + k]
    i1 = -xi_d * cd - i4 * sd
    i2 = table[LOG_D + k] + i3 * sd
    mixed, squared = ratio * sd * cd, ratio * sd * sd
    return (
        -q * xi_y - angle - ratio * i1 * sd,
        -q * r1 + ratio * y_d * sd,
        q * q * y11 - ratio * i2 * sd,
        -q * r1 + mixed * i3,
        -q * eta_x - angle - mixed * xi_d,
        q * q * x11 + mixed * i4,
        q * q * y11 - squared * i3,
        q * q * x11 + squared * xi_d,
        q * (eta_x + xi_y) - angle - squared * i4,
    )


@compiled
def _add_b(fault, count, table, ratio):
    """Set the nine responses to part B."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    for k in range(count):
        b, bad = _part_b(table, k, sd, cd, ratio), table[NAN + k]
        _set_three(table, STRIKE + k, b[0] + bad, b[1] + bad, b[2] + bad)
        _set_three(table, DIP + k, b[3] + bad, b[4] + bad, b[5] + bad)
        _set_three(table, OPEN + k, b[6] + bad, b[7] + bad, b[8] + bad)


@inlined
def _set_three(table, place, x, across, normal):
    """Set the three rows of a mode."""
    table[place] = x
    table[place + BLOCK] = across
    table[place + TWO] = normal


@inlined
def _turn_mode(table, place, sd, cd):
    """Turn a response from strike, up dip and normal to strike, left and up."""
    across, normal = table[place + BLOCK], table[place + TWO]
    table[place + BLOCK] = across * cd - normal * sd
    table[place + TWO] = across * sd + normal * cd


@compiled
def _turn_modes(fault, count, table):
    """Turn the three responses."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    for k in range(count):
        _turn_mode(table, STRIKE + k, sd, cd)
        _turn_mode(table, DIP + k, sd, cd)
        _turn_mode(table, OPEN + k, sd, cd)


@inlined
def _part_a(q, angle, xi_y, y11, r1, eta_x, x11, log_eta, log_xi, a1, a2):
    """Okada's part A: the nine responses along strike, up dip and across, times 2 pi."""
    half, a2q = 0.5 * angle, a2 * q
    return (
        half + a2q * xi_y,
        a2q * r1,
        a1 * log_eta - a2q * q * y11,
        a2q * r1,
        half + a2q * eta_x,
        a1 * log_xi - a2q * q * x11,
        -a1 * log_eta - a2q * q * y11,
        -a1 * log_xi - a2q * q * x11,
        half - a2q * (eta_x + xi_y),
    )


@inlined
def _change(table, place, sign, x, across, normal):
    """Add to the three rows of a mode."""
    table[place] += sign * x
    table[place + BLOCK] += sign * across
    table[place + TWO] += sign * normal


@compiled
def _add_a(count, table, alpha):
    """Add part A of the image, and take away that of the dislocation itself."""
    a1, a2 = 0.5 * (1.0 - alpha), 0.5 * alpha
    for k in range(count):
        a = _part_a(
            table[Q + k], table[ANGLE + k], table[XI_Y11 + k], table[Y11 + k], table[R1 + k],
            table[ETA_X11 + k], table[X11 + k], table[LOG_ETA + k], table[LOG_XI + k], a1, a2,
        )  # fmt: skip
        _change(table, STRIKE + k, 1.0, a[0], a[1], a[2])
        _change(table, DIP + k, 1.0, a[3], a[4], a[5])
        _change(table, OPEN + k, 1.0, a[6], a[7], a[8])
    for k in range(count):
        a = _part_a(
            table[REAL_Q + k], table[REAL_ANGLE + k], table[REAL_XI_Y11 + k],
            table[REAL_Y11 + k], table[REAL_R1 + k], table[REAL_ETA_X11 + k],
            table[REAL_X11 + k], table[REAL_LOG_ETA + k], table[REAL_LOG_XI + k], a1, a2,
        )  # fmt: skip
        _change(table, STRIKE + k, -1.0, a[0], a[1], a[2])
        _change(table, DIP + k, -1.0, a[3], a[4], a[5])
        _change(table, OPEN + k, -1.0, a[6], a[7], a[8])


@inlined
def _part_c(table, k, sd, cd, alpha):
    """Okada's part C: the nine responses along strike, up dip and across, times 2 pi."""
    a4, a5 = 1.0 - alpha, alpha
    q, z = table[Q + k], table[Z + k]
    h = q * cd - z
    xi_y, y11, r1 = table[XI_Y11 + k], table[Y11 + k], table[R1 + k]
    xi_z32 = sd * table[XI_R3 + k] - h * table[XI_Y32 + k]
    xi2_z32 = sd * table[XI2_R3 + k] - h * table[XI2_Y32 + k]
    z32 = sd * table[R3 + k] - h * table[Y32 + k]
    c_x = table[C_X11 + k] - q * q * table[C_X32 + k]
    q_c_r3 = a5 * q * table[C_R3 + k]
    q_c_eta_x32 = a5 * q * table[C_ETA_X32 + k]
    return (
        a4 * xi_y * cd - a5 * q * xi_z32,
        a4 * (cd * r1 + 2.0 * q * y11 * sd) - q_c_r3,
        a4 * q * y11 * cd - a5 * (table[C_ETA_R3 + k] - z * y11 + xi2_z32),
        a4 * cd * r1 - q * y11 * sd - q_c_r3,
        a4 * table[Y_X11 + k] - q_c_eta_x32,
        -table[D_X11 + k] - xi_y * sd - a5 * c_x,
        -a4 * (sd * r1 + q * y11 * cd) - a5 * (z * y11 - q * q * z32),
        a4 * 2.0 * xi_y * sd + table[D_X11 + k] - a5 * c_x,
        a4 * (table[Y_X11 + k] + xi_y * cd) + q_c_eta_x32 + a5 * q * xi_z32,
    )


@compiled
def _add_c(fault, count, table, alpha):
    """Add part C, `z` fold and with the vertical part reversed, to responses that are turned."""
    sd, cd = fault[SIN_DIP], fault[COS_DIP]
    for k in range(count):
        z = table[Z + k]
        c = _part_c(table, k, sd, cd, alpha)
        _change(table, STRIKE + k, z, c[0], c[1] * cd - c[2] * sd, -c[1] * sd - c[2] * cd)
        _change(table, DIP + k, z, c[3], c[4] * cd - c[5] * sd, -c[4] * sd - c[5] * cd)
        _change(table, OPEN + k, z, c[6], c[7] * cd - c[8] * sd, -c[7] * sd - c[8] * cd)


@compiled
def _responses(fault, points, start, count, table, alpha, deep):
    """The nine responses of a block of points to one fault, times 2 pi."""
    ratio = (1.0 - alpha) / alpha
    prepare(fault, points, start, count, table)
    clear(table)
    for corner in range(4):
        along = 1.0 if corner < 2 else -1.0
        down = 1.0 if corner % 2 == 0 else -1.0
        if deep:
            image_corner(fault, along, down, count, table)
            real_corner(fault, along, down, count, table)
        else:
            surface_corner(fault, along, down, count, table)
        if fault[COS_DIP] < STEEP:
            steep_corner(fault, along, down, count, table)
    _angles(count, table, fault[COS_DIP], deep)
    _add_b(fault, count, table, ratio)
    if deep:
        _add_a(count, table, alpha)
    _turn_modes(fault, count, table)
    if deep:
        _add_c(fault, count, table, alpha)


@compiled
def _add_displacement(fault, slip, count, table, total):
    """Add the displacement by a fault's slip in the frame of the map."""
    sin, cos = fault[SIN_STRIKE], fault[COS_STRIKE]
    s, d, o = slip[0], slip[1], slip[2]
    for k in range(count):
        x = s * table[STRIKE + k] + d * table[DIP + k] + o * table[OPEN + k]
        y = s * table[STRIKE_1 + k] + d * table[DIP_1 + k] + o * table[OPEN_1 + k]
        total[k] += x * sin - y * cos
        total[BLOCK + k] += x * cos + y * sin
        total[TWO + k] += s * table[STRIKE_2 + k] + d * table[DIP_2 + k] + o * table[OPEN_2 + k]


@compiled
def _see(fault, components, look, start, count, table, out):
    """Write the responses along look vectors to the unit slips of a fault."""
    sin, cos = fault[SIN_STRIKE], fault[COS_STRIKE]
    for k in range(count):
        east, north, z = look[0, start + k], look[1, start + k], look[2, start + k]
        x, y = east * sin + north * cos, north * sin - east * cos
        s = x * table[STRIKE + k] + y * table[STRIKE_1 + k] + z * table[STRIKE_2 + k]
        d = x * table[DIP + k] + y * table[DIP_1 + k] + z * table[DIP_2 + k]
        o = x * table[OPEN + k] + y * table[OPEN_1 + k] + z * table[OPEN_2 + k]
        for c in range(len(components)):
            value = s * components[c, 0] + d * components[c, 1] + o * components[c, 2]
            out[start + k, c] = value / TWO_PI


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def response_kernel(points, look, faults, components, alpha, deep, out):
    """Displacement by all faults, or what each of them moves along look vectors.

    Parameters
    ----------
    points : ndarray, shape (3, point)
        All at the surface, or all below it and `deep`.
    look : ndarray, shape (3, point) or (3, 0)
        Without look vectors the displacements by all faults are summed.
    faults : ndarray, shape (fault, COLUMNS)
    components : ndarray, shape (fault, component, 3)
        Unit slips; for sums the slip, as one component.
    alpha : float
        ``1 / (2 (1 - poisson))``.
    deep : bool
    out : ndarray, shape (point, fault, component), or (point, 1, 3) for sums
        Written.
    """
    summed = look.shape[1] == 0
    for block in prange((points.shape[1] + SIZE - 1) // SIZE):
        table, total = np.empty(ROWS), np.zeros(3 * SIZE)
        start = np.uint64(block * SIZE)
        count = np.uint64(min(SIZE, points.shape[1] - block * SIZE))
        for m in range(len(faults)):
            fault, slips = faults[m], components[m]
            if summed and slips[0, 0] == 0.0 and slips[0, 1] == 0.0 and slips[0, 2] == 0.0:
                continue
            _responses(fault, points, start, count, table, alpha, deep)
            if summed:
                _add_displacement(fault, slips[0], count, table, total)
            else:
                _see(fault, slips, look, start, count, table, out[:, m])
        if summed:
            for k in range(count):
                out[start + k, 0, 0] = total[k] / TWO_PI
                out[start + k, 0, 1] = total[BLOCK + k] / TWO_PI
                out[start + k, 0, 2] = total[TWO + k] / TWO_PI
