# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of an area's report: nothing is loaded from elsewhere."""

from __future__ import annotations

import html
import math
import re

import numpy as np

from .report_drawings import histogram_svg, map_svg, series_svg
from .validation_html import STYLE

MOST_AREAS = 50
PRINTED_WIDTH = 620  # of drawings on an A4 page, in Qt's units
DRAWN_SIZE = re.compile(r" width='([\d.]+)' height='([\d.]+)'")
AREA_FIELDS = (
    "area_id", "class", "likely_class", "activity", "points", "mean_mm_yr", "max_mm_yr",
    "min_mm_yr", "accumulated_mm", "quality",
)  # fmt: skip
"""Of active areas, where they have them."""

PRINTED_STYLE = """
body{font-family:sans-serif;font-size:8pt;color:#24313b}h1{font-size:16pt}h2{font-size:12pt}
h3{font-size:9pt}th,td{padding-right:7px;text-align:right;font-size:8pt}
"""
"""What Qt's own HTML understands, in points: its pixels are those of the printer."""

UNGIVEN = ("= None", "= ''")
"""How parameters end in a layer's history that were left empty."""

QUALITIES = {1: "1 (reliable)", 2: "2", 3: "3", 4: "4 (discard)"}


def report_html(report, drawings: dict | None = None) -> str:
    """The page.

    Parameters
    ----------
    report : Report
        Of :mod:`.run_report`.
    drawings : dict, optional
        Takes the drawings (SVG) by name; the page has ``<img src='name'>`` then. Without, they
        stand in the page.
    """
    draw = _Drawings(drawings)
    title = html.escape(report.options.title)
    parts = ["<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"]
    style = STYLE if drawings is None else PRINTED_STYLE
    parts.append(f"<title>{title}</title><style>{style}</style></head><body><h1>{title}</h1>")
    parts.append(_summary(report))
    if report.picture is not None:
        parts.append(draw(
            "map", map_svg(report.picture, report.marks, report.outlines, report.metres_a_unit)
        ))  # fmt: skip
        names = ", ".join(html.escape(name) for name in report.picture.layers)
        parts.append(
            f"<p>Numbers are the points below. Layers: {names}. In the "
            "styles of Groundshift red is away from the satellite, blue towards it.</p>"
        )
    parts.append("<h2>Rates</h2>" + _rates(report))
    parts.append(draw("histogram", histogram_svg(report.rates)))
    parts.append("<h2>Points that move fastest</h2>" + _worst(report))
    parts += _series(report, draw)
    if report.areas is not None:
        parts.append("<h2>Active areas</h2>" + _areas(report))
    parts.append("<h2>What to know</h2><ul>")
    parts += [f"<li>{html.escape(text)}</li>" for text in (*_method(report), *report.notes)]
    parts.append("</ul>")
    parts.append(_histories(report))
    return "\n".join([*parts, "</body></html>"])


class _Drawings:
    """Drawings in the page, or beside it."""

    def __init__(self, beside):
        self._beside = beside

    def __call__(self, name, svg) -> str:
        if self._beside is None:
            return f"<div>{svg}</div>"
        self._beside[name] = svg
        # Without a height Qt stretches them, outside of the main thread: tools run there.
        width, height = map(float, DRAWN_SIZE.search(svg).groups())
        printed = round(PRINTED_WIDTH * height / width)
        return f"<p><img src='{name}' width='{PRINTED_WIDTH}' height='{printed}'></p>"


def _summary(report) -> str:
    rates, options = report.rates, report.options
    moving = rates.away + rates.towards
    words = (
        f"{_counted(rates.count, 'point')} with a rate; {moving:,} "
        f"({100 * moving / rates.count:.1f} %) {'moves' if moving == 1 else 'move'} by "
        f"{1e3 * options.threshold:g} mm/yr or more: {rates.away:,} away from the satellite, "
        f"{rates.towards:,} towards it."
    )
    if report.worst:
        worst = report.worst[0]
        words += f" The worst moves by {_rate(worst.velocity, worst.std)} mm/yr."
    if report.areas is not None:
        count = len(report.areas)
        words += f" {_counted(count, 'active area')} cover{'s' if count == 1 else ''} "
        words += f"{report.area_km2.sum():.4g} km&sup2;"
        share = report.area_km2.sum() / report.study_km2
        words += "." if not math.isfinite(share) else f" (study area: {report.study_km2:.4g})."
    if len(report.dates):
        words += f" Series from {report.dates[0]} to {report.dates[-1]}."
    return f"<p>{words}</p>"


