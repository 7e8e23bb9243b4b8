# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points and rate rasters as the finding of active areas takes them: metres, m/yr, series later.

Of a layer of points only what is needed is read: the rates first, and when the areas are known the
series of the points within, so a million points with a hundred dates need no gigabytes.
"""

from __future__ import annotations

import numpy as np

from ...data.date_columns import find_dates
from ...data.dates import years_of
from ...data.grid import Window
from ...data.metric import pixel_size_m
from ...data.points import Points
from ...errors import GroundshiftError, check_cancelled
from ...formats.measurements import MISSING, UNITS, USUAL_NAMES, RateLayer
from ...formats.quantities import check_field
from ...formats.raster_rates import open_rates
from ...formats.vectors.tables import read_columns, read_table, table_fields
from ..active import SPACING_SHARE, lattice_spacing, mean_spacing

COHERENCE = ("coherence", "temporal_coherence", "mean_coherence", "coh", "tcoh", "gamma")
MOST_CELLS = 30_000_000
ROWS_AT_ONCE = 256
POINTS_AT_ONCE = 200_000
RESOLUTION = 20.0
"""Metres, of points too few to tell their spacing: Sentinel-1's in azimuth."""


def read_area_points(source: RateLayer, cancelled=None) -> tuple[Points, list]:
    """Read points or cells with rates.

    Parameters
    ----------
    source : RateLayer
    cancelled : callable, optional

    Returns
    -------
    Points
        Series are read when they are asked for.
    list of str
        What a user should know.

    Raises
    ------
    GroundshiftError
        If there are no rates, or coordinates are degrees without a CRS.
    """
    return _read_raster(source, cancelled) if source.raster else _read_layer(source)


def _read_layer(source: RateLayer) -> tuple[Points, list]:
    names = table_fields(source.path, source.layer)
    found = {
        "rate": _field(source, source.fields.rate, USUAL_NAMES["los"], names),
        "std": _field(source, source.fields.std, USUAL_NAMES["los_std"], names),
        "coherence": _field(source, source.fields.coherence, COHERENCE, names),
    }
    columns = find_dates(names, where=source.path)
    by_date = columns.fields
    table = read_table(source.path, source.layer, None, [name for name in found.values() if name])
    if source.fields.rate not in ("", MISSING):
        check_field(source.path, source.fields.rate)
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
    if not table.crs:
        notes.append(f"{source.path}: has no CRS; its coordinates are taken as metres.")
    more = {"dates": dates, "series": series} if len(dates) > 1 else {}
    points = Points.along_look(table.crs, table.x, table.y, velocity, std, coherence, **more)
    return _checked(source.path, points), notes


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
    years = years_of(dates)
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


def _checked(path, points: Points) -> Points:
    """Refuse coordinates that do not fit their CRS."""
    x, y = points.x, points.y
    if not points.crs and len(x) and np.abs(x).max() <= 360 and np.abs(y).max() <= 90:
        raise GroundshiftError(
            f"{path}: the layer has no CRS and its coordinates look like degrees; assign its CRS."
        )
    if not np.isfinite(points.xy).all():
        raise GroundshiftError(
            f"{path}: some coordinates do not fit the layer's CRS; assign the right one."
        )
    return points


def check_both(features, crs: str, others: str) -> None:
    """Refuse a layer that cannot be laid over `others`, since only one of them has a CRS."""
    if bool(features.crs) != bool(crs):
        raise GroundshiftError(
            f"{features.path}: of it and {others} only one has a CRS, so they cannot be laid over "
            "each other; set the CRS of both."
        )


def _read_raster(source: RateLayer, cancelled) -> tuple[Points, list]:
    grid, reader, _ = open_rates(source)
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
    points = Points.along_look(
        grid.crs, x, y, sign * rate.astype(float), std.astype(float), np.full(total, np.nan),
        cell=float(max(pixel_size_m(grid))),
    )  # fmt: skip
    return _checked(source.path, points), []


def resolution_of(points: Points, job) -> float:
    """Resolution that the data tell, metres; says which that is.

    A raster's cell, the spacing of points that are pixels, or :data:`..active.SPACING_SHARE`
    of the mean spacing of points that lie as they like.
    """
    xy = points.xy[np.isfinite(points.velocity)]
    lattice = None if points.cell else lattice_spacing(xy)
    spacing = None if points.cell or lattice else mean_spacing(xy)
    resolution = points.cell or lattice or (SPACING_SHARE * spacing if spacing else RESOLUTION)
    why = "the points are too few to tell; give another if the radar's differs"
    if points.cell or lattice:
        why = "the raster's cell" if points.cell else "the spacing of the points, which are pixels"
    elif spacing:
        why = (
            f"{SPACING_SHARE:g} times the mean spacing of the points, {spacing:.3g} m; give "
            "another if areas run together or fall apart"
        )
    job.note(f"Resolution: {resolution:.3g} m, {why}.")
    return resolution
