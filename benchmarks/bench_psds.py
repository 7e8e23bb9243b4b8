# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A large scene from radar images to motion: time and memory of every step beside the linking.

``python3 benchmarks/bench_psds.py [--sizes 1000 2000] [--dates 50] [--folder ...]`` simulates a
stack of each size, links its phases by `ds` alone (linked images and nothing else; before and after
the rest, the mean of both) and runs `psds` with its defaults, each in a process of its own with the
default memory budget and kernels that were compiled before; prints tables and writes them to
``benchmarks/results_psds.md``. It asks for free disk space first and removes what it made.
``--against FOLDER`` runs the chain on the same stack by another checkout, such as an older one.

The chain cannot be faster than the linking, which is by far its longest step. Other work on the
machine makes seconds longer but not those of the processor.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_sbas import machine, register

PAIRS_PER_DATE = 3
WARM = 64  # pixels along a side of the scene that compiles


def needed(size, dates):
    """Bytes on disk: two stacks of images, wrapped and unwrapped interferograms, files aside."""
    return size**2 * dates * (2 * 8.0 + PAIRS_PER_DATE * (8.0 + 10.0 + 2.0)) + 500.0 * size**2


def make_stack(folder, size, dates):
    """Cover classes, turbulence, heights and motion, as `simulateslc` has them by default."""
    from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
    from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation

    options = SlcOptions(rows=size, cols=size, dates=dates, seed=1)
    write_slc_simulation(simulate_slc(options), folder / "scene", "mintpy")


def peak_memory() -> int:
    """Bytes that this process held at most.

    What `resource` tells begins with what the process that started this one held at most, here in
    a simulation; Linux' own number of the process does not.
    """
    with contextlib.suppress(OSError):
        said = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
        return int(said.split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Spent:
    """Seconds, processor seconds and peak memory until now."""

    def __init__(self):
        self.begin, self.processor = time.perf_counter(), time.process_time()

    def now(self) -> dict:
        """Since it was made."""
        return {
            "seconds": time.perf_counter() - self.begin,
            "processor": time.process_time() - self.processor,
            "memory": peak_memory(),
        }


def run_linking(folder):
    """Link the phases and do nothing else; prints what was spent as JSON."""
    from groundshift.algorithms.chains.psds import ALPHA
    from groundshift.algorithms.toolbox import call

    spent = Spent()
    call("ds", stack=folder / "scene" / "inputs" / "slcStack.h5", alpha=ALPHA,
         linked=folder / "out" / "linked.h5")  # fmt: skip
    print(json.dumps(spent.now()))


def run_chain(folder):
    """Run the chain; prints what was spent by step, and in all, as JSON."""
    from groundshift.algorithms.chains import chain
    from groundshift.algorithms.toolbox import call

    steps = []

    class Measured(chain.Chain):
        """Measures its steps."""

        @contextlib.contextmanager
        def step(self, name, weight=None):
            own = Spent()
            with super().step(name, weight) as step:
                yield step
            steps.append((step.title, own.now()))

    chain.Chain = Measured
    images, spent = folder / "scene" / "inputs", Spent()
    found = call(
        "psds", stack=images / "slcStack.h5", geometry=images / "geometryGeo.h5",
        timeseries=folder / "out" / "series.h5", points=folder / "out" / "points.gpkg",
        velocity=folder / "out" / "velocity.tif",
    )  # fmt: skip
    print(json.dumps({"steps": steps, "all": spent.now(), "points": found["count"]}))


def part(script, what, folder):
    """One of the runs in a process of its own, with the stack fetched from the disk anew."""
    with open(Path(folder) / "scene" / "inputs" / "slcStack.h5", "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    command = [sys.executable, str(script), what, str(folder)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    shutil.rmtree(Path(folder) / "out", ignore_errors=True)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def gib(spent) -> str:
    """Peak memory of what was spent."""
    return f"{spent['memory'] / (1 << 30):.2f}"


def table(answer, linking):
    """Rows of the steps of a run, and of all together."""
    rows = [*answer["steps"], ("**all**", answer["all"]), ("linking alone", linking)]
    return [
        "| step | seconds | processor seconds | peak memory so far (GiB) |", "|---|---|---|---|",
        *(f"| {title} | {spent['seconds']:.1f} | {spent['processor']:.1f} | {gib(spent)} |"
          for title, spent in rows),
    ]  # fmt: skip


def times(answer, linking) -> str:
    """How long a run took against the linking alone."""
    by = {what: answer["all"][what] / linking[what] for what in ("processor", "seconds")}
    return (
        f"**{by['processor']:.2f} times the linking's processor seconds**, {by['seconds']:.2f} "
        "times its seconds"
    )


def compare(size, dates, folder, scripts):
    """Lines about a scene of one size, by each of the checkouts' scripts."""
    wanted, free = needed(size, dates), shutil.disk_usage(folder).free
    if free < 1.1 * wanted:
        sys.exit(f"{wanted / 1e9:.0f} GB are needed in {folder}, {free / 1e9:.0f} free")
    with tempfile.TemporaryDirectory(dir=folder) as name:
        make_stack(Path(name), size, dates)
        alone = [part(__file__, "--link", name)]
        answers = {title: part(script, "--run", name) for title, script in scripts.items()}
        alone.append(part(__file__, "--link", name))  # the machine is not as quick all the time
    linking = {what: (alone[0][what] + alone[1][what]) / 2 for what in alone[0]}
    lines = []
    for title, answer in answers.items():
        lines += [
            f"## {size} x {size} pixels, {dates} images{title}", "",
            f"{answer['points']:,} points; {times(answer, linking)}; peak memory "
            f"{gib(answer['all'])} GiB.", "", *table(answer, linking), "",
        ]  # fmt: skip
        print("\n".join(lines[-len(answer["steps"]) - 9 :]), flush=True)
    return lines


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000])
    parser.add_argument("--dates", type=int, default=50)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--against", help="another checkout, which runs on the same stack")
    parser.add_argument("--link", help=argparse.SUPPRESS)
    parser.add_argument("--run", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    register()
    if arguments.link or arguments.run:
        run, folder = (
            (run_linking, arguments.link) if arguments.link else (run_chain, arguments.run)
        )
        run(Path(folder))
        return
    scripts = {"": Path(__file__)}
    if arguments.against:
        scripts[", before"] = Path(arguments.against) / "benchmarks" / Path(__file__).name
    compare(WARM, arguments.dates, arguments.folder, scripts)
    lines = [
        "# From radar images to motion, beside the phase linking", "", f"{machine()}.", "",
        "Simulated scenes, defaults of `psds`, memory budget 2 GiB. Linking alone is `ds` that "
        "writes linked images and nothing else. Made by `benchmarks/bench_psds.py`.", "",
    ]  # fmt: skip
    for size in arguments.sizes:
        lines += compare(size, arguments.dates, arguments.folder, scripts)
    Path(__file__).with_name("results_psds.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
