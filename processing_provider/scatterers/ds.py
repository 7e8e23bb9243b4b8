# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking of distributed scatterers."""

from __future__ import annotations

from ...algorithms.scatterers.tools import ds
from ..tool import Tool


class Ds(Tool):
    """Linked phases of distributed scatterers."""

    CORE = ds
    ID = "ds"
    NAME = "Distributed scatterers (phase linking)"
    GROUP = "scatterers"
    SUMMARY = (
        "Makes one phase a date out of all interferograms of a stack of radar images, over the "
        "statistically homogeneous neighbours (SHP) of every pixel. Where fields, scrub and "
        "rubble give no persistent scatterer, that gives distributed ones. The linked phases come "
        "as a stack of images, as wrapped interferograms of any network (for 'Phase unwrapping'), "
        "and as points, with their goodness of fit and the noise that is to be expected of them. "
        "Persistent scatterers that are known keep their own phase. The images have to be "
        "flattened: fringes of topography within the window would be averaged away. Scatterers are "
        "not independent: pixels that touch share most of their neighbours."
    )
    PAPER = (
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; pta: Guarnieri and Tebaldini "
        "(2008), doi:10.1109/TGRS.2008.2001756; emi: Ansari et al. (2018), "
        "doi:10.1109/TGRS.2018.2826045; evd: Fornaro et al. (2015), doi:10.1109/TGRS.2014.2352853; "
        "regularisation: Zwieback (2022), doi:10.1109/LGRS.2022.3197423; small stacks: Ansari et "
        "al. (2017), doi:10.1109/TGRS.2017.2711037; bound: Tebaldini and Monti Guarnieri (2010)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("distributed scatterer", "phase linking", "squeesar", "coherence matrix", "emi", "slc")
