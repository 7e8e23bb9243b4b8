# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triangular dislocations against published numbers, rectangles in quad precision, and physics."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet, rectangle_corners
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source import okada, triangles
from groundshift.algorithms.source.elastic import stress
from hypothesis import given, settings
from hypothesis import strategies as st

HALVES = [[0, 1, 2], [2, 3, 0]]
TRIANGLE = np.array([[-4e3, 1e3, -2e3], [5e3, 2e3, -3e3], [1e3, 6e3, -9e3]])


def numbers(row, *names):
    return np.array([float(row[name]) for name in names])


def one(point, triangle, slip, poisson=0.25):
    u, g = triangles.displacement_gradients(
        np.atleast_2d(point), np.asarray(triangle)[None], np.atleast_2d(slip), poisson
    )
    return u[0], g[0]


def halved(rectangle, slip):
    """A rectangle (corners in the order of its strike) as two triangles, and their slip."""
    parts = PatchSet.of_triangles(rectangle[HALVES])
    along = rectangle[1] - rectangle[0]
    # A vertical rectangle may strike the other way than its triangles: dip slip changes its sign.
    same = np.sign(parts.along_strike @ along)
    return parts.corners, slip * np.stack([same**2, same, same**2], axis=1)


def error(found, expected):
    return np.abs(found - expected).max() / np.abs(expected).max()


def test_oracle_of_nikkhoo_and_walter(oracle):
    modes = {"strike": (1.0, 0, 0), "dip": (0, 1.0, 0), "tensile": (0, 0, 1.0)}
    for row in oracle("triangle_cutde.csv"):
        triangle = numbers(row, *(f"v{k}{axis}_m" for k in (1, 2, 3) for axis in "ENU"))
        triangle = triangle.reshape(3, 3)
        slip = np.array(modes[row["mode"]])
        # There the side that slips is that of the normal of the corners' order.
        normal = np.cross(triangle[1] - triangle[0], triangle[2] - triangle[0])
        slip[1] *= np.sign(PatchSet.of_triangles(triangle).normal[0] @ normal)
        u, g = one(numbers(row, "obsE_m", "obsN_m", "obsU_m"), triangle, slip, float(row["nu"]))
        strain = 0.5 * (g + g.T)
        strain = strain[[0, 1, 2, 0, 0, 1], [0, 1, 2, 1, 2, 2]]
        assert error(u, numbers(row, "uE_m", "uN_m", "uU_m")) < 1e-9
        assert error(strain, numbers(row, "exx", "eyy", "ezz", "exy", "exz", "eyz")) < 1e-9


def test_two_triangles_are_a_rectangle(oracle):
    for row in oracle("rect_enu.csv"):
        shape = numbers(row, "cE_m", "cN_m", "cDepth_m", "strike", "dip", "length_m", "width_m")
        shape[3:5] = np.radians(shape[3:5])
        rake, slip, opening = numbers(row, "rake", "slip_m", "open_m")
        slip = [slip * np.cos(np.radians(rake)), slip * np.sin(np.radians(rake)), opening]
        faults, slip = halved(rectangle_corners(shape[None])[0], np.array(slip))
        point = numbers(row, "obsE_m", "obsN_m", "obsU_m")[None]
        u, g = triangles.displacement_gradients(point, faults, slip, float(row["nu"]))
        gradient = numbers(row, *(f"d{a}d{b}" for a in "ENU" for b in "ENU"))
        assert error(u[0], numbers(row, "uE_m", "uN_m", "uU_m")) < 1e-11
        assert error(g[0].ravel(), gradient) < 1e-11


def test_rectangles_of_the_okada_kernels():
    """Also where both are hard: on planes and extensions of edges, and near 90 degrees."""
    rng = np.random.default_rng(8)
    shapes = np.column_stack(
        [rng.uniform(-9e3, 9e3, (12, 2)), np.full(12, 9e3), rng.uniform(0, 6, 12)]
        + [np.radians([1e-3, 5, 20, 45, 60, 75, 85, 89, 89.9, 89.99, 89.9999, 90])]
        + [rng.uniform(2e3, 1e4, 12), rng.uniform(1e3, 1.5e4, 12)]
    )
    for shape in shapes:
        corners, slip = rectangle_corners(shape[None])[0], rng.normal(size=3)
        along = 2 * corners[:2] - corners[[2, 3]]  # in the plane, on the extensions of two edges
        points = np.concatenate(
            [rng.uniform(-3e4, 3e4, (20, 3)), along, 3 * corners - 2 * along[0]]
        )
        points[:, 2] = np.where(rng.random(len(points)) < 0.3, 0, -np.abs(points[:, 2]))
        faults, halves = halved(corners, slip)
        u, g = triangles.displacement_gradients(points, faults, halves)
        expected, gradient = okada.displacement_gradients(points, shape[None], slip[None])
        assert error(u, expected) < 1e-10
        assert error(g, gradient) < 1e-9


