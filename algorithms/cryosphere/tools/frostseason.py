# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rate, season and degree days together: how far the ground heaves, and how late."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, file, number, part, whole
from ...timeseries.tools.asked import PointsInput

GROUNDS = "auto", "permafrost", "seasonal_frost"
MOST_LAGS = 200


class FrostSeason(Chosen):
    """The series, the temperature of the air, and how the ground freezes."""

    series = part(PointsInput)
    temperature = file(
        "Air temperature",
        "CSV with a date and a temperature a row, °C ([K] or [°F] in the heading where it is not); "
        "several a day are averaged. From a year before the series on, at best.",
        "Tables (*.csv *.txt);;All files (*)",
    )  # fmt: skip
    ground = choice(
        "Ground",
        "permafrost: a layer thaws over frozen ground in summer; seasonal_frost: it freezes over "
        "thawed ground in winter; auto: by the mean of the air, below or above 0 °C.", GROUNDS,
    )  # fmt: skip
    ratio = number(
        "Ratio of both seasons",
        "How much more the root of a degree day does when the season turns: frozen ground conducts "
        "better, snow keeps it warm. Empty: what suits a sample of the scene best.", None, 0.1,
        10.0, optional=True,
    )  # fmt: skip
    max_lag = whole(
        "Largest lag (days)", "How late the ground may be against the air.", 60, 0, 180,
    )  # fmt: skip
    lag_step = whole(
        "Step of the lags (days)", "In which they are tried.", 2, 1, 30, advanced=True,
    )  # fmt: skip
    level = number(
        "Level of the lag's interval", "Share of the lags that lie within.", 0.9, 0.5, 0.99,
        advanced=True,
    )  # fmt: skip
    noise = choice(
        "Noise",
        "auto: what explains the residuals of a sample of the scene best; the log says which. "
        "white: dates err independently; ar1: with a correlation time; flicker, random_walk: ever "
        "more over time; power_law: by a power of the frequency that is estimated.",
        ("auto", "white", "ar1", "flicker", "random_walk", "power_law"), advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def delays(self):
        """Lags that are tried, days."""
        import numpy as np

        return np.arange(0, self.max_lag + 1, self.lag_step)


OUTPUTS = (
    Output(
        "raster", "FROST", "Rate, heave and lag",
        "velocity_mm_yr, heave by root of a degree day, both with standard deviations; lag_days "
        "with its interval; share of the variance that the season explains; seasonal_mm from end "
        "to end; RMS of the residuals.", optional=True, style="velocity", limits="symmetric",
        name="Rate beside frost and thaw",
        abstract="Along the line of sight, mm a year, positive towards the satellite.",
    ),
    Output(
        "raster", "MODELS", "Chosen models", "1: rate alone, 2: annual sine, 3: degree days.",
        optional=True, style="frost_model", name="What the season goes with",
        abstract="What a pixel's series calls for by the Bayesian information criterion.",
    ),
    Output(
        "points", "RESULT", "Points with heave and lag",
        "The same of each point, where points are what is given.", optional=True,
        by_default=False, style="points_velocity", name="Rate beside frost and thaw",
        abstract="Rate of the chosen model, mm a year, positive towards the satellite.",
    ),
    Output(
        "file", "REPORT", "Report",
        "Thawing and freezing index by year, and the mean motion of what goes with them: models, "
        "lag, chance.", "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels or points with a model", "INDEX": "Degree days (%)",
    "SINE": "Annual sine (%)", "NONE": "Rate alone (%)", "RATIO_USED": "Ratio of both seasons",
    "HEAVE": "Median heave (mm by root of a degree day)", "LAG": "Median lag (days)",
    "LAG_LOW": "Median lower end of its interval (days)",
    "LAG_HIGH": "Median upper end of its interval (days)",
    "EXPLAINED": "Median share of the variance that the season explains",
    "MEDIAN_STD": "Median standard deviation of the rate (mm/yr)",
    "THAW_INDEX": "Mean thawing index (°C days)", "FROST_INDEX": "Mean freezing index (°C days)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit the series; see :mod:`...declare`."""
    from . import frost_points, frost_scene

    if chosen.series.points is not None:
        return frost_points.run(chosen, outputs, job)
    return frost_scene.run(chosen, outputs, job)
