# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the intervals of the search for faults cover the truth as often as they say.

``python3 benchmarks/accuracy_faultsearch.py [repetitions]`` simulates faults like those of the
Jiashi 2020, Menyuan 2022 (to the surface), Yangbi 2021 and Tottori 2000 earthquakes, a vertical one
and a steep one with dip slip, as two tracks see them, with new correlated noise each time, searches
for them within wide bounds, samples the posterior, and counts how often the 95 % and the 68 %
intervals hold the truth. It does the same of faults that are drawn from within Jiashi's bounds, a
new one each time: of these the intervals hold as many as they say if the posterior is drawn right
(Cook, Gelman and Rubin 2006, doi:10.1198/106186006X136976), whereas one and the same fault may be
rare among what the bounds allow. It prints tables and writes
``benchmarks/results_accuracy_faultsearch.md``. Where the published models of Menyuan and Yangbi,
and the real data of L'Aquila 2009 are on the machine, it sets the results beside published ones.
WORKERS in the environment: processes, one a core.
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
# After the benchmarks: `slip_cases` is there, too, and is another one.
sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "helpers"))
REPETITIONS = 20
DRAWN = "drawn"
SILL, NUGGET, REACH = 0.003**2, 0.001**2, 6000.0
TOLD = ("east_km", "north_km", "top_depth_km", "strike_deg", "dip_deg", "length_km", "width_km",
        "strike_slip_m", "dip_slip_m", "rake_deg", "mw")  # fmt: skip
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


def options_of(seed, errors="given"):
    """Half as many searches as by default, and chains that end early."""
    from groundshift.algorithms.source.fault_study import FaultOptions
    from groundshift.algorithms.source.mcmc import ChainOptions
    from groundshift.algorithms.source.search import SearchOptions

    return FaultOptions(
        SearchOptions(restarts=1, seed=seed, errors=errors),
        ChainOptions(size=1500, r_hat=1.02, seed=seed),
    )  # fmt: skip


def one(event, seed):
    """Of one noise: the fault, rows of the summary, R-hat, effective size, seconds, samples."""
    from groundshift.algorithms.data.medium import Medium
    from groundshift.algorithms.source.fault_study import study_faults
    from groundshift.algorithms.source.fault_summary import summary_of
    from groundshift.algorithms.source.search_space import SearchSpace, standard_bounds
    from search_cases import JIASHI, jiashi_samples, space_about

    row, half = fault_of(event, seed)
    samples = jiashi_samples(
        side=12, half=half, seed=seed, sill=SILL, nugget=NUGGET, range_m=REACH, truth=np.array(row)
    )
    space = SearchSpace(*(bound[None] for bound in standard_bounds(samples)))
    if event in ("jiashi", DRAWN):
        space = space_about(JIASHI)
    start = time.process_time()
    study = study_faults(samples, space, options_of(seed))
    used = time.process_time() - start
    rows = {r.name: (r.best, *r.percentiles) for r in summary_of(study, Medium())}
    r_hat, size = float(study.chains.r_hat.max()), float(study.chains.size.min())
    return row, rows, r_hat, size, used, len(samples)


def fault_of(event, seed):
    """The row of a fault, and half of the scene's width."""
    from search_cases import EVENTS, JIASHI, space_about

    if event != DRAWN:
        return EVENTS[event]
    space = space_about(JIASHI)
    unit = np.random.default_rng([seed, 5]).random((1, len(space.names)))
    return space.values(unit)[0, 0], EVENTS["jiashi"][1]


def truths(fault, best):
    """The truth in the units of the tables, from the side from which the best fault is told."""
    row = dict(zip(
        ("east_km", "north_km", "top_depth_km", "strike_deg", "dip_deg", "length_km", "width_km",
         "strike_slip_m", "dip_slip_m"), fault,
    ))  # fmt: skip
    for name in row:
        if name.endswith("_km"):
            row[name] /= 1e3
        if name.endswith("_deg"):
            row[name] = np.degrees(row[name])
    net = np.hypot(row["strike_slip_m"], row["dip_slip_m"])
    moment = 30e9 * net * row["length_km"] * row["width_km"] * 1e6
    row["mw"] = 2 / 3 * (np.log10(moment) - 9.1)
    turn = (best["strike_deg"][0] - row["strike_deg"] + 180) % 360 - 180
    # The wrong half stays wrong but for faults that are steep enough to be seen from both sides.
    if abs(turn) > 90 and row["dip_deg"] + best["dip_deg"][0] > 170:
        row["strike_deg"] += 180
        row["dip_deg"] = 180 - row["dip_deg"]
        row["dip_slip_m"] *= -1
    row["strike_deg"] += 360 * np.round((best["strike_deg"][0] - row["strike_deg"]) / 360)
    rake = np.degrees(np.arctan2(row["dip_slip_m"], row["strike_slip_m"]))
    row["rake_deg"] = rake + 360 * np.round((best["rake_deg"][0] - rake) / 360)
    return row


