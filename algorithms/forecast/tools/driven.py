# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of motion of points, areas and tables, and the drivers beside them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.point_columns import EAST, LOS
from ...data.points import PointRows
from ...errors import GroundshiftError, counted
from ...formats.points.point_series import ResultLayer
from ...formats.text.dated_csv import is_sum, read_dated_values
from ...formats.vectors.features import read_polygons, write_polygons
from ...formats.vectors.shapes import points_inside
from ..driver_series import MEMORIES, candidates, daily
from ..lagged import LagSearch

MOST_SHOWN = 4
MOST_CANDIDATES = 5000


class TableMotion:
    """One series of a table, in the manner of many points."""

    places, crs = False, ""

    def __init__(self, path, first, last):
        trace = read_dated_values(path)
        keep = np.isfinite(trace.values)
        keep &= True if first is None else trace.dates >= first
        keep &= True if last is None else trace.dates <= last
        self.name, self.dates = trace.label, trace.dates[keep]
        self._values = np.asarray(trace.values, float)[keep] * 1e-3
        if len(self.dates) < 2:
            raise GroundshiftError(
                f"{path}: has {counted(len(self.dates), 'date')} with a displacement; a series "
                "needs several: give a longer one."
            )

    def sample(self, budget):
        """The one series, metres, shape (time, 1)."""
        return self._values[:, None]

    def parts(self, budget):
        """The one series, as a part of a table of points."""
        nowhere = np.full(1, np.nan)
        yield PointRows(nowhere, nowhere, self._values[:, None], {}, {})


class PointMotion:
    """Points with series; see :class:`...formats.points.point_series.PointSeries`."""

    places = True

    def __init__(self, source):
        self.source, self.dates, self.crs, self.name = source, source.dates, source.crs, source.name

    def sample(self, budget):
        """See :meth:`...formats.points.point_series.PointSeries.sample`."""
        return self.source.sample(budget)

    def parts(self, budget):
        """See :meth:`...formats.points.point_series.PointSeries.parts`."""
        return self.source.parts(budget)


def open_motion(chosen, job):
    """The series that are asked for: :class:`PointMotion` or :class:`TableMotion`."""
    asked = chosen.series
    if asked.table is not None:
        motion = TableMotion(asked.table, *asked.span())
    else:
        motion = PointMotion(asked.source(job))
    job.note(
        f"{motion.name}: {counted(len(motion.dates), 'date')}, {motion.dates[0]} to "
        f"{motion.dates[-1]}."
    )
    return motion


@contextlib.contextmanager
def result_layer(outputs, name, motion, types, chosen):
    """The layer of points with what is found about them; None where there is none.

    Parameters
    ----------
    outputs : Outputs
    name : str
        Of the output; a table of one series leaves it out.
    motion : PointMotion or TableMotion
    types : dict of str to type
        Columns.
    chosen : object
        With ``series``.
    """
    if not motion.places:
        outputs.leave_out(name)
    if not motion.places or not outputs.wanted(name):
        yield None
        return
    with ResultLayer(outputs.path(name), motion.source, types, chosen.series.with_series) as layer:
        yield layer


def upward(chosen, motion, job):
    """What takes displacements to the vertical: a function of rows, shape (point,).

    Raises
    ------
    GroundshiftError
        If displacements are to the east, or along a line of sight that nothing tells.
    """
    if not motion.places:
        if chosen.incidence is not None:
            return lambda rows: 1 / np.cos(np.radians(chosen.incidence))
        job.note("A table's displacements are taken as vertical (INCIDENCE says otherwise).")
        return lambda rows: 1.0
    source = motion.source
    if source.component == EAST:
        raise GroundshiftError(
            f"{motion.name}: holds motion to the east; give the vertical one, or a line of sight."
        )
    if chosen.incidence is not None:
        factor = 1 / np.cos(np.radians(chosen.incidence))
        job.note(f"Displacements are multiplied by {factor:.3f} to be vertical.")
        return lambda rows: factor
    if source.component not in (LOS, ""):
        return lambda rows: 1.0
    job.note("Displacements are taken to the vertical by each point's line of sight.")

    def factor_of(rows: PointRows):
        factor = source.upward(rows)
        if factor is None:
            chosen.refuse(
                "incidence", "nothing tells the line of sight of these points; give the angle, or "
                "0 where the motion is vertical.",
            )  # fmt: skip
        return factor

    return factor_of


