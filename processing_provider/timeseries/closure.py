# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure: unwrapping errors found, mapped and corrected."""

from __future__ import annotations

from ...algorithms.timeseries.tools import closure
from ..tool import Tool


class Closure(Tool):
    """Triplets that don't close, and their correction."""

    CORE = closure
    ID = "closure"
    NAME = "Phase closure and unwrapping errors"
    GROUP = "timeseries"
    SUMMARY = (
        "Counts at every pixel the triplets of interferograms whose phases do not add up to zero: "
        "somewhere in them a pair was unwrapped wrongly by whole cycles. Corrects such errors by "
        "bridging reliable components of each interferogram and by integer closure of the "
        "triplets of each pixel. A pixel uses the triplets that it has, and a correction is taken "
        "only where more of them close afterwards and noise does not explain as much; all other "
        "values keep their bits, and the log says what was left alone. Where pairs "
        "are in no triplet, bridging cannot be checked and is taken as it is."
    )
    PAPER = "Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("unwrapping error", "bridging", "triplet", "loop", "ambiguity")
