# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the default of the velocity model promises, on noise that it did not make itself."""

import numpy as np
import pytest
from groundshift.algorithms.timeseries.coloured import (
    WHITE,
    MarkovNoise,
    estimate_noise,
    rate_inflation,
)
from groundshift.algorithms.timeseries.motion import (
    MotionOptions,
    SeriesBlock,
    make_fit,
    scene_noise,
)
from groundshift.algorithms.timeseries.steps import StepSearch
from groundshift.algorithms.timeseries.transients import Transient
from groundshift.algorithms.timeseries.velocity import PairNoise, VelocityModel, fit

PIXELS = 600
STEP_DAYS = 6


def regular(count):
    return 12 * np.arange(count)


def irregular(count):
    gaps = np.random.default_rng(count).choice([6, 12, 12, 18, 24, 48], count - 1)
    return np.concatenate([[0], np.cumsum(gaps)])


def power_law(days, index, rng, pixels=PIXELS):
    """Fractionally integrated white noise (Hosking 1981) on a grid of six days, at some of them."""
    grid = np.arange(0, days[-1] + STEP_DAYS, STEP_DAYS)
    weights = np.ones(len(grid))
    for k in range(1, len(grid)):
        weights[k] = weights[k - 1] * (k - 1 - index / 2) / k
    white = rng.normal(size=(len(grid), pixels))
    spectrum = np.fft.rfft(weights, 2 * len(grid))[:, None] * np.fft.rfft(white, 2 * len(grid), 0)
    return np.fft.irfft(spectrum, axis=0)[np.searchsorted(grid, days)]


def autoregressive(days, rng):
    series = rng.normal(size=(len(days), PIXELS))
    for k in range(1, len(days)):
        kept = np.exp(-(days[k] - days[k - 1]) / 40.0)
        series[k] = kept * series[k - 1] + np.sqrt(1 - kept**2) * series[k]
    return series


def drawn(kind, days, seed=1):
    rng = np.random.default_rng(seed)
    if kind == "white":
        return rng.normal(size=(len(days), PIXELS))
    if kind == "ar1":
        return autoregressive(days, rng)
    if kind == "walk":
        return rng.normal(size=(len(days), PIXELS)) + 0.5 * power_law(days, -2.0, rng)
    return power_law(days, -1.0, rng)


@pytest.mark.parametrize(
    "kind, days",
    [("white", regular(30)), ("ar1", regular(30)), ("flicker", irregular(60)),
     ("walk", irregular(60)), ("flicker", regular(110))],
    ids=lambda value: value if isinstance(value, str) else len(value),
)  # fmt: skip
def test_errors_and_false_steps_are_as_promised_by_default(kind, days):
    series = drawn(kind, days)
    dates = np.datetime64("2017-01-03") + days
    model, options = VelocityModel(), MotionOptions(steps=StepSearch(level=0.01))
    noise = scene_noise(series, model, dates, options)
    block = SeriesBlock(series[:, None], None)
    found = make_fit(model, dates, options, None, noise)(block)
    plain = make_fit(model, dates, MotionOptions(), None, noise)(block)
    rate, std = plain.model[2:4, 0]
    assert 0.85 < np.std(rate / std) < 1.15
    assert (found.steps[0] > 0).mean() < 0.03
    if len(days) == 60:
        white = make_fit(model, dates, options, None, WHITE)(block)
        assert (white.steps[0] > 0).mean() > 0.1, "what the default was before"


def test_atmosphere_that_a_small_scene_shares_is_no_colour():
    """White in time, but the same at all pixels up to smooth weights: seen once, not 300 times."""
    days = regular(40)
    dates = np.datetime64("2017-01-03") + days
    white = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        place = np.linspace(-1, 1, PIXELS)
        air = rng.normal(size=(len(days), 2)) @ np.stack([np.ones(PIXELS), place])
        series = air + rng.normal(0, 0.3, air.shape)
        white.append(scene_noise(series, VelocityModel(), dates).is_white)
    assert all(white)


