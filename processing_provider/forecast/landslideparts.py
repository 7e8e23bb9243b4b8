# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Head, body and toe of landslides."""

from __future__ import annotations

from ...algorithms.forecast.tools import landslideparts
from ..tool import Tool


class LandslideParts(Tool):
    """Whether landslides push or pull."""

    CORE = landslideparts
    ID = "landslideparts"
    NAME = "Parts of landslides"
    GROUP = "forecast"
    SUMMARY = (
        "Cuts each landslide into head, body and toe down its slope and compares their rates: a "
        "faster head pushes and advances, a faster toe pulls and makes the slide grow upwards. "
        "With standard deviations, p-values that know that neighbouring points err alike, and the "
        "share of false types held over the inventory."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("landslide", "retrogressive", "advancing", "head", "toe", "inventory")
