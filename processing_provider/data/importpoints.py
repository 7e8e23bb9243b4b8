# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measurement points that others made (EGMS, SARPROZ, SqueeSAR, MintPy, SARvey ...) as a layer."""

from __future__ import annotations

from ...algorithms.data.tools import importpoints
from ..tool import Tool


class ImportPoints(Tool):
    """Tables and layers of points of any maker in our convention."""

    CORE = importpoints
    ID = "importpoints"
    NAME = "Import measurement points"
    GROUP = "data"
    SUMMARY = (
        "Reads points with displacement series of the European Ground Motion Service (Basic, "
        "Calibrated and Ortho CSV, zipped or not), SARPROZ, StaMPS, SqueeSAR, SARscape and other "
        "tables, shapefiles, and HDF5 of MintPy, LiCSBAS and SARvey; tells in the log what it "
        "found (format, dates, sign, unit, CRS, columns), and writes one layer in mm, positive "
        "towards the satellite, that all tools and viewers of series take. A rate or a standard "
        "deviation that a file lacks is fitted to its series."
    )
    PAPER = (
        "EGMS: Product Description and Format Specification (EGMS-D6-PDD); rates: Fattahi and "
        "Amelung (2015), doi:10.1002/2015JB012419"
    )
    NEEDS = ("numpy", "numba", "h5py", "pyproj")
    TAGS = (
        "egms", "sarproz", "stamps", "squeesar", "sarscape", "mintpy", "licsbas", "sarvey", "csv",
        "ps", "load", "zip",
    )  # fmt: skip

    def packed(self, parameters, context):
        """Told by the run, which knows what is taken from archives and folders."""
        return []
