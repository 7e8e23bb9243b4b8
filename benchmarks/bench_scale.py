# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A large scene through the small-baseline chain: memory and time of every step.

``python3 benchmarks/bench_scale.py [--size 4000] [--dates 100] [--folder ...]`` makes a synthetic
stack (no coherence: 19 GB at full size), runs the chain on it in a process of its own with the
default memory budget, prints a table and writes it to ``benchmarks/results_scale.md``. It asks for
free disk space first and removes what it made. ``--no-closure`` leaves the unwrapping errors alone;
``--against FOLDER`` runs the same on the same stack by another checkout, such as an older one.

No chain can be faster than reading the stack and writing the series once; that is timed beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

PAIRS_PER_DATE = 3
LIMIT = 4 << 30
STRIP = 64  # rows
WAVELENGTH = 0.0554658


def needed(size, dates, copies):
    """Bytes on disk: the stack, a series and the layers; of old versions a copy and two more."""
    stack = 4.0 * PAIRS_PER_DATE * dates * size**2
    return stack * (1 + copies) + (1 + 2 * copies) * 4.0 * dates * size**2 + 40.0 * size**2


def make_stack(folder, size, dates):
    """A subsiding bowl, delays with height, noise of dates and pairs; stack and geometry."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.stacks import StackWriter, write_geometry

    grid = Grid(size, size, (5e5, 30.0, 0.0, 5e6, 0.0, -30.0), wkt_from_epsg(32633))
    rng = np.random.default_rng(1)
    times = np.datetime64("2018-01-06") + 12 * np.arange(dates)
    years = (times - times[0]).astype(float) / 365.25
    index = [(i, j) for i in range(dates) for j in range(i + 1, min(i + 1 + PAIRS_PER_DATE, dates))]
    baseline = rng.normal(0, 60, dates)
    slope, level = rng.normal(0, 1e-5, dates), rng.normal(0, 3e-3, dates)
    rows, cols = np.ogrid[:size, :size]
    middle = size / 2
    height = (800 * (1 + np.sin(rows / 150) * np.cos(cols / 190))).astype(np.float32)
    distance = (rows - middle) ** 2 + (cols - middle) ** 2
    rate = (-0.05 * np.exp(-distance / (size / 6) ** 2)).astype(np.float32)
    shapes = rng.standard_normal((16, STRIP, size)).astype(np.float32)
    pairs = np.array([(times[i], times[j]) for i, j in index])
    bperp = np.array([baseline[j] - baseline[i] for i, j in index])
    to_phase = np.float32(-4 * np.pi / WAVELENGTH)
    with StackWriter(
        folder / "ifgramStack.h5", grid, pairs, WAVELENGTH, bperp, False, {"NLOOKS": "20"}
    ) as out:
        for row in range(0, size, STRIP):
            window = Window(row, 0, min(STRIP, size - row), size)
            part = window.slices
            for k, (i, j) in enumerate(index):
                metres = rate[part] * (years[j] - years[i]) + level[j] - level[i]
                metres += height[part] * (slope[j] - slope[i])
                noise = shapes[(k * 7 + row // STRIP) % len(shapes), : window.height]
                out.write(k, window, to_phase * metres.astype(np.float32) + 0.4 * noise)
    incidence = np.full(grid.shape, 38.0, np.float32)
    write_geometry(
        folder / "geometryGeo.h5", grid, {"height": height, "incidenceAngle": incidence}, {}
    )


def run_chain(folder, closure):
    """Run the chain; prints peak memory (bytes) and seconds by step as JSON."""
    from groundshift.algorithms.chains import chain
    from groundshift.algorithms.toolbox import call

    peaks, kept = {}, []

    class Kept(chain.Chain):
        """Tells the steps."""

        def __enter__(self):
            kept.append(self)
            return super().__enter__()

    def note(text):
        step = text.split(":")[0]
        peaks[step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    chain.Chain = Kept
    begin = time.perf_counter()
    found = call(
        "smallbaseline", {"note": note}, stack_file=folder / "ifgramStack.h5",
        closure="bridging_closure" if closure else "none", ramps="linear",
        timeseries=folder / "out" / "timeseries.h5", velocity=folder / "out" / "velocity.tif",
    )  # fmt: skip
    total = time.perf_counter() - begin
    steps = [(s.title, s.seconds, peaks.get(s.title, 0)) for s in kept[0].steps if s.done]
    print(json.dumps({"steps": steps, "total": total, "pixels": found["pixels"]}))


def run_bound(folder):
    """Read the stack once and write a series once; prints the seconds of both as JSON."""
    from groundshift.algorithms.data.grid import block_windows
    from groundshift.algorithms.formats.hdf5.stacks import StackReader, TimeSeriesWriter, read_stack

    stack = read_stack(folder / "ifgramStack.h5")
    dates = stack.dates
    begin = time.perf_counter()
    with StackReader(stack) as reader:
        windows = block_windows(
            stack.grid, 16.0 * len(stack.pairs), 2 << 30, tile_rows=reader.tile_rows
        )
        for window in windows:
            reader.read(window)
    read = time.perf_counter() - begin
    begin, path = time.perf_counter(), folder / "bound.h5"
    with TimeSeriesWriter(path, stack.grid, dates, np.zeros(len(dates)), {}, {}) as out:
        for window in windows:
            block = np.full((len(dates), window.height, window.width), 0.5, np.float32)
            out.write(window, block)
    write = time.perf_counter() - begin
    path.unlink()
    print(json.dumps({"read": read, "write": write}))


def part(script, folder, *more):
    """One of the runs in a process of its own, with the stack fetched from the disk anew."""
    with open(Path(folder) / "ifgramStack.h5", "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    shutil.rmtree(Path(folder) / "out", ignore_errors=True)
    command = [sys.executable, str(script), *more, str(folder)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def table(answer):
    """Rows of the steps of a run."""
    return [
        "| step | seconds | peak memory so far (GiB) |", "| --- | --- | --- |",
        *(f"| {title} | {seconds:.1f} | {memory / (1 << 30):.2f} |"
          for title, seconds, memory in answer["steps"]),
    ]  # fmt: skip


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--dates", type=int, default=100)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--no-closure", action="store_true")
    parser.add_argument("--against", help="another checkout, which runs on the same stack")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--bound", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    register()
    if arguments.run:
        run_chain(Path(arguments.run), not arguments.no_closure)
        return
    if arguments.bound:
        run_bound(Path(arguments.bound))
        return
    size, dates = arguments.size, arguments.dates
    wanted = needed(size, dates, bool(arguments.against))
    free = shutil.disk_usage(arguments.folder).free
    if free < 1.1 * wanted:
        sys.exit(f"{wanted / 1e9:.0f} GB are needed in {arguments.folder}, {free / 1e9:.0f} free")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        begin = time.perf_counter()
        make_stack(Path(name), size, dates)
        made = time.perf_counter() - begin
        more = ["--no-closure"] * arguments.no_closure + ["--run"]
        other = None
        if arguments.against:
            script = Path(arguments.against) / "benchmarks" / Path(__file__).name
            other = part(script, name, *more)
        bound = part(__file__, name, "--bound")
        answer = part(__file__, name, *more)
    peak, once = max(memory for _, _, memory in answer["steps"]), bound["read"] + bound["write"]
    lines = [
        "# A large scene through the chain: Groundshift", "", f"{machine()}.", "",
        f"{size} x {size} pixels, {dates} dates, {wanted / 1e9:.0f} GB on disk; memory budget "
        f"2 GiB; made in {made:.0f} s. Peak memory {peak / (1 << 30):.2f} GiB (limit 4), "
        f"**{answer['total']:.0f} s in all**, {answer['pixels'] / answer['total']:,.0f} pixels a "
        f"second. Reading the stack once from the disk takes {bound['read']:.1f} s and writing "
        f"the series {bound['write']:.1f} s, so the chain takes {answer['total'] / once:.1f} times "
        "as long as that. Made by `benchmarks/bench_scale.py`"
        f"{' --no-closure' * arguments.no_closure}.", "", *table(answer),
    ]  # fmt: skip
    if other:
        ratio = other["total"] / answer["total"]
        lines += [
            "",
            f"## Before, on the same stack: {other['total']:.0f} s, {ratio:.2f} times",
            "",
        ]
        lines += table(other)
    text = "\n".join(lines) + "\n"
    print(text)
    Path(__file__).with_name("results_scale.md").write_text(text, encoding="utf-8")
    if peak > LIMIT:
        sys.exit(f"{peak / (1 << 30):.2f} GiB are more than the 4 that are allowed")


if __name__ == "__main__":
    main()
