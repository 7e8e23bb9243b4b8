# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the radar is blind: layover, shadow, foreshortening and sensitivity."""

from __future__ import annotations

from ...algorithms.geometry.tools import visibility
from ..tool import Tool


class Visibility(Tool):
    """Classes of visibility of a terrain for one or two orbits."""

    CORE = visibility
    ID = "visibility"
    NAME = "Radar visibility"
    GROUP = "geometry"
    SUMMARY = (
        "Tells from an elevation model and the orbit where a radar sees the ground: active and "
        "passive layover, active and cast shadow, slopes parallel to the beam, foreshortening, and "
        "how sensitive the line of sight is to motion down the slope. Passive layover and cast "
        "shadow are searched for along every ray at the model's resolution. With a second orbit "
        "(usually the other pass), a map of which orbit sees what. Directions are true: the "
        "convergence of the map's grid and the shape of pixels in degrees are taken into account. "
        "The wave front is taken as plane, and voids of the model hide nothing."
    )
    PAPER = (
        "R index: Notti et al. (2014), doi:10.1080/01431161.2014.889864, with the exact "
        "slope in range; sensitivity: Cigna et al. (2013), doi:10.1007/s10346-012-0335-7; "
        "slopes: Horn (1981), doi:10.1109/PROC.1981.11918"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "layover", "shadow", "foreshortening", "r index", "sensitivity", "incidence", "dem",
        "visibility", "geometric distortion",
    )  # fmt: skip
