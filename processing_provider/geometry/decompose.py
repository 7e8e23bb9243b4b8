# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Up and east motion from several orbits."""

from __future__ import annotations

from ...algorithms.geometry.tools import decompose
from ..tool import Tool


class Decompose(Tool):
    """Line-of-sight motion of several orbits taken apart."""

    CORE = decompose
    ID = "decompose"
    NAME = "Decompose into up and east"
    GROUP = "geometry"
    SUMMARY = (
        "Takes motion that two or more orbits saw along their lines of sight apart into up and "
        "east, by weighted least squares in every cell, with standard deviations, correlation and "
        "condition number. North, which near-polar orbits hardly see, is neglected, unless "
        "azimuth offsets or GNSS tell it, or its size is let into the errors. Or into up and along "
        "the steepest slope of an elevation model, with the direction of the motion. Layers "
        "(points or rasters, mixed) meet on one grid by the median in each cell. Cells whose "
        "directions are too much alike are left out; one orbit, or two that look from the same "
        "side, are refused. Every track is relative to its own reference: give a common one, or "
        "an offset between tracks becomes motion."
    )
    PAPER = (
        "Wright et al. (2004), doi:10.1029/2003GL018827; along the aspect: Wang Y. et al. (2022), "
        "with the signs put right"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "vertical", "horizontal", "2d", "3d", "ascending", "descending", "up", "east",
        "decomposition", "aspect",
    )  # fmt: skip
