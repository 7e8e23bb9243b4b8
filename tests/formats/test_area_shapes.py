# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of clusters, against unions of everything."""

import numpy as np
import pytest
from groundshift.algorithms.areas.clusters import ClusterOptions, cluster
from groundshift.algorithms.formats.vectors.area_shapes import (
    CORNERS,
    circle_unions,
    triangle_unions,
)
from groundshift.algorithms.formats.vectors.shapes import (
    areas_of,
    overlapping,
    points_inside,
    united,
)
from osgeo import ogr

RADIUS = 26.0


def shape(wkb):
    return ogr.CreateGeometryFromWkb(bytes(wkb))


def plain_union(xy, radius):
    """Circle by circle."""
    angle = 2 * np.pi * np.arange(CORNERS + 1) / CORNERS
    total = None
    for x, y in xy:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for a in angle:
            ring.AddPoint_2D(x + radius * np.cos(a), y + radius * np.sin(a))
        ring.CloseRings()
        circle = ogr.Geometry(ogr.wkbPolygon)
        circle.AddGeometry(ring)
        total = circle if total is None else total.Union(circle)
    return total


def ring_of_points(radius, width, count, seed):
    """Points on a ring, so that their union has a large true hole with an island in it."""
    rng = np.random.default_rng(seed)
    angle, far = rng.uniform(0, 2 * np.pi, count), radius + rng.uniform(-width, width, count)
    ring = np.stack([far * np.cos(angle), far * np.sin(angle)], axis=1)
    return np.concatenate([ring, rng.uniform(-15, 15, (20, 2))])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("dense", [False, True])
def test_unions_without_hidden_circles_lose_nothing(seed, dense):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 500 if dense else 900, (700, 2))
    labels = cluster(xy, np.ones(700), ClusterOptions(radius=RADIUS))
    count = labels.max() + 1
    unions = circle_unions(xy, labels, count, RADIUS)
    assert len(unions) == count
    for label, wkb in enumerate(unions[:3]):
        expected = plain_union(xy[labels == label], RADIUS)
        assert shape(wkb).IsValid()
        assert shape(wkb).SymDifference(expected).GetArea() < 1e-6 * expected.GetArea()


def test_true_holes_stay_and_false_ones_are_filled():
    xy = ring_of_points(300, 90, 900, 0)
    labels = np.zeros(len(xy), np.int64)
    (wkb,) = circle_unions(xy, labels, 1, RADIUS)
    expected = plain_union(xy, RADIUS)
    assert shape(wkb).SymDifference(expected).GetArea() < 1e-6 * expected.GetArea()
    assert expected.GetGeometryName() == "MULTIPOLYGON"  # the ring, and the island in its hole


def test_triangles_hold_all_their_points():
    rng = np.random.default_rng(1)
    xy = np.concatenate([
        rng.uniform(0, 200, (60, 2)), [[200 + 50.0 * k, 100.0] for k in range(1, 4)],
        [[900.0, 900.0], [940.0, 900.0]], [[1500.0, 0.0]] * 3,
    ])  # fmt: skip
    options = ClusterOptions("delaunay", minimum_points=2, edge=60.0)
    labels = cluster(xy, np.ones(len(xy)), options)
    unions = triangle_unions(xy, labels, labels.max() + 1, 60.0, 20.0)
    assert labels.max() == 3 and labels.min() == 0
    for label, wkb in enumerate(unions):
        assert shape(wkb).IsValid()
        assert shape(wkb).GetArea() > 100
        near = shape(wkb).Buffer(1e-6)
        for x, y in xy[labels == label]:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(x, y)
            assert near.Contains(point)


def test_points_inside_and_overlaps():
    from osgeo import ogr as _

    def square(x, y, size, hole=0.0):
        ring = f"({x} {y},{x + size} {y},{x + size} {y + size},{x} {y + size},{x} {y})"
        inner = ""
        if hole:
            a, b = x + size / 2 - hole / 2, y + size / 2 - hole / 2
            inner = f",({a} {b},{a + hole} {b},{a + hole} {b + hole},{a} {b + hole},{a} {b})"
        return bytes(_.CreateGeometryFromWkt(f"POLYGON({ring}{inner})").ExportToWkb())

    first = [square(0, 0, 10, 4), square(100, 100, 10)]
    second = [square(9, 0, 10), square(101, 101, 3), square(50, 50, 5), square(5, 3, 4)]
    assert sorted(overlapping(first, second, 0.05)) == [(0, 0), (0, 3), (1, 1)]
    assert sorted(overlapping(first, second, 0.3)) == [(0, 3), (1, 1)]
    rng = np.random.default_rng(2)
    xy = rng.uniform(-5, 115, (4000, 2))
    inside = points_inside(first, xy)
    for wkb, found in zip(first, inside):
        expected = []
        for k, (x, y) in enumerate(xy):
            point = _.Geometry(_.wkbPoint)
            point.AddPoint_2D(x, y)
            if shape(wkb).Contains(point):
                expected.append(k)
        assert sorted(found) == expected
    assert areas_of([united([first[0], second[0]])])[0] == pytest.approx(84 + 100 - 10)
