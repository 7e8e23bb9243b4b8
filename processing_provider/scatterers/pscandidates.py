# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Candidates for persistent scatterers by their amplitude dispersion."""

from __future__ import annotations

from ...algorithms.scatterers.tools import pscandidates
from ..tool import Tool


class PsCandidates(Tool):
    """Amplitude dispersion and candidates."""

    CORE = pscandidates
    ID = "pscandidates"
    NAME = "PS candidates"
    GROUP = "scatterers"
    SUMMARY = (
        "Maps how steady every pixel of a stack of radar images is in its amplitude, and chooses "
        "candidates for persistent scatterers. The amplitude dispersion is the standard deviation "
        "of the calibrated amplitude over its mean; where it is below 0.25 it is about the noise "
        "of the phase in radians, and below 0.4 a pixel is worth looking at by its phase. Speckle "
        "has 0.52, and with few images a share of it gets below the limits by chance: the log "
        "tells how much. Images are made equally bright first; the factors are in the log and in "
        "the table."
    )
    PAPER = (
        "Ferretti et al. (2001), doi:10.1109/36.898661; limit of candidates: Hooper et al. (2004), "
        "doi:10.1029/2004GL021737"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("persistent scatterer", "amplitude dispersion", "slc", "calibration", "backscatter")
