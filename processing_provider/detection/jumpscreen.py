# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping errors of a series."""

from __future__ import annotations

from ...algorithms.detection.tools import jumpscreen
from ..tool import Tool


class JumpScreen(Tool):
    """Regions with wrong cycles."""

    CORE = jumpscreen
    ID = "jumpscreen"
    NAME = "Screen unwrapping errors"
    GROUP = "detection"
    SUMMARY = (
        "Finds regions of a series or a stack that were unwrapped wrongly: whole cycles that no "
        "motion explains. A wrong interferogram leaves its fingerprint in the residuals of all "
        "loops that it is in, which names it pixel by pixel; where there is no loop, a closed "
        "sharp border around a region gives it away."
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("unwrapping", "phase", "closure", "cycle slip", "jump", "step", "quality")
