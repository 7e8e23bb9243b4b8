# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps of offsets at the borders of detectors."""

from __future__ import annotations

from ...algorithms.tracking.tools import detectorbias
from ..tool import Tool


class DetectorBias(Tool):
    """Offsets of optical images without the steps of the camera's detectors."""

    CORE = detectorbias
    ID = "detectorbias"
    NAME = "Steps at detector borders"
    GROUP = "tracking"
    SUMMARY = (
        "Sentinel-2's camera is a row of twelve detectors, whose geometry differs by tenths of a "
        "pixel: offsets of its images have steps at their borders. The tool estimates them on slow "
        "ground, for every pair of detectors of the two images, by a robust constant or a line "
        "along track, tells them with their errors, and takes them off."
    )
    PAPER = (
        "Leprince et al. (2007), doi:10.1109/TGRS.2006.888937; Kääb et al. (2016), "
        "doi:10.3390/rs8070598"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("sentinel-2", "stripe", "jitter", "ccd", "msk_detfoo", "destriping", "glacier")