def okada_frame(row):
    """The rectangle of a row, strike along x (east), with y (north) up the dip."""
    depth, dip, al1, al2, aw1, aw2 = numbers(
        row, "depth_m", "dip_deg", "al1_m", "al2_m", "aw1_m", "aw2_m"
    )
    dip = np.radians(dip)
    return np.array(
        [
            [along, up * np.cos(dip), min(up * np.sin(dip) - depth, 0.0)]
            for along, up in ((al1, aw1), (al2, aw1), (al2, aw2), (al1, aw2))
        ]
    )


def limits(tag):
    """Greatest relative error of displacement and gradients."""
    if "surface-breaking" in tag:
        return 1e-9, 1e-3 if "0.01 m" in tag else 1e-7
    return 1e-12, 1e-8  # gradients a millimetre from an edge that is 20 km long


def test_hard_points_of_rectangles(oracle):
    seen = set()
    for row in oracle("hard_points.csv"):
        rectangle, slip = okada_frame(row), numbers(row, "disl1_m", "disl2_m", "disl3_m")
        if float(row["dip_deg"]) == 0:
            slip = np.array([slip[1], -slip[0], slip[2]])  # a level triangle strikes north
            faults, slip = rectangle[HALVES], np.tile(slip, (2, 1))
        else:
            faults, slip = halved(rectangle, slip)
        point = numbers(row, "x_m", "y_m", "z_m")[None]
        u, g = triangles.displacement_gradients(point, faults, slip, float(row["nu"]))
        seen.add(row["expect"])
        if row["expect"] in ("refuse", "singular", "singular_or_one_sided"):
            assert np.isnan(u).all() and np.isnan(g).all(), row["tag"]
            continue
        expected = numbers(row, "ux_m", "uy_m", "uz_m")
        gradient = numbers(row, *(f"du{a}d{b}" for a in "xyz" for b in "xyz"))
        of_u, of_g = limits(row["tag"])
        assert error(g[0].ravel(), gradient) < of_g, row["tag"]
        if row["expect"] == "one_sided":
            # Here the hanging side, DC3D the foot wall or the mean: they differ along the slip.
            assert np.isfinite(u).all()
            continue
        assert error(u[0], expected) < of_u, row["tag"]
    assert {"regular", "limit", "one_sided", "singular", "refuse"} <= seen


def test_slip_is_the_jump_across_the_plane():
    parts = PatchSet.of_triangles(TRIANGLE[None])
    slip, step = np.array([0.7, -0.4, 0.2]), 1e-4 * parts.normal[0]
    (up, _), (on, _), (down, _) = (
        one(parts.centre[0] + way, TRIANGLE, slip) for way in (step, 0 * step, -step)
    )
    axes = np.stack([parts.along_strike[0], parts.up_dip[0], parts.normal[0]])
    np.testing.assert_allclose(axes @ (up - down), slip, atol=1e-7)
    np.testing.assert_allclose(on, up, atol=1e-7)  # on the plane it is the hanging side's


corners = st.lists(
    st.tuples(st.floats(-8, 8), st.floats(-8, 8), st.floats(-12, 0)), min_size=3, max_size=3
).map(lambda rows: 1e3 * np.array(rows))
slips = st.tuples(*[st.floats(-2, 2)] * 3).filter(lambda slip: np.abs(slip).max() > 0.1)
places = st.tuples(
    st.floats(-20, 20), st.floats(-20, 20), st.one_of(st.just(0.0), st.floats(-9, 0))
)


def is_fair(triangle, point):
    """Not a needle, and the point not next to it."""
    edges = triangle[[1, 2, 0]] - triangle
    area = np.linalg.norm(np.cross(edges[0], edges[1])) / 2
    longest = np.linalg.norm(edges, axis=1).max()
    if longest < 500 or area < 0.03 * longest**2:
        return False
    weights = np.random.default_rng(0).dirichlet((1, 1, 1), 200)
    inside = weights @ triangle
    return np.linalg.norm(inside - point, axis=1).min() > 0.15 * longest


