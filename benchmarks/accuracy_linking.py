# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of linked phases beside the Cramér–Rao bound, dolphin, and what was predicted of them.

``python3 benchmarks/accuracy_linking.py [--quick]`` prints tables, writes them to
``benchmarks/results_accuracy_linking.md`` and draws ``docs/linking.png`` (with matplotlib). dolphin
comes as for `bench_linking.py`.

Complex Gaussian images of known coherence; every pixel has a window of 9 x 9 of its own, all of it
brothers, so that errors are independent: the estimator alone is looked at, not the test. dolphin
gets the same images, windows and estimator, without regularisation as is its default. RMS of the
phases of all dates but the first, against the first.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import dolphin_version, register, run_dolphin

ROOT = Path(__file__).resolve().parent.parent
HALF = (4, 4)
SIDE = 9
INTERVAL = 12
PIXELS = 600
STACKS = (10, 20, 50)
AT_ONCE = (0.2, 0.4, 0.6, 0.8)
# Name: what is left at last, as a share of the coherence at once; decay in days.
GROUNDS = {"constant": (1.0, 1e9), "decay to a third": (1 / 3, 60.0), "decay to 0": (0.0, 60.0)}
ESTIMATORS = ("evd", "wevd", "emi", "pta")
PEERS = {"evd": "wevd", "emi": "emi"}  # what dolphin calls it, and what we do


def coherence(times, at_once, share, days):
    """Exponential decay to a residual."""
    span = INTERVAL * np.abs(np.subtract.outer(np.arange(times), np.arange(times)))
    gamma = at_once * ((1 - share) * np.exp(-span / days) + share)
    np.fill_diagonal(gamma, 1.0)
    return gamma


def season(times, gamma):
    """Every date has a factor: it falls to a half in the worst season."""
    factor = 0.75 + 0.25 * np.cos(2 * np.pi * INTERVAL * np.arange(times) / 365.25)
    gamma = gamma * np.outer(factor, factor)
    np.fill_diagonal(gamma, 1.0)
    return gamma


def make_images(gamma, pixels, seed=0):
    """Windows side by side in one row: (time, SIDE, pixels * SIDE)."""
    rng = np.random.default_rng(seed)
    shape = (len(gamma), SIDE, pixels * SIDE)
    noise = rng.standard_normal(shape) + 1j * rng.standard_normal(shape)
    return np.tensordot(np.linalg.cholesky(gamma), noise, 1).astype(np.complex64)


def link(images, options):
    """Phases of all dates but the first, and the predicted standard deviation."""
    from groundshift.algorithms.scatterers.bound import span_classes
    from groundshift.algorithms.scatterers.linking import brother_masks, link_phases

    dates = np.datetime64("2020-01-01") + INTERVAL * np.arange(len(images))
    padded = np.pad(images, ((0, 0), *((h, h) for h in HALF)), constant_values=np.nan)
    masks = brother_masks(padded, None, options)
    result = link_phases(padded, masks, options, span_classes(dates))
    return np.angle(result.linked[1:, 0]), result.std[0], result.linked[:, 0]


