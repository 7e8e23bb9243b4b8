# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers against planted ones.

``python3 benchmarks/accuracy_ps.py [--quick]`` simulates stacks of speckle with dominant scatterers
in it, runs them through `ps` and prints tables in Markdown (also written to
``benchmarks/results_accuracy_ps.md``). The ground between the scatterers is fully decorrelated, so
that all else that is found is false; there are turbulent delays, height errors and a bowl.

- *candidate*: planted scatterers of low amplitude dispersion (0.4).
- *stable*: those that pass the threshold of phase stability, at 5 % of noise allowed; *false*: the
  share of pixels without a scatterer among all that pass.
- *found*: planted scatterers that are a point of the result or touch one, which stands for them;
  *false points*: the share of points without a scatterer.
- *sigma*: phase noise that is told for the points, over the true one: the median of the ratio. The
  true variance is the scatterer's own, ``1 / (2 SCR)``, and what the delays at a point differ from
  those at its neighbours, which no single point's series tells apart; *delays*: the median of the
  latter alone, and *own*: of the former.
- errors of height and rate: root mean square about the median, of true points.

The second table shows what the decoys are for. Beside the choice of `ps` it has the one by the same
stabilities with a threshold from random phases that did not go through the rounds, as in StaMPS
(Hooper et al. 2007). StaMPS itself needs MATLAB; PyPI has no peer with a phase-stability selection.
"""

from __future__ import annotations

import argparse
import importlib.util
import sqlite3
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
LARGEST_HEIGHT = 30.0


def register():
    """Make the checkout importable as ``groundshift``."""
    if "groundshift" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "groundshift", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["groundshift"] = module
    spec.loader.exec_module(module)


def simulate(scr_db, density=400.0, dates=25, seed=1, **more):
    """A scene; ratio in decibels (one, or from and to), density a square kilometre."""
    from groundshift.algorithms.data.simulation.slc_options import plain_options
    from groundshift.algorithms.data.simulation.slc_setup import simulate_slc

    ratio = scr_db if isinstance(scr_db, tuple) else (scr_db, scr_db)
    options = {
        "rows": 240, "cols": 300, "dates": dates, "gamma0": 0.0, "gamma_inf": 0.0,
        "ps_per_km2": density, "scr_db": ratio, "bowls": 1, "turbulence_mm": 2.0,
        "dem_error_m": 2.0, "ps_height_m": 6.0, "baseline_sigma_m": 80.0, "calibration_db": 0.5,
        "seed": seed, **more,
    }  # fmt: skip
    return simulate_slc(plain_options(**options))


def write_stack(scene, path):
    """The scene as slcStack.h5."""
    from groundshift.algorithms.data.grid import Window
    from groundshift.algorithms.formats.hdf5.images import SlcStackWriter

    whole = Window(0, 0, *scene.grid.shape)
    with SlcStackWriter(
        path, scene.grid, scene.dates, scene.wavelength, scene.perpendicular_baseline,
        scene.polarisations, scene.spacing,
    ) as out:  # fmt: skip
        for number in range(len(scene.polarisations)):
            for date in range(len(scene.dates)):
                out.write(whole, scene.image(date, number)[np.newaxis], number, date)
    return path


def points_of(path) -> dict:
    """Columns of a layer of points."""
    names = (
        "row", "col", "velocity_mm_yr", "velocity_std_mm_yr", "height_error_m", "phase_noise_rad",
    )  # fmt: skip
    with sqlite3.connect(path) as database:
        rows = database.execute(f"SELECT {', '.join(names)} FROM points").fetchall()
    return dict(zip(names, np.array(rows, float).T))


def selection_of(scene, path):
    """Which pixels are candidates, which pass, and which would with a plain threshold."""
    from groundshift.algorithms.formats.hdf5.images import read_slc_stack
    from groundshift.algorithms.formats.scratch import Scratch
    from groundshift.algorithms.job import Job
    from groundshift.algorithms.scatterers.decoys import find_limits
    from groundshift.algorithms.scatterers.independence import SpeckleCoherence
    from groundshift.algorithms.scatterers.lookangle import make_trials, search
    from groundshift.algorithms.scatterers.spatial_phase import places
    from groundshift.algorithms.scatterers.stability import StabilityOptions, estimate
    from groundshift.algorithms.scatterers.tools.ps_candidates import find_candidates
    from groundshift.algorithms.scatterers.tools.ps_scene import PsScene
    from groundshift.algorithms.scatterers.tools.slc_amplitude import calibrate_stack

    stack = read_slc_stack(path)
    count, shape = len(stack.dates), stack.grid.shape
    factors = {stack.polarisations[0]: calibrate_stack(stack, None, Job()).factors}
    images = PsScene(
        stack, factors, np.arange(count), SpeckleCoherence.none(count), scene.spacing, count // 2
    )
    with Scratch(path.parent, 1 << 30) as scratch:
        found = find_candidates(images, tuple(factors), 0.4, 0, scratch, Job())
    options = StabilityOptions(largest_slope=abs(images.per_metre) * LARGEST_HEIGHT)
    size = len(found)
    rows = np.concatenate([found.rows, found.decoys.rows])
    cols = np.concatenate([found.cols, found.decoys.cols])
    ratio = np.concatenate([found.dispersion, found.dispersion[found.decoys.model]])
    gamma = estimate(
        found.phase, stack.perpendicular_baseline, places(rows, cols, scene.spacing, 50.0),
        1 / ratio, size, options, workers=2,
    ).fit.gamma  # fmt: skip
    rng = np.random.default_rng(0)
    noise = rng.uniform(-np.pi, np.pi, (count, 50_000)).astype(np.float32)
    trials = make_trials(stack.perpendicular_baseline, options.largest_slope)
    random = search(noise, np.zeros_like(noise), trials).gamma
    masks = {"candidate": np.zeros(shape, bool)}
    masks["candidate"][found.rows, found.cols] = True
    alike = np.full(len(random), 0.3), np.full(size, 0.3)
    for name, limits, ratios in (
        ("decoys", find_limits(gamma[:size], ratio[:size], gamma[size:], ratio[size:], 0.05),
         ratio[:size]),
        ("plain", find_limits(gamma[:size], alike[1], random, alike[0], 0.05), alike[1]),
    ):  # fmt: skip
        passed = gamma[:size] >= limits.of(ratios)
        masks[name] = np.zeros(shape, bool)
        masks[name][found.rows[passed], found.cols[passed]] = True
    return masks


def percent(part, whole) -> str:
    """A share in percent."""
    return f"{100.0 * part / whole:.1f}" if whole else "-"


def result_of(scene, path, folder, polarisation="", keep_ground=False):
    """Points of the whole tool, None without any; and its numbers."""
    from groundshift.algorithms import toolbox
    from groundshift.algorithms.errors import GroundshiftError

    try:
        numbers = toolbox.call(
            "ps", stack=path, points=folder / "points.gpkg", polarisation=polarisation,
            max_height=LARGEST_HEIGHT, keep_ground=keep_ground,
        )  # fmt: skip
    except GroundshiftError:
        return None, None
    return points_of(folder / "points.gpkg"), numbers


def errors_of(scene, points) -> dict:
    """Of the points on planted scatterers, about their median."""
    rows, cols = points["row"].astype(int), points["col"].astype(int)
    true = scene.ps[rows, cols]
    rows, cols = rows[true], cols[true]
    rate = points["velocity_mm_yr"][true] - 1e3 * scene.velocity[rows, cols]
    height = points["height_error_m"][true] - scene.dem_error[rows, cols]
    rate, height = rate - np.median(rate), height - np.median(height)
    return {
        "rate": np.sqrt(np.mean(rate**2)), "height": np.sqrt(np.mean(height**2)),
        "normalised": np.sqrt(np.mean((rate / points["velocity_std_mm_yr"][true]) ** 2)),
        "false": (~true).sum(),
        "points": len(true),
    }  # fmt: skip


def delay_noise(scene, points) -> np.ndarray:
    """What the delays of points differ from those of their neighbours, radians, by the truth."""
    from groundshift.algorithms.scatterers.weeding import arc_noise, arcs, point_noise

    rows, cols = points["row"].astype(int), points["col"].astype(int)
    dates = range(len(scene.dates))
    delay = np.array([scene.atmosphere(index)[rows, cols] for index in dates])
    phase = np.float32(4 * np.pi / scene.wavelength) * delay
    years = (scene.dates - scene.dates[0]).astype(float) / 365.25
    still = np.zeros(len(rows), np.float32), np.zeros(len(years))
    ends = arcs(np.column_stack([rows * scene.spacing[0], cols * scene.spacing[1]]))
    return point_noise(arc_noise(phase, *still, years, ends), ends, np.ones(len(rows)))


def standing_for(scene, points) -> int:
    """Planted scatterers that are a point or touch one."""
    from scipy.ndimage import binary_dilation

    there = np.zeros(scene.grid.shape, bool)
    there[points["row"].astype(int), points["col"].astype(int)] = True
    return int((scene.ps & binary_dilation(there, np.ones((3, 3)))).sum())


def row_of(scene, folder, label) -> list:
    """A row of the first table."""
    path = write_stack(scene, folder / "slcStack.h5")
    masks, planted = selection_of(scene, path), scene.ps
    passed = masks["decoys"]
    points, _ = result_of(scene, path, folder)
    row = [
        label, str(planted.sum()), percent((masks["candidate"] & planted).sum(), planted.sum()),
        percent((passed & planted).sum(), planted.sum()),
        percent((passed & ~planted).sum(), passed.sum()),
    ]  # fmt: skip
    if points is None:
        return [*row, *["-"] * 8]
    errors = errors_of(scene, points)
    own, delays = 1 / np.sqrt(2 * 10 ** (scene.options.scr_db[0] / 10)), delay_noise(scene, points)
    true = planted[points["row"].astype(int), points["col"].astype(int)]
    told = np.median((points["phase_noise_rad"] / np.hypot(own, delays))[true])
    return [
        *row, percent(standing_for(scene, points), planted.sum()),
        percent(errors["false"], errors["points"]), f"{own:.3f}",
        f"{np.median(delays[true]):.3f}", f"{told:.2f}",
        f"{errors['height']:.1f}", f"{errors['rate']:.2f}", f"{errors['normalised']:.2f}",
    ]  # fmt: skip


HEAD = (
    "planted", "candidate (%)", "stable (%)", "false (%)", "found (%)", "false points (%)",
    "own (rad)", "delays (rad)", "sigma told / true", "height RMSE (m)", "rate RMSE (mm/yr)",
    "rate error / std",
)  # fmt: skip


def table(head, rows) -> str:
    """Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def density_row(folder, density, seeds) -> list:
    """A row of the second table: over some scenes."""
    sums = dict.fromkeys(("planted", "decoys", "decoys_false", "plain", "plain_false"), 0)
    for seed in seeds:
        scene = simulate(8.0, density, seed=seed)
        masks = selection_of(scene, write_stack(scene, folder / "slcStack.h5"))
        sums["planted"] += int(scene.ps.sum())
        for name in ("decoys", "plain"):
            sums[name] += int((masks[name] & scene.ps).sum())
            sums[f"{name}_false"] += int((masks[name] & ~scene.ps).sum())
    row = [f"{density:g}", str(sums["planted"])]
    for name in ("decoys", "plain"):
        found, false = sums[name], sums[f"{name}_false"]
        row += [percent(found, sums["planted"]), str(false), percent(false, found + false)]
    return row


