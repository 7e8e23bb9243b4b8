# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Planes of faults and the patches that they are cut into."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, rectangle_corners
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.fault_planes import (
    Patching,
    cut,
    gaps_at_depth,
    outlines,
    plane_at,
    shifted,
    straightened,
    stretched,
    trace_planes,
)
from hypothesis import given, settings
from hypothesis import strategies as st

PLANE = st.tuples(
    st.floats(-1e5, 1e5), st.floats(-1e5, 1e5), st.just(30e3), st.floats(0, 6.28),
    st.floats(0.05, np.pi / 2), st.floats(2e3, 60e3), st.floats(2e3, 50e3),
)  # fmt: skip


@given(plane=PLANE, length=st.floats(2e3, 2e4), width=st.floats(2e3, 2e4), growth=st.floats(1, 1.5))
@settings(max_examples=60, deadline=None)
def test_patches_fill_their_plane(plane, length, width, growth):
    patches = cut([plane], Patching(length, width, growth))
    plane = np.array(plane)
    assert patches.area.sum() == pytest.approx(plane[5] * plane[6])
    centre = (patches.centre * patches.area[:, None]).sum(axis=0) / patches.area.sum()
    assert centre == pytest.approx([plane[0], plane[1], -plane[2]], abs=1e-4)
    corners = rectangle_corners(plane[None])[0]
    axes = np.stack([corners[1] - corners[0], corners[3] - corners[0]])
    # Every corner of a patch lies in the plane, between its edges.
    places = patches.corners.reshape(-1, 3) - corners[0]
    share = places @ axes.T / (axes**2).sum(axis=1)
    assert np.abs(places - share @ axes).max() < 1e-5
    assert share.min() > -1e-9 and share.max() < 1 + 1e-9
    if growth == 1:
        assert (patches.rectangles[:, 5] < 1.51 * length).all()


def test_growing_patches_grow_and_columns_count_from_0():
    patches = cut([[0, 0, 20e3, 0.3, 1.0, 40e3, 30e3]], Patching(2e3, 2e3, 1.4))
    widths = [patches.rectangles[patches.row == row, 6][0] for row in range(patches.row.max() + 1)]
    assert np.diff(widths).min() > 0
    assert np.array(widths[1:]) / widths[:-1] == pytest.approx(1.4)
    for row in range(len(widths)):
        mine = np.flatnonzero(patches.row == row)
        assert np.array_equal(patches.column[mine], np.arange(len(mine)))
        along = patches.centre[mine] @ patches.along_strike[0]
        assert (np.diff(along) > 0).all()


def test_columns_go_on_along_a_segment_of_several_planes():
    trace = np.array([[0, 0], [10e3, 0], [20e3, 3e3]])
    planes = trace_planes(trace, np.radians(70), 0, 10e3, True)
    patches = cut(planes, Patching(2e3, 5e3), np.zeros(2, int))
    for row in (0, 1):
        mine = patches.row == row
        assert np.array_equal(np.sort(patches.column[mine]), np.arange(mine.sum()))
    assert (patches.segment == 0).all()


@pytest.mark.parametrize("at_surface", [True, False])
def test_a_trace_is_where_its_planes_come_up(at_surface):
    trace = np.array([[1e3, 2e3], [5e3, 9e3], [5e3, 14e3]])
    dip, top, bottom = np.radians(50), 2e3, 12e3
    planes = trace_planes(trace, dip, top, bottom, at_surface)
    patches = PatchSet.of_rectangles(planes)
    assert patches.top_depth == pytest.approx(top) and patches.bottom_depth == pytest.approx(bottom)
    edge = patches.corners[:, :2]
    if at_surface:  # drawn up the dip until it reaches the surface
        edge = edge + patches.up_dip[:, None] * (top / np.sin(dip))
        assert edge[..., 2] == pytest.approx(0, abs=1e-6)
    assert edge[:, 0, :2] == pytest.approx(trace[:-1], abs=1e-6)
    assert edge[:, 1, :2] == pytest.approx(trace[1:], abs=1e-6)
    # They dip to the right of the way.
    way = np.diff(trace, axis=0)
    down = -patches.up_dip[:, :2]
    assert (way[:, 1] * down[:, 0] - way[:, 0] * down[:, 1] > 0).all()


def test_gaps_at_depth_are_measured():
    trace = np.array([[0, 0], [10e3, 0], [20e3, 3e3]])
    planes = trace_planes(trace, np.radians(45), 0, 10e3, True)
    corners = rectangle_corners(planes)
    apart = np.linalg.norm(corners[0, 2] - corners[1, 3])
    assert gaps_at_depth(planes) == pytest.approx(apart, rel=1e-6)
    assert gaps_at_depth(planes[:1]) == 0


