# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter at one angle."""

from __future__ import annotations

from ...algorithms.cryosphere.tools import normalisebackscatter
from ..tool import Tool


class NormaliseBackscatter(Tool):
    """Takes the incidence angle out of backscatter."""

    CORE = normalisebackscatter
    ID = "normalisebackscatter"
    NAME = "Backscatter at one incidence angle"
    GROUP = "cryosphere"
    SUMMARY = (
        "Finds by how much backscatter falls with the incidence angle from pairs of passes of "
        "other tracks within a day, as a slope that may depend on place, height, date and class of "
        "ground, and writes all scenes at one angle, so that several tracks make one series."
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("incidence angle", "normalisation", "sea ice", "backscatter", "cosine", "sigma nought")
