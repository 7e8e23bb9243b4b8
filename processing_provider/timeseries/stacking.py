# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rate by stacking: from a stack of interferograms to a rate without an inversion."""

from __future__ import annotations

from ...algorithms.timeseries.tools import stacking
from ..tool import Tool


class Stacking(Tool):
    """Rate from the weighted mean slope of phase over time span."""

    CORE = stacking
    ID = "stacking"
    NAME = "Rate by stacking"
    GROUP = "timeseries"
    SUMMARY = (
        "Averages a stack of unwrapped interferograms into a rate: the sum of weight x span x "
        "phase over the sum of weight x span squared. Quick, needs no connected network, and "
        "averages the atmosphere down; right for steady motion only. The rate is along the line "
        "of sight, positive towards the satellite, relative to the reference. Its standard "
        "deviation counts that pairs with a date in common share that date's atmosphere."
    )
    PAPER = (
        "Sandwell and Price (1998), doi:10.1029/1998JB900008; consecutive pairs: Qin et al. (2022)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("stack", "average", "rate", "velocity", "mean")
