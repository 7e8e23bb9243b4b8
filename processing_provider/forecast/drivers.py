# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What drives the motion."""

from __future__ import annotations

from ...algorithms.forecast.tools import drivers
from ..tool import Tool


class Drivers(Tool):
    """Rain, levels, temperature against series of motion."""

    CORE = drivers
    ID = "drivers"
    NAME = "Drivers of the motion"
    GROUP = "forecast"
    SUMMARY = (
        "Tells whether rain, a river's or reservoir's level, temperature or any other table of "
        "dates drives the motion, and how many days later: lagged regression against no driver "
        "with p-values by surrogates and over all points, memory of antecedent rain, and wavelet "
        "coherence with its significance and cone of influence. Points get their lag with its "
        "interval; a report shows the curves and coherograms."
    )
    PAPER = "Grinsted et al. (2004), doi:10.5194/npg-11-561-2004"
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = (
        "rain", "reservoir level", "groundwater", "temperature", "lag", "cross-correlation",
        "wavelet coherence", "antecedent rainfall",
    )  # fmt: skip
