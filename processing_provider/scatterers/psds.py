# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain in one tool: radar images in, moving points out."""

from __future__ import annotations

from ...algorithms.chains import psds
from ..tool import Tool


class PsDs(Tool):
    """Persistent and distributed scatterers, unwrapping, inversion, corrections, points."""

    CORE = psds
    ID = "psds"
    NAME = "Images to motion (PS and DS)"
    GROUP = "scatterers"
    SUMMARY = (
        "The whole way from a stack of radar images to the motion of points in one run: persistent "
        "scatterers, phase linking of distributed ones over their homogeneous neighbours, "
        "interferograms of both, unwrapping, inversion, height errors and other corrections, "
        "velocity, points. Every step is a tool of its own, too, with more options; the model "
        "'Images to motion, step by step' puts them together to be changed. Neighbouring "
        "distributed scatterers share most of their neighbours, so they are not independent. The "
        "images have to be flattened, as 'Import radar images' makes them."
    )
    PAPER = (
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; Hooper (2008), "
        "doi:10.1029/2008GL034654; the other methods stand at the tools of the steps"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("workflow", "squeesar", "psi", "ps", "ds", "slc", "all in one", "phase linking")
