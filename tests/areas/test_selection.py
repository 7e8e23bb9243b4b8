# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The noise filter and the selection of moving points: reference numbers and brute force."""

import numpy as np
import pytest
from groundshift.algorithms.areas.active import AreaOptions, by_resolution, find_areas
from groundshift.algorithms.areas.clusters import ClusterOptions
from groundshift.algorithms.areas.selection import (
    REASONS,
    SelectionOptions,
    moving,
    noise_filter,
    spread,
    thresholds,
)
from groundshift.algorithms.data.points import Points
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

FIXED = SelectionOptions("fixed", 0.015)


@pytest.fixture(scope="module")
def sada(oracle):
    rows = oracle("sada_points.csv")
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}


def points(xy, velocity, std=None, coherence=None):
    unknown = np.full(len(velocity), np.nan)
    return Points.along_look(
        "", *np.asarray(xy, float).T, np.asarray(velocity, float),
        unknown if std is None else np.asarray(std, float),
        unknown if coherence is None else np.asarray(coherence, float),
    )  # fmt: skip


def test_the_oracle_exactly(sada):
    xy = np.stack([sada["x_m"], sada["y_m"]], axis=1)
    for method in ("delaunay", "circles"):
        clusters = ClusterOptions(method, radius=30.0)  # circles of 30 m overlap up to 60 m
        found = find_areas(
            points(xy, sada["v_mm_yr"] / 1e3), AreaOptions(selection=FIXED, clusters=clusters)
        )
        np.testing.assert_array_equal(found.reason == 0, sada["kept_by_filter"] == 1)
        np.testing.assert_array_equal(found.moving, sada["active"] == 1)
        ours, theirs = found.levels[0].labels, sada["cluster_min5"].astype(int)
        assert found.levels[0].count == 10
        # The same sets of points, whatever their numbers.
        assert len(set(zip(ours, theirs))) == len(set(ours)) == len(set(theirs)) == 11
        np.testing.assert_array_equal(ours < 0, theirs < 0)


def brute_force(xy, velocity, window, limit):
    kept = []
    for place, rate in zip(xy, velocity):
        near = velocity[((xy - place) ** 2).sum(axis=1) <= window**2]
        deviation = near.std()
        z = (rate - near.mean()) / deviation if deviation > 0 else 0.0
        kept.append(len(near) > 1 and abs(z) <= limit)
    return np.array(kept)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 120), st.floats(1.0, 300.0), st.integers(0, 10_000), st.booleans(),
    st.sampled_from([0.0, 4.6e6, -1e5]),
)  # fmt: skip
def test_filter_against_brute_force(count, window, seed, on_grid, offset):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 400, (count, 2))
    if on_grid:  # places that are the same, and just the window apart
        xy = np.round(xy / window) * window
    xy = xy + offset
    velocity = rng.normal(0, 1, count).round(3)
    velocity[rng.random(count) < 0.05] *= 30
    found = noise_filter(xy, velocity, window, 2.0)
    tree = cKDTree(xy)
    counts = np.array([len(k) for k in tree.query_ball_point(xy, window)])
    np.testing.assert_array_equal(found.isolated, counts < 2)
    if not on_grid:
        np.testing.assert_array_equal(found.kept, brute_force(xy, velocity, window, 2.0))


def test_far_apart_points_need_no_grid_of_the_world():
    xy = np.array([[0.0, 0.0], [5.0, 0.0], [9e6, 8e6], [9e6, 8e6 + 5]])
    found = noise_filter(xy, np.array([1.0, 1.0, 2.0, 2.0]), 10.0, 3.0)
    assert found.kept.all() and (found.z == 0).all()


def test_reasons_are_told_apart():
    rng = np.random.default_rng(0)
    xy = np.concatenate([rng.uniform(0, 30, (40, 2)), [[500.0, 500.0]]])
    velocity = np.append(rng.normal(0, 0.001, 40), 0.05)
    velocity[0], velocity[1] = np.nan, 0.05
    std, coherence = np.full(41, 0.001), np.full(41, 0.9)
    std[2], coherence[3], coherence[4] = 0.009, 0.2, np.nan
    options = AreaOptions(minimum_coherence=0.5, maximum_std=0.005, selection=FIXED)
    found = find_areas(points(xy, velocity, std, coherence), options)
    said = [REASONS[code] for code in found.reason]
    assert said[:5] == [
        "no rate", "unlike its neighbours", "large standard deviation", "low coherence", "kept",
    ]  # fmt: skip
    assert said[40] == "isolated"
    assert set(said[5:40]) == {"kept"}


