# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the steps of a chain did, as a page."""

from __future__ import annotations

from ..reports.page import Page


def chain_page(title: str, steps) -> str:
    """The steps as an HTML page that loads nothing from elsewhere.

    Parameters
    ----------
    title : str
    steps : sequence of Step
        See :mod:`.chain`.
    """
    page = Page(title)
    page.table(
        ("Step", "What it did", "Seconds"),
        [
            (step.title, step.summary, f"{step.seconds:.1f}") if step.done
            else (step.title, f"left out: {step.summary}", "")
            for step in steps
        ],
        words=True, faint=[k for k, step in enumerate(steps) if not step.done],
    )  # fmt: skip
    for step in steps:
        if not (step.done and (set(step.notes) - {step.summary} or step.numbers or step.plot)):
            continue
        page.heading(step.title)
        if step.plot:
            page.drawing(step.plot)
        if step.numbers:
            page.table((), ((name, f"{value:,.6g}") for name, value in step.numbers.items()))
        for note in dict.fromkeys(step.notes):
            if note != step.summary:
                page.paragraph(note)
    return page.html()
