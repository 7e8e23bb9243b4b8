# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Samples that are means over cells."""

from dataclasses import replace

import numpy as np
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.source.cell_means import green_samples, places_aside
from groundshift.algorithms.source.elastic import green_los, rake_components

# Strike-slip, vertical, breaks the surface along x = 0.
PATCHES = PatchSet.of_rectangles([[0, 0, 2000.0, 0.0, np.pi / 2, 20e3, 4e3]])
COMPONENTS = rake_components(PATCHES, [0.0, np.pi / 2])


def cells(places, size):
    count = len(places)
    return Samples(
        np.array(places, float), np.zeros(count), np.tile([0.3, 0.8, 0.5], (count, 1)),
        np.zeros(count, int), (Track("A"),), np.ones(count), np.ones(count),
        np.full((count, 2), float(size)),
    )  # fmt: skip


def test_a_cell_is_the_mean_of_its_pixels():
    samples = cells([[700, 300], [100, -2000], [2500, 0], [30e3, 0]], 1000)
    got = green_samples(PATCHES, COMPONENTS, samples)
    step = (np.arange(50) + 0.5) / 50 - 0.5
    pixels = np.stack(np.meshgrid(step, step), -1).reshape(-1, 2) * 1000
    for k, place in enumerate(samples.places):
        points = np.column_stack([place + pixels, np.zeros(len(pixels))])
        look = np.tile(samples.look[0], (len(points), 1))
        mean = green_los(PATCHES, COMPONENTS, points, look).mean(axis=0)
        assert np.allclose(got[k], mean, atol=0.015)


def test_a_cell_across_a_rupture_does_not_take_one_side():
    across = cells([[1e-3, 0]], 1000)
    middle = green_samples(PATCHES, COMPONENTS, replace(across, extent=np.zeros((1, 2))))
    mean = green_samples(PATCHES, COMPONENTS, across)
    assert abs(middle[0, 0, 0]) > 0.3  # half of the slip, on one side
    assert abs(mean[0, 0, 0]) < 0.01


def test_points_and_far_cells_keep_their_place():
    for samples in (cells([[700, 300], [4000, 0]], 0), cells([[9000, 0], [0, 17e3]], 1000)):
        assert (places_aside(PATCHES, samples) == 1).all()
        plain = green_los(PATCHES, COMPONENTS, samples.points, samples.look)
        assert np.array_equal(green_samples(PATCHES, COMPONENTS, samples), plain)
    assert places_aside(PATCHES, cells([[100, 0], [4500, 0], [9900, 0]], 1000)).tolist() == [
        10,
        3,
        1,
    ]


def test_a_place_on_an_edge_is_left_out_of_the_mean():
    # One of the ten columns of places lies on the trace.
    samples = cells([[50, 0]], 1000)
    got = green_samples(PATCHES, COMPONENTS, samples)
    assert np.isfinite(got).all()