def test_robust_sigma_is_not_swollen_by_what_moves():
    rng = np.random.default_rng(1)
    rate = rng.normal(0.001, 0.002, 5000)
    rate[:500] -= 0.05
    assert spread(rate, True) == pytest.approx(0.0023, abs=3e-4)
    assert spread(rate, False) > 0.014
    limit = thresholds(rate, SelectionOptions("robust sigma", factor=2.0))
    assert limit == pytest.approx(2 * spread(rate, True))


def test_a_sweep_ends_where_it_is_told():
    sweep = SelectionOptions("sweep", 0.005, stop=0.02, step=0.005)
    np.testing.assert_allclose(thresholds(np.zeros(0), sweep), [0.005, 0.01, 0.015, 0.02])


@pytest.mark.parametrize("method", ["circles", "delaunay"])
def test_a_sweep_nests(method):
    rng = np.random.default_rng(2)
    xy = rng.uniform(0, 2000, (4000, 2))
    far = np.hypot(*(xy - 1000).T)
    rate = -0.06 * np.exp(-((far / 400) ** 2)) + rng.normal(0, 0.002, 4000)
    options = AreaOptions(
        selection=SelectionOptions("sweep", 0.01, stop=0.05, step=0.01),
        clusters=ClusterOptions(method, radius=40.0, edge=80.0),
    )
    found = find_areas(points(xy, rate), options)
    assert [level.threshold for level in found.levels] == pytest.approx(
        [0.01, 0.02, 0.03, 0.04, 0.05]
    )
    for below, level in zip(found.levels, found.levels[1:]):
        for area in range(level.count):
            members = level.labels == area
            assert set(below.labels[members]) == {level.parents[area]}
    assert found.levels[0].count >= 1 and (found.levels[0].parents == -1).all()


def test_directions():
    rate = np.array([0.02, -0.02, 0.001])
    assert list(moving(rate, 0.01, "both")) == [True, True, False]
    assert list(moving(rate, 0.01, "towards")) == [True, False, False]
    assert list(moving(rate, 0.01, "away")) == [False, True, False]
    xy = np.stack([np.repeat(np.arange(6) * 10.0, 2), np.zeros(12)], axis=1)
    alternating = points(xy, np.tile([0.02, -0.02], 6))
    for direction, count in (("both", 1), ("apart", 2), ("towards", 1)):
        selection = SelectionOptions("fixed", 0.01, direction=direction)
        found = find_areas(alternating, AreaOptions(z_limit=9.0, selection=selection))
        assert found.levels[0].count == count


def test_lengths_follow_the_resolution():
    options = by_resolution(AreaOptions(), 10.0, ("edge",))
    assert (options.window, options.clusters.radius) == (20.0, 13.0)
    assert (options.clusters.edge, options.clusters.distance) == (60.0, 30.0)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: SelectionOptions("median"), "choose from"),
        (lambda: SelectionOptions("sweep", 0.05, stop=0.01), "end above"),
        (lambda: AreaOptions(clusters=ClusterOptions("getis-ord"),
                             selection=SelectionOptions("sweep")), "no threshold to sweep"),
        (lambda: ClusterOptions("kmeans"), "no way to make clusters"),
        (lambda: ClusterOptions(radius=0.0), "above 0"),
        (lambda: thresholds(np.zeros(5), SelectionOptions()), "no spread"),
        (lambda: find_areas(points(np.zeros((2, 2)), [np.nan] * 2), AreaOptions()), "has a rate"),
        (lambda: find_areas(points([[0, 0], [9e3, 0]], [1, 2]), AreaOptions()), "passes the"),
        (lambda: find_areas(points([[np.inf, 0]], [1.0]), AreaOptions()), "finite coordinates"),
    ],
)  # fmt: skip
def test_refusals(make, words):
    with pytest.raises(GroundshiftError, match=words):
        make()
