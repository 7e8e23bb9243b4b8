# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What coherent ground adds to persistent scatterers, against ground that was made."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.ground import Ground, simulate_ground
from groundshift.algorithms.scatterers.independence import SpeckleCoherence
from groundshift.algorithms.scatterers.weeding import arc_noise
from planted_slc import clutter_of, decaying

DATES, PIXELS, PLANTED = 25, 20_000, 60
YEARS = np.arange(DATES) * 12 / 365.25
GAMMA = decaying(DATES, 0.7, 60.0, 0.3)


def made(gamma=GAMMA, planted=PLANTED, seed=1):
    """Pixels of ground, the first of them scatterers of 15 dB; dispersion and noise."""
    rng = np.random.default_rng(seed)
    images = clutter_of(gamma, (PIXELS,), rng)
    images[:, :planted] += 10 ** (15 / 20)
    amplitude = np.abs(images)
    dispersion = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
    phase = np.zeros((DATES, PIXELS + 1), np.float32)
    phase[:, :-1] = np.angle(images)
    ends = np.arange(PIXELS), np.full(PIXELS, PIXELS)
    noise = arc_noise(phase, np.zeros(PIXELS + 1, np.float32), np.zeros(DATES), YEARS, ends)
    return dispersion, noise


def simulated(gamma=GAMMA, **options):
    return simulate_ground(
        SpeckleCoherence(gamma[np.newaxis]), YEARS, np.zeros(DATES),
        **{"limit": 0.4, "largest_noise": 0.5, "largest_slope": 0.0, "window": 2.0, **options},
    )  # fmt: skip


def steadier(ground, dispersion):
    return ground.steadier(dispersion, np.zeros(len(dispersion), int), [PIXELS], 0.05)


def test_as_much_ground_passes_as_is_expected():
    dispersion, noise = made(planted=0)
    ground = simulated()
    expected = PIXELS * ground.share * len(ground.dispersion[0])
    passed = (dispersion < 0.4) & (noise <= 0.5)
    assert passed.sum() > 200
    assert passed.sum() == pytest.approx(expected, rel=0.15)
    assert steadier(ground, dispersion[passed]).sum() < 0.05 * passed.sum()


def test_scatterers_are_counted_and_ground_is_not():
    dispersion, noise = made()
    passed = (dispersion < 0.4) & (noise <= 0.5)
    assert passed.sum() > 5 * PLANTED
    found = steadier(simulated(), dispersion[passed])
    assert 0.9 * PLANTED <= found.sum() <= 1.1 * PLANTED
    assert np.flatnonzero(passed)[found].searchsorted(PLANTED) >= 0.9 * found.sum()


def test_without_coherence_all_points_are_scatterers():
    dispersion, noise = made(np.eye(DATES))
    passed = (dispersion < 0.4) & (noise <= 0.5)
    ground = simulated(np.eye(DATES))
    assert steadier(ground, dispersion[passed]).sum() == passed.sum() == PLANTED


def test_a_mix_of_two_polarisations_lets_more_ground_pass():
    two, one = (simulated(polarisations=n).dispersion[0] for n in (2, 1))
    assert len(two) > 1.5 * len(one)


def test_the_share_of_ground_is_held():
    """Scatterers of all strengths among ground, over many pixels: 5 % of the chosen are ground."""
    rng, planted = np.random.default_rng(4), 400
    ratio = 10 ** (rng.uniform(3, 20, planted) / 20)
    ground, wrong, chosen = simulated(largest_noise=10.0), 0, 0
    for seed in range(5):
        images = clutter_of(GAMMA, (PIXELS,), np.random.default_rng([seed, 5]))
        images[:, :planted] += ratio
        amplitude = np.abs(images)
        dispersion = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
        index = np.flatnonzero(dispersion < 0.4)
        steady = index[steadier(ground, dispersion[index])]
        wrong, chosen = wrong + (steady >= planted).sum(), chosen + len(steady)
    assert 0.03 < wrong / chosen < 0.07


def test_the_rarest_ground_follows_from_the_tail():
    ground = simulated()
    steady = np.sort(made(planted=0, seed=6)[0])
    for count in (1, 5, 20):  # 0.05 to 1 in a thousand
        assert PIXELS * ground.rarity(0, steady[count - 1 : count])[0] == pytest.approx(
            count, abs=2.5 * np.sqrt(count)
        )
    assert ground.rarity(0, np.array([0.03]))[0] < 1e-7


def test_ground_of_each_class_is_for_itself():
    ground = Ground((np.array([0.1, 0.2]), np.array([0.3, 0.35])), 0.01)
    kind = np.array([0, 1, 1])
    chosen = ground.steadier(np.array([0.15, 0.15, 0.32]), kind, [1000, 1000], 0.05)
    assert chosen.tolist() == [False, True, False]
    none = ground.steadier(np.empty(0), np.empty(0, int), [1000, 1000], 0.05)
    assert none.shape == (0,)
