# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of heights and volumes."""

from __future__ import annotations

from ...algorithms.terrain.tools import demdifference
from ..tool import Tool


class DemDifference(Tool):
    """Difference of two elevation models, with errors and volumes."""

    CORE = demdifference
    ID = "demdifference"
    NAME = "Height change and volumes"
    GROUP = "terrain"
    SUMMARY = (
        "Subtracts an earlier elevation model from a later one, after moving the later one onto "
        "it. Ground that did not change tells how errors depend on the slope and over which "
        "distance they are alike; from that come the standard deviation of every cell, what "
        "change is significant, and volumes of areas (gain, loss, net) whose standard deviations "
        "take into account that neighbouring cells err alike."
    )
    PAPER = (
        "Hugonnet et al. (2022), doi:10.1109/JSTARS.2022.3188922; Rolstad et al. (2009), "
        "doi:10.3189/002214309789470950"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("dem of difference", "dod", "volume", "elevation change", "erosion", "landslide")
    TERRAIN = "BEFORE"
