# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Imported points of several files as one layer, whose columns are those of all of them."""

from __future__ import annotations

import contextlib

import numpy as np

from ...errors import GroundshiftError
from ..vectors.geopackage import MOST_COLUMNS, GeoPackageWriter, as_whole_numbers

DECIMALS = {
    "velocity_mm_yr": 3, "velocity_std_mm_yr": 3, "coherence": 4, "height_m": 2,
    "incidence_deg": 4, "heading_deg": 4, "los_east": 6, "los_north": 6, "los_up": 6,
}  # fmt: skip
SERIES_DECIMALS = 2
RESERVED = ("fid", "geom")


class ImportedLayer(contextlib.AbstractContextManager):
    """Writes imported points, part by part.

    Parameters
    ----------
    path : path
        A new ``.gpkg``.
    crs : str
        WKT.
    columns : sequence of str
        Columns of numbers that are ours, in :data:`DECIMALS`.
    marks : dict of str to type
        Columns that are the same for a file, or made here.
    others : dict of str to type
        The files' further columns.
    dates : sequence of datetime64[D]
        Of all files, in order.

    Raises
    ------
    GroundshiftError
        If there are more columns than a table can hold.
    """

    def __init__(self, path, crs: str, columns, marks: dict, others: dict, dates):
        taken = {*RESERVED, *(name.lower() for name in (*columns, *marks))}
        self._columns, self._marks = tuple(columns), dict(marks)
        self._dates = list(dates)
        dated = [f"D{date}".replace("-", "") for date in self._dates]
        taken |= {name.lower() for name in dated}
        self._others = {}
        for name in others:
            free, number = name, 1
            while free.lower() in taken:
                free, number = f"{name}_{number}", number + 1
            taken.add(free.lower())
            self._others[name] = free
        self._types = others
        types = dict.fromkeys(self._columns, float)
        types.update(self._marks)
        types.update({new: others[old] for old, new in self._others.items()})
        types.update(dict.fromkeys(dated, float))
        if len(types) > MOST_COLUMNS:
            raise GroundshiftError(
                f"{len(self._dates)} dates and {len(types) - len(dated)} other columns are more "
                f"than a table can hold ({MOST_COLUMNS}); import the tracks apart."
            )
        self._file = GeoPackageWriter(path, crs, "point", types, "points")

    @property
    def count(self) -> int:
        """Points written so far."""
        return self._file.count

    def write(self, points, marks: dict, dates) -> None:
        """Append points.

        Parameters
        ----------
        points : PointRows
        marks : dict
            A value, or a list of values by point, by name; what is missing becomes NULL.
        dates : sequence of datetime64[D]
            Of the points' series.
        """
        void = [None] * len(points)
        rows = []
        for name in self._columns:
            values = points.columns.get(name)
            rows.append(void if values is None else np.round(values, DECIMALS[name]))
        for name in self._marks:
            value = marks.get(name)
            rows.append(value if isinstance(value, list) else [value] * len(points))
        for name in self._others:
            rows.append(_as_column(points.others.get(name), self._types[name], void))
        place = {date: k for k, date in enumerate(dates)}
        series = np.round(points.series, SERIES_DECIMALS)
        for date in self._dates:
            rows.append(series[place[date]] if date in place else void)
        self._file.insert_points(points.x, points.y, rows)

    def __exit__(self, *details):
        return self._file.__exit__(*details)


def _as_column(values, kind, void):
    """A column as SQLite takes it."""
    if values is None:
        return void
    if kind is str:
        if values.dtype.kind == "f":  # text in another file, a number in this one
            return [None if v != v else f"{v:.15g}" for v in values.tolist()]
        return values
    if kind is int:
        return as_whole_numbers(values)
    return values.tolist()
