# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Volcanic sources: against laws of elasticity, limits, and formulas as they were published."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source import elastic, okada, penny, spheroid
from groundshift.algorithms.source._point_kernel import field_kernel, los_kernel
from groundshift.algorithms.source.planes import plane_vectors
from groundshift.algorithms.source.volcanic import KINDS, linear_of, unit_los
from groundshift.algorithms.source.volcanic_model import (
    VolcanicModel,
    VolcanicSource,
    volume_of_pressure,
)

POISSON = 0.3
LAME = 2 * POISSON / (1 - 2 * POISSON)
ROWS = {
    "mogi": [100.0, -200.0, 3000.0, 1e6],
    "sphere": [100.0, -200.0, 3000.0, 900.0, 1e6],
    "spheroid": [100.0, -200.0, 3000.0, 1400.0, 0.4, 0.7, 0.9, 1e6],
    "penny": [100.0, -200.0, 3000.0, 2000.0, 1e6],
    "pcdm": [100.0, -200.0, 3000.0, 0.3, -0.4, 1.1, 1e6, 4e5, 7e5],
    "cdm": [100.0, -200.0, 3000.0, 0.3, -0.4, 1.1, 300.0, 500.0, 200.0, 0.8],
}
PLACES = np.array(
    [[1500.0, 400, -100], [-4000, 2500, -1200], [800, -3000, -5000], [-900, 1900, -3100]]
)


def source(kind, **changes):
    row = dict(zip(KINDS[kind], ROWS[kind]))
    return VolcanicSource(kind, list({**row, **changes}.values()))


def fields(row, points):
    u, g = np.zeros((len(points), 3)), np.zeros((len(points), 3, 3))
    field_kernel(points, np.atleast_2d(row), POISSON, u, g)
    return u, g


def on_surface(points):
    return points * [1.0, 1.0, 0.0]


def test_a_small_patch_of_okada_is_a_point_source():
    strike, dip, side = 0.5, 0.9, 2.0
    normal, along = plane_vectors(strike, dip, 0.0)
    up = plane_vectors(strike, dip, np.pi / 2)[1]
    for slip in np.eye(3):
        rectangle = np.array([[100.0, -50, 1000, strike, dip, side, side]])
        u, g = okada.displacement_gradients(PLACES, rectangle, slip[None], POISSON)
        vector = slip[0] * along + slip[1] * up + slip[2] * normal
        both = np.outer(normal, vector)
        tensor = side**2 * (both + both.T + LAME * (normal @ vector) * np.eye(3))
        six = tensor[np.triu_indices(3)]
        found = fields([100.0, -50, 1000, *six], PLACES)
        assert found[0] == pytest.approx(u, abs=3e-6 * np.abs(u).max())
        assert found[1] == pytest.approx(g, abs=1e-5 * np.abs(g).max())


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_are_those_of_the_displacement_and_the_surface_is_free(kind):
    model = VolcanicModel((source(kind),))
    gradients = model.displacement_gradients(PLACES, POISSON)[1]
    step = 0.5
    for axis in range(3):
        shift = step * np.eye(3)[axis]
        ahead, behind = (model.displacement(PLACES + s, POISSON) for s in (shift, -shift))
        numbers = (ahead - behind) / (2 * step)
        assert gradients[:, :, axis] == pytest.approx(numbers, abs=2e-6 * np.abs(gradients).max())
    free = model.displacement_gradients(on_surface(PLACES), POISSON)[1]
    stress = elastic.stress(free, Medium(1.0, POISSON))
    assert np.abs(stress[:, 2]).max() < 1e-9 * np.abs(stress).max()


@pytest.mark.parametrize("kind", KINDS)
def test_surface_and_depth_agree(kind):
    one = source(kind)
    at = on_surface(PLACES)
    below = one.fields(at, POISSON)[0]
    # A crack at depth is some hundred points, at the surface it is whole.
    assert one.surface(at, POISSON) == pytest.approx(below, abs=1e-6 * np.abs(below).max())


