# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness from the motion of the surface of bodies that are known."""

import numpy as np
import pytest
from groundshift.algorithms.terrain.thickness import (
    corner,
    divergence,
    non_negative,
    power_law,
    rise,
    roughness,
    steps_by_year,
    thickness,
)
from scipy.optimize import lsq_linear

CELL, SPEED, SLOPE = 20.0, 1.5 * np.cos(np.radians(20)), np.tan(np.radians(20))
ROWS, COLS = 40, 60


def ellipsoid():
    """Half an ellipsoid of 1000 x 600 m, 40 m thick: inside, thickness and its slope along x."""
    row, col = np.indices((ROWS, COLS))
    x, y = CELL * (col - COLS / 2 + 0.5), CELL * (row - ROWS / 2 + 0.5)
    left = 1 - (x / 500) ** 2 - (y / 300) ** 2
    height = 40 * np.sqrt(np.clip(left, 0, None))
    return left > 0, height


def scene(noise, seed=1):
    """The ground sinks to the right as a plane, the slide moves along it."""
    inside, height = ellipsoid()
    steps = np.stack([np.full(height.shape, SPEED / CELL), np.zeros(height.shape)])
    up = np.zeros(height.shape)
    up[inside] = divergence(inside, steps) @ height[inside] - SPEED * SLOPE
    rng = np.random.default_rng(seed)
    east, north, up = (
        part + noise * rng.normal(size=up.shape) for part in (np.full(up.shape, SPEED), 0.0, up)
    )
    steps = steps_by_year(east, north, (CELL, 0.0, 0.0, -CELL))
    gradient = np.stack([np.full(up.shape, -SLOPE * CELL), np.zeros(up.shape)])
    return inside, height, steps, rise(up, steps, gradient)


@pytest.mark.parametrize(
    ("noise", "most", "ratio"), [(0.0, 0.3, 0.002), (0.02, 1.3, 0.015), (0.05, 3.0, 0.05)]
)
def test_half_an_ellipsoid(noise, most, ratio):
    """A trial with other code had RMS of 0.02, 1.0, 2.9 m and volumes of 1.00, 0.99, 0.96."""
    inside, height, steps, rising = scene(noise)
    found = thickness(inside, steps, rising, np.ones_like(inside), (CELL, CELL))
    error = (found.flux_height - height)[inside]
    assert np.sqrt(np.mean(error**2)) < most
    assert found.flux_height.sum() / height.sum() == pytest.approx(1.0, abs=ratio)
    assert (found.flux_height >= 0).all() and not found.flux_height[~inside].any()
    assert abs(found.imbalance) < 0.1 and found.misfit < 2 * noise + 1e-3


def test_central_differences_meet_the_trial(monkeypatch):
    """The trial's 0.02 m are of data made by the operator itself, without upwind differences."""
    monkeypatch.setattr("groundshift.algorithms.terrain.thickness.UPWIND", 0.0)
    inside, height, steps, rising = scene(0.0)
    found = thickness(inside, steps, rising, np.ones_like(inside), (CELL, CELL))
    assert np.sqrt(np.mean((found.flux_height - height)[inside] ** 2)) < 0.025


def true_body(noise, seed):
    """Means of the body over cells, and what flows through their sides; all cells it touches."""
    part = (np.arange(20) + 0.5) / 20 - 0.5
    row, col = np.indices((ROWS, COLS))

    def height(down, across):
        x, y = CELL * (col + across - COLS / 2 + 0.5), CELL * (row + down - ROWS / 2 + 0.5)
        return 40 * np.sqrt(np.clip(1 - (x / 500) ** 2 - (y / 300) ** 2, 0, None))

    mean = np.mean([[height(a, b) for a in part] for b in part], axis=(0, 1))
    west, east = (np.mean([height(a, side) for a in part], axis=0) for side in (-0.5, 0.5))
    rng = np.random.default_rng(seed)
    ways = (SPEED, 0.0, SPEED / CELL * (west - east) - SPEED * SLOPE)
    move = [way + noise * rng.normal(size=mean.shape) for way in ways]
    steps = steps_by_year(*move[:2], (CELL, 0.0, 0.0, -CELL))
    gradient = np.stack([np.full(mean.shape, -SLOPE * CELL), np.zeros(mean.shape)])
    return mean > 0, mean, steps, rise(move[2], steps, gradient)


