# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells tile a map, keep its mean, and do not care about offsets and ramps."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source.far_field import detrended, find_far_field
from groundshift.algorithms.source.moments import (
    Layout,
    N,
    Z,
    block_moments,
    plane_of,
    pyramid,
    shape_of,
    with_values,
    without_plane,
)
from groundshift.algorithms.source.quadtree import CRITERIA, even_cells, grow_tree
from hypothesis import given, settings
from hypothesis import strategies as st


def scene(values, cell=(3, 2), levels=4, step=(30.0, -20.0), level=0.0, blocks=(200,)):
    """Layout and pyramid of a map, added up in blocks of rows."""
    layout = Layout(*values.shape, cell, step, levels)
    sums = np.zeros((10, *layout.shape))
    first = 0
    for height in (*blocks, values.shape[0]):
        height = min(height, values.shape[0] - first)
        if height <= 0:
            break
        window = Window(first, 0, height, values.shape[1])
        part = values[first : first + height]
        found, row, col = block_moments((window, part, np.ones(part.shape, bool)), layout, level)
        sums[:, row : row + found.shape[1], col : col + found.shape[2]] += found
        first += height
    return layout, pyramid(sums, levels)


def bump(rows=70, cols=90, holes=0.1, seed=0):
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:rows, :cols]
    z = np.exp(-((x - 50) ** 2 + (y - 30) ** 2) / 100) + rng.normal(0, 0.003, (rows, cols))
    z[rng.random(z.shape) < holes] = np.nan
    z[:12, :15] = np.nan
    return z.astype(np.float32)


def cover(cells, shape):
    """How often each pixel lies in a cell."""
    times = np.zeros(shape, int)
    for top, left, bottom, right in cells.bounds:
        times[top:bottom, left:right] += 1
    return times


def test_sums_match_plain_numpy_whatever_the_blocks():
    values = bump()
    layout, levels = scene(values, level=0.25, blocks=(64, 1, 3))
    x, y = layout.metres(*np.meshgrid(np.arange(90.0), np.arange(70.0)))
    z = values.astype(float) - 0.25
    good = np.isfinite(z)
    for i, j in ((0, 0), (5, 9), (10, 25), (23, 44)):
        rows, cols = slice(3 * i, 3 * i + 3), slice(2 * j, 2 * j + 2)
        a, b, c = (part[rows, cols][good[rows, cols]] for part in (x, y, z))
        terms = (np.ones_like(a), a, b, c, a * a, a * b, b * b, a * c, b * c, c * c)
        expected = [part.sum() for part in terms]
        np.testing.assert_allclose(levels[0][:, i, j], expected, rtol=1e-12, atol=1e-12)
    total = levels[-1].sum(axis=(1, 2))
    np.testing.assert_allclose(total[N], good.sum())
    np.testing.assert_allclose(total[Z], z[good].sum(), rtol=1e-12)


def test_shapes_match_plain_numpy():
    values = bump()
    layout, levels = scene(values)
    x, y = layout.metres(*np.meshgrid(np.arange(90.0), np.arange(70.0)))
    shape = shape_of(levels[2])
    part = (slice(24, 36), slice(40, 48))
    z, good = values[part].astype(float), np.isfinite(values[part])
    design = np.stack([x[part][good], y[part][good], np.ones(good.sum())], axis=1)
    plane, *_ = np.linalg.lstsq(design, z[good], rcond=None)
    place = (2, 5)
    np.testing.assert_allclose(shape.mean[place], z[good].mean(), rtol=1e-10)
    np.testing.assert_allclose(shape.scatter[place], z[good].std(), rtol=1e-8)
    np.testing.assert_allclose(shape.slope[place], np.hypot(*plane[:2]), rtol=1e-8)
    rough = np.sqrt(np.mean((z[good] - design @ plane) ** 2))
    np.testing.assert_allclose(shape.roughness[place], rough, rtol=1e-7)


