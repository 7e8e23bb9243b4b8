# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence over mining."""

from __future__ import annotations

from ...algorithms.forecast.tools import miningsubsidence
from ..tool import Tool


class MiningSubsidence(Tool):
    """The basin over a panel, fitted and forecast."""

    CORE = miningsubsidence
    ID = "miningsubsidence"
    NAME = "Mining subsidence"
    GROUP = "forecast"
    SUMMARY = (
        "Fits the probability-integral method to motion over underground mining, along one or two "
        "lines of sight: subsidence factor, main influence angle, inflection offset, displacement "
        "factor, propagation angle, and Knothe's settling in time, each with its interval. Finds "
        "the goaf where the panel is not known, and forecasts the final basin: subsidence with its "
        "uncertainty, tilt, curvature and horizontal strain."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = (
        "coal", "goaf", "probability integral method", "Knothe", "longwall", "tilt",
        "horizontal strain",
    )  # fmt: skip
