# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot of sections as SVG text: Coulomb stress change by distance and depth; nothing is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np

# Megapascal; the same classes and colours as the layers have.
LIMITS = (-0.5, -0.1, -0.05, -0.01, 0.01, 0.05, 0.1, 0.5)
COLOURS = (
    "#004acf", "#387bbf", "#7aa2c5", "#b8cbd8", "#f8f8f8", "#ddc0b2", "#ca8870", "#b64f36",
    "#9a0008",
)  # fmt: skip
NAMES = (
    "below -0.5", "-0.5 to -0.1", "-0.1 to -0.05", "-0.05 to -0.01", "-0.01 to 0.01",
    "0.01 to 0.05", "0.05 to 0.1", "0.1 to 0.5", "above 0.5",
)  # fmt: skip
UNKNOWN, INK, FAULT = "#9e9e9e", "#24313b", "#111111"
WIDTH, LEFT, PLOT = 1180, 70.0, 900.0
FIRST = 54.0
MOST_HEIGHT = 420.0
GAP = 84.0
STYLE = (
    'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" '
    f'fill="{INK}" stroke-linecap="round"'
)


@dataclass(frozen=True)
class Panel:
    """One section of the plot.

    Parameters
    ----------
    title : str
    distance, depth : ndarray, shapes (column,) and (row,)
        Of the cells' middles, km.
    size : (float, float)
        Of a cell, km.
    change : ndarray, shape (row, column)
        MPa.
    faults : ndarray, shape (cut, 2, 2)
        Where the section cuts patches: distance and depth of both ends, km.
    """

    title: str
    distance: np.ndarray
    depth: np.ndarray
    size: tuple[float, float]
    change: np.ndarray
    faults: np.ndarray


def sections_svg(panels, note: str = "") -> str:
    """Draw sections below each other, without exaggeration where they fit so.

    Parameters
    ----------
    panels : sequence of Panel
    note : str
        Below the legend: the receiver, and friction.

    Returns
    -------
    str
        A complete SVG document.
    """
    lines, top = [], FIRST
    for panel in panels:
        height = _height(panel)
        lines += [*_cells(panel, top, height), *_faults(panel, top, height)]
        lines += _axes(panel, top, height)
        top += height + GAP
    total = max(top, FIRST + 22 * len(NAMES) + 60)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {total:.0f}" '
        f'width="{WIDTH}" height="{total:.0f}" {STYLE}>',
        f'<rect width="{WIDTH}" height="{total:.0f}" fill="#ffffff"/>',
        *lines, *_legend(note), "</svg>",
    ])  # fmt: skip


def _spans(panel):
    """Ranges of distance and depth that the cells take."""
    (wide, high) = panel.size
    return (
        (panel.distance[0] - wide / 2, panel.distance[-1] + wide / 2),
        (panel.depth[0] - high / 2, panel.depth[-1] + high / 2),
    )


def _height(panel) -> float:
    (start, end), (top, bottom) = _spans(panel)
    return float(np.clip(PLOT * (bottom - top) / (end - start), 80.0, MOST_HEIGHT))


def _cells(panel, top, height):
    """Runs of cells of one class in a row, as rectangles."""
    rows, cols = panel.change.shape
    classes = np.where(
        np.isnan(panel.change), -1, np.searchsorted(LIMITS, np.nan_to_num(panel.change), "right")
    )
    wide, high = PLOT / cols, height / rows
    yield f'<g shape-rendering="crispEdges" transform="translate({LEFT} {top:.2f})">'
    for row, values in enumerate(classes):
        starts = np.flatnonzero(np.r_[True, np.diff(values) != 0])
        for first, last in zip(starts, np.r_[starts[1:], cols]):
            colour = UNKNOWN if values[first] < 0 else COLOURS[values[first]]
            yield (
                f'<rect x="{first * wide:.2f}" y="{row * high:.2f}" '
                f'width="{(last - first) * wide:.2f}" height="{high + 0.3:.2f}" fill="{colour}"/>'
            )
    yield "</g>"


def _faults(panel, top, height):
    (start, end), (above, below) = _spans(panel)
    yield f'<g stroke="{FAULT}" stroke-width="2.2">'
    for ends in panel.faults:
        inside = _within(ends, above, below)
        if inside is None:
            continue
        (a, b), (c, d) = (
            (
                LEFT + PLOT * (x - start) / (end - start),
                top + height * (z - above) / (below - above),
            )
            for x, z in inside
        )
        yield f'<path d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}"/>'
    yield "</g>"


def _within(ends, above, below):
    """The part of a cut between two depths; None where there is none. (Qt clips no SVG.)"""
    (x0, z0), (x1, z1) = sorted(ends.tolist(), key=lambda end: end[1])
    if z1 < above or z0 > below:
        return None
    if z0 == z1:
        return ends
    return [
        (x0 + (x1 - x0) * (z - z0) / (z1 - z0), z) for z in np.clip([z0, z1], above, below).tolist()
    ]


def _axes(panel, top, height):
    (start, end), (above, below) = _spans(panel)
    yield (
        f'<rect x="{LEFT}" y="{top:.1f}" width="{PLOT}" height="{height:.1f}" fill="none" '
        f'stroke="{INK}"/>'
    )
    yield _text(LEFT, top - 12, panel.title, "start", 'font-weight="bold"')
    for value in _round_steps(start, end, 10):
        x = LEFT + PLOT * (value - start) / (end - start)
        yield f'<path d="M{x:.1f} {top + height:.1f}v5" stroke="{INK}"/>'
        yield _text(x, top + height + 19, f"{value:g}")
    for value in _round_steps(above, below, 5):
        y = top + height * (value - above) / (below - above)
        yield f'<path d="M{LEFT - 5} {y:.1f}h5" stroke="{INK}"/>'
        yield _text(LEFT - 9, y + 4, f"{value:g}", "end")
    yield _text(LEFT + PLOT / 2, top + height + 38, "Distance along the line (km)")
    middle = top + height / 2
    yield _text(20, middle, "Depth (km)", more=f'transform="rotate(-90 20 {middle:.1f})"')


def _legend(note):
    x, y = LEFT + PLOT + 28, FIRST
    yield _text(x, y - 12, "Coulomb change (MPa)", "start", 'font-weight="bold"')
    for k in range(len(COLOURS) - 1, -1, -1):
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="16" height="16" fill="{COLOURS[k]}" '
            f'stroke="{INK}" stroke-width="0.4"/>'
        )
        yield _text(x + 24, y + 13, NAMES[k], "start")
        y += 22
    yield f'<path d="M{x:.1f} {y + 12:.1f}h16" stroke="{FAULT}" stroke-width="2.2"/>'
    yield _text(x + 24, y + 16, "fault patches", "start")
    if note:
        yield _text(LEFT, 16, note, "start", 'fill="#67859a"')


def _text(x, y, text, anchor="middle", more="") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {more}>{escape(str(text))}</text>'


def _round_steps(low, high, about):
    """Round numbers between two values, about so many of them."""
    power = 10.0 ** np.floor(np.log10((high - low) / about))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= (high - low) / about)
    first = np.ceil(low / step - 1e-9)
    return step * np.arange(first, np.floor(high / step + 1e-9) + 1) + 0.0  # no -0
