# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steep interferograms, unwrapped with the help of offsets."""

from __future__ import annotations

from ...algorithms.tracking.tools import redifferential
from ..tool import Tool


class Redifferential(Tool):
    """Offsets take the steep part out, the rest is unwrapped, the offsets are put back."""

    CORE = redifferential
    ID = "redifferential"
    NAME = "Unwrapping with offsets"
    GROUP = "tracking"
    SUMMARY = (
        "Where the ground moves by more than a quarter of the wavelength from pixel to pixel, "
        "fringes are too dense to be unwrapped. Offsets along range take that part out of the "
        "wrapped interferogram; the little that is left is unwrapped, and the offsets are put "
        "back: metres of motion with the precision of phase. Where the offsets are noisier than a "
        "quarter of the wavelength there is no result, and the log says how much that is."
    )
    PAPER = "Yun et al. (2007), doi:10.1029/2007GL029745"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("unwrapping", "range offsets", "pixel offsets", "steep gradient", "aliasing", "rmdsar")
