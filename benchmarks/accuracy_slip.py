# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip inversion: known slip under repeated noise, a published problem, and two real earthquakes.

``python3 benchmarks/accuracy_slip.py [--quick]`` prints tables in Markdown and writes them to
``benchmarks/results_accuracy_slip.md``. It needs ``../shared/oracles`` and ``../shared/data``.

- *Menyuan* 2022 and *Yangbi* 2021 are slip models with the published sizes, their displacement
  along the line of sight made by another dislocation code, with noise of an exponential covariance
  (8 km) and 1 mm at a point. The inversion knows the covariance and the fault's trace, not its dip;
  dip and smoothing are chosen from a grid. Numbers are the mean and the spread over the noise.
- *error over it*: root mean square of the moment's error over the standard error that is told with
  it (noise, bias, what smoothing hides, dip and smoothing); 1 is right. *95 % holds it*: how often
  the interval holds the true moment. *error over noise alone*: over the part that is noise.
- A *small fault* of the tests, with known slip, tells the same of many noises.
- The real earthquakes are compared with the agencies' moment tensors.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from slip_cases import DEGREES, SHARED, gorkha, laquila, noisy, published

# isort: split
from groundshift.algorithms.data.patches import PatchSet
from groundshift.algorithms.job import Job
from groundshift.algorithms.source.bounded import solve
from groundshift.algorithms.source.elastic import green_los, rake_components
from groundshift.algorithms.source.laplacian import Edges
from groundshift.algorithms.source.slip_equations import SlipOptions, roughness_gram
from groundshift.algorithms.source.slip_statistics import summarise
from groundshift.algorithms.source.slip_study import StudyOptions, study
from groundshift.algorithms.source.tools.fault_geometry import read_fault
from inversion_cases import bump, plane, samples_of

EVENTS = {
    "menyuan": ((-15.0, 25.0), tuple(range(72, 87)), {"T128A": 0.8, "T33D": 1.0}, (2, 5, 8)),
    "yangbi": ((-190.0, -150.0), tuple(range(70, 91, 2)), {}, (1, 2)),
}
RULES = ("log_sum", "gcv")
SMALL = 20


def known(name, sill_mm, rule, seeds):
    """Row of a table: one event at one size of noise, by one rule for the smoothing."""
    rakes, dips, weights, _ = EVENTS[name]
    truth, clean = published(name)
    slip = SlipOptions("range", np.radians(rakes))
    rows = []
    for seed in range(seeds):
        samples = noisy(clean, sill_mm, 8000.0, seed)
        found = study(
            samples,
            truth.patches,
            StudyOptions(
                slip, dips=dips, track_weights=weights, monte_carlo=12, seed=seed, rule=rule
            ),
        )
        right, summary = summarise(truth), found.summary
        low, high = found.moment_interval
        rows.append((
            found.grid.dips[found.dip_number], found.dip, found.dip_std,
            summary.max_slip / right.max_slip, summary.moment / right.moment,
            np.degrees(summary.mean_rake), found.fits[-1].correlation * 100,
            found.fits[-1].rms * 1e3, found.moment_std / right.moment,
            (summary.moment - right.moment) / found.moment_std, low <= right.moment <= high,
        ))  # fmt: skip
    rows = np.array(rows, float)
    mean, spread = np.nanmean(rows, axis=0), np.nanstd(rows, axis=0, ddof=1)
    true_dip = float(np.degrees(truth.patches.dip[0]))
    return (
        name.capitalize(), sill_mm, rule, f"{true_dip:g}", f"{mean[0]:.1f} ± {spread[0]:.1f}",
        f"{mean[1]:.1f} ± {spread[1]:.1f}", *(
            f"{(mean[k] - 1) * 100:+.1f} ± {spread[k] * 100:.1f}" for k in (3, 4)
        ), *_sure(rows[:, 8:]),
        f"{mean[5]:.1f}", f"{mean[6]:.2f}", f"{mean[7]:.1f}", f"{spread[1] / mean[2]:.2f}",
    )  # fmt: skip


