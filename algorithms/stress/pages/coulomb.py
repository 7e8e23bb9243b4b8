# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot of sections: Coulomb stress change by distance and depth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reports.figure import Figure
from ...reports.palette import COULOMB, FAULT, INK, LINE, UNKNOWN

# Megapascal; the same classes and colours as the layers have.
LIMITS = (-0.5, -0.1, -0.05, -0.01, 0.01, 0.05, 0.1, 0.5)
NAMES = (
    "below -0.5", "-0.5 to -0.1", "-0.1 to -0.05", "-0.05 to -0.01", "-0.01 to 0.01",
    "0.01 to 0.05", "0.05 to 0.1", "0.1 to 0.5", "above 0.5",
)  # fmt: skip
WIDTH, LEFT, PLOT = 1180, 70.0, 900.0
FIRST, GAP = 54.0, 84.0
MOST_HEIGHT = 420.0


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
    heights = [_height(panel) for panel in panels]
    total = max(FIRST + sum(heights) + GAP * len(heights), FIRST + 20 * len(NAMES) + 60)
    figure, top = Figure(WIDTH, total, "Coulomb stress change on sections", 12), FIRST
    for panel, height in zip(panels, heights):
        spans = _spans(panel)
        plot = figure.panel(spans[0], spans[1][::-1], LEFT, top, WIDTH - LEFT - PLOT,
                            total - top - height)  # fmt: skip
        edges = (np.linspace(*ends, n + 1) for ends, n in zip(spans, panel.change.shape[::-1]))
        plot.cells(*edges, _fills(panel.change))
        for ends in panel.faults:
            inside = _within(ends, *spans[1])
            if inside is not None:
                plot.line(*zip(*inside), FAULT, 2.2)
        plot.axes(
            "Distance along the line (km)", "Depth (km)", panel.title, grid=False, frame=True
        )  # fmt: skip
        top += height + GAP
    _legend(figure, note)
    return figure.svg()


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


def _fills(change) -> list:
    classes = np.searchsorted(LIMITS, np.nan_to_num(change), "right")
    return [
        [UNKNOWN if gap else COULOMB[number] for number, gap in zip(*row)]
        for row in zip(classes.tolist(), np.isnan(change).tolist())
    ]


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


def _legend(figure, note):
    x, y = LEFT + PLOT + 28, FIRST
    figure.text(x, y - 12, "Coulomb change (MPa)", "start", bold=True)
    figure.legend(x, y, list(zip(COULOMB, NAMES))[::-1], edge=INK)
    y += 20 * len(NAMES) + 10
    figure.line([x, x + 12], [y, y], FAULT, 2.2)
    figure.text(x + 18, y + 4, "fault patches", "start")
    if note:
        figure.text(LEFT, 16, note, "start", fill=LINE)
