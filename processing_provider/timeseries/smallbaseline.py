# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain in one tool: interferograms in, a velocity with its corrections out."""

from __future__ import annotations

from ...algorithms.chains import smallbaseline
from ..tool import Tool


class SmallBaseline(Tool):
    """Import, network, unwrapping errors, inversion, corrections, velocity, points."""

    CORE = smallbaseline
    ID = "smallbaseline"
    NAME = "Small-baseline chain"
    GROUP = "timeseries"
    SUMMARY = (
        "The whole way from unwrapped interferograms to a velocity in one run: import, choice of "
        "pairs, correction of unwrapping errors, SBAS inversion, troposphere, height errors, "
        "ramps, atmosphere filter, velocity, points. A step that the data do not carry (no "
        "heights, no baselines, no triplets) is left out, which the log and the report say. Each "
        "step is a tool of its own, too, with more options; the model 'Small-baseline chain, "
        "step by step' puts them together to be changed."
    )
    PAPER = (
        "Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, for the order of the steps; "
        "Berardino et al. (2002), doi:10.1109/TGRS.2002.803792; the other methods stand at the "
        "tools of the steps"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("sbas", "workflow", "mintpy", "velocity", "subsidence", "all in one")
