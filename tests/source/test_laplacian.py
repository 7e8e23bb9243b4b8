# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The roughness of slip on rectangles, across segments, and on triangles."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, joined
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.laplacian import Edges, rectangle_neighbours, roughness_matrix
from hypothesis import given, settings
from hypothesis import strategies as st
from inversion_cases import plane

ALL_FREE = Edges("free", "free", "free")


def stencil(rows, columns, edges):
    """The Laplacian of unit squares by padding, shape (patch, patch)."""
    count = rows * columns
    matrix = np.empty((count, count))
    for k in range(count):
        field = np.zeros((rows, columns))
        field.flat[k] = 1
        padded = np.pad(field, 1)
        if edges.top == "free":
            padded[0, 1:-1] = field[0]
        if edges.bottom == "free":
            padded[-1, 1:-1] = field[-1]
        if edges.ends == "free":
            padded[1:-1, 0], padded[1:-1, -1] = field[:, 0], field[:, -1]
        matrix[:, k] = (
            padded[2:, 1:-1] + padded[:-2, 1:-1] + padded[1:-1, 2:] + padded[1:-1, :-2] - 4 * field
        ).ravel()
    return matrix


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 5), st.integers(1, 6), st.floats(0, 360), st.floats(1, 90),
    *[st.sampled_from(["free", "zero"])] * 3,
)  # fmt: skip
def test_equal_squares_have_the_well_known_stencil(rows, columns, strike, dip, top, bottom, ends):
    """Whatever the plane's direction and edges."""
    patches = plane(columns, rows, 1500.0, strike, dip)
    edges = Edges(top, bottom, ends)
    found = roughness_matrix(patches, edges).toarray()
    assert np.abs(found - stencil(rows, columns, edges)).max() < 1e-9


def test_the_cut_into_segments_does_not_matter():
    """One plane in two segments is as rough as in one."""
    whole = plane(9, 4)
    segment = (whole.column > 3).astype(int)
    parts = joined([whole.chosen(segment == k) for k in (0, 1)])
    order = np.concatenate([np.flatnonzero(segment == k) for k in (0, 1)])
    expected = roughness_matrix(whole).toarray()[np.ix_(order, order)]
    assert np.abs(roughness_matrix(parts).toarray() - expected).max() < 1e-9


@pytest.mark.parametrize("bend", [0, 15, -25])
def test_slip_goes_on_around_a_bend(bend):
    """Patches next to a bend have neighbours on both sides."""
    first = plane(6, 3, 2000, 0, 70)
    corner = first.corners[first.column == 5][0][1]
    way = np.radians(bend)
    middle = corner[:2] + 6000 * np.array([np.sin(way), np.cos(way)])
    second = plane(6, 3, 2000, bend, 70, *middle)
    both = joined([first, second])
    near = rectangle_neighbours(both)
    crossing = both.segment[near.patch] != both.segment[near.other]
    # Rows that are sunk a little deeper on one side touch their neighbours' neighbours, too.
    assert (near.share[crossing] > 0.7).sum() == 2 * 3
    constant = roughness_matrix(both, ALL_FREE) @ np.ones(36)
    assert np.abs(constant).max() < 1e-9


def test_segments_that_only_pass_are_no_neighbours():
    """A parallel fault two patches away is another fault."""
    both = joined([plane(5, 3), plane(5, 3, east=4000.0, north=-4000.0)])
    near = rectangle_neighbours(both)
    assert (both.segment[near.patch] == both.segment[near.other]).all()


def test_rows_that_grow_with_depth():
    """Constant slip is smooth, and a column's second derivative is that of a parabola."""
    tops, widths, rectangles, row = [0.0, 1000.0, 2500.0], [1000.0, 1500.0, 2250.0], [], []
    for k, (top, width) in enumerate(zip(tops, widths)):
        count = (12, 8, 6)[k]
        for column in range(count):
            length = 12000.0 / count
            rectangles.append(
                [0, (column + 0.5) * length, top + width / 2, 0, np.pi / 2, length, width]
            )
            row.append(k)
    patches = PatchSet.of_rectangles(rectangles, None, row)
    matrix = roughness_matrix(patches, ALL_FREE)
    assert np.abs(matrix @ np.ones(26)).max() < 1e-9
    mean = patches.area.mean()
    second = (matrix @ patches.depth**2) / (mean * np.sqrt(patches.area / mean))
    assert second[np.asarray(row) == 1] == pytest.approx(2.0, rel=1e-9)


def test_a_finer_cut_is_as_rough():
    """The same smooth slip has the same roughness on patches of half the size."""
    roughness = []
    for size, columns, rows in ((500.0, 48, 32), (250.0, 96, 64)):
        patches = plane(columns, rows, size, 0, 90)
        depth, north = patches.depth, patches.centre[:, 1]
        slip = np.exp(-(((depth - 8000) / 3000) ** 2) - (north / 4000) ** 2)
        row = roughness_matrix(patches, Edges("zero", "zero", "zero")) @ slip
        # Per unit area: the mean area by which the matrix is scaled is taken out.
        roughness.append((row @ row) / patches.area.mean())
    assert roughness[0] == pytest.approx(roughness[1], rel=0.02)


def triangles(columns, rows, size=1000.0):
    """A vertical mesh of isosceles triangles, alternately cut."""
    corners = []
    for i in range(rows):
        for j in range(columns):
            a, b = np.array([0, j, -i]) * size, np.array([0, j + 1, -i]) * size
            c, d = np.array([0, j + 1, -i - 1]) * size, np.array([0, j, -i - 1]) * size
            corners += [[a, b, c], [a, c, d]] if (i + j) % 2 else [[a, b, d], [b, c, d]]
    return PatchSet.of_triangles(corners)


def test_triangles():
    """Constant slip is smooth with free rims, a bump is not, and a zero rim holds slip down."""
    patches = triangles(8, 5)
    free = roughness_matrix(patches, ALL_FREE)
    assert np.abs(free @ np.ones(80)).max() < 1e-9
    held = roughness_matrix(patches, Edges("zero", "free", "free")) @ np.ones(80)
    at_top = patches.top_depth < 1
    # One triangle of each square has its side at the top.
    assert (held < -1e-3).sum() == 8 and at_top[held < -1e-3].all()
    one = np.zeros(80)
    one[40] = 1
    assert (free @ one)[40] == (free @ one).min() < 0


def test_words_that_are_no_edges():
    """A typing error is named."""
    with pytest.raises(GroundshiftError, match="zero or free"):
        Edges("open")
