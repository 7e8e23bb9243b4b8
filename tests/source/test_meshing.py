# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triangulated fault surfaces."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.bending import simplified
from groundshift.algorithms.source.meshing import mesh_of_trace
from hypothesis import example, given, settings
from hypothesis import strategies as st

NORTH = np.array([[0.0, 0], [0, 40e3]])
BENT = np.array([[0.0, 0], [0, 40e3], [20e3, 60e3]])


def patches(mesh):
    return PatchSet.of_triangles(mesh.corners, mesh.segment, mesh.row, mesh.column)


def is_whole(mesh):
    """One sheet without holes or overlaps: Euler's number, and sides with one or two owners."""
    sides = np.sort(mesh.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    sides, owners = np.unique(sides, axis=0, return_counts=True)
    assert owners.max() <= 2
    return len(np.unique(mesh.triangles)) - len(sides) + len(mesh.triangles) == 1


def test_a_straight_fault_is_a_plane():
    mesh = mesh_of_trace(NORTH, np.radians(60), 15e3, 2e3, top=1e3)
    fault = patches(mesh)
    np.testing.assert_allclose(np.degrees(fault.dip), 60)
    np.testing.assert_allclose(np.sin(fault.strike), 0, atol=1e-9)
    assert fault.area.sum() == pytest.approx(40e3 * 14e3 / np.sin(np.radians(60)))
    assert fault.top_depth.min() == 1e3 and fault.bottom_depth.max() == 15e3
    assert fault.centre[:, 0].min() > 0  # it dips to the right of its strike
    assert np.unique(mesh.column).size == 20 and np.unique(mesh.row).size == 9
    assert set(np.bincount(mesh.row * 20 + mesh.column)) == {2, 3}
    # Rows go down, columns along the strike.
    assert (np.diff([fault.depth[mesh.row == k].mean() for k in range(9)]) > 0).all()
    assert (np.diff([fault.centre[mesh.column == k, 1].mean() for k in range(20)]) > 0).all()
    edges = np.linalg.norm(mesh.corners - np.roll(mesh.corners, 1, axis=1), axis=2)
    ends = (mesh.column == 0) | (mesh.column == 19)
    assert np.ptp(edges[~ends]) < 200 and abs(edges[~ends].mean() - 2e3) < 50
    assert is_whole(mesh) and mesh.note == ""


@pytest.mark.parametrize("turn", [1, -1])
def test_a_bent_fault_keeps_its_planes_and_its_area(turn):
    trace = BENT * [turn, 1]
    mesh = mesh_of_trace(trace, np.radians(50), 12e3, 1.5e3)
    fault = patches(mesh)
    np.testing.assert_allclose(np.degrees(fault.dip), 50)
    run, width = 12e3 / np.tan(np.radians(50)), 12e3 / np.sin(np.radians(50))
    mitre = turn * run * np.tan(np.radians(22.5)) / 2
    for segment, length in enumerate((40e3, np.hypot(20e3, 20e3))):
        area = fault.area[mesh.segment == segment].sum()
        assert area == pytest.approx(width * (length - mitre))
        strike = np.median(fault.strike[mesh.segment == segment])
        wanted = segment * turn * np.pi / 4
        assert np.cos(strike - wanted) == pytest.approx(1)
    assert is_whole(mesh)


def test_the_order_of_corners_tells_the_hanging_wall_of_a_vertical_fault():
    """Round a bend through north, where a vertical triangle's own strike would turn over."""
    trace = np.array([[-5e3, 0], [0, 20e3], [-5e3, 40e3]])
    mesh = mesh_of_trace(trace, np.pi / 2, 10e3, 2e3)
    normal = np.cross(*(mesh.corners[:, k] - mesh.corners[:, 0] for k in (1, 2)))
    assert (normal[:, 0] > 0).all()  # to the right of the strike
    assert np.abs(normal[:, 2]).max() < 1e-6 * np.abs(normal).max()
    assert is_whole(mesh)


def test_dips_by_vertex_pass_from_one_to_the_other():
    mesh = mesh_of_trace(BENT, np.radians([80, 60, 45]), 10e3, 1e3)
    fault = patches(mesh)
    # Along the first piece they go down from 80 to 60.
    first = mesh.segment == 0
    columns = np.unique(mesh.column[first])
    dips = np.degrees([fault.dip[mesh.column == k].mean() for k in columns])
    assert (np.diff(dips) < 0).all() and 78 < dips[0] < 80 and 58 < dips[-1] < 62
    bottom = fault.corners[..., 2].min()
    foot = mesh.vertices[(mesh.vertices[:, 2] == bottom) & (mesh.vertices[:, 1] <= 0)]
    assert foot[0, 0] == pytest.approx(10e3 / np.tan(np.radians(80)))
    assert is_whole(mesh)


def test_dips_by_segment_hold_up_to_their_joint():
    trace = np.array([[0.0, 0], [0, 20e3], [3e3, 40e3]])
    mesh = mesh_of_trace(trace, np.radians([70, 50]), 10e3, 1e3)
    fault = patches(mesh)
    for segment, dip in ((0, 70), (1, 50)):
        mine = np.degrees(fault.dip[mesh.segment == segment])
        assert np.mean(np.abs(mine - dip) < 1e-6) > 0.6
        assert mine.min() > 45 and mine.max() < 75
    assert is_whole(mesh)


def test_a_listric_fault_follows_its_profile():
    profile = np.column_stack([[0, 5e3, 15e3], np.radians([75, 60, 20])])
    mesh = mesh_of_trace(NORTH, np.radians(75), 15e3, 500.0, profile=profile)
    fault = patches(mesh)
    wanted = np.interp(fault.depth, *profile.T)
    assert np.abs(fault.dip - wanted).max() < np.radians(1.5)
    # Rows are even down the dip.
    areas = np.bincount(mesh.row, weights=fault.area)
    assert areas.max() / areas.min() < 1.02
    # A steeper top turns all of it.
    steep = patches(mesh_of_trace(NORTH, np.radians(85), 15e3, 500.0, profile=profile))
    assert np.abs(steep.dip - np.interp(steep.depth, *profile.T) - np.radians(10)).max() < 0.03


def test_a_digitised_arc_is_cut_by_the_size_not_by_its_vertices():
    angle = np.linspace(0, np.pi / 2, 500)
    trace = 30e3 * np.column_stack([np.sin(angle), -np.cos(angle)])
    mesh = mesh_of_trace(trace, np.radians(70), 12e3, 2e3)
    fault = patches(mesh)
    assert 15 <= mesh.column.max() <= 30
    assert fault.area.min() > 0.4 * fault.area.max()
    np.testing.assert_allclose(np.degrees(fault.dip), 70, atol=0.01)
    assert fault.area.sum() == pytest.approx(
        sum_of_cone(30e3, 12e3, np.radians(70), np.pi / 2), rel=0.01
    )
    assert is_whole(mesh)


def sum_of_cone(radius, depth, dip, angle):
    """Area of a cone's side: the trace turns left, and the fault dips outwards."""
    return angle * (radius + depth / np.tan(dip) / 2) * depth / np.sin(dip)


def test_a_fold_is_mended_with_a_word_or_refused():
    zigzag = np.array([[0.0, 0], [0, 10e3], [10e3, 14e3], [10e3, 30e3]])
    mesh = mesh_of_trace(zigzag, np.radians(20), 15e3, 2e3)
    assert "fold" in mesh.note and "%" in mesh.note
    assert is_whole(mesh)
    normal = np.cross(*(mesh.corners[:, k] - mesh.corners[:, 0] for k in (1, 2)))
    assert (normal[:, 2] > 0).all()
    hook = np.array([[0.0, 0], [0, 5e3], [5e3, 10e3], [10e3, 10e3], [12e3, 0]])
    with pytest.raises(GroundshiftError, match=r"folds over itself \d.* km deep .* bend at"):
        mesh_of_trace(hook, np.radians(20), 15e3, 2e3)
    # Out of the way of its bend it does not fold.
    assert mesh_of_trace(hook[::-1], np.radians(20), 15e3, 2e3).note == ""


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0.5, 20), st.floats(-60, 60)), min_size=1, max_size=6),
    st.floats(15, 90),
    st.floats(0.4, 5),
)
@example([(1.0, 0.0), (2.0, 0.0), (6.0, 29.0)], 15.0, 1.0)  # cells that turn over
def test_any_trace_gives_a_whole_sheet_or_a_sentence(legs, dip, size):
    heading = np.cumsum(np.radians([turn for _, turn in legs]))
    step = np.array([length for length, _ in legs])[:, None] * 1e3
    way = step * np.column_stack([np.sin(heading), np.cos(heading)])
    trace = np.concatenate([[[0, 0]], np.cumsum(way, axis=0)])
    try:
        mesh = mesh_of_trace(trace, np.radians(dip), 12e3, size * 1e3)
    except GroundshiftError as error:
        assert "folds" in str(error) or "turns" in str(error)
        return
    assert is_whole(mesh)
    fault = patches(mesh)
    assert fault.area.min() > 0.001 * fault.area.max()
    assert fault.bottom_depth.max() == 12e3
    if dip < 89:
        normal = np.cross(*(mesh.corners[:, k] - mesh.corners[:, 0] for k in (1, 2)))
        assert (normal[:, 2] > 0).all()


