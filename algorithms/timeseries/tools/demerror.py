# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The effect of height errors taken off a displacement series."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, file, number, part
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Motion,
    Stable,
)


class DemError(Chosen):
    """How the motion goes that is told from height errors."""

    corrected = part(Corrected)
    geometry = file(
        "Geometry",
        "geometryGeo.h5 of the same stack, for incidence and slant range. Without it the height"
        " error is scaled by one incidence and the distance to the orbit; the corrected series "
        "is the same.", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    motion = part(Motion, changes={"degree": {"default": 2}})
    incidence = number(
        "Incidence (degrees)",
        "Where the geometry does not give it: from the vertical, one for the scene; from the "
        "series' attributes if empty.", None, 1.0, 89.0, optional=True, advanced=True,
    )  # fmt: skip
    stable = part(Stable)
    blocks = part(Blocks)


OUTPUTS = (
    *CORRECTION_OUTPUTS,
    Output(
        "raster", "DEM_ERROR", "DEM error",
        "Metres by which the ground lies above the elevation model.", optional=True,
        style="dem_error", limits="symmetric",
    ),
    Output(
        "raster", "DEM_ERROR_STD", "DEM error standard deviation", "Metres, from the residuals.",
        optional=True, style="dem_error_std", limits="p98", abstract="Metres.",
    ),
)  # fmt: skip
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Fit the height errors and take them off; see :mod:`...declare`."""
    from ...formats.weather.weather import radar_geometry
    from ..demerror import DemErrorCorrection
    from .correction import corrected

    geometry, assumed = radar_geometry(chosen.corrected.timeseries, chosen.incidence)
    if assumed and chosen.geometry is None:
        job.note(f"Not known and assumed: {', '.join(assumed)}.")
    return corrected(chosen, outputs, job, DemErrorCorrection(chosen.motion.model(), geometry))
