# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A simulated stack of interferograms whose truth is known."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, flag, number, point, text, whole

FORMATS = ("mintpy", "licsar", "gamma", "hyp3", "pairs")


class SimulateStack(Chosen):
    """The scene and its errors."""

    format = choice(
        "Format", "The product whose files are imitated.",
        FORMATS,
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
        "Subsidence bowls", "Bowls in the plain.", 1, 0, 20,
    )  # fmt: skip
    bowl_rate = number(
        "Rate of the bowls (mm/yr)", "Vertical, at the centre; negative sinks.", -40.0, -2000.0,
        2000.0,
    )  # fmt: skip
    landslides = whole(
        "Landslides", "On steep slopes; the second accelerates, the third has a step.", 4, 0,
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
        "Centre", "Of the scene; 13 E 46.4 N if empty.", advanced=True,
    )  # fmt: skip

    def options(self):
        """As the simulation takes them."""
        from ..crs import point_in, wkt_from_epsg
        from ..simulation import SimulationOptions
        from .simulating import epsg_for

        default = SimulationOptions()
        center = point_in(self.center, wkt_from_epsg(4326))
        longitude, latitude = center or (default.center_lon, default.center_lat)
        return SimulationOptions(
            rows=self.rows, cols=self.cols, dates=self.dates, connections=self.connections,
            bowls=self.bowls, bowl_rate_mm_yr=self.bowl_rate, landslides=self.landslides,
            landslide_rate_mm_yr=self.landslide_rate, seasonal_mm=self.seasonal,
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
        "points", "TRUE_SOURCES", "True bowls and landslides", "Outlines with their rates.",
        optional=True, style="outlines",
    ),
    TRUE_DISPLACEMENT,
    Output(
        "raster", "TRUE_JUMPS", "True unwrapping errors", "Pairs with a jump at each pixel.",
        optional=True, by_default=False, style="count",
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
    from .simulating import write_simulation

    simulation = simulate(chosen.options())
    report = write_simulation(simulation, outputs.targets["FOLDER"], chosen.format, outputs, job)
    for line in report.notes:
        job.note(line)
    limit = max(abs(report.velocity_min), abs(report.velocity_max))
    outputs.look("TRUE_VELOCITY", limits=limit)
    outputs.look("TRUE_DISPLACEMENT", limits=limit, dates=list(simulation.dates))
    outputs.look("TRUE_JUMPS", limits=(0.0, float(report.jumped_pairs)))
    return {
        "PAIRS": report.pairs, "DATE_COUNT": report.dates, "SLOWEST": report.velocity_min,
        "FASTEST": report.velocity_max, "MEAN_COHERENCE": report.mean_coherence,
    }  # fmt: skip
