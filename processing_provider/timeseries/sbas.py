# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SBAS inversion: from a stack of interferograms to a displacement time series."""

from __future__ import annotations

from ...algorithms.timeseries.tools import sbas
from ..tool import Tool


class Sbas(Tool):
    """Displacement time series and rate from small-baseline interferograms."""

    CORE = sbas
    ID = "sbas"
    NAME = "SBAS inversion"
    GROUP = "timeseries"
    SUMMARY = (
        "Inverts a stack of unwrapped interferograms for the displacement of every date and its "
        "rate, with their uncertainty. Displacement is along the line of sight, positive towards "
        "the satellite, relative to the first date and the reference. Coherence threshold and "
        "minimum number of pairs make it the intermittent variant (ISBAS). Where the network is "
        "cut the series is a guess by the smallest rates or by a model of the motion (NSBAS): "
        "flagged in the layer of network subsets. Unwrapping errors can be rejected pixel by "
        "pixel, noisy dates weighed down, and new dates appended to an earlier series."
    )
    PAPER = (
        "Berardino et al. (2002), doi:10.1109/TGRS.2002.803792; temporal coherence: Pepe and "
        "Lanari (2006), doi:10.1109/TGRS.2006.873207; ISBAS: Sowter et al. (2013), "
        "doi:10.1080/2150704X.2013.823673; weights: Tough et al. (1995), "
        "doi:10.1098/rspa.1995.0071; bridging: Lopez-Quiroz et al. (2009), "
        "doi:10.1016/j.jappgeo.2009.02.006; outliers: Rousseeuw and Leroy (1987), "
        "doi:10.1002/0471725382; bootstrap: Politis and Romano (1992), Davidson and Flachaire "
        "(2008), doi:10.1016/j.jeconom.2008.08.003"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("isbas", "nsbas", "robust", "inversion", "displacement", "subsidence", "small baseline")
