# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Resampled stress tensors: time on one core, beside the same formula in plain NumPy.

Of the mechanisms of West Bohemia (167), the Geysers (116) and Southern California (298).
The plain formula solves each resampling with numpy.linalg, planes chosen anew until they stay.

    OPENBLAS_NUM_THREADS=1 .venv/bin/python benchmarks/bench_stresstensor.py FOLDER \\
        >> benchmarks/results_stresstensor.md
"""

import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import qgis_env  # noqa: E402

qgis_env.load_package(linked=True)

from groundshift.algorithms.formats.text.mechanism_files import read_mechanism_file  # noqa: E402
from groundshift.algorithms.source.planes import plane_vectors  # noqa: E402
from groundshift.algorithms.stress import tensor as t  # noqa: E402
from groundshift.algorithms.stress.catalogue import both_planes  # noqa: E402

RUNS, PLAIN_RUNS = 2000, 100
FILES = ("West_Bohemia_mechanisms.dat", "Geysers_dataset.csv", "SoCal_dataset.csv")


def plain(planes, friction, rng):
    """One resampling by whole matrices."""
    planes = planes[rng.integers(0, len(planes), len(planes))]
    normal, slip = plane_vectors(*np.moveaxis(planes, -1, 0))
    a, b, c = np.moveaxis(normal, -1, 0)
    zero = np.zeros_like(a)
    traction = np.stack([
        np.stack([a, zero, -c], -1), np.stack([b, a, zero], -1), np.stack([c, zero, a], -1),
        np.stack([zero, b, -c], -1), np.stack([zero, c, b], -1),
    ], -1)  # fmt: skip
    matrix = traction - normal[..., None] * np.einsum("npi,npik->npk", normal, traction)[:, :, None]
    chosen, pick, row = None, None, np.arange(len(planes))
    for _ in range(t.STEPS[False]):
        some = (matrix, slip) if pick is None else (matrix[row, pick], slip[row, pick])
        x = np.linalg.lstsq(some[0].reshape(-1, 5), some[1].reshape(-1), rcond=None)[0]
        whole = np.array([[x[0], x[1], x[2]], [x[1], x[3], x[4]], [x[2], x[4], -x[0] - x[3]]])
        values, vectors = np.linalg.eigh(whole)
        ratio = (values[1] - values[0]) / (values[2] - values[0])
        pick = t.instability(t.reduced(vectors.T, ratio), normal, friction).argmax(axis=1)
        if chosen is not None and (pick == chosen).all():
            break
        chosen = pick
    return ratio


def main(folder):
    """Print the table."""
    print(f"\n| mechanisms | method | R (95 %) | {RUNS} resamplings, s | plain NumPy, s | faster |")
    print("|---|---|---|---|---|---|")
    for name in FILES:
        planes = both_planes(read_mechanism_file(folder / name).planes[:, 0])
        for method in t.METHODS:
            found = t.invert(planes, method)
            frictions = [found.friction] if method != "linear" else [0.6]
            t.resample(planes, method, frictions, 2, 0)
            start = time.perf_counter()
            drawn = t.resample(planes, method, frictions, RUNS, 0)
            took = time.perf_counter() - start
            low, high = t.errors_of(found, drawn).ratio
            other = "", ""
            if method == "instability":
                rng, start = np.random.default_rng(0), time.perf_counter()
                for _ in range(PLAIN_RUNS):
                    plain(planes, found.friction, rng)
                whole = (time.perf_counter() - start) * RUNS / PLAIN_RUNS
                other = f"{whole:.1f}", f"{whole / took:.0f} times"
            print(
                f"| {name.split('_')[0]}, {len(planes)} | {method} | {found.ratio:.2f} "
                f"({low:.2f} to {high:.2f}) | {took:.2f} | {other[0]} | {other[1]} |"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