def _sure(rows):
    """Cells on the moment's error, its error over what is told, and whether the interval holds."""
    return (
        f"{100 * rows[:, 0].mean():.1f}", f"{np.sqrt(np.mean(rows[:, 1] ** 2)):.2f}",
        f"{rows[:, 2].sum():.0f} of {len(rows)}",
    )  # fmt: skip


def small(label, top, noise_mm, sill_mm, rule, seeds):
    """Row of a table: the moment of a small fault, whose dip and smoothing are chosen each time."""
    truth = bump(plane(top=top))
    right = summarise(truth).moment
    slip, rows, alone = SlipOptions("range", np.radians([-25.0, 65.0])), [], []
    for seed in range(seeds):
        samples = samples_of(truth, 160, 2 * [noise_mm / 1e3], (sill_mm / 1e3) ** 2, seed=seed)
        found = study(samples, truth.patches, StudyOptions(
            slip, dips=(52, 56, 60, 64, 68), smoothing_count=8, rule=rule, monte_carlo=12, seed=seed
        ))  # fmt: skip
        moment, (low, high) = found.summary.moment, found.moment_interval
        missed = moment - right
        rows.append((found.moment_std / right, missed / found.moment_std, low <= right <= high))
        alone.append((missed / right, missed / (found.moment_error.noise * moment)))
    rows, alone = np.array(rows, float), np.array(alone)
    return (
        label, f"{noise_mm} + {sill_mm}", rule,
        f"{100 * alone[:, 0].mean():+.1f} ± {100 * alone[:, 0].std(ddof=1):.1f}", *_sure(rows),
        f"{np.sqrt(np.mean(alone[:, 1] ** 2)):.2f}",
    )  # fmt: skip


def bounded_problem():
    """Rows: the published objective and ours."""
    data = json.loads((SHARED / "oracles" / "bvls_problem.json").read_text())
    order = ("e", "n", "depth", "strike", "dip", "length", "width")
    rectangles = np.array([[patch[name] for name in order] for patch in data["patches"]])
    rectangles[:, 3:5] = np.radians(rectangles[:, 3:5])
    patches = PatchSet.of_rectangles(rectangles)
    places, look, measured = (np.array(data[name]) for name in ("obs", "los", "d"))
    components = rake_components(patches, np.radians(data["components_rake"]))
    points = np.column_stack([places, np.zeros(len(places))])
    green = green_los(patches, components, points, look).reshape(len(places), -1)
    noise = data["noise"]
    apart = np.hypot(*(part[:, None] - part[None] for part in places.T))
    covariance = noise["sill"] * np.exp(-apart / noise["range_m"])
    factor = np.linalg.cholesky(covariance + noise["nugget"] * np.eye(len(places)))
    design, right = np.linalg.solve(factor, green), np.linalg.solve(factor, measured)
    roughness = roughness_gram(patches, components, Edges("zero", "zero", "zero"))
    for case in data["solutions"]:
        upper = np.full(green.shape[1], case["upper"] or np.inf)
        matrix = design.T @ design + case["alpha"] ** 2 * roughness
        found = solve(matrix, design.T @ right, np.zeros_like(upper), upper)
        objective = ((design @ found.x - right) ** 2).sum()
        objective += case["alpha"] ** 2 * found.x @ roughness @ found.x
        yield (
            f"{case['alpha']:g}", case["upper"] or "none", f"{case['objective']:.6f}",
            f"{objective / case['objective'] - 1:.1e}", f"{found.violation:.1e}", found.rounds,
        )  # fmt: skip


