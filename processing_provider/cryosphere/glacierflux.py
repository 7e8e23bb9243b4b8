# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Flux of ice through gates."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import glacierflux
from ..tool import Tool


class GlacierFlux(Tool):
    """How much ice flows through lines."""

    CORE = glacierflux
    ID = "glacierflux"
    NAME = "Glacier flux"
    GROUP = "cryosphere"
    SUMMARY = (
        "Volume and mass of the ice that flows through gates in a year, by its velocity and "
        "thickness, with standard deviations that count how far errors are alike along a gate, and "
        "what may lie between the speed of the surface and the mean over the depth."
    )
    PAPER = "Cuffey and Paterson (2010)"
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("ice discharge", "mass balance", "flux gate", "velocity", "ice thickness")
