# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Study areas, bands of distance and the test of random placement."""

import numpy as np
import pytest
from groundshift.algorithms.areas.distance_bands import band_of, compare_bands, parse_edges
from groundshift.algorithms.areas.placement import (
    RANDOM_CENTRES,
    DistanceMap,
    clumping,
    cluster_labels,
    clustered,
    crowding,
    independent,
    natural_reach,
)
from groundshift.algorithms.areas.slope_frame import (
    QUADRANTS,
    compare_quadrants,
    slope_frame,
)
from groundshift.algorithms.areas.study_area import StudyArea
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st

SQUARE = np.array([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)], float) * 1e3
HOLE = np.array([(40, 40), (40, 60), (60, 60), (60, 40), (40, 40)], float) * 1e3
EDGES = parse_edges("1, 5, 20")


def test_area_with_a_hole():
    area = StudyArea.from_rings([SQUARE, HOLE])
    assert area.size == pytest.approx(1e10 - 4e8)
    places = [(5e4, 5e4), (1e4, 5e4), (-1.0, 5e4), (7e4, 4e4), (7e4, 10.0), (5e4, 1.1e5)]
    assert area.contains(places).tolist() == [False, True, False, True, True, False]


@settings(max_examples=20, deadline=None)
@given(st.integers(3, 12), st.integers(0, 10_000))
def test_places_are_spread_evenly(corners, seed):
    rng = np.random.default_rng(seed)
    turn = (np.arange(corners) + rng.uniform(0.3, 0.7, corners)) * 2 * np.pi / corners
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1) * rng.uniform(0.4, 1, (corners, 1))
    area = StudyArea.from_rings([1e4 * np.r_[ring, ring[:1]]])
    x, y = 1e4 * np.r_[ring, ring[:1]].T
    assert area.size == pytest.approx(abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2, rel=1e-9)
    places = area.sample(3000, rng)
    assert abs(len(places) - 3000) < 250
    assert area.contains(places).mean() > 0.999
    grid = rng.uniform(-1e4, 1e4, (60_000, 2))
    grid = grid[area.contains(grid)]
    error = 4 * np.sqrt(0.25 / max(len(grid), 1))
    assert (places[:, 0] < 0).mean() == pytest.approx((grid[:, 0] < 0).mean(), abs=0.01 + error)


def test_hull_of_places():
    places = np.array([(0, 0), (4, 0), (4, 3), (0, 3), (2, 2), (0, 0)], float)
    assert StudyArea.hull(places).size == pytest.approx(12)
    with pytest.raises(GroundshiftError, match="on a line"):
        StudyArea.hull(np.array([(0, 0), (1, 1), (2, 2)], float))


def test_bands_have_the_area_of_strips():
    """Distance to the left side of a square: bands are strips."""
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(100_000, np.random.default_rng(0))
    bands = compare_bands(
        np.array([500.0, 700.0, 3000.0]), places[:, 0], area.size, EDGES,
        independent(3, places[:, 0], np.random.default_rng(0)), 99,
    )  # fmt: skip
    expected = np.array([1e8, 4e8, 1.5e9, 8e9])
    assert np.all(np.abs(bands.area - expected) < 3 * bands.area_std)
    assert bands.count.tolist() == [2, 1, 0, 0]
    assert bands.density[0] == pytest.approx(2 / bands.area[0])
    assert bands.verdict[0] == "more"
    assert bands.p_more[0] == pytest.approx(1 / 100), "never less than one in all runs"
    assert band_of([0.0, 999.0, 1000.0, 2e7], EDGES).tolist() == [0, 0, 1, 3]


@pytest.mark.parametrize("text", ["", "1,1", "5, 2", "-1, 2", "0, 1", "a", "1, inf"])
def test_bands_that_are_none(text):
    with pytest.raises(GroundshiftError, match="growing"):
        parse_edges(text)


def test_p_values_follow_the_binomial():
    """Independent placement has a closed form for each band."""
    from scipy.stats import binom

    rng = np.random.default_rng(3)
    over_area = rng.uniform(0, 1e5, 50_000)
    distance = np.concatenate([np.full(9, 500.0), rng.uniform(2e4, 1e5, 291)])
    bands = compare_bands(distance, over_area, 1e10, EDGES, independent(300, over_area, rng), 4999)
    share = (over_area < 1000).mean()
    assert bands.p_more[0] == pytest.approx(binom.sf(8, 300, share), abs=0.004)
    assert bands.p_fewer[1] == pytest.approx(
        binom.cdf(0, 300, ((over_area >= 1e3) & (over_area < 5e3)).mean()), abs=0.004
    )


def false_alarms(make_sites, reach, repeats=60, runs=39):
    """How often the test as a whole says that random sites are not, at the 5 % level."""
    rng = np.random.default_rng(8)
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(20_000, rng)
    fault = places[:, 0]  # the left side
    look_up = DistanceMap(area, places, fault)
    alarms = 0
    for _ in range(repeats):
        sites = make_sites(rng)
        if reach is None:
            clumped = crowding(sites, area.size) < RANDOM_CENTRES
            reach_now = natural_reach(sites, area.size)[0] if clumped else 0.0
        else:
            reach_now = reach
        if reach_now:
            draw = clustered(sites, cluster_labels(sites, reach_now), places, look_up, rng)
        else:
            draw = independent(len(sites), fault, rng)
        bands = compare_bands(sites[:, 0], fault, area.size, EDGES, draw, runs)
        alarms += bands.p_overall <= 0.05
    return alarms / repeats


def alone(rng):
    return rng.uniform(0, 1e5, (80, 2))


