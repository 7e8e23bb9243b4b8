# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Troposphere: from height alone, or from a weather model."""

from __future__ import annotations

from .correction_tool import GEOMETRY, TIMESERIES, CorrectionTool

METHODS = ("height", "height_windows", "pca_windows", "gacos", "era5")


class Troposphere(CorrectionTool):
    """Takes the delay of the troposphere off a series."""

    ID = "troposphere"
    NAME = "Tropospheric correction"
    SUMMARY = (
        "Takes the delay of the troposphere off a displacement series: what follows height, over "
        "the scene or in overlapping windows that are stitched smoothly, or the delay of a "
        "weather model (GACOS files, ERA5 on pressure levels). Fits look at stable and coherent "
        "pixels only. Reference point and reference date stay zero. Reports the variance taken "
        "out by date; dates that would become noisier are named and left as they are."
    )
    PAPER = (
        "Height: Doin et al. (2009), doi:10.1016/j.jappgeo.2009.03.010; windows: Bekaert et al. "
        "(2015), doi:10.1002/2014JB011558; GACOS: Yu et al. (2018), "
        "doi:10.1016/j.rse.2017.10.038; reanalysis: Jolivet et al. (2011), "
        "doi:10.1029/2011GL048757"
    )
    TAGS = ("atmosphere", "delay", "gacos", "era5", "stratified", "weather", "elevation", "pca")
    FOLLOWS_GROUND = True
    GEOMETRY_HELP = (
        "geometryGeo.h5 of the same stack: height for all methods but gacos, incidence for the "
        "weather models."
    )
    METHOD, DEGREE, WITH_RAMP = "METHOD", "DEGREE", "WITH_RAMP"
    WINDOW, CORRELATION, WEATHER = "WINDOW", "CORRELATION", "WEATHER"
    GACOS_FOLDER, ERA5_FILE, ERA5_FOLDER = "GACOS_FOLDER", "ERA5_FILE", "ERA5_FOLDER"
    HOUR, INCIDENCE, KEEP_GROWING = "HOUR", "INCIDENCE", "KEEP_GROWING"

    def declare(self):
        """Parameters and outputs."""
        self.add_series_inputs()
        self.add_choice(
            self.METHOD, "Method",
            "height: displacement against height over the whole scene; height_windows: in "
            "overlapping windows, stitched; pca_windows: likewise, by the principal components of "
            "each window that follow height; gacos, era5: delays of a weather model.",
            METHODS, METHODS[0],
        )  # fmt: skip
        self.add_choice(
            self.DEGREE, "Dependence on height",
            "linear, or quadratic where the scene has more than a kilometre of relief.",
            ("linear", "quadratic"), "linear",
        )  # fmt: skip
        self.add_number(
            self.WINDOW, "Size of the windows (m)",
            "For the methods in windows, which overlap by half: about twice the distance over "
            "which the weather changes. A window with little relief takes the scene's values.",
            20000.0, 100.0,
        )  # fmt: skip
        self.add_flag(
            self.WITH_RAMP, "Fit a ramp along with the height",
            "So that a ramp is not taken for a dependence on height; the ramp stays in the "
            "series. For the method height.",
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.CORRELATION, "Minimum correlation with height",
            "Of a principal component to be taken out (pca_windows).", 0.5, 0.0, 1.0,
            advanced=True,
        )  # fmt: skip
        self._declare_weather()
        self.add_selection()
        self.add_steady()
        self.add_flag(
            self.KEEP_GROWING, "Correct noisier dates, too",
            "Correct also the dates whose variance over the stable pixels grows by it; they are "
            "named in the log either way.",
            advanced=True,
        )  # fmt: skip
        self.add_correction_outputs()
        self.add_run()

    def _declare_weather(self):
        self.add_folder(
            self.GACOS_FOLDER, "GACOS folder",
            "Holds YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (method gacos).",
            optional=True,
        )  # fmt: skip
        self.add_file(
            self.ERA5_FILE, "ERA5 file",
            "NetCDF of ERA5 on pressure levels with temperature, humidity (specific or relative) "
            "and geopotential, for every date at hours about the pass (method era5).",
            "NetCDF (*.nc)", optional=True,
        )  # fmt: skip
        self.add_folder(
            self.ERA5_FOLDER, "ERA5 folder",
            "Holds such files (*.nc), where they are several.", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.HOUR, "Hour of the pass (UTC)",
            "For era5; taken from the series (CENTER_LINE_UTC) if empty.", None, 0.0, 24.0,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.INCIDENCE, "Incidence (degrees)",
            "For the weather models, where no geometry is given: from the vertical, one for the "
            "scene.",
            None, 0.0, 89.0, optional=True, advanced=True,
        )  # fmt: skip

    def check(self, parameters, context):
        """Methods need their files."""
        method = self.choice(parameters, self.METHOD, context)
        if method == "gacos" and not self.is_given(parameters, self.GACOS_FOLDER):
            return f"{self.title(self.GACOS_FOLDER)}: the method gacos needs it."
        if method == "era5" and not (
            self.is_given(parameters, self.ERA5_FILE) or self.is_given(parameters, self.ERA5_FOLDER)
        ):
            return f"{self.title(self.ERA5_FILE)}: the method era5 needs it."
        geometry = self.is_given(parameters, GEOMETRY)
        if method == "gacos" and self.is_given(parameters, self.INCIDENCE):
            return None
        if not geometry:
            return f"{self.title(GEOMETRY)}: the method {method} needs it."
        return None

    def keep_growing(self, parameters, context):
        """See the base class."""
        return self.flag(parameters, self.KEEP_GROWING, context)

    def correction(self, parameters, context, feedback):
        """See the base class."""
        from ...algorithms.timeseries.troposphere import DelayCorrection, HeightCorrection
        from ...algorithms.timeseries.troposphere_windows import WindowedHeightCorrection

        method = self.choice(parameters, self.METHOD, context)
        degree = ("linear", "quadratic").index(self.choice(parameters, self.DEGREE, context)) + 1
        if method == "height":
            return HeightCorrection(degree, self.flag(parameters, self.WITH_RAMP, context))
        if method in ("height_windows", "pca_windows"):
            return WindowedHeightCorrection(
                self.number(parameters, self.WINDOW, context), degree, method == "pca_windows",
                self.number(parameters, self.CORRELATION, context),
            )  # fmt: skip
        incidence = None
        if not self.is_given(parameters, GEOMETRY):
            incidence = self.number(parameters, self.INCIDENCE, context)
        return DelayCorrection(method, incidence, of_height=method == "era5")

    def delays(self, parameters, context):
        """See the base class."""
        from ...algorithms.io.weather import open_weather

        method = self.choice(parameters, self.METHOD, context)
        series = self.existing_path(parameters, TIMESERIES, context)
        if method == "gacos":
            folder = self.existing_path(parameters, self.GACOS_FOLDER, context)
            return open_weather(method, folder, series)
        if method == "era5":
            path = self.existing_path(parameters, self.ERA5_FOLDER, context)
            path = path or self.existing_path(parameters, self.ERA5_FILE, context)
            hour = self.number(parameters, self.HOUR, context)
            return open_weather(method, path, series, hour)
        return None
