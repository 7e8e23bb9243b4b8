# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What makes ground prone to landslides."""

from __future__ import annotations

from ...algorithms.forecast.tools import conditioning
from ..tool import Tool


class Conditioning(Tool):
    """Active ground against background."""

    CORE = conditioning
    ID = "conditioning"
    NAME = "Conditioning factors"
    GROUP = "forecast"
    SUMMARY = (
        "Compares the ground of landslides or active areas with its surroundings by slope, aspect, "
        "curvature, land cover, rain, and distance to faults, rivers and roads: effect sizes and "
        "frequency ratios with intervals and p-values that take neighbouring ground for one "
        "observation, distributions with their modes, samples for 'Susceptibility', and a map of "
        "the density of landslides."
    )
    PAPER = "Cliff (1993), Psychological Bulletin 114, 494"
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = (
        "landslide", "frequency ratio", "predisposing factors", "effect size", "Cliff's delta",
        "kernel density", "active areas",
    )  # fmt: skip
