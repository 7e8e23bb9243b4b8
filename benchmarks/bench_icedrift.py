# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of sea ice beside OpenCV's and scikit-image's ORB, on a real pair, in one run on one core.

``NUMBA_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 benchmarks/bench_icedrift.py FIRST SECOND``
with two images of ice; the peers run in the interpreter that PEERS_PYTHON names (this one by
default) and are left out where they are not installed. Writes ``benchmarks/results_icedrift.md``.
Kernels are compiled before; the peers only match, ours also refines, filters and makes a grid.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from peers import ROOT, machine, register

register()
from groundshift.algorithms.cryosphere.tools.icedrift import IceDrift  # noqa: E402
from groundshift.algorithms.cryosphere.tools.scene_pair import read_pair  # noqa: E402
from groundshift.algorithms.formats.vectors.tables import read_table  # noqa: E402
from groundshift.algorithms.job import Job  # noqa: E402
from groundshift.algorithms.toolbox import call  # noqa: E402

NEAR = 5000.0  # metres of the median


def judged(x, y):
    """Vectors, and the share of them near the median."""
    off = np.hypot(x - np.median(x), y - np.median(y)) if len(x) else np.zeros(1)
    return len(x), 100 * float(np.mean(off < NEAR))


def ours(first, second, folder):
    """(what, vectors, share near the median, seconds of one core)."""
    given = {"first": first, "second": second}
    for _ in range(2):
        begin = time.process_time()
        call("icedrift", vectors=folder / "v.gpkg", **given)
        took = time.process_time() - begin
    columns = read_table(folder / "v.gpkg").columns
    vectors = judged(columns["x_m"], columns["y_m"])
    return "Groundshift, `icedrift` as a whole", *vectors, took


def peers(first, second, folder):
    """The same of each package, on the very pixels that ours works on."""
    chosen = SimpleNamespace(**{
        name: parameter.default for name, parameter in IceDrift.FIELDS.items()
        if not isinstance(parameter, tuple)
    } | {"first": first, "second": second, "land": None})  # fmt: skip
    pair = read_pair(chosen, Job())
    images = [np.clip(128 + 50 * image, 0, 255).astype(np.uint8) for image, _ in pair.images]
    np.savez(folder / "images.npz", first=images[0], second=images[1])
    script = Path(__file__).with_name("icedrift_peers.py")
    done = subprocess.run(
        [os.environ.get("PEERS_PYTHON", sys.executable), str(script)], text=True,
        input=json.dumps({"images": str(folder / "images.npz")}), capture_output=True,
        check=True,
    )  # fmt: skip
    for line in done.stdout.splitlines():
        found = json.loads(line)
        one, other = (np.array(found[name]).reshape(-1, 2) for name in ("first", "second"))
        moved = (other + np.array(pair.shift[::-1]) - one) * pair.pixel
        yield found["name"], *judged(moved[:, 0], -moved[:, 1]), found["seconds"]


def main():
    """Run both, write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first")
    parser.add_argument("second")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        rows = [ours(given.first, given.second, folder)]
        rows += peers(given.first, given.second, folder)
    lines = [
        "# Drift of sea ice: Groundshift beside ORB of other packages", "", f"{machine()}", "",
        f"{Path(given.first).name} and {Path(given.second).name}; one core, compiled. Near: within "
        f"{NEAR / 1000:g} km of the median vector. Made by `benchmarks/bench_icedrift.py`, which "
        "says what is compared.", "",
        "| | vectors | near (%) | s | s for 1000 near ones |", "| --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for name, count, near, seconds in rows:
        rate = 1e3 * seconds / max(0.01 * near * count, 1)
        lines.append(f"| {name} | {count} | {near:.1f} | {seconds:.1f} | {rate:.2f} |")
    text = "\n".join(lines) + "\n"
    print(text)
    (ROOT / "benchmarks" / "results_icedrift.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
