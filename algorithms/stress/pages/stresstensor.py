# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Page of stress tensors: stereonets with the resampled axes, and numbers."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page, number, plus_minus
from ...reports.palette import AWAY, INK, LINE, PALE, TOWARDS
from ..tensor import regime, shmax, trend_plunge

COLOURS = (AWAY, "#3c9a5f", TOWARDS)  # greatest, middle and least compression
MOST = 12  # stereonets on a page
MOST_DOTS = 400
SIZE, MARGIN = 330.0, 34.0


def stress_page(quakes, planes, found, method: str) -> Page:
    """The page.

    Parameters
    ----------
    quakes : Earthquakes
    planes : ndarray, shape (event, 2, 3)
    found : list of (ndarray of int, TensorStudy)
        Rows of earthquakes, and the stress that they tell.
    method : str
    """
    page = Page("Stress of focal mechanisms")
    page.paragraph(
        f"{sum(len(rows) for rows, _ in found)} mechanisms of {quakes.path}; method: {method}. "
        "Compression is positive: s1 is the greatest, s3 the least one. R = (s1 - s2) / (s1 - s3); "
        "Angelier's phi is 1 - R."
    )
    page.table(
        ("Axis", "Trend (°)", "Plunge (°)", "95 % cone (°)"),
        [
            (f"{k + 1} of {len(found)}: {name}" if len(found) > 1 else name, *row)
            for k, (_, one) in enumerate(found)
            for name, row in zip(("s1", "s2", "s3"), _axes(one))
        ],
    )
    page.heading("Shape and direction")
    page.table(
        ("Tensor", "Mechanisms", "R", "95 % interval", "Friction", "SHmax (°)", "Regime",
         "Misfit (°)", "Diversity (°)"),
        [(str(k + 1), *_shape(rows, one)) for k, (rows, one) in enumerate(found)],
    )  # fmt: skip
    if any(not one.ratio_known for _, one in found):
        page.warnings([
            "Where mechanisms are of one kind R has no number, and the cones are too small."
        ])  # fmt: skip
    page.heading("Lower hemisphere, equal area")
    page.paragraph(
        "Large dots: axes; small ones: those of resampled mechanisms; pale ones: P (filled) and T "
        "(rings) of the mechanisms."
    )
    for place, (rows, one) in enumerate(found[:MOST]):
        name = f"Tensor {place + 1}, {len(rows)} mechanisms"
        page.drawing(stereonet(planes[rows], one, name), f"stereonet{place + 1}")
    if len(found) > MOST:
        page.paragraph(f"Only the {MOST} tensors of most mechanisms are drawn.")
    return page


def _axes(one):
    trend, plunge = np.degrees(trend_plunge(one.tensor.axes))
    cones = np.degrees(one.errors.cones)
    return [[f"{value:.1f}" for value in row] for row in zip(trend, plunge, cones)]


def _shape(rows, one):
    tensor, errors = one.tensor, one.errors
    ratio = (f"{tensor.ratio:.2f}", "{:.2f} to {:.2f}".format(*errors.ratio))
    return (
        len(rows), *(ratio if one.ratio_known else ("open", "–")),
        number(tensor.friction, ".2f"),
        plus_minus(
            f"{np.degrees(shmax(tensor.axes, tensor.ratio)):.0f}", f"{np.degrees(errors.shmax):.0f}"
        ),
        regime(tensor.axes), f"{np.degrees(one.misfit.mean()):.1f}",
        f"{np.degrees(one.diversity):.0f}",
    )  # fmt: skip


def on_net(axes):
    """Places of axes (..., 3) on an equal-area net of the lower hemisphere, of radius 1."""
    trend, plunge = trend_plunge(axes)
    away = np.sqrt(2) * np.sin((np.pi / 2 - plunge) / 2)
    return away * np.sin(trend), away * np.cos(trend)


def stereonet(planes, one, title: str) -> str:
    """Axes, those of resamplings, and P and T of mechanisms; an SVG document."""
    from ...source.planes import plane_vectors

    figure = Figure(SIZE + 130, SIZE, title)
    net = figure.panel((-1, 1), (-1, 1), MARGIN, MARGIN, MARGIN + 130, MARGIN)
    round_ = np.linspace(0, 2 * np.pi, 181)
    net.line(np.sin(round_), np.cos(round_), INK, 1.2)
    net.line([-0.03, 0.03], [0, 0], LINE, 1)
    net.line([0, 0], [-0.03, 0.03], LINE, 1)
    for x, y, text in ((0, 1.05, "N"), (1.09, -0.02, "E"), (0, -1.12, "S"), (-1.09, -0.02, "W")):
        net.text(x, y, text)
    figure.text(8, 16, title, "start", bold=True)
    step = max(1, len(planes) // MOST_DOTS)
    normal, slip = plane_vectors(*planes[::step, 0].T)
    net.dots(*on_net((normal - slip) / np.sqrt(2)), PALE, 2.2)
    net.dots(*on_net((normal + slip) / np.sqrt(2)), "none", 2.2, edge=PALE)
    step = max(1, len(one.resampled.axes) // MOST_DOTS)
    for k, fill in enumerate(COLOURS):
        net.dots(*on_net(one.resampled.axes[::step, k]), fill, 1.3, opacity=0.35)
    for k, fill in enumerate(COLOURS):
        net.dots(*on_net(one.tensor.axes[k]), fill, 5, edge=INK)
    azimuth = shmax(one.tensor.axes, one.tensor.ratio)
    for sign in (1, -1):
        ends = sign * np.array([1.0, 1.08])
        net.line(ends * np.sin(azimuth), ends * np.cos(azimuth), INK, 3)
    names = "s1", "s2", "s3"
    figure.legend(
        SIZE + 6, MARGIN, [*zip(COLOURS, names), (INK, "SHmax (bars)"), (PALE, "P and T")]
    )
    return figure.svg()
