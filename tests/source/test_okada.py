# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rectangular dislocations beside published numbers, and at places where published codes fail."""

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source import okada
from groundshift.algorithms.source.elastic import stress
from okada_reference import in_okada_frame, random_faults, random_points, surface_displacement

GRADIENTS = ["duxdx", "duxdy", "duxdz", "duydx", "duydy", "duydz", "duzdx", "duzdy", "duzdz"]
FAULT = np.array([0.0, 0.0, 8e3, 0.6, 1.0, 2e4, 1e4])


def respond(row):
    """Ours and the reference's displacement and gradients of a row in Okada's frame."""
    point, fault, slip, poisson = in_okada_frame(row)
    u, g = okada.displacement_gradients([point], [fault], [slip], poisson)
    truth = [float(row[key]) for key in ("ux_m", "uy_m", "uz_m", *GRADIENTS)]
    return u[0], g[0].ravel(), np.array(truth[:3]), np.array(truth[3:])


def test_all_81_numbers_of_table_2(oracle):
    rows = oracle("okada1985_table2.csv")
    assert len(rows) == 81
    for row in rows:
        value = {key: float(row[key]) for key in ("x", "y", "d", "dip", "L", "W", "nu")}
        dip, half = np.radians(value["dip"]), value["W"] / 2
        place = value["L"] / 2, half * np.cos(dip), value["d"] - half * np.sin(dip)
        fault = [*place, np.pi / 2, dip, value["L"], value["W"]]
        slip = [row["mode"] == mode for mode in ("strike", "dip", "tensile")]
        u, g = okada.displacement_gradients([[value["x"], value["y"], 0]], [fault], [slip])
        name = row["quantity"]
        ours = u[0]["xyz".index(name[1])] if len(name) == 2 else g[0].flat[GRADIENTS.index(name)]
        assert np.isclose(ours, float(row["dc3d_quad"]), rtol=1e-12, atol=1e-16), row
        published = row["published_4_digits"]
        assert float(f"{ours:.3e}") == float(published) or abs(ours) < 1e-16, row


def test_quad_precision_dc3d(oracle):
    rows = oracle("dc3d_okada_frame.csv")
    for row in rows:
        u, g, true_u, true_g = respond(row)
        assert abs(u - true_u).max() < 2e-12 * abs(true_u).max(), row
        assert abs(g - true_g).max() < 2e-12 * abs(true_g).max(), row


def test_any_strike_with_stress(oracle):
    for row in oracle("rect_enu.csv"):
        value = {key: float(number) for key, number in row.items()}
        fault = [value[f"c{axis}_m"] for axis in ("E", "N")] + [value["cDepth_m"]]
        fault += [np.radians(value["strike"]), np.radians(value["dip"])]
        fault += [value["length_m"], value["width_m"]]
        rake = np.radians(value["rake"])
        slip = [*(value["slip_m"] * np.array([np.cos(rake), np.sin(rake)])), value["open_m"]]
        point = [value[f"obs{axis}_m"] for axis in "ENU"]
        u, g = okada.displacement_gradients([point], [fault], [slip], value["nu"])
        tensor = stress(g[0], Medium(value["mu_pa"], value["nu"]))
        truth = np.array([value[f"u{axis}_m"] for axis in "ENU"])
        assert abs(u[0] - truth).max() < 1e-11 * abs(truth).max(), row
        truth = np.array([[value[f"d{a}d{b}"] for b in "ENU"] for a in "ENU"])
        assert abs(g[0] - truth).max() < 1e-11 * abs(truth).max(), row
        truth = np.array(
            [[value[f"s{min(a, b, key='ENU'.index)}{max(a, b, key='ENU'.index)}_pa"] for b in "ENU"]
             for a in "ENU"]
        )  # fmt: skip
        assert abs(tensor - truth).max() < 1e-10 * abs(truth).max(), row


def bounds(tag):
    """What a published code could hold at a hard place: of displacement and of gradients."""
    if tag.startswith("surface-breaking"):
        metres = float(tag.split("surface ")[1].split(" m")[0])
        return 1e-8, 1e-6 if abs(metres) >= 1 else 1e-2
    return 1e-12, 1e-8


