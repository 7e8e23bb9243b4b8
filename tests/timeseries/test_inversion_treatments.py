# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outliers, bridged cuts, date weights and influences of the inversion, against plain versions."""

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.timeseries.bootstrap import Bootstrap
from groundshift.algorithms.timeseries.inversion import (
    Inversion,
    PairTally,
    Treatment,
    invert,
    make_plan,
)
from groundshift.algorithms.timeseries.weights import weight_table

ROBUST = Treatment(robust=True)


def network_of(dates, connections=3, skip=()):
    times = np.datetime64("2018-01-06") + 12 * np.arange(dates)
    ends = [(i, j) for i in range(dates) for j in range(i + 1, min(i + connections + 1, dates))]
    return Network.from_pairs([(times[a], times[b]) for a, b in ends if (a, b) not in skip])


def design_of(network):
    rows = np.arange(len(network.pairs))
    design = np.zeros((len(rows), len(network.dates)))
    design[rows, network.pairs[:, 1]], design[rows, network.pairs[:, 0]] = 1, -1
    return design


def simulate(network, pixels, *, slips=0.0, gaps=0.0, noise=0.35, motion=None, seed=0):
    """Truth, phases and which of them slipped by a whole turn."""
    rng = np.random.default_rng(seed)
    years = network.years[:, np.newaxis]
    truth = years * rng.normal(0, 20, pixels) + rng.normal(0, 0.3, (len(years), pixels))
    truth = truth - truth[0] if motion is None else motion
    first, second = network.pairs.T
    shape = (len(first), pixels)
    slipped = rng.random(shape) < slips
    turns = 2 * np.pi * rng.choice([-1, 1], shape) * slipped
    phase = truth[second] - truth[first] + noise * rng.normal(size=shape) + turns
    phase[rng.random(shape) < gaps] = np.nan
    return truth, phase.astype(np.float32), slipped


def rms(values):
    return np.sqrt(np.mean(np.square(values)))


# Outliers


def plain_robust(network, phase, weight):
    """One pixel, dense algebra: least absolute deviations by IRLS, then rejection (see _robust)."""
    design = design_of(network)[:, 1:]
    use = np.isfinite(phase)
    design, phase, weight = design[use], phase[use].astype(float), weight[use]
    spare = len(phase) - design.shape[1]

    def solve(w):
        cofactors = np.linalg.inv(design.T * w @ design)
        x = cofactors @ (design.T * w @ phase)
        return x, phase - design @ x, np.einsum("ki,ij,kj->k", design, cofactors, design)

    x, residual, _ = solve(np.ones(len(phase)))
    for _ in range(5):
        size = np.abs(residual)
        x, residual, _ = solve(1 / np.maximum(size, 0.1 * size.mean() + 1e-6))
    sizes = np.abs(residual) * np.sqrt(weight)
    scale = np.sort(sizes)[int(np.ceil(len(phase) - spare / 2)) - 1] / 0.6745
    keep = (sizes <= 3.5 * scale) | (np.abs(residual) < 0.1)
    for step in range(3):
        used = np.where(keep, weight, 1e-6 * weight)
        x, residual, cofactor = solve(used)
        if step < 2:
            variance = (used * residual**2).sum() / max(spare - (~keep).sum(), 1)
            own = 1 + np.where(keep, -cofactor, cofactor) * weight
            fine = weight * residual**2 <= 3.5**2 * variance * own
            keep = fine | (np.abs(residual) < 0.1)
    return np.concatenate([[0], x]), (~keep).sum()


@pytest.mark.parametrize("weighted", [False, True])
def test_the_robust_solution_matches_the_plain_one(weighted):
    network = network_of(14)
    _, phase, _ = simulate(network, 150, slips=0.04, gaps=0.03)
    coherence = np.random.default_rng(1).uniform(0.3, 0.9, phase.shape).astype(np.float32)
    table = weight_table("cramer_rao", 10) if weighted else None
    weight = np.ones(phase.shape)
    if weighted:
        weight = table[np.floor(coherence.astype(float) * 1000 + 0.5).astype(int)]
    result = invert(
        make_plan(network), phase, coherence if weighted else None, weights=table, treatment=ROBUST
    )
    same = 0
    whole = np.flatnonzero((result.subsets == 1) & (result.pair_count >= 16))
    for p in whole:
        series, rejected = plain_robust(network, phase[:, p], weight[:, p])
        same += rejected == result.rejected[p] and np.allclose(
            series, result.phase[:, p], atol=1e-3
        )
    assert len(whole) > 120
    # A residual at the very limit may fall to either side by the bisection of the median.
    assert same >= 0.97 * len(whole)


