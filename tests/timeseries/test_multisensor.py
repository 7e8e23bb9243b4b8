# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the long-wavelength prediction: time, look, phase, interpolation and its error."""

import numpy as np
import pytest
from groundshift.algorithms.data.stack import StackBlock
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.interpolation import (
    ErrorField,
    FieldOptions,
    cross_validate,
)
from groundshift.algorithms.timeseries.multisensor import (
    PredictedBlock,
    RemovePrediction,
    RestorePrediction,
    SeriesAndModel,
    StackAndModel,
    count_steep,
    down_slope,
    fit_polynomials,
    look_factor,
    straight_line_rate,
    time_basis,
    wrap,
)

DATES = np.datetime64("2020-01-01") + 30 * np.arange(12)
EPOCH = np.datetime64("2019-06-01")


def test_a_polynomial_is_that_of_polyfit_with_its_covariance():
    rng = np.random.default_rng(0)
    t = (DATES - EPOCH).astype(float) / 365.25
    series = rng.normal(0, 1, (12, 3))
    fitted = fit_polynomials(DATES, series, EPOCH, 2)
    for k in range(3):
        coefficients, covariance = np.polyfit(t, series[:, k], 2, cov=True)
        scale = np.array([1.0, 2.0])  # t**k / k!
        expected = coefficients[1::-1] * scale
        np.testing.assert_allclose(fitted.values[k], expected)
        inner = covariance[1::-1, 1::-1] * np.outer(scale, scale)
        np.testing.assert_allclose(fitted.covariance[k], inner)
    with pytest.raises(GroundshiftError, match="lower the degree"):
        fit_polynomials(DATES[:3], series[:3], EPOCH, 2)


def test_down_the_slope_is_down():
    rows, cols = np.mgrid[:20, :30]
    vector = down_slope(100.0 - 3.0 * cols, (10.0, 10.0))[:, 10, 10]  # falls to the east
    assert vector == pytest.approx(np.array([1, 0, -0.3]) / np.hypot(1, 0.3))
    vector = down_slope(100.0 - 3.0 * rows, (10.0, 10.0))[:, 10, 10]  # falls to the south
    assert vector == pytest.approx(np.array([0, -1, -0.3]) / np.hypot(1, 0.3))
    assert down_slope(np.zeros((5, 5)), (10.0, 10.0))[:, 2, 2] == pytest.approx([0, 0, -1])


def test_the_look_factor_is_the_ratio_of_sensitivities():
    vertical = np.array([[0.0, 0.0, 1.0]])
    long_look = np.array([[0.6, 0.0, 0.8]])
    short_look = np.array([[-0.8, 0.0, 0.6]])
    assert look_factor(long_look, short_look, vertical)[0] == pytest.approx(0.75)
    assert look_factor(long_look, short_look, -vertical)[0] == pytest.approx(0.75)
    blind = np.array([[0.8, 0.0, -0.6]])
    assert np.isnan(look_factor(long_look, short_look, blind)[0])


def model(rng, degree=2, shape=(64, 40)):
    root = rng.normal(0, 0.01, (*shape, degree, degree))
    covariance = (root @ root.swapaxes(-1, -2)).transpose(2, 3, 0, 1)
    return PredictedBlock(rng.normal(0, 1, (degree, *shape)), covariance)


def test_the_phase_of_a_pair_is_removed():
    rng = np.random.default_rng(1)
    part = model(rng)
    weights = np.diff(time_basis(DATES[[[0, 3], [2, 9]]], EPOCH, 2), axis=1)[:, 0]
    phase = rng.normal(0, 30, (2, 64, 40)).astype("f4")
    block = StackAndModel(StackBlock(phase, None), part)
    removed = RemovePrediction(weights, weights[0], 0.0555, False, False)(block)
    t = (DATES - EPOCH).astype(float) / 365.25
    for k, (i, j) in enumerate(((0, 3), (2, 9))):
        moved = part.coefficients[0] * (t[j] - t[i])
        moved = moved + part.coefficients[1] * (t[j] ** 2 - t[i] ** 2) / 2
        expected = phase[k] + 4 * np.pi / 0.0555 * moved
        np.testing.assert_allclose(removed.phase[k], expected, rtol=1e-5, atol=1e-3)
    variance = np.einsum("k,klij,l->ij", weights[1], part.covariance, weights[1])
    std = 4 * np.pi / 0.0555 * np.sqrt(variance)
    assert (removed.phase_std >= 0.999 * std).all()


def test_wrapped_phase_stays_wrapped_and_is_the_same_modulo_two_pi():
    rng = np.random.default_rng(2)
    part, weights = model(rng), np.array([[0.3, 0.1]])
    phase = rng.normal(0, 30, (1, 64, 40))
    plain = RemovePrediction(weights, weights[0], 0.0555, False, False)
    turned = RemovePrediction(weights, weights[0], 0.0555, True, False)
    first = plain(StackAndModel(StackBlock(phase, None), part)).phase
    second = turned(StackAndModel(StackBlock(wrap(phase), None), part)).phase
    assert np.abs(second).max() <= np.pi + 1e-9
    np.testing.assert_allclose(wrap(first - second), 0, atol=1e-6)


@pytest.mark.parametrize("keep", [True, False])
def test_outside_of_the_prediction_phase_is_kept_or_dropped(keep):
    part = model(np.random.default_rng(3), 1)
    part.coefficients[:, :, :10] = np.nan
    phase = np.ones((1, 64, 40), "f4")
    removed = RemovePrediction(np.ones((1, 1)), np.ones(1), 0.0555, False, keep)(
        StackAndModel(StackBlock(phase, None), part)
    )
    outside = removed.phase[0, :, :10]
    assert (outside == 1).all() if keep else np.isnan(outside).all()
    assert np.isfinite(removed.phase[0, :, 10:]).all()


