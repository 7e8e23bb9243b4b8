# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A simulated stack of radar images whose truth is known."""

from __future__ import annotations

from ...declare import Chosen, Output, choice, flag, number
from .simulatestack import FOLDER, TRUE_DISPLACEMENT, TRUE_VELOCITY, SimulateStack

FORMATS = ("mintpy", "opera", "isce2", "gamma", "geotiff")
AUTO = "auto"
COORDINATES = (AUTO, "map", "radar")
FLATTENED = (AUTO, "yes", "no")
LEAST = {"least": 16, "most": 20000}


class SimulateSlc(Chosen):
    """The scene, its ground and its errors."""

    format = choice(
        "Format",
        "The product whose files are imitated. opera is geocoded, isce2 and gamma are in radar "
        "coordinates, mintpy (slcStack.h5, needs no import) and geotiff can be both.",
        FORMATS,
    )  # fmt: skip
    rows = SimulateStack.rows.named("ROWS", details=LEAST)
    cols = SimulateStack.cols.named("COLS", default=300, details=LEAST)
    dates = SimulateStack.dates.named("DATES", default=25, help="Number of images.")
    bowls = SimulateStack.bowls
    bowl_rate = SimulateStack.bowl_rate.named("BOWL_RATE", default=-30.0)
    landslides = SimulateStack.landslides.named("LANDSLIDES", default=2)
    landslide_rate = SimulateStack.landslide_rate.named("LANDSLIDE_RATE", default=40.0)
    dual_pol = flag(
        "Second polarisation", "Images in VH besides VV.",
    )  # fmt: skip
    seed = SimulateStack.seed
    water = number(
        "Share of water", "The shares are scaled to add up to 1.", 0.05, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    vegetation = water.named("VEGETATION", title="Share of vegetation", default=0.45)
    bare = water.named("BARE", title="Share of bare", default=0.32)
    urban = water.named("URBAN", title="Share of town", default=0.18)
    decay_factor = number(
        "Decay time (factor)",
        "Lengthens the times in which coherence is lost: 30 days in vegetation, 120 on bare "
        "ground, 300 in town.", 1.0, 0.01, 100.0, advanced=True,
    )  # fmt: skip
    density_factor = number(
        "Density of scatterers (factor)",
        "Of 20 a square kilometre in vegetation, 150 on bare ground and 2500 in town.", 1.0, 0.0,
        100.0, advanced=True,
    )  # fmt: skip
    least_scr = number(
        "Weakest scatterer (dB)", "Minimum signal-to-clutter ratio of dominant scatterers.", 5.0,
        -30.0, 60.0, advanced=True,
    )  # fmt: skip
    most_scr = number(
        "Strongest scatterer (dB)", "Largest signal-to-clutter ratio.", 22.0, -30.0, 60.0,
        advanced=True,
    )  # fmt: skip
    seasonal = SimulateStack.seasonal.named("SEASONAL", default=3.0)
    turbulence = SimulateStack.turbulence.named("TURBULENCE", default=2.0)
    stratified = SimulateStack.stratified.named("STRATIFIED", default=8.0)
    dem_error = SimulateStack.dem_error.named(
        "DEM_ERROR", default=2.0,
        help="Standard deviation of the smooth error of the elevation model.",
    )  # fmt: skip
    ps_height = number(
        "Height of scatterers (m)", "Standard deviation over the elevation model.", 6.0, 0.0,
        200.0, advanced=True,
    )  # fmt: skip
    texture = number(
        "Texture",
        "Coefficient of variation of the backscatter within a class; 0 is homogeneous ground.",
        0.0, 0.0, 3.0, advanced=True,
    )  # fmt: skip
    calibration = number(
        "Gain of the images (dB)", "Standard deviation of the images' gains.", 0.5, 0.0, 10.0,
        advanced=True,
    )  # fmt: skip
    baselines = SimulateStack.baselines.named("BASELINES", default=80.0)
    missing = SimulateStack.missing.named("MISSING", default=0.0)
    interval = SimulateStack.interval
    row_spacing = number(
        "Row spacing (m)", "On the ground; along the flight in radar coordinates.", 10.0, 0.2,
        1000.0, advanced=True,
    )  # fmt: skip
    col_spacing = number(
        "Column spacing (m)", "On the ground; across the flight in radar coordinates.", 10.0,
        0.2, 1000.0, advanced=True,
    )  # fmt: skip
    relief = SimulateStack.relief.named(
        "RELIEF", default=250.0,
        help="Height of the mountains; less where slopes would be too steep.",
    )  # fmt: skip
    heading = SimulateStack.heading
    incidence = SimulateStack.incidence.named("INCIDENCE", details={"least": 18.0, "most": 55.0})
    wavelength = number(
        "Wavelength (m)", "0.0555 in C band, 0.236 in L band.", 0.05546576, 0.005, 2.0,
        advanced=True,
    )  # fmt: skip
    coordinates = choice(
        "Coordinates", "auto as the format has them, on the map if it can be both.",
        COORDINATES, advanced=True,
    )  # fmt: skip
    flattened = choice(
        "Flattened",
        "Whether the flat-earth and topographic phase is taken off; auto as the format's "
        "products come.", FLATTENED, advanced=True,
    )  # fmt: skip
    stripes = flag(
        "Classes side by side", "In stripes instead of patches.", advanced=True,
    )  # fmt: skip
    decorrelation = SimulateStack.decorrelation
    first_date = SimulateStack.first_date
    center = SimulateStack.center

    def options(self):
        """As the simulation takes them."""
        from ..crs import point_in, wkt_from_epsg
        from ..simulation import SlcOptions
        from ..simulation.slc_options import scaled_classes
        from .simulating import utm_epsg
        from .simulating_slc import format_defaults

        values, default = format_defaults(self.format), SlcOptions()
        if self.coordinates != AUTO:
            values["coordinates"] = self.coordinates
        if self.flattened != AUTO:
            values["flattened"] = self.flattened == "yes"
        center = point_in(self.center, wkt_from_epsg(4326))
        longitude, latitude = center or (default.center_lon, default.center_lat)
        shares = {
            "water": self.water, "vegetation": self.vegetation, "bare": self.bare,
            "urban": self.urban,
        }  # fmt: skip
        values.update(
            rows=self.rows, cols=self.cols, dates=self.dates, bowls=self.bowls,
            bowl_rate_mm_yr=self.bowl_rate, landslides=self.landslides,
            landslide_rate_mm_yr=self.landslide_rate, seasonal_mm=self.seasonal,
            turbulence_mm=self.turbulence, stratified_mm_per_km=self.stratified,
            dem_error_m=self.dem_error, ps_height_m=self.ps_height, texture=self.texture,
            calibration_db=self.calibration, baseline_sigma_m=self.baselines,
            missing_share=self.missing, interval_days=self.interval,
            row_spacing_m=self.row_spacing, col_spacing_m=self.col_spacing,
            relief_m=self.relief, heading=self.heading, incidence=self.incidence,
            wavelength=self.wavelength,
        )  # fmt: skip
        return SlcOptions(
            **values, center_lon=longitude, center_lat=latitude,
            epsg=utm_epsg(longitude, latitude),
            classes=scaled_classes(shares, self.decay_factor, self.density_factor),
            scr_db=(self.least_scr, self.most_scr),
            layout="stripes" if self.stripes else "patches", dual_pol=self.dual_pol,
            first_date=self.first_date, decorrelation=self.decorrelation, seed=self.seed,
        )  # fmt: skip


OUTPUTS = (
    FOLDER, TRUE_VELOCITY,
    Output(
        "points", "SCATTERERS", "True scatterers",
        "Dominant ones, with velocity, series, signal-to-clutter ratio and height.",
        optional=True, style="points_velocity", name="True dominant scatterers",
        abstract="With their signal-to-clutter ratio and height over the elevation model.",
    ),
    Output(
        "raster", "COVER", "Cover classes", "0 water, 1 vegetation, 2 bare, 3 town.",
        optional=True, style="cover", abstract="Pixels of a class have one statistical law.",
    ),
    Output(
        "raster", "TRUE_COHERENCE", "True coherence",
        "Mean of neighbouring dates, mean of all pairs, and of the first and the last date.",
        optional=True, by_default=False, style="temporal_coherence",
        abstract="Mean of neighbouring dates, mean of all pairs, first and last date.",
    ),
    TRUE_DISPLACEMENT,
    Output(
        "points", "TRUE_SOURCES", "True bowls and landslides", "Outlines with their rates.",
        optional=True, by_default=False, style="outlines",
    ),
)  # fmt: skip
NUMBERS = {
    "DATE_COUNT": "Images",
    "SCATTERER_COUNT": "Dominant scatterers",
    "VH_COUNT": "Dominant scatterers in VH alone",
    "SLOWEST": "Minimum true rate (mm/yr)",
    "FASTEST": "Largest true rate (mm/yr)",
    "MEAN_COHERENCE": "Mean coherence of neighbouring dates",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Simulate and write; see :mod:`...declare`."""
    from ..simulation import simulate_slc
    from .simulating_slc import write_slc_simulation

    simulation = simulate_slc(chosen.options())
    report = write_slc_simulation(
        simulation, outputs.targets["FOLDER"], chosen.format, outputs, job
    )
    _tell(report, job)
    limit = max(abs(report.velocity_min), abs(report.velocity_max))
    dates = simulation.dates
    outputs.look("TRUE_VELOCITY", limits=limit)
    outputs.look("TRUE_DISPLACEMENT", limits=limit, dates=list(dates))
    outputs.look("TRUE_COHERENCE", limits=(0.0, 1.0))
    outputs.look("SCATTERERS", limits=limit, when=(dates[0], dates[-1]))
    return {
        "DATE_COUNT": report.dates, "SCATTERER_COUNT": report.scatterers,
        "VH_COUNT": report.vh_scatterers, "SLOWEST": report.velocity_min,
        "FASTEST": report.velocity_max, "MEAN_COHERENCE": report.mean_coherence,
    }  # fmt: skip


def _tell(report, job) -> None:
    shares = ", ".join(f"{name} {share:.0%}" for name, share in report.shares.items())
    job.note(
        f"{report.dates} images of {report.rows} x {report.cols} pixels in "
        f"{' and '.join(report.polarisations)}: {shares}."
    )
    more = f", and {report.vh_scatterers} in VH alone" if report.vh_scatterers else ""
    job.note(f"{report.scatterers} dominant scatterers in VV{more}.")
    for note in report.notes:
        job.note(note)
