# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coherence of images whose coherence is known."""

import numpy as np
import pytest
from groundshift.algorithms.tracking.stability import chance_coherence, mean_coherence, pairs_of


def images(count, shape, share, seed=0):
    """Images that have a share of their amplitude in common; coherence share squared."""
    rng = np.random.default_rng(seed)

    def noise(*size):
        return (rng.normal(size=size) + 1j * rng.normal(size=size)) / np.sqrt(2)

    own = np.sqrt(1 - share**2) * noise(count, *shape)
    return (share * noise(*shape) + own).astype(np.complex64)


def plain(stack, looks):
    """The definition, cell by cell."""
    down, across = looks
    rows, cols = stack.shape[1] // down, stack.shape[2] // across
    out = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            cell = stack[:, row * down : (row + 1) * down, col * across : (col + 1) * across]
            cell = cell.reshape(len(stack), -1).astype(complex)
            for k in range(len(stack)):
                for other in cell[k + 1 : k + 3]:
                    a = cell[k]
                    power = np.sum(np.abs(a) ** 2) * np.sum(np.abs(other) ** 2)
                    out[row, col] += np.abs(np.sum(a * other.conj())) / np.sqrt(power)
    return out / (2 * len(stack) - 3)


def test_it_is_the_definition():
    stack = images(6, (15, 60), 0.8)
    np.testing.assert_allclose(mean_coherence(stack, (5, 20)), plain(stack, (5, 20)), rtol=1e-5)
    assert len(pairs_of(6)) == 9 and len(pairs_of(40)) == 77


def test_known_coherence_is_found_and_chance_is_told():
    still = mean_coherence(images(8, (50, 400), np.sqrt(0.9)), (5, 20))
    assert np.mean(still) == pytest.approx(0.9, abs=0.01)
    none = mean_coherence(images(8, (50, 400), 0.0), (5, 20))
    assert np.mean(none) == pytest.approx(chance_coherence(100), rel=0.03)


def test_the_phase_of_an_image_does_not_matter_nor_its_brightness():
    stack = images(5, (10, 40), 0.9)
    turned = stack * (np.arange(1, 6) * np.exp(1j * np.arange(5)))[:, None, None]
    np.testing.assert_allclose(
        mean_coherence(turned.astype(np.complex64), (5, 20)), mean_coherence(stack, (5, 20)),
        rtol=1e-4,
    )  # fmt: skip


def test_gaps():
    stack = images(6, (10, 40), 0.9)
    whole = mean_coherence(stack, (5, 20))
    stack[2, :5, :20] = np.nan  # one image: the other pairs tell
    stack[:, :5, 20:36] = np.nan  # most of a cell
    stack[:, 5:, :2] = np.nan  # a bit of one
    found = mean_coherence(stack, (5, 20))
    assert np.isfinite(found[0, 0]) and np.isnan(found[0, 1])
    assert found[1, 0] == pytest.approx(whole[1, 0], abs=0.03) and found[1, 1] == whole[1, 1]


def test_cells_do_not_depend_on_the_block():
    stack = images(5, (20, 80), 0.7)
    whole = mean_coherence(stack, (5, 20))
    np.testing.assert_array_equal(mean_coherence(stack[:, 5:15, 20:60], (5, 20)), whole[1:3, 1:3])
