# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlement of fills."""

from __future__ import annotations

from ...algorithms.forecast.tools import settlement
from ..tool import Tool


class Settlement(Tool):
    """Secondary consolidation of dumps and fills."""

    CORE = settlement
    ID = "settlement"
    NAME = "Settlement of fills"
    GROUP = "forecast"
    SUMMARY = (
        "Fits settlement by the logarithm of the time since the end of dumping to series of "
        "motion, with an offset, as series of radar begin at their own zero. The thickness is that "
        "of two elevation models, a raster, a number, or none; out come the coefficient of "
        "secondary compression, the settlement still to come with its band, and the errors on the "
        "last year beside a straight line."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("consolidation", "creep", "fill", "dump", "embankment", "landfill", "subsidence")
