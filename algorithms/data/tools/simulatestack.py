# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A simulated stack of interferograms whose truth is known."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, flag, number, point, text, whole

FORMATS = ("mintpy", "licsar", "gamma", "hyp3", "pairs")
SCENES = "landslides", "permafrost"
SHORT = 2.0  # years
CUT = 5.0  # % of the scene that snow melt cuts in two


class SimulateStack(Chosen):
    """The scene and its errors."""

    format = choice(
        "Format", "The product whose files are imitated.",
        FORMATS,
    )  # fmt: skip
    scene = choice(
        "Scene",
        "landslides: slides, bowls and a town; permafrost: ground that heaves and thaws with the "
        "seasons, slumps, lakes with land that sinks around them, wet snow in spring.", SCENES,
    )  # fmt: skip
    rows = whole(
        "Rows", "Height of the scene in pixels.", 200, 32, 20000,
    )  # fmt: skip
    cols = whole(
        "Columns", "Width of the scene in pixels.", 200, 32, 20000,
    )  # fmt: skip
    dates = whole(
        "Dates", "Number of acquisitions.", 30, 2, 1000,
    )  # fmt: skip
    connections = whole(
        "Pairs a date", "Every date makes pairs with so many dates after it.", 3, 1, 1000,
    )  # fmt: skip
    bowls = whole(
        "Subsidence bowls", "Bowls in the plain; none in permafrost.", 1, 0, 20,
    )  # fmt: skip
    bowl_rate = number(
        "Rate of the bowls (mm/yr)", "Vertical, at the centre; negative sinks.", -40.0, -2000.0,
        2000.0,
    )  # fmt: skip
    landslides = whole(
        "Landslides",
        "On steep slopes; the second accelerates, the third has a step. None in permafrost.", 4, 0,
        200,
    )  # fmt: skip
    landslide_rate = number(
        "Rate of the landslides (mm/yr)", "Largest rate down the slope.", 60.0, 0.0, 5000.0,
    )  # fmt: skip
    seed = whole(
        "Seed", "Same seed, same numbers.", 1, 0,
    )  # fmt: skip
    seasonal = number(
        "Seasonal motion (mm)", "Yearly amplitude in the bowls.", 4.0, 0.0, 500.0, advanced=True,
    )  # fmt: skip
    slumps = whole(
        "Thaw slumps", "Of permafrost: on gentle slopes, each with a step on a day of summer.", 6,
        0, 200, advanced=True,
    )  # fmt: skip
    slump_step = number(
        "Step of the slumps (mm)", "Vertical, of the largest one; negative sinks.", -60.0, -2000.0,
        2000.0, advanced=True,
    )  # fmt: skip
    lakes = number(
        "Share of lakes", "Of permafrost, 0 to 0.3 of the scene.", 0.06, 0.0, 0.3, advanced=True,
    )  # fmt: skip
    thaw_rate = number(
        "Rate of thawing ground (mm/yr)",
        "Of permafrost: vertical, at the shores of lakes and in patches; negative sinks.", -15.0,
        -500.0, 500.0, advanced=True,
    )  # fmt: skip
    water = number(
        "Water content of the soil", "Of permafrost: by volume, on average; it makes the heave.",
        0.35, 0.05, 0.6, advanced=True,
    )  # fmt: skip
    lag = whole(
        "Lag of the ground (days)", "Of permafrost: behind the air, on average.", 12, 0, 30,
        advanced=True,
    )  # fmt: skip
    snow = number(
        "Snow (mm of water)", "Of permafrost: wet from the first warm week until it has melted.",
        400.0, 0.0, 2000.0, advanced=True,
    )  # fmt: skip
    turbulence = number(
        "Turbulent delay (mm)", "Standard deviation of a date's delay; 0 for none.", 5.0, 0.0,
        200.0, advanced=True,
    )  # fmt: skip
    stratified = number(
        "Stratified delay (mm/km)", "Standard deviation of a date's delay by height.", 10.0, 0.0,
        500.0, advanced=True,
    )  # fmt: skip
    dem_error = number(
        "Height error (m)", "Standard deviation of the error of the elevation model.", 5.0, 0.0,
        200.0, advanced=True,
    )  # fmt: skip
    jumps = number(
        "Share of pairs with unwrapping errors", "0 to 1.", 0.05, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    gaps = number(
        "Share of missing pixels", "Of every pair, 0 to 0.6.", 0.05, 0.0, 0.6, advanced=True,
    )  # fmt: skip
    baselines = number(
        "Spread of the baselines (m)", "Standard deviation of the perpendicular baselines.",
        60.0, 0.0, 2000.0, advanced=True,
    )  # fmt: skip
    missing = number(
        "Share of missing dates", "0 to 1.", 0.1, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    pixel_size = number(
        "Pixel size (m)", "Of the grid.", 60.0, 1.0, 1000.0, advanced=True,
    )  # fmt: skip
    relief = number(
        "Relief (m)", "Height of the mountains.", 900.0, 0.0, 5000.0, advanced=True,
    )  # fmt: skip
    heading = number(
        "Heading (degrees)",
        "Flight direction clockwise from north: -10 ascending, 190 descending.", -10.0, -360.0,
        360.0, advanced=True,
    )  # fmt: skip
    incidence = number(
        "Incidence (degrees)", "At the scene's centre, from the vertical.", 38.0, 15.0, 60.0,
        advanced=True,
    )  # fmt: skip
    interval = whole(
        "Days between dates", "Where none is missing.", 12, 1, 1000, advanced=True,
    )  # fmt: skip
    looks = whole(
        "Independent looks", "Of every pixel.", 20, 2, 10000, advanced=True,
    )  # fmt: skip
    decorrelation = flag(
        "Decorrelation", "Loss of coherence and the noise it brings.", True, advanced=True,
    )  # fmt: skip
    split_network = flag(
        "Cut the network in two", "Leaves out the pairs between the halves.", advanced=True,
    )  # fmt: skip
    first_date = text(
        "First date", "YYYY-MM-DD.", default="2020-01-05", optional=False, advanced=True,
    )  # fmt: skip
    center = point(
        "Centre", "Of the scene; if empty 13 E 46.4 N, of permafrost 92.93 E 34.83 N.",
        advanced=True,
    )  # fmt: skip

    def options(self):
        """As the simulation takes them."""
        from ..crs import point_in, wkt_from_epsg
        from ..simulation import PermafrostOptions, SimulationOptions
        from .simulating import epsg_for

        cold = self.scene == "permafrost"
        default = PermafrostOptions() if cold else SimulationOptions()
        center = point_in(self.center, wkt_from_epsg(4326))
        longitude, latitude = center or (default.center_lon, default.center_lat)
        if cold:
            own = {
                "slumps": self.slumps, "slump_step_mm": self.slump_step,
                "lakes_share": self.lakes, "thaw_rate_mm_yr": self.thaw_rate,
                "water_content": self.water, "lag_days": self.lag, "snow_mm": self.snow,
            }  # fmt: skip
        else:
            own = {
                "bowls": self.bowls, "bowl_rate_mm_yr": self.bowl_rate,
                "landslides": self.landslides, "landslide_rate_mm_yr": self.landslide_rate,
                "seasonal_mm": self.seasonal,
            }  # fmt: skip
        return type(default)(
            **own, rows=self.rows, cols=self.cols, dates=self.dates, connections=self.connections,
            turbulence_mm=self.turbulence, stratified_mm_per_km=self.stratified,
            dem_error_m=self.dem_error, jumps_share=self.jumps, gaps_share=self.gaps,
            baseline_sigma_m=self.baselines, missing_share=self.missing,
            pixel_size_m=self.pixel_size, relief_m=self.relief, heading=self.heading,
            incidence=self.incidence, interval_days=self.interval, looks=self.looks,
            center_lon=longitude, center_lat=latitude,
            epsg=epsg_for(self.format, longitude, latitude), first_date=self.first_date,
            split_network=self.split_network, decorrelation=self.decorrelation, seed=self.seed,
        )  # fmt: skip


FOLDER = Output("folder", "FOLDER", "Folder", "New or empty, or that of a former simulation.")
TRUE_VELOCITY = Output(
    "raster", "TRUE_VELOCITY", "True velocity", "Along the line of sight, mm a year.",
    optional=True, style="velocity",
    abstract="Along the line of sight in mm a year, positive towards the satellite.",
)  # fmt: skip
TRUE_DISPLACEMENT = Output(
    "raster", "TRUE_DISPLACEMENT", "True displacement", "A band a date, mm since the first date.",
    optional=True, by_default=False, style="displacement", abstract="Since the first date, mm.",
)  # fmt: skip
OUTPUTS = (
    FOLDER, TRUE_VELOCITY,
    Output(
        "points", "TRUE_SOURCES", "True bowls and landslides",
        "Outlines with their rates; slumps with the date of their step.", optional=True,
        style="outlines",
    ),
    TRUE_DISPLACEMENT,
    Output(
        "raster", "TRUE_JUMPS", "True unwrapping errors", "Pairs with a jump at each pixel.",
        optional=True, by_default=False, style="count",
    ),
    Output(
        "raster", "TRUE_GROUND", "True thaw and heave",
        "Of permafrost, along the line of sight: steady rate, heave by root of a degree day, lag "
        "behind the air, annual amplitude, step; thickness and water of the active layer.",
        optional=True, by_default=False, style="velocity", name="True steady rate",
        abstract="Of thawing ground beside season and step, mm a year, positive towards the "
        "satellite.",
    ),
    Output(
        "polygons", "TRUE_LAKES", "True lakes", "Of permafrost: outlines with their area.",
        optional=True, by_default=False, style="outlines",
    ),
    Output(
        "raster", "TRUE_MELT", "True melt",
        "Of permafrost, by season: days of wet snow, day of the year on which it begins, and of "
        "the first day without.", optional=True, by_default=False, style="melt_days",
        name="True days of melt", abstract="Days on which the snow was wet, of the first season.",
    ),
    Output(
        "file", "AIR_TEMPERATURE", "Air temperature",
        "Of permafrost: daily means in °C, from two years before the first date on.",
        "CSV (*.csv)", optional=True, by_default=False,
    ),
    Output(
        "folder", "BACKSCATTER", "Folder of backscatter",
        "Of permafrost: a raster in dB a date, as 'Melt days of snow and ice' reads them.",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Interferograms",
    "DATE_COUNT": "Dates",
    "SLOWEST": "Minimum true rate (mm/yr)",
    "FASTEST": "Largest true rate (mm/yr)",
    "MEAN_COHERENCE": "Mean coherence",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Simulate and write; see :mod:`...declare`."""
    from ..simulation import simulate
    from .cold_truth import COLD
    from .simulating import write_simulation

    simulation = simulate(chosen.options())
    if simulation.cold is None:
        wanted = [name for name in COLD if outputs.wanted(name)]
        if wanted:
            job.warn(
                f"{', '.join(wanted)}: left out, as a scene of landslides has none; take that of "
                "permafrost (SCENE)."
            )
        outputs.leave_out(*COLD)
    else:
        _check_cold(outputs, simulation, job)
    report = write_simulation(simulation, outputs.targets["FOLDER"], chosen.format, outputs, job)
    for line in report.notes:
        job.note(line)
    limit = max(abs(report.velocity_min), abs(report.velocity_max))
    outputs.look("TRUE_VELOCITY", limits=limit)
    outputs.look("TRUE_DISPLACEMENT", limits=limit, dates=list(simulation.dates))
    if simulation.cold is not None:
        when = simulation.dates[0], simulation.dates[-1]
        outputs.look("TRUE_GROUND", limits=limit, when=when)
        outputs.look("TRUE_MELT", limits=(0.0, _longest(simulation.cold.snow)), when=when)
    outputs.look("TRUE_JUMPS", limits=(0.0, float(report.jumped_pairs)))
    return {
        "PAIRS": report.pairs, "DATE_COUNT": report.dates, "SLOWEST": report.velocity_min,
        "FASTEST": report.velocity_max, "MEAN_COHERENCE": report.mean_coherence,
    }  # fmt: skip


def _check_cold(outputs, simulation, job) -> None:
    """Whether both folders are different ones, and dates and pairs carry seasons and snow melt."""
    import numpy as np

    from ...errors import GroundshiftError, counted
    from ..dates import DAYS_PER_YEAR

    folder, echoes = outputs.targets["FOLDER"], outputs.targets["BACKSCATTER"]
    if echoes is not None and echoes.resolve() == folder.resolve():
        raise GroundshiftError(
            f"Folder of backscatter (BACKSCATTER): {echoes} is that of the interferograms; give "
            "another one."
        )
    dates, reach = simulation.dates, simulation.options.connections
    years = int((dates[-1] - dates[0]).astype(int)) / DAYS_PER_YEAR
    if years < SHORT:
        job.warn(
            f"{counted(len(dates), 'date')} are {years:.1f} years: rates, seasons and steps are "
            "hardly told apart in less than two; ask for more dates (DATES)."
        )
    wet = simulation.cold.snow.wet_in_a_row(dates)
    cut = 100 * float(np.mean(wet >= reach))
    if cut > CUT:
        job.warn(
            f"The snow of {cut:.0f} % of the scene is wet on {reach} dates in a row and more, "
            "which no pair bridges: series step there in spring. "
            f"{int(np.percentile(wet, 98)) + 1} pairs a date (CONNECTIONS) reach over most of it."
        )


def _longest(snow) -> float:
    """Days of the longest melt of the first season."""
    days = snow.end[:1] - snow.onset[:1]
    return float(max(days.max(initial=0), 1))
