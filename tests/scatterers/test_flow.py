# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Minimum-cost flow against linear programming, and the graphs it runs on."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.scatterers.unwrapping import _flow_kernel as flow_kernel
from groundshift.algorithms.scatterers.unwrapping import _grid_kernel as grid_kernel
from groundshift.algorithms.scatterers.unwrapping import _mesh_kernel as mesh_kernel
from groundshift.algorithms.scatterers.unwrapping import arcs
from groundshift.algorithms.scatterers.unwrapping.alignment import UnionFind, fit_cycles
from groundshift.algorithms.scatterers.unwrapping.arcs import date_subsets, date_tree, triangulate
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog


def problem(seed):
    rng = np.random.default_rng(seed)
    nodes = int(rng.integers(3, 25))
    ring = np.column_stack([np.arange(nodes), (np.arange(nodes) + 1) % nodes])
    more = rng.integers(0, nodes, (int(rng.integers(1, 3 * nodes)), 2))
    faces = np.vstack([more, ring]).astype(np.int32)
    costs = rng.integers(0, 20, (len(faces), 2)).astype(np.int32)
    supply = rng.integers(-3, 4, nodes).astype(np.int32)
    supply[0] -= supply.sum()
    return faces, costs, supply


def least_cost(faces, costs, supply):
    """The least cost, by SciPy's linear programming."""
    arcs = len(faces)
    balance = np.zeros((len(supply), 2 * arcs))
    for k, (a, b) in enumerate(faces):
        balance[a, k] += 1
        balance[b, k] -= 1
        balance[a, arcs + k] -= 1
        balance[b, arcs + k] += 1
    return linprog(costs.T.ravel(), A_eq=balance, b_eq=supply).fun


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_the_flow_serves_all_at_the_least_cost(seed):
    faces, costs, supply = problem(seed)
    left = supply.copy()
    lists = flow_kernel.incidence(faces, len(supply))
    flow = flow_kernel.minimum_cost_flow(*lists, faces, costs, left)
    assert not left.any()
    net = np.zeros(len(supply), int)
    np.add.at(net, faces[:, 0], flow)
    np.add.at(net, faces[:, 1], -flow)
    np.testing.assert_array_equal(net, supply)
    paid = np.where(flow > 0, flow * costs[:, 0], -flow * costs[:, 1]).sum()
    assert paid == pytest.approx(least_cost(faces, costs, supply))


def test_many_supplies_are_served_together():
    """Enough of them for the search from all at a time; a square lattice."""
    rng = np.random.default_rng(3)
    side = 40
    number = np.arange(side * side).reshape(side, side)
    faces = np.concatenate([
        np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
        np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
    ]).astype(np.int32)  # fmt: skip
    costs = rng.integers(1, 9, (len(faces), 2)).astype(np.int32)
    supply = np.zeros(side * side, np.int32)
    places = rng.permutation(side * side)[:300]
    supply[places[:150]], supply[places[150:]] = 1, -1
    left = supply.copy()
    lists = flow_kernel.incidence(faces, len(supply))
    flow = flow_kernel.minimum_cost_flow(*lists, faces, costs, left)
    assert not left.any()
    paid = np.where(flow > 0, flow * costs[:, 0], -flow * costs[:, 1]).sum()
    assert paid == pytest.approx(least_cost(faces, costs, supply))


def test_supplies_that_are_cut_off_stay():
    faces = np.array([[0, 1], [2, 3]], np.int32)
    left = np.array([1, 0, -1, 0], np.int32)
    lists = flow_kernel.incidence(faces, 4)
    flow = flow_kernel.minimum_cost_flow(*lists, faces, np.ones((2, 2), np.int32), left)
    assert not flow.any()
    assert left.tolist() == [1, 0, -1, 0]


def test_faces_around_a_lake_are_one():
    valid = np.ones((5, 6), bool)
    valid[2, 2:4] = False
    ends, faces, count = grid_kernel.grid_graph(valid)
    # 4 x 5 cells, of which the 6 around the lake are one, and all outside.
    assert count == 20 - 6 + 1 + 1
    assert len(ends) == 5 * 5 + 4 * 6 - (3 + 4)
    assert valid.ravel()[ends].all()


def test_two_lakes_with_a_dam_between_are_two():
    valid = np.ones((3, 7), bool)
    valid[1, [1, 2, 4, 5]] = False
    _, faces, count = grid_kernel.grid_graph(valid)
    assert count == 3


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.floats(0.5, 1.0))
def test_residues_sum_to_nothing_and_flow_closes_every_face(seed, share):
    rng = np.random.default_rng(seed)
    valid = rng.random((9, 11)) < share
    phase = rng.uniform(-np.pi, np.pi, valid.size)
    ends, faces, count = grid_kernel.grid_graph(valid)
    steps = grid_kernel.wrapped_steps(phase, ends)
    supply = grid_kernel.residues(steps, faces, count)
    assert supply.sum() == 0
    lists = flow_kernel.incidence(faces, count)
    costs = np.ones((len(faces), 2), np.int32)
    flow = flow_kernel.minimum_cost_flow(*lists, faces, costs, supply.copy())
    assert not grid_kernel.residues(steps + 2 * np.pi * flow, faces, count).any()


