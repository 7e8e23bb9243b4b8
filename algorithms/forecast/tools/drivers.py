# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What drives the motion: rain, water levels, temperature against series, with their lag."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, flag, layer, number, other, part, text, whole
from .asked import MotionSeries

MOST_LAGS = 400  # of one driver and memory
RESPONSES = ("displacement", "rate")


class Drivers(Chosen):
    """Series of motion, what may drive them, and how it is looked for."""

    series = part(MotionSeries)
    drivers = other(
        "layers", "Drivers",
        "CSV with a date and a value a row: rain, a river's or reservoir's level, temperature. One "
        "file a driver.", shapes=("file",),
    )  # fmt: skip
    areas = layer(
        "Areas", "Polygons: the mean series of the points in each of them is looked at, too.",
        ("polygons",), optional=True, selected=True,
    )  # fmt: skip
    response = choice(
        "What follows the driver",
        "The displacement itself (levels, temperature), or its rate (rain on a landslide). A rate "
        "leads its displacement by a quarter of a period: lags of the two differ by that.",
        RESPONSES,
    )  # fmt: skip
    max_lag = whole("Largest lag (days)", "How late the ground may follow.", 180, 0, 3650)
    memories = text(
        "Memory (days)",
        "The ground remembers what came before with weights that fall as exp(-age/memory); several "
        "are tried, as 0, 15, 60. Empty: 15, 30, 60 and 120 for amounts such as rain, and 0 for "
        "levels.",
    )  # fmt: skip
    season = flag(
        "Take off the season",
        "A sine and a cosine of a year go before. Left in, everything that has a season seems to "
        "go with everything.", True,
    )  # fmt: skip
    false_alarms = number(
        "Share of false connections",
        "Of the points that are called driven, at most this share is by chance (Benjamini and "
        "Hochberg); also the level of the limits in the drawings.", 0.05, 1e-4, 0.5,
    )  # fmt: skip
    lag_step = whole(
        "Step of the lags (days)", "Intervals of the lag are no narrower.", 3, 1, 365,
        advanced=True,
    )  # fmt: skip
    degree = whole(
        "Degree of the trend", "Of the polynomial in time that goes before.", 1, 0, 4,
        advanced=True,
    )  # fmt: skip
    surrogates = whole(
        "Surrogates", "Series of noise that tell what chance does.", 300, 100, 20000,
        advanced=True,
    )  # fmt: skip
    seed = whole("Seed", "Of the surrogates.", 0, 0, 2147483647, advanced=True)
    blocks = part(Machine)

    def memory_days(self) -> list:
        """Days; empty for the usual ones of each driver."""
        parts = self.memories.replace(";", ",").split(",")
        try:
            found = sorted({float(one) for one in parts if one.strip()})
        except ValueError:
            self.refuse("memories", f"'{self.memories}' is no list of days; write 0, 15, 60.")
        if found and not 0 <= found[0] <= found[-1] <= 3650:
            self.refuse("memories", "days from 0 to 3650 can be remembered; write 0, 15, 60.")
        return found

    def check(self):
        """Lags that can be tried."""
        self.memory_days()
        if self.max_lag // self.lag_step > MOST_LAGS:
            self.refuse(
                "lag_step", f"gives more than {MOST_LAGS} lags up to {self.max_lag} days; take "
                f"{-(-self.max_lag // MOST_LAGS)} days or more.",
            )  # fmt: skip


