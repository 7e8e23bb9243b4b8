# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Okada (1985), equations 25 to 30, in plain NumPy, and faults for the tests."""

import numpy as np


def surface_displacement(points, fault, slip, poisson=0.25):
    """Displacement at the surface by one fault, as printed (not near special places).

    Parameters
    ----------
    points : ndarray, shape (point, 2)
        East and north.
    fault : sequence of 7 float
        East, north and depth of the centre, strike, dip, length, width.
    slip : sequence of 3 float
    """
    east, north, depth, strike, dip, length, width = fault
    sin, cos = np.sin(strike), np.cos(strike)
    sd, cd = np.sin(dip), np.cos(dip)
    de, dn = points[:, 0] - east, points[:, 1] - north
    # His origin is above the start of the lower edge, his y is to the left of the strike.
    x = de * sin + dn * cos + length / 2
    y = dn * sin - de * cos + width / 2 * cd
    d = depth + width / 2 * sd
    p, q = y * cd + d * sd, y * sd - d * cd
    ratio = 1 - 2 * poisson  # mu / (lambda + mu)
    u = np.zeros((3, len(points)))
    for sign, xi, eta in (
        (1, x, p), (-1, x, p - width), (-1, x - length, p), (1, x - length, p - width)
    ):  # fmt: skip
        radius = np.sqrt(xi**2 + eta**2 + q**2)
        ys, ds = eta * cd + q * sd, eta * sd - q * cd
        big = np.sqrt(xi**2 + q**2)
        top = eta * (big + q * cd) + big * (radius + big) * sd
        i5 = ratio * 2 / cd * np.arctan(top / (xi * (radius + big) * cd))
        i4 = ratio / cd * (np.log(radius + ds) - sd * np.log(radius + eta))
        i3 = ratio * (ys / cd / (radius + ds) - np.log(radius + eta)) + sd / cd * i4
        i2 = -ratio * np.log(radius + eta) - i3
        i1 = -ratio * xi / cd / (radius + ds) - sd / cd * i5
        angle = np.arctan(xi * eta / (q * radius))
        r_eta, r_xi = radius * (radius + eta), radius * (radius + xi)
        strike_part = (
            xi * q / r_eta + angle + i1 * sd,
            ys * q / r_eta + q * cd / (radius + eta) + i2 * sd,
            ds * q / r_eta + q * sd / (radius + eta) + i4 * sd,
        )
        dip_part = (
            q / radius - i3 * sd * cd,
            ys * q / r_xi + cd * angle - i1 * sd * cd,
            ds * q / r_xi + sd * angle - i5 * sd * cd,
        )
        bracket = xi * q / r_eta - angle
        opening_part = (
            q**2 / r_eta - i3 * sd**2,
            -ds * q / r_xi - sd * bracket - i1 * sd**2,
            ys * q / r_xi + cd * bracket - i5 * sd**2,
        )
        u += sign / (2 * np.pi) * (
            -slip[0] * np.array(strike_part) - slip[1] * np.array(dip_part)
            + slip[2] * np.array(opening_part)
        )  # fmt: skip
    return np.stack([u[0] * sin - u[1] * cos, u[0] * cos + u[1] * sin, u[2]], axis=1)


def in_okada_frame(row):
    """Point, fault, slip and Poisson's ratio of a reference row, x being taken as east."""
    value = {key: float(row[key]) for key in row if key.endswith(("_m", "_deg", "nu"))}
    dip = np.radians(value["dip_deg"])
    along, up_dip = (value["al1_m"] + value["al2_m"]) / 2, (value["aw1_m"] + value["aw2_m"]) / 2
    depth = value["depth_m"] - up_dip * np.sin(dip)
    size = value["al2_m"] - value["al1_m"], value["aw2_m"] - value["aw1_m"]
    fault = [along, up_dip * np.cos(dip), depth, np.pi / 2, dip, *size]
    point = [value[key] for key in ("x_m", "y_m", "z_m")]
    return point, fault, [value[f"disl{i}_m"] for i in (1, 2, 3)], value["nu"]


def random_faults(seed, count, dips=(0.02, 1.55)):
    """Faults and slips of all kinds, and none at the surface."""
    random = np.random.default_rng(seed)
    size = random.uniform(1e3, 2e4, (count, 2))
    dip = random.uniform(*dips, count)
    depth = size[:, 1] / 2 * np.sin(dip) + random.uniform(100, 8000, count)
    place = random.uniform(-2e4, 2e4, (count, 2))
    strike = random.uniform(-np.pi, np.pi, count)
    return np.column_stack([place, depth, strike, dip, size]), random.normal(size=(count, 3))


def random_points(seed, count, deepest=2e4):
    """Points below the surface, or at it for a `deepest` of 0."""
    random = np.random.default_rng(seed + 1000)
    return np.column_stack(
        [random.uniform(-5e4, 5e4, (count, 2)), -random.uniform(0, 1, count) * deepest]
    )