def test_colour_that_a_scene_shares_is_one_where_the_dates_show_it():
    days = regular(100)
    dates = np.datetime64("2017-01-03") + days
    rng = np.random.default_rng(5)
    air = power_law(days, -2.0, rng)[:, :2] @ np.stack(
        [np.ones(PIXELS), np.linspace(-1, 1, PIXELS)]
    )
    series = air + rng.normal(0, 0.3, air.shape)
    assert not scene_noise(series, VelocityModel(), dates).is_white


def test_a_gain_in_between_is_a_power_law():
    days = regular(100)
    years = days / 365.25
    matrix = np.stack([np.ones(len(days)), years], axis=1)
    series = power_law(days, -1.5, np.random.default_rng(2))
    noise = estimate_noise(series, matrix, years, "auto")
    assert noise.kind == "power_law" and noise.index == pytest.approx(-1.5, abs=0.2)
    assert "power law of index -1." in noise.describe()


def test_pixels_that_move_otherwise_do_not_colour_the_rest():
    days = regular(80)
    dates = np.datetime64("2017-01-03") + days
    series = drawn("white", days)
    series[40:, : PIXELS // 5] += 8.0
    assert scene_noise(series, VelocityModel(), dates).is_white


def test_what_is_searched_for_is_no_noise():
    days = regular(80)
    dates = np.datetime64("2017-01-03") + days
    series = drawn("white", days)
    jumped = series + 8.0 * (days > 400)[:, None]
    options = MotionOptions(steps=StepSearch())
    assert scene_noise(jumped, VelocityModel(), dates, options).is_white
    model = VelocityModel(transients=(Transient("log", dates[30]),))
    slipped = series + 5.0 * np.log1p(np.maximum(days - days[30], 0) / 60.0)[:, None]
    assert scene_noise(slipped, model, dates).is_white
    assert not scene_noise(slipped, VelocityModel(), dates).is_white


def test_noise_of_the_pairs_is_told_from_colour():
    days = regular(60)
    dates = np.datetime64("2017-01-03") + days
    rng = np.random.default_rng(3)
    covariance = np.minimum.outer(days, days) / days.mean()  # of pairs of neighbouring dates alone
    scale = rng.uniform(0.1, 4.0, PIXELS)
    root = np.linalg.cholesky(covariance[1:, 1:])
    series = rng.normal(size=(len(days), PIXELS))
    series[1:] += np.sqrt(scale) * (root @ rng.normal(size=(len(days) - 1, PIXELS)))
    pairs = PairNoise(covariance)
    assert scene_noise(series, VelocityModel(), dates, None, pairs, scale).is_white
    assert not scene_noise(series, VelocityModel(), dates).is_white
    coloured = drawn("ar1", days)
    assert not scene_noise(coloured, VelocityModel(), dates, None, pairs, 1e-3 * scale).is_white


def test_inflated_errors_of_a_plain_rate_are_honest():
    days = irregular(60)
    years = days / 365.25
    truth = MarkovNoise("flicker", np.inf, 0.5)
    rng = np.random.default_rng(4)
    series = np.linalg.cholesky(truth.covariance(years)) @ rng.normal(size=(len(days), 4000))
    result = fit(series, np.stack([np.ones(len(days)), years], axis=1))
    spread = (result.coefficients[1] / result.std[1]).std()
    assert spread > 1.5
    inflation = rate_inflation(truth, years, np.ones(len(days)))
    assert spread / np.sqrt(inflation) == pytest.approx(1.0, abs=0.06)
    assert rate_inflation(WHITE, years, rng.uniform(0.5, 2, len(days))) != pytest.approx(inflation)
    assert rate_inflation(WHITE, years, np.ones(len(days))) == pytest.approx(1.0)


def test_few_points_and_few_dates_do():
    days = regular(40)
    dates = np.datetime64("2017-01-03") + days
    assert scene_noise(drawn("ar1", days)[:, :4], VelocityModel(), dates).kind != "white"
    short = dates[:3]
    assert scene_noise(drawn("white", days)[:3, :1] * 0, VelocityModel(), short).is_white
