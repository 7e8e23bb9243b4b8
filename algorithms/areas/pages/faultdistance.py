# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites by their distance to faults: density and cumulated shares as a plot, and its page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page
from ...reports.palette import ALIKE, AWAY, INK, LINE, PALE, TOWARDS
from ..distance_bands import Bands

WIDTH, HEIGHT = 1180, 470
TOP, BOTTOM = 60, 86  # margins of both plots
FILLS = {"more": AWAY, "fewer": TOWARDS, "": ALIKE}
QUANTILES = 400


def cumulated(distance) -> np.ndarray:
    """Quantiles of distances for the plot, shape (quantile,), from the least to the greatest."""
    return np.quantile(distance, np.linspace(0, 1, QUANTILES + 1))


def band_svg(bands: Bands, sites, area) -> str:
    """Draw density by band against random placement, and the cumulated shares.

    Parameters
    ----------
    bands : Bands
    sites, area : ndarray
        Of :func:`cumulated`: distances of the sites and over the study area.

    Returns
    -------
    str
        A complete SVG document.
    """
    figure = Figure(WIDTH, HEIGHT, "Sites by distance to the nearest fault", 12)
    _bars(figure, bands)
    _curves(figure, bands, sites, area)
    return figure.svg()


def _bars(figure, bands):
    """A bar for the ratio in each band, and the range of random placement behind it."""
    with np.errstate(invalid="ignore", divide="ignore"):
        low, high = bands.low / bands.expected, bands.high / bands.expected
    known = np.concatenate([bands.ratio, high])
    highest = 1.1 * max(1.0, float(np.nanmax(known[np.isfinite(known)], initial=1.0)))
    count = len(bands.count)
    plot = figure.panel((0, count), (0, highest), 70, TOP, WIDTH - 630, BOTTOM)
    plot.axes(y_title="Density / mean density of the study area", x_ticks=())
    figure.text(70, 26, "Sites by distance to the nearest fault", "start", bold=True)
    for k, sites in enumerate(bands.count):
        plot.text(k + 0.5, 0, _name(bands.edges, k), shift=(0, 18))
        plot.text(k + 0.5, 0, sites, fill=LINE, shift=(0, 36))
        if not np.isfinite(bands.ratio[k]):
            continue
        plot.box((k + 0.08, k + 0.92), (low[k], min(high[k], highest)), PALE)
        about = (
            f"{_name(bands.edges, k)} km: {sites} sites, {bands.expected[k]:.1f} expected, "
            f"p = {bands.p[k]:.3g}"
        )
        plot.box((k + 0.25, k + 0.75), (0, bands.ratio[k]), FILLS[bands.verdict[k]], title=about)
    plot.line([0, count], [1, 1], INK, 1, "4 3")
    plot.text(count / 2, 0, "Distance (km), and number of sites", shift=(0, 56))
    figure.legend(70, 35, (
        (PALE, "95 % of random placements"), (AWAY, "more than that"), (TOWARDS, "fewer"),
        (ALIKE, "as at random"),
    ), across=(200, 120, 70, 100))  # fmt: skip


def _name(edges, k) -> str:
    low, high = edges[k] / 1e3, edges[k + 1] / 1e3
    return f"> {low:g}" if np.isinf(high) else f"{low:g}–{high:g}"


def _curves(figure, bands, sites, area):
    """Cumulated shares of sites and of area by distance."""
    finite = bands.edges[np.isfinite(bands.edges)]
    end = float(max(finite[-1], np.quantile(np.concatenate([sites, area]), 0.95)))
    plot = figure.panel((0, end / 1e3), (0, 100), 720, TOP, WIDTH - 1140, BOTTOM)
    plot.axes("Distance to the nearest fault (km)", "Share within the distance (%)")
    figure.text(720, 26, "Cumulated share", "start", bold=True)
    for values, colour in ((area, LINE), (sites, AWAY)):
        inside = values <= end
        share = np.linspace(0, 100, len(values))
        plot.line(values[inside] / 1e3, share[inside], colour, 2.5)
    figure.legend(720, 35, ((LINE, "study area"), (AWAY, "sites")), across=(110, 0))
    words = f"p = {bands.p_overall:.3g} (random placement, {bands.runs} runs)"
    plot.text(end / 1e3, 0, words, "end", fill=LINE, shift=(-8, -10))


def bands_html(svg: str, table: dict, notes, warnings) -> str:
    """The page: the plot, what was found, and the table of bands.

    Parameters
    ----------
    svg : str
        Of :func:`band_svg`.
    table : dict of str to sequence
    notes, warnings : sequence of str
    """
    page = Page("Distance to faults")
    page.warnings(warnings)
    page.drawing(svg)
    page.heading("Bands")
    page.table(list(table), zip(*table.values()))
    page.paragraph(
        "Expected: sites at the mean density. Low and high: 95 % of random placements, each band "
        "on its own; of twenty bands one lies outside by chance. The p-value of the whole makes up "
        "for that. The standard error of the areas comes from their sampling and is an upper bound."
    )
    page.heading("How it was done")
    page.items(notes)
    return page.html()