@pytest.mark.parametrize("kind", ["mogi", "spheroid", "pcdm"])
def test_stress_is_in_equilibrium(kind):
    one, step = source(kind), 1.0
    medium = Medium(1.0, POISSON)
    stress = [
        [elastic.stress(one.fields(PLACES + s * step * np.eye(3)[axis], POISSON)[1], medium)
         for s in (1, -1)]
        for axis in range(3)
    ]  # fmt: skip
    slopes = np.array([(ahead - behind) / (2 * step) for ahead, behind in stress])
    force = np.einsum("jpij->pi", slopes)
    assert np.abs(force).max() < 1e-6 * np.abs(slopes).max()


def test_mogi_is_mogi():
    distance = np.array([0.0, 1000, 3000, 9000])
    points = np.stack([100 + distance, -200 + 0 * distance, 0 * distance], axis=1)
    found = source("mogi").surface(points, POISSON)
    far = np.hypot(distance, 3000.0)
    # Mogi (1958): (1 - poisson) / pi dV (r, d) / R^3.
    factor = (1 - POISSON) / np.pi * 1e6 / far**3
    assert found[:, 0] == pytest.approx(factor * distance, abs=1e-15)
    assert found[:, 2] == pytest.approx(factor * 3000)


def test_sphere_is_mctigues():
    distance = np.linspace(0, 9000, 7)
    points = np.stack([100 + distance, -200 + 0 * distance, 0 * distance], axis=1)
    found = source("sphere").surface(points, POISSON)
    far, cube = np.hypot(distance, 3000.0), 0.3**3
    # McTigue (1987), both components, to the cube of radius over depth.
    bracket = 1 + cube * (
        (1 + POISSON) / (2 * (-7 + 5 * POISSON))
        + 15 * 3000**2 * (-2 + POISSON) / (4 * far**2 * (-7 + 5 * POISSON))
    )
    factor = (1 - POISSON) / np.pi * 1e6 / far**3 * bracket
    assert found[:, 2] == pytest.approx(factor * 3000)
    assert found[:, 0] == pytest.approx(factor * distance, abs=1e-15)
    small = source("sphere", radius=3.0).surface(points, POISSON)
    assert small == pytest.approx(source("mogi").surface(points, POISSON), rel=1e-7, abs=1e-15)


@pytest.mark.parametrize("aspect", [0.1, 0.4, 0.8, 0.95, 0.98, 0.999])
def test_pressure_on_the_wall_of_a_deep_spheroid_is_uniform(aspect, monkeypatch):
    # So near to its line of points a slender one takes more of them than the surface does.
    monkeypatch.setattr(spheroid, "FOCAL_NODES", 24 if aspect > 0.3 else 150)
    major, deep = 500.0, 4e5
    trend, plunge = 0.6, 0.8
    row = [0.0, 0.0, deep, major, aspect, trend, plunge, 0.0]
    row[-1] = volume_of_pressure("spheroid", row, 2.0, Medium(1.0, POISSON))
    flat = np.cos(plunge)
    axis = np.array([flat * np.sin(trend), flat * np.cos(trend), -np.sin(plunge)])
    across = np.array([np.cos(trend), -np.sin(trend), 0.0])
    theta = np.linspace(0.05, np.pi - 0.05, 9)[:, None]
    # A hair outside of the wall.
    wall = major * 1.000001 * (np.cos(theta) * axis + aspect * np.sin(theta) * across)
    normal = np.cos(theta) * axis + np.sin(theta) * across / aspect
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    gradients = VolcanicSource("spheroid", row).fields(wall - [0, 0, deep], POISSON)[1]
    traction = np.einsum("pij,pj->pi", elastic.stress(gradients, Medium(1.0, POISSON)), normal)
    assert traction == pytest.approx(-2.0 * normal, abs=2e-3)


