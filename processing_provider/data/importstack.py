# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Import: a folder of unwrapped interferograms becomes one stack file."""

from __future__ import annotations

from ...algorithms.data.tools import importstack
from ..tool import Tool


class ImportStack(Tool):
    """One stack file from the products of other software."""

    CORE = importstack
    ID = "importstack"
    NAME = "Import interferogram stack"
    GROUP = "data"
    SUMMARY = (
        "Reads a folder of unwrapped interferograms into one stack file, with coherence, "
        "wavelength, baselines and look geometry where the product has them. Recognises GAMMA and "
        "PyRate GeoTIFF, COMET LiCSAR, ASF HyP3 (GAMMA and ISCE2 burst products), ARIA-S1-GUNW, "
        "NISAR GUNW, OPERA DISP-S1, ISCE-2 topsStack, SNAP, GMTSAR, SARscape, MintPy HDF5 and "
        "plain GeoTIFF pairs whose names hold two dates. Sign, units and no data are brought to "
        "one convention: phase in radians, later minus earlier date, positive away from the "
        "satellite; no data is NaN."
    )
    PAPER = "Layout of MintPy: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331"
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = (
        "load", "licsar", "hyp3", "gamma", "pyrate", "mintpy", "isce", "snap", "gmtsar",
        "sarscape", "interferogram",
    )  # fmt: skip
