# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Peak memory of an SBAS inversion over growing scenes, under one memory budget.

Every scene is made and inverted in processes of their own; the peak is the resident memory that
the system counted. The base is the same process after a scene of a single block. Run it with
``python3 benchmarks/memory_sbas.py --budget 128 --megapixels 0.5 2 4``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS_A_DATE, DATES, COLS = 2, 20, 1600
BASE_ROWS = 64


def load_core():
    """Make the checkout importable as ``groundshift``."""
    sys.path.append(str(ROOT / "scripts"))
    import qgis_env

    qgis_env.load_package(linked=True)


def make_stack(path, rows: int) -> None:
    """A stack of smooth motion and noise, written strip by strip."""
    load_core()
    import numpy as np
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid, Window
    from groundshift.algorithms.formats.hdf5.stacks import StackWriter

    grid = Grid(rows, COLS, (5e5, 20.0, 0.0, 4.2e6, 0.0, -20.0), wkt_from_epsg(32633))
    index = [
        (i, j) for i in range(DATES) for j in range(i + 1, min(i + 1 + PAIRS_A_DATE, DATES))
    ]  # fmt: skip
    dates = np.datetime64("2020-01-05") + 12 * np.arange(DATES)
    rng = np.random.default_rng(1)
    height = 64
    with StackWriter(
        path, grid, dates[np.array(index)], 0.0555, np.zeros(len(index)), True, {"NLOOKS": "40"}
    ) as stack:
        for row in range(0, rows, height):
            window = Window(row, 0, min(height, rows - row), COLS)
            shape = (window.height, window.width)
            coherence = rng.uniform(0.3, 0.95, shape).astype("f4")
            for k, (i, j) in enumerate(index):
                phase = rng.normal(0.02 * (j - i), 0.3, shape).astype("f4")
                stack.write(k, window, phase, coherence)


def invert(path, folder, budget: int) -> None:
    """Invert with all outputs and print the peak."""
    load_core()
    import resource

    from groundshift.algorithms.job import Job
    from groundshift.algorithms.toolbox import call

    names = ("DISPLACEMENT", "VELOCITY", "VELOCITY_STD", "TEMPORAL_COHERENCE", "PAIR_COUNT",
             "SUBSETS")  # fmt: skip
    targets = {name.lower(): Path(folder, f"{name.lower()}.tif") for name in names}
    targets["timeseries"] = Path(folder, "series.h5")
    begin = time.perf_counter()
    found = call("sbas", Job(budget << 20), stack=path, robust=False, **targets)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"peak_mib": peak, "seconds": seconds, "pixels": found["pixels"]}))


def measure(rows: int, budget: int) -> dict:
    """Peak memory and size of one scene, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        stack = Path(folder, "stack.h5")
        _call("--make", str(stack), str(rows))
        size = stack.stat().st_size / 2**20
        answer = json.loads(_call("--invert", str(stack), folder, str(budget)))
    return {"rows": rows, "cols": COLS, "stack_mib": size, **answer}


def _call(*arguments) -> str:
    command = [sys.executable, str(Path(__file__).resolve()), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=int, default=128, help="MiB")
    parser.add_argument("--megapixels", type=float, nargs="+", default=[0.5, 2.0, 4.0])
    parser.add_argument("--json", action="store_true", help="print numbers instead of a table")
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--invert", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.make:
        make_stack(arguments.make[0], int(arguments.make[1]))
        return
    if arguments.invert:
        invert(arguments.invert[0], arguments.invert[1], int(arguments.invert[2]))
        return
    base = measure(BASE_ROWS, arguments.budget)["peak_mib"]
    results = [
        {**measure(round(size * 1e6 / COLS), arguments.budget), "base_mib": base}
        for size in arguments.megapixels
    ]
    if arguments.json:
        print(json.dumps(results))
        return
    print(f"Budget {arguments.budget} MiB; base (a scene of one block) {base:.0f} MiB.\n")
    print("| scene | pairs x dates | stack on disk | peak memory | over the base | time |")
    print("|---|---|---|---|---|---|")
    pairs = PAIRS_A_DATE * DATES - PAIRS_A_DATE * (PAIRS_A_DATE + 1) // 2
    for r in results:
        print(
            f"| {r['rows']} x {r['cols']} | {pairs} x {DATES} | {r['stack_mib']:.0f} MiB | "
            f"{r['peak_mib']:.0f} MiB | {r['peak_mib'] - base:.0f} MiB | {r['seconds']:.1f} s |"
        )


if __name__ == "__main__":
    main()
