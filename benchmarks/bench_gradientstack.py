# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase gradients of a large stack: time, memory, the reading alone, and plain NumPy.

``python3 benchmarks/bench_gradientstack.py [--size 4000] [--pairs 100] [--folder ...]`` makes a
stack of wrapped phase and coherence (8 bytes a pixel and pair: 12.8 GB at full size), runs the tool
with its defaults in a process of its own under a budget of 1 GiB, reads the same blocks without
working on them, and times the plain formula on a smaller stack in memory. It prints a table, writes
it to ``benchmarks/results_gradientstack.md`` and removes what it made.
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
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

BUDGET = 1 << 30
STRIP = 64  # rows
WAVELENGTH = 0.0554658
PIXEL = 30.0  # metres
PLAIN = (40, 400, 400)  # pairs, rows, columns


def make_stack(path, size, pairs):
    """Phase noise that differs from pair to pair over a slope, and coherence."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.wrapped import WrappedStackWriter

    grid = Grid(size, size, (5e5, PIXEL, 0.0, 5e6, 0.0, -PIXEL), wkt_from_epsg(32633))
    dates = np.datetime64("2018-01-06") + 12 * np.arange(pairs // 3 + 3)
    index = [(i, i + step) for step in (1, 2, 3) for i in range(len(dates) - step)]
    index = np.array(sorted(index)[:pairs])
    rng = np.random.default_rng(1)
    noise = 0.5 * rng.standard_normal((STRIP, size)).astype(np.float32)
    coherence = rng.uniform(0.4, 0.95, (STRIP, size)).astype(np.float32)
    shift = rng.integers(0, size, (size // STRIP + 1, pairs))
    with WrappedStackWriter(
        path, grid, dates[index], WAVELENGTH, np.zeros(pairs), True, {"NO_DATA_VALUE": "nan"}
    ) as out:
        for row in range(0, size, STRIP):
            high = min(STRIP, size - row)
            window = Window(row, 0, high, size)
            for k in range(pairs):
                phase = np.roll(noise, shift[row // STRIP, k], axis=1)[:high]
                out.write(window, phase, coherence[:high], k)


def forget(path):
    """Have the next reader fetch a file from the disk, not from the system's memory."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def spent():
    """Seconds of this process on all its cores."""
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])


def timed(work):
    """Wall and processor seconds of a call, and its result."""
    begin, used = time.perf_counter(), spent()
    result = work()
    return time.perf_counter() - begin, spent() - used, result


def run_tool(folder):
    """The tool; prints its seconds, those of its pass over the file, and its memory as JSON."""
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.toolbox import call

    passes, blocks = [], Job.blocks
    Job.blocks = lambda *some: passes.append(timed(lambda: blocks(*some))[0])
    wall, used, found = timed(
        lambda: call(
            "gradientstack", Job(BUDGET), stack=folder / "stack.h5", gradient=folder / "g.tif",
            magnitude=folder / "m.tif", detection=folder / "d.tif", candidates=folder / "c.gpkg",
        )
    )  # fmt: skip
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"wall": wall, "used": used, "pass": passes[0], "peak": peak,
                      "pixels": found["pixels"]}))  # fmt: skip


def run_reading(folder):
    """Read the tool's blocks and margins, and nothing else; prints the seconds as JSON."""
    from groundshift.algorithms.data.grid import block_windows
    from groundshift.algorithms.strain.phase_gradients import bytes_per_pixel, half_window
    from groundshift.algorithms.strain.tools.gradient_source import MarginReader, open_stack

    stack, wrapped = open_stack(folder / "stack.h5")
    with MarginReader(stack, wrapped, stack.keep, True) as reader:
        reader.half = half_window(250.0, reader.pixels.size)
        size = bytes_per_pixel(int(stack.keep.sum()), True, reader.half)

        def work():
            for window in block_windows(stack.grid, size, BUDGET):
                reader.read(window)

        wall, used, _ = timed(work)
    print(json.dumps({"wall": wall, "used": used}))


def plain_formula(phase, coherence, days, side):
    """Rates of gradients along columns and rows by NumPy and SciPy, without errors."""
    from scipy.ndimage import uniform_filter

    rates = []
    z = coherence * np.exp(1j * phase)
    for axis in (2, 1):
        near, far = (
            z[(slice(None),) * axis + (part,)] for part in (slice(None, -1), slice(1, None))
        )
        product = far * near.conj()
        # Nine pixels have eight differences along the axis; an even filter begins one earlier.
        window = (side - 1, side) if axis == 1 else (side, side - 1)
        total = np.stack([
            uniform_filter(p.real, window) + 1j * uniform_filter(p.imag, window)
            for p in product
        ])  # fmt: skip
        weight = np.stack([uniform_filter(abs(p), window) for p in product])
        gradient, agreement = np.angle(total), (abs(total) / weight) ** 2
        span = days[:, None, None] / 365.25
        rates.append((agreement * span * gradient).sum(0) / (agreement * span**2).sum(0))
    return rates


