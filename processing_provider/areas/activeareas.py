# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active deformation areas."""

from __future__ import annotations

from ...algorithms.areas.tools import activeareas
from ..tool import Tool


class ActiveAreas(Tool):
    """Clusters of moving points, with their quality."""

    CORE = activeareas
    ID = "activeareas"
    NAME = "Active areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds where the ground moves: leaves out isolated points and points unlike their "
        "neighbours, selects those that move (a fixed rate, a multiple of the map's spread, or a "
        "sweep of rates that gives areas within areas), joins neighbours, and describes every "
        "area: size, rates, accumulated motion, mean series, noise in time and space, and a "
        "quality from 1 (reliable) to 4 (discard). Noise indices are shares of variance: 0 is a "
        "clean signal, 1 is noise. Quality is 1 up to 0.2 of the worse of the two, 2 up to 0.5, 3 "
        "up to 0.8; without series it is 2 at best, from the rates alone."
    )
    PAPER = (
        "Barra et al. (2017), doi:10.3390/rs9101002; Navarro et al. (2020), "
        "doi:10.3390/ijgi9100584; triangulation: Wang Y. et al. (2022); hot spots: Ord and Getis "
        "(1995), doi:10.1111/j.1538-4632.1995.tb00912.x"
    )
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = (
        "ada", "active deformation areas", "cluster", "hot spot", "dbscan", "hdbscan", "landslide",
        "subsidence",
    )  # fmt: skip
