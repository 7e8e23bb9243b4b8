# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: rate, acceleration, seasons and steps from a time series."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool


class Velocity(Tool):
    """A motion model fitted to every pixel."""

    ID = "velocity"
    NAME = "Velocity model"
    GROUP = "timeseries"
    SUMMARY = (
        "Fits a motion model to every pixel of a displacement time series: a rate, and as wished "
        "acceleration and higher polynomial terms, an annual and a semi-annual season, and steps "
        "at given dates. Every coefficient becomes a band with its standard deviation beside it. "
        "With a degree of 2 or more the velocity is the rate at the first date. Time runs from "
        "the first date in years of 365.25 days. Standard deviations come from the residuals, and "
        "for series of 'SBAS inversion' also from the noise of the pairs, which is correlated "
        "from date to date; a signal that the model lacks makes them larger."
    )
    PAPER = "Fattahi and Amelung (2015), doi:10.1002/2015JB012419"
    NEEDS = ("numpy", "h5py", "pyproj")
    TAGS = ("rate", "trend", "season", "annual", "step", "acceleration", "earthquake")

    TIMESERIES, DEGREE, ANNUAL = "TIMESERIES", "DEGREE", "ANNUAL"
    SEMIANNUAL, STEPS = "SEMIANNUAL", "STEPS"
    FIRST_DATE, LAST_DATE, VELOCITY = "FIRST_DATE", "LAST_DATE", "VELOCITY"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout (timeseries.h5).", "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        self.add_number(
            self.DEGREE, "Polynomial degree", "1: a constant rate; 2: with an acceleration.", 1, 1,
            5, integer=True,
        )  # fmt: skip
        self.add_flag(self.ANNUAL, "Annual season", "A sine and a cosine with a period of a year.")
        self.add_flag(
            self.SEMIANNUAL, "Semi-annual season",
            "A sine and a cosine with a period of half a year.",
        )  # fmt: skip
        self.add_text(
            self.STEPS, "Dates of steps",
            "Sudden offsets, such as earthquakes: YYYYMMDD, several separated by commas. An image "
            "of that day counts as after it.",
            "", optional=True,
        )  # fmt: skip
        self.add_text(
            self.FIRST_DATE, "First date", "Use the series from this date on.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.LAST_DATE, "Last date", "Use the series up to this date.", "", optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_raster_output(
            self.VELOCITY, "Velocity model",
            "Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its "
            "standard deviation, and the RMS of the residuals.",
        )  # fmt: skip
        for name, title in (
            ("PIXELS", "Pixels with a result"), ("RMS", "Mean RMS of the residuals (mm)"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation of the rate (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        add_run_parameters(self, cluster=False)

    def _dates(self, parameters, name, context):
        from ...algorithms.data.dates import parse_dates

        return parse_dates(self.text(parameters, name, context))

    def check(self, parameters, context):
        """Dates must be ones, and one each."""
        self._dates(parameters, self.STEPS, context)
        for name in (self.FIRST_DATE, self.LAST_DATE):
            if len(self._dates(parameters, name, context)) > 1:
                return f"{self.title(name)}: give one date."
        return None

    def compute(self, parameters, context, feedback):
        """Fit."""
        from ...algorithms.io.hdf5 import read_timeseries
        from ...algorithms.io.run_velocity import run_velocity
        from ...algorithms.timeseries.velocity import VelocityModel

        path = self.existing_path(parameters, self.TIMESERIES, context)
        target = self.output_path(parameters, self.VELOCITY, context)
        model = VelocityModel(
            self.integer(parameters, self.DEGREE, context),
            self.flag(parameters, self.ANNUAL, context),
            self.flag(parameters, self.SEMIANNUAL, context),
            tuple(self._dates(parameters, self.STEPS, context)),
        )
        first, last = (
            next(iter(self._dates(parameters, name, context)), None)
            for name in (self.FIRST_DATE, self.LAST_DATE)
        )
        dates = read_timeseries(path).dates
        progress = Progress(feedback)
        report = run_velocity(
            path, target, model, first_date=first, last_date=last,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        if not report.noise_from_pairs:
            feedback.pushInfo(
                "The series does not say how its noise is correlated, so the standard deviations "
                "take it as independent from date to date."
            )
        velocity = report.bands["velocity_mm_yr"]
        self.style_raster(
            target, "velocity", velocity.symmetric_limit, title="Velocity model",
            abstract="Rate along the line of sight in mm a year, positive towards the satellite, "
            "and the other coefficients: " + ", ".join(report.bands) + ".",
            when=(dates[0], dates[-1]),
        )  # fmt: skip
        return {
            self.VELOCITY: target, "PIXELS": report.pixels, "RMS": report.rms_mm,
            "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": report.bands["velocity_std_mm_yr"].median,
        }  # fmt: skip
