# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a correction took out, date by date, as a table and as a page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np

WIDTH, HEIGHT, MARGIN = 720, 180, 34


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
    velocity, dem_error, removed : Summary or None
        mm/yr; metres; mm at the date where the correction is largest.
    notes : tuple of str
        Sentences for the log.
    dem_error_std : Summary or None
        Metres.
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
    velocity: object = None
    dem_error: object = None
    removed: object = None
    notes: tuple = ()
    dem_error_std: object = None
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
            + (f", {left} date(s) left as they were." if left else ".")
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
    body = "".join(
        f"<tr><td>{d}</td><td>{b:.2f}</td><td>{a:.2f}</td><td>{s:.1f}</td>"
        f"<td>{'yes' if c else 'no'}</td></tr>"
        for d, b, a, s, c in report.rows()
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in report.notes)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>"
        f"Groundshift: {escape(report.name)}</title><style>body{{font-family:sans-serif}}"
        "td,th{padding:1px 10px;text-align:right}</style></head><body>"
        f"<h2>{escape(report.name)}</h2><p>{escape(report.summary())} Standard deviation over "
        f"{report.stable_pixels} stable pixels, before (grey) and after (blue).</p>{plot(report)}"
        f"{notes}<table><tr><th>Date</th><th>Before (mm)</th><th>After (mm)</th>"
        f"<th>Variance taken out (%)</th><th>Corrected</th></tr>{body}</table></body></html>\n"
    )


def plot(report: CorrectionReport) -> str:
    """Standard deviations by date, before and after, as SVG."""
    days = (report.dates - report.dates[0]).astype(float)
    x = MARGIN + days / max(days[-1], 1.0) * (WIDTH - 2 * MARGIN)
    both = 1e3 * np.sqrt(np.nan_to_num(np.stack([report.before, report.after])))
    top = max(float(both.max()), 1e-3)
    y = HEIGHT - MARGIN - both / top * (HEIGHT - 2 * MARGIN)
    marks = []
    for heights, colour, radius in zip(y, ("#9aa7b0", "#2f86c9"), (4, 3)):
        line = " ".join(f"{u:.1f},{v:.1f}" for u, v in zip(x, heights))
        marks.append(f"<polyline points='{line}' fill='none' stroke='{colour}'/>")
        marks += [
            f"<circle cx='{u:.1f}' cy='{v:.1f}' r='{radius}' fill='{colour}'/>"
            for u, v in zip(x, heights)
        ]
    base = HEIGHT - MARGIN
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' "
        "font-family='sans-serif' font-size='11'>"
        f"<path d='M{MARGIN} {MARGIN}V{base}H{WIDTH - MARGIN}' fill='none' stroke='#67859a'/>"
        f"<text x='4' y='{MARGIN - 8}'>{top:.1f} mm</text>"
        f"<text x='{MARGIN}' y='{HEIGHT - 10}'>{report.dates[0]}</text>"
        f"<text x='{WIDTH - MARGIN}' y='{HEIGHT - 10}' text-anchor='end'>{report.dates[-1]}</text>"
        + "".join(marks)
        + "</svg>"
    )