# What is lost is lost at about one pixel in a hundred, where most pairs of a date slipped: at the
# ends of a network that has three pairs there sooner than where it has four.
@pytest.mark.parametrize(("longer", "limit"), [(3, 1.25), (0, 1.3)])
def test_slips_cost_little(longer, limit):
    short = network_of(30)
    more = [(i, i + 4) for i in range(0, 30 - 4)][:longer]  # the network of the benchmark: 87 pairs
    network = Network.from_pairs(short.dates[np.concatenate([short.pairs, more]).astype(int)]
                                 if more else short.dates[short.pairs])  # fmt: skip
    plan = make_plan(network)
    truth, clean, _ = simulate(network, 40000)
    _, phase, slipped = simulate(network, 40000, slips=0.03)
    baseline = rms(invert(plan, clean).phase - truth)
    plain = rms(invert(plan, phase).phase - truth)
    result = invert(plan, phase, treatment=ROBUST)
    assert plain > 2.5 * baseline
    assert rms(result.phase - truth) < limit * baseline
    usual = np.abs(result.phase - truth).max(axis=0) < 3
    assert usual.mean() > 0.985
    assert rms((result.phase - truth)[:, usual]) < 1.07 * baseline
    assert result.rejected.sum() == pytest.approx(slipped.sum(), rel=0.03)
    # Without slips hardly anything is lost.
    robust = invert(plan, clean, treatment=ROBUST)
    assert rms(robust.phase - truth) < 1.01 * baseline
    assert robust.rejected.mean() < 0.1


def test_the_errors_of_the_robust_solution_are_honest():
    network = network_of(30)
    truth, phase, _ = simulate(network, 20000, slips=0.03)
    slope = network.years - network.years.mean()
    slope = slope[np.newaxis] / np.sqrt((slope**2).sum())
    result = invert(make_plan(network), phase, noise_functionals=slope, treatment=ROBUST)
    error = slope[0] @ (result.phase - truth)
    error = error / np.sqrt(result.variance_factor * result.functional_noise[0])
    assert np.std(error) == pytest.approx(1.04, abs=0.05)
    assert np.median(np.abs(error)) / 0.6745 == pytest.approx(1.02, abs=0.03)
    assert np.median(result.variance_factor) == pytest.approx(0.35**2, rel=0.03)


def test_too_few_pairs_are_not_judged_and_rejecting_never_cuts():
    network = network_of(4, 2)  # five pairs, two to spare
    truth, phase, _ = simulate(network, 40, slips=0.2)
    robust, plain = (
        invert(make_plan(network), phase, treatment=ROBUST),
        invert(make_plan(network), phase),
    )
    assert (robust.rejected == 0).all()
    np.testing.assert_allclose(robust.phase, plain.phase, atol=1e-5)
    network = network_of(12, 2)
    _, phase, _ = simulate(network, 2000, slips=0.3)
    assert (invert(make_plan(network), phase, treatment=ROBUST).subsets == 1).all()


# Cut networks


def cut_phase(pixels, motion, noise, seed=0, gap=(9, 10)):
    """Thirty dates whose network is cut between two of them."""
    network = network_of(30)
    _, phase, _ = simulate(network, pixels, noise=noise, motion=motion, seed=seed)
    phase[(network.pairs[:, 0] <= gap[0]) & (network.pairs[:, 1] >= gap[1])] = np.nan
    return network, phase


def direct_nsbas(network, phase, weight, terms, gamma=1e-4):
    """[G 0; gamma (T, -t, -1)] m = [d; 0], Lopez-Quiroz et al. (2009), the first date at zero."""
    design = design_of(network)
    use = np.isfinite(phase)
    dates = len(network.dates)
    root = np.sqrt(weight[use])
    top = np.hstack([root[:, None] * design[use, 1:], np.zeros((use.sum(), len(terms) + 1))])
    model = np.hstack([np.eye(dates)[:, 1:], -terms.T, -np.ones((dates, 1))])
    right = np.concatenate([root * phase[use], np.zeros(dates)])
    solved = np.linalg.lstsq(np.vstack([top, gamma * model]), right, rcond=1e-14)[0]
    return np.concatenate([[0], solved[: dates - 1]])


