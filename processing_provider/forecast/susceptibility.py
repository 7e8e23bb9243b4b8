# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Susceptibility to landslides."""

from __future__ import annotations

from ...algorithms.forecast.tools import susceptibility
from ..tool import Tool


class Susceptibility(Tool):
    """Where the ground is prone to slide."""

    CORE = susceptibility
    ID = "susceptibility"
    NAME = "Susceptibility"
    GROUP = "forecast"
    SUMMARY = (
        "Maps how prone ground is to landslides, by logistic regression or a random forest on "
        "slope, aspect, curvature, land cover, rain and distances: probability with its "
        "uncertainty, brought to the share of active ground that there is. Judged on parts of the "
        "map that were left out as a whole, beside random folds and training, with intervals, "
        "reliability and the importance of the factors."
    )
    PAPER = "Brenning (2012), IEEE IGARSS, 5372"
    NEEDS = ("numpy", "scipy", "sklearn", "pyproj")
    TAGS = (
        "landslide", "logistic regression", "random forest", "spatial cross-validation", "AUROC",
        "hazard map",
    )  # fmt: skip
