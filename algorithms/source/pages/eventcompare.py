# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Page of a slip model beside seismic solutions."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page, number
from ...reports.palette import AWAY, INK, LINE, PALE

WIDTH, HEIGHT = 640.0, 380.0


def comparison_page(event, quakes, found, depths) -> Page:
    """The page.

    Parameters
    ----------
    event : ModelEvent
    quakes : Earthquakes
        Solutions of the earthquake.
    found : Differences
    depths : (ndarray, ndarray)
        Edges of layers (m), and their moment (N m).
    """
    page = Page("Slip model beside seismic solutions")
    strike, dip, rake = np.degrees(event.mechanism)
    page.paragraph(
        f"The model as one source: Mw {event.magnitude:.2f}, moment {event.moment:.3g} N m, depth "
        f"{-event.point[2] / 1e3:.1f} km, strike {strike:.0f}°, dip {dip:.0f}°, rake {rake:.0f}°. "
        "Differences are seismic less model."
    )
    rows = []
    for k in range(len(quakes)):
        angles = (number(value, "+.0f") for value in np.degrees(found.angles[k]))
        time = quakes.time[k]
        rows.append((
            str(quakes.name[k]), "–" if np.isnat(time) else str(time)[:19].replace("T", " "),
            number(found.distance[k] / 1e3, ".1f"), number(np.degrees(found.azimuth[k]), ".0f"),
            number(found.depth[k] / 1e3, "+.1f"), number(found.magnitude[k], "+.2f"),
            number(found.moment_ratio[k], ".2f"), *angles,
            number(np.degrees(found.kagan[k]), ".0f"),
        ))  # fmt: skip
    page.table(
        ("Solution", "Time", "Distance (km)", "Azimuth (°)", "Depth (km)", "Magnitude", "Moments",
         "Strike (°)", "Dip (°)", "Rake (°)", "Kagan (°)"), rows,
    )  # fmt: skip
    page.heading("Moment by depth")
    page.drawing(_depth_svg(event, quakes, depths), "depths")
    return page


def _depth_svg(event, quakes, depths) -> str:
    edges, moment = depths[0] / 1e3, depths[1]
    share = 100 * moment / moment.sum()
    known = quakes.depth[np.isfinite(quakes.depth)] / 1e3
    deepest = max([edges[-1], *(1.1 * known).tolist()])
    figure = Figure(WIDTH, HEIGHT, "Moment by depth")
    plot = figure.panel((0, 1.1 * share.max()), (deepest, 0), right=150)
    plot.axes("Share of the moment (%)", "Depth (km)", frame=True)
    for top, bottom, part in zip(edges[:-1], edges[1:], share):
        if part > 0:
            plot.box(
                (0, part), (top, bottom), PALE, LINE, f"{top:g} to {bottom:g} km: {part:.3g} %"
            )
    ends = [0, 1.1 * share.max()]
    middle = -event.point[2] / 1e3
    plot.line(ends, [middle, middle], INK, 2, title=f"model {middle:.1f} km")
    for depth in known:
        plot.line(ends, [depth, depth], AWAY, 1.5, "5 4", title=f"seismic {depth:.1f} km")
    figure.legend(WIDTH - 135, 24, [(PALE, "slip model"), (INK, "its middle"), (AWAY, "seismic")])
    return figure.svg()
