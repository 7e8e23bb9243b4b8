# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thaw slumps and thawing ground."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import thawslumps
from ..tool import Tool


class ThawSlumps(Tool):
    """Stable, at a steady rate, or all at once."""

    CORE = thawslumps
    ID = "thawslumps"
    NAME = "Thaw slumps and thawing ground"
    GROUP = "cryosphere"
    SUMMARY = (
        "Tells ground that is stable from ground that subsides steadily and ground that thaws at "
        "once: a constant, a line, or a line with a step, each beside the seasonal heave, by the "
        "Bayesian information criterion in noise as correlated as the scene's. Rates, amplitudes "
        "and steps with their errors, dates of steps with their interval, polygons of slumps by "
        "slope and size, and the thickness of the active layer by the seasonal amplitude."
    )
    PAPER = "Liu et al. (2012)"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("permafrost", "retrogressive thaw slump", "active layer", "frost heave", "thermokarst")
