# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wells with their heads and places, and which of them stands for which point."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.text.well_heads import NAMES, read_wells
from ...formats.vectors.tables import read_table
from ..heads import Heads, daily_heads

CELLS = 20  # of the weighted heads, in the distance limit
SAME_PLACE_M = 1.0
BUDDHIST = 543  # years
SHORT_SHARE = 0.5  # of the usable dates of the best well, below which a well is left out
ANYWHERE = 0
"""Key of the one well whose place nobody tells."""


def read_heads(chosen, job) -> list:
    """The wells that are asked for.

    Raises
    ------
    GroundshiftError
        If a table cannot be read, two wells have one name, or none is of the aquifer.
    """
    paths = chosen.heads
    paths = [paths] if isinstance(paths, (str, Path)) else list(paths or ())
    if not paths:
        chosen.refuse("heads", "are missing; give a CSV with well, date and head.")
    wells = []
    for path in map(Path, paths):
        if not path.exists():
            chosen.refuse("heads", f"there is no file {path}; check the path.")
        wells += read_wells(path)
    names = [well.name for well in wells]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        chosen.refuse("heads", f"the well {twice} is in two tables; give each well once.")
    wanted = chosen.aquifer.strip()
    if wanted:
        kinds = sorted({well.aquifer for well in wells if well.aquifer})
        wells = [well for well in wells if well.aquifer == wanted]
        if not wells:
            chosen.refuse(
                "aquifer", f"no well is of {wanted} (the tables tell "
                f"{', '.join(kinds) if kinds else 'no aquifers'}); write one of those.",
            )  # fmt: skip
    depths = [chosen.values == "depth" or (chosen.values == "auto" and w.depth) for w in wells]
    job.note(
        f"{counted(len(wells), 'well')}; "
        + ("depths to water, so the head is what they are less than 0." if all(depths) else
           "heads, up." if not any(depths) else "some tell heads, some depths to water.")
        + " Days are those that the table says, whatever its time zone."
    )  # fmt: skip
    return [
        (
            well,
            replace(well.trace, values=-well.trace.values if depth else well.trace.values),
        )
        for well, depth in zip(wells, depths)
    ]


def _places(chosen, wells, crs, job):
    """Coordinates of wells in the CRS of the motion, NaN where unknown; metres come later."""
    xy = np.array([[well.x, well.y] for well, _ in wells], float).reshape(-1, 2)
    systems = [wkt_from_epsg(4326) if well.geographic else crs for well, _ in wells]
    if chosen.wells is None:
        if np.isfinite(xy).all() and not all(well.geographic for well, _ in wells):
            job.note("The wells' x and y are taken in the coordinates of the points.")
        return xy, systems
    table = read_table(*chosen.wells[:2])
    field = chosen.well_field or next(
        (name for name in table.columns if name.lower() in NAMES["well"]), None
    )
    if field is None or field not in table.columns:
        chosen.refuse("wells", "have no field with the wells' names; say which one it is.")
    labels = [str(_label(value)) for value in table.columns[field]]
    for row, (well, _) in enumerate(wells):
        if well.name in labels:
            place = labels.index(well.name)
            xy[row], systems[row] = (table.x[place], table.y[place]), table.crs
    return xy, systems


def _label(value):
    """A name as text: a whole number has no fraction."""
    return int(value) if isinstance(value, float) and value == int(value) else value