def real(title, case, options, agencies):
    """Row of a real earthquake."""
    samples, local, source, patching = case
    patches = read_fault(source, patching, local=local).patches
    found = study(samples, patches, options, Job(note=lambda text: print(f"{title}: {text}")))
    summary = found.summary
    x, y = local.back(DEGREES, summary.centroid[None, :2])
    rms = ", ".join(f"{fit.rms * 1e3:.0f}" for fit in found.fits[:-1])
    reduction = ", ".join(f"{fit.variance_reduction * 100:.1f}" for fit in found.fits[:-1])
    dip = float(np.degrees(np.median(found.model.patches.dip)))
    strike = float(np.degrees(np.median(found.model.patches.strike)))
    return (
        title, f"{summary.magnitude:.2f}",
        f"{summary.moment:.2e} ({found.moment_interval[0]:.2e} to {found.moment_interval[1]:.2e})",
        f"{strike:.0f} / {dip:.0f} / {np.degrees(summary.mean_rake):.0f}",
        f"{summary.max_slip:.2f} at {summary.max_depth / 1e3:.1f}",
        f"{float(np.ravel(x)[0]):.2f}, {float(np.ravel(y)[0]):.2f}, "
        f"{-summary.centroid[2] / 1e3:.1f}", rms, reduction, agencies,
    )  # fmt: skip


def table(head, rows):
    """Markdown."""
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


def main():
    """Run all and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="two noises a row")
    seeds = 2 if parser.parse_args().quick else 8
    lines = [
        "# Slip inversion against known slip, a published problem and real earthquakes", "",
        f"Made by `benchmarks/accuracy_slip.py`, which says what is measured; {seeds} noises a "
        "row.", "",
    ]  # fmt: skip
    head = (
        "event", "noise (mm)", "rule", "true dip", "dip by the rule", "dip by the objective",
        "largest slip (%)", "moment (%)", "error told (%)", "error over it", "95 % holds it",
        "rake", "correlation (%)", "RMS (mm)", "dip's error over what is told",
    )  # fmt: skip
    rows = [
        known(name, sill, rule, seeds)
        for name, event in EVENTS.items() for sill in event[3] for rule in RULES
    ]  # fmt: skip
    lines += table(head, rows)
    lines += ["", f"The moment of a small fault, 40 patches, {SMALL} noises a row:", ""]
    head = (
        "fault", "noise at a point + over 5 km (mm)", "rule", "moment (%)", "error told (%)",
        "error over it", "95 % holds it", "error over noise alone",
    )  # fmt: skip
    cases = (("to the surface", 0.0, 3, 4), ("top at 4 km", 4e3, 3, 4),
             ("to the surface", 0.0, 8, 8))  # fmt: skip
    lines += table(head, [small(*case, rule, SMALL) for case in cases for rule in RULES])
    lines += ["", "The problem of `oracles/bvls_problem.json`, objective against SciPy's:", ""]
    head = ("smoothing", "bound (m)", "objective", "ours over it less 1", "KKT", "systems solved")
    lines += table(head, bounded_problem())
    lines += ["", "Real earthquakes, shear modulus 30 GPa:", ""]
    head = (
        "event", "Mw", "M0 (N m, 95 %)", "strike / dip / rake", "largest slip (m, km)",
        "centroid (lon, lat, km)", "RMS by track (mm)", "variance reduction (%)", "agencies",
    )  # fmt: skip
    plain = StudyOptions(find_rake=True, monte_carlo=20)
    lines += table(head, [
        real("L'Aquila 2009", laquila(), plain,
             "GCMT: Mw 6.3, 3.4e18, rake -112; Atzori et al. (2009): dip 47, Mw 6.3"),
        real("Gorkha 2015", gorkha(), replace(plain, ramps=True, weights="variance"),
             "GCMT: Mw 7.9, 8.4e20, dip 7, rake 96; USGS: Mw 7.8, 8.1e20"),
    ])  # fmt: skip
    text = "\n".join(lines) + "\n"
    print(text)
    target = Path(__file__).resolve().parent / "results_accuracy_slip.md"
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
