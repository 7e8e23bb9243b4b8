# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping beside whirlwind, SNAPHU and spurt, on the same simulated phases, in one run.

``python3 benchmarks/bench_unwrap.py [--size 1024] [--points 20000]`` writes
``results_unwrap.md``. UNWRAP_PYTHON is the interpreter of an environment with
``pip install whirlwind-insar snaphu spurt`` (made here if it is not set). CPU seconds of the call
alone, over all cores and processes; what is compiled is compiled before.

``--scene 1000`` does nothing of that: it unwraps a stack of so many rows and columns and 50 dates
from file to file, under several memory budgets, and replaces the last section of the results.
``--against FOLDER`` runs another checkout on it, too, with room for all points at once.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np
import peers
from peers import ROOT, machine, register
from unwrap_scenes import points, raster, right_share

HERE = Path(__file__).resolve().parent
BUDGETS, ROOMY = (2048, 400, 200), 6144
SECTION = "A stack from file to file, by memory budget"


def cpu_seconds() -> float:
    """Of this process and of those that it has started."""
    return sum(os.times()[:4])


def peer_python() -> str:
    """Interpreter of an environment with the peers."""
    given = os.environ.get("UNWRAP_PYTHON")
    if given:
        return given
    folder = ROOT / ".unwrap-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
        wanted = ["whirlwind-insar", "snaphu", "spurt"]
        subprocess.run([python, "-m", "pip", "install", "-q", *wanted], check=True)
    return str(python)


def run_peer(folder, **arrays):
    """Result and seconds of a peer, or its failure."""
    given, made = Path(folder) / "in.npz", Path(folder) / "out.npz"
    np.savez(given, **arrays)
    done = subprocess.run(
        [peer_python(), str(HERE / "peers_unwrap.py"), str(given), str(made)],
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"the peer failed:\n{done.stderr[-2000:]}")
    with np.load(made) as result:
        return result["found"], float(result["seconds"])


def rasters(size, folder):
    """Rows of the table of rasters."""
    from groundshift.algorithms.scatterers.unwrapping.mcf import unwrap_mcf

    rows = []
    valid = np.ones((size, size), bool)
    small = raster(64, 3)
    unwrap_mcf(small[1], small[2], valid[:64, :64], 3)
    for looks in (20, 10, 3):
        truth, phase, coherence = raster(size, looks)
        start = cpu_seconds()
        own = unwrap_mcf(phase, coherence, valid, looks)
        found = {"mcf (ours)": (own, cpu_seconds() - start)}
        for method in ("whirlwind", "snaphu")[: 1 + (looks == 10)]:  # the latter is slow
            found[method] = run_peer(
                folder, phase=phase, coherence=coherence, looks=looks, method=method
            )
        for name, (values, seconds) in found.items():
            wrong = 1 - right_share(values[None], truth[None])
            rows.append(
                f"| {looks} | {name} | {seconds:.2f} | {size * size / seconds / 1e3:,.0f} | "
                f"{100 * wrong:.2f} |"
            )
            print(rows[-1], flush=True)
    return rows


def sparse(count, dates, folder):
    """Rows of the table of points."""
    from groundshift.algorithms.scatterers.unwrapping.points import unwrap_points

    def own(scene):
        start = cpu_seconds()
        result = unwrap_points(
            scene["xy"], scene["wrapped"], scene["pairs"], scene["years"],
            baselines=scene["baselines"], height_factor=scene["factor"],
        )  # fmt: skip
        return result, cpu_seconds() - start

    own(points(500, 12, 0.3, False))
    rows = []
    for noise, star in ((0.3, False), (0.5, False), (0.8, False), (0.5, True), (0.8, True)):
        scene = points(count, dates, noise, star)
        result, seconds = own(scene)
        found = {"spacetime (ours)": (result.phase, seconds)}
        if not star:  # spurt has no other network than Hop3
            keys = ("xy", "series", "pairs")
            found["spurt"] = run_peer(folder, **{key: scene[key] for key in keys})
        network = "one reference" if star else "Hop3"
        for name, (values, seconds) in found.items():
            rows.append(
                f"| {noise} | {network}, {len(scene['pairs'])} | {name} | {seconds:.1f} | "
                f"{100 * right_share(values, scene['truth']):.2f} |"
            )
            print(rows[-1], flush=True)
    return rows


