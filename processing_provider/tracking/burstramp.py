# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ramps that motion along flight leaves in bursts."""

from __future__ import annotations

from ...algorithms.tracking.tools import burstramp
from ..tool import Tool


class BurstRamp(Tool):
    """An interferogram without the phase of motion along flight."""

    CORE = burstramp
    ID = "burstramp"
    NAME = "Burst ramps of motion along flight"
    GROUP = "tracking"
    SUMMARY = (
        "Sentinel-1 steers its beam while it takes a burst. Ground that moves along flight, as in "
        "a large earthquake or on a fast glacier, therefore leaves a ramp in every burst of an "
        "interferogram and a jump at every seam: a cycle for each 1.4 to 1.7 m. The tool computes "
        "the ramps from offsets along flight and the annotation of the images, and takes them off."
    )
    PAPER = (
        "De Zan and Monti Guarnieri (2006), doi:10.1109/TGRS.2006.873853; Miranda (2017), "
        "Definition of the TOPS SLC deramping function, ESA COPE-GSEG-EOPG-TN-14-0025"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("tops", "azimuth", "burst overlap", "esd", "sentinel-1", "coseismic", "discontinuity")
