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
