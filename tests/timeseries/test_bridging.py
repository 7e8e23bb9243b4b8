# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bridging, on made-up components and against the result of the paper's authors."""

import numpy as np
import pytest
from groundshift.algorithms.timeseries.bridging import (
    RAMPS,
    BridgingOptions,
    bridge,
    find_components,
    order_components,
)

TURN = 2 * np.pi
ROWS, COLS = np.mgrid[:120, :160]


def smooth(noise=0.2, slope=0.0, seed=0):
    rng = np.random.default_rng(seed)
    surface = 3 * np.sin(ROWS / 40) + 2 * np.cos(COLS / 50) + slope * COLS
    return (surface + rng.normal(0, noise, ROWS.shape)).astype(np.float32)


def islands():
    """Three components in a line with water between, the middle one the largest."""
    labels = np.zeros(ROWS.shape, np.int32)
    labels[10:110, 5:40], labels[10:110, 52:110], labels[20:60, 120:150] = 7, 3, 9
    return labels


def test_components_are_joined_by_whole_cycles_and_the_largest_stays():
    labels, phase = islands(), smooth()
    jumps = np.select([labels == 7, labels == 9], [2, -1], 0).astype(np.int8)
    wrong = phase + np.float32(TURN) * jumps
    ordered = order_components(labels, wrong, 100)
    assert ordered[50, 80] == 1 and ordered.max() == 3
    np.testing.assert_array_equal(bridge(wrong, ordered, BridgingOptions()), -jumps)
    everywhere = bridge(wrong, ordered, BridgingOptions(), extend=True)
    assert (everywhere[:, 0] == -2).all() and everywhere[40, 159] == 1


def test_a_large_component_may_lie_behind_a_small_one():
    labels = np.zeros(ROWS.shape, np.int32)
    labels[:, :60], labels[40:80, 80:95], labels[:, 115:] = 1, 2, 3
    phase = smooth(0.1)
    phase[labels == 3] += np.float32(TURN)
    ordered = order_components(labels, phase, 100)
    assert ordered[60, 85] == 3
    found = bridge(phase, ordered, BridgingOptions(radius=10))  # shorter than the bridges
    np.testing.assert_array_equal(found, -1 * (labels == 3))


def test_what_goes_together_is_left_alone():
    ordered = order_components(islands(), smooth(), 100)
    assert not bridge(smooth(), ordered, BridgingOptions()).any()
    assert not bridge(smooth(), ordered > 0, BridgingOptions()).any()
    assert not bridge(smooth(), 0 * ordered, BridgingOptions()).any()


@pytest.mark.parametrize("ramp, right", [("none", False), ("linear", True), ("quadratic", True)])
def test_a_steep_ramp_needs_to_be_taken_out(ramp, right):
    ordered = order_components(islands(), smooth(), 100)
    found = bridge(smooth(slope=0.3), ordered, BridgingOptions(ramp=ramp))
    assert (not found.any()) == right


def test_components_break_at_steps_and_at_low_coherence():
    phase, coherence = smooth(), np.full(ROWS.shape, 0.8)
    phase[:, 80:] += TURN
    coherence[50:60, :80] = 0.1
    labels = find_components(phase, coherence, BridgingOptions())
    assert labels.max() == 3
    assert (labels[:, 80:] == 1).all() and (labels[50:60, :80] == 0).all()
    assert len(np.unique(labels[:50, :80])) == len(np.unique(labels[60:, :80])) == 1
    phase[30:33, 30:33] = np.nan
    assert (find_components(phase, None, BridgingOptions())[30:33, 30:33] == 0).all()


def test_components_are_those_of_a_plain_graph():
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rng = np.random.default_rng(5)
    phase = rng.normal(0, 3, (30, 40)).astype(np.float32)
    index = np.arange(phase.size).reshape(phase.shape)
    pairs = [
        (index[a][near], index[b][near])
        for a, b in ((np.s_[:-1], np.s_[1:]), (np.s_[:, :-1], np.s_[:, 1:]))
        for near in [np.abs(phase[a] - phase[b]) < np.pi]
    ]
    first, second = (np.concatenate(side) for side in zip(*pairs))
    graph = coo_matrix((np.ones(len(first)), (first, second)), (phase.size,) * 2)
    count, expected = connected_components(graph, directed=False)
    labels = find_components(phase, None, BridgingOptions(least_pixels=1)).ravel()
    assert labels.max() == count
    assert len({(a, b) for a, b in zip(labels, expected)}) == count


def test_small_components_are_passed_over():
    labels, phase = islands(), smooth()
    labels[0:3, 150:155] = 20
    ordered = order_components(labels, phase, 100)
    assert ordered.max() == 3 and (ordered[0:3, 150:155] == 0).all()


def test_rows_and_columns_may_change_places():
    labels = islands()
    wrong = smooth() + np.float32(TURN) * (labels == 9)
    options = BridgingOptions(least_pixels=50)
    straight = bridge(wrong, order_components(labels, wrong, 50), options)
    turned = bridge(wrong.T.copy(), order_components(labels.T, wrong.T, 50), options)
    np.testing.assert_array_equal(straight, turned.T)


@pytest.fixture
def unzen(shared_data):
    """Truth, phase with errors, the authors' result, components and coherence."""
    folder = shared_data("unzen_simulated_unwrap")

    def band(name):
        return np.fromfile(folder / name, "<f4").reshape(300, 2, 300)[:, 1]

    components = np.fromfile(folder / "snf.unw.conncomp", np.uint8).reshape(300, 300)
    coherence = np.fromfile(folder / "sim.cor", "<f4").reshape(300, 300)
    return band("sim.unw"), band("snf.unw"), band("bdg_snf.unw"), components, coherence


def relative(cycles, place):
    """Whole cycles relative to the largest component."""
    return cycles - cycles[place][0]


@pytest.mark.parametrize("ramp", RAMPS)
def test_the_authors_bridged_result_is_reached(unzen, ramp):
    truth, wrong, authors, components, coherence = unzen
    ordered = order_components(components, wrong, 100)
    place = ordered == 1
    found = bridge(wrong, ordered, BridgingOptions(ramp=ramp))
    assert len(np.unique(found[ordered > 0])) > 1
    theirs = relative(np.rint((authors - wrong) / TURN), place)
    np.testing.assert_array_equal(found[ordered > 0], theirs[ordered > 0])
    expected = relative(np.rint((truth - wrong) / TURN), place)
    assert (found == expected)[ordered > 0].mean() > 0.9998  # they hold some wrong pixels
    # Components of our own making, as for products without any.
    own = find_components(wrong, coherence, BridgingOptions())
    found = bridge(wrong, own, BridgingOptions(ramp=ramp))
    expected = relative(np.rint((truth - wrong) / TURN), own == 1)
    assert (own > 0).mean() > 0.6
    assert (found == expected)[own > 0].all()
