# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change at many points: turned frames, pore pressure, depths and the cancel button."""

import json

import numpy as np
import pytest
from groundshift.algorithms.data.medium import Medium
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.source.elastic import displacement_gradients, stress
from groundshift.algorithms.stress import grids
from groundshift.algorithms.stress.coulomb import coulomb_change
from groundshift.algorithms.stress.grids import (
    FixedPlane,
    OptimalPlane,
    Rock,
    largest_over_depth,
    stress_change,
)
from groundshift.algorithms.stress.optimal import RegionalStress, optimal_planes

RIGHT = np.pi
ROCK = Rock(Medium.of_young(), 0.6, 0.7)


def strike_slip(strike=0.0):
    """A vertical right-lateral fault, 20 km long and 10 km wide."""
    return SlipModel.of_rake(
        PatchSet.of_rectangles([[0, 0, 5e3, strike, np.pi / 2, 20e3, 10e3]]), 1.0, RIGHT
    )


def points(count=300, seed=1):
    rng = np.random.default_rng(seed)
    return rng.uniform([-3e4, -3e4, -15e3], [3e4, 3e4, 0], (count, 3))


def test_parts_are_those_of_the_stress():
    model, places = strike_slip(), points()
    plane = FixedPlane(0.3, 1.2, 2.5)
    found = stress_change(model, places, 0.0, plane, ROCK).coulomb
    tensors = stress(displacement_gradients(model, places, 0.25)[1], ROCK.medium)
    want = coulomb_change(tensors, 0.3, 1.2, 2.5, 0.6, 0.7)
    for name in ("shear", "normal", "pressure", "change"):
        np.testing.assert_allclose(getattr(found, name), getattr(want, name), rtol=1e-12, atol=1e-3)


@pytest.mark.parametrize("optimal", [False, True])
def test_the_frame_makes_no_difference(optimal):
    """Seen in a frame whose north lies 20 degrees off, all is the same."""
    turn = np.radians(20.0)
    receiver = FixedPlane(np.radians(40), 1.2, 2.5)
    if optimal:
        receiver = OptimalPlane(RegionalStress.of_regime(0.4, "thrust", 3e6))
    places = points()
    cosine, sine = np.cos(turn), np.sin(turn)
    there = places @ np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])
    here = stress_change(strike_slip(0.5), places, 0.0, receiver, ROCK)
    turned = stress_change(strike_slip(0.5 - turn), there, turn, receiver, ROCK)
    scale = np.abs(here.coulomb.change).max()
    np.testing.assert_allclose(turned.coulomb.change, here.coulomb.change, atol=1e-9 * scale)
    if optimal:
        off = (turned.planes - here.planes + np.pi) % (2 * np.pi) - np.pi
        assert np.abs(off).max() < 1e-6


def test_known_lobes_of_a_strike_slip_fault():
    """Planes like the fault: raised off its ends, lowered beside it (King and others, 1994)."""
    places = np.array([[0, 15e3, -5e3], [0, -15e3, -5e3], [8e3, 0, -5e3], [-8e3, 0, -5e3]], float)
    change = stress_change(
        strike_slip(), places, 0.0, FixedPlane(0, np.pi / 2, RIGHT), Rock()
    ).coulomb.change
    assert (change[:2] > 1e5).all()
    assert (change[2:] < -1e5).all()
    np.testing.assert_allclose(change[0], change[1], rtol=1e-9)
    np.testing.assert_allclose(change[2], change[3], rtol=1e-9)


def test_optimal_planes_of_the_whole_stress():
    model, places = strike_slip(), points()
    regional = RegionalStress.of_regime(0.4, "strike-slip", 1e7)
    found = stress_change(model, places, 0.0, OptimalPlane(regional), ROCK)
    tensors = stress(displacement_gradients(model, places, 0.25)[1], ROCK.medium)
    planes = optimal_planes(regional.tensor(-places[:, 2]) + tensors, 0.6)
    np.testing.assert_allclose(found.planes, np.stack(planes, axis=-1))
    for k in (0, 1):
        change = coulomb_change(tensors, *found.planes[:, k].T, 0.6, 0.7).change
        np.testing.assert_allclose(change, found.coulomb.change, atol=1e-6 * np.abs(change).max())


