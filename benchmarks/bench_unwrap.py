# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping beside whirlwind, SNAPHU and spurt, on the same simulated phases, in one run.

``python3 benchmarks/bench_unwrap.py [--size 1024] [--points 20000]`` writes
``results_unwrap.md``. UNWRAP_PYTHON is the interpreter of an environment with
``pip install whirlwind-insar snaphu spurt`` (made here if it is not set). CPU seconds of the call
alone, over all cores and processes; what is compiled is compiled before.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import numpy as np
from peers import ROOT, machine, register
from unwrap_scenes import points, raster, right_share

HERE = Path(__file__).resolve().parent


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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--points", type=int, default=20_000)
    parser.add_argument("--dates", type=int, default=40)
    parser.add_argument("--many", type=int, default=200_000)
    options = parser.parse_args()
    register()
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
    (HERE / "results_unwrap.md").write_text(text, encoding="utf-8")
    print(many, file=sys.stderr)


if __name__ == "__main__":
    main()
