# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ranges and baselines from state vectors, against a circular orbit in closed form."""

import numpy as np
import pytest
from groundshift.algorithms.data import orbit
from groundshift.algorithms.errors import GroundshiftError
from pyproj import Transformer
from scipy.optimize import brentq, minimize_scalar
from scipy.spatial.transform import Rotation

TURN = 7.2921159e-5  # of the Earth, rad/s
INCLINATION, RADIUS = np.radians(98.2), 7.07e6


def circular(times, across=0.0, upwards=0.0):
    """Positions and velocities of a circular orbit as the turning Earth sees it."""
    rate, radius = np.sqrt(3.986004418e14 / RADIUS**3), RADIUS + upwards

    def place(t):
        u, node = 0.8 + rate * t, 0.2 - TURN * t
        x, y = radius * np.cos(u), radius * np.sin(u) * np.cos(INCLINATION)
        z = radius * np.sin(u) * np.sin(INCLINATION)
        y, z = y - across * np.sin(INCLINATION), z + across * np.cos(INCLINATION)
        return np.stack([np.cos(node) * x - np.sin(node) * y,
                         np.sin(node) * x + np.cos(node) * y, z], axis=-1)  # fmt: skip

    return place(times), (place(times + 1e-3) - place(times - 1e-3)) / 2e-3


def vectors(step=10.0, span=60.0, **shift):
    times = np.arange(-span, span + step / 2, step)
    return orbit.Orbit(times, *circular(times, **shift))


def ground(look=35.0, distance=8.6e5, side=1.0):
    """A point that is seen at right angles at time 0."""
    (position,), (velocity,) = circular(np.zeros(1))
    down = -position / np.linalg.norm(position)
    flight = velocity / np.linalg.norm(velocity)
    down = down - (down @ flight) * flight
    down /= np.linalg.norm(down)
    right = np.cross(down, flight)
    angle = np.radians(look)
    return position + distance * (np.cos(angle) * down + side * np.sin(angle) * right)


@pytest.mark.parametrize(("step", "span"), [(1.0, 30.0), (10.0, 60.0), (60.0, 300.0)])
def test_interpolation_to_a_hundredth_of_a_millimetre(step, span):
    times = np.linspace(-9, 9, 37)
    positions, velocities = circular(times)
    at = vectors(step, span).at(times)
    np.testing.assert_allclose(at[0], positions, rtol=0, atol=1e-5)
    np.testing.assert_allclose(at[1], velocities, rtol=0, atol=1e-5)
    over = vectors(step, span).polynomial(-9, 9).states(times)
    np.testing.assert_allclose(over[0], positions, rtol=0, atol=1e-5)
    np.testing.assert_allclose(over[1], velocities, rtol=0, atol=1e-5)


def test_range_is_the_least_distance():
    points = np.stack([ground(), ground(30) + [900, 500, -700.0], [np.nan] * 3])
    ranges, times = vectors().over(points[:2]).ranges(points)
    assert np.isnan(ranges[2])
    for point, distance, time in zip(points[:2], ranges, times):
        least = minimize_scalar(
            lambda t, p=point: np.linalg.norm(circular(np.array([t]))[0][0] - p),
            bounds=(-20, 20), method="bounded", options={"xatol": 1e-9},
        )  # fmt: skip
        assert distance == pytest.approx(least.fun, abs=1e-4)
        assert time == pytest.approx(least.x, abs=1e-3)


@pytest.mark.parametrize("side", [1.0, -1.0])
@pytest.mark.parametrize("shift", [(120.0, 35.0), (-300.0, 10.0), (0.0, 200.0)])
def test_a_baseline_predicts_what_a_height_error_looks_like(side, shift):
    """A target above the model at the same range seems to move by B / (r sin i) dz."""
    point = ground(side=side)
    first, other = (
        vectors(**k).over([point]) for k in ({}, {"across": shift[0], "upwards": shift[1]})
    )
    (before,), time = first.ranges(point[None])
    (position,), (velocity,) = first.states(time)
    to_geodetic = Transformer.from_crs(4978, 4979, always_xy=True)
    axis = velocity / np.linalg.norm(velocity)
    height = to_geodetic.transform(*point)[2]

    def turned(angle):
        return position + Rotation.from_rotvec(axis * angle).apply(point - position)

    rise = 10.0
    angle = brentq(
        lambda a: to_geodetic.transform(*turned(a))[2] - height - rise, -1e-3, 1e-3, xtol=1e-15
    )
    higher = turned(angle)
    change = [
        float(f.ranges(higher[None])[0][0] - f.ranges(point[None])[0][0]) for f in (first, other)
    ]
    assert change[0] == pytest.approx(0, abs=1e-6)
    lon, lat, _ = to_geodetic.transform(*point)
    (look,) = orbit.look_components(np.array([lon]), np.array([lat]), point[None], position[None])
    baseline = orbit.perpendicular_baseline(first, other, point)
    towards = -(change[1] - change[0])
    expected = baseline / (before * np.sqrt(1 - look[2] ** 2)) * rise
    assert towards == pytest.approx(expected, rel=2e-3)


def test_ecef_is_projs():
    lon, lat, height = np.array([9.3, -70.0]), np.array([46.4, -33.0]), np.array([17.0, 5000.0])
    expected = Transformer.from_crs(4979, 4978, always_xy=True).transform(lon, lat, height)
    np.testing.assert_allclose(orbit.ecef(lon, lat, height), np.stack(expected).T, atol=1e-3)


def test_orbits_of_elsewhere_are_refused():
    with pytest.raises(GroundshiftError, match="does not pass"):
        vectors().over([-ground()])
    with pytest.raises(GroundshiftError, match="covers"):
        vectors().at([500.0])
    with pytest.raises(GroundshiftError, match="outside of the span"):
        vectors().polynomial(-1, 1).ranges(circular(np.array([40.0]))[0] * 0.9)
    broken = vectors()
    broken.positions[3] /= 1000
    with pytest.raises(GroundshiftError, match=r"some.par: its state vectors"):
        broken.check("some.par")
