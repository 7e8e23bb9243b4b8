# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an inventory's update: one HTML page, nothing loaded from elsewhere."""

from __future__ import annotations

import html
import math

import numpy as np

from ..areas.inventory import NOT_ASSESSED, STATES
from .validation_html import STYLE

WIDTH, HEIGHT = 620, 34  # of the bar
COLOURS = ("#8fb996", "#fee08b", "#fdae61", "#e8501f", "#8b0022")
EMPTY = "#dfe4e8"
MOST_ROWS = 200
FIELDS = (
    "area_km2", "targets", "targets_needed", "mean_abs_mm_yr", "std_abs_mm_yr", "mean_mm_yr",
    "activity", "certainty", "former_class", "state",
)  # fmt: skip


def report_html(report, options, names, columns: dict) -> str:
    """The page.

    Parameters
    ----------
    report : UpdateReport
    options : UpdateOptions
    names : sequence of str
        Of the landslides.
    columns : dict of str to ndarray
        Of the updated inventory.
    """
    parts = ["<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"]
    parts.append(f"<title>Landslide inventory</title><style>{STYLE}</style></head><body>")
    parts.append("<h1>Landslide inventory, brought up to date</h1>" + _summary(report))
    parts.append("<h2>Activity now</h2>" + bar_svg(report.classes, report.counts))
    parts.append(_classes(report, options.rules))
    parts.append("<h2>State of activity</h2>" + _states(report))
    parts.append("<h2>Former class and class now</h2>" + _matrix(report))
    parts.append("<h2>What to know</h2><ul>" + _rules(report, options))
    parts += [f"<li>{html.escape(text)}</li>" for text in report.notes]
    parts.append("</ul><h2>Landslides that move</h2>" + _landslides(report, names, columns))
    return "\n".join([*parts, "</body></html>"])


def _summary(report) -> str:
    total, unknown = sum(report.counts), report.counts[-1]
    moving = sum(report.counts[1:-1])
    known = total - unknown
    words = (
        f"{total} landslides; {known} ({_percent(known, total)}) are assessed, of "
        f"which {moving} ({_percent(moving, known)}) move and {report.counts[0]} "
        f"({_percent(report.counts[0], known)}) are {html.escape(report.classes[0])}. "
        f"{report.inside} of {report.targets} targets lie in landslides. Rates: {report.motion}."
    )
    if report.candidates is not None:
        words += (
            f" {report.candidates} of {report.active} active areas lie outside of all landslides: "
            "candidates for new ones."
        )
    return f"<p>{words}</p>"


def _classes(report, rules) -> str:
    limits = [0.0, *(limit for _, limit in rules.classes)]
    total, known = sum(report.counts), sum(report.counts[:-1])
    rows = []
    for k, name in enumerate(report.classes):
        span = "too few targets, or noise"
        if name != NOT_ASSESSED:
            low, high = limits[k], limits[k + 1]
            span = f"up to {high:g}" if not k else f"above {low:g}, up to {high:g}"
            span = span if math.isfinite(high) else f"above {low:g}"
        share = "&ndash;" if name == NOT_ASSESSED else _percent(report.counts[k], known)
        rows.append((
            html.escape(name), span, report.counts[k], _percent(report.counts[k], total), share,
            f"{report.areas[k]:.4g}",
        ))  # fmt: skip
    head = ("class", "mm/yr", "landslides", "of all", "of the assessed", "km&sup2;")
    return _table(head, rows)


def _states(report) -> str:
    total = sum(report.counts)
    rows = [
        (state, report.states[state], _percent(report.states[state], total))
        for state in (*STATES.values(), NOT_ASSESSED)
    ]
    return _table(("state", "landslides", "of all"), rows)


def _matrix(report) -> str:
    head = ("before \\ now", *(html.escape(name) for name in report.classes), "all")
    rows = [
        (html.escape(name) or "(not given)", *row.tolist(), int(row.sum()))
        for name, row in zip(report.rows, report.matrix)
    ]
    rows.append(("<b>all</b>", *report.matrix.sum(axis=0).tolist(), int(report.matrix.sum())))
    return _table(head, rows)


def _rules(report, options) -> str:
    rules = options.rules
    (low, high), (least, most) = rules.target_areas, rules.least_targets
    return (
        f"<li>A landslide is assessed from {least} targets on up to {low:g} km&sup2;, from {most} "
        f"on above {high:g} km&sup2; (Novellino et al. 2017), linear in the logarithm of the area "
        f"in between (Groundshift's), and not said to move with up to "
        f"{rules.noise_factor:g} times what noise would give. The class is that of the "
        f"{html.escape(rules.statistic)} of the targets' rates. Standard errors take targets "
        f"as independent, which neighbours are not: they are too small rather than too large.</li>"
        "<li>Former classes that count as active: "
        f"{html.escape(', '.join(sorted(rules.active)))}; as inactive: "
        f"{html.escape(', '.join(sorted(rules.inactive)))}; the classes' own names, too.</li>"
    )


def _landslides(report, names, columns) -> str:
    moving = ~np.isin(columns["activity"], (report.classes[0], NOT_ASSESSED))
    rows = np.flatnonzero(moving)
    if not len(rows):
        return "<p>None.</p>"
    rows = rows[np.argsort(-columns["value_mm_yr"][rows], kind="stable")]
    text = f"<p>The {MOST_ROWS} fastest of {len(rows)}.</p>" if len(rows) > MOST_ROWS else ""
    cells = [
        (html.escape(str(names[k])), *(_cell(columns[name][k]) for name in FIELDS))
        for k in rows[:MOST_ROWS]
    ]
    return text + _table(("landslide", *FIELDS), cells)


def bar_svg(classes, counts) -> str:
    """A bar of shares by class, with its legend; the last class is grey."""
    total = max(sum(counts), 1)
    colours = [*(COLOURS[min(k, len(COLOURS) - 1)] for k in range(len(classes) - 1)), EMPTY]
    lines = [
        f"<svg viewBox='0 0 {WIDTH} {HEIGHT + 14 + 18 * len(classes)}' width='{WIDTH}' role='img' "
        "aria-label='Landslides by class' font-size='12' fill='#24313b'>"
    ]
    left = 0.0
    for k, (name, count, colour) in enumerate(zip(classes, counts, colours)):
        width = WIDTH * count / total
        lines.append(
            f"<rect x='{left:.1f}' y='0' width='{width:.1f}' height='{HEIGHT}' fill='{colour}'/>"
        )
        left += width
        y = HEIGHT + 22 + 18 * k
        lines.append(
            f"<rect x='0' y='{y - 10}' width='12' height='12' fill='{colour}'/>"
            f"<text x='18' y='{y}'>{html.escape(name)}: {count} ({_percent(count, total)})</text>"
        )
    return "\n".join([*lines, "</svg>"])


def _percent(part, whole) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "&ndash;"


def _cell(value) -> str:
    if isinstance(value, str):
        return html.escape(value)
    return f"{float(value):.4g}" if math.isfinite(value) else "&ndash;"


def _table(head, rows) -> str:
    lines = ["<table><tr>" + "".join(f"<th>{text}</th>" for text in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join([*lines, "</table>"])
