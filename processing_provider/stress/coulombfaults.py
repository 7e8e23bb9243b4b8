# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change on a fault inventory and on the planes of earthquakes."""

from __future__ import annotations

from ...algorithms.stress.tools import coulombfaults
from ..tool import Tool


class CoulombFaults(Tool):
    """Coulomb stress change on mapped faults and focal mechanisms."""

    CORE = coulombfaults
    ID = "coulombfaults"
    NAME = "Coulomb stress on faults"
    GROUP = "stress"
    SUMMARY = (
        "Tells which mapped faults an earthquake brought nearer to failure. Every segment of a "
        "fault inventory is a receiver: its strike is that of the trace, its dip and rake are "
        "those of the layer's fields in whatever form they come, or the usual ones of its kind. "
        "The stress change of a slip model, or of volcanic sources, is resolved at places along "
        "each segment and at "
        "depths, and told by segment and by fault with its range over friction, dip, rake and "
        "whatever is not known (side of the dip, sense of the slip). It does the same on the "
        "nodal planes of a catalogue of earthquakes, and tests whether more aftershocks lie where "
        "stress rose than there were before, or than chance puts there. The ground is a flat "
        "elastic half-space; stress changes under some 10 kPa mean little."
    )
    PAPER = (
        "King, Stein and Lin (1994), doi:10.1785/BSSA0840030935; Okada (1992), "
        "doi:10.1785/BSSA0820021018; test on aftershocks after Hardebeck, Nazareth and Hauksson "
        "(1998), doi:10.1029/98JB00573"
    )
    NEEDS = ("numpy", "scipy", "pyproj", "numba")
    TAGS = (
        "coulomb", "stress", "fault", "inventory", "earthquake", "aftershock", "focal mechanism",
        "triggering", "hazard",
    )  # fmt: skip
