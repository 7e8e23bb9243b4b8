# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What slip on faults, or a volcanic source, does to the ground and to the rock below."""

from __future__ import annotations

from ...algorithms.source.tools import forwardmodel
from ..tool import Tool


class ForwardModel(Tool):
    """Displacement, fringes, strain and stress of a slip model or of volcanic sources."""

    CORE = forwardmodel
    ID = "forwardmodel"
    NAME = "Forward model of slip"
    GROUP = "source"
    SUMMARY = (
        "Computes what slip on faults, or a volcanic source, does to an elastic half-space: "
        "displacement to the east, north and up, displacement and wrapped fringes along an "
        "orbit's line of sight, strain "
        "and stress; on a map at any depth, or at points. Patches are rectangles or triangles. "
        "Numbers hold near edges, near vertical dips and where faults break the surface, where "
        "published codes fail; on the edges themselves, and a hair beside corners at "
        "the surface, there is no number. Volcanic sources are Mogi points, spheres, prolate "
        "spheroids, penny-shaped cracks and compound dislocations. Topography, layers and "
        "the Earth's curvature are left out."
    )
    PAPER = (
        "Rectangles: Okada (1985), doi:10.1785/BSSA0750041135; Okada (1992), "
        "doi:10.1785/BSSA0820021018; triangles: Nikkhoo and Walter (2015), "
        "doi:10.1093/gji/ggv035; volcanic sources: McTigue (1987), Yang and others (1988), Fialko "
        "and others (2001), Nikkhoo and others (2017)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "okada", "dislocation", "elastic", "half-space", "coseismic", "interferogram", "strain",
        "stress", "earthquake", "volcano", "mogi", "reservoir", "penny", "sill",
        "compound dislocation",
    )  # fmt: skip
