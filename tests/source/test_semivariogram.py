# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Semivariograms of known fields, and covariances of cells against averages of pixels."""

import numpy as np
import pytest
from groundshift.algorithms.data.semivariogram import empirical, own_correlation
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.moments import Layout
from groundshift.algorithms.source.pages.downsample import semivariogram_svg
from groundshift.algorithms.source.semivariogram import (
    Semivariogram,
    cell_covariance,
    cell_std,
    draw_pairs,
    far_counts,
    fit_semivariogram,
)


def exponential_field(size, step, sill, reach, rng):
    """A stationary field by the FFT of its covariance on a torus of twice the size."""
    around = np.minimum(np.arange(2 * size), 2 * size - np.arange(2 * size)) * step
    power = np.fft.fft2(sill * np.exp(-np.hypot(around[:, None], around) / reach)).real.clip(0)
    white = rng.normal(size=power.shape) + 1j * rng.normal(size=power.shape)
    return np.fft.fft2(np.sqrt(power) / (2 * size) * white).real[:size, :size]


def test_a_known_field_is_recovered():
    """Means over fields: a single one of a few ranges across varies by some 20 %."""
    layout, found = Layout(600, 600, (10, 10), (100.0, -100.0)), []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        z = exponential_field(600, 100.0, 1e-4, 3000.0, rng) + rng.normal(0, 4e-3, (600, 600))
        pairs = draw_pairs(np.full((60, 60), 100.0), layout, 60_000, 36e3, rng)
        apart = 100.0 * np.hypot(*(pairs[:, :2] - pairs[:, 2:]).T)
        difference = z[pairs[:, 0], pairs[:, 1]] - z[pairs[:, 2], pairs[:, 3]]
        model = fit_semivariogram(*empirical(apart, difference, 36e3, 100.0))
        found.append((model.nugget * 1e6, model.sill * 1e6, model.range))
        assert model.levels
    np.testing.assert_allclose(np.mean(found, axis=0), [16.0, 100.0, 3000.0], rtol=0.1)


def test_white_noise_has_no_sill():
    rng = np.random.default_rng(0)
    distance = np.geomspace(100, 3e4, 30)
    value = 25e-6 * (1 + rng.normal(0, 0.01, 30))
    model = fit_semivariogram(distance, value, np.full(30, 5000))
    np.testing.assert_allclose(model.nugget + model.sill, 25e-6, rtol=0.02)
    assert model.sill < 0.03 * model.nugget and model.levels


def test_what_does_not_level_off_is_told():
    distance = np.geomspace(100, 3e4, 30)
    assert not fit_semivariogram(distance, 1e-9 * distance, np.full(30, 5000)).levels


