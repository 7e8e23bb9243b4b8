# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The small-baseline chain on a Dask cluster: seconds, bytes through the client, what losses cost.

``python3 benchmarks/bench_cluster.py [--size 2000] [--dates 50] [--long 300] [--folder ...]`` makes
a synthetic stack, runs the chain on it here and on one and two worker processes of this machine:
with blocks that are sent, that workers read, and whose results go over a folder. Then it kills a
worker, cuts the client's connection, and kills the client in the middle of a run. A second stack of
many dates gives the rates from which the table for a country is reckoned. Writes
``benchmarks/results_cluster.md``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_sbas import ROOT, machine, register
from bench_scale import PAIRS_PER_DATE, make_stack

sys.path.append(str(ROOT / "tests" / "helpers"))

FRAMES, FRAME, POINTS = 60, 1e8, 1e9
LONG_ROWS = 700
CORES_A_FRAME = 16
MEMORY = 2048  # MiB, as by default


def run(stack, folder, scheduler="", resume="", told=None):
    """Run the chain; seconds, processor seconds of this process, and pixels."""
    from groundshift.algorithms.toolbox import call

    begin, processor = time.perf_counter(), time.process_time()
    shutil.rmtree(folder, ignore_errors=True)
    found = call(
        "smallbaseline", {"note": lambda text: None, "warn": lambda text: None, "progress": told},
        stack_file=stack / "ifgramStack.h5", closure="bridging_closure", ramps="linear",
        scheduler=scheduler, resume_folder=resume or None, memory=MEMORY,
        timeseries=folder / "timeseries.h5", velocity=folder / "velocity.tif",
    )  # fmt: skip
    seconds = time.perf_counter() - begin
    return {
        "seconds": seconds, "processor": time.process_time() - processor,
        "pixels": found["pixels"],
    }  # fmt: skip


@contextlib.contextmanager
def cluster(workers):
    """A cluster of worker processes with one thread each."""
    import distributed

    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0",
        memory_limit=0,
    ) as made:  # fmt: skip
        yield made


def measured(stack, folder, workers, resume="", disturb=None):
    """A run on a cluster whose kernels are compiled; with bytes and memory."""
    from between import Between
    from distributed import Client

    with contextlib.ExitStack() as used:
        made = used.enter_context(cluster(workers))
        between = used.enter_context(Between(made.scheduler_address))
        client = used.enter_context(Client(made))
        processes = list(client.run(os.getpid).values())

        def told(share):
            if disturb is not None and share > 0.4 and not did:
                did.append(disturb)
                if disturb == "worker":
                    os.kill(processes[0], signal.SIGKILL)
                else:
                    between.cut()

        did = []
        found = run(stack, folder, between.address, resume, told)
        found["passed"] = between.passed
        found["memory"] = max(client.run(peak_memory).values())
    return found


def peak_memory():
    """Runs on a worker: its peak in bytes."""
    # Not getrusage, which tells of the process that has started this one, too.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024


def killed(stack, folder, resume):
    """Kill a client in the middle, and go on; seconds until then, and of the rest."""
    with cluster(2) as made:
        command = [
            sys.executable, __file__, "--client", made.scheduler_address, str(stack), str(folder),
            str(resume),
        ]  # fmt: skip
        begin = time.perf_counter()
        client = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        for line in client.stdout:
            if float(line) > 0.4:
                client.kill()
                break
        client.wait()
        first = time.perf_counter() - begin
        kept = sum(1 for _ in Path(resume).rglob("*.block"))
        return first, kept, run(stack, folder, made.scheduler_address, str(resume))


def same(one, other):
    """Whether two series are the same, bit for bit."""
    import h5py
    import numpy as np

    with h5py.File(one / "timeseries.h5") as a, h5py.File(other / "timeseries.h5") as b:
        first, second = a["timeseries"][()], b["timeseries"][()]
    return bool(np.array_equal(first, second, equal_nan=True))


