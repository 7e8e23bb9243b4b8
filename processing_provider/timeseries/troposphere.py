# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Troposphere: from height alone, or from a weather model."""

from __future__ import annotations

from ...algorithms.timeseries.tools import troposphere
from ..tool import Tool


class Troposphere(Tool):
    """Takes the delay of the troposphere off a series."""

    CORE = troposphere
    ID = "troposphere"
    NAME = "Tropospheric correction"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes the delay of the troposphere off a displacement series: what follows height, over "
        "the scene or in overlapping windows that are stitched smoothly, or the delay of a "
        "weather model (GACOS files, ERA5 on pressure levels). Fits look at stable and coherent "
        "pixels only. Reference point and reference date stay zero. Reports the variance taken "
        "out by date; dates that would become noisier are named and left as they are."
    )
    PAPER = (
        "Height: Doin et al. (2009), doi:10.1016/j.jappgeo.2009.03.010; windows: Bekaert et al. "
        "(2015), doi:10.1002/2014JB011558; GACOS: Yu et al. (2018), "
        "doi:10.1016/j.rse.2017.10.038; reanalysis: Jolivet et al. (2011), "
        "doi:10.1029/2011GL048757"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("atmosphere", "delay", "gacos", "era5", "stratified", "weather", "elevation", "pca")
