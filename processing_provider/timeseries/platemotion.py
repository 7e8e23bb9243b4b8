# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plate motion."""

from __future__ import annotations

from ...algorithms.timeseries.tools import platemotion
from ..tool import Tool


class PlateMotion(Tool):
    """Takes the motion of a tectonic plate off a series or a velocity map."""

    CORE = platemotion
    ID = "platemotion"
    NAME = "Plate motion"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes the motion of a rigid tectonic plate off a displacement series or a velocity map, "
        "along the line of sight. Orbits are given in a frame in which plates drift by "
        "centimetres a year; as the look changes over a scene, the drift comes as a ramp of some "
        "millimetres a year, which looks like strain. The plate is named (ITRF2020 or ITRF2014) "
        "or given by its pole; the reference point stays zero, and the standard deviation of the "
        "pole is added to that of the rates."
    )
    PAPER = (
        "Stephenson et al. (2022), doi:10.1029/2022GL099835; plates: Altamimi et al. (2023), "
        "doi:10.1029/2023GL106373, and Altamimi et al. (2017), doi:10.1093/gji/ggx136"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("plate motion", "tectonic plate", "itrf", "euler pole", "ramp")
