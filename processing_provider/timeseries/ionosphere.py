# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ionosphere."""

from __future__ import annotations

from ...algorithms.timeseries.tools import ionosphere
from ..tool import Tool


class Ionosphere(Tool):
    """Takes the ionosphere off a series."""

    CORE = ionosphere
    ID = "ionosphere"
    NAME = "Ionospheric correction"
    GROUP = "timeseries"
    SUMMARY = (
        "Takes the ionosphere off a displacement series by maps that you have: the ionospheric "
        "phase of pairs or dates, as split-spectrum methods give it (ISCE-2), or the vertical "
        "content of electrons of every date. Maps may lie on any grid. Reference point and "
        "reference date stay zero."
    )
    PAPER = (
        "Split spectrum: Gomba et al. (2016), doi:10.1109/TGRS.2015.2481079; electrons: Yunjun et "
        "al. (2022), doi:10.1109/TGRS.2022.3168509"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("ionosphere", "split spectrum", "electrons", "tec", "l-band")
