# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small fractures in an interferogram."""

from __future__ import annotations

from ...algorithms.strain.tools import lineaments
from ..tool import Tool


class Lineaments(Tool):
    """Fractures with their offset."""

    CORE = lineaments
    ID = "lineaments"
    NAME = "Fractures in an interferogram"
    GROUP = "strain"
    SUMMARY = (
        "Finds lines across which the phase of an interferogram steps, such as the small fractures "
        "that an earthquake triggers: by directional filters that smooth deformation does not "
        "reach, however dense its fringes, at a stated rate of false alarms. Lines with length, "
        "strike, offset and its standard deviation; no unwrapping is needed."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("fracture", "lineament", "phase gradient", "surface rupture", "discontinuity")
