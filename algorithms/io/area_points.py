# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points and rate rasters as the finding of active areas takes them: metres, m/yr, series later.

Of a layer of points only what is needed is read: the rates first, and when the areas are known the
series of the points within, so a million points with a hundred dates need no gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.active import AreaPoints
from ..data.date_columns import find_dates
from ..data.grid import Window
from ..errors import GroundshiftError
from ..runner import check_cancelled
from .measurements import MISSING, UNITS, USUAL_NAMES, Source
from .metric import LocalMetres, pixel_size_m
from .quantities import check_field
from .raster_rates import open_rates
from .tables import read_columns, read_table, table_fields

COHERENCE = ("coherence", "temporal_coherence", "mean_coherence", "coh", "tcoh", "gamma")
MOST_CELLS = 30_000_000
ROWS_AT_ONCE = 256
POINTS_AT_ONCE = 200_000


@dataclass(frozen=True)
class AreaSource:
    """Where points or rates come from.

    Parameters
    ----------
    path : path
    layer : str
        Of a vector file.
    raster : bool
    rate, std, coherence : str
        Fields; '' has one guessed from the usual names, '-' says that there is none.
    unit : str
        ``mm``, ``cm`` or ``m``: of displacements, and of rates by year; the unit of a raster, or
        in the names of fields of dates, wins.
    away : bool
        Values are positive away from the satellite.
    std_path : path, optional
        Raster of standard deviations.
    """

    path: Path
    layer: str = ""
    raster: bool = False
    rate: str = ""
    std: str = ""
    coherence: str = ""
    unit: str = "mm"
    away: bool = False
    std_path: Path | None = None


@dataclass(frozen=True)
class SourcePoints:
    """What was read.

    Parameters
    ----------
    points : AreaPoints
        In the local system.
    x, y : ndarray, shape (point,)
        In `crs`.
    crs : str
        WKT, empty where there is none.
    local : LocalMetres
    dates : ndarray of datetime64[D]
        Of the series; empty where there are none.
    series : callable or None
        Takes places of points and gives their displacements in metres, shape (point, date).
    cell : float or None
        Metres, of a raster.
    notes : list of str
        What a user should know.
    """

    points: AreaPoints
    x: np.ndarray
    y: np.ndarray
    crs: str
    local: LocalMetres
    dates: np.ndarray = field(default_factory=lambda: np.zeros(0, "datetime64[D]"))
    series: Callable | None = None
    cell: float | None = None
    notes: list = field(default_factory=list)


def read_area_points(source: AreaSource, cancelled=None) -> SourcePoints:
    """Read points or cells with rates.

    Parameters
    ----------
    source : AreaSource
    cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        If there are no rates, or coordinates are degrees without a CRS.
    """
    return _read_raster(source, cancelled) if source.raster else _read_layer(source)


def _read_layer(source: AreaSource) -> SourcePoints:
    names = table_fields(source.path, source.layer)
    found = {
        "rate": _field(source, source.rate, USUAL_NAMES["los"], names),
        "std": _field(source, source.std, USUAL_NAMES["los_std"], names),
        "coherence": _field(source, source.coherence, COHERENCE, names),
    }
    columns = find_dates(names, where=source.path)
    by_date = columns.fields
    table = read_table(source.path, source.layer, None, [name for name in found.values() if name])
    if source.rate not in ("", MISSING):
        check_field(source.path, source.rate)
    scale = UNITS[source.unit]
    sign = -1.0 if source.away else 1.0
    notes = [
        f"{source.path}: {what} from the field {name}." for what, name in found.items() if name
    ]
    dates = np.array(list(by_date.values()), "datetime64[D]")

    def series(rows):
        numbers = read_columns(source.path, source.layer, list(by_date), rows)
        return numbers * np.float32(sign * UNITS[columns.unit or source.unit])

    if found["rate"]:
        velocity = sign * scale * table.numbers(found["rate"])
    elif len(by_date) > 2:
        velocity = _slopes(series, dates, len(table))
        notes.append(f"{source.path}: has no field of rates; they are fitted to the series.")
    else:
        raise GroundshiftError(
            f"{source.path}: no field with a rate is found; say which field holds it (there are "
            f"{', '.join(names) or 'none'})."
        )
    unknown = np.full(len(table), np.nan)
    std = scale * table.numbers(found["std"]) if found["std"] else unknown
    coherence = table.numbers(found["coherence"]) if found["coherence"] else unknown
    local, xy = _local(source.path, table.crs, table.x, table.y)
    if not table.crs:
        notes.append(f"{source.path}: has no CRS; its coordinates are taken as metres.")
    return SourcePoints(
        AreaPoints(xy, velocity, std, coherence), table.x, table.y, table.crs, local,
        dates if len(dates) > 1 else dates[:0], series if len(dates) > 1 else None, None, notes,
    )  # fmt: skip


