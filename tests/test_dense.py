# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of matrices."""

import numpy as np
import pytest
from groundshift.algorithms.dense import gram


@pytest.mark.parametrize("shape", [(7, 4), (4, 7), (1, 1), (0, 3), (5, 0)])
@pytest.mark.parametrize("order", ["C", "F"])
def test_gram_is_the_transpose_times_the_matrix(shape, order):
    matrix = np.asarray(np.random.default_rng(0).normal(size=shape), order=order)
    assert np.allclose(gram(matrix), matrix.T @ matrix)
    assert np.array_equal(gram(matrix), gram(matrix).T)


def test_gram_of_a_part():
    matrix = np.random.default_rng(0).normal(size=(20, 8))[::2, 1::3]
    assert np.allclose(gram(matrix), matrix.T @ matrix)
