# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Segments of traces, and places on the planes below them."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.stress import near_source
from groundshift.algorithms.stress.receivers import (
    STRAIGHT,
    cut,
    depth_ends,
    depths_of,
    parse_depths,
    place_receivers,
    plane_cells,
)
from hypothesis import given, settings
from hypothesis import strategies as st

xy = st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))


def _length(part):
    return np.hypot(*np.diff(part, axis=0).T).sum()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(xy, min_size=2, max_size=8), min_size=1, max_size=4),
       st.floats(3e3, 5e4), st.floats(5e2, 5e4))  # fmt: skip
def test_segments_cover_their_traces(lines, size, spacing):
    traces = [np.array(line) for line in lines]
    total = sum(_length(trace) for trace in traces)
    if total < 1.0:
        return
    found = cut(traces, range(len(traces)), size, spacing)
    # Nothing is lost but what goes there and back again.
    assert found.length.sum() <= total * (1 + 1e-9)
    assert found.length.max() <= size * (1 + 1e-9)
    assert found.share.max() <= spacing * (1 + 1e-9)
    np.testing.assert_allclose(
        np.bincount(found.owner, found.share, len(found)), found.length, rtol=1e-9
    )
    for vertices, length, azimuth in zip(found.vertices, found.length, found.azimuth):
        assert _length(vertices) == pytest.approx(length, rel=1e-6, abs=1e-3)
        east, north = vertices[-1] - vertices[0]
        assert np.cos(azimuth - np.arctan2(east, north)) == pytest.approx(1)


def test_a_straight_trace_is_cut_evenly():
    found = cut([np.array([[0, 0], [0, 12e3], [0, 25e3]])], [7], 10e3, 4e3)
    np.testing.assert_allclose(found.length, 25e3 / 3)
    np.testing.assert_allclose(found.azimuth, 0, atol=1e-12)
    assert (found.line == 7).all() and len(found.owner) == 9
    np.testing.assert_allclose(found.place[:3, 1], 25e3 / 9 * np.array([0.5, 1.5, 2.5]))
    assert len(found.vertices[1]) == 3  # the vertex at 12 km stays


def test_a_closed_loop_gets_strikes_all_round():
    turn = np.linspace(0, 2 * np.pi, 73)
    loop = 5e3 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    found = cut([loop], [0], 100e3, 1e3)
    assert len(found) == 4
    chords = [np.hypot(*(part[-1] - part[0])) for part in found.vertices]
    assert (np.array(chords) >= STRAIGHT * found.length).all()
    np.testing.assert_allclose(np.degrees(found.azimuth), [315, 225, 135, 45], atol=1e-6)


def test_there_and_back_again_has_a_strike_each_way():
    found = cut([np.array([[0.0, 0], [10e3, 0], [0, 0]])], [0], 50e3, 5e3)
    np.testing.assert_allclose(np.degrees(found.azimuth), [90, 270])


def test_nothing_to_cut_is_refused():
    with pytest.raises(GroundshiftError, match="no length"):
        cut([np.zeros((3, 2))], [0], 1e3, 1e3)
    with pytest.raises(GroundshiftError, match="not above 0"):
        cut([np.eye(2)], [0], 0.0, 1e3)


@pytest.mark.parametrize(("side", "east", "strike"), [(1, 1, 0), (-1, -1, 180)])
def test_receivers_lie_down_the_dip(side, east, strike):
    segments = cut([np.array([[0.0, 0], [0, 10e3]])], [0], 20e3, 5e3)
    found = place_receivers(
        segments, [True], np.array([side]), np.radians([30.0]), [np.array([5e3, 10e3])]
    )
    assert np.degrees(found.strike) == pytest.approx([strike])
    np.testing.assert_allclose(
        found.point,
        [[east * z * np.sqrt(3), y, -z] for y in (2.5e3, 7.5e3) for z in (5e3, 10e3)], atol=1e-6,
    )  # fmt: skip
    # The plane through them has that strike and dip, and the trace lies on it.
    normal = np.array([np.sin(np.radians(30)) * east, 0, np.cos(np.radians(30))])
    np.testing.assert_allclose(found.point @ normal, 0, atol=1e-6)


def test_unknown_sides_are_tried_both():
    segments = cut(
        [np.array([[0.0, 0], [0, 10e3]]), np.array([[5.0, 0], [5, 9e3]])], [0, 1], 6e3, 6e3
    )
    found = place_receivers(
        segments, np.ones(4, bool), np.array([0, -1]), np.radians([60.0, 90.0]),
        [np.array([5e3])] * 2,
    )  # fmt: skip
    assert list(found.segment) == [0, 0, 1, 1, 2, 3]
    assert list(found.side) == [1, -1, 1, -1, -1, -1]
    np.testing.assert_allclose(np.degrees(found.strike), [0, 180, 0, 180, 180, 180])
    assert (np.diff(found.owner) >= 0).all()
    np.testing.assert_allclose(found.point[found.owner >= 4, 0], 5)  # vertical: below the trace


def test_straight_below_the_trace_on_demand():
    segments = cut([np.array([[0.0, 0], [0, 10e3]])], [0], 20e3, 20e3)
    found = place_receivers(
        segments, [True], np.array([1]), np.radians([30.0]), [np.array([5e3])], down_dip=False
    )
    np.testing.assert_allclose(found.point, [[0, 5e3, -5e3]])


