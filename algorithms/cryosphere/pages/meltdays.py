# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Melt as a page: how much of the area melts by date, and the seasons' numbers."""

from __future__ import annotations

from ...reports.figure import Figure, decimal_years, time_ticks
from ...reports.page import Page
from ...reports.palette import AWAY

WIDTH, HEIGHT = 720, 260


def page(dates, years, melting, numbers, warnings, chosen) -> str:
    """The report as an HTML page.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    years : ndarray of int
        Of the seasons.
    melting : ndarray of int, shape (time, 2)
        Pixels that melt, and pixels with data.
    numbers : dict
    warnings : list of str
    chosen : MeltDays
    """
    whole = Page("Groundshift: melt days")
    whole.paragraph(
        f"{numbers['DATES']} images, {dates[0]} to {dates[-1]}; {numbers['WINTER_DATES']} of them "
        f"are winter. Seasons: {', '.join(str(year) for year in years)}."
    )
    whole.warnings(warnings)
    whole.heading("Melting area")
    whole.drawing(_curve(dates, melting), "melting")
    whole.table(
        ("Zone", "Share (%)"),
        [("dry snow", f"{numbers['DRY']:.1f}"), ("percolation", f"{numbers['PERCOLATION']:.1f}"),
         ("bare ice", f"{numbers['BARE']:.1f}")], words=True,
    )  # fmt: skip
    whole.paragraph(
        f"Melt is {chosen.drop:g} dB below a pixel's winter mean, and further where its winters "
        f"scatter more. By that {numbers['FALSE']:.1f} % of the winter dates look wet."
    )
    return whole.html()


def _curve(dates, melting) -> str:
    known = melting[:, 1] > 0
    share = 100 * melting[known, 0] / melting[known, 1]
    figure = Figure(WIDTH, HEIGHT, "Melting area by date")
    x = decimal_years(dates[known])
    panel = figure.panel((x[0], x[-1]), (0.0, max(5.0, 1.05 * share.max())), top=20.0)
    panel.axes("", "Melting (% of the area)", x_ticks=time_ticks(x[0], x[-1]))
    panel.line(x, share, AWAY, 1.8)
    panel.dots(x, share, AWAY, 1.8)
    return figure.svg()
