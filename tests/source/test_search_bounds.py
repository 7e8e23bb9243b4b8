# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds of a search for faults, as typed, from the map and from layers."""

import struct

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors.features import write_lines
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.source.bounds_text import Bound, parse_bounds, slips_of
from groundshift.algorithms.source.search_space import DIP, EAST, LENGTH, NORTH, STRIKE, TOP
from groundshift.algorithms.source.tools.search_bounds import search_space
from hypothesis import given
from hypothesis import strategies as st

DEGREES = wkt_from_epsg(4326)
LOCAL = LocalMetres(DEGREES, 13.5, 42.3)


@pytest.fixture(scope="module")
def samples():
    places = np.random.default_rng(0).uniform(-25e3, 25e3, (50, 2))
    places[:2] = [-25e3, -25e3], [25e3, 25e3]
    look = np.tile([0.6, 0.0, 0.8], (50, 1))
    displacement = np.linspace(-0.05, 0.05, 50)
    ones = np.ones(50)
    return Samples(
        places, displacement, look, np.zeros(50, int), (Track("one"),), 0.01 * ones, ones,
        np.zeros((50, 2)), LOCAL.crs,
    )  # fmt: skip


def space_of(samples, **source):
    return search_space(samples, LOCAL, DEGREES, **source)


def test_bounds_are_read_in_the_ways_people_write_them():
    found = parse_bounds(
        " Strike 120 to 150;dip: 30..70\n2: length_km = 5, 30 ; top depth 2;rake -9"
    )
    degrees = np.pi / 180
    assert found == [
        Bound(0, "strike", 120 * degrees, 150 * degrees),
        Bound(0, "dip", 30 * degrees, 70 * degrees),
        Bound(2, "length", 5e3, 30e3),
        Bound(0, "top_depth", 2e3, 2e3),
        Bound(0, "rake", -9 * degrees, -9 * degrees),
    ]  # fmt: skip
    assert slips_of(found) == "rake" and slips_of([]) == "components"
    assert parse_bounds(" ;\n") == []
    assert parse_bounds("strike -10 -5")[0].high == -5 * degrees


@pytest.mark.parametrize("text, says", [
    ("strike", "no bound"), ("strike 1 2 3", "no bound"), ("speed 1 2", "no parameter"),
    ("dip 1 2; dip 3 4", "given twice"), ("0: dip 1 2", "numbered from 1"),
    ("rake 0 90; strike_slip 0 1", "one way"),
])  # fmt: skip
def test_what_is_no_bound_is_refused(text, says):
    with pytest.raises(GroundshiftError, match=says):
        parse_bounds(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        assert all(np.isfinite([bound.low, bound.high]).all() for bound in parse_bounds(text))
    except GroundshiftError as error:
        assert str(error).endswith(".")


def test_without_a_word_bounds_come_from_the_data(samples):
    space = space_of(samples)
    np.testing.assert_allclose(space.lower[0, :2], -25e3)
    np.testing.assert_allclose(space.upper[0, :2], 25e3)
    assert space.upper[0, STRIKE] - space.lower[0, STRIKE] == pytest.approx(2 * np.pi)
    assert space.upper[0, 7] == pytest.approx(30 * np.abs(samples.displacement).max())
    assert len(space.names) == 9 and "opening" not in dict(map(reversed, space.names))


def test_typed_bounds_win_and_those_of_one_fault_most(samples):
    bounds = parse_bounds("2: dip 20 30; dip 40 50; top_depth 1; opening 0 2")
    space = space_of(samples, faults=2, bounds=tuple(bounds))
    np.testing.assert_allclose(np.degrees(space.lower[:, DIP]), [40, 20])
    np.testing.assert_allclose(np.degrees(space.upper[:, DIP]), [50, 30])
    assert (space.lower[:, TOP] == 1000).all() and not space.free[:, TOP].any()
    assert (2, "opening") in space.names


def test_an_area_and_map_coordinates_hold_their_corners(samples):
    box = (13.4, 42.2, 13.7, 42.35)
    corners = LOCAL.of(DEGREES, np.array([13.4, 13.7]), np.array([42.2, 42.35]))
    typed = parse_bounds("x 13.4 13.7; y 42.2 42.35")
    for space in (space_of(samples, area=box), space_of(samples, bounds=tuple(typed))):
        assert (space.lower[0, :2] <= corners[0] + 1e-6).all()
        assert (space.upper[0, :2] >= corners[1] - 1e-6).all()
        np.testing.assert_allclose(space.lower[0, :2], corners[0], atol=60)
    kept = space_of(samples, bounds=tuple(parse_bounds("x 13.4; y 42.2")))
    assert not kept.free[0, :2].any()
    np.testing.assert_allclose(kept.lower[0, :2], corners[0], atol=1e-6)


def test_typed_strikes_are_from_true_north(samples):
    """Far east of the frame's middle, its north lies clockwise of true north."""
    typed = parse_bounds("x 13.75; y 42.3; strike 100 120")
    space = space_of(samples, bounds=tuple(typed))
    turn = 0.25 * np.sin(np.radians(42.3))
    np.testing.assert_allclose(np.degrees(space.lower[0, STRIKE]), 100 - turn, atol=1e-3)


def test_lines_and_points_bound_where_they_lie(samples, tmp_path):
    x, y = LOCAL.back(DEGREES, np.array([[-6e3, 0.0], [6e3, 0.0]]))
    wkb = struct.pack("<BII", 1, 2, 2) + np.column_stack([x, y]).astype("<f8").tobytes()
    write_lines(tmp_path / "lines.gpkg", DEGREES, [wkb, wkb], {"n": np.array([1, 2])})
    space = space_of(samples, layer=(str(tmp_path / "lines.gpkg"), ""))
    assert space.faults == 2
    np.testing.assert_allclose(space.lower[0, [EAST, NORTH]], -6e3, atol=5)
    np.testing.assert_allclose(np.degrees(space.lower[0, [STRIKE, DIP]]), [60, 5], atol=0.1)
    np.testing.assert_allclose(np.degrees(space.upper[0, [STRIKE, DIP]]), [120, 175], atol=0.1)
    np.testing.assert_allclose(space.upper[0, LENGTH], 24e3, rtol=1e-3)
    write_table(tmp_path / "point.gpkg", DEGREES, x[:1], y[:1], {"n": np.array([1])})
    space = space_of(samples, layer=(str(tmp_path / "point.gpkg"), ""), reach=2e3)
    np.testing.assert_allclose(space.upper[0, [EAST, NORTH]], [-4e3, 2e3], atol=1)
    assert space.periodic[[k for k, n in enumerate(space.names) if n[1] == "strike"]].all()


def test_places_far_from_the_samples_are_refused(samples, tmp_path):
    with pytest.raises(GroundshiftError, match="km away from the samples"):
        space_of(samples, area=(16.0, 42.0, 16.2, 42.2))
    with pytest.raises(GroundshiftError, match="fault 3, and there are 2"):
        space_of(samples, faults=2, bounds=tuple(parse_bounds("3: dip 1 2")))
    with pytest.raises(GroundshiftError, match="7 faults"):
        space_of(samples, faults=7)
