# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Landslides or active areas against fault traces."""

from __future__ import annotations

from ...algorithms.areas.tools import faultdistance
from ..tool import Tool


class FaultDistance(Tool):
    """Distance to faults, density by band, and motion in the slope's frame."""

    CORE = faultdistance
    ID = "faultdistance"
    NAME = "Distance to faults"
    GROUP = "areas"
    SUMMARY = (
        "Measures how far landslides (points or polygons) or active areas lie from the nearest "
        "fault, along the ground on the ellipsoid, over any distance and between layers of "
        "different CRS. Hands on that fault's attributes and the wall (hanging or foot) on which a "
        "site lies, counts sites by bands of distance, and compares their density with sites "
        "placed at random in the study area. With a 3-D displacement field and an elevation "
        "model, it gives the motion at each site in the frame of its slope (down, along and up) "
        "and its quadrant, compared with the slopes of the study area."
    )
    PAPER = (
        "Monte Carlo test: Besag and Diggle (1977), doi:10.2307/2346974; clustering: Clark and "
        "Evans (1954), doi:10.2307/1931034; geodesics: Karney (2013), "
        "doi:10.1007/s00190-012-0578-z"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("fault", "landslide", "inventory", "density", "Monte Carlo", "hanging wall", "aspect")
