# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Import: a folder of coregistered radar images becomes one stack file."""

from __future__ import annotations

from ...algorithms.data.tools import importslc
from ..tool import Tool


class ImportSlc(Tool):
    """One stack file from coregistered radar images."""

    CORE = importslc
    ID = "importslc"
    NAME = "Import radar images (SLC)"
    GROUP = "data"
    SUMMARY = (
        "Reads a folder of coregistered single-look complex images into one stack file, with "
        "dates, wavelength, perpendicular baselines and geometry, for persistent scatterers and "
        "phase linking. Recognises OPERA CSLC-S1 (geocoded bursts), stacks of ISCE-2 (merged/SLC), "
        "GAMMA (rslc with par) and complex GeoTIFF or ENVI files with the date in their names. The "
        "phase of the ellipsoid and the terrain, which GAMMA's images still hold, is taken off by "
        "the orbits and each pixel's latitude, longitude and height. Images in radar coordinates "
        "keep their lookup, so that results land in the right place on the map."
    )
    PAPER = (
        "Layout of MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; OPERA CSLC-S1 "
        "product specification, JPL D-108278; baseline and range geometry: Fattahi and Amelung "
        "(2013), doi:10.1109/TGRS.2012.2227761"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj", "numba")
    TAGS = ("load", "slc", "cslc", "opera", "isce", "gamma", "rslc", "complex", "burst")
