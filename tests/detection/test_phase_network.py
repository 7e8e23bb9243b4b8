# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the phase jumps and where to trust it, on scenes that did not train the networks."""

import numpy as np
import pytest
from groundshift.algorithms.detection import phase_network
from groundshift.algorithms.detection.phase_network import jump_probabilities, trust
from groundshift.algorithms.scatterers.unwrapping.mcf import unwrap_learned, unwrap_mcf

TAU = 2.0 * np.pi


def steep_bowl(side=128, steepest=0.7, radius=22.0):
    """A bowl that changes by `steepest` cycles from pixel to pixel where it is steepest."""
    rows, cols = np.mgrid[:side, :side] - side / 2
    unit = np.exp(-0.5 * (rows**2 + cols**2) / radius**2)
    return TAU * steepest * radius * np.sqrt(np.e) * unit


def wrapped(phase):
    return np.angle(np.exp(1j * phase))


def wrong(found, truth):
    cycles = np.rint((found - truth) / TAU)
    return np.mean(cycles != np.median(cycles))


def test_fringes_of_more_than_half_a_cycle_a_pixel_are_counted():
    truth = steep_bowl()
    phase, coherence = wrapped(truth), np.full(truth.shape, 0.9)
    valid = np.ones(truth.shape, bool)
    found, component = unwrap_learned(phase, coherence, valid)
    assert wrong(unwrap_mcf(phase, coherence, valid, 20.0), truth) > 0.1
    assert wrong(found, truth) < 0.01
    assert np.abs(wrapped(found - phase)).max() < 1e-6
    assert (component == np.bincount(component.ravel()).argmax()).mean() > 0.9


def test_probabilities_are_such_and_the_sign_of_the_phase_only_swaps_them():
    phase = wrapped(steep_bowl())
    coherence = np.full(phase.shape, 0.8)
    found = jump_probabilities(phase, coherence)
    np.testing.assert_allclose(found.sum(axis=1), 1.0, atol=1e-5)
    swapped = jump_probabilities(-phase, coherence)[:, ::-1]
    assert np.mean(found.argmax(axis=1) == swapped.argmax(axis=1)) > 0.99


def test_tiles_make_no_difference(monkeypatch):
    rng = np.random.default_rng(2)
    phase = rng.uniform(-np.pi, np.pi, (150, 170))
    phase[20:40, 60:90] = np.nan
    coherence = rng.uniform(0.0, 1.0, phase.shape)
    whole = jump_probabilities(phase, coherence)
    monkeypatch.setattr(phase_network, "TILE", 48)
    np.testing.assert_allclose(jump_probabilities(phase, coherence), whole, atol=1e-5)


@pytest.mark.parametrize("shape", [(1, 9), (7, 1), (5, 6)])
def test_tiny_images_are_no_trouble(shape):
    phase = np.zeros(shape)
    assert jump_probabilities(phase, phase).shape == (2, 3, *shape)
    found, component = unwrap_learned(phase, np.ones(shape), np.ones(shape, bool))
    np.testing.assert_array_equal(found, phase)
    assert (component > 0).all()


def test_trust_tells_noise_from_fringes():
    rng = np.random.default_rng(3)
    phase = wrapped(steep_bowl(steepest=0.25))
    phase[:, 64:] = rng.uniform(-np.pi, np.pi, (128, 64))
    coherence = np.where(np.arange(128) < 64, 0.8, 0.25) + rng.normal(0.0, 0.1, phase.shape)
    phase[:5] = np.nan
    found = trust(phase, coherence)
    assert np.isnan(found[:5]).all()
    assert np.median(found[5:, :56]) > 0.9
    assert np.median(found[5:, 72:]) < 0.1
