# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Times MintPy's steps on a stack; `bench_chain.py` runs it in MintPy's environment.

Reads a JSON object from standard input: ``folder`` with ``ifgramStack.h5``, ``geometryGeo.h5`` and
``maskConnComp.h5``; ``row``, ``col`` of the reference. Runs the commands of `smallbaselineApp` in
its order, each in this process after its modules are loaded, and prints the seconds
(processor time) of each as a JSON object in the last line.
"""

import contextlib
import importlib
import io
import json
import os
import sys
import time

STEPS = (
    ("network", "modify_network",
     ("ifgramStack.h5", "--coherence-based", "--min-coherence", "0.1", "--mask", "no")),
    ("closure", "unwrap_error_phase_closure",
     ("ifgramStack.h5", "-c", "maskConnComp.h5", "-n", "100")),
    ("sbas", "ifgram_inversion",
     ("ifgramStack.h5", "-i", "unwrapPhase", "-w", "var", "--ram", "2")),
    ("troposphere", "tropo_phase_elevation",
     ("timeseries.h5", "-g", "geometryGeo.h5", "-m", "maskConnComp.h5", "-o", "tropo.h5")),
    ("ramps", "remove_ramp", ("tropo.h5", "-m", "maskConnComp.h5", "-o", "ramp.h5")),
    ("demerror", "dem_error", ("ramp.h5", "-g", "geometryGeo.h5", "-o", "dem.h5")),
    ("velocity", "timeseries2velocity", ("dem.h5", "-o", "velocity.h5")),
)  # fmt: skip


def main():
    """Run all steps."""
    for name in ("OMP", "OPENBLAS", "MKL"):  # as MintPy sets them itself
        os.environ[f"{name}_NUM_THREADS"] = "1"
    job = json.load(sys.stdin)
    os.chdir(job["folder"])
    seconds, problems = {}, {}
    with contextlib.redirect_stdout(io.StringIO()):
        for module in ("modify_network", "unwrap_error_phase_closure", "ifgram_inversion",
                       "tropo_phase_elevation", "dem_error", "timeseries2velocity",
                       "utils.utils1"):  # fmt: skip
            importlib.import_module(f"mintpy.{module}")
        importlib.import_module("mintpy.cli.reference_point").main(
            ["ifgramStack.h5", "--row", str(job["row"]), "--col", str(job["col"])]
        )
        for step, program, arguments in STEPS:
            command = importlib.import_module(f"mintpy.cli.{program}")
            begin = time.process_time()
            try:
                command.main(list(arguments))
                seconds[step] = time.process_time() - begin
            except (Exception, SystemExit) as error:
                problems[step] = f"{type(error).__name__}: {error}"
    print(json.dumps({"seconds": seconds, "problems": problems}))


if __name__ == "__main__":
    main()