def test_depths_of_faults():
    listed = np.array([5e3, 10e3, 15e3])
    nan = np.nan
    top = np.array([nan, 0, 8e3, 20e3, 11e3, nan, 7e3, 12e3])
    bottom = np.array([nan, 12e3, 30e3, 30e3, 14e3, 4e3, nan, 9e3])
    found = depths_of(listed, top, bottom, False)
    wanted = [listed, [5e3, 10e3], [10e3, 15e3], [25e3], [12.5e3], [2e3], [10e3, 15e3], listed]
    for values, want in zip(found[:7], wanted):
        np.testing.assert_allclose(values, want)
    # A top below the bottom is a mistake: neither counts above what the bottom says.
    assert (found[7] <= 9e3).all()
    own = depths_of(listed, top, bottom, True)
    np.testing.assert_allclose(own[1], [2e3, 6e3, 10e3])
    np.testing.assert_allclose(own[0], listed)


def test_depths_of_a_text():
    assert parse_depths("15, 5,10,5") == (5e3, 10e3, 15e3)
    for text in ("", "a", "-5", "5,,10", "nan", "1e9"):
        with pytest.raises(GroundshiftError, match="5, 10, 15"):
            parse_depths(text)


def _patches():
    return PatchSet.of_rectangles(
        [[0, 0, 8e3, 0.4, 1.0, 12e3, 6e3], [9e3, 4e3, 9e3, 0.9, 0.6, 8e3, 5e3]]
    )


@pytest.mark.parametrize("triangles", [False, True])
def test_distance_to_patches(triangles):
    patches = _patches()
    if triangles:
        corners = patches.corners
        patches = PatchSet.of_triangles(
            np.concatenate([corners[:, [0, 1, 2]], corners[:, [2, 3, 0]]])
        )
    rng = np.random.default_rng(0)
    points = rng.uniform([-2e4, -2e4, -2e4], [2e4, 2e4, 0], (40, 3))
    # A dense raster of places on the rectangles.
    share = np.linspace(0, 1, 400)
    a, b = np.meshgrid(share, share)
    corners = _patches().corners
    places = np.concatenate([
        c[0] + a.reshape(-1, 1) * (c[1] - c[0]) + b.reshape(-1, 1) * (c[3] - c[0]) for c in corners
    ])  # fmt: skip
    brute = [np.linalg.norm(places - point, axis=1).min() for point in points]
    found = near_source.distance_to(patches, points)
    np.testing.assert_allclose(found, brute, atol=20)
    within = near_source.distance_to(patches, points, 3e3)
    np.testing.assert_array_equal(within[found < 3e3], found[found < 3e3])
    assert np.isinf(within).any()


def test_what_slipped():
    model = SlipModel.of_rake(_patches(), [1.0, 0.05], 0.0)
    assert len(near_source.ruptured(model)) == 1
    model = SlipModel.of_rake(_patches(), 0.0, 0.0, opening=[0.0, 2.0])
    assert near_source.ruptured(model).rectangles[0, 0] == 9e3
    single = PatchSet.of_rectangles([[0, 0, 10e3, 0, np.pi / 2, 40e3, 20e3]])
    assert near_source.source_size(single) == pytest.approx(np.hypot(40e3, 20e3))


def test_cells_lie_on_their_plane_and_tile_it():
    """Two depths on a fault that dips 45 degrees to the east: from the ground to its bottom."""
    ends = depth_ends([2e3, 6e3], np.nan, 7e3, 500.0)
    np.testing.assert_allclose(ends, [[0.0, 4e3], [4e3, 7e3]])
    np.testing.assert_allclose(depth_ends([5e3], np.nan, np.nan, 800.0), [[4200], [5800]])
    np.testing.assert_allclose(depth_ends([300.0], np.nan, np.nan, 800.0), [[0], [1100]])
    # A depth below the bottom that the table gives is not cut off its own cell.
    np.testing.assert_allclose(depth_ends([5e3, 9e3], 1e3, 8e3, 1.0), [[3e3, 7e3], [7e3, 11e3]])
    point = np.array([[2e3, 0.0, -2e3], [6e3, 0.0, -6e3]])
    strike, dip, length = np.zeros(2), np.full(2, np.pi / 4), np.full(2, 1e3)
    corners = plane_cells(point, strike, dip, length, ends.T)
    np.testing.assert_allclose(
        corners[0], [[0, -500, 0], [0, 500, 0], [4e3, 500, -4e3], [4e3, -500, -4e3]], atol=1e-6
    )
    np.testing.assert_allclose(corners[1, :2], corners[0, 3:1:-1], atol=1e-6)
    upright = plane_cells(point, strike, np.full(2, np.pi / 2), length, ends.T)
    np.testing.assert_array_equal(upright[..., 0], point[:, None, 0] * np.ones((2, 4)))


def test_cells_turn_with_the_strike():
    rng = np.random.default_rng(0)
    strike, dip = rng.uniform(0, 2 * np.pi, 20), rng.uniform(0.2, 1.5, 20)
    point = np.c_[rng.normal(size=(20, 2)), np.full(20, -3.0)]
    corners = plane_cells(point, strike, dip, np.ones(20), np.tile([2.0, 5.0], (20, 1)))
    normal = np.stack(
        [np.cos(strike) * np.sin(dip), -np.sin(strike) * np.sin(dip), np.cos(dip)], axis=1
    )
    off = np.einsum("rci,ri->rc", corners - point[:, None], normal)
    np.testing.assert_allclose(off, 0, atol=1e-12)
    sides = np.linalg.norm(np.diff(corners, axis=1), axis=2)
    np.testing.assert_allclose(sides[:, [0, 2]], 1.0)
    np.testing.assert_allclose(sides[:, 1], 3 / np.sin(dip))
