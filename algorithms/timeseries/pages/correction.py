# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a correction took out, date by date, as a table and as a page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import counted
from ...reports.figure import Figure, decimal_years, time_ticks
from ...reports.page import Page
from ...reports.palette import ALIKE, TOWARDS

WIDTH, HEIGHT = 720, 220


@dataclass(frozen=True)
class CorrectionReport:
    """What a correction did.

    Parameters
    ----------
    name : str
    dates : ndarray of datetime64[D], shape (time,)
    before, after : ndarray, shape (time,)
        Variance over the stable pixels, metres squared.
    applied : ndarray of bool, shape (time,)
        Dates that were corrected.
    pixels : int
        With a result.
    stable_pixels : int
        Of those, stable and coherent.
    notes : tuple of str
        Sentences for the log.
    rate_change_mm_yr : float
        Root mean square, over a sample of the scene, of what was taken from the rates.
    """

    name: str
    dates: np.ndarray
    before: np.ndarray
    after: np.ndarray
    applied: np.ndarray
    pixels: int
    stable_pixels: int
    notes: tuple = ()
    rate_change_mm_yr: float = 0.0

    @property
    def removed_share(self) -> float:
        """Share of the summed variance that was taken out, 0 to 1; 0 where there was none."""
        total = float(np.nansum(self.before))
        return 1.0 - float(np.nansum(self.after)) / total if total > 0 else 0.0

    @property
    def rms_before_mm(self) -> float:
        """Root mean variance over the dates, before."""
        return 1e3 * float(np.sqrt(np.nanmean(self.before)))

    @property
    def rms_after_mm(self) -> float:
        """Root mean variance over the dates, after."""
        return 1e3 * float(np.sqrt(np.nanmean(self.after)))

    def summary(self) -> str:
        """One sentence."""
        left = int(np.count_nonzero(~self.applied))
        return (
            f"{self.name}: {100 * self.removed_share:.1f} % of the variance of the stable pixels "
            f"taken out ({self.rms_before_mm:.2f} to {self.rms_after_mm:.2f} mm), and "
            f"{self.rate_change_mm_yr:.2f} mm/yr (RMS) of the rates"
            + (f", {counted(left, 'date')} left alone." if left else ".")
        )

    def rows(self) -> list:
        """Date, standard deviation before and after (mm), share taken out (%), corrected."""
        rows = []
        for date, before, after, applied in zip(self.dates, self.before, self.after, self.applied):
            share = 100 * (1 - after / before) if before > 0 else 0.0
            rows.append(
                (str(date), 1e3 * np.sqrt(before), 1e3 * np.sqrt(after), share, bool(applied))
            )
        return rows


def table_text(report: CorrectionReport) -> str:
    """The report as comma-separated values."""
    lines = ["date,std_before_mm,std_after_mm,variance_removed_percent,corrected"]
    lines += [f"{d},{b:.4f},{a:.4f},{s:.2f},{int(c)}" for d, b, a, s, c in report.rows()]
    return "\n".join(lines) + "\n"


def page(report: CorrectionReport) -> str:
    """The report as an HTML page with a plot."""
    whole = Page(f"Groundshift: {report.name}", report.name)
    whole.paragraph(
        f"{report.summary()} Standard deviation over {report.stable_pixels} stable pixels, before "
        "(grey) and after (blue)."
    )
    whole.drawing(plot(report))
    for note in report.notes:
        whole.paragraph(note)
    whole.table(
        ("Date", "Before (mm)", "After (mm)", "Variance taken out (%)", "Corrected"),
        (
            (date, f"{before:.2f}", f"{after:.2f}", f"{share:.1f}", "yes" if corrected else "no")
            for date, before, after, share, corrected in report.rows()
        ),
    )
    return whole.html()


def plot(report: CorrectionReport) -> str:
    """Standard deviations by date, before and after, as SVG."""
    years = decimal_years(report.dates)
    both = 1e3 * np.sqrt(np.nan_to_num(np.stack([report.before, report.after])))
    figure = Figure(WIDTH, HEIGHT, "Standard deviation by date, before and after")
    ends = (years[0], max(years[-1], years[0] + 1 / 365))
    axes = figure.panel(ends, (0, max(float(both.max()), 1e-3)), bottom=30)
    axes.axes(y_title="mm", x_ticks=time_ticks(*axes.x))
    for values, colour, radius in zip(both, (ALIKE, TOWARDS), (4, 3)):
        axes.line(years, values, colour)
        axes.dots(years, values, colour, radius)
    return figure.svg()
