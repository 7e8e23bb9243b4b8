# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A map of Coulomb stress change beside cfs-python, a port of Coulomb 3 to NumPy.

``python3 benchmarks/bench_coulomb.py [--quick]`` prints a table and writes it to
``benchmarks/results_coulomb.md``. The peer lives in an environment of its own: that of the
variable CFS_PYTHON, or ``.cfs-venv`` in this checkout, which is set up from PyPI. Both give the
same numbers before any time is believed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

ROOT = Path(__file__).resolve().parent.parent
CELL, PATCH, DEPTH, DIP = 0.6, 2.0, 7.3, 80.0  # km, degrees
RECEIVER = (75.0, 70.0, 150.0)
ROWS, COLUMNS = 10, 25


def cfs_python() -> str:
    """Interpreter of an environment with the peer."""
    given = os.environ.get("CFS_PYTHON")
    if given:
        return given
    folder = ROOT / ".cfs-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up cfs-python in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "cfs-python==0.1.2"], check=True)
    return str(python)


def make_case(folder, size):
    """Faults as a Coulomb file has them (top edge, km), and the nodes of the map."""
    rng = np.random.default_rng(1)
    dip = np.radians(DIP)
    faults = []
    for row in range(ROWS):
        top, bottom = (0.2 + (row + k) * PATCH * np.sin(dip) for k in (0, 1))
        for column in range(COLUMNS):
            start = (column - COLUMNS / 2) * PATCH
            # A fault along x dips to the south; its top edge moves with depth.
            y = -(top - 0.2) / np.tan(dip)
            right, reverse = rng.uniform(0, 3), rng.uniform(-1, 1)
            faults.append([start, y, start + PATCH, y, right, reverse, DIP, top, bottom])
    x = (np.arange(size) - (size - 1) / 2) * CELL * 200 / size
    np.savez(
        folder / "case.npz", x=x, y=x, faults=np.array(faults), depth=DEPTH,
        receiver=np.array(RECEIVER),
    )  # fmt: skip


def highest():
    """The process' own peak of memory, MiB (getrusage begins with that of its parent)."""
    rows = Path("/proc/self/status").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("VmHWM")) / 1024


def child(folder):
    """The map by the tool's own way, file out; prints seconds of two calls and memory."""
    register()
    from groundshift.algorithms.data.patches import PatchSet, SlipModel
    from groundshift.algorithms.formats.slip.slip_models import write_slip_model
    from groundshift.algorithms.toolbox import call

    case = np.load(folder / "case.npz")
    xs, ys, xf, yf, right, reverse, dip, top, bottom = case["faults"].T
    dip, middle = np.radians(dip), (top + bottom) / 2
    across = (middle - top) / np.tan(dip)
    rectangles = np.column_stack([
        1e3 * (xs + xf) / 2, 1e3 * (ys - across), 1e3 * middle, np.full(len(xs), np.pi / 2), dip,
        1e3 * (xf - xs), 1e3 * (bottom - top) / np.sin(dip),
    ])  # fmt: skip
    model = SlipModel(PatchSet.of_rectangles(rectangles), -right, reverse, np.zeros(len(xs)))
    step = case["x"][1] - case["x"][0]
    low, high = 1e3 * (case["x"][0] - step / 2), 1e3 * (case["x"][-1] + step / 2)
    write_slip_model(folder / "slip.gpkg", model, "")
    strike, dip, rake = RECEIVER
    given = {
        "slip": folder / "slip.gpkg", "extent": (low, low, high, high), "cell": 1e3 * step,
        "depths": f"{DEPTH:g}", "strike": strike, "dip": dip, "rake": rake, "shear_modulus": 32.0,
        "change": folder / "ours.tif",
    }  # fmt: skip
    seconds, peaks = [], []
    import numba  # noqa: F401  # what the plugin has loaded anyway
    from osgeo import gdal  # noqa: F401

    before = highest()
    for _ in range(2):
        start = time.perf_counter()
        call("coulomb", **given)
        seconds.append(time.perf_counter() - start)
        peaks.append(highest() - before)
    print(json.dumps([*seconds, peaks[-1]]))


def answer(command):
    """What a child process prints in its last line."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[1]} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def run(sizes):
    """Rows of the table."""
    from groundshift.algorithms.formats.rasters import read_raster

    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_case(folder, size)
            answer([sys.executable, __file__, "--child", folder])  # compiles
            first, later, peak = answer([sys.executable, __file__, "--child", folder])
            theirs, memory = answer([
                cfs_python(), Path(__file__).with_name("cfs_coulomb.py"), folder
            ])  # fmt: skip
            mine = read_raster(folder / "ours.tif")[1][0]
            peer = np.load(folder / "peer.npy").T[::-1] / 10  # bars; ours has north up
            apart = np.nanmax(np.abs(mine - peer)) / np.nanmax(np.abs(peer))
            if not apart < 1e-6:
                raise SystemExit(f"the two differ by {apart:.2g} of the largest change")
            yield size, first, later, peak, theirs, memory, apart


def main():
    """Print and keep the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--child", type=Path)
    options = parser.parse_args()
    if options.child:
        child(options.child)
        return
    register()
    lines = [
        "# A map of Coulomb stress change", "", machine(), "",
        f"{ROWS * COLUMNS} patches, one depth, fixed receivers, all cores, file out; seconds on "
        "the clock, and the peak of memory above that of the process with its packages loaded. "
        "The peer (cfs-python 0.1.2) is NumPy, map and tensors in memory, no file. Both agree to "
        "the share of the largest change in the last column. Load of the machine by others at the "
        f"start: {os.getloadavg()[0]:.1f}.", "",
        "| cells | ours, first call of a process | ours, later | peak (MiB) | cfs-python | peak "
        "(MiB) | apart |",
        "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for size, first, later, peak, theirs, memory, apart in run(
        (50,) if options.quick else (100, 200)
    ):
        lines.append(
            f"| {size} x {size} | {first:.2f} | {later:.2f} | {peak:.0f} | {theirs:.1f} "
            f"({theirs / later:.0f}x) | {memory:.0f} | {apart:.0e} |"
        )
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    if not options.quick:
        (Path(__file__).parent / "results_coulomb.md").write_text(text)


if __name__ == "__main__":
    main()
