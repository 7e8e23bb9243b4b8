# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Melt days."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import meltdays
from ..tool import Tool


class MeltDays(Tool):
    """When and how long snow and ice melt."""

    CORE = meltdays
    ID = "meltdays"
    NAME = "Melt days of snow and ice"
    GROUP = "cryosphere"
    SUMMARY = (
        "Finds wet snow in series of calibrated backscatter by its drop below each pixel's own "
        "winter: days of melt, onset and end by season, each with the bounds that the dates allow, "
        "and zones of dry snow, percolation and bare ice."
    )
    PAPER = "Nagler and Rott (2000)"
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("wet snow", "melt onset", "backscatter", "ice sheet", "percolation zone")
