# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Times MintPy's own inversion of one patch; `bench_sbas.py` runs it in MintPy's environment.

Reads a JSON object from standard input: ``stack`` (HDF5 file), ``weights`` (MintPy's name),
``rows``, ``cols``, ``workers`` (0: MintPy without Dask), ``out`` (npz file for the results).
Prints the seconds as the last line.
"""

import json
import os
import sys
import time


def main():
    for name in ("OMP", "OPENBLAS", "MKL"):  # as MintPy sets them itself
        os.environ[f"{name}_NUM_THREADS"] = "1"
    import h5py
    import numpy as np
    from mintpy.ifgram_inversion import run_ifgram_inversion_patch
    from mintpy.objects.cluster import DaskCluster

    job = json.load(sys.stdin)
    with h5py.File(job["stack"]) as file:
        pairs = len(file["date"])
        dates = len(np.unique(file["date"]))
    rows, cols = job["rows"], job["cols"]

    def options(rows):
        return {
            "ifgram_file": job["stack"],
            "box": [0, 0, cols, rows],
            "ref_phase": np.zeros(pairs),
            "weight_func": job["weights"],
        }

    if job["workers"] == 0:
        run_ifgram_inversion_patch(**options(1))
        begin = time.perf_counter()
        series, _, quality, count, _ = run_ifgram_inversion_patch(**options(rows))
        seconds = time.perf_counter() - begin
    else:
        cluster = DaskCluster("local", str(job["workers"]))
        cluster.open()

        def empty(rows):
            shape = (rows, cols)
            return [np.zeros((dates, *shape)), None, np.zeros(shape), np.zeros(shape)]

        # The workers start and import MintPy in a first, untimed patch.
        cluster.run(run_ifgram_inversion_patch, options(1), empty(1))
        begin = time.perf_counter()
        series, _, quality, count = cluster.run(
            run_ifgram_inversion_patch, options(rows), empty(rows)
        )
        seconds = time.perf_counter() - begin
        cluster.close()
    np.savez(job["out"], series=series, quality=quality, count=count)
    print(f"\n{seconds!r}")


if __name__ == "__main__":
    main()
