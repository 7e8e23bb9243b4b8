# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of other programs."""

from __future__ import annotations

from ...algorithms.tracking.tools import importoffsets
from ..tool import Tool


class ImportOffsets(Tool):
    """Offsets and velocities of image pairs in one convention."""

    CORE = importoffsets
    ID = "importoffsets"
    NAME = "Import offsets"
    GROUP = "tracking"
    SUMMARY = (
        "Turns offsets or velocities of image pairs of ITS_LIVE, autoRIFT, GAMMA, COSI-Corr, "
        "MicMac, Ames Stereo Pipeline, vmap, MintPy, or plain GeoTIFF, into rasters of one "
        "convention: metres from the first to the second image, to the true east and north, or "
        "towards the satellite and along its flight, with the quality that the product has. "
        "Numbers that no motion has, as of a wrong unit, are told."
    )
    PAPER = (
        "Gardner et al. (2018), doi:10.5194/tc-12-521-2018; Leprince et al. (2007), "
        "doi:10.1109/TGRS.2006.888937; Rosu et al. (2015), doi:10.1016/j.isprsjprs.2014.03.002"
    )
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = ("offset tracking", "its_live", "autorift", "gamma", "cosi-corr", "micmac", "vmap")