def test_residues_are_those_of_cells():
    """A vortex has one cell that does not close."""
    y, x = np.mgrid[:6, :6] - 2.5
    phase = np.arctan2(y, x)
    ends, faces, count = grid_kernel.grid_graph(np.ones((6, 6), bool))
    steps = grid_kernel.wrapped_steps(phase.ravel(), ends)
    supply = grid_kernel.residues(steps, faces, count)
    assert np.count_nonzero(supply) == 2  # the cell and all outside
    assert abs(supply).max() == 1


def test_triangles_close():
    rng = np.random.default_rng(1)
    xy = rng.uniform(0, 100, (200, 2))
    graph = triangulate(xy)
    height = xy @ [0.3, -0.2]
    steps = height[graph.ends[:, 1]] - height[graph.ends[:, 0]]
    sums = np.zeros(graph.count)
    np.add.at(sums, graph.faces[:, 1], steps)
    np.add.at(sums, graph.faces[:, 0], -steps)
    np.testing.assert_allclose(sums, 0, atol=1e-9)
    assert len(graph.ends) == 200 + (graph.count - 1) - 1  # Euler


def raster_with_gaps(seed, side=90):
    """Rows and columns of points in any order: lakes, single gaps and an edge that is not whole."""
    rng = np.random.default_rng(seed)
    chosen = rng.random((side, side)) > 0.03
    chosen[10:25, 30:60] = chosen[50:51, 5:40] = chosen[:7, 70:] = False
    return rng, rng.permutation(np.argwhere(chosen))


def qhull_had(monkeypatch):
    """Numbers of points that are given to Qhull."""
    sizes, plain = [], arcs._triangles
    monkeypatch.setattr(arcs, "_triangles", lambda xy: sizes.append(len(xy)) or plain(xy))
    return sizes


def assert_same_graph(one, other, xy):
    np.testing.assert_array_equal(one.ends, other.ends)
    for graph in (one, other):
        steps = np.diff(xy[graph.ends] @ [0.3, -0.2]).ravel()
        sums = np.bincount(graph.faces[:, 1], steps, graph.count)
        sums -= np.bincount(graph.faces[:, 0], steps, graph.count)
        np.testing.assert_allclose(sums, 0, atol=1e-9)
    corners = [np.bincount(graph.faces.ravel()) for graph in (one, other)]
    np.testing.assert_array_equal(*map(np.sort, corners))  # three arcs a face, and the hull


@pytest.mark.parametrize("down", [-1.0, 1.0])
@pytest.mark.parametrize("turn", [0.0, 0.3, 2.0])
def test_full_cells_of_a_raster_have_the_triangles_of_all_points(turn, down, monkeypatch):
    """Places are those of a raster that another projection bends."""
    sizes = qhull_had(monkeypatch)
    rng, pixels = raster_with_gaps(3)
    xy = pixels[:, ::-1] * [14.0, 9.0 * down] + rng.uniform(-0.4, 0.4, pixels.shape)
    xy[:, 0] += 1e-4 * xy[:, 1] ** 2
    xy = xy @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    assert_same_graph(triangulate(xy, pixels + [40, 7]), triangulate(xy), xy)
    assert len(sizes) == 2 and sizes[0] < 0.5 * sizes[1]


@pytest.mark.parametrize("turn", [0.0, 0.0247, 0.3])
def test_triangles_close_at_a_raster_s_straight_border(turn, monkeypatch):
    """There are flat ones, whose areas are rounding."""
    sizes = qhull_had(monkeypatch)
    _, pixels = raster_with_gaps(4)
    xy = (10.0 * pixels) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    graph = triangulate(xy, pixels)
    assert len(sizes) == 1 and sizes[0] < 0.5 * len(xy)
    inner = graph.count - 1
    assert len(graph.ends) == len(xy) + inner - 1  # Euler
    np.testing.assert_array_equal(np.bincount(graph.faces.ravel())[:inner], 3)
    if turn:
        return
    plain = triangulate(xy)
    flat = {(a, b) for a, b in plain.ends.tolist()} ^ {(a, b) for a, b in graph.ends.tolist()}
    border = pixels[np.array(sorted(flat), int).reshape(-1, 2)]
    assert all(np.ptp(arc, axis=0).min() == 0 for arc in border)


