# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the intervals of the search for faults cover the truth as often as they say.

``python3 benchmarks/accuracy_faultsearch.py [repetitions]`` simulates the published fault of the
Jiashi 2020 earthquake as two tracks see it, with new correlated noise each time, searches for it
within wide bounds, samples the posterior, and counts how often the 95 % and the 68 % intervals hold
the truth. It prints a table and writes ``benchmarks/results_accuracy_faultsearch.md``. Where
the real data of L'Aquila 2009 are on the machine, it sets the result beside published ones.
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
from bench_sbas import machine, register

register()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "source"))
REPETITIONS = 40
SILL, NUGGET, REACH = 0.003**2, 0.001**2, 6000.0
PAPER = {"strike_deg": (265.5, 267.2), "dip_deg": (8.2, 13.6)}
LAQUILA = Path(__file__).resolve().parents[2] / "shared" / "data" / "laquila_envisat"
# Cells as the abstracts of the papers give them.
PUBLISHED = (
    ("Anzidei et al. (2009), GPS, doi:10.1029/2009GL039145", "kept", "55.3 ± 1.8", "",
     "13 (or 15.7)", "15.7 (or 13)", "0.495 ± 0.029", "6.3"),
    ("Atzori et al. (2009), InSAR, doi:10.1029/2009GL039293", "", "47", "normal, slightly "
     "right-lateral", "16", "12", "0.9 at most", "6.3"),
    ("Walters et al. (2009), InSAR, doi:10.1029/2009GL039337", "dips to the south-west", "",
     "normal", "", "", "0.6 to 0.8", "6.3"),
)  # fmt: skip


def one(seed):
    """The summary's rows, R-hat, effective size, whether the chains corrected the search, seconds
    of CPU and number of samples, of one noise."""
    from groundshift.algorithms.source.elastic import Medium
    from groundshift.algorithms.source.fault_study import FaultOptions, study_faults
    from groundshift.algorithms.source.fault_summary import summary_of
    from groundshift.algorithms.source.mcmc import ChainOptions
    from groundshift.algorithms.source.search import SearchOptions
    from search_cases import JIASHI, jiashi_samples, space_about

    samples = jiashi_samples(side=12, seed=seed, sill=SILL, nugget=NUGGET, range_m=REACH)
    options = FaultOptions(
        SearchOptions(method="swarm", restarts=1, seed=seed),
        ChainOptions(size=1500, r_hat=1.02, seed=seed),
    )
    start = time.process_time()
    study = study_faults(samples, space_about(JIASHI), options)
    used = time.process_time() - start
    chains, missed = study.chains, study.result.best.method == "posterior"
    rows = [(row.name, row.best, *row.percentiles) for row in summary_of(study, Medium())]
    return rows, chains.r_hat.max(), chains.size.min(), missed, used, len(samples)


def truths():
    """The truth in the units of the tables."""
    from search_cases import JIASHI

    row = dict(zip(
        ("east_km", "north_km", "top_depth_km", "strike_deg", "dip_deg", "length_km", "width_km",
         "strike_slip_m", "dip_slip_m"), JIASHI,
    ))  # fmt: skip
    for name in row:
        if name.endswith("_km"):
            row[name] /= 1e3
        if name.endswith("_deg"):
            row[name] = np.degrees(row[name])
    net = np.hypot(row["strike_slip_m"], row["dip_slip_m"])
    moment = 30e9 * net * row["length_km"] * row["width_km"] * 1e6
    rake = np.degrees(np.arctan2(row["dip_slip_m"], row["strike_slip_m"]))
    return {**row, "rake_deg": rake, "mw": 2 / 3 * (np.log10(moment) - 9.1)}