def _field(source, given, usual, names) -> str:
    if given == MISSING:
        return ""
    if given:
        if given not in names:
            raise GroundshiftError(
                f"{source.path}: has no field '{given}'; it has {', '.join(names) or 'none'}."
            )
        return given
    lower = {name.lower(): name for name in reversed(names)}
    return next((lower[name] for name in usual if name in lower), "")


def _slopes(series, dates, count) -> np.ndarray:
    """Least-squares rates of series with gaps, m/yr."""
    years = (dates - dates[0]).astype(float) / 365.25
    out = np.full(count, np.nan)
    for first in range(0, count, POINTS_AT_ONCE):
        rows = np.arange(first, min(count, first + POINTS_AT_ONCE))
        values = series(rows).astype(float)
        known = np.isfinite(values)
        number = known.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            t = np.where(known, years - ((known * years).sum(axis=1) / number)[:, None], 0.0)
            slope = (t * np.where(known, values, 0.0)).sum(axis=1) / (t**2).sum(axis=1)
        out[rows] = np.where(number > 2, slope, np.nan)
    return out


def _local(path, crs, x, y):
    """A local system around the middle of points, and the points in it."""
    if not crs and len(x) and np.abs(x).max() <= 360 and np.abs(y).max() <= 90:
        raise GroundshiftError(
            f"{path}: the layer has no CRS and its coordinates look like degrees; assign its CRS."
        )
    middle = (np.min(x) + np.max(x)) / 2, (np.min(y) + np.max(y)) / 2
    local = LocalMetres(crs, *middle)
    xy = local.of(crs, x, y)
    if not np.isfinite(xy).all():
        raise GroundshiftError(
            f"{path}: some coordinates do not fit the layer's CRS; assign the right one."
        )
    return local, xy


def _read_raster(source: AreaSource, cancelled) -> SourcePoints:
    grid, reader, _ = open_rates(
        Source(
            source.path, raster=True, unit=source.unit, away=source.away, std_path=source.std_path
        )
    )
    if not grid.crs:
        raise GroundshiftError(f"{source.path}: the raster has no CRS; assign the right one.")
    sign = -1.0 if source.away else 1.0
    parts, total = [], 0
    for row in range(0, grid.rows, ROWS_AT_ONCE):
        check_cancelled(cancelled)
        window = Window(row, 0, min(ROWS_AT_ONCE, grid.rows - row), grid.cols)
        rate, std = reader.read(window)
        rows, cols = np.nonzero(np.isfinite(rate))
        total += len(rows)
        if total > MOST_CELLS:
            raise GroundshiftError(
                f"{source.path}: has more than {MOST_CELLS // 1_000_000} million cells with data; "
                "cut it into parts, or average cells first."
            )
        parts.append(
            (rows.astype(np.int32) + row, cols.astype(np.int32), rate[rows, cols], std[rows, cols])
        )
    rows, cols, rate, std = (np.concatenate(part) for part in zip(*parts))
    if not total:
        raise GroundshiftError(f"{source.path}: holds no data; choose another raster.")
    x, y = grid.xy(rows, cols)
    local, xy = _local(source.path, grid.crs, x, y)
    points = AreaPoints(xy, sign * rate.astype(float), std.astype(float), np.full(total, np.nan))
    cell = float(max(pixel_size_m(grid)))
    return SourcePoints(points, x, y, grid.crs, local, cell=cell)
