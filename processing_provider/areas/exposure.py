# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Roads, railways, pipes and buildings in or near active areas."""

from __future__ import annotations

from ...algorithms.areas.tools import exposure
from ..tool import Tool


class Exposure(Tool):
    """What is exposed to active areas, ranked."""

    CORE = exposure
    ID = "exposure"
    NAME = "Exposure to active areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds the roads, railways, pipes (lines), buildings (polygons) or other objects (points) "
        "that lie in active areas or near them. Lines are cut into segments. Each segment or "
        "object is scored from 0 to 100 by rate, gradient, quality of the area and position, and "
        "ranked; columns hold every part of the score and say why. Rates and gradients come from "
        "measurement points around it where these are given, else from the area. Totals by kind "
        "and by area come out as a table."
    )
    PAPER = (
        "Groundshift's own score; limits of the gradient after the angular distortion of 1/500 of "
        "Skempton and MacDonald (1956), doi:10.1680/ipeds.1956.12202, and Bjerrum (1963)"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("roads", "railways", "buildings", "infrastructure", "risk", "vulnerability", "ranking")
