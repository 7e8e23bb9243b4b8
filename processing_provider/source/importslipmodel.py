# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models from one format into others."""

from __future__ import annotations

from ...algorithms.source.tools import importslipmodel
from ..tool import Tool


class ImportSlipModel(Tool):
    """Finite-fault models of SRCMOD, the USGS and Coulomb as layers, and back."""

    CORE = importslipmodel
    ID = "importslipmodel"
    NAME = "Import and export slip model"
    GROUP = "source"
    SUMMARY = (
        "Reads an earthquake's slip model and writes it in other formats: a layer of patches in "
        "space, GeoJSON, finite-source rupture models (FSP, as SRCMOD and the USGS publish them), "
        "and Coulomb's input files with right-lateral and reverse slip (.inp) or rake and net slip "
        "(.inr). Takes centres for centres and top edges for top edges, strikes from true north, "
        "and slip of the hanging wall, left-lateral and reverse positive; compares the moment with "
        "the one in the header. Triangles and opening are refused where a format cannot hold them."
    )
    PAPER = (
        "FSP: Mai and Thingbaijam (2014), doi:10.1785/0220140077; Coulomb: Toda et al. (2011), "
        "USGS Open-File Report 2011-1060"
    )
    NEEDS = ("numpy", "pyproj")
    TAGS = ("slip", "FSP", "SRCMOD", "coulomb", "inp", "finite fault", "USGS", "earthquake", "load")
