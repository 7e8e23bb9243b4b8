# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings of a slip inversion as SVG: slip on the fault, the choice of dip and smoothing, fits."""

from __future__ import annotations

import html
import math

import numpy as np

from .validation_html import ticks

INK, LINE, PALE, CHOSEN, OTHER = "#24313b", "#67859a", "#e4e9ed", "#d9482b", "#2f86c9"
RAMP = ("#f7f6f2", "#fde0a5", "#fcb25f", "#ef6f3c", "#c2283a", "#6b0d3b")
WIDTH, MARGIN = 640, 52
FLAT = math.radians(35.0)


class Frame:
    """A plot's axes: from values to places on the page.

    Parameters
    ----------
    x, y : (float, float)
        Ends of the axes; `y` grows upwards, unless its first end is the larger one.
    width, height : float
        Of the drawing.
    log : bool
        Whether x stands for decades: its values are given as logarithms to the base of 10.
    """

    def __init__(self, x, y, width=WIDTH, height=360, log=False):
        self.width, self.height = width, height
        self._x, self._y, self._log = _widened(x), _widened(y), log

    def at(self, x, y) -> tuple:
        """Place on the page."""
        across = (np.asarray(x, float) - self._x[0]) / (self._x[1] - self._x[0])
        up = (np.asarray(y, float) - self._y[0]) / (self._y[1] - self._y[0])
        return (
            MARGIN + across * (self.width - MARGIN - 16),
            self.height - MARGIN - up * (self.height - MARGIN - 20),
        )

    def axes(self, x_title: str, y_title: str) -> list:
        """Lines, numbers and titles of the axes."""
        lines = []
        bottom, top = self.height - MARGIN, 20
        for value in ticks(min(self._x), max(self._x)):
            place = float(self.at(value, self._y[0])[0])
            text = f"{10**value:.3g}" if self._log else f"{value:g}"
            lines.append(
                f"<path d='M{place:.1f} {top}V{bottom}' stroke='{PALE}'/>"
                f"<text x='{place:.1f}' y='{bottom + 16}' text-anchor='middle'>{text}</text>"
            )
        for value in ticks(min(self._y), max(self._y)):
            place = float(self.at(self._x[0], value)[1])
            lines.append(
                f"<path d='M{MARGIN} {place:.1f}H{self.width - 16}' stroke='{PALE}'/>"
                f"<text x='{MARGIN - 6}' y='{place + 4:.1f}' text-anchor='end'>{value:g}</text>"
            )
        middle = (MARGIN + self.width - 16) / 2
        lines.append(
            f"<text x='{middle:.0f}' y='{self.height - 14}' text-anchor='middle'>"
            f"{html.escape(x_title)}</text><text transform='translate(13 {self.height / 2:.0f}) "
            f"rotate(-90)' text-anchor='middle'>{html.escape(y_title)}</text>"
        )
        return lines

    def drawing(self, lines, label: str) -> str:
        """The SVG element."""
        return (
            f"<svg viewBox='0 0 {self.width} {self.height:.0f}' width='{self.width}' role='img' "
            f"aria-label='{html.escape(label)}' font-size='11' fill='{INK}'>"
            + "\n".join(lines) + "</svg>"
        )  # fmt: skip

    def curve(self, x, y, colour, width=1.5) -> str:
        """A line through places."""
        places = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(*self.at(x, y)))
        return f"<polyline points='{places}' fill='none' stroke='{colour}' stroke-width='{width}'/>"

    def dot(self, x, y, colour, size=4, title="") -> str:
        """A round mark."""
        a, b = self.at(x, y)
        said = f"<title>{html.escape(title)}</title>" if title else ""
        return f"<circle cx='{a:.1f}' cy='{b:.1f}' r='{size}' fill='{colour}'>{said}</circle>"


