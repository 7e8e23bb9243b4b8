# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping at sparse points: planted truth, gaps, networks, tiles, bad input."""

import time
from collections import Counter

import numpy as np
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.scatterers.unwrapping import _arcs_kernel as arcs_kernel
from groundshift.algorithms.scatterers.unwrapping import arcs, point_tiles
from groundshift.algorithms.scatterers.unwrapping._grid_kernel import posed, residues
from groundshift.algorithms.scatterers.unwrapping._search_kernel import search_models
from groundshift.algorithms.scatterers.unwrapping.arcs import (
    ArcEquations,
    date_tree,
    integrate,
    triangulate,
)
from groundshift.algorithms.scatterers.unwrapping.point_tiles import cut_into_tiles
from groundshift.algorithms.scatterers.unwrapping.points import unwrap_points
from groundshift.algorithms.scatterers.unwrapping.sparse import SparseOptions, by_size
from groundshift.algorithms.timeseries.bridging import numbers_by_size
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import splu
from wrapped_scenes import TAU, points, right_share, wrap


def run(scene, **values):
    xy, wrapped, pairs, years, baselines, factor, _ = scene
    return unwrap_points(
        xy, wrapped, pairs, years, baselines=baselines, height_factor=factor, **values
    )


def congruent(found, wrapped):
    known = np.isfinite(found)
    return np.abs(wrap(found[known].astype(float) - wrapped[known])).max() < 1e-4


@pytest.mark.parametrize(
    ("values", "least"),
    [
        ({}, 0.998), ({"star": True}, 0.998), ({"noise": 0.6}, 0.995), ({"dates": 2}, 0.998),
        ({"dates": 5}, 0.998), ({"rate": 120.0}, 0.99),
    ],
)  # fmt: skip
def test_a_planted_truth_is_found(values, least):
    scene = points(**values)
    result = run(scene)
    assert right_share(result.phase, scene[-1]) > least
    assert congruent(result.phase, scene[1])
    assert (result.component == 1).mean() > 0.9


def test_triplets_close():
    scene = points(noise=0.7)
    result = run(scene)
    pairs = scene[2].tolist()
    number = {tuple(pair): k for k, pair in enumerate(pairs)}
    for i, j in pairs:
        if (j, j + 1) in number and (i, j + 1) in number:
            parts = [result.phase[number[k]] for k in ((i, j), (j, j + 1), (i, j + 1))]
            assert np.abs(parts[0] + parts[1] - parts[2]).max() < 1e-3


def test_the_order_of_pairs_and_points_does_not_matter():
    scene = points(count=600)
    plain = run(scene)
    rng = np.random.default_rng(0)
    of_pairs, of_points = rng.permutation(len(scene[2])), rng.permutation(len(scene[0]))
    turned = unwrap_points(
        scene[0][of_points], scene[1][of_pairs][:, of_points], scene[2][of_pairs], scene[3],
        baselines=scene[4], height_factor=scene[5],
    )  # fmt: skip
    back = np.empty_like(turned.phase)
    back[np.ix_(of_pairs, of_points)] = turned.phase
    assert right_share(back, plain.phase) > 0.999


def test_gaps_stay_gaps_and_do_no_harm():
    scene = points(noise=0.3)
    wrapped = scene[1].copy()
    rng = np.random.default_rng(5)
    wrapped[rng.random(wrapped.shape) < 0.15] = np.nan
    wrapped[:, 7] = np.nan
    result = run((scene[0], wrapped, *scene[2:]))
    np.testing.assert_array_equal(np.isnan(result.phase), np.isnan(wrapped))
    assert congruent(result.phase, wrapped)
    assert right_share(result.phase, np.where(np.isnan(wrapped), np.nan, scene[-1])) > 0.98


def test_pairs_that_do_not_close_stay_congruent():
    """Averaged interferograms close to some tenths of a radian only."""
    scene = points(noise=0.3)
    rng = np.random.default_rng(1)
    truth = scene[-1] + 0.3 * rng.standard_normal(scene[1].shape)
    wrapped = wrap(truth).astype(np.float32)
    result = run((scene[0], wrapped, *scene[2:]))
    assert congruent(result.phase, wrapped)
    assert right_share(result.phase, truth) > 0.99


