# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs dolphin's neighbour tests for ``bench_shp.py`` and ``accuracy_shp.py``.

Run by the interpreter of dolphin's environment. Jobs come as JSON on standard input, and the
seconds of each (of the processor, over all threads) go to standard output.
"""

import json
import os
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["NUMBA_NUM_THREADS"] = "1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import importlib.util
from unittest import mock

import numpy as np

if importlib.util.find_spec("osgeo") is None:
    # dolphin imports GDAL, which PyPI has no wheels of; its neighbour tests do without.
    for name in ("osgeo", "osgeo.gdal", "osgeo.gdal_array", "osgeo.gdalconst", "osgeo.osr"):
        sys.modules[name] = mock.MagicMock()
from dolphin import Strides, shp
from dolphin.workflows import ShpMethod


def run(job):
    """Run one job; returns the least seconds of its repeats."""
    amplitude = np.load(job["amplitude"])
    options = {
        "halfwin_rowcol": tuple(job["half"]), "alpha": job["alpha"],
        "strides": Strides(*job["strides"]), "nslc": len(amplitude), "amp_stack": amplitude,
        "method": ShpMethod.GLRT if job["test"] == "glrt" else ShpMethod.KS,
    }  # fmt: skip
    if job["moments_given"]:
        options["mean"], options["var"] = amplitude.mean(axis=0), amplitude.var(axis=0)
    if job["repeats"]:  # compiles for this size
        first = options
        if job["test"] == "ks":
            first = {**options, "amp_stack": amplitude[:, :40, :40]}
        np.asarray(shp.estimate_neighbors(**first))
    best = np.inf
    for _ in range(max(1, job["repeats"])):
        begin = time.process_time()
        found = np.asarray(shp.estimate_neighbors(**options))
        best = min(best, time.process_time() - begin)
    if job["out"]:
        np.save(job["out"], found)
    return best


json.dump([run(job) for job in json.load(sys.stdin)], sys.stdout)