@given(
    rows=st.integers(5, 60), cols=st.integers(5, 60), seed=st.integers(0, 1000),
    holes=st.floats(0, 0.9), threshold=st.floats(0, 0.5), criterion=st.sampled_from(CRITERIA),
    least=st.floats(0.05, 0.95),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_cells_tile_what_they_cover(rows, cols, seed, holes, threshold, criterion, least):
    values = bump(rows, cols, holes, seed)
    layout, levels = scene(values, levels=3)
    tree = grow_tree(levels, layout, criterion, least)
    cells = tree.leaves(threshold)
    times = cover(cells, values.shape)
    assert times.max(initial=0) <= 1
    # Together with the cells that were too empty, they cover every pixel with data.
    everything = grow_tree(levels, layout, criterion, 0.0).leaves(threshold)
    assert (cover(everything, values.shape)[np.isfinite(values)] == 1).all()
    for bounds in cells.bounds:
        piece = values[bounds[0] : bounds[2], bounds[1] : bounds[3]]
        assert np.isfinite(piece).mean() >= least - 1e-9
    sums = cells.sums(levels)
    covered = np.isfinite(values) & (times == 1)
    np.testing.assert_allclose(sums[Z].sum(), values[covered].sum(dtype=float), atol=1e-4)
    assert sums[N].sum() == covered.sum()


@pytest.mark.parametrize("seed", range(12))
def test_offset_and_ramp_change_nothing_when_taken_off(seed):
    """Whatever their size, up to ramps that are steeper than the deformation."""
    rng = np.random.default_rng(seed)
    a, b, c = rng.uniform(-1, 1, 3) * [50, 1e-2, 1e-2] * 10.0 ** rng.uniform(-3, 0)
    layout, levels = scene(bump(holes=0.05))
    # In double precision, since storage as float32 rounds a ramp.
    moved = [without_plane(sums, (-a, -b, -c)) for sums in levels]
    for criterion in CRITERIA:
        cells = []
        for sums in (levels, moved):
            far = find_far_field(sums, layout)
            tree = grow_tree(detrended(sums, far.plane), layout, criterion, 0.5)
            cells.append(tree.leaves(0.0371))
        assert len(cells[0]) == len(cells[1])
        np.testing.assert_array_equal(cells[0].bounds, cells[1].bounds)


def test_curvature_cuts_no_plane_and_variance_does():
    y, x = np.mgrid[:48, :48]
    layout, levels = scene((0.01 * x + 0.02 * y).astype(np.float32), (3, 3), 4, (10.0, -10.0))
    even = grow_tree(levels, layout, "curvature").leaves(1e-4)
    assert set(even.level) == {3}
    assert len(grow_tree(levels, layout, "variance").leaves(1e-2)) > len(even)
    # The rise over a cell of 24 pixels is sqrt(0.01^2 + 0.02^2) * 24.
    gradient = grow_tree(levels, layout, "gradient").value[3]
    np.testing.assert_allclose(gradient, np.hypot(0.01, 0.02) * 24, rtol=1e-5)


def test_the_threshold_gives_the_number_that_is_wanted():
    layout, levels = scene(bump())
    tree = grow_tree(levels, layout, "variance", 0.3)
    fewest, most = len(tree.leaves(np.inf)), len(tree.leaves(0.0))
    assert fewest < 60 < most
    found = tree.threshold_for(60)
    assert 50 <= len(tree.leaves(found)) <= 60
    assert len(tree.leaves(tree.threshold_for(2))) == fewest


def test_cells_are_small_where_the_ground_moves():
    layout, levels = scene(bump())
    cells = grow_tree(levels, layout, "variance", 0.3).leaves(0.03)
    x, y = cells.bounds[:, 1::2].mean(axis=1), cells.bounds[:, ::2].mean(axis=1)
    near = np.hypot(x - 50, y - 30) < 12
    assert cells.extent[near].max() < cells.extent[~near].max() / 3


def test_speckled_maps_are_not_cut_to_pieces_for_their_holes():
    rng = np.random.default_rng(3)
    values = np.where(rng.random((96, 96)) < 0.55, np.nan, 0.0).astype(np.float32)
    layout, levels = scene(values, (3, 3), 6, (10.0, 10.0))
    cells = grow_tree(levels, layout, "variance", 0.5).leaves(1.0)
    assert (cells.level >= 3).all()  # two times at most


def test_uniform_cells_have_one_size_and_keep_the_mean():
    values = bump(holes=0)
    layout, levels = scene(values, (10, 10), 1)
    cells = even_cells(grow_tree(levels, layout, "variance", 0.5), 0)
    assert set(cells.level) == {0}
    sums = cells.sums(levels)
    inside = cover(cells, values.shape).astype(bool) & np.isfinite(values)
    np.testing.assert_allclose(sums[Z].sum() / sums[N].sum(), values[inside].mean(), rtol=1e-6)


def test_a_model_decides_in_the_place_of_the_data():
    noise = np.random.default_rng(1).normal(0, 1, (96, 96)).astype(np.float32)
    layout, levels = scene(noise, (3, 3), 4, (10.0, -10.0))
    y, x = np.mgrid[:32, :32]
    model = np.exp(-((x - 8) ** 2 + (y - 24) ** 2) / 9.0)
    model = np.pad(model, [(0, n - 32) for n in layout.shape])
    deciding = pyramid(with_values(levels[0], model), 4)
    cells = grow_tree(deciding, layout, "variance", 0.5, data=levels).leaves(0.05)
    small = cells.chosen(cells.level == 0)
    assert len(small) > 4
    middle = small.bounds.mean(axis=0)
    assert abs(middle[1::2].mean() / 3 - 8) < 3 and abs(middle[::2].mean() / 3 - 24) < 3


def test_planes_are_found_again():
    y, x = np.mgrid[:40, :40]
    layout, levels = scene(np.zeros((40, 40), np.float32), (4, 4), 2, (30.0, -20.0))
    east, north = layout.metres(x, y)
    plane = (0.3, 2e-4, -5e-4)
    values = (plane[0] + plane[1] * east + plane[2] * north).astype(np.float32)
    layout, levels = scene(values, (4, 4), 2, (30.0, -20.0))
    np.testing.assert_allclose(plane_of(levels[0]), plane, rtol=1e-5)
    left = shape_of(without_plane(levels[1], plane))
    assert np.nanmax(left.scatter) < 1e-6


def test_the_far_field_begins_where_the_bump_ends():
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:300, :300]
    z = np.exp(-((x - 120) ** 2 + (y - 160) ** 2) / 2 / 15**2) + 1e-4 * x
    z = (z + rng.normal(0, 0.01, z.shape)).astype(np.float32)
    layout, levels = scene(z, (3, 3), 3, (100.0, -100.0))
    far = find_far_field(levels, layout)
    centre = layout.metres(120, 160)
    assert np.hypot(far.centre[0] - centre[0], far.centre[1] - centre[1]) < 1000
    # A smallest cell averages nine pixels: 3 mm of noise are reached at 3.4 sigma.
    assert 4000 < far.radius < 9000
    np.testing.assert_allclose(far.plane[1], 1e-6, rtol=0.05)
    np.testing.assert_allclose(find_far_field(levels, layout, 12e3).radius, 12e3)
    # A ramp ten times as steep as the bump is no part of it.
    ramp = np.array([3.0, -4e-3, 3e-3])
    steep = find_far_field([without_plane(sums, ramp) for sums in levels], layout)
    np.testing.assert_allclose(steep.centre, far.centre, atol=1.0)
    np.testing.assert_allclose(steep.radius, far.radius, atol=1.0)
    np.testing.assert_allclose(steep.plane, far.plane - ramp, rtol=1e-6)


def test_a_quiet_map_is_far_field_as_a_whole():
    z = np.random.default_rng(0).normal(0, 0.01, (200, 200)).astype(np.float32)
    layout, levels = scene(z, (4, 4), 2, (100.0, -100.0))
    assert find_far_field(levels, layout).radius < 3000


def test_an_unknown_criterion_is_refused():
    layout, levels = scene(bump())
    with pytest.raises(GroundshiftError, match="is no criterion"):
        grow_tree(levels, layout, "beauty")
