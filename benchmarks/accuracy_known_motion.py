# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What solid Earth tides and the motion of the plate are worth in scenes as wide as a swath.

``python3 benchmarks/accuracy_known_motion.py [--quick]`` simulates series of 250 km by 250 km with
true motion and a turbulent atmosphere, adds the tides that PySolid computes (its own Sun and Moon,
``pip install pysolid``) and the plate's motion that PROJ computes, takes them off again with
``solidtides`` and ``platemotion``, and writes ``benchmarks/results_accuracy_known_motion.md``.
Errors are relative to the reference; those of the series are taken about their mean over the dates.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "helpers"))
SECONDS = 17 * 3600 + 180
PLATE, PROJ_PLATE = "eurasia", "EURA"
NODES = 24
STEPS = (
    ("before", "with tides and the plate's motion"),
    ("tides", "+ `solidtides`"),
    ("plate", "+ `platemotion`"),
    ("ramps", "`ramps` instead of both"),
    ("nothing", "without tides and plate (what the atmosphere leaves)"),
)


def planted(simulation) -> tuple:
    """Tides by date and rate of the plate along the line of sight, metres (a year), by others."""
    import pysolid
    from groundshift.algorithms.data.crs import longitude_latitude
    from groundshift.algorithms.data.earth import compass, geocentric
    from pyproj import Transformer
    from scipy.interpolate import RegularGridInterpolator

    grid, los = simulation.grid, simulation.los
    rows, cols = np.indices(grid.shape)
    longitude, latitude = longitude_latitude(grid.crs, *grid.xy(rows, cols))
    margin = 0.2
    north, west = latitude.max() + margin, longitude.min() - margin
    dy = (latitude.min() - margin - north) / (NODES - 1)
    dx = (longitude.max() + margin - west) / (NODES - 1)
    header = {"LENGTH": NODES, "WIDTH": NODES, "Y_FIRST": north, "X_FIRST": west, "Y_STEP": dy,
              "X_STEP": dx}  # fmt: skip
    axes = north + dy * np.arange(NODES), west + dx * np.arange(NODES)
    places = np.stack([latitude, longitude], axis=-1)
    tides = []
    for date in simulation.dates:
        time = date.astype(datetime.datetime)
        time = datetime.datetime(time.year, time.month, time.day) + datetime.timedelta(0, SECONDS)
        parts = pysolid.calc_solid_earth_tides_grid(time, header, 1e3, verbose=False)
        parts = [
            RegularGridInterpolator((-axes[0], axes[1]), part)(places * (-1, 1)) for part in parts
        ]
        tides.append(los.project(*parts))
    move = Transformer.from_pipeline(
        f"+proj=pipeline +step +init=ITRF2014:{PROJ_PLATE} +t_epoch=2010"
    )
    here = geocentric(longitude, latitude)
    there = np.stack(move.transform(*np.moveaxis(here, -1, 0), np.full(rows.shape, 2020.0))[:3], -1)
    east, north, _ = compass(longitude, latitude)
    rate = los.project(*(((there - here) / 10 * axis).sum(axis=-1) for axis in (east, north)), 0.0)
    return np.array(tides), rate


def measure(path, simulation, truth) -> tuple:
    """Mean square errors of rate (mm/yr) and series (mm)."""
    from corrected_series import rate_of, read_series

    wrong = 1e3 * (read_series(path) - truth)
    rate = rate_of(simulation, wrong)
    return np.mean(rate**2), np.mean((wrong - wrong.mean(axis=0)) ** 2)


def scene_errors(folder, seed, years) -> dict:
    """By the first words of :data:`STEPS`."""
    import h5py
    from corrected_series import reference_of, scene, truth_of, write_series
    from groundshift.algorithms.toolbox import call

    simulation = scene(
        rows=250, cols=250, dates=int(30 * years), pixel_size_m=1000.0, incidence_span=16.0,
        incidence=38.0, turbulence_mm=5.0, seed=seed,
    )  # fmt: skip
    tides, rate = planted(simulation)
    elapsed = (simulation.dates - simulation.dates[0]).astype(float) / 365.25
    count = len(simulation.dates)
    air = np.stack([simulation.atmosphere(t) for t in range(count)])
    row, col = reference_of(simulation)

    def referenced(field):
        field = field - field[0]
        return field - field[:, row : row + 1, col : col + 1]

    truth = truth_of(simulation)
    known = referenced(tides + rate * elapsed[:, None, None])
    write_series(folder, simulation, truth + referenced(air), name="nothing.h5")
    write_series(folder, simulation, truth + referenced(air) + known, name="before.h5")
    with h5py.File(folder / "before.h5", "a") as file:
        file.attrs["CENTER_LINE_UTC"] = str(SECONDS)
    look = {"geometry": folder / "geometryGeo.h5"}
    call("solidtides", timeseries=folder / "before.h5", corrected=folder / "tides.h5", **look)
    call("platemotion", timeseries=folder / "tides.h5", corrected=folder / "plate.h5",
         plate=PLATE, **look)  # fmt: skip
    call("ramps", timeseries=folder / "before.h5", corrected=folder / "ramps.h5")
    errors = {name: measure(folder / f"{name}.h5", simulation, truth) for name, _ in STEPS}
    print(f"scene {seed}: planted up to {1e3 * np.abs(known).max():.1f} mm", flush=True)
    return errors


def main():
    """Measure and write the table."""
    from accuracy_table import register

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one scene")
    quick = parser.parse_args().quick
    register()
    scenes = ((1, 1.0),) if quick else ((1, 1.0), (2, 1.0), (3, 2.0), (4, 2.0))
    found = []
    for seed, years in scenes:
        with tempfile.TemporaryDirectory() as folder:
            found.append(scene_errors(Path(folder), seed, years))
    lines = [
        "# Error before and after tides and the plate's motion are taken off", "",
        f"{len(scenes)} simulated scenes of 250 km x 250 km, 30 or 60 dates, with a turbulent "
        "atmosphere of 5 mm; tides by PySolid, the Eurasian plate by PROJ (ITRF2014) on an "
        "ascending orbit of Sentinel-1, taken off with the plate of ITRF2020. Made by "
        "`benchmarks/accuracy_known_motion.py`.", "",
        "| series | velocity RMSE (mm/yr) | series RMSE (mm) |", "| --- | --- | --- |",
    ]  # fmt: skip
    for name, title in STEPS:
        rate, series = np.sqrt(np.mean([errors[name] for errors in found], axis=0))
        lines.append(f"| {title} | {rate:.2f} | {series:.2f} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if not quick:
        (ROOT / "benchmarks" / "results_accuracy_known_motion.md").write_text(text)


if __name__ == "__main__":
    main()
