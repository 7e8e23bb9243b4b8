# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ramps: planes and quadratic surfaces by date."""

from __future__ import annotations

from ...algorithms.timeseries.tools import ramps
from ..tool import Tool


class Ramps(Tool):
    """Takes ramps off a series."""

    CORE = ramps
    ID = "ramps"
    NAME = "Remove ramps"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes a plane or a quadratic surface off every date of a displacement series, as orbits, "
        "the ionosphere and long atmospheric waves leave them. The fit is robust and looks at "
        "stable and coherent pixels only; reference point and reference date stay zero. Ramps "
        "also hold long-wavelength motion: don't use it where that is what you look for."
    )
    PAPER = "Robust fit: Huber (1964), doi:10.1214/aoms/1177703732"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("orbit", "trend", "plane", "deramp", "ionosphere")