@pytest.mark.parametrize("kind", ["linear", "quadratic", "annual"])
def test_bridging_is_the_limit_of_the_direct_solution(kind):
    network = network_of(20)
    years = network.years
    wave = 2 * np.pi * years
    more = {"linear": [], "quadratic": [years**2], "annual": [np.sin(wave), np.cos(wave)]}
    terms = np.stack([years, *more[kind]])
    _, phase, _ = simulate(network, 60, gaps=0.45, seed=3)
    coherence = np.random.default_rng(1).uniform(0.3, 0.9, phase.shape).astype(np.float32)
    table = weight_table("cramer_rao", 10)
    weight = table[np.floor(coherence.astype(float) * 1000 + 0.5).astype(int)]
    result = invert(
        make_plan(network), phase, coherence, weights=table,
        treatment=Treatment(bridge_terms=terms),
    )  # fmt: skip
    cut = np.flatnonzero(result.subsets > 1)
    assert len(cut) > 20
    for p in cut:
        expected = direct_nsbas(network, phase[:, p], weight[:, p], terms)
        np.testing.assert_allclose(result.phase[:, p], expected, atol=2e-3 * np.ptp(expected))
    whole = result.subsets == 1
    plain = invert(make_plan(network), phase, coherence, weights=table)
    np.testing.assert_array_equal(result.phase[:, whole], plain.phase[:, whole])


def test_bridging_beats_the_minimum_norm_and_says_how_well():
    rng = np.random.default_rng(0)
    years = network_of(30).years
    rate = rng.normal(0, 20, 4000)
    motion = years[:, np.newaxis] * rate
    network, phase = cut_phase(4000, motion, noise=0.3)
    plan, line = make_plan(network), Treatment(bridge_terms=years[np.newaxis])
    slope = years - years.mean()
    functionals = np.stack([np.full(30, 30**-0.5), slope / np.sqrt((slope**2).sum())])
    bridged = invert(plan, phase, noise_functionals=functionals, treatment=line)
    least = invert(plan, phase)
    assert (bridged.subsets == 2).all() and (bridged.joined_dates == 10).all()
    assert (least.joined_dates == 10).all()
    assert rms(bridged.phase - motion) < 0.6 * rms(least.phase - motion)
    found = slope @ bridged.phase / (slope**2).sum()
    spread, expected, variance = bridged.bridge_noise
    std = np.sqrt(0.3**2 * variance / spread)
    assert np.std((found - rate) / std) == pytest.approx(1, abs=0.04)
    residual = bridged.phase - bridged.phase.mean(axis=0) - found * slope[:, np.newaxis]
    assert (residual**2).sum(axis=0).mean() == pytest.approx(0.09 * expected.mean(), rel=0.05)


def test_a_term_that_the_parts_cannot_tell_is_left_out():
    # Parts of two dates hold rates alone: the parabola follows from them only across the parts.
    network = Network.from_pairs(network_of(6, 1).dates[np.array([[0, 1], [2, 3], [4, 5]])])
    years = network.years
    same = Treatment(bridge_terms=np.stack([years, 2 * years]))
    line = Treatment(bridge_terms=years[np.newaxis])
    phase = np.array([[1.0], [1.0], [1.0]], np.float32)
    for treatment in (same, line):
        series = invert(make_plan(network), phase, treatment=treatment).phase[:, 0]
        np.testing.assert_allclose(series, np.arange(6), atol=1e-5)


# Dates, pairs, sums


def test_excess_variance_is_weight_by_the_sum_of_variances():
    network = network_of(10)
    _, phase, _ = simulate(network, 50)
    coherence = np.random.default_rng(1).uniform(0.3, 0.9, phase.shape).astype(np.float32)
    table = weight_table("cramer_rao", 10)
    excess = np.random.default_rng(2).uniform(0, 1, len(phase))
    result = invert(
        make_plan(network), phase, coherence, weights=table,
        treatment=Treatment(excess_variance=excess),
    )  # fmt: skip
    weight = 1 / (1 / table[np.floor(coherence.astype(float) * 1000 + 0.5).astype(int)]
                  + excess[:, np.newaxis])  # fmt: skip
    design = design_of(network)[:, 1:]
    for p in range(50):
        normal = design.T * weight[:, p] @ design
        expected = np.linalg.solve(normal, design.T * weight[:, p] @ phase[:, p])
        np.testing.assert_allclose(result.phase[1:, p], expected, rtol=1e-5, atol=1e-5)


def test_date_weights_count_in_the_trace():
    network = network_of(8)
    _, phase, _ = simulate(network, 3)
    weights = np.arange(1.0, 9.0)
    result = invert(make_plan(network), phase, treatment=Treatment(date_weights=weights))
    design = design_of(network)[:, 1:]
    expected = (weights[1:] * np.diag(np.linalg.inv(design.T @ design))).sum()
    np.testing.assert_allclose(result.series_noise, expected, rtol=1e-6)


