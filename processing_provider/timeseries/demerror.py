# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of the elevation model."""

from __future__ import annotations

from ...algorithms.timeseries.tools import demerror
from ..tool import Tool


class DemError(Tool):
    """Takes the effect of height errors off a series."""

    CORE = demerror
    ID = "demerror"
    NAME = "DEM error correction"
    GROUP = "timeseries"
    SUMMARY = (
        "Estimates the error of the elevation model at every pixel from the perpendicular "
        "baselines, jointly with a model of the motion, and takes its effect off the displacement "
        "series. The series must hold the baseline of every date. Maps the height error and its "
        "standard deviation."
    )
    PAPER = "Fattahi and Amelung (2013), doi:10.1109/TGRS.2012.2227761"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("topography", "height", "baseline", "residual")
