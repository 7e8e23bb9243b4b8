# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of ice as a page: a map of the vectors, their numbers, and how the ice deforms."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page
from ...reports.palette import AWAY, INK, PALE

WIDTH, MOST_HEIGHT = 720, 620
ACROSS = 34  # arrows across the map
PERCENTILES = 5, 50, 95


def page(pair, found, columns, numbers, notes, warnings) -> str:
    """The report as an HTML page.

    Parameters
    ----------
    pair : ScenePair
    found : Found
    columns : dict of str to dict
        Of both layers.
    numbers : dict
    notes, warnings : list of str
    """
    whole = Page("Groundshift: ice drift")
    whole.paragraph(
        f"{pair.names[0]} ({pair.times[0]}) to {pair.names[1]} ({pair.times[1]}): "
        f"{pair.days:.3f} days."
    )
    whole.warnings(warnings)
    whole.items(notes)
    whole.heading("Drift")
    whole.drawing(_map(pair, columns["DRIFT"], found), "drift")
    whole.paragraph("Vectors of the grid at their true length; the dot is where the ice went.")
    rows = []
    for title, name, digits in (
        ("Speed (km/day)", "speed_km_day", 2), ("Rotation (degrees)", "rotation_deg", 1),
        ("Correlation", "correlation", 2), ("Standard deviation (m)", "std_m", 0),
    ):  # fmt: skip
        values = columns["VECTORS"][name]
        rows.append((title, *(f"{p:.{digits}f}" for p in np.nanpercentile(values, PERCENTILES))))
    whole.table(("Key points", *(f"{p} %" for p in PERCENTILES)), rows, words=True)
    whole.paragraph(
        f"{numbers['MATCHED']} matches; {numbers['LEFT_OUT']:.1f} % stood out of their neighbours "
        f"and are left out. {numbers['VECTORS_FOUND']} vectors are left, and "
        f"{numbers['GRID_FOUND']} of {np.prod(found.shape)} on the grid. Standard deviations are "
        f"{found.factor:.1f} times the formal ones, by the scatter about planes through the "
        "neighbours."
    )
    return whole.html()


def _map(pair, table, found) -> str:
    grid = pair.grids[0]
    wide, high = grid.cols * pair.pixel / 1000, grid.rows * pair.pixel / 1000
    height = min(MOST_HEIGHT, (WIDTH - 80) * high / wide + 80)
    figure = Figure(WIDTH, height, "Drift of the ice")
    scale = min((WIDTH - 80) / wide, (height - 80) / high)
    panel = figure.panel(
        (0.0, (WIDTH - 80) / scale), (0.0, (height - 80) / scale), left=60.0, top=20.0, right=20.0,
        bottom=60.0,
    )  # fmt: skip
    panel.box((0.0, wide), (0.0, high), PALE)
    panel.axes("km", "km", "")
    every = max(1, round(found.shape[1] / ACROSS))
    rows, cols = np.divmod(np.arange(np.prod(found.shape)), found.shape[1])
    shown = (rows % every == 0) & (cols % every == 0) & np.isfinite(found.lattice.correlation)
    x = (found.lattice.first[shown, 1] + 0.5) * pair.pixel / 1000
    y = high - (found.lattice.first[shown, 0] + 0.5) * pair.pixel / 1000
    u, v = table["x_m"][shown] / 1000, table["y_m"][shown] / 1000
    gap = np.full(len(x), np.nan)
    panel.line(*(np.stack(part, axis=1).ravel() for part in ((x, x + u, gap), (y, y + v, gap))),
               stroke=INK, width=1.0)  # fmt: skip
    panel.dots(x + u, y + v, AWAY, 1.6)
    return figure.svg()
