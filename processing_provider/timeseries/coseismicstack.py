# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The step of a small earthquake from all dates of a series before and after it."""

from __future__ import annotations

from ...algorithms.timeseries.tools import coseismicstack
from ..tool import Tool


class CoseismicStack(Tool):
    """Millimetres of a small earthquake under centimetres of atmosphere."""

    CORE = coseismicstack
    ID = "coseismicstack"
    NAME = "Coseismic stack"
    GROUP = "timeseries"
    SUMMARY = (
        "Finds the step of an event that a single interferogram hides in its atmosphere, such as "
        "earthquakes of Mw 5 to 5.5 with 5 to 13 mm: all dates after it against all dates before "
        "it, each weighed by its own atmosphere, by generalised least squares with the covariance "
        "of all dates. The noise of the dates and how it is correlated in time come from the "
        "residuals of the scene; the standard deviation of a pixel also from its own. A common "
        "rate, a season, afterslip and other steps can be fitted along with it. Steps are "
        "relative to the far field. The same stack about control dates, on which nothing "
        "happened, measures the rate of false alarms. The result goes on to 'Down-sample "
        "displacement' and 'Search for the fault'."
    )
    PAPER = (
        "Stacks of dates for weak events: Luo et al. (2021), hdl.handle.net/10356/151062; errors "
        "by the residuals: Fattahi and Amelung (2015), doi:10.1002/2015JB012419; coloured "
        "noise: Williams (2003), doi:10.1007/s00190-002-0283-4"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "earthquake", "coseismic", "step", "weak", "stack", "atmosphere", "afterslip",
        "detection", "covariance",
    )  # fmt: skip