def test_noisy_points_have_no_quality_and_are_in_no_large_component():
    scene = points(noise=0.3)
    wrapped = scene[1].copy()
    rng = np.random.default_rng(2)
    bad = rng.random(wrapped.shape[1]) < 0.15
    dates = rng.uniform(-np.pi, np.pi, (20, bad.sum()))
    wrapped[:, bad] = wrap(dates[scene[2][:, 1]] - dates[scene[2][:, 0]])
    result = run((scene[0], wrapped, *scene[2:]))
    assert result.quality[bad].mean() < 0.5 * result.quality[~bad].mean()
    assert (result.component[bad] == 1).mean() < 0.1
    assert right_share(result.phase[:, ~bad], scene[-1][:, ~bad]) > 0.99


def test_islands_far_apart_are_two_components():
    scene = points(count=800)
    xy = scene[0].copy()
    xy[xy[:, 0] > np.median(xy[:, 0]), 0] += 20_000.0
    result = run((xy, *scene[1:]))
    assert set(np.unique(result.component)) == {1, 2}
    for part in (1, 2):
        inside = result.component == part
        assert right_share(result.phase[:, inside], scene[-1][:, inside]) > 0.99


def test_two_subsets_of_dates_are_unwrapped_each():
    scene = points(count=600, dates=16)
    pairs = scene[2]
    apart = (pairs < 8).all(axis=1) | (pairs >= 8).all(axis=1)
    result = run((scene[0], scene[1][apart], pairs[apart], *scene[3:]))
    assert right_share(result.phase, scene[-1][apart]) > 0.99


def test_a_drift_that_no_rate_explains_is_followed():
    """A step in time that is steeper in space than half a cycle between neighbours."""
    xy, _, pairs, years, baselines, factor, truth = points(
        dates=40, noise=0.15, star=True, atmosphere=0.5, rate=0.0
    )
    size = xy.max()
    bump = 60 * np.exp(-((xy - size / 2) ** 2).sum(axis=1) / (2 * (size / 6) ** 2))
    step = 1 / (1 + np.exp(-(years - years.mean()) / 0.15))
    truth = truth + bump * (step[pairs[:, 1]] - step[pairs[:, 0]])[:, None]
    result = unwrap_points(xy, wrap(truth).astype(np.float32), pairs, years)
    assert right_share(result.phase, truth) > 0.99


def test_an_arc_that_drifts_is_unwrapped_in_time():
    drift = np.linspace(0, 9.0, 30)
    phase = np.stack([np.zeros(30), wrap(drift)]).astype(np.float32)
    ends = np.array([[0, 1]], np.int32)
    steps = arcs_kernel.unwrap_in_time(phase, ends, np.zeros(1, np.float32), 4, 0.6)
    np.testing.assert_allclose(np.diff(steps[:, 0]), np.diff(drift), atol=1e-4)
    short = arcs_kernel.unwrap_in_time(phase[:, :8], ends, np.zeros(1, np.float32), 4, 0.6)
    assert np.abs(short).max() <= np.pi


def test_tiles_make_no_difference_to_clean_points():
    scene = points(noise=0.2, count=3000)
    whole = run(scene)
    tiled = run(scene, options=SparseOptions(tile_points=900))
    assert right_share(tiled.phase, whole.phase) > 0.9999
    assert congruent(tiled.phase, scene[1])
    assert (tiled.component == 1).mean() > 0.95


def test_tiles_of_points_cover_all_and_overlap():
    xy = np.random.default_rng(0).uniform(0, 1, (1000, 2))
    tiles = cut_into_tiles(xy, 300)
    cores = np.concatenate([tile.points[tile.core] for tile in tiles])
    np.testing.assert_array_equal(np.sort(cores), np.arange(1000))
    sizes = [len(tile.points) for tile in tiles]
    assert sum(sizes) > 1200 and max(sizes) <= 300