@settings(max_examples=60, deadline=None)
@given(corners, slips, places, st.floats(0.05, 0.45))
def test_laws_that_any_triangle_keeps(triangle, slip, place, poisson):
    point = 1e3 * np.array(place)
    if not is_fair(triangle, point):
        return
    u, g = one(point, triangle, slip, poisson)
    # What two parts that nearly cancel leave is known to the rounding of the parts.
    least = 1e-4 * np.abs(slip).max()
    scale, steep = max(np.abs(u).max(), least), max(np.abs(g).max(), least / 1e3)
    assert np.isfinite(u).all() and np.isfinite(g).all()
    # The order of the corners is nothing to it.
    for order in ([1, 2, 0], [0, 2, 1], [2, 1, 0]):
        other, slope = one(point, triangle[order], slip, poisson)
        np.testing.assert_allclose(other, u, rtol=0, atol=1e-9 * scale)
        np.testing.assert_allclose(slope, g, rtol=0, atol=1e-8 * steep)
    # Nor is the unit of length.
    other, slope = one(7 * point, 7 * triangle, slip, poisson)
    np.testing.assert_allclose(other, u, rtol=0, atol=1e-9 * scale)
    np.testing.assert_allclose(7 * slope, g, rtol=0, atol=1e-8 * steep)
    # The surface has no traction.
    above = point * [1, 1, 0]
    if is_fair(triangle, above):
        _, free = one(above, triangle, slip, poisson)
        traction = stress(free, Medium(1.0, poisson))[2]
        assert np.abs(traction).max() <= 1e-9 * max(np.abs(free).max(), steep)


@settings(max_examples=25, deadline=None)
@given(corners, slips, places)
def test_gradients_are_those_of_the_displacement(triangle, slip, place):
    point = 1e3 * np.array(place) - [0, 0, 300]
    if not is_fair(triangle, point):
        return
    _, g = one(point, triangle, slip)
    steps = np.concatenate([np.eye(3), -np.eye(3), 2 * np.eye(3), -2 * np.eye(3)])
    moved = triangles.displacement(point + steps, triangle[None], np.array([slip]))
    by, twice = moved[:3] - moved[3:6], moved[6:9] - moved[9:]
    numeric = ((8 * by - twice) / 12).T
    assert np.abs(numeric - g).max() < 1e-5 * np.abs(g).max() + 1e-13


def test_forces_balance_in_the_ground():
    """The divergence of the stress is nought."""
    step, centre = 10.0, np.array([2e3, 3e3, -1500.0])
    ways = step * np.concatenate([np.eye(3), -np.eye(3)])
    places = centre + np.concatenate([ways, 2 * ways])
    _, g = triangles.displacement_gradients(places, TRIANGLE[None], [[1.0, 0.5, 0.3]])
    sigma = stress(g, Medium(1.0, 0.25))
    near, far = sigma[:3] - sigma[3:6], sigma[6:9] - sigma[9:]
    slopes = (8 * near - far) / (12 * step)
    assert np.abs(np.einsum("jij->i", slopes)).max() < 1e-6 * np.abs(slopes).max()


def test_a_triangle_is_the_sum_of_its_parts():
    """Cut anywhere, even in needles; the parts have other sides, so other integrals."""
    rng = np.random.default_rng(4)
    points = np.concatenate([rng.uniform(-9e3, 9e3, (40, 3)), rng.uniform(-6e4, 6e4, (40, 3))])
    points[:, 2] = np.where(rng.random(80) < 0.5, 0, -np.abs(points[:, 2]) / 4)
    slip = np.array([[0.5, 1.0, -0.3]])
    whole, gradient = triangles.displacement_gradients(points, TRIANGLE[None], slip)
    for weights in ([1 / 3, 1 / 3, 1 / 3], [0.998, 0.001, 0.001], [0.4999, 0.5, 1e-4]):
        middle = np.asarray(weights) @ TRIANGLE
        parts = np.array([[TRIANGLE[k], TRIANGLE[k - 1], middle] for k in range(3)])
        u, g = triangles.displacement_gradients(points, parts, np.tile(slip, (3, 1)))
        np.testing.assert_allclose(u, whole, atol=1e-11)
        np.testing.assert_allclose(g, gradient, atol=1e-10 * np.abs(gradient).max())


def test_the_kernels_agree_and_sum():
    rng = np.random.default_rng(1)
    faults = TRIANGLE + rng.uniform(-2e3, 2e3, (7, 3, 3)) * [1, 1, 0]
    points = np.column_stack([rng.uniform(-2e4, 2e4, (30, 2)), -rng.integers(0, 2, 30) * 700.0])
    slip, look = rng.normal(size=(7, 3)), rng.normal(size=(30, 3))
    u = triangles.displacement(points, faults, slip, 0.3)
    both, _ = triangles.displacement_gradients(points, faults, slip, 0.3)
    np.testing.assert_allclose(both, u, atol=1e-14)
    single = sum(
        triangles.displacement(points, faults[k : k + 1], slip[k : k + 1], 0.3) for k in range(7)
    )
    np.testing.assert_allclose(single, u, atol=1e-14)
    units = np.tile(np.eye(3), (7, 1, 1))
    green = triangles.green_los(points, look, faults, units, 0.3)
    assert green.shape == (30, 7, 3)
    expected = np.einsum("ij,ij->i", look, u)
    np.testing.assert_allclose(np.einsum("ikc,kc->i", green, slip), expected, atol=1e-13)


