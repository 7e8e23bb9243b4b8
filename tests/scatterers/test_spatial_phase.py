# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The phase that neighbours share: the filter, and that no point vouches for itself."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.spatial_phase import (
    BandPass,
    places,
    shared_phase,
    touching_pixels,
)
from hypothesis import given, settings
from hypothesis import strategies as st

FILTER = BandPass()


def scattered(points=1500, rows=200, cols=240, seed=0):
    rng = np.random.default_rng(seed)
    pixel = np.sort(rng.choice(rows * cols, points, replace=False))
    return pixel // cols, pixel % cols


def smooth_phase(rows, cols, size=15.0):
    """Waves of 1.5 km whose fringes are no closer than 900 m."""
    return 1.0 * np.sin(2 * np.pi * rows * size / 1500) + 0.7 * np.cos(
        2 * np.pi * cols * size / 1700
    )


def test_smooth_phase_is_found_in_noise():
    rows, cols = scattered()
    rng = np.random.default_rng(1)
    truth = smooth_phase(rows, cols)
    phasors = np.exp(1j * (truth + rng.normal(0, 0.7, len(rows)))).astype(np.complex64)
    found = shared_phase(phasors, places(rows, cols, (15.0, 15.0), 50.0), FILTER)
    # Along the border the mean is over neighbours on one side.
    inner = (np.abs(rows - 100) < 75) & (np.abs(cols - 120) < 95)
    error = np.angle(np.exp(1j * (found - truth)))[inner]
    assert np.sqrt(np.mean(error**2)) < 0.25


def test_noise_finds_no_support_in_itself():
    """Unlike with a filter that is made after the points that it judges."""
    rows, cols = scattered(400)
    rng = np.random.default_rng(2)
    where = places(rows, cols, (15.0, 15.0), 50.0)
    alike, plain = [], []
    for _ in range(20):
        phase = rng.uniform(-np.pi, np.pi, len(rows))
        phasors = np.exp(1j * phase).astype(np.complex64)
        alike.append(np.cos(phase - shared_phase(phasors, where, FILTER)).mean())
        grid = np.zeros((2, where.shape[0] * where.shape[1]), np.complex64)
        np.add.at(grid[0], where.cell, phasors)
        grid[1] = grid[0]  # the filter is made from all points
        filtered, own = FILTER.apply(grid.reshape(2, *where.shape))
        filtered = filtered[0].ravel()[where.cell] / 2 - own[0].ravel()[where.cell] * phasors
        plain.append(np.cos(phase - np.angle(filtered)).mean())
    assert abs(np.mean(alike)) < 0.03
    assert np.mean(plain) > 0.2


def test_side_lobes_do_not_vouch_for_their_point():
    """Touching pixels with the same random phase count as one."""
    row, col = scattered(150, 100, 120)
    row, col = row * 2, col * 2
    rows, cols = np.concatenate([row, row]), np.concatenate([col, col + 1])
    rng = np.random.default_rng(3)
    where = places(rows, cols, (15.0, 15.0), 50.0)
    alike = []
    for _ in range(20):
        phase = np.tile(rng.uniform(-np.pi, np.pi, len(row)), 2)
        found = shared_phase(np.exp(1j * phase).astype(np.complex64), where, FILTER)
        alike.append(np.cos(phase - found).mean())
    # Where the two are in different cells a little too much is taken off.
    assert -0.15 < np.mean(alike) < 0.03


def test_a_lonely_point_shares_nothing():
    phasors = np.exp(1j * np.array([0.3, 1.0, 1.1])).astype(np.complex64)
    where = places(np.array([0, 2000, 2006]), np.array([0, 10, 10]), (15.0, 15.0), 50.0)
    found = shared_phase(phasors, where, FILTER)
    assert np.isnan(found[0])
    assert np.isfinite(found[1:]).all()


def test_order_and_scale_do_not_matter():
    rows, cols = scattered()
    phase = smooth_phase(rows, cols) + np.random.default_rng(4).normal(0, 0.5, len(rows))
    phasors = np.exp(1j * phase).astype(np.complex64)
    first = shared_phase(phasors, places(rows, cols, (15.0, 15.0), 50.0), FILTER)
    order = np.random.default_rng(5).permutation(len(rows))
    where = places(rows[order], cols[order], (15.0, 15.0), 50.0)
    np.testing.assert_allclose(
        np.exp(1j * shared_phase(7 * phasors[order], where, FILTER)), np.exp(1j * first[order]),
        atol=1e-3,
    )  # fmt: skip


def test_own_share_is_the_impulse_response():
    only_low = BandPass(beta=0.0)
    grid = np.zeros((2, 70, 90), np.complex64)
    grid[1, 33, 41] = 2.0 - 1.0j
    filtered, own = only_low.apply(grid)
    for group in range(2):
        expected = (2.0 - 1.0j) * own[group, 33, 41]
        assert filtered[group, 33, 41] == pytest.approx(expected, rel=1e-4)
    # Far from borders it is the mean of the transfer function, whatever the windows.
    assert own[0, 33, 41] == pytest.approx(only_low.low_pass_response().mean(), rel=1e-4)


def test_a_constant_passes_and_fine_structure_does_not():
    only_low = BandPass(beta=0.0)
    filtered, _ = only_low.apply(np.full((2, 96, 96), 0.5, np.complex64))
    np.testing.assert_allclose(filtered[:, 32:64, 32:64], 1.0, atol=0.02)
    chequered = np.indices((96, 96)).sum(axis=0) % 2 * 2 - 1
    filtered, _ = only_low.apply(np.stack([chequered, chequered]).astype(np.complex64))
    assert np.abs(filtered[:, 32:64, 32:64]).max() < 1e-3


def test_touching_points_are_in_one_group():
    rows, cols = scattered(3000, 120, 120)
    where = places(rows, cols, (15.0, 15.0), 50.0)
    first, second = touching_pixels(rows, cols)
    assert np.array_equal(where.group[first], where.group[second])
    assert 0.4 < where.group.mean() < 0.6


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_touching_pixels(points, height, width, seed):
    rng = np.random.default_rng(seed)
    pixel = rng.permutation(height * width)[:points]
    rows, cols = pixel // width + 4, pixel % width + 7
    found = {frozenset(pair) for pair in zip(*(v.tolist() for v in touching_pixels(rows, cols)))}
    expected = {
        frozenset((i, j))
        for i in range(len(rows))
        for j in range(i)
        if max(abs(rows[i] - rows[j]), abs(cols[i] - cols[j])) == 1
    }
    assert found == expected
