# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulation: a stack of interferograms whose truth is known."""

from __future__ import annotations

from ...algorithms.data.tools import simulatestack
from ..tool import Tool


class SimulateStack(Tool):
    """A realistic stack for training and tests."""

    CORE = simulatestack
    ID = "simulatestack"
    NAME = "Simulate interferogram stack"
    GROUP = "data"
    SUMMARY = (
        "Makes a realistic stack of interferograms whose truth is known: subsidence bowls and "
        "landslides on a fractal terrain, delays of the atmosphere (turbulent and with height), "
        "decorrelation by land cover, height errors, unwrapping jumps and gaps. Or a scene of "
        "permafrost: heave and thaw of the active layer by the degree days of an air temperature, "
        "slumps with a step, thermokarst lakes, wet snow and its backscatter. It is written in "
        "the format of a real product, for training and for tests of whole chains. The same seed "
        "gives the same numbers."
    )
    PAPER = (
        "Turbulence: Hanssen (2001), doi:10.1007/0-306-47633-9; phase noise: Lee et al. (1994), "
        "doi:10.1109/36.312890; heave of the active layer: Liu et al. (2010), "
        "doi:10.1029/2009JF001547"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("synthetic", "test", "training", "demo", "permafrost", "snow")
