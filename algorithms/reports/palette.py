# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours of pages and drawings: plain type, little ink, blue towards the satellite, red away."""

from __future__ import annotations

import math

INK, LINE, BAR, PALE, GRID = "#24313b", "#67859a", "#b7c4cd", "#d8dfe4", "#e4e9ed"
"""Text, axes and reference lines, error bars, ranges behind bars, lines of the grid."""
AWAY, TOWARDS, ALIKE = "#d9482b", "#2f86c9", "#8fa3b0"
"""Also more and fewer, chosen and others; neither of the two."""
PAPER, BACKGROUND, UNKNOWN, DATE, FAULT = "#ffffff", "#f1f1f1", "#9e9e9e", "#e8743b", "#111111"
SERIES = (TOWARDS, AWAY, "#3c9a5f", "#8a5bb0", "#b08a2e", LINE)
"""Of tracks, chains and the like."""
GRADES = {"A": TOWARDS, "B": "#91bfdb", "C": "#fdae61", "D": AWAY, "reference": LINE}
ACTIVITY = ("#8fb996", "#fee08b", "#fdae61", "#e8501f", "#8b0022")
"""Of landslides, from dormant to fast."""
COULOMB = (
    "#004acf", "#387bbf", "#7aa2c5", "#b8cbd8", "#f8f8f8", "#ddc0b2", "#ca8870", "#b64f36",
    "#9a0008",
)  # fmt: skip
"""Classes of stress change, from less to more."""
HEAT = ("#f7f6f2", "#fde0a5", "#fcb25f", "#ef6f3c", "#c2283a", "#6b0d3b")
"""Pale to dark."""
VIRIDIS = (
    "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30",
    "#fde725",
)  # fmt: skip
"""Of van der Walt and Smith; people with colour-vision deficiencies can read it."""


def colour(ramp, value: float, low: float = 0.0, high: float = 1.0) -> str:
    """Colour of a value on a ramp, its middle where the ends are one; grey for NaN.

    Parameters
    ----------
    ramp : sequence of str
        ``#rrggbb`` from `low` to `high`, at equal distances.
    """
    if not math.isfinite(value):
        return UNKNOWN
    share = 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)
    place = share * (len(ramp) - 1)
    first = min(int(place), len(ramp) - 2)
    ends = ([int(ramp[k][i : i + 2], 16) for i in (1, 3, 5)] for k in (first, first + 1))
    return "#" + "".join(f"{round(a + (place - first) * (b - a)):02x}" for a, b in zip(*ends))
