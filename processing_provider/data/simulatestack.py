# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulation: a stack of interferograms whose truth is known."""

from __future__ import annotations

from ..tool import Progress, Tool

FORMATS = ("mintpy", "licsar", "gamma", "hyp3", "pairs")

# Parameter, field of SimulationOptions, title, help, integer, default, least, largest.
SCENE = (
    ("ROWS", "rows", "Rows", "Height of the scene in pixels.", True, 200, 32, 20000),
    ("COLS", "cols", "Columns", "Width of the scene in pixels.", True, 200, 32, 20000),
    ("DATES", "dates", "Dates", "Number of acquisitions.", True, 30, 2, 1000),
    ("CONNECTIONS", "connections", "Pairs a date",
     "Every date makes pairs with so many dates after it.", True, 3, 1, 1000),
    ("BOWLS", "bowls", "Subsidence bowls", "Bowls in the plain.", True, 1, 0, 20),
    ("BOWL_RATE", "bowl_rate_mm_yr", "Rate of the bowls (mm/yr)",
     "Vertical, at the centre; negative sinks.", False, -40.0, -2000, 2000),
    ("LANDSLIDES", "landslides", "Landslides",
     "On steep slopes; the second accelerates, the third has a step.", True, 4, 0, 200),
    ("LANDSLIDE_RATE", "landslide_rate_mm_yr", "Rate of the landslides (mm/yr)",
     "Largest rate down the slope.", False, 60.0, 0, 5000),
)  # fmt: skip
ERRORS = (
    ("SEASONAL", "seasonal_mm", "Seasonal motion (mm)", "Yearly amplitude in the bowls.", False,
     4.0, 0, 500),
    ("TURBULENCE", "turbulence_mm", "Turbulent delay (mm)",
     "Standard deviation of a date's delay; 0 for none.", False, 5.0, 0, 200),
    ("STRATIFIED", "stratified_mm_per_km", "Stratified delay (mm/km)",
     "Standard deviation of a date's delay by height.", False, 10.0, 0, 500),
    ("DEM_ERROR", "dem_error_m", "Height error (m)",
     "Standard deviation of the error of the elevation model.", False, 5.0, 0, 200),
    ("JUMPS", "jumps_share", "Share of pairs with unwrapping errors", "0 to 1.", False, 0.05, 0,
     1),
    ("GAPS", "gaps_share", "Share of missing pixels", "Of every pair, 0 to 0.6.", False, 0.05, 0,
     0.6),
    ("BASELINES", "baseline_sigma_m", "Spread of the baselines (m)",
     "Standard deviation of the perpendicular baselines.", False, 60.0, 0, 2000),
    ("MISSING", "missing_share", "Share of missing dates", "0 to 1.", False, 0.1, 0, 1),
    ("PIXEL_SIZE", "pixel_size_m", "Pixel size (m)", "Of the grid.", False, 60.0, 1, 1000),
    ("RELIEF", "relief_m", "Relief (m)", "Height of the mountains.", False, 900.0, 0, 5000),
    ("HEADING", "heading", "Heading (degrees)",
     "Flight direction clockwise from north: -10 ascending, 190 descending.", False, -10.0, -360,
     360),
    ("INCIDENCE", "incidence", "Incidence (degrees)", "At the scene's centre, from the vertical.",
     False, 38.0, 15, 60),
    ("INTERVAL", "interval_days", "Days between dates", "Where none is missing.", True, 12, 1,
     1000),
    ("LOOKS", "looks", "Independent looks", "Of every pixel.", True, 20, 2, 10000),
)  # fmt: skip


