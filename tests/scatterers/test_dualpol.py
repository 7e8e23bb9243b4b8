# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The mix of two polarisations against a brute-force search, and what it does to clutter."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.dualpol import best_mix, equal_clutter_limit


def clutter(dates, pixels, seed):
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(2, dates, pixels, 2)) / np.sqrt(2)
    return (noise[..., 0] + 1j * noise[..., 1]).astype(np.complex64)


def dispersion(images):
    amplitude = np.abs(images)
    return amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)


def test_the_mix_is_the_best_one():
    first, second = clutter(15, 40, 0)
    first[:, :20] += 2.0
    second[:, :20] += 3.0j
    found = best_mix(first, second)
    best = np.full(40, np.inf)
    for alpha in np.linspace(0, np.pi / 2, 61):
        for psi in np.linspace(-np.pi, np.pi, 121):
            mixed = np.cos(alpha) * first + np.sin(alpha) * np.exp(1j * psi) * second
            best = np.minimum(best, dispersion(mixed))
    # Near the best of a fine search everywhere, and at it where there is a scatterer.
    assert np.all(found.dispersion[:20] < best[:20] + 1e-3)
    assert np.mean(found.dispersion - best) < 0.01
    np.testing.assert_allclose(dispersion(found.of(first, second)), found.dispersion, rtol=1e-4)
    assert np.all(found.dispersion <= np.minimum(dispersion(first), dispersion(second)) + 1e-6)


def test_scale_and_turn_do_not_matter():
    first, second = clutter(15, 30, 1)
    first += 2.0
    plain = best_mix(first, second).dispersion
    scaled = best_mix(5 * first * np.exp(0.7j), 5 * second).dispersion
    np.testing.assert_allclose(scaled, plain, atol=0.01)


def test_no_data():
    first, second = clutter(8, 3, 2)
    second[4, 1] = np.nan
    found = best_mix(first, second)
    assert np.isnan(found.dispersion[1]) and np.isfinite(found.dispersion[[0, 2]]).all()


def test_the_limit_lets_as_much_clutter_pass():
    limit = equal_clutter_limit(0.42, 15, seed=3)
    first, second = clutter(15, 20000, 4)
    one = (dispersion(first) < 0.42).mean()
    both = (best_mix(first, second).dispersion < limit).mean()
    assert limit < 0.4
    assert both == pytest.approx(one, rel=0.15)


def test_weak_scatterers_in_both_polarisations_are_gained():
    limit = equal_clutter_limit(0.35, 20)
    first, second = clutter(20, 1500, 5)
    first, second = first + 1.7, second + 1.7 * np.exp(1j)
    assert (best_mix(first, second).dispersion < limit).mean() > 1.3 * (
        dispersion(first) < 0.35
    ).mean()
