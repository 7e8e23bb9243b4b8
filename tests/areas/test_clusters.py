# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters against plain graph and scikit-learn references, hot spots against the formula."""

import numpy as np
import pytest
from groundshift.algorithms.areas import clusters
from groundshift.algorithms.areas.active import lattice_spacing, mean_spacing
from groundshift.algorithms.areas.clusters import ClusterOptions, cluster
from groundshift.algorithms.areas.hotspots import false_discovery_limit, getis_ord
from groundshift.algorithms.data.neighbours import hanging_together
from groundshift.algorithms.data.triangles import cut_triangulation, outline_rings
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay, cKDTree


def components(size, edges):
    graph = coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), shape=(size, size))
    return connected_components(graph, directed=False)[1]


def same_partition(first, second):
    return len(set(zip(first, second))) == len(set(first)) == len(set(second))


@settings(max_examples=40, deadline=None)
@given(st.integers(12, 300), st.integers(0, 10_000), st.booleans())
def test_cut_delaunay_circles_and_chains_are_the_same(count, seed, twins):
    """What the kernel makes of distances alone is what the paper's triangulation makes."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 600, (count, 2))
    if twins:
        xy[: count // 3] = xy[-(count // 3) :]
    labels = hanging_together(xy, 60.0)
    near = np.array(list(cKDTree(xy).query_pairs(60.0)), int).reshape(-1, 2)
    assert same_partition(labels, components(count, near))
    triangulation = Delaunay(xy)
    sides = np.concatenate([triangulation.simplices[:, k] for k in ([0, 1], [1, 2], [2, 0])])
    sides = np.concatenate([sides, triangulation.coplanar[:, [0, 2]]])
    short = sides[np.linalg.norm(xy[sides[:, 0]] - xy[sides[:, 1]], axis=1) <= 60.0]
    assert same_partition(labels, components(count, short))


def test_groups_are_not_joined():
    xy = np.stack([np.arange(20) * 5.0, np.zeros(20)], axis=1)
    labels = hanging_together(xy, 12.0, np.arange(20) % 2)
    assert same_partition(labels, np.arange(20) % 2)


def test_the_largest_comes_first_and_small_ones_are_none():
    xy = np.concatenate([np.zeros((4, 2)), np.full((7, 2), 500.0), np.full((5, 2), 900.0)])
    xy[:, 0] += np.concatenate([np.arange(4), np.arange(7), np.arange(5)])
    labels = cluster(xy, np.ones(16), ClusterOptions(minimum_points=5))
    assert list(labels) == [-1] * 4 + [0] * 7 + [1] * 5


def test_dbscan_tells_rates_apart():
    rng = np.random.default_rng(0)
    xy = rng.uniform(0, 200, (200, 2))
    velocity = np.where(np.arange(200) < 100, -0.05, -0.2) + rng.normal(0, 0.001, 200)
    together = cluster(xy, velocity, ClusterOptions("dbscan", velocity_scale=0.0))
    apart = cluster(xy, velocity, ClusterOptions("dbscan", velocity_scale=0.02))
    assert set(together) == {0}
    assert same_partition(apart, np.arange(200) < 100)


def test_hdbscan_or_what_it_needs(monkeypatch):
    rng = np.random.default_rng(1)
    xy = np.concatenate([rng.normal(0, 20, (60, 2)), rng.normal(800, 20, (40, 2))])
    xy = np.concatenate([xy, [[400.0, -900.0]]])
    options = ClusterOptions("hdbscan", velocity_scale=0.0)
    try:
        clusters._hdbscan()
    except GroundshiftError as error:
        assert "scikit-learn 1.3" in str(error)
        # What scikit-learn 1.3 answers, so that the way there is tried.
        monkeypatch.setattr(clusters, "_hdbscan", lambda: _StandIn)
    labels = cluster(xy, np.zeros(101), options)
    assert list(labels[[0, 60, 100]]) == [0, 1, -1]
    np.testing.assert_array_equal(np.bincount(labels + 1), [1, 60, 40])


class _StandIn:
    def __init__(self, min_cluster_size, allow_single_cluster):
        assert (min_cluster_size, allow_single_cluster) == (5, True)

    def fit_predict(self, features):
        assert features.shape[1] == 2  # in space alone
        return (features[:, 0] > 0).astype(int)


def plain_getis_ord(xy, values, distance):
    """Ord and Getis (1995), eq. 14, word by word."""
    n, mean = len(values), values.mean()
    s = np.sqrt((values**2).mean() - mean**2)
    out = []
    for place in xy:
        w = (np.hypot(*(xy - place).T) <= distance).astype(float)
        above = (w * values).sum() - mean * w.sum()
        out.append(above / (s * np.sqrt((n * (w**2).sum() - w.sum() ** 2) / (n - 1))))
    return np.array(out)


def test_hot_spots_against_the_formula():
    rng = np.random.default_rng(3)
    xy, values = rng.uniform(0, 500, (300, 2)), rng.normal(2, 5, 300)
    found = getis_ord(xy, values, 60.0)
    np.testing.assert_allclose(found.z, plain_getis_ord(xy, values, 60.0), rtol=1e-9, atol=1e-9)


def test_false_alarms_of_hot_spots():
    """5 % of the points at a level of 5 %, and next to none by false discovery rate."""
    rng = np.random.default_rng(4)
    plain, controlled = [], []
    for _ in range(20):
        xy, values = rng.uniform(0, 3000, (2000, 2)), rng.normal(0, 1, 2000)
        plain.append(getis_ord(xy, values, 52.0, 0.05, False).significant.mean())
        controlled.append(getis_ord(xy, values, 52.0, 0.05, True).significant.any())
    assert 0.045 < np.mean(plain) < 0.055
    assert np.mean(controlled) < 0.2


def test_a_slow_place_is_a_hot_spot_before_its_points_are_fast():
    rng = np.random.default_rng(5)
    xy = rng.uniform(0, 2000, (4000, 2))
    inside = np.hypot(*(xy - 1000).T) < 150
    rate = rng.normal(0, 0.003, 4000) - 0.0045 * inside
    assert (np.abs(rate[inside]) > 2 * 0.003).mean() < 0.35
    found = getis_ord(xy, rate, 100.0)
    assert found.significant[inside].mean() > 0.8
    assert found.significant[~inside].mean() < 0.03
    assert (found.z[inside & found.significant] < 0).all()


def test_benjamini_and_hochberg():
    p = np.array([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.9])
    assert false_discovery_limit(p, 0.05) == 0.008
    assert false_discovery_limit(p, 0.25) == 0.212
    assert false_discovery_limit(np.array([0.5, 0.9]), 0.05) < 0


@pytest.mark.parametrize("xy", [
    [[0.0, 0.0], [50.0, 0.0]],
    [[0.0, 0.0], [50.0, 50.0], [100.0, 100.0], [20.0, 20.0]],
    [[0.0, 0.0]] * 4,
    [[0.0, 0.0], [0.0, 0.0], [40.0, 0.0], [0.0, 40.0], [40.0, 40.0]],
])  # fmt: skip
def test_triangulation_ties_what_hangs_together(xy):
    xy = np.array(xy)
    cut = cut_triangulation(xy, 60.0)
    edges = [cut.edges]
    edges += [cut.triangles[:, k] for k in ([0, 1], [1, 2])]
    assert same_partition(components(len(xy), np.concatenate(edges)), hanging_together(xy, 60.0))


@pytest.mark.parametrize("seed", range(4))
def test_outline_holds_the_area_of_the_triangles(seed):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 1200, (1500, 2))
    cut = cut_triangulation(xy, 45.0)
    rings = outline_rings(xy, cut.triangles)
    signed = [
        0.5 * (r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1]).sum() for r in rings
    ]  # holes are counted negative
    a, b, c = (xy[cut.triangles[:, k]] for k in range(3))
    whole = 0.5 * np.abs(
        (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    )
    assert np.sum(signed) == pytest.approx(whole.sum(), rel=1e-9)
    assert min(signed) < 0 < max(signed)
    for ring in rings:
        assert len(np.unique(ring[:-1], axis=0)) == len(ring) - 1


def test_pixels_tell_their_spacing():
    rows, cols = np.mgrid[:40, :50]
    pixels = np.column_stack([cols.ravel() * 77.0, rows.ravel() * 111.0])
    seen = pixels[np.random.default_rng(0).random(len(pixels)) < 0.9]
    assert lattice_spacing(seen) == pytest.approx(111.0)
    scattered = np.random.default_rng(1).uniform(0, 3000, (2000, 2))
    assert lattice_spacing(scattered) is None
    assert lattice_spacing(pixels[:5]) is None
    assert lattice_spacing(np.zeros((50, 2))) is None


@pytest.mark.parametrize("density", [50, 200, 3000])
def test_scattered_points_tell_their_spacing(density):
    rng = np.random.default_rng(density)
    side = np.sqrt(4000 / density) * 1e3
    points = rng.uniform(0, side, (4000, 2))
    true = 1e3 / np.sqrt(density)
    assert mean_spacing(points) == pytest.approx(true, rel=0.05)
    # Empty ground, and points that lie in the same places twice or three times, change little.
    assert mean_spacing(points[points[:, 0] < side / 3]) == pytest.approx(true, rel=0.08)
    assert mean_spacing(np.repeat(points, 2, axis=0)) == pytest.approx(true / 2**0.5, rel=0.1)
    assert mean_spacing(points[:6]) is None
    assert mean_spacing(np.zeros((50, 2))) is None
