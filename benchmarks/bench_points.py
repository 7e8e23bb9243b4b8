# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Time and memory of the tools that work by point, on a million series of 200 dates.

``python3 benchmarks/bench_points.py [--points 1000000] [--tools drivers failurewarning]`` makes an
HDF5 series in a scratch folder, runs each tool whole in a process of its own, without the series in
its result, and writes ``benchmarks/results_points.md``.
"""

import argparse
import importlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import h5py
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts")]
COLS, DATES = 1000, 200
FIRST = np.datetime64("2017-01-01")


def make(folder: Path, points: int) -> None:
    """Rates, seasons and noise, a level, and heads."""
    rng = np.random.default_rng(0)
    dates = FIRST + 12 * np.arange(DATES)
    years = (dates - FIRST).astype(float)[:, None] / 365.25
    rows = points // COLS
    with h5py.File(folder / "timeseries.h5", "w") as file:
        data = file.create_dataset("timeseries", (DATES, rows, COLS), "f4", chunks=(DATES, 10, 250))
        for row in range(0, rows, 10):
            wave = np.sin(2 * np.pi * years) * rng.normal(0, 2e-3, 10 * COLS)
            motion = years * rng.normal(0, 5e-3, 10 * COLS) + wave
            motion += rng.normal(0, 3e-3, motion.shape)
            data[:, row : row + 10] = motion.reshape(DATES, 10, COLS)
        file["date"] = np.array([str(day).replace("-", "") for day in dates], "S8")
        attributes = {
            "LENGTH": rows, "WIDTH": COLS, "X_FIRST": 500000.0, "X_STEP": 20.0, "Y_FIRST":
            4649776.0, "Y_STEP": -20.0, "EPSG": 32633, "X_UNIT": "meters", "UNIT": "m",
            "FILE_TYPE": "timeseries",
        }  # fmt: skip
        file.attrs.update({name: str(value) for name, value in attributes.items()})
    days = FIRST - 700 + np.arange(3500)
    level = np.cumsum(rng.normal(0, 0.1, len(days)))
    pairs = [f"{day},{value:.3f}" for day, value in zip(days, level)]
    (folder / "level.csv").write_text("date,level (m)\n" + "\n".join(pairs) + "\n")
    heads = "\n".join(f"w,{pair}" for pair in pairs)
    (folder / "heads.csv").write_text("well,date,head_m\n" + heads + "\n")


def asked(folder: Path) -> dict:
    """Parameters by tool."""
    out = folder / "out.gpkg"
    return {
        "pointvelocity": {"result": out},
        "drivers": {"drivers": [folder / "level.csv"], "lags": out},
        "forecastseries": {"forecast": out},
        "failurewarning": {"levels": out},
        "settlement": {"settlement": out, "dumped": "20151201", "incidence": 39.0},
        "aquifer": {"storage": out, "heads": [folder / "heads.csv"], "incidence": 39.0},
    }


def one(tool: str, folder: Path) -> None:
    """Run a tool here, and print what it took."""
    importlib.import_module("qgis_env").load_package()
    from groundshift.algorithms.toolbox import call

    begin = time.perf_counter(), time.process_time()
    call(tool, timeseries=folder / "timeseries.h5", with_series=False, **asked(folder)[tool])
    used = time.perf_counter() - begin[0], time.process_time() - begin[1]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    sys.stdout.write(f"{used[0]:.0f} {used[1]:.0f} {memory:.2f}\n")


def main() -> int:
    """Make, run, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--tools", nargs="+", default=list(asked(Path())))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one, options.folder)
        return 0
    lines = [
        f"{options.points:,} points of {DATES} dates, HDF5 in, a layer of points out; "
        f"{os.cpu_count()} cores. Made by `benchmarks/bench_points.py`.", "",
        "| tool | seconds | processor seconds | GiB |", "|---|---|---|---|",
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.points)
        for tool in options.tools:
            command = [sys.executable, __file__, "--one", tool, "--folder", folder]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            numbers = done.stdout.split()[-3:]
            lines.append(f"| {tool} | {' | '.join(numbers)} |")
            print(lines[-1], flush=True)
    target = ROOT / "benchmarks" / "results_points.md"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