FIELDS = (
    ("driver", str), ("lag_days", float), ("lag_low_days", float), ("lag_high_days", float),
    ("memory_days", float), ("effect_mm_per_unit", float), ("effect_std_mm_per_unit", float),
    ("correlation", float), ("delta_aic", float), ("p", float), ("p_adjusted", float),
    ("driven", int),
)  # fmt: skip
OUTPUTS = (
    Output(
        "points", "LAGS", "Points with their driver",
        "driver, lag_days with the interval lag_low_days to lag_high_days (95 %), memory_days, "
        "effect_mm_per_unit with its standard deviation, correlation, delta_aic against no driver, "
        "p, p_adjusted over the points, driven (1 or 0), then what the points' table says.",
        optional=True, style="points_lags", name="Lag behind the driver",
        abstract="Days by which the motion follows its driver, where one is found.",
    ),
    Output(
        "polygons", "AREA_LAGS", "Areas with their driver",
        "The same of the mean series in each area.", optional=True, by_default=False,
    ),
    Output(
        "file", "REPORT", "Report",
        "Drivers against none, correlation by lag and wavelet coherence of up to four series: of "
        "the areas, or of the mean of all points.", "HTML (*.html)", optional=True,
    ),
    Output(
        "file", "COHEROGRAM", "Coherogram (PNG)", "Wavelet coherence of the first of them.",
        "PNG files (*.png)", optional=True, by_default=False,
    ),
    Output(
        "file", "PERIODS", "Coherence by period",
        "Of each series in the report and each driver: mean coherence outside of the cone of "
        "influence with its limit, phase and lag.", "CSV (*.csv)", optional=True,
        by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points", "FITTED": "Points with enough dates", "DRIVEN": "Points with a driver",
    "MEDIAN_LAG": "Median lag of the points with a driver (days)",
    "LAG": "Lag of the first series of the report (days)",
    "LAG_LOW": "Least lag within its interval (days)",
    "LAG_HIGH": "Largest lag within its interval (days)",
    "P": "Chance of noise as well connected as the first series",
    "COHERENCE": "Its mean coherence outside of the cone of influence",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find lags; see :mod:`...declare`."""
    import numpy as np

    from ..lagged import adjusted
    from .driven import AreaMeans, open_motion, read_drivers, search_for

    motion = open_motion(chosen, job)
    drivers = read_drivers(chosen, job)
    search = search_for(chosen, motion.dates, drivers, job)
    search.calibrate(chosen.surrogates, chosen.seed, job.check)
    job.tell(0.1)
    areas = AreaMeans(chosen, motion, job)
    found, whole = [], job.part(0.1, 0.7)
    for rows in motion.parts(job.budget // 8):
        areas.add(rows)
        found.append(search.fit(rows.series.T * 1e3))
        whole.tell(rows.done)
        job.check()
    fits = _joined(found)
    p = adjusted(fits.p)
    alpha = chosen.false_alarms
    known, driven = np.isfinite(fits.p), p <= alpha
    if motion.places and outputs.wanted("LAGS"):
        _write_points(chosen, outputs, motion, fits, p, drivers, search, job)
    elif not motion.places:
        outputs.leave_out("LAGS")
    shown = areas.shown()
    area_fits = search.fit(np.stack([values for _, values in areas.series()]))
    if areas.wkb and outputs.wanted("AREA_LAGS"):
        areas.write(outputs.path("AREA_LAGS"), columns_of(area_fits, search, drivers, alpha))
    elif not areas.wkb:
        outputs.leave_out("AREA_LAGS")
    for text_ in _said(fits, p, alpha, search, drivers, motion):
        job.note(text_)
    for text_ in _doubts(chosen, fits, driven, search):
        job.warn(text_)
    from ..pages.drivers import Shown, coherogram_svg, page, table_text

    job.tell(0.75)
    told = [
        Shown.of(label, values, motion.dates, drivers, search, chosen, job)
        for label, values in shown
    ]
    outputs.text("REPORT", lambda: page(told, drivers, chosen))
    outputs.text("PERIODS", lambda: table_text(told))
    if outputs.wanted("COHEROGRAM"):
        if told[0].waves:
            outputs.picture("COHEROGRAM", coherogram_svg(told[0], told[0].waves[0]))
        else:
            outputs.leave_out("COHEROGRAM")
    outputs.when = motion.dates[0], motion.dates[-1]
    first = told[0]
    numbers = {
        "COUNT": len(known), "FITTED": int(known.sum()), "DRIVEN": int(driven.sum()),
        "LAG": first.lag, "LAG_LOW": first.low, "LAG_HIGH": first.high, "P": first.p,
    }  # fmt: skip
    if driven.any():
        numbers["MEDIAN_LAG"] = float(np.median(fits.lag[driven]))
    if first.waves:
        numbers["COHERENCE"] = first.waves[0].mean
    return numbers


def _joined(parts):
    import numpy as np

    from ..lagged import LagFit

    return LagFit(*(
        np.concatenate([getattr(part_, name) for part_ in parts])
        for name in LagFit.__dataclass_fields__
    ))  # fmt: skip


def columns_of(fits, search, drivers, alpha, p=None) -> dict:
    """Columns of :data:`FIELDS`."""
    import numpy as np

    from ..lagged import adjusted

    p = adjusted(fits.p) if p is None else p
    some = fits.candidate >= 0
    names = np.array([driver.name for driver in drivers] + [""], object)
    place = np.where(some, search.tried.driver[fits.candidate], len(drivers))
    values = (
        names[place], fits.lag, fits.low, fits.high,
        np.where(some, search.tried.memory[fits.candidate], np.nan), fits.effect, fits.effect_std,
        fits.correlation, fits.delta_aic, fits.p, p, np.where(some, p <= alpha, np.nan),
    )  # fmt: skip
    rounded = {"p": 8, "p_adjusted": 8, "effect_mm_per_unit": 6, "effect_std_mm_per_unit": 6}
    return {
        name: part_ if kind is str else np.round(np.asarray(part_, float), rounded.get(name, 3))
        for (name, kind), part_ in zip(FIELDS, values)
    }


def _write_points(chosen, outputs, motion, fits, p, drivers, search, job):
    from ...formats.points.point_series import ResultLayer

    columns = columns_of(fits, search, drivers, chosen.false_alarms, p)
    path, first = outputs.path("LAGS"), 0
    with ResultLayer(path, motion.source, dict(FIELDS), chosen.series.with_series) as file_:
        for rows in motion.parts(job.budget // 8):
            last = first + len(rows)
            file_.write(rows, {name: values[first:last] for name, values in columns.items()})
            first = last
            job.check()
    outputs.look("LAGS", limits=(0.0, float(max(chosen.max_lag, 1))))


def _said(fits, p, alpha, search, drivers, motion):
    import numpy as np

    from ...errors import counted

    known = np.isfinite(fits.p)
    used = int(search.tried.used.sum())
    if used < len(motion.dates):
        yield (
            f"{used} of {len(motion.dates)} dates are used: of the others the drivers are not "
            "known for all lags."
        )
    if known.sum() > 1:
        yield (
            f"{int((p <= alpha).sum())} of {counted(int(known.sum()), 'point')} have a driver; at "
            f"most {100 * alpha:g} % of them by chance."
        )
    if known.any() and len(drivers) > 1:
        kinds = search.tried.driver[fits.candidate[p <= alpha]]
        counts = (f"{driver.name} {int((kinds == k).sum())}" for k, driver in enumerate(drivers))
        yield f"Points by driver: {', '.join(counts)}."


def _doubts(chosen, fits, driven, search):
    import numpy as np

    from ...errors import GroundshiftError, counted

    known = np.isfinite(fits.p)
    if not known.any():
        raise GroundshiftError(
            f"All series are constant, or have fewer than {search.enough} dates with a value and "
            "the drivers for all lags; lower the largest lag, or give longer series."
        )
    if not known.all():
        yield f"{counted(int((~known).sum()), 'point')} of {len(known)}: too few dates or constant."
    edge = driven & (fits.high >= search.tried.lag.max()) & (chosen.max_lag > 0)
    if edge.sum() > 0.2 * max(driven.sum(), 1):
        yield (
            "The interval of the lag reaches the largest one for "
            f"{counted(int(edge.sum()), 'point')} with a driver; a larger lag may fit better."
        )
    if not chosen.season:
        yield (
            "The season is left in: whatever has one goes with the motion's, and surrogates, which "
            "have none, cannot tell."
        )
