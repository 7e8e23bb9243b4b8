# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase unwrapping of interferograms."""

from __future__ import annotations

from ...algorithms.scatterers.tools import unwrap
from ..tool import Tool


class Unwrap(Tool):
    """Wrapped interferograms to unwrapped ones."""

    CORE = unwrap
    ID = "unwrap"
    NAME = "Phase unwrapping"
    GROUP = "scatterers"
    SUMMARY = (
        "Unwraps interferograms: a stack of wrapped phases (such as that of phase linking), a "
        "folder of rasters, or one raster. The result differs from the wrapped phase by whole "
        "cycles only, and comes with connected components and a table that says how good each is. "
        "Methods: whirlwind (package whirlwind-insar, free for every use; the default where it is "
        "installed), mcf (minimum-cost flow of Groundshift's own, needs nothing), snaphu (package "
        "snaphu; its licence forbids commercial use), spacetime (sparse points, all pairs "
        "together, in time first and then in space) and spurt (package spurt, as spacetime). "
        "Several methods can run to show where they differ."
    )
    PAPER = (
        "Costantini (1998), doi:10.1109/36.673674; Chen and Zebker (2001), "
        "doi:10.1364/JOSAA.18.000338; Pepe and Lanari (2006), doi:10.1109/TGRS.2006.873207; "
        "filter: Baran et al. (2003), doi:10.1109/TGRS.2003.817212; bridging: Yunjun et al. "
        "(2019), doi:10.1016/j.cageo.2019.104331"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("snaphu", "whirlwind", "minimum cost flow", "goldstein", "connected components")
