# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain and rotation."""

from __future__ import annotations

from ...algorithms.strain.tools import strain
from ..tool import Tool


class Strain(Tool):
    """Strain and rotation of horizontal motion."""

    CORE = strain
    ID = "strain"
    NAME = "Strain and rotation"
    GROUP = "strain"
    SUMMARY = (
        "Takes horizontal motion apart into strain and rotation: dilatation, maximum shear, "
        "principal axes as arrows, rotation about the vertical, each with its standard deviation. "
        "From rasters of east and north, from series of them, or from GNSS stations. The turning "
        "of a plate about its pole is taken out on the ellipsoid, so that it is no strain over "
        "any distance."
    )
    PAPER = "Shen et al. (2015), doi:10.1785/0120140247"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "strain rate", "shear", "dilatation", "rotation", "gnss", "gps", "principal axes",
        "velocity gradient",
    )  # fmt: skip
