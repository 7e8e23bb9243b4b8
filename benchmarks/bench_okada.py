# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dislocations beside pyrocko's C kernel, Okada's own Fortran (okada-wrapper) and cutde.

``python3 benchmarks/bench_okada.py [--quick]`` prints a table and writes it to
``benchmarks/results_okada.md``. The peers come from PyPI into ``.okada-venv`` (okada-wrapper is
built there, which takes gfortran); set OKADA_PYTHON to the interpreter of an environment that has
them to use that one.

All sum the displacement by all faults at all points, on one core. Seconds are those of the
processor, warm, the best of several (one for the slow okada-wrapper and cutde); a peer that cannot
be had is named with the reason.
pyrocko and okada-wrapper always compute the gradients with the displacement, so that ours with
gradients stands beside. "Largest difference" is relative to the largest displacement.
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

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import ROOT, machine, register

CASES = ((250, 2000), (600, 10000))
PEERS = {"pyrocko": 3, "okada-wrapper": 1, "cutde": 1}  # repeats
REPEATS = 5


def peers_python():
    """Interpreter of an environment with the peers: OKADA_PYTHON, or one that is set up here."""
    given = os.environ.get("OKADA_PYTHON")
    if given:
        return given
    folder = ROOT / ".okada-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up the peers in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
    for package in PEERS:
        name = package.replace("-", "_")
        if subprocess.run([python, "-c", f"import {name}"], capture_output=True).returncode:
            subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True)
    return str(python)


def run_peers(python, jobs):
    """Answers of ``okada_peers.py``."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [python, str(Path(__file__).with_name("okada_peers.py"))], input=json.dumps(jobs),
        capture_output=True, text=True, env=environment,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"the peers failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def versions(python):
    """Names and versions of the peers."""
    code = (
        "from importlib.metadata import version, PackageNotFoundError\n"
        f"for name in {list(PEERS)}:\n"
        "    try: print(name, version(name))\n"
        "    except PackageNotFoundError: print(name, 'could not be installed')"
    )
    done = subprocess.run([python, "-c", code], capture_output=True, text=True)
    return ", ".join(done.stdout.strip().splitlines())


def make_case(faults, points, deep, seed=0):
    """Patches of a curved fault plane of many dips, with points around."""
    random = np.random.default_rng(seed)
    columns = int(np.sqrt(2 * faults))
    number = np.arange(faults)
    along, down = number % columns - columns / 2, number // columns
    dip = np.radians(40 + 45 * np.abs(np.sin(0.1 * along)))
    size = np.full(faults, 2e3)
    rows = np.column_stack(
        [along * 2e3, 500 * np.sin(0.2 * along), 1.2e3 + down * 2e3, 1.57 + 0.1 * np.cos(along)]
        + [dip, size, size]
    )
    places = random.uniform(-6e4, 6e4, (points, 3))
    places[:, 2] = -random.uniform(100, 15e3, points) if deep else 0
    return {"points": places, "faults": rows, "slip": random.normal(size=(faults, 3))}


def timed(call, repeats=REPEATS):
    """Seconds of the processor, the best of several, and the result."""
    best = np.inf
    for _ in range(repeats):
        begin = time.process_time()
        result = call()
        best = min(best, time.process_time() - begin)
    return best, result


def compare(name, case, ours, python, folder, peers=PEERS):
    """Lines of the table for one case; `ours` maps what is computed to a call.

    The first of `ours` is the displacement that the peers are compared with.
    """
    path = folder / "case.npz"
    np.savez(path, **case)
    times, results = zip(*(timed(call) for call in ours.values()))
    lines = [f"| {name} | ours, {what} | {seconds:.3f} | | |" for what, seconds in zip(ours, times)]
    files = {peer: str(folder / f"{peer}.npy") for peer in peers}
    jobs = [
        {"case": str(path), "peer": peer, "repeats": PEERS[peer], "out": files[peer]}
        for peer in peers
    ]
    for peer, answer in zip(peers, run_peers(python, jobs)):
        if "missing" in answer:
            lines.append(f"| {name} | {peer} | not to be had: {answer['missing']} | | |")
            continue
        theirs = np.load(files[peer])
        difference = abs(theirs - results[0]).max() / abs(results[0]).max()
        seconds = answer["seconds"]
        lines.append(
            f"| {name} | {peer} | {seconds:.2f} | **{seconds / times[0]:.0f}** | {difference:.0e} |"
        )
    print("\n".join(lines), flush=True)
    return lines


def rectangles(python, folder, quick):
    """Lines of the table for rectangles."""
    from groundshift.algorithms.source import okada

    lines = []
    for faults, points in CASES[:1] if quick else CASES:
        for deep in (False, True):
            case = make_case(faults, points, deep)
            given = case["points"], case["faults"], case["slip"]
            ours = {
                "displacement": lambda given=given: okada.displacement(*given),
                "displacement and gradients": (
                    lambda given=given: okada.displacement_gradients(*given)
                ),
            }
            name = f"{faults} rectangles, {points:,} points {'at depth' if deep else 'at surface'}"
            lines += compare(name, case, ours, python, folder)
    return lines


def triangular(python, folder, quick):
    """Lines of the table for triangles, beside cutde alone."""
    from groundshift.algorithms.source import triangles

    lines = []
    for count, points in CASES[:1] if quick else CASES:
        for deep in (False, True):
            case = make_triangles(count, points, deep)
            given = case["points"], case["triangles"], case["slip"]
            ours = {
                "displacement": lambda given=given: triangles.displacement(*given),
                "displacement and gradients": (
                    lambda given=given: triangles.displacement_gradients(*given)
                ),
            }
            name = f"{count} triangles, {points:,} points {'at depth' if deep else 'at surface'}"
            lines += compare(name, case, ours, python, folder, ("cutde",))
    return lines


def make_triangles(count, points, deep, seed=0):
    """Triangles of all shapes below 5 km, corners counter-clockwise from above as cutde's slip is
    that of the side of the corners' normal."""
    random = np.random.default_rng(seed)
    centre = random.uniform((-4e4, -4e4, -2e4), (4e4, 4e4, -7e3), (count, 3))
    corners = centre[:, None] + random.uniform(-1500, 1500, (count, 3, 3))
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    below = normal[:, 2] < 0
    corners[below] = corners[below][:, ::-1]
    places = random.uniform(-6e4, 6e4, (points, 3))
    places[:, 2] = -random.uniform(100, 15e3, points) if deep else 0
    return {"points": places, "triangles": corners, "slip": random.normal(size=(count, 3))}


