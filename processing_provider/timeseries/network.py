# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of interferograms: its statistics, and which pairs to keep."""

from __future__ import annotations

from ...algorithms.timeseries.tools import network
from ..tool import Tool


class NetworkTool(Tool):
    """Statistics of pairs and their selection."""

    CORE = network
    ID = "network"
    NAME = "Interferogram network"
    GROUP = "timeseries"
    SUMMARY = (
        "Describes the network of a stack of interferograms: perpendicular and temporal "
        "baselines, mean coherence and phase closure of every pair, the subsets that pairs join, "
        "and the rank of the system. Drops pairs by thresholds, by date or name, and by closure, "
        "while a spanning tree of the most coherent pairs can keep the network in one piece. The "
        "dropped pairs come out as text for 'Pairs to leave out' of the SBAS inversion, and as "
        "marks in a copy of the stack."
    )
    PAPER = (
        "Spanning tree: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; loop errors: "
        "Morishita et al. (2020), doi:10.3390/rs12030424"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("baseline", "pairs", "coherence", "minimum spanning tree", "loop", "connectivity")
