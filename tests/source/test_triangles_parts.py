# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Integrals along the sides of triangles against numerical integration."""

import numpy as np
import pytest
from groundshift.algorithms.source import _triangle_kernel_parts as parts
from scipy.integrate import quad


class Side:
    """A side at an angle to the vertical, and a receiver's image above it."""

    def __init__(self, tilt, foot, length, w, p):
        self.length, self.foot = length, foot
        self.S, self.c = np.sin(tilt), np.cos(tilt)
        self.T = np.tan(tilt / 2)
        self.w, self.p = w, p
        self.rho2 = w * w + p * p

    def radius(self, s):
        return np.sqrt(s * s + self.rho2)

    def height(self, s):
        return self.c * s + self.S * self.w

    def eta(self, s):
        return self.S * s - self.c * self.w - 1j * self.p

    def of_log(self, s):
        """D log(R + R3)."""
        r = self.radius(s)
        return self.eta(s) / (r * (r + self.height(s)))

    def of_other(self, s):
        """D^2 (R3 log(R + R3) - R)."""
        r = self.radius(s)
        return self.eta(s) ** 2 / (r * (r + self.height(s)) ** 2)

    def integral(self, function):
        ends = self.foot, self.foot + self.length
        peak = [0.0] if ends[0] < 0 < ends[1] else None
        options = {"points": peak, "epsabs": 1e-14, "epsrel": 1e-13, "limit": 400}
        return (
            quad(lambda s: function(s).real, *ends, **options)[0]
            + 1j * quad(lambda s: function(s).imag, *ends, **options)[0]
        )

    def moved(self, east, left):
        """The same side seen from a place that is moved in the horizontal."""
        tilt = np.arctan2(self.S, self.c)
        return Side(
            tilt, self.foot + self.S * east, self.length, self.w - self.c * east, self.p + left
        )

    def closed(self):
        high, low = self.foot + self.length, self.foot
        ends = [parts.reach(s, self.radius(s), self.rho2) for s in (high, low)]
        log = parts.side_log(high, low, self.radius(high), self.radius(low), self.rho2)
        vr, vi, mr, mi = parts.vertical_integrals(log, self.T, self.w, self.p, *ends)
        return vr + 1j * vi, mr + 1j * mi

    def slopes(self):
        total = np.zeros(4)
        for s, sign in ((self.foot + self.length, 1), (self.foot, -1)):
            e = parts.reach(s, self.radius(s), self.rho2)
            total += sign * np.array(
                parts.vertical_slopes(self.T, self.S, self.c, self.w, self.p, e, self.radius(s))
            )
        return total[0] + 1j * total[1], total[2] + 1j * total[3]


SIDES = [
    (tilt, foot, length, w, p)
    for tilt in (0.0, 1e-12, 1e-7, 1e-3, 0.15, 0.199, 0.2, 0.25, 1.0, np.pi / 2, 2.0)
    for foot, length, w, p in (
        (2.0, 5.0, 1.0, 0.7), (0.5, 30.0, 0.0, -0.02), (3.0, 1.0, 0.2, 0.0), (1.0, 4.0, 6.0, 3.0)
    )
]  # fmt: skip


@pytest.mark.parametrize("tilt, foot, length, w, p", SIDES)
def test_vertical_integrals(tilt, foot, length, w, p):
    if tilt > 1.6:
        foot, w = 0.5, w + 3 * (foot + length)  # leaning over, yet above the side
    side = Side(tilt, foot, length, w, p)
    log, other = side.closed()
    assert log == pytest.approx(side.integral(side.of_log), abs=1e-12, rel=1e-12)
    assert other == pytest.approx(side.integral(side.of_other), abs=1e-12, rel=1e-12)


@pytest.mark.parametrize("tilt, foot, length, w, p", SIDES)
def test_slopes_of_the_vertical_integrals(tilt, foot, length, w, p):
    """D of a complex function by differences along both axes."""
    if tilt > 1.6:
        foot, w = 0.5, w + 3 * (foot + length)
    side, step = Side(tilt, foot, length, w, p), 1e-3
    expected = np.zeros(2, complex)
    for way, share in (((1, 0), 1.0), ((0, 1), -1j)):
        for size, weight in ((1, 8), (-1, -8), (2, -1), (-2, 1)):
            moved = side.moved(size * step * way[0], size * step * way[1])
            expected += share * weight * np.array(moved.closed()) / (12 * step)
    if abs(p) > 0.1 or abs(w) > 0.1:  # differences are of no use next to the side
        np.testing.assert_allclose(side.slopes(), expected, rtol=1e-8, atol=1e-9)


def test_the_sides_integrals_are_those_of_powers():
    rng = np.random.default_rng(3)
    for _ in range(40):
        foot, length, away = rng.uniform(-6, 3), rng.uniform(0.2, 8), 10 ** rng.uniform(-1.5, 1)
        ends = foot + length, foot
        r1, r2 = (np.hypot(s, away) for s in ends)
        p = parts.near(*ends, r1, r2, away**2)
        i3 = parts.inverse_cube(length, r1, r2, p)
        i5 = parts.inverse_fifth(i3, r1, r2, p)
        found = parts.side_log(*ends, r1, r2, away**2), i3, i5
        found = (*found, parts.inverse_seventh(i3, i5, r1, r2, p))
        for power, value in zip((1, 3, 5, 7), found):
            peak = [0.0] if foot < 0 < foot + length else None
            expected = quad(
                lambda s, k=power, a=away: np.hypot(s, a) ** -k, foot, foot + length,
                points=peak, epsabs=0, epsrel=1e-12, limit=400,
            )[0]  # fmt: skip
            assert value == pytest.approx(expected, rel=1e-9)


def test_the_solid_angle_of_an_octant():
    corners = (3.0, 0.0, 0.0, 3.0, -3.0, -3.0)
    height = 1e-9
    distances = [np.hypot(*pair) for pair in ((3.0, 0), (0, 3.0), (3.0, 3.0))]
    assert parts.solid_angle(*corners, height, *distances) == pytest.approx(2 * np.pi, abs=1e-6)
    assert parts.solid_angle(*corners, -height, *distances) == pytest.approx(-2 * np.pi, abs=1e-6)
    # From a place as far above each corner as these are apart: the corner of a cube.
    found = parts.solid_angle(0, 0, 1.0, 0, 0, 1.0, 1.0, 1.0, np.sqrt(2), np.sqrt(2))
    expected = 2 * np.arctan2(1.0, 2 + 2 * np.sqrt(2) + 1)
    assert found == pytest.approx(expected, rel=1e-14)
