# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Uniform rectangular faults from displacement, with their uncertainties."""

from __future__ import annotations

from ...algorithms.source.tools import faultsearch
from ..tool import Tool


class FaultSearch(Tool):
    """Global search, posterior and perturbed data."""

    CORE = faultsearch
    ID = "faultsearch"
    NAME = "Search for the fault"
    GROUP = "source"
    SUMMARY = (
        "Finds where an earthquake's fault lies and how it slipped: one or several rectangles with "
        "uniform slip in an elastic half-space. A particle swarm and differential evolution search "
        "within bounds, least squares refine; Markov chains then tell what the data leave open "
        "(credible intervals, trade-offs), and noise that is added to the data how far the best "
        "fault moves. Errors enter with their whole covariance; offsets and ramps of the tracks "
        "are solved for, and marginalised in the posterior. Parameters that a bound holds are "
        "flagged. Uniform slip is a first picture: go on with 'Slip inversion'. In place of the "
        "fault it finds a volcanic source: Mogi point, sphere, prolate spheroid, penny-shaped "
        "crack or compound dislocation."
    )
    PAPER = (
        "Rectangles: Okada (1985), doi:10.1785/BSSA0750041135; Bayesian search: Bagnardi and "
        "Hooper (2018), doi:10.1029/2018GC007585; chains: ter Braak and Vrugt (2008), "
        "doi:10.1007/s11222-008-9104-9; perturbed data: Parsons et al. (2006), Geophysical Journal "
        "International 164; volcanic sources: McTigue (1987), Yang and others (1988), Fialko and "
        "others (2001), Nikkhoo and others (2017)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "geometry", "okada", "bayesian", "mcmc", "posterior", "particle swarm", "earthquake",
        "uniform slip", "gbis", "credible interval", "volcano", "mogi",
    )  # fmt: skip
