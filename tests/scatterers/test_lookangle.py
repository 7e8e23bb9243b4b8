# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The search over the baselines against plain NumPy, and what it must not depend on."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.lookangle import height_slope, make_trials, search
from hypothesis import given, settings
from hypothesis import strategies as st

LARGEST = 0.012


def sums(phase, baseline, slopes):
    """Sum of the turned phasors for every slope and point, over the number of dates."""
    turned = phase[np.newaxis] - slopes[:, np.newaxis, np.newaxis] * baseline[:, np.newaxis]
    return np.exp(1j * turned).mean(axis=1)


def brute_force(phase, baseline):
    """Slope, offset and stability from a very fine search."""
    slopes = np.linspace(-LARGEST, LARGEST, 6001)
    found = sums(phase, baseline, slopes)
    best = np.abs(found).argmax(axis=0)
    value = found[best, np.arange(phase.shape[1])]
    return slopes[best], np.angle(value), np.abs(value)


def noisy(dates=18, points=60, noise=0.5, spread=150.0, seed=0):
    rng = np.random.default_rng(seed)
    baseline = rng.normal(0, spread, dates)
    slope = rng.uniform(-0.8, 0.8, points) * LARGEST
    offset = rng.uniform(-3, 3, points)
    phase = slope * baseline[:, None] + offset + rng.normal(0, noise, (dates, points))
    return baseline, slope, phase.astype(np.float32)


@settings(max_examples=20, deadline=None)
@given(st.integers(5, 40), st.floats(5, 900), st.integers(0, 99))
def test_no_maximum_is_missed(dates, spread, seed):
    baseline, _, phase = noisy(dates, 20, 2.0, spread, seed)
    found = search(phase, np.zeros_like(phase), make_trials(baseline, LARGEST))
    slope, _, gamma = brute_force(phase.astype(float), baseline)
    # No worse than the fine search; the stability belongs to the slope and offset that are told.
    assert np.all(found.gamma >= gamma - 2e-3)
    turned = phase - found.slope * baseline[:, None] - found.offset
    np.testing.assert_allclose(np.cos(turned).mean(axis=0), found.gamma, atol=2e-4)
    np.testing.assert_allclose(np.sin(turned).mean(axis=0), 0, atol=2e-4)


def test_the_slope_is_that_of_plain_numpy():
    baseline, truth, phase = noisy()
    found = search(phase, np.zeros_like(phase), make_trials(baseline, LARGEST))
    slope, offset, gamma = brute_force(phase.astype(float), baseline)
    np.testing.assert_allclose(found.slope, slope, atol=3e-6)
    np.testing.assert_allclose(found.gamma, gamma, atol=1e-4)
    np.testing.assert_allclose(np.exp(1j * found.offset), np.exp(1j * offset), atol=1e-3)
    # Its error is that of a regression.
    error = 0.5 / (np.sqrt(len(baseline)) * baseline.std())
    assert np.std(found.slope - truth) == pytest.approx(error, rel=0.4)


def test_what_does_not_matter():
    baseline, _, phase = noisy()
    smooth = np.random.default_rng(1).normal(0, 3, phase.shape).astype(np.float32)
    plain = search(phase, np.zeros_like(phase), make_trials(baseline, LARGEST))
    for changed, shared, metres in (
        (phase + smooth, smooth, baseline),  # what neighbours share
        (phase + 2 * np.pi, np.zeros_like(phase), baseline),  # whole cycles
        (phase, np.zeros_like(phase), baseline + 37.0),  # the zero of the baselines
        (phase[::-1], np.zeros_like(phase), baseline[::-1]),  # the order of the dates
    ):
        other = search(changed, shared, make_trials(metres, LARGEST))
        np.testing.assert_allclose(other.gamma, plain.gamma, atol=1e-5)
        np.testing.assert_allclose(other.slope, plain.slope, atol=1e-6)


def test_unknown_baselines_and_phases():
    baseline, _, phase = noisy()
    phase[3, 5] = np.nan
    found = search(phase, np.zeros_like(phase), make_trials(np.full(18, np.nan), LARGEST))
    assert np.all(found.slope == 0)
    assert found.gamma[5] == 0 and found.offset[5] == 0
    expected = np.abs(np.exp(1j * phase[:, 6].astype(float)).mean())
    assert found.gamma[6] == pytest.approx(expected, abs=1e-6)


def test_slope_of_a_metre():
    # Fattahi and Amelung (2013): displacement B / (r sin i) * dh, phase -4 pi / wavelength of it.
    displacement = 100.0 / (850e3 * np.sin(np.radians(38.0))) * 10.0
    phase = 100.0 * 10.0 * height_slope(0.0555, 850e3, 38.0)
    assert phase == pytest.approx(-4 * np.pi / 0.0555 * displacement)
