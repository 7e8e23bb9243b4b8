# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a slip inversion takes, and how bounded least squares compare with SciPy's.

``python3 benchmarks/bench_slip.py [--quick]`` prints tables in Markdown and writes them to
``benchmarks/results_slip.md``: a fault of 600 patches with two components each, 4,000 samples of
two tracks with whole covariances, 16 dips and 12 smoothings, from the whitening to the choice, in
seconds of the clock and of the processor; then one problem of it by block pivoting, cold and from
a neighbour's solution, and by SciPy's ``lsq_linear`` (BVLS) and ``nnls`` on the same numbers.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from pathlib import Path

import numpy as np
from scipy.optimize import lsq_linear, nnls

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import machine
from slip_cases import noisy

# isort: split
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.source.dipping import turned
from groundshift.algorithms.source.elastic import green_los
from groundshift.algorithms.source.slip_equations import SlipOptions, slip_equations
from groundshift.algorithms.source.slip_errors import monte_carlo, resolution
from groundshift.algorithms.source.slip_inversion import solve_slip, variances
from groundshift.algorithms.source.smoothing import choose, default_smoothings, slip_grid
from groundshift.algorithms.source.whitening import whitening

LOOKS = np.array([[-0.5770, -0.1065, 0.8097], [0.6072, -0.1095, 0.7869]])


def problem(columns, rows, count, seed=1):
    """A vertical fault to the north with a bump of slip, and noisy samples around it."""
    size = 2000.0
    row, column = np.divmod(np.arange(rows * columns), columns)
    north, depth = (column - (columns - 1) / 2) * size, (row + 0.5) * size
    fixed = np.tile([0.0, np.pi / 2, size, size], (len(row), 1))
    patches = PatchSet.of_rectangles(
        np.column_stack([0 * north, north, depth, fixed]), None, row, column
    )
    bump = 3 * np.exp(-((north / 12e3) ** 2) - ((depth - 7e3) / 5e3) ** 2)
    truth = SlipModel.of_rake(turned(patches, np.radians(70)), bump, np.radians(10.0))
    generator = np.random.default_rng(seed)
    track = np.arange(count) % 2
    places = generator.uniform(-60e3, 60e3, (count, 2))
    points = np.column_stack([places, np.zeros(count)])
    values = green_los(truth.patches, truth.components[:, None], points, LOOKS[track])
    samples = Samples(
        places, values.sum(axis=(1, 2)), LOOKS[track], track, (Track("A"), Track("D")),
        np.full(count, np.nan), np.ones(count), np.zeros((count, 2)),
    )  # fmt: skip
    return truth.patches, noisy(samples, 6.0, 8000.0, seed)


class Clock:
    """Rows of seconds by step."""

    def __init__(self):
        self.rows = []

    def __call__(self, title, function):
        wall, cpu = time.perf_counter(), time.process_time()
        result = function()
        self.rows.append(
            (title, f"{time.perf_counter() - wall:.2f}", f"{time.process_time() - cpu:.2f}")
        )
        return result


def main():
    """Run all and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a small fault")
    quick = parser.parse_args().quick
    columns, rows, count, dips, smooth = (15, 10, 800, 4, 4) if quick else (30, 20, 4000, 16, 12)
    patches, samples = problem(columns, rows, count)
    options = SlipOptions("range", np.radians([-35.0, 55.0]))
    clock, even = Clock(), np.ones(2)
    slip_equations(
        samples.chosen(np.arange(len(samples)) < 20),
        whitening(samples.chosen(np.arange(len(samples)) < 20)),
        patches,
        options,
    )
    white = clock("whitening: covariances and their factors", lambda: whitening(samples))
    equations = clock(
        "equations of one dip: responses, whitening, normal matrix",
        lambda: slip_equations(samples, white, patches, options),
    )
    smoothings = default_smoothings(equations, even, smooth)
    trial = np.linspace(55, 85, dips)
    start = time.perf_counter()
    grid = clock(
        f"grid of {dips} dips and {smooth} smoothings, all of it",
        lambda: slip_grid(
            trial, lambda dip: slip_equations(
                samples, white, turned(patches, np.radians(dip)), options
            ), smoothings, even,
        ),
    )  # fmt: skip
    minutes = (time.perf_counter() - start) / 60
    one, two = choose(grid, "log_sum")
    found = grid.solutions[one][two]
    equations = slip_equations(samples, white, turned(patches, np.radians(trial[one])), options)
    scale = np.maximum(variances(equations, found), 1.0)
    clock("posterior errors and resolution", lambda: resolution(equations, found, scale))
    clock("50 Monte Carlo data sets",
          lambda: monte_carlo(equations, white, found, found.x, scale, 50))  # fmt: skip
    systems = sum(part.rounds for row in grid.solutions for part in row)
    worst = max(part.violation for row in grid.solutions for part in row)
    lines = [
        "# Slip inversion: time", "",
        f"Made by `benchmarks/bench_slip.py` on {machine()} (load {os.getloadavg()[0]:.1f} at the "
        f"end): {len(patches)} patches, {len(samples)} samples.", "",
        "| step | s | s of the processor |", "| --- | --- | --- |",
        *("| " + " | ".join(row) + " |" for row in clock.rows), "",
        f"The grid took {minutes:.1f} minutes: {systems} systems of up to "
        f"{len(equations.lower)} unknowns, {systems / grid.misfit.size:.1f} a problem; the largest "
        f"offence against the optimality conditions is {worst:.0e}. Chosen: dip {trial[one]:g} "
        f"(true 70). Memory at most "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2:.1f} GiB.", "",
        *peers(equations, found, smoothings[two], grid.solutions[one], two),
    ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    print(text)
    if not quick:
        target = Path(__file__).resolve().parent / "results_slip.md"
        target.write_text(text, encoding="utf-8")


def peers(equations, found, smoothing, row, two):
    """One problem by three solvers."""
    even = np.ones(2)
    design = np.concatenate([track.design for track in equations.tracks])
    data = np.concatenate([track.data for track in equations.tracks])
    values, vectors = np.linalg.eigh(equations.roughness)
    root = (vectors * np.sqrt(np.maximum(values, 0))).T * smoothing
    design = np.concatenate([design, root])
    data = np.concatenate([data, np.zeros(len(root))])

    def cost(x):
        return float(((design @ x - data) ** 2).sum())

    neighbour = row[two + 1] if two + 1 < len(row) else row[two - 1]
    runs = (
        ("block pivoting, cold", lambda: solve_slip(equations, smoothing, even).x),
        ("block pivoting, from the next smoothing",
         lambda: solve_slip(equations, smoothing, even, neighbour).x),
        ("scipy nnls", lambda: nnls(design, data, maxiter=100 * design.shape[1])[0]),
        ("scipy lsq_linear, BVLS, up to 3000 rounds",
         lambda: lsq_linear(design, data, (0, np.inf), "bvls", tol=1e-12, max_iter=3000).x),
    )  # fmt: skip
    best = cost(found.x)
    lines = ["| solver | s | s of the processor | objective over ours less 1 |",
             "| --- | --- | --- | --- |"]  # fmt: skip
    for title, run in runs:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            excess = f"{cost(run()) / best - 1:.1e}"
        except Exception as error:
            excess = f"failed: {error}"
        lines.append(
            f"| {title} | {time.perf_counter() - wall:.2f} | {time.process_time() - cpu:.2f} | "
            f"{excess} |"
        )
    return lines


if __name__ == "__main__":
    main()
