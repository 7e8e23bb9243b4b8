# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active areas of simulated mountains with known landslides: what is found, what is false.

``python3 benchmarks/accuracy_areas.py`` runs the small-baseline chain on scenes with all sources of
error, looks for active areas at rising thresholds, and compares them with the landslides and bowls
that were planted. It prints a table and writes ``benchmarks/results_accuracy_areas.md`` and
``docs/areas.png``. A source is found where an area touches it; an area is false where it touches
none. Only sources that move faster along the line of sight than the threshold are to be found.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

register()

SEEDS = (1, 2, 3, 4, 5, 6)
THRESHOLDS = (4, 6, 8, 10, 12, 15, 20, 25, 30)  # mm/yr
SIZE = 200


def make_points(folder, seed):
    """Points of one scene, and the truth of the scene."""
    from groundshift.algorithms.data.simulation import SimulationOptions, simulate
    from groundshift.algorithms.data.tools.simulating import write_simulation
    from groundshift.algorithms.toolbox import call

    truth = simulate(
        SimulationOptions(
            rows=SIZE, cols=SIZE, dates=30, seed=seed, landslides=8, bowls=1, relief_m=900.0
        )
    )
    write_simulation(truth, folder / "scene", "mintpy")
    points = folder / "points.gpkg"
    call(
        "smallbaseline", stack_file=folder / "scene" / "inputs" / "ifgramStack.h5",
        geometry=folder / "scene" / "inputs" / "geometryGeo.h5",
        timeseries=folder / "series.h5", velocity=folder / "velocity.tif", points=points,
    )  # fmt: skip
    return points, truth


def count(points, truth, folder, threshold, best_only):
    """Sources found and to be found, false areas and all areas, at one threshold."""
    from groundshift.algorithms.errors import GroundshiftError
    from groundshift.algorithms.formats.vectors.features import read_polygons
    from groundshift.algorithms.toolbox import call
    from osgeo import ogr

    speeds = {
        label: 1e3 * np.abs(truth.velocity[truth.labels == label]).max()
        for label in range(1, len(truth.sources) + 1)
        if (truth.labels == label).sum() >= 5
    }
    wanted = [label for label, speed in speeds.items() if speed > threshold]
    target = folder / "areas.gpkg"
    try:
        call("activeareas", points=points, selection="fixed", threshold=threshold, areas=target)
    except GroundshiftError:
        return 0, len(wanted), 0, 0
    layer = read_polygons(target)
    found, false, areas = set(), 0, 0
    for wkb, quality in zip(layer.wkb, layer.columns["quality"]):
        if best_only and quality > 2:
            continue
        areas += 1
        touched = touching(ogr.CreateGeometryFromWkb(bytes(wkb)), truth)
        found |= touched
        false += not touched
    return len(found & set(wanted)), len(wanted), false, areas


def touching(polygon, truth) -> set:
    """Labels of the sources with a pixel in a polygon."""
    left, right, bottom, top = polygon.GetEnvelope()
    (r0, c0), (r1, c1) = truth.grid.index(left, top), truth.grid.index(right, bottom)
    rows, cols = np.mgrid[max(r0, 0) : r1 + 1, max(c0, 0) : c1 + 1]
    inside = (rows < truth.grid.rows) & (cols < truth.grid.cols)
    labels = set()
    from osgeo import ogr

    for row, col in zip(rows[inside], cols[inside]):
        label = int(truth.labels[row, col])
        if label and label not in labels:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(*map(float, truth.grid.xy(row, col)))
            if polygon.Contains(point):
                labels.add(label)
    return labels


def run():
    """Counts summed over the scenes; shape (quality choice, threshold, 4), and the area in km2."""
    totals = np.zeros((2, len(THRESHOLDS), 4))
    area = 0.0
    for seed in SEEDS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            points, truth = make_points(folder, seed)
            down, across = truth.terrain.spacing
            area += SIZE * SIZE * down * across / 1e6
            for best_only in (0, 1):
                for k, threshold in enumerate(THRESHOLDS):
                    totals[best_only, k] += count(points, truth, folder, threshold, best_only)
    return totals, area


def main():
    """Print and keep table and curve."""
    from charts import COLOURS, Line, Panel, save_png

    totals, area = run()
    lines = [
        "# Active areas against planted landslides", "", machine(), "",
        f"{len(SEEDS)} scenes of {SIZE} x {SIZE} pixels ({area:.0f} km2 together), 30 dates, all "
        "sources of error, through the small-baseline chain; circles of influence, five points at "
        "least. Made by `benchmarks/accuracy_areas.py`, which says what counts as found and false.",
        "", "| threshold (mm/yr) | to be found | found, all areas (%) | false, all (per 100 km2) | "
        "found, quality 1 and 2 (%) | false, quality 1 and 2 (per 100 km2) |",
        "|---|---|---|---|---|---|",
    ]  # fmt: skip
    shares = 100 * totals[..., 0] / np.maximum(totals[..., 1], 1)
    false = 100 * totals[..., 2] / area
    for k, threshold in enumerate(THRESHOLDS):
        lines.append(
            f"| {threshold} | {totals[0, k, 1]:.0f} | {shares[0, k]:.0f} | {false[0, k]:.1f} | "
            f"{shares[1, k]:.0f} | {false[1, k]:.1f} |"
        )
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    (Path(__file__).parent / "results_accuracy_areas.md").write_text(text)
    most = float(np.ceil(false.max() / 10) * 10)
    names = ("all areas", "quality 1 and 2")
    x = {"x_label": "threshold (mm/yr)", "x": (0, 32), "x_ticks": [0, 10, 20, 30]}
    panels = [
        Panel(
            title=title, y_label=unit, y=(0, high), y_ticks=list(np.linspace(0, high, 6)), **x,
            lines=[
                Line(name, list(THRESHOLDS), list(values[k]), COLOURS[k])
                for k, name in enumerate(names)
            ],
        )
        for title, unit, values, high in (
            ("Found", "% of the moving sources", shares, 100.0),
            ("False", "areas per 100 km2", false, most),
        )
    ]  # fmt: skip
    save_png(panels, Path(__file__).resolve().parents[1] / "docs" / "areas.png")


if __name__ == "__main__":
    main()