@pytest.mark.parametrize("at_centre", [True, False])
def test_a_plane_by_numbers(at_centre):
    strike, dip = np.radians([30, 40])
    plane = plane_at((1e3, 2e3), 5e3, strike, dip, 8e3, 6e3, at_centre)
    patches = PatchSet.of_rectangles(plane)
    point = patches.centre[0] if at_centre else patches.corners[0, :2].mean(axis=0)
    assert point == pytest.approx([1e3, 2e3, -5e3])


def test_straightened_lines_keep_within_the_tolerance():
    random = np.random.default_rng(3)
    x = np.linspace(0, 30e3, 200)
    line = np.column_stack([x, 2e3 * np.sin(x / 5e3) + random.normal(0, 50, 200)])
    few = straightened(line, 300.0)
    assert 4 < len(few) < 40
    assert np.array_equal(few[[0, -1]], line[[0, -1]])
    ways = np.diff(few, axis=0)
    apart = []
    for place in line:
        share = ((place - few[:-1]) * ways).sum(axis=1) / (ways**2).sum(axis=1)
        foot = few[:-1] + np.clip(share, 0, 1)[:, None] * ways
        apart.append(np.hypot(*(place - foot).T).min())
    assert max(apart) <= 300.0
    assert np.array_equal(straightened(np.array([[0, 0], [1, 1], [2, 2.0]]), 0.0), [[0, 0], [2, 2]])


def test_shifted_lines_keep_their_distance():
    line = np.array([[0, 0], [10e3, 0], [18e3, 4e3], [18e3, 12e3]])
    moved = shifted(line, 700.0)
    assert moved[0] == pytest.approx([0, -700.0])
    way = np.diff(moved, axis=0)
    unit = np.diff(line, axis=0) / np.hypot(*np.diff(line, axis=0).T)[:, None]
    assert np.abs(way[:, 0] * unit[:, 1] - way[:, 1] * unit[:, 0]).max() < 1e-6
    off = moved[:-1] - line[:-1]
    assert off[:, 0] * unit[:, 1] - off[:, 1] * unit[:, 0] == pytest.approx(700.0)


def test_cut_patches_are_joined_again():
    planes = np.array([
        [0, 0, 8e3, 0.4, 1.0, 12e3, 9e3],
        [15e3, 9e3, 8e3, 0.9, 1.5, 10e3, 6e3],
    ])  # fmt: skip
    patches = cut(planes, Patching(3e3, 3e3, 1.2))
    shuffled = patches.chosen(np.random.default_rng(1).permutation(len(patches)))
    found, segment = outlines(shuffled)
    assert np.array_equal(segment, [0, 1])
    assert found == pytest.approx(planes, abs=1e-6)


def test_patches_with_a_hole_stay_apart():
    patches = cut([[0, 0, 8e3, 0.4, 1.0, 12e3, 9e3]], Patching(3e3, 3e3))
    found, _ = outlines(patches.chosen(np.arange(len(patches)) != 5))
    assert len(found) == len(patches) - 1


def test_planes_are_drawn_on():
    plane = np.array([[1e3, 2e3, 8e3, 0.4, 1.0, 12e3, 9e3]])
    long = stretched(plane, 3e3, 0.0, 20e3)
    patches = PatchSet.of_rectangles(long)
    assert patches.top_depth[0] == pytest.approx(0, abs=1e-6)
    assert patches.bottom_depth[0] == pytest.approx(20e3) and long[0, 5] == 18e3
    # It is the same plane.
    away = patches.centre[0] - [1e3, 2e3, -8e3]
    assert away @ patches.normal[0] == pytest.approx(0, abs=1e-6)
    assert away @ patches.along_strike[0] == pytest.approx(0, abs=1e-6)
    with pytest.raises(GroundshiftError, match="top does not lie above its bottom"):
        stretched(plane, 0, 9e3, 5e3)
    with pytest.raises(GroundshiftError, match="level fault"):
        stretched([[0, 0, 5e3, 0, 0, 1e3, 1e3]], 0, 1e3)


@pytest.mark.parametrize(
    "make, words",
    [
        (lambda: Patching(0, 1), "above 0"),
        (lambda: Patching(1, 1, 9), "factor from 1 to 3"),
        (lambda: cut([[0, 0, 2e5, 0, 1.0, 9e5, 2e5]], Patching(500, 500)), "give larger ones"),
        (lambda: trace_planes(np.eye(2), 0.0, 0, 1e3, True), "above 0 and up to 90"),
        (lambda: trace_planes(np.eye(2), 1.0, 2e3, 1e3, True), "a bottom below it"),
    ],
)
def test_what_cannot_be_cut_is_refused(make, words):
    with pytest.raises(GroundshiftError, match=words):
        make()
