# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Size of a load's pattern in the motion, beside the level, as a page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, decimal_years, padded, time_ticks
from ...reports.page import Page
from ...reports.palette import ALIKE, AWAY, INK, TOWARDS

WIDTH = 720


def page(made, said) -> str:
    """The report as an HTML page with drawings.

    Parameters
    ----------
    made : Fitted
    said : sequence of str
    """
    whole = Page("Groundshift: the weight of water")
    whole.items(said)
    whole.heading("Motion and level by date")
    whole.drawing(dates_svg(made), "dates")
    whole.heading("Motion by level, without trend, season and viscous motion")
    whole.drawing(levels_svg(made), "levels")
    whole.paragraph(
        "The motion is that of the place that goes down most, by the pattern of an elastic "
        "half-space fitted to all points of each date, with an offset and a plane beside it."
    )
    return whole.html()


def dates_svg(made) -> str:
    """Motion of the most loaded place and the level by date, as SVG."""
    years, found = decimal_years(made.dates), made.found
    ends = padded(years[0], years[-1], 0.02)
    factor = -1e3 * made.largest
    figure = Figure(WIDTH, 380, "Motion and level")
    motion = factor * (made.sizes - made.sizes.mean())
    model = factor * (made.sizes - found.rest - (made.sizes - found.rest).mean())
    parts = np.concatenate([motion, model])
    panel = figure.panel(ends, padded(parts.min(), parts.max()), top=40, bottom=200)
    panel.axes("", "Up (mm)", x_ticks=time_ticks(*ends))
    panel.dots(years, motion, TOWARDS, 2.2)
    panel.line(years, model, AWAY, 1.6)
    figure.legend(
        64, 10, [(TOWARDS, "motion"), (AWAY, "trend, season and load")], across=[110, 220]
    )
    below = figure.panel(ends, padded(made.levels.min(), made.levels.max()), top=215, bottom=40)
    below.axes("", "Level (m)", x_ticks=time_ticks(*ends))
    below.line(years, made.levels, INK, 1.4)
    return figure.svg()


def levels_svg(made) -> str:
    """Motion against level, as SVG."""
    found, factor = made.found, -1e3 * made.largest
    level = made.levels - made.levels.mean()
    motion = factor * (found.elastic + found.rest)
    figure = Figure(420, 300, "Motion by level")
    panel = figure.panel(padded(level.min(), level.max()), padded(motion.min(), motion.max()))
    panel.axes("Level (m)", "Up (mm)")
    panel.dots(level, motion, ALIKE, 2.2)
    ends = np.array([level.min(), level.max()])
    panel.line(ends, factor * found.compliance * ends, AWAY, 2)
    return figure.svg()