@pytest.mark.parametrize(
    "trace, dip, bottom, size, options, words",
    [
        (NORTH[:1], 1.0, 1e4, 1e3, {}, "two vertices"),
        ([[0, 0], [0, np.nan]], 1.0, 1e4, 1e3, {}, "two vertices"),
        ([[0, 0], [0, 0]], 1.0, 1e4, 1e3, {}, "vertex twice"),
        (NORTH, 1.0, 1e4, 0.0, {}, "size"),
        (NORTH, 1.0, -1e4, 1e3, {}, "depths"),
        (NORTH, 1.0, 1e4, 1e3, {"top": 2e4}, "depths"),
        (NORTH, 1.0, np.nan, 1e3, {}, "depths"),
        (NORTH, 60.0, 1e4, 1e3, {}, "more than 90"),
        (NORTH, 0.0, 1e4, 1e3, {}, "less than 1"),
        (NORTH, [1.0] * 3, 1e4, 1e3, {}, "3 dips for a trace of 2"),
        (NORTH, 1.0, 1e4, 1e3, {"profile": [[5e3, 1.0], [0, 1.0]]}, "sort"),
        (NORTH, 1.0, 1e4, 1e3, {"profile": [[0, 1.0], [1e4, -0.5]]}, "some depth"),
        (NORTH, 1.0, 1e4, 10.0, {}, "make them larger"),
        ([[0, 0], [0, 9e3], [3e3, 1e3]], 1.0, 1e4, 1e3, {}, "turns by 159"),
    ],
)
def test_what_cannot_be_is_refused(trace, dip, bottom, size, options, words):
    with pytest.raises(GroundshiftError, match=words):
        mesh_of_trace(trace, dip, bottom, size, **options)


def test_simplified_keeps_bends_and_fixed_vertices():
    trace = np.array([[0.0, 0], [0.01, 1], [0, 2], [0, 2.05], [0, 4], [3, 4], [3, 4.02]])
    np.testing.assert_array_equal(simplified(trace, 0.1, 0.5), [0, 4, 6])
    fixed = np.arange(7) == 3
    np.testing.assert_array_equal(simplified(trace, 0.1, 0.5, fixed), [0, 3, 4, 6])
