# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Directions of motion."""

from __future__ import annotations

from ...algorithms.tracking.tools import migrationdirection
from ..tool import Tool


class MigrationDirection(Tool):
    """Prevailing direction of many maps of displacement."""

    CORE = migrationdirection
    ID = "migrationdirection"
    NAME = "Direction of motion"
    GROUP = "tracking"
    SUMMARY = (
        "Finds from many maps of offsets which way the ground goes at every pixel, how "
        "concentrated its directions are, and whether chance would do as much (Rayleigh's test). "
        "Gives the rate along that direction with its standard deviation, which averages noise "
        "across it away, the ratio of a season's motion to the rest of the year's, and a rose of "
        "all directions."
    )
    PAPER = (
        "Mardia and Jupp (2000), Directional Statistics; Best and Fisher (1981), "
        "doi:10.1080/03610918108812225; Zar (1999), Biostatistical Analysis"
    )
    NEEDS = ("numpy", "numba", "h5py")
    TAGS = ("direction", "azimuth", "rayleigh", "rose", "dune migration", "seasonal", "offsets")