def dolphin_job(images, estimator, name, folder):
    """A job for dolphin, whose results go to a file of that name."""
    path = folder / f"images_{name}.npy"
    if not path.exists():
        np.save(path, images)
    neighbours = folder / "neighbours.npy"
    if not neighbours.exists():
        np.save(neighbours, np.ones((1, images.shape[2] // SIDE, SIDE, SIDE), bool))
    return {
        "images": str(path), "half": HALF, "alpha": 0.05, "strides": (SIDE, SIDE),
        "estimator": estimator, "beta": 0.0, "neighbours": str(neighbours), "repeats": 0,
        "bound": True, "out": str(folder / f"out_{name}_{estimator}.npz"),
    }  # fmt: skip


def read_dolphin(job):
    """Dolphin's phases, its bound (root mean square over dates), and its linked phasors."""
    with np.load(job["out"]) as found:
        linked, std = found["linked"][:, 0], found["std"][1:, 0]
    return np.angle(linked[1:]), np.sqrt(np.mean(std**2, axis=0)), linked


def rms(values):
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


def spread(error, std):
    """RMS of the errors of pixels over their prediction, which is 1 where that is right.

    dolphin's bound does not exist everywhere.
    """
    return float(np.sqrt(np.nanmean(np.mean(error**2, axis=0) / std**2)))


def options_of(estimator):
    """Ours."""
    from groundshift.algorithms.scatterers.linking import LinkingOptions
    from groundshift.algorithms.scatterers.shp import ShpOptions

    return LinkingOptions(
        estimator, ShpOptions("glrt", HALF, strides=(SIDE, SIDE)), test=False, minimum_brothers=1
    )


def cases():
    """Name of the ground, images, coherence at once, and the coherence matrix."""
    for ground, (share, days) in GROUNDS.items():
        for times in STACKS:
            for at_once in AT_ONCE:
                yield ground, times, at_once, coherence(times, at_once, share, days)
    for times in STACKS[1:]:
        yield "seasons", times, 0.7, season(times, coherence(times, 0.7, 1 / 3, 60.0))


def measure(pixels, folder):
    """Rows of results."""
    rows, jobs = [], []
    for number, (ground, times, at_once, gamma) in enumerate(cases()):
        images = make_images(gamma, pixels)
        rows.append({"ground": ground, "times": times, "at_once": at_once})
        _ours(rows[-1], images, gamma)
        jobs.append({name: dolphin_job(images, name, number, folder) for name in PEERS})
        print(rows[-1], flush=True)
    run_dolphin("dolphin_linking.py", [job for two in jobs for job in two.values()])
    for row, two in zip(rows, jobs):
        _theirs(row, two)
    return rows


def _ours(row, images, gamma):
    from groundshift.algorithms.scatterers.bound import phase_bound

    row["bound"] = rms(phase_bound(gamma, SIDE * SIDE))
    for name in ESTIMATORS:
        error, std, _ = link(images, options_of(name))
        row[name], row[f"{name} spread"] = rms(error), spread(error, std)


def _theirs(row, jobs):
    for name, job in jobs.items():
        error, std, linked = read_dolphin(job)
        row[f"dolphin {name}"], row[f"dolphin {name} spread"] = rms(error), spread(error, std)
        plain = replace(options_of(PEERS[name]), regularisation="none")
        ours = link(np.load(job["images"]), plain)[2]
        apart = np.abs(np.angle(ours * linked.conj())).max(axis=0)
        row[f"alike {name}"] = float(np.mean(apart < 0.01))


def report(rows, pixels):
    """Lines of the report."""
    lines = [
        "# Errors of linked phases", "",
        f"{pixels} independent pixels a row, {SIDE} x {SIDE} = {SIDE * SIDE} brothers, images "
        f"every {INTERVAL} days; dolphin {dolphin_version()}. Made by "
        "`benchmarks/accuracy_linking.py`, which says what is compared.", "",
        "## RMS of the phases, as a multiple of the Cramér–Rao bound", "",
        "Over about 1 rad of error a phase is lost, and no estimator comes near the bound. What "
        "dolphin calls EVD is our wevd: the leading eigenvector of |T|∘T. With true coherence 0 "
        "between distant dates (decay to 0) the bound supposes that this is known.", "",
        "| coherence | images | at once | bound (rad) | evd | wevd | emi | pta | dolphin evd "
        "| dolphin emi |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for row in rows:
        values = (row[n] / row["bound"] for n in (*ESTIMATORS, "dolphin evd", "dolphin emi"))
        lines.append(
            f"| {row['ground']} | {row['times']} | {row['at_once']} | {row['bound']:.3f} | "
            + " | ".join(f"{v:.2f}" for v in values) + " |"
        )  # fmt: skip
    lines += [
        "", "## Errors over their prediction", "",
        "RMS over pixels of the error over the predicted standard deviation: 1 is right, more is "
        "too hopeful. Last columns: pixels whose phases agree with dolphin's within 0.01 rad on "
        "all dates, ours with wevd for its evd and without regularisation, as dolphin's; it stops "
        "its iterations at 1e-5 or after 50 steps.", "",
        "| coherence | images | at once | evd | wevd | emi | pta | dolphin evd | dolphin emi "
        "| evd alike | emi alike |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    names = [f"{n} spread" for n in (*ESTIMATORS, "dolphin evd", "dolphin emi")]
    for row in rows:
        lines.append(
            f"| {row['ground']} | {row['times']} | {row['at_once']} | "
            + " | ".join(f"{row[n]:.2f}" for n in names)
            + f" | {row['alike evd']:.0%} | {row['alike emi']:.0%} |"
        )
    usable = [row for row in rows if row["pta"] < 1]
    lines += ["", "Median over the rows with an error of pta under 1 rad:", ""]
    for name in names:
        values = [row[name] for row in usable]
        lines.append(f"- {name}: {np.median(values):.2f} ({min(values):.2f} to {max(values):.2f})")
    return lines


def draw(rows, path):
    """Errors as multiples of the bound, whose radians stand beneath, over coherence."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    colours = {"evd": "#7f7f7f", "wevd": "#e6a100", "emi": "#2f86c9", "pta": "#d9482b"}
    figure, axes = plt.subplots(
        len(GROUNDS), len(STACKS), figsize=(10, 8), sharex=True, sharey="row",
        constrained_layout=True,
    )  # fmt: skip
    for line, ground in zip(axes, GROUNDS):
        for axis, times in zip(line, STACKS):
            some = [r for r in rows if r["ground"] == ground and r["times"] == times]
            x = [r["at_once"] for r in some]
            for name, colour in colours.items():
                values = [r[name] / r["bound"] for r in some]
                axis.plot(x, values, "o-", color=colour, label=name, markersize=4)
            for name, mine in PEERS.items():
                values = [r[f"dolphin {name}"] / r["bound"] for r in some]
                axis.plot(x, values, "x--", color=colours[mine], label=f"{name} of dolphin")
            for place, row in zip(x, some):
                axis.annotate(f"{row['bound']:.2f}", (place, 1), fontsize=7, ha="center", va="top")
            axis.axhline(1, color="k", linewidth=1)
            axis.set_title(f"{ground}, {times} images", fontsize=9)
            axis.grid(alpha=0.3)
    for axis in axes[-1]:
        axis.set_xlabel("coherence at once")
    for line in axes:
        line[0].set_ylabel("error / bound")
    axes[0, -1].legend(fontsize=7)
    figure.savefig(path, dpi=110)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer pixels, nothing written")
    arguments = parser.parse_args()
    register()
    pixels = 120 if arguments.quick else PIXELS
    with tempfile.TemporaryDirectory() as name:
        rows = measure(pixels, Path(name))
    lines = report(rows, pixels)
    print("\n".join(lines))
    if not arguments.quick:
        target = Path(__file__).with_name("results_accuracy_linking.md")
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        draw(rows, ROOT / "docs" / "linking.png")


if __name__ == "__main__":
    main()