def test_a_round_spheroid_is_a_point():
    points = on_surface(PLACES)
    round_one = source("spheroid", aspect=1.0).surface(points, POISSON)
    assert round_one == pytest.approx(source("mogi").surface(points, POISSON), rel=1e-5)
    row = [0, 0, 3000.0, 500.0, 1.0, 0, 0, 0]
    grown = volume_of_pressure("spheroid", row, 3e6, Medium(1e10, POISSON))
    assert grown == pytest.approx(np.pi * 500.0**3 * 3e6 / 1e10, rel=1e-5)


@pytest.mark.parametrize("depth", [0.4, 1.0, 3.0])
def test_a_crack_is_under_the_same_pressure_everywhere(depth):
    # Stress by the kernel of triangles, on a mesh whose slip is that of the solution.
    pressure = 1 / (2 * (1 - POISSON)) / penny.solve(depth)[4][0]
    normal, shear = mesh_stress(depth, 1.0)
    assert normal[:3] == pytest.approx(-pressure, rel=0.06)
    assert (np.abs(shear[:3]) < 0.06 * pressure).all()
    if depth < 1:
        # The test would see a crack that opens without sliding.
        assert (np.abs(mesh_stress(depth, 0.0)[1][:3]) > 0.2 * pressure).all()


def mesh_stress(depth, share):
    """Normal and radial shear stress within a crack, outwards, with a share of its sliding."""
    t, _, f, g, _ = penny.solve(depth)
    rings, spokes = np.sin(np.linspace(0, np.pi / 2, 19)), 36
    angle = 2 * np.pi * np.arange(spokes + 1) / spokes
    corners, slips = [], []
    for inner, outer in zip(rings[:-1], rings[1:]):
        opening, sliding = slip_of((inner + outer) / 2, t, f[0], g[0])
        for k in range(spokes):
            four = [
                (r * np.cos(angle[k + j]), r * np.sin(angle[k + j]), -depth)
                for r, j in ((inner, 0), (outer, 0), (outer, 1), (inner, 1))
            ]
            for three in ((0, 1, 2), (0, 2, 3)) if inner > 0 else ((0, 1, 2),):
                corners.append([four[j] for j in three])
                slips.append((opening, share * sliding, (angle[k] + angle[k + 1]) / 2))
    patches = PatchSet.of_triangles(np.array(corners))
    opening, sliding, way = np.array(slips).T
    vector = np.stack([sliding * np.cos(way), sliding * np.sin(way)], axis=1)
    components = [
        (vector * axis[:, :2]).sum(axis=1) for axis in (patches.along_strike, patches.up_dip)
    ]
    model = SlipModel(patches, *components, opening)
    near, half = ((rings[:-1] + rings[1:]) / 2)[1:8:2], np.pi / spokes
    points = np.stack([near * np.cos(half), near * np.sin(half), 0 * near - depth - 1e-9], axis=1)
    stress = elastic.stress(elastic.gradients(model, points, POISSON), Medium(1.0, POISSON))
    return stress[:, 2, 2], stress[:, 0, 2] * np.cos(half) + stress[:, 1, 2] * np.sin(half)


def slip_of(r, t, f, g):
    """Opening and sliding at a radius, by plain sums over the tail of f and G."""
    s = (np.arange(400) + 0.5) / 400 * np.sqrt(1 - r**2)
    step = np.sqrt(1 - r**2) / 400
    even = np.polynomial.Polynomial.fit(t**2, f / t, 9)
    odd = np.polynomial.Polynomial.fit(t**2, g / t**2, 9)
    square = r**2 + s**2
    return even(square).sum() * step, r * odd(square).sum() * step


def test_a_deep_crack_is_known():
    stiffness = penny.solve([2000.0])[4][0]
    # Sneddon (1946): dV = 8 (1 - poisson) p a^3 / (3 mu).
    assert 2 * (1 - POISSON) * stiffness == pytest.approx(8 * (1 - POISSON) / 3, rel=1e-6)
    points = on_surface(PLACES)
    flat = source("pcdm", omega_x=0, omega_y=0, volume_x=0, volume_y=0, volume_z=1e6)
    small = source("penny", radius=20.0).surface(points, POISSON)
    assert small == pytest.approx(flat.surface(points, POISSON), rel=1e-3)


