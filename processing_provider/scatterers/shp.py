# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistically homogeneous neighbours."""

from __future__ import annotations

from ...algorithms.scatterers.tools import shp
from ..tool import Tool


class Shp(Tool):
    """Number of neighbours of every pixel that are like it."""

    CORE = shp
    ID = "shp"
    NAME = "Homogeneous neighbours (SHP)"
    GROUP = "scatterers"
    SUMMARY = (
        "Finds the statistically homogeneous neighbours (SHP) of every pixel of a stack of "
        "radar images: the pixels of a window whose amplitudes over time follow the same law, and "
        "that hang together with the pixel. Their number is the map; a pixel with enough of them "
        "is a distributed scatterer, over which phases can be averaged. Every test refuses the "
        "given share of true neighbours, checked for 10 to 100 images; only 'ks' can keep "
        "to it no better than its steps allow (5.2 % for 10 images, 3.4 % for 20, 3.9 % for 50). "
        "The images' coherence with one another is measured and the limits widened for it, so that "
        "the share holds on average over the scene; the log tells how many independent images they "
        "are worth."
    )
    PAPER = (
        "glrt: Parizzi and Brcic (2011), doi:10.1109/LGRS.2010.2083631; ci: Jiang et al. (2015), "
        "doi:10.1109/TGRS.2014.2336237; t: Shamshiri et al. (2018), doi:10.3390/rs10050794; ks: "
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; ad: Pettitt (1976), "
        "doi:10.1093/biomet/63.1.161, and Scholz and Stephens (1987)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "distributed scatterer",
        "homogeneous pixels",
        "despeckling",
        "kolmogorov-smirnov",
        "slc",
    )
