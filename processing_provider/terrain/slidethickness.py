# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness of slides."""

from __future__ import annotations

from ...algorithms.terrain.tools import slidethickness
from ..tool import Tool


class SlideThickness(Tool):
    """Thickness by conservation of mass."""

    CORE = slidethickness
    ID = "slidethickness"
    NAME = "Thickness of slides"
    GROUP = "terrain"
    SUMMARY = (
        "Tells from the motion of a slide's surface how thick it is: where more ground comes in "
        "than goes out, the surface must rise. Gives the thickness, the base that the slide rides "
        "over, and its volume, each with the range between a rigid block and a viscous flow. The "
        "thickness is smooth as the L-curve wants it, never negative, and ends at the outline."
    )
    PAPER = (
        "Booth et al. (2013), doi:10.1002/grl.50828; Delbridge et al. (2016), "
        "doi:10.1002/2016JB012886"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("mass conservation", "landslide depth", "basal surface", "slip surface", "volume")
    TERRAIN = "DEM"
