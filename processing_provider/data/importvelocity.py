# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity maps that other software finished, as styled layers."""

from __future__ import annotations

from ...algorithms.data.tools import importvelocity
from ..tool import Tool


class ImportVelocity(Tool):
    """Velocities of MintPy, LiCSBAS and SARscape as rasters."""

    CORE = importvelocity
    ID = "importvelocity"
    NAME = "Import velocity map"
    GROUP = "data"
    SUMMARY = (
        "Redraws a finished velocity map of MintPy (velocity.h5), LiCSBAS (vel, vel.mskd, "
        "vel.filt.mskd ...) or SARscape's SBAS (G_SI_velocity_geo) as a raster in mm a year, with "
        "its standard deviation where there is one, in the right place and with the right sign: "
        "positive towards the satellite."
    )
    PAPER = (
        "MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; LiCSBAS: Morishita et al. "
        "(2020), doi:10.3390/rs12030424"
    )
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = ("mintpy", "licsbas", "sarscape", "rate", "load")