class WellNet:
    """Heads for every place of the motion.

    Parameters
    ----------
    chosen : Chosen
    motion : PointMotion or TableMotion
    job : Job
    max_lag : int
        Days.

    Raises
    ------
    GroundshiftError
        If wells have no place though there are several, or none has heads when there is motion.
    """

    def __init__(self, chosen, motion, job, max_lag):
        self._limit, self._weighted = 1e3 * chosen.distance, chosen.between == "weighted"
        self._crs, self._motion_places = motion.crs, motion.places
        wells = read_heads(chosen, job)
        xy, systems = _places(chosen, wells, motion.crs, job)
        heads, kept, counts = [], [], []
        for row, (_, trace) in enumerate(wells):
            try:
                one = daily_heads(trace)
            except GroundshiftError as problem:
                job.warn(f"Left out: {problem}")
                continue
            heads.append(one)
            kept.append(row)
            counts.append(int(one.usable(motion.dates, max_lag).sum()))
        most = max(counts, default=0)
        if most < 2:
            raise GroundshiftError(_no_overlap(motion, heads, max_lag))
        long_ = [k for k, count in enumerate(counts) if count >= SHORT_SHARE * most]
        if len(long_) < len(heads):
            job.warn(
                f"{counted(len(heads) - len(long_), 'well')} left out: heads on less than half "
                f"as many dates of the motion as the best one has ({most})."
            )
        self.heads = [heads[k] for k in long_]
        xy = xy[[kept[k] for k in long_]]
        systems = [systems[kept[k]] for k in long_]
        self._placed = np.isfinite(xy).all(axis=1)
        if len(self.heads) > 1 and not motion.places:
            chosen.refuse(
                "heads", f"hold {counted(len(self.heads), 'well')} and a table of one series lies "
                "nowhere; give the heads of one well, or its aquifer.",
            )  # fmt: skip
        if len(self.heads) > 1 and not self._placed.all():
            missing = self.heads[int(np.argmin(self._placed))].name
            chosen.refuse(
                "wells", f"nothing tells where {missing} lies; give the wells as a layer of "
                "points with their names, or columns x and y beside the heads.",
            )  # fmt: skip
        self._xy = None
        if motion.places and self._placed.all():
            first = LocalMetres(systems[0], *xy[0])
            self._local = first
            self._xy = np.array([
                first.of(system, *place, what="The wells") for system, place in zip(systems, xy)
            ])  # fmt: skip
            self._tell_nests(chosen, job)
        elif motion.places:
            job.note(
                f"Nothing tells where {self.heads[0].name} lies, so it stands for all points, "
                "however far they are."
            )
        self._mixed = {}

    def _tell_nests(self, chosen, job):
        apart = np.hypot(*(self._xy[:, None] - self._xy).transpose(2, 0, 1))
        np.fill_diagonal(apart, np.inf)
        if (apart < SAME_PLACE_M).any() and not chosen.aquifer:
            job.warn(
                "Several wells stand at one place, as in nests with a well in each aquifer: heads "
                "of different aquifers are mixed up; write the aquifer (AQUIFER), or give the "
                "wells of one."
            )

    def of(self, x, y):
        """Which heads stand for each of some points.

        Returns
        -------
        keys : list
            One a point, for :meth:`heads_of`; None beyond the distance limit.
        distance : ndarray
            To the nearest well, metres; NaN where nobody knows.
        """
        if self._xy is None:
            return [ANYWHERE] * len(x), np.full(len(x), np.nan)
        from scipy.spatial import cKDTree

        xy = self._local.of(self._crs, x, y, what="The wells")
        known = np.isfinite(xy).all(axis=1)
        distance, nearest = cKDTree(self._xy).query(np.where(known[:, None], xy, 0.0))
        near = known & (distance <= self._limit)
        keys = nearest.tolist()
        if self._weighted:
            cells = np.round(np.where(known[:, None], xy, 0.0) / (self._limit / CELLS))
            keys = [tuple(cell) for cell in cells.astype(int).tolist()]
        return [key if ok else None for key, ok in zip(keys, near.tolist())], distance

    def heads_of(self, key) -> Heads:
        """Heads by :meth:`of`'s key."""
        if not isinstance(key, tuple):
            return self.heads[key]
        if key not in self._mixed:
            self._mixed[key] = self._mix(np.array(key) * self._limit / CELLS)
        return self._mixed[key]

    def _mix(self, place):
        """Heads weighted by the inverse squared distance, of the time that all in reach have."""
        distance = np.hypot(*(self._xy - place).T)
        near = np.flatnonzero(distance <= self._limit)
        if len(near) < 2:
            return self.heads[int(np.argmin(distance))]
        weights = 1 / np.maximum(distance[near], SAME_PLACE_M) ** 2
        weights /= weights.sum()
        some = [self.heads[k] for k in near]
        first, last = max(one.first for one in some), min(one.last for one in some)
        if last - first < np.timedelta64(3, "D"):
            return self.heads[int(np.argmin(distance))]
        days = int((last - first).astype(int)) + 1
        values, known = np.zeros(days), np.ones(days, bool)
        for weight, one in zip(weights, some):
            start = int((first - one.first).astype(int))
            values += weight * one.values[start : start + days]
            known &= one.known[start : start + days]
        name = " + ".join(some[k].name for k in np.argsort(-weights)[:3])
        return Heads(name if len(some) <= 3 else f"{name} + ...", first, values, known)


def _no_overlap(motion, heads, max_lag) -> str:
    first, last = motion.dates[0], motion.dates[-1]
    if not heads:
        return "No well has a series of heads that vary; give others."
    start, stop = min(one.first for one in heads), max(one.last for one in heads)
    buddhist = stop.astype("datetime64[Y]").astype(int) + 1970 - BUDDHIST
    if start > last and buddhist <= last.astype("datetime64[Y]").astype(int) + 1970 + 50:
        return (
            f"The heads begin {start}, after the motion ends ({last}); if these are years of the "
            f"Buddhist calendar, take {BUDDHIST} off them."
        )
    return (
        f"No two dates of the motion ({first} to {last}) have heads for all lags up to {max_lag} "
        f"days (heads: {start} to {stop}); give heads of the same time, or lower the largest lag."
    )