def coverage(repetitions):
    """Lines of the tables over repeated noise."""
    from scipy.stats import binomtest
    from search_cases import EVENTS

    events = [*EVENTS, DRAWN]
    jobs = [(event, seed) for event in events for seed in range(repetitions)]
    found = {event: [] for event in events}
    workers = int(os.environ.get("WORKERS", os.cpu_count()))
    with ProcessPoolExecutor(workers) as pool:
        for (event, seed), result in zip(jobs, pool.map(one, *zip(*jobs))):
            found[event].append(result)
            print(f"{event} {seed}: R-hat {result[2]:.3f}, {result[4]:.0f} s of CPU", flush=True)
    deviation = 100 * np.sqrt(0.95 * 0.05 / repetitions)
    lines = [
        f"{repetitions} noises an event, {found['jiashi'][0][-1]} samples in two tracks, noise of "
        f"{1e3 * np.sqrt(SILL):.0f} mm correlated over {REACH / 1e3:.0f} km and "
        f"{1e3 * np.sqrt(NUGGET):.0f} mm uncorrelated. Automatic bounds (any strike, dip 5 to 90 "
        "degrees and on beyond), but for Jiashi; half as many searches as by default. Cells are "
        "how often the 95 % and the 68 % intervals hold the truth, in per cent (one 95 is known to "
        f"{deviation:.0f}). The depth of an upper edge that breaks the surface lies at its bound, "
        "which no such interval holds. "
        "The last row is of faults drawn from within Jiashi's bounds.",
        "", "| event | strike, dip, rake | " + " | ".join(TOLD) + " | all | largest R-hat | R-hat "
        "1.05 or more | least effective size | CPU (s), median and most |",
        "|---" * (len(TOLD) + 7) + "|",
    ]  # fmt: skip
    errors = ["", "Mean error of the best value, and mean width of the 95 % interval:", "",
              "| event | " + " | ".join(TOLD) + " |", "|---" * (len(TOLD) + 1) + "|"]  # fmt: skip
    rarest, cells_told = 1.0, 0
    for event, results in found.items():
        held, missed, wide = [], [], []
        for fault, rows, *_ in results:
            true = truths(fault, rows)
            values = np.array([rows[name] for name in TOLD])
            right = np.array([true[name] for name in TOLD])
            held.append([
                (values[:, 1] <= right) & (right <= values[:, 5]),
                (values[:, 2] <= right) & (right <= values[:, 4]),
            ])  # fmt: skip
            missed.append(values[:, 0] - right)
            wide.append(values[:, 5] - values[:, 1])
        counts = np.sum(held, axis=0)
        shares = 100 * counts / len(results)
        bound = np.array([results[0][0][2] == 0 and name == "top_depth_km" for name in TOLD])
        cells = ["at bound" if at else f"{a:.0f}, {b:.0f}" for at, a, b in zip(bound, *shares)]
        both = shares[:, ~bound].mean(axis=1)
        for right, share in zip(counts[:, ~bound], (0.95, 0.68)):
            rarest = min(rarest, *(binomtest(int(k), len(results), share).pvalue for k in right))
            cells_told += len(right)
        r_hat, size, clock = (np.array([result[k] for result in results]) for k in (2, 3, 4))
        names = ("strike_deg", "dip_deg", "rake_deg")
        true = truths(results[0][0], {name: (angle,) for name, angle in zip(names, (180, 0, 0))})
        lines.append(
            f"| {event} | "
            + ("any" if event == DRAWN else ", ".join(f"{true[name]:.0f}" for name in names))
            + " | "
            + " | ".join(cells) + f" | {both[0]:.1f}, {both[1]:.1f} | {r_hat.max():.3f} | "
            f"{(r_hat >= 1.05).sum()} of {len(r_hat)} | {size.min():.0f} | "
            f"{np.median(clock):.0f}, {clock.max():.0f} |"
        )  # fmt: skip
        cells = [
            f"{a:.2g}, {b:.3g}" for a, b in zip(np.mean(missed, axis=0), np.mean(wide, axis=0))
        ]
        errors.append(f"| {event} | " + " | ".join(cells) + " |")
    lines += ["", f"Of the {cells_told} shares above the one farthest off has a binomial "
              f"probability of {rarest:.3f} if the intervals are right."]  # fmt: skip
    paper = ", ".join(f"{name} {b - a:.1f}" for name, (a, b) in PAPER.items())
    errors += ["", f"Widths of the intervals that are published for Jiashi: {paper}."]
    return [*lines, *errors]


