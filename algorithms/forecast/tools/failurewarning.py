# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Levels of warning for points and areas: creep, acceleration, and when it would fail."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, flag, layer, number, part, text, whole
from .asked import MotionSeries, one_day

SHOWN = 4  # series in the report


class FailureWarning(Chosen):
    """Series of motion, and when people are to be warned."""

    series = part(MotionSeries)
    areas = layer(
        "Areas",
        "Polygons, such as mapped landslides, that get a level of their own. Without any, points "
        "with a warning that lie near each other make areas.", ("polygons",), optional=True,
        selected=True,
    )  # fmt: skip
    horizon = whole(
        "Alarm within (days)",
        "A failure that is more likely than not and would come within so many days after the last "
        "date is an alarm.", 60, 1, 3650,
    )  # fmt: skip
    late_share = number(
        "Late part of the series (%)", "Changes are looked for in the last so much of the time.",
        50.0, 5.0, 80.0,
    )  # fmt: skip
    season = flag(
        "Season in the creep",
        "A sine and a cosine of a year; used where the series are two years long or more.", True,
    )  # fmt: skip
    false_alarms = number(
        "False warnings (%)",
        "Share of points with steady creep that get any level at all by chance.", 1.0, 0.05, 20.0,
    )  # fmt: skip
    distance = number(
        "Distance within an area (m)",
        "Without areas: points with a warning that are no farther apart belong together.", 100.0,
        0.1, 1e5, advanced=True,
    )  # fmt: skip
    floor = number(
        "Least creep for the tangent angle (mm/yr)",
        "Creep slower than this counts as fast as this, so that ground that hardly moved is no "
        "alarm as soon as it begins to.", 10.0, 0.0, 1e4, advanced=True,
    )  # fmt: skip
    creep_start = text(
        "Start of the creep",
        "YYYYMMDD: its decaying part goes with the logarithm of the time since then. Empty: a "
        "usual distance of the dates before the first one.", advanced=True,
    )  # fmt: skip
    late_dates = whole(
        "Dates behind a change of the rate", "That it needs at least; before it twice as many.", 4,
        3, 1000, advanced=True,
    )  # fmt: skip
    level = number(
        "Level of the failure time's interval", "Share of the failures that it shall hold.", 0.9,
        0.5, 0.99, advanced=True,
    )  # fmt: skip
    seed = whole(
        "Seed", "Of the simulated series.", 0, 0, 2147483647, advanced=True,
    )  # fmt: skip
    blocks = part(Machine)

    def check(self):
        """The start must be one date."""
        self.start()

    def start(self):
        """Date on which the creep began; None for the usual one."""
        return one_day(self, "creep_start")


