# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Vectors that are no motion."""

import numpy as np
from groundshift.algorithms.tracking._filter_kernel import lonely, outlying
from groundshift.algorithms.tracking._match_kernel import (
    COL,
    CORRELATION,
    FOUND,
    LAYERS,
    RATIO,
    ROW,
    SPREAD,
    STATUS,
)
from groundshift.algorithms.tracking.filtering import (
    ALONE,
    WEAK,
    chip_factor,
    drop_alone,
    drop_weak,
    scene_factor,
    smearing,
    smearing_margin,
)


def around(values, row, col, radius):
    return values[
        max(0, row - radius) : row + radius + 1, max(0, col - radius) : col + radius + 1
    ].ravel()


def field(seed=0, shape=(30, 40)):
    rng = np.random.default_rng(seed)
    rows, cols = np.indices(shape)
    down = 0.05 * rows + 0.05 * rng.normal(size=shape)
    across = 0.03 * cols + 0.05 * rng.normal(size=shape)
    return down.astype(np.float32), across.astype(np.float32)


def test_lonely_is_that_of_its_definition():
    down, across = field()
    down[np.random.default_rng(1).random(down.shape) < 0.4] = np.nan
    out = np.zeros(down.shape, bool)
    lonely(down, across, 2, (np.float32(0.08), np.float32(0.1)), 5, out)
    for row in range(down.shape[0]):
        for col in range(down.shape[1]):
            alike = (np.abs(around(down, row, col, 2) - down[row, col]) <= np.float32(0.08)) & (
                np.abs(around(across, row, col, 2) - across[row, col]) <= np.float32(0.1)
            )
            assert out[row, col] == (np.isfinite(down[row, col]) and alike.sum() < 5)
    assert 0.1 < out.mean() < 0.9


def test_outlying_is_that_of_its_definition():
    values = field()[0]
    values[np.random.default_rng(1).random(values.shape) < 0.2] = np.nan
    floor = np.full(values.shape, 0.03, np.float32)
    out = np.zeros(values.shape, bool)
    outlying(values, floor, 2, 2.0, out)
    for row in range(values.shape[0]):
        for col in range(values.shape[1]):
            near = around(values, row, col, 2)
            near = near[np.isfinite(near)]
            middle = np.median(near)
            limit = 2.0 * max(np.median(np.abs(near - middle)), np.float32(0.03))
            wanted = np.isfinite(values[row, col]) and abs(values[row, col] - middle) > limit
            assert out[row, col] == wanted
    assert 0.02 < out.mean() < 0.5


def matched():
    out = np.zeros((30, 40, LAYERS), np.float32)
    out[..., ROW], out[..., COL] = field()
    out[..., 2:5] = 1e-3
    out[..., CORRELATION], out[..., RATIO], out[..., STATUS] = 0.9, 0.3, FOUND
    return out


def test_planted_errors_are_left_out_and_motion_is_kept():
    out = matched()
    wrong = np.random.default_rng(2).random(out.shape[:2]) < 0.1
    out[..., ROW][wrong] += np.random.default_rng(3).choice([-3, 3], wrong.sum())
    drop_alone(out, (4, 4))
    left_out = out[..., STATUS] == ALONE
    assert left_out[wrong].mean() > 0.99
    assert left_out[~wrong].mean() < 0.01
    assert np.isnan(out[left_out][:, ROW]).all()


def test_a_step_of_motion_is_kept():
    """A fault, or the edge of a slide: both sides have neighbours enough."""
    out = matched()
    out[:, 20:, ROW] += 3.0
    drop_alone(out, (4, 4))
    assert (out[2:-2, :, STATUS] == FOUND).mean() > 0.98


def test_chips_that_disagree_with_themselves_have_deviations_of_their_own():
    out = matched()
    out[..., SPREAD] = 1.44 * np.random.default_rng(0).chisquare(26, out.shape[:2]) / 26
    out[:3, :, SPREAD] = 40.0  # the edge of a slide
    typical = scene_factor(out)
    assert abs(typical - 1.2) < 0.06
    own = chip_factor(out[..., SPREAD], typical)
    assert (own[3:] == 1).all()
    np.testing.assert_allclose(own[:3] * typical, np.sqrt(40.0), rtol=1e-5)


def test_weak_ones():
    out = matched()
    out[3, 4, CORRELATION], out[5, 6, RATIO] = 0.1, 0.95
    drop_weak(out, 0.2, 0.9)
    assert {tuple(place) for place in np.argwhere(out[..., STATUS] == WEAK)} == {(3, 4), (5, 6)}


def test_smearing_is_that_of_a_bend():
    """A chip's mean over a bowl is higher than its middle by k c^2 / 24 along rows and columns."""
    y, x = np.indices((40, 50)) * 8.0
    bowl = 1e-4 * (y - 150) ** 2 + 2e-4 * (x - 200) ** 2 + 0.3 * x - 0.1 * y
    out = smearing(bowl, np.zeros(bowl.shape), 32, 8)
    truth = (2e-4 + 4e-4) * 32**2 / 24
    inner = (slice(8, -8), slice(8, -8))
    np.testing.assert_allclose(np.sqrt(out[inner]), truth, rtol=1e-4)
    plane = 0.3 * x - 0.1 * y
    assert np.abs(smearing(plane, np.zeros(plane.shape), 32, 8)[inner]).max() < 1e-12
    bowl[20, 20] = np.nan
    assert smearing(bowl, np.zeros(bowl.shape), 32, 8)[20, 20] > 0
    assert (smearing(np.full((9, 9), np.nan), np.full((9, 9), np.nan), 32, 8) == 0).all()


def test_smearing_of_an_edge_is_that_of_its_mean():
    """Motion that ends within some forty pixels, as chips of 32 tell it."""
    fine = np.arange(-400, 401)
    for width, least in ((12.0, 0.6), (5.0, 0.4)):  # of the sharper one less is left to see
        edge = np.tanh(fine / width)
        told = np.convolve(edge, np.full(32, 1 / 32), "same")
        places = slice(200, -200, 8)
        out = smearing(np.tile(told[places], (60, 1)), np.zeros((60, 51)), 32, 8)[30]
        error, near = (told - edge)[places], np.abs(fine[places]) < 32
        ratio = np.sqrt(out[near].mean() / np.mean(error[near] ** 2))
        assert least < ratio < 1.2
        assert out[np.abs(fine[places]) > 120].max() < 1e-9


def test_noise_is_not_smearing():
    """Noise of chips that overlap: the mean of white noise over them."""
    from scipy.ndimage import uniform_filter

    noise = uniform_filter(np.random.default_rng(0).normal(size=(400, 400)), 4)[2:-2, 2:-2]
    noise /= noise.std()
    out = smearing(noise, np.ones(noise.shape), 32, 8)
    assert out.mean() < 0.2
    assert smearing(noise, np.zeros(noise.shape), 32, 8).mean() > 0.25  # what is taken off
    margin = smearing_margin(32, 8)
    part = smearing(noise[100 - margin : 140 + margin], np.ones((40 + 2 * margin, 396)), 32, 8)
    np.testing.assert_allclose(part[margin:-margin], out[100:140], rtol=1e-4, atol=1e-6)
