# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ramps taken off a displacement series."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, choice, file, flag, part
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Ground,
    Stable,
)

SURFACES = ("linear", "quadratic")


class Ramps(Chosen):
    """What is fitted, and where."""

    corrected = part(Corrected)
    geometry = file(
        "Geometry", "geometryGeo.h5 of the same stack, for its height.",
        "HDF5, Zarr",
        optional=True,
    )  # fmt: skip
    surface = choice(
        "Surface", "linear: a plane; quadratic: with curvature.", SURFACES,
    )  # fmt: skip
    with_height = flag(
        "Fit the height along with it",
        "So that a delay on a slope is not taken for a ramp; what follows height stays in the "
        "series. Needs the geometry.",
    )  # fmt: skip
    stable = part(Stable)
    ground = part(Ground)
    blocks = part(Blocks)

    def check(self):
        """Height needs the geometry."""
        if self.with_height and self.geometry is None:
            self.refuse("geometry", "is needed to fit the height along with the ramp.")


OUTPUTS = CORRECTION_OUTPUTS
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Fit and take off a surface a date; see :mod:`...declare`."""
    from ..ramps import RampCorrection
    from .correction import corrected

    correction = RampCorrection(SURFACES.index(chosen.surface) + 1, chosen.with_height)
    return corrected(chosen, outputs, job, correction, motion=chosen.ground.steady)
