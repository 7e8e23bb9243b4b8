# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking against plain NumPy and known phases, and what must not change it."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.slc import SlcBlock
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.scatterers.bound import span_classes
from groundshift.algorithms.scatterers.covariance import coherence_matrices, mask_bits
from groundshift.algorithms.scatterers.linking import (
    ESTIMATORS,
    PERSISTENT,
    SUBSTITUTE,
    BlockLinking,
    LinkingBlock,
    LinkingOptions,
    check_images,
    link_phases,
)
from groundshift.algorithms.scatterers.shp import ShpOptions
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_linking import (
    DATES,
    HALF,
    decay,
    plain_coherence,
    plain_goodness,
    plain_phases,
    speckle,
    wrapped,
)

TIMES, SHAPE = 9, (5, 11)
OPTIONS = LinkingOptions("emi", ShpOptions("glrt", HALF), minimum_brothers=5)
CLASSES = span_classes(DATES[:TIMES])
PLACES = ((0, 0), (2, 8), (4, 10))


def padded_speckle(times=TIMES, shape=SHAPE, seed=0, phase=None):
    size = tuple(n + 2 * h for n, h in zip(shape, HALF))
    return speckle(decay(times), size, phase, seed)


def some_brothers(shape=SHAPE, seed=1, share=0.7):
    brothers = np.random.default_rng(seed).random((*shape, 7, 9)) < share
    brothers[..., 3, 4] = True
    return brothers


def link(values, brothers, options=OPTIONS, classes=CLASSES):
    return link_phases(values, mask_bits(brothers), options, classes)


@pytest.mark.parametrize("strides", [(1, 1), (2, 3)])
@pytest.mark.parametrize("normalisation", ["power", "amplitude"])
def test_coherence_matrices_are_those_of_double_precision(strides, normalisation):
    shape = (3, 10)
    size = tuple(n * s + 2 * h for n, s, h in zip(shape, strides, HALF))
    values = speckle(decay(8), size) * np.float32(300)
    values[2, 4, 6] = np.nan
    brothers = some_brothers(shape)
    found, counts = coherence_matrices(values, mask_bits(brothers), HALF, strides, normalisation)
    worst = 0.0
    for row in range(3):
        for col in range(10):
            unit = normalisation == "amplitude"
            plain, count = plain_coherence(values, brothers, row, col, HALF, strides, unit)
            assert counts[row, col] == count
            worst = max(worst, np.abs(found[row, col] - plain).max())
    assert worst < 2e-6


@pytest.mark.parametrize("regularisation", ["hadamard", "shrinkage", "none"])
@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_phases_are_those_of_plain_numpy(estimator, regularisation):
    truth = np.linspace(0, 9, TIMES)
    values, brothers = padded_speckle(phase=truth), some_brothers()
    options = replace(OPTIONS, estimator=estimator, regularisation=regularisation)
    result = link(values, brothers, options)
    for row, col in PLACES:
        matrix, _ = plain_coherence(values, brothers, row, col)
        phases = plain_phases(matrix, estimator, regularisation)
        assert np.abs(wrapped(np.angle(result.linked[:, row, col]) - phases)).max() < 2e-5
        assert result.quality[row, col] == pytest.approx(plain_goodness(matrix, phases), abs=1e-5)
        assert result.brothers[row, col] == brothers[row, col].sum() - 1
    error = wrapped(np.angle(result.linked) - truth[:, np.newaxis, np.newaxis])
    assert np.sqrt(np.mean(error**2)) < 0.35


@pytest.mark.parametrize("times", [3, 20, 41])
def test_stacks_of_any_length(times):
    values, brothers = padded_speckle(times, (2, 3)), some_brothers((2, 3), share=0.95)
    result = link(values, brothers, classes=span_classes(DATES[:times]))
    for row, col in ((0, 0), (1, 2)):
        matrix, _ = plain_coherence(values, brothers, row, col)
        error = wrapped(np.angle(result.linked[:, row, col]) - plain_phases(matrix, "emi"))
        assert np.abs(error).max() < 5e-5


def test_phases_of_tevd_are_those_of_evd():
    values, brothers = padded_speckle(), some_brothers()
    found = [
        link(values, brothers, replace(OPTIONS, estimator=name)).linked for name in ("evd", "tevd")
    ]
    assert np.abs(wrapped(np.angle(found[0]) - np.angle(found[1]))).max() < 1e-5


def test_the_amplitude_is_that_of_the_brothers():
    values, brothers = padded_speckle(), some_brothers()
    result = link(values, brothers)
    samples = values[:, 2:9, 8:17][:, brothers[2, 8]]
    expected = np.sqrt(np.mean(np.abs(samples) ** 2, axis=1))
    assert np.abs(result.linked[:, 2, 8]) == pytest.approx(expected, rel=1e-5)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(ESTIMATORS))
