# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Means over rectangles by shared area and 1/σ²."""

import numpy as np
from groundshift.algorithms.data.overlap import boxes_of_cells, overlap_means


def plain(values, std, box):
    """The same in NumPy, without the search for wild pixels."""
    top, bottom, left, right = box
    rows, cols = (np.arange(size, dtype=float) for size in values.shape)
    high = np.clip(np.minimum(bottom, rows + 1) - np.maximum(top, rows), 0, None)
    wide = np.clip(np.minimum(right, cols + 1) - np.maximum(left, cols), 0, None)
    area = np.outer(high, wide) * np.isfinite(values)
    weight = np.where(area > 0, area / std**2, 0.0)
    if area.sum() < 0.2499 * min(1.0, (bottom - top) * (right - left)):
        return np.nan, np.nan
    mean = np.nansum(weight * values) / weight.sum()
    return mean, np.sqrt(np.sum((weight * std) ** 2)) / weight.sum()


def test_against_numpy():
    rng = np.random.default_rng(3)
    std = rng.uniform(1, 4, (30, 40))
    values = std * rng.normal(0, 0.5, std.shape)
    values[rng.random(std.shape) < 0.3] = np.nan
    centre = rng.uniform(-2, 42, (2, 400))
    half = rng.uniform(0.2, 3.0, (2, 400))
    boxes = np.stack([centre[0] - half[0], centre[0] + half[0],
                      centre[1] - half[1], centre[1] + half[1]])  # fmt: skip
    expected = np.array([plain(values, std, box) for box in boxes.T]).T
    assert 0.1 < np.isnan(expected[0]).mean() < 0.9
    np.testing.assert_allclose(overlap_means(values, std, boxes), expected, rtol=1e-10)


def test_wild_pixels_are_left_out_and_a_slope_is_not():
    rng = np.random.default_rng(4)
    values, std = rng.normal(0, 1, (3, 30)), np.ones((3, 30))
    values[1, 1::3] = 500.0
    boxes = np.stack([[0.0] * 10, [3.0] * 10, np.arange(0, 30, 3), np.arange(3, 33, 3)])
    mean, error = overlap_means(values, std, boxes)
    assert np.abs(mean).max() < 1.5
    np.testing.assert_allclose(error, 1 / np.sqrt(8))
    slope = 50.0 * np.arange(30) + np.zeros((3, 1))
    mean, error = overlap_means(slope, std, boxes)
    np.testing.assert_allclose(mean, 50.0 * np.arange(1, 30, 3))
    np.testing.assert_allclose(error, 1 / 3)


def test_a_lone_pixel_is_never_lost_and_a_sliver_of_one_never_counts():
    values, std = np.full((3, 3), np.nan), np.ones((3, 3))
    values[1, 1] = 7.0
    for row, col in np.random.default_rng(5).random((50, 2)):
        edges = (
            np.stack([np.arange(-1, 4) - row, np.arange(0, 5) - row]),
            np.stack([np.arange(-1, 4) - col, np.arange(0, 5) - col]),
        )
        boxes = np.stack([
            *(np.repeat(edge, 5) for edge in edges[0]), *(np.tile(edge, 5) for edge in edges[1])
        ])  # fmt: skip
        mean, _ = overlap_means(values, std, boxes)
        assert 1 <= np.isfinite(mean).sum() <= 4
        np.testing.assert_allclose(mean[np.isfinite(mean)], 7.0)
    sliver, _ = overlap_means(values, std, np.array([1.9, 2.9, 1.0, 2.0])[:, None])
    assert np.isnan(sliver)


def test_boxes_of_turned_cells_keep_their_area():
    for angle in np.radians([0, 3, 45, 90, 200]):
        col, row = np.meshgrid(np.arange(4) * 2.0, np.arange(3) * 3.0)
        cols = 10 + np.cos(angle) * col - np.sin(angle) * row
        rows = 20 + np.sin(angle) * col + np.cos(angle) * row
        top, bottom, left, right = boxes_of_cells(cols, rows)
        assert (top < bottom).all() and (left < right).all()
        np.testing.assert_allclose((bottom - top) * (right - left), 6.0)
        x = (cols[1:, 1:] + cols[:-1, :-1]) / 2
        np.testing.assert_allclose((left + right) / 2, x)
