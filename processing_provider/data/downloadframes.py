# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Download: interferograms of LiCSAR and HyP3, found by place and dates."""

from __future__ import annotations

from ...algorithms.data.tools import downloadframes
from ..tool import Tool


class DownloadFrames(Tool):
    """A folder of interferograms from the services that make them."""

    CORE = downloadframes
    ID = "downloadframes"
    NAME = "Download interferograms (LiCSAR, HyP3)"
    GROUP = "data"
    SUMMARY = (
        "Finds unwrapped interferograms of Sentinel-1 by place and dates and fetches them through "
        "QGIS' network settings, in the layout that the import reads: COMET LiCSAR's frames, "
        "which lie open, or the finished jobs of your account at ASF HyP3. A run that was stopped "
        "goes on where it ended: what is complete is not fetched again."
    )
    PAPER = (
        "LiCSAR: Lazecky et al. (2020), doi:10.3390/rs12152430; layout of LiCSBAS: Morishita et "
        "al. (2020), doi:10.3390/rs12030424"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("load", "fetch", "licsar", "hyp3", "sentinel-1", "interferogram", "frame", "web")
