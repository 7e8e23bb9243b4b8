# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Nodal planes: by hand, from agencies, and as properties of double couples."""

import numpy as np
import pytest
from groundshift.algorithms.source.planes import auxiliary
from groundshift.algorithms.stress.coulomb import coulomb_change, plane_vectors
from hypothesis import given
from hypothesis import strategies as st

angles = st.tuples(
    st.floats(0, 2 * np.pi), st.floats(0.01, np.pi / 2), st.floats(-np.pi, np.pi)
)  # fmt: skip


@pytest.mark.parametrize(
    ("plane", "other"),
    [
        ((0, 90, 0), (270, 90, -180)), ((30, 45, 90), (210, 45, 90)),
        ((30, 45, -90), (210, 45, -90)), ((10, 20, 90), (190, 70, 90)),
        # The Global CMT catalogue: Landers 1992, Tohoku 2011, Izmit 1999.
        ((341, 70, -172), (248, 82, -20)), ((203, 10, 88), (25, 80, 90)),
        ((91, 87, 164), (182, 74, 3)),
    ],
)  # fmt: skip
def test_known_pairs(plane, other):
    found = np.degrees(auxiliary(*np.radians(plane)))
    difference = (found - other + 180) % 360 - 180
    # Agencies round to degrees, and two planes of a level axis can be told either way round.
    if abs(plane[1] - 90) < 1e-9 and abs(difference[0]) > 90:
        difference[0] = (difference[0] + 360) % 360 - 180
    assert np.abs(difference).max() <= 1.5


def _tensor(strike, dip, rake):
    normal, slip = plane_vectors(strike, dip, rake)
    return np.outer(normal, slip) + np.outer(slip, normal)


@given(angles)
def test_both_planes_have_one_moment_tensor(plane):
    other = auxiliary(*plane)
    assert 0 <= other[0] < 2 * np.pi + 1e-12 and 0 <= other[1] <= np.pi / 2 + 1e-12
    assert -np.pi < other[2] <= np.pi
    np.testing.assert_allclose(_tensor(*other), _tensor(*plane), atol=1e-9)


@given(angles)
def test_the_other_one_of_the_other_is_the_first(plane):
    again = auxiliary(*auxiliary(*plane))
    np.testing.assert_allclose(_tensor(*again), _tensor(*plane), atol=1e-8)


def test_both_planes_take_the_same_shear():
    rng = np.random.default_rng(0)
    stress = rng.normal(size=(50, 3, 3))
    stress += np.swapaxes(stress, 1, 2)
    plane = rng.uniform([0, 0.1, -3], [6, 1.5, 3], (50, 3)).T
    first, second = (coulomb_change(stress, *p) for p in (plane, auxiliary(*plane)))
    np.testing.assert_allclose(first.shear, second.shear, atol=1e-12)
