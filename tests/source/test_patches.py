# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Patches: geometry of rectangles and triangles, and slip on them."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, SlipModel, joined
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given
from hypothesis import strategies as st

angle = st.floats(0, 2 * np.pi)
dips = st.floats(0.01, np.pi / 2)


def rectangle(strike=0.0, dip=np.pi / 3, depth=8000.0):
    return [1000.0, -2000.0, depth, strike, dip, 6000.0, 4000.0]


def test_a_fault_that_strikes_north_dips_east():
    patches = PatchSet.of_rectangles(rectangle())
    top_start, top_end, bottom_end, bottom_start = patches.corners[0]
    assert np.allclose(top_end - top_start, [0, 6000, 0])
    assert np.allclose(bottom_start - top_start, [2000, 0, -2000 * np.sqrt(3)])
    assert np.allclose(bottom_end - top_end, bottom_start - top_start)
    assert np.allclose(patches.centre, [[1000, -2000, -8000]])
    assert np.allclose(patches.normal, [[np.sqrt(3) / 2, 0, 0.5]])
    half_height = 1000 * np.sqrt(3)
    assert np.allclose(patches.top_depth, 8000 - half_height)
    assert np.allclose(patches.bottom_depth, 8000 + half_height)


@given(strike=angle, dip=dips)
def test_axes_are_orthonormal_and_right_handed(strike, dip):
    patches = PatchSet.of_rectangles(rectangle(strike, dip))
    axes = np.stack([patches.along_strike[0], patches.up_dip[0], patches.normal[0]])
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert np.allclose(np.linalg.det(axes), 1)
    edge = patches.corners[0, 1] - patches.corners[0, 0]
    assert np.allclose(edge / 6000, axes[0], atol=1e-12)
    rise = patches.corners[0, 0] - patches.corners[0, 3]
    assert np.allclose(rise / 4000, axes[1], atol=1e-12)


@given(strike=angle, dip=st.floats(0.01, 1.56), order=st.permutations([0, 1, 2]))
def test_a_triangle_of_a_rectangle_has_its_strike_and_dip(strike, dip, order):
    whole = PatchSet.of_rectangles(rectangle(strike, dip))
    half = PatchSet.of_triangles(whole.corners[:, [0, 1, 2]][:, order])
    turn = (half.strike - strike + np.pi) % (2 * np.pi) - np.pi
    assert np.allclose(turn, 0, atol=1e-6)
    assert np.allclose(half.dip, dip, atol=1e-9)
    assert np.allclose(half.area, whole.area / 2)
    assert np.allclose(half.normal, whole.normal, atol=1e-9)


@pytest.mark.parametrize("order", [[0, 1, 2], [1, 0, 2]])
@pytest.mark.parametrize("strike", [0.0, 0.3, 3.0, 3.3, 6.0])
def test_a_vertical_triangle_strikes_from_0_to_180(strike, order):
    whole = PatchSet.of_rectangles(rectangle(strike, np.pi / 2))
    half = PatchSet.of_triangles(whole.corners[:, order])
    assert -1e-9 <= half.strike[0] <= np.pi
    assert np.isclose(half.strike[0] % np.pi, strike % np.pi)
    assert np.isclose(half.dip[0], np.pi / 2)


def test_a_horizontal_triangle_strikes_north():
    flat = PatchSet.of_triangles([[[0, 0, -1000], [1000, 0, -1000], [0, 1000, -1000]]])
    assert flat.strike[0] == 0
    assert flat.dip[0] == 0
    assert np.allclose(flat.up_dip, [[-1, 0, 0]])


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"depth": 1000.0}, "above the surface"),
        ({"dip": 2.0}, "90 degrees"),
        ({"dip": -0.1}, "90 degrees"),
        ({"strike": np.nan}, "lacks a number"),
    ],
)
def test_impossible_rectangles_are_refused(change, word):
    with pytest.raises(GroundshiftError, match=word):
        PatchSet.of_rectangles(rectangle(**change))


def test_impossible_triangles_are_refused():
    line = [[[0, 0, -1], [1, 0, -1], [2, 0, -1]]]
    with pytest.raises(GroundshiftError, match="no area"):
        PatchSet.of_triangles(line)
    with pytest.raises(GroundshiftError, match="above the surface"):
        PatchSet.of_triangles([[[0, 0, 5], [1, 0, 0], [0, 1, 0]]])
    with pytest.raises(GroundshiftError, match="without coordinates"):
        PatchSet.of_triangles([[[0, 0, np.nan], [1, 0, 0], [0, 1, 0]]])


def test_joined_faults_keep_their_segments_apart():
    one = PatchSet.of_rectangles([rectangle(), rectangle()], segment=[0, 1])
    both = joined([one, PatchSet.of_rectangles(rectangle(1.0))])
    assert both.segment.tolist() == [0, 1, 2]
    assert np.allclose(both.strike, [0, 0, 1])
    with pytest.raises(GroundshiftError, match="cannot be mixed"):
        joined([one, PatchSet.of_triangles(one.corners[:, :3])])
    with pytest.raises(GroundshiftError, match="no fault"):
        joined([])


def test_slip_by_rake():
    patches = PatchSet.of_rectangles([rectangle(), rectangle(), rectangle()])
    model = SlipModel.of_rake(patches, [2.0, 1.0, 0.0], np.radians([90.0, 180.0, 30.0]))
    assert np.allclose(model.components, [[0, 2, 0], [-1, 0, 0], [0, 0, 0]], atol=1e-12)
    assert np.allclose(model.slip, [2, 1, 0])
    assert np.allclose(np.degrees(model.rake[:2]), [90, 180])
    assert np.isnan(model.rake[2])
    assert len(model.chosen([True, False, True])) == 2
