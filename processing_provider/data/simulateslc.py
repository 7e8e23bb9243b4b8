# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulation: a stack of radar images whose truth is known."""

from __future__ import annotations

from ..tool import Progress, Tool

FORMATS = ("mintpy", "opera", "isce2", "gamma", "geotiff")
AUTO = "auto"
COORDINATES = (AUTO, "map", "radar")
FLATTENED = (AUTO, "yes", "no")

# Parameter, field of SlcOptions, title, help, integer, default, least, largest.
SCENE = (
    ("ROWS", "rows", "Rows", "Height of the scene in pixels.", True, 200, 16, 20000),
    ("COLS", "cols", "Columns", "Width of the scene in pixels.", True, 300, 16, 20000),
    ("DATES", "dates", "Dates", "Number of images.", True, 25, 2, 1000),
    ("BOWLS", "bowls", "Subsidence bowls", "Bowls in the plain.", True, 1, 0, 20),
    ("BOWL_RATE", "bowl_rate_mm_yr", "Rate of the bowls (mm/yr)",
     "Vertical, at the centre; negative sinks.", False, -30.0, -2000, 2000),
    ("LANDSLIDES", "landslides", "Landslides",
     "On steep slopes; the second accelerates, the third has a step.", True, 2, 0, 200),
    ("LANDSLIDE_RATE", "landslide_rate_mm_yr", "Rate of the landslides (mm/yr)",
     "Largest rate down the slope.", False, 40.0, 0, 5000),
)  # fmt: skip
DETAILS = (
    ("SEASONAL", "seasonal_mm", "Seasonal motion (mm)", "Yearly amplitude in the bowls.", False,
     3.0, 0, 500),
    ("TURBULENCE", "turbulence_mm", "Turbulent delay (mm)",
     "Standard deviation of a date's delay; 0 for none.", False, 2.0, 0, 200),
    ("STRATIFIED", "stratified_mm_per_km", "Stratified delay (mm/km)",
     "Standard deviation of a date's delay by height.", False, 8.0, 0, 500),
    ("DEM_ERROR", "dem_error_m", "Height error (m)",
     "Standard deviation of the smooth error of the elevation model.", False, 2.0, 0, 200),
    ("PS_HEIGHT", "ps_height_m", "Height of scatterers (m)",
     "Standard deviation over the elevation model.", False, 6.0, 0, 200),
    ("TEXTURE", "texture", "Texture",
     "Coefficient of variation of the backscatter within a class; 0 is homogeneous ground.", False,
     0.0, 0, 3),
    ("CALIBRATION", "calibration_db", "Gain of the images (dB)",
     "Standard deviation of the images' gains.", False, 0.5, 0, 10),
    ("BASELINES", "baseline_sigma_m", "Spread of the baselines (m)",
     "Standard deviation of the perpendicular baselines.", False, 80.0, 0, 2000),
    ("MISSING", "missing_share", "Share of missing dates", "0 to 1.", False, 0.0, 0, 1),
    ("INTERVAL", "interval_days", "Days between dates", "Where none is missing.", True, 12, 1,
     1000),
    ("ROW_SPACING", "row_spacing_m", "Row spacing (m)",
     "On the ground; along the flight in radar coordinates.", False, 10.0, 0.2, 1000),
    ("COL_SPACING", "col_spacing_m", "Column spacing (m)",
     "On the ground; across the flight in radar coordinates.", False, 10.0, 0.2, 1000),
    ("RELIEF", "relief_m", "Relief (m)",
     "Height of the mountains; less where slopes would be too steep.", False, 250.0, 0, 5000),
    ("HEADING", "heading", "Heading (degrees)",
     "Flight direction clockwise from north: -10 ascending, 190 descending.", False, -10.0, -360,
     360),
    ("INCIDENCE", "incidence", "Incidence (degrees)", "At the scene's centre, from the vertical.",
     False, 38.0, 18, 55),
    ("WAVELENGTH", "wavelength", "Wavelength (m)", "0.0555 in C band, 0.236 in L band.", False,
     0.0554658, 0.005, 2),
)  # fmt: skip
# Parameter, class of the ground, its default share.
SHARES = (
    ("WATER", "water", 0.05), ("VEGETATION", "vegetation", 0.45), ("BARE", "bare", 0.32),
    ("URBAN", "urban", 0.18),
)  # fmt: skip
OUTPUTS = (
    "TRUE_VELOCITY", "TRUE_DISPLACEMENT", "COVER", "TRUE_COHERENCE", "SCATTERERS", "TRUE_SOURCES",
)  # fmt: skip