def test_lots_make_no_difference(monkeypatch):
    model, places = strike_slip(), points(600)
    plane = FixedPlane(0.3, 1.2, 2.5)
    whole = stress_change(model, places, 0.0, plane, ROCK).coulomb.change
    monkeypatch.setattr(grids, "LOT", 1)
    np.testing.assert_array_equal(
        stress_change(model, places, 0.0, plane, ROCK).coulomb.change, whole
    )


def test_cancel_between_lots(monkeypatch):
    monkeypatch.setattr(grids, "LOT", 1)
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        stress_change(strike_slip(), points(600), 0.0, FixedPlane(0, 1, 0), ROCK, cancelled)
    assert len(asked) == 2


def test_above_the_ground_and_on_edges_there_is_nothing():
    places = np.array([[0, 0, 100.0], [0.0, 3e3, 0.0], [5e3, 5e3, -5e3]])
    change = stress_change(strike_slip(), places, 0.0, FixedPlane(0, 1, 0), ROCK).coulomb.change
    assert np.isnan(change[:2]).all()
    assert np.isfinite(change[2])


def test_largest_over_depth():
    change = np.array([[1.0, np.nan, -3.0, np.nan], [2.0, -1.0, -4.0, np.nan]])
    value, depth = largest_over_depth(change, (5.0, 10.0))
    np.testing.assert_array_equal(value, [2, -1, -3, np.nan])
    np.testing.assert_array_equal(depth, [10, 10, 5, np.nan])


def test_nonsense_is_refused():
    with pytest.raises(GroundshiftError, match="friction"):
        Rock(friction=-1.0)


def test_two_triangles_are_one_rectangle():
    model, places = strike_slip(), points(40)
    a, b, c, d = model.patches.corners[0]
    halves = SlipModel.of_rake(PatchSet.of_triangles([[a, b, c], [a, c, d]]), 1.0, RIGHT)
    plane = FixedPlane(0.3, 1.2, 2.5)
    want = stress_change(model, places, 0.0, plane, ROCK).coulomb.change
    got = stress_change(halves, places, 0.0, plane, ROCK).coulomb.change
    np.testing.assert_allclose(got, want, atol=1e-8 * np.abs(want).max())


def test_slip_to_coulomb_change_matches_the_reference_numbers(oracle, shared_data):
    """Three faults, 40 receivers; `e`, `n` and `depth` are those of the faults' middles."""
    rows = oracle("coulomb_fixed_receivers.csv")
    source = shared_data("..") / "oracles" / "coulomb_sources.json"
    faults = json.loads(source.read_text())["faults"]
    rectangles = [
        [f["e"], f["n"], f["depth"], *np.radians([f["strike"], f["dip"]]), f["length"], f["width"]]
        for f in faults
    ]
    slips = (np.array([f[name] for f in faults]) for name in ("ss", "ds", "ts"))
    model = SlipModel(PatchSet.of_rectangles(rectangles), *slips)
    for row in rows:
        value = {name: float(text) for name, text in row.items()}
        place = [[value["obsE_m"], value["obsN_m"], value["obsU_m"]]]
        plane = FixedPlane(*np.radians([value["strike"], value["dip"], value["rake"]]))
        rock = Rock(Medium(32e9, 0.25), value["friction"], value["skempton"])
        found = stress_change(model, place, 0.0, plane, rock).coulomb
        size = max(abs(value[name]) for name in row if name.startswith("s") and "_pa" in name)
        for name, part in (
            ("tau_pa", found.shear), ("sigma_n_pa", found.normal), ("pore_pa", found.pressure),
            ("cfs_pa", found.change),
        ):  # fmt: skip
            assert part[0] == pytest.approx(value[name], abs=1e-9 * size), row["rec"]
