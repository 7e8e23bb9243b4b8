# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Time series of offsets: errors against gross errors and redundancy, and time.

Simulated: 20 dates with their next five or three (redundancy 4.25 or 2.7), noise 0.15 m, gross
errors of up to 9.3 m at some of the pairs; and a map of 510 x 607 pixels with 25 pairs, from
GeoTIFF to HDF5.

    .venv/bin/python benchmarks/bench_offsetseries.py >> benchmarks/results_offsetseries.md
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import qgis_env  # noqa: E402

qgis_env.load_package(linked=True)

from groundshift.algorithms.data.crs import wkt_from_epsg  # noqa: E402
from groundshift.algorithms.data.grid import Grid  # noqa: E402
from groundshift.algorithms.data.offsets import MAP, OffsetBlock, Offsets  # noqa: E402
from groundshift.algorithms.formats.offsets.offset_raster import write_offsets  # noqa: E402
from groundshift.algorithms.toolbox import call  # noqa: E402
from groundshift.algorithms.tracking.series import (  # noqa: E402
    RULES,
    SeriesInversion,
    pairs_in_time,
)

PIXELS, NOISE, LARGEST = 20000, 0.15, 9.3


def network(dates, reach):
    """Every date with its next ones."""
    pairs = [
        (dates[i], dates[j])
        for i in range(len(dates))
        for j in range(i + 1, min(len(dates), i + reach + 1))
    ]
    return pairs_in_time(*np.array(pairs).T)[0]


def errors():
    """Table of errors of a random walk's series."""
    print("| redundancy | gross errors | estimator | RMS, m | error/σ (median) |")
    print("|---|---|---|---|---|")
    rng = np.random.default_rng(7)
    dates = np.datetime64("2019-01-01") + np.sort(rng.choice(1500, 20, False))
    for reach in (5, 3):
        net = network(dates, reach)
        first, second = net.pairs.T
        for gross in (0.0, 0.05, 0.1, 0.2):
            truth = np.cumsum(0.3 * rng.normal(size=(20, PIXELS)), axis=0)
            truth -= truth[0]
            offsets = truth[second] - truth[first] + NOISE * rng.normal(size=(len(first), PIXELS))
            wrong = rng.random(offsets.shape) < gross
            offsets[wrong] += rng.uniform(-LARGEST, LARGEST, offsets.shape)[wrong]
            for rule in RULES:
                found = SeriesInversion(net, rule)(offsets)
                error = (found.displacement - truth)[1:]
                ratio = 1.4826 * np.median(np.abs(error / found.std[1:]))
                rms = np.sqrt(np.mean(error**2))
                print(
                    f"| {len(first) / 20:.2f} | {100 * gross:.0f} % | {rule} | {rms:.3f} | "
                    f"{ratio:.2f} |"
                )


def speed():
    """A map from files to files."""
    grid = Grid(510, 607, (5e5, 120.0, 0.0, 4e6, 0.0, -120.0), wkt_from_epsg(32632))
    dates = np.datetime64("2020-01-01") + 30 * np.arange(9)
    ends = [(i, j) for i in range(9) for j in range(i + 1, min(9, i + 5))][:25]
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for i, j in ends:
            layers = np.full((6, *grid.shape), 0.1, np.float32)
            layers[:2] = 0.3 * (j - i) + 0.1 * rng.normal(size=(2, *grid.shape))
            pair = Offsets("", grid, MAP, dates[i], dates[j], "S2")
            write_offsets(folder / "in" / f"{pair.name}.tif", pair, OffsetBlock.of(layers))
        print(f"\n510 x 607 pixels, {len(ends)} pairs of {len(dates)} dates, both components:\n")
        for estimator in ("tukey", "least_squares"):
            took = []
            for run in range(3):
                start = time.perf_counter()
                call(
                    "offsetseries", folder=folder / "in", first=folder / f"e{run}.h5",
                    second=folder / f"n{run}.h5", estimator=estimator,
                )  # fmt: skip
                took.append(time.perf_counter() - start)
            print(f"- {estimator}: {min(took):.2f} s, files read and written")


if __name__ == "__main__":
    errors()
    speed()
