# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of an interferogram behind sharp borders, and what only looks like them."""

import numpy as np
import pytest
from groundshift.algorithms.detection import _borders_kernel as kernel
from groundshift.algorithms.detection.borders import borders_of, sharp_parts
from groundshift.algorithms.detection.steady import SteadyRate, long_pairs
from scipy.ndimage import gaussian_filter, generic_filter

TURN = 2 * np.pi
SHAPE = (90, 110)
ROWS, COLS = np.indices(SHAPE)
DISK = np.hypot(ROWS - 40, COLS - 60) < 15


def ground(noise=0.3, seed=0):
    """Smooth atmosphere and noise."""
    rng = np.random.default_rng(seed)
    field = gaussian_filter(rng.normal(size=SHAPE), 10)
    return (2.5 * field / field.std() + noise * rng.normal(size=SHAPE)).astype(np.float32)


def found(plane, gap=3, share=0.8):
    return sharp_parts(plane.astype(np.float32), 25, gap, share)


def test_smoothing_is_the_median_of_what_is_known():
    plane = ground()
    plane[np.random.default_rng(1).random(SHAPE) < 0.2] = np.nan
    soft = np.empty(SHAPE, np.float32)
    kernel.smooth(plane, np.ones(SHAPE, bool), soft)

    def middle(values):
        known = np.sort(values[np.isfinite(values)])
        return known[(len(known) - 1) // 2] if len(known) else np.nan

    expected = generic_filter(plane, middle, 3, mode="constant", cval=np.nan)
    expected[np.isnan(plane)] = np.nan
    np.testing.assert_array_equal(soft, expected.astype(np.float32))


@pytest.mark.parametrize("cycles", [1, -1, 2])
@pytest.mark.parametrize("noise", [0.0, 0.6])
def test_a_part_is_found_whole(cycles, noise):
    parts = found(ground(noise) - TURN * cycles * DISK)
    assert (parts[DISK] == cycles).mean() > 0.97 and (parts[~DISK] != 0).mean() < 0.005


def test_an_island_across_a_gap_and_parts_inside_of_parts():
    river = np.abs(np.hypot(ROWS - 40, COLS - 60) - 17) < 2.5
    inner = np.hypot(ROWS - 40, COLS - 60) < 8
    plane = ground() - TURN * (np.hypot(ROWS - 40, COLS - 60) < 17) - TURN * inner
    plane[river] = np.nan
    parts = found(plane)
    assert (parts[inner] == 2).mean() > 0.97 and (parts[DISK & ~inner] == 1).mean() > 0.9
    assert not parts[river].any() and not found(plane, gap=0)[~inner & ~DISK].any()


@pytest.mark.parametrize(
    "real",
    [
        TURN * np.exp(-(((ROWS - 40) ** 2 + (COLS - 60) ** 2) / 200)),  # tapers
        np.where((ROWS > 40) & (COLS < 70), TURN * np.sqrt(np.clip(70 - COLS, 0, 60) / 60), 0),
        1.5 * TURN * DISK,  # closed and sharp, but no whole cycles
        TURN * DISK * (1 + 0.8 * np.sin(np.arctan2(ROWS - 40, COLS - 60) * 2)),  # its height varies
    ],
    ids=["taper", "fault", "half", "varies"],
)  # fmt: skip
def test_motion_is_left_alone(real):
    assert not found(ground() + real).any()


def test_borders_say_how_sharp_they_are():
    plane = ground() - TURN * DISK
    (border,) = borders_of(plane, DISK.astype(np.int32), [1])
    assert border.cycles == pytest.approx(-1, abs=0.05) and border.share > 0.97
    assert border.odds > 50
    (none,) = borders_of(ground(), DISK.astype(np.int32), [1])
    assert none.share < 0.05 and none.odds < 0
    (lone,) = borders_of(np.where(DISK, plane, np.nan), DISK.astype(np.int32), [1])
    assert lone.steps == 0 and np.isnan(lone.share)


def test_neighbouring_regions_do_not_spoil_each_other():
    right = DISK & (COLS >= 60)
    labels = np.where(right, 2, DISK).astype(np.int32)
    both = borders_of(ground() - TURN * (DISK + 0.0 + right), labels, [1, 2])
    assert [one.cycles for one in both] == pytest.approx([-1, -2], abs=0.05)
    assert min(one.share for one in both) > 0.95


def test_the_steady_rate_is_blind_to_steps_and_seasons():
    years = np.arange(0, 4, 12 / 365.25)
    pairs = long_pairs(years)
    wave = 0.02 * np.sin(TURN * years)
    series = 0.03 * years + wave + 0.1 * (years > 2.1)
    series = np.tile(series[:, None, None], (1, 2, 3)).astype(np.float32)
    series[5, 0, 0] = np.nan
    series[:, 1, 2] = np.nan
    rate = SteadyRate(pairs, np.diff(years[pairs], axis=1)[:, 0])(series)
    np.testing.assert_allclose(rate.ravel()[:5], 0.03, atol=2e-3)
    assert rate[1, 2] == 0
