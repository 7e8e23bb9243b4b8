# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along the steepest slope."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .look_parameters import add_look, collect_look, look_source
from .rate_parameters import add_rate_fields, add_rates, add_unit, collect_rates, rate_source

RULES = ("drop", "clip")


class SlopeVelocity(Tool):
    """Line-of-sight rates of points or rasters as rates down the slope."""

    ID = "slopevelocity"
    NAME = "Rates along the slope"
    GROUP = "geometry"
    SUMMARY = (
        "Turns rates along the line of sight into rates along the steepest slope of an elevation "
        "model, V = V_los / C, positive downhill, where C is the cosine between the line of sight "
        "and steepest descent. This takes for granted that the ground slides down the steepest "
        "slope. Where the radar hardly sees such motion (small C) a rate would be noise: it is "
        "left out, or C is held at its least size. Flat ground has no direction and is left out; "
        "motion uphill is flagged. Standard deviations are carried over. Points keep all of their "
        "fields. Heights with noise tilt slopes: SRTM's few metres over 30 m make several "
        "degrees, so fit planes over 50 to 150 m."
    )
    PAPER = (
        "Cigna et al. (2013), doi:10.1007/s10346-012-0335-7; Notti et al. (2014), "
        "doi:10.1080/01431161.2014.889864"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("landslide", "downslope", "vslope", "projection", "sensitivity", "c index")

    RATES, DEM, RADIUS, RULE, LEAST = "RATES", "DEM", "RADIUS", "RULE", "LEAST_SENSITIVITY"
    FLAT, DROP_UP, SLOPE_STD, AWAY = "FLAT", "DROP_UP_SLOPE", "SLOPE_STD", "AWAY"
    STD_RASTER, LEFT_LOOKING = "STD_RASTER", "LEFT_LOOKING"
    POINTS, RASTER, STATUS = "POINTS", "RASTER", "STATUS"

    def declare(self):
        """Parameters and outputs."""
        add_rates(
            self, self.RATES, "Rates: points or velocity raster",
            "Along the line of sight, positive towards the satellite.",
        )  # fmt: skip
        self.add_raster(
            self.DEM, "Elevation model", "Heights in metres, in degrees or on a projected map."
        )
        add_look(self, optional=True)
        self.add_number(
            self.RADIUS, "Radius of the slope (m)",
            "Slopes are those of planes fitted to so large a neighbourhood (Gaussian weights, half "
            "the radius is their standard deviation); 0 takes 3 x 3 cells.", 60.0, 0.0, 5000.0,
        )  # fmt: skip
        self.add_choice(
            self.RULE, "Where sensitivity is low",
            "drop: no rate; clip: C is held at the least sensitivity, with its sign, so the rate "
            "is an underestimate.", RULES, RULES[0],
        )  # fmt: skip
        self._declare_rules()
        self.add_vector_output(
            self.POINTS, "Points along the slope",
            "For points: all of their fields, and slope_velocity_mm_yr, slope_velocity_std_mm_yr, "
            "sensitivity_c, slope_deg, aspect_deg (downhill), slope_status.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.RASTER, "Raster along the slope",
            "For a raster: bands rate and standard deviation (mm/yr), C, slope, aspect.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.STATUS, "Status", "For a raster: what became of every cell.", optional=True,
            by_default=False,
        )  # fmt: skip
        for name, title in (
            ("KEPT", "Rates along the slope"), ("UP_SLOPE", "Of these uphill"),
            ("LOW", "Left out: low sensitivity"), ("FLAT_CELLS", "Left out: flat"),
            ("MEDIAN", "Median rate (mm/yr)"), ("FASTEST", "Fastest rate downhill (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        add_run_parameters(self)

    def _declare_rules(self):
        for name, title, text, value, low, high in (
            (self.LEAST, "Minimum sensitivity", "|C|; 0.2 to 0.3 in practice.", 0.3, 0.01, 1.0),
            (self.FLAT, "Flat below (degrees)", "Gentler slopes are left out.", 5.0, 0.0, 45.0),
            (self.SLOPE_STD, "Standard deviation of the slope (degrees)",
             "Adds to the standard deviation of the rates; 0 takes slopes as exact.", 0.0, 0.0,
             30.0),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, advanced=True)
        self.add_flag(
            self.DROP_UP, "Leave out motion uphill",
            "It is flagged otherwise. Ground at rest has noise of both signs: leaving out one "
            "makes it slide.", advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.AWAY,
            "Rates are positive away from the satellite",
            "Their sign is turned first.",
            advanced=True,
        )
        self.add_flag(
            self.LEFT_LOOKING, "Left-looking radar",
            "The radar looks to the left of its flight (geometry files and line-of-sight rasters "
            "know by themselves).", advanced=True,
        )  # fmt: skip
        self.add_raster(
            self.STD_RASTER, "Raster of standard deviations",
            "On the grid of the velocity raster, where that has no band velocity_std.",
            optional=True, advanced=True,
        )  # fmt: skip
        add_rate_fields(self)
        add_unit(self)

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._rates = collect_rates(self, parameters, self.RATES, context)
        self._dem = self.raster_path(parameters, self.DEM, context)
        self._std = self.raster_path(parameters, self.STD_RASTER, context)
        self._look = collect_look(self, parameters, context)

    def compute(self, parameters, context, feedback):
        """Project."""
        from ...algorithms.geometry.slope_projection import SlopeRules
        from ...algorithms.io.run_slopevelocity import SlopeVelocityTargets, run_slopevelocity

        rules = SlopeRules(
            self.choice(parameters, self.RULE, context),
            self.number(parameters, self.LEAST, context),
            self.number(parameters, self.FLAT, context),
            self.flag(parameters, self.DROP_UP, context),
            self.number(parameters, self.SLOPE_STD, context),
        )
        look = look_source(
            self, parameters, context, self._look,
            left_looking=self.flag(parameters, self.LEFT_LOOKING, context),
        )  # fmt: skip
        source = rate_source(
            self, parameters, context, self._rates, std_path=self._std,
            away=self.flag(parameters, self.AWAY, context),
        )  # fmt: skip
        names = (self.POINTS, self.RASTER, self.STATUS)
        given = [self.output_path(parameters, name, context) for name in names]
        raster = self._rates[2]
        for name, path in zip(names, given):
            if path is not None and raster == (name == self.POINTS):
                feedback.pushWarning(
                    f"{self.title(name)}: is not made of a "
                    f"{'raster' if raster else 'layer of points'}."
                )
        points, rates, status = given
        targets = SlopeVelocityTargets(
            None if raster else points, rates if raster else None, status if raster else None
        )
        progress = Progress(feedback)
        report = run_slopevelocity(
            source, self._dem, look, targets, rules,
            radius=self.number(parameters, self.RADIUS, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report)
        return {
            self.POINTS: targets.points, self.RASTER: targets.raster, self.STATUS: targets.status,
            "KEPT": report.kept, "UP_SLOPE": report.up_slope, "LOW": report.counts[5],
            "FLAT_CELLS": report.counts[6], "MEDIAN": report.median, "FASTEST": report.fastest,
        }  # fmt: skip

    def _style(self, targets, report):
        about = (
            "Rate along the steepest slope in mm a year, positive downhill; from rates along the "
            "line of sight, if the ground slides down the steepest slope."
        )
        self.style_vector(
            targets.points, "points_slope_velocity", report.limit, title="Rates along the slope",
            abstract=about,
        )  # fmt: skip
        self.style_raster(
            targets.raster, "slope_velocity", report.limit, title="Rates along the slope",
            abstract=about,
        )  # fmt: skip
        self.style_raster(
            targets.status, "slope_status", title="Status of rates along the slope",
            abstract="What became of the rates.",
        )  # fmt: skip
