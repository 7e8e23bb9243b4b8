# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From unwrapped phases to series."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers import ps_series
from groundshift.algorithms.timeseries.apsfilter import time_operator
from groundshift.algorithms.timeseries.velocity import VelocityModel
from hypothesis import given, settings
from hypothesis import strategies as st

DATES = np.datetime64("2020-01-05") + 12 * np.arange(24)
YEARS = (DATES - DATES[0]).astype(float) / 365.25


def test_the_reference_image_is_in_the_middle():
    assert ps_series.choose_reference(DATES, np.zeros(24), 0.0555) in (11, 12)
    assert ps_series.choose_reference(DATES, np.full(24, np.nan), 0.0555) in (11, 12)
    baseline = np.full(24, 500.0)
    baseline[5] = baseline[:5] = 0.0
    baseline[11:13] = -900.0
    assert ps_series.choose_reference(DATES, baseline, 0.0555) not in (11, 12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 999))
def test_series_are_put_together_from_pairs(seed):
    rng = np.random.default_rng(seed)
    truth = np.cumsum(rng.normal(0, 2.5, (10, 7)), axis=0)
    wrapped = ps_series.wrap(truth).astype(np.float32)
    pairs = ps_series.next_pairs(10)
    unwrapped = truth[pairs[:, 1]] - truth[pairs[:, 0]]
    found = ps_series.integrate(unwrapped, pairs, wrapped)
    np.testing.assert_allclose(found, truth - truth[0], atol=1e-4)
    cycles = (found - (wrapped - wrapped[0])) / (2 * np.pi)
    np.testing.assert_allclose(cycles, np.rint(cycles), atol=1e-6)


def test_rate_and_height_are_told_apart():
    rng = np.random.default_rng(0)
    baseline = rng.normal(0, 100, 24)
    rate, slope = rng.normal(0, 0.02, 400), rng.normal(0, 1e-5, 400)
    series = rate * YEARS[:, None] + slope * baseline[:, None] + rng.normal(0, 2e-3, (24, 400))
    model = ps_series.motion_model(DATES, baseline)
    assert model.has_height
    found = ps_series.fit_points(series, model)
    for error, std in (
        (found.velocity - rate, found.velocity_std), (found.slope - slope, found.slope_std),
    ):  # fmt: skip
        assert np.sqrt(np.mean((error / std) ** 2)) == pytest.approx(1.0, abs=0.12)
    cleaned = series - found.slope * baseline[:, None]
    wave = 0.01 * np.sin(7 * YEARS)[:, None]  # what all share
    noise = ps_series.arc_residuals(cleaned + wave, model, (np.arange(399), np.arange(1, 400)))
    assert np.median(noise) == pytest.approx(2e-3 * np.sqrt(2), rel=0.1)
    cleaned[:12, 5] += 0.0555 / 2  # a cycle
    noise = ps_series.arc_residuals(cleaned, model, (np.array([4, 7]), np.array([5, 8])))
    assert noise[0] > 2.5 * noise[1]


def test_coherence_of_noise():
    noise = np.random.default_rng(0).normal(0, 3e-3, 200_000)
    expected = np.abs(np.exp(4j * np.pi / 0.0555 * noise).mean())
    assert ps_series.coherence_of(3e-3, 0.0555) == pytest.approx(expected, abs=2e-3)


@pytest.mark.parametrize("baseline", [np.zeros(24), np.full(24, np.nan), 50.0 * YEARS])
def test_no_height_where_baselines_do_not_tell(baseline):
    model = ps_series.motion_model(DATES, baseline)
    assert not model.has_height
    found = ps_series.fit_points(0.01 * YEARS[:, None] * np.ones((24, 3)), model)
    np.testing.assert_allclose(found.velocity, 0.01)
    assert np.isnan(found.slope).all()


def test_ground_at_rest_is_the_reference():
    rng = np.random.default_rng(1)
    velocity = np.concatenate([rng.normal(0.003, 5e-4, 300), rng.uniform(-0.08, 0, 250)])
    velocity[::50] = np.nan
    found = ps_series.stable_points(velocity, rng.random(550))
    assert found.sum() > 50
    assert velocity[found].mean() == pytest.approx(0.003, abs=1e-3)
    assert not found[::50].any()


def test_atmosphere_is_the_weighted_mean_of_neighbours():
    rng = np.random.default_rng(2)
    xy = rng.uniform(0, 6000, (3000, 2))
    air = np.stack([np.sin(xy[:, 0] / 2500 + t) * np.cos(xy[:, 1] / 3000 - t) for t in range(24)])
    air *= rng.normal(0, 0.01, (24, 1))
    series = air + 0.02 * YEARS[:, None] + rng.normal(0, 1e-3, air.shape)
    operator = time_operator(DATES, VelocityModel(), "gaussian", 40.0)
    grid = ps_series.atmosphere_grid(xy, 500.0)
    count = np.bincount(grid.cell, minlength=grid.shape[0] * grid.shape[1]).astype(float)
    field = grid.smooth(grid.sums(series), count, lambda mean: operator @ mean)
    found = grid.at_points(field, 0, 3000)
    some = rng.choice(3000, 60, replace=False)
    for i in some:
        weight = np.exp(-0.5 * ((xy - xy[i]) ** 2).sum(axis=1) / 500.0**2)
        expected = operator @ (series @ weight / weight.sum())
        np.testing.assert_allclose(found[:, i], expected, atol=7e-4)
    # No rate is in it.
    rate = np.polyfit(YEARS, found, 1)[0]
    assert np.abs(rate).max() < 1e-6
    # In parts it is the same.
    parts = grid.sums(series[:, :1000]) + grid.sums(series[:, 1000:], 1000)
    np.testing.assert_allclose(parts, grid.sums(series), atol=1e-12)
    np.testing.assert_array_equal(grid.at_points(field, 1000, 500), found[:, 1000:1500])
