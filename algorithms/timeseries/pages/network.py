# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot of a network: baselines over time, and a matrix of coherence; and its page."""

from __future__ import annotations

import numpy as np

from ...data.network import pair_names, spans
from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import Page
from ...reports.palette import BACKGROUND, DATE, INK, PAPER, VIRIDIS, colour
from ..network_selection import PairStatistics, Selection

WIDTH, HEIGHT = 1180, 520
SIZE = 410.0  # of both plots up


def network_svg(selection: Selection, statistics: PairStatistics, baselines) -> str:
    """The plot of a network; names and numbers of pairs and dates show under the mouse.

    Parameters
    ----------
    selection : Selection
    statistics : PairStatistics
    baselines : ndarray, shape (date,)
        Perpendicular baseline of each date, metres, NaN for unknown.

    Returns
    -------
    str
        A complete SVG document.
    """
    network = selection.network
    heights = np.where(np.isfinite(baselines), baselines, 0.0)
    low, high = _range(statistics.coherence)
    figure = Figure(WIDTH, HEIGHT, "Network of interferograms", 12)
    years = decimal_years(network.dates)
    plot = figure.panel(padded(years.min(), years.max()), padded(heights.min(), heights.max()),
                        70, 40, WIDTH - 630, HEIGHT - 40 - SIZE)  # fmt: skip
    known = bool(np.isfinite(baselines).any())
    plot.axes(
        "", "Perpendicular baseline (m)" if known else "Perpendicular baseline (unknown)",
        f"{len(network.pairs)} pairs of {len(network.dates)} dates; dropped ones dashed",
        time_ticks(*plot.x, 7), None if known else (), grid=False, frame=True,
    )  # fmt: skip
    _pairs(plot, selection, statistics, years, heights, (low, high))
    _dates(plot, selection, baselines, years, heights)
    _matrix(figure, selection, statistics, (low, high))
    figure.colour_bar(400, 486, 300, VIRIDIS, f"coherence {low:.2f}", f"{high:.2f}")
    return figure.svg()


def network_html(title: str, svg: str, facts, rows) -> str:
    """A page with the plot, some facts and the dropped pairs; nothing is loaded from elsewhere.

    Parameters
    ----------
    title : str
    svg : str
        Of :func:`network_svg`.
    facts : sequence of str
        A paragraph each.
    rows : sequence of (str, str)
        Dropped pairs and why.
    """
    page = Page(title)
    page.drawing(svg)
    for text in facts:
        page.paragraph(text)
    if rows:
        page.heading("Dropped, or kept for the tree")
        page.table(("Pair", "Why"), rows, words=True)
    return page.html()


def _range(values) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    return (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)


def _pairs(plot, selection, statistics, years, heights, limits):
    """A line for each pair, dropped ones beneath and dashed."""
    network = selection.network
    names, lengths = pair_names(network), spans(network)
    for k in np.argsort(selection.keep, kind="stable"):
        ends, kept = list(network.pairs[k]), selection.keep[k]
        about = [names[k], f"{lengths[k]:.0f} days"]
        if np.isfinite(statistics.baseline[k]):
            about.append(f"{statistics.baseline[k]:.0f} m")
        if np.isfinite(statistics.coherence[k]):
            about.append(f"coherence {statistics.coherence[k]:.2f}")
        if selection.why[k]:
            about.append(selection.why[k])
        plot.line(
            years[ends], heights[ends], colour(VIRIDIS, statistics.coherence[k], *limits), 2,
            "" if kept else "5 4", 1.0 if kept else 0.65, ", ".join(about),
        )  # fmt: skip


def _dates(plot, selection, baselines, years, heights):
    """A dot for each date, open where no pair is left."""
    network = selection.network
    lost = np.isin(network.dates, selection.lost_dates)
    for i, date in enumerate(network.dates):
        about = str(date)
        if np.isfinite(baselines[i]):
            about += f", {baselines[i]:.0f} m"
        if lost[i]:
            about += ", no pair is left"
        plot.dots(years[i], heights[i], PAPER if lost[i] else DATE, 5, [about], INK)


def _matrix(figure, selection, statistics, limits):
    """Coherence by reference and secondary date: kept pairs below the diagonal, all above."""
    network, names = selection.network, pair_names(selection.network)
    count = len(network.dates)
    plot = figure.panel((0, count), (count, 0), 690, 40, WIDTH - 690 - SIZE, HEIGHT - 40 - SIZE)
    plot.box((0, count), (0, count), BACKGROUND)
    fills, titles = ([[""] * count for _ in range(count)] for _ in range(2))
    for k, (i, j) in enumerate(network.pairs):
        coherence = statistics.coherence[k]
        about = f"{names[k]}, coherence {coherence:.2f}" if np.isfinite(coherence) else names[k]
        for row, col in [(i, j), (j, i)] if selection.keep[k] else [(i, j)]:
            fills[row][col], titles[row][col] = colour(VIRIDIS, coherence, *limits), about
    edges = np.arange(count + 1)
    plot.cells(edges, edges, fills, titles)
    plot.axes(
        title="Mean coherence: all pairs above, kept ones below", x_ticks=(), y_ticks=(), frame=True
    )
    plot.text(0, count, network.dates[0], "start", shift=(0, 19))
    plot.text(count, count, network.dates[-1], "end", shift=(0, 19))
