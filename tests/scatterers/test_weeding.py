# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Weeding against plain Python."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.weeding import (
    arc_noise,
    arcs,
    best_of_touching,
    point_noise,
    sliding_line,
    unlike,
)


def test_the_most_stable_of_touching_pixels_stays():
    rng = np.random.default_rng(0)
    pixel = rng.choice(30 * 30, 400, replace=False)
    rows, cols, gamma = pixel // 30, pixel % 30, rng.random(400).round(2)
    stay = best_of_touching(rows, cols, gamma)
    taken = []
    for i in sorted(range(400), key=lambda i: (-gamma[i], rows[i], cols[i])):
        if all(max(abs(rows[i] - rows[j]), abs(cols[i] - cols[j])) > 1 for j in taken):
            taken.append(i)
    assert set(np.flatnonzero(stay)) == set(taken)


def test_one_of_points_at_one_place():
    x, y = np.array([1.0, 2.0, 1.0, 2.0, 1.0]), np.array([1.0, 2.0, 1.0, 3.0, 1.0])
    stay = unlike(x, y, np.array([0.5, 0.6, 0.9, 0.7, 0.8]))
    assert stay.tolist() == [False, True, True, True, False]


def test_arcs():
    first, second = arcs(np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0], [11.0, 12.0]]))
    assert len(first) == 5 and np.all(first < second)
    first, second = arcs(np.array([[3.0, 0.0], [1.0, 0.0], [2.0, 0.0]]))
    assert list(zip(first, second)) == [(1, 2), (2, 0)]


def plain_noise(difference, years, window):
    """Noise of one arc: every date against a line through the others."""
    total = []
    for t in range(len(years)):
        others = np.arange(len(years)) != t
        weight = np.exp(-0.5 * ((years - years[t]) / window) ** 2)[others]
        guess = np.angle((weight * np.exp(1j * difference[others])).sum())
        rest = np.angle(np.exp(1j * (difference[others] - guess)))
        design = np.stack([np.ones(others.sum()), years[others] - years[t]], axis=1)
        root = np.sqrt(weight)
        line = np.linalg.pinv(design * root[:, None])[0] * root
        apart = np.angle(np.exp(1j * (difference[t] - guess - line @ rest)))
        total.append(apart**2 / (1 + (line**2).sum()))
    return np.sqrt(np.mean(total))


def test_the_noise_of_arcs_is_that_of_plain_numpy():
    rng = np.random.default_rng(1)
    years, baseline = np.sort(rng.uniform(0, 2, 15)), rng.normal(0, 100, 15)
    phase = rng.normal(0, 0.8, (15, 6)).astype(np.float32)
    slope = rng.normal(0, 0.01, 6).astype(np.float32)
    ends = np.array([0, 1, 2, 4]), np.array([1, 3, 5, 0])
    found = arc_noise(phase, slope, baseline, years, ends, 0.5)
    for k, (i, j) in enumerate(zip(*ends)):
        difference = (phase[:, i] - phase[:, j]).astype(float)
        difference -= (float(slope[i]) - float(slope[j])) * baseline
        assert found[k] == pytest.approx(plain_noise(difference, years, 0.5), rel=1e-6)


def test_noise_is_what_was_put_in_and_motion_is_none():
    rng = np.random.default_rng(2)
    years = np.arange(30) * 12 / 365.25
    points = 300
    sigma = rng.uniform(0.1, 0.5, points)
    rate = rng.normal(0, 1, points)  # radians a year
    phase = (rate * years[:, None] + rng.normal(0, 1, (30, points)) * sigma).astype(np.float32)
    ends = np.arange(points - 1), np.arange(1, points)
    noise = arc_noise(phase, np.zeros(points, np.float32), np.zeros(30), years, ends, 1.0)
    expected = np.hypot(sigma[:-1], sigma[1:])
    assert np.median(noise / expected) == pytest.approx(1.0, abs=0.05)


def test_a_quiet_point_is_not_blamed_for_its_neighbours():
    """One in ten is quiet; what else is known of the points is off by a factor of two or so."""
    rng = np.random.default_rng(3)
    years, points = np.arange(25) * 12 / 365.25, 2000
    sigma = np.where(rng.random(points) < 0.1, 0.15, 0.9)
    ends = arcs(rng.random((points, 2)))
    phase = (rng.normal(0, 1, (25, points)) * sigma).astype(np.float32)
    noise = arc_noise(phase, np.zeros(points, np.float32), np.zeros(25), years, ends)
    prior = sigma**2 * np.exp(rng.normal(0, 0.7, points))
    found = point_noise(noise, ends, prior)
    quiet = sigma < 0.5
    assert np.mean(found[quiet] <= 0.5) > 0.99
    assert np.mean(found[~quiet] > 0.5) > 0.97
    assert np.median(found[~quiet]) == pytest.approx(0.9, rel=0.1)
    assert np.median(found[quiet]) == pytest.approx(0.15, rel=0.4)
    # The least noisy arc, shared alike, has many of the quiet ones over the limit.
    least = np.full(points, np.inf)
    for end in ends:
        np.minimum.at(least, end, noise / np.sqrt(2))
    assert np.mean(least[quiet] > 0.5) > 0.25
    # The unit of what is known before does not matter.
    np.testing.assert_allclose(point_noise(noise, ends, 1e6 * prior), found, rtol=1e-9)


def test_arcs_that_agree_are_shared_exactly():
    variance = np.array([0.04, 0.5, 0.09, 0.3])
    ends = np.array([0, 0, 0, 1, 1, 2]), np.array([1, 2, 3, 2, 3, 3])
    noise = np.sqrt(variance[ends[0]] + variance[ends[1]])
    np.testing.assert_allclose(point_noise(noise, ends, variance) ** 2, variance, rtol=1e-6)


def test_a_point_without_an_arc_has_no_noise():
    found = point_noise(np.array([0.5]), (np.array([0]), np.array([1])), np.ones(3))
    assert np.isnan(found[2]) and found[:2] == pytest.approx([0.5 / np.sqrt(2)] * 2)
    assert np.isnan(point_noise(np.empty(0), (np.empty(0, int),) * 2, np.ones(2))).all()


def test_the_line_predicts_lines():
    years = np.array([0.0, 0.1, 0.4, 0.5, 0.9])
    near, line, inflation = sliding_line(years, 0.3)
    np.testing.assert_allclose(near.sum(axis=1), 1)
    np.testing.assert_allclose(line @ (2 + 3 * years), 2 + 3 * years)
    np.testing.assert_allclose(inflation, 1 + (line**2).sum(axis=1))
    assert np.all(np.diag(line) == 0)
