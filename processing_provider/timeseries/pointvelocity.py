# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models of points with series, and rates that change late in them."""

from __future__ import annotations

from ...algorithms.timeseries.tools import pointvelocity
from ..tool import Tool


class PointVelocity(Tool):
    """A motion model fitted to every point of a layer."""

    CORE = pointvelocity
    ID = "pointvelocity"
    NAME = "Velocity model of points"
    GROUP = "timeseries"
    SUMMARY = (
        "Fits the models of 'Velocity model' to points with series, such as those of StaMPS, EGMS "
        "and SqueeSAR: a rate, and as wished acceleration, seasons, steps and transients, or by "
        "point only the terms that its series calls for (BIC). Every coefficient becomes a field "
        "with its standard deviation. Points whose rate changes late in the series are flagged at "
        "a stated rate of false alarms, with the date and the size of the change: the points to "
        "look at first."
    )
    PAPER = (
        "Rate and errors: Fattahi and Amelung (2015), doi:10.1002/2015JB012419; search for "
        "changes: Andrews (1993), doi:10.2307/2951764; BIC: Schwarz (1978), "
        "doi:10.1214/aos/1176344136"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "rate", "acceleration", "season", "step", "bic", "stamps", "egms", "squeesar", "warning",
        "late change", "ps",
    )  # fmt: skip