def in_clusters(rng):
    """Eight clusters of ten sites."""
    middle = rng.uniform(3e3, 9.7e4, (8, 2))
    return np.clip(np.repeat(middle, 10, axis=0) + rng.normal(0, 800, (80, 2)), 0, 1e5 - 1)


def test_random_sites_are_called_random():
    assert false_alarms(alone, 0.0) < 0.14
    assert false_alarms(alone, 500.0) < 0.14


def test_clusters_fool_independent_placement_and_not_theirs():
    assert false_alarms(in_clusters, 0.0) > 0.4
    assert false_alarms(in_clusters, 3000.0) < 0.17


def in_broad_clusters(rng):
    """Thirty unequal ones that run into one another, with less than nothing between them."""
    middle = rng.uniform(0, 1e5, (30, 2))
    weight = rng.exponential(size=30)
    sites = middle[rng.choice(30, 600, p=weight / weight.sum())] + rng.normal(0, 3e3, (600, 2))
    return sites[((sites > 0) & (sites < 1e5)).all(axis=1)][:200]


@pytest.mark.parametrize("make_sites", [alone, in_clusters, in_broad_clusters])
def test_sites_tell_their_own_clusters(make_sites):
    """Without a distance, clustered sites were significant near anything: 9 of 10."""
    if make_sites is not alone:
        assert false_alarms(make_sites, 0.0) > 0.4
    assert false_alarms(make_sites, None) < 0.15


def test_clusters_are_what_short_steps_join():
    places = np.array([(0, 0), (90, 0), (180, 0), (400, 0), (400, 0), (0, 5000)], float)
    labels = cluster_labels(places, 100.0)
    assert labels[0] == labels[1] == labels[2]
    assert labels[3] == labels[4] != labels[0]
    assert len(set(labels)) == 3
    assert cluster_labels(places[:1], 5.0).tolist() == [0]


def test_clumping_tells_clusters():
    rng = np.random.default_rng(0)
    assert clumping(rng.uniform(0, 1, (4000, 2)), 1.0) == pytest.approx(1.0, abs=0.06)
    assert clumping(in_clusters(rng), 1e10) < 0.2
    assert np.isnan(clumping(np.zeros((1, 2)), 1.0))


def test_narrow_areas_can_hold_clusters():
    """No cell of the look-up has its middle in a strip that is thinner than a cell."""
    ring = np.array([(0, 0), (1e5, 300), (1e5, 310), (0, 10), (0, 0)], float)
    area = StudyArea.from_rings([ring])
    rng = np.random.default_rng(0)
    places = area.sample(200, rng)
    look_up = DistanceMap(area, places, places[:, 0])
    assert np.isfinite(look_up.at(places)).all()
    draw = clustered(places[:20], np.zeros(20, int), places, look_up, rng)
    assert draw(np.array([0.0, 1e9]), 3).tolist() == [[20]] * 3


def test_slope_frame_by_hand():
    """A slope of 30 degrees that faces east."""
    found = slope_frame(
        np.array([10.0, -10.0, 0.0, 5.0]), np.array([0.0, 0.0, -4.0, 0.0]),
        np.array([-5.0, 5.0, 0.0, 5.0]), np.full(4, 30.0), np.full(4, 90.0),
    )  # fmt: skip
    assert found.down == pytest.approx([10, -10, 0, 5])
    assert found.along == pytest.approx([0, 0, 4, 0]), "south is to the right, looking east"
    cos, sin = np.cos(np.pi / 6), 0.5
    assert found.steepest == pytest.approx([10 * cos + 5 * sin, -10 * cos - 5 * sin, 0,
                                            5 * cos - 5 * sin])  # fmt: skip
    assert found.turn[[0, 2]] == pytest.approx([0, 90])
    names = [QUADRANTS[k] for k in found.quadrant]
    assert [names[0], names[1], names[3]] == [
        "down-slope and down", "up-slope and up", "down-slope and up",
    ]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    st.tuples(*[st.floats(-100, 100)] * 3), st.floats(0, 80), st.floats(0, 360)
)  # fmt: skip
def test_slope_frame_keeps_lengths(vector, slope, aspect):
    found = slope_frame(*(np.array([v]) for v in vector), np.array([slope]), np.array([aspect]))
    size = np.linalg.norm(vector)
    assert np.sqrt(found.steepest**2 + found.outward**2 + found.along**2)[0] == pytest.approx(
        size, abs=1e-9
    )
    s, b = np.radians(aspect), np.radians(slope)
    steepest = np.array([np.sin(s) * np.cos(b), np.cos(s) * np.cos(b), -np.sin(b)])
    assert found.steepest[0] == pytest.approx(steepest @ vector, abs=1e-9)


def test_flat_still_and_unknown_have_no_quadrant():
    one = np.ones(3)
    found = slope_frame(
        np.array([1.0, 0.1, np.nan]), 0 * one, 0 * one, np.array([2.0, 30, 30]), 0 * one, 5.0, 0.5
    )
    assert [QUADRANTS[k] for k in found.quadrant] == ["flat", "still", "unknown"]


def test_quadrants_against_the_area():
    everywhere = np.repeat([1, 2, 3, 4, 5], 1000)
    test = compare_quadrants(np.repeat([2, 5, 0], [20, 9, 9]), everywhere)
    assert test.count.tolist() == [0, 20, 0, 0]
    assert test.share == pytest.approx([0.25] * 4)
    assert test.p[1] == pytest.approx(2 * 0.25**20)
    assert test.p_fewer[0] == pytest.approx(0.75**20)