@pytest.mark.parametrize(("noise", "most"), [(0.0, 0.8), (0.02, 1.6), (0.05, 3.4)])
def test_a_body_that_cells_do_not_follow(noise, most):
    """Not made by the operator itself; the volume's deviation is rather too large."""
    ratios = []
    for seed in range(6 if noise else 1):
        inside, height, steps, rising = true_body(noise, seed)
        found = thickness(inside, steps, rising, np.ones_like(inside), (CELL, CELL))
        error = (found.flux_height - height)[inside]
        assert np.sqrt(np.mean(error**2)) < most
        assert found.flux_height.sum() / height.sum() == pytest.approx(1.0, abs=0.02)
        ratios.append(error.sum() / found.sum_std)
    assert np.sqrt(np.mean(np.square(ratios))) < 1.2


def test_deviations_of_volumes():
    """Over repeated noise."""
    ratios = []
    for seed in range(12):
        inside, height, steps, rising = scene(0.02, seed)
        found = thickness(inside, steps, rising, np.ones_like(inside), (CELL, CELL))
        ratios.append((found.flux_height - height).sum() / found.sum_std)
    assert 0.5 < np.sqrt(np.mean(np.square(ratios))) < 1.2


def test_the_shape_does_not_depend_on_the_axes():
    """A scene that is turned by a quarter, as another order of rows."""
    inside, _, steps, rising = scene(0.02)
    every = np.ones_like(inside)
    plain = thickness(inside, steps, rising, every, (CELL, CELL), 0.1).flux_height
    turned = thickness(
        inside.T, steps[::-1].transpose(0, 2, 1), rising.T, every.T, (CELL, CELL), 0.1
    ).flux_height
    np.testing.assert_allclose(turned.T, plain, atol=1e-6)
    upside = thickness(
        inside[::-1], steps[:, ::-1] * [[[1]], [[-1]]], rising[::-1], every, (CELL, CELL), 0.1
    ).flux_height
    np.testing.assert_allclose(upside[::-1], plain, atol=1e-6)


def test_gaps_are_bridged():
    inside, height, steps, rising = scene(0.0)
    known = np.ones_like(inside)
    known[15:20, 20:26] = False
    found = thickness(inside, steps, rising, known, (CELL, CELL), 0.05)
    assert found.flux_height[17, 23] == pytest.approx(height[17, 23], rel=0.05)


def test_steps_of_turned_axes():
    """Along a column's own way, one step is its length."""
    axes = (8.0, 6.0, 3.0, -4.0)
    np.testing.assert_allclose(steps_by_year(8.0, 6.0, axes), [1.0, 0.0], atol=1e-15)
    np.testing.assert_allclose(steps_by_year(3.0, -4.0, axes), [0.0, 1.0], atol=1e-15)


def test_bounds_are_those_of_scipy():
    rng = np.random.default_rng(0)
    inside = np.ones((9, 11), bool)
    steps = rng.normal(size=(2, 9, 11))
    flow, rough = divergence(inside, steps), roughness(inside, (1.0, 1.0))
    both = np.concatenate([flow.toarray(), 0.1 * rough.toarray()])
    wanted = np.concatenate([rng.normal(size=99), np.zeros(99)])
    expected = lsq_linear(both, wanted, (0, np.inf), method="bvls", tol=1e-14).x
    matrix = flow.T @ flow + 0.01 * rough.T @ rough
    found = non_negative(matrix.tocsr(), both.T @ wanted)
    assert (expected < 1e-9).sum() > 20
    np.testing.assert_allclose(found, expected, atol=1e-8)


def test_the_corner_of_a_bent_line():
    s = np.arange(-12, 13.0)
    curve = np.exp(np.stack([np.clip(s, 0, None) * 0.2, np.clip(-s, 0, None) * 0.3], axis=1))
    assert abs(corner(curve) - 12) <= 1
    assert corner(np.exp(np.stack([s, -s], axis=1))) == 0


def test_a_flow_law():
    assert power_law(1) == pytest.approx(2 / 3) and power_law(3) == pytest.approx(0.8)
