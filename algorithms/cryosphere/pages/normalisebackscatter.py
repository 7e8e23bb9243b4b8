# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter and incidence angle as a page: the slope, what it leaves, and the pairs."""

from __future__ import annotations

import numpy as np

from ...reports.figure import Figure
from ...reports.page import Page
from ...reports.palette import AWAY, INK, PALE

WIDTH, HEIGHT = 720, 320
SHOWN, MOST_ROWS = 1500, 40
RULES = (
    ("nothing", "LEFT_RAW"), ("cosine", "LEFT_COS"), ("square of the cosine", "LEFT_COS2"),
    ("slope, of other pairs", "LEFT"),
)  # fmt: skip
UNITS = {"x": "unit of x", "y": "unit of y", "height": "m", "date": "day"}


def page(samples, slope, rest, numbers, rows, told) -> str:
    """The report as an HTML page.

    Parameters
    ----------
    samples : Samples
    slope : AngleSlope
    rest : ndarray, shape (sample,)
        Left by the slope of other pairs, dB.
    numbers : dict
    rows : list
        Of the table of pairs.
    told : (list of str, list of str)
        Notes and warnings.
    """
    notes, warnings = told
    whole = Page("Groundshift: backscatter at one angle")
    whole.warnings(warnings)
    whole.items(notes)
    whole.heading("Slope")
    whole.paragraph(
        f"Mean {numbers['MEAN_SLOPE']:.4f} ± {numbers['MEAN_SLOPE_STD']:.4f} dB a degree; "
        f"reference angle {numbers['ANGLE']:.1f} degrees. Between two passes each scene as a whole "
        f"is {slope.scene_std:.2f} dB off, and a sample {slope.sample_std:.2f} dB."
    )
    whole.drawing(_changes(samples, numbers), "changes")
    std = np.sqrt(np.diag(slope.covariance))
    labels = ["at the mean of all terms"]
    labels += [f"by {name}, a {UNITS.get(name, name)}" for name in slope.names]
    labels += [f"class {code}, beside the others" for code in slope.groups]
    scales = [1.0, *(slope.scale[name] for name in slope.names), *(1.0 for _ in slope.groups)]
    whole.table(
        ("Slope", "dB/degree", "±"),
        [(label, f"{value / scale:.3g}", f"{own / scale:.2g}")
         for label, value, own, scale in zip(labels, slope.coefficients, std, scales)],
    )  # fmt: skip
    whole.heading("Left between two passes")
    whole.table(
        ("Angles taken off by", "dB"), [(rule, f"{numbers[key]:.3f}") for rule, key in RULES]
    )
    whole.paragraph("Root mean square; it holds the speckle and the weather between two passes.")
    whole.heading("Pairs")
    worst = sorted(rows, key=lambda row: -row[6])[:MOST_ROWS]
    whole.table(
        ("First", "Second", "Hours", "Angle (degrees)", "Samples", "Before (dB)", "After (dB)",
         "Mean after (dB)"), worst,
    )  # fmt: skip
    if len(rows) > MOST_ROWS:
        whole.paragraph(f"The {MOST_ROWS} of {len(rows)} pairs that most is left of.")
    return whole.html()


def _changes(samples, numbers) -> str:
    """Changes by the turn of the angle, the pair's first scene being the steeper one."""
    sign = np.where(samples.turn < 0, -1.0, 1.0)
    step = max(1, len(samples) // SHOWN)
    turn, change = (sign * samples.turn)[::step], (sign * samples.change)[::step]
    low, high = np.percentile(change, (1, 99))
    figure = Figure(WIDTH, HEIGHT, "Difference of backscatter by that of the angles")
    panel = figure.panel((0.0, float(turn.max())), (low, high), top=20.0)
    panel.axes("Difference of the angles (degrees)", "Difference of backscatter (dB)")
    kept = (change >= low) & (change <= high)
    panel.dots(turn[kept], change[kept], PALE, 1.5)
    ends = np.array([0.0, turn.max()])
    panel.line(ends, 0.0 * ends, INK, 0.8)
    # The line stays inside of the panel.
    reach = min(1.0, low / min(numbers["MEAN_SLOPE"] * ends[1], low)) if low < 0 else 1.0
    panel.line(reach * ends, numbers["MEAN_SLOPE"] * reach * ends, AWAY, 2.0)
    return figure.svg()
