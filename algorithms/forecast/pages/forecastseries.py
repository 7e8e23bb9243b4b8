# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How forecasts did on what was held out, and what comes, as a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import counted
from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import Page
from ...reports.palette import AWAY, INK, LINE, TOWARDS
from ..forecasting import METHODS

WIDTH = 720
WORDS = ("No change", "Straight line", "Ridge regression", "Gaussian process")
TOLD = (
    "no change",
    "a straight line",
    "ridge regression",
    "a Gaussian process",
    "chosen by series",
)
SHORT_OF = 0.1  # of the level, below which coverage is warned of


@dataclass(frozen=True)
class HeldOut:
    """Errors on the dates that were held out.

    Parameters
    ----------
    method : ndarray of int, shape (series,)
    rmse, covered : ndarray, shape (method, series)
    """

    method: np.ndarray
    rmse: np.ndarray
    covered: np.ndarray

    @classmethod
    def of(cls, found) -> HeldOut:
        """Of a :class:`..forecasting.Forecast`."""
        return cls(found.method, found.rmse.astype(np.float32), found.covered.astype(np.float32))

    @classmethod
    def joined(cls, parts) -> HeldOut:
        """Of several parts of a table of points."""
        return cls(
            np.concatenate([one.method for one in parts]),
            *(np.concatenate([getattr(one, n) for one in parts], 1) for n in ("rmse", "covered")),
        )

    @property
    def fitted(self) -> np.ndarray:
        """Series with a forecast that could be judged."""
        return (self.method >= 0) & np.isfinite(self.rmse).all(axis=0)

    def of_chosen(self, values) -> np.ndarray:
        """What is said of methods, of the chosen one of each series."""
        own = np.flatnonzero(self.fitted)
        return values[self.method[own], own]

    @property
    def beaten(self) -> float:
        """Share of the series whose chosen method is better than both simple ones."""
        simple = self.rmse[:2, self.fitted].min(axis=0)
        return float((self.of_chosen(self.rmse) < simple).mean())

    def rows(self):
        """Method, median error, coverage, share of the series that chose it."""
        fitted = self.fitted
        for k, word in enumerate(WORDS):
            yield (
                word, float(np.median(self.rmse[k, fitted])),
                100 * float(self.covered[k, fitted].mean()),
                100 * float((self.method[fitted] == k).mean()),
            )  # fmt: skip
        yield (
            "Chosen by series", float(np.median(self.of_chosen(self.rmse))),
            100 * float(self.of_chosen(self.covered).mean()), 100.0,
        )  # fmt: skip

    def notes(self, level):
        """Sentences for the log."""
        rows = list(self.rows())
        told = ", ".join(f"{word} {row[1]:.2f} mm" for word, row in zip(TOLD, rows))
        yield f"Median error on the dates held out: {told}."
        yield (
            f"{rows[-1][2]:.0f} % of these dates lie within the intervals of {100 * level:g} %; "
            f"the chosen method beats both simple ones at {100 * self.beaten:.0f} % of the series."
        )

    def warnings(self, level, forecaster):
        """What is doubtful."""
        lost = len(self.method) - int(self.fitted.sum())
        if lost:
            yield f"{counted(lost, 'series', 'series')} of {len(self.method)}: too few dates."
        covered = float(self.of_chosen(self.covered).mean())
        if covered < level - SHORT_OF:
            yield (
                f"The intervals hold {100 * covered:.0f} % of the dates held out instead of "
                f"{100 * level:g} %: the motion changed in that time; do not trust them."
            )
        if forecaster.few:
            yield (
                "The series are shorter than four times the forecast: hardly any earlier forecast "
                "tells which method is best and how wide intervals must be."
            )
        if self.beaten < 0.5:
            yield (
                "At most series nothing beats no change or a straight line on the dates held out; "
                "the forecast is worth no more than they are."
            )

    def numbers(self) -> dict:
        """Of the tool."""
        errors = {name.upper(): row[1] for name, row in zip(METHODS, self.rows())}
        *_, chosen = self.rows()
        return {
            "COUNT": len(self.method), "FITTED": int(self.fitted.sum()), **errors,
            "CHOSEN": chosen[1], "COVERED": chosen[2], "BEATEN": 100 * self.beaten,
        }  # fmt: skip


def page(told: HeldOut, shown, dates, forecaster, chosen) -> str:
    """The report as an HTML page with drawings."""
    whole = Page("Groundshift: forecast of motion")
    whole.warnings(told.warnings(chosen.level, forecaster))
    whole.items(told.notes(chosen.level))
    whole.heading("Dates held out")
    whole.table(
        ("Method", "Median error (mm)", "Within the interval (%)", "Chosen (% of the series)"),
        told.rows(),
    )
    whole.paragraph(
        f"The last {chosen.horizon} days of each series were forecast from what was before. "
        "Earlier forecasts, of times before these, choose the method and the width of the "
        "intervals."
    )
    for name, values, found in shown:
        whole.heading(name)
        whole.drawing(forecast_svg(values, dates, forecaster, found), "forecast")
        word = WORDS[int(found.method[0])]
        change = [float(part[0, -1] - values[np.isfinite(values)][-1])
                  for part in (found.values, found.low, found.high)]  # fmt: skip
        whole.paragraph(
            f"{word}: {change[0]:.1f} mm ({change[1]:.1f} to {change[2]:.1f}) until "
            f"{forecaster.ahead[-1]}."
        )
    return whole.html()


def forecast_svg(values, dates, forecaster, found) -> str:
    """A series and its forecast, as SVG."""
    years, ahead = decimal_years(dates), decimal_years(forecaster.ahead)
    figure = Figure(WIDTH, 260, "Forecast")
    parts = np.concatenate([values[np.isfinite(values)], found.low[0], found.high[0]])
    ends = padded(years[0], ahead[-1], 0.02)
    panel = figure.panel(ends, padded(parts.min(), parts.max()), top=30)
    panel.axes("", "Motion (mm)", x_ticks=time_ticks(*ends))
    panel.polygon(
        np.concatenate([ahead, ahead[::-1]]), np.concatenate([found.low[0], found.high[0][::-1]]),
        "#f6d5cd",
    )  # fmt: skip
    start = years[forecaster.start]
    panel.line([start, start], panel.y, LINE, 1.2, "5 4", title="what follows was held out")
    panel.dots(years, np.where(np.isfinite(values), values, np.nanmean(values)), TOWARDS, 2.4)
    panel.line(ahead, found.values[0], AWAY, 2)
    panel.line([years[-1], years[-1]], panel.y, INK, 1)
    return figure.svg()


def curves_text(shown, forecaster) -> str:
    """Forecasts by date, as comma-separated values."""
    lines = ["series,method,date,forecast_mm,low_mm,high_mm"]
    for name, _, found in shown:
        head = f'"{name}",{METHODS[int(found.method[0])]}'
        lines += [
            f"{head},{date},{value:.3f},{low:.3f},{high:.3f}"
            for date, value, low, high in zip(
                forecaster.ahead, found.values[0], found.low[0], found.high[0]
            )
        ]
    return "\n".join(lines) + "\n"
