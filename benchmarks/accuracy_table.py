# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How far the result is from the truth after every step of the chain.

``python3 benchmarks/accuracy_table.py [--quick]`` simulates stacks with all sources of error,
runs them through the small-baseline chain and prints a table in Markdown (also written to
``benchmarks/results_accuracy.md``).

Errors are relative to the reference, as the results are. The pixels are those with a
temporal coherence of at least 0.7 after the correction of unwrapping errors, the same for all
rows. Of the velocity and of the series (all dates) the table gives the root mean square error over
all pixels and scenes; of the velocity also the spread of error over standard deviation, which is 1
where standard deviations are honest. The series' errors are taken about their mean over the dates:
which date is the zero is a convention, and the noise of that one date shifts all others.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
STEPS = (
    ("plain", "inversion of the interferograms as they are"),
    ("timeseries", "+ unwrapping errors corrected"),
    ("timeseries_troposphere", "+ troposphere (height)"),
    ("timeseries_troposphere_demerror", "+ DEM error"),
    ("timeseries_troposphere_demerror_ramps", "+ ramps"),
    ("timeseries_troposphere_demerror_ramps_apsfilter", "+ atmosphere filter"),
)


@dataclass(frozen=True)
class Errors:
    """Errors of one step in one scene.

    Parameters
    ----------
    velocity, series : float
        Mean square error, (mm/yr)² and mm².
    normalised : float
        Mean square of the velocity's error over its standard deviation.
    pixels : int
    line : float
        As the velocity, of the straight line by least squares through the series: every step has
        the same weights for the dates then, whatever the colour of its noise.
    """

    velocity: float
    series: float
    normalised: float
    pixels: int
    line: float


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


def scene_errors(folder, **options) -> dict:
    """Simulate a scene and run it through the chain.

    Parameters
    ----------
    folder : Path
    options
        Of ``SimulationOptions``.

    Returns
    -------
    dict of str to Errors
        By the first words of :data:`STEPS`.
    """
    from groundshift.algorithms.data.simulation import SimulationOptions, simulate
    from groundshift.algorithms.data.tools.simulating import write_simulation

    simulation = simulate(SimulationOptions(**options))
    write_simulation(simulation, folder / "scene", "mintpy")
    kept = folder / "kept"
    run(folder, "full", ramps="linear", aps_filter=True, keep_folder=kept)
    run(
        folder, "plain", closure="none", robust=False, troposphere="none",
        correct_dem_error=False, reference_point=_reference_of(kept / "timeseries.h5"),
    )  # fmt: skip
    (folder / "plain.h5").replace(kept / "plain.h5")
    return measure(simulation, kept)


def run(folder, name, **given):
    """The chain of the scene in a folder."""
    from groundshift.algorithms.toolbox import call

    targets = {"timeseries": folder / f"{name}.h5", "velocity": folder / f"{name}.tif"}
    call("smallbaseline", folder=folder / "scene", **targets, **given)


def _reference_of(path):
    """The place of the reference that a series has, so that all rows have the same."""
    from groundshift.algorithms.formats.hdf5.stacks import read_timeseries

    series = read_timeseries(path)
    row, col = int(series.attributes["REF_Y"]), int(series.attributes["REF_X"])
    return series.grid.xy(row, col)


def measure(simulation, folder) -> dict:
    """Errors of all series in a folder."""
    import h5py
    from groundshift.algorithms.formats.hdf5.stacks import read_timeseries

    with h5py.File(folder / "timeseries.h5") as file:
        good = file["temporalCoherence"][()] >= 0.7
        good &= np.isfinite(file["velocityStd"][()])
    found = read_timeseries(folder / "timeseries.h5")
    row, col, height, width = map(int, found.attributes["REF_WINDOW"].split())
    zero = np.s_[row : row + height, col : col + width]
    truth = np.stack([simulation.displacement(k) for k in range(len(simulation.dates))])
    truth = truth - truth[(slice(None), *zero)].mean(axis=(1, 2), keepdims=True)
    rate = simulation.velocity - simulation.velocity[zero].mean()
    years = (simulation.dates - simulation.dates[0]).astype(float) / 365.25
    weights = np.linalg.pinv(np.stack([np.ones(len(years)), years], axis=1))[1]
    errors = {}
    for name, _ in STEPS:
        with h5py.File(folder / f"{name}.h5") as file:
            velocity, std = file["velocity"][()], file["velocityStd"][()]
            series = file["timeseries"][()]
        used = good & np.isfinite(velocity) & np.isfinite(std) & (std > 0)
        wrong = 1e3 * (series - truth)[:, used].astype(float)
        wrong -= np.nanmean(wrong, axis=0)
        difference = (velocity - rate)[used].astype(float)
        errors[name] = Errors(
            float(np.mean((1e3 * difference) ** 2)),
            float(np.nanmean(wrong**2)),
            float(np.mean((difference / std[used]) ** 2)), int(used.sum()),
            float(np.nanmean((1e3 * (weights @ series[:, used] - rate[used])) ** 2)),
        )  # fmt: skip
    return errors


def pooled(scenes) -> dict:
    """Root mean squares over several scenes: (velocity, series, normalised, line) by step."""
    return {
        name: tuple(
            float(np.sqrt(np.mean([getattr(scene[name], what) for scene in scenes])))
            for what in ("velocity", "series", "normalised", "line")
        )
        for name, _ in STEPS
    }


def table(rows: dict) -> str:
    """The numbers of :func:`pooled` in Markdown."""
    lines = [
        "| after | velocity RMSE (mm/yr) | series RMSE (mm) | velocity error / std (RMS) |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {title} | {rows[name][0]:.2f} | {rows[name][1]:.2f} | {rows[name][2]:.2f} |"
        for name, title in STEPS
    ]
    return "\n".join(lines)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer and smaller scenes")
    parser.add_argument("--scenes", type=int, default=12)
    arguments = parser.parse_args()
    register()
    size, count = (120, 4) if arguments.quick else (250, arguments.scenes)
    scenes = []
    for seed in range(1, count + 1):
        with tempfile.TemporaryDirectory() as folder:
            scenes.append(scene_errors(Path(folder), rows=size, cols=size, dates=40, seed=seed))
            print(f"scene {seed} of {count}", file=sys.stderr, flush=True)
    text = (
        f"# Error after every step of the chain\n\n{count} simulated scenes of {size} x {size} "
        "pixels and 40 dates with noise by coherence, unwrapping errors, gaps, turbulent and "
        "stratified delays, height errors; motion with seasons, a step and acceleration. Made by "
        f"`benchmarks/accuracy_table.py`, which says what is measured.\n\n{table(pooled(scenes))}\n"
    )
    print(text)
    Path(__file__).with_name("results_accuracy.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
