# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Surfaces from their gradients."""

import numpy as np
from groundshift.algorithms.detection.integration import surface


def test_a_surface_comes_back():
    known = np.random.default_rng(1).normal(size=(23, 31))
    right = np.diff(known, axis=1, append=0.0)
    down = np.diff(known, axis=0, append=0.0)
    np.testing.assert_allclose(surface(right, down), known - known.mean(), atol=1e-12)


def test_what_does_not_agree_is_met_half_way():
    right = np.zeros((2, 2))
    right[0, 0], right[1, 0] = 1.0, 0.0
    found = surface(right, np.zeros((2, 2)))
    # Least squares by hand: a = (0, x, y, z) with x=1, z-y=0, y=0, z-x=0.
    matrix = np.array([[-1, 1, 0, 0], [0, 0, -1, 1], [-1, 0, 1, 0], [0, -1, 0, 1]], float)
    best = np.linalg.lstsq(matrix, np.array([1.0, 0, 0, 0]), rcond=None)[0]
    np.testing.assert_allclose(found.ravel(), best - best.mean(), atol=1e-12)
