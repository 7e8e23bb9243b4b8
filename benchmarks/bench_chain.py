# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The small-baseline chain beside MintPy's steps on simulated stacks, one core each.

``python3 benchmarks/bench_chain.py [--quick]`` prints tables and writes them to
``benchmarks/results_chain.md``. MintPy comes as for `bench_sbas.py`. Both read and write files;
both are warm (modules loaded, kernels compiled); start-up is not counted. Seconds are
processor time of the process, with all its threads; beside it stands how long our chain takes by
the clock with all cores. In the network step both average the coherence of every pair over the
scene and look for pairs below 0.1 (there are none, so neither copies the stack). MintPy corrects
unwrapping errors by phase closure within common connected components (all pixels with data are
one), and so do we here, pixel by pixel; bridging is given beside. On a small scene what does not
depend on its size counts, too: files that are opened and laid out, fits of a sample.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from bench_sbas import machine, mintpy_python, register

STEPS = ("network", "closure", "sbas", "troposphere", "ramps", "demerror", "velocity")


def make_scene(folder, rows, cols, dates):
    """A stack with all sources of error, its geometry and the mask that MintPy needs."""
    import h5py
    from groundshift.algorithms.data.simulation import SimulationOptions, simulate
    from groundshift.algorithms.data.tools.simulating import write_simulation

    simulation = simulate(
        SimulationOptions(rows=rows, cols=cols, dates=dates, gaps_share=0.0, water_share=0.0)
    )
    write_simulation(simulation, folder / "scene", "mintpy")
    for name in ("ifgramStack.h5", "geometryGeo.h5"):
        (folder / "scene" / "inputs" / name).replace(folder / name)
    with h5py.File(folder / "ifgramStack.h5") as stack:
        attributes = dict(stack.attrs)
    with h5py.File(folder / "maskConnComp.h5", "w") as mask:
        mask["mask"] = np.ones((rows, cols), bool)
        mask.attrs.update({**attributes, "FILE_TYPE": "mask"})
    return simulation


def time_ours(folder, method, workers=1):
    """Seconds by step, second run; by the clock; and the reference."""
    from groundshift.algorithms.chains import chain
    from groundshift.algorithms.formats.hdf5.stacks import read_timeseries
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.toolbox import call

    kept = []

    class Kept(chain.Chain):
        """Tells the steps."""

        def __enter__(self):
            kept[:] = [self]
            return super().__enter__()

    place, chain.Chain = chain.Chain, Kept
    # Processor time, so that other work on the machine does not count.
    chain.time = SimpleNamespace(perf_counter=time.process_time)
    series = folder / "ours" / "timeseries.h5"
    for _ in range(2):
        begin = time.perf_counter()
        call(
            "smallbaseline", Job(workers=workers), stack_file=folder / "ifgramStack.h5",
            min_pair_coherence=0.1, closure=method, ramps="linear", timeseries=series,
            velocity=folder / "ours" / "velocity.tif",
        )  # fmt: skip
        clock = time.perf_counter() - begin
    chain.Chain = place
    attributes = read_timeseries(series).attributes
    seconds = {step.name: step.seconds for step in kept[0].steps if step.done}
    return seconds, clock, (int(attributes["REF_Y"]), int(attributes["REF_X"]))


def time_mintpy(folder, reference):
    """Seconds by step."""
    import h5py

    with h5py.File(folder / "ifgramStack.h5", "r+") as stack:
        shape = stack["unwrapPhase"].shape
        stack.create_dataset("connectComponent", shape, "i2", fillvalue=1)
    job = {"folder": str(folder), "row": reference[0], "col": reference[1]}
    done = subprocess.run(
        [mintpy_python(), str(Path(__file__).with_name("mintpy_chain.py"))], text=True,
        input=json.dumps(job), capture_output=True,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"MintPy failed:\n{done.stderr[-2000:]}")
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    for step, problem in answer["problems"].items():
        print(f"MintPy's {step} failed: {problem}", file=sys.stderr)
    return answer["seconds"]


def table(ours, bridged, theirs, clock) -> list:
    """Lines of the table."""
    lines = ["| step | MintPy (s) | ours (s) | **ratio** |", "| --- | --- | --- | --- |"]
    for step in STEPS:
        if step in theirs:
            ratio = theirs[step] / ours[step]
            lines.append(f"| {step} | {theirs[step]:.2f} | {ours[step]:.2f} | **{ratio:.1f}** |")
        else:
            lines.append(f"| {step} | - | {ours[step]:.2f} | |")
    both = [step for step in STEPS if step in theirs]
    total = [sum(seconds[step] for step in both) for seconds in (theirs, ours)]
    lines.append(f"| all | {total[0]:.2f} | {total[1]:.2f} | **{total[0] / total[1]:.1f}** |")
    return [
        *lines, "", f"With bridging before the closure: {bridged['closure']:.2f} s. Ours by the "
        f"clock, with all {os.cpu_count()} cores: {clock:.2f} s for the whole chain.", "",
    ]  # fmt: skip


def measure(rows, cols, dates) -> list:
    """Lines about a scene."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        simulation = make_scene(folder, rows, cols, dates)
        bridged, _, _ = time_ours(folder, "bridging_closure")
        _, clock, _ = time_ours(folder, "closure", None)
        ours, _, reference = time_ours(folder, "closure")
        theirs = time_mintpy(folder, reference)
    return [
        f"## {rows} x {cols} pixels, {dates} dates, {len(simulation.pair_index)} pairs", "",
        *table(ours, bridged, theirs, clock),
    ]  # fmt: skip


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one small scene")
    arguments = parser.parse_args()
    register()
    scenes = [(100, 200, 30)] if arguments.quick else [(300, 400, 50), (1000, 1000, 50)]
    lines = [
        "# The small-baseline chain: Groundshift and MintPy", "", f"{machine()}.", "",
        "One core each, files read and written. Made by `benchmarks/bench_chain.py`, which says "
        "what is timed.", "",
    ]  # fmt: skip
    for scene in scenes:
        lines += measure(*scene)
    text = "\n".join(lines).rstrip() + "\n"
    print(text)
    Path(__file__).with_name("results_chain.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
