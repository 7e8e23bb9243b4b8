# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles of shear across faults, and creep along them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import Page, number, plus_minus
from ...reports.palette import AWAY, BAR, INK, LINE, PALE, TOWARDS
from ..creep import Judged
from ..shear import together

WIDTH, HEIGHT = 720, 300
MOST = 20  # faults that are drawn
HEAD = ("segments", "", "shear at the trace (10⁻⁹/yr)", "surface creep (mm/yr)")


@dataclass(frozen=True)
class Fault:
    """One fault's segments.

    Parameters
    ----------
    name : str
    position : ndarray, shape (segment,)
        Kilometres along it.
    mean, std : ndarray, shape (segment, bin)
        Profiles, nanostrain a year.
    creep, creep_std : ndarray, shape (segment,)
        mm a year.
    shear, shear_std : ndarray, shape (segment,)
        At the trace, nanostrain a year.
    kind : ndarray of str
    """

    name: str
    position: np.ndarray
    mean: np.ndarray
    std: np.ndarray
    creep: np.ndarray
    creep_std: np.ndarray
    shear: np.ndarray
    shear_std: np.ndarray
    kind: np.ndarray


def profile_svg(distance, fault: Fault) -> str:
    """The mean profile of the creeping segments and of the others.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
        Metres.
    fault : Fault
    """
    figure = Figure(WIDTH, HEIGHT, f"Shear across {fault.name}")
    groups, ends = [], []
    for creeping, stroke, pale in ((False, INK, PALE), (True, AWAY, "#f6c9bf")):
        own = (fault.kind == "creeping") == creeping
        if own.any():
            values, variance = together(fault.mean[own], fault.std[own] ** 2)
            if np.isfinite(values).any():
                std = np.sqrt(variance)
                groups.append((values, std, stroke, pale, creeping))
                ends += [values - std, values + std]
    ends = np.concatenate(ends) if ends else np.zeros(1)
    panel = figure.panel(
        (1e-3 * distance[0], 1e-3 * distance[-1]),
        padded(min(0.0, np.nanmin(ends)), max(0.0, np.nanmax(ends))), left=70.0, top=34.0,
    )  # fmt: skip
    panel.axes(
        "distance, to the right of the strike (km)", "shear (10⁻⁹/yr)", f"Across {fault.name}"
    )
    for values, std, _, pale, _ in groups:
        for k in np.flatnonzero(np.isfinite(values)):
            half = 0.5e-3 * (distance[1] - distance[0])
            panel.box(
                (1e-3 * distance[k] - half, 1e-3 * distance[k] + half),
                (values[k] - std[k], values[k] + std[k]), pale, opacity=0.8,
            )  # fmt: skip
    for values, _, stroke, _, _ in groups:
        panel.line(1e-3 * distance, values, stroke, 1.6)
    panel.line([0.0, 0.0], panel.y, LINE, 1.0, "4 3")
    entries = [(g[2], "creeping segments" if g[4] else "other segments") for g in groups]
    figure.legend(WIDTH - 300, 8, entries, (140, 0))
    return figure.svg()


def creep_svg(fault: Fault) -> str:
    """Surface creep along a fault, with two standard deviations."""
    figure = Figure(WIDTH, 240, f"Creep along {fault.name}")
    good = np.isfinite(fault.creep)
    x, y, std = fault.position[good], fault.creep[good], fault.creep_std[good]
    panel = figure.panel(
        padded(x.min(), x.max(), 0.02), padded(min(0, (y - 2 * std).min()),
        max(0, (y + 2 * std).max())), left=70.0, top=30.0,
    )  # fmt: skip
    panel.axes(
        "position along the fault (km)", "creep (mm/yr)", f"Surface creep along {fault.name}"
    )
    panel.line(panel.x, [0.0, 0.0], LINE, 1.0)
    for a, b, s in zip(x, y, std):
        panel.line([a, a], [b - 2 * s, b + 2 * s], BAR, 1.4)
    for creeping, fill in ((False, TOWARDS), (True, AWAY)):
        own = (fault.kind[good] == "creeping") == creeping
        panel.dots(x[own], y[own], fill, 3.2)
    return figure.svg()


def profiles_html(distance, faults, window: float, result: Judged) -> str:
    """The page.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
        Metres.
    faults : sequence of Fault
    window : float
        Metres.
    result : Judged
    """
    page = Page("Shear across faults")
    page.paragraph(
        "Tensor shear rate in nanostrain a year, right-lateral positive, left-lateral negative. "
        f"It is averaged over windows of {window:.4g} m: a step at the surface shows as a peak "
        "that wide, and its rate is told as creep in mm a year. Bands are one standard deviation, "
        "bars two."
    )
    page.paragraph(
        f"Creep needs {result.needed:.1f} standard deviations; they were multiplied by "
        f"{result.usual_excess:.2f} (middle segment), as {result.controls} places away from the "
        f"faults tell, and those of shear by {result.scatter:.2f}, by which segments of a fault "
        "differ away from it."
    )
    for fault in faults[:MOST]:
        page.heading(fault.name)
        rows = []
        for kind in dict.fromkeys(fault.kind):
            own = fault.kind == kind
            cells = [int(own.sum()), kind]
            for values, std in ((fault.shear, fault.shear_std), (fault.creep, fault.creep_std)):
                good = own & np.isfinite(values) & (std > 0)
                if good.any():
                    mean, variance = together(values[good], std[good] ** 2)
                    error = np.sqrt(variance)
                    cells.append(plus_minus(number(mean, ".3g"), number(error, ".2g")))
                else:
                    cells.append("–")
            rows.append(cells)
        page.table(HEAD, rows)
        page.drawing(profile_svg(distance, fault), f"profile_{fault.name}")
        if np.isfinite(fault.creep).any():
            page.drawing(creep_svg(fault), f"creep_{fault.name}")
    if len(faults) > MOST:
        page.paragraph(f"{len(faults) - MOST} more faults are in the layer.")
    return page.html()
