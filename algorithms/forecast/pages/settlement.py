# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlement as a page: how forecasts of what was held out did, and what is still to come."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import NONE, Page
from ...reports.palette import AWAY, LINE, TOWARDS

WIDTH = 720
BAND = "#f6d5cd"


def page(told, shown, motion, notes, warnings, chosen) -> str:
    """The report as an HTML page with drawings."""
    whole = Page("Groundshift: settlement of fills")
    whole.paragraph(f"{motion.name}, {motion.dates[0]} to {motion.dates[-1]}.")
    whole.warnings(warnings)
    whole.items(notes)
    if told.judged:
        whole.heading("Dates held out")
        rows = [
            (word, *(f"{value:.2f}" if np.isfinite(value) else NONE for value in values))
            for word, *values in told.rows()
        ]
        whole.table(
            ("Forecast by", "Error (mm)", "Slope of observed against forecast", "R²"), rows,
            words=True,
        )  # fmt: skip
        better = "The straight line" if told.line_is_better else "The logarithm"
        whole.paragraph(
            f"The last {chosen.held_days} days were forecast from what was before, all points "
            f"together, counted from each one's mean. {better} is better."
        )
    for name, values, settling in shown:
        _one(whole, name, values, settling)
    return whole.html()


def _one(whole, name, values, settling):
    """A mean series with its forecast."""
    found = settling(values[None])
    whole.heading(name)
    whole.paragraph(
        f"Since {settling.end}: c H = {found.ch[0]:.4g} ± {found.ch_std[0]:.2g} mm for each decade "
        "of time."
    )
    whole.drawing(settlement_svg(values, settling), "settlement")
    known = np.isfinite(values) & settling.used
    whole.table(
        ("Until", "Motion from the last date (mm)", "Band"),
        [
            (str(day), f"{change:.1f}", f"{low:.1f} to {high:.1f}")
            for day, change, low, high in zip(
                settling.ahead, found.change[:, 0], found.low[:, 0], found.high[:, 0]
            )
        ],
        words=True,
    )
    likelier = "logarithm" if found.delta_bic[0] > 0 else "straight line"
    whole.paragraph(
        f"By all {int(known.sum())} dates the {likelier} is likelier (difference of BIC "
        f"{abs(found.delta_bic[0]):.1f})."
    )


def settlement_svg(values, settling) -> str:
    """A series, its fit and forecast, over dates and over the logarithm of time, as SVG."""
    dates, fitted, later, forecast, half = settling.curve(values)
    known = np.isfinite(values) & settling.used
    every = np.concatenate([values[known], fitted, forecast - half, forecast + half])
    ends = padded(every.min(), every.max())
    figure = Figure(WIDTH, 270, "Settlement")
    across = [
        (decimal_years, 56.0, 16.0 + WIDTH / 2, "", time_ticks),
        (_decades_of(settling), 56.0 + WIDTH / 2, 16.0, "Years since the end", None),
    ]  # fmt: skip
    first_held = settling.dates[settling.held]
    for place, left, right, title, ticks in across:
        x = padded(place(dates[0]), place(dates[-1]), 0.02)
        panel = figure.panel(x, ends, left=left, right=right, top=30)
        marks = ticks(*x, 4) if ticks else _years(*x)
        panel.axes(title, "Vertical motion (mm)", x_ticks=marks)
        ahead = place(later)
        if len(later):
            panel.polygon(
                np.concatenate([ahead, ahead[::-1]]),
                np.concatenate([forecast - half, (forecast + half)[::-1]]), BAND,
            )  # fmt: skip
        if len(first_held):
            start = place(first_held[0])
            panel.line([start, start], panel.y, LINE, 1.2, "5 4", title="held out from here on")
        panel.dots(place(settling.dates[known]), values[known], TOWARDS, 2.2)
        panel.line(place(dates), fitted, AWAY, 2)
    return figure.svg()


def _years(low, high):
    """Round numbers of years on a logarithmic axis."""
    every = [s * 10.0**k for k in range(-3, 4) for s in (1, 2, 3, 5, 7)]
    some = [value for value in every if low <= np.log10(value) <= high]
    return [(float(np.log10(value)), f"{value:g}") for value in some]


def _decades_of(settling):
    """Places of dates on a logarithmic axis."""
    return lambda dates: np.log10(settling.years(dates))
