# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Study areas, bands of distance and the test of random placement."""

import numpy as np
import pytest
from groundshift.algorithms.areas.cluster_process import ClusterSizes, cluster_sizes, in_clusters
from groundshift.algorithms.areas.distance_bands import band_of, compare_bands, parse_edges
from groundshift.algorithms.areas.placement import (
    DistanceMap,
    clumping,
    cluster_labels,
    clustered,
    independent,
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


def alarms(make_sites, reach, repeats=60, runs=39):
    """How often the test as a whole says that sites are not random, at the 5 % level."""
    rng = np.random.default_rng(8)
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(20_000, rng)
    fault = places[:, 0]  # the left side
    look_up = DistanceMap(area, places, fault)
    count = 0
    for _ in range(repeats):
        sites = make_sites(rng)
        draw = independent(len(sites), fault, rng)
        if reach:
            draw = clustered(sites, cluster_labels(sites, reach), places, look_up, rng)
        elif reach is None:
            found = cluster_sizes(sites, sites[:, 0], area.size, places, fault, look_up, rng)
            if len(found.size):
                draw = in_clusters(len(sites), found, places, look_up, rng)
        bands = compare_bands(sites[:, 0], fault, area.size, EDGES, draw, runs)
        count += bands.p_overall <= 0.05
    return count / repeats


def alone(rng):
    return rng.uniform(0, 1e5, (80, 2))


def eight_clusters(rng):
    """Eight clusters of ten sites."""
    middle = rng.uniform(3e3, 9.7e4, (8, 2))
    return np.clip(np.repeat(middle, 10, axis=0) + rng.normal(0, 800, (80, 2)), 0, 1e5 - 1)


def test_random_sites_are_called_random():
    assert alarms(alone, 0.0) < 0.14
    assert alarms(alone, 500.0) < 0.14


def test_clusters_fool_independent_placement_and_not_theirs():
    assert alarms(eight_clusters, 0.0) > 0.4
    assert alarms(eight_clusters, 3000.0) < 0.17


def scattered(rng, clusters, size, sites):
    """Sites of unequal clusters that may run into one another, and reach beyond the square."""
    middle = rng.uniform(-2 * size, 1e5 + 2 * size, (clusters, 2))
    weight = rng.exponential(size=clusters)
    found = middle[rng.choice(clusters, 8 * sites, p=weight / weight.sum())]
    found = found + rng.normal(0, size, found.shape)
    return found[((found > 0) & (found < 1e5)).all(axis=1)][:sites]


def in_broad_clusters(rng):
    """Thirty with less than nothing between them."""
    return scattered(rng, 30, 3e3, 200)


def in_very_broad_clusters(rng):
    """Twenty that nobody sees as clusters."""
    return scattered(rng, 20, 12e3, 300)


def clusters_of_clusters(rng):
    """Places of broad clusters with some sites about each."""
    middle = np.repeat(scattered(rng, 20, 9e3, 40), 6, axis=0)
    return np.clip(middle + rng.normal(0, 600, middle.shape), 0, 1e5 - 1)


@pytest.mark.parametrize(
    "make_sites",
    [alone, eight_clusters, in_broad_clusters, in_very_broad_clusters, clusters_of_clusters],
)
def test_sites_tell_their_own_clusters(make_sites):
    """Each on its own, clustered sites were significant near anything: 9 of 10.

    Joined until the clusters' middles lie at random, very broad ones still were in 9 of 10, and
    clusters of clusters in 4 of 10. Twenty very broad ones tell little of themselves: 1 of 10.
    """
    if make_sites is not alone:
        assert alarms(make_sites, 0.0) > 0.4
    assert alarms(make_sites, None) < (0.2 if make_sites is in_very_broad_clusters else 0.15)


def test_sites_that_crowd_about_the_fault_are_no_clusters():
    """As clusters they would hide what is asked for."""

    def near(rng):
        sites = rng.uniform(0, 1e5, (1000, 2))
        return sites[rng.random(1000) < 0.25 + 0.75 * np.exp(-sites[:, 0] / 1.5e4)][:150]

    assert alarms(near, None, 30) > 0.9


def test_sizes_of_clusters_are_found():
    """Three kilometres in some 50 equal clusters, and none where there are none."""
    rng = np.random.default_rng(1)
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(20_000, rng)
    rest = area.size, places, places[:, 0], DistanceMap(area, places, places[:, 0]), rng
    number, size = [], []
    for _ in range(5):
        middle = rng.uniform(-2e4, 1.2e5, (100, 2))
        sites = np.repeat(middle, 30, axis=0) + rng.normal(0, 3e3, (3000, 2))
        sites = sites[((sites > 0) & (sites < 1e5)).all(axis=1)]
        found = cluster_sizes(sites, sites[:, 0], *rest)
        small = found.size < 1e4  # that a hundred clusters crowd by chance makes larger ones
        number.append(1 / found.share[small].sum())
        size.append(np.sqrt(np.average(found.size[small] ** 2, weights=found.share[small])))
    assert np.median(number) == pytest.approx(100 / 1.4**2, rel=0.3)
    assert np.median(size) == pytest.approx(3e3, rel=0.3)
    sites = alone(rng)
    assert cluster_sizes(sites, sites[:, 0], *rest).clusters > 20


def test_sites_in_clusters_prefer_no_part_of_the_area():
    """And their counts vary as those of the clusters that were asked for."""
    rng = np.random.default_rng(4)
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(20_000, rng)
    from_middle = np.abs(places - 5e4).max(axis=1)
    look_up = DistanceMap(area, places, from_middle)
    kinds = ClusterSizes(np.array([15e3, 1e3]), np.array([0.08, 0.02]))
    edges = np.array([0.0, 1e4, 2e4, 3e4, 4e4, np.inf])
    counts = in_clusters(240, kinds, places, look_up, rng)(edges, 4000)
    assert (counts.sum(axis=1) == 240).all()
    share = np.histogram(from_middle, [0, 1e4, 2e4, 3e4, 4e4, 5e4])[0] / len(places)
    np.testing.assert_allclose(counts.mean(axis=0) / 240, share, rtol=0.08)

    def together(size):
        """Of pairs of one cluster of which one lies in the middle, those of which both do."""
        at = rng.uniform(-5e4, 5e4, (400_000, 2))
        other = at + rng.normal(0, np.sqrt(2) * size, at.shape)
        inside, middle = (
            [(np.abs(end) < half).all(axis=1) for end in (at, other)] for half in (5e4, 2e4)
        )
        return (middle[0] & middle[1]).sum() / (inside[0] & inside[1]).sum() / inner

    inner = share[0] + share[1]
    alike = 0.08 * together(15e3) + 0.02 * together(1e3) + 0.9 * inner
    variance = 240 * inner * (1 + 239 * alike) - (240 * inner) ** 2
    assert counts[:, :2].sum(axis=1).var() == pytest.approx(variance, rel=0.2)


def test_clusters_that_are_placed_prefer_no_part_of_the_area():
    """Kept inside as a whole they came 1.6 times as often to the middle, and p-values were large.

    Unrelated broad clusters then never had sites nearer than at random to a fault in the middle.
    """
    rng = np.random.default_rng(4)
    area = StudyArea.from_rings([SQUARE])
    places = area.sample(20_000, rng)
    from_middle = np.abs(places - 5e4).max(axis=1)
    look_up = DistanceMap(area, places, from_middle)
    sites = rng.uniform(2e4, 8e4, (12, 1, 2)) + rng.normal(0, 6e3, (12, 20, 2))
    draw = clustered(sites.reshape(-1, 2), np.repeat(np.arange(12), 20), places, look_up, rng)
    edges = np.array([0.0, 1e4, 2e4, 3e4, 4e4, np.inf])
    counts = draw(edges, 2000)
    assert (counts.sum(axis=1) == 240).all()
    share = np.histogram(from_middle, [0, 1e4, 2e4, 3e4, 4e4, 5e4])[0] / len(places)
    np.testing.assert_allclose(counts.mean(axis=0) / 240, share, rtol=0.08)
    # Moved as a whole they also spread as clusters do, not as single sites.
    assert counts[:, 0].std() > 2 * np.sqrt(240 * share[0] * (1 - share[0]))


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
    assert clumping(eight_clusters(rng), 1e10) < 0.2
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


def test_a_narrow_area_aslant_takes_no_memory(monkeypatch):
    """Of a box of 500 km with a strip of 200 m in it nobody holds all cells."""
    from groundshift.algorithms.areas import placement

    monkeypatch.setattr(placement, "MOST_CELLS", 100_000)
    ring = np.array([(0, 0), (500, 500), (500, 500.2), (0, 0.2), (0, 0)]) * 1e3
    area = StudyArea.from_rings([ring])
    places = area.sample(2000, np.random.default_rng(0))
    look_up = DistanceMap(area, places, places[:, 0])
    assert np.prod(look_up._shape) < 110_000
    np.testing.assert_allclose(look_up.at(places), places[:, 0], atol=3000)
    assert np.isnan(look_up.at(np.array([[400e3, 100e3]]))).all()
