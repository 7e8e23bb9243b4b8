# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Levels of a lake by day, and the stiffness that its weight and the motion tell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from ...formats.text.dated_csv import read_dated_values
from ..driver_series import daily
from ..loads import LoadFit, fit_load, relaxed
from .lake_load import MotionSums, look_function

LEAST_DATES = 14
FIELDS = ("model_mm_per_m", "observed_mm_per_m", "observed_std_mm_per_m", "change_mm")
SEASON_SHARE = 0.05  # of the level's variance that season and trend leave


@dataclass(frozen=True)
class Levels:
    """A lake's level.

    Parameters
    ----------
    daily : ndarray, shape (day,)
        Metres.
    start : datetime64[D] or None
        Of the first one.
    first, last : int
        Days of the change that is shown.
    """

    daily: np.ndarray
    start: object = None
    first: int = 0
    last: int = 1

    @classmethod
    def read(cls, chosen, job) -> Levels:
        """The level that is asked for; a rise of one metre without one."""
        if chosen.level is None:
            return cls(np.array([0.0, 1.0]))
        driver = daily(read_dated_values(chosen.level), False, str(chosen.level))
        span = chosen.series.span()
        ends = [
            default if date is None else int((date - driver.first).astype(int))
            for date, default in zip(span, (0, len(driver.values) - 1))
        ]
        if not 0 <= ends[0] < ends[1] < len(driver.values):
            chosen.refuse(
                "level", f"is known from {driver.first} to {driver.last}; give first and last "
                "dates of that time.",
            )  # fmt: skip
        job.note(
            f"{chosen.level}: {driver.name}, {driver.first} to {driver.last}, taken as metres, up."
        )
        return cls(driver.values, driver.first, *ends)

    @property
    def change(self) -> float:
        """Metres, from the first to the last date."""
        return float(self.daily[self.last] - self.daily[self.first])

    @property
    def dates(self):
        """First and last date; None where there is no table."""
        if self.start is None:
            return None
        return tuple(self.start + np.timedelta64(day, "D") for day in (self.first, self.last))

    def days(self, dates) -> np.ndarray:
        """Days of dates; out of the table they are negative or too large."""
        return (np.asarray(dates) - self.start).astype(int)


