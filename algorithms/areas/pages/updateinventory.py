# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an inventory's update."""

from __future__ import annotations

import math

import numpy as np

from ...reports.figure import Figure
from ...reports.page import NONE, Bold, Page
from ...reports.palette import ACTIVITY, PALE
from ..inventory import NOT_ASSESSED, STATES

WIDTH, HEIGHT = 620, 34  # of the bar
MOST_ROWS = 200
FIELDS = (
    "area_km2", "targets", "targets_needed", "mean_abs_mm_yr", "std_abs_mm_yr", "mean_mm_yr",
    "activity", "certainty", "former_class", "state",
)  # fmt: skip


def report_html(update, rules, notes, names, columns: dict) -> str:
    """The page.

    Parameters
    ----------
    update : Update
    rules : InventoryRules
    notes : sequence of str
    names : sequence of str
        Of the landslides.
    columns : dict of str to ndarray
        Of the updated inventory.
    """
    page = Page("Landslide inventory", "Landslide inventory, brought up to date")
    page.paragraph(_summary(update))
    page.heading("Activity now")
    page.drawing(bar_svg(update.classes, update.counts))
    _classes(page, update, rules)
    page.heading("State of activity")
    _states(page, update)
    page.heading("Former class and class now")
    _matrix(page, update)
    page.heading("What to know")
    page.items([*_rules(rules), *notes])
    page.heading("Landslides that move")
    _landslides(page, update, names, columns)
    return page.html()


def _summary(update) -> str:
    total, unknown = sum(update.counts), update.counts[-1]
    moving = sum(update.counts[1:-1])
    known = total - unknown
    words = (
        f"{total} landslides; {known} ({_percent(known, total)}) are assessed, of "
        f"which {moving} ({_percent(moving, known)}) move and {update.counts[0]} "
        f"({_percent(update.counts[0], known)}) are {update.classes[0]}. "
        f"{update.inside} of {update.targets} targets lie in landslides. Rates: {update.motion}."
    )
    if update.candidates is not None:
        words += (
            f" {update.candidates} of {update.active} active areas lie outside of all landslides: "
            "candidates for new ones."
        )
    return words


def _classes(page, update, rules) -> None:
    limits = [0.0, *(limit for _, limit in rules.classes)]
    total, known = sum(update.counts), sum(update.counts[:-1])
    rows = []
    for k, name in enumerate(update.classes):
        span = "too few targets, or noise"
        if name != NOT_ASSESSED:
            low, high = limits[k], limits[k + 1]
            span = f"up to {high:g}" if not k else f"above {low:g}, up to {high:g}"
            span = span if math.isfinite(high) else f"above {low:g}"
        share = NONE if name == NOT_ASSESSED else _percent(update.counts[k], known)
        rows.append((
            name, span, update.counts[k], _percent(update.counts[k], total), share,
            f"{update.areas[k]:.4g}",
        ))  # fmt: skip
    head = ("class", "mm/yr", "landslides", "of all", "of the assessed", "km²")
    page.table(head, rows)


def _states(page, update) -> None:
    total = sum(update.counts)
    rows = [
        (state, update.states[state], _percent(update.states[state], total))
        for state in (*STATES.values(), NOT_ASSESSED)
    ]
    page.table(("state", "landslides", "of all"), rows)


def _matrix(page, update) -> None:
    head = ("before \\ now", *update.classes, "all")
    rows = [
        (name or "(not given)", *row.tolist(), int(row.sum()))
        for name, row in zip(update.rows, update.matrix)
    ]
    rows.append((Bold("all"), *update.matrix.sum(axis=0).tolist(), int(update.matrix.sum())))
    page.table(head, rows)


def _rules(rules) -> list:
    (low, high), (least, most) = rules.target_areas, rules.least_targets
    return [
        f"A landslide is assessed from {least} targets on up to {low:g} km², from {most} "
        f"on above {high:g} km² (Novellino et al. 2017), linear in the logarithm of the area "
        f"in between (Groundshift's), and not said to move with up to "
        f"{rules.noise_factor:g} times what noise would give. The class is that of the "
        f"{rules.statistic} of the targets' rates. Standard errors take targets "
        f"as independent, which neighbours are not: they are too small rather than too large.",
        "Former classes that count as active: "
        f"{', '.join(sorted(rules.active))}; as inactive: "
        f"{', '.join(sorted(rules.inactive))}; the classes' own names, too.",
    ]


def _landslides(page, update, names, columns) -> None:
    moving = ~np.isin(columns["activity"], (update.classes[0], NOT_ASSESSED))
    rows = np.flatnonzero(moving)
    if not len(rows):
        page.paragraph("None.")
        return
    rows = rows[np.argsort(-columns["value_mm_yr"][rows], kind="stable")]
    if len(rows) > MOST_ROWS:
        page.paragraph(f"The {MOST_ROWS} fastest of {len(rows)}.")
    cells = [(str(names[k]), *(columns[name][k] for name in FIELDS)) for k in rows[:MOST_ROWS]]
    page.table(("landslide", *FIELDS), cells)


def bar_svg(classes, counts) -> str:
    """A bar of shares by class, with its legend; the last class is grey."""
    total = max(sum(counts), 1)
    colours = [*(ACTIVITY[min(k, len(ACTIVITY) - 1)] for k in range(len(classes) - 1)), PALE]
    figure = Figure(WIDTH, HEIGHT + 12 + 20 * len(classes), "Landslides by class", 12)
    ends = WIDTH * np.cumsum([0, *counts]) / total
    for k, colour in enumerate(colours):
        figure.box(ends[k : k + 2], (0, HEIGHT), colour)
    words = [f"{name}: {n} ({_percent(n, total)})" for name, n in zip(classes, counts)]
    figure.legend(0, HEIGHT + 12, list(zip(colours, words)))
    return figure.svg()


def _percent(part, whole) -> str:
    return f"{100 * part / whole:.1f} %" if whole else NONE
