# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What must not change the results of the inversion, and what must."""

import pickle
from types import SimpleNamespace

import numba
import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.inversion import invert, make_plan
from groundshift.algorithms.timeseries.weights import weight_table
from inversion_scenes import FIELDS, assert_identical, assert_same, nearest, network_of, stack


@pytest.fixture(scope="module")
def scene():
    network = network_of(nearest(14, 3), 14)
    _, phase, coherence = stack(network, 1500, gaps=0.25)
    phase[:, 200:400] = np.nan_to_num(phase[:, 200:400])
    options = {
        "weights": weight_table("cramer_rao", 8),
        "noise_functionals": np.random.default_rng(2).normal(size=(2, 14)),
    }
    return network, make_plan(network), phase, coherence, options


def joined(parts):
    return SimpleNamespace(
        **{name: np.concatenate([getattr(p, name) for p in parts], axis=-1) for name in FIELDS}
    )


@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("size", [1, 7, 100, 1000])
def test_results_do_not_depend_on_blocks(scene, weighted, size):
    _, plan, phase, coherence, options = scene
    phase, coherence = phase[:, :450], coherence[:, :450]
    if not weighted:
        coherence, options = None, {**options, "weights": None}
    whole = invert(plan, phase, coherence, **options)
    parts = []
    for begin in range(0, phase.shape[1], size):
        part = slice(begin, begin + size)
        parts.append(
            invert(plan, phase[:, part], None if coherence is None else coherence[:, part],
                   **options)
        )  # fmt: skip
    assert_identical(joined(parts), whole)


@pytest.mark.parametrize("weighted", [True, False])
def test_results_do_not_depend_on_the_order_of_pixels(scene, weighted):
    _, plan, phase, coherence, options = scene
    if not weighted:
        coherence, options = None, {**options, "weights": None}
    order = np.random.default_rng(0).permutation(phase.shape[1])
    mask = None if coherence is None else coherence[:, order]
    whole = invert(plan, phase, coherence, **options)
    shuffled = invert(plan, phase[:, order], mask, **options)
    for name in FIELDS:
        np.testing.assert_array_equal(
            getattr(shuffled, name), getattr(whole, name)[..., order], name
        )


def test_results_do_not_depend_on_threads(scene):
    _, plan, phase, coherence, options = scene
    before = numba.get_num_threads()
    many = invert(plan, phase, coherence, **options)
    try:
        numba.set_num_threads(1)
        one = invert(plan, phase, coherence, **options)
    finally:
        numba.set_num_threads(before)
    assert_identical(one, many)


def test_plans_can_be_pickled(scene):
    _, plan, phase, coherence, options = scene
    again = pickle.loads(pickle.dumps(plan))
    assert_identical(
        invert(again, phase, coherence, **options), invert(plan, phase, coherence, **options)
    )


def test_sign_and_scale_of_the_phase(scene):
    _, plan, phase, coherence, options = scene
    result = invert(plan, phase, coherence, **options)
    flipped = invert(plan, -phase, coherence, **options)
    np.testing.assert_array_equal(flipped.phase, -result.phase)
    np.testing.assert_array_equal(flipped.temporal_coherence, result.temporal_coherence)
    doubled = invert(plan, 2 * phase, coherence, **options)
    np.testing.assert_array_equal(doubled.phase, 2 * result.phase)
    np.testing.assert_array_equal(doubled.variance_factor, 4 * result.variance_factor)
    np.testing.assert_array_equal(doubled.series_noise, result.series_noise)


def test_scale_of_the_weights(scene):
    _, plan, phase, coherence, options = scene
    result = invert(plan, phase, coherence, **options)
    scaled = invert(plan, phase, coherence, **{**options, "weights": 4 * options["weights"]})
    np.testing.assert_array_equal(scaled.phase, result.phase)
    np.testing.assert_array_equal(scaled.variance_factor, 4 * result.variance_factor)
    np.testing.assert_array_equal(4 * scaled.functional_noise, result.functional_noise)


def test_order_of_pairs(scene):
    network, plan, phase, coherence, options = scene
    order = np.random.default_rng(1).permutation(len(phase))
    shuffled = make_plan(Network.from_pairs(network.dates[network.pairs[order]]))
    assert_same(
        invert(shuffled, phase[order], coherence[order], **options),
        invert(plan, phase, coherence, **options),
    )


def test_variance_factor_is_one_when_weights_are_inverse_variances():
    network = network_of(nearest(30, 3), 30)
    first, second = network.pairs.T
    rng = np.random.default_rng(4)
    coherence = rng.uniform(0.3, 0.9, (len(first), 4000)).astype(np.float32)
    sigma = np.sqrt((1 - coherence**2) / (2 * 15 * coherence**2))
    phase = (sigma * rng.normal(size=sigma.shape)).astype(np.float32)
    slope = np.linalg.pinv(np.stack([network.years, np.ones(30)], axis=1))[:1]
    result = invert(
        make_plan(network), phase, coherence, weights=weight_table("cramer_rao", 15),
        noise_functionals=slope,
    )  # fmt: skip
    assert abs(result.variance_factor.mean() - 1) < 0.01
    rate = slope[0] @ result.phase
    assert abs(np.std(rate / np.sqrt(result.functional_noise[0])) - 1) < 0.03
    assert abs((result.phase**2).sum(axis=0).mean() / result.series_noise.mean() - 1) < 0.05


def test_noise_can_be_left_out(scene):
    _, plan, phase, coherence, options = scene
    full = invert(plan, phase, coherence, **options)
    lean = invert(plan, phase, coherence, noise=False, **options)
    np.testing.assert_array_equal(lean.phase, full.phase)
    assert np.isnan(lean.series_noise).all()
    assert lean.functional_noise.shape == full.functional_noise.shape
    assert np.isnan(lean.functional_noise).all()


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"phase": np.zeros((3, 5))}, r"shape \(3, 5\) for 36 interferograms"),
        ({"coherence": np.zeros((36, 4))}, "coherence has the shape"),
        ({"weights": np.zeros(11)}, "not all positive"),
        ({"coherence": None}, "need coherence"),
        ({"noise_functionals": np.zeros((2, 3))}, "each of the 14 dates"),
    ],
)
def test_bad_arguments_are_refused(scene, change, text):
    network, plan, phase, coherence, options = scene
    arguments = {"phase": phase[:, :5], "coherence": coherence[:, :5], **options, **change}
    with pytest.raises(GroundshiftError, match=text):
        invert(plan, **arguments)
