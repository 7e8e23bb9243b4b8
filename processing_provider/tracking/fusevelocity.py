# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocities of several sensors as one."""

from __future__ import annotations

from ...algorithms.tracking.tools import fusevelocity
from ..tool import Tool


class FuseVelocity(Tool):
    """Offsets of several sensors, fused part by part of each pixel's network."""

    CORE = fusevelocity
    ID = "fusevelocity"
    NAME = "Velocity of several sensors"
    GROUP = "tracking"
    SUMMARY = (
        "Fuses the offsets of image pairs of several sensors, such as Sentinel-1 and Sentinel-2, "
        "pixel by pixel. Days that lie close together become one, pairs that contradict the others "
        "are given up, and what is left is solved part by part of each pixel's network, every part "
        "with a datum of its own: gaps are never bridged. The velocity comes from all pairs, with "
        "its standard deviation, and needs no common datum."
    )
    PAPER = (
        "Casu et al. (2011), IEEE Trans. Geosci. Remote Sens. 49; Bontemps et al. (2018), "
        "doi:10.1016/j.rse.2018.02.023"
    )
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = ("sentinel-1", "sentinel-2", "fusion", "glacier velocity", "offset tracking", "datum")