def run_plain():
    """Millions of phases a second and core of the plain formula and of ours, from memory."""
    import numba
    from groundshift.algorithms.data.network import Network
    from groundshift.algorithms.data.stack import StackBlock
    from groundshift.algorithms.strain.phase_gradients import TWO, BlockGradients, MarginBlock
    from groundshift.algorithms.timeseries.stacking import BlockStacking
    from groundshift.algorithms.timeseries.weights import weight_table

    pairs, rows, cols = PLAIN
    rng = np.random.default_rng(1)
    phase = 0.5 * rng.standard_normal(PLAIN).astype(np.float32)
    coherence = rng.uniform(0.4, 0.95, PLAIN).astype(np.float32)
    dates = np.datetime64("2018-01-06") + 12 * np.arange(pairs + 1)
    network = Network.from_pairs(list(zip(dates[:-1], dates[1:])))
    stacking = BlockStacking(
        network, np.zeros(pairs), WAVELENGTH, weight_table("coherence"), 0.0, 5, "dates", (1.0, 1.0)
    )
    ours = BlockGradients((stacking, stacking), TWO, (4, 4))
    axes = np.broadcast_to([PIXEL, 0.0, 0.0, -PIXEL], (rows, cols, 4))
    block = MarginBlock(StackBlock(phase, coherence), 4, 4, (rows, cols), axes)
    numba.set_num_threads(1)
    ours(block)
    megapixels = pairs * rows * cols / 1e6
    _, used, found = timed(lambda: ours(block))
    _, other, rates = timed(lambda: plain_formula(phase, coherence, np.full(pairs, 12.0), 9))
    inner = (slice(20, rows - 20), slice(20, cols - 20))
    east = -WAVELENGTH / (4 * np.pi) * rates[0][inner] / PIXEL
    apart = float(np.abs(east - found.gradient[0][inner]).max() / east.std())
    print(json.dumps({"ours": megapixels / used, "plain": megapixels / other, "apart": apart}))


def part(name, folder):
    """One of the runs in a process of its own."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, __file__, "--part", name, "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--part", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    register()
    parts = {"tool": run_tool, "reading": run_reading, "plain": lambda folder: run_plain()}
    if arguments.part:
        parts[arguments.part](Path(arguments.folder))
        return
    size, pairs = arguments.size, arguments.pairs
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        make_stack(Path(name) / "stack.h5", 100, pairs)
        part("tool", name)  # compiles
        make_stack(Path(name) / "stack.h5", size, pairs)
        runs = []
        for one in ("reading", "tool"):
            forget(Path(name) / "stack.h5")
            runs += [part(one, name), part(one, name)]
        cold_reading, reading, cold_tool, tool = runs
        plain = part("plain", name)
    megapixels = size**2 * pairs / 1e6
    lines = [
        "# Phase gradients of a large stack: Groundshift", "", f"{machine()}.", "",
        f"{size} x {size} pixels, {pairs} pairs of wrapped phase and coherence, "
        f"{8e-3 * megapixels:.1f} GB, not compressed; windows of 250 m (9 x 9 "
        f"pixels), two directions, size, detection ratio and candidates besides. Budget 1 GiB, "
        f"**peak memory {tool['peak'] / (1 << 30):.2f} GiB**. Made by "
        "`benchmarks/bench_gradientstack.py`.", "",
        "| | s, clock | s, processor | millions of phases a second, clock | a processor second |",
        "| --- | --- | --- | --- | --- |",
        *(f"| {title} | {run['wall']:.1f} | {run['used']:.1f} | {megapixels / run['wall']:.1f} "
          f"| {megapixels / run['used']:.1f} |"
          for title, run in (
              ("the tool, file on disk", cold_tool), ("reading its blocks alone", cold_reading),
              ("the tool, file in the system's memory", tool),
              ("reading its blocks alone", reading),
          )),
        "",
        f"The tool takes {cold_tool['wall'] / cold_reading['wall']:.1f} times as long as reading "
        f"its blocks from the disk, {tool['wall'] / reading['wall']:.1f} times from memory "
        f"({tool['used'] / reading['used']:.1f} times the processor's work). Its pass over the "
        f"file, gradients, stacking and results as they come, takes {cold_tool['pass']:.1f} s from "
        f"the disk ({cold_tool['pass'] / cold_reading['wall']:.2f} times as long as reading) and "
        f"{tool['pass']:.1f} from memory; the rest is overviews, and sizes and candidates by the "
        "finished map.", "",
        f"From memory on one core, {' x '.join(map(str, PLAIN))} phases: **{plain['ours']:.1f} "
        f"million phases a second, plain NumPy {plain['plain']:.2f} "
        f"({plain['ours'] / plain['plain']:.0f} times)**, which makes no standard deviations and "
        f"holds the whole stack; rates differ by {plain['apart']:.0e} of their scatter at most.",
    ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    print(text)
    Path(__file__).with_name("results_gradientstack.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