def alone():
    """Lines for what no peer does in one call: design matrix, and stress on a grid."""
    from groundshift.algorithms.data.medium import Medium
    from groundshift.algorithms.source import okada
    from groundshift.algorithms.source.elastic import stress

    case = make_case(600, 4000, False)
    look = np.tile([-0.6, -0.1, 0.79], (4000, 1))
    components = np.random.default_rng(1).normal(size=(600, 2, 3))
    given = case["points"], look, case["faults"], components
    green, _ = timed(lambda: okada.green_los(*given))
    case = make_case(250, 40000, True)
    given = case["points"], case["faults"], case["slip"]
    grid, _ = timed(lambda: stress(okada.gradients(*given), Medium()), 2)
    return [
        "| what | seconds of the processor |",
        "| --- | --- |",
        f"| responses along the line of sight, 600 patches x 4,000 data x 2 rakes | {green:.2f} |",
        f"| stress tensor at 200 x 200 points at depth from 250 patches | {grid:.2f} |",
    ]


def first_calls():
    """Lines on a new process' first calls: with nothing compiled yet, and with the cache."""
    script = (
        f"import sys, time; sys.path.insert(0, {str(Path(__file__).resolve().parent)!r})\n"
        "from bench_okada import first_call; first_call()"
    )
    lines = ["| first call in a process | displacement s | gradients s |", "| --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as cache:
        for name in ("nothing compiled yet", "compiled before"):
            done = subprocess.run(
                [sys.executable, "-c", script], capture_output=True, text=True, check=True,
                env={**os.environ, "NUMBA_CACHE_DIR": cache},
            )  # fmt: skip
            times = done.stdout.split()
            lines.append(f"| {name} | {times[0]} | {times[1]} |")
    return lines


def first_call():
    """Print seconds of the processor of the first calls in this process."""
    register()
    from groundshift.algorithms.source import okada

    case = make_case(3, 10, True)
    for function in (okada.displacement, okada.gradients):
        begin = time.process_time()
        function(case["points"], case["faults"], case["slip"])
        print(f"{time.process_time() - begin:.1f}")


def run(quick):
    """Run all cases; returns the lines of the report."""
    import numba

    numba.set_num_threads(1)
    python = peers_python()
    lines = [
        "# Dislocations: Groundshift and public codes",
        "",
        f"{machine()}; {versions(python)}.",
        "",
        "Seconds of the processor on one core, warm. Made by `benchmarks/bench_okada.py`, which "
        "says what is timed.",
        "",
        "| case | code | seconds | **theirs / ours** | largest difference |",
        "| --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as name:
        lines += rectangles(python, Path(name), quick)
        lines += triangular(python, Path(name), quick)
    lines += ["", *alone(), "", *first_calls()]
    print("\n".join(lines))
    return lines


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="the smaller cases only")
    arguments = parser.parse_args()
    register()
    lines = run(arguments.quick)
    if not arguments.quick:
        Path(__file__).with_name("results_okada.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