def test_tiles_are_fitted_by_what_most_of_their_overlaps_say():
    """Of the cycles that tiles differ by, one overlap tells a wrong number, and another nothing."""
    xy = np.column_stack([np.arange(3600) % 60, np.arange(3600) // 60]).astype(float)
    tiles = cut_into_tiles(xy, 700)
    rng = np.random.default_rng(7)
    truth = rng.integers(-5, 6, (2, len(xy)))
    offsets = rng.integers(-9, 10, (2, len(tiles)))
    kept = [
        (truth[:, tile.points] + offsets[:, [n]]).astype(np.int16) for n, tile in enumerate(tiles)
    ]
    links = sorted(point_tiles._overlaps(tiles, xy), key=lambda link: len(link[2]))
    (_, b, _, wrong), (_, d, _, void) = links[0], links[-1]
    kept[b][0, wrong] += 1
    kept[d][1, void] = point_tiles.NO_CYCLES
    labels = [np.ones(len(tile.points), np.int32) for tile in tiles]
    found = point_tiles._fit(tiles, kept, labels, np.ones(len(xy), np.float32), xy, None)
    shift = found.shift + offsets
    assert (shift[0] == shift[0, 0]).all() and (shift[1] == shift[1, 0]).all()
    assert found.broken == 1 and found.overlaps == 2 * len(links)
    assert 0.9 < found.agreeing < 1.0
    assert (found.component == 1).all()


def test_dates_are_those_that_the_pairs_were_made_of():
    rng = np.random.default_rng(3)
    series = rng.uniform(-np.pi, np.pi, (50, 9))
    pairs = np.array([(i, j) for i in range(9) for j in range(i + 1, min(9, i + 3))], np.int32)
    phase = wrap(series[:, pairs[:, 1]] - series[:, pairs[:, 0]]).T.astype(np.float32)
    tree = date_tree(pairs, 9, np.ones(len(pairs)))
    found = arcs_kernel.phases_of_dates(phase, pairs, tree.order, tree.come_from, tree.sign, 20, 9)
    first = tree.order[0]
    np.testing.assert_allclose(wrap(found - (series - series[:, [first]])), 0, atol=1e-4)


def test_the_search_finds_rate_and_height():
    rng = np.random.default_rng(4)
    years, baselines = np.arange(30) / 30.0 - 0.5, rng.normal(0, 0.03, 30)
    rates, heights = np.linspace(-40, 40, 81), np.linspace(-60, 60, 25)
    wanted = np.column_stack([rng.uniform(-30, 30, 40), rng.uniform(-50, 50, 40)])
    phase = wanted @ np.stack([years, baselines]) + 0.3 * rng.standard_normal((40, 30))
    phase = np.vstack([np.zeros((1, 30)), wrap(phase)]).astype(np.float32)
    ends = np.column_stack([np.zeros(40), np.arange(1, 41)]).astype(np.int32)
    phasors = arcs_kernel.phasors_of(phase)
    found = search_models(phasors, ends, years, baselines, rates, heights)
    assert np.abs(found[:, 0] - wanted[:, 0]).max() < 1.0
    assert np.abs(found[:, 1] - wanted[:, 1]).max() < 12.0
    assert found[:, 2].min() > 0.85
    # Against plain NumPy, at the nodes.
    steps = np.exp(1j * (phase[1:] - phase[0]))
    turns = np.exp(-1j * (rates[:, None, None] * years + heights[None, :, None] * baselines))
    power = np.abs(np.einsum("at,rht->arh", steps, turns)) / 30
    np.testing.assert_allclose(found[:, 2], power.reshape(40, -1).max(axis=1), atol=1e-3)
    np.testing.assert_allclose(found[:, 3], np.abs(steps.mean(axis=1)), atol=1e-5)


def test_wrong_arcs_do_not_spread():
    rng = np.random.default_rng(6)
    xy = rng.uniform(0, 100, (300, 2))
    graph = triangulate(xy)
    truth = np.sin(xy[:, :1] / 20)
    differences = truth[graph.ends[:, 1]] - truth[graph.ends[:, 0]]
    wrong = rng.random(len(differences)) < 0.1
    differences[wrong] += rng.choice([-3.0, 3.0], (wrong.sum(), 1))
    found, _ = integrate(
        differences, np.ones(len(graph.ends)), np.full(1, 0.2), ArcEquations(graph)
    )
    off = np.abs(found - truth + truth.mean())
    # Where most of a point's arcs are wrong in one way, nobody can tell.
    assert (off < 0.15).mean() > 0.98
    plain, _ = integrate(
        differences, np.ones(len(graph.ends)), np.full(1, 1e9), ArcEquations(graph)
    )
    assert (np.abs(plain - truth + truth.mean()) < 0.15).mean() < 0.5


@pytest.mark.parametrize("steps", [0, 20])
def test_values_are_those_of_dense_least_squares(steps, monkeypatch):
    """Whether rounds after the first have factors of their own or not."""
    monkeypatch.setattr(arcs, "MOST_STEPS", steps)
    monkeypatch.setattr(arcs, "PRECISION", 1e-8)
    rng = np.random.default_rng(8)
    xy = rng.uniform(0, 100, (250, 2))
    graph = triangulate(xy)
    arc, weights = np.arange(len(graph.ends)), rng.uniform(0.5, 2.0, len(graph.ends))
    design = np.zeros((len(arc), len(xy)))
    design[arc, graph.ends[:, 0]], design[arc, graph.ends[:, 1]] = -1.0, 1.0
    differences = design @ rng.normal(size=(len(xy), 2)) + 0.1 * rng.normal(size=(len(arc), 2))
    differences[rng.random(len(arc)) < 0.1] += 3.0
    scale, current = np.array([0.3, 0.5]), weights
    for _ in range(4):
        last, root = current, np.sqrt(current)[:, np.newaxis]
        wanted = np.linalg.lstsq(root * design, root * differences, rcond=None)[0]
        misfit = ((differences - design @ wanted) / scale) ** 2
        current = np.maximum(weights / (1.0 + misfit.sum(axis=1)), 1e-2 * np.median(weights))
    found, left = integrate(differences, weights, scale, ArcEquations(graph))
    np.testing.assert_allclose(found, wanted - wanted.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(left, last, rtol=1e-4)


@pytest.mark.parametrize("range_", [1.0, 1e9])
def test_weights_may_have_any_size(range_, monkeypatch):
    """Factors in single precision, which are not that of the last digits of such sums, help."""
    monkeypatch.setattr(arcs, "PRECISION", 1e-8)
    side = 40
    xy = np.column_stack(np.divmod(np.arange(side**2), side)).astype(float)
    graph = triangulate(xy)
    truth = np.column_stack([np.sin(xy[:, 0] / 9), np.cos(xy[:, 1] / 7)])
    weights = range_ ** np.random.default_rng(3).uniform(0, 1, len(graph.ends))
    differences = truth[graph.ends[:, 1]] - truth[graph.ends[:, 0]]
    found, _ = integrate(differences, weights, np.full(2, 0.2), ArcEquations(graph))
    np.testing.assert_allclose(found, truth - truth.mean(axis=0), atol=1e-5)


def test_steps_end_where_values_hardly_change(monkeypatch):
    """Weights are those of coherences from noise to the best."""
    rng = np.random.default_rng(9)
    side = 150
    xy = np.column_stack(np.divmod(np.arange(side**2), side)) + rng.uniform(-0.3, 0.3, (side**2, 2))
    graph = triangulate(xy)
    truth = np.column_stack([np.sin(xy[:, 0] / 9), xy[:, 1] / 7])
    differences = truth[graph.ends[:, 1]] - truth[graph.ends[:, 0]]
    wrong = rng.random(len(differences)) < 0.1
    differences[wrong] += rng.choice([-3.0, 3.0], (wrong.sum(), 2))
    weights = 10.0 ** rng.uniform(-1, 2, len(differences))
    equations, scale = ArcEquations(graph), np.full(2, 0.2)
    found, _ = integrate(differences, weights, scale, equations)
    monkeypatch.setattr(arcs, "MOST_STEPS", 0)  # factors in double precision solve every round
    wanted, _ = integrate(differences, weights, scale, equations)
    assert np.abs(found - wanted).max() < 1e-3 * np.ptp(truth)


def test_a_triangle_is_not_singular_in_single_precision():
    graph = triangulate([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])
    truth = np.array([[0.2], [0.5], [-0.7]])
    differences = truth[graph.ends[:, 1]] - truth[graph.ends[:, 0]]
    found, _ = integrate(differences, np.ones(3), np.ones(1), ArcEquations(graph))
    np.testing.assert_allclose(found, truth, atol=1e-6)


@pytest.mark.parametrize("least", [0.0, -4.0])
def test_a_field_is_posed_as_costs_and_residues_say(least):
    rng = np.random.default_rng(5)
    graph = triangulate(rng.uniform(0, 100, (300, 2)))
    phase = rng.uniform(-np.pi, np.pi, 300)
    plain = wrap(phase[graph.ends[:, 1]] - phase[graph.ends[:, 0]])
    expected = (plain + TAU * rng.integers(-1, 2, len(plain))).astype(np.float32)
    expected[::7] = np.nan
    weight = 10.0 ** rng.uniform(least, 4, len(plain))
    step, supply, costs = posed(phase, graph.ends, graph.faces, graph.count, expected, weight, 5000)
    gaps = np.isnan(expected)
    np.testing.assert_allclose(step, np.where(gaps, plain, expected), atol=1e-5)
    np.testing.assert_allclose(wrap(step - plain), 0, atol=1e-12)
    np.testing.assert_array_equal(supply, residues(step, graph.faces, graph.count))
    wanted = np.stack([weight * (np.pi + plain), weight * (np.pi - plain)], axis=1)
    wanted[gaps] = 0.0
    np.testing.assert_array_equal(costs, 1 + np.minimum(wanted, 5000).astype(int))


def test_components_are_numbered_by_their_points():
    labels = np.random.default_rng(0).integers(0, 9, 500) * 7
    sizes = Counter(labels.tolist())
    order = sorted(sizes, key=lambda label: (-sizes[label], label))
    expected = [order.index(label) + 1 for label in labels]
    np.testing.assert_array_equal(by_size(labels), expected)
    # Tiles know how many points theirs have, and which of them are one.
    roots, own = np.repeat(np.arange(0, 63, 7), 4), labels // 7 * 4 + np.arange(500) % 4
    of_roots = np.bincount(roots, np.bincount(own, minlength=36))
    np.testing.assert_array_equal(numbers_by_size(of_roots)[roots][own], expected)


def test_the_order_of_elimination_fills_little():
    side = 40
    xy = np.column_stack(np.divmod(np.random.default_rng(8).permutation(side**2), side))
    graph = triangulate(xy)
    np.testing.assert_array_equal(np.sort(graph.turn), np.arange(len(xy)))

    def filled(turn):
        first, second = turn[graph.ends].T
        places = np.concatenate([first, second, turn]), np.concatenate([second, first, turn])
        entries = np.repeat([-1.0, -1.0, 9.0], [len(first), len(first), len(xy)])
        factors = splu(coo_matrix((entries, places)).tocsc(), "NATURAL", diag_pivot_thresh=0.0)
        return factors.L.nnz

    row_by_row = np.argsort(np.lexsort((xy[:, 1], xy[:, 0])))
    assert filled(graph.turn) < 0.7 * filled(row_by_row)


def test_a_cancel_stops():
    with pytest.raises(Cancelled):
        run(points(count=200), cancelled=lambda: True)


def test_bad_input_gets_one_sentence():
    xy, wrapped, pairs, years, *_ = points(count=50, dates=6)
    for change, words in (
        ({"xy": xy[:2], "phase": wrapped[:, :2]}, "too few"),
        ({"xy": np.repeat(xy[:1], 50, axis=0)}, "one line or all at one place"),
        ({"phase": wrapped[:, :9]}, "are .* for"),
        ({"pairs": pairs + 3}, "dates that are not there"),
        ({"phase": np.full_like(wrapped, np.nan)}, "No pair has data"),
        ({"method": "guess"}, "choose spacetime"),
    ):
        given = {"xy": xy, "phase": wrapped, "pairs": pairs, "years": years, **change}
        with pytest.raises(GroundshiftError, match=words):
            unwrap_points(**given)
    twice = np.vstack([xy[:49], xy[:1]])
    with pytest.raises(GroundshiftError, match="where another one is"):
        unwrap_points(twice, wrapped, pairs, years)


def test_spurt_finds_the_same():
    """Where spurt is installed (benchmarks/bench_unwrap.py runs it side by side)."""
    pytest.importorskip("spurt", reason="the package spurt is not on this machine")
    scene = points(count=400, dates=8)
    found = unwrap_points(*scene[:4], method="spurt")
    assert right_share(found.phase, scene[-1]) > 0.99


def test_spurt_that_is_missing_is_named_with_a_cure(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "spurt.graph", None)
    scene = points(count=50, dates=5)
    with pytest.raises(GroundshiftError, match="spurt is not installed.*spacetime"):
        unwrap_points(*scene[:4], method="spurt")


def test_tiles_at_a_time_change_nothing():
    """Nor does the order in which they are done; phases are read by one thread at a time."""
    xy, wrapped, pairs, years, *_ = points(count=4000)
    tiles, reading, most = cut_into_tiles(xy, 900), [], []

    def read(chosen):
        reading.append(1)
        most.append(len(reading))
        time.sleep(0.01)
        reading.pop()
        return wrapped[:, chosen]

    found = []
    for together in (1, 3):
        shares = []
        tiled = point_tiles.unwrap_tiles(
            tiles, xy, read, lambda size: np.empty(size, np.int16), pairs, years, np.ones(len(xy)),
            None, SparseOptions(workers=1), progress=shares.append, together=together,
        )  # fmt: skip
        found.append(tiled)
        assert shares == sorted(shares) and shares[-1] == 1.0
    assert len(tiles) > 4 and max(most) == 1
    for one, two in zip(found[0].cycles, found[1].cycles):
        np.testing.assert_array_equal(one, two)
    np.testing.assert_array_equal(found[0].shift, found[1].shift)
    np.testing.assert_array_equal(found[0].component, found[1].component)
