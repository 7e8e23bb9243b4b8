# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of points of any maker, a part at a time, and layers of what was found about them."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.point_columns import EAST, LOS, UNITS
from ...data.points import PointRows
from ...errors import GroundshiftError, counted
from ..vectors.geopackage import MOST_COLUMNS, GeoPackageWriter, as_whole_numbers
from .point_sources import LAYERS, LayerPoints, find_sources

KEPT_ROLES = {"coherence": "coherence", "height": "height_m"}
SERIES_DECIMALS = 2


class PointSeries:
    """Points with series: StaMPS exports, EGMS, SqueeSAR, our own layers, MintPy's HDF5 files.

    Parameters
    ----------
    path : path
    layer : str
        Of a file of several.
    first, last : datetime64[D], optional
        Only the dates from the one to the other.

    Attributes
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        In order.
    crs : str
        WKT; empty where there is none.
    types : dict of str to type
        Of the columns that go on into results, see :meth:`parts`.
    component : str
        What displacement is measured along, see :mod:`...data.point_columns`.
    scene_look : tuple
        Of the whole scene, see :class:`...data.point_columns.Layout`; empty where unknown.
    notes : list of str
        What was assumed.

    Raises
    ------
    GroundshiftError
        If there is no table of points, or it has fewer than two dates in the span.
    """

    def __init__(self, path, layer: str = "", first=None, last=None):
        path = Path(path)
        if layer and path.suffix.lower() in LAYERS:
            found = [LayerPoints(str(path), "", layer)]
        else:
            found = find_sources([path])
        if len(found) > 1:
            names = ", ".join(source.name for source in found)
            raise GroundshiftError(f"{path}: holds several layers of points ({names}); give one.")
        self._source = found[0]
        layout = self._source.layout
        self.name, self.crs, self.component = self._source.name, self._source.crs, layout.component
        self.scene_look = layout.scene_look
        dates = np.array(list(layout.dates.fields.values()), "datetime64[D]")
        self._used = np.ones(len(dates), bool)
        if first is not None:
            self._used &= dates >= first
        if last is not None:
            self._used &= dates <= last
        self.dates = dates[self._used]
        if len(self.dates) < 2:
            span = " in the chosen span" if len(dates) > 1 else ""
            raise GroundshiftError(
                f"{self.name}: has {counted(len(self.dates), 'date')}{span} and a series needs "
                "several; give points with a field for every date, such as D20200131."
            )
        self._factor = UNITS[layout.unit] * 1e-3
        self._kept = {role: name for role, name in KEPT_ROLES.items() if role in layout.roles}
        self.types = dict.fromkeys(self._kept.values(), float) | self._source.types
        self.notes = []
        if not layout.unit_is_known:
            self.notes.append(
                f"{self.name}: neither its maker nor its fields tell the unit; millimetres are "
                "taken ('Import measurement points' lets you say another)."
            )

    def parts(self, budget: int):
        """The points, as :class:`...data.points.PointRows`.

        Parameters
        ----------
        budget : int
            Bytes.

        Yields
        ------
        PointRows
            Series in metres; in `others` the columns of :attr:`types`.
        """
        for rows in self._source.parts(budget):
            series = rows.series[self._used] * self._factor
            others = {name: rows.columns[role] for role, name in self._kept.items()}
            yield replace(rows, series=series, others=others | rows.others)

    def upward(self, rows, incidence=None):
        """What takes displacements to the vertical.

        Parameters
        ----------
        rows : PointRows
        incidence : float, optional
            Degrees; goes before what the points tell.

        Returns
        -------
        float or ndarray, shape (point,)
            None where nothing tells the line of sight, or the displacements are to the east.
        """
        if self.component == EAST:
            return None
        if incidence is None and self.component not in (LOS, ""):
            return 1.0
        if incidence is None and "los_up" in rows.columns:
            return 1 / rows.columns["los_up"]
        if incidence is None:
            told = self.scene_look[0] if self.scene_look else None
            incidence = rows.columns.get("incidence", told)
        return None if incidence is None else 1 / np.cos(np.radians(incidence))

    def sample(self, budget: int, most: int = 1000) -> np.ndarray:
        """Series of some points that lie evenly over the table, metres, shape (time, point).

        The table is read once for it.
        """
        kept, step, seen = [], 1, 0
        for rows in self.parts(budget):
            first = -seen % step
            kept += list(rows.series[:, first::step].T)
            seen += len(rows)
            while len(kept) > 2 * most:
                kept, step = kept[::2], 2 * step
        if not kept:
            raise GroundshiftError(f"{self.name}: holds no points; choose a layer of points.")
        return np.stack(kept[:: -(-len(kept) // most)], axis=1)


class ResultLayer(contextlib.AbstractContextManager):
    """A layer of points with what was found about them, then what their table said.

    Parameters
    ----------
    path : path
        A new ``.gpkg``.
    source : PointSeries
    columns : dict of str to type
        What is found: ``float``, ``int`` or ``str``; goes before columns of the same name.
    with_series : bool
        Whether the displacements go along, as ``DYYYYMMDD`` in mm.
    layer : str
    """

    def __init__(self, path, source: PointSeries, columns: dict, with_series=True, layer="points"):
        self._columns, self._with_series = dict(columns), with_series
        dated = [f"D{date}".replace("-", "") for date in source.dates] if with_series else []
        taken = {name.lower() for name in (*columns, *dated, "fid", "geom")}
        self._others = {n: kind for n, kind in source.types.items() if n.lower() not in taken}
        types = self._columns | self._others | dict.fromkeys(dated, float)
        if len(types) > MOST_COLUMNS:
            raise GroundshiftError(
                f"{source.name}: {len(dated)} dates and {len(types) - len(dated)} other columns "
                f"are more than a table can hold ({MOST_COLUMNS}); leave the series out."
            )
        self._file = GeoPackageWriter(path, source.crs, "point", types, layer)

    @property
    def count(self) -> int:
        """Points written so far."""
        return self._file.count

    def write(self, rows: PointRows, found: dict) -> None:
        """Append points with what was found, by column; NaN becomes NULL."""
        columns = [_as_column(found[name], kind) for name, kind in self._columns.items()]
        columns += [_as_column(rows.others[name], kind) for name, kind in self._others.items()]
        if self._with_series:
            columns += list(np.round(rows.series * 1e3, SERIES_DECIMALS))
        self._file.insert_points(rows.x, rows.y, columns)

    def __exit__(self, *details):
        return self._file.__exit__(*details)


def _as_column(values, kind):
    values = np.asarray(values)
    if kind is int and values.dtype.kind == "f":
        return as_whole_numbers(values)
    return values
