# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Storage of aquifer systems."""

from __future__ import annotations

from ...algorithms.forecast.tools import aquifer
from ..tool import Tool


class Aquifer(Tool):
    """Elastic and inelastic storage from motion and heads."""

    CORE = aquifer
    ID = "aquifer"
    NAME = "Storage of aquifer systems"
    GROUP = "forecast"
    SUMMARY = (
        "Takes series of motion and heads of wells, and gives for each point the elastic skeletal "
        "storage (vertical motion by head, from the season, with the lag and errors in both), the "
        "inelastic one with its time constant where heads fell below their former minimum, and "
        "the change of storage. A report shows motion, heads and the line through their seasons."
    )
    PAPER = "Hoffmann et al. (2001), Water Resources Research 37(6)"
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = (
        "groundwater", "subsidence", "head", "piezometer", "skeletal storage", "compaction",
        "preconsolidation", "Terzaghi", "Deming",
    )  # fmt: skip
