# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A landslide inventory brought up to date."""

from __future__ import annotations

from ...algorithms.areas.tools import updateinventory
from ..tool import Tool


class UpdateInventory(Tool):
    """Activity of mapped landslides, and candidates for new ones."""

    CORE = updateinventory
    ID = "updateinventory"
    NAME = "Update a landslide inventory"
    GROUP = "areas"
    SUMMARY = (
        "Judges mapped landslides by the measured rates within: mean size of the rates along the "
        "slope (or the line of sight) with its spread, class of activity, and state of activity "
        "against the former class. A landslide must hold enough targets for its area, 5 up to 0.05 "
        "km2 and 20 from 1 km2 on; others are 'not assessed', never 'stable'. Active areas outside "
        "of all landslides come out as candidates for new ones. A report has counts, shares and "
        "the matrix of classes before and now."
    )
    PAPER = (
        "Minimum of targets and limit of stable ground: Novellino et al. (2017); velocity classes: "
        "Cruden and Varnes (1996); the number of targets in between and the marks of certainty are "
        "Groundshift's"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("landslide", "inventory", "state of activity", "matrix", "reactivated", "candidates")