def colour_of(share: float) -> str:
    """Colour of a share from 0 to 1, pale to dark."""
    place = min(max(share, 0.0), 1.0) * (len(RAMP) - 1)
    low = min(int(place), len(RAMP) - 2)
    parts = [[int(RAMP[k][2 * i + 1 : 2 * i + 3], 16) for i in range(3)] for k in (low, low + 1)]
    mixed = [round(a + (b - a) * (place - low)) for a, b in zip(*parts)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def slip_svg(model) -> str:
    """Slip on the patches, seen from the hanging wall's side, a drawing a segment."""
    patches, slip = model.patches, model.slip
    highest = max(float(slip.max()), 1e-9)
    drawings = []
    for segment in np.unique(patches.segment):
        mine = np.flatnonzero(patches.segment == segment)
        along, depth, title = _unfolded(patches, mine)
        x = (along.min() / 1e3, along.max() / 1e3)
        y = (depth.max() / 1e3, min(depth.min() / 1e3, 0.0))
        stretch = (WIDTH - MARGIN - 16) / max(x[1] - x[0], 1e-9)
        frame = Frame(x, y, height=min(max(stretch * (y[0] - y[1]), 80), 420) + MARGIN + 20)
        lines = frame.axes(f"km along segment {segment + 1}", title)
        for k, patch in enumerate(mine):
            ring = zip(*frame.at(along[k] / 1e3, depth[k] / 1e3))
            places = " ".join(f"{a:.1f},{b:.1f}" for a, b in ring)
            lines.append(
                f"<polygon points='{places}' fill='{colour_of(slip[patch] / highest)}' "
                f"stroke='#fff' stroke-width='0.5'><title>{slip[patch]:.3g} m</title></polygon>"
            )
            if slip[patch] > 0.1 * highest:
                lines.append(_arrow(frame, along[k], depth[k], model, patch, highest))
        drawings.append(frame.drawing(lines, f"Slip on segment {segment + 1}"))
    return "".join(drawings) + _key(highest)


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


def _arrow(frame, along, depth, model, patch, highest):
    """Which way the hanging wall goes: along the strike and up the dip."""
    rake, size = model.rake[patch], 9 * model.slip[patch] / highest + 3
    x, y = frame.at(along.mean() / 1e3, depth.mean() / 1e3)
    a, b = x + size * math.cos(rake), y - size * math.sin(rake)
    tip = [(a - 3 * math.cos(rake + turn), b + 3 * math.sin(rake + turn)) for turn in (-0.5, 0.5)]
    return (
        f"<path d='M{x:.1f} {y:.1f}L{a:.1f} {b:.1f}M{tip[0][0]:.1f} {tip[0][1]:.1f}L{a:.1f} "
        f"{b:.1f}L{tip[1][0]:.1f} {tip[1][1]:.1f}' stroke='{INK}' fill='none'/>"
    )


def _key(highest):
    steps = 60
    boxes = "".join(
        f"<rect x='{MARGIN + 4 * k}' y='4' width='4.5' height='12' fill='{colour_of(k / steps)}'/>"
        for k in range(steps)
    )
    return (
        f"<svg viewBox='0 0 {WIDTH} 34' width='{WIDTH}' font-size='11' fill='{INK}'>{boxes}"
        f"<text x='{MARGIN}' y='30'>0</text><text x='{MARGIN + 4 * steps}' y='30' "
        f"text-anchor='end'>{highest:.3g} m</text></svg>"
    )


def curve_svg(grid, dip: int, smoothing: int) -> str:
    """Misfit against roughness for every dip."""
    frame = Frame(
        (0, float(grid.roughness.max())), (float(grid.misfit.min()), float(grid.misfit.max()))
    )
    lines = frame.axes("roughness (m)", "misfit (standard deviations)")
    for number in range(len(grid.dips)):
        if number != dip:
            lines.append(frame.curve(grid.roughness[number], grid.misfit[number], "#b7c4cd", 1))
    lines.append(frame.curve(grid.roughness[dip], grid.misfit[dip], OTHER, 2))
    for number, value in enumerate(grid.smoothings):
        place = grid.roughness[dip, number], grid.misfit[dip, number]
        best = number == smoothing
        lines.append(
            frame.dot(*place, CHOSEN if best else OTHER, 6 if best else 3, f"smoothing {value:.3g}")
        )
    return frame.drawing(lines, "L-curve")


def map_svg(grid, values, dip: int, smoothing: int, title: str) -> str:
    """A number for every dip and smoothing as a map, dark where it is small."""
    at, dips = np.log10(np.maximum(grid.smoothings, 1e-12)), grid.dips
    edges = [_edges(part) for part in (at, dips)]
    frame = Frame((edges[0][0], edges[0][-1]), (edges[1][0], edges[1][-1]), log=True)
    low, span = float(values.min()), max(float(np.ptp(values)), 1e-12)
    lines = frame.axes("smoothing", "dip (degrees)")
    for one in range(len(dips)):
        for two in range(len(at)):
            x, y = frame.at(edges[0][two : two + 2], edges[1][one : one + 2])
            share = 1 - (values[one, two] - low) / span
            lines.append(
                f"<rect x='{x[0]:.1f}' y='{y[1]:.1f}' width='{x[1] - x[0] + 0.3:.1f}' "
                f"height='{y[0] - y[1] + 0.3:.1f}' fill='{colour_of(share**3)}'><title>dip "
                f"{dips[one]:g}, smoothing {grid.smoothings[two]:.3g}: {values[one, two]:.4g}"
                "</title></rect>"
            )
    lines.append(frame.dot(at[smoothing], dips[dip], OTHER, 6))
    return frame.drawing(lines, title)


def dip_svg(grid, smoothing: int) -> str:
    """What the data lose at other dips: twice the logarithm of the likelihood ratio."""
    values = grid.objective[:, smoothing] - grid.objective[:, smoothing].min()
    frame = Frame((grid.dips.min(), grid.dips.max()), (0, float(values.max())), height=260)
    lines = frame.axes("dip (degrees)", "objective above its least")
    lines.append(frame.curve(grid.dips, values, OTHER))
    lines += [frame.dot(x, y, OTHER, 3, f"{x:g}: {y:.4g}") for x, y in zip(grid.dips, values)]
    return frame.drawing(lines, "Objective by dip")


def fit_svg(observed, modelled, track, names) -> str:
    """Modelled against observed displacement in mm."""
    both = np.concatenate([observed, modelled]) * 1e3
    ends = float(both.min()), float(both.max())
    frame = Frame(ends, ends, width=440, height=420)
    lines = frame.axes("observed (mm)", "modelled (mm)")
    lines.append(frame.curve(ends, ends, LINE, 1))
    colours = (OTHER, CHOSEN, "#3c9a5f", "#8a5bb0", "#b08a2e")
    for number, name in enumerate(names):
        mine = track == number
        colour = colours[number % len(colours)]
        x, y = frame.at(observed[mine] * 1e3, modelled[mine] * 1e3)
        lines += [
            f"<circle cx='{a:.1f}' cy='{b:.1f}' r='1.6' fill='{colour}'/>" for a, b in zip(x, y)
        ]
        lines.append(
            f"<text x='{MARGIN + 8}' y='{34 + 14 * number}' fill='{colour}'>{html.escape(name)}"
            "</text>"
        )
    return frame.drawing(lines, "Modelled against observed displacement")


def _edges(values):
    values = np.asarray(values, float)
    if len(values) == 1:
        return np.array([values[0] - 0.5, values[0] + 0.5])
    middles = (values[1:] + values[:-1]) / 2
    return np.concatenate([[2 * values[0] - middles[0]], middles, [2 * values[-1] - middles[-1]]])


def _widened(ends):
    low, high = (float(end) for end in ends)
    return (low - 0.5, high + 0.5) if low == high else (low, high)
