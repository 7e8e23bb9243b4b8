# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Levels of warning as a page: what they mean, how sure they are, and the curves behind them."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import NONE, Page
from ...reports.palette import AWAY, INK, LINE, TOWARDS
from ..creep import crossover
from ..failing import FAMILIES, curves
from ..watching import FASTER, FASTEST, inverse_rates

WIDTH = 720
WORDS = ("None", "Attention", "Alert", "Alarm")
WHAT = (
    "Steady creep goes on.",
    "The last dates leave the band of the creep before them, or the rate grows: look closer, check "
    "other data.",
    "The rate grows and is several times that of the creep (tangent angle above "
    f"{FASTER:g}°), or is more likely than not on its way to a failure: shorten the intervals "
    "between measurements, go there.",
    f"The rate grows and is many times that of the creep (above {FASTEST:g}°), or a failure "
    "within the horizon is more likely than not: those in charge decide now.",
)
GOES = ("goes on", "made a step", "slows down", "is faster", "grows towards a failure")


def page(tally, watch, shown, areas, notes, warnings, motion) -> str:
    """The report as an HTML page with drawings."""
    whole = Page("Groundshift: warning of failure")
    highest = WORDS[int(np.flatnonzero(tally.levels).max(initial=0))]
    whole.paragraph(
        f"{motion.name}, {motion.dates[0]} to {motion.dates[-1]}: the highest level is "
        f"{highest.lower()}."
    )
    whole.warnings(warnings)
    whole.items(notes)
    whole.heading("Levels")
    by_chance = (watch.rates - np.append(watch.rates[1:], 0.0)) * 100
    whole.table(
        ("Level", "What it means", "Series", "By chance (%)"),
        [(WORDS[k], WHAT[k], f"{tally.levels[k]}", f"{by_chance[k]:.2f}") for k in (3, 2, 1, 0)],
        words=True,
    )
    if (areas.level > 0).any():
        whole.heading("Areas with a warning")
        whole.table(
            ("Area", "Level", "Points", "At alarm", "First failure"),
            [
                (f"{k + 1}", WORDS[areas.level[k]], f"{areas.totals[k]}", f"{areas.counts[k, 3]}",
                 areas.failure[k] or NONE)
                for k in np.flatnonzero(areas.level > 0)[:20]
            ],
            words=True,
        )  # fmt: skip
    for curve in shown:
        _one(whole, curve, watch)
    return whole.html()


def _one(whole, curve, watch):
    judged, level = curve.watched.judged, int(curve.watched.level[0])
    whole.heading(f"{curve.label}: {WORDS[max(level, 0)].lower()}")
    whole.drawing(curve_svg(curve, watch), "warning")
    if level < 0:
        return
    now = f"{judged.now[0]:.1f} ± {judged.now_std[0]:.1f} mm/yr now"
    rows = [
        ("Rate", f"{judged.before[0]:.1f} mm/yr before, {now}"),
        ("Tangent angle", f"{judged.tangent[0]:.1f}° (at least {judged.tangent_low[0]:.1f}°)"),
        ("Last dates from the creep",
         f"{curve.watched.departure[0]:+.1f} σ (by chance: {curve.watched.chance[0]:.2g})"),
    ]  # fmt: skip
    rows += [
        (f"Chance that it {word}", f"{100 * judged.chances[k, 0]:.1f} %")
        for k, word in enumerate(GOES[: len(FAMILIES)])
    ]
    if curve.watched.growing[0]:
        first, last = watch.failing.dates[0], watch.failing.dates[-1]
        rows.append(("Onset", str(first + np.timedelta64(round(judged.onset[0]), "D"))))
        crossed = crossover(watch.failing.creep.days, curve.values)
        if np.isfinite(crossed):
            day = str(first + np.timedelta64(round(crossed), "D"))
            rows.append(("Short mean of the rates above the long one since", day))
        ends = [judged.failure[0], judged.failure_low[0], judged.failure_high[0]]
        days = [
            str(last + np.timedelta64(round(end), "D")) if np.isfinite(end) else "not bounded"
            for end in ends
        ]
        level_ = f"{100 * watch.failing.level:g} %"
        rows.append(("Failure, if it fails", f"{days[0]} ({level_}: {days[1]} to {days[2]})"))
    whole.table(("", ""), rows, words=True)


def curve_svg(curve, watch) -> str:
    """Displacement with the creep and the growth, and inverse rates below, as SVG."""
    failing, judged, values = watch.failing, curve.watched.judged, curve.values
    years = decimal_years(failing.dates)
    creep, growth = curves(failing, values, judged)
    growing = bool(curve.watched.growing[0])
    last, ahead = years[-1], 0.0
    if growing and np.isfinite(judged.failure[0]):
        ahead = min(judged.failure[0] / 365.25, 0.5 * (years[-1] - years[0]))
    ends = padded(years[0], last + ahead, 0.02)
    figure = Figure(WIDTH, 360, "Warning")
    known = np.isfinite(values)
    low, high = np.nanmin(values), np.nanmax(values)
    panel = figure.panel(ends, padded(low, high, 0.1), top=30, bottom=170)
    panel.axes("", "Motion (mm)", x_ticks=time_ticks(*ends))
    inside = (creep >= panel.y[0]) & (creep <= panel.y[1])
    panel.line(years, np.where(inside, creep, np.nan), LINE, 1.6, "6 4", title="steady creep")
    if growing:
        inside = (growth >= panel.y[0]) & (growth <= panel.y[1])
        panel.line(years, np.where(inside, growth, np.nan), AWAY, 2, title="towards a failure")
        onset = years[0] + judged.onset[0] / 365.25
        panel.line([onset, onset], panel.y, LINE, 1.2, "3 3", title="onset")
    panel.dots(years[known], values[known], TOWARDS, 2.4)
    middles, inverse = inverse_rates(failing.creep.days, values)
    shown = np.isfinite(inverse)
    top = float(np.quantile(inverse[shown], 0.9)) if shown.any() else 1.0
    below = figure.panel(ends, (0.0, 1.1 * top), top=230, bottom=30)
    below.axes("", "Days a mm", x_ticks=time_ticks(*ends))
    shown &= inverse <= 1.1 * top
    below.dots(years[0] + middles[shown] / 365.25, inverse[shown], INK, 2.2)
    if ahead:
        edges = [last + end / 365.25 for end in (judged.failure_low[0], judged.failure_high[0])]
        edges = np.clip(edges, *ends)
        below.box(edges, (0.0, 1.1 * top), "#f6d5cd", title="interval of the failure")
        middle = min(last + judged.failure[0] / 365.25, ends[1])
        below.line([middle, middle], below.y, AWAY, 2, title="failure")
    return figure.svg()