class SimulateStack(Tool):
    """A realistic stack for training and tests."""

    ID = "simulatestack"
    NAME = "Simulate interferogram stack"
    GROUP = "data"
    SUMMARY = (
        "Makes a realistic stack of interferograms whose truth is known: subsidence bowls and "
        "landslides on a fractal terrain, delays of the atmosphere (turbulent and with height), "
        "decorrelation by land cover, height errors, unwrapping jumps and gaps. It is written in "
        "the format of a real product, for training and for tests of whole chains. The same seed "
        "gives the same numbers."
    )
    PAPER = (
        "Turbulence: Hanssen (2001), doi:10.1007/0-306-47633-9; phase noise: Lee et al. (1994), "
        "doi:10.1109/36.312890"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("synthetic", "test", "training", "demo")

    FORMAT, FIRST_DATE, SPLIT = "FORMAT", "FIRST_DATE", "SPLIT_NETWORK"
    DECORRELATION, CENTER, SEED = "DECORRELATION", "CENTER", "SEED"
    FOLDER, VELOCITY, SOURCES = "FOLDER", "TRUE_VELOCITY", "TRUE_SOURCES"
    DISPLACEMENT, JUMP_COUNT = "TRUE_DISPLACEMENT", "TRUE_JUMPS"

    def declare(self):
        """Parameters and outputs."""
        self.add_choice(
            self.FORMAT, "Format", "The product whose files are imitated.", FORMATS, FORMATS[0]
        )
        for row in SCENE:
            self._declare_number(*row)
        self.add_number(self.SEED, "Seed", "Same seed, same numbers.", 1, 0, 2**31 - 1, True)
        for row in ERRORS:
            self._declare_number(*row, advanced=True)
        self.add_flag(
            self.DECORRELATION, "Decorrelation", "Loss of coherence and the noise it brings.",
            True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.SPLIT, "Cut the network in two", "Leaves out the pairs between the halves.",
            advanced=True,
        )  # fmt: skip
        self.add_text(self.FIRST_DATE, "First date", "YYYY-MM-DD.", "2020-01-05", advanced=True)
        self.add_point(self.CENTER, "Centre", "Of the scene; 13 E 46.4 N if empty.", advanced=True)
        self.add_folder_output(
            self.FOLDER, "Folder", "New or empty, or that of a former simulation."
        )
        self.add_raster_output(
            self.VELOCITY, "True velocity", "Along the line of sight, mm a year.", optional=True
        )
        self.add_vector_output(
            self.SOURCES, "True bowls and landslides", "Outlines with their rates.", optional=True
        )
        self.add_raster_output(
            self.DISPLACEMENT, "True displacement", "A band a date, mm since the first date.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.JUMP_COUNT, "True unwrapping errors", "Pairs with a jump at each pixel.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("PAIRS", "Interferograms"), ("DATE_COUNT", "Dates"),
            ("SLOWEST", "Minimum true rate (mm/yr)"), ("FASTEST", "Largest true rate (mm/yr)"),
            ("MEAN_COHERENCE", "Mean coherence"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def _declare_number(self, name, _, title, help, integer, default, low, high, advanced=False):
        self.add_number(name, title, help, default, low, high, integer, advanced=advanced)

    def compute(self, parameters, context, feedback):
        """Simulate and write."""
        from ...algorithms.data.simulation import simulate
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.simulating import TruthTargets, write_simulation

        fmt = self.choice(parameters, self.FORMAT, context)
        simulation = simulate(self._options(parameters, context, fmt))
        folder = self.output_path(parameters, self.FOLDER, context)
        names = (self.VELOCITY, self.DISPLACEMENT, self.JUMP_COUNT, self.SOURCES)
        targets = [self.output_path(parameters, name, context) for name in names]
        progress = Progress(feedback)
        with Transaction() as files:
            truth = TruthTargets(*(files.add(target) if target else None for target in targets))
            report = write_simulation(
                simulation, folder, fmt, truth=truth, progress=progress,
                cancelled=progress.cancelled,
            )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        self._style(targets, report, simulation.dates)
        return {
            self.FOLDER: folder, **dict(zip(names, targets)), "PAIRS": report.pairs,
            "DATE_COUNT": report.dates, "SLOWEST": report.velocity_min,
            "FASTEST": report.velocity_max, "MEAN_COHERENCE": report.mean_coherence,
        }  # fmt: skip

    def _options(self, parameters, context, fmt):
        from ...algorithms.data.simulation import SimulationOptions
        from ...algorithms.io.crs import wkt_from_epsg
        from ...algorithms.io.simulating import epsg_for

        values = {}
        for name, option, _, _, integer, *_ in (*SCENE, *ERRORS):
            read = self.integer if integer else self.number
            values[option] = read(parameters, name, context)
        center = self.point(parameters, self.CENTER, context, wkt_from_epsg(4326))
        default = SimulationOptions()
        longitude, latitude = center or (default.center_lon, default.center_lat)
        return SimulationOptions(
            **values, center_lon=longitude, center_lat=latitude,
            epsg=epsg_for(fmt, longitude, latitude),
            first_date=self.text(parameters, self.FIRST_DATE, context),
            split_network=self.flag(parameters, self.SPLIT, context),
            decorrelation=self.flag(parameters, self.DECORRELATION, context),
            seed=self.integer(parameters, self.SEED, context),
        )  # fmt: skip

    def _style(self, targets, report, dates):
        velocity, displacement, jumps, sources = targets
        limit = max(abs(report.velocity_min), abs(report.velocity_max))
        self.style_raster(
            velocity, "velocity", limit, title="True velocity",
            abstract="Along the line of sight in mm a year, positive towards the satellite.",
        )  # fmt: skip
        self.style_raster(
            displacement, "displacement", limit, title="True displacement",
            abstract="Since the first date, mm.", dates=list(dates),
        )  # fmt: skip
        self.style_raster(
            jumps, "count", (0.0, float(report.jumped_pairs)), title="True unwrapping errors",
            abstract="Pairs with a jump at each pixel.",
        )  # fmt: skip
        self.style_vector(sources, "outlines", title="True bowls and landslides")
