# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers of a report."""

import numpy as np
import pytest
from groundshift.algorithms.areas.report import describe_series, summarise, worst_points
from hypothesis import example, given, settings
from hypothesis import strategies as st

NAN = np.nan


def days(count, step=12):
    return np.datetime64("2020-01-01") + np.arange(count) * np.timedelta64(step, "D")


def years(dates):
    return (dates - dates[0]).astype(float) / 365.25


def test_summary_of_known_rates():
    rates = np.array([-20, -10, 0, 1, 2, 3, NAN, 4]) / 1e3
    summary = summarise(rates, np.array([1, 2, NAN, 3, NAN, NAN, 9, NAN]) / 1e3, 0.010)
    assert summary.count == 7 and (summary.away, summary.towards) == (2, 0)
    assert summary.mean == pytest.approx(-20e-3 / 7)
    assert summary.median == pytest.approx(1e-3)
    assert summary.robust_std == pytest.approx(1.4826 * 2e-3)
    assert (summary.lowest, summary.highest) == (-0.020, 0.004)
    assert summary.median_std == pytest.approx(2e-3)


@example([0.0, 5e-324], 2)
@given(st.lists(st.floats(-1, 1), min_size=1, max_size=50), st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_every_point_is_in_the_histogram(rates, bins):
    rates = np.array(rates)
    summary = summarise(rates, np.full(len(rates), NAN), 0.1, bins)
    assert summary.histogram.sum() == len(rates) and len(summary.histogram) == bins
    assert (np.diff(summary.edges) > 0).all()
    assert np.isnan(summary.median_std)


def test_a_noisy_point_does_not_lead():
    velocity, std = np.array([-30.0, 25.0, 40.0, NAN, 1.0]), np.array([1.0, 1.0, 19.0, 0.0, 0.6])
    xy = np.arange(10.0).reshape(5, 2) * 1000
    assert worst_points(velocity, std, xy, 5, 0.0).tolist() == [0, 1, 2]
    assert worst_points(velocity, std, xy, 5, 0.0, factor=0.0).tolist() == [2, 0, 1, 4]
    assert worst_points(velocity, np.full(5, NAN), xy, 2, 0.0).tolist() == [2, 0]
    assert worst_points(velocity, std, xy, 0, 0.0).tolist() == []


@given(st.integers(0, 2**31), st.integers(1, 12), st.floats(0, 400))
@settings(max_examples=40, deadline=None)
def test_worst_points_lie_apart_and_no_better_one_was_passed_over(seed, count, separation):
    random = np.random.default_rng(seed)
    xy, velocity = random.uniform(0, 1000, (60, 2)), random.normal(0, 10, 60)
    std = random.uniform(0, 4, 60)
    chosen = worst_points(velocity, std, xy, count, separation)
    score = np.abs(velocity) - 2 * std
    assert len(set(chosen.tolist())) == len(chosen) <= count
    distance = np.hypot(*(xy[:, None] - xy[chosen][None]).transpose(2, 0, 1))
    for k in range(1, len(chosen)):
        assert distance[chosen[k], :k].min() >= separation
    last = score[chosen[-1]] if len(chosen) == count else 0.0
    passed = np.setdiff1d(np.flatnonzero(score > last), chosen)
    assert (distance[passed].min(axis=1) < separation).all() if len(passed) else True


def test_the_line_is_that_of_numpy():
    dates = days(60)
    values = 0.02 * years(dates) + np.random.default_rng(1).normal(0, 2e-3, 60)
    values[[3, 17]] = NAN
    known = np.isfinite(values)
    (slope, offset), cov = np.polyfit(years(dates)[known], values[known], 1, cov=True)
    summary = describe_series(dates, values)
    assert summary.rate == pytest.approx(slope) and summary.offset == pytest.approx(offset)
    assert summary.rate_std == pytest.approx(np.sqrt(cov[0, 0]))
    assert summary.total == pytest.approx(slope * np.ptp(years(dates)[known]))
    residuals = values - offset - slope * years(dates)
    assert summary.rms == pytest.approx(np.sqrt(np.nanmean(residuals**2)))


@pytest.mark.parametrize(
    ("earlier", "recent", "change"),
    [(-0.01, -0.05, "faster"), (0.05, 0.01, "slower"), (0.03, -0.03, "turned"),
     (0.02, 0.02, "no sure change")],
)  # fmt: skip
def test_a_change_of_the_rate_is_seen(earlier, recent, change):
    dates = days(90)
    t = years(dates)
    bend = t[-1] - 365 / 365.25
    values = earlier * np.minimum(t, bend) + recent * np.maximum(t - bend, 0)
    summary = describe_series(dates, values + np.random.default_rng(5).normal(0, 1e-3, 90))
    assert summary.change == change
    assert summary.recent == pytest.approx(recent, abs=3 * summary.recent_std + 1e-3)
    assert summary.earlier == pytest.approx(earlier, abs=3 * summary.earlier_std + 1e-3)


def test_pure_noise_seldom_has_a_change():
    random, dates = np.random.default_rng(7), days(80)
    said = [describe_series(dates, random.normal(0, 5e-3, 80)).change for _ in range(400)]
    assert said.count("no sure change") > 390  # three standard deviations: 0.3 % are wrong


def test_short_series_say_nothing_of_late():
    summary = describe_series(days(20), np.linspace(0, 0.02, 20))  # 228 days: no date before
    assert summary.change == "" and np.isnan(summary.recent)
    assert summary.rate == pytest.approx(0.02 / (228 / 365.25))


@pytest.mark.parametrize("known", [0, 1])
def test_series_without_values(known):
    values = np.full(30, NAN)
    values[:known] = 0.01
    summary = describe_series(days(30), values)
    assert np.isnan(summary.rate) and summary.change == ""
