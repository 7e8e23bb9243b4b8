# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances to fault traces on the ellipsoid, and the walls of faults."""

import numpy as np
import pytest
from groundshift.algorithms.data import fault_attributes
from groundshift.algorithms.data.traces import (
    BEYOND,
    FOOT,
    HANGING,
    ON,
    SIDES,
    UNKNOWN,
    VERTICAL,
    NearestTrace,
    Traces,
    dip_sides,
    pieces,
    vectors,
    wall_sides,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def traces_of(*lines, size=2000.0, plane=False):
    """Traces of lines of (x, y) vertices, cut to pieces of about a size."""
    starts = np.concatenate([np.array(line, float)[:-1] for line in lines])
    ends = np.concatenate([np.array(line, float)[1:] for line in lines])
    owner = np.concatenate([np.full(len(line) - 1, k) for k, line in enumerate(lines)])
    joined = np.concatenate([np.arange(len(line) - 1) > 0 for line in lines])
    length = np.linalg.norm(vectors(ends, plane) - vectors(starts, plane), axis=1)
    counts = np.maximum(np.ceil(length / size), 1).astype(int)
    start, end, line, before, after = pieces(starts, ends, owner, joined, counts)
    longest = np.linalg.norm(vectors(end, plane) - vectors(start, plane), axis=1).max()
    return Traces(start, end, line, before, after, float(longest), plane)


def brute(places, lines, steps=4000):
    """Distances by geodesics to many places along the lines as they are drawn."""
    from pyproj import Geod

    geod, share = Geod(ellps="WGS84"), np.linspace(0, 1, steps)[:, np.newaxis]
    dense = [
        np.array(a) + share * (np.array(b) - np.array(a))
        for line in lines for a, b in zip(line[:-1], line[1:])
    ]  # fmt: skip
    dense = np.concatenate(dense)
    return np.array([
        geod.inv(np.full(len(dense), x), np.full(len(dense), y), *dense.T)[2].min()
        for x, y in places
    ])  # fmt: skip


LINES = (
    [(70.0, 30.0), (80.0, 33.0), (95.0, 28.0)], [(88.0, 45.0), (110.0, 44.0)],
    [(75.0, 70.0), (120.0, 72.0)],
)  # fmt: skip


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(40, 140), st.floats(-20, 85)), min_size=1, max_size=4))
def test_distances_are_those_along_the_ground(places):
    found = NearestTrace(traces_of(*LINES)).find(places).distance
    # The brute way misses the nearest place by up to half its step, 600 m along the line.
    expected = brute(places, LINES)
    # The nearest by the chord is not quite the nearest along the ground: see areas/earth.py.
    assert np.all(found <= expected * (1 + 1e-3 * (expected / 6e6) ** 2) + 0.01)
    assert np.all(found >= np.sqrt(np.maximum(expected**2 - 650**2, 0)) - 0.01 - 1e-5 * expected)


def test_a_known_distance_over_two_thousand_kilometres():
    """The flat distance in any one projection is off by far more."""
    from pyproj import Geod

    traces = traces_of([(100.0, 0.0), (100.0, 40.0)])
    near = NearestTrace(traces).find([(80.0, 0.0)])
    degree = np.pi / 180 * 6378137.0
    assert near.distance[0] == pytest.approx(20 * degree, abs=1e-3)
    assert near.azimuth[0] == pytest.approx(90.0, abs=0.01)
    end = NearestTrace(traces).find([(100.0, 60.0)])
    assert end.distance[0] == pytest.approx(Geod(ellps="WGS84").inv(100, 40, 100, 60)[2], abs=1e-3)
    assert end.azimuth[0] == pytest.approx(180.0, abs=1e-6)


def test_the_longest_way_round_is_not_taken():
    traces = traces_of([(179.5, 10.0), (179.9, 12.0)])
    assert NearestTrace(traces).find([(-179.9, 12.0)]).distance[0] < 25_000


def test_few_first_neighbours_do_no_harm():
    """A far piece that points at the place is nearer than many ends of pieces about it."""
    rng = np.random.default_rng(1)
    lines = [
        np.cumsum(np.r_[rng.uniform(0, 1e5, (1, 2)), rng.normal(0, 3e3, (6, 2))], axis=0)
        for _ in range(80)
    ]
    traces = traces_of(*lines, size=9e3, plane=True)
    places = rng.uniform(-5e4, 15e4, (400, 2))
    found = NearestTrace(traces).find(places)
    offset = places[:, np.newaxis] - traces.start
    way = traces.end - traces.start
    share = np.clip((offset * way).sum(-1) / (way**2).sum(-1), 0, 1)
    every = np.hypot(*np.moveaxis(offset - share[..., np.newaxis] * way, -1, 0))
    assert found.distance == pytest.approx(every.min(axis=1))
    assert every[np.arange(400), found.piece] == pytest.approx(every.min(axis=1))


def test_a_long_piece_is_not_missed():
    """Its ends lie farther away than those of many short ones, and its middle nearer."""
    long = [(-4500.0, 10.0), (4500.0, 10.0)]
    short = [[(x, -1000.0), (x, -1010.0)] for x in np.linspace(-300, 300, 60)]
    traces = traces_of(*short, long, size=9000.0, plane=True)
    found = NearestTrace(traces).find([(0.0, 0.0)])
    assert found.distance[0] == pytest.approx(10.0)
    assert traces.line[found.piece[0]] == 60