def polarisation_rows(folder) -> list:
    """Rows of the third table."""
    scene = simulate((2.0, 10.0), dual_pol=True, vh_scr_db=(0.0, 9.0), vh_only_share=0.3)
    path = write_stack(scene, folder / "slcStack.h5")
    there = np.zeros(scene.grid.shape, bool)
    there[scene.scatterers.row, scene.scatterers.col] = True
    rows = []
    for name in ("VV", "VH", "both"):
        points, numbers = result_of(scene, path, folder, name)
        rows_, cols = points["row"].astype(int), points["col"].astype(int)
        true = there[rows_, cols]
        rows.append([name, str(numbers["candidates"]), str(len(true)), str(true.sum()),
                     percent((~true).sum(), len(true))])  # fmt: skip
    return rows


GROUND_WORDS = (
    "Ground that stays coherent (5 to 20 dB, 100 scatterers a square kilometre, 25 images, "
    "1.2 x 1.5 km, two scenes a row): points if it is kept, and by default."
)
GROUND_HEAD = (
    "coherence at once, decay, at last", "planted of 12 dB and more",
    *(f"{name}{when}" for when in (", ground kept", "")
      for name in ("points", "not planted (%)", "strong ones found (%)")),
)  # fmt: skip


def ground_rows(folder, seeds) -> list:
    """Rows of the fourth table: over some scenes a row."""
    rows = []
    for gamma0, tau, gamma_inf in ((0.6, 30.0, 0.1), (0.7, 60.0, 0.2), (0.8, 120.0, 0.3)):
        sums = np.zeros(7)
        for seed in seeds:
            scene = simulate((5.0, 20.0), 100.0, seed=seed, gamma0=gamma0, gamma_inf=gamma_inf,
                             tau_days=tau, rows=120, cols=150)  # fmt: skip
            ratio = np.zeros(scene.grid.shape)
            ratio[scene.scatterers.row, scene.scatterers.col] = scene.scatterers.scr[0]
            strong = ratio >= 10**1.2
            path = write_stack(scene, folder / "slcStack.h5")
            for keep in (True, False):
                points, _ = result_of(scene, path, folder, keep_ground=keep)
                there = np.zeros(scene.grid.shape, bool)
                if points is not None:
                    there[points["row"].astype(int), points["col"].astype(int)] = True
                counts = there.sum(), (there & ~scene.ps).sum(), (there & strong).sum()
                sums[1 + 3 * (not keep) :][:3] += counts
            sums[0] += strong.sum()
        planted, *kept = sums.astype(int)
        row = [f"{gamma0:g}, {tau:g} days, {gamma_inf:g}", str(planted)]
        for points, false, found in (kept[:3], kept[3:]):
            row += [str(points), percent(false, points), percent(found, planted)]
        rows.append(row)
    return rows