def scale(count, dates):
    """One row: many points, in tiles."""
    from groundshift.algorithms.scatterers.unwrapping.points import unwrap_points
    from groundshift.algorithms.scatterers.unwrapping.sparse import SparseOptions

    scene = points(count, dates, 0.5, True)
    start = cpu_seconds()
    result = unwrap_points(
        scene["xy"], scene["wrapped"], scene["pairs"], scene["years"],
        baselines=scene["baselines"], height_factor=scene["factor"],
        options=SparseOptions(tile_points=100_000),
    )  # fmt: skip
    seconds = cpu_seconds() - start
    return (
        f"{count:,} points x {len(scene['pairs'])} pairs in tiles of up to 100,000: "
        f"{seconds:.0f} CPU s, {100 * right_share(result.phase, scene['truth']):.2f} % right."
    )


def make_scene(path, size, dates=50):
    """A wrapped stack: a bowl, height errors, atmosphere, 0.5 rad of noise, a fifth void."""
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.wrapped import WrappedStackWriter

    rng = np.random.default_rng(1)
    times = np.datetime64("2020-01-05") + 12 * np.arange(dates)
    years, baselines = np.arange(dates) * 12 / 365.25, rng.normal(0, 80, dates)
    index = np.array([(i, j) for i in range(dates) for j in range(i + 1, min(i + 4, dates))])
    waves, turns = rng.normal(0, 1 / 60, (dates, 20, 2)), rng.uniform(0, 2 * np.pi, (dates, 20))
    cols = np.arange(size, dtype=np.float32)
    with WrappedStackWriter(
        path, Grid(size, size), times[index], 0.0555, np.diff(baselines[index])[:, 0], False,
        {"AZIMUTH_PIXEL_SIZE": "20", "RANGE_PIXEL_SIZE": "20"},
    ) as out:  # fmt: skip
        for row in range(0, size, 50):
            rows = np.arange(row, min(row + 50, size), dtype=np.float32)[:, None]
            far = (rows - size / 2) ** 2 + (cols - size / 2) ** 2
            bowl = 40.0 * np.exp(-far / (2 * (size / 8) ** 2))
            height = 5.0 * rng.standard_normal(bowl.shape)
            series = np.empty((dates, *bowl.shape), np.float32)
            for t in range(dates):
                series[t] = bowl * years[t] - 4.4e-4 * height * baselines[t]
                for (down, right), turn in zip(waves[t], turns[t]):
                    series[t] += np.cos(down * rows + right * cols + turn)
                series[t] += 0.5 * rng.standard_normal(bowl.shape)
            series[:, rng.random(bowl.shape) < 0.2] = np.nan
            for k, (i, j) in enumerate(index):
                phase = series[j] - series[i]
                phase -= 2 * np.pi * np.rint(phase / (2 * np.pi))
                out.write(Window(row, 0, *phase.shape), phase, first=k)


def unwrap_scene(folder, budget):
    """Unwrap in this process; prints CPU seconds, peak memory (MiB) and what the log says."""
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.scatterers.unwrapping.points import unwrap_points
    from groundshift.algorithms.toolbox import call

    warm = points(500, 12, 0.3, False)
    unwrap_points(warm["xy"], warm["wrapped"], warm["pairs"], warm["years"],
                  baselines=warm["baselines"], height_factor=warm["factor"])  # fmt: skip
    told, start, clock = [], cpu_seconds(), time.perf_counter()
    found = call(
        "unwrap", Job(budget << 20, note=told.append), stack=folder / "wrapped.h5",
        method="spacetime", unwrapped=folder / f"{budget}.h5",
    )  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({
        "seconds": cpu_seconds() - start, "clock": time.perf_counter() - clock, "peak": peak,
        "tiles": int(found["tiles"]), "points": int(found["points"]), "told": told,
    }))  # fmt: skip


