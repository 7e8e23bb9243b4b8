# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is watched, what was found at its points, and areas that they make."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.metric import LocalMetres
from ...data.neighbours import hanging_together
from ...errors import counted
from ...formats.vectors.area_shapes import circle_unions
from ...formats.vectors.features import transformed, write_polygons
from ...formats.vectors.shapes import points_inside
from ...timeseries.coloured import WHITE
from ..creep import Creep
from ..watching import (
    FEW_SERIES,
    LEAST_POINTS,
    LEAST_SEASON,
    LEVELS,
    SIMULATED,
    Watch,
    Watched,
    area_levels,
    learned_noise,
)


def watch_for(chosen, motion, job) -> Watch:
    """What watches the series as it is asked for.

    Raises
    ------
    GroundshiftError
        If there are too few dates.
    """
    dates, start = motion.dates, chosen.start()
    days = (dates - dates[0]).astype(float)
    season = chosen.season and days[-1] >= LEAST_SEASON * 365.25
    if chosen.season and not season:
        job.note(
            f"The series are {days[-1]:.0f} days long: too short to tell a season from a change, "
            "so the creep has none."
        )
    sample = motion.sample(job.budget // 8).astype(float)
    share = chosen.late_share / 100
    noise = learned_noise(sample, dates, Creep.of(dates, start, season), share)
    if noise is None:
        noise = WHITE
        job.warn(
            "Too few dates or series to learn the colour of the noise: it is taken as white, and "
            "false warnings are more than asked for where it is not."
        )
    job.note(noise.describe())
    watch = Watch(
        dates, noise, chosen.false_alarms / 100, chosen.horizon, chosen.seed, start=start,
        season=season, share=share, least=chosen.late_dates, level=chosen.level,
        floor=chosen.floor,
    )  # fmt: skip
    if sample.shape[1] >= FEW_SERIES:
        watch.band.listen(sample.T)
        if watch.band.louder.max() > 1.05:
            job.note(
                f"The last dates are up to {watch.band.louder.max():.2f} times as noisy as the "
                "others over most of the series; departures are measured by that."
            )
    job.check()
    return watch


@dataclass(frozen=True)
class Curve:
    """A series for the report: its label, values (mm), and what was found."""

    label: str
    values: np.ndarray
    watched: Watched


class Tally:
    """What was found at all points, and the worst of them.

    Parameters
    ----------
    most : int
        Of the worst that are kept.
    """

    def __init__(self, most: int):
        self._most, self._kept = most, []
        self.count = self.watched = 0
        self.levels = np.zeros(len(LEVELS), int)
        self.most = 0.0

    def add(self, found: Watched, series, rows) -> None:
        """Count a part of the points, with series in mm of shape (series, time)."""
        known = found.level >= 0
        accelerating = np.where(known, np.nan_to_num(found.judged.accelerating), -1.0)
        self.levels += np.bincount(found.level[known], minlength=len(LEVELS))
        self.watched += int(known.sum())
        self.most = max(self.most, float(accelerating.max(initial=0.0)))
        departure = np.where(known, np.nan_to_num(np.abs(found.departure)), -1.0)
        order = np.lexsort((-departure, -accelerating, -found.level.astype(int)))[: self._most]
        for k in order[known[order]]:
            rank = int(found.level[k]), float(accelerating[k]), float(departure[k])
            label = f"point {self.count + int(k) + 1}"
            if np.isfinite(rows.x[k]):
                label += f" ({rows.x[k]:.6g}, {rows.y[k]:.6g})"
            self._kept.append((rank, label, series[k].copy()))
        self._kept = sorted(self._kept, key=lambda one: one[0], reverse=True)[: self._most]
        self.count += len(known)

    def worst(self, watch: Watch) -> list:
        """Curves of the worst series."""
        return [Curve(label, values, watch(values[None])) for _, label, values in self._kept]

    def notes(self, watch, motion, areas):
        """Sentences for the log."""
        counts = ", ".join(f"{LEVELS[k]} {self.levels[k]}" for k in (3, 2, 1))
        by_chance = watch.rates[1] * self.watched
        yield (
            f"{counts} of {counted(self.watched, 'series', 'series')}; about {by_chance:.3g} "
            "warnings would come by chance."
        )
        yield (
            f"Of {SIMULATED} simulated series of the same noise, {100 * watch.rates[1]:.2g} % get "
            f"a warning, {100 * watch.rates[2]:.2g} % an alert, {100 * watch.rates[3]:.2g} % an "
            "alarm."
        )
        if motion.places:
            yield f"{counted(int((areas.level > 0).sum()), 'area')} with a warning."

    def warnings(self, watch):
        """What is doubtful, and what nobody can see."""
        apart = float(np.median(np.diff(watch.failing.dates).astype(int)))
        yield (
            f"Visits are {apart:g} days apart: an acceleration that lasts no longer than a few of "
            "them is not seen before the failure. No warning is no proof of safety."
        )
        lost = self.count - self.watched
        if lost:
            what = counted(lost, "series", "series")
            yield f"{what} of {self.count}: too few dates, or constant."
        found, chance = int(self.levels[1:].sum()), watch.rates[1] * self.watched
        if found and found <= 1.5 * chance + 1:
            yield "There are no more warnings than chance makes."


@dataclass(frozen=True)
class FoundAreas:
    """Areas and their levels; counts of shape (area, 4) as in :func:`..watching.area_levels`."""

    wkb: list
    level: np.ndarray
    chance: np.ndarray
    counts: np.ndarray
    totals: np.ndarray
    failure: list

    def __len__(self) -> int:
        return len(self.wkb)

    def write(self, path, crs) -> None:
        """As a layer."""
        write_polygons(path, crs, self.wkb, {
            "area": np.arange(1, len(self) + 1), "level": self.level.astype(int),
            "warning": np.array(LEVELS, object)[self.level], "points": self.totals,
            "attention": self.counts[:, 1] - self.counts[:, 2],
            "alert": self.counts[:, 2] - self.counts[:, 3], "alarm": self.counts[:, 3],
            "chance": np.round(self.chance, 6), "first_failure": np.array(self.failure, object),
        })  # fmt: skip


class WarnedAreas:
    """Collects points and their levels; areas are those given, or made of neighbours.

    Parameters
    ----------
    given : list of bytes
        Areas; empty to make some.
    crs : str
    distance : float
        Metres between neighbours, at most.
    """

    def __init__(self, given, crs, distance):
        self._given, self._crs, self._distance = given, crs, distance
        self._xy, self._level, self._failure = [], [], []

    def add(self, rows, found: Watched, failure) -> None:
        """Take in some points, with failures as text."""
        self._xy.append(np.stack([rows.x, rows.y], axis=1))
        self._level.append(found.level)
        mine = (found.level == 3) & (failure != "")
        self._failure.append(np.where(mine, failure, ""))

    def found(self, watch: Watch) -> FoundAreas:
        """The areas."""
        xy, level = np.concatenate(self._xy), np.concatenate(self._level)
        failure = np.concatenate(self._failure)
        wkb = self._given or self._made(xy, level)
        inside = points_inside(wkb, xy) if wkb else []
        counts = np.array(
            [[(level[mine] >= k).sum() for k in range(len(LEVELS))] for mine in inside], int
        ).reshape(-1, len(LEVELS))
        levels, chance = area_levels(counts, counts[:, 0], watch.rates)
        first = [min((day for day in failure[mine] if day), default="") for mine in inside]
        areas = FoundAreas(wkb, levels, chance, counts, counts[:, 0], first)
        if self._given:
            return areas
        return _some(areas, (levels > 0) & (counts[:, 1] >= LEAST_POINTS))

    def _made(self, xy, level) -> list:
        """Circles around points with a warning that hang together."""
        mine = (level > 0) & np.isfinite(xy).all(axis=1)
        if mine.sum() < 2:
            return []
        local = LocalMetres(self._crs, *xy[mine].mean(axis=0))
        places = local.of(self._crs, *xy[mine].T)
        labels = hanging_together(places, self._distance)
        shapes = circle_unions(places, labels, int(labels.max()) + 1, self._distance / 2)
        return transformed(shapes, local.crs, self._crs) if self._crs else shapes


def _some(areas: FoundAreas, wanted) -> FoundAreas:
    order = np.flatnonzero(wanted)
    order = order[np.lexsort((-areas.totals[order], -areas.level[order]))]
    return FoundAreas(
        [areas.wkb[k] for k in order], areas.level[order], areas.chance[order],
        areas.counts[order], areas.totals[order], [areas.failure[k] for k in order],
    )  # fmt: skip
