# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles the kernels of the main tools ahead: the tools run on scenes of a few pixels.

So it is what the tools really call that is compiled, in several processes at a time, and a tool
waits for none of it later. Numba keeps what it compiled, see :mod:`.kernels`.
"""

from __future__ import annotations

import contextlib
import multiprocessing.spawn
import os
import sys
import tempfile
import time
from pathlib import Path

_PAIRS = ("simulatestack", {"folder": "@pairs", "rows": 60, "cols": 60, "dates": 12})
_STACK = ("importstack", {"folder": "@pairs", "stack": "@stack.h5"})
_SBAS = ("sbas", {"stack": "@stack.h5", "timeseries": "@series.h5", "velocity": "@v.tif"})
_PLACE = {"fault_strike": 140, "fault_dip": 50, "fault_length": 12, "fault_width": 10}
_FAULT = {**_PLACE, "fault_point": (13.4, 42.3), "fault_depth": 1}
TRIALS = {
    "chain": (_PAIRS, ("smallbaseline", {
        "folder": "@pairs", "timeseries": "@series.h5", "velocity": "@v.tif", "points": "@p.gpkg",
    }), ("activeareas", {"points": "@p.gpkg", "areas": "@a.gpkg"})),
    "series": (_PAIRS, _STACK, _SBAS,
        ("velocity", {"timeseries": "@series.h5", "annual": True, "velocity": "@w.tif"})),
    "scatterers": (
        ("simulateslc", {"folder": "@images", "rows": 60, "cols": 80, "dates": 12}),
        ("psds", {
            "stack": "@images/inputs/slcStack.h5", "timeseries": "@series.h5",
            "points": "@p.gpkg",
        }),
    ),
    "gradients": (_PAIRS, _STACK,
        ("gradientstack", {"stack": "@stack.h5", "gradient": "@g.tif"}),
        ("stacking", {"stack": "@stack.h5", "velocity": "@v.tif"}),
        ("detectmotion", {"input": "@stack.h5", "objects": "@o.gpkg"})),
    "source": (
        ("forwardmodel", {
            **_FAULT, "rake": -90, "slip_m": 1, "incidence": 39, "heading": 192, "cell": 500,
            "displacement": "@d.tif",
        }),
        ("downsample", {
            "raster": "@d.tif", "incidence": 39, "heading": 192, "count": 100,
            "samples": "@s.gpkg",
        }),
        ("slipinversion", {**_FAULT, "samples": "@s.gpkg", "slip": "@f.gpkg"}),
        ("coulomb", {"slip": "@f.gpkg", "strike": 140, "dip": 50, "rake": -90, "change": "@c.tif"}),
        ("faultsearch", {
            "samples": "@s.gpkg", "steps": 5, "chain_steps": 100, "enough": 0, "fault": "@g.gpkg",
        }),
    ),
    "geometry": (("simulatestack", {**_PAIRS[1], "true_velocity": "@v.tif"}),
        ("decompose", {
            "rates": "@v.tif", "incidence": 39, "heading": 348, "rates_2": "@v.tif",
            "incidence_2": 39, "heading_2": 192, "up": "@u.tif", "east": "@e.tif",
        })),
    "tracking": (
        ("simulateslc", {"folder": "@images", "rows": 90, "cols": 120, "dates": 2}),
        ("offsets", {
            "stack": "@images/inputs/slcStack.h5", "reference_day": "20200105",
            "secondary_day": "20200117", "offsets": "@o.tif",
        })),
}  # fmt: skip
"""Tools and their parameters by subject, the longest first; ``@`` is a file of a scratch folder."""


def compile_ahead(progress=None, cancelled=None, python=None, workers=None) -> dict:
    """Compile the kernels of the main tools in processes of their own, which give way to others.

    Parameters
    ----------
    progress : function(share), optional
    cancelled : function() -> bool, optional
    python : path, optional
        Interpreter; this one's by default.
    workers : int, optional
        Processes at a time; all cores but one by default.

    Returns
    -------
    dict of str to str
        Subjects that failed, and why; those that were not tried any more are missing.
    """
    waiting, running, failed = list(TRIALS), {}, {}
    workers = workers or max(1, (os.cpu_count() or 1) - 1)
    try:
        while waiting or running:
            if cancelled is not None and cancelled():
                break
            while waiting and len(running) < workers:
                subject = waiting.pop(0)
                running[subject] = _started(subject, python or sys.executable)
            time.sleep(0.1)
            for subject, (process, answer) in list(running.items()):
                if not process.is_alive():
                    del running[subject]
                    if process.exitcode:
                        failed[subject] = answer.recv() if answer.poll() else "it was ended"
                    if progress is not None:
                        progress(1 - (len(waiting) + len(running)) / len(TRIALS))
    finally:
        for process, _ in running.values():
            process.kill()
            process.join()
    return failed


def _started(subject, python):
    """A process that tries a subject's tools, and where it tells what went wrong."""
    context = multiprocessing.get_context("spawn")
    answer, told = context.Pipe(False)
    process = context.Process(target=_told, args=(subject, told), daemon=True)
    # Not resolved: numba knows the kernels by the path that they are imported by.
    home = str(Path(os.path.abspath(__file__)).parents[2])
    before = multiprocessing.spawn.get_executable()
    context.set_executable(python)
    sys.path.insert(0, home)
    try:
        process.start()
    finally:
        sys.path.remove(home)
        context.set_executable(before)
    told.close()
    return process, answer


def _told(subject, told) -> None:
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    try:
        try_out(subject)
    except Exception as error:
        told.send(f"{type(error).__name__}: {error}")
        raise SystemExit(1) from error


def try_out(subject: str) -> None:
    """Run the tools of a subject in a folder that goes afterwards."""
    from .toolbox import call

    with tempfile.TemporaryDirectory(prefix="groundshift-") as folder:
        for name, given in TRIALS[subject]:
            call(name, **{key: _placed(value, folder) for key, value in given.items()})


def _placed(value, folder):
    is_file = isinstance(value, str) and value.startswith("@")
    return str(Path(folder, value[1:])) if is_file else value
