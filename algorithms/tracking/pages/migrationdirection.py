# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the ground goes: a rose and what it says."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page, number
from ...reports.palette import AWAY, GRID, LINE, TOWARDS

SIZE, RADIUS = 420, 160
RINGS = 4
NAMES = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def rose_svg(counts, mean: float) -> str:
    """A rose of directions.

    Parameters
    ----------
    counts : ndarray of int, shape (sector,)
        The first sector is centred on north.
    mean : float
        Mean direction in degrees clockwise from north, an arrow; NaN for none.
    """
    figure = Figure(SIZE, SIZE, "Directions of motion")
    share = counts / max(counts.sum(), 1)
    most = max(float(share.max(initial=0.0)), 1e-9)
    turn = np.linspace(0, 2 * np.pi, 121)
    for ring in range(1, RINGS + 1):
        figure.line(*_place(turn, RADIUS * ring / RINGS), GRID, 1.0)
        x, y = _place(np.array(np.pi / 8), RADIUS * ring / RINGS)
        figure.text(x, y, f"{100 * most * ring / RINGS:.3g} %", "start", 9, LINE)
    half = np.pi / len(counts)
    for sector, part in enumerate(share):
        if part > 0:
            middle = 2 * np.pi * sector / len(counts)
            angle = np.concatenate([[0.0], np.linspace(middle - half, middle + half, 9)])
            reach = np.concatenate([[0.0], np.full(9, RADIUS * part / most)])
            figure.polygon(
                *_place(angle, reach), TOWARDS, "#ffffff",
                f"{np.degrees(middle):.0f} degrees: {100 * part:.1f} %",
            )  # fmt: skip
    for k, name in enumerate(NAMES):
        x, y = _place(np.array(np.pi / 4 * k), RADIUS + 18)
        figure.text(x, y + 4, name)
    if np.isfinite(mean):
        angle = np.radians(mean)
        figure.line(*_place(np.full(2, angle), np.array([0.0, RADIUS + 4])), AWAY, 2.5)
        tip = np.array([RADIUS + 4, RADIUS - 8, RADIUS - 8])
        figure.polygon(*_place(angle + np.array([0.0, 0.035, -0.035]), tip), AWAY, AWAY)
    return figure.svg()


def _place(angle, reach):
    """On paper: clockwise from the top."""
    return SIZE / 2 + reach * np.sin(angle), SIZE / 2 - reach * np.cos(angle)


def direction_html(rows, counts, mean: float, notes) -> str:
    """The page.

    Parameters
    ----------
    rows : sequence of (str, float, str)
        What, how much, of which unit.
    counts, mean
        See :func:`rose_svg`.
    notes : sequence of str
    """
    page = Page("Direction of motion")
    page.drawing(rose_svg(counts, mean), "rose")
    page.paragraph(
        "Directions of the pixels that move one way (Rayleigh's test), clockwise from north; the "
        "red arrow is their mean."
    )
    page.table(("", "", ""), [(name, number(value), unit) for name, value, unit in rows])
    if notes:
        page.heading("What to know")
        page.items(notes)
    return page.html()
