# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Warning of failure."""

from __future__ import annotations

from ...algorithms.forecast.tools import failurewarning
from ..tool import Tool


class FailureWarning(Tool):
    """Levels of warning for points and areas."""

    CORE = failurewarning
    ID = "failurewarning"
    NAME = "Warning of failure"
    GROUP = "forecast"
    SUMMARY = (
        "Watches series of motion for what comes before a landslide fails: departure from steady "
        "creep, a growing rate, and growth towards a failure, whose time is fitted to the "
        "displacement with an interval. Points and areas get a level (attention, alert, alarm), "
        "with the rate of false ones by simulated series of the same noise, and a report with the "
        "curves for the desk of the civil protection."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("early warning", "inverse velocity", "fukuzono", "voight", "acceleration", "landslide")
