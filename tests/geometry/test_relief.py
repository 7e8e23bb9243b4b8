# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Gradients of heights: exact on planes, against least squares, and quiet under noise."""

import numpy as np
import pytest
from groundshift.algorithms.data.axes import Lattice
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.data.relief import (
    ground_gradients,
    margin_of,
    pixel_gradients,
    slope_and_aspect,
)
from groundshift.algorithms.geometry.visibility import look_at


def padded(height, sigma):
    return np.pad(height, [(m, m) for m in margin_of(sigma)], constant_values=np.nan)


@pytest.mark.parametrize("sigma", [(0.0, 0.0), (2.0, 3.0)])
def test_planes_are_exact_up_to_borders_and_voids(sigma):
    rows, cols = np.mgrid[:30, :40].astype(float)
    height = 1500 + 3.0 * cols - 2.0 * rows
    height[10:13, 15:22] = np.nan
    steps = pixel_gradients(padded(height, sigma), sigma)
    known = np.isfinite(height)
    np.testing.assert_allclose(steps[0][known], 3.0, atol=1e-9)
    np.testing.assert_allclose(steps[1][known], -2.0, atol=1e-9)
    assert np.isnan(steps[:, ~known]).all()


def test_fitted_planes_are_those_of_least_squares():
    rng, sigma = np.random.default_rng(1), (1.5, 2.0)
    height = rng.normal(size=(25, 30)) * 40 + 800
    height[rng.random(height.shape) < 0.2] = np.nan
    height[12, 14] = 800.0
    steps = pixel_gradients(padded(height, sigma), sigma)
    down, across = margin_of(sigma)
    rows, cols = np.mgrid[-down : down + 1, -across : across + 1]
    weight = np.exp(-0.5 * ((rows / sigma[0]) ** 2 + (cols / sigma[1]) ** 2))
    for row, col in ((12, 14), *np.argwhere(np.isfinite(height))[::90]):
        around = padded(height, sigma)[row : row + 2 * down + 1, col : col + 2 * across + 1]
        good = np.isfinite(around)
        root = np.sqrt(weight[good])
        design = np.stack([np.ones(good.sum()), cols[good], rows[good]], axis=1) * root[:, None]
        plane = np.linalg.lstsq(design, around[good] * root, rcond=None)[0]
        np.testing.assert_allclose(steps[:, row, col], plane[1:], rtol=1e-9)


def test_same_slopes_as_the_visibility_tool():
    rng = np.random.default_rng(2)
    height = np.cumsum(rng.normal(size=(40, 50)), axis=0).astype(np.float32) * 8
    los = from_incidence_heading(39.0, 348.0)
    axes = [24.0, 1.0, -0.8, -31.0]
    lattice = Lattice(40, 50, np.tile([*axes, los.east, los.north, los.up], (2, 2, 1)))
    window = Window(0, 0, 40, 50)
    seen = look_at(padded(height, (0, 0)), (1, 1), window, lattice, cast=False)
    steps = pixel_gradients(padded(height, (0, 0)))
    slope, aspect = slope_and_aspect(ground_gradients(steps, lattice.block(window)[..., :4]))
    # Their corners differ: there the other one takes a missing cell for level.
    for row, col in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        slope[row, col], aspect[row, col] = seen.slope[row, col], seen.aspect[row, col]
    np.testing.assert_allclose(slope, seen.slope, atol=1e-4)
    turn = (aspect - seen.aspect + 180) % 360 - 180
    assert np.abs(turn).max() < 1e-2


def test_smoothing_takes_the_noise_of_heights_out_of_slopes():
    rng, sigma = np.random.default_rng(3), (2.0, 2.0)
    rows, cols = np.mgrid[:120, :120].astype(float)
    height = 0.3 * 30 * cols + rng.normal(scale=4.0, size=cols.shape)
    rough = pixel_gradients(padded(height, (0, 0)))[0] / 30
    smooth = pixel_gradients(padded(height, sigma), sigma)[0] / 30
    inner = (slice(10, -10),) * 2
    # Closed forms for white noise: Horn, and a plane under a Gaussian.
    assert rough[inner].std() == pytest.approx(4 / 30 * np.sqrt(12) / 8, rel=0.1)
    expected = 4 / 30 / (np.sqrt(8 * np.pi) * sigma[0] ** 2)
    assert smooth[inner].std() == pytest.approx(expected, rel=0.1)
    assert smooth[inner].mean() == pytest.approx(0.3, abs=1e-3)


def test_slope_and_aspect():
    slope, aspect = slope_and_aspect(np.array([[0.0, 1.0, 0.0, 0.0], [1.0, 0.0, -1.0, 0.0]]))
    np.testing.assert_allclose(slope, [45, 45, 45, 0])
    np.testing.assert_allclose(aspect, [180, 270, 0, np.nan])
