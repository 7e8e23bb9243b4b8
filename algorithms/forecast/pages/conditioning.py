# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active ground against background, factor by factor, as a page."""

from __future__ import annotations

from ...reports.figure import Figure
from ...reports.page import Page, number
from ...reports.palette import AWAY, LINE
from ..effects import Classes

WIDTH = 720
MOST_TICKS = 24


def page(found, p, samples, tiles, inventory) -> str:
    """The page.

    Parameters
    ----------
    found : list of Numbers or Classes
        See :mod:`..effects`.
    p : list of list of float
        Adjusted, of each; of classes one by class.
    samples : Samples
        See :mod:`..tools.factors`.
    tiles : int
        With active ground.
    inventory : Inventory
    """
    whole = Page("Conditioning factors", "Active ground against background")
    whole.paragraph(
        f"{inventory.count} landslides, {100 * samples.share:.3g} % of the pixels are active. "
        f"{int(samples.active.sum())} samples of active ground, {int((~samples.active).sum())} of "
        f"background. Intervals (95 %) and p take each of {tiles} tiles of {samples.side:.0f} m "
        "as one observation; p is adjusted over all rows (Benjamini and Hochberg)."
    )
    numbers = [(one, each) for one, each in zip(found, p) if not isinstance(one, Classes)]
    if numbers:
        numbers.sort(key=lambda pair: -abs(pair[0].delta.value))
        whole.heading("Numbers")
        whole.paragraph(
            "Cliff's delta: chance that active ground has more than background less the chance "
            "that it has less; 0 alike, 1 or -1 apart. 0.15, 0.33 and 0.47 are called small, "
            "medium and large."
        )
        whole.table(
            ("Factor", "Median active", "Median background", "Cliff's delta", "Interval", "p",
             "Cohen's d", "Modes active", "Modes background"),
            [
                (one.name, *one.medians, one.delta.value, _interval(one.delta), f"{each[0]:.2g}",
                 one.d.value, *(", ".join(number(v, ".3g") for v in part) for part in one.modes))
                for one, each in numbers
            ],
        )  # fmt: skip
        for one, _ in numbers:
            whole.drawing(densities_svg(one), one.name)
    for one, each in zip(found, p):
        if isinstance(one, Classes):
            whole.heading(one.name)
            whole.drawing(classes_svg(one), one.name)
            whole.table(
                ("Class", "Active (%)", "Background (%)", "Frequency ratio", "Interval", "p"),
                [
                    (label, 100 * one.active[k], 100 * one.background[k], one.ratio[k].value,
                     _interval(one.ratio[k]), f"{each[k]:.2g}")
                    for k, label in enumerate(one.labels)
                ],
            )  # fmt: skip
    return whole.html()


def _interval(effect) -> str:
    return f"{number(effect.low, '.3g')} to {number(effect.high, '.3g')}"


def densities_svg(one) -> str:
    """Densities of a number on active ground and background, as SVG."""
    figure = Figure(WIDTH, 240, one.name)
    places, active, background = one.curve
    panel = figure.panel((places[0], places[-1]), (0, 1.1 * max(active.max(), background.max())),
                         top=34)  # fmt: skip
    panel.axes(one.name, "Density", one.name)
    panel.line(places, background, LINE, 1.8, title="background")
    panel.line(places, active, AWAY, 2.2, title="active")
    for modes, stroke in zip(one.modes, (AWAY, LINE)):
        for mode in modes[:2]:
            panel.line([mode, mode], panel.y, stroke, 1, "4 4")
    figure.legend(WIDTH - 240, 10, [(AWAY, "active"), (LINE, "background")], (90, 0))
    return figure.svg()


def classes_svg(one) -> str:
    """Shares of classes on active ground and background, as SVG."""
    figure = Figure(WIDTH, 240, one.name)
    count = len(one.labels)
    top = 110 * max(one.active.max(), one.background.max())
    panel = figure.panel((-0.6, count - 0.4), (0, top), top=34)
    step = max(1, -(-count // MOST_TICKS))
    panel.axes("", "Share (%)", one.name, x_ticks=[
        (k, one.labels[k]) for k in range(0, count, step)
    ])  # fmt: skip
    for k in range(count):
        told = f"{one.labels[k]}: frequency ratio {one.ratio[k].value:.2f}"
        panel.box((k - 0.38, k), (0, 100 * one.active[k]), AWAY, title=told)
        panel.box((k, k + 0.38), (0, 100 * one.background[k]), LINE, title=told)
    figure.legend(WIDTH - 240, 10, [(AWAY, "active"), (LINE, "background")], (90, 0))
    return figure.svg()
