# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models beside seismic catalogues."""

from __future__ import annotations

from ...algorithms.source.tools import eventcompare
from ..tool import Tool


class EventComparison(Tool):
    """What radar and seismology say of one earthquake."""

    CORE = eventcompare
    ID = "eventcompare"
    NAME = "Compare slip model with catalogue"
    GROUP = "source"
    SUMMARY = (
        "Finds the earthquake of a slip model in a seismic catalogue and compares both: distance "
        "and azimuth, depth, magnitude and moment, strike, dip and rake of the nearer nodal plane, "
        "the rotation between the mechanisms (Kagan angle), and the moment by depth. Reads layers, "
        "NDK of the Global CMT project, QuakeML, bulletins and tables; slip models of radar or of "
        "any finite-fault file."
    )
    PAPER = "Kagan (1991), Geophysical Journal International 106, 709-716"
    NEEDS = ("numpy", "pyproj")
    TAGS = ("earthquake", "catalogue", "slip", "magnitude", "kagan", "centroid", "ndk", "quakeml")
