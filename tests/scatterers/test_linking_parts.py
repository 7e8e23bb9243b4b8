# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The bound and predicted noise, small stacks, the phase filter, networks, oversampling."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.scatterers.bound import (
    model_coherence,
    phase_bound,
    predicted_std,
    span_classes,
)
from groundshift.algorithms.scatterers.chance import chance_goodness
from groundshift.algorithms.scatterers.covariance import mask_bits
from groundshift.algorithms.scatterers.interferograms import (
    choose_pairs,
    interferogram_phase,
)
from groundshift.algorithms.scatterers.linking import LinkingOptions, link_phases
from groundshift.algorithms.scatterers.oversampling import samples_per_look
from groundshift.algorithms.scatterers.refilter import RefilterOptions, refilter, square_window
from groundshift.algorithms.scatterers.sequential import (
    compress,
    connect,
    fit_to_pairs,
    ministacks,
    sample_pairs,
)
from groundshift.algorithms.scatterers.shp import ShpOptions
from plain_linking import DATES, HALF, decay, plain_coherence, plain_weights, speckle, wrapped
from scipy import ndimage


def test_bound_of_two_dates_is_the_one_of_an_interferogram():
    """Rodriguez and Martin (1992): (1 - γ²) / (2 L γ²)."""
    gamma = np.array([[1, 0.6], [0.6, 1]])
    expected = np.sqrt((1 - 0.36) / (2 * 40 * 0.36))
    assert phase_bound(gamma, 40) == pytest.approx([expected])
    with pytest.raises(GroundshiftError, match="no inverse"):
        phase_bound(np.ones((3, 3)), 10)


def test_bound_of_independent_steps_adds_up():
    """Where coherence decays exponentially to nothing, each step errs by itself."""
    gamma = decay(6, 1.0, 30.0, 0.0)
    steps = phase_bound(gamma, 50) ** 2
    np.testing.assert_allclose(steps, steps[0] * np.arange(1, 6), rtol=1e-6)


def test_propagated_error_with_the_ideal_weights_is_the_bound():
    gamma = decay(9)
    found = predicted_std(np.linalg.inv(gamma), gamma, 60)
    np.testing.assert_allclose(found, phase_bound(gamma, 60), rtol=1e-9)


def test_propagated_error_is_never_below_the_bound():
    gamma = decay(9)
    for weights in (plain_weights(gamma + 0j, "evd"), plain_weights(gamma + 0j, "emi")):
        assert (predicted_std(weights, gamma, 60) >= phase_bound(gamma, 60) - 1e-12).all()
    assert predicted_std(np.eye(9), gamma, 60) == pytest.approx(np.full(8, 1.8138), abs=1e-4)


@pytest.mark.parametrize("estimator", ["evd", "wevd", "emi"])
def test_kernel_predicts_what_the_plain_version_does(estimator):
    times = 11
    dates = np.delete(DATES[: times + 2], [3, 4])  # a gap
    values = speckle(decay(times), (12, 18))
    brothers = np.random.default_rng(1).random((6, 10, 7, 9)) < 0.6
    brothers[..., 3, 4] = True
    classes = span_classes(dates)
    options = LinkingOptions(
        estimator, ShpOptions("glrt", HALF), minimum_brothers=5, oversampling=1.4
    )
    result = link_phases(values, mask_bits(brothers), options, classes)
    for row, col in ((0, 0), (5, 9)):
        matrix, count = plain_coherence(values, brothers, row, col)
        model = model_coherence(matrix, count / 1.4, classes)
        std = predicted_std(plain_weights(matrix, estimator), model, count / 1.4)
        assert result.std[row, col] == pytest.approx(np.sqrt(np.mean(std**2)), rel=1e-3)


def test_model_coherence_takes_the_noise_and_the_bias_out():
    times, looks = 20, 40
    factor = np.where(np.arange(times) % 5 == 0, 0.5, 1.0)
    truth = decay(times, 0.6, 40, 0.1) * np.sqrt(np.outer(factor, factor))
    np.fill_diagonal(truth, 1.0)
    classes = span_classes(DATES[:times])
    rough, smooth = [], []
    for seed in range(30):
        samples = speckle(truth, (5, 8), seed=seed).reshape(times, -1)
        scale = np.sqrt((np.abs(samples) ** 2).sum(axis=1))
        matrix = samples @ samples.conj().T / np.outer(scale, scale)
        model = model_coherence(matrix, looks, classes)
        apart = ~np.eye(times, dtype=bool)
        rough.append((np.abs(matrix) ** 2 - truth**2)[apart])
        smooth.append((model**2 - truth**2)[apart])
    assert np.std(smooth) < 0.8 * np.std(rough)
    assert abs(np.mean(smooth)) < 0.2 * np.mean(rough)


def test_classes_of_spans():
    dates = np.array(["2020-01-01", "2020-01-13", "2020-01-25", "2020-03-01"], "datetime64[D]")
    # Spans of 12, 24, 60, 48 and 36 days, that is of 1, 2, 5, 4 and 3 steps; row by row.
    assert span_classes(dates).tolist() == [0, 0, 0, 1, 0, 0, 4, 3, 2, 0]


