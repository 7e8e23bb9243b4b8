# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Images that are coherent with one another: what they are worth, and tests that know it."""

import functools

import numpy as np
import pytest
from groundshift.algorithms.scatterers.independence import (
    REACH,
    SIDE,
    SpeckleCoherence,
    speckle_coherence,
)
from groundshift.algorithms.scatterers.shp import ShpOptions, find_brothers
from groundshift.algorithms.scatterers.shp_limits import TESTS, stretch


def coherent_speckle(times, days, floor=0.0, seed=0, size=130):
    """Complex images whose coherence decays exponentially over intervals of 12 days."""
    span = 12.0 * np.abs(np.subtract.outer(np.arange(times), np.arange(times)))
    gamma = (0.8 - floor) * np.exp(-span / days) + floor
    np.fill_diagonal(gamma, 1.0)
    rng = np.random.default_rng(seed)
    noise = rng.normal(size=(2, times, size, size))
    return np.tensordot(np.linalg.cholesky(gamma), noise[0] + 1j * noise[1], 1), gamma


def tiles_of(images, size=65):
    """As a driver reads parts of a scene, here without a gap."""
    edges = range(0, images.shape[1], size)
    return [
        lambda row=row, col=col: images[:, row : row + size, col : col + size]
        for row in edges for col in edges
    ]  # fmt: skip


@functools.lru_cache
def measured(times, days, floor):
    images, gamma = coherent_speckle(times, days, floor, times)
    fringes = np.exp(0.005j * np.arange(130) * np.arange(times)[:, np.newaxis, np.newaxis])
    bright = np.random.default_rng(1).gamma(1.0, size=images.shape[1:])  # texture
    return images, gamma, speckle_coherence(tiles_of(images * bright * fringes / 10))


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize(
    ("times", "days", "floor"), [(20, 60.0, 0.0), (40, 60.0, 0.3), (40, 1e-3, 0.0)]
)
def test_coherent_images_are_as_seldom_refused(test, times, days, floor):
    images, gamma, coherence = measured(times, days, floor)
    assert coherence.effective == pytest.approx(times**2 / (gamma**2).sum(), rel=0.08)
    amplitude = np.abs(images).astype(np.float32)
    shares = []
    for factor in (1.0, stretch(test, 0.05, coherence)):
        options = ShpOptions(test, (5, 5), connected=False, stretched=factor)
        found = find_brothers(amplitude, options).as_bool()
        shares.append(1 - (found.sum() - 120**2) / (120**2 * (11**2 - 1)))
    as_independent, refused = shares
    # The largest distance comes in steps; the interval's second pass leans on the first.
    assert refused == pytest.approx(0.05, abs={"ks": 0.017, "ci": 0.015}.get(test, 0.006))
    if days > 1:
        assert as_independent > (0.17 if test == "ks" else 0.2)


def test_mixed_ground_keeps_to_the_rate_on_average():
    still, _ = coherent_speckle(30, 200.0, 0.3, 3)
    water, _ = coherent_speckle(30, 1e-3, 0.0, 4)
    coherence = speckle_coherence(tiles_of(still) + tiles_of(water))
    assert len(coherence.matrices) == 4
    sums = (coherence.matrices**2).sum(axis=(1, 2))
    assert sums[0] < 40 and sums[-1] > 150
    factor = stretch("glrt", 0.05, coherence)
    shares = []
    for images in (still, water):
        options = ShpOptions("glrt", (5, 5), connected=False, stretched=factor)
        found = find_brothers(np.abs(images).astype(np.float32), options).as_bool()
        shares.append(1 - (found.sum() - 120**2) / (120**2 * (11**2 - 1)))
    assert np.mean(shares) == pytest.approx(0.05, abs=0.01)


def test_stretched_limits_of_independent_images_are_the_limits():
    for test in TESTS:
        assert stretch(test, 0.05, SpeckleCoherence.none(25)) == pytest.approx(1.0, abs=0.02)


def test_too_few_windows_tell_nothing():
    images, _ = coherent_speckle(8, 60.0, size=14)
    assert speckle_coherence(tiles_of(images)) is None
    images, _ = coherent_speckle(8, 60.0, size=65)
    images[2, ::5, ::5] = np.nan
    assert speckle_coherence(tiles_of(images)) is None


def test_ground_that_is_alike_has_classes_that_are_alike():
    """Chance sorts the windows; speckle repeats itself the more the more coherent it is."""
    values, gamma = coherent_speckle(30, 200.0, 0.3, 3)
    coherence = speckle_coherence(tiles_of(values))
    assert len(coherence.matrices) == 4
    sums = (coherence.matrices**2).sum(axis=(1, 2))
    np.testing.assert_allclose(sums, (gamma**2).sum(), rtol=0.1)


def test_surroundings_have_the_class_of_their_ground():
    still, _ = coherent_speckle(30, 200.0, 0.3, 3)
    water, _ = coherent_speckle(30, 1e-3, 0.0, 4)
    both = np.concatenate([still, water], axis=2)
    coherence = speckle_coherence(tiles_of(still) + tiles_of(water))
    shape = both.shape[1:]
    padded = np.pad(both, ((0, 0), (REACH, REACH), (REACH, REACH)), constant_values=np.nan)
    found = coherence.classes_of(padded, (0, 0), shape)
    far = np.abs(np.arange(shape[1]) - shape[1] // 2) > 2 * SIDE
    still_there = np.broadcast_to(np.arange(shape[1]) < shape[1] // 2, shape)
    np.testing.assert_array_equal((found >= 2)[:, far], still_there[:, far])
    # At a border ground passes for what is more coherent, not for what is less.
    assert (found >= 2)[still_there].all()
    part = np.s_[:, 40 : 100 + 2 * REACH, 91 : 200 + 2 * REACH]
    np.testing.assert_array_equal(
        coherence.classes_of(padded[part], (40, 91), (60, 109)), found[40:100, 91:200]
    )
    assert (SpeckleCoherence.none(30).classes_of(padded, (0, 0), shape) == 0).all()