def _rates(report) -> str:
    r = report.rates
    rows = [
        ("median", _mm(r.median)), ("mean", _mm(r.mean)),
        ("standard deviation", _mm(r.std)),
        ("the same from the median deviation", _mm(r.robust_std)),
        ("5th to 95th percentile", f"{_mm(r.percentiles[0])} to {_mm(r.percentiles[1])}"),
        ("least and largest", f"{_mm(r.lowest)} to {_mm(r.highest)}"),
        ("median of the points' own standard deviations", _mm(r.median_std)),
    ]  # fmt: skip
    return _table(("", "mm/yr"), rows)


def _worst(report) -> str:
    if not report.worst:
        return "<p>No point moves faster than two of its standard deviations.</p>"
    head = ["no.", "x", "y", "rate (mm/yr)", "coherence"]
    with_series = report.worst[0].series is not None
    if with_series:
        head += ["total (mm)", "last year (mm/yr)", "before (mm/yr)", "change"]
    rows = []
    for number, point in enumerate(report.worst, start=1):
        row = [number, f"{point.x:.10g}", f"{point.y:.10g}", _rate(point.velocity, point.std)]
        row.append(_number(point.coherence, 1.0))
        if with_series:
            s = point.series
            row += [_mm(s.total), _rate(s.recent, s.recent_std), _rate(s.earlier, s.earlier_std)]
            row.append(s.change or "unknown")
        rows.append(row)
    return _table(head, rows)


def _series(report, draw) -> list:
    return [
        draw(f"series{number}", series_svg(
            number, report.dates, 1e3 * point.values, point.series,
            f"Point {number}: {1e3 * point.series.rate:+.1f} mm/yr, "
            f"residuals {1e3 * point.series.rms:.1f} mm (RMS)",
        ))
        for number, point in enumerate(report.worst, start=1)
        if point.values is not None and np.isfinite(point.values).sum() > 1
    ]  # fmt: skip


def _areas(report) -> str:
    areas = report.areas
    if not len(areas):
        return "<p>None.</p>"
    lower = {name.lower(): name for name in areas.columns}
    text = ""
    if "quality" in lower:
        quality = areas.numbers(lower["quality"])
        rows = [
            (words, int((quality == grade).sum()),
             f"{report.area_km2[quality == grade].sum():.4g}")
            for grade, words in QUALITIES.items()
        ]  # fmt: skip
        text = _table(("quality", "areas", "km&sup2;"), rows)
    order, by = np.argsort(-report.area_km2, kind="stable"), "largest"
    if "mean_mm_yr" in lower:
        speed = np.abs(areas.numbers(lower["mean_mm_yr"]))
        order, by = np.argsort(-np.nan_to_num(speed, nan=-1.0), kind="stable"), "fastest"
    names = [lower[name] for name in AREA_FIELDS if name in lower]
    columns = [areas.texts(name) for name in names]
    rows = [
        (int(areas.fid[k]), f"{report.area_km2[k]:.4g}", *(_cell(c[k]) for c in columns))
        for k in order[:MOST_AREAS]
    ]
    if len(areas) > MOST_AREAS:
        text += f"<p>The {MOST_AREAS} {by} of {len(areas)}.</p>"
    return text + _table(("fid", "km&sup2;", *names), rows)


def _method(report) -> list:
    return [
        "Rates are as in the layer of points: along the line of sight, positive towards the "
        "satellite, unless the layer says otherwise.",
        "The worst points are those of the largest |rate| less two standard deviations, at least "
        f"{report.options.separation:g} m apart.",
        "Total: the straight line from the first date to the last. Rates of the last year and of "
        "what lies before are straight lines, too; a change is said where they differ by more "
        "than three standard deviations. These take the residuals for white noise; noise of the "
        "atmosphere and seasons make them too small.",
    ]


def _histories(report) -> str:
    if not report.histories:
        return ""
    parts = ["<h2>How the layers were made</h2>"]
    for name, lines in report.histories:
        given = [line for line in lines if not line.endswith(UNGIVEN)]
        said = "; ".join(html.escape(line) for line in given)
        parts.append(f"<h3>{html.escape(name)}</h3><p>{said or 'Its metadata does not say.'}</p>")
    return "\n".join(parts)


def _counted(count, noun) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _mm(metres) -> str:
    return _number(metres, 1e3)


def _number(value, factor) -> str:
    return f"{factor * value:.3g}" if math.isfinite(value) else "&ndash;"


def _rate(value, std) -> str:
    if not math.isfinite(value):
        return "&ndash;"
    spread = f" &plusmn; {1e3 * std:.1f}" if math.isfinite(std) else ""
    return f"{1e3 * value:+.1f}{spread}"


def _cell(text) -> str:
    return html.escape(str(text)) or "&ndash;"


def _table(head, rows) -> str:
    lines = ["<table><tr>" + "".join(f"<th>{text}</th>" for text in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join([*lines, "</table>"])
