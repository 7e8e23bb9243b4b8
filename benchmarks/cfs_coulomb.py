# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs in an environment with cfs-python (``bench_coulomb.py`` sets it up): a Coulomb map.

Takes a folder with ``case.npz`` as its argument, writes ``peer.npy`` there (bars), and prints
seconds and the peak of memory above what was there before, in MiB.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from cfs_lib.coulomb_math import calc_coulomb
from cfs_lib.okada_wrapper import okada_elastic_halfspace


def highest():
    """The process' own peak of memory, MiB (getrusage begins with that of its parent)."""
    rows = Path("/proc/self/status").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("VmHWM")) / 1024


def main():
    """Compute once."""
    folder = Path(sys.argv[1])
    case = np.load(folder / "case.npz")
    before = highest()
    start = time.perf_counter()
    table = okada_elastic_halfspace(
        case["x"], case["y"], case["faults"], 8e5, 0.25, float(case["depth"]),
        [100] * len(case["faults"]),
    )  # fmt: skip
    same = np.ones(len(table))
    strike, dip, rake = case["receiver"]
    change = calc_coulomb(strike * same, dip * same, rake * same, 0.4 * same, table[:, 8:14].T)[2]
    seconds = time.perf_counter() - start
    peak = highest() - before
    np.save(folder / "peer.npy", change.reshape(len(case["x"]), len(case["y"])))
    print(json.dumps([seconds, peak]))


main()
