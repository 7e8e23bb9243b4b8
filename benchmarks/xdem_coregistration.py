# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Aligns two elevation models by xDEM; `bench_coregistration.py` runs it in xDEM's environment.

Takes the reference, the model and a target, writes the aligned model on the reference's grid, and
prints version, shift (m east, north, up) and the seconds of two calls (clock, CPU) as JSON.
"""

import json
import sys
import time


def main():
    import xdem

    reference, moved, target = sys.argv[1:4]
    seconds = []
    for _ in range(2):
        begin = time.perf_counter(), time.process_time()
        first, second = xdem.DEM(reference), xdem.DEM(moved)
        fit = xdem.coreg.NuthKaab()
        aligned = fit.fit_and_apply(first, second)
        aligned.to_file(target)
        seconds.append([time.perf_counter() - begin[0], time.process_time() - begin[1]])
    found = fit.meta["outputs"]["affine"]
    shift = [float(found[f"shift_{axis}"]) for axis in "xyz"]
    print(json.dumps([xdem.__version__, shift, seconds]))


if __name__ == "__main__":
    main()
