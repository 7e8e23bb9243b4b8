# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings around masks, and detections that are one object."""

import numpy as np
import pytest
from groundshift.algorithms.detection.merging import merged
from groundshift.algorithms.detection.outlines import ring


def area(points):
    x, y = points.T
    return 0.5 * abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def test_a_pixel_is_a_diamond():
    points = ring(np.ones((1, 1), bool))
    assert sorted(map(tuple, points[:-1])) == [(0, 0.5), (0.5, 0), (0.5, 1), (1, 0.5)]
    assert (points[0] == points[-1]).all()


def test_a_disc_has_its_area_with_its_holes_filled():
    rows, cols = np.mgrid[:60, :70]
    disc = (rows - 30) ** 2 + (cols - 33) ** 2 < 20**2
    disc[28:31, 30:35] = False
    disc[2:4, 60:63] = True  # a small part elsewhere
    assert area(ring(disc)) == pytest.approx(np.pi * 400, rel=0.03)


def test_parts_that_touch_at_a_corner_are_apart():
    mask = np.zeros((6, 6), bool)
    mask[:3, :3] = mask[3:5, 3:5] = True
    points = ring(mask)
    assert points.max() <= 3.0 and area(points) == pytest.approx(8.5)  # four cut corners


def test_a_thin_mask_is_followed_round():
    mask = np.array([[1, 0, 1], [1, 1, 1], [0, 1, 0]], bool)
    points = ring(mask)
    steps = np.abs(np.diff(points, axis=0)).sum(axis=1)
    assert len(points) == 15 and (steps == 1).all()


def test_several_interferograms_show_one_object():
    boxes = np.array([(0, 0, 10, 10), (1, 1, 11, 11), (30, 30, 40, 40), (0, 1, 10, 10.0)])
    label = merged(boxes, np.array([0.6, 0.9, 0.8, 0.5]), np.array([0, 1, 0, 2]))
    assert label.tolist() == [0, 0, 1, 0]


def test_one_interferogram_shows_an_object_once():
    boxes = np.array([(0, 0, 10, 10), (1, 1, 11, 11.0)])
    assert merged(boxes, np.array([0.9, 0.6]), np.array([0, 0])).tolist() == [0, 1]