FIELDS = (
    ("level", int), ("warning", str), ("p_accelerating", float), ("p_failing", float),
    ("tangent_deg", float), ("creep_mm_yr", float), ("rate_now_mm_yr", float),
    ("rate_now_std_mm_yr", float), ("onset", str), ("failure", str), ("failure_low", str),
    ("failure_high", str), ("departure", float), ("departure_chance", float),
)  # fmt: skip
OUTPUTS = (
    Output(
        "points", "LEVELS", "Points with their level",
        "level (0 none, 1 attention, 2 alert, 3 alarm), chances that the rate grows and that it "
        "grows towards a failure, tangent angle, rates, onset, failure with its interval, "
        "departure of the last dates from the creep before, then what the points' table says.",
        optional=True, style="points_warning", name="Level of warning",
        abstract="0 none, 1 attention, 2 alert, 3 alarm.",
    ),
    Output(
        "polygons", "AREA_LEVELS", "Areas with their level",
        "level: reached by three of the points in it at least, and by more than chance makes; how "
        "many reach each level, the first failure among them.", optional=True,
        style="areas_warning", name="Areas with a warning",
    ),
    Output(
        "file", "REPORT", "Report",
        "For the desk of the civil protection: levels, what they mean and how often they come by "
        "chance, and the curves of the areas or of the worst points.", "HTML (*.html)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points", "WATCHED": "Points with enough dates",
    "ATTENTION": "Points at attention", "ALERT": "Points at alert", "ALARM": "Points at alarm",
    "AREAS": "Areas with a warning",
    "FALSE_WARNINGS": "Warnings of steady series by chance (%)",
    "FALSE_ALARMS": "Alarms of steady series by chance (%)",
    "P_ACCELERATING": "Largest chance that a rate grows",
    "FAILURE_DAYS": "Days from the last date to the failure of the worst series",
    "FAILURE_LOW": "Least days within its interval",
    "FAILURE_HIGH": "Most days within its interval",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Watch every series; see :mod:`...declare`."""

    import numpy as np

    from ...errors import GroundshiftError
    from ..pages.failurewarning import page
    from ..watching import LEVELS
    from .driven import AreaMeans, open_motion, result_layer
    from .warned import Curve, Tally, WarnedAreas, watch_for

    motion = open_motion(chosen, job)
    watch = watch_for(chosen, motion, job)
    job.tell(0.1)
    tally, means = Tally(SHOWN), AreaMeans(chosen, motion, job)
    places = WarnedAreas(means.wkb, motion.crs, chosen.distance)
    with result_layer(outputs, "LEVELS", motion, dict(FIELDS), chosen) as layer_:
        done = job.part(0.1, 0.9)
        for rows in motion.parts(job.budget // 16):
            series = rows.series.T.astype(float) * 1e3
            found = watch(series)
            columns = columns_of(found, watch)
            tally.add(found, series, rows)
            places.add(rows, found, columns["failure"])
            means.add(rows)
            if layer_ is not None:
                layer_.write(rows, columns)
            done.tell(rows.done)
            job.check()
    if not tally.watched:
        raise GroundshiftError(
            f"{motion.name}: no series has {watch.failing.enough} dates with a value; give "
            "longer ones."
        )
    areas = places.found(watch)
    if motion.places and outputs.wanted("AREA_LEVELS") and len(areas):
        areas.write(outputs.path("AREA_LEVELS"), motion.crs)
    else:
        outputs.leave_out("AREA_LEVELS")
    if means.wkb:
        shown = [Curve(name, values, watch(values[None])) for name, values in means.shown()]
    else:
        shown = tally.worst(watch)
    notes = list(tally.notes(watch, motion, areas))
    warnings = list(tally.warnings(watch))
    for text_ in notes:
        job.note(text_)
    for text_ in warnings:
        job.warn(text_)
    outputs.text("REPORT", lambda: page(tally, watch, shown, areas, notes, warnings, motion))
    outputs.when = motion.dates[0], motion.dates[-1]
    worst = shown[0].watched
    numbers = {
        "COUNT": tally.count, "WATCHED": tally.watched,
        **{name.upper(): int(tally.levels[k]) for k, name in enumerate(LEVELS) if k},
        "AREAS": int((areas.level > 0).sum()),
        "FALSE_WARNINGS": 100 * float(watch.rates[1]), "FALSE_ALARMS": 100 * float(watch.rates[3]),
        "P_ACCELERATING": tally.most,
    }  # fmt: skip
    if worst.growing[0] and np.isfinite(worst.judged.failure[0]):
        judged = worst.judged
        ends = {"DAYS": judged.failure, "LOW": judged.failure_low, "HIGH": judged.failure_high}
        numbers |= {f"FAILURE_{name}": float(v[0]) for name, v in ends.items() if np.isfinite(v[0])}
    return numbers


def columns_of(found, watch) -> dict:
    """Columns of :data:`FIELDS`; failures only of what grows."""
    import numpy as np

    from ..watching import LEVELS

    judged, known = found.judged, found.level >= 0
    dates = watch.failing.dates
    ends = (judged.failure, judged.failure_low, judged.failure_high)
    failures = [_days(dates[-1], np.where(found.growing, end, np.nan)) for end in ends]
    rounded = [
        (judged.accelerating, 4), (judged.chances[-1], 4), (judged.tangent, 2), (judged.before, 3),
        (judged.now, 3), (judged.now_std, 3),
    ]  # fmt: skip
    return dict(zip((name for name, _ in FIELDS), (
        np.where(known, found.level, np.nan), np.array([*LEVELS, ""], object)[found.level],
        *(np.round(np.where(known, values, np.nan), digits) for values, digits in rounded),
        _days(dates[0], np.where(found.growing, judged.onset, np.nan)), *failures,
        np.round(found.departure, 2), np.round(found.chance, 5),
    )))  # fmt: skip


def _days(first, after):
    """Dates as text; empty where there is none, or it is further away than calendars are good."""
    import numpy as np

    good = np.isfinite(after) & (np.abs(after) < 1e6)
    days = first + np.where(good, np.round(after), 0).astype("timedelta64[D]")
    return np.where(good, days.astype(str), "").astype(object)
