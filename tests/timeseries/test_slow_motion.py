# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Corrections that follow the ground, where most of the ground moves: rates must survive."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.timeseries.correction import (
    CorrectionBlock,
    Referenced,
    Scene,
    Selection,
    find_limits,
    linear_rate,
)
from groundshift.algorithms.timeseries.ramps import RampCorrection
from groundshift.algorithms.timeseries.slow_motion import (
    follows_motion,
    guarded,
    prepared,
    rate_change,
    without_slow_motion,
)
from groundshift.algorithms.timeseries.troposphere import HeightCorrection
from groundshift.algorithms.timeseries.troposphere_windows import WindowedHeightCorrection
from scipy.ndimage import gaussian_filter

SHAPE = (40, 60)
DATES = np.datetime64("2018-01-05") + 12 * np.arange(50)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
ROWS, COLS = np.mgrid[: SHAPE[0], : SHAPE[1]]
AWAY = np.hypot(ROWS - 20, COLS - 30)
EDIFICE = 0.02 * np.exp(-((AWAY / 14) ** 2))
HALF = -0.02 / (1 + np.exp(-(COLS - 30) / 2.0))
SLIDE = np.where(np.hypot(ROWS - 8, COLS - 8) < 5, -0.05, 0.0)


def height(rng):
    return np.clip(2000 - 80 * AWAY, 100, None) + 200 * gaussian_filter(rng.normal(size=SHAPE), 4)


def scene_of(rate, seed, delay=True, decay=0.0):
    """Motion, a delay by height (or a ramp) that is drawn for every date, turbulence and noise."""
    rng = np.random.default_rng(seed)
    heights = height(rng)
    time = YEARS + decay * (1 - np.exp(-YEARS / 0.4))
    series = time[:, None, None] * rate + rng.normal(0, 1e-3, (len(DATES), *SHAPE))
    turbulence = gaussian_filter(rng.normal(size=series.shape), (0, 5, 5))
    series += 2e-3 * turbulence / turbulence.std()
    if delay:
        series += rng.normal(0, 1e-5, (len(DATES), 1, 1)) * heights
    else:
        series += rng.normal(0, 0.01, (len(DATES), 1, 1)) * (COLS / SHAPE[1])
    series -= series[0]
    series -= series[:, 1:2, 1:2]
    sample = CorrectionBlock(
        np.arange(SHAPE[0]), np.arange(SHAPE[1]), series.astype(np.float32),
        height=heights.astype(np.float32),
    )  # fmt: skip
    found = linear_rate(sample.displacement, YEARS)
    stable = find_limits(sample, found, Selection()).choose(sample, found)
    return Scene(DATES, np.zeros(len(DATES)), SHAPE, (100.0, 100.0)), replace(sample, stable=stable)


def corrected(correction, scene, sample, motion="auto"):
    """The series after the correction at the first pixel's reference, and what was said."""
    said = []
    estimate, judged = prepared(correction, scene, sample, motion, said.append)
    field = estimate(sample).field
    offset = (field - field[0])[:, 1, 1].astype(float)
    referenced = Referenced(estimate, 0, offset, np.ones(len(DATES), bool))
    if correction.guarded:
        referenced = guarded(referenced, judged, scene, False, said.append)
    return referenced.take_off(sample).displacement, said, referenced


def eaten(correction, rate, seed, motion="auto", **scene):
    """Share of the true rate that is gone, beside what the delay's own rate adds or takes."""
    rate = rate - rate[1, 1]
    parts = []
    for truth in (rate, -rate):  # the errors' own rate has one sign
        made = scene_of(truth, seed, **scene)
        after = linear_rate(corrected(correction, *made, motion)[0], YEARS)
        before = linear_rate(made[1].displacement, YEARS)
        parts.append(((before - after) * truth).sum() / (truth**2).sum())
    return np.mean(parts)


@pytest.mark.parametrize(
    "correction, rate, delay, least",
    [
        (HeightCorrection(), EDIFICE, True, 0.6),
        (WindowedHeightCorrection(3000.0), EDIFICE, True, 0.6),
        (RampCorrection(1), HALF, False, 0.6),
    ],
    ids=["height", "windows", "ramp"],
)
def test_broad_motion_is_not_taken_for_an_error(correction, rate, delay, least):
    seeds = range(2)
    taken = [eaten(correction, rate, seed, "take", delay=delay) for seed in seeds]
    kept = [eaten(correction, rate, seed, delay=delay) for seed in seeds]
    assert min(taken) > least, "what the fit alone eats"
    assert np.abs(kept).max() < 0.02
    made = scene_of(rate, 0, delay=delay)
    assert any("goes on steadily" in text for text in corrected(correction, *made)[1])


