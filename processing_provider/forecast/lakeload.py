# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a lake's water does to the ground."""

from __future__ import annotations

from ...algorithms.forecast.tools import lakeload
from ..tool import Tool


class LakeLoad(Tool):
    """Elastic and viscous motion by the weight of water."""

    CORE = lakeload
    ID = "lakeload"
    NAME = "Weight of lakes and reservoirs"
    GROUP = "forecast"
    SUMMARY = (
        "Maps what the weight of a lake or reservoir does to the ground as its level goes up and "
        "down: at once, on an elastic half-space (vertical and horizontal), and by and by, as a "
        "plate on viscous ground. With series of motion it tells the Young's modulus, and the "
        "viscosity, that fit best, with their intervals."
    )
    PAPER = "Zhao et al. (2016)"
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = (
        "reservoir", "water level", "loading", "Boussinesq", "rigidity", "viscosity", "flexure",
        "lithosphere",
    )  # fmt: skip
