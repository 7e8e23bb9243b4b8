# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress on the mapped faults of Guatemala after a rupture like that of 1976, as a map.

``python3 benchmarks/faults_guatemala.py`` needs ``../shared/data/faults`` and matplotlib, draws
``docs/coulomb_faults.png`` and prints the ranking. The source is no published slip model: 2 m of
left-lateral slip, tapered to the ends, on the mapped Motagua Fault from 90.9 to 88.9 degrees west
and down to 15 km, about what Plafker (1976, doi:10.1126/science.193.4259.1201) mapped. In 1976 the
Mixco fault zone west of Guatemala City slipped in a secondary way.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import register

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT.parent / "shared" / "data" / "faults" / "central_am_caribbean_faults.geojson"
PICTURE = ROOT / "docs" / "coulomb_faults.png"
BROKEN = ("Western Motagua Fault", "Motagua Fault")
WEST, EAST = -90.9, -88.9
VIEW = (-92.4, -88.0, 13.6, 16.6)
SLIP, BOTTOM, PATCH = 2.0, 15e3, 10e3  # metres
ENDS = (-100, -50, -20, -10, -5, -1, 1, 5, 10, 20, 50, 100)  # kPa


def source(path):
    """Write the rupture on the mapped trace; its moment magnitude."""
    from groundshift.algorithms.data.metric import LocalMetres
    from groundshift.algorithms.data.patches import PatchSet, SlipModel
    from groundshift.algorithms.formats.slip.slip_models import write_slip_model
    from groundshift.algorithms.formats.vectors import wkb
    from groundshift.algorithms.formats.vectors.features import read_lines
    from groundshift.algorithms.stress.receivers import cut

    lines = read_lines(FAULTS)
    local = LocalMetres(lines.crs, (WEST + EAST) / 2, 15.0)
    parts = []
    for name in BROKEN:
        row = lines.columns["name"].tolist().index(name)
        vertices = wkb.parts(lines.wkb[row])[0]
        vertices = vertices[(vertices[:, 0] >= WEST) & (vertices[:, 0] <= EAST)]
        parts.append(local.of(lines.crs, *vertices.T))
    segments = cut([np.concatenate(parts)], [0], PATCH, PATCH)
    ends = np.array([[part[0], part[-1]] for part in segments.vertices])
    way = ends[:, 1] - ends[:, 0]
    rows = np.c_[
        ends.mean(axis=1), np.full((len(way), 1), BOTTOM / 2), np.arctan2(*way.T),
        np.full((len(way), 1), np.pi / 2), np.hypot(*way.T), np.full((len(way), 1), BOTTOM),
    ]  # fmt: skip
    along = (np.arange(len(way)) + 0.5) / len(way)
    slip = SLIP * np.sqrt(1 - (2 * along - 1) ** 4)
    patches = PatchSet.of_rectangles(rows, crs=local.crs)
    write_slip_model(path, SlipModel.of_rake(patches, slip, 0.0), lines.crs)
    return 2 / 3 * (np.log10(30e9 * (patches.area * slip).sum()) - 9.1)


def drawn(layer, magnitude):
    """The map."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from groundshift.algorithms.formats.vectors import wkb
    from matplotlib.collections import LineCollection
    from matplotlib.colors import BoundaryNorm

    figure, axis = plt.subplots(figsize=(9, 6.6), constrained_layout=True)
    lines = [wkb.parts(shape)[0] for shape in layer.wkb]
    value, status = layer.columns["coulomb_kpa"], layer.columns["status"]
    broken = status == "on the source"
    known = np.isfinite(value)
    axis.add_collection(LineCollection([lines[k] for k in np.flatnonzero(known)],
                                       colors="0.25", linewidths=3.4))  # fmt: skip
    coloured = LineCollection(
        [lines[k] for k in np.flatnonzero(known)], array=value[known], cmap="RdYlBu_r",
        norm=BoundaryNorm(ENDS, 256, extend="both"), linewidths=2.6,
    )  # fmt: skip
    axis.add_collection(coloured)
    axis.add_collection(
        LineCollection([lines[k] for k in np.flatnonzero(broken)], colors="k", linewidths=4)
    )
    for name, place in (
        ("Mixco Fault", (-91.05, 14.35)), ("Guatemala City Fault", (-90.35, 14.3)),
        ("Polochic Fault", (-90.6, 15.55)), ("Aldea Xetzac Fault", (-91.9, 14.75)),
    ):  # fmt: skip
        mine = np.flatnonzero(known & (layer.columns["fault_name"] == name))
        if len(mine):
            most = mine[np.abs(value[mine]).argmax()]
            axis.annotate(name, lines[most].mean(axis=0), place, fontsize=9,
                          arrowprops={"arrowstyle": "-", "color": "0.4"})  # fmt: skip
    axis.set(xlim=VIEW[:2], ylim=VIEW[2:], aspect=1 / np.cos(np.radians(15)), xlabel="Longitude",
             ylabel="Latitude")  # fmt: skip
    axis.set_title(
        f"Mean Coulomb stress change on mapped segments, 5 to 15 km deep, after a rupture (black, "
        f"Mw {magnitude:.1f})\nof the Motagua Fault like that of 1976", fontsize=10,
    )  # fmt: skip
    figure.colorbar(coloured, label="kPa, red nearer to failure", shrink=0.8, ticks=ENDS)
    figure.savefig(PICTURE, dpi=110)


def main():
    """Compute, draw and print."""
    register()
    from groundshift.algorithms.formats.vectors.features import read_lines
    from groundshift.algorithms.toolbox import call

    with tempfile.TemporaryDirectory() as folder:
        slip, segments = Path(folder) / "slip.gpkg", Path(folder) / "segments.gpkg"
        magnitude = source(slip)
        start, told = time.perf_counter(), []
        found = call(
            "coulombfaults", {"note": told.append}, slip=slip, faults=FAULTS, segments=segments
        )
        print(f"{time.perf_counter() - start:.1f} s, {dict(found)}")
        print("\n".join(told[-2:]))
        drawn(read_lines(segments), magnitude)


if __name__ == "__main__":
    main()