def test_a_crack_of_finite_size_moves_as_much_as_its_sheets_of_points():
    # Betti: volume that is lifted at the surface is that of the crack, at any depth.
    for depth in (0.5, 2.0):
        x, w = np.polynomial.legendre.leggauss(400)
        angle = (x + 1) * np.pi / 4
        r = np.tan(angle) * depth
        up = penny.surface(r[:, None], np.array([depth]), penny.solve([depth]))[1][:, 0]
        lifted = (up * 2 * np.pi * r * depth / np.cos(angle) ** 2 * w * np.pi / 4).sum()
        assert lifted == pytest.approx(1.0, rel=1e-3)


def test_compound_dislocation_far_away_is_its_point():
    one = source("cdm", semi_x=3.0, semi_y=5.0, semi_z=2.0, opening=100.0)
    potencies = 400.0 * np.array([5 * 2.0, 3 * 2.0, 3 * 5.0])
    point = source("pcdm", volume_x=potencies[0], volume_y=potencies[1], volume_z=potencies[2])
    for points in (PLACES, on_surface(PLACES)):
        u, g = point.fields(points, POISSON)
        found = one.fields(points, POISSON)
        assert found[0] == pytest.approx(u, abs=2e-5 * np.abs(u).max())
        assert found[1] == pytest.approx(g, abs=5e-5 * np.abs(g).max())


def test_equal_potencies_are_a_mogi_point():
    # Of each potency a cavity grows by (1 + poisson) / (3 (1 - poisson)) in all.
    points = on_surface(PLACES)
    each = 1e6 * 2 * (1 - POISSON) / (1 - 2 * POISSON) / (2 + 3 * LAME)
    one = source("pcdm", volume_x=each, volume_y=each, volume_z=each).surface(points, POISSON)
    assert one == pytest.approx(source("mogi").surface(points, POISSON))


@pytest.mark.parametrize("kind", KINDS)
def test_many_models_at_a_time_are_as_one_by_one(kind):
    generator = np.random.default_rng(3)
    values = np.array([ROWS[kind], ROWS[kind]]) * generator.uniform(0.9, 1.1, (2, len(ROWS[kind])))
    look = generator.normal(size=PLACES.shape)
    found = unit_los(kind, values, on_surface(PLACES), look, POISSON)
    assert found.shape == (4, 2, len(linear_of(kind)))
    for k, row in enumerate(values):
        whole = (found[:, k] * row[linear_of(kind)]).sum(axis=1)
        vectors = VolcanicSource(kind, row).surface(on_surface(PLACES), POISSON)
        assert whole == pytest.approx((vectors * look).sum(axis=1))


def test_line_of_sight_kernel_is_the_field():
    row = np.array([100.0, -200, 2000, *np.random.default_rng(1).normal(size=6)])
    at, look = on_surface(PLACES), np.random.default_rng(2).normal(size=PLACES.shape)
    out = np.empty((4, 1))
    los_kernel(at, look, row[None, None], POISSON, out)
    assert out[:, 0] == pytest.approx((fields(row, at)[0] * look).sum(axis=1))


def test_sources_that_cannot_be_are_refused():
    for kind, changes, words in (
        ("mogi", {"depth": -100.0}, "above the ground"),
        ("sphere", {"radius": 4000.0}, "reaches 1000 m above the ground"),
        ("spheroid", {"semi_major": 5000.0}, "units"),
        ("spheroid", {"aspect": 1.2}, "swap"),
        ("spheroid", {"aspect": -0.2}, "above 0"),
        ("penny", {"radius": -1.0}, "radius"),
        ("penny", {"radius": 3e6}, "plate"),
        ("cdm", {"semi_x": -300.0}, "semi-axes"),
        ("cdm", {"semi_z": 9000.0}, "above the ground"),
        ("mogi", {"volume": np.nan}, "has no volume"),
    ):
        with pytest.raises(GroundshiftError, match=words):
            source(kind, **changes)
    with pytest.raises(GroundshiftError, match="no kind"):
        VolcanicSource("cone", [0.0])
