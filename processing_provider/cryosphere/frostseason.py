# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frost heave and thaw settlement by degree days."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import frostseason
from ..tool import Tool


class FrostSeason(Tool):
    """How far the ground heaves by degree day, and how late."""

    CORE = frostseason
    ID = "frostseason"
    NAME = "Frost heave by degree days"
    GROUP = "cryosphere"
    SUMMARY = (
        "Fits a rate together with the heave and settlement that go with the root of freezing and "
        "thawing degree days of the air (Stefan), against a plain annual sine and against no "
        "season, by the Bayesian information criterion: rates, heave by root of a degree day and "
        "the lag of the ground behind the air with their errors, and both indices by year."
    )
    PAPER = "Liu et al. (2010)"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "permafrost",
        "Stefan",
        "freezing index",
        "thawing index",
        "frost heave",
        "active layer",
    )
