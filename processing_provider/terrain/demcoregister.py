# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Elevation models laid over one another."""

from __future__ import annotations

from ...algorithms.terrain.tools import demcoregister
from ..tool import Tool


class DemCoregister(Tool):
    """Displacement of an elevation model against another one, undone."""

    CORE = demcoregister
    ID = "demcoregister"
    NAME = "Align elevation models"
    GROUP = "terrain"
    SUMMARY = (
        "Finds how far an elevation model is displaced against another one, sideways and in "
        "height, from how their differences follow slope and aspect, and moves it back. Models of "
        "any grid and CRS will do; what is moved keeps its own pixels. The log tells the "
        "displacement with its standard deviation, and whether the differences that are left rise "
        "with the height."
    )
    PAPER = (
        "Nuth and Kääb (2011), doi:10.5194/tc-5-271-2011; Rosenholm and Torlegard (1988), "
        "Photogrammetric Engineering and Remote Sensing 54(10)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("coregistration", "dem", "nuth kaab", "elevation difference", "shift", "lidar")
    TERRAIN = "REFERENCE"
