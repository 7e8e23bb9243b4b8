# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Validation: InSAR rates against GNSS, levelling or a second InSAR result."""

from __future__ import annotations

from ...algorithms.timeseries.tools import validate
from ..tool import Tool


class Validate(Tool):
    """InSAR against ground data."""

    CORE = validate
    ID = "validate"
    NAME = "Validate against ground data"
    GROUP = "timeseries"
    SUMMARY = (
        "Compares InSAR rates with GNSS or levelling points, or with a second InSAR result: pairs "
        "them, brings them to one line of sight, time and reference, and gives bias, RMSE, "
        "correlation, regression with errors in both, and whether the standard deviations are "
        "honest. Every pair and the whole get a class from A to D. Where both sides have series "
        "(fields DYYYYMMDD, or a row for each date), rates are fitted on common dates. Vertical "
        "ground data are compared under the assumption of no horizontal motion."
    )
    PAPER = (
        "Navarro-Hernandez et al. (2022), ValInSAR, doi:10.1109/JSTARS.2022.3171517, for the "
        "procedure and statistics (the limits of the classes are Groundshift's own); regression: "
        "Deming, with the jackknife of Linnet (1993)"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("gnss", "gps", "levelling", "accuracy", "bias", "rmse", "comparison")