class SimulateSlc(Tool):
    """Realistic radar images for training and tests."""

    ID = "simulateslc"
    NAME = "Simulate radar images (SLC)"
    GROUP = "data"
    SUMMARY = (
        "Makes a stack of coregistered single-look complex images whose truth is known: ground of "
        "four classes (water, vegetation, bare, town) with speckle that loses coherence in time, "
        "by season and with the baseline; dominant scatterers with their own heights; bowls and "
        "landslides, delays of the atmosphere and height errors in the phase. It is written in "
        "the format of a real product, for training and for tests of whole chains. The same seed "
        "gives the same numbers. The flat-earth and topographic phase is taken off in the formats "
        "whose products come so (all but gamma)."
    )
    PAPER = (
        "Circular Gaussian speckle: Bamler and Hartl (1998), doi:10.1088/0266-5611/14/4/001; "
        "coherence in time: Rocca (2007), Parizzi et al. (2009), Kellndorfer et al. (2022), "
        "doi:10.1038/s41597-022-01189-6; geometric: Gatelli et al. (1994), doi:10.1109/36.298013"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("synthetic", "test", "training", "demo", "SLC", "persistent scatterers", "speckle")

    FORMAT, COORDINATES, FLATTENED = "FORMAT", "COORDINATES", "FLATTENED"
    FIRST_DATE, CENTER, SEED = "FIRST_DATE", "CENTER", "SEED"
    DUAL, DECORRELATION, STRIPES = "DUAL_POL", "DECORRELATION", "STRIPES"
    DECAY, DENSITY = "DECAY_FACTOR", "DENSITY_FACTOR"
    LEAST_SCR, MOST_SCR = "LEAST_SCR", "MOST_SCR"
    FOLDER = "FOLDER"

    def declare(self):
        """Parameters and outputs."""
        self.add_choice(
            self.FORMAT, "Format",
            "The product whose files are imitated. opera is geocoded, isce2 and gamma are in radar "
            "coordinates, mintpy (slcStack.h5, needs no import) and geotiff can be both.",
            FORMATS, FORMATS[0],
        )  # fmt: skip
        for row in SCENE:
            self._declare_number(*row)
        self.add_flag(self.DUAL, "Second polarisation", "Images in VH besides VV.")
        self.add_number(self.SEED, "Seed", "Same seed, same numbers.", 1, 0, 2**31 - 1, True)
        self._declare_ground()
        for row in DETAILS:
            self._declare_number(*row, advanced=True)
        self._declare_choices()
        self._declare_outputs()

    def _declare_ground(self):
        for name, kind, share in SHARES:
            self.add_number(
                name, f"Share of {'town' if kind == 'urban' else kind}",
                "The shares are scaled to add up to 1.", share, 0, 1, advanced=True,
            )  # fmt: skip
        self.add_number(
            self.DECAY, "Decay time (factor)",
            "Lengthens the times in which coherence is lost: 30 days in vegetation, 120 on bare "
            "ground, 300 in town.", 1.0, 0.01, 100, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.DENSITY, "Density of scatterers (factor)",
            "Of 20 a square kilometre in vegetation, 150 on bare ground and 2500 in town.",
            1.0, 0, 100, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LEAST_SCR, "Weakest scatterer (dB)",
            "Minimum signal-to-clutter ratio of dominant scatterers.", 5.0, -30, 60, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MOST_SCR, "Strongest scatterer (dB)",
            "Largest signal-to-clutter ratio.", 22.0, -30, 60, advanced=True,
        )  # fmt: skip

    def _declare_choices(self):
        self.add_choice(
            self.COORDINATES, "Coordinates", "auto as the format has them, on the map if it can be "
            "both.", COORDINATES, AUTO, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.FLATTENED, "Flattened", "Whether the flat-earth and topographic phase is taken "
            "off; auto as the format's products come.", FLATTENED, AUTO, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.STRIPES, "Classes side by side", "In stripes instead of patches.", advanced=True
        )
        self.add_flag(
            self.DECORRELATION, "Decorrelation", "Loss of coherence and the noise it brings.",
            True, advanced=True,
        )  # fmt: skip
        self.add_text(self.FIRST_DATE, "First date", "YYYY-MM-DD.", "2020-01-05", advanced=True)
        self.add_point(self.CENTER, "Centre", "Of the scene; 13 E 46.4 N if empty.", advanced=True)

    def _declare_outputs(self):
        velocity, displacement, cover, coherence, scatterers, sources = OUTPUTS
        self.add_folder_output(
            self.FOLDER, "Folder", "New or empty, or that of a former simulation."
        )
        self.add_raster_output(
            velocity, "True velocity", "Along the line of sight, mm a year.", optional=True
        )
        self.add_vector_output(
            scatterers, "True scatterers",
            "Dominant ones, with velocity, series, signal-to-clutter ratio and height.",
            optional=True,
        )  # fmt: skip
        self.add_raster_output(cover, "Cover classes", "0 water, 1 vegetation, 2 bare, 3 town.",
                               optional=True)  # fmt: skip
        self.add_raster_output(
            coherence, "True coherence", "Mean of neighbouring dates, mean of all pairs, and of "
            "the first and the last date.", optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            displacement, "True displacement", "A band a date, mm since the first date.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_vector_output(
            sources, "True bowls and landslides", "Outlines with their rates.", optional=True,
            by_default=False,
        )  # fmt: skip
        for name, title in (
            ("DATE_COUNT", "Images"), ("SCATTERER_COUNT", "Dominant scatterers"),
            ("VH_COUNT", "Dominant scatterers in VH alone"),
            ("SLOWEST", "Minimum true rate (mm/yr)"), ("FASTEST", "Largest true rate (mm/yr)"),
            ("MEAN_COHERENCE", "Mean coherence of neighbouring dates"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def _declare_number(self, name, _, title, help, integer, default, low, high, advanced=False):
        self.add_number(name, title, help, default, low, high, integer, advanced=advanced)

    def compute(self, parameters, context, feedback):
        """Simulate and write."""
        from ...algorithms.data.simulation import simulate_slc
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.simulating_slc import SlcTruthTargets, write_slc_simulation

        fmt = self.choice(parameters, self.FORMAT, context)
        simulation = simulate_slc(self._options(parameters, context, fmt))
        folder = self.output_path(parameters, self.FOLDER, context)
        targets = [self.output_path(parameters, name, context) for name in OUTPUTS]
        progress = Progress(feedback)
        with Transaction() as files:
            truth = SlcTruthTargets(*(files.add(target) if target else None for target in targets))
            report = write_slc_simulation(
                simulation, folder, fmt, truth=truth, progress=progress,
                cancelled=progress.cancelled,
            )  # fmt: skip
        self._tell(report, feedback)
        self._style(targets, report, simulation.dates)
        return {
            self.FOLDER: folder, **dict(zip(OUTPUTS, targets)), "DATE_COUNT": report.dates,
            "SCATTERER_COUNT": report.scatterers, "VH_COUNT": report.vh_scatterers,
            "SLOWEST": report.velocity_min, "FASTEST": report.velocity_max,
            "MEAN_COHERENCE": report.mean_coherence,
        }  # fmt: skip

    def _options(self, parameters, context, fmt):
        from ...algorithms.data.simulation import SlcOptions
        from ...algorithms.data.simulation.slc_options import scaled_classes
        from ...algorithms.io.crs import wkt_from_epsg
        from ...algorithms.io.simulating import utm_epsg
        from ...algorithms.io.simulating_slc import format_defaults

        values = format_defaults(fmt)
        for name, option, _, _, integer, *_ in (*SCENE, *DETAILS):
            read = self.integer if integer else self.number
            values[option] = read(parameters, name, context)
        coordinates = self.choice(parameters, self.COORDINATES, context)
        if coordinates != AUTO:
            values["coordinates"] = coordinates
        flattened = self.choice(parameters, self.FLATTENED, context)
        if flattened != AUTO:
            values["flattened"] = flattened == "yes"
        center = self.point(parameters, self.CENTER, context, wkt_from_epsg(4326))
        default = SlcOptions()
        longitude, latitude = center or (default.center_lon, default.center_lat)
        shares = {kind: self.number(parameters, name, context) for name, kind, _ in SHARES}
        classes = scaled_classes(
            shares, self.number(parameters, self.DECAY, context),
            self.number(parameters, self.DENSITY, context),
        )  # fmt: skip
        ratios = (
            self.number(parameters, name, context) for name in (self.LEAST_SCR, self.MOST_SCR)
        )
        stripes = self.flag(parameters, self.STRIPES, context)
        return SlcOptions(
            **values, center_lon=longitude, center_lat=latitude,
            epsg=utm_epsg(longitude, latitude), classes=classes, scr_db=tuple(ratios),
            layout="stripes" if stripes else "patches",
            dual_pol=self.flag(parameters, self.DUAL, context),
            first_date=self.text(parameters, self.FIRST_DATE, context),
            decorrelation=self.flag(parameters, self.DECORRELATION, context),
            seed=self.integer(parameters, self.SEED, context),
        )  # fmt: skip

    def _tell(self, report, feedback):
        shares = ", ".join(f"{name} {share:.0%}" for name, share in report.shares.items())
        feedback.pushInfo(
            f"{report.dates} images of {report.rows} x {report.cols} pixels in "
            f"{' and '.join(report.polarisations)}: {shares}."
        )
        more = f", and {report.vh_scatterers} in VH alone" if report.vh_scatterers else ""
        feedback.pushInfo(f"{report.scatterers} dominant scatterers in VV{more}.")
        for text in report.notes:
            feedback.pushInfo(text)

    def _style(self, targets, report, dates):
        velocity, displacement, cover, coherence, scatterers, sources = targets
        limit = max(abs(report.velocity_min), abs(report.velocity_max))
        when = (dates[0], dates[-1])
        self.style_raster(
            velocity, "velocity", limit, title="True velocity",
            abstract="Along the line of sight in mm a year, positive towards the satellite.",
        )  # fmt: skip
        self.style_raster(
            displacement, "displacement", limit, title="True displacement",
            abstract="Since the first date, mm.", dates=list(dates),
        )  # fmt: skip
        self.style_raster(
            cover, "cover", title="Cover classes",
            abstract="Pixels of a class have one statistical law.",
        )  # fmt: skip
        self.style_raster(
            coherence, "temporal_coherence", (0.0, 1.0), title="True coherence",
            abstract="Mean of neighbouring dates, mean of all pairs, first and last date.",
        )  # fmt: skip
        self.style_vector(
            scatterers, "points_velocity", limit, title="True dominant scatterers",
            abstract="With their signal-to-clutter ratio and height over the elevation model.",
            when=when,
        )  # fmt: skip
        self.style_vector(sources, "outlines", title="True bowls and landslides")
