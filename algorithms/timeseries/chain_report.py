# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the steps of a chain did, as a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

STYLE = (
    "body{font-family:sans-serif;margin:1.5em;max-width:60em}table{border-collapse:collapse}"
    "td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ddd;vertical-align:top}"
    "svg{max-width:100%;height:auto}.out{color:#8a8a8a}"
)


@dataclass(frozen=True)
class StepReport:
    """What a step did.

    Parameters
    ----------
    name : str
        Short, as in the tools' ids.
    title : str
    done : bool
        False for a step that was left out.
    summary : str
        One sentence.
    notes : tuple of str
        Further sentences.
    numbers : dict of str to float
        Figures of the step, by what they are.
    plot : str
        SVG, or empty.
    seconds : float
    """

    name: str
    title: str
    done: bool
    summary: str
    notes: tuple = ()
    numbers: dict = field(default_factory=dict)
    plot: str = ""
    seconds: float = 0.0


def chain_page(title: str, steps) -> str:
    """The steps as an HTML page that loads nothing from elsewhere.

    Parameters
    ----------
    title : str
    steps : sequence of StepReport
    """
    rows = "".join(_row(step) for step in steps)
    sections = "".join(_section(step) for step in steps if step.done)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<table><tr><th>Step</th><th>What it did</th>"
        f"<th>Seconds</th></tr>{rows}</table>\n{sections}</body>\n</html>\n"
    )


def _row(step) -> str:
    if not step.done:
        return (
            f"<tr class='out'><td>{escape(step.title)}</td><td>left out: "
            f"{escape(step.summary)}</td><td></td></tr>"
        )
    return (
        f"<tr><td>{escape(step.title)}</td><td>{escape(step.summary)}</td>"
        f"<td>{step.seconds:.1f}</td></tr>"
    )


def _section(step) -> str:
    if not (step.notes or step.numbers or step.plot):
        return ""
    notes = "".join(f"<p>{escape(note)}</p>" for note in step.notes)
    numbers = "".join(
        f"<tr><td>{escape(name)}</td><td>{value:,.6g}</td></tr>"
        for name, value in step.numbers.items()
    )
    table = f"<table>{numbers}</table>" if numbers else ""
    return f"<h2>{escape(step.title)}</h2>{step.plot}{table}{notes}\n"