def main():
    """Make the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer scenes")
    quick = parser.parse_args().quick
    register()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = (3.0, 10.0) if quick else (0.0, 3.0, 6.0, 8.0, 10.0, 15.0, 20.0)
        by_ratio = [row_of(simulate(scr), folder, f"{scr:g}") for scr in ratios]
        counts = (25,) if quick else (10, 15, 25, 50)
        by_count = [row_of(simulate(6.0, dates=n), folder, str(n)) for n in counts]
        densities = (25.0, 400.0) if quick else (0.0, 10.0, 25.0, 50.0, 100.0, 400.0)
        seeds = range(1, 2 if quick else 5)
        by_density = [density_row(folder, density, seeds) for density in densities]
        by_polarisation = polarisation_rows(folder)
        by_ground = ground_rows(folder, seeds[:2])
    text = "\n\n".join((
        "# Persistent scatterers against planted ones",
        "Made by `benchmarks/accuracy_ps.py`, which says what is measured: 2.4 x 3 km of speckle "
        "that is fully decorrelated, 400 scatterers a square kilometre, turbulent delays of 2 mm, "
        "heights of the scatterers 6 m off; 5 % of noise is allowed among the stable.",
        "25 images, by signal-to-clutter ratio:",
        table(("SCR (dB)", *HEAD), by_ratio),
        "A ratio of 6 dB, by number of images:",
        table(("images", *HEAD), by_count),
        "Where scatterers are few (8 dB, 25 images, four scenes a row): the rounds make noise look "
        "stable, which a threshold from plain random phases does not see.",
        table(("a km2", "planted", "found with decoys (%)", "false", "false (%)",
               "found with plain random phases (%)", "false", "false (%)"), by_density),
        "Two polarisations (VV 2 to 10 dB, VH 0 to 9 dB, and 30 % more in VH alone):",
        table(("polarisation", "candidates", "points", "true points", "false (%)"),
              by_polarisation),
        GROUND_WORDS, table(GROUND_HEAD, by_ground),
    ))  # fmt: skip
    print(text)
    if not quick:
        (ROOT / "benchmarks" / "results_accuracy_ps.md").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