def country(rate, pairs, dates, memory, client_rate):
    """Rows of the table for a country, from pixels a second and core."""
    pixels = FRAMES * FRAME
    hours = pixels / rate / 3600
    stack, series = 4.0 * pairs * FRAME, 4.0 * dates * FRAME
    serial = client_rate * FRAME / 1e6 / 3600
    rows = [
        "| cores | frames at a time | cores a frame | hours a frame | hours for all |",
        "| --- | --- | --- | --- | --- |",
    ]
    for cores in (64, 256, 1024):
        frames = min(FRAMES, max(1, cores // CORES_A_FRAME))
        each = hours / FRAMES / (cores / frames) + serial
        whole = each * FRAMES / frames
        rows.append(f"| {cores:,} | {frames} | {cores // frames} | {each:.1f} | {whole:.1f} |")
    return [
        f"{FRAMES} frames of {FRAME:.0e} pixels, {dates} dates, {pairs} pairs: {pixels:.0e} "
        f"pixels, of which {POINTS:.0e} points are left. At {rate:,.0f} pixels a second and "
        f"core that is **{hours:,.0f} core hours** of workers with {memory / 2**30:.1f} GiB each, "
        f"and {serial:.1f} h a frame on the client's core, which are added here as if nothing "
        "overlapped. Frames know nothing of one another: each is a run of its own, in an array of "
        "jobs.", "",
        *rows, "",
        f"Storage by frame: {stack / 1e9:,.0f} GB of phases (as much again with coherence), "
        f"{series / 1e9:,.0f} GB of series, three times that while it is corrected or results are "
        f"kept to resume from; for the country {FRAMES * (stack + series) / 1e12:,.0f} TB, of "
        "which only the frames under way have to be there.",
    ]  # fmt: skip


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=2000)
    parser.add_argument("--dates", type=int, default=50)
    parser.add_argument("--long", type=int, default=300)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--client", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    register()
    if arguments.client:
        address, stack, folder, resume = arguments.client
        run(Path(stack), Path(folder), address, resume, lambda share: print(share, flush=True))
        return
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        (folder / "path").mkdir()
        (folder / "path" / "groundshift").symlink_to(ROOT)
        sys.path += [
            str(folder / "path"),
            str(ROOT / "tests" / "helpers"),
            str(ROOT / "benchmarks"),
        ]
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
        lines = measure(folder, arguments)
    text = "\n".join(lines) + "\n"
    print(text)
    Path(__file__).with_name("results_cluster.md").write_text(text, encoding="utf-8")


def measure(folder, arguments) -> list:
    """All runs; lines of the page."""
    from groundshift.algorithms import cluster as engine

    stack, kept = folder / "stack", folder / "kept"
    for path in (stack, kept):
        path.mkdir()
    make_stack(stack, arguments.size, arguments.dates)
    size = (stack / "ifgramStack.h5").stat().st_size
    names = "warm", "here", "sent", "one", "two", "kept", "worker", "connection", "resumed"
    out = {name: folder / f"out_{name}" for name in names}
    measured(stack, out["warm"], 1)  # compiles
    found = {"here, two threads": run(stack, out["here"])}
    sees, engine._Cluster.sees = engine._Cluster.sees, lambda self, sources: False
    found["two workers, blocks sent"] = measured(stack, out["sent"], 2)
    engine._Cluster.sees = sees
    found["one worker, which reads"] = measured(stack, out["one"], 1)
    found["two workers, which read"] = measured(stack, out["two"], 2)
    found["two, results over the folder"] = measured(stack, out["kept"], 2, str(kept))
    found["two, one is killed"] = measured(stack, out["worker"], 2, disturb="worker")
    found["two, connection cut"] = measured(stack, out["connection"], 2, disturb="connection")
    until, blocks, rest = killed(stack, out["resumed"], kept)
    equal = all(same(out["here"], path) for name, path in out.items() if name != "warm")
    one, two = (
        found[f"{name}"]["seconds"]
        for name in ("one worker, which reads", "two workers, which read")
    )
    lines = [
        "# The chain on a cluster: Groundshift", "", f"{machine()}.", "",
        f"{arguments.size} x {arguments.size} pixels, {arguments.dates} dates, stack of "
        f"{size / 1e9:.1f} GB, closure by bridging and triplets, corrections and velocity. Workers "
        "are processes of the same machine with a thread each; the client has "
        "work of the client's own (samples, regions of cycles, a report). Made by "
        "`benchmarks/bench_cluster.py`.", "",
        "| run | seconds | through the client (MB) | its processor (s) | a worker's peak (GiB) |",
        "| --- | --- | --- | --- | --- |",
        *(row(name, one) for name, one in found.items()), "",
        f"Two workers are **{one / two:.2f} times** as fast as one. The series of all runs are "
        f"{'the same bit for bit' if equal else '**NOT the same**'}.", "",
        f"A client that was killed after {until:.1f} s had {blocks} blocks in its folder; the run "
        f"after it took {rest['seconds']:.1f} s.", "",
    ]  # fmt: skip
    for path in (*out.values(), stack):
        shutil.rmtree(path, ignore_errors=True)
    print("\n".join(lines), flush=True)
    return lines + on_paper(folder, arguments)


def row(name, one) -> str:
    """Of the table."""
    passed = f"{one['passed'] / 1e6:,.1f}" if "passed" in one else "-"
    memory = f"{one['memory'] / 2**30:.2f}" if "memory" in one else "-"
    return f"| {name} | {one['seconds']:.1f} | {passed} | {one['processor']:.1f} | {memory} |"


def on_paper(folder, arguments) -> list:
    """The country, from a stack of many dates."""
    stack = folder / "long"
    stack.mkdir()
    make_stack(stack, LONG_ROWS, arguments.long)
    one = measured(stack, folder / "out_long", 1)
    pairs = PAIRS_PER_DATE * arguments.long - PAIRS_PER_DATE * (PAIRS_PER_DATE + 1) // 2
    rate, million = one["pixels"] / one["seconds"], one["pixels"] / 1e6
    return [
        "## A country, on paper", "",
        f"Measured: {LONG_ROWS} x {LONG_ROWS} pixels, {arguments.long} dates, {pairs} pairs on one "
        f"worker in {one['seconds']:.1f} s: {rate:,.0f} pixels a second and core, "
        f"{one['memory'] / 2**30:.2f} GiB a worker, {one['passed'] / 1e6 / million:.0f} MB through "
        "the client a million pixels. Everything else is reckoned, with workers that scale as they "
        "do here and storage that keeps up.", "",
        *country(rate, pairs, arguments.long, one["memory"], one["processor"] / million),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
