# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of several directions in three dimensions."""

from __future__ import annotations

from ...algorithms.tracking.tools import series3d
from ..tool import Tool


class Series3d(Tool):
    """East, north and up of every date from series along several directions."""

    CORE = series3d
    ID = "series3d"
    NAME = "Time series in three dimensions"
    GROUP = "tracking"
    SUMMARY = (
        "Takes series along two or more directions (lines of sight, the flight, east or north of "
        "offsets) apart into series of east, up and, where something tells it, north. Every date "
        "has its standard deviation and covariance. Images of several orbits are of different "
        "days: each series is interpolated to the days of the others, in the time that all share, "
        "and what may have happened between its own dates goes into its errors."
    )
    PAPER = (
        "Wright et al. (2004), doi:10.1029/2003GL018827; Samsonov and d'Oreye (2012), "
        "doi:10.1111/j.1365-246X.2012.05669.x; Golub and Van Loan (1980), doi:10.1137/0717073"
    )
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = ("three dimensions", "3d", "time series", "decomposition", "azimuth offsets", "msbas")
