# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fills: how thick, since when, and how they settled, a part of a table of points at a time."""

from __future__ import annotations

import numpy as np

from ...data.dates import parse_date
from ...errors import GroundshiftError, counted
from ...formats.raster_places import values_at
from ...formats.vectors.shapes import points_inside
from ..settling import LINE, LOGARITHM, Settling, agreement, noise_of
from ..watching import LEAST_SEASON
from .driven import MOST_SHOWN, AreaMeans

MILLIMETRES = 1e3
FEW_DECADES = 0.15  # of time, within which a logarithm is as good as a line
FAR = 4.0  # times the length of the series
SHORT_OF = 0.1  # of the level, below which coverage is warned of
UNKNOWN = np.datetime64("NaT", "D")


class Fills:
    """Settlement of rows of points, each since its own end of dumping.

    Parameters
    ----------
    chosen : Settlement
    motion : PointMotion or TableMotion
    up : callable
        See :func:`.driven.upward`.
    job : Job

    Raises
    ------
    GroundshiftError
        If areas lack a field or hold what is no date, or no series is long enough.
    """

    def __init__(self, chosen, motion, up, job):
        self._chosen, self._motion = chosen, motion
        self.later = chosen.later(motion.dates[-1])
        self._means = AreaMeans(chosen, motion, job)
        self._wkb, self._ends, self._deep = [], [], []
        if not motion.places:
            for name in ("thickness_raster", "dem_before"):
                if getattr(chosen, name) is not None:
                    chosen.refuse(name, "a table of one series lies nowhere; leave it out.")
        if chosen.areas is not None:
            self._read_areas()
        span = float((motion.dates[-1] - motion.dates[0]).astype(int)) / 365.25
        self._season = chosen.season and span >= LEAST_SEASON
        if chosen.season and not self._season:
            job.note("The series are shorter than two years: no season is fitted.")
        self._noise = self._learned(up, job)
        self._made = {}

    def _read_areas(self):
        found = self._means.found
        self._wkb, whole = list(found.wkb), self._chosen.end()
        count = len(found)
        self._ends, self._deep = [whole or UNKNOWN] * count, [np.nan] * count
        names = self._chosen.dumped_field, self._chosen.thickness_field
        for key, name in zip(("dumped_field", "thickness_field"), names):
            if name and name not in found.columns:
                self._chosen.refuse(
                    key, f"{found.path} has no field {name}; give one of "
                    f"{', '.join(found.columns) or 'a layer with fields'}.",
                )  # fmt: skip
        if names[0]:
            self._ends = [self._day(value) for value in found.columns[names[0]]]
        if names[1]:
            self._deep = np.asarray(found.columns[names[1]], float)

    def _day(self, value):
        """What a field says as a date; NaT of nothing."""
        if isinstance(value, float):
            value = "" if np.isnan(value) else f"{value:.0f}"
        value = str(value).strip()[:10]
        try:
            return parse_date(value) if value else self._chosen.end() or UNKNOWN
        except GroundshiftError as error:
            self._chosen.refuse("dumped_field", str(error))

    def _learned(self, up, job):
        """The colour of the noise, of a sample of the points."""
        motion, ends = self._motion, [end for end in self._ends if not np.isnat(end)]
        sample = motion.sample(job.budget // 8).astype(float)
        end = self._chosen.end() or (sorted(ends)[len(ends) // 2] if ends else None)
        if end is None:
            self._chosen.refuse("dumped_field", "is empty in all areas; give a day of each.")
        noise = noise_of(sample, motion.dates, end, self._season, self._chosen.tp)
        job.note(noise.describe())
        job.tell(0.1)
        return noise

    def _settling(self, end):
        """What fits series since a day; None with too few dates after it."""
        if end not in self._made:
            chosen = self._chosen
            try:
                self._made[end] = Settling(
                    self._motion.dates, end, self.later, self._noise, self._season,
                    chosen.held_days, chosen.level, chosen.tp, chosen.offset,
                )  # fmt: skip
            except GroundshiftError as problem:
                self._made[end] = problem
        made = self._made[end]
        return made if isinstance(made, Settling) else None

    def __call__(self, rows):
        """Columns of the tool's layer and :attr:`..settling.Settled.sums`; series in metres."""
        self._means.add(rows)
        ends, thickness = self._ground(rows)
        series = rows.series.T.astype(float) * MILLIMETRES
        count, days = len(rows), len(self.later)
        names = ("ch", "ch_std", "rmse", "rmse_line", "covered", "delta_bic")
        out = {name: np.full(count, np.nan) for name in (*names, "years", "rate")}
        bands = np.full((3, days, count), np.nan)
        sums = np.zeros((2, 6))
        for end in np.unique(ends[~np.isnat(ends)]):
            settling = self._settling(end)
            if settling is None:
                continue
            mine = np.flatnonzero(ends == end)
            found = settling(series[mine])
            for name in names:
                out[name][mine] = getattr(found, name)
            bands[:, :, mine] = found.change, found.low, found.high
            since = float(settling.years(settling.dates[-1]))
            out["years"][mine] = since
            out["rate"][mine] = -found.ch / since / np.log(10)
            sums += found.sums
        return self._columns(out, thickness, bands), sums

    def _ground(self, rows):
        """End of dumping and thickness of each point; NaN where unknown."""
        chosen, count = self._chosen, len(rows)
        ends = np.full(count, chosen.end() or UNKNOWN, "datetime64[D]")
        thickness = np.full(count, np.nan)
        if chosen.thickness is not None:
            thickness[:] = chosen.thickness
        elif chosen.thickness_raster is not None:
            thickness = self._values(chosen.thickness_raster, rows)
        elif chosen.dem_before is not None:
            thickness = self._values(chosen.dem_after, rows)
            thickness = thickness - self._values(chosen.dem_before, rows)
        if self._wkb:
            inside = points_inside(self._wkb, np.stack([rows.x, rows.y], axis=1))
            for group, end, deep in zip(inside, self._ends, self._deep):
                ends[group] = end
                if chosen.thickness_field:
                    thickness[group] = deep
        return ends, np.where(thickness >= chosen.least_thickness, thickness, np.nan)

    def _values(self, path, rows):
        return values_at(path, self._motion.crs, rows.x, rows.y)

    def _columns(self, out, thickness, bands):
        depth = thickness * MILLIMETRES
        c = out["ch"] / depth
        # Both sides err, and neither knows of the other.
        c_std = np.hypot(out["ch_std"], c * self._chosen.thickness_std * MILLIMETRES) / depth
        ends = np.round(bands, 3)
        by_date = {
            f"by_{str(day).replace('-', '')}{end}_mm": ends[which, k]
            for k, day in enumerate(self.later)
            for which, end in enumerate(("", "_low", "_high"))
        }
        return {
            "ch_mm": np.round(out["ch"], 3), "ch_std_mm": np.round(out["ch_std"], 3),
            "c": np.round(c, 7), "c_std": np.round(c_std, 7),
            "thickness_m": np.round(thickness, 2), "years_since_end": np.round(out["years"], 4),
            "rate_now_mm_yr": np.round(out["rate"], 3), "change_mm": ends[0, -1],
            "change_low_mm": ends[1, -1], "change_high_mm": ends[2, -1],
            "rmse_mm": np.round(out["rmse"], 3), "rmse_line_mm": np.round(out["rmse_line"], 3),
            "covered": np.round(out["covered"], 4), "delta_bic": np.round(out["delta_bic"], 2),
            **by_date,
        }  # fmt: skip

    def why_none(self, motion) -> str:
        """Why no series was fitted."""
        problem = next((p for p in self._made.values() if not isinstance(p, Settling)), None)
        if problem is not None:
            return f"{motion.name}: {problem}"
        if not self._made:
            return (
                f"{motion.name}: no point lies in an area with an end of dumping; give other areas "
                "(AREAS), or one day for all (DUMPED)."
            )
        return f"{motion.name}: all series are constant or have too few dates; give longer ones."

    def notes(self):
        """Sentences for the log."""
        for one in self._made.values():
            if isinstance(one, Settling):
                since = one.years(one.dates[one.used])
                yield (
                    f"Since {one.end}: {counted(int(one.used.sum()), 'date')}, {since[0]:.2f} to "
                    f"{since[-1]:.2f} years after."
                )

    def doubts(self):
        """What is doubtful about times."""
        for one in self._made.values():
            if not isinstance(one, Settling):
                yield str(one)
                continue
            since = one.years(one.dates[one.used])
            decades = float(np.log10(since[-1] / since[0]))
            if decades < FEW_DECADES:
                yield (
                    f"Since {one.end}: the series cover {decades:.2f} decades of time, in which "
                    "settlement by the logarithm is hardly told from a straight line."
                )
            span = since[-1] - since[0]
            if one.years(self.later[-1]) - since[-1] > FAR * span:
                yield (
                    f"{self.later[-1]} is more than {FAR:g} times as far ahead as the series are "
                    f"long ({span:.1f} years); the band does not know whether the law still holds."
                )

    def shown(self) -> list:
        """(label, values in mm, Settling) of mean series for the report."""
        found = []
        ends = self._ends or [self._chosen.end()]
        for (label, values), end in zip(self._means.series(), ends):
            settling = None if end is None or np.isnat(end) else self._settling(end)
            if settling is None:
                continue
            known = np.isfinite(values) & settling.used
            if known.sum() >= settling.enough and np.ptp(values[known]) > 0:
                found.append((label, values, settling))
        return found[:MOST_SHOWN]


class Told:
    """What was found at all points."""

    def __init__(self, chosen):
        self._level, self._parts, self.sums = chosen.level, [], np.zeros((2, 6))
        self._whole = None

    def add(self, columns, sums) -> None:
        """Take in a part of the points."""
        kept = (
            "ch_mm", "ch_std_mm", "c", "c_std", "thickness_m", "change_mm", "rmse_mm",
            "rmse_line_mm", "covered",
        )  # fmt: skip
        self._parts.append({name: columns[name] for name in kept})
        self.sums += sums

    @property
    def whole(self) -> dict:
        """All columns that are looked at."""
        if self._whole is None:
            first = self._parts[0]
            self._whole = {k: np.concatenate([one[k] for one in self._parts]) for k in first}
        return self._whole

    @property
    def fitted(self) -> int:
        """Points with settlement."""
        return int(np.isfinite(self.whole["ch_mm"]).sum())

    @property
    def judged(self) -> bool:
        """Whether anything could be held out."""
        return self.sums[LOGARITHM, 0] > 0

    @property
    def line_is_better(self) -> bool:
        """On the dates held out, over all points."""
        return self.judged and agreement(self.sums[LINE])[0] < agreement(self.sums[LOGARITHM])[0]

    def limit(self) -> float:
        """Where colours end."""
        return float(np.nanpercentile(np.abs(self.whole["change_mm"]), 98))

    def rows(self):
        """Model, error, slope, R² on the dates held out."""
        for model, word in ((LOGARITHM, "Logarithm of time"), (LINE, "Straight line")):
            yield (word, *agreement(self.sums[model]))

    def numbers(self) -> dict:
        """Of the tool."""
        whole = self.whole
        names = {"C": "c", "C_STD": "c_std", "CH": "ch_mm", "CH_STD": "ch_std_mm",
                 "CHANGE": "change_mm"}  # fmt: skip
        out = {"COUNT": len(whole["ch_mm"]), "FITTED": self.fitted}
        for key, name in names.items():
            if np.isfinite(whole[name]).any():
                out[key] = float(np.nanmedian(whole[name]))
        if self.judged:
            for model, end in ((LOGARITHM, ""), (LINE, "_LINE")):
                found = agreement(self.sums[model])
                out |= {
                    f"{name}{end}": value for name, value in zip(("RMSE", "SLOPE", "R2"), found)
                    if np.isfinite(value)
                }  # fmt: skip
            out["COVERED"] = 100 * float(np.nanmean(whole["covered"]))
            known = np.isfinite(whole["rmse_mm"])
            better = whole["rmse_line_mm"][known] < whole["rmse_mm"][known]
            out["LINE_BETTER"] = 100 * float(better.mean())
        return out

    def notes(self, later):
        """Sentences for the log."""
        numbers = self.numbers()
        told = f"c H is {numbers['CH']:.4g} mm for each decade of time (median)"
        if "C" in numbers:
            told += f", c {numbers['C']:.3g} ± {numbers['C_STD']:.2g}"
        yield f"{told}; until {later[-1]} {numbers['CHANGE']:.4g} mm are still to come."
        if self.judged:
            rows = [
                f"{word.lower()} {rmse:.2f} mm, slope {slope:.2f}, R² {r2:.2f}"
                for word, rmse, slope, r2 in self.rows()
            ]
            yield f"On the dates held out: {'; '.join(rows)}."
            yield (
                f"{numbers['COVERED']:.0f} % of them lie within the band of "
                f"{100 * self._level:g} %."
            )

    def doubts(self, chosen):
        """What is doubtful."""
        whole, count = self.whole, len(self.whole["ch_mm"])
        if count > self.fitted:
            yield (
                f"{counted(count - self.fitted, 'series', 'series')} of {count}: without an end of "
                "dumping, constant, or too few dates after it."
            )
        if self.line_is_better:
            log, line = (agreement(self.sums[model])[0] for model in (LOGARITHM, LINE))
            yield (
                f"A straight line forecasts the dates held out better ({line:.2f} mm against "
                f"{log:.2f} mm): this ground does not settle as the logarithm of time since then; "
                "look at the end of dumping, and do not trust the forecast."
            )
        if not self.judged:
            yield (
                "Too few dates lie before those held out (HELD_DAYS) or among them: the forecast "
                "is not judged."
            )
        else:
            covered = float(np.nanmean(whole["covered"]))
            if covered < self._level - SHORT_OF:
                yield (
                    f"The bands hold {100 * covered:.0f} % of the dates held out instead of "
                    f"{100 * self._level:g} %: the motion changed; do not trust them."
                )
        thin = np.isnan(whole["thickness_m"]) & np.isfinite(whole["ch_mm"])
        if thin.all() or not thin.any():
            none = not np.isfinite(whole["thickness_m"]).any()
            if none and (chosen.thickness_raster or chosen.dem_before or chosen.thickness_field):
                yield (
                    "No point has a thickness: the rasters or areas lie elsewhere, or the fill is "
                    f"thinner than {chosen.least_thickness:g} m."
                )
        elif chosen.thickness is None:
            yield (
                f"{counted(int(thin.sum()), 'point')} without a thickness of "
                f"{chosen.least_thickness:g} m at least: c H alone."
            )
        if np.isfinite(whole["c"]).any() and chosen.thickness_std == 0:
            yield (
                "The standard deviation of c does not know that of the thickness: a fill that is "
                "thinner by a tenth has a c that is larger by a tenth (THICKNESS_STD)."
            )
        rising = np.nan_to_num(whole["ch_mm"]) < -2 * np.nan_to_num(whole["ch_std_mm"])
        if rising.sum() > 0.2 * self.fitted:
            yield (
                f"{counted(int(rising.sum()), 'point')} of {self.fitted} rise or settle faster and "
                "faster: no secondary consolidation; look at the sign and the place of the points."
            )
