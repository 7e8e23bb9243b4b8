# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlement of dumps and fills by the logarithm of time, and what is still to come."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, field, flag, layer, number, part, raster, text, whole
from .asked import MotionSeries, one_day

USUAL_YEARS = 1, 5, 10  # ahead, where no dates are given


class Settlement(Chosen):
    """Series of motion of a fill, when it was dumped, and how thick it is."""

    series = part(MotionSeries)
    dumped = text(
        "End of dumping",
        "YYYYMMDD: settlement goes with the logarithm of the time since then. Needed unless the "
        "areas tell it.",
    )  # fmt: skip
    thickness = number(
        "Thickness (m)", "Of all of the fill. Without any thickness c H is fitted.", None, 0.01,
        2000.0, optional=True,
    )  # fmt: skip
    thickness_raster = raster("Thickness as a raster", "In metres.", optional=True)
    dem_before = raster(
        "Elevation model before", "Of the ground under the fill, metres; the thickness is the one "
        "after less this.", optional=True,
    )  # fmt: skip
    dem_after = raster("Elevation model after", "Of the top of the fill.", optional=True)
    areas = layer(
        "Areas", "Polygons of fills: the mean series of the points in each of them is shown in the "
        "report.", ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    forecast_dates = text(
        "Dates of the forecast", "YYYYMMDD, several separated by commas. Empty: one, five and ten "
        "years after the last date.",
    )  # fmt: skip
    incidence = number(
        "Incidence angle (degrees)",
        "Takes the line of sight to the vertical; 0: the motion is vertical already. Empty: as the "
        "points tell.", None, 0.0, 80.0, optional=True,
    )  # fmt: skip
    dumped_field = field(
        "Field of the end of dumping", "Of the areas: YYYYMMDD or YYYY-MM-DD, for the points in "
        "each of them.", "AREAS",
    )  # fmt: skip
    thickness_field = field(
        "Field of the thickness (m)", "Of the areas.", "AREAS", numeric=True,
    )  # fmt: skip
    thickness_std = number(
        "Standard deviation of the thickness (m)",
        "Goes into that of c; of two elevation models, of their difference.", 0.0, 0.0, 500.0,
        advanced=True,
    )  # fmt: skip
    least_thickness = number(
        "Least thickness (m)", "Thinner fill gets no c.", 2.0, 0.01, 1000.0, advanced=True,
    )  # fmt: skip
    tp = number(
        "Tp (years)",
        "End of the primary consolidation, after the end of dumping; dates before it are not used.",
        0.0, 0.0, 100.0, advanced=True,
    )  # fmt: skip
    offset = flag(
        "Offset of the series",
        "Series of radar begin at their own zero and need it. Without it displacements count from "
        "Tp, as levelling that began then has them.", True, advanced=True,
    )  # fmt: skip
    season = flag(
        "Season in the motion",
        "A sine and a cosine of a year; used where the series are two years long or more.", True,
        advanced=True,
    )  # fmt: skip
    held_days = whole(
        "Days held out", "At the end of the series: forecast from what was before, to judge it.",
        365, 1, 36500, advanced=True,
    )  # fmt: skip
    level = number(
        "Level of the bands", "Share of what comes that they shall hold.", 0.9, 0.5, 0.99,
        advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """One way to a thickness, an end of dumping, and dates that are such."""
        ways = {
            "thickness": self.thickness, "thickness_raster": self.thickness_raster,
            "dem_before": self.dem_before, "thickness_field": self.thickness_field,
        }  # fmt: skip
        given = [name for name, value in ways.items() if value is not None and value != ""]
        if len(given) > 1:
            self.refuse(given, "were given together; give one of them.")
        if (self.dem_before is None) != (self.dem_after is None):
            self.refuse(("dem_before", "dem_after"), "only one of both is there; give the other.")
        for name in ("dumped_field", "thickness_field"):
            if getattr(self, name) and self.areas is None:
                self.refuse(name, "is of the areas, which are missing; give them (AREAS).")
        if self.end() is None and not self.dumped_field:
            self.refuse("dumped", "is missing; give the day, as 20200131.")
        if not self.offset and not self.tp > 0:
            self.refuse("tp", "must be above 0 where displacements count from it; give it.")
        self.later()

    def end(self):
        """Day of the end of dumping; None where only areas tell."""
        return one_day(self, "dumped")

    def later(self, last=None) -> list:
        """Dates to forecast to, in order; `last` is the series' last one."""
        import numpy as np

        from ...data.dates import parse_dates

        found = sorted(set(parse_dates(self.forecast_dates)))
        if last is None or found:
            if last is not None and found[0] <= last:
                self.refuse(
                    "forecast_dates", f"{found[0]} is not after the last date of the series "
                    f"({last}); give later ones.",
                )  # fmt: skip
            return found
        return [last + np.timedelta64(round(365.25 * years), "D") for years in USUAL_YEARS]


FIELDS = (
    ("ch_mm", float), ("ch_std_mm", float), ("c", float), ("c_std", float), ("thickness_m", float),
    ("years_since_end", float), ("rate_now_mm_yr", float), ("change_mm", float),
    ("change_low_mm", float), ("change_high_mm", float), ("rmse_mm", float),
    ("rmse_line_mm", float), ("covered", float), ("delta_bic", float),
)  # fmt: skip
OUTPUTS = (
    Output(
        "points", "SETTLEMENT", "Points with their settlement",
        "c H (mm for each decade of time, positive where it settles) and c with their standard "
        "deviations, the rate on the last date, the motion still to come until the last date of "
        "the forecast (change_mm) with its band, and by_YYYYMMDD_mm for each date; errors on the "
        "dates held out of the logarithm and of a straight line; then what the points' table says.",
        optional=True, style="points_change", limits="symmetric", name="Remaining settlement",
        abstract="Vertical motion from the last date to the end of the forecast, mm, positive "
        "upwards.",
    ),
    Output(
        "file", "REPORT", "Report",
        "Hold-out table beside a straight line, and forecasts of up to four fills, or of the mean "
        "of all points.", "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points", "FITTED": "Points with settlement",
    "C": "Median c", "C_STD": "Its median standard deviation",
    "CH": "Median c H (mm)", "CH_STD": "Median standard deviation of c H (mm)",
    "CHANGE": "Median motion still to come (mm)",
    "RMSE": "Error on the dates held out (mm)", "SLOPE": "Slope of observed against forecast",
    "R2": "R² of observed and forecast",
    "RMSE_LINE": "Error of a straight line (mm)", "SLOPE_LINE": "Slope for a straight line",
    "R2_LINE": "R² for a straight line",
    "COVERED": "Dates held out within the band (%)",
    "LINE_BETTER": "Points where the straight line is better (%)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Fit settlement to every series; see :mod:`...declare`."""
    from dataclasses import replace

    from ...errors import GroundshiftError
    from ..pages.settlement import page
    from .driven import open_motion, result_layer, upward
    from .settled import Fills, Told

    motion = open_motion(chosen, job)
    up = upward(chosen, motion, job)
    fills = Fills(chosen, motion, up, job)
    told, done = Told(chosen), job.part(0.1, 0.9)
    dates = [str(day).replace("-", "") for day in fills.later]
    by_date = [f"by_{day}{end}_mm" for day in dates for end in ("", "_low", "_high")]
    types = dict(FIELDS) | dict.fromkeys(by_date, float)
    with result_layer(outputs, "SETTLEMENT", motion, types, chosen) as layer_:
        for rows in motion.parts(job.budget // 16):
            vertical = replace(rows, series=rows.series * up(rows))
            columns, sums = fills(vertical)
            told.add(columns, sums)
            if layer_ is not None:
                layer_.write(rows, columns)
            done.tell(rows.done)
            job.check()
    if not told.fitted:
        raise GroundshiftError(fills.why_none(motion))
    notes = [*fills.notes(), *told.notes(fills.later)]
    warnings = [*fills.doubts(), *told.doubts(chosen)]
    for text_ in notes:
        job.note(text_)
    for text_ in warnings:
        job.warn(text_)
    outputs.text("REPORT", lambda: page(told, fills.shown(), motion, notes, warnings, chosen))
    outputs.when = motion.dates[0], fills.later[-1]
    if motion.places:
        outputs.look("SETTLEMENT", limits=told.limit())
    return told.numbers()
