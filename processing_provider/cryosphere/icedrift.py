# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of sea ice."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import icedrift
from ..tool import Tool


class IceDrift(Tool):
    """Vectors of drifting ice, and how it deforms."""

    CORE = icedrift
    ID = "icedrift"
    NAME = "Sea-ice drift"
    GROUP = "cryosphere"
    SUMMARY = (
        "Follows sea ice between two radar images of some hours or days: key points that are found "
        "again, also turned ones, filtered by their neighbours and refined by correlation, then a "
        "grid of vectors in km a day with standard deviations, divergence, shear and vorticity. "
        "Images that are placed by ground control points alone will do."
    )
    PAPER = "Korosov and Rampal (2017)"
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = ("sea ice", "drift", "feature tracking", "ORB", "divergence", "leads", "Arctic")
