# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A fitted basin over mining, as a page."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import Page
from ...reports.palette import AWAY, LINE, PALE, TOWARDS
from ..mining import final_basin, settled
from ..mining_fit import along_look, forecast_std

WIDTH = 720
WORDS = {
    "q": "Subsidence factor q", "tan_beta": "Tangent of the main influence angle",
    "offset": "Inflection offset over depth", "b": "Displacement factor b",
    "theta": "Propagation angle (degrees)", "c": "Knothe's coefficient c (1/yr)",
    "x": "Middle, east (m, local)", "y": "Middle, north (m, local)", "length": "Length (m)",
    "width": "Width (m)", "strike": "Azimuth of the length (degrees)",
}  # fmt: skip


def page(one, observed, given, metres) -> str:
    """The page.

    Parameters
    ----------
    one : Fit
    observed : Observed
    given : dict
        Parameters that were known.
    metres : bool
        Whether the subsidence factor is a subsidence in metres.
    """
    whole = Page("Mining subsidence", "Subsidence over mining")
    whole.paragraph(
        f"{len(observed.xy)} points, RMS of the residuals {1e3 * one.rms:.1f} mm. Intervals of "
        "90 % know how neighbouring points err alike: the points are worth "
        f"{one.free + len(one.names):.0f} independent ones."
    )
    rows = []
    for name, value in one.values.items():
        if (
            name not in WORDS
            or (name == "theta" and one.panel.dip == 0)
            or (name == "c" and observed.years is None)
        ):
            continue
        words = WORDS[name] if name != "q" or not metres else "Largest possible subsidence (m)"
        if one.std.get(name):
            low, high = one.interval(name)
            rows.append((words, f"{value:.4g}", f"{low:.4g} to {high:.4g}"))
        else:
            rows.append((words, f"{value:.4g}", "given"))
    whole.table(("Parameter", "Value", "Interval (90 %)"), rows)
    along, across = one.panel.axes
    reach = 1.5 * one.panel.depth
    for axis, ends, words in (
        (along, (one.panel.first.min(), one.panel.last.max()), "Along the strike"),
        (across, (one.panel.edges[0], one.panel.edges[-1]), "Across it, down-dip to the right"),
    ):
        whole.drawing(profile_svg(one, axis, ends, reach, words), "profile")
    whole.drawing(scatter_svg(one, observed), "scatter")
    if observed.years is not None:
        whole.drawing(settling_svg(one, observed), "settling")
    whole.paragraph(
        "Subsidence is that of the ground when all has settled; the band is 90 % by the "
        "parameters alone."
    )
    return whole.html()


def profile_svg(one, axis, ends, reach, words) -> str:
    """Final subsidence and strain on a line over the middle, as SVG."""
    from scipy.stats import t

    figure = Figure(WIDTH, 260, words)
    places = np.linspace(ends[0] - reach, ends[1] + reach, 181)
    xy = np.outer(places, axis) + (one.panel.x, one.panel.y)
    down = 1e3 * final_basin(one.panel, one.values, xy, False).subsidence
    band = 1e3 * forecast_std(one, xy) * t.ppf(0.95, one.free)
    shown = padded(-(down + band).max(), max(0.0, (band - down).max()))
    panel = figure.panel((places[0], places[-1]), shown, top=34)
    panel.axes("Distance from the middle (m)", "Up (mm)", words)
    for k in range(len(places) - 1):
        panel.box(places[k : k + 2], (-down[k] - band[k], -down[k] + band[k]), PALE)
    panel.line(places, -down, AWAY, 2)
    for end in ends:
        panel.line([end, end], panel.y, LINE, 1, "4 4")
    return figure.svg()


def scatter_svg(one, observed) -> str:
    """Observed against modelled motion of the last date, as SVG."""
    figure = Figure(400, 380, "Observed against modelled")
    model = 1e3 * along_look(one.panel, one.values, observed)[:, -1]
    seen = model + 1e3 * one.residual[:, -1]
    known = np.isfinite(seen)
    both = np.concatenate([model[known], seen[known]])
    ends = padded(both.min(), both.max())
    panel = figure.panel(ends, ends, top=30)
    panel.axes("Model (mm)", "Observed (mm)", "Along the line of sight")
    panel.line(ends, ends, LINE, 1, "4 4")
    some = np.flatnonzero(known)[:: max(1, int(known.sum()) // 1500)]
    panel.dots(model[some], seen[some], TOWARDS, 1.8, opacity=0.6)
    return figure.svg()


def settling_svg(one, observed) -> str:
    """Share of the final motion by time, as SVG."""
    figure = Figure(WIDTH, 240, "Settling in time")
    c = one.values["c"]
    model = along_look(one.panel, one.values, observed)
    final = np.abs(model[:, -1])
    strong = final >= 0.5 * final.max()
    weight = np.where(np.isfinite(one.residual[strong]), model[strong], 0.0)
    seen = weight * np.nan_to_num(model[strong] + one.residual[strong])
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = seen.sum(axis=0) / (weight**2).sum(axis=0)
    share = settled(observed.years, c)
    start = settled(np.median(observed.start), c)
    found = start + ratio * (share - start)
    top = max(observed.years[-1], 1e-3)
    panel = figure.panel((min(0.0, observed.years[0]), top), (0, 1.05), top=30)
    panel.axes("Years since the mining", "Share of the final motion", "Settling in time")
    curve = np.linspace(0, top, 200)
    panel.line(curve, settled(curve, c), AWAY, 2)
    good = np.isfinite(found)
    panel.dots(observed.years[good], found[good], TOWARDS, 3)
    return figure.svg()