def test_chance_is_that_of_incoherent_images():
    options = LinkingOptions("evd", ShpOptions("glrt", HALF), minimum_brothers=5)
    classes = span_classes(DATES[:8])
    found = chance_goodness(8, 62, options, classes)
    noise = speckle(np.eye(8), (6 + 140, 8 + 180))
    everyone = mask_bits(np.ones((20, 20, 7, 9), bool))
    strided = LinkingOptions("evd", ShpOptions("glrt", HALF, strides=(7, 9)), minimum_brothers=5)
    direct = np.sort(link_phases(noise, everyone, strided, classes).quality.ravel())
    assert len(found) == len(direct) == 400
    np.testing.assert_allclose(found[20:-20:20], direct[20:-20:20], atol=0.03)
    fewer = chance_goodness(8, 20, options, classes)
    more_dates = chance_goodness(20, 62, options, span_classes(DATES[:20]))
    assert np.median(fewer) == pytest.approx(np.median(found), abs=0.05)
    assert np.median(more_dates) < np.median(found) - 0.1


def test_small_stacks_hold_every_image_once():
    for count in range(3, 60):
        for size in (3, 7, 10):
            parts = ministacks(count, size)
            assert np.array_equal(np.concatenate(parts), np.arange(count))
            assert min(map(len, parts)) >= 3 or len(parts) == 1
            assert max(map(len, parts)) <= 1.5 * size + 1
    with pytest.raises(GroundshiftError, match="cannot be linked"):
        ministacks(30, 2)


def test_fit_to_a_sample_of_pairs_is_the_goodness():
    values = speckle(decay(9), (12, 18))
    brothers = np.random.default_rng(1).random((6, 10, 7, 9)) < 0.6
    brothers[..., 3, 4] = True
    options = LinkingOptions("evd", ShpOptions("glrt", HALF), minimum_brothers=5)
    result = link_phases(values, mask_bits(brothers), options, span_classes(DATES[:9]))
    pairs = sample_pairs(9)
    assert len(pairs) == 36  # all of them
    found = fit_to_pairs(values, result.linked, mask_bits(brothers), options)
    np.testing.assert_allclose(found, result.quality, atol=1e-5)
    result.linked[4, 2, 3] = np.nan
    assert np.isnan(fit_to_pairs(values, result.linked, mask_bits(brothers), options)[2, 3])
    few = sample_pairs(60)
    assert len(few) == 480 and (few[:, 1] > few[:, 0]).all()
    assert np.mean(few[:, 1] - few[:, 0]) == pytest.approx(61 / 3, rel=0.05)  # as of all pairs


def test_compressed_image_keeps_the_first_date_and_gathers_the_signal():
    rng = np.random.default_rng(0)
    phase = rng.uniform(-3, 3, (6, 4, 5))
    ground = rng.normal(size=(8, 15)) + 1j * rng.normal(size=(8, 15))
    values = ground * np.exp(1j * np.kron(phase, np.ones((2, 3))))
    linked = (7 * np.exp(1j * (phase - phase[2]))).astype(np.complex64)
    linked[:, 1, 1] = np.nan
    found = compress(values.astype(np.complex64), linked, (2, 3))
    first = ground * np.exp(1j * np.kron(phase[0], np.ones((2, 3))))
    assert np.isnan(found[2:4, 3:6]).all()
    found[2:4, 3:6] = first[2:4, 3:6]
    np.testing.assert_allclose(found, first, rtol=1e-4)


def test_connection_adds_the_datum():
    linked = np.exp(1j * np.array([0.5, 1.0, 2.0]))[:, np.newaxis, np.newaxis] * 3
    found = connect(linked, np.array([[5 * np.exp(0.7j)]]))
    assert np.angle(found).ravel() == pytest.approx([0.7, 1.2, 2.2])
    assert np.abs(found).ravel() == pytest.approx([3, 3, 3])


def plain_refilter(phase, weight, half, threshold):
    """The middle pixel's region, grown step by step."""
    rows, cols = phase.shape
    row, col = rows // 2, cols // 2
    region, border = {(row, col)}, [(row, col)]
    while border:
        y, x = border.pop()
        for v, u in ((y + a, x + b) for a in (-1, 0, 1) for b in (-1, 0, 1)):
            near = abs(v - row) <= half[0] and abs(u - col) <= half[1]
            alike = near and abs(wrapped(phase[v, u] - phase[row, col])) <= threshold
            if alike and (v, u) not in region and weight[v, u] > 0:
                region.add((v, u))
                border.append((v, u))
    return np.angle(sum(weight[p] * np.exp(1j * phase[p]) for p in region))


