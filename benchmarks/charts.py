# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Line charts as SVG, and as PNG through Qt: benchmarks need no plotting library."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from html import escape

# Okabe and Ito (2008): can be told apart with any colour vision.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999")
LEFT, TOP, BOTTOM, GAP, LEGEND = 62, 40, 52, 62, 24


@dataclass
class Line:
    """A series of a panel."""

    label: str
    x: list
    y: list
    colour: str
    dashed: bool = False


@dataclass
class Panel:
    """A chart.

    Parameters
    ----------
    title, x_label, y_label : str
    x, y : (float, float)
        Ranges of the axes.
    x_ticks, y_ticks : list of float
    lines : list of Line
    log_x, log_y : bool
    """

    title: str
    x_label: str
    y_label: str
    x: tuple
    y: tuple
    x_ticks: list
    y_ticks: list
    lines: list = field(default_factory=list)
    log_x: bool = False
    log_y: bool = False


def _share(value, ends, log):
    low, high = ends
    if log:
        value, low, high = (math.log(max(v, 1e-12)) for v in (value, low, high))
    return min(max((value - low) / (high - low), -0.02), 1.02)


def _panel(panel, left, width, height):
    def at(x, y):
        return (
            left + width * _share(x, panel.x, panel.log_x),
            TOP + height * (1 - _share(y, panel.y, panel.log_y)),
        )

    parts = [
        f'<text x="{left + width / 2:.0f}" y="{TOP - 14}" text-anchor="middle" '
        f'font-weight="bold">{escape(panel.title)}</text>',
        f'<text x="{left + width / 2:.0f}" y="{TOP + height + 38}" text-anchor="middle">'
        f"{escape(panel.x_label)}</text>",
        f'<text transform="translate({left - 44},{TOP + height / 2:.0f}) rotate(-90)" '
        f'text-anchor="middle">{escape(panel.y_label)}</text>',
    ]
    for tick in panel.x_ticks:
        x, _ = at(tick, panel.y[0])
        parts.append(f'<path d="M{x:.1f} {TOP}v{height}" stroke="#e5e5e5"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{TOP + height + 17}" text-anchor="middle">{tick:g}</text>'
        )
    for tick in panel.y_ticks:
        _, y = at(panel.x[0], tick)
        parts.append(f'<path d="M{left} {y:.1f}h{width}" stroke="#e5e5e5"/>')
        parts.append(f'<text x="{left - 7}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>')
    parts.append(
        f'<rect x="{left}" y="{TOP}" width="{width}" height="{height}" fill="none" '
        'stroke="#555555"/>'
    )
    for line in panel.lines:
        points = [at(x, y) for x, y in zip(line.x, line.y) if math.isfinite(y)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dash = ' stroke-dasharray="6 4"' if line.dashed else ""
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2"{dash}/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{line.colour}"/>'
                  for x, y in points]  # fmt: skip
    return parts


def charts_svg(panels, width=360, height=300) -> str:
    """Panels side by side with one legend below; a label is listed once."""
    whole = LEFT + len(panels) * width + (len(panels) - 1) * GAP + 20
    parts = []
    for number, panel in enumerate(panels):
        parts += _panel(panel, LEFT + number * (width + GAP), width, height)
    x, y, known = LEFT, TOP + height + BOTTOM + 14, set()
    for line in (line for panel in panels for line in panel.lines):
        if line.label in known:
            continue
        known.add(line.label)
        size = 46 + 7.2 * len(line.label)
        if x + size > whole:
            x, y = LEFT, y + LEGEND
        dash = ' stroke-dasharray="6 4"' if line.dashed else ""
        parts.append(
            f'<path d="M{x} {y - 4}h26" stroke="{line.colour}" stroke-width="2"{dash}/>'
            f'<text x="{x + 32}" y="{y}">{escape(line.label)}</text>'
        )
        x += size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{y + 16}" '
        'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" fill="#222222">'
        + "".join(parts).replace("<path", '<path fill="none"') + "</svg>"
    )  # fmt: skip


def save_png(panels, path, **size) -> None:
    """Draw panels to a PNG file through Qt; the package has to be registered."""
    svg_to_file(charts_svg(panels, **size), path)


def svg_to_file(svg: str, path) -> None:
    """Draw an SVG to a PNG file through Qt; the package has to be registered."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.PyQt.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    from groundshift.processing_provider.drawing import svg_to_png

    svg_to_png(svg, path)
    del application