def test_pairs_start_where_there_is_data():
    layout = Layout(90, 120, (10, 10), (50.0, 50.0))
    count = np.zeros((9, 12))
    count[2, 3], count[7, 8] = 100, 50
    pairs = draw_pairs(count, layout, 3000, 2000.0, np.random.default_rng(0))
    cells = set(zip(pairs[:, 0] // 10, pairs[:, 1] // 10))
    assert cells == {(2, 3), (7, 8)}
    apart = 50 * np.hypot(pairs[:, 0] - pairs[:, 2], pairs[:, 1] - pairs[:, 3])
    assert apart.min() >= 50 and apart.max() < 2100
    again = draw_pairs(count, layout, 3000, 2000.0, np.random.default_rng(0))
    np.testing.assert_array_equal(pairs, again)


def test_far_cells_lie_beyond_the_radius():
    layout = Layout(100, 100, (10, 10), (100.0, -100.0))
    count = far_counts(np.ones((10, 10)), layout, (0.0, 0.0), 3000.0)
    x, y = layout.centres()
    np.testing.assert_array_equal(count > 0, np.hypot(x, y[:, None]) >= 3000)


def brute_mean(first, second, reach, nodes=40):
    """Mean correlation of two rectangles (x, y, width, height) on fine grids."""
    points = []
    for x, y, width, height in (first, second):
        t = (np.arange(nodes) + 0.5) / nodes - 0.5
        points.append(np.stack(np.meshgrid(x + t * width, y + t * height), -1).reshape(-1, 2))
    apart = np.linalg.norm(points[0][:, None] - points[1][None], axis=-1)
    return np.exp(-apart / reach).mean()


@pytest.mark.parametrize("size", [(300.0, 300.0), (3000.0, 1500.0), (9000.0, 9000.0)])
def test_own_correlation_is_the_mean_over_the_cell(size):
    expected = brute_mean((0, 0, *size), (0, 0, *size), 2500.0)
    # The brute mean holds pairs of a place with itself, a 1600th of all.
    assert abs(own_correlation(np.array([size]), 2500.0)[0] - expected) < 1e-3
    assert own_correlation(np.zeros((1, 2)), 2500.0)[0] == pytest.approx(1.0)


def test_covariances_are_means_over_both_cells():
    boxes = np.array([
        [0, 0, 1000, 1000], [1000, 0, 1000, 1000], [1500, 1500, 2000, 2000],
        [12000, -4000, 4e3, 4e3],
    ], float)  # fmt: skip
    covariance = cell_covariance(boxes[:, :2], boxes[:, 2:], np.full(4, 0.02), 1e-4, 3000.0)
    for i in range(4):
        for j in range(i):
            expected = 1e-4 * brute_mean(boxes[i], boxes[j], 3000.0)
            np.testing.assert_allclose(covariance[i, j], expected, rtol=2e-3)
    np.testing.assert_allclose(np.diag(covariance), 4e-4)
    np.testing.assert_allclose(covariance, covariance.T)


def test_points_have_the_plain_exponential():
    places = np.random.default_rng(0).uniform(0, 2e4, (30, 2))
    covariance = cell_covariance(places, np.zeros((30, 2)), np.full(30, 0.012), 1e-4, 5000.0)
    apart = np.linalg.norm(places[:, None] - places[None], axis=-1)
    expected = 1e-4 * np.exp(-apart / 5000) + (0.012**2 - 1e-4) * np.eye(30)
    np.testing.assert_allclose(covariance, expected, rtol=1e-12)


def test_std_of_a_simulated_cell():
    """The means of cells of simulated noise vary as it is said, and together as it is said."""
    rng, sill, nugget, reach = np.random.default_rng(5), 1e-4, 4e-4, 1500.0
    means = []
    for _ in range(400):
        z = exponential_field(32, 100.0, sill, reach, rng) + rng.normal(0, 0.02, (32, 32))
        means.append([z[:8, :8].mean(), z[:8, 8:16].mean(), z[16:, 16:].mean()])
    extent = np.array([[800.0, 800.0], [800.0, 800.0], [1600.0, 1600.0]])
    model = Semivariogram(nugget, sill, reach)
    std = cell_std(extent, np.array([64, 64, 256]), np.zeros(3), model)
    np.testing.assert_allclose(np.std(means, axis=0), std, rtol=0.1)
    places = np.array([[400.0, 400.0], [1200.0, 400.0], [2400.0, 2400.0]])
    covariance = cell_covariance(places, extent, std, sill, reach)
    measured = np.cov(np.array(means).T)
    np.testing.assert_allclose(measured[0, 1], covariance[0, 1], rtol=0.2)


def test_cells_that_scatter_more_are_less_certain():
    model = Semivariogram(1e-6, 1e-5, 3000.0)
    extent = np.full((2, 2), 500.0)
    calm, wild = cell_std(extent, np.array([25, 25]), np.array([0.001, 0.05]), model)
    assert wild > 2 * calm


def test_many_cells_much_larger_than_the_range_stay_definite():
    places = np.stack(np.meshgrid(np.arange(12), np.arange(12)), -1).reshape(-1, 2) * 8000.0
    extent = np.full((144, 2), 8000.0)
    std = np.sqrt(1e-4 * own_correlation(extent, 700.0))
    covariance = cell_covariance(places, extent, std, 1e-4, 700.0)
    assert np.linalg.eigvalsh(covariance)[0] > 0


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((-1.0, 1.0, 1.0), "no variance"), ((0.0, 0.0, 5.0), "no variance"), ((0, 1, 0), "range")],
)
def test_impossible_models_are_refused(numbers, words):
    with pytest.raises(GroundshiftError, match=words):
        Semivariogram(*numbers)


def test_too_few_pairs_are_refused():
    with pytest.raises(GroundshiftError, match="too few pixels"):
        fit_semivariogram(np.arange(1.0, 4.0), np.ones(3), np.full(3, 50))


def test_the_plot_shows_what_was_fitted():
    distance = np.geomspace(100, 3e4, 30)
    model = fit_semivariogram(
        distance, 1e-5 + 1e-4 * (1 - np.exp(-distance / 5e3)), np.full(30, 900)
    )
    svg = semivariogram_svg(model, "T <1>")
    assert svg.count("<circle") == 30 and "range 5 km" in svg and "T &lt;1&gt;" in svg
    assert semivariogram_svg(Semivariogram(1e-6, 1e-4, 4e3, is_given=True), "x").startswith("<svg")
