# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The inversion kernel against a plain version."""

from types import SimpleNamespace

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries.inversion import invert, make_plan
from groundshift.algorithms.timeseries.weights import weight_table
from hypothesis import given, settings
from hypothesis import strategies as st
from inversion_scenes import FIELDS, assert_identical, assert_same, nearest, network_of, stack


def plain(
    network, phase, coherence=None, *, weights=None, minimum_coherence=0.0, minimum_pairs=1,
    noise_functionals=None,
):  # fmt: skip
    """Pixel by pixel: minimum-norm velocities between dates by SVD (Berardino et al. 2002)."""
    dates, pixels = len(network.dates), phase.shape[1]
    intervals = np.diff(network.years)
    design = np.zeros((len(network.pairs), dates))
    rows = np.arange(len(design))
    design[rows, network.pairs[:, 1]] = 1
    design[rows, network.pairs[:, 0]] = -1
    velocity_design = np.zeros((len(design), dates - 1))
    for k, (a, b) in enumerate(network.pairs):
        velocity_design[k, a:b] = intervals[a:b]
    functionals = np.zeros((0, dates)) if noise_functionals is None else noise_functionals
    out = SimpleNamespace(
        phase=np.full((dates, pixels), np.nan), temporal_coherence=np.full(pixels, np.nan),
        pair_count=np.zeros(pixels, int), subsets=np.zeros(pixels, int),
        variance_factor=np.full(pixels, np.nan), series_noise=np.full(pixels, np.nan),
        functional_noise=np.full((len(functionals), pixels), np.nan),
    )  # fmt: skip
    for p in range(pixels):
        use = np.isfinite(phase[:, p])
        weight = np.ones(len(use))
        if coherence is not None:
            gamma = coherence[:, p]
            use &= np.isfinite(gamma) & (gamma >= np.float32(minimum_coherence))
            if weights is not None:
                index = np.clip(np.nan_to_num(gamma.astype(float)), 0, 1) * (len(weights) - 1)
                weight = weights[np.floor(index + 0.5).astype(int)]
        if use.sum() < max(1, minimum_pairs):
            continue
        observed, weight = phase[use, p].astype(float), weight[use]
        root = np.sqrt(weight)
        a = design[use]
        singular = np.linalg.svd(a, compute_uv=False)
        subsets = dates - int((singular > 1e-6).sum())
        # Minimum norm after the fit: weights act on the fit alone.
        velocity = np.linalg.lstsq(
            root[:, None] * velocity_design[use], root * observed, rcond=1e-9
        )[0]
        series = np.concatenate([[0], np.cumsum(velocity * intervals)])
        residual = observed - a @ series
        freedom = use.sum() - dates + subsets
        out.phase[:, p] = series
        out.temporal_coherence[p] = abs(np.exp(1j * residual).mean())
        out.pair_count[p] = use.sum()
        out.subsets[p] = subsets
        if freedom >= 1:
            out.variance_factor[p] = (weight * residual**2).sum() / freedom
        if subsets == 1:
            inverse = np.linalg.inv((a.T * weight @ a)[1:, 1:])
            out.series_noise[p] = np.trace(inverse)
            out.functional_noise[:, p] = [q[1:] @ inverse @ q[1:] for q in functionals]
    return out


