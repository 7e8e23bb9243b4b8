# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs published unwrappers in their own environment: ``python peers_unwrap.py in.npz out.npz``.

The environment needs ``pip install whirlwind-insar snaphu spurt``. Times are CPU seconds of this
process and of those that it starts, which other programs on the machine do not change.
"""

import contextlib
import io
import logging
import os
import sys

import numpy as np


def cpu_seconds():
    return sum(os.times()[:4])


def by_whirlwind(phase, coherence, looks):
    import whirlwind

    phasor = np.exp(1j * phase).astype(np.complex64)
    start = cpu_seconds()
    found, _ = whirlwind.unwrap(phasor, coherence, looks)
    return found, cpu_seconds() - start


def by_snaphu(phase, coherence, looks):
    import snaphu

    phasor = np.exp(1j * phase).astype(np.complex64)
    start = cpu_seconds()
    found, _ = snaphu.unwrap(phasor, coherence, looks)
    return found, cpu_seconds() - start


def by_spurt(xy, series, pairs):
    """spurt's own workflow for a tile: Hop3 in time, Delaunay in space; two processes."""
    logging.disable(logging.INFO)
    from spurt.graph import DelaunayGraph, Hop3Graph
    from spurt.io import Irreg3DInput
    from spurt.mcf import ORMCFSolver
    from spurt.workflows.emcf import Solver, SolverSettings

    images = np.exp(1j * series.T).astype(np.complex64)
    start = cpu_seconds()
    with contextlib.redirect_stdout(io.StringIO()):
        space, hops = ORMCFSolver(DelaunayGraph(xy)), ORMCFSolver(Hop3Graph(len(images)))
        solver = Solver(space, hops, SolverSettings(t_worker_count=2, s_worker_count=2))
        found = solver.unwrap_cube(Irreg3DInput(images, xy))
    seconds = cpu_seconds() - start
    number = {tuple(link): k for k, link in enumerate(np.asarray(hops.edges).tolist())}
    return np.stack([found[number[tuple(pair)]] for pair in pairs.tolist()]), seconds


def main():
    given = dict(np.load(sys.argv[1]))
    if "xy" in given:
        found, seconds = by_spurt(given["xy"], given["series"], given["pairs"])
    else:
        method = {"whirlwind": by_whirlwind, "snaphu": by_snaphu}[str(given["method"])]
        found, seconds = method(given["phase"], given["coherence"], float(given["looks"]))
    np.savez(sys.argv[2], found=found, seconds=seconds)


main()
