# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Atmospheric filter: high-pass in time, low-pass in space."""

from __future__ import annotations

from ...algorithms.timeseries.tools import apsfilter
from ..tool import Tool


class ApsFilter(Tool):
    """Takes the atmosphere off a series by filtering."""

    CORE = apsfilter
    ID = "apsfilter"
    NAME = "Atmospheric filter (APS)"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes off a displacement series what changes from date to date and is smooth in space: "
        "a model of the motion, with seasons and steps where a pixel's series supports them, is "
        "taken off stable and coherent pixels, the rest is high-passed in time and low-passed in "
        "space, and the result (the atmospheric phase screen) is subtracted from all pixels. "
        "Rates and their standard deviations stay those of the "
        "unfiltered series: a rate fitted to the filtered one would look surer than it is. Slow "
        "motion that the model lacks and that is smooth in space shrinks where it is faster than "
        "the time window; widen the window, or raise the degree, to keep it."
    )
    PAPER = (
        "Ferretti et al. (2001), doi:10.1109/36.898661; Berardino et al. (2002), "
        "doi:10.1109/TGRS.2002.803792"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("atmosphere", "aps", "turbulence", "smoothing", "high-pass", "low-pass")
