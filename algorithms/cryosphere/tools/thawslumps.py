# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thaw slumps and thawing ground: stable, at a steady rate or all at once, beside the season."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, flag, number, part, raster, whole
from ...timeseries.tools.asked import PointsInput


class ThawSlumps(Chosen):
    """The series, which of what moves becomes a polygon, and the soil."""

    series = part(PointsInput)
    dem = raster(
        "Elevation model", "In metres: polygons are on slopes between the next two values alone.",
        optional=True,
    )  # fmt: skip
    min_slope = number(
        "Least slope (degrees)",
        "Slumps need one: those of the Qinghai-Tibet corridor lie on 1.2 to 18.1 degrees.", 1.0,
        0.0, 90.0,
    )  # fmt: skip
    max_slope = number(
        "Largest slope (degrees)", "Steeper ground falls or slides for other reasons.", 20.0, 0.0,
        90.0,
    )  # fmt: skip
    min_area = number(
        "Smallest area (m²)", "Of a polygon.", 5000.0, 0.0, 1e9,
    )  # fmt: skip
    min_rate = number(
        "Least rate (mm/yr)",
        "Of polygons that subside or rise at a steady rate; 5 is the level used at Beiluhe.", 5.0,
        0.0, 10_000.0,
    )  # fmt: skip
    min_amplitude = number(
        "Least seasonal amplitude (mm)",
        "Of those polygons, too: ground that heaves has an active layer. 10 is the level used at "
        "Beiluhe; 0 takes all ground. Abrupt thaw does not need it.", 10.0, 0.0, 10_000.0,
    )  # fmt: skip
    incidence = number(
        "Incidence angle (degrees)",
        "Takes the seasonal amplitude to the vertical for the active layer; 0: the motion is "
        "vertical already. Empty: as the series tells.", None, 0.0, 80.0, optional=True,
    )  # fmt: skip
    water = number(
        "Water content of the soil", "By volume: porosity times saturation.", 0.35, 0.02, 0.95,
    )  # fmt: skip
    water_range = number(
        "Range of the water content",
        "By which it may be more or less: the range of the active layer's thickness.", 0.15, 0.0,
        0.9,
    )  # fmt: skip
    semiannual = flag(
        "Half-yearly part of the season",
        "Heave is no sine: the ground thaws and settles fast, and waits. Without this part what "
        "the sine leaves goes for noise, and slumps stay hidden.", True, advanced=True,
    )  # fmt: skip
    min_step = number(
        "Least step (mm)", "Of polygons of abrupt thaw.", 10.0, 0.0, 10_000.0, advanced=True,
    )  # fmt: skip
    step_dates = whole(
        "Minimum dates beside a step", "Dates with data that a step needs before and after it.",
        5, 2, 1000, advanced=True,
    )  # fmt: skip
    level = number(
        "Level of the step's interval", "Share of the steps whose date lies within.", 0.9, 0.5,
        0.99, advanced=True,
    )  # fmt: skip
    noise = choice(
        "Noise",
        "auto: what explains the residuals of a sample of the scene best; the log says which. "
        "white: dates err independently; ar1: with a correlation time; flicker, random_walk: ever "
        "more over time; power_law: by a power of the frequency that is estimated.",
        ("auto", "white", "ar1", "flicker", "random_walk", "power_law"), advanced=True,
    )  # fmt: skip
    organic_depth = number(
        "Organic layer (m)", "On top of the soil.", 0.0, 0.0, 10.0, advanced=True,
    )  # fmt: skip
    organic_water = number(
        "Water content of the organic layer", "By volume.", 0.8, 0.02, 0.95, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """Slopes in order, and water in the soil."""
        if self.min_slope >= self.max_slope:
            self.refuse(
                ("min_slope", "max_slope"), f"{self.min_slope:g} is not below "
                f"{self.max_slope:g} degrees; give a lower and a higher one.",
            )  # fmt: skip
        if not self.water_range < self.water < 1 - self.water_range:
            self.refuse(
                "water_range", f"{self.water:g} give or take {self.water_range:g} is no share "
                "between 0 and 1; lower it.",
            )  # fmt: skip

    def soil(self):
        """What is assumed of the ground."""
        from ..active_layer import Soil

        return Soil(self.water, self.water_range, self.organic_depth, self.organic_water)


OUTPUTS = (
    Output(
        "raster", "CLASSES", "Classes of motion",
        "1: stable, 2: linear subsidence, 3: abrupt thaw, 4: linear uplift.", optional=True,
        style="thaw_class", name="Motion of thawing ground",
        abstract="What a pixel's series calls for by the Bayesian information criterion, beside "
        "its season: nothing, a rate, or a rate and a step.",
    ),
    Output(
        "raster", "MOTION", "Rate, season and step",
        "velocity_mm_yr, the annual amplitude and the day of the year with the largest "
        "displacement towards the satellite, the step with its date in calendar years and the "
        "interval of that; all with standard deviations; RMS of the residuals.", optional=True,
        style="velocity", limits="symmetric", name="Rate beside season and step",
        abstract="Along the line of sight, mm a year, positive towards the satellite.",
    ),
    Output(
        "raster", "ACTIVE_LAYER", "Thickness of the active layer",
        "active_layer_m with its range, by the seasonal amplitude and the soil's water content.",
        optional=True, by_default=False, style="active_layer", limits="p98",
        abstract="Thickness that settles as far as the ground does in summer, m, if its water "
        "content is what was assumed.",
    ),
    Output(
        "polygons", "SLUMPS", "Slumps and thawing ground",
        "class, area_m2, pixels, medians of rate, step and amplitude with their standard "
        "deviations, step_date with its interval, slope_deg.", optional=True, style="thaw_areas",
        abstract="Patches that thaw at once or move steadily, above the least area.",
    ),
    Output(
        "points", "RESULT", "Points with their class", "The same of each point, where points are "
        "what is given.", optional=True, by_default=False, style="points_velocity",
        name="Motion of thawing ground",
        abstract="Rate beside season and step, mm a year, positive towards the satellite.",
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels or points with a class", "STABLE": "Stable (%)",
    "SUBSIDING": "Linear subsidence (%)", "ABRUPT": "Abrupt thaw (%)",
    "RISING": "Linear uplift (%)",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
    "AMPLITUDE": "Median seasonal amplitude (mm)",
    "THICKNESS": "Median thickness of the active layer (m)",
    "THICKNESS_LOW": "Median lower end of its range (m)",
    "THICKNESS_HIGH": "Median upper end of its range (m)",
    "COUNT": "Polygons", "SLUMPED": "Polygons of abrupt thaw",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Classify the series; see :mod:`...declare`."""
    from . import thaw_points, thaw_scene

    if chosen.series.points is not None:
        return thaw_points.run(chosen, outputs, job)
    return thaw_scene.run(chosen, outputs, job)
