# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries import _search_kernel
from groundshift.algorithms.timeseries.coloured import (
    WHITE,
    MarkovNoise,
    _Cost,
    estimate_noise,
    independent_share,
)
from groundshift.algorithms.timeseries.velocity import Design, PairNoise, VelocityModel, fit

DATES = np.datetime64("2018-01-06") + np.cumsum([0] + [12, 12, 24, 12, 6, 36] * 15)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
MATRIX = VelocityModel(1, True).design(DATES)
AR1 = MarkovNoise("ar1", 45.0, 3.0)
WALK = MarkovNoise("random_walk", np.inf, 2.0)


def draw(noise, pixels, seed=0):
    rng = np.random.default_rng(seed)
    return np.linalg.cholesky(noise.covariance(YEARS)) @ rng.normal(size=(len(DATES), pixels))


@pytest.mark.parametrize("noise", [AR1, WALK, WHITE], ids=["ar1", "walk", "white"])
def test_whitening_is_generalised_least_squares(noise):
    series = draw(AR1, 30)
    series[np.random.default_rng(1).random(series.shape) < 0.3] = np.nan
    got = fit(series, Design(MATRIX, YEARS, coloured=noise))
    for pixel in range(30):
        use = np.isfinite(series[:, pixel])
        inverse = np.linalg.inv(noise.covariance(YEARS)[np.ix_(use, use)])
        a, y = MATRIX[use], series[use, pixel]
        cofactors = np.linalg.inv(a.T @ inverse @ a)
        expected = cofactors @ a.T @ inverse @ y
        residual = y - a @ expected
        variance = residual @ inverse @ residual / (len(y) - a.shape[1])
        np.testing.assert_allclose(got.coefficients[:, pixel], expected, atol=1e-9)
        np.testing.assert_allclose(
            got.std[:, pixel], np.sqrt(variance * np.diag(cofactors)), rtol=1e-9
        )
        assert got.rms[pixel] == pytest.approx(np.sqrt((residual**2).mean()), rel=1e-9)


@pytest.mark.parametrize(
    "truth, kind",
    [(WHITE, "white"), (WHITE, "ar1"), (WHITE, "random_walk"), (AR1, "ar1"),
     (WALK, "random_walk"), (WALK, "ar1")],
)  # fmt: skip
def test_the_errors_are_honest(truth, kind):
    series = draw(truth, 3000, 2)
    noise = estimate_noise(series[:, :400], MATRIX, YEARS, kind)
    got = fit(series, Design(MATRIX, YEARS, coloured=noise))
    spread = (got.coefficients / got.std).std(axis=1)
    # The offset of a walk, unlike that of a stationary process, knows its first value.
    np.testing.assert_allclose(spread[1:], 1.0, atol=0.12)


@pytest.mark.parametrize("truth", [AR1, WALK], ids=["ar1", "walk"])
def test_white_errors_are_too_small_and_white_rates_worse_under_coloured_noise(truth):
    series = draw(truth, 3000, 3)
    white, right = fit(series, MATRIX), fit(series, Design(MATRIX, YEARS, coloured=truth))
    assert (white.coefficients[1] / white.std[1]).std() > 1.8
    assert right.coefficients[1].std() < white.coefficients[1].std()


def test_the_parameters_come_back():
    found = estimate_noise(draw(AR1, 1000, 4), MATRIX, YEARS, "ar1")
    assert found.correlation_days == pytest.approx(45, rel=0.15)
    assert found.process == pytest.approx(3.0, rel=0.15)
    found = estimate_noise(1e-3 * draw(WALK, 1000, 5), MATRIX, YEARS, "random_walk")
    assert found.process == pytest.approx(2.0, rel=0.15)
    assert estimate_noise(draw(WALK, 1000, 5), MATRIX, YEARS, "ar1").kind == "random_walk"
    assert estimate_noise(draw(AR1, 50), MATRIX, YEARS, "white") is WHITE
    assert "45" in AR1.describe() and "walk" in WALK.describe()


def test_the_reference_and_empty_pixels_are_passed_over():
    series = draw(AR1, 300, 6)
    series[:, :20] = 0.0
    series[:, 20:40] = np.nan
    whole = estimate_noise(series[:, 40:], MATRIX, YEARS, "ar1")
    assert estimate_noise(series, MATRIX, YEARS, "ar1") == whole