def test_hard_points(oracle):
    seen = set()
    for row in oracle("hard_points.csv"):
        expected, tag = row["expect"], row["tag"]
        seen.add(expected)
        u, g, true_u, true_g = respond(row)
        if expected in ("regular", "limit"):
            for_u, for_g = bounds(tag)
            assert abs(u - true_u).max() < for_u * abs(true_u).max(), tag
            assert abs(g - true_g).max() < for_g * abs(true_g).max(), tag
        elif expected == "one_sided":
            # The reference has the mean of both sides; ours is half the slip further.
            dip = np.radians(float(row["dip_deg"]))
            strike_slip, dip_slip = float(row["disl1_m"]), float(row["disl2_m"])
            slip = np.array([strike_slip, dip_slip * np.cos(dip), dip_slip * np.sin(dip)])
            opening = float(row["disl3_m"])
            slip += opening * np.array([0, -np.sin(dip), np.cos(dip)])
            assert np.allclose(u - true_u, slip / 2, atol=1e-10), tag
            assert np.allclose(g, true_g, rtol=0, atol=1e-10 * abs(true_g).max()), tag
        else:
            assert expected in ("singular", "singular_or_one_sided", "refuse")
            assert np.isnan(u).all() and np.isnan(g).all(), tag
    assert seen == {
        "regular", "limit", "one_sided", "singular", "singular_or_one_sided", "refuse",
    }  # fmt: skip


def test_the_printed_formulae_of_1985():
    faults, slips = random_faults(3, 60, (0.05, 1.5))
    points = random_points(3, 40, 0)
    for fault, slip, poisson in zip(faults, slips, np.linspace(0.1, 0.45, 60)):
        ours = okada.displacement(points, fault[None], slip[None], poisson)
        plain = surface_displacement(points, fault, slip, poisson)
        assert abs(ours - plain).max() < 1e-10 * abs(plain).max()


def test_gradients_are_those_of_the_displacement():
    faults, slips = random_faults(4, 20)
    points = random_points(4, 50) - [0, 0, 50]
    g = okada.gradients(points, faults, slips)
    for axis, step in enumerate(20 * np.eye(3)):
        difference = okada.displacement(points + step, faults, slips)
        difference -= okada.displacement(points - step, faults, slips)
        difference -= (
            okada.displacement(points + 2 * step, faults, slips)
            - okada.displacement(points - 2 * step, faults, slips)
        ) / 8
        # Near a plane the fourth-order difference is rough; hence the typical one.
        error = abs(difference / 30 - g[:, :, axis])
        assert np.median(error) < 1e-6 * np.median(abs(g))
        assert np.quantile(error, 0.9) < 1e-4 * abs(g).max()


def test_stress_is_in_balance():
    faults, slips = random_faults(5, 10)
    points = random_points(5, 60) - [0, 0, 200]
    medium = Medium(3e10, 0.3)
    terms = []
    for axis, step in enumerate(10 * np.eye(3)):
        ahead, behind = (
            stress(okada.gradients(points + s, faults, slips, 0.3), medium)[:, :, axis]
            for s in (step, -step)
        )
        terms.append((ahead - behind) / 20)
    force, typical = abs(sum(terms)), np.max(np.abs(terms), axis=0)
    assert np.median(force / typical.max(axis=1, keepdims=True)) < 1e-4


def test_the_surface_is_free_of_traction():
    faults, slips = random_faults(6, 40)
    points = random_points(6, 200, 0)
    for poisson in (0.1, 0.25, 0.4):
        tensor = stress(okada.gradients(points, faults, slips, poisson), Medium(3e10, poisson))
        assert abs(tensor[:, 2]).max() < 1e-11 * abs(tensor).max()


def test_the_walls_part_by_the_slip():
    random = np.random.default_rng(7)
    for dip in (0.0, 1e-5, 0.5, 1.3, np.pi / 2 - 1e-7, np.pi / 2):
        fault = FAULT.copy()
        fault[4] = dip
        strike, sd, cd = fault[3], np.sin(dip), np.cos(dip)
        along = np.array([np.sin(strike), np.cos(strike), 0])
        left = np.array([-along[1], along[0], 0])
        up_dip, normal = left * cd + [0, 0, sd], [0, 0, cd] - left * sd
        slip = random.normal(size=3)
        place = [0, 0, -8e3] + 3e3 * along - 1e3 * up_dip
        walls = np.array([place + 1e-4 * normal, place - 1e-4 * normal, place])
        upper, lower, between = okada.displacement(walls, fault[None], slip[None])
        truth = slip @ [along, up_dip, normal]
        assert np.allclose(upper - lower, truth, atol=1e-7)
        assert np.allclose(between, upper, atol=1e-7)


