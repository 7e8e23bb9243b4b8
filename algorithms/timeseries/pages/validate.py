# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a validation: the plot, the statistics, and the pairs that differ most."""

from __future__ import annotations

import math

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import Bold, Page, number
from ...reports.palette import AWAY, BAR, GRADES, LINE

SIZE, MARGIN = 460, 56
MOST_ROWS = 200


def report_html(report, columns: dict) -> str:
    """The page.

    Parameters
    ----------
    report : Comparison
        See :mod:`..tools.comparison`.
    columns : dict of str to ndarray
        Of the layer of pairs.
    """
    page = Page("Validation", "InSAR against ground data")
    page.warnings(report.warnings)
    page.paragraph(*_summary(report))
    page.drawing(scatter_svg(columns, report.agreement))
    page.heading("Statistics")
    page.table(("", "value", "95 % interval"), _rows(report))
    page.heading("How it was compared")
    near = f"InSAR at a station: {report.method} within {report.distance:g} m."
    page.items([near, *report.notes, _classes(report.limits)])
    page.heading("Pairs")
    count = len(columns["station"])
    if count > MOST_ROWS:
        page.paragraph(f"The {MOST_ROWS} largest of {count}.")
    order = np.argsort(-np.abs(columns["difference_mm_yr"]), kind="stable")[:MOST_ROWS]
    page.table(list(columns), ([values[k] for values in columns.values()] for k in order))
    return page.html()


def _summary(report) -> list:
    result = report.agreement
    words = [
        f"{result.pairs} pairs; bias {number(result.bias * 1e3)} mm/yr, RMSE "
        f"{number(result.rmse * 1e3)} mm/yr"
    ]
    if math.isfinite(result.correlation):
        words.append(f", correlation {number(result.correlation)}")
    if result.overall:
        words += ["; overall class ", Bold(result.overall)]
    honest = f" Their error bars: {result.honesty}." if result.honesty else ""
    return [*words, f".{honest}"]


def _rows(report) -> list:
    result, raw = report.agreement, report.raw
    rows = [
        ("Bias before the common reference (mm/yr)", raw.bias * 1e3, _ends(raw, "bias", 1e3)),
        ("RMSE before the common reference (mm/yr)", raw.rmse * 1e3, ""),
        ("Paired t-test before the common reference", raw.t, f"p = {number(raw.p, '.2g')}"),
        ("Taken out by the reference (mm/yr)", report.offset * 1e3, ""),
        ("Bias (mm/yr)", result.bias * 1e3, _ends(result, "bias", 1e3)),
        ("RMSE (mm/yr)", result.rmse * 1e3, ""),
        ("RMSE without the bias (mm/yr)", result.rmse_unbiased * 1e3, ""),
        ("Mean size of the differences (mm/yr)", result.mean_absolute * 1e3, ""),
        ("Correlation", result.correlation, _ends(result, "correlation", 1)),
        ("Squared correlation", result.r_squared, ""),
        ("RMSE / range of the ground data", result.nrmse_range, ""),
        ("RMSE / size of the mean of the ground data", result.nrmse_mean, ""),
    ]
    lines = (("least squares", result.least_squares), ("Deming", result.deming))
    for name, line in lines:
        if line is not None:
            rows.append((f"Slope, {name}", line.slope, _ends(line, "slope", 1)))
            rows.append(
                (f"Intercept, {name} (mm/yr)", line.intercept * 1e3, _ends(line, "intercept", 1e3))
            )
    ends = ""
    if math.isfinite(result.rms_low):
        ends = f"honest: {number(result.rms_low)} to {number(result.rms_high)}"
    rows += [
        ("Mean of difference / standard deviation", result.normalised_bias, ""),
        ("RMS of difference / standard deviation", result.normalised_rms, ends),
        ("Share within two standard deviations", result.within_two_sigma, ""),
        (
            f"Share with the same stability (up to {1e3 * report.limits[2]:g} mm/yr, or beyond)",
            result.same_stability,
            "",
        ),
    ]
    return rows


def _ends(thing, name, factor) -> str:
    low, high = getattr(thing, f"{name}_low"), getattr(thing, f"{name}_high")
    if not (math.isfinite(low) and math.isfinite(high)):
        return ""
    return f"{number(low * factor)} to {number(high * factor)}"


def _classes(limits) -> str:
    ends = ", ".join(f"{limit * 1e3:g}" for limit in limits)
    return (
        f"Classes of pairs A, B, C: difference up to {ends} mm/yr; D beyond. Overall: RMSE "
        "up to 10, 20, 30 % of the ground data's range and squared correlation of at least 0.9, "
        "0.7, 0.5; where the ground hardly moves, the RMSE by the limits of pairs. The statistics "
        "are ValInSAR's (Navarro-Hernández et al. 2022), the limits Groundshift's."
    )


def scatter_svg(columns: dict, result) -> str:
    """InSAR against ground in mm/yr with the 1:1 line, the fitted line and error bars."""
    ground, insar = columns["ground_mm_yr"], columns["insar_mm_yr"]
    both = np.concatenate([ground, insar])
    low, high = padded(both.min(), both.max(), 0.08)
    figure = Figure(SIZE, SIZE, "InSAR against ground rates")
    plot = figure.panel((low, high), (low, high), MARGIN + 8, 16, 16, MARGIN)
    plot.axes("ground, towards the satellite (mm/yr)", "InSAR (mm/yr)")
    plot.line([low, high], [low, high], LINE, dash="4 3")
    line = result.deming or result.least_squares
    if line is not None and math.isfinite(line.slope):
        ends = _clipped(line, low, high)
        if ends:
            plot.line(*zip(*ends), AWAY)
    _dots(plot, columns, ground, insar)
    return figure.svg()


def _clipped(line, low, high):
    """Ends of the fitted line inside of the plot's square, in mm/yr."""
    intercept = line.intercept * 1e3
    x = [low, high]
    if abs(line.slope) > 1e-9:
        x += [(low - intercept) / line.slope, (high - intercept) / line.slope]
    inside = sorted(
        value for value in x
        if low - 1e-9 <= value <= high + 1e-9
        and low - 1e-6 <= line.slope * value + intercept <= high + 1e-6
    )  # fmt: skip
    if len(inside) < 2:
        return None
    return [(value, line.slope * value + intercept) for value in (inside[0], inside[-1])]


def _dots(plot, columns, x, y) -> None:
    few = len(x) <= 500
    if few:
        for part, (dx, dy) in (("ground", (1, 0)), ("insar", (0, 1))):
            for k, size in enumerate(columns[f"{part}_std_mm_yr"]):
                if np.isfinite(size):
                    ends = np.array([-size, size])
                    plot.line(x[k] + dx * ends, y[k] + dy * ends, BAR, 1)
    for k, name in enumerate(columns["station"]):
        colour = GRADES.get(columns["class"][k], LINE)
        plot.dots(x[k], y[k], colour, 3.5 if few else 1.5, [str(name)] if few else ())
