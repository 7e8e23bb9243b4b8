# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of interferograms that are noise."""

from __future__ import annotations

from ...algorithms.detection.tools import decorrelationmask
from ..tool import Tool


class DecorrelationMask(Tool):
    """Which pixels of an interferogram to trust."""

    CORE = decorrelationmask
    ID = "decorrelationmask"
    NAME = "Mask decorrelated pixels"
    GROUP = "detection"
    SUMMARY = (
        "Tells which pixels of wrapped interferograms can be trusted. A threshold of the coherence "
        "keeps noise that is coherent by chance and drops steep fringes; a small network looks at "
        "coherence, fringes and residues around every pixel instead and gives the probability that "
        "the standard deviation of its phase is below one radian."
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("coherence", "mask", "decorrelation", "neural network", "deep learning", "residues")
