# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How far the ground moved between two images."""

from __future__ import annotations

from ...algorithms.tracking.tools import offsets
from ..tool import Tool


class Offsets(Tool):
    """Chips of one image found again in another one."""

    CORE = offsets
    ID = "offsets"
    NAME = "Offsets of two images"
    GROUP = "tracking"
    SUMMARY = (
        "Finds small squares (chips) of one image again in another one, to hundredths of a pixel, "
        "and so how far the ground moved in between: landslides, glaciers, dunes and faults that "
        "are too fast for interferograms. Optical images, shaded reliefs and radar amplitudes will "
        "do, and complex radar images of a stack. Each vector comes with its standard deviation; "
        "with stable ground the misregistration of the images is taken off."
    )
    PAPER = (
        "Baker and Matthews (2004), doi:10.1023/B:VISI.0000011205.11775.fd; Lei et al. (2021), "
        "doi:10.3390/rs13040749; De Zan (2014), doi:10.1109/LGRS.2013.2255259"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "offset tracking", "pixel offsets", "feature tracking", "image correlation", "autorift",
        "cosi-corr", "glacier velocity", "speckle tracking", "displacement",
    )  # fmt: skip
