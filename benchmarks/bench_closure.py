# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure beside MintPy's on one simulated stack of 30 dates.

``python3 benchmarks/bench_closure.py [--rows 300] [--cols 400]`` prints a table. Both read and
write files; set MINTPY_PYTHON to the interpreter of an environment that has MintPy. CPU seconds,
one thread each. MintPy corrects regions that are one component in all pairs by one solution each,
so the scene has no gaps and its components are cut along the jumps; ours solves every pixel.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, mintpy_python, register


def make_stack(folder, rows, cols):
    """A stack with jumps in a tenth of the pairs; returns its path, phase and jumps."""
    import h5py
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.data.simulation.scene import SimulationOptions, simulate
    from groundshift.algorithms.formats.hdf5.stacks import StackWriter
    from groundshift.algorithms.timeseries.bridging import BridgingOptions, find_components

    scene = simulate(SimulationOptions(rows=rows, cols=cols, jumps_share=0.1, gaps_share=0.0))
    pairs = scene.pairs
    path = Path(folder) / "ifgramStack.h5"
    phase = np.empty((len(pairs), rows, cols), np.float32)
    jumps = np.zeros(phase.shape, np.int8)
    parts = np.zeros(phase.shape, np.int16)
    attributes = {"REF_Y": "0", "REF_X": "0", "PROCESSOR": "isce", "ALOOKS": "1", "RLOOKS": "1"}
    with StackWriter(
        path, scene.grid, pairs, scene.wavelength, scene.pair_baseline, True, attributes
    ) as out:
        for k in range(len(pairs)):
            pair = scene.pair(k)
            phase[k] = pair.phase
            out.write(k, Window(0, 0, rows, cols), pair.phase, pair.coherence)
            parts[k] = find_components(pair.phase, None, BridgingOptions())
            if scene.jumped[k]:
                jumps[k] = np.where(np.isfinite(pair.phase), scene.jumps(k), 0)
    row, col = np.unravel_index(np.argmax(((jumps == 0) & (parts == 1)).sum(axis=0)), (rows, cols))
    with h5py.File(path, "r+") as file:
        file["connectComponent"] = parts
        file.attrs["REF_Y"], file.attrs["REF_X"] = str(row), str(col)
    with h5py.File(Path(folder) / "maskConnComp.h5", "w") as file:
        file["mask"] = (parts > 0).all(axis=0) & ~edges(jumps).any(axis=0)
        file.attrs.update({"FILE_TYPE": "mask", "LENGTH": str(rows), "WIDTH": str(cols)})
    return path, phase, jumps


def edges(jumps):
    """Pixels beside another number of cycles."""
    beside = np.zeros(jumps.shape, bool)
    for axis in (1, 2):
        step = np.diff(jumps, axis=axis) != 0
        pad = [(0, 0)] * 3
        for side in ((1, 0), (0, 1)):
            pad[axis] = side
            beside |= np.pad(step, pad)
    return beside


def time_ours(path, method, threads=1):
    """Seconds of a warm run, and the corrected phase."""
    import h5py
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.toolbox import call

    corrected = None if method == "none" else path.with_name(f"{method}.h5")
    targets = {"corrected_stack": corrected, "before": path.with_name("before.tif")}
    seconds = []
    for _ in range(2):
        begin = time.process_time()
        call("closure", Job(workers=threads), stack=path, method=method, **targets)
        seconds.append(time.process_time() - begin)
    if corrected is None:
        return seconds[-1], None
    with h5py.File(corrected) as file:
        return seconds[-1], file["unwrapPhase"][()]


def quality(phase, corrected, jumps):
    """Shares of jumped values mended and of clean ones touched, whatever a pair's constant."""
    jumped, clean = jumps != 0, (jumps == 0) & np.isfinite(phase)
    change = corrected - phase
    for plane, where in zip(change, clean):
        plane -= np.median(plane[where])
    cycles = np.rint(change / (2 * np.pi))
    return (cycles == -jumps)[jumped].mean(), (cycles != 0)[clean].mean()


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--cols", type=int, default=400)
    arguments = parser.parse_args()
    register()
    import h5py

    pixels = arguments.rows * arguments.cols
    with tempfile.TemporaryDirectory() as folder:
        path, phase, jumps = make_stack(folder, arguments.rows, arguments.cols)
        print(f"{machine()}.\n{len(phase)} pairs of 30 dates, {pixels:,} pixels, one thread.\n")
        results = {m: time_ours(path, m) for m in ("none", "closure", "bridging_closure")}
        script = str(Path(__file__).with_name("mintpy_closure.py"))
        done = subprocess.run(
            [mintpy_python(), script, str(path), str(Path(folder) / "maskConnComp.h5")],
            capture_output=True, text=True, cwd=folder,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"MintPy failed:\n{done.stdout[-800:]}{done.stderr[-2000:]}")
        counted, closed = map(float, done.stdout.strip().splitlines()[-1].split())
        with h5py.File(path) as file:
            theirs = file["unwrapPhase_phaseClosure"][()]
        print("| step | CPU s | pixels/s | MintPy's time / this | jumps mended | clean touched |")
        print("| --- | --- | --- | --- | --- | --- |")
        for name, seconds, mintpy, values in (
            ("MintPy, count", counted, counted, None),
            ("ours, count", results["none"][0], counted, None),
            ("MintPy, closure", closed, closed, theirs),
            ("ours, closure", results["closure"][0], closed, results["closure"][1]),
            ("ours, bridging and closure", results["bridging_closure"][0], closed,
             results["bridging_closure"][1]),
        ):  # fmt: skip
            shares = quality(phase, values, jumps) if values is not None else None
            tail = "| | |" if shares is None else f"| {shares[0]:.2%} | {shares[1]:.5%} |"
            rate = f"{pixels / seconds:,.0f} | {mintpy / seconds:.1f}"
            print(f"| {name} | {seconds:.2f} | {rate} {tail}")


if __name__ == "__main__":
    sys.exit(main())
