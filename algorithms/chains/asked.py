# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What chains ask for alike."""

from __future__ import annotations

from ..declare import Chosen, choice, file, flag, folder, number

NEEDED = {"gacos": "gacos_folder", "era5": "era5_file"}
IONOSPHERES = ("none", "phase", "electrons")
SURFACES = ("none", "linear", "quadratic")


class Corrections(Chosen):
    """Corrections of the series."""

    troposphere = choice(
        "Troposphere",
        "linear, quadratic: what follows height, over the scene; gacos, era5: a weather model's"
        " delays; none.", ("linear", "quadratic", "gacos", "era5", "none"),
    )  # fmt: skip
    gacos_folder = folder(
        "GACOS folder", "YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (gacos).",
        optional=True,
    )  # fmt: skip
    era5_file = file(
        "ERA5 file", "NetCDF on pressure levels for every date (era5).", "NetCDF (*.nc)",
        optional=True,
    )  # fmt: skip
    ionosphere = choice(
        "Ionosphere",
        "phase: maps of its phase in radians, of pairs or of dates (positive away, as in the "
        "interferograms); electrons: vertical content by date, TECU; none.", IONOSPHERES,
        advanced=True,
    )  # fmt: skip
    ionosphere_folder = folder(
        "Maps of the ionosphere",
        "Rasters with a date (20200105.tif) or a pair of dates (20200105_20200117.tif) in their "
        "names, on any grid.", optional=True, advanced=True,
    )  # fmt: skip
    solid_tides = flag(
        "Correct solid Earth tides",
        "By the IERS Conventions, where the time of the pass and the geometry are known. For "
        "scenes of 100 km and more: over 10 km they differ by a millimetre.", advanced=True,
    )  # fmt: skip
    ramps = choice("Ramps", "Surface taken off every date.", SURFACES, advanced=True)
    correct_dem_error = flag(
        "Correct height errors",
        "From the perpendicular baselines, where they are known, jointly with the motion model "
        "and an acceleration.", True,
    )  # fmt: skip
    aps_filter = flag(
        "Filter the atmosphere",
        "High-pass in time, low-pass in space: smooths the series. Motion that is short in time"
        " and wide in space goes with it.",
    )  # fmt: skip
    aps_days = number(
        "Filter in time (days)", "Standard deviation of the Gaussian.", 60.0, 1.0, advanced=True,
    )  # fmt: skip
    aps_metres = number(
        "Filter in space (m)", "Standard deviation of the Gaussian.", 1000.0, 1.0, advanced=True,
    )  # fmt: skip

    def check(self):
        """The weather's files must be there where they are needed."""
        needed = NEEDED.get(self.troposphere)
        if needed and not getattr(self, needed):
            self.refuse(needed, f"the choice {self.troposphere} needs it.")
        if self.ionosphere != "none" and not self.ionosphere_folder:
            self.refuse("ionosphere_folder", f"the choice {self.ionosphere} needs it.")

    def weather(self):
        """Files of the weather model, None without one."""
        return getattr(self, NEEDED[self.troposphere]) if self.troposphere in NEEDED else None

    def wanted(self) -> list:
        """Names of the corrections, in their order."""
        asked = {
            "ionosphere": self.ionosphere != "none", "solidtides": self.solid_tides,
            "troposphere": self.troposphere != "none", "demerror": self.correct_dem_error,
            "ramps": self.ramps != "none", "apsfilter": self.aps_filter,
        }  # fmt: skip
        return [name for name, wanted in asked.items() if wanted]