def test_pieces_meet_and_know_their_neighbours():
    traces = traces_of([(0, 0), (10, 0), (10, 7)], [(50, 50), (60, 50)], size=3.0, plane=True)
    assert traces.size <= 3.0
    inner = np.flatnonzero(traces.after >= 0)
    assert np.array_equal(traces.end[inner], traces.start[traces.after[inner]])
    assert np.array_equal(traces.before[traces.after[inner]], inner)
    assert (traces.before < 0).sum() == (traces.after < 0).sum() == 2


def walls(places, lines, azimuth, dip=None, plane=True):
    traces = traces_of(*lines, size=1000.0, plane=plane)
    places = np.array(places, float)
    near = NearestTrace(traces).find(places)
    side = dip_sides(traces, len(lines), azimuth)
    dips = np.full(len(lines), np.nan if dip is None else dip)
    return wall_sides(places, near, traces, side, dips).tolist()


NORTH = [(0, 0), (0, 50_000)]  # drawn to the north
PLACES = [(3000, 20_000), (-3000, 20_000), (500, 60_000), (0.2, 10_000)]


def test_walls_by_the_direction_of_dip():
    assert walls(PLACES, [NORTH], [90.0]) == [HANGING, FOOT, BEYOND, ON]
    assert walls(PLACES, [NORTH[::-1]], [90.0]) == [HANGING, FOOT, BEYOND, ON]
    assert walls(PLACES, [NORTH], [225.0])[:2] == [FOOT, HANGING]


def test_walls_that_nobody_can_tell():
    assert walls(PLACES, [NORTH], [np.nan]) == [UNKNOWN] * 3 + [ON]
    assert walls(PLACES, [NORTH], [5.0]) == [UNKNOWN] * 3 + [ON], "a dip along the trace is wrong"
    assert walls(PLACES, [NORTH], [90.0], dip=88.0) == [VERTICAL] * 3 + [ON]


def test_walls_at_a_sharp_bend():
    """Nearest to the corner; either piece's own line would give the wrong side to one of them."""
    bent = [(0, 0), (10_000, 0), (8000, -9000)]
    outside, inside = [(12_000, -300), (10_100, 2500)], [(5000, -2000), (8000, -5000)]
    assert walls(outside + inside, [bent], [225.0]) == [FOOT, FOOT, HANGING, HANGING]
    assert walls(outside + inside, [bent], [30.0]) == [HANGING, HANGING, FOOT, FOOT]


def test_walls_on_the_ellipsoid():
    himalaya = [(80.0, 29.5), (84.0, 28.0), (88.0, 27.0)]
    places = [(84.0, 28.8), (84.0, 27.2), (60.0, 31.0)]
    assert walls(places, [himalaya], [0.0], plane=False) == [HANGING, FOOT, BEYOND]
    assert SIDES[HANGING] == "hanging wall"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(75,60,90)", 75), ("(90.0,,)", 90), ("(,60,90)", 75), ("45", 45), ("~30 deg", 30),
        ("60-90", 75), ("60 to 80 deg", 70), ("12,5", 12.5), ("(-1.5, 0., -3.)", -1.5),
        ("-70", -70), ("", np.nan), ("()", np.nan), ("(,,)", np.nan), ("steep", np.nan),
    ],
)  # fmt: skip
def test_numbers_of_inventories(text, value):
    assert fault_attributes.number(text) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SW", 225), ("nne", 22.5), ("south-west", 225), ("North", 0), ("310", 310),
        ("(225,,)", 225), ("-90", 270), ("45 deg", 45), ("", np.nan), ("vertical", np.nan),
        ("E or W", np.nan),
    ],
)  # fmt: skip
def test_directions_of_inventories(text, value):
    assert fault_attributes.direction(text) == pytest.approx(value, nan_ok=True)


def test_kinds_are_found_by_whole_words():
    kinds = ["anticline", "Anticline; fold?", "thrust", "", "unfolded"]
    found = fault_attributes.is_among(kinds, "anticline, fold")
    assert found.tolist() == [True, True, False, False, False]
    assert not fault_attributes.is_among(kinds, "").any()


def test_a_long_search_tells_and_can_be_stopped(monkeypatch):
    from groundshift.algorithms.data import traces as module
    from groundshift.algorithms.errors import Cancelled

    start = np.array([(0.0, 0.0), (1000.0, 0.0)])
    line = module.Traces(
        start, start + (1000.0, 0.0), np.zeros(2, int), np.array([-1, 0]), np.array([1, -1]),
        1000.0, plane=True,
    )  # fmt: skip
    places = np.random.default_rng(0).uniform(-500, 2500, (1000, 2))
    search, shares = module.NearestTrace(line), []
    whole = search.find(places)
    monkeypatch.setattr(module, "AT_ONCE", 300)
    parts = search.find(places, shares.append)
    assert shares == [0.3, 0.6, 0.9, 1.0]
    for name in ("piece", "share", "distance", "azimuth"):
        np.testing.assert_array_equal(getattr(whole, name), getattr(parts, name))
    with pytest.raises(Cancelled):
        search.find(places, shares.append, lambda: len(shares) > 5)
    assert len(search.find(places[:0]).piece) == 0 and len(shares) == 6
