# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two LiCSBAS frames over the North Anatolian Fault taken apart, as a map and a profile.

``python3 benchmarks/north_anatolian.py`` needs ``../shared/data/north_anatolian_licsbas`` and
matplotlib, draws ``docs/north_anatolian.png`` and prints slip rate and locking depth of the
textbook model of a locked fault, ``v = s/pi atan(x/D)`` (Savage and Burford 1973), fitted to
east motion turned along the fault. Published rates there are 20 to 25 mm a year.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from peers import register

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "north_anatolian_licsbas"
FRAMES = ("087A_04904_121313", "167D_04884_131212")
PICTURE = ROOT / "docs" / "north_anatolian.png"
REACH = 100.0  # km of the profile on either side
STEP = 4.0  # km


def decomposed(folder):
    """Grid, and east and up with their standard deviations, mm a year."""
    from groundshift.algorithms.formats.rasters import read_raster
    from groundshift.algorithms.toolbox import call

    given = {}
    for suffix, frame in zip(("", "_2"), FRAMES):
        rates, look = folder / f"{frame}.tif", folder / f"{frame}_los.tif"
        call("importvelocity", file=DATA / f"{frame}.vel.mskd", velocity=rates, los=look)
        given |= {f"rates{suffix}": rates, f"los_raster{suffix}": look}
    layers = {name: folder / f"{name}.tif" for name in ("east", "up")}
    call("decompose", {"note": print}, **given, **layers)
    grid, east, _ = read_raster(layers["east"])
    return grid, east, read_raster(layers["up"])[1]


def from_fault(grid, trace):
    """Distance north of the fault in km, across it, and its azimuth, of every cell."""
    from groundshift.algorithms.data.metric import LocalMetres

    rows, cols = np.indices(grid.shape)
    x, y = grid.xy(rows, cols)
    local = LocalMetres(grid.crs, *grid.xy(grid.rows // 2, grid.cols // 2))
    cells = local.of(grid.crs, x.ravel(), y.ravel()) / 1e3
    line = local.of(grid.crs, *trace.T) / 1e3
    best = np.full(len(cells), np.inf)
    side, azimuth = np.zeros(len(cells)), np.zeros(len(cells))
    for start, stop in zip(line[:-1], line[1:]):
        along = stop - start
        part = np.clip(((cells - start) @ along) / (along @ along), 0, 1)
        away = cells - start - part[:, None] * along
        distance = np.hypot(*away.T)
        nearer = distance < best
        best[nearer] = distance[nearer]
        east = along if along[0] > 0 else -along
        side[nearer] = np.sign(east[0] * away[nearer, 1] - east[1] * away[nearer, 0])
        azimuth[nearer] = np.degrees(np.arctan2(east[0], east[1]))
    shape = grid.shape
    return (side * best).reshape(shape), azimuth.reshape(shape)


def profile(distance, values):
    """Middles of bins with the 16th, 50th and 84th percentile in each."""
    edges = np.arange(-REACH, REACH + STEP, STEP)
    rows = []
    for low, high in zip(edges[:-1], edges[1:]):
        some = values[(distance >= low) & (distance < high) & np.isfinite(values)]
        if len(some) > 50:
            rows.append(((low + high) / 2, *np.percentile(some, (16, 50, 84))))
    return np.array(rows).T


def main():
    """Draw and print."""
    from scipy.optimize import curve_fit

    register()
    trace = np.loadtxt(DATA / "naf_trace.xy")
    trace = trace[np.argsort(trace[:, 0])]
    with tempfile.TemporaryDirectory() as folder:
        grid, east, up = decomposed(Path(folder))
    distance, azimuth = from_fault(grid, trace)
    # Motion along the fault, if none goes across it: what is east of it, over the sine.
    along = east[0] / np.sin(np.radians(azimuth))
    x, low, middle, high = profile(distance, along)

    def locked(x, slip, depth, shift):
        return slip / np.pi * np.arctan(x / depth) + shift

    (slip, depth, shift), _ = curve_fit(locked, x, middle, (20.0, 15.0, 10.0))
    print(f"slip rate {slip:.1f} mm a year, locked to {abs(depth):.0f} km")
    draw(grid, east[0], up[0], trace, (x, low, middle, high), (slip, depth, shift), locked)
    print(PICTURE)


def draw(grid, east, up, trace, bins, fitted, model):
    """Two maps and the profile."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    corner, end = grid.xy(-0.5, -0.5), grid.xy(grid.rows - 0.5, grid.cols - 0.5)
    figure, axes = plt.subplots(1, 3, figsize=(15, 4.6), constrained_layout=True,
                                width_ratios=(1, 1, 1.15))  # fmt: skip
    for axis, values, title in zip(axes, (east, up), ("East", "Up")):
        image = axis.imshow(values, cmap="RdYlBu", vmin=-25, vmax=25, aspect=1.32,
                            extent=(corner[0], end[0], end[1], corner[1]))  # fmt: skip
        axis.plot(*trace.T, "k-", linewidth=1.2)
        axis.set_title(f"{title} (mm/yr)")
        axis.set_xlim(corner[0], end[0])
        axis.set_ylim(end[1], corner[1])
        figure.colorbar(image, ax=axis, shrink=0.8)
    x, low, middle, high = bins
    axes[2].fill_between(x, low, high, color="#91bfdb", alpha=0.6, label="16 to 84 %")
    axes[2].plot(x, middle, "o", color="#2f86c9", markersize=4, label="median of 4 km")
    fine = np.linspace(-REACH, REACH, 400)
    slip, depth, _ = fitted
    label = f"locked fault: {slip:.1f} mm/yr, {abs(depth):.0f} km"
    axes[2].plot(fine, model(fine, *fitted), color="#d9482b", label=label)
    axes[2].axvline(0, color="k", linewidth=1)
    axes[2].set_title("Motion along the North Anatolian Fault")
    axes[2].set_xlabel("south          distance from the fault (km)          north")
    axes[2].set_ylabel("mm/yr eastwards")
    axes[2].legend(loc="upper left", fontsize=8)
    axes[2].grid(alpha=0.3)
    figure.savefig(PICTURE, dpi=95)


if __name__ == "__main__":
    main()
