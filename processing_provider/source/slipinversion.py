# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip on the patches of a fault from displacement."""

from __future__ import annotations

from ...algorithms.source.tools import slipinversion
from ..tool import Tool


class SlipInversion(Tool):
    """Slip and rake on patches, with errors and resolution."""

    CORE = slipinversion
    ID = "slipinversion"
    NAME = "Slip inversion"
    GROUP = "source"
    SUMMARY = (
        "Finds how much, and which way, the patches of a fault slipped, from samples of "
        "displacement: least squares with the data's covariance, slip kept within bounds and "
        "smooth along, across and between segments. Smoothing and dip are chosen from a grid of "
        "both. Comes with standard errors, resolution, a checkerboard test, moment and magnitude. "
        "Works alike for earthquakes, afterslip and creep. The rock is an elastic half-space; "
        "moment is what noise, smoothing, bounds and dip make it, which its error and its interval "
        "count together (the dip where several are tried)."
    )
    PAPER = (
        "Smoothing: Harris and Segall (1987), doi:10.1029/JB092iB08p07945; dip and smoothing: Feng "
        "et al. (2013), doi:10.1093/gji/ggt254; corner: Hansen and O'Leary (1993), "
        "doi:10.1137/0914086; cross-validation: Golub et al. (1979), "
        "doi:10.1080/00401706.1979.10489751; bounds: Judice and Pires (1994), "
        "doi:10.1016/0305-0548(94)90106-6; dislocations: Okada (1985), doi:10.1785/BSSA0750041135"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "earthquake", "fault", "slip", "distributed", "okada", "coseismic", "afterslip", "rake",
        "moment", "magnitude", "gnss",
    )  # fmt: skip
