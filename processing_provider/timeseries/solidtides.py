# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Solid Earth tides."""

from __future__ import annotations

from ...algorithms.timeseries.tools import solidtides
from ..tool import Tool


class SolidTides(Tool):
    """Takes the solid Earth tide off a series."""

    CORE = solidtides
    ID = "solidtides"
    NAME = "Solid Earth tides"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes the solid Earth tide off a displacement series: how Sun and Moon lifted, lowered "
        "and shifted the ground at the time of every pass, by the conventions of the IERS, along "
        "the line of sight. The ground moves by decimetres, of which a large scene keeps up to a "
        "centimetre from edge to edge. Nothing is fitted; reference point and reference date stay "
        "zero."
    )
    PAPER = (
        "Petit and Luzum (2010), IERS Conventions (2010), IERS Technical Note 36, section 7.1.1; "
        "for InSAR: Yunjun et al. (2022), doi:10.1109/TGRS.2022.3168509"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("solid earth tides", "moon", "sun", "iers")
