# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triplets, their closure and what a scene has in common."""

import itertools

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries.triplets import (
    TURN,
    common_closure,
    find_triplets,
    loop_rms_by_pair,
    whole_cycles,
)

DATES = np.datetime64("2020-01-01") + 12 * np.arange(9)


def network(pairs):
    return Network.from_pairs(DATES[np.asarray(pairs)])


def near(dates, connections):
    return [(i, j) for i in range(dates) for j in range(i + 1, min(i + connections + 1, dates))]


def test_triplets_are_those_of_three_nested_loops():
    rng = np.random.default_rng(3)
    pairs = [p for p in itertools.combinations(range(9), 2) if rng.random() < 0.6]
    rng.shuffle(pairs)
    pairs = [tuple(map(int, p)) for p in pairs]
    net = network(pairs)
    found = {tuple(row) for row in find_triplets(net).pairs.tolist()}
    place = {tuple(p): k for k, p in enumerate(net.pairs.tolist())}
    dates = range(len(net.dates))
    expected = {
        (place[i, j], place[j, k], place[i, k])
        for i, j, k in itertools.combinations(dates, 3)
        if {(i, j), (j, k), (i, k)} <= set(place)
    }
    assert found == expected and len(found) > 10


def test_a_closed_network_closes_and_a_jump_shows_in_its_triplets_alone():
    net = network(near(9, 3))
    triplets = find_triplets(net)
    series = np.random.default_rng(0).normal(0, 20, (9, 50))
    phase = series[net.pairs[:, 1]] - series[net.pairs[:, 0]]
    np.testing.assert_allclose(triplets.closure(phase), 0, atol=1e-10)
    phase[4] += TURN
    broken = whole_cycles(triplets.closure(phase)) != 0
    assert (broken == (triplets.pairs == 4).any(axis=1)[:, None]).all()
    start, loops, signs = triplets.by_pair()
    mine = loops[start[4] : start[5]]
    assert set(mine) == set(np.flatnonzero((triplets.pairs == 4).any(axis=1)))
    np.testing.assert_allclose(triplets.closure(phase)[mine, 0], TURN * signs[start[4] : start[5]])


def test_a_network_without_triplets_has_none():
    triplets = find_triplets(network([(0, 1), (1, 2), (2, 3)]))
    assert triplets.pairs.shape == (0, 3)
    assert triplets.closure(np.zeros((3, 2))).shape == (0, 2)
    assert common_closure(triplets, np.zeros((3, 2))).shape == (0,)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.55])
def test_constants_of_pairs_are_found_even_where_half_of_the_scene_jumps(share):
    rng = np.random.default_rng(1)
    net = network(near(9, 3))
    triplets = find_triplets(net)
    series = rng.normal(0, 20, (9, 2000))
    phase = series[net.pairs[:, 1]] - series[net.pairs[:, 0]] + rng.normal(0, 0.1, (21, 2000))
    constants = rng.normal(0, 10, 21)
    phase += constants[:, None]
    phase[5, : int(share * 2000)] += TURN
    phase[rng.random(phase.shape) < 0.1] = np.nan
    rest = triplets.closure(phase) - common_closure(triplets, phase)[:, None]
    good = np.where(np.isfinite(rest), whole_cycles(rest) == 0, np.nan)
    closed = np.nanmean(good, axis=1)
    touched = (triplets.pairs == 5).any(axis=1)
    assert (closed[~touched] == 1).all()
    # All triplets of the pair agree on which side is taken as right.
    side = np.nanmean(good[touched][:, : int(share * 2000)]) if share else 0
    assert side in (0, 1)
    np.testing.assert_allclose(closed[touched], side * share + (1 - side) * (1 - share), atol=0.03)


def test_the_best_triplet_speaks_for_a_pair():
    net = network([(0, 1), (1, 2), (0, 2), (2, 3), (1, 3), (4, 5)])
    triplets = find_triplets(net)
    best = loop_rms_by_pair(triplets, np.array([2.0, 0.5]))
    names = {tuple(p): value for p, value in zip(net.pairs.tolist(), best)}
    assert names[0, 1] == 2.0 and names[1, 2] == 0.5 and names[2, 3] == 0.5
    assert np.isnan(names[4, 5])
