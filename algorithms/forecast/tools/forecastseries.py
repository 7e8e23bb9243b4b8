# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where series of motion go next, with intervals, and whether anything beats a straight line."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, layer, number, other, part, text, whole
from .asked import MotionSeries


class ForecastSeries(Chosen):
    """Series of motion, how far ahead, and what helps."""

    series = part(MotionSeries)
    horizon = whole(
        "Days ahead", "How far to forecast; as much of each series is held out to judge it.", 180,
        1, 36500,
    )  # fmt: skip
    drivers = other(
        "layers", "Drivers",
        "CSV with a date and a value a row, such as rain or a level: one file a driver. Beyond the "
        "last date of a series they are what they usually are at that time of the year.",
        shapes=("file",), optional=True,
    )  # fmt: skip
    areas = layer(
        "Areas", "Polygons: the mean series of the points in each of them is shown in the report.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    level = number(
        "Level of the intervals", "Share of the dates ahead that they shall hold.", 0.9, 0.5, 0.99,
    )  # fmt: skip
    lags = text(
        "Lags of the drivers (days)", "Each is a term of its own.", "0, 30, 60", advanced=True,
    )  # fmt: skip
    memory_of_drivers = number(
        "Memory of the drivers (days)",
        "The mean of what came before with weights that fall as exp(-age/memory); 0: the day's own "
        "value. Amounts such as rain: 30 if empty, levels 0.", None, 0.0, 3650.0, optional=True,
        advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def lag_days(self) -> list:
        """Days."""
        parts = self.lags.replace(";", ",").split(",")
        try:
            found = sorted({int(one) for one in parts if one.strip()})
        except ValueError:
            self.refuse("lags", f"'{self.lags}' is no list of days; write 0, 30, 60.")
        if not found or not 0 <= found[0] <= found[-1] <= 3650:
            self.refuse("lags", "give days from 0 to 3650, as 0, 30, 60.")
        return found

    def check(self):
        """Lags that are such."""
        self.lag_days()


FIELDS = (
    ("method", str), ("change_mm", float), ("change_low_mm", float), ("change_high_mm", float),
    ("rmse_mm", float), ("rmse_persistence_mm", float), ("rmse_line_mm", float),
    ("rmse_ridge_mm", float), ("rmse_gaussian_process_mm", float), ("covered", float),
)  # fmt: skip
OUTPUTS = (
    Output(
        "points", "FORECAST", "Points with their forecast",
        "method, change_mm from the last date to the end of the forecast with its interval, "
        "root mean square errors of all methods on the dates that were held out, covered (share of "
        "those within the interval), then what the points' table says.", optional=True,
        style="points_change", limits="symmetric", name="Forecast motion",
        abstract="Motion from the last date to the end of the forecast, mm, positive towards the "
        "satellite.",
    ),
    Output(
        "file", "REPORT", "Report",
        "Hold-out table of all methods, and the forecasts of up to four series: of the areas, or "
        "of the mean of all points.", "HTML (*.html)", optional=True,
    ),
    Output(
        "file", "CURVES", "Forecasts of these series", "By date, with intervals.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points", "FITTED": "Points with a forecast",
    "PERSISTENCE": "Median error of no change (mm)", "LINE": "Median error of a straight line (mm)",
    "RIDGE": "Median error of ridge regression (mm)",
    "GAUSSIAN_PROCESS": "Median error of the Gaussian process (mm)",
    "CHOSEN": "Median error of the method chosen by point (mm)",
    "COVERED": "Dates held out within the interval (%)",
    "BEATEN": "Points where the chosen one beats no change and the line (%)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Forecast every series; see :mod:`...declare`."""
    import numpy as np

    from ...errors import GroundshiftError
    from ..pages.forecastseries import HeldOut, curves_text, page
    from .driven import AreaMeans, open_motion, result_layer
    from .forecast_source import forecaster_of

    motion = open_motion(chosen, job)
    forecaster = forecaster_of(chosen, motion, job)
    forecaster.calibrate(motion.sample(job.budget // 8).T.astype(float) * 1e3)
    job.tell(0.2)
    areas, held, done = AreaMeans(chosen, motion, job), [], job.part(0.2, 0.9)
    with result_layer(outputs, "FORECAST", motion, dict(FIELDS), chosen) as layer_:
        changes = []
        for rows in motion.parts(job.budget // 8):
            areas.add(rows)
            series = rows.series.T.astype(float) * 1e3
            found = forecaster(series)
            held.append(HeldOut.of(found))
            columns = _columns(found, series)
            changes.append(columns["change_mm"])
            if layer_ is not None:
                layer_.write(rows, columns)
            done.tell(rows.done)
            job.check()
    told = HeldOut.joined(held)
    if not told.fitted.any():
        raise GroundshiftError(
            f"{motion.name}: no series has enough dates with a value; forecast less far, or give "
            "longer series."
        )
    for text_ in told.notes(chosen.level):
        job.note(text_)
    for text_ in told.warnings(chosen.level, forecaster):
        job.warn(text_)
    shown = [(name, values, forecaster(values[None])) for name, values in areas.shown()]
    shown = [one for one in shown if one[2].method[0] >= 0]
    outputs.text("REPORT", lambda: page(told, shown, motion.dates, forecaster, chosen))
    outputs.text("CURVES", lambda: curves_text(shown, forecaster))
    outputs.when = motion.dates[0], forecaster.ahead[-1]
    if motion.places:
        limit = np.nanpercentile(np.abs(np.concatenate(changes)), 98)
        outputs.look("FORECAST", limits=float(limit))
    return told.numbers()


def _columns(found, series) -> dict:
    """Columns of :data:`FIELDS`."""
    import numpy as np

    from ..forecasting import METHODS

    names = np.array([*METHODS, ""], object)
    known = np.isfinite(series)
    place = series.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    own = np.arange(len(series))
    last = series[own, place]
    pick = np.maximum(found.method, 0)
    some = np.where(found.method >= 0, 1.0, np.nan)
    return {
        "method": names[found.method],
        "change_mm": np.round(found.values[:, -1] - last, 3),
        "change_low_mm": np.round(found.low[:, -1] - last, 3),
        "change_high_mm": np.round(found.high[:, -1] - last, 3),
        "rmse_mm": np.round(found.rmse[pick, own] * some, 3),
        **{
            f"rmse_{name}_mm": np.round(found.rmse[k], 3) for k, name in enumerate(METHODS)
        },
        "covered": np.round(found.covered[pick, own] * some, 4),
    }  # fmt: skip
