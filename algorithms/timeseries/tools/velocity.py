# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: rate, acceleration, seasons, steps and transients from a time series."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, part, raster
from .asked import Corrected, Span
from .motion_terms import ALONG_SIGHT, Terms


class Velocity(Chosen):
    """The series, the terms of its motion, and the dates that are used."""

    series = part(
        Corrected, changes={"timeseries": {"help": "HDF5 in MintPy's layout (timeseries.h5)."}}
    )
    terms = part(Terms)
    coseismic = raster(
        "Coseismic displacement",
        "Of the first of these earthquakes, for the post-seismic mechanism where the series "
        "starts after it: bands of the displacement along the line of sight, positive towards the "
        "satellite, and of its standard deviation, as 'Coseismic stack' writes them.",
        optional=True, advanced=True,
    )  # fmt: skip
    dates = part(Span)
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "raster", "VELOCITY", "Velocity model",
        "Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its "
        "standard deviation, and the RMS of the residuals.",
        style="velocity",
        abstract=ALONG_SIGHT,
    ),
    Output(
        "raster", "AMPLITUDE", "Seasonal amplitude",
        "Half of the way from trough to peak, mm, with its standard deviation.", optional=True,
        by_default=False,
        style="amplitude", abstract="Along the line of sight, mm.",
    ),
    Output(
        "raster", "PHASE", "Day of the seasonal peak",
        "Day of the year with the largest displacement towards the satellite, with its standard"
        " deviation in days.", optional=True, by_default=False,
        style="peak_day",
        abstract="Day of the year with the largest displacement towards the satellite.",
    ),
    Output(
        "raster", "STEP_MAP", "Steps found",
        "How many, and of each the date in calendar years (2019.5: the middle of 2019), the "
        "size in mm and its standard deviation as if the date were known.",
        optional=True, by_default=False,
        style="displacement",
        abstract="Size of the first step in mm, positive towards the satellite; other bands: "
        "number, dates, errors and further steps.",
    ),
    Output(
        "raster", "MODEL_MAP", "Chosen models", "A class for every combination of terms.",
        optional=True, by_default=False,
        style="motion_model",
        abstract="Terms that a pixel's series calls for by the Bayesian information criterion.",
    ),
    Output(
        "raster", "MECHANISM", "Post-seismic mechanism",
        "Whether afterslip has the sign of the coseismic displacement, where both exceed 1.96 "
        "standard deviations. A hint: one line of sight sees one component, and the sign alone "
        "proves no mechanism.",
        optional=True, by_default=False, style="mechanism",
        abstract="Sign of the post-seismic against that of the coseismic displacement along the "
        "line of sight. The same: as afterslip makes; opposite: as poroelastic rebound, "
        "viscoelastic relaxation or other processes make. A hint, no proof: patches of afterslip "
        "beside the rupture can have either sign.",
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with a result",
    "RMS": "Mean RMS of the residuals (mm)",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
    "MEAN_STEPS": "Steps found by pixel",
    "MEDIAN_AMPLITUDE": "Median seasonal amplitude (mm)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit the model to every pixel; see :mod:`...declare`."""
    from .model_fit import fit_model

    path = chosen.series.timeseries
    terms = chosen.terms
    return fit_model(
        path, outputs, job, terms.model(), terms.options(), *chosen.dates.span(), chosen.coseismic
    )
