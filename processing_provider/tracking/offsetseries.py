# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Time series of pixel offsets."""

from __future__ import annotations

from ...algorithms.tracking.tools import offsetseries
from ..tool import Tool


class OffsetSeries(Tool):
    """Displacement of every date from the offsets of many pairs."""

    CORE = offsetseries
    ID = "offsetseries"
    NAME = "Time series of offsets"
    GROUP = "tracking"
    SUMMARY = (
        "Turns the offsets of many pairs of images, of one platform or several, into displacement "
        "time series of both components, by least squares that forgive wrong matches. Every date "
        "has a standard deviation; maps tell redundancy and the share of pairs that were given up. "
        "Where no pair joins the dates, the chosen model says what becomes of the gap: never is it "
        "bridged in silence. 'Velocity models', 'Time series to points' and the explorer read the "
        "series."
    )
    PAPER = (
        "Casu et al. (2011), IEEE Trans. Geosci. Remote Sens. 49; Bontemps et al. (2018), "
        "doi:10.1016/j.rse.2018.02.023; Huber (1981), Robust statistics; Yang (1994), "
        "doi:10.1007/BF03655325"
    )
    NEEDS = ("numpy", "numba", "h5py")
    TAGS = ("offset tracking", "time series", "leap-frog", "robust", "huber", "tukey", "igg")
