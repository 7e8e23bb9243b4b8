# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of many pairs of images."""

from __future__ import annotations

from ...algorithms.tracking.tools import offsetnetwork
from ..tool import Tool


class OffsetNetwork(Tool):
    """A folder of images, the pairs of them, and their offsets."""

    CORE = offsetnetwork
    ID = "offsetnetwork"
    NAME = "Offsets of many images"
    GROUP = "tracking"
    SUMMARY = (
        "Pairs the images of a folder by time, season and where the sun stands, and finds the "
        "offsets of every pair, for a series of displacement. The table lists all pairs with what "
        "they differ by; without a folder of offsets only the table is made, to try limits."
    )
    PAPER = (
        "Baker and Matthews (2004), doi:10.1023/B:VISI.0000011205.11775.fd; Cooper (1969), "
        "doi:10.1016/0038-092X(69)90047-4"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("offset tracking", "pixel offsets", "network", "pairs", "sun elevation", "series")
