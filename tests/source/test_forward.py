# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields on a map: turned to the true north, along the line of sight, wrapped."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.source import elastic
from groundshift.algorithms.source.elastic import strain, stress
from groundshift.algorithms.source.forward import (
    TENSOR,
    along_look,
    forward,
    fringes,
    turned,
    turned_tensor,
)
from hypothesis import given, settings
from hypothesis import strategies as st

FAULT = [1000.0, 2000.0, 9000.0, 0.7, 1.0, 12e3, 8e3]


def fault(turn=0.0):
    """A fault whose whole surroundings are turned clockwise."""
    east, north, depth, strike, *rest = FAULT
    place = east + 1j * north
    place *= np.exp(-1j * turn)
    row = [place.real, place.imag, depth, strike + turn, *rest]
    return SlipModel.of_rake(PatchSet.of_rectangles(row), 1.5, 0.4)


def surface_breaking(kind, dip):
    """Slip of 1 m to the surface, and a corner of the patch there."""
    half = 5e3 * np.sin(dip)
    plane = PatchSet.of_rectangles([0.0, 0.0, half, 0.0, dip, 20e3, 10e3])
    if kind == "triangles":
        a, b, c, d = plane.corners[0]
        plane = PatchSet.of_triangles([[a, b, c], [a, c, d]])
    corners = plane.corners.reshape(-1, 3)
    return SlipModel.of_rake(plane, 1.0, 0.0), corners[np.abs(corners[:, 2]).argmin()] * [1, 1, 0]


@pytest.mark.parametrize("kind", ["rectangles", "triangles"])
@pytest.mark.parametrize("dip", [np.pi / 2, 1.0, 0.5])
def test_no_number_beside_a_corner_at_the_surface(kind, dip):
    """There displacement grows without end; by rounding alone it was 1.2 m for a metre of slip."""
    model, corner = surface_breaking(kind, dip)
    around = np.exp(1j * np.linspace(0.1, 6.3, 24))
    ring = np.column_stack([around.real, around.imag, np.zeros(24)])
    for away in (0.0, 1e-9, 1e-4, 0.01):
        found = elastic.displacement(model, corner + away * ring)
        assert np.isnan(found).all()
        both = elastic.displacement_gradients(model, corner + away * ring)
        assert all(np.isnan(part).all() for part in both)
    found = elastic.displacement(model, corner + 0.1 * ring)
    assert np.isfinite(found).all() and np.abs(found).max() < 1.0
    look = np.tile([0.6, 0.0, 0.8], (24, 1))
    unit = np.array([[[1.0, 0.0, 0.0]]] * len(model.patches))
    assert np.isnan(elastic.green_los(model.patches, unit, corner + 1e-9 * ring, look)).all()


def test_buried_corners_do_not_cast_their_hair_on_the_surface():
    buried = SlipModel.of_rake(PatchSet.of_rectangles(FAULT), 1.5, 0.4)
    corners = buried.patches.corners[0] * [1, 1, 0]
    assert np.isfinite(elastic.displacement(buried, corners)).all()


def test_vectors_turn_clockwise_with_the_frame():
    north = np.array([[0.0, 1.0, 0.5]])
    assert np.allclose(turned(north, np.radians(90)), [[1, 0, 0.5]])
    assert np.allclose(turned(north, np.radians([30.0])), [[0.5, np.sqrt(0.75), 0.5]])


@given(angle=st.floats(-3, 3), seed=st.integers(0, 99))
def test_tensors_turn_as_their_vectors(angle, seed):
    random = np.random.default_rng(seed)
    a, b = random.normal(size=(2, 4, 3))
    tensors = np.einsum("pi,pj->pij", a, b)
    both = np.einsum("pi,pj->pij", turned(a, angle), turned(b, angle))
    assert np.allclose(turned_tensor(tensors, angle), both)


@settings(max_examples=15, deadline=None)
@given(turn=st.floats(-3, 3))
def test_fields_do_not_know_the_frame(turn):
    random = np.random.default_rng(5)
    points = random.uniform(-2e4, 2e4, (6, 3)) * [1, 1, 0] - [0, 0, 1000]
    place = (points[:, 0] + 1j * points[:, 1]) * np.exp(1j * turn)
    # A frame whose north lies `turn` clockwise of true north sees everything turned back.
    seen = np.column_stack([place.real, place.imag, points[:, 2]])
    straight = forward(fault(), points, 0.0, Medium(), True)
    again = forward(fault(-turn), seen, turn, Medium(), True)
    for name in ("displacement", "strain", "stress"):
        one, other = getattr(straight, name), getattr(again, name)
        assert np.allclose(one, other, rtol=1e-8, atol=1e-10 * np.abs(one).max())


def test_fields_match_the_oracle(oracle):
    for row in oracle("rect_enu.csv")[::7]:
        value = {name: float(text) for name, text in row.items()}
        east, north, depth = (value[f"c{name}_m"] for name in ("E", "N", "Depth"))
        patches = PatchSet.of_rectangles(
            [east, north, depth, *np.radians([value["strike"], value["dip"]]), value["length_m"],
             value["width_m"]]
        )  # fmt: skip
        model = SlipModel.of_rake(
            patches, value["slip_m"], np.radians(value["rake"]), value["open_m"]
        )
        point = [[value[f"obs{name}_m"] for name in "ENU"]]
        fields = forward(model, point, 0.0, Medium(value["mu_pa"], value["nu"]), True)
        moved = [value[f"u{name}_m"] for name in "ENU"]
        assert np.allclose(fields.displacement[0], moved, rtol=0, atol=1e-10 * np.abs(moved).max())
        stresses = [value[f"s{name.upper()}_pa"] for name, *_ in TENSOR]
        limit = 1e-9 * np.abs(stresses).max()
        assert np.allclose(fields.stress[0], stresses, rtol=0, atol=limit)


def test_stress_of_simple_strains():
    medium = Medium(30e9, 0.25)
    shear = np.zeros((1, 3, 3))
    shear[0, 0, 1] = 2e-6
    assert np.allclose(strain(shear)[0, 1, 0], 1e-6)
    assert np.allclose(stress(shear, medium)[0], [[0, 6e4, 0], [6e4, 0, 0], [0, 0, 0]])
    squeezed = -1e-6 * np.eye(3)[None]
    assert np.allclose(stress(squeezed, medium)[0], -(2 * 30e9 + 3 * 30e9) * 1e-6 * np.eye(3))
    assert np.isclose(medium.young, 75e9)
    assert np.isclose(Medium.of_young().shear_modulus, 32e9)


def test_fringes_count_half_wavelengths():
    look = np.array([[0.0, 0.0, 1.0]] * 3)
    los = along_look(np.array([[5.0, 5.0, 0.0], [0, 0, 0.0277], [0, 0, -0.007]]), look)
    phase = fringes(los, 0.0554)
    assert np.allclose(phase[:2], 0, atol=1e-9)
    assert np.isclose(phase[2], 4 * np.pi * 0.007 / 0.0554)  # away: positive in MintPy's sign
