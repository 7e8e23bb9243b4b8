# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of matrices."""

import numpy as np
import pytest
from groundshift.algorithms.dense import gram, product


@pytest.mark.parametrize("shape", [(7, 4), (4, 7), (1, 1), (0, 3), (5, 0)])
@pytest.mark.parametrize("order", ["C", "F"])
def test_gram_is_the_transpose_times_the_matrix(shape, order):
    matrix = np.asarray(np.random.default_rng(0).normal(size=shape), order=order)
    assert np.allclose(gram(matrix), matrix.T @ matrix)
    assert np.array_equal(gram(matrix), gram(matrix).T)


def test_gram_of_a_part():
    matrix = np.random.default_rng(0).normal(size=(20, 8))[::2, 1::3]
    assert np.allclose(gram(matrix), matrix.T @ matrix)


@pytest.mark.parametrize("shape", [(3, 4, 5), (1, 7, 1), (0, 3, 2), (2, 0, 3)])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("kind, close", [("f4", 1e-5), ("f8", 1e-12)])
def test_product_is_that_of_numpy(shape, order, kind, close):
    rows, inner, cols = shape
    random = np.random.default_rng(0)
    left = np.asarray(random.normal(size=(rows, inner)), kind, order=order)
    right = np.asarray(random.normal(size=(inner, 2 * cols)), order=order)[:, ::2]
    found = product(left, right)
    assert found.dtype == kind and found.shape == (rows, cols)
    np.testing.assert_allclose(found, left @ right, atol=close)