@pytest.mark.parametrize("dip", [np.arccos(0.2), np.pi / 2, 0.0])
def test_no_step_where_the_formula_changes(dip):
    points = np.concatenate([random_points(8, 50, 0), random_points(8, 50)])
    faults = np.array([FAULT, FAULT])
    faults[:, 4] = dip - 1e-13, dip + 1e-13
    slip = np.array([[1.0, 0.7, 0.4]])
    low, high = (okada.displacement_gradients(points, f[None], slip) for f in faults)
    if dip == 0:  # below 0 the plane dips to the left, with its axes turned
        high, low = low, okada.displacement_gradients(points, np.abs(faults[:1]), slip)
    for a, b in zip(low, high):
        assert abs(a - b).max() < 1e-11 * abs(a).max()


def test_just_below_the_surface_is_as_at_it():
    faults, slips = random_faults(9, 30)
    points = random_points(9, 100, 0)
    at = okada.displacement(points, faults, slips)
    below = okada.displacement(points - [0, 0, 1e-7], faults, slips)
    assert abs(at - below).max() < 1e-9 * abs(at).max()
    assert np.array_equal(at, okada.displacement(points + [0, 0, 1e-7], faults, slips))


def test_bad_faults_are_refused():
    points, slip = np.zeros((1, 3)), np.ones((2, 3))
    for column, value, message in (
        (5, 0.0, "Fault 2 of 2 lacks a number, or has no length"),
        (6, -1.0, "no length or width"),
        (3, np.nan, "lacks a number"),
        (2, 3e3, "Fault 2 of 2 reaches 1207 m above the surface"),
    ):
        faults = np.array([FAULT, FAULT])
        faults[1, column] = value
        with pytest.raises(GroundshiftError, match=message):
            okada.displacement(points, faults, slip)
    for poisson in (0.51, -1.0, np.nan):
        with pytest.raises(GroundshiftError, match="Poisson"):
            okada.gradients(points, np.array([FAULT, FAULT]), slip, poisson)
    with pytest.raises(ValueError, match="shape"):
        okada.displacement(points, FAULT[None], slip)


@pytest.mark.skipif(np.finfo(np.longdouble).eps > 1e-18, reason="no wider numbers here")
def test_a_millimetre_from_an_edge():
    """By strike slip, whose printed form needs no ``R + xi``: that fails even in wider numbers."""
    fault = np.array([0, 0, 1e-3 + 2e3 * np.sin(1.0), np.pi / 2, 1.0, 2e4, 4e3])
    along = np.array([-9e3, -3e3, 10.0, 4e3, 9.5e3])
    trace = 2e3 * np.cos(1.0)
    points = np.array([[e, trace + n, 0] for e in along for n in (-1e-3, 2e-4, 1e-3)])
    slip = np.array([1.0, 0.0, 0.0])
    wide = fault.astype(np.longdouble)
    truth = surface_displacement(points[:, :2].astype(np.longdouble), wide, slip)
    assert abs(okada.displacement(points, [fault], [slip]) - truth).max() < 1e-10


def test_rounding_at_the_surface_is_no_refusal():
    dip, width = np.radians(37.0), 9e3
    depth = width / 2 * np.sin(dip)
    points = random_points(2, 30, 0)
    results = []
    for change in (-1e-9, -1e-12, 0, 1e-12):
        fault = [0, 0, depth * (1 + change), 1.0, dip, 2e4, width]
        results.append(okada.displacement(points, [fault], [[1, 2, 3]]))
    assert np.allclose(results, results[0], rtol=1e-7, atol=1e-9)


def test_nothing_to_do():
    assert okada.displacement(np.empty((0, 3)), FAULT[None], [[1, 0, 0]]).shape == (0, 3)
    u, g = okada.displacement_gradients(np.zeros((2, 3)), np.empty((0, 7)), np.empty((0, 3)))
    assert not u.any() and not g.any() and g.shape == (2, 3, 3)
