# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold for dislocations of any kind: invariances, sums, and responses to unit slips."""

import numpy as np
from groundshift.algorithms.source import okada
from hypothesis import given, settings
from hypothesis import strategies as st
from okada_reference import random_faults, random_points

SEEDS = st.integers(0, 10**6)
few = settings(max_examples=30, deadline=None)


def scene(seed, faults=6, points=20):
    """Faults, slips and points, half of these at the surface."""
    places = random_points(seed, points)
    places[::2, 2] = 0
    return (*random_faults(seed, faults, (0, np.pi / 2)), places)


def agree(a, b, bound=1e-11):
    """Whether arrays are the same to a share of their largest value."""
    return all(abs(one - other).max() <= bound * abs(one).max() for one, other in zip(a, b))


@few
@given(seed=SEEDS, turn=st.floats(-7, 7), east=st.floats(-1e5, 1e5), north=st.floats(-1e5, 1e5))
def test_turned_and_moved(seed, turn, east, north):
    faults, slips, points = scene(seed)
    u, g = okada.displacement_gradients(points, faults, slips)
    matrix = np.array(
        [[np.cos(turn), np.sin(turn), 0], [-np.sin(turn), np.cos(turn), 0], [0, 0, 1]]
    )
    moved = faults.copy()
    moved[:, :2] = faults[:, :2] @ matrix[:2, :2].T + [east, north]
    moved[:, 3] += turn
    others = okada.displacement_gradients(points @ matrix.T + [east, north, 0], moved, slips)
    assert agree((u @ matrix.T, matrix @ g @ matrix.T), others, 1e-7)
    assert agree((np.median(abs(u)),), (np.median(abs(others[0] @ matrix)),), 1e-9)


@few
@given(seed=SEEDS, share=st.floats(0.1, 0.9), along=st.booleans())
def test_the_parts_of_a_fault_add_up(seed, share, along):
    faults, slips, points = scene(seed, 1)
    fault = faults[0]
    strike, dip, length, width = fault[3:]
    parts = np.array([fault, fault])
    parts[:, 5 if along else 6] *= [share, 1 - share]
    for part, middle in zip(parts, (share / 2, (1 + share) / 2)):
        shift = (middle - 0.5) * (length if along else width)
        if along:
            part[:2] += shift * np.array([np.sin(strike), np.cos(strike)])
        else:
            part[:2] += shift * np.cos(dip) * np.array([-np.cos(strike), np.sin(strike)])
            part[2] -= shift * np.sin(dip)
    whole = okada.displacement_gradients(points, faults, slips)
    assert agree(whole, okada.displacement_gradients(points, parts, slips[[0, 0]]), 1e-8)


@few
@given(seed=SEEDS, scale=st.floats(1e-3, 1e3))
def test_strain_does_not_know_lengths(seed, scale):
    faults, slips, points = scene(seed)
    larger = faults * [scale, scale, scale, 1, 1, scale, scale]
    u, g = okada.displacement_gradients(points, faults, slips)
    others = okada.displacement_gradients(points * scale, larger, slips * scale)
    assert agree((u * scale, g), others, 1e-8)


@few
@given(seed=SEEDS)
def test_order_and_slip(seed):
    faults, slips, points = scene(seed)
    random = np.random.default_rng(seed)
    order = random.permutation(len(faults))
    u, g = okada.displacement_gradients(points, faults, slips)
    assert agree((u, g), okada.displacement_gradients(points, faults[order], slips[order]), 1e-12)
    more = random.normal(size=slips.shape)
    both = okada.displacement(points, faults, slips + 3 * more)
    assert agree((both,), (u + 3 * okada.displacement(points, faults, more),))


@few
@given(seed=SEEDS, count=st.integers(1, 300))
def test_a_point_does_not_know_its_company(seed, count):
    faults, slips, points = scene(seed, 3, 300)
    u, g = okada.displacement_gradients(points, faults, slips)
    few_u, few_g = okada.displacement_gradients(points[-count:], faults, slips)
    assert np.array_equal(u[-count:], few_u) and np.array_equal(g[-count:], few_g)


@few
@given(seed=SEEDS)
def test_the_same_plane_in_other_words(seed):
    """Dips over 90 degrees exchange the walls; dips below 0 turn both axes by 180 degrees."""
    faults, slips, points = scene(seed)
    truth = okada.displacement_gradients(points, faults, slips)
    other = faults + [0, 0, 0, np.pi, 0, 0, 0]
    other[:, 4] = np.pi - faults[:, 4]
    assert agree(truth, okada.displacement_gradients(points, other, slips * [1, -1, 1]), 1e-9)
    other[:, 4] = -faults[:, 4]
    assert agree(truth, okada.displacement_gradients(points, other, slips * [-1, -1, 1]), 1e-9)
    other = faults + [0, 0, 0, 0, np.pi, 0, 0]
    assert agree(truth, okada.displacement_gradients(points, other, slips * [-1, 1, 1]), 1e-9)


@few
@given(seed=SEEDS)
def test_a_mirrored_earth(seed):
    """Mirrored east to west, left-lateral slip is right-lateral."""
    faults, slips, points = scene(seed)
    mirror = np.diag([-1.0, 1, 1])
    # The strike that dips to its right again is the mirrored one, turned by 180 degrees.
    other = faults * [-1, 1, 1, -1, 1, 1, 1] + [0, 0, 0, np.pi, 0, 0, 0]
    u, g = okada.displacement_gradients(points, faults, slips)
    others = okada.displacement_gradients(points @ mirror, other, slips * [-1, 1, 1])
    assert agree((u @ mirror, mirror @ g @ mirror), others, 1e-9)


@few
@given(seed=SEEDS)
def test_responses_to_unit_slips(seed):
    faults, _, points = scene(seed, 4, 150)
    random = np.random.default_rng(seed)
    look = random.normal(size=points.shape)
    components = random.normal(size=(4, 2, 3))
    green = okada.green_los(points, look, faults, components, 0.3)
    assert green.shape == (150, 4, 2)
    for m in range(4):
        for c in range(2):
            u = okada.displacement(points, faults[[m]], components[[m], c], 0.3)
            assert agree((np.sum(u * look, axis=1),), (green[:, m, c],), 1e-12)


def test_responses_where_there_are_none():
    faults, _, points = scene(1, 2, 4)
    points[1, 2] = 5.0
    green = okada.green_los(points, np.ones((4, 3)), faults, np.ones((2, 1, 3)))
    assert np.isnan(green[1]).all() and np.isfinite(np.delete(green, 1, axis=0)).all()


def test_far_away_a_fault_is_a_point():
    """A hundred lengths away, halving the fault in both directions is a quarter of it."""
    fault = np.array([[0, 0, 1e4, 0.4, 0.9, 500, 400.0]])
    small = fault * [1, 1, 1, 1, 1, 0.5, 0.5]
    points = np.array([[3e4, 4e4, 0], [-5e4, 1e4, -2e3], [2e4, -6e4, -3e4]])
    whole, part = (okada.displacement_gradients(points, f, [[1, 2, 0.5]]) for f in (fault, small))
    assert agree(whole, (4 * part[0], 4 * part[1]), 2e-4)
