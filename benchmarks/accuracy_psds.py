# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole way from radar images to rates, against the truth of simulated scenes.

``python3 benchmarks/accuracy_psds.py [--quick]`` prints a table and writes it to
``benchmarks/results_accuracy_psds.md``: by land cover and kind of scatterer the number of points,
the error of their rates and how that goes with their standard deviation. Rates are compared after
the median over the scene is taken off, since the reference is a single place.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

register()

SEEDS = (1, 2, 3)
KINDS = {1: "DS", 2: "PS"}


def run_scene(folder, seed, rows, cols, dates, way):
    """One scene: cover, kind, error and standard deviation of the rates, PS that are true."""
    import h5py
    from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
    from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
    from groundshift.algorithms.formats.rasters import read_raster
    from groundshift.algorithms.toolbox import call

    truth = simulate_slc(SlcOptions(rows=rows, cols=cols, dates=dates, seed=seed))
    place = folder / f"scene{seed}"
    if not place.exists():
        write_slc_simulation(truth, place, "mintpy")
    images = place / "inputs"
    start = time.perf_counter()
    call(
        "psds", stack=images / "slcStack.h5", geometry=images / "geometryGeo.h5", persistent=way,
        timeseries=folder / "series.h5", points=folder / "points.gpkg",
        velocity=folder / "velocity.tif", linked=folder / "linked.h5",
    )  # fmt: skip
    seconds = time.perf_counter() - start
    with h5py.File(folder / "linked.h5") as file:
        kind = file["kind"][()]
    rate, std = read_raster(folder / "velocity.tif")[1][:2]
    error = rate - 1e3 * truth.velocity
    error -= np.nanmedian(error)
    found = truth.ps & (kind == 2)
    return {
        "cover": truth.cover, "names": truth.class_names, "kind": kind, "error": error, "std": std,
        "planted": int(truth.ps.sum()), "found": int(found.sum()),
        "false": int(((kind == 2) & ~truth.ps).sum()), "seconds": seconds,
    }  # fmt: skip


def table(scenes):
    """Lines of the table of classes and kinds."""
    lines = [
        "| cover | pixels | kind | points | median error (mm/yr) | RMSE (mm/yr) | error / sigma "
        "(robust) | off by over 10 mm/yr (%) |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for number, name in enumerate(scenes[0]["names"]):
        pixels = sum(int((s["cover"] == number).sum()) for s in scenes)
        for kind, title in KINDS.items():
            parts = [
                (s["error"][chosen], s["std"][chosen])
                for s in scenes
                for chosen in [(s["cover"] == number) & (s["kind"] == kind)]
            ]
            error, std = (np.concatenate(column) for column in zip(*parts))
            good = np.isfinite(error) & (std > 0)
            error, std = error[good], std[good]
            if len(error) < 20:
                lines.append(f"| {name} | {pixels:,} | {title} | {len(error):,} | | | | |")
                continue
            spread = 1.4826 * np.median(np.abs(error / std))
            lines.append(
                f"| {name} | {pixels:,} | {title} | {len(error):,} | {np.median(error):.2f} | "
                f"{np.sqrt(np.mean(error**2)):.2f} | {spread:.2f} | "
                f"{100 * np.mean(np.abs(error) > 10):.2f} |"
            )
    return lines


def summary(scenes):
    """How many times the points grow, and how PS and DS agree where both are near."""
    green = [s["cover"] == s["names"].index("vegetation") for s in scenes]
    counts = [
        sum(int((mask & (s["kind"] == kind)).sum()) for s, mask in zip(scenes, green))
        for kind in KINDS
    ]
    apart = []
    for s in scenes:
        ds = np.where(s["kind"] == 1, s["error"], np.nan)
        rows, cols = np.nonzero((s["kind"] == 2) & np.isfinite(s["error"]))
        for row, col in zip(rows, cols):
            around = ds[max(row - 2, 0) : row + 3, max(col - 2, 0) : col + 3]
            if np.isfinite(around).sum() >= 5:
                apart.append(s["error"][row, col] - np.nanmedian(around))
    apart = np.array(apart)
    planted, found, false = (sum(s[k] for s in scenes) for k in ("planted", "found", "false"))
    return [
        f"- In the vegetated part {counts[0]:,} distributed scatterers stand beside {counts[1]:,} "
        f"persistent ones ({counts[0] / max(counts[1], 1):.0f} times as many; on all ground "
        f"{sum((s['kind'] == 1).sum() for s in scenes) / max(found + false, 1):.0f} times).",
        f"- A persistent scatterer and the distributed ones within two pixels ({len(apart):,} "
        f"places) differ by {np.median(apart):.2f} mm/yr in the middle, with a robust spread of "
        f"{1.4826 * np.median(np.abs(apart - np.median(apart))):.2f} mm/yr.",
        f"- Of {planted:,} planted dominant scatterers, 5 to 22 dB above the clutter, {found:,} "
        f"are found ({100 * found / planted:.0f} %); {false:,} others pass.",
        f"- {np.mean([s['seconds'] for s in scenes]):.0f} s a scene.",
    ]


def main():
    """Print and keep the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    rows, cols, dates = (90, 120, 16) if quick else (200, 300, 25)
    lines = [
        "# From radar images to rates", "", machine(), "",
        f"{len(SEEDS)} scenes of {rows} x {cols} pixels and {dates} images of 12 days each: "
        "turbulence of 2 mm, delay with height, height errors, bowls and landslides of some "
        "pixels. The spread of the error contains the atmosphere, which has no part in sigma "
        "where it is smooth, and the blur of small landslides by the window.", "",
    ]  # fmt: skip
    for way in ("dispersion", "stability"):
        with tempfile.TemporaryDirectory() as name:
            scenes = [
                run_scene(Path(name), seed, rows, cols, dates, way)
                for seed in (SEEDS[:1] if quick else SEEDS)
            ]
        lines += [f"## Persistent scatterers by {way}", "", *table(scenes), "", *summary(scenes)]
        lines.append("")
    text = "\n".join(lines)
    sys.stdout.write(text)
    if not quick:
        (Path(__file__).parent / "results_accuracy_psds.md").write_text(text)


if __name__ == "__main__":
    main()
