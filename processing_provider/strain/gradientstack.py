# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase gradients of a stack: slow slides over whole mountain ranges, without unwrapping."""

from __future__ import annotations

from ...algorithms.strain.tools import gradientstack
from ..tool import Tool


class GradientStack(Tool):
    """Rate of phase gradients, and candidates of slow slides."""

    CORE = gradientstack
    ID = "gradientstack"
    NAME = "Phase-gradient stack"
    GROUP = "strain"
    SUMMARY = (
        "Averages the phase gradients of many short pairs into a rate of displacement by "
        "kilometre, east and north, with its standard deviation. Takes wrapped phase, so nothing "
        "has to be unwrapped; what moves by itself, such as a slow slide, stands out by its rim, "
        "and slow changes from end to end of a scene (orbits, most of the atmosphere) fade. "
        "Candidates of slow slides come as polygons with rate, size and quality."
    )
    PAPER = "Fu et al. (2022), doi:10.3389/fenvs.2022.963322"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("gradient", "wrapped", "landslide", "slow slide", "stack", "detection")
