# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress tensors of focal mechanisms."""

from __future__ import annotations

from ...algorithms.stress.tools import stresstensor
from ..tool import Tool


class StressOfMechanisms(Tool):
    """The stress that makes earthquakes' mechanisms, and which of their planes slipped."""

    CORE = stresstensor
    ID = "stresstensor"
    NAME = "Stress from focal mechanisms"
    GROUP = "stress"
    SUMMARY = (
        "Finds the directions of the principal stresses and their shape ratio from the focal "
        "mechanisms of earthquakes, one tensor for all or one a cell of a grid, with 95 % cones by "
        "resampling; tells which nodal plane of each mechanism is the likely fault, and with which "
        "probability. Writes the maximum horizontal compression with the World Stress Map's "
        "symbols. The Coulomb tools take the result as their regional stress and as receivers."
    )
    PAPER = (
        "Michael (1984), Journal of Geophysical Research 89, 11517-11526; Vavryčuk (2014), "
        "doi:10.1093/gji/ggu224; Lund and Townend (2007), doi:10.1111/j.1365-246X.2007.03468.x"
    )
    NEEDS = ("numpy", "numba", "pyproj")
    TAGS = (
        "stress inversion", "stress tensor", "focal mechanism", "earthquake", "fault plane",
        "shmax", "world stress map", "principal stress", "ndk", "quakeml",
    )  # fmt: skip
