# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells chosen by what a fault can tell, near a rupture, and by size."""

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.source import elastic
from groundshift.algorithms.source.moments import Layout, N, pyramid
from groundshift.algorithms.source.sampling import (
    SamplingOptions,
    choose_cells,
    data_resolution,
    near_trace,
    plan_layout,
    refine_by_resolution,
    sample_weights,
)


def flat_scene(rows=256, cols=256, cell=(4, 4), levels=5, step=(100.0, -100.0)):
    """A map of zeros: sums of places alone."""
    layout = Layout(rows, cols, cell, step, levels)
    sums = np.zeros((10, *layout.shape))
    x, y = layout.metres(*np.meshgrid(np.arange(float(cols)), np.arange(float(rows))))
    for k, part in ((0, np.ones_like(x)), (1, x), (2, y), (4, x * x), (5, x * y), (6, y * y)):
        blocks = part.reshape(rows // cell[0], cell[0], cols // cell[1], cell[1])
        sums[k, : rows // cell[0], : cols // cell[1]] = blocks.sum(axis=(1, 3))
    return layout, pyramid(sums, levels)


def green_of_a_fault(depth=3000.0):
    rectangles = np.array([
        [e, 0.0, depth, np.radians(90), np.radians(60), 2000.0, 2000.0]
        for e in np.arange(-3000, 4000, 2000.0)
    ])  # fmt: skip
    patches = PatchSet.of_rectangles(rectangles)
    components = elastic.rake_components(patches, np.radians([0.0, 90.0]))

    def green(places):
        points = np.column_stack([places, np.zeros(len(places))])
        look = np.tile([0.5, -0.1, 0.86], (len(places), 1))
        found = elastic.green_los(patches, components, points, look)
        return found.reshape(len(places), -1)

    return green


def test_data_resolution_is_the_diagonal_of_the_damped_inverse():
    green = np.random.default_rng(0).normal(size=(20, 7))
    values = np.linalg.svd(green, compute_uv=False)
    damping = (0.2 * values[0]) ** 2 * np.eye(7)
    whole = green @ np.linalg.solve(green.T @ green + damping, green.T)
    np.testing.assert_allclose(data_resolution(green, 0.2), np.diag(whole), rtol=1e-10)
    with pytest.raises(GroundshiftError, match="moves no sample"):
        data_resolution(np.zeros((5, 3)), 0.1)


def test_resolution_puts_cells_over_the_fault():
    layout, levels = flat_scene()
    options = SamplingOptions("resolution", samples=150)
    start, _ = choose_cells(levels, layout, options)
    assert set(start.level) == {4}
    cells, largest = refine_by_resolution(start, levels, green_of_a_fault(), options)
    assert 130 <= len(cells) <= 150 and 0 < largest < 1
    sums = cells.sums(levels)
    x, y = sums[1:3] / sums[N]
    small = cells.level <= 1
    assert small.sum() > 20
    assert np.hypot(x[small], y[small]).max() < 9000
    # A shallow fault is told by finer detail than a deep one.
    deep, _ = refine_by_resolution(start, levels, green_of_a_fault(12e3), options)
    assert (
        cells.level.min() < deep.level.min() or (cells.level == 0).sum() > (deep.level == 0).sum()
    )


def test_a_threshold_of_the_resolution_is_kept():
    layout, levels = flat_scene()
    options = SamplingOptions("resolution", threshold=0.3)
    start, _ = choose_cells(levels, layout, options)
    cells, largest = refine_by_resolution(start, levels, green_of_a_fault(), options)
    assert largest <= 0.3
    sums = cells.sums(levels)
    leverage = data_resolution(green_of_a_fault()((sums[1:3] / sums[N]).T), options.damping)
    assert leverage[cells.level > 0].max() <= 0.3
    assert len(cells) > len(start)


def test_cells_near_the_trace_are_cut():
    layout, levels = flat_scene()
    x, y = layout.centres()
    distance = np.abs(y)[:, None] + 0 * x  # a trace along the middle
    finer = near_trace(distance, layout, 1500.0, 400.0)
    cells, _ = choose_cells(levels, layout, SamplingOptions(threshold=1.0), None, finer)
    sides = np.sqrt(cells.extent.prod(axis=1))
    top, _, bottom, _ = cells.bounds.T
    middle = np.abs(layout.metres(0, (top + bottom - 1) / 2)[1])
    assert sides[middle < 1300].max() <= 400.0 + 1e-6
    assert sides[middle > 5000].max() > 3000


@pytest.mark.parametrize(("rows", "cols", "step"), [(500, 800, (20.0, -20.0)), (90, 40, (30, 90))])
def test_layouts_keep_the_sizes_that_are_asked_for(rows, cols, step):
    options = SamplingOptions(smallest=180.0, largest=1500.0)
    layout, notes = plan_layout(rows, cols, step, options, 1e6)
    assert layout.cell == (round(180 / abs(step[1])), round(180 / step[0]))
    assert layout.side(layout.levels - 1) <= 1500 < 2 * layout.side(layout.levels - 1) + 200
    assert not notes
    coarse, notes = plan_layout(rows, cols, step, options, 50)
    assert coarse.side(0) > layout.side(0) and "memory" in notes[0]


def test_uniform_layouts_have_one_level():
    layout, _ = plan_layout(500, 800, (20.0, -20.0), SamplingOptions("uniform", samples=100), 1e6)
    assert layout.levels == 1
    assert 0.8 < 500 * 800 / 100 / np.prod(layout.cell) < 1.25


def test_weights_have_a_mean_of_one():
    pixels = np.array([1, 4, 9, 100])
    for rule in ("one", "area", "pixels"):
        weights = sample_weights(rule, pixels, 50.0)
        assert weights.mean() == pytest.approx(1.0)
    assert sample_weights("area", pixels, 50.0)[3] == pytest.approx(100 / 28.5)
    assert sample_weights("pixels", pixels, 50.0)[3] == pytest.approx(10 / 4)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"method": "magic"}, "way of sampling"), ({"criterion": "magic"}, "criterion"),
        ({"holes": 1.0}, "below 1"),
        ({"smallest": 9.0, "largest": 3.0}, "swap them"),
    ],
)  # fmt: skip
def test_impossible_options_are_refused(values, words):
    with pytest.raises(GroundshiftError, match=words):
        SamplingOptions(**values)


@pytest.mark.parametrize("largest", [1e6, 1e30])
def test_largest_cells_beyond_the_scene_take_no_memory(largest):
    """60 x 60 pixels were filled up to cells of 1000 km: 6 GB of sums of nothing."""
    layout, _ = plan_layout(60, 60, (90.0, -90.0), SamplingOptions(largest=largest), 1e6)
    assert np.prod(layout.shape) <= 4 * (60 / layout.cell[0]) * (60 / layout.cell[1])
    assert layout.side(layout.levels - 1) >= 60 * 90.0  # one cell for all, as was asked for