def test_where_there_is_no_number():
    edge = 0.3 * TRIANGLE[0] + 0.7 * TRIANGLE[2]
    beyond = 1.5 * TRIANGLE[0] - 0.5 * TRIANGLE[2] + [0, 0, -1500]  # below the surface
    points = np.array([edge, TRIANGLE[1], [0, 0, 1.0], [np.nan, 0, 0], [0, np.nan, -10.0]])
    slip = np.array([[1.0, 1, 1]])
    u, g = triangles.displacement_gradients(points, TRIANGLE[None], slip)
    green = triangles.green_los(points, points, TRIANGLE[None], slip[None])
    for values in (u, g, green, triangles.displacement(points, TRIANGLE[None], slip)):
        assert np.isnan(values).all()
    # One triangle's edge spoils the sum, not the row of Green's functions.
    two = np.stack([TRIANGLE, TRIANGLE - [0, 0, 500]])
    assert np.isnan(triangles.displacement(edge[None], two, np.ones((2, 3)))).all()
    row = triangles.green_los(edge[None], edge[None], two, np.ones((2, 1, 3)))[0, :, 0]
    assert np.isnan(row[0]) and np.isfinite(row[1])
    # In the plane outside of it, on the extension of a side, and a hair above the surface.
    fine = np.array([2 * TRIANGLE[1] - TRIANGLE[0], 2 * TRIANGLE[2] - edge, beyond, [9, 9, 1e-7]])
    assert np.isfinite(triangles.displacement(fine, TRIANGLE[None], slip)).all()


def test_a_surface_breaking_trace_moves_by_its_slip():
    """On the surface, across the trace of a vertical strike-slip fault."""
    wall = np.array([[-3e4, 0, 0], [3e4, 0, 0], [3e4, 0, -2e4], [-3e4, 0, -2e4]])
    faults, slip = wall[HALVES], np.tile([1.0, 0, 0], (2, 1))
    points = np.array([[100.0, y, 0] for y in (-1e-3, 1e-3, 0.0)])
    u = triangles.displacement(points, faults, slip)
    # Left-lateral on a fault that strikes east: the southern side goes east.
    np.testing.assert_allclose(u[:2, 0], [0.5, -0.5], atol=1e-4)
    assert np.isnan(u[2]).all()


def test_points_at_the_surface_do_not_stand_apart():
    points = np.array([[2e3, -1e3, 0.0], [2e3, -1e3, -1e-5]])
    u, g = triangles.displacement_gradients(points, TRIANGLE[None], [[1.0, -1, 0.5]])
    np.testing.assert_allclose(u[1], u[0], atol=1e-8)
    np.testing.assert_allclose(g[1], g[0], atol=1e-11)


@pytest.mark.parametrize("height", [1.0, 1e-2, 1e-4])
def test_needles_move_the_ground_by_their_area(height):
    """A needle far from the receiver is a point source of its potency."""
    needle = np.array([[0, 0, -5e3], [1e4, 3e3, -5e3], [5e3, 1500 - height, -5e3 - height]])
    wide = needle.copy()
    wide[2] += 99 * height * np.array([0, -1.0, -1.0])
    point = np.array([4e4, -7e4, 0.0])
    thin, _ = one(point, needle, [1.0, 2.0, 0])
    broad, _ = one(point, wide, [1.0, 2.0, 0])
    np.testing.assert_allclose(100 * thin, broad, atol=1e-2 * np.abs(broad).max())


def test_bad_triangles_are_refused():
    slip = np.ones((1, 3))
    point = np.zeros((1, 3))
    with pytest.raises(GroundshiftError, match="no area"):
        triangles.displacement(point, TRIANGLE[None, [0, 1, 1]], slip)
    with pytest.raises(GroundshiftError, match="above the surface"):
        triangles.displacement(point, TRIANGLE[None] + [0, 0, 2500], slip)
    with pytest.raises(GroundshiftError, match="slip for 2 of 1"):
        triangles.displacement(point, TRIANGLE[None], np.ones((2, 3)))
    with pytest.raises(GroundshiftError, match="Poisson's ratio is 25"):
        triangles.displacement(point, TRIANGLE[None], slip, 25)
    with pytest.raises(ValueError, match="shape"):
        triangles.displacement(point[0], TRIANGLE[None], slip)


def test_nothing_gives_nothing():
    none, no_slip = np.zeros((0, 3, 3)), np.zeros((0, 3))
    assert (triangles.displacement(np.zeros((4, 3)), none, no_slip) == 0).all()
    assert triangles.displacement(np.zeros((0, 3)), TRIANGLE[None], np.ones((1, 3))).shape == (0, 3)
