# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to expect radar targets."""

from __future__ import annotations

from ...algorithms.geometry.tools import suitability
from ..tool import Tool


class Suitability(Tool):
    """R index times land-cover scores."""

    CORE = suitability
    ID = "suitability"
    NAME = "Expected density of targets"
    GROUP = "geometry"
    SUMMARY = (
        "Maps before any processing where radar targets are to be expected: the CR index, which is "
        "the R index (how well the terrain is turned to the radar) times a score of the land cover "
        "from 0 to 1, and classes of the density of targets. Layover and shadow get none. The "
        "scores that come with the tool (CORINE, ESA WorldCover) follow the order that Plank and "
        "Cigna found for C band, but their values are our own round numbers, fitted to nothing: "
        "give the targets that you have, and the table of shares tells their density by class and "
        "by land cover, from which you can set scores of your own."
    )
    PAPER = (
        "CR index: Plank et al. (2012), International Journal of Remote Sensing 33; Cigna et al. "
        "(2014), Remote Sensing of Environment 152; R index: Notti et al. (2014), "
        "doi:10.1080/01431161.2014.889864"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "cr index", "r index", "land cover", "corine", "worldcover", "feasibility",
        "persistent scatterer density",
    )  # fmt: skip
