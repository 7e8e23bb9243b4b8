# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a validation: one HTML page with its own SVG plot, nothing loaded from elsewhere.

The look (colours, plain type, little ink) follows the layers: blue towards, red away.
"""

from __future__ import annotations

import html
import math

import numpy as np

SIZE, MARGIN = 460, 56
CLASS_COLOURS = {
    "A": "#2f86c9", "B": "#91bfdb", "C": "#fdae61", "D": "#d9482b", "reference": "#67859a",
}  # fmt: skip
MOST_ROWS = 200
STYLE = """
body{font:15px/1.45 system-ui,sans-serif;color:#24313b;max-width:62rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.8rem}
table{border-collapse:collapse;font-size:.9rem}td,th{padding:.2rem .6rem;text-align:right;
border-bottom:1px solid #d8dfe4}td:first-child,th:first-child{text-align:left}
.warning{background:#fdebe7;border-left:4px solid #d9482b;padding:.5rem .8rem}
svg{max-width:100%;height:auto}
"""


def report_html(report, columns: dict, options, reference: str) -> str:
    """The page.

    Parameters
    ----------
    report : ValidateReport
    columns : dict of str to ndarray
        See :func:`.run_validate.pair_columns`.
    options : ValidateOptions
    reference : str
        The common reference in words.
    """
    parts = ["<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"]
    parts.append(f"<title>Validation</title><style>{STYLE}</style></head><body>")
    parts.append("<h1>InSAR against ground data</h1>")
    parts += [f"<p class='warning'>{html.escape(text)}</p>" for text in report.warnings]
    parts.append(_summary(report, options))
    parts.append(scatter_svg(columns, report.agreement))
    parts.append("<h2>Statistics</h2>" + _table(("", "value", "95 % interval"), _rows(report)))
    parts.append("<h2>How it was compared</h2><ul>")
    parts.append(
        f"<li>InSAR at a station: {html.escape(options.method)} within {options.distance:g} m.</li>"
    )
    parts += [f"<li>{html.escape(text)}</li>" for text in report.notes]
    parts.append(_classes(options) + "</ul><h2>Pairs</h2>")
    parts.append(_pairs(columns))
    return "\n".join([*parts, "</body></html>"])


def _summary(report, options) -> str:
    result = report.agreement
    words = (
        f"{result.pairs} pairs; bias {_number(result.bias * 1e3)} mm/yr, RMSE "
        f"{_number(result.rmse * 1e3)} mm/yr"
    )
    if math.isfinite(result.correlation):
        words += f", correlation {_number(result.correlation)}"
    if result.overall:
        words += f"; overall class <b>{result.overall}</b>"
    honest = f" Their error bars: {result.honesty}." if result.honesty else ""
    return f"<p>{words}.{honest}</p>"


def _rows(report) -> list:
    result, raw = report.agreement, report.raw
    rows = [
        ("Bias before the common reference (mm/yr)", raw.bias * 1e3, _ends(raw, "bias", 1e3)),
        ("RMSE before the common reference (mm/yr)", raw.rmse * 1e3, ""),
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
        ends = f"honest: {_number(result.rms_low)} to {_number(result.rms_high)}"
    rows += [
        ("Mean of difference / standard deviation", result.normalised_bias, ""),
        ("RMS of difference / standard deviation", result.normalised_rms, ends),
        ("Share within two standard deviations", result.within_two_sigma, ""),
    ]
    return [(name, _number(value), ends) for name, value, ends in rows]


def _ends(thing, name, factor) -> str:
    low, high = getattr(thing, f"{name}_low"), getattr(thing, f"{name}_high")
    if not (math.isfinite(low) and math.isfinite(high)):
        return ""
    return f"{_number(low * factor)} to {_number(high * factor)}"


def _classes(options) -> str:
    limits = ", ".join(f"{limit * 1e3:g}" for limit in options.limits)
    return (
        f"<li>Classes of pairs A, B, C: difference up to {limits} mm/yr; D beyond. Overall: RMSE "
        "up to 10, 20, 30 % of the ground data's range and squared correlation of at least 0.9, "
        "0.7, 0.5; where the ground hardly moves, the RMSE by the limits of pairs. The statistics "
        "are ValInSAR's (Navarro-Hern&aacute;ndez et al. 2022), the limits Groundshift's.</li>"
    )


def _pairs(columns) -> str:
    names = list(columns)
    count = len(columns["station"])
    order = np.argsort(-np.abs(columns["difference_mm_yr"]), kind="stable")[:MOST_ROWS]
    rows = [[_cell(columns[name][k]) for name in names] for k in order]
    more = f"<p>The {MOST_ROWS} largest of {count}.</p>" if count > MOST_ROWS else ""
    return more + _table([html.escape(name) for name in names], rows)


def _cell(value) -> str:
    if isinstance(value, str):
        return html.escape(value)
    return _number(float(value))


def _table(head, rows) -> str:
    lines = ["<table><tr>" + "".join(f"<th>{text}</th>" for text in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows]
    return "\n".join([*lines, "</table>"])


def _number(value: float) -> str:
    return f"{value:.4g}" if math.isfinite(value) else "&ndash;"


def ticks(low: float, high: float, count: int = 5) -> list:
    """Round numbers between two ends, about so many."""
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(k * power for k in (1, 2, 5, 10) if k * power >= raw)
    first = math.ceil(low / step - 1e-9)
    return [k * step for k in range(first, math.floor(high / step + 1e-9) + 1)]


def scatter_svg(columns: dict, result) -> str:
    """InSAR against ground in mm/yr with the 1:1 line, the fitted line and error bars."""
    ground, insar = columns["ground_mm_yr"], columns["insar_mm_yr"]
    both = np.concatenate([ground, insar])
    low, high = float(both.min()), float(both.max())
    pad = 0.08 * (high - low) or 1.0
    low, high = low - pad, high + pad

    def at(value):
        return MARGIN + (value - low) / (high - low) * (SIZE - 2 * MARGIN)

    def dot(x, y):
        return at(x), SIZE - at(y)

    lines = [
        f"<svg viewBox='0 0 {SIZE} {SIZE}' width='{SIZE}' role='img' "
        "aria-label='InSAR against ground rates' font-size='11' fill='#24313b'>"
    ]
    for value in ticks(low, high):
        place = at(value)
        lines.append(
            f"<path d='M{place:.1f} {MARGIN}V{SIZE - MARGIN}M{MARGIN} {SIZE - place:.1f}"
            f"H{SIZE - MARGIN}' stroke='#e4e9ed'/>"
            f"<text x='{place:.1f}' y='{SIZE - MARGIN + 16}' text-anchor='middle'>{value:g}</text>"
            f"<text x='{MARGIN - 6}' y='{SIZE - place + 4:.1f}' text-anchor='end'>{value:g}</text>"
        )
    lines.append(_segment(dot(low, low), dot(high, high), "#67859a", "4 3"))
    line = result.deming or result.least_squares
    if line is not None and math.isfinite(line.slope):
        ends = _clipped(line, low, high)
        if ends:
            lines.append(_segment(dot(*ends[0]), dot(*ends[1]), "#d9482b", ""))
    lines += _dots(columns, dot)
    middle = SIZE / 2
    lines.append(
        f"<text x='{middle}' y='{SIZE - 14}' text-anchor='middle'>ground, towards the satellite "
        f"(mm/yr)</text><text transform='translate(16 {middle}) rotate(-90)' text-anchor='middle'>"
        "InSAR (mm/yr)</text></svg>"
    )
    return "\n".join(lines)


def _segment(start, end, colour, dashes) -> str:
    (x0, y0), (x1, y1) = start, end
    return (
        f"<path d='M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}' stroke='{colour}' stroke-width='1.5' "
        f"stroke-dasharray='{dashes}' fill='none'/>"
    )


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


def _dots(columns, dot) -> list:
    lines = []
    few = len(columns["station"]) <= 500
    for k, name in enumerate(columns["station"]):
        x, y = columns["ground_mm_yr"][k], columns["insar_mm_yr"][k]
        colour = CLASS_COLOURS.get(columns["class"][k], "#67859a")
        if few:
            for part, (dx, dy) in (("ground", (1, 0)), ("insar", (0, 1))):
                size = columns[f"{part}_std_mm_yr"][k]
                if np.isfinite(size):
                    (x0, y0), (x1, y1) = (
                        dot(x + sign * dx * size, y + sign * dy * size) for sign in (-1, 1)
                    )
                    lines.append(
                        f"<path d='M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}' stroke='#b7c4cd'/>"
                    )
        cx, cy = dot(x, y)
        title = f"<title>{html.escape(str(name))}</title>" if few else ""
        lines.append(
            f"<circle cx='{cx:.1f}' cy='{cy:.1f}' r='{3.5 if few else 1.5}' fill='{colour}'>"
            f"{title}</circle>"
        )
    return lines
