# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of the elevation model."""

from __future__ import annotations

from .correction_tool import GEOMETRY, TIMESERIES, CorrectionTool
from .motion_parameters import add_motion, check_motion, motion_model


class DemError(CorrectionTool):
    """Takes the effect of height errors off a series."""

    ID = "demerror"
    NAME = "DEM error correction"
    SUMMARY = (
        "Estimates the error of the elevation model at every pixel from the perpendicular "
        "baselines, jointly with a model of the motion, and takes its effect off the displacement "
        "series. The series must hold the baseline of every date. Maps the height error and its "
        "standard deviation."
    )
    PAPER = "Fattahi and Amelung (2013), doi:10.1109/TGRS.2012.2227761"
    TAGS = ("topography", "height", "baseline", "residual")
    GEOMETRY_HELP = (
        "geometryGeo.h5 of the same stack, for incidence and slant range. Without it the height "
        "error is scaled by one incidence and the distance to the orbit; the corrected series is "
        "the same."
    )
    INCIDENCE, DEM_ERROR, DEM_ERROR_STD = "INCIDENCE", "DEM_ERROR", "DEM_ERROR_STD"

    def declare(self):
        """Parameters and outputs."""
        self.add_series_inputs()
        add_motion(self, 2)
        self.add_number(
            self.INCIDENCE, "Incidence (degrees)",
            "Where the geometry does not give it: from the vertical, one for the scene; from the "
            "series' attributes if empty.",
            None, 1.0, 89.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_selection()
        self.add_correction_outputs()
        self.add_raster_output(
            self.DEM_ERROR, "DEM error",
            "Metres by which the ground lies above the elevation model.", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.DEM_ERROR_STD, "DEM error standard deviation", "Metres, from the residuals.",
            optional=True,
        )  # fmt: skip
        self.add_run()

    def check(self, parameters, context):
        """Dates must be ones."""
        check_motion(self, parameters, context)

    def correction(self, parameters, context, feedback):
        """See the base class."""
        from ...algorithms.io.weather import radar_geometry
        from ...algorithms.timeseries.demerror import DemErrorCorrection

        geometry, assumed = radar_geometry(
            self.existing_path(parameters, TIMESERIES, context),
            self.number(parameters, self.INCIDENCE, context),
        )
        if assumed and not self.is_given(parameters, GEOMETRY):
            feedback.pushInfo(f"Not known and assumed: {', '.join(assumed)}.")
        return DemErrorCorrection(motion_model(self, parameters, context), geometry)

    def extra_targets(self, parameters, context):
        """See the base class."""
        names = (self.DEM_ERROR, self.DEM_ERROR_STD)
        return {name: self.output_path(parameters, name, context) for name in names}

    def style_extra(self, extra, report):
        """See the base class."""
        self.style_raster(
            extra[self.DEM_ERROR], "dem_error", report.dem_error.symmetric_limit,
            title="DEM error",
            abstract="Metres by which the ground lies above the elevation model.",
        )  # fmt: skip
        self.style_raster(
            extra[self.DEM_ERROR_STD], "dem_error_std", (0.0, report.dem_error_std.p98),
            title="DEM error standard deviation", abstract="Metres.",
        )  # fmt: skip
