# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plot and page of a down-sampling: the far field's semivariogram."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page
from ...reports.palette import AWAY, LINE, TOWARDS
from ..semivariogram import Semivariogram


def semivariogram_svg(model: Semivariogram, name: str) -> str:
    """Draw semivariances by distance and the model through them.

    Parameters
    ----------
    model : Semivariogram
    name : str
        Of the track.

    Returns
    -------
    str
        A complete SVG document.
    """
    longest = float(model.distance.max()) if len(model.distance) else 5 * model.range
    curve = np.linspace(0, longest, 200)
    values = [model.at(curve).max(), *model.value, model.nugget + model.sill]
    highest = 1.08e6 * float(np.max(values))

    figure = Figure(760, 430, f"Semivariogram of {name}", 12)
    plot = figure.panel((0, longest / 1e3), (0, highest), 80, 56, 30, 70)
    plot.axes("Distance (km)", "Semivariance (mm2)", f"Far field of {name}")
    plot.dots(model.distance / 1e3, model.value * 1e6, TOWARDS, 4, [
        f"{distance / 1e3:.3g} km: {value * 1e6:.4g} mm2, {pairs} pairs"
        for distance, value, pairs in zip(model.distance, model.value, model.pairs)
    ])  # fmt: skip
    plot.line(curve / 1e3, model.at(curve) * 1e6, AWAY, 2.5)
    for value, text in (
        (model.nugget, f"nugget {model.nugget * 1e6:.3g} mm2"),
        (model.nugget + model.sill, f"sill {model.sill * 1e6:.3g} mm2 above it"),
    ):
        plot.line(plot.x, [value * 1e6] * 2, LINE, 1, "4 3")
        plot.text(longest / 1e3, value * 1e6, text, "end", fill=LINE, shift=(-6, -6))
    if model.range < longest:
        plot.line([model.range / 1e3] * 2, plot.y, LINE, 1, "4 3")
        text = f"range {model.range / 1e3:.3g} km"
        plot.text(model.range / 1e3, 0, text, "start", fill=LINE, shift=(6, -10))
    return figure.svg()


def sampling_html(title: str, svg: str, rows, notes) -> str:
    """The page: the plot, the numbers and what was done.

    Parameters
    ----------
    title : str
    svg : str
        Empty where there is no plot.
    rows : sequence of (str, str)
    notes : sequence of str
    """
    page = Page(title)
    if svg:
        page.drawing(svg)
    page.table((), rows)
    page.heading("How it was done")
    page.items(notes)
    return page.html()
