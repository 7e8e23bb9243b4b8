# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and sections of Coulomb stress change."""

from __future__ import annotations

from ...algorithms.stress.tools import coulomb
from ..tool import Tool


class CoulombMap(Tool):
    """Coulomb stress change of a slip model on maps and along sections."""

    CORE = coulomb
    ID = "coulomb"
    NAME = "Coulomb stress change"
    GROUP = "stress"
    SUMMARY = (
        "Computes how an earthquake (a slip model) or a volcano (volcanic sources) changed the "
        "Coulomb failure stress around it: on receivers of one strike, dip and rake, or on the "
        "planes that the regional stress "
        "and its change would break first; at one or many depths, with the largest change over "
        "depth, and along sections. Positive values bring faults nearer to failure. The ground is "
        "an elastic half-space without topography; numbers within about a patch of the rupture "
        "say where patches end, not what the ground does."
    )
    PAPER = (
        "King, Stein and Lin (1994), doi:10.1785/BSSA0840030935; dislocations: Okada (1992), "
        "doi:10.1785/BSSA0820021018; input files: Coulomb 3 (Toda and others, 2011)"
    )
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = (
        "coulomb", "stress transfer", "earthquake", "aftershocks", "receiver", "failure stress",
        "volcano", "mogi", "optimally oriented planes", "friction", "skempton",
    )  # fmt: skip
