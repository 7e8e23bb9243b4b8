# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The optimisers and the sampler on functions whose answer is known."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.box_squares import least_squares_in_box
from groundshift.algorithms.source.convergence import effective_size, split_r_hat
from groundshift.algorithms.source.mcmc import ChainOptions, sample
from groundshift.algorithms.source.swarm import particle_swarm
from scipy.optimize import lsq_linear


def valleys(places):
    """Rastrigin's function about 0.3, 0.4, ...: hundreds of local minima."""
    centre = 0.3 + 0.1 * np.arange(places.shape[1])
    x = (places - centre) * 6
    return (x**2 - 3 * np.cos(2 * np.pi * x) + 3).sum(axis=1)


def test_swarm_finds_the_deepest_of_many_valleys():
    ends = [particle_swarm(valleys, 4, np.random.default_rng(seed)) for seed in range(5)]
    best = min(ends, key=lambda end: end.value)
    np.testing.assert_allclose(best.best, [0.3, 0.4, 0.5, 0.6], atol=1e-3)
    assert valleys(best.best[None])[0] == best.value
    assert sum(end.value < 1e-3 for end in ends) >= 3


def test_swarm_finds_its_way_round_a_circle():
    def hill(places):
        return 1 - np.cos(2 * np.pi * (places[:, 0] - 0.99)) + (places[:, 1] - 0.2) ** 2

    periodic = np.array([True, False])
    end = particle_swarm(hill, 2, np.random.default_rng(3), periodic=periodic)
    np.testing.assert_allclose(end.best, [0.99, 0.2], atol=1e-3)


def test_swarm_repeats_itself_and_passes_over_places_without_value():
    def half(places):
        return np.where(places[:, 0] < 0.5, np.inf, valleys(places))

    first, second = (particle_swarm(half, 2, np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first.best, second.best)
    assert first.best[0] >= 0.5 and np.isfinite(first.value)


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_least_squares_in_a_box_are_those_of_scipy(count):
    generator = np.random.default_rng(count)
    matrices = generator.standard_normal((40, 12, count))
    data = 2 * generator.standard_normal((40, 12))
    low, high = -generator.random((40, count)) * 0.3, generator.random((40, count)) * 0.3
    ours = least_squares_in_box(
        np.einsum("mri,mrj->mij", matrices, matrices), np.einsum("mri,mr->mi", matrices, data),
        low, high,
    )  # fmt: skip
    held = 0
    for k in range(40):
        peer = lsq_linear(matrices[k], data[k], (low[k], high[k]), method="bvls", tol=1e-14)
        np.testing.assert_allclose(ours[k], peer.x, atol=1e-7)
        held += (peer.active_mask != 0).sum()
    assert held > 10


def test_r_hat_and_effective_size_of_chains_that_are_known():
    generator = np.random.default_rng(0)
    white = generator.standard_normal((4000, 4, 2))
    assert (np.abs(split_r_hat(white) - 1) < 0.005).all()
    assert (np.abs(effective_size(white) / 16000 - 1) < 0.1).all()
    # Autoregressive of order 1: the effective size is n (1 - a) / (1 + a).
    slow = np.zeros_like(white)
    for step in range(1, len(slow)):
        slow[step] = 0.9 * slow[step - 1] + white[step]
    assert (np.abs(effective_size(slow) / (16000 * 0.1 / 1.9) - 1) < 0.25).all()
    apart = white + np.array([0, 0, 0, 3.0])[:, None]
    assert (split_r_hat(apart) > 1.3).all() and (effective_size(apart) < 20).all()
    drifting = white + np.linspace(0, 3, 4000)[:, None, None]
    assert (split_r_hat(drifting) > 1.2).all()


def banana(unit):
    """A bent ridge (Haario et al. 1999): its first and second moments are known exactly."""
    x, y, z = (10 * (unit - 0.5)).T
    return -0.5 * (x**2 + (y - 0.5 * x**2 + 0.5) ** 2 / 0.25 + z**2)


def test_chains_draw_from_a_bent_posterior():
    generator = np.random.default_rng(1)
    past = generator.uniform(0.3, 0.7, (60, 3))
    options = ChainOptions(chains=12, steps=12000, size=0, seed=4)
    chains = sample(banana, past[:12], past, options)
    x, y, z = 10 * (chains.draws.reshape(-1, 3) - 0.5).T
    assert chains.r_hat.max() < 1.03 and chains.size.min() > 500
    for draws, mean, variance in ((x, 0, 1), (y, 0, 0.25 + 0.5), (z, 0, 1)):
        assert abs(draws.mean() - mean) < 0.12
        assert abs(draws.var() - variance) < 0.12
    assert 0.1 < chains.acceptance < 0.6
    assert chains.density.max() > -0.1


def test_chains_find_their_way_between_two_hills():
    """Six parameters, hills 14 deviations apart with 30 and 70 % of the whole."""

    def hills(places):
        near, far = (((places - at) ** 2).sum(axis=1) / (2 * 0.02**2) for at in (0.4, 0.514))
        return np.logaddexp(np.log(0.3) - near, np.log(0.7) - far)

    past = np.random.default_rng(3).uniform(0.35, 0.56, (100, 6))
    chains = sample(hills, past[:24], past, ChainOptions(24, 4000, size=0, seed=5))
    share = (chains.draws.mean(axis=2) > 0.457).mean()
    assert abs(share - 0.7) < 0.05 and chains.r_hat.max() < 1.05
    assert abs(chains.draws[chains.draws.mean(axis=2) > 0.457].std(axis=0) - 0.02).max() < 0.003


def test_chains_respect_walls():
    """An exponential cut by its bounds: mean and share next to the wall are known."""

    def density(unit):
        inside = ((unit >= 0) & (unit <= 1)).all(axis=1)
        return np.where(inside, -5 * unit[:, 0] - 1 * unit[:, 1], -np.inf)

    past = np.random.default_rng(2).random((40, 2))
    chains = sample(density, past[:10], past, ChainOptions(10, 8000, size=0, seed=9))
    for k, rate in enumerate((5.0, 1.0)):
        mean = 1 / rate - 1 / np.expm1(rate)
        assert abs(chains.draws[..., k].mean() - mean) < 0.02
        below = -np.expm1(-0.1 * rate) / -np.expm1(-rate)
        assert abs((chains.draws[..., k] < 0.1).mean() - below) < 0.03


def test_chains_end_when_they_know_enough_and_repeat_themselves(check_same_numbers):
    past = np.random.default_rng(2).random((40, 3))
    runs = [
        sample(banana, past[:8], past, ChainOptions(8, 20000, size=1000, r_hat=1.02, seed=3))
        for _ in range(2)
    ]
    assert runs[0].steps < 20000 and runs[0].size.min() >= 1000 and runs[0].r_hat.max() < 1.02
    check_same_numbers(runs[0].draws, runs[1].draws)
    other = sample(banana, past[:8], past, ChainOptions(8, 2000, size=0, seed=8))
    assert (other.draws[-1] != runs[0].draws[-1]).any()


def test_chains_without_a_beginning_are_refused():
    past = np.random.default_rng(2).random((40, 3))
    with pytest.raises(GroundshiftError, match="widen the bounds"):
        sample(lambda unit: np.full(len(unit), -np.inf), past[:8], past, ChainOptions(8, 200))
    with pytest.raises(GroundshiftError, match="3 chains"):
        ChainOptions(chains=2)