def test_the_tally_sums_residuals_whatever_the_blocks():
    network = network_of(10)
    _, phase, _ = simulate(network, 1003, gaps=0.1, slips=0.02)
    plan = make_plan(network)
    whole, parts = PairTally.empty(len(phase)), PairTally.empty(len(phase))
    result = invert(plan, phase, tally=whole, treatment=ROBUST, minimum_pairs=20)
    for begin in range(0, 1003, 100):
        part = phase[:, begin : begin + 100]
        invert(plan, part, tally=parts, treatment=ROBUST, minimum_pairs=20)
    kept = result.subsets > 0
    fitted = result.phase[network.pairs[:, 1]] - result.phase[network.pairs[:, 0]]
    residual = np.where(kept, phase - fitted, np.nan)
    np.testing.assert_allclose(whole.squares, np.nansum(residual**2, axis=1), rtol=1e-4)
    np.testing.assert_array_equal(whole.counts, np.isfinite(residual).sum(axis=1))
    assert whole.rejected.sum() == result.rejected.sum() > 0
    np.testing.assert_allclose(parts.squares, whole.squares, rtol=1e-12)
    np.testing.assert_array_equal(parts.rejected, whole.rejected)


def test_treatments_do_not_depend_on_blocks():
    network = network_of(14)
    _, phase, _ = simulate(network, 333, gaps=0.4, slips=0.03)
    slope = np.stack([np.ones(14), network.years])
    for treatment in (ROBUST, Treatment(bridge_terms=network.years[np.newaxis], influence=True)):
        options = {"treatment": treatment, "noise_functionals": slope}
        whole = invert(make_plan(network), phase, **options)
        parts = [invert(make_plan(network), phase[:, k : k + 7], **options)
                 for k in range(0, 333, 7)]  # fmt: skip
        for name in Inversion.__dataclass_fields__:
            joined = np.concatenate([getattr(part, name) for part in parts], axis=-1)
            np.testing.assert_array_equal(joined, getattr(whole, name), name)


def test_influences_are_residuals_times_the_response():
    network = network_of(9)
    _, phase, _ = simulate(network, 20)
    functional = np.random.default_rng(0).normal(size=9)
    result = invert(
        make_plan(network), phase, noise_functionals=functional,
        treatment=Treatment(influence=True),
    )  # fmt: skip
    design = design_of(network)[:, 1:]
    solver = np.linalg.inv(design.T @ design) @ design.T
    residual = phase - design @ (solver @ phase)
    spare = 1 - np.diag(design @ solver)
    expected = (functional[1:] @ solver)[:, None] * residual / np.sqrt(spare)[:, None]
    np.testing.assert_allclose(result.influence, expected, atol=1e-5)


def test_the_bootstrap_agrees_with_least_squares_for_white_noise():
    rng = np.random.default_rng(1)
    years = np.arange(40) * 12 / 365.25
    weights = rng.uniform(0.5, 2, 40)
    weights /= weights.mean()
    noise = rng.normal(size=(40, 3000)) / np.sqrt(weights)[:, None]
    centred = years - np.average(years, weights=weights)
    spread = (weights * centred**2).sum()
    rate = (weights * centred) @ noise / spread
    residual = noise - np.average(noise, axis=0, weights=weights) - rate * centred[:, None]
    drawn = Bootstrap.draw(years, weights, 5, 400, block=1, seed=3)
    nothing = np.zeros((5, 3000), np.float32)
    std = drawn.rate_std(residual, np.ones(3000), nothing, 1.0)
    assert np.mean(std**2) == pytest.approx(1 / spread, rel=0.05)
    again = Bootstrap.draw(years, weights, 5, 400, block=1, seed=3)
    np.testing.assert_array_equal(
        again.rate_std(residual[:, :9], np.ones(9), nothing[:, :9], 1.0), std[:9]
    )


def test_blocks_see_noise_that_is_correlated_in_time():
    rng = np.random.default_rng(1)
    years = np.arange(120) * 12 / 365.25
    noise = rng.normal(size=(120, 1500))
    for n in range(1, 120):
        noise[n] += 0.7 * noise[n - 1]
    centred = years - years.mean()
    gain = centred / (centred**2).sum()
    rate = gain @ noise
    residual = noise - noise.mean(axis=0) - rate * centred[:, None]
    stds = [
        np.sqrt(np.mean(
            Bootstrap.draw(years, np.ones(120), 1, 200, block).rate_std(
                residual, np.ones(1500), np.zeros((1, 1500), np.float32), 1.0) ** 2))
        for block in (1, 12)
    ]  # fmt: skip
    assert stds[0] < 0.65 * rate.std()
    assert 0.75 * rate.std() < stds[1] < 1.05 * rate.std()


@pytest.mark.parametrize("change", [{"date_weights": np.ones(3)}, {"excess_variance": -np.ones(9)}])
def test_bad_treatments_are_refused(change):
    network = network_of(5)
    with pytest.raises(GroundshiftError, match="finite and not negative"):
        invert(make_plan(network), np.zeros((9, 4)), treatment=Treatment(**change))
