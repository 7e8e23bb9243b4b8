# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Moving ground found in interferograms."""

from __future__ import annotations

from ...algorithms.detection.tools import detectmotion
from ..tool import Tool


class DetectMotion(Tool):
    """Subsidence basins and moving slopes in wrapped phase."""

    CORE = detectmotion
    ID = "detectmotion"
    NAME = "Detect motion in interferograms"
    GROUP = "detection"
    SUMMARY = (
        "Finds subsidence basins and moving slopes in wrapped or unwrapped interferograms, or in "
        "maps of displacement or rates, without unwrapping anything: a small network, or the "
        "classical Laplacian of Gaussian. Detections of several interferograms and of two orbits "
        "become one object with a score that says how often such a detection is right. The stack "
        "cut to the objects can go on to the time-series tools."
    )
    PAPER = "Lindeberg (1998), International Journal of Computer Vision 30(2) (log)"
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("detection", "subsidence", "mining", "basin", "landslide", "neural network", "wrapped")