def test_phase_and_brightness_of_the_dates_go_through(seed, estimator):
    rng = np.random.default_rng(seed)
    values, brothers = padded_speckle(seed=seed), some_brothers(seed=seed)
    options = replace(OPTIONS, estimator=estimator)
    phase, scale = rng.uniform(-3, 3, TIMES), np.exp(rng.normal(0, 1, TIMES))
    turned = values * (scale * np.exp(1j * phase))[:, np.newaxis, np.newaxis]
    first, second = link(values, brothers, options), link(turned, brothers, options)
    shift = (phase - phase[0])[:, np.newaxis, np.newaxis]
    error = wrapped(np.angle(second.linked) - np.angle(first.linked) - shift)
    assert np.abs(error).max() < 1e-4
    np.testing.assert_allclose(second.quality, first.quality, atol=1e-5)
    np.testing.assert_allclose(second.std, first.std, rtol=1e-3)
    np.testing.assert_allclose(
        np.abs(second.linked), np.abs(first.linked) * scale[:, np.newaxis, np.newaxis], rtol=1e-4
    )


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_the_order_of_the_dates_does_not_matter(estimator):
    values, brothers = padded_speckle(), some_brothers()
    options = replace(OPTIONS, estimator=estimator, with_std=False)
    first = link(values, brothers, options).linked
    order = np.array([3, 1, 8, 0, 2, 4, 7, 6, 5])
    second = link(values[order], brothers, options).linked
    error = np.angle(second / first[order] * (first[3] / np.abs(first[3])))
    assert np.abs(error).max() < 1e-4


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_blocks_change_no_bit(estimator):
    values, brothers = padded_speckle(), some_brothers(share=0.4)
    options = replace(OPTIONS, estimator=estimator, regularisation="shrinkage")
    whole = link(values, brothers, options)
    for rows, cols in ((slice(1, 3), slice(0, 11)), (slice(0, 5), slice(3, 6))):
        inner = values[:, rows.start : rows.stop + 6, cols.start : cols.stop + 8]
        part = link(inner, brothers[rows, cols], options)
        for name in ("linked", "quality", "std", "brothers", "how"):
            mine, other = getattr(part, name), getattr(whole, name)[..., rows, cols]
            assert np.array_equal(mine, other, equal_nan=mine.dtype.kind in "fc"), name


def test_too_few_brothers_and_no_data():
    values, brothers = padded_speckle(), some_brothers()
    brothers[1, 1] = False
    brothers[1, 1, 3, 4] = True
    values[5, 3 + 3, 4 + 7] = np.nan
    result = link(values, brothers)
    assert result.how[1, 1] == 0 and result.brothers[1, 1] == 0
    assert np.isnan(result.linked[:, 1, 1]).all() and np.isnan(result.quality[1, 1])
    assert result.how[3, 7] == 0 and result.brothers[3, 7] == -1
    linked = np.isfinite(result.linked[0])
    assert np.array_equal(linked, result.how > 0) and linked.sum() == 53
    values[:] = np.nan
    assert not link(values, brothers).how.any()


def test_an_image_without_signal_spoils_nothing_else():
    values, brothers = padded_speckle(), some_brothers()
    values[4] = 0
    evd = replace(OPTIONS, estimator="evd")
    result = link(values, brothers, evd)
    keep = np.delete(np.arange(TIMES), 4)
    other = link(values[keep], brothers, evd, span_classes(DATES[keep]))
    error = wrapped(np.angle(result.linked[keep]) - np.angle(other.linked))
    assert np.abs(error).max() < 1e-4


def test_evd_stands_in_where_coherences_have_no_inverse():
    times = 24
    values, brothers = padded_speckle(times), some_brothers(share=0.15)
    classes = span_classes(DATES[:times])
    plain = replace(OPTIONS, regularisation="none")
    result = link(values, brothers, plain, classes)
    substitute = result.how == SUBSTITUTE
    assert substitute.sum() > 40
    evd = link(values, brothers, replace(OPTIONS, estimator="evd"), classes)
    np.testing.assert_array_equal(result.linked[:, substitute], evd.linked[:, substitute])
    np.testing.assert_array_equal(result.std[substitute], evd.std[substitute])
    for regularisation in ("shrinkage", "hadamard"):
        options = replace(OPTIONS, regularisation=regularisation, beta=0.01)
        assert not (link(values, brothers, options, classes).how == SUBSTITUTE).any()


