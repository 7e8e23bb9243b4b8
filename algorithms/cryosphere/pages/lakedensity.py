# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lakes against motion, as a page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import Page, number
from ...reports.palette import AWAY, INK, TOWARDS

WIDTH = 720
MOST_DOTS = 3000
GROUPS = 5
LAKES = {"lake_percent": "Water (% of the cell)", "lakes_km2": "Lakes by km²"}
MOTION = {"rate": "Rate (mm/yr)", "amplitude": "Seasonal amplitude (mm)"}


def page(table, pairs, chosen, side, count) -> str:
    """The page.

    Parameters
    ----------
    table : list of tuple
        Rows of :data:`..tools.lakedensity.COLUMNS`.
    pairs : list of (ndarray, ndarray)
        Lakes and motion by cell, of each row.
    chosen : LakeDensity
    side : float
        Of the cells, metres.
    count : int
        Lakes.
    """
    whole = Page("Density of lakes and motion", "Lakes against rate and amplitude")
    whole.paragraph(
        f"{count} lakes in {table[0][8]} cells of {side:.0f} m; motion is the mean over the land "
        "of a cell. Rates are positive towards the satellite: where more lakes go with more "
        "subsidence, their correlation is negative."
    )
    whole.table(
        ("Lakes", "Motion", "Spearman's ρ", f"Interval ({100 * chosen.level:g} %)", "p",
         "p, adjusted", "p of strangers", "Cells", "Alike over (m)"),
        [
            (LAKES[row[0]], MOTION[row[1]], f"{row[2]:.3f}", f"{row[3]:.3f} to {row[4]:.3f}",
             f"{row[5]:.3g}", f"{row[6]:.3g}", f"{row[7]:.2g}", row[8], number(row[10], ".0f"))
            for row in table
        ],
        words=True,
    )  # fmt: skip
    whole.paragraph(
        "p is the share of random fields, as alike from cell to cell as the map, that correlate as "
        "much with the other one. The p of strangers takes each cell as an observation of its own: "
        "where cells are alike it is too small, often by far. Adjusted: for the number of rows "
        "(Holm)."
    )
    for row, (lakes, motion) in zip(table, pairs):
        title = f"{MOTION[row[1]]} by {LAKES[row[0]].lower()}"
        whole.drawing(scatter_svg(lakes, motion, LAKES[row[0]], MOTION[row[1]]), title)
    whole.paragraph(
        "Dots: cells. Lines: medians of fifths of the cells, and their quartiles. A correlation is "
        "no cause: lakes and thaw both like flat, icy, fine-grained ground."
    )
    return whole.html()


def scatter_svg(lakes, motion, across, up) -> str:
    """Cells by lakes and motion, with medians by fifths, as SVG."""
    figure = Figure(WIDTH, 260, f"{up} by {across}")
    ends = padded(*np.percentile(motion, [0.5, 99.5]))
    panel = figure.panel(padded(0.0, float(max(lakes.max(), 1e-6)), 0.02), ends, top=24)
    panel.axes(across, up)
    some = np.random.default_rng(0).permutation(len(lakes))[:MOST_DOTS]
    some = some[(motion[some] >= ends[0]) & (motion[some] <= ends[1])]
    panel.dots(lakes[some], motion[some], TOWARDS, 1.8, opacity=0.5)
    none = lakes <= 0
    groups = [none] if none.sum() >= GROUPS else []
    rest = np.flatnonzero(~none if groups else np.ones(len(lakes), bool))
    order = rest[np.argsort(lakes[rest], kind="stable")]
    for part in [np.flatnonzero(group) for group in groups] + np.array_split(order, GROUPS):
        if not len(part):
            continue
        place = float(np.median(lakes[part]))
        low, middle, high = np.percentile(motion[part], [25, 50, 75])
        panel.line([place, place], [low, high], AWAY, 2)
        panel.dots([place], [middle], AWAY, 4, edge=INK)
    return figure.svg()
