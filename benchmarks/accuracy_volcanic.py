# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the intervals of the search for volcanic sources hold the truth as often as they say.

``python3 benchmarks/accuracy_volcanic.py [repetitions]`` simulates Mogi points and penny-shaped
cracks as two tracks see them, one and the same with new correlated noise each time, and ones that
are drawn from within bounds (of these intervals hold as many as they say if the posterior is drawn
right; Cook, Gelman and Rubin 2006, doi:10.1198/106186006X136976). It searches for them within the
automatic bounds or those that they were drawn from, samples the posterior, counts how often the
intervals hold the truth, and divides the error of the best value by the standard deviation of the
posterior. It writes ``benchmarks/results_accuracy_volcanic.md``. WORKERS in the environment:
processes.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# One thread a process, and a process a core; before numba and NumPy are imported.
os.environ.update(NUMBA_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
from accuracy_faultsearch import options_of
from bench_sbas import machine, register

register()
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "helpers"))
REPETITIONS = 40
SCENE = {"side": 12, "half": 12e3, "sill": 0.003**2, "nugget": 0.001**2, "range_m": 3000.0}
TRUTH = {
    "mogi": [1000.0, -2000.0, 4000.0, 8e6],
    "penny": [1000.0, -2000.0, 4000.0, 3000.0, 8e6],
}
DRAWN = {
    "mogi": ([-4e3, -4e3, 2e3, 2e6], [4e3, 4e3, 7e3, 2e7]),
    "penny": ([-4e3, -4e3, 2e3, 1e3, 2e6], [4e3, 4e3, 7e3, 4e3, 2e7]),
}
"""Bounds of what is drawn; every such crack lies below the ground."""
CASES = tuple((kind, drawn) for kind in TRUTH for drawn in (False, True))


def one(kind, drawn, seed):
    """Ranks of the truth in the posterior, scaled errors of best value and mean, R-hat, seconds."""
    from groundshift.algorithms.source.fault_study import study_faults
    from groundshift.algorithms.source.volcanic_model import VolcanicModel, VolcanicSource
    from groundshift.algorithms.source.volcanic_search import (
        VolcanicSpace,
        standard_volcanic_bounds,
    )
    from search_cases import jiashi_samples

    row, bounds = np.array(TRUTH[kind]), np.array(DRAWN[kind])
    if drawn:
        row = bounds[0] + np.random.default_rng([seed, 7]).random(len(row)) * np.ptp(bounds, axis=0)
    truth = VolcanicModel((VolcanicSource(kind, row),))
    samples = jiashi_samples(truth=truth, seed=300 + seed, **SCENE)
    if not drawn:
        bounds = standard_volcanic_bounds(samples, kind)
    space = VolcanicSpace(bounds[0][None], bounds[1][None], kind)
    start = time.process_time()
    study = study_faults(samples, space, options_of(seed))
    used = time.process_time() - start
    draws = space.values(study.draws)[:, 0]
    rank = (draws < row).mean(axis=0)
    best = np.array(study.model.sources[0].row)
    std = draws.std(axis=0)
    return (
        rank, (best - row) / std, (draws.mean(axis=0) - row) / std,
        float(study.chains.r_hat.max()), used,
    )  # fmt: skip


def coverage(repetitions):
    """Lines of the table."""
    from groundshift.algorithms.source.volcanic import KINDS
    from scipy.stats import binomtest

    jobs = [(*case, seed) for case in CASES for seed in range(repetitions)]
    found = {case: [] for case in CASES}
    workers = int(os.environ.get("WORKERS", os.cpu_count()))
    with ProcessPoolExecutor(workers) as pool:
        for job, result in zip(jobs, pool.map(one, *zip(*jobs))):
            found[job[:2]].append(result)
            print(*job, f"R-hat {result[3]:.3f}, {result[4]:.0f} s of CPU", flush=True)
    lines = [
        f"{repetitions} runs a row, two tracks of {SCENE['side'] ** 2} places and more in the "
        "middle, noise of 3 mm correlated over 3 km and 1 mm uncorrelated. Cells: how often the "
        "95 % and the 68 % intervals hold the truth (%), then the root mean square of the best "
        "value's error over the standard deviation of the posterior, its mean, and the root mean "
        "square of that of the posterior's mean.",
        "", "| source | parameter | 95 % | 68 % | error/σ of the best value | mean | error/σ of "
        "the posterior's mean | largest R-hat | CPU (s) |", "|---" * 9 + "|",
    ]  # fmt: skip
    rarest, told = 1.0, 0
    for (kind, drawn), results in found.items():
        rank, best, mean = (np.array([r[k] for r in results]) for k in range(3))
        r_hat, used = max(r[3] for r in results), np.median([r[4] for r in results])
        for k, name in enumerate(KINDS[kind]):
            wide = int(((rank[:, k] >= 0.025) & (rank[:, k] <= 0.975)).sum())
            inside = int(((rank[:, k] >= 0.16) & (rank[:, k] <= 0.84)).sum())
            rarest = min(rarest, binomtest(wide, repetitions, 0.95).pvalue,
                         binomtest(inside, repetitions, 0.68).pvalue)  # fmt: skip
            told += 2
            lines.append(
                f"| {kind}, {'drawn' if drawn else 'one'} | {name} | {100 * wide / repetitions:.0f}"
                f" | {100 * inside / repetitions:.0f} | {np.sqrt((best[:, k] ** 2).mean()):.2f} | "
                f"{best[:, k].mean():.2f} | {np.sqrt((mean[:, k] ** 2).mean()):.2f} | {r_hat:.3f} |"
                f" {used:.0f} |"
            )
    lines += ["", f"Of the {told} shares the one farthest off has a binomial probability of "
              f"{rarest:.3f} if the intervals are right."]  # fmt: skip
    return lines


def main():
    """Run, print, write."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    lines = [
        "# Accuracy of the search for volcanic sources", "", machine(), "", *coverage(repetitions),
    ]  # fmt: skip
    path = Path(__file__).with_name("results_accuracy_volcanic.md")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
