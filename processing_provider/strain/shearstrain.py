# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across mapped faults."""

from __future__ import annotations

from ...algorithms.strain.tools import shearstrain
from ..tool import Tool


class ShearStrain(Tool):
    """Shear and creep of segments."""

    CORE = shearstrain
    ID = "shearstrain"
    NAME = "Shear across faults"
    GROUP = "strain"
    SUMMARY = (
        "Shear rate across mapped faults from maps of line-of-sight rates or phase-gradient stacks "
        "of one or two orbits, masked where the look vector has no part along the fault: for every "
        "segment the shear at the trace with its standard deviation, the peak, its width, the rate "
        "of surface creep, and whether it creeps or is locked, at a stated rate of false alarms "
        "that is checked away from the faults. Right-lateral is positive."
    )
    PAPER = ""
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("creep", "fault", "interseismic", "locking", "phase gradient", "aseismic")