def differing(one, two):
    """Share of the phases that have other cycles, apart from one number an interferogram."""
    import h5py

    other = total = 0
    with h5py.File(one) as first, h5py.File(two) as second:
        for a, b in zip(first["unwrapPhase"], second["unwrapPhase"]):
            cycles = np.rint((a - b) / (2 * np.pi))
            cycles = cycles[np.isfinite(cycles)]
            other += int((cycles != np.median(cycles)).sum())
            total += cycles.size
    return other / total


def scene(size, against):
    """Lines about a scene from file to file."""
    lines = [
        "| memory budget (MiB) | tiles | CPU s | by the clock | peak memory (MiB) | "
        "other cycles than in the first row (%) |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    runs = [(ROOT, budget) for budget in BUDGETS] + [(against, ROOMY)] * bool(against)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_scene(folder / "wrapped.h5", size)
        for checkout, budget in runs:
            command = [sys.executable, __file__, "--under", str(budget), name, str(checkout)]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(done.stderr[-2000:])
            answer = json.loads(done.stdout.strip().splitlines()[-1])
            share = 100 * differing(folder / f"{runs[0][1]}.h5", folder / f"{budget}.h5")
            label, tiles = f"{budget:,}", answer["tiles"]
            if checkout != ROOT:
                label, tiles = f"{label}, before", "not told"
            lines.append(
                f"| {label} | {tiles} | {answer['seconds']:.0f} | "
                f"{answer['clock']:.0f} | {answer['peak']:,.0f} | {share:.4f} |"
            )
            print(lines[-1], answer["told"], file=sys.stderr, flush=True)
    return [f"{answer['points']:,} points, 144 interferograms of 50 dates. Memory with Python and "
            "its libraries (about 200 MiB).", "", *lines, ""]  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--points", type=int, default=20_000)
    parser.add_argument("--dates", type=int, default=40)
    parser.add_argument("--many", type=int, default=200_000)
    parser.add_argument("--scene", type=int, help="rows and columns of a stack, nothing else")
    parser.add_argument("--against", help="another checkout, which unwraps that stack, too")
    parser.add_argument("--under", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.under:
        peers.ROOT = Path(options.under[2])
    register()
    if options.under:
        unwrap_scene(Path(options.under[1]), int(options.under[0]))
        return
    if options.scene:
        results, title = HERE / "results_unwrap.md", f"## {SECTION}"
        text = results.read_text(encoding="utf-8").partition(title)[0]
        size = options.scene
        head = [f"{title}: {size} x {size} pixels", ""]
        lines = head + scene(size, options.against)
        results.write_text(text.rstrip() + "\n\n" + "\n".join(lines), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        of_rasters = rasters(options.size, folder)
        of_points = sparse(options.points, options.dates, folder)
    many = scale(options.many, options.dates)
    text = "\n".join([
        "# Unwrapping: Groundshift, whirlwind-insar, SNAPHU and spurt", "",
        f"{machine()}.", "",
        "Made by `benchmarks/bench_unwrap.py`; CPU seconds of the call alone. "
        "Wrong cycles count apart from one whole number an interferogram; some are beyond any "
        "method: noise of more than half a cycle takes the pixel itself to another one.", "",
        f"## Rasters, {options.size} x {options.size}, coherence 0.1 to 0.95", "",
        "| looks | method | CPU s | 1000 pixels a core-second | wrong cycles (%) |",
        "| --- | --- | --- | --- | --- |", *of_rasters, "",
        f"## Sparse points: {options.points:,} points, {options.dates} dates", "",
        "Noise is that of a date; a pair of neighbours has twice as much.", "",
        "| noise (rad) | network, pairs | method | CPU s | right cycles (%) |",
        "| --- | --- | --- | --- | --- |", *of_points, "", many, "",
    ])  # fmt: skip
    results = HERE / "results_unwrap.md"
    _, title, kept = results.read_text(encoding="utf-8").partition(f"## {SECTION}")
    results.write_text(f"{text}\n{title}{kept}", encoding="utf-8")
    print(many, file=sys.stderr)


if __name__ == "__main__":
    main()
