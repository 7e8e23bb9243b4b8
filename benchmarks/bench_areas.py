# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active areas of many points beside the same steps in plain NumPy and SciPy.

``python3 benchmarks/bench_areas.py [--quick]`` prints a table and writes it to
``benchmarks/results_areas.md``. The plain version is what one writes with ``cKDTree``, NumPy and
``Delaunay``: lists of neighbours for the noise filter, a triangulation whose long edges are cut,
``connected_components``, and OGR's cascaded union of a circle a point. Its areas are compared with
ours before any time is believed.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

register()

WINDOW, RADIUS, EDGE, THRESHOLD, LEAST = 40.0, 30.0, 60.0, 0.010, 5


def make_points(count, seed=0):
    """Points of a town and its surroundings, 2500 a km2, with bowls that sink."""
    rng = np.random.default_rng(seed)
    side = np.sqrt(count / 2500e-6)
    xy = rng.uniform(0, side, (count, 2))
    velocity = rng.normal(0, 0.002, count)
    for x, y in rng.uniform(0, side, (max(4, count // 5000), 2)):
        near = np.flatnonzero(np.hypot(xy[:, 0] - x, xy[:, 1] - y) < 900)
        far = np.hypot(*(xy[near] - (x, y)).T)
        velocity[near] -= 0.05 * np.exp(-((far / 200) ** 2))
    return xy, velocity


def ours(xy, velocity):
    """Steps and their seconds; labels and polygons."""
    from groundshift.algorithms.areas.active import AreaOptions, find_areas
    from groundshift.algorithms.areas.clusters import ClusterOptions
    from groundshift.algorithms.areas.selection import SelectionOptions
    from groundshift.algorithms.data.points import Points
    from groundshift.algorithms.formats.vectors.area_shapes import circle_unions

    unknown = np.full(len(xy), np.nan)
    options = AreaOptions(
        WINDOW, selection=SelectionOptions("fixed", THRESHOLD),
        clusters=ClusterOptions("circles", LEAST, RADIUS),
    )  # fmt: skip
    start = time.perf_counter()
    points = Points.along_look("", *xy.T, velocity, unknown, unknown)
    level = find_areas(points, options).levels[0]
    found = time.perf_counter()
    shapes = circle_unions(xy, level.labels, level.count, RADIUS)
    return found - start, time.perf_counter() - found, level.labels, shapes


def plain(xy, velocity):
    """The same in plain NumPy and SciPy."""
    from groundshift.algorithms.formats.vectors.area_shapes import CORNERS
    from osgeo import ogr
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import Delaunay, cKDTree

    start = time.perf_counter()
    kept = np.zeros(len(xy), bool)
    for k, near in enumerate(cKDTree(xy).query_ball_point(xy, WINDOW)):
        values = velocity[near]
        deviation = values.std()
        kept[k] = len(near) > 1 and abs(velocity[k] - values.mean()) <= 3 * deviation
    moving = np.flatnonzero(kept & (np.abs(velocity) > THRESHOLD))
    sides = Delaunay(xy[moving]).simplices
    edges = np.concatenate([sides[:, [0, 1]], sides[:, [1, 2]], sides[:, [2, 0]]])
    ends = xy[moving[edges]]
    edges = edges[np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1) <= EDGE]
    graph = coo_matrix((np.ones(len(edges)), edges.T), shape=(len(moving),) * 2)
    label = connected_components(graph, directed=False)[1]
    large = np.flatnonzero(np.bincount(label) >= LEAST)
    labels = np.full(len(xy), -1)
    for number, name in enumerate(large):
        labels[moving[label == name]] = number
    found = time.perf_counter()
    shapes = []
    angle = 2 * np.pi * np.arange(CORNERS + 1) / CORNERS
    ring = RADIUS * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    ring[-1] = ring[0]
    for number in range(len(large)):
        parts = ogr.Geometry(ogr.wkbMultiPolygon)
        for place in xy[labels == number]:
            corners = ", ".join(f"{x:.17g} {y:.17g}" for x, y in place + ring)
            parts.AddGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({corners}))"))
        shapes.append(bytes(parts.UnionCascaded().ExportToWkb()))
    return found - start, time.perf_counter() - found, labels, shapes


def whole_tool(xy, velocity, folder):
    """Seconds of reading a GeoPackage, finding, writing polygons; and with all points written."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.formats.vectors.tables import write_table
    from groundshift.algorithms.toolbox import call

    path = folder / "points.gpkg"
    write_table(
        path, wkt_from_epsg(32633), xy[:, 0] + 4e5, xy[:, 1] + 5e6,
        {"velocity_mm_yr": 1e3 * velocity},
    )  # fmt: skip
    seconds = []
    for targets in (
        {"areas": folder / "areas.gpkg"},
        {"areas": folder / "a.gpkg", "flagged": folder / "p.gpkg"},
    ):
        start = time.perf_counter()
        call(
            "activeareas", points=path, selection="fixed", threshold=1e3 * THRESHOLD,
            direction="both", resolution=20, **targets,
        )  # fmt: skip
        seconds.append(time.perf_counter() - start)
    return seconds


def check_same(first, second):
    """Refuse times of different results."""
    from groundshift.algorithms.formats.vectors.shapes import areas_of

    pairs = set(zip(first[2].tolist(), second[2].tolist()))
    assert len(pairs) == len(set(first[2].tolist())) == len(set(second[2].tolist()))
    areas = [np.sort(areas_of(result[3])) for result in (first, second)]
    np.testing.assert_allclose(*areas, rtol=1e-6)


def run(quick):
    """Rows of the table."""
    rows = []
    ours(*make_points(10_000))  # compiles
    for count in (10_000, 100_000) if quick else (10_000, 100_000, 1_000_000):
        xy, velocity = make_points(count)
        mine, theirs = ours(xy, velocity), plain(xy, velocity)
        check_same(mine, theirs)
        with tempfile.TemporaryDirectory() as folder:
            tool, with_points = whole_tool(xy, velocity, Path(folder))
        rows.append(
            (count, int((mine[2] >= 0).sum()), mine[2].max() + 1, *mine[:2], *theirs[:2], tool,
             with_points)
        )  # fmt: skip
    return rows


def main():
    """Print and keep the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    lines = [
        "# Active areas of many points", "", machine(), "",
        "Seconds on the clock, later calls. Both ways find the same areas with the same polygons. "
        "The tool's columns are files in and out.", "",
        "| points | in areas | areas | ours: find | ours: polygons | NumPy/SciPy: find | OGR: "
        "polygons | faster | tool, polygons out | tool, points out, too |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for count, inside, areas, find, shape, find_2, shape_2, tool, both in run(quick):
        faster = (find_2 + shape_2) / (find + shape)
        lines.append(
            f"| {count} | {inside} | {areas} | {find:.2f} | {shape:.2f} | {find_2:.2f} | "
            f"{shape_2:.2f} | {faster:.0f}x | {tool:.1f} | {both:.1f} |"
        )
    text = "\n".join(lines) + "\n"
    print(text)
    if not quick:
        (Path(__file__).parent / "results_areas.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
