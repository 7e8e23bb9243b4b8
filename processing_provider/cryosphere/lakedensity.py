# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Density of lakes against motion."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import lakedensity
from ..tool import Tool


class LakeDensity(Tool):
    """Whether land with more lakes moves more."""

    CORE = lakedensity
    ID = "lakedensity"
    NAME = "Density of lakes and motion"
    GROUP = "cryosphere"
    SUMMARY = (
        "Whether ground with more or larger lakes subsides and heaves more: lakes by share of the "
        "area and by number against the rate and the seasonal amplitude of the land between them, "
        "in cells. Spearman's correlation with an interval by blocks as long as cells are alike, "
        "and a p that stays right where neighbours are alike."
    )
    PAPER = "Dutilleul (1993)"
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("thermokarst lakes", "permafrost", "spatial autocorrelation", "rank correlation")
