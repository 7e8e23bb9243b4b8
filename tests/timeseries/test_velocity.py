# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.motion import MotionOptions, SeriesBlock, make_fit
from groundshift.algorithms.timeseries.velocity import PairNoise, VelocityModel, fit
from hypothesis import given, settings
from hypothesis import strategies as st

DATES = np.datetime64("2018-01-06") + 12 * np.arange(60)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
FULL = VelocityModel(2, True, True, (np.datetime64("2019-03-01"),))


def test_every_coefficient_of_a_noise_free_series_is_found():
    matrix = FULL.design(DATES)
    truth = np.array([[3.0], [-20.0], [4.0], [1.0], [2.0], [-0.5], [0.25], [7.0]]) * 1e-3
    got = fit(matrix @ truth, matrix)
    np.testing.assert_allclose(got.coefficients, truth, atol=1e-12)
    assert got.rms[0] < 1e-12


def test_the_terms_mean_what_their_names_say():
    names = [name for name, _ in FULL.terms()]
    matrix = dict(zip(names, FULL.design(DATES).T))
    np.testing.assert_allclose(matrix["velocity_mm_yr"], YEARS)
    np.testing.assert_allclose(matrix["acceleration_mm_yr2"], YEARS**2 / 2)
    np.testing.assert_allclose(matrix["annual_sine_mm"], np.sin(2 * np.pi * YEARS))
    np.testing.assert_allclose(matrix["semiannual_cosine_mm"], np.cos(4 * np.pi * YEARS))
    step = matrix["step_20190301_mm"]
    assert step[FULL.steps[0] > DATES].max() == 0 and step[FULL.steps[0] <= DATES].min() == 1


def test_the_fit_is_numpys_least_squares():
    rng = np.random.default_rng(1)
    matrix = FULL.design(DATES)
    series = rng.normal(size=(len(DATES), 20))
    expected = np.linalg.lstsq(matrix, series, rcond=None)[0]
    np.testing.assert_allclose(fit(series, matrix).coefficients, expected, atol=1e-10)


def test_the_errors_are_right_for_white_noise():
    rng = np.random.default_rng(2)
    matrix = FULL.design(DATES)
    got = fit(rng.normal(0, 5.0, (len(DATES), 4000)), matrix)
    spread = (got.coefficients / got.std).std(axis=1)
    np.testing.assert_allclose(spread, 1.0, atol=0.06)


def test_the_errors_are_right_for_noise_that_pairs_brought_in():
    rng = np.random.default_rng(3)
    count = len(DATES)
    steps = np.tril(np.ones((count, count)))
    covariance = steps @ steps.T  # a chain of pairs: a random walk
    covariance /= np.trace(covariance) / count
    walk = np.linalg.cholesky(covariance) @ rng.normal(size=(count, 4000))
    series = 2.0 * walk + rng.normal(0, 1.0, walk.shape)
    matrix = VelocityModel().design(DATES)
    honest = fit(series, matrix, PairNoise(covariance), np.full(4000, 4.0))
    naive = fit(series, matrix)
    assert (honest.coefficients[1] / honest.std[1]).std() == pytest.approx(1, abs=0.06)
    assert (naive.coefficients[1] / naive.std[1]).std() > 2.5


def test_gaps_are_fitted_with_what_is_there():
    rng = np.random.default_rng(4)
    matrix = VelocityModel(1, True).design(DATES)
    series = rng.normal(size=(len(DATES), 30))
    series[rng.random(series.shape) < 0.2] = np.nan
    series[:, 5] = np.nan
    series[3:, 6] = np.nan
    got = fit(series, matrix)
    for pixel in range(30):
        use = np.isfinite(series[:, pixel])
        if pixel in (5, 6):
            assert np.isnan(got.coefficients[:, pixel]).all()
            continue
        expected = np.linalg.lstsq(matrix[use], series[use, pixel], rcond=None)[0]
        np.testing.assert_allclose(got.coefficients[:, pixel], expected, atol=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 50))
def test_order_and_unit_of_the_pixels_do_not_matter(seed, factor):
    rng = np.random.default_rng(seed)
    matrix = VelocityModel(1, True).design(DATES)
    series = rng.normal(size=(len(DATES), 12))
    order = rng.permutation(12)
    one, two = fit(series, matrix), fit(factor * series[:, order], matrix)
    np.testing.assert_allclose(two.coefficients, factor * one.coefficients[:, order], rtol=1e-9)
    np.testing.assert_allclose(two.std, factor * one.std[:, order], rtol=1e-9)


@pytest.mark.parametrize(
    "model, dates, what",
    [
        (VelocityModel(3), DATES[:4], "4 coefficients for 4 dates"),
        (VelocityModel(1, True, True), DATES[:8], "cannot tell"),
        (VelocityModel(steps=(np.datetime64("2017-01-01"),)), DATES, "no image on one"),
        (VelocityModel(steps=(np.datetime64("2018-02-01"),) * 2), DATES, "cannot tell"),
    ],
)
def test_models_that_the_dates_do_not_carry_are_refused(model, dates, what):
    with pytest.raises(GroundshiftError, match=what):
        model.design(dates)


@pytest.mark.parametrize("lacking", [0, 1])
def test_a_pixel_that_lacks_a_part_has_the_rate_of_the_other_one(lacking):
    """Parts that interlace, each with a level of its own."""
    dates = np.datetime64("2020-01-01") + 12 * np.arange(30)
    part = np.arange(30) % 2
    rng = np.random.default_rng(0)
    series = np.array([0.0, 7.0])[part][:, None] + 0.01 * rng.normal(size=(30, 5))
    covariance = np.cumsum(np.eye(30), axis=0)
    covariance = covariance @ covariance.T
    own = part != lacking
    alone = make_fit(VelocityModel(), dates[own], MotionOptions("white"), PairNoise(
        covariance[np.ix_(own, own)]))  # fmt: skip
    levels = (tuple(dates[part == 1]),)
    both = make_fit(VelocityModel(levels=levels), dates, MotionOptions("white"), PairNoise(
        covariance))  # fmt: skip
    scale = np.full(5, 1e-6)
    expected = alone(SeriesBlock(series[own], scale)).model
    holed = series.copy()
    holed[~own] = np.nan
    found = both(SeriesBlock(holed, scale)).model
    assert np.isnan(found[:2]).all()  # what the offset is against is not there
    np.testing.assert_allclose(found[2:], expected[2:], rtol=1e-4)
    whole = both(SeriesBlock(series, scale)).model
    assert np.abs(whole[2] / whole[3]).max() < 4 and np.abs(whole[0]).max() < 20
