# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries import steps
from groundshift.algorithms.timeseries.coloured import MarkovNoise
from groundshift.algorithms.timeseries.model_choice import CLASSES, NO_CLASS, candidates, choose
from groundshift.algorithms.timeseries.velocity import Design, VelocityModel, fit

DATES = np.datetime64("2018-01-06") + 12 * np.arange(90)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
FULL = VelocityModel(2, True, True, mean_rate=True)
MATRIX = FULL.design(DATES)
TABLE = steps.candidates(DATES, 5)
LADDER = candidates(FULL, True)
# coefficients (offset, rate, acceleration, annual, semi-annual) and step of every class
TRUTHS = {
    1: ([0, -20, 0, 0, 0, 0, 0], 0), 2: ([0, -20, 8, 0, 0, 0, 0], 0),
    3: ([0, 10, 0, 3, -4, 0, 0], 0), 4: ([1, 10, 8, 3, -4, 0, 0], 0),
    5: ([0, 10, 0, 3, -4, 2, 3], 0), 7: ([0, 10, 0, 0, 0, 0, 0], 12),
    9: ([0, 10, 0, 3, -4, 0, 0], -12), 12: ([0, 10, 8, 3, -4, 2, 3], 12),
}  # fmt: skip


def series_of(code, pixels, noise=1.0, seed=0):
    coefficients, jump = TRUTHS[code]
    clean = MATRIX @ np.array(coefficients, float) + jump * (np.arange(90) >= 40)
    return clean[:, None] + np.random.default_rng(seed).normal(0, noise, (90, pixels))


@pytest.mark.parametrize("code", TRUTHS)
def test_the_true_model_is_chosen(code):
    choice = choose(series_of(code, 400), Design(MATRIX, YEARS, TABLE), LADDER)
    assert (choice.code == code).mean() > 0.85
    right = choice.code == code
    coefficients, jump = TRUTHS[code]
    taken = np.array(coefficients) != 0
    taken[:2] = True
    got = choice.fit.coefficients[:-1, right]
    assert np.isfinite(got[taken]).all() and np.isnan(got[~taken]).all()
    error = (got[1] - coefficients[1]) / choice.fit.std[1, right]
    # A step's date is estimated, too, and the errors hold for a known one.
    assert error.std() == pytest.approx(1.0, abs=0.25 if jump else 0.12)
    assert np.isfinite(choice.fit.coefficients[-1, right]).all() == (jump != 0)
    if jump:
        assert np.median(choice.picks[0, right]) == 35


def test_the_criterion_is_that_of_plain_least_squares():
    series = series_of(3, 40, noise=3.0, seed=1)
    series[np.random.default_rng(2).random(series.shape) < 0.2] = np.nan
    plain = candidates(FULL, False)
    choice = choose(series, Design(MATRIX, YEARS), plain)
    for pixel in range(40):
        use = np.isfinite(series[:, pixel])
        y, scores = series[use, pixel], []
        for option in plain:
            part = MATRIX[use][:, option.columns]
            squares = np.linalg.lstsq(part, y, rcond=None)[1][0]
            scores.append(use.sum() * np.log(squares / use.sum())
                          + len(option.columns) * np.log(use.sum()))  # fmt: skip
        assert choice.code[pixel] == plain[int(np.argmin(scores))].code


def test_the_result_is_a_fit_of_the_chosen_terms():
    series = series_of(4, 20)
    choice = choose(series, Design(MATRIX, YEARS, TABLE), LADDER, cross=[(3, 4)])
    chosen = np.flatnonzero(choice.code == 4)
    expected = fit(series[:, chosen], MATRIX[:, :5], cross=[(3, 4)])
    np.testing.assert_allclose(choice.fit.coefficients[:5, chosen], expected.coefficients)
    np.testing.assert_allclose(choice.fit.covariances[:, chosen], expected.covariances)


def test_the_rate_means_the_same_with_and_without_an_acceleration():
    series = (0.5 * 8 * YEARS**2 - 3 * YEARS)[:, None]
    got = fit(series, MATRIX)
    assert got.coefficients[1, 0] == pytest.approx((series[-1] - series[0])[0] / YEARS[-1])
    assert got.coefficients[2, 0] == pytest.approx(8.0)


def test_coloured_noise_is_not_taken_for_steps_and_seasons():
    noise = MarkovNoise("ar1", 60.0, 3.0)
    draws = np.random.default_rng(3).normal(size=(90, 1500))
    series = np.linalg.cholesky(noise.covariance(YEARS)) @ draws
    naive = choose(series, Design(MATRIX, YEARS, TABLE), LADDER)
    honest = choose(series, Design(MATRIX, YEARS, TABLE, noise), LADDER)
    assert (naive.code == 1).mean() < 0.3
    assert (honest.code == 1).mean() > 0.75


def test_the_reference_gets_the_plainest_and_empty_pixels_none():
    series = series_of(1, 3)
    series[:, 0] = 0.0
    series[:, 1] = np.nan
    choice = choose(series, Design(MATRIX, YEARS, TABLE), LADDER)
    assert choice.code.tolist() == [1, NO_CLASS, 1]
    assert choice.fit.coefficients[1, 0] == 0 and np.isnan(choice.fit.coefficients[:, 1]).all()


def test_the_classes_are_named():
    assert CLASSES[1] == "rate" and CLASSES[10] == "rate and acceleration, annual season, step"
    assert [o.code for o in LADDER] == list(range(1, 13))
    assert [o.code for o in candidates(VelocityModel(1, True), False)] == [1, 3]


def test_models_outside_of_the_ladder_are_refused():
    with pytest.raises(GroundshiftError, match="degree"):
        candidates(VelocityModel(3), False)
    with pytest.raises(GroundshiftError, match="only with an annual"):
        candidates(VelocityModel(1, False, True), False)
