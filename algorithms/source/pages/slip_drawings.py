# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings of a slip inversion: slip on the fault, the choice of dip and smoothing, fits."""

from __future__ import annotations

import math

import numpy as np

from ...reports.figure import Figure
from ...reports.palette import AWAY, BAR, HEAT, INK, LINE, PAPER, SERIES, TOWARDS, colour

WIDTH, LEFT, RIGHT = 640, 60, 16
FLAT = math.radians(35.0)


def slip_svgs(model) -> list:
    """Slip on the patches, seen from the hanging wall's side, one a segment, and their key."""
    patches, slip = model.patches, model.slip
    highest = max(float(slip.max()), 1e-9)
    drawings = []
    for segment in np.unique(patches.segment):
        mine = np.flatnonzero(patches.segment == segment)
        along, depth, title = _unfolded(patches, mine)
        along, depth = along / 1e3, depth / 1e3
        x, y = (along.min(), along.max()), (depth.max(), min(depth.min(), 0.0))
        stretch = (WIDTH - LEFT - RIGHT) / max(x[1] - x[0], 1e-9)
        height = min(max(stretch * (y[0] - y[1]), 80), 420) + 72
        figure = Figure(WIDTH, height, f"Slip on segment {segment + 1}")
        plot = figure.panel(x, y, LEFT, 20, RIGHT, 52)
        plot.axes(f"km along segment {segment + 1}", title)
        for k, patch in enumerate(mine):
            fill = colour(HEAT, slip[patch] / highest)
            plot.polygon(along[k], depth[k], fill, PAPER, f"{slip[patch]:.3g} m")
        for k, patch in enumerate(mine):
            if slip[patch] > 0.1 * highest:
                place = plot.at(along[k].mean(), depth[k].mean())
                _arrow(figure, *place, model.rake[patch], 9 * slip[patch] / highest + 3)
        drawings.append(figure.svg())
    key = Figure(WIDTH, 28, "Slip by colour")
    key.colour_bar(LEFT + 20, 8, 240, HEAT, "0", f"{highest:.3g} m")
    return [*drawings, key.svg()]


def _unfolded(patches, mine):
    """Corners as metres along the strike, bends flattened, and down, shape (patch, corner), and
    what down is: the depth, or the way down the dip of a flat fault."""
    corners = patches.corners[mine]
    middle = corners[..., :2].mean(axis=(0, 1))
    _, _, axes = np.linalg.svd((corners[..., :2] - middle).reshape(-1, 2), full_matrices=False)
    way = axes[0]
    strike = patches.along_strike[mine].mean(axis=0)[:2]
    way = way if way @ strike >= 0 else -way
    along = (corners[..., :2] - middle) @ way
    depth, dip = -corners[..., 2], float(np.median(patches.dip[mine]))
    if dip > FLAT or dip < 1e-3:
        return along - along.min(), depth, "depth (km)"
    return along - along.min(), (depth - depth.min()) / math.sin(dip), "km down the dip"


def _arrow(figure, x, y, rake, size):
    """Which way the hanging wall goes: along the strike and up the dip."""
    a, b = x + size * math.cos(rake), y - size * math.sin(rake)
    (c, d), (e, f) = (
        (a - 3 * math.cos(rake + turn), b + 3 * math.sin(rake + turn)) for turn in (-0.5, 0.5)
    )
    figure.line([x, a, np.nan, c, a, e], [y, b, np.nan, d, b, f], INK, 1)


def curve_svg(grid, dip: int, smoothing: int) -> str:
    """Misfit against roughness for every dip."""
    figure = Figure(WIDTH, 360, "L-curve")
    plot = figure.panel(
        (0, grid.roughness.max()), (grid.misfit.min(), grid.misfit.max()), LEFT + 8
    )  # fmt: skip
    plot.axes("roughness (m)", "misfit (standard deviations)")
    for number in range(len(grid.dips)):
        if number != dip:
            plot.line(grid.roughness[number], grid.misfit[number], BAR, 1)
    plot.line(grid.roughness[dip], grid.misfit[dip], TOWARDS, 2)
    for number, value in enumerate(grid.smoothings):
        fill, radius = (AWAY, 6) if number == smoothing else (TOWARDS, 3)
        place = grid.roughness[dip, number], grid.misfit[dip, number]
        plot.dots(*place, fill, radius, [f"smoothing {value:.3g}"])
    return figure.svg()


def map_svg(grid, values, dip: int, smoothing: int, title: str) -> str:
    """A number for every dip and smoothing as a map, dark where it is small."""
    at, dips = np.log10(np.maximum(grid.smoothings, 1e-12)), grid.dips
    x, y = _edges(at), _edges(dips)
    low, span = float(values.min()), max(float(np.ptp(values)), 1e-12)
    figure = Figure(WIDTH, 360, title)
    plot = figure.panel((x[0], x[-1]), (y[0], y[-1]), LEFT, log=True)
    plot.axes("smoothing", "dip (degrees)")
    fills = [[colour(HEAT, (1 - (v - low) / span) ** 3) for v in row] for row in values]
    titles = [
        [f"dip {d:g}, smoothing {s:.3g}: {v:.4g}" for s, v in zip(grid.smoothings, row)]
        for d, row in zip(dips, values)
    ]
    plot.cells(x, y, fills, titles)
    plot.dots(at[smoothing], dips[dip], TOWARDS, 6)
    return figure.svg()


def dip_svg(grid, smoothing: int) -> str:
    """What the data lose at other dips: twice the logarithm of the likelihood ratio."""
    values = grid.objective[:, smoothing] - grid.objective[:, smoothing].min()
    figure = Figure(WIDTH, 260, "Objective by dip")
    plot = figure.panel((grid.dips.min(), grid.dips.max()), (0, values.max()), LEFT + 8)
    plot.axes("dip (degrees)", "objective above its minimum")
    plot.line(grid.dips, values, TOWARDS)
    titles = [f"{x:g}: {y:.4g}" for x, y in zip(grid.dips, values)]
    plot.dots(grid.dips, values, TOWARDS, 3, titles)
    return figure.svg()


def fit_svg(observed, modelled, track, names) -> str:
    """Modelled against observed displacement in mm."""
    both = np.concatenate([observed, modelled]) * 1e3
    ends = float(both.min()), float(both.max())
    figure = Figure(440, 420, "Modelled against observed displacement")
    plot = figure.panel(ends, ends, LEFT)
    plot.axes("observed (mm)", "modelled (mm)")
    plot.line(ends, ends, LINE, 1)
    for number, name in enumerate(names):
        mine, fill = track == number, SERIES[number % len(SERIES)]
        plot.dots(observed[mine] * 1e3, modelled[mine] * 1e3, fill, 1.6)
        figure.text(LEFT + 8, 34 + 14 * number, name, "start", fill=fill)
    return figure.svg()


def _edges(values):
    values = np.asarray(values, float)
    if len(values) == 1:
        return np.array([values[0] - 0.5, values[0] + 0.5])
    middles = (values[1:] + values[:-1]) / 2
    return np.concatenate([[2 * values[0] - middles[0]], middles, [2 * values[-1] - middles[-1]]])
