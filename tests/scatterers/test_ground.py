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


def test_as_much_ground_passes_as_is_expected():
    dispersion, noise = made(planted=0)
    ground = simulated()
    expected = PIXELS * ground.share * len(ground.dispersion)
    passed = (dispersion < 0.4) & (noise <= 0.5)
    assert passed.sum() > 200
    assert passed.sum() == pytest.approx(expected, rel=0.15)
    assert ground.scatterers(dispersion[passed], PIXELS, 0.05) < 0.05 * passed.sum()


def test_scatterers_are_counted_and_ground_is_not():
    dispersion, noise = made()
    passed = (dispersion < 0.4) & (noise <= 0.5)
    assert passed.sum() > 5 * PLANTED
    found = simulated().scatterers(dispersion[passed], PIXELS, 0.05)
    assert 0.9 * PLANTED <= found <= 1.1 * PLANTED


def test_without_coherence_all_points_are_scatterers():
    dispersion, noise = made(np.eye(DATES))
    passed = (dispersion < 0.4) & (noise <= 0.5)
    ground = simulated(np.eye(DATES))
    assert ground.scatterers(dispersion[passed], PIXELS, 0.05) == passed.sum() == PLANTED


def test_a_mix_of_two_polarisations_lets_more_ground_pass():
    assert len(simulated(polarisations=2).dispersion) > 1.5 * len(simulated().dispersion)


def test_nothing_is_counted_where_all_may_be_ground():
    ground = Ground(np.array([0.1, 0.2]), 0.01)
    assert ground.scatterers(np.array([0.15, 0.3]), 1000, 0.05) == 0
    assert ground.scatterers(np.array([0.05, 0.3]), 1000, 0.05) == 1
    assert ground.scatterers(np.empty(0), 1000, 0.05) == 0
