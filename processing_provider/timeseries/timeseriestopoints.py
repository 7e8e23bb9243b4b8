# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points from a time series: the layer that viewers of series understand."""

from __future__ import annotations

from ...algorithms.timeseries.tools import timeseriestopoints
from ..tool import Tool


class TimeSeriesToPoints(Tool):
    """The good pixels of a series as points with a field a date."""

    CORE = timeseriestopoints
    ID = "timeseriestopoints"
    NAME = "Time series to points"
    GROUP = "timeseries"
    SUMMARY = (
        "Turns the good pixels of a displacement time series into points with their rate, its "
        "standard deviation, the temporal coherence (field 'coherence') and the displacement of "
        "every date in mm (fields DYYYYMMDD), as viewers of series expect them."
    )
    PAPER = "Pepe and Lanari (2006), doi:10.1109/TGRS.2006.873207, for the temporal coherence"
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = ("export", "geopackage", "ps", "viewer")
