# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ramps: planes and quadratic surfaces by date."""

from __future__ import annotations

from .correction_tool import GEOMETRY, CorrectionTool

SURFACES = ("linear", "quadratic")


class Ramps(CorrectionTool):
    """Takes ramps off a series."""

    ID = "ramps"
    NAME = "Remove ramps"
    SUMMARY = (
        "Takes a plane or a quadratic surface off every date of a displacement series, as orbits, "
        "the ionosphere and long atmospheric waves leave them. The fit is robust and looks at "
        "stable and coherent pixels only; reference point and reference date stay zero. Ramps "
        "also hold long-wavelength motion: don't use it where that is what you look for."
    )
    PAPER = "Robust fit: Huber (1964), doi:10.1214/aoms/1177703732"
    TAGS = ("orbit", "trend", "plane", "deramp", "ionosphere")
    FOLLOWS_GROUND = True
    GEOMETRY_HELP = "geometryGeo.h5 of the same stack, for its height."
    SURFACE, WITH_HEIGHT = "SURFACE", "WITH_HEIGHT"

    def declare(self):
        """Parameters and outputs."""
        self.add_series_inputs()
        self.add_choice(
            self.SURFACE, "Surface", "linear: a plane; quadratic: with curvature.", SURFACES,
            SURFACES[0],
        )  # fmt: skip
        self.add_flag(
            self.WITH_HEIGHT, "Fit the height along with it",
            "So that a delay on a slope is not taken for a ramp; what follows height stays in the "
            "series. Needs the geometry.",
        )  # fmt: skip
        self.add_selection()
        self.add_steady()
        self.add_correction_outputs()
        self.add_run()

    def check(self, parameters, context):
        """Height needs the geometry."""
        wanted = self.flag(parameters, self.WITH_HEIGHT, context)
        if wanted and not self.is_given(parameters, GEOMETRY):
            return f"{self.title(GEOMETRY)}: is needed to fit the height along with the ramp."
        return None

    def correction(self, parameters, context, feedback):
        """See the base class."""
        from ...algorithms.timeseries.ramps import RampCorrection

        degree = SURFACES.index(self.choice(parameters, self.SURFACE, context)) + 1
        return RampCorrection(degree, self.flag(parameters, self.WITH_HEIGHT, context))
