# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections through slides: the surface, the base and its range."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import NONE, Page, number
from ...reports.palette import AWAY, INK, PALE
from ..thickness import Section

WIDTH, HEIGHT = 720, 320
HEAD = (
    "slide", "volume (m³)", "± by noise (m³)", "rigid block (m³)", "viscous (m³)", "mean (m)",
    "largest (m)", "imbalance", "",
)  # fmt: skip


def section_svg(section: Section) -> str:
    """Surface, base and the base's range along a line.

    Parameters
    ----------
    section : Section
    """
    figure = Figure(WIDTH, HEIGHT, f"Section {section.name}")
    low = section.surface - section.most
    known = np.concatenate([section.surface, low])
    known = known[np.isfinite(known)]
    ends = padded(known.min(), known.max()) if len(known) else (0.0, 1.0)
    panel = figure.panel((0.0, section.distance[-1]), ends, left=70.0, top=30.0)
    panel.axes("distance (m)", "height (m)", f"Section {section.name}")
    for first, last in _runs(np.isfinite(low)):
        part = slice(first, last)
        around = np.concatenate([section.distance[part], section.distance[part][::-1]])
        least = section.surface[part] - section.least[part]
        panel.polygon(around, np.concatenate([least, low[part][::-1]]), PALE)
    panel.line(section.distance, section.surface, INK, 1.8)
    panel.line(section.distance, section.surface - section.best, AWAY, 1.8)
    figure.legend(WIDTH - 330, 8, [(INK, "surface"), (AWAY, "base"), (PALE, "range")], (90, 80, 0))
    return figure.svg()


def _runs(flags):
    """First and end of each run of true ones."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return edges.reshape(-1, 2).tolist()


def thickness_html(rows, sections, notes) -> str:
    """The page.

    Parameters
    ----------
    rows : sequence of dict
        A slide each, with its ``name``.
    sections : sequence of Section
    notes : sequence of str
    """
    page = Page("Thickness of slides")
    page.paragraph(
        "By conservation of mass from the motion of the surface. The range goes from a rigid block "
        "that slips at its base to a viscous flow; noise comes on top."
    )
    page.table(HEAD, [
        (str(row["name"]), *(
            number(row[key], ".3g") if row["cells"] else NONE for key in (
                "volume_m3", "volume_std_m3", "volume_least_m3", "volume_most_m3",
                "thickness_mean_m", "thickness_max_m", "imbalance",
            )
        ), row["remark"]) for row in rows
    ])  # fmt: skip
    if sections:
        page.heading("Sections")
    for place, section in enumerate(sections):
        page.drawing(section_svg(section), f"section_{place + 1}")
    if notes:
        page.heading("What to know")
        page.items(notes)
    return page.html()
