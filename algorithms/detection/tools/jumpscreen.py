# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping errors of a series or a stack, region by region."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, file, number, part, whole


class JumpScreen(Chosen):
    """Where to look, and how sure to be."""

    timeseries = file(
        "Displacement time series",
        "HDF5 in MintPy's layout (timeseries.h5). Without the stack, wrong cycles are looked for "
        "between its dates; beside the stack it tells the steady motion.",
        "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    stack = file(
        "Stack of interferograms",
        "The stack that the series was made of (ifgramStack.h5): its loops tell which "
        "interferogram is wrong. Also without a series.", "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    min_pixels = whole("Fewest pixels of a region", "Smaller ones are left out.", 25, 1)
    min_evidence = number(
        "Minimum evidence of a region",
        "Logarithm of the odds for whole cycles and against noise; 8 is 3000 to 1.", 8.0, 0.0,
        30.0,
    )  # fmt: skip
    min_sharp = number(
        "Least sharp share of a border",
        "Where no loop judges: share of a region's border that steps by nearly whole cycles from "
        "one pixel to the next. Motion tapers.", 0.8, 0.5, 1.0, advanced=True,
    )  # fmt: skip
    gap = whole(
        "Widest gap at borders (pixels)",
        "Where no loop judges: ground without data or of small parts that a border may run "
        "through, on each side of it.", 3, 0, 50, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """One of the two has to be there."""
        if self.timeseries is None and self.stack is None:
            self.refuse("timeseries", "is missing, and so is STACK; give one of them or both.")


OUTPUTS = (
    Output(
        "polygons", "REGIONS", "Unwrapping errors",
        "Outlines with interferogram, cycles to add, step, size, sharpness of the border, "
        "evidence and advice.", style="outlines",
    ),
    Output(
        "raster", "COUNT", "Number of unwrapping errors",
        "Interferograms (or steps between dates) with an unwrapping error at each pixel.",
        style="count", limits="peak",
        abstract="Interferograms, or steps between neighbouring dates, with whole cycles too many "
        "or too few.",
    ),
    Output(
        "raster", "MASK", "Pixels without unwrapping errors", "1: none was found, 0: some was.",
        optional=True, by_default=False, style="stable", abstract="1: none was found, 0: some was.",
    ),
    Output(
        "raster", "CYCLES", "Cycles to add",
        "A band for each interferogram with errors, named by its dates: whole cycles to be added.",
        optional=True,
    ),
    Output(
        "file", "TABLE", "Table of interferograms",
        "A row each: how well loops judge it, regions, pixels, share.", "CSV (*.csv)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "REGIONS_FOUND": "Regions with unwrapping errors",
    "PIXELS": "Pixels with unwrapping errors",
    "SHARE": "Share of all values that are wrong",
    "WRONG": "Interferograms with unwrapping errors",
    "SEARCHED": "Interferograms looked at",
    "UNJUDGED": "Interferograms that no loop judges",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Look for whole cycles that are wrong; see :mod:`...declare`."""
    from .jump_search import screened

    return screened(chosen, outputs, job)
