# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers: points and displacement series from radar images."""

from __future__ import annotations

from ...algorithms.scatterers.tools import ps
from ..tool import Tool


class Ps(Tool):
    """Persistent scatterers and their motion."""

    CORE = ps
    ID = "ps"
    NAME = "Persistent scatterers (PS)"
    GROUP = "scatterers"
    SUMMARY = (
        "Finds points in a stack of radar images whose phase stays stable, such as houses and "
        "rocks, and their displacement series along the line of sight, positive towards the "
        "satellite. Candidates of low amplitude dispersion are judged by their phase stability: "
        "the phase that neighbours share and the error of a point's height are taken off, in "
        "rounds, and what remains is compared with that of decoys, pixels of random phase that go "
        "through the same rounds. Side lobes and noisy points are left out. The phases are "
        "unwrapped in time and space, then rate and height error are estimated and the atmosphere "
        "is filtered out of the series (the rates stay as they are). Ground that stays coherent "
        "has a stable phase, too, without being a point: what has no steadier amplitude than "
        "ground as coherent as its surroundings is left out, unless it is to be kept."
    )
    PAPER = (
        "Hooper et al. (2007), doi:10.1029/2006JB004763; Ferretti et al. (2001), "
        "doi:10.1109/36.898661; decoys: Barber and Candes (2015), doi:10.1214/15-AOS1337; two "
        "polarisations: Navarro-Sanchez et al. (2014), doi:10.1109/LGRS.2014.2304701"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("persistent scatterer", "psi", "stamps", "slc", "time series", "dual polarisation")