def test_what_cannot_be_estimated_is_refused():
    with pytest.raises(GroundshiftError, match="no kind of noise"):
        estimate_noise(draw(AR1, 50), MATRIX, YEARS, "pink")
    with pytest.raises(GroundshiftError, match="Only 3 of the sampled"):
        estimate_noise(draw(AR1, 3), MATRIX, YEARS, "ar1")
    design = Design(MATRIX, YEARS, coloured=AR1)
    with pytest.raises(GroundshiftError, match="give one"):
        fit(draw(AR1, 3), design, PairNoise(np.eye(len(DATES))), np.ones(3))


def test_a_pixel_has_its_likelihood_whatever_stands_beside_it():
    # Of neighbours with the same dates the kernel whitens the model once.
    rng = np.random.default_rng(4)
    years = np.sort(rng.uniform(0, 4, 30))
    base = np.stack([np.ones(30), years], axis=1)
    table = (np.arange(30) >= np.array([[10], [20]])).astype(float)
    series = rng.normal(size=(30, 70))
    series[5, 20:30], series[:, 33], series[:, 35], series[7:, 36] = np.nan, np.nan, 0.0, np.nan
    series[:, 50:60][rng.random((30, 10)) < 0.1] = np.nan
    picks = np.full((1, 70), -1, np.int32)
    picks[0, [3, 4, 22]] = 0, 1, 0
    noise = MarkovNoise("flicker", process=0.4)

    def likelihoods(pixels):
        out = np.empty(len(pixels))
        _search_kernel.likelihood(
            np.ascontiguousarray(series[:, pixels]), base, table,
            np.ascontiguousarray(picks[:, pixels]), years, noise.parameters, out,
        )  # fmt: skip
        return out

    together = likelihoods(np.arange(70))
    alone = np.concatenate([likelihoods([pixel]) for pixel in range(70)])
    # Products may be added in one rounding on one way through the kernel and in two on the other.
    np.testing.assert_allclose(together, alone, rtol=1e-12)
    assert np.isnan(together[[33, 35]]).all() and np.isfinite(together).sum() == 68
    for pixel in (0, 1, 3, 4, 21, 22, 23, 34, 36, 55):
        valid = np.isfinite(series[:, pixel])
        own = table[picks[:, pixel][picks[:, pixel] >= 0]].T
        matrix = np.concatenate([base, own], axis=1)[valid]
        whole, _ = np.linalg.qr(matrix, mode="complete")
        left = whole[:, matrix.shape[1] :]
        covariance = left.T @ noise.covariance(years[valid]) @ left
        data = left.T @ series[valid, pixel]
        squares = data @ np.linalg.solve(covariance, data)
        # Up to the determinant of the model's own normal matrix, which no noise changes.
        expected = np.linalg.slogdet(covariance)[1] + len(data) * np.log(squares)
        expected += np.linalg.slogdet(matrix.T @ matrix)[1]
        assert together[pixel] == pytest.approx(expected, rel=1e-9)


def test_the_independent_share_is_that_of_single_pixels():
    """With gaps and columns of their own; squares of residuals that are shared count once."""
    rng = np.random.default_rng(3)
    years, pixels = np.arange(30) * 12 / 365.25, 40
    series = np.cumsum(rng.normal(size=(30, pixels)) + rng.normal(size=(30, 1)), axis=0)
    series[rng.random(series.shape) < 0.03] = np.nan
    table = np.stack([years > 0.3, years > 0.6]).astype(float)
    picks = rng.integers(-1, 2, (1, pixels)).astype(np.int32)
    matrix = np.stack([np.ones(30), years], axis=1)
    noise = MarkovNoise("ar1", 100.0, 1.0)
    covariance, left, chance = noise.covariance(years), np.zeros((30, pixels)), []
    for p in range(pixels):
        known = np.isfinite(series[:, p])
        columns = [matrix, *(table[[k]].T for k in picks[:, p] if k >= 0)]
        root = np.linalg.inv(np.linalg.cholesky(covariance[np.ix_(known, known)]))
        model, values = root @ np.hstack(columns)[known], root @ series[known, p]
        left[known, p] = values - model @ (np.linalg.pinv(model) @ values)
        chance.append(1 / (known.sum() - model.shape[1]))
    squares = (left.T @ left) ** 2
    squares /= np.outer(np.diag(squares), np.diag(squares)) ** 0.5
    excess = (squares.sum() - pixels) / (pixels * (pixels - 1)) - np.mean(chance)
    cost = _Cost(series, matrix, table, picks, years)
    found = independent_share(cost, noise)
    assert found == pytest.approx(1 / (1 + (pixels - 1) * excess), rel=1e-9) and found < 0.5
