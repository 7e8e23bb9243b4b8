# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: rate, acceleration, seasons, steps and transients from a time series."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

NOISE = ("auto", "white", "ar1", "flicker", "random_walk", "power_law")


class Velocity(Tool):
    """A motion model fitted to every pixel."""

    ID = "velocity"
    NAME = "Velocity model"
    GROUP = "timeseries"
    SUMMARY = (
        "Fits a motion model to every pixel of a displacement time series: a rate, and as wished "
        "acceleration and higher polynomial terms, an annual and a semi-annual season, steps at "
        "given dates or found in the series, and logarithmic or exponential terms whose time "
        "constant is given or searched for. Each pixel can be left with only the terms that its "
        "series calls for (BIC). Every coefficient becomes a band with its standard deviation "
        "beside it; seasons also come as amplitude and day of the peak, as permafrost is mapped. "
        "With a degree of 2 or more the velocity is the rate at the first date, with a choice of "
        "models the mean rate. Time runs from the first date in years of 365.25 days. Standard "
        "deviations come from the residuals, and for series of 'SBAS inversion' also from the "
        "noise of the pairs, which is correlated from date to date; a signal that the model lacks "
        "makes them larger. All dates weigh the same, as the noise by date that 'SBAS inversion' "
        "knows is that before corrections. Whether neighbouring dates err alike (atmosphere of a "
        "season, ground that creeps and swells) is estimated from the residuals of the scene; "
        "rates, their errors and the search for steps take it into account."
    )
    PAPER = (
        "Rate and errors: Fattahi and Amelung (2015), doi:10.1002/2015JB012419; transients: "
        "Hetland et al. (2012), doi:10.1029/2011JB008731; coloured noise: Williams (2003), "
        "doi:10.1007/s00190-002-0283-4; search for steps: Andrews (1993), doi:10.2307/2951764; "
        "BIC: Schwarz (1978), doi:10.1214/aos/1176344136"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "rate", "trend", "season", "annual", "step", "acceleration", "earthquake", "afterslip",
        "logarithmic", "exponential", "permafrost", "bic",
    )  # fmt: skip

    TIMESERIES, DEGREE, ANNUAL = "TIMESERIES", "DEGREE", "ANNUAL"
    SEMIANNUAL, STEPS = "SEMIANNUAL", "STEPS"
    LOGARITHMIC, EXPONENTIAL = "LOGARITHMIC", "EXPONENTIAL"
    TAU_MIN, TAU_MAX = "TAU_MIN", "TAU_MAX"
    FIND_STEPS, STEP_LEVEL, STEP_DATES = "FIND_STEPS", "STEP_LEVEL", "STEP_DATES"
    CHOOSE, NOISE, SEED = "CHOOSE", "NOISE", "SEED"
    FIRST_DATE, LAST_DATE, VELOCITY = "FIRST_DATE", "LAST_DATE", "VELOCITY"
    AMPLITUDE, PHASE, STEP_MAP, MODEL_MAP = "AMPLITUDE", "PHASE", "STEP_MAP", "MODEL_MAP"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout (timeseries.h5).", "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        self._declare_model()
        self._declare_search()
        self._declare_outputs()
        add_run_parameters(self, cluster=False)

    def _declare_model(self):
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
        for name, title, formula in (
            (self.LOGARITHMIC, "Logarithmic terms", "log(1 + t/tau), such as afterslip"),
            (self.EXPONENTIAL, "Exponential terms", "1 - exp(-t/tau), such as relaxation"),
        ):
            self.add_text(
                name, title,
                f"{formula}, t being the days since the date: YYYYMMDD:tau with tau in days, "
                "several separated by commas. At one of all the terms tau can be left out and is "
                "searched for pixel by pixel.",
                "", optional=True, advanced=True,
            )  # fmt: skip

    def _declare_search(self):
        self.add_number(
            self.TAU_MIN, "Minimum time constant (days)", "Where the search for tau begins.", 5.0,
            0.01, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.TAU_MAX, "Largest time constant (days)",
            "Where the search for tau ends. A tau at either end is no data, and flagged.", 1500.0,
            0.02, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.FIND_STEPS, "Steps to find",
            "Search every pixel for steps on unknown dates, at most so many; 0: do not search.", 0,
            0, 5, integer=True,
        )  # fmt: skip
        self.add_number(
            self.STEP_LEVEL, "False steps",
            "Share of pixels without a step in which one is found by chance; it holds as far as "
            "the noise is what is chosen under 'Noise'.",
            0.01, 0.0005, 0.5, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.STEP_DATES, "Minimum dates beside a step",
            "Dates with data that a step needs before and after it.", 5, 2, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.CHOOSE, "Choose the model by pixel",
            "Acceleration, seasons and a step that is to be found come into a pixel's model only "
            "where they lower the Bayesian information criterion; elsewhere their bands are empty.",
        )  # fmt: skip
        self.add_choice(
            self.NOISE, "Noise",
            "auto: what explains the residuals of a sample of the scene best, all of the following "
            "tried; the log says which. white: dates err independently (and pairs, where the "
            "series says how). ar1: the error is correlated over a time that is estimated. "
            "flicker, random_walk: power falls with the frequency or its square; power_law: with "
            "a power of it that is estimated. The plainer is taken where it does as well.",
            NOISE, NOISE[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "Of the simulation behind the limit for steps.", 0, 0, integer=True,
            advanced=True,
        )  # fmt: skip
        for name, title, text in (
            (self.FIRST_DATE, "First date", "Use the series from this date on."),
            (self.LAST_DATE, "Last date", "Use the series up to this date."),
        ):
            self.add_text(name, title, text, "", optional=True, advanced=True)

    def _declare_outputs(self):
        self.add_raster_output(
            self.VELOCITY, "Velocity model",
            "Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its "
            "standard deviation, and the RMS of the residuals.",
        )  # fmt: skip
        self.add_raster_output(
            self.AMPLITUDE, "Seasonal amplitude",
            "Half of the way from trough to peak, mm, with its standard deviation.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.PHASE, "Day of the seasonal peak",
            "Day of the year with the largest displacement towards the satellite, with its "
            "standard deviation in days.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.STEP_MAP, "Steps found",
            "How many, and of each the date in calendar years (2019.5: the middle of 2019), the "
            "size in mm and its standard deviation as if the date were known.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.MODEL_MAP, "Chosen models", "A class for every combination of terms.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("PIXELS", "Pixels with a result"), ("RMS", "Mean RMS of the residuals (mm)"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation of the rate (mm/yr)"),
            ("MEAN_STEPS", "Steps found by pixel"),
            ("MEDIAN_AMPLITUDE", "Median seasonal amplitude (mm)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def _dates(self, parameters, name, context):
        from ...algorithms.data.dates import parse_dates

        return parse_dates(self.text(parameters, name, context))

    def check(self, parameters, context):
        """Dates must be ones, and one each; terms must be readable."""
        self._model(parameters, context)
        for name in (self.FIRST_DATE, self.LAST_DATE):
            if len(self._dates(parameters, name, context)) > 1:
                return f"{self.title(name)}: give one date."
        return None

    def _model(self, parameters, context):
        from ...algorithms.timeseries.transients import parse_transients
        from ...algorithms.timeseries.velocity import VelocityModel

        return VelocityModel(
            self.integer(parameters, self.DEGREE, context),
            self.flag(parameters, self.ANNUAL, context),
            self.flag(parameters, self.SEMIANNUAL, context),
            tuple(self._dates(parameters, self.STEPS, context)),
            parse_transients("log", self.text(parameters, self.LOGARITHMIC, context))
            + parse_transients("exp", self.text(parameters, self.EXPONENTIAL, context)),
        )

    def _options(self, parameters, context):
        from ...algorithms.timeseries.motion import MotionOptions
        from ...algorithms.timeseries.steps import StepSearch
        from ...algorithms.timeseries.transients import TauSearch

        most = self.integer(parameters, self.FIND_STEPS, context)
        steps = StepSearch(
            most, self.number(parameters, self.STEP_LEVEL, context),
            self.integer(parameters, self.STEP_DATES, context),
            self.integer(parameters, self.SEED, context),
        )  # fmt: skip
        return MotionOptions(
            self.choice(parameters, self.NOISE, context),
            TauSearch(
                self.number(parameters, self.TAU_MIN, context),
                self.number(parameters, self.TAU_MAX, context),
            ),
            steps if most else None,
            self.flag(parameters, self.CHOOSE, context),
        )

    def compute(self, parameters, context, feedback):
        """Fit."""
        from ...algorithms.io.hdf5 import read_timeseries
        from ...algorithms.io.run_velocity import VelocityTargets, run_velocity
        from ...algorithms.timeseries.coloured import WHITE

        path = self.existing_path(parameters, self.TIMESERIES, context)
        names = (self.VELOCITY, self.AMPLITUDE, self.PHASE, self.STEP_MAP, self.MODEL_MAP)
        targets = VelocityTargets(*(self.output_path(parameters, n, context) for n in names))
        options = self._options(parameters, context)
        first, last = (
            next(iter(self._dates(parameters, name, context)), None)
            for name in (self.FIRST_DATE, self.LAST_DATE)
        )
        progress = Progress(feedback)
        report = run_velocity(
            path, targets, self._model(parameters, context), options,
            first_date=first, last_date=last, run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        if report.noise == WHITE.describe() and not report.noise_from_pairs:
            feedback.pushInfo(
                "The series does not say how its noise is correlated, so the standard deviations "
                "take it as independent from date to date."
            )
        for name, count in report.class_counts.items():
            if count:
                feedback.pushInfo(f"{count} pixel(s): {name}.")
        dates = read_timeseries(path).dates
        self._style(targets, report, (first or dates[0], last or dates[-1]))
        return {
            self.VELOCITY: targets.model, self.AMPLITUDE: targets.amplitude,
            self.PHASE: targets.phase, self.STEP_MAP: targets.steps,
            self.MODEL_MAP: targets.classes, **self._numbers(report),
        }  # fmt: skip

    def _numbers(self, report):
        bands = report.bands
        velocity = bands["velocity_mm_yr"]
        numbers = {
            "PIXELS": report.pixels, "RMS": report.rms_mm, "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum, "MEDIAN_STD": bands["velocity_std_mm_yr"].median,
        }  # fmt: skip
        if "steps_found" in bands:
            numbers["MEAN_STEPS"] = bands["steps_found"].mean
        for name in ("semiannual_amplitude_mm", "annual_amplitude_mm"):
            if name in bands:
                numbers["MEDIAN_AMPLITUDE"] = bands[name].median
        return numbers

    def _style(self, targets, report, when):
        bands = report.bands
        self.style_raster(
            targets.model, "velocity", bands["velocity_mm_yr"].symmetric_limit,
            title="Velocity model", when=when,
            abstract="Rate along the line of sight in mm a year, positive towards the satellite, "
            "and the other coefficients. " + report.noise,
        )  # fmt: skip
        amplitude = bands.get("annual_amplitude_mm") or bands.get("semiannual_amplitude_mm")
        self.style_raster(
            targets.amplitude, "amplitude", (0.0, amplitude.p98) if amplitude else None,
            title="Seasonal amplitude", abstract="Along the line of sight, mm.", when=when,
        )  # fmt: skip
        self.style_raster(
            targets.phase, "peak_day", title="Day of the seasonal peak", when=when,
            abstract="Day of the year with the largest displacement towards the satellite.",
        )  # fmt: skip
        size = bands.get("step1_mm")
        self.style_raster(
            targets.steps, "displacement", size.symmetric_limit if size else None, band=3,
            title="Steps found", abstract="Size of the first step in mm, positive towards the "
            "satellite; other bands: number, dates, errors and further steps.", when=when,
        )  # fmt: skip
        self.style_raster(
            targets.classes, "motion_model", title="Chosen models", when=when,
            abstract="Terms that a pixel's series calls for by the Bayesian information criterion.",
        )  # fmt: skip