def read_drivers(chosen, job) -> list:
    """The drivers, a value a day each.

    Raises
    ------
    GroundshiftError
        If a table cannot be read, has a gap, or is constant; or two have one name.
    """
    paths = chosen.drivers
    paths = [paths] if isinstance(paths, (str, Path)) else list(paths or ())
    if not paths:
        chosen.refuse("drivers", "are missing; give a CSV with a date and a value a row.")
    found = []
    for path in map(Path, paths):
        if not path.exists():
            chosen.refuse("drivers", f"there is no file {path}; check the path.")
        trace = read_dated_values(path)
        label = trace.label.split(",")[0]
        amounts = is_sum(label, trace.values[np.isfinite(trace.values)].tolist() or [1.0, -1.0])
        driver = daily(trace, amounts, str(path))
        names = [other.name for other in found]
        if driver.name in names:
            from dataclasses import replace

            driver = replace(driver, name=f"{driver.name} ({path.stem})")
        found.append(driver)
        kind = "amounts by day" if amounts else "states, as levels"
        job.note(
            f"{path}: {driver.name}, {driver.first} to {driver.last}, taken as {kind}; days are "
            "those that the table says, whatever its time zone."
        )
    return found


def search_for(chosen, dates, drivers, job) -> LagSearch:
    """All lags of all drivers, ready to be tried.

    Raises
    ------
    GroundshiftError
        If the series are shorter than the lags, or other times than the drivers'.
    """
    memories = [chosen.memory_days() or MEMORIES[driver.amounts] for driver in drivers]
    delays = np.arange(0, chosen.max_lag + 1, chosen.lag_step)
    if len(delays) * sum(map(len, memories)) > MOST_CANDIDATES:
        chosen.refuse(
            ("max_lag", "lag_step", "memories"), "give more than "
            f"{MOST_CANDIDATES} lags of all drivers and memories; take a longer step or fewer.",
        )  # fmt: skip
    span = int((dates[-1] - dates[0]).astype(int))
    if chosen.max_lag and chosen.max_lag > span:
        chosen.refuse(
            "max_lag", f"{chosen.max_lag} days are longer than the series ({span} days, "
            f"{dates[0]} to {dates[-1]}); lower it.",
        )  # fmt: skip
    tried = candidates(dates, drivers, delays, memories, chosen.response)
    return LagSearch(dates, tried, chosen.degree, chosen.season)


class AreaMeans:
    """Mean series in areas, and of all points, filled part by part; in mm.

    Each point counts from its own mean on, so a gap of one of them is no step of the mean.

    Attributes
    ----------
    found : Features or None
        The areas, where there are some.
    wkb : list of bytes
    """

    def __init__(self, chosen, motion, job):
        self.found, self.wkb, self.crs, self._names = None, [], motion.crs, []
        self._single = not motion.places
        self._name = motion.name
        if chosen.areas is not None:
            if not motion.places:
                chosen.refuse("areas", "a table of one series lies nowhere; leave them out.")
            self.found = read_polygons(*chosen.areas, to_crs=motion.crs)
            for text in self.found.notes():
                job.note(text)
            self.wkb = list(self.found.wkb)
            self._names = [f"area {k + 1}" for k in range(len(self.wkb))]
        shape = (len(self.wkb) + 1, len(motion.dates))
        self._sums, self._counts = np.zeros(shape), np.zeros(shape)
        self._places = np.zeros((len(self.wkb) + 1, 3))  # sums of x and y, and how many

    def add(self, rows) -> None:
        """Take in some points."""
        series = rows.series.T.astype(float) * 1e3
        series = series[np.isfinite(series).any(axis=1)] if not self.wkb else series
        known = np.isfinite(series)
        number = np.maximum(known.sum(axis=1, keepdims=True), 1)
        values = np.where(known, series, 0.0)
        values = np.where(known, series - values.sum(axis=1, keepdims=True) / number, 0.0)
        groups = [slice(None)]
        if self.wkb:
            groups += points_inside(self.wkb, np.stack([rows.x, rows.y], axis=1))
        for place, group in enumerate(groups):
            self._sums[place] += values[group].sum(axis=0)
            self._counts[place] += known[group].sum(axis=0)
            if self.wkb:
                x = rows.x[group]
                self._places[place] += x.sum(), rows.y[group].sum(), len(x)

    def series(self) -> list:
        """(label, values): of the areas, or else the mean of all points."""
        with np.errstate(invalid="ignore", divide="ignore"):
            means = self._sums / np.where(self._counts > 0, self._counts, np.nan)
        if self.wkb:
            return list(zip(self._names, means[1:]))
        return [(self._name if self._single else "mean of all points", means[0])]

    def placed_series(self) -> list:
        """(label, values, middle of their points) of the areas."""
        with np.errstate(invalid="ignore", divide="ignore"):
            middles = self._places[1:, :2] / self._places[1:, 2:]
        return [(*one, middle) for one, middle in zip(self.series(), middles)]

    def shown(self) -> list:
        """Those for the report."""
        known = [one for one in self.series() if np.isfinite(one[1]).any()]
        if not known:
            raise GroundshiftError(
                "Areas (AREAS): no point with a value lies in them; draw them elsewhere."
            )
        return known[:MOST_SHOWN]

    def write(self, path, columns) -> None:
        """The areas with what was found."""
        write_polygons(
            path, self.crs, self.wkb, {"area": np.arange(1, len(self.wkb) + 1), **columns}
        )