@dataclass(frozen=True)
class Fitted:
    """What a fit found, with what it was made of."""

    found: LoadFit
    dates: np.ndarray
    sizes: np.ndarray
    levels: np.ndarray
    count: int
    largest: float
    source: object
    look: object
    sums: MotionSums

    def write(self, outputs, response, change, chosen, job) -> None:
        """Write the points with what the load does there, by the model and as observed.

        Parameters
        ----------
        outputs : Outputs
        response : ndarray, shape (3, row, column)
            East, north and up, metres by metre of level.
        change : float
            Of the level, metres.
        chosen : LakeLoad
        job : Job
        """
        from ...formats.points.point_series import ResultLayer
        from ..lagged import background
        from ..likeliest import Scan

        scan = Scan(
            self.dates.astype(int), background(self.dates, 1, chosen.season),
            self.levels[:, None], [0.0],
        )  # fmt: skip
        path, sizes = outputs.path("POINTS_LOAD"), []
        with ResultLayer(
            path, self.source, dict.fromkeys(FIELDS, float), chosen.series.with_series
        ) as layer:
            for rows in self.source.parts(job.budget // 16):
                model = self.sums.along(rows, self.source.crs, self.look, response) * 1e3
                whole = np.isfinite(rows.series).all(axis=0)
                observed, std = np.full((2, len(rows)), np.nan)
                if whole.any():
                    found = scan(rows.series.T[whole].astype(float) * 1e3)
                    observed[whole], std[whole] = found.effect, np.sqrt(found.variance)
                values = (model, observed, std, model * change)
                layer.write(rows, {n: np.round(v, 4) for n, v in zip(FIELDS, values)})
                sizes.append(values[-1])
                job.tell(rows.done)
                job.check()
        every = np.abs(np.concatenate(sizes))
        if np.isfinite(every).any():
            outputs.look("POINTS_LOAD", limits=float(max(np.nanpercentile(every, 98), 1e-3)))

    def numbers(self) -> dict:
        """Of the tool."""
        young, low, high = (part / 1e9 for part in self.found.young)
        numbers = {
            "COUNT": self.count, "YOUNG": young, "YOUNG_LOW": low, "YOUNG_HIGH": high,
            "VISCOSITY": self.found.viscosity, "VISCOSITY_LOW": self.found.viscosity_low,
            "VISCOSITY_HIGH": self.found.viscosity_high, "DELTA_BIC": self.found.delta_bic,
        }  # fmt: skip
        return {name: value for name, value in numbers.items() if np.isfinite(value)}


def fitted(chosen, lake, response, plate, viscosities, levels, job, outputs) -> Fitted:
    """Fit the motion that is asked for, and write the report.

    Raises
    ------
    GroundshiftError
        If too few points or dates have what is needed.
    """
    from ...formats.points.point_series import PointSeries

    asked = chosen.series
    path, name = (asked.timeseries, "") if asked.points is None else asked.points[:2]
    ends = [levels.start, levels.start + np.timedelta64(len(levels.daily) - 1, "D")]
    first, last = (
        pick(end, own) if own is not None else end
        for pick, end, own in zip((max, min), ends, asked.span())
    )
    try:
        source = PointSeries(path, name, first, last)
    except GroundshiftError as problem:
        if "in the chosen span" not in str(problem):
            raise
        chosen.refuse(
            "level", f"is known from {ends[0]} to {ends[1]}, when the motion has fewer than two "
            "dates; give a level of the same time.",
        )  # fmt: skip
    for note in source.notes:
        job.note(note)
    if len(source.dates) < LEAST_DATES:
        raise GroundshiftError(
            f"{source.name}: has {len(source.dates)} dates with a level ({ends[0]} to {ends[1]}), "
            f"and {LEAST_DATES} are needed; give a longer level, or longer series."
        )
    if not source.crs:
        raise GroundshiftError(f"{source.name}: has no CRS; set one.")
    sums = MotionSums(lake, response, source.dates)
    look, done = look_function(chosen, source, job), job.part(0.3, 0.7)
    for rows in source.parts(job.budget // 8):
        sums.add(rows, source.crs, look)
        done.tell(rows.done)
        job.check()
    sizes = sums.sizes()
    days = levels.days(source.dates)
    here = levels.daily[days]
    viscous = []
    if len(viscosities):
        k, weights = plate.nodes(lake.reach())
        for viscosity in viscosities:
            sunk_in = relaxed(levels.daily, plate.times(k, viscosity))[:, days]
            viscous.append(sums.viscous_sizes(plate, k, weights, sunk_in))
            job.check()
    found = fit_load(source.dates.astype(int), sizes, here, viscous, viscosities, chosen.season)
    largest = float(np.abs(response[2]).max())
    made = Fitted(found, source.dates, sizes, here, sums.count, largest, source, look, sums)
    for text in _said(made, sums):
        job.note(text)
    for text in _doubts(made, chosen, sums):
        job.warn(text)
    from ..pages.lakeload import page

    outputs.text("REPORT", lambda: page(made, list(_said(made, sums))))
    return made


def _said(made, sums):
    found = made.found
    per_metre = 1e3 * found.compliance * made.largest
    error = 1e3 * found.compliance_std * made.largest
    yield (
        f"{made.count:,} points on {len(made.dates)} dates: the ground goes down by "
        f"{per_metre:.3g} ± {error:.2g} mm by metre of level where it does most."
    )
    young, low, high = (part / 1e9 for part in found.young)
    if np.isfinite(young):
        above = f"to {high:.3g}" if np.isfinite(high) else "and more"
        yield f"Young's modulus {young:.3g} GPa ({low:.3g} {above})."
    if np.isfinite(found.viscosity):
        yield (
            f"Viscosity {found.viscosity:.2g} Pa s ({found.viscosity_low:.2g} to "
            f"{found.viscosity_high:.2g}); BIC without viscous motion less that with it: "
            f"{found.delta_bic:.1f}."
        )


def _doubts(made, chosen, sums):
    from ..lagged import background

    found = made.found
    if sums.gaps:
        yield f"{sums.gaps:,} points with gaps are left out."
    if not found.compliance > 2 * found.compliance_std:
        yield (
            "The motion does not follow the level as a load does, by more than twice the standard "
            "deviation"
            + (": the ground even rises with it, as water in pores and faults may have it."
               if found.compliance < 0 else ".")
        )  # fmt: skip
    terms = background(made.dates, 1, chosen.season)
    level = made.levels - made.levels.mean()
    rest = made.levels - terms @ np.linalg.lstsq(terms, made.levels, rcond=None)[0]
    if (rest**2).sum() < SEASON_SHARE * (level**2).sum():
        yield (
            "Nearly all of the level is trend and season, which are taken off: what is left says "
            "little" + (" (SEASON leaves the season in)." if chosen.season else ".")
        )
    if np.isfinite(found.delta_bic) and found.delta_bic < 0:
        yield (
            "Viscous motion is not needed to explain the series (BIC): the interval of the "
            "viscosity is a bound at most, and what lies beyond the search may do as well."
        )