def test_restoring_undoes_removing():
    rng = np.random.default_rng(4)
    part = model(rng)
    weights = time_basis(DATES, EPOCH, 2) - time_basis(DATES[:1], EPOCH, 2)
    truth = rng.normal(0, 0.1, (12, 64, 40))
    truth -= truth[0] + truth[:, :1, :1] - truth[0, :1, :1]  # reference: first date, first pixel
    centre = part.coefficients[:, 0, 0]
    left = truth - np.tensordot(weights, part.coefficients - centre[:, None, None], 1)
    slope = straight_line_rate(DATES, weights)
    t = (DATES - DATES[0]).astype(float) / 365.25
    line = np.polyfit(t, left.reshape(12, -1), 1)[0].reshape(64, 40)
    restored = RestorePrediction(weights, centre, slope, False)(SeriesAndModel(left, line, part))
    np.testing.assert_allclose(restored.series, truth, atol=1e-6)
    expected = np.polyfit(t, truth.reshape(12, -1), 1)[0].reshape(64, 40)
    np.testing.assert_allclose(restored.velocity, expected, atol=1e-5)


def test_steep_steps_are_counted_alike_in_blocks():
    rng = np.random.default_rng(5)
    phase, after = rng.normal(0, 3, (128, 512)), rng.normal(0, 0.1, (128, 512))
    phase[5, 5] = np.nan
    whole = count_steep(phase, after, False)
    parts = sum(
        count_steep(phase[r : r + 64, c : c + 256], after[r : r + 64, c : c + 256], False)
        for r in (0, 64) for c in (0, 256)
    )  # fmt: skip
    np.testing.assert_array_equal(whole, parts)
    assert whole[1] == 0 and whole[0] / whole[2] == pytest.approx(0.459, abs=0.01)


def nodes(rng, count=1500, noise=0.0):
    places = rng.uniform(0, 5000, (count, 2))
    return places, bump(places) + rng.normal(0, noise, (count, 1))


def bump(places):
    return np.exp(-((places - 2500) ** 2).sum(axis=1, keepdims=True) / (2 * 900.0**2))


@pytest.mark.parametrize(
    "method, limit", [("spline", 8e-3), ("thin_plate", 8e-3), ("kriging", 1e-2)]
)
def test_a_smooth_field_is_carried_over(method, limit):
    rng = np.random.default_rng(6)
    places, values = nodes(rng)
    field, used, errors = cross_validate(places, values, FieldOptions(method, sample=400))
    test = rng.uniform(500, 4500, (300, 2))
    assert np.abs(field(test) - bump(test)).max() < limit
    assert np.nanstd(errors) < limit
    assert len(used) == (400 if method == "kriging" else 1500)


@pytest.mark.parametrize("method", ["spline", "thin_plate"])
def test_a_plane_is_exact_and_values_do_not_depend_on_their_company(method):
    rng = np.random.default_rng(7)
    places = rng.uniform(0, 5000, (200, 2))
    plane = places @ np.array([[1e-3, 0], [-2e-3, 5e-4]]) + 3.0
    field, _, _ = cross_validate(places, plane, FieldOptions(method))
    test = rng.uniform(0, 5000, (50, 2))
    expected = test @ np.array([[1e-3, 0], [-2e-3, 5e-4]]) + 3.0
    np.testing.assert_allclose(field(test), expected, atol=1e-6)
    np.testing.assert_allclose(field(test[:7]), field(test)[:7], atol=1e-10)


@pytest.mark.parametrize("method", ["spline", "thin_plate", "kriging"])
def test_the_error_of_the_prediction_is_honest(method):
    rng = np.random.default_rng(8)
    places, values = nodes(rng, 900, noise=0.02)
    covariance = np.full((900, 1, 1), 0.02**2)
    field, used, errors = cross_validate(places, values, FieldOptions(method, sample=500))
    error = ErrorField(places[used], covariance[used], errors)
    test = rng.uniform(300, 4700, (800, 2))
    ratio = (field(test) - bump(test))[:, 0] / np.sqrt(error(test)[:, 0, 0])
    # Kriging smooths independent noise away, which the nodes' own error does not know: it is safe.
    low = 0.1 if method == "kriging" else 0.4
    assert low < ratio.std() < 1.2


def test_noise_that_neighbours_share_is_not_taken_for_a_good_prediction():
    rng = np.random.default_rng(9)
    ratios = []
    for _ in range(60):
        places, values = nodes(rng, 300)
        shared = rng.normal(0, 0.02)  # of one date: cross-validation cannot see it
        field, used, errors = cross_validate(places, values + shared, FieldOptions())
        error = ErrorField(places, np.full((300, 1, 1), 0.02**2), errors)
        test = np.array([[2000.0, 2200.0]])
        ratios.append((field(test) - bump(test))[0, 0] / np.sqrt(error(test)[0, 0, 0]))
    assert np.std(ratios) == pytest.approx(1, abs=0.25)


def test_beyond_its_reach_nothing_is_said():
    places = np.random.default_rng(10).uniform(0, 100, (50, 2))
    error = ErrorField(places, np.ones((50, 1, 1)), np.zeros((50, 1)))
    assert np.isnan(error(np.array([[500.0, 500.0]]), 50.0)).all()
    assert np.isfinite(error(np.array([[50.0, 50.0]]), 50.0)).all()


def test_bad_options_are_refused():
    with pytest.raises(GroundshiftError, match="no way to interpolate"):
        FieldOptions("nearest")
    with pytest.raises(GroundshiftError, match="at least 4 neighbours"):
        FieldOptions(neighbours=1)