def test_motion_that_slows_down_is_kept_too():
    assert abs(eaten(HeightCorrection(), EDIFICE, 3, decay=2.0)) < 0.03


@pytest.mark.parametrize("rate", [SLIDE, 0 * SLIDE], ids=["landslide", "still"])
def test_the_delays_own_rate_is_still_taken_where_the_ground_is_still(rate):
    before, after, told = [], [], 0
    for seed in range(8):
        made = scene_of(rate, seed)
        series, said, referenced = corrected(HeightCorrection(), *made)
        told += any("goes on steadily" in text for text in said)
        truth = rate - rate[1, 1]
        before.append(np.sqrt(np.mean((linear_rate(made[1].displacement, YEARS) - truth) ** 2)))
        after.append(np.sqrt(np.mean((linear_rate(series, YEARS) - truth) ** 2)))
        assert rate_change(referenced, made[1], made[0]) > 0
    assert told <= 2
    assert np.mean(after) < 0.75 * np.mean(before)


def test_chance_is_called_motion_as_rarely_as_said():
    rng = np.random.default_rng(5)
    pattern = rng.normal(size=(2, 300))
    told = [
        follows_motion(rng.normal(size=(len(DATES), 2)) @ pattern, DATES, 0) for _ in range(300)
    ]
    assert np.mean(told) < 0.10
    steady = rng.normal(size=(len(DATES), 2)) + 2.0 * YEARS[:, None]
    assert follows_motion(steady @ pattern, DATES, 0)
    season = 3 * np.sin(2 * np.pi * YEARS)[:, None] + rng.normal(size=(len(DATES), 2))
    assert not follows_motion(season @ pattern, DATES, 0)
    assert not follows_motion(np.zeros((len(DATES), 300)), DATES, 0)
    assert not follows_motion(rng.normal(size=(4, 300)), DATES[:4], 0)


def test_slow_motion_passes_through_the_reference_date():
    series = np.broadcast_to((YEARS - YEARS[7])[:, None, None] * 0.01, (len(DATES), 2, 2)).copy()
    series[:, 1, 1] += 0.004
    series[3, 0, 0] = np.nan
    left = without_slow_motion(series.astype(np.float32), DATES, 7)
    np.testing.assert_allclose(left[:, 0, 1], 0, atol=1e-6)
    np.testing.assert_allclose(left[:, 1, 1], 0.004, atol=1e-6)
    assert np.isnan(left[3, 0, 0]) and np.isfinite(left[4, 0, 0])
    few = series[:2].astype(np.float32)
    np.testing.assert_array_equal(without_slow_motion(few, DATES[:2], 0), few)


def test_pixels_that_only_the_delay_moves_become_stable():
    """A plain with a volcano: the delay's own rate is seen on the volcano alone."""
    rng = np.random.default_rng(6)
    heights = np.where(AWAY < 10, 2000 - 150 * AWAY, 100) + 30 * rng.random(SHAPE)
    coefficients = -1e-5 * YEARS + rng.normal(0, 4e-6, len(DATES))
    series = coefficients[:, None, None] * heights + rng.normal(0, 2e-3, (len(DATES), *SHAPE))
    slide = np.zeros(SHAPE, bool)
    slide[2:8, 2:12] = True
    series[:, slide] += 0.05 * YEARS[:, None]
    series = (series - series[0]).astype(np.float32)
    sample = CorrectionBlock(
        np.arange(SHAPE[0]), np.arange(SHAPE[1]), series, height=heights.astype(np.float32)
    )
    rate = linear_rate(series, YEARS)
    first = find_limits(sample, rate, Selection()).choose(sample, rate)
    sample = replace(sample, stable=first)
    scene = Scene(DATES, np.zeros(len(DATES)), SHAPE, (100.0, 100.0))
    high = heights > 600
    assert first[high].mean() < 0.05, "by their rates in the series"
    estimate, judged = prepared(HeightCorrection(), scene, sample, "take", print)
    assert judged.stable[high].mean() > 0.9 and not judged.stable[slide].any()
    once = HeightCorrection().prepare(scene, sample)
    errors = []
    for found in (once, estimate):
        left = found(sample).field - (coefficients[:, None, None] * heights)
        errors.append(np.std(linear_rate(left.astype(np.float32), YEARS)))
    assert errors[1] < 0.5 * errors[0]
