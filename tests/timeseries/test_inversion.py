# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The inversion kernel against a plain version, and what must not change its results."""

import pickle
from types import SimpleNamespace

import numba
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.inversion import Inversion, invert, make_plan
from groundshift.algorithms.timeseries.network import Network
from groundshift.algorithms.timeseries.weights import weight_table
from hypothesis import given, settings
from hypothesis import strategies as st

FIELDS = list(Inversion.__dataclass_fields__)


def network_of(ends, dates, days=None):
    days = 12 * np.arange(dates) if days is None else days
    times = np.datetime64("2018-01-06") + np.asarray(days)
    return Network.from_pairs([(times[a], times[b]) for a, b in ends])


def nearest(dates, connections):
    """Each date with the next few."""
    return [(i, i + k) for i in range(dates) for k in range(1, connections + 1) if i + k < dates]


def stack(network, pixels, *, gaps=0.0, noise=0.3, seed=0):
    """A smooth truth with noise, gaps and random coherence."""
    rng = np.random.default_rng(seed)
    years = network.years[:, None]
    truth = years * rng.normal(0, 20, pixels) + rng.normal(0, 2, pixels) * np.sin(6 * years)
    truth -= truth[0]
    first, second = network.pairs.T
    phase = truth[second] - truth[first] + noise * rng.normal(size=(len(first), pixels))
    coherence = rng.uniform(0.05, 0.99, phase.shape).astype(np.float32)
    phase[rng.random(phase.shape) < gaps] = np.nan
    return truth, phase.astype(np.float32), coherence


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


def assert_same(result, expected, scale=1.0):
    np.testing.assert_array_equal(result.pair_count, expected.pair_count)
    np.testing.assert_array_equal(result.subsets, expected.subsets)
    np.testing.assert_allclose(result.phase, expected.phase, atol=2e-5 * scale, rtol=2e-6)
    np.testing.assert_allclose(result.temporal_coherence, expected.temporal_coherence, atol=2e-6)
    np.testing.assert_allclose(
        result.variance_factor, expected.variance_factor, rtol=1e-4, atol=1e-6 * scale
    )
    np.testing.assert_allclose(result.series_noise, expected.series_noise, rtol=2e-6)
    np.testing.assert_allclose(
        result.functional_noise, expected.functional_noise, rtol=2e-6, atol=1e-9
    )


def assert_identical(result, expected):
    for name in FIELDS:
        np.testing.assert_array_equal(getattr(result, name), getattr(expected, name), name)


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


def test_temporal_coherence_of_large_residuals():
    # Residuals of many turns: the argument of the cosine must be reduced exactly enough.
    network = network_of(nearest(3, 2), 3)
    phase = np.linspace(-5e4, 5e4, 96, dtype=np.float32) * np.array([[1], [0], [0]], np.float32)
    assert_same(invert(make_plan(network), phase), plain(network, phase), scale=1e4)


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