def distributed():
    """Lines on slip that is not uniform, of the published models; empty without the oracles."""
    folder = LAQUILA.parents[1] / "oracles"
    if not folder.exists():
        return []
    from dataclasses import replace

    from groundshift.algorithms.data.medium import Medium
    from groundshift.algorithms.data.samples import Track
    from groundshift.algorithms.source.fault_study import study_faults
    from groundshift.algorithms.source.fault_summary import summary_of
    from groundshift.algorithms.source.search_space import SearchSpace, standard_bounds
    from search_cases import with_noise
    from slip_cases import published

    lines = [
        "", "## Slip that is not uniform", "",
        "The published models of Menyuan and Yangbi, 400 samples with the same noise, one uniform "
        "rectangle with errors scaled, automatic bounds; 95 % intervals.", "",
        "| event | strike, dip of the model | strike | dip | rake | Mw (of the model) | R-hat | "
        "jumps taken (%) | CPU (s) | said |", "|---" * 10 + "|",
    ]  # fmt: skip
    for event in ("menyuan", "yangbi"):
        truth, clean = published(event)
        chosen = clean.chosen(np.random.default_rng(0).permutation(len(clean))[:400])
        tracks = tuple(Track(t.name, "los", NUGGET, SILL, REACH) for t in chosen.tracks)
        samples = with_noise(replace(chosen, tracks=tracks), 0)
        space = SearchSpace(*(bound[None] for bound in standard_bounds(samples)))
        start = time.process_time()
        study = study_faults(samples, space, options_of(0, "scaled"))
        used = time.process_time() - start
        rows = {row.name: row for row in summary_of(study, Medium())}
        cells = [
            f"{rows[n].best:.3g} ({rows[n].percentiles[0]:.3g} to {rows[n].percentiles[-1]:.3g})"
            for n in ("strike_deg", "dip_deg", "rake_deg", "mw")
        ]
        moment = 30e9 * float(truth.slip @ truth.patches.area)
        cells[-1] += f" ({2 / 3 * (np.log10(moment) - 9.1):.2f})"
        patches = truth.patches
        said = rows["dip_deg"].note or "to be used"
        lines.append(
            f"| {event} | {np.degrees(patches.strike[0]):.0f}, {np.degrees(patches.dip[0]):.0f} | "
            + " | ".join(cells) + f" | {study.chains.r_hat.max():.3f} | "
            f"{100 * study.chains.acceptance:.0f} | {used:.0f} | {said} |"
        )  # fmt: skip
    return lines


def laquila():
    """Lines on the real event; empty where the data are missing."""
    if not LAQUILA.exists():
        return []
    from dataclasses import replace

    from groundshift.algorithms.data.medium import Medium
    from groundshift.algorithms.source.fault_study import FaultOptions, study_faults
    from groundshift.algorithms.source.fault_summary import summary_of
    from groundshift.algorithms.source.search import SearchOptions
    from groundshift.algorithms.source.search_space import SearchSpace, standard_bounds
    from groundshift.algorithms.source.tools.samples import read_samples

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
        "## Uniform slip, repeated noise", "", *coverage(repetitions), *distributed(),
    ]  # fmt: skip
    path = Path(__file__).with_name("results_accuracy_faultsearch.md")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    lines += laquila()
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