NETWORKS = {
    "one pair": ([(0, 1)], 2),
    "three connections": (nearest(12, 3), 12),
    "all pairs of 30 dates": (nearest(30, 29), 30),
    "yearly pairs": (nearest(70, 2) + [(i, i + 30) for i in range(0, 40, 3)], 70),
    "star": ([(4, i) if i > 4 else (i, 4) for i in range(9) if i != 4], 9),
    "chain without redundancy": (nearest(10, 1), 10),
    "two subsets": (nearest(5, 2) + [(a + 5, b + 5) for a, b in nearest(6, 2)], 11),
    "interleaved subsets": ([(i, i + 2) for i in range(8)], 10),
}


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("gaps", [0.0, 0.3])
def test_networks_match_the_plain_version(name, gaps):
    ends, dates = NETWORKS[name]
    network = network_of(ends, dates)
    plan = make_plan(network)
    _, phase, coherence = stack(network, 40, gaps=gaps)
    table = weight_table("cramer_rao", 10)
    functionals = np.random.default_rng(1).normal(size=(2, dates))
    for options in ({}, {"coherence": coherence, "weights": table}):
        result = invert(plan, phase, noise_functionals=functionals, **options)
        assert_same(result, plain(network, phase, noise_functionals=functionals, **options))


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_random_networks_gaps_and_weights_match_the_plain_version(data):
    dates = data.draw(st.integers(2, 9), "dates")
    every = [(a, b) for b in range(dates) for a in range(b)]
    ends = data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True), "pairs")
    steps = data.draw(st.lists(st.integers(1, 400), min_size=dates, max_size=dates), "steps")
    network = network_of(ends, dates, np.cumsum(steps))
    seed = data.draw(st.integers(0, 99), "seed")
    gaps = data.draw(st.sampled_from([0.0, 0.2, 0.6, 1.0]), "gaps")
    _, phase, coherence = stack(network, 19, gaps=gaps, seed=seed)
    options = {}
    if data.draw(st.booleans(), "with coherence"):
        kind = data.draw(st.sampled_from(["uniform", "coherence", "cramer_rao"]), "kind")
        options = {
            "coherence": coherence, "weights": weight_table(kind, 5),
            "minimum_coherence": data.draw(st.sampled_from([0.0, 0.4]), "minimum coherence"),
        }  # fmt: skip
    options["minimum_pairs"] = data.draw(st.integers(0, 4), "minimum pairs")
    functionals = np.random.default_rng(seed).normal(size=(1, len(network.dates)))
    result = invert(make_plan(network), phase, noise_functionals=functionals, **options)
    assert_same(result, plain(network, phase, noise_functionals=functionals, **options))


def test_noise_free_series_come_back():
    network = network_of(nearest(30, 3), 30)
    truth, phase, coherence = stack(network, 500, noise=0.0, gaps=0.1)
    result = invert(
        make_plan(network), phase, coherence, weights=weight_table("phase_variance", 20)
    )
    whole = result.subsets == 1
    assert whole.sum() > 480
    error = result.phase[:, whole] - truth[:, whole]
    assert np.sqrt(np.mean(error**2)) < 1e-5
    np.testing.assert_allclose(result.temporal_coherence, 1.0, atol=1e-6)


def union_find_subsets(network, used):
    joined = Network(network.dates, network.pairs[used])
    return len(np.unique(joined.subsets()))


def test_a_cut_is_found_whatever_the_weights():
    # A threshold on pivots takes weak links for cuts, or misses cuts, at such ratios.
    network = network_of(nearest(25, 3), 25)
    table = np.logspace(-9, 9, 1001)
    _, phase, coherence = stack(network, 3000, gaps=0.35, seed=5)
    coherence[:] = np.random.default_rng(0).choice([0.0, 0.5, 1.0], coherence.shape)
    result = invert(make_plan(network), phase, coherence, weights=table)
    expected = [union_find_subsets(network, np.isfinite(column)) for column in phase.T]
    np.testing.assert_array_equal(result.subsets, expected)
    assert 100 < (result.subsets > 1).sum() < 2900
    assert np.isfinite(result.phase).all()


def test_weak_links_carry_the_whole_answer():
    # Strong pairs inside of two groups and a link of a weight 1e8 times smaller between them.
    network = network_of(nearest(3, 2) + [(a + 3, b + 3) for a, b in nearest(3, 2)] + [(2, 3)], 6)
    truth, phase, coherence = stack(network, 20, noise=0.0)
    coherence[:] = 1.0
    coherence[(network.pairs == [2, 3]).all(axis=1)] = 0.0
    result = invert(make_plan(network), phase, coherence, weights=np.logspace(-4, 4, 1001))
    assert (result.subsets == 1).all()
    np.testing.assert_allclose(result.phase, truth, atol=1e-5)


