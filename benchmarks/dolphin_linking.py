# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs dolphin's phase linking for ``bench_linking.py`` and ``accuracy_linking.py``.

Run by the interpreter of dolphin's environment. Jobs come as JSON on standard input, and the
seconds of each (of the processor, over all threads) and the largest memory of the process in MB
go to standard output.
"""

import json
import os
import resource
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
    # dolphin imports GDAL, which PyPI has no wheels of; its phase linking does without.
    for name in ("osgeo", "osgeo.gdal", "osgeo.gdal_array", "osgeo.gdalconst", "osgeo.osr"):
        sys.modules[name] = mock.MagicMock()
from dolphin import HalfWindow, Strides, shp
from dolphin.phase_link import run_phase_linking
from dolphin.workflows import ShpMethod


def link(images, job):
    """Neighbours, where they are not given, and linked phases."""
    strides = Strides(*job["strides"])
    if job["neighbours"]:
        neighbours = np.load(job["neighbours"])
    else:
        amplitude = np.abs(images)
        neighbours = shp.estimate_neighbors(
            halfwin_rowcol=tuple(job["half"]), alpha=job["alpha"], strides=strides,
            mean=amplitude.mean(axis=0), var=amplitude.var(axis=0), nslc=len(images),
            method=ShpMethod.GLRT,
        )  # fmt: skip
    return run_phase_linking(
        images, HalfWindow(*job["half"]), strides, use_evd=job["estimator"] == "evd",
        beta=job["beta"], neighbor_arrays=neighbours, compute_crlb=job["bound"],
    )  # fmt: skip


def run(job):
    """Run one job; returns the least seconds of its repeats."""
    images = np.load(job["images"])
    best, result = np.inf, None
    for number in range(job["repeats"] + 1):  # the first one compiles
        begin = time.process_time()
        result = link(images, job)
        if number:
            best = min(best, time.process_time() - begin)
    if job["out"]:
        np.savez(
            job["out"], linked=result.cpx_phase, quality=result.temp_coh, std=result.crlb_std_dev,
            estimator=result.estimator,
        )  # fmt: skip
    return best


jobs = json.load(sys.stdin)
seconds = [run(job) for job in jobs]
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump([*seconds, memory], sys.stdout)