def coverage(repetitions):
    """Lines of the table over repeated noise."""
    truth, found = truths(), {}
    clock, r_hats, sizes, counts, missed = [], [], [], [], 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for rows, r_hat, size, wrong, used, count in pool.map(one, range(repetitions)):
            counts.append(count)
            clock.append(used)
            r_hats.append(r_hat)
            sizes.append(size)
            missed += wrong
            for name, *values in rows:
                if name in truth:
                    found.setdefault(name, []).append(values)
            print(f"{len(clock)} of {repetitions}: {used:.0f} s of CPU", flush=True)
    lines = [
        "| parameter | truth | 95 % holds it | 68 % holds it | mean error of the best | width of "
        "the 95 % interval | published interval |", "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    shares = []
    for name, values in found.items():
        values = np.array(values)
        true = truth[name]
        wide = ((values[:, 1] <= true) & (true <= values[:, 5])).mean()
        narrow = ((values[:, 2] <= true) & (true <= values[:, 4])).mean()
        shares.append((wide, narrow))
        paper = PAPER.get(name)
        width = f"{paper[1] - paper[0]:.1f}" if paper else ""
        lines.append(
            f"| {name} | {true:.4g} | {100 * wide:.0f} % | {100 * narrow:.0f} % | "
            f"{(values[:, 0] - true).mean():.2g} | {(values[:, 5] - values[:, 1]).mean():.3g} | "
            f"{width} |"
        )
    both = 100 * np.mean(shares, axis=0)
    deviation = 100 * np.sqrt(0.95 * 0.05 / repetitions)
    text = (
        f"{repetitions} repetitions, {counts[0]} samples in two tracks, noise of "
        f"{1e3 * np.sqrt(SILL):.0f} mm correlated over {REACH / 1e3:.0f} km and "
        f"{1e3 * np.sqrt(NUGGET):.0f} mm uncorrelated. All parameters together: {both[0]:.1f} % in "
        f"the 95 % intervals, {both[1]:.1f} % in the 68 % intervals (one parameter's 95 % is known "
        f"to {deviation:.1f} %). Largest R-hat {max(r_hats):.3f}, least effective size "
        f"{min(sizes):.0f}; median {np.median(clock):.0f} s of CPU; the chains led to a better "
        f"place than the search {missed} time(s)."
    )
    return [text, "", *lines]


def laquila():
    """Lines on the real event; empty where the data are missing."""
    if not LAQUILA.exists():
        return []
    from dataclasses import replace

    from groundshift.algorithms.io.samples import read_samples
    from groundshift.algorithms.source.elastic import Medium
    from groundshift.algorithms.source.fault_study import FaultOptions, study_faults
    from groundshift.algorithms.source.fault_summary import summary_of
    from groundshift.algorithms.source.search import SearchOptions
    from groundshift.algorithms.source.search_space import SearchSpace, standard_bounds

    local, parts = None, []
    for number, name in enumerate(("ascxn", "dscxn")):
        part, local = read_samples(LAQUILA / f"Laquila_{name}.csv", local=local)
        parts.append(replace(part, track=np.full(len(part), number)))
    columns = ("places", "displacement", "look", "track", "std", "weight", "extent")
    samples = replace(
        parts[0], tracks=tuple(part.tracks[0] for part in parts), extra={},
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in columns},
    )  # fmt: skip
    space = SearchSpace(*(bound[None] for bound in standard_bounds(samples)))
    lines = [
        "", "## L'Aquila 2009, Envisat, automatic bounds", "",
        "Full covariance matrices as they came with the data; strike anywhere from 0 to 360, dip "
        "from 5 to 90 degrees. Best values with 95 % intervals; shear modulus 30 GPa.", "",
        "| solution | strike | dip | rake | length (km) | width (km) | slip (m) | Mw | RMS (mm) |",
        "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for errors in ("given", "scaled"):
        study = study_faults(samples, space, FaultOptions(SearchOptions(errors=errors)))
        rows = {row.name: row for row in summary_of(study, Medium())}
        cells = [
            f"{rows[n].best:.3g} ({rows[n].percentiles[0]:.3g} to {rows[n].percentiles[-1]:.3g})"
            for n in ("strike_deg", "dip_deg", "rake_deg", "length_km", "width_km", "slip_m", "mw")
        ]
        rms = ", ".join(f"{fit.rms * 1e3:.0f}" for fit in study.fits)
        lines.append(f"| ours, errors {errors} | " + " | ".join(cells) + f" | {rms} |")
    lines += ["| " + " | ".join(cells) + " | |" for cells in PUBLISHED]
    return lines


def main():
    """Run, print, write."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    lines = [
        "# Accuracy of the search for faults", "", machine(), "",
        "## A fault like that of Jiashi 2020, repeated noise", "", *coverage(repetitions),
    ]  # fmt: skip
    path = Path(__file__).with_name("results_accuracy_faultsearch.md")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    lines += laquila()
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