def test_persistent_scatterers_keep_their_phase_and_are_no_brothers():
    shape, strides = (2, 4), (2, 3)
    size = tuple(n * s + 2 * h for n, s, h in zip(shape, strides, HALF))
    values = speckle(decay(TIMES), size)
    own = np.exp(1j * np.linspace(0, 5, TIMES))
    persistent = np.zeros(size, bool)
    values[:, 3 + 1, 4 + 4] = 80 * own  # cell (0, 1)
    values[:, 3 + 0, 4 + 5] = 80 * own.conj() * (1 + 0.1 * np.arange(TIMES))  # the less steady one
    persistent[4, 8] = persistent[3, 9] = True
    options = replace(OPTIONS, shp=ShpOptions("glrt", HALF, strides=strides), test=False)
    block = LinkingBlock(SlcBlock(values, Window(0, 0, 4, 12), HALF), persistent)
    result = BlockLinking(options, CLASSES)(block)
    assert list(zip(*np.nonzero(result.how == PERSISTENT))) == [(0, 1)]
    np.testing.assert_allclose(result.linked[:, 0, 1], 80 * own, rtol=1e-5)
    assert result.quality[0, 1] == pytest.approx(1, abs=1e-6) and result.std[0, 1] < 1e-3
    without = values.copy()
    without[:, persistent] = np.nan
    images = replace(block.images, values=without)
    other = BlockLinking(options, CLASSES)(replace(block, images=images, persistent=None))
    others = result.how != PERSISTENT
    np.testing.assert_array_equal(result.linked[:, others], other.linked[:, others])


def test_noise_of_kept_phases_is_against_the_first_date_too():
    rng = np.random.default_rng(8)
    times, shape = 40, (30, 30)
    noise = rng.normal(size=(2, times, *shape)) * 10 ** (-15 / 20) / np.sqrt(2)
    values = (1 + noise[0] + 1j * noise[1]).astype(np.complex64)
    size = tuple(n + 2 * h for n, h in zip(shape, HALF))
    padded = np.full((times, *size), np.nan, np.complex64)
    padded[:, HALF[0] : -HALF[0], HALF[1] : -HALF[1]] = values
    block = LinkingBlock(
        SlcBlock(padded, Window(0, 0, *shape), HALF), np.isfinite(padded[0])
    )  # fmt: skip
    options = replace(OPTIONS, shp=ShpOptions("glrt", HALF), test=False)
    result = BlockLinking(options, span_classes(np.datetime64("2020-01-04") + np.arange(times)))(
        block
    )
    assert (result.how == PERSISTENT).all()
    actual = np.sqrt(np.mean(np.angle(result.linked[1:]) ** 2))
    assert np.sqrt(np.mean(result.std**2)) == pytest.approx(actual, rel=0.04)


def test_the_less_noisy_phase_is_kept():
    """A steady point keeps its own phase; coherent ground that was taken for one does not."""
    shape = (2, 4)
    size = tuple(n + 2 * h for n, h in zip(shape, HALF))
    values = speckle(decay(TIMES, 0.95, 1e4, 0.9), size)
    values[:, 3, 4] = 80 * np.exp(1j * np.linspace(0, 5, TIMES))
    persistent = np.zeros(size, bool)
    persistent[3, 4] = persistent[4, 6] = True
    block = LinkingBlock(SlcBlock(values, Window(0, 0, *shape), HALF), persistent)
    options = replace(OPTIONS, shp=ShpOptions("glrt", HALF), test=False, minimum_brothers=10)
    kept = BlockLinking(options, CLASSES)(block)
    assert list(zip(*np.nonzero(kept.how == PERSISTENT))) == [(0, 0), (1, 2)]
    chosen = BlockLinking(replace(options, keep_all=False), CLASSES)(block)
    assert list(zip(*np.nonzero(chosen.how == PERSISTENT))) == [(0, 0)]
    assert chosen.how[1, 2] != 0 and chosen.std[1, 2] < kept.std[1, 2]


def test_error_is_close_to_the_bound_and_emi_better_than_evd():
    from groundshift.algorithms.scatterers.bound import phase_bound

    gamma = decay(12, 0.8, 60, 0.0)
    values = speckle(gamma, (60, 60))
    brothers = np.ones((54, 52, 7, 9), bool)
    bound = np.sqrt(np.mean(phase_bound(gamma, 63) ** 2))
    errors = {}
    for name in ESTIMATORS:
        options = replace(OPTIONS, estimator=name)
        result = link(values, brothers, options, span_classes(DATES[:12]))
        square = np.mean(np.angle(result.linked[1:]) ** 2, axis=0)
        errors[name] = np.sqrt(square.mean()) / bound
        assert np.sqrt(np.mean(square / result.std**2)) == pytest.approx(1, abs=0.2), name
    assert 0.9 < errors["pta"] < 1.25 and 0.9 < errors["emi"] < 1.25
    assert errors["evd"] > 1.15 * errors["pta"]


def test_what_cannot_be_linked_is_told_in_one_sentence():
    with pytest.raises(GroundshiftError, match="2 images cannot be linked"):
        check_images(2)
    for change in (
        {"estimator": "mle"}, {"regularisation": "ridge"}, {"beta": 1.0}, {"oversampling": 0.5},
        {"minimum_brothers": 63}, {"normalisation": "l2"},
    ):  # fmt: skip
        with pytest.raises(GroundshiftError):
            replace(OPTIONS, **change)
