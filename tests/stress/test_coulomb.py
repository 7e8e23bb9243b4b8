# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress on planes against reference numbers, and by what must hold for every stress."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.stress.coulomb import coulomb_change, plane_vectors, resolve
from hypothesis import given, settings
from hypothesis import strategies as st

KEYS = ("EE", "EN", "EU", "EN", "NN", "NU", "EU", "NU", "UU")


def tensors(rows, letter="s"):
    """Stress of every row of a table."""
    return np.array([[float(row[f"{letter}{key}_pa"]) for key in KEYS] for row in rows]).reshape(
        -1, 3, 3
    )


def columns(rows, *names):
    return np.array([[float(row[name]) for row in rows] for name in names])


def test_fixed_receivers_match_the_reference_numbers(oracle):
    rows = oracle("coulomb_fixed_receivers.csv")
    stress = tensors(rows)
    angles = np.radians(columns(rows, "strike", "dip", "rake"))
    friction, skempton = columns(rows, "friction", "skempton")
    want = columns(rows, "tau_pa", "sigma_n_pa", "pore_pa", "cfs_pa")
    for k, (mu, b) in enumerate(zip(friction, skempton)):
        got = coulomb_change(stress[k], *angles[:, k], mu, b)
        scale = np.abs(stress[k]).max()
        parts = (got.shear, got.normal, got.pressure, got.change)
        np.testing.assert_allclose(parts, want[:, k], atol=1e-9 * scale, rtol=0)


def test_all_planes_of_one_stress_at_once():
    stress = np.diag([-3.0, -1.0, 0.0])
    strike = np.radians([0.0, 45.0, 90.0, 135.0])
    shear, normal = resolve(stress, strike, np.pi / 2, 0.0)
    np.testing.assert_allclose(shear, [0, -1, 0, 1], atol=1e-15)
    np.testing.assert_allclose(normal, [-3, -2, -1, -2], atol=1e-15)


def test_east_west_compression_pushes_a_thrust_that_strikes_north():
    stress = np.diag([-1.0, 0.0, 0.0])
    shear, normal = resolve(stress, 0.0, np.radians(45), np.radians(90))
    assert shear == pytest.approx(0.5)
    assert normal == pytest.approx(-0.5)


angles = st.floats(-7, 7)
numbers = st.floats(-1e6, 1e6)


@settings(max_examples=60, deadline=None)
@given(st.lists(numbers, min_size=6, max_size=6), angles, angles, angles, st.floats(0, 1))
def test_what_holds_for_every_stress(parts, strike, dip, rake, skempton):
    a, b, c, d, e, f = parts
    stress = np.array([[a, b, c], [b, d, e], [c, e, f]])
    atol = 1e-9 * (1 + np.abs(stress).max())
    one = coulomb_change(stress, strike, dip, rake, 0.6, skempton)
    # the plane seen from its other side, and the opposite slip
    other = coulomb_change(stress, strike + np.pi, np.pi - dip, -rake, 0.6, skempton)
    np.testing.assert_allclose(other.change, one.change, atol=atol)
    opposite = coulomb_change(stress, strike, dip, rake + np.pi, 0.6, skempton)
    np.testing.assert_allclose(opposite.shear, -one.shear, atol=atol)
    # a pressure all around shears nothing, and undrained water takes its part of it
    around = coulomb_change(np.eye(3) * a, strike, dip, rake, 0.6, skempton)
    np.testing.assert_allclose(around.shear, 0, atol=atol)
    np.testing.assert_allclose(around.change, 0.6 * a * (1 - skempton), atol=atol)


def test_effective_friction_has_the_pressure_in_it():
    stress = np.diag([1.0, 2.0, 3.0])
    got = coulomb_change(stress, 0.3, 0.8, 0.2, 0.4)
    assert got.pressure == 0
    assert got.change == pytest.approx(got.shear + 0.4 * got.normal)


def test_vectors_are_square_to_each_other():
    rng = np.random.default_rng(3)
    normal, slip = plane_vectors(*rng.uniform(-4, 4, (3, 50)))
    np.testing.assert_allclose(np.einsum("ij,ij->i", normal, slip), 0, atol=1e-15)
    np.testing.assert_allclose(np.linalg.norm(normal, axis=1), 1, rtol=1e-15)
    np.testing.assert_allclose(np.linalg.norm(slip, axis=1), 1, rtol=1e-15)


@pytest.mark.parametrize(("friction", "skempton"), [(-0.1, None), (0.4, 1.2), (0.4, -0.1)])
def test_coefficients_out_of_range(friction, skempton):
    with pytest.raises(GroundshiftError, match="coefficient"):
        coulomb_change(np.eye(3), 0, 0, 0, friction, skempton)
