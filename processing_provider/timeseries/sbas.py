# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SBAS inversion: from a stack of interferograms to a displacement time series."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .pair_parameters import (
    EXCLUDE_DATES,
    EXCLUDE_PAIRS,
    REFERENCE_AREA,
    REFERENCE_POINT,
    add_exclusions,
    add_looks,
    add_reference,
    add_stack,
    add_thresholds,
    exclusions,
    reference_choice,
)

WEIGHTS = ("phase_variance", "cramer_rao", "coherence", "uniform")
SPLIT = ("minimum_norm", "nsbas", "no_data")
BRIDGES = ("linear", "quadratic", "annual")

NOISE = ("auto", "white")


class Sbas(Tool):
    """Displacement time series and rate from small-baseline interferograms."""

    ID = "sbas"
    NAME = "SBAS inversion"
    GROUP = "timeseries"
    SUMMARY = (
        "Inverts a stack of unwrapped interferograms for the displacement of every date and its "
        "rate, with their uncertainty. Displacement is along the line of sight, positive towards "
        "the satellite, relative to the first date and the reference. Coherence threshold and "
        "minimum number of pairs make it the intermittent variant (ISBAS). Where the network is "
        "cut the series is a guess by the smallest rates or by a model of the motion (NSBAS): "
        "flagged in the layer of network subsets. Unwrapping errors can be rejected pixel by "
        "pixel, noisy dates weighed down, and new dates appended to an earlier series."
    )
    PAPER = (
        "Berardino et al. (2002), doi:10.1109/TGRS.2002.803792; temporal coherence: Pepe and "
        "Lanari (2006), doi:10.1109/TGRS.2006.873207; ISBAS: Sowter et al. (2013), "
        "doi:10.1080/2150704X.2013.823673; weights: Tough et al. (1995), "
        "doi:10.1098/rspa.1995.0071; bridging: Lopez-Quiroz et al. (2009), "
        "doi:10.1016/j.jappgeo.2009.02.006; outliers: Rousseeuw and Leroy (1987), "
        "doi:10.1002/0471725382; bootstrap: Politis and Romano (1992), Davidson and Flachaire "
        "(2008), doi:10.1016/j.jeconom.2008.08.003"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("isbas", "nsbas", "robust", "inversion", "displacement", "subsidence", "small baseline")

    STACK, WEIGHTS, LOOKS = "STACK", "WEIGHTS", "LOOKS"
    MIN_COHERENCE, MIN_PAIRS = "MIN_COHERENCE", "MIN_PAIRS"
    MIN_TEMPORAL_COHERENCE, SPLIT = "MIN_TEMPORAL_COHERENCE", "SPLIT"
    TIMESERIES, VELOCITY, VELOCITY_STD = "TIMESERIES", "VELOCITY", "VELOCITY_STD"
    TEMPORAL_COHERENCE, DISPLACEMENT = "TEMPORAL_COHERENCE", "DISPLACEMENT"
    BRIDGE_MODEL, ROBUST, DATE_NOISE = "BRIDGE_MODEL", "ROBUST", "DATE_NOISE"
    BOOTSTRAP, BOOTSTRAP_BLOCK, SEED = "BOOTSTRAP", "BOOTSTRAP_BLOCK", "SEED"
    NOISE = "NOISE"
    PREVIOUS, WINDOW = "PREVIOUS", "WINDOW"
    REJECTED, JOINED_DATES, RESIDUALS = "REJECTED", "JOINED_DATES", "RESIDUALS"
    PAIR_COUNT, SUBSETS, STANDARD_ERROR = "PAIR_COUNT", "SUBSETS", "STANDARD_ERROR"

    def declare(self):
        """Parameters and outputs."""
        add_stack(self)
        self.add_choice(
            self.WEIGHTS, "Weights of the pairs",
            "phase_variance: inverse variance of the phase at its coherence and number of looks, "
            "exact for distributed targets; cramer_rao: its lower bound, for many looks; "
            "coherence: squared coherence; uniform: all alike.",
            WEIGHTS, WEIGHTS[0],
        )  # fmt: skip
        self._declare_selection()
        add_reference(self)
        self._declare_noise()
        self._declare_appending()
        self._declare_outputs()
        self._declare_numbers()
        add_run_parameters(self)

    def _declare_selection(self):
        add_thresholds(self)
        self.add_number(
            self.MIN_TEMPORAL_COHERENCE, "No data below temporal coherence",
            "0 keeps all pixels in the series; the tools that use it choose by themselves, from "
            "0.7 on.", 0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_choice(
            self.SPLIT, "Where the network is cut",
            "minimum_norm: join the parts by the smallest rates, flagged; nsbas: join them so that "
            "the series fits a model of the motion best, flagged; no_data: leave the pixel out.",
            SPLIT, SPLIT[0], advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.BRIDGE_MODEL, "Model that bridges cuts",
            "For nsbas: linear, quadratic or annual (linear with a yearly wave) motion. The linear "
            "one comes with a standard deviation of the rate, which holds if the motion is linear.",
            BRIDGES, BRIDGES[0], advanced=True,
        )  # fmt: skip
        add_exclusions(self)
        add_looks(self)

    def _declare_noise(self):
        self.add_flag(
            self.ROBUST, "Reject unwrapping errors",
            "Least absolute deviations find the pairs that contradict the others at a pixel (by "
            "unwrapping errors), weighted least squares solve the rest. Where half of a date's "
            "pairs slipped, the place is taken that makes the smoother series. Off: plain weighted "
            "least squares, two to four times as fast.",
            True,
        )  # fmt: skip
        self.add_text(
            self.DATE_NOISE, "Noise of the dates (mm)",
            "Noisy dates count less in the rate and, with weights by phase variance, their pairs "
            "in the inversion: 20180106:20, 20180118:12, *:5 (the star is all others), or the word "
            "estimated for a trial inversion that finds it. Empty: all dates alike.",
            "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.BOOTSTRAP, "Bootstrap samples",
            "The rate's standard deviation by bootstrap over dates and pairs; 0 for the analytical "
            "one, 200 are plenty. Where the network is cut there is none.",
            0, 0, 10000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.BOOTSTRAP_BLOCK, "Bootstrap block (dates)",
            "Neighbouring dates that are redrawn together, for noise that is correlated in time; 0 "
            "takes the cube root of their number.",
            0, 0, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "Of the bootstrap; the same seed gives the same numbers.", 0, 0,
            integer=True, advanced=True,
        )  # fmt: skip

        self.add_choice(
            self.NOISE, "Noise by date",
            "Of the rate's standard deviation. auto: correlated from date to date as a sample of "
            "the scene shows (white, autoregressive, flicker or another power law; the log says "
            "which). white: independent, beside the noise of the pairs. A bootstrap does without.",
            NOISE, NOISE[0], advanced=True,
        )  # fmt: skip

    def _declare_appending(self):
        self.add_file(
            self.PREVIOUS, "Previous time series",
            "A displacement time series to continue: only dates after its end are solved, its own "
            "keep their values and its reference holds.",
            "HDF5 (*.h5 *.he5)", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.WINDOW, "Dates to solve again",
            "With a previous series: so many of its last dates are solved again for the sake of "
            "the new ones, where the stack still has their pairs. More come closer to a full "
            "inversion.",
            10, 0, integer=True, advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_file_output(
            self.TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout, metres; also holds rate and quality for the next tools.",
            "HDF5 (*.h5)",
        )  # fmt: skip
        self.add_raster_output(
            self.VELOCITY, "Velocity", "Rate along the line of sight, mm a year."
        )
        self.add_raster_output(
            self.VELOCITY_STD, "Velocity standard deviation",
            "mm a year, from the series' residuals and the noise of the pairs.", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.TEMPORAL_COHERENCE, "Temporal coherence",
            "How well the pairs agree with the series, 0 to 1.", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.SUBSETS, "Network subsets",
            "Parts that a pixel's own network is in: 1 whole, more: cut, 0: left out.",
            optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.PAIR_COUNT, "Number of pairs", "Pairs used (ISBAS: cohcount).", optional=True
        )
        self.add_raster_output(
            self.DISPLACEMENT, "Displacement by date",
            "A band a date, mm since the first date.", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.STANDARD_ERROR, "Standard error (ISBAS)",
            "Of the rate from the pairs alone, mm a year; falls with the root of their number.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.REJECTED, "Rejected pairs", "Pairs taken for unwrapping errors at each pixel.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.JOINED_DATES, "Joined dates",
            "Dates whose offset to the largest part of a cut network is an assumption.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.RESIDUALS, "Residuals by pair and date",
            "Table of the root mean square residuals over the scene, mm: of every pair in the "
            "network, of every date in its pairs and about the rate; noisy ones are marked.",
            "CSV (*.csv)", optional=True, by_default=False,
        )  # fmt: skip

    def _declare_numbers(self):
        for name, title in (
            ("DATES", "Dates"), ("PAIRS", "Pairs used"), ("PIXELS", "Pixels with a result"),
            ("SPLIT_PIXELS", "Pixels whose network is cut"), ("PARTS", "Parts of the network"),
            ("REFERENCE_X", "Reference x"), ("REFERENCE_Y", "Reference y"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation (mm/yr)"), ("NOISY_DATES", "Noisy dates"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Dates and pairs must be ones, and options go together."""
        from ...algorithms.timeseries.date_noise import parse_sigmas

        exclusions(self, parameters, context)
        parse_sigmas(self.text(parameters, self.DATE_NOISE, context))
        if self.is_given(parameters, self.PREVIOUS):
            for name in (
                REFERENCE_POINT, REFERENCE_AREA, EXCLUDE_DATES, EXCLUDE_PAIRS, self.DATE_NOISE,
            ):  # fmt: skip
                if self.is_given(parameters, name):
                    return (
                        f"{self.title(name)}: does not go with a previous series, which has its "
                        "own; leave one of them empty."
                    )
        return None

    def compute(self, parameters, context, feedback):
        """Invert."""
        from ...algorithms.io.hdf5 import read_stack

        path = self.existing_path(parameters, self.STACK, context)
        previous = self.existing_path(parameters, self.PREVIOUS, context)
        stack = read_stack(path)
        targets = self._targets(parameters, context)
        progress = Progress(feedback)
        common = {
            "run_options": run_options(self, parameters, context), "progress": progress,
            "cancelled": progress.cancelled, "log": feedback.pushInfo,
        }  # fmt: skip
        options = self._options(parameters, context, targets)
        if previous is None:
            report = self._invert(path, targets, options, parameters, context, stack, common)
        else:
            from ...algorithms.io.run_append import run_append

            window = self.integer(parameters, self.WINDOW, context)
            report = run_append(path, previous, targets, options, window=window, **common)
        self._style(targets, report, stack.dates)
        velocity = report.layers["velocity"]
        return {
            **self._outputs(targets), "DATES": report.dates, "PAIRS": report.pairs,
            "PIXELS": report.pixels, "SPLIT_PIXELS": report.split_pixels,
            "PARTS": report.subsets, "REFERENCE_X": report.reference[0],
            "REFERENCE_Y": report.reference[1], "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": report.layers["velocity_std"].median,
            "NOISY_DATES": report.noisy_dates,
        }  # fmt: skip

    def _invert(self, path, targets, options, parameters, context, stack, common):
        from ...algorithms.io.placing import places_crs
        from ...algorithms.io.run_sbas import run_sbas
        from ...algorithms.timeseries.date_noise import parse_sigmas

        return run_sbas(
            path, targets, options,
            reference=reference_choice(self, parameters, context, places_crs(stack)),
            **exclusions(self, parameters, context),
            date_sigma=parse_sigmas(self.text(parameters, self.DATE_NOISE, context)),
            **common,
        )  # fmt: skip

    def _targets(self, parameters, context):
        from ...algorithms.io.sbas_outputs import SbasTargets

        def path(name):
            return self.output_path(parameters, name, context)

        return SbasTargets(
            path(self.TIMESERIES), path(self.DISPLACEMENT), path(self.VELOCITY),
            path(self.VELOCITY_STD), path(self.TEMPORAL_COHERENCE), path(self.PAIR_COUNT),
            path(self.SUBSETS), path(self.STANDARD_ERROR), path(self.REJECTED),
            path(self.JOINED_DATES), path(self.RESIDUALS),
        )  # fmt: skip

    def _outputs(self, targets):
        names = (
            self.TIMESERIES, self.DISPLACEMENT, self.VELOCITY, self.VELOCITY_STD,
            self.TEMPORAL_COHERENCE, self.PAIR_COUNT, self.SUBSETS, self.STANDARD_ERROR,
            self.REJECTED, self.JOINED_DATES, self.RESIDUALS,
        )  # fmt: skip
        return {name: getattr(targets, name.lower()) for name in names}

    def _options(self, parameters, context, targets):
        from ...algorithms.timeseries.sbas import SbasOptions

        split = self.choice(parameters, self.SPLIT, context)
        model = self.choice(parameters, self.BRIDGE_MODEL, context)
        return SbasOptions(
            self.choice(parameters, self.WEIGHTS, context),
            self.number(parameters, self.MIN_COHERENCE, context),
            self.integer(parameters, self.MIN_PAIRS, context),
            self.number(parameters, self.MIN_TEMPORAL_COHERENCE, context),
            split != "no_data",
            self.number(parameters, self.LOOKS, context),
            targets.standard_error is not None,
            model if split == "nsbas" else "",
            self.flag(parameters, self.ROBUST, context),
            self.integer(parameters, self.BOOTSTRAP, context),
            self.integer(parameters, self.BOOTSTRAP_BLOCK, context),
            self.integer(parameters, self.SEED, context),
            self.choice(parameters, self.NOISE, context),
        )

    def _style(self, targets, report, dates):
        layers, when = report.layers, (dates[0], dates[-1])
        self.style_raster(
            targets.velocity, "velocity", layers["velocity"].symmetric_limit, when=when,
            title="Velocity", abstract="Rate along the line of sight in mm a year, positive "
            "towards the satellite; red moves away.",
        )  # fmt: skip
        for target, style, summary, title, abstract in (
            (targets.velocity_std, "velocity_std", layers["velocity_std"],
             "Velocity standard deviation", "Of the rate, mm a year."),
            (targets.standard_error, "velocity_std", layers["standard_error"],
             "Standard error", "Of the rate from the pairs alone (ISBAS), mm a year."),
            (targets.pair_count, "count", layers["pair_count"],
             "Number of pairs", "Pairs used at each pixel."),
            (targets.rejected, "count", layers["rejected"],
             "Rejected pairs", "Pairs taken for unwrapping errors at each pixel."),
            (targets.joined_dates, "count", layers["joined_dates"],
             "Joined dates", "Dates that an assumption ties to the largest part of the network."),
        ):  # fmt: skip
            self.style_raster(
                target, style, (0.0, summary.p98), title=title, abstract=abstract, when=when
            )
        self.style_raster(
            targets.temporal_coherence, "temporal_coherence", title="Temporal coherence",
            abstract="How well the pairs agree with the series (Pepe and Lanari 2006).", when=when,
        )  # fmt: skip
        self.style_raster(
            targets.subsets, "subsets", title="Network subsets", when=when,
            abstract="Parts that a pixel's own network is in; more than one: the series between "
            "them is a guess.",
        )  # fmt: skip
        if targets.displacement:
            self.style_raster(
                targets.displacement, "displacement", layers["displacement"].symmetric_limit,
                title="Displacement by date", abstract="Since the first date, mm, positive towards "
                "the satellite; a band a date.", dates=self._dates_of(targets.displacement),
            )  # fmt: skip

    @staticmethod
    def _dates_of(path):
        from ...algorithms.io.rasters import band_dates

        return band_dates(path)
