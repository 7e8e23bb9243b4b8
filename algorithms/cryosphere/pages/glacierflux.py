# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Flux of ice as a page: a table of the gates, and what flows where along them."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure, padded
from ...reports.page import NONE, Page, plus_minus
from ...reports.palette import AWAY, TOWARDS

WIDTH, HEIGHT = 720, 240
MOST = 12  # gates that are drawn


def page(found) -> str:
    """The report as an HTML page.

    Parameters
    ----------
    found : Gates
    """
    whole = Page("Groundshift: glacier flux")
    whole.warnings(found.warnings)
    whole.items(found.notes)
    table = found.columns()
    rows = []
    for k, one in enumerate(found.fluxes):
        change = table["change_gt_yr"][k]
        rows.append((
            str(table["gate"][k]),
            plus_minus(f"{table['mass_gt_yr'][k]:.4g}", f"{table['mass_std_gt_yr'][k]:.2g}"),
            f"{one.width / 1000:.2f}", f"{one.speed:.1f}", f"{one.thickness:.0f}",
            f"{one.azimuth:.0f}", f"{100 * one.known:.0f}",
            plus_minus(f"{change:.3g}", f"{table['change_std_gt_yr'][k]:.2g}")
            if np.isfinite(change) else NONE,
        ))  # fmt: skip
    whole.heading("Gates")
    whole.table(
        ("Gate", "Flux (Gt/yr)", "Width (km)", "Speed (m/yr)", "Thickness (m)", "Towards (°)",
         "Known (%)", "Against the gate before (Gt/yr)"), rows, words=True,
    )  # fmt: skip
    asked = found.chosen
    whole.paragraph(
        f"The mean speed over the depth is {asked.least_factor:g} to {asked.most_factor:g} of that "
        f"of the surface. Velocities err by {found.errors.velocity:.2f} m/yr, alike over "
        f"{found.errors.velocity_range:.0f} m; thickness by {asked.thickness_std:g} %, alike over "
        f"{asked.thickness_range:g} m. What a gate has less than the one before melts, or is "
        "stored, between them; the part of the error that all gates share is left out of it."
    )
    for fid, profile in list(zip(found.fid, found.profiles))[:MOST]:
        whole.heading(f"Gate {fid}", 3)
        whole.drawing(_profile(profile), f"gate_{fid}")
    return whole.html()


def _profile(profile) -> str:
    figure = Figure(WIDTH, HEIGHT, "Along the gate")
    ends = profile["distance_m"][[0, -1]] / 1000
    for name, title, colour, left, right in (
        ("across_m_yr", "Speed across (m/yr)", AWAY, 60.0, 20.0 + WIDTH / 2),
        ("flux_m2_yr", "Flux (1000 m²/yr)", TOWARDS, 40.0 + WIDTH / 2, 16.0),
    ):
        values = profile[name] * (1e-3 if name == "flux_m2_yr" else 1.0)
        known = values[np.isfinite(values)]
        low, high = (known.min(), known.max()) if known.size else (0.0, 1.0)
        panel = figure.panel(tuple(ends), padded(min(0.0, low), high), left=left, right=right,
                             top=30.0)  # fmt: skip
        panel.axes("km", "", title)
        panel.line(profile["distance_m"] / 1000, values, colour, 2)
    return figure.svg()
