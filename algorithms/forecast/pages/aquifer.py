# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion and heads beside each other, and the line through their seasonal parts, as a page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import NONE, Page, number, plus_minus
from ...reports.palette import ALIKE, AWAY, INK, LINE, TOWARDS

WIDTH = 720


def page(shown, dates, chosen) -> str:
    """The report as an HTML page with drawings.

    Parameters
    ----------
    shown : sequence of Shown
        Each with its storage.
    dates : ndarray of datetime64[D]
    chosen : AquiferInput
    """
    whole = Page("Groundshift: storage of the aquifer system")
    whole.table(
        ("Series", "S_ke", "Lag (days)", "r", "S_kv", "Time constant (years)",
         "Change of storage (mm)"),
        [_row(one) for one in shown],
    )  # fmt: skip
    whole.paragraph(
        "S_ke: elastic skeletal storage, from the seasonal parts of motion and head; S_kv: "
        "inelastic, from what the head fell below its former minimum. Intervals of 95 % in "
        "brackets; ± one standard deviation."
    )
    for one in shown:
        whole.heading(one.label)
        whole.drawing(series_svg(one, dates), "series")
        whole.drawing(seasons_svg(one, dates, chosen), "seasons")
    return whole.html()


def _row(one):
    storage = one.storage
    values = {name: float(getattr(storage, name)[0]) for name in storage.__dataclass_fields__}
    deep = np.isfinite(values["s_kv"])
    total = 1e3 * (values["elastic"] + values["inelastic"])
    return (
        one.label, _with_error(values["s_ke"], values["s_ke_std"]),
        f"{values['lag']:.0f} ({values['lag_low']:.0f} to {values['lag_high']:.0f})",
        f"{values['correlation']:.2f}",
        _with_error(values["s_kv"], values["s_kv_std"]) if deep else NONE,
        f"{values['tau']:.2g} ({values['tau_low']:.2g} to {values['tau_high']:.2g})"
        if deep else NONE,
        plus_minus(f"{total:.1f}", f"{1e3 * values['storage_std']:.1f}"),
    )  # fmt: skip


def _with_error(value, error):
    return plus_minus(number(value, ".3g"), number(error, ".2g"))


def series_svg(one, dates) -> str:
    """Motion with what the heads explain, and the heads, as SVG."""
    figure = Figure(WIDTH, 400, "Motion and head")
    years = decimal_years(dates)
    ends = padded(years[0], years[-1], 0.02)
    elastic, inelastic = (part * 1e3 for part in one.aquifer.model(one.storage, 0, dates))
    model = elastic + inelastic
    both = np.isfinite(model) & np.isfinite(one.values)
    shift = (one.values - model)[both].mean() if both.any() else 0.0
    parts = np.concatenate([one.values, model + shift])
    parts = parts[np.isfinite(parts)]
    panel = figure.panel(ends, padded(parts.min(), parts.max()), top=40, bottom=210)
    panel.axes("", "Up (mm)", x_ticks=time_ticks(*ends))
    known = np.isfinite(one.values)
    panel.dots(years[known], one.values[known], TOWARDS, 2.2)
    panel.line(years, model + shift, AWAY, 1.6)
    figure.legend(64, 10, [(TOWARDS, "motion"), (AWAY, "by the heads")], across=[110, 140])
    heads = one.aquifer.heads
    start = int((dates[0] - heads.first).astype(int)) - 400
    days = np.arange(max(start, 0), min(len(heads.values), start + 400 + int(
        (dates[-1] - dates[0]).astype(int)
    ) + 1))  # fmt: skip
    values = np.where(heads.known[days], heads.values[days], np.nan)
    low, high = np.nanmin(values), np.nanmax(values)
    if one.aquifer.virgin:
        low, high = min(low, one.aquifer.former), max(high, one.aquifer.former)
    below = figure.panel(ends, padded(low, high), top=225, bottom=40)
    below.axes("", "Head (m)", x_ticks=time_ticks(*ends))
    at = decimal_years(heads.first + days)
    inside = (at >= ends[0]) & (at <= ends[1])
    below.line(at[inside], values[inside], INK, 1.4)
    if one.aquifer.virgin:
        below.line(ends, [one.aquifer.former] * 2, LINE, 1, "5 4", title="former minimum")
    return figure.svg()


def seasons_svg(one, dates, chosen) -> str:
    """Seasonal parts of motion and head with Deming's line, as SVG."""
    head, motion = one.aquifer.seasonal(one.values * 1e-3, float(one.storage.lag[0]))
    motion = motion * 1e3
    figure = Figure(420, 300, "Seasonal parts")
    panel = figure.panel(padded(head.min(), head.max()), padded(motion.min(), motion.max()))
    lag = f"{one.storage.lag[0]:.0f} days before" if one.storage.lag[0] else "the same day"
    panel.axes(f"Head, {lag} (m)", "Up (mm)")
    panel.dots(head, motion, ALIKE, 2.2)
    slope = float(one.storage.s_ke[0]) * 1e3
    ends = np.array([head.min(), head.max()])
    panel.line(ends, slope * ends, AWAY, 2)
    return figure.svg()
