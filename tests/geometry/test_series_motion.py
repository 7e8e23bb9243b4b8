# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of several directions: interpolation and its errors, total least squares."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.geometry.decomposition import axes_of_motion, decompose
from groundshift.algorithms.geometry.series_motion import (
    SeriesMotion,
    at_days,
    common_days,
    noise_of_dates,
    total_least_squares,
)
from motion_series import ASCENDING, DESCENDING, flight, look

START = np.datetime64("2020-01-01")


def days(*numbers):
    return START + np.array(numbers)


def test_days_are_those_of_all_in_the_time_that_all_share():
    found = common_days(("a", "b"), (days(0, 10, 20, 30), days(15, 25, 35)))
    assert (found == days(15, 20, 25, 30)).all()
    found = common_days(("a", "b"), (days(0, 10, 20, 30), days(15, 25, 35)), first_alone=True)
    assert (found == days(15, 20, 30)).all()
    with pytest.raises(GroundshiftError, match="no time in common"):
        common_days(("a", "b"), (days(0, 10), days(10, 20)))


def test_straight_lines_stay_straight_and_dates_keep_their_values():
    dates, wanted = days(0, 12, 40, 50), days(0, 6, 12, 33, 50)
    years = (dates - START).astype(float) / 365.25
    values = np.stack([2 * years, 5 - years], axis=1)
    found, std = at_days(values, np.full((4, 2), 0.1), dates, wanted)
    years = (wanted - START).astype(float) / 365.25
    np.testing.assert_allclose(found, np.stack([2 * years, 5 - years], axis=1), atol=1e-12)
    np.testing.assert_allclose(std[[0, 2, 4]], 0.1)
    np.testing.assert_allclose(std[1], 0.1 * np.sqrt(0.5))


def test_a_date_without_value_takes_its_neighbourhood_with_it():
    dates, values = days(0, 10, 20, 30), np.array([[0.0], [1.0], [np.nan], [3.0]])
    found, std = at_days(values, np.ones((4, 1)), dates, days(5, 10, 15, 20, 25, 30))
    assert np.isnan(found[:, 0]).tolist() == [False, False, True, True, True, False]
    assert (np.isnan(found) == np.isnan(std)).all()


def test_what_may_have_happened_between_dates_is_in_the_error():
    """A random walk seen every 24 days with noise."""
    rng = np.random.default_rng(0)
    walk = np.cumsum(rng.normal(size=(241, 4000)) * 0.02, axis=0)
    dates = START + 24 * np.arange(11)
    seen = walk[::24] + 0.01 * rng.normal(size=(11, 4000))
    wanted = START + np.arange(24, 216, 5)
    found, std = at_days(seen, np.full(seen.shape, 0.01), dates, wanted)
    error = found - walk[24:216:5]
    assert np.sqrt((error**2).mean() / (std**2).mean()) == pytest.approx(1.0, abs=0.05)
    assert np.sqrt((error**2).mean()) > 2 * 0.01


def test_noise_of_dates_from_deviations_against_the_first():
    std = np.array([[0.0], [0.3 * np.sqrt(2)], [0.5]])
    np.testing.assert_allclose(noise_of_dates(std)[:, 0], [0.3, 0.3, 0.4])
    np.testing.assert_allclose(noise_of_dates(np.full((3, 1), 0.2)), 0.2)
    gaps = np.array([[np.nan], [0.0], [np.sqrt(2)], [np.nan]])
    np.testing.assert_allclose(noise_of_dates(gaps)[:, 0], [np.nan, 1, 1, np.nan])


def three(pixels):
    vectors = np.stack([look(*ASCENDING), look(*DESCENDING), flight(348.0), flight(192.0)])
    return np.broadcast_to(vectors[..., None], (4, 3, pixels))


def test_total_least_squares_is_that_of_the_singular_vector():
    rng = np.random.default_rng(3)
    vectors, axes = three(5), axes_of_motion(5, True)
    data, std = rng.normal(size=(4, 5)), np.full((4, 5), 0.2)
    otherwise = decompose(vectors, data, std, axes).values
    found = total_least_squares(vectors, data, std, axes, 0.05, otherwise)
    for pixel in range(5):
        matrix = np.column_stack([vectors[:, :, pixel] / 0.05, data[:, pixel] / 0.2])
        v = np.linalg.svd(matrix)[2][-1]
        np.testing.assert_allclose(found[:, pixel], -v[:3] / v[3] * 0.2 / 0.05, rtol=1e-6)


def test_total_least_squares_takes_the_bias_of_wrong_directions_away():
    """Of the field notes: nothing gained at 0.01, the bias gone at 0.05 and more."""
    rng = np.random.default_rng(1)
    count = 20000
    true = np.array([3.0, 2.0, -4.0])
    many = np.concatenate([three(count)] * 3)
    data = np.einsum("kep,e->kp", many, true) + 0.1 * rng.normal(size=(12, count))
    bias = {}
    for look_std in (0.01, 0.1):
        vectors = many + look_std * rng.normal(size=many.shape)
        axes, std = axes_of_motion(count, True), np.full((12, count), 0.1)
        plain = decompose(vectors, data, std, axes).values
        total = total_least_squares(vectors, data, std, axes, look_std, plain)
        bias[look_std] = [abs(np.median(x, axis=1) - true).max() for x in (plain, total)]
    assert bias[0.01][0] < 0.01
    assert bias[0.01][1] < 0.01
    assert bias[0.1][0] > 0.05
    assert bias[0.1][1] < 0.25 * bias[0.1][0]


def test_a_block_is_its_pixels():
    rng = np.random.default_rng(2)
    dates = (days(0, 12, 24, 36), days(3, 15, 27, 39))
    series = [(rng.normal(size=(4, 3, 5)), np.full((4, 3, 5), 0.1)) for _ in dates]
    vectors = np.broadcast_to(three(1)[:2, :, 0, None, None], (2, 3, 3, 5))
    function = SeriesMotion(dates, common_days(("a", "b"), dates))
    whole = function((vectors, series))
    part = function((vectors[..., :2], [(v[..., :2], s[..., :2]) for v, s in series]))
    np.testing.assert_allclose(whole.displacement[..., :2], part.displacement, rtol=1e-6)
    np.testing.assert_allclose(whole.std[..., :2], part.std, rtol=1e-6)
    assert (whole.displacement[:, 0] == 0).all()
    assert np.isnan(whole.residual).all()  # as many series as components
