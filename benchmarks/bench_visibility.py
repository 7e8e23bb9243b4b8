# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Radar visibility of a large elevation model beside GDAL's own steps on it.

``python3 benchmarks/bench_visibility.py [--quick]`` prints a table and writes it to
``benchmarks/results_visibility.md``. GDAL's ``gdaldem`` slope and aspect are what one needs before
classes by the local slope can be made with a raster calculator; it has no search along the ray, so
that part stands beside a plain NumPy version on a smaller scene. All read and write files.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_sbas import machine, register

register()

SPACING = 30.0


def make_model(path, size, seed=0):
    """Mountains with a power-law spectrum, smooth below 150 m; repeats every 1000 cells."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    side = min(size, 1000)
    k = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None])
    k[0, 0] = 1
    noise = np.fft.fft2(np.random.default_rng(seed).normal(size=(side, side)))
    field = np.fft.ifft2(noise * k**-1.9 * np.exp(-((k / 0.15) ** 2))).real
    field = (1500 + 450 * (field - field.mean()) / field.std()).astype(np.float32)
    heights = np.tile(field, (size // side, size // side))
    transform = (300000.0, SPACING, 0.0, 5200000.0, 0.0, -SPACING)
    write_raster(path, Grid(size, size, transform, wkt_from_epsg(32633)), heights, [BandInfo("z")])


def time_ours(dem, folder, cast):
    """Seconds on the clock, and the share seen."""
    from groundshift.algorithms.toolbox import call

    start = time.perf_counter()
    found = call("visibility", dem=dem, classes=folder / "classes.tif", cast=cast)
    return time.perf_counter() - start, found["seen"] / 100


def time_gdal(dem, folder):
    """Seconds for slope and aspect, written as we write."""
    from osgeo import gdal

    start = time.perf_counter()
    for name in ("slope", "aspect"):
        gdal.DEMProcessing(
            str(folder / f"{name}.tif"), str(dem), name,
            creationOptions=["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "NUM_THREADS=ALL_CPUS"],
        )  # fmt: skip
    return time.perf_counter() - start


def plain_search(height, incidence, azimuth):
    """Passive layover and cast shadow by shifting the whole array; the rays of the kernel."""
    from scipy.ndimage import shift

    tangent = np.tan(np.radians(incidence))
    east, north = np.sin(np.radians(azimuth)), np.cos(np.radians(azimuth))
    step = SPACING / max(abs(east), abs(north))
    relief = float(height.max() - height.min())
    hidden = np.zeros(height.shape, bool)
    for number in range(1, int(relief * max(tangent, 1 / tangent) / step) + 2):
        distance = number * step
        move = np.array([north, -east]) * distance / SPACING
        for sign in (1, -1):
            ground = shift(height, sign * move, order=1, cval=np.nan)
            with np.errstate(invalid="ignore"):
                if sign > 0:
                    hidden |= ground > height + distance / tangent
                    hidden |= ground < height - distance * tangent
                else:
                    hidden |= ground > height + distance * tangent
    return hidden


def time_plain(dem):
    """Seconds of the plain search."""
    from groundshift.algorithms.formats.rasters import read_raster

    height = read_raster(dem)[1][0]
    start = time.perf_counter()
    plain_search(height, 39.0, 348.0 - 90.0)
    return time.perf_counter() - start


def run(quick):
    """Rows of the table."""
    sizes = (1000,) if quick else (1000, 4000, 10000)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            dem = folder / f"dem{size}.tif"
            make_model(dem, size)
            time_ours(dem, folder, True)  # compiles
            ours, seen = time_ours(dem, folder, True)
            local, _ = time_ours(dem, folder, False)
            gdal = time_gdal(dem, folder)
            plain = time_plain(dem) if size == 1000 else float("nan")
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rows.append((size, ours, local, gdal, plain, 100 * seen, peak))
            dem.unlink()
    return rows


def main():
    """Print and keep the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    lines = [
        "# Radar visibility of an elevation model", "",
        machine(), "",
        "Seconds on the clock, all cores, files in and out; one orbit, one layer of classes. The "
        "peak of memory is of the whole process, and of the largest model so far.", "",
        "| cells | ours, with rays | ours, local slope only | gdaldem slope + aspect | plain NumPy "
        "rays | seen (%) | peak (MiB) |",
        "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for size, ours, local, gdal, plain, seen, peak in run(quick):
        note = "" if np.isnan(plain) else f"{plain:.1f} ({plain / ours:.0f}x)"
        lines.append(
            f"| {size} x {size} | {ours:.2f} | {local:.2f} | {gdal:.2f} ({gdal / ours:.2f}x) | "
            f"{note} | {seen:.1f} | {peak:.0f} |"
        )
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    if not quick:
        (Path(__file__).parent / "results_visibility.md").write_text(text)


if __name__ == "__main__":
    main()
