# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Turning a fault to another dip."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, joined
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.dipping import turned
from inversion_cases import plane


def top_edges(patches):
    """Upper corners of the first row."""
    return patches.corners[patches.row == 0][:, :2]


@pytest.mark.parametrize("dip", [10.0, 60.0, 90.0])
def test_the_top_edge_stays(dip):
    """And patches stay rectangles that fill the plane."""
    patches = plane(6, 4, strike=200.0, dip=45.0, top=1500.0)
    found = turned(patches, np.radians(dip))
    assert np.abs(top_edges(found) - top_edges(patches)).max() < 1e-6
    assert np.degrees(found.dip) == pytest.approx(dip)
    assert found.area == pytest.approx(patches.area)
    below = found.corners[found.row == 1][:, :2]
    above = found.corners[found.row == 0][:, [3, 2]]
    assert np.abs(below - above).max() < 1e-6
    back = turned(found, np.radians(45.0))
    assert np.abs(back.corners - patches.corners).max() < 1e-6


def test_about_the_surface():
    """The plane's trace stays where it is; the buried top edge keeps its way down the dip."""
    patches = plane(3, 2, strike=0.0, dip=30.0, top=1000.0)
    found = turned(patches, np.radians(60.0), hinge="surface")
    way = 1000 / np.sin(np.radians(30))
    assert found.top_depth.min() == pytest.approx(way * np.sin(np.radians(60)))
    # East of the trace, to the right of a strike to the north.
    trace = top_edges(patches)[0, 0, 0] - way * np.cos(np.radians(30))
    edge = top_edges(found)[0, 0, 0]
    assert edge == pytest.approx(trace + way * np.cos(np.radians(60)))


def test_every_plane_of_a_zigzag_turns_about_its_own_edge():
    """Two planes of one strike beside one another do not turn about one line."""
    parts = [plane(3, 3, strike=10, dip=50), plane(3, 3, strike=10, dip=50, east=9e3)]
    both = joined(parts)
    one = PatchSet.of_rectangles(both.rectangles, np.zeros(18), both.row, both.column)
    found = turned(one, np.radians(80.0))
    assert np.abs(top_edges(found) - top_edges(one)).max() < 1e-6


def test_only_the_segments_asked_for():
    """The others stay; numbers that are none are named as a person counts."""
    both = joined([plane(3, 2), plane(3, 2, east=30e3)])
    found = turned(both, np.radians(80.0), [1])
    assert np.array_equal(found.rectangles[:6], both.rectangles[:6])
    assert np.degrees(found.dip[6:]) == pytest.approx(80)
    with pytest.raises(GroundshiftError, match="Segment 3 "):
        turned(both, 1.0, [2])


def test_what_cannot_be_turned():
    """Several dips within a segment, triangles, and dips that are none."""
    bent = plane(3, 2).rectangles.copy()
    bent[3:, 4] += 0.2
    with pytest.raises(GroundshiftError, match="several dips"):
        turned(PatchSet.of_rectangles(bent), 1.0)
    with pytest.raises(GroundshiftError, match="Triangles"):
        turned(PatchSet.of_triangles([[[0, 0, 0], [1e3, 0, 0], [0, 0, -1e3]]]), 1.0)
    with pytest.raises(GroundshiftError, match="dip of 100"):
        turned(plane(3, 2), np.radians(100.0))
