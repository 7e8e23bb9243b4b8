# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulation: a stack of radar images whose truth is known."""

from __future__ import annotations

from ...algorithms.data.tools import simulateslc
from ..tool import Tool


class SimulateSlc(Tool):
    """Realistic radar images for training and tests."""

    CORE = simulateslc
    ID = "simulateslc"
    NAME = "Simulate radar images (SLC)"
    GROUP = "data"
    SUMMARY = (
        "Makes a stack of coregistered single-look complex images whose truth is known: ground of "
        "four classes (water, vegetation, bare, town) with speckle that loses coherence in time, "
        "by season and with the baseline; dominant scatterers with their own heights; bowls and "
        "landslides, delays of the atmosphere and height errors in the phase. It is written in "
        "the format of a real product, for training and for tests of whole chains. The same seed "
        "gives the same numbers. The flat-earth and topographic phase is taken off in the formats "
        "whose products come so (all but gamma)."
    )
    PAPER = (
        "Circular Gaussian speckle: Bamler and Hartl (1998), doi:10.1088/0266-5611/14/4/001; "
        "coherence in time: Rocca (2007), Parizzi et al. (2009), Kellndorfer et al. (2022), "
        "doi:10.1038/s41597-022-01189-6; geometric: Gatelli et al. (1994), doi:10.1109/36.298013"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("synthetic", "test", "training", "demo", "SLC", "persistent scatterers", "speckle")
