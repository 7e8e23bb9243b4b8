# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fractures in a large interferogram: pixels a second, on one core and as a tool, and memory.

``python3 benchmarks/bench_lineaments.py [--size 4000]`` makes a wrapped interferogram of fringes
and noise with a fracture through it, runs the tool with its defaults in a process of its own under
a budget of 1 GiB, times the kernel on one core, and the plain NumPy formula at some pixels. It
prints a table and writes it to ``benchmarks/results_lineaments.md``.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

BUDGET_MB = 1024
PIECE = 400  # pixels along a side of what one core does
STRIP = 500  # rows
STEP = 1.6  # radians


def simulated(size, row, high, rng):
    """Rows of wrapped phase: fringes, a fracture, noise."""
    rows, cols = np.indices((high, size), dtype=np.float32)
    rows += row
    phase = 40 * np.exp(-((rows - size / 2) ** 2 + (cols - size / 2) ** 2) / (2 * (size / 5) ** 2))
    phase += STEP * (cols > size / 3 + 0.3 * rows) + 0.3 * rng.standard_normal(phase.shape)
    return np.angle(np.exp(1j * phase)).astype(np.float32)


def tool(path, folder):
    """Run by a process of its own: seconds and memory."""
    from groundshift.algorithms.toolbox import call

    began, used = time.perf_counter(), time.process_time()
    found = call("lineaments", {}, phase=path, lines=folder / "lines.gpkg", memory=BUDGET_MB)
    print(json.dumps({
        "clock": time.perf_counter() - began, "processor": time.process_time() - used,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
        "lines": found["lines_found"], "km": found["total_length"],
    }))  # fmt: skip


def one_core():
    """Pixels a second of both scales: the kernel, and the filters alone as plain NumPy has them."""
    import numba
    from groundshift.algorithms.strain import lineaments as own

    numba.set_num_threads(1)
    phase = simulated(PIECE, 0, PIECE, np.random.default_rng(1))
    seconds, plain = 0.0, 0.0
    for radius in own.RADII:
        made = own.filters(radius)
        own._found(phase[:60, :60], True, made, own.MARGIN - radius)
        began = [time.perf_counter()]
        for _ in range(5):
            own._found(phase, True, made, own.MARGIN - radius)
            began.append(time.perf_counter())
        seconds += np.diff(began).min()
        # A hundredth of the pixels, all of a line together.
        y, x = made.places.T
        began = time.perf_counter()
        for row in range(50, 54):
            near = phase[row + y[:, None], np.arange(50, PIECE - 50) + x[:, None]].astype(float)
            near = np.angle(np.exp(1j * (near - near[len(y) // 2])))
            steps = made.rows @ near
            np.abs(steps / made.norms[:, None]).argmax(axis=0)
        plain += (time.perf_counter() - began) / (4 * (PIECE - 100))
    return PIECE**2 / seconds, 1 / plain


def main():
    """Make, run, tell."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--size", type=int, default=4000)
    ask.add_argument("--run", nargs=2, help=argparse.SUPPRESS)
    given = ask.parse_args()
    register()
    if given.run:
        tool(Path(given.run[0]), Path(given.run[1]))
        return
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    size, rng = given.size, np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "phase.tif"
        grid = Grid(size, size, (5e5, 30.0, 0.0, 5e6, 0.0, -30.0), wkt_from_epsg(32633))
        phase = np.concatenate(
            [simulated(size, row, min(STRIP, size - row), rng) for row in range(0, size, STRIP)]
        )
        write_raster(path, grid, phase, [BandInfo("phase", "rad")])
        del phase
        command = [sys.executable, __file__, "--run", str(path), folder]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        told = json.loads(said.splitlines()[-1])
    kernel, plain = one_core()
    pixels = size**2 / 1e3
    rows = (
        ("the tool, clock", pixels / told["clock"]),
        ("the tool, a processor second", pixels / told["processor"]),
        (f"the kernel, one core, {PIECE} x {PIECE} pixels", kernel / 1e3),
        ("plain NumPy, the filters alone (no slope, no noise)", plain / 1e3),
    )
    text = (
        f"# Fractures in a large interferogram: Groundshift\n\n{machine()}\n\n"
        f"{size} x {size} pixels of wrapped phase with 40 radians of fringes, noise of 0.3 radians "
        f"and a fracture of {STEP} radians through it; defaults (two scales, 32 directions). "
        f"Budget 1 GiB, **peak memory {told['memory']:.2f} GiB**; lines found: {told['lines']}, "
        f"{told['km']:.0f} km long. Other work shared the machine, so processor seconds tell more "
        "than the clock's. Made by `benchmarks/bench_lineaments.py`.\n\n"
        "| | thousands of pixels a second |\n| --- | --- |\n"
        + "".join(f"| {name} | {speed:.0f} |\n" for name, speed in rows)
    )
    (Path(__file__).parent / "results_lineaments.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
