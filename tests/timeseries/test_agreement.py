# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of paired rates against SciPy, plain formulas, and coverage by simulation."""

import numpy as np
import pytest
from groundshift.algorithms.timeseries.agreement import (
    agreement,
    combined_std,
    deming_line,
    least_squares_line,
    overall_class,
    point_class,
    series_class,
)
from scipy import odr, stats

RNG = np.random.default_rng(4)
GROUND = RNG.normal(0, 0.02, 30)
INSAR = 0.9 * GROUND + 0.003 + RNG.normal(0, 0.004, 30)


def test_bias_rmse_and_correlation_are_what_they_are_called():
    result = agreement(INSAR, GROUND)
    d = INSAR - GROUND
    assert result.bias == pytest.approx(d.mean())
    interval = stats.t.interval(0.95, 29, d.mean(), stats.sem(d))
    assert (result.bias_low, result.bias_high) == pytest.approx(interval)
    assert result.rmse**2 == pytest.approx(result.bias**2 + result.rmse_unbiased**2)
    r = stats.pearsonr(INSAR, GROUND)
    assert result.correlation == pytest.approx(r[0])
    interval = r.confidence_interval()
    assert (result.correlation_low, result.correlation_high) == pytest.approx(tuple(interval))
    assert result.nrmse_range == pytest.approx(result.rmse / (GROUND.max() - GROUND.min()))


def test_least_squares_is_scipys():
    line, plain = least_squares_line(GROUND, INSAR), stats.linregress(GROUND, INSAR)
    t = stats.t.ppf(0.975, 28)
    assert line.slope == pytest.approx(plain.slope)
    assert line.slope_high - line.slope == pytest.approx(t * plain.stderr)
    assert line.intercept == pytest.approx(plain.intercept)
    assert line.intercept - line.intercept_low == pytest.approx(t * plain.intercept_stderr)


@pytest.mark.parametrize("ratio", [1.0, 0.25, 9.0])
def test_deming_is_orthogonal_distance_regression(ratio):
    line = deming_line(GROUND, INSAR, ratio)
    data = odr.RealData(GROUND, INSAR, sx=np.ones(30), sy=np.sqrt(ratio) * np.ones(30))
    fit = odr.ODR(data, odr.unilinear, beta0=[1.0, 0.0], sstol=1e-14, partol=1e-14).run()
    assert line.slope == pytest.approx(fit.beta[0], rel=1e-6)
    assert line.intercept == pytest.approx(fit.beta[1], rel=1e-4)


def test_deming_holds_the_slope_where_least_squares_flattens_it():
    rng = np.random.default_rng(9)
    inside, flat, steep = 0, [], []
    for _ in range(400):
        true = rng.normal(0, 5, 40)
        x, y = true + rng.normal(0, 3, 40), true + rng.normal(0, 3, 40)
        line = deming_line(x, y, 1.0)
        inside += line.slope_low <= 1 <= line.slope_high
        steep.append(line.slope)
        flat.append(least_squares_line(x, y).slope)
    assert np.median(steep) == pytest.approx(1, abs=0.05)
    assert np.median(flat) == pytest.approx(25 / 34, abs=0.05)
    assert inside / 400 == pytest.approx(0.95, abs=0.04)


def test_the_jackknife_by_groups_comes_to_the_same():
    rng = np.random.default_rng(1)
    x = rng.normal(0, 1, 1000)
    y = x + rng.normal(0, 0.2, 1000)
    line = deming_line(x, y, 1.0)
    # Against the spread of the slope over new draws.
    slopes = [
        deming_line(x, x + rng.normal(0, 0.2, 1000), 1.0).slope for _ in range(60)
    ]  # fmt: skip
    assert (line.slope_high - line.slope_low) / 2 / 1.97 == pytest.approx(np.std(slopes), rel=0.3)


@pytest.mark.parametrize("count", [1, 2])
def test_few_pairs_have_a_bias_and_no_line(count):
    result = agreement(INSAR[:count], GROUND[:count])
    assert np.isfinite(result.bias) and np.isnan(result.correlation)
    assert result.least_squares is None and result.deming is None and result.overall == ""


def test_stations_that_all_say_the_same_have_no_line():
    result = agreement(INSAR, np.zeros(30))
    assert result.least_squares is None and np.isnan(result.nrmse_range)


@pytest.mark.parametrize("factor, word", [(1.0, "agree"), (0.5, "too small"), (2.0, "larger than")])
def test_the_error_bars_are_told_honest_or_not(factor, word):
    rng = np.random.default_rng(2)
    truth = rng.normal(0, 0.02, 300)
    insar = truth + rng.normal(0, 0.003, 300)
    ground = truth + rng.normal(0, 0.001, 300)
    result = agreement(insar, ground, np.full(300, 0.003 * factor), np.full(300, 0.001 * factor))
    assert result.normalised_rms == pytest.approx(1 / factor, rel=0.1)
    assert word in result.honesty
    assert result.error_ratio == pytest.approx(9)


def test_half_the_honest_sets_are_not_called_liars():
    rng = np.random.default_rng(3)
    called = 0
    for _ in range(300):
        d = rng.normal(0, 2, 12)
        d = d - d.mean()  # the reference has taken the mean out
        result = agreement(d, np.zeros(12), np.full(12, 2.0), estimated=1)
        called += "agree" not in result.honesty
    assert called / 300 == pytest.approx(0.05, abs=0.03)


def test_an_unknown_error_counts_as_none_and_two_as_unknown():
    np.testing.assert_allclose(combined_std([3.0, np.nan, np.nan], [4.0, 2.0, np.nan])[:2], [5, 2])
    assert np.isnan(combined_std([np.nan], [np.nan]))[0]


def test_classes():
    mm = np.array([0.5, -2.0, 2.1, -5.1, 40.0, np.nan]) * 1e-3
    assert list(point_class(mm)) == ["A", "A", "B", "C", "D", ""]
    assert overall_class(0.001, 0.05, 0.99, np.nan) == "A"
    assert overall_class(0.008, 0.05, 0.9, np.nan) == "B"
    assert overall_class(0.001, 0.05, -0.99, np.nan) == "D"
    assert overall_class(0.001, 0.003, 0.1, np.nan) == "A"  # ground at rest: no correlation asked
    assert overall_class(0.004, 0.003, np.nan, np.nan) == "B"
    assert series_class(0.001, 0.1, 0.99) == "A" and series_class(0.001, 0.0, 0.9) == ""
