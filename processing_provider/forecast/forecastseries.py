# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Forecast of series of motion."""

from __future__ import annotations

from ...algorithms.forecast.tools import forecastseries
from ..tool import Tool


class ForecastSeries(Tool):
    """Where series of motion go next."""

    CORE = forecastseries
    ID = "forecastseries"
    NAME = "Forecast of series"
    GROUP = "forecast"
    SUMMARY = (
        "Forecasts series of motion by ridge regression and Gaussian processes on trend, season "
        "and drivers, always beside no change and a straight line: the last part of each series is "
        "held out, the report tells the errors of all four, and earlier forecasts choose the "
        "method by point and make the intervals as wide as they have to be."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("prediction", "gaussian process", "ridge regression", "extrapolation", "hold-out")
