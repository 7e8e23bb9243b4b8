# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Alignment of elevation models beside xDEM, on demcompare's SRTM pair of known displacement.

``python3 benchmarks/bench_coregistration.py`` reads ../shared/data/srtm_shifted, prints a table and
writes it to ``benchmarks/results_coregistration.md``. The peer lives in an environment of its own:
that of the variable XDEM_PYTHON, or ``.xdem-venv`` in this checkout, which is set up from PyPI.

Both get the same two files: the pair in UTM on one grid of 85 m, by one cubic warp. Both read them,
find the displacement and write a raster. The displacements are judged against the planted one, and
by what is left of the differences when the same cubic spline moves the model by either.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "srtm_shifted"
NAMES = "srtm_ref.tif", "srtm_blurred_and_shifted.tif"
CELL, PLANTED, DEGREES = 85.0, (-3, 5), 1 / 1200


def xdem_python() -> str:
    """Interpreter of an environment with the peer."""
    given = os.environ.get("XDEM_PYTHON")
    if given:
        return given
    folder = ROOT / ".xdem-venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Setting up xDEM in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "xdem"], check=True)
    return str(python)


def warp(folder):
    """The pair in UTM on one grid; returns the paths, and the shift that undoes the planted one."""
    from osgeo import gdal
    from pyproj import Transformer

    gdal.UseExceptions()
    source = gdal.Open(str(DATA / NAMES[0]))
    x0, dx, _, y0, _, dy = source.GetGeoTransform()
    middle = x0 + dx * source.RasterXSize / 2, y0 + dy * source.RasterYSize / 2
    change = Transformer.from_crs("EPSG:4326", "EPSG:32637", always_xy=True)
    # In degrees the copy lies three columns west and five rows north of the reference.
    there = change.transform(*(at + step * DEGREES for at, step in zip(middle, PLANTED)))
    undone = np.subtract(change.transform(*middle), there)
    corners = x0, y0, x0 + dx * source.RasterXSize, y0 + dy * source.RasterYSize
    west, south, east, north = (
        CELL * round(v / CELL)
        for v in change.transform_bounds(corners[0], corners[3], corners[2], corners[1])
    )
    paths = []
    for name in NAMES:
        paths.append(folder / name)
        gdal.Warp(
            str(paths[-1]), str(DATA / name), dstSRS="EPSG:32637", xRes=CELL, yRes=CELL,
            outputBounds=(west, south, east, north), resampleAlg="cubic", dstNodata=-9999,
            outputType=gdal.GDT_Float32,
        )  # fmt: skip
    return paths, undone


def heights(path):
    """Heights as float64, NaN where unknown."""
    from groundshift.algorithms.formats.rasters import read_raster

    values = read_raster(path)[1][0].astype(float)
    return np.where(values < -9000, np.nan, values)


def moved(model, shift):
    """A model moved by metres east and north, by a cubic spline."""
    from scipy.ndimage import shift as by_spline

    unknown = ~np.isfinite(model)
    pixels = -shift[1] / CELL, shift[0] / CELL
    out = by_spline(np.where(unknown, np.nanmedian(model), model), pixels, order=3, cval=np.nan)
    near = by_spline(unknown.astype(float), pixels, order=1, cval=1.0)
    return np.where(near > 0.01, np.nan, out)


def left_by(shift, reference, model):
    """NMAD of what the same resampling leaves, well inside, and of the common ground alone."""
    from groundshift.algorithms.data.statistics import nmad

    difference = (moved(model, shift) - reference)[12:-12, 12:-12]
    return nmad(difference[np.isfinite(difference)])


def child(reference, model, target):
    """Ours; prints seconds of two calls (clock, CPU) and the shift."""
    register()
    from groundshift.algorithms.formats.raster_source import describe
    from groundshift.algorithms.toolbox import call

    aligned, seconds = target.with_suffix(".aligned.tif"), []
    for _ in range(2):
        begin = time.perf_counter(), time.process_time()
        found = call(
            "demcoregister", dem=model, reference=reference, aligned=aligned,
            difference=target, workers=1,
        )  # fmt: skip
        seconds.append([time.perf_counter() - begin[0], time.process_time() - begin[1]])
    corners = [describe(path).grid.transform for path in (aligned, model)]
    # Along the map's axes, as xDEM's: the tool itself tells true east and north.
    shift = [corners[0][k] - corners[1][k] for k in (0, 3)]
    print(json.dumps([[*shift, found["up"]], seconds]))


def answer(command):
    """What a child process prints in its last line."""
    threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMBA")}
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True,
        env={**os.environ, **threads},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{command[1]} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def row(name, shift, seconds, undone, own, left):
    """A line of the table."""
    error = np.hypot(*np.subtract(shift[:2], undone)) / CELL
    return (
        f"| {name} | {shift[0]:.2f} | {shift[1]:.2f} | {shift[2]:.2f} | {error:.4f} | {own:.3f} | "
        f"{left:.3f} | {seconds[0][0]:.2f} | {seconds[1][0]:.2f} | {seconds[1][1]:.2f} |"
    )


def main():
    """Print and keep the table."""
    if "--child" in sys.argv:
        child(*(Path(part) for part in sys.argv[2:5]))
        return
    register()
    from groundshift.algorithms.data.statistics import nmad

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (first, second), undone = warp(folder)
        ours, theirs = folder / "ours.tif", folder / "theirs.tif"
        answer([sys.executable, __file__, "--child", first, second, ours])  # compiles
        shift, seconds = answer([sys.executable, __file__, "--child", first, second, ours])
        script = Path(__file__).with_name("xdem_coregistration.py")
        version, peer, peer_seconds = answer([xdem_python(), script, first, second, theirs])
        reference, model = heights(first), heights(second)
        own = [heights(ours), heights(theirs) - reference]
        both = np.isfinite(own[0]) & np.isfinite(own[1])
        before = model - reference
        lines = [
            "# Alignment of elevation models: Groundshift and xDEM", "", machine(), "",
            f"demcompare's SRTM pair in UTM, {reference.shape[0]} x {reference.shape[1]} cells of "
            f"{CELL:g} m; the planted shift is undone by ({undone[0]:.2f}, {undone[1]:.2f}) "
            f"m. NMAD before {nmad(before[np.isfinite(before)]):.2f} m. One thread each, files in "
            "and out. *Own* NMAD: of each tool's own result where both have one; *same*: the model "
            "moved by either shift with one cubic spline. Made by "
            "`benchmarks/bench_coregistration.py`.", "",
            "| | east (m) | north (m) | up (m) | error (cells) | NMAD, own (m) | NMAD, same (m) | "
            "s, first call | s, later | CPU s, later |",
            "|---|---|---|---|---|---|---|---|---|---|",
            row("Groundshift", shift, seconds, undone, nmad(own[0][both]),
                left_by(shift, reference, model)),
            row(f"xDEM {version}", peer, peer_seconds, undone, nmad(own[1][both]),
                left_by(peer, reference, model)),
        ]  # fmt: skip
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    (Path(__file__).parent / "results_coregistration.md").write_text(text)


if __name__ == "__main__":
    main()
