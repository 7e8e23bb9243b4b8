# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The delay of the troposphere taken off a displacement series."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, choice, file, flag, folder, number, part
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Ground,
    Stable,
)

DEGREES = ("linear", "quadratic")


class Troposphere(Chosen):
    """Where the delay comes from."""

    corrected = part(Corrected)
    geometry = file(
        "Geometry",
        "geometryGeo.h5 of the same stack: height for all methods but gacos, incidence for the "
        "weather models.", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    method = choice(
        "Method",
        "height: displacement against height over the whole scene; height_windows: in "
        "overlapping windows, stitched; pca_windows: likewise, by the principal components of "
        "each window that follow height; gacos, era5: delays of a weather model.",
        ("height", "height_windows", "pca_windows", "gacos", "era5"),
    )  # fmt: skip
    degree = choice(
        "Dependence on height",
        "linear, or quadratic where the scene has more than a kilometre of relief.",
        DEGREES,
    )  # fmt: skip
    window = number(
        "Size of the windows (m)",
        "For the methods in windows, which overlap by half: about twice the distance over which"
        " the weather changes. A window with little relief takes the scene's values.",
        20000.0, 100.0,
    )  # fmt: skip
    with_ramp = flag(
        "Fit a ramp along with the height",
        "So that a ramp is not taken for a dependence on height; the ramp stays in the series. "
        "For the method height.", advanced=True,
    )  # fmt: skip
    correlation = number(
        "Minimum correlation with height",
        "Of a principal component to be taken out (pca_windows).", 0.5, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    gacos_folder = folder(
        "GACOS folder",
        "Holds YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (method gacos).", optional=True,
    )  # fmt: skip
    era5_file = file(
        "ERA5 file",
        "NetCDF of ERA5 on pressure levels with temperature, humidity (specific or relative) "
        "and geopotential, for every date at hours about the pass (method era5).",
        "NetCDF (*.nc)", optional=True,
    )  # fmt: skip
    era5_folder = folder(
        "ERA5 folder", "Holds such files (*.nc), where they are several.", optional=True,
        advanced=True,
    )  # fmt: skip
    hour = number(
        "Hour of the pass (UTC)", "For era5; taken from the series (CENTER_LINE_UTC) if empty.",
        None, 0.0, 24.0, optional=True, advanced=True,
    )  # fmt: skip
    incidence = number(
        "Incidence (degrees)",
        "For the weather models, where no geometry is given: from the vertical, one for the "
        "scene.", None, 0.0, 89.0, optional=True, advanced=True,
    )  # fmt: skip
    stable = part(Stable)
    ground = part(Ground)
    keep_growing = flag(
        "Correct noisier dates, too",
        "Correct also the dates whose variance over the stable pixels grows by it; they are "
        "named in the log either way.", advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Methods need their files."""
        if self.method == "gacos" and self.gacos_folder is None:
            self.refuse("gacos_folder", "the method gacos needs it.")
        if self.method == "era5" and self.era5_file is None and self.era5_folder is None:
            self.refuse("era5_file", "the method era5 needs it.")
        by_incidence = self.method == "gacos" and self.incidence is not None
        if self.geometry is None and not by_incidence:
            self.refuse("geometry", f"the method {self.method} needs it.")

    def correction(self):
        """What takes the delay off."""
        from ..troposphere import DelayCorrection, HeightCorrection
        from ..troposphere_windows import WindowedHeightCorrection

        degree = DEGREES.index(self.degree) + 1
        if self.method == "height":
            return HeightCorrection(degree, self.with_ramp)
        if self.method in ("height_windows", "pca_windows"):
            return WindowedHeightCorrection(
                self.window, degree, self.method == "pca_windows", self.correlation
            )
        incidence = self.incidence if self.geometry is None else None
        return DelayCorrection(self.method, incidence, of_height=self.method == "era5")

    def delays(self):
        """Of a weather model; None where the scene itself tells them."""
        from ...formats.weather.weather import open_weather

        series = self.corrected.timeseries
        if self.method == "gacos":
            return open_weather(self.method, self.gacos_folder, series)
        if self.method == "era5":
            return open_weather(self.method, self.era5_folder or self.era5_file, series, self.hour)
        return None


OUTPUTS = CORRECTION_OUTPUTS
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Take the delays off; see :mod:`...declare`."""
    from .correction import corrected

    return corrected(
        chosen, outputs, job, chosen.correction(), chosen.delays(), chosen.keep_growing,
        chosen.ground.steady,
    )  # fmt: skip
