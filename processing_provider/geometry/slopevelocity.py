# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along the steepest slope."""

from __future__ import annotations

from ...algorithms.geometry.tools import slopevelocity
from ..tool import Tool


class SlopeVelocity(Tool):
    """Line-of-sight rates of points or rasters as rates down the slope."""

    CORE = slopevelocity
    ID = "slopevelocity"
    NAME = "Rates along the slope"
    GROUP = "geometry"
    SUMMARY = (
        "Turns rates along the line of sight into rates along the steepest slope of an elevation "
        "model, V = V_los / C, positive downhill, where C is the cosine between the line of sight "
        "and steepest descent. This takes for granted that the ground slides down the steepest "
        "slope. Where the radar hardly sees such motion (small C) a rate would be noise: it is "
        "left out, or C is held at its minimum. Flat ground has no direction and is left out; "
        "motion uphill is flagged. Standard deviations are carried over. Points keep all of their "
        "fields. Heights with noise tilt slopes: SRTM's few metres over 30 m make several "
        "degrees, so fit planes over 50 to 150 m."
    )
    PAPER = (
        "Cigna et al. (2013), doi:10.1007/s10346-012-0335-7; Notti et al. (2014), "
        "doi:10.1080/01431161.2014.889864"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("landslide", "downslope", "vslope", "projection", "sensitivity", "c index")