def test_filter_is_the_plain_one_and_crosses_pi():
    rng = np.random.default_rng(0)
    half = (2, 3)
    phase = np.pi + rng.normal(0, 0.7, (5, 7))
    weight = rng.uniform(0.5, 1, phase.shape)
    chosen = rng.random(phase.shape) < 0.8
    chosen[2, 3] = True
    linked = np.stack([np.full(phase.shape, 2.0), 5 * np.exp(1j * phase)]).astype(np.complex64)
    found, left = refilter(linked, weight, chosen, RefilterOptions(half, 0.9), (5.0, 7.0))
    assert found.shape == (2, 1, 1) and left.shape == (1, 1)
    expected = plain_refilter(phase, np.where(chosen, weight, 0), half, 0.9)
    assert abs(wrapped(np.angle(found[1, 0, 0]) - expected)) < 1e-5
    assert abs(abs(np.angle(found[1, 0, 0])) - np.pi) < 0.4  # not 0, the mean of the angles
    assert np.abs(found[:, 0, 0]) == pytest.approx([2, 5])


def test_filter_smooths_and_keeps_a_border_and_what_is_not_chosen():
    rng = np.random.default_rng(1)
    truth = np.where(np.arange(40) < 20, 0.0, 2.5) * np.ones((40, 1))
    phase = truth + rng.normal(0, 0.3, truth.shape)
    linked = np.exp(1j * np.stack([np.zeros_like(phase), phase])).astype(np.complex64)
    linked[:, 10, 10] = np.nan
    chosen = np.isfinite(linked[0])
    chosen[20, 30] = False
    found, left = refilter(linked, np.ones(phase.shape), chosen, square_window(7, 1.2), (1.0, 1.0))
    error = wrapped(np.angle(found[1]) - truth[3:-3, 3:-3])
    assert np.nanstd(error) < 0.12
    assert abs(np.nanmean(error[:, 14:17])) < 0.05  # beside the border
    assert np.isnan(found[1, 7, 7]) and found[1, 17, 27] == linked[1, 20, 30]
    assert left[7, 7] == left[17, 27] == 1.0
    for pixels, threshold in ((6, 1.0), (1, 1.0), (7, 4.0)):
        with pytest.raises(GroundshiftError):
            square_window(pixels, threshold)


@pytest.mark.parametrize("window", [(5, 5), (9, 15), (1, 1)])
def test_filter_says_what_is_left_of_the_noise(window):
    """Neighbours whose windows overlap share noise, so that little of it is averaged out."""
    rng = np.random.default_rng(4)
    noise = rng.normal(size=(20, 90, 90))
    noise = ndimage.uniform_filter(noise, (0, *window))
    phase = 0.25 * noise / noise.std()
    phase[0] = 0
    linked = np.exp(1j * phase).astype(np.complex64)
    chosen = np.ones(phase.shape[1:], bool)
    filtered, left = refilter(linked, np.ones(chosen.shape), chosen, square_window(7, 1.05), window)
    before = np.angle(linked)[1:, 3:-3, 3:-3].std()
    assert np.median(left) == pytest.approx(np.angle(filtered)[1:].std() / before, rel=0.1)
    assert np.median(left) < (0.2 if window == (1, 1) else 0.92)


def test_networks():
    dates = np.array(["2020-01-01", "2020-01-13", "2020-03-01", "2020-03-13"], "datetime64[D]")

    def pairs(**options):
        return choose_pairs(dates, **options).tolist()

    assert len(pairs(kind="all")) == 6
    assert pairs(kind="connections", connections=1) == [[0, 1], [1, 2], [2, 3]]
    assert pairs(kind="days", days=12) == [[0, 1], [2, 3]]
    assert pairs(kind="single_reference", reference=dates[1]) == [[0, 1], [1, 2], [1, 3]]
    assert pairs(kind="list", pairs=((dates[3], dates[0]),)) == [[0, 3]]
    for options in (
        {"kind": "days", "days": 3}, {"kind": "list"}, {"kind": "star"},
        {"kind": "single_reference", "reference": np.datetime64("2021-01-01")},
    ):  # fmt: skip
        with pytest.raises(GroundshiftError):
            pairs(**options)


def test_interferograms_have_mintpys_sign():
    """Motion towards the satellite adds to the phase of an image, and lessens a pair's."""
    linked = np.exp(1j * np.array([0.0, 0.3, 1.0])).reshape(3, 1, 1).astype(np.complex64)
    phase = interferogram_phase(linked, [(0, 1), (1, 2)])
    assert phase.ravel() == pytest.approx([-0.3, -0.7])


def test_oversampling_is_measured():
    rng = np.random.default_rng(0)
    white = [rng.normal(size=(80, 80)) + 1j * rng.normal(size=(80, 80)) for _ in range(6)]
    assert samples_per_look(white) == pytest.approx(1, abs=0.02)
    taper = np.hamming(7)[:, np.newaxis] * np.hamming(5)

    def blurred(image):
        ramp = np.exp(0.4j * np.arange(80))
        return ramp * np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(taper, image.shape))

    power = np.abs(np.fft.fft2(taper, (80, 80))) ** 2
    expected = np.mean(power**2) / np.mean(power) ** 2
    assert samples_per_look(map(blurred, white)) == pytest.approx(expected, rel=0.08)
    assert samples_per_look([np.full((9, 9), np.nan + 0j)]) == 1