def test_long_flat_triangles_of_a_bent_border_are_rounding_too(monkeypatch):
    """Not even Qhull's own were taken for Delaunay's, so that it had all points."""
    sizes = qhull_had(monkeypatch)
    _, pixels = raster_with_gaps(6, 300)
    xy = 10.0 * pixels
    xy[:, 1] += 1e-7 * xy[:, 0] ** 2
    graph = triangulate(xy, pixels)
    assert len(sizes) == 1 and sizes[0] < 0.5 * len(xy)
    assert len(graph.ends) == len(xy) + graph.count - 2  # Euler


@pytest.mark.parametrize("kind", ["folded", "skewed", "few", "lines"])
def test_where_cells_do_not_hold_qhull_has_all_points(kind, monkeypatch):
    sizes = qhull_had(monkeypatch)
    rng, pixels = raster_with_gaps(5)
    if kind == "few":
        pixels = pixels[rng.random(len(pixels)) < 0.2]
    if kind == "skewed":  # no gaps whose sides would tell
        pixels = np.argwhere(np.ones((90, 90), bool))
    if kind == "lines":
        pixels = pixels[pixels[:, 0] % 2 == 0]
    xy = pixels[:, ::-1] * [14.0, -9.0] + rng.uniform(-0.4, 0.4, pixels.shape)
    if kind == "folded":  # layover: some columns lie on others
        xy[:, 0] = np.where(pixels[:, 1] > 60, xy[:, 0] - 163.3, xy[:, 0])
    if kind == "skewed":
        xy[:, 0] += 6.0 * xy[:, 1]
    assert_same_graph(triangulate(xy, pixels), triangulate(xy), xy)
    assert sizes[-1] == sizes[-2] == len(xy)


@pytest.mark.parametrize("where", [np.s_[189:190], np.s_[185:195], np.s_[180:200]])
def test_pixels_at_one_place_are_told(where):
    """Such as two rows of a lookup that says the same for both."""
    pixels = np.argwhere(np.ones((20, 20), bool))
    xy = 10.0 * pixels
    xy[where, 0] += 10.0
    with pytest.raises(GroundshiftError, match="points lie where another one is"):
        triangulate(xy, pixels)


def test_triangles_that_are_turned_over_are_none_of_delaunay_s():
    xy = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.2, 1.1]])
    corners = np.array([[0, 1, 2], [1, 3, 2]], np.int32)
    assert mesh_kernel.is_delaunay(corners, *mesh_kernel.arcs_of(corners, 4), xy)
    xy[3] = 0.4, 0.4  # folded back into the first one's circle
    assert not mesh_kernel.is_delaunay(corners, *mesh_kernel.arcs_of(corners, 4), xy)
    xy[3] = -2.0, -2.0  # and beyond
    assert not mesh_kernel.is_delaunay(corners, *mesh_kernel.arcs_of(corners, 4), xy)


def test_arcs_are_sorted_and_lie_between_their_faces():
    corners = arcs._triangles(np.random.default_rng(2).uniform(0, 100, (300, 2)))[0]
    ends, faces = mesh_kernel.arcs_of(corners, 300)
    sides = np.concatenate([corners[:, [k, (k + 1) % 3]] for k in range(3)])
    np.testing.assert_array_equal(ends, np.unique(np.sort(sides, axis=1), axis=0))
    has = {(*side, n % len(corners)) for n, side in enumerate(sides.tolist())}
    for (low, high), (right, left) in zip(ends.tolist(), faces.tolist()):
        assert left == len(corners) or (low, high, left) in has
        assert right == len(corners) or (high, low, right) in has
    assert (faces < len(corners)).sum() == len(sides)


def test_dates_of_two_subsets_are_told_apart_and_the_tree_reaches_all():
    pairs = np.array([[0, 1], [1, 2], [3, 4], [0, 2]])
    assert len(set(date_subsets(pairs, 5))) == 2
    tree = date_tree(pairs[[0, 1, 3]], 3, np.array([0.1, 1.0, 0.9]))
    assert sorted(tree.order) == [0, 1, 2]
    assert 0 not in tree.come_from  # the pair that covers least is not needed


def test_cycles_of_pieces_are_fitted_and_one_wrong_link_is_outvoted():
    links = [(0, 1), (1, 2), (0, 2), (2, 3), (1, 3)]
    truth = np.array([0, 2, -1, 5])
    cycles = [truth[b] - truth[a] for a, b in links]
    cycles[3] += 1
    weights = [3, 3, 3, 1, 2]
    np.testing.assert_array_equal(fit_cycles(4, links, cycles, weights), truth)


def test_union_find():
    joined = UnionFind()
    assert joined.join(5, 3)
    assert joined.join(3, 9)
    assert not joined.join(9, 5)
    assert joined.find(9) == 3
    assert joined.find(4) == 4
