# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: rate, acceleration, seasons, steps and transients from a time series."""

from __future__ import annotations

from ...algorithms.timeseries.tools import velocity
from ..tool import Tool


class Velocity(Tool):
    """A motion model fitted to every pixel."""

    CORE = velocity
    ID = "velocity"
    NAME = "Velocity model"
    GROUP = "timeseries"
    SUMMARY = (
        "Fits a motion model to every pixel of a displacement time series: a rate, and as wished "
        "acceleration and higher polynomial terms, an annual and a semi-annual season, steps at "
        "given dates or found in the series, and logarithmic or exponential terms whose time "
        "constant is given or searched for. Each pixel can be left with only the terms that its "
        "series calls for (BIC). Every coefficient becomes a band with its standard deviation "
        "beside it; seasons also come as amplitude and day of the peak, as permafrost is mapped. "
        "With a degree of 2 or more the velocity is the rate at the first date, with a choice of "
        "models the mean rate. Time runs from the first date in years of 365.25 days. Standard "
        "deviations come from the residuals, and for series of 'SBAS inversion' also from the "
        "noise of the pairs, which is correlated from date to date; a signal that the model lacks "
        "makes them larger. All dates weigh the same, as the noise by date that 'SBAS inversion' "
        "knows is that before corrections. Whether neighbouring dates err alike (atmosphere of a "
        "season, ground that creeps and swells) is estimated from the residuals of the scene; "
        "rates, their errors and the search for steps take it into account."
    )
    PAPER = (
        "Rate and errors: Fattahi and Amelung (2015), doi:10.1002/2015JB012419; transients: "
        "Hetland et al. (2012), doi:10.1029/2011JB008731; coloured noise: Williams (2003), "
        "doi:10.1007/s00190-002-0283-4; search for steps: Andrews (1993), doi:10.2307/2951764; "
        "BIC: Schwarz (1978), doi:10.1214/aos/1176344136"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "rate", "trend", "season", "annual", "step", "acceleration", "earthquake", "afterslip",
        "logarithmic", "exponential", "permafrost", "bic",
    )  # fmt: skip
