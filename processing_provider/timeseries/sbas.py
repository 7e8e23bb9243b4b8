# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""SBAS inversion: from a stack of interferograms to a displacement time series."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

WEIGHTS = ("phase_variance", "cramer_rao", "coherence", "uniform")
SPLIT = ("minimum_norm", "no_data")


class Sbas(Tool):
    """Displacement time series and rate from small-baseline interferograms."""

    ID = "sbas"
    NAME = "SBAS inversion"
    GROUP = "timeseries"
    SUMMARY = (
        "Inverts a stack of unwrapped interferograms for the displacement of every date and its "
        "rate, with their uncertainty. Displacement is along the line of sight, positive towards "
        "the satellite, relative to the first date and the reference. Coherence threshold and "
        "least number of pairs make it the intermittent variant (ISBAS). Where the network is cut "
        "the series is a minimum-norm guess: flagged in the layer of network subsets, and without "
        "a standard deviation."
    )
    PAPER = (
        "Berardino et al. (2002), doi:10.1109/TGRS.2002.803792; temporal coherence: Pepe and "
        "Lanari (2006), doi:10.1109/TGRS.2006.873207; ISBAS: Sowter et al. (2013), "
        "doi:10.1080/2150704X.2013.823673; weights: Tough et al. (1995), "
        "doi:10.1098/rspa.1995.0071"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("isbas", "inversion", "displacement", "subsidence", "small baseline")

    STACK, WEIGHTS, LOOKS = "STACK", "WEIGHTS", "LOOKS"
    MIN_COHERENCE, MIN_PAIRS = "MIN_COHERENCE", "MIN_PAIRS"
    MIN_TEMPORAL_COHERENCE, SPLIT = "MIN_TEMPORAL_COHERENCE", "SPLIT"
    REFERENCE_POINT, REFERENCE_RADIUS = "REFERENCE_POINT", "REFERENCE_RADIUS"
    REFERENCE_AREA = "REFERENCE_AREA"
    EXCLUDE_DATES, EXCLUDE_PAIRS = "EXCLUDE_DATES", "EXCLUDE_PAIRS"
    TIMESERIES, VELOCITY, VELOCITY_STD = "TIMESERIES", "VELOCITY", "VELOCITY_STD"
    TEMPORAL_COHERENCE, DISPLACEMENT = "TEMPORAL_COHERENCE", "DISPLACEMENT"
    PAIR_COUNT, SUBSETS, STANDARD_ERROR = "PAIR_COUNT", "SUBSETS", "STANDARD_ERROR"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.STACK, "Stack of interferograms",
            "The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5.",
            "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        self.add_choice(
            self.WEIGHTS, "Weights of the pairs",
            "phase_variance: inverse variance of the phase at its coherence and number of looks, "
            "exact for distributed targets; cramer_rao: its lower bound, for many looks; "
            "coherence: squared coherence; uniform: all alike.",
            WEIGHTS, WEIGHTS[0],
        )  # fmt: skip
        self._declare_selection()
        self._declare_reference()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_selection(self):
        self.add_number(
            self.MIN_COHERENCE, "Coherence threshold",
            "A pair counts at a pixel where its coherence is at least this.", 0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_number(
            self.MIN_PAIRS, "Least number of pairs",
            "A pixel is kept where at least this many pairs count.", 1, 1, integer=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_TEMPORAL_COHERENCE, "Least temporal coherence",
            "Pixels below become no data; 0.7 is usual for a map, 0 keeps all.", 0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_choice(
            self.SPLIT, "Where the network is cut",
            "minimum_norm: join the parts by the smallest rates, flagged; no_data: leave the "
            "pixel out.",
            SPLIT, SPLIT[0], advanced=True,
        )  # fmt: skip
        self.add_text(
            self.EXCLUDE_DATES, "Dates to leave out",
            "YYYYMMDD, several separated by commas.", "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.EXCLUDE_PAIRS, "Pairs to leave out",
            "YYYYMMDD_YYYYMMDD, several separated by commas.", "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LOOKS, "Looks",
            "Range times azimuth looks of the interferograms; taken from the stack if empty.",
            None, 1.0, optional=True, advanced=True,
        )  # fmt: skip

    def _declare_reference(self):
        self.add_point(
            self.REFERENCE_POINT, "Reference point",
            "Where the motion is taken as zero. Without point and area the most coherent pixel "
            "away from motion is chosen and named in the log.",
        )  # fmt: skip
        self.add_number(
            self.REFERENCE_RADIUS, "Reference radius (pixels)",
            "The neighbourhood of the point whose mean is the reference.", 0, 0, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_area(
            self.REFERENCE_AREA, "Reference area",
            "A rectangle whose mean is the reference; goes before the point.", advanced=True,
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
        for name, title in (
            ("DATES", "Dates"), ("PAIRS", "Pairs used"), ("PIXELS", "Pixels with a result"),
            ("SPLIT_PIXELS", "Pixels whose network is cut"), ("PARTS", "Parts of the network"),
            ("REFERENCE_X", "Reference x"), ("REFERENCE_Y", "Reference y"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Dates and pairs must be ones."""
        from ...algorithms.data.dates import parse_dates, parse_pairs

        parse_dates(self.text(parameters, self.EXCLUDE_DATES, context))
        parse_pairs(self.text(parameters, self.EXCLUDE_PAIRS, context))

    def compute(self, parameters, context, feedback):
        """Invert."""
        from ...algorithms.data.dates import parse_dates, parse_pairs
        from ...algorithms.io.hdf5 import read_stack
        from ...algorithms.io.run_sbas import run_sbas

        path = self.existing_path(parameters, self.STACK, context)
        stack = read_stack(path)
        targets = self._targets(parameters, context)
        progress = Progress(feedback)
        report = run_sbas(
            path, targets, self._options(parameters, context, targets),
            reference=self._reference(parameters, context, stack.grid.crs),
            exclude_dates=parse_dates(self.text(parameters, self.EXCLUDE_DATES, context)),
            exclude_pairs=parse_pairs(self.text(parameters, self.EXCLUDE_PAIRS, context)),
            run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report, stack.dates)
        velocity = report.layers["velocity"]
        return {
            **self._outputs(targets), "DATES": report.dates, "PAIRS": report.pairs,
            "PIXELS": report.pixels, "SPLIT_PIXELS": report.split_pixels,
            "PARTS": report.subsets, "REFERENCE_X": report.reference[0],
            "REFERENCE_Y": report.reference[1], "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": report.layers["velocity_std"].median,
        }  # fmt: skip

    def _targets(self, parameters, context):
        from ...algorithms.io.sbas_outputs import SbasTargets

        def path(name):
            return self.output_path(parameters, name, context)

        return SbasTargets(
            path(self.TIMESERIES), path(self.DISPLACEMENT), path(self.VELOCITY),
            path(self.VELOCITY_STD), path(self.TEMPORAL_COHERENCE), path(self.PAIR_COUNT),
            path(self.SUBSETS), path(self.STANDARD_ERROR),
        )  # fmt: skip

    def _outputs(self, targets):
        names = (
            self.TIMESERIES, self.DISPLACEMENT, self.VELOCITY, self.VELOCITY_STD,
            self.TEMPORAL_COHERENCE, self.PAIR_COUNT, self.SUBSETS, self.STANDARD_ERROR,
        )  # fmt: skip
        return {name: getattr(targets, name.lower()) for name in names}

    def _options(self, parameters, context, targets):
        from ...algorithms.timeseries.sbas import SbasOptions

        return SbasOptions(
            self.choice(parameters, self.WEIGHTS, context),
            self.number(parameters, self.MIN_COHERENCE, context),
            self.integer(parameters, self.MIN_PAIRS, context),
            self.number(parameters, self.MIN_TEMPORAL_COHERENCE, context),
            self.choice(parameters, self.SPLIT, context) == SPLIT[0],
            self.number(parameters, self.LOOKS, context),
            targets.standard_error is not None,
        )

    def _reference(self, parameters, context, crs):
        from ...algorithms.io.run_sbas import ReferenceChoice

        return ReferenceChoice(
            self.point(parameters, self.REFERENCE_POINT, context, crs),
            self.integer(parameters, self.REFERENCE_RADIUS, context),
            self.area(parameters, self.REFERENCE_AREA, context, crs),
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
