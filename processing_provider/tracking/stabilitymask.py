# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stable ground."""

from __future__ import annotations

from ...algorithms.tracking.tools import stabilitymask
from ..tool import Tool


class StabilityMask(Tool):
    """Ground that stays coherent from image to image."""

    CORE = stabilitymask
    ID = "stabilitymask"
    NAME = "Stable ground by coherence"
    GROUP = "tracking"
    SUMMARY = (
        "Finds ground that stays coherent from radar image to radar image: every image is "
        "compared with its next two, and where the coherence is high on the average, the ground "
        "does not move much. The mask serves as stable ground for offsets and their errors."
    )
    PAPER = "Touzi et al. (1999), doi:10.1109/36.739146 (coherence of noise)"
    NEEDS = ("numpy", "numba", "h5py")
    TAGS = ("coherence", "stable ground", "mask", "slc", "offset tracking")
