# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement maps, and text files of samples, into one layer of samples."""

from __future__ import annotations

from ...algorithms.source.tools import downsample
from ..tool import Tool


class Downsample(Tool):
    """A track of displacement as samples with their errors."""

    CORE = downsample
    ID = "downsample"
    NAME = "Down-sample displacement"
    GROUP = "source"
    SUMMARY = (
        "Turns a map of displacement along the line of sight into some hundred samples that an "
        "inversion can take, with the look vector, the extent, the number of pixels and the "
        "standard deviation of each, and the covariance between them from the semivariogram of "
        "the far field. One track a run: give the samples of the tracks before as 'Earlier "
        "samples', and the new layer holds all of them. Text files of samples (.lltnde, .lldet of "
        "GNSS, CSV, GBIS' .mat) come in the same way. Displacement in the layer is in mm, positive "
        "towards the satellite."
    )
    PAPER = (
        "Quadtree: Jonsson et al. (2002), doi:10.1785/0120000922; curvature: Simons et al. (2002), "
        "doi:10.1785/0120000933; resolution and covariance: Lohman and Simons (2005), "
        "doi:10.1029/2004GC000841; model: Luo et al. (2021)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "earthquake", "quadtree", "subsampling", "downsampling", "covariance", "semivariogram",
        "samples", "gnss", "fault",
    )  # fmt: skip
