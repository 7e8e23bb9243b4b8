# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What active areas may be."""

from __future__ import annotations

from ...algorithms.areas.tools import classifyareas
from ..tool import Tool


class ClassifyAreas(Tool):
    """Active areas by the process that may be behind them."""

    CORE = classifyareas
    ID = "classifyareas"
    NAME = "Classify active areas"
    GROUP = "areas"
    SUMMARY = (
        "Scores what may be behind each active area: landslide, subsidence, sinkhole, settlement "
        "of buildings and works, or mining, by rules on slope, size and shape, what is mapped "
        "there, the ground, and the direction of motion from two orbits. Every score comes with "
        "what each rule counted, as text and numbers; where evidence is weak or two explanations "
        "are close, the area stays 'unclassified'. Scores from 0 to 1 rank explanations, they are "
        "no calibrated probabilities."
    )
    PAPER = (
        "After the idea of ADAclassifier, Navarro et al. (2020), doi:10.3390/ijgi9100584; limits "
        "and weights are Groundshift's and can be replaced"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("ada", "landslide", "subsidence", "sinkhole", "settlement", "mining", "rules")
