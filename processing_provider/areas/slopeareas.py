# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs: active areas on slopes that the radar sees."""

from __future__ import annotations

from ...algorithms.chains import slopeareas
from ..tool import Tool


class SlopeAreas(Tool):
    """Active areas on slopes in view, of one or two orbits."""

    CORE = slopeareas
    ID = "slopeareas"
    NAME = "Slope areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds slopes that move: active areas by the cut triangulation of moving points, less "
        "those on gentle ground and those in layover or shadow, which go to a layer of their own "
        "with the reason. With points of a second orbit (usually the other pass) both are merged "
        "into one set that says what each orbit has seen: motion, rest, no points, or that it is "
        "blind there. Rates of the two orbits are never averaged; the columns without a number are "
        "those of the orbit with more moving points."
    )
    PAPER = (
        "Wang Y. et al. (2022), with their six parameters; sensitivity: Cigna et al. (2013), "
        "doi:10.1007/s10346-012-0335-7"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("ada", "landslide", "slope", "ascending", "descending", "cluster", "inventory")
