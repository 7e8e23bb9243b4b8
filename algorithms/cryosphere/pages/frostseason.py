# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frost and thaw as a page: indices by year, and the mean motion beside them."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ...forecast.lagged import LagSearch
from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import NONE, Page, number
from ...reports.palette import AWAY, INK, LINE, TOWARDS
from ..frost import INDEX, MODELS, SINE

WIDTH = 720
SURROGATES = 300


def page(air, fit, sample, tally, chosen, noise) -> str:
    """The page.

    Parameters
    ----------
    air : Air
        See :mod:`..tools.frost_found`.
    fit : FrostFit
    sample : ndarray, shape (time, pixel)
        Metres.
    tally : Tally
    chosen : FrostSeason
    noise : str
        What the noise is.
    """
    whole = Page("Frost season", "Rate, season and degree days")
    kind = "permafrost" if air.permafrost else "seasonal frost"
    whole.paragraph(
        f"{fit.dates[0]} to {fit.dates[-1]}, {len(fit.dates)} dates. Ground: {kind}; ratio of both "
        f"seasons {air.ratio:g}. {noise}"
    )
    whole.heading("Degree days")
    _indices(whole, air.rows)
    whole.heading("Models")
    whole.table(
        ("Model", "Series", "Share (%)"),
        [
            (name, int(tally.counts[code]), f"{100 * tally.counts[code] / max(tally.known, 1):.1f}")
            for code, name in MODELS.items()
        ],
        words=True,
    )
    found = fit(sample)
    shown = [(code, sample[:, found.model == code]) for code in (INDEX, SINE)]
    for code, series in shown:
        if series.shape[1]:
            _mean(whole, MODELS[code], series, fit, air, chosen)
    return whole.html()


def _indices(whole, rows):
    """Thawing and freezing index by year."""
    whole.table(
        ("Season", "Year", "Degree days (°C d)", "Root"),
        [
            ("thawing" if kind == "thaw" else "freezing", year, f"{total:.0f}",
             f"{np.sqrt(total):.1f}")
            for kind, year, total in rows
        ],
        words=True,
    )  # fmt: skip
    whole.paragraph(
        "From the coldest day of the mean year to the next one, and for frost from the warmest "
        "day; whole seasons of the table alone."
    )


def _mean(whole, name, series, fit, air, chosen):
    """The mean of the sampled series that go with a model."""
    with np.errstate(invalid="ignore"):
        values = np.nanmean(series - np.nanmean(series, axis=0), axis=1)
    found = fit(values[:, None])
    rows = [(MODELS.get(int(found.model[0]), NONE), *_told(found, chosen.level))]
    whole.heading(f"Mean of {series.shape[1]} sampled series: {name}", 3)
    whole.table(
        ("Model of the mean", "Rate (mm/yr)", "Heave (mm by root of a degree day)", "Lag (days)",
         "Variance explained"),
        rows, words=True,
    )  # fmt: skip
    whole.drawing(mean_svg(values, fit), f"mean {name}")
    text = _chance(values, fit, chosen)
    if text:
        whole.paragraph(text)


def _told(found, level):
    """A mean's rate, heave, lag and share, as texts."""
    lag = f"{found.lag[0]:.0f} ({found.lag_low[0]:.0f} to {found.lag_high[0]:.0f})"
    heave = f"{found.heave[0]:.3f} ± {found.heave_std[0]:.3f}"
    return (
        f"{found.rate[0]:.2f} ± {found.rate_std[0]:.2f}",
        heave if np.isfinite(found.heave[0]) else NONE, lag if np.isfinite(found.lag[0]) else NONE,
        number(float(found.explained[0]), ".2f"),
    )  # fmt: skip


def _chance(values, fit, chosen) -> str:
    """What noise alone would do with the index, by the search of `drivers`."""
    try:
        search = LagSearch(fit.dates, fit.tried, 1, False)
    except GroundshiftError:
        return ""
    search.calibrate(SURROGATES, 0)
    found = search.fit(values[None])
    if found.candidate[0] < 0:
        return ""
    return (
        f"Held against {SURROGATES} series of noise by persistence, as 'Drivers of motion' does: "
        f"p = {found.p[0]:.2g}, correlation {found.correlation[0]:.2f}, lag {found.lag[0]:.0f} "
        f"days ({found.low[0]:.0f} to {found.high[0]:.0f}, 95 %)."
    )


def mean_svg(values, fit) -> str:
    """A mean series with its fit by degree days and by a sine, as SVG."""
    known = np.isfinite(values)
    curves = fit.curves(values[:, None])
    figure = Figure(WIDTH, 280, "Mean motion")
    every = np.concatenate([values[known], *(curve[known] for curve in curves.values())]) * 1e3
    x = padded(decimal_years(fit.dates[0]), decimal_years(fit.dates[-1]), 0.02)
    panel = figure.panel(x, padded(every.min(), every.max()), top=30)
    panel.axes("", "Motion (mm)", x_ticks=time_ticks(*x, 8))
    place = decimal_years(fit.dates)
    panel.dots(place[known], 1e3 * values[known], TOWARDS, 2.4)
    for code, stroke, dash in ((SINE, LINE, "5 4"), (INDEX, AWAY, "")):
        panel.line(place, 1e3 * curves[code], stroke, 2 if not dash else 1.4, dash)
    figure.legend(
        WIDTH - 300, 12, [(AWAY, "degree days"), (LINE, "annual sine")], (120, 0), edge=INK
    )
    return figure.svg()