def test_cut_pixels_are_flagged_and_keep_their_neighbours_apart():
    network = network_of(nearest(20, 2), 20)
    plan = make_plan(network)
    _, phase, _ = stack(network, 48)
    cut = (network.pairs[:, 0] <= 9) & (network.pairs[:, 1] >= 10)
    broken = phase.copy()
    broken[np.ix_(cut, [5, 17])] = np.nan
    result, whole = invert(plan, broken), invert(plan, phase)
    expected = np.ones(48)
    expected[[5, 17]] = 2
    np.testing.assert_array_equal(result.subsets, expected)
    assert np.isnan(result.series_noise[[5, 17]]).all()
    others = expected == 1
    for name in FIELDS:
        np.testing.assert_array_equal(
            getattr(result, name)[..., others], getattr(whole, name)[..., others], name
        )


def test_a_date_without_pairs_is_a_subset_of_its_own():
    network = network_of(nearest(8, 2), 8)
    _, phase, _ = stack(network, 3, noise=0.0)
    for date in (0, 3, 7):
        broken = phase.copy()
        broken[(network.pairs == date).any(axis=1)] = np.nan
        result = invert(make_plan(network), broken)
        assert (result.subsets == 2).all()
        assert_same(result, plain(network, broken))


def test_no_data_and_too_few_pairs_are_dropped():
    network = network_of(nearest(6, 2), 6)
    _, phase, coherence = stack(network, 40)
    phase[:, 3] = np.nan
    phase[:7, 4] = np.inf
    coherence[:, 5] = np.nan
    coherence[:, 6] = 0.1
    coherence[:, 7] = np.inf
    result = invert(make_plan(network), phase, coherence, minimum_coherence=0.3, minimum_pairs=4)
    dropped = result.pair_count == 0
    assert dropped[3:8].all()
    assert not dropped.all()
    np.testing.assert_array_equal(result.subsets == 0, dropped)
    for values in (result.phase[2], result.temporal_coherence):
        np.testing.assert_array_equal(np.isnan(values), dropped)
    assert np.isnan(result.variance_factor[dropped]).all()
    assert np.isnan(result.series_noise[dropped]).all()


@pytest.mark.parametrize("pixels", [0, 1, 16, 33])
def test_blocks_without_any_data(pixels):
    network = network_of(nearest(6, 2), 6)
    functionals = np.ones((1, 6))
    result = invert(make_plan(network), np.full((9, pixels), np.nan), noise_functionals=functionals)
    assert result.phase.shape == (6, pixels)
    assert result.functional_noise.shape == (1, pixels)
    for name in FIELDS:
        values = getattr(result, name)
        assert (values == 0).all() if values.dtype == np.int16 else np.isnan(values).all()


def test_a_threshold_that_float32_cannot_hold_keeps_equal_coherence():
    network = network_of(nearest(4, 1), 4)
    _, phase, _ = stack(network, 2)
    coherence = np.full(phase.shape, 0.7, np.float32)
    result = invert(make_plan(network), phase, coherence, minimum_coherence=0.7)
    assert (result.pair_count == 3).all()


def test_coherence_outside_of_its_range_is_clipped():
    network = network_of(nearest(4, 2), 4)
    _, phase, coherence = stack(network, 20)
    table = weight_table("coherence")
    coherence[1], coherence[2] = 1.0, 0.0
    expected = invert(make_plan(network), phase, coherence, weights=table)
    coherence[1], coherence[2] = 1.02, -0.01
    result = invert(make_plan(network), phase, coherence, weights=table, minimum_coherence=-1.0)
    assert_identical(result, expected)


def test_temporal_coherence_of_large_residuals():
    # Residuals of many turns: the argument of the cosine must be reduced exactly enough.
    network = network_of(nearest(3, 2), 3)
    phase = np.linspace(-5e4, 5e4, 96, dtype=np.float32) * np.array([[1], [0], [0]], np.float32)
    assert_same(invert(make_plan(network), phase), plain(network, phase), scale=1e4)
