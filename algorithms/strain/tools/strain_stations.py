# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain between stations, on a grid."""

from __future__ import annotations

import numpy as np

from ...data.crs import is_geographic, wkt_from_epsg
from ...data.earth import compass, geocentric, middle
from ...data.grid import Grid, Window
from ...errors import GroundshiftError, counted
from ...formats.measurements import UNITS
from ...formats.text.station_velocities import NAMES, read_station_velocities, role_of
from ...formats.vectors.fault_layers import to_degrees
from ...formats.vectors.tables import read_table
from ..stations import CHUNK, FEWEST, FLAT, Stations, gradients_at
from ..tensor import strain_of
from .strain_layers import StrainLayers

ACROSS, MOST_CELLS = 80, 1_000_000
FASTEST, SLOWEST = 0.5, 1e-5  # metres a year, of the median: no plate does
LIKELY_STD = 1e-3  # where the stations have none: 1 mm (a year)
DEGREE = 111_320.0
FIELDS = {
    "east": "east_field", "north": "north_field", "std_east": "east_std_field",
    "std_north": "north_std_field", "correlation": "correlation_field",
}  # fmt: skip


def stations_strain(chosen, outputs, job) -> dict:
    """Strain at the cells of a grid between stations; see :func:`.strain.run`."""
    what, crs, x, y, columns = _read(chosen)
    stations, (x, y) = _stations(chosen, what, crs, x, y, columns, job)
    grid = _grid(chosen, crs, x, y)
    rows, cols = np.indices(grid.shape)
    places = to_degrees(crs, np.stack(grid.xy(rows.ravel(), cols.ravel()), axis=1), what)
    found = gradients_at(
        places[:, 0], places[:, 1], stations, chosen.distance, chosen.enough,
        step=job.steps(-(-len(places) // CHUNK)),
    )  # fmt: skip
    _tell(found, stations, job)
    strain = strain_of(
        found.gradient.reshape(4, *grid.shape), found.covariance.reshape(4, 4, *grid.shape)
    )
    layers = StrainLayers("/" in chosen.unit, grid, outputs, chosen.axes_step)
    with outputs.rasters(layers.wanted, grid) as rasters:
        layers.write(Window(0, 0, *grid.shape), strain, rasters)
    return layers.finish(job, what)


def _read(chosen) -> tuple:
    """(name, CRS, x, y, columns by what they hold)."""
    if chosen.table is not None:
        columns = read_station_velocities(chosen.table)
        return (
            str(chosen.table), wkt_from_epsg(4326), columns.pop("longitude"),
            columns.pop("latitude"), columns,
        )  # fmt: skip
    path, name = chosen.stations
    table = read_table(path, name)
    if not table.crs:
        raise GroundshiftError(f"{path}: has no CRS; assign the right one.")
    columns = {}
    for what, field in FIELDS.items():
        own = getattr(chosen, field)
        if not own:
            own = next((key for key in table.columns if role_of(key) == what), None)
        if own is not None:
            columns[what] = table.numbers(own)
        elif what in ("east", "north"):
            chosen.refuse(
                field, f"no field of {path} is named so ({', '.join(NAMES[what][:4])} ...); say "
                "which one holds it.",
            )  # fmt: skip
    return str(path), table.crs, table.x, table.y, columns


def _stations(chosen, what, crs, x, y, columns, job):
    """Those that can be used, in metres (a year) and degrees."""
    scale = UNITS[chosen.unit.split("/")[0]]
    motion = scale * np.stack([columns["east"], columns["north"]], axis=1)
    has_std = "std_east" in columns and "std_north" in columns
    if has_std:
        std = scale * np.stack([columns["std_east"], columns["std_north"]], axis=1)
    else:
        std = np.full(motion.shape, LIKELY_STD)
        job.note(
            f"{what}: tells no standard deviations; all stations count alike, and their misfit "
            "tells the errors (not less than those of 1 mm)."
        )
    correlation = columns.get("correlation", np.zeros(len(x)))
    correlation = np.where(np.isfinite(correlation), correlation, 0.0)
    good = np.isfinite(motion).all(axis=1) & np.isfinite(std).all(axis=1) & (std > 0).all(axis=1)
    good &= np.isfinite(x) & np.isfinite(y) & (np.abs(correlation) < 1)
    if not good.all():
        job.warn(
            f"{what}: {counted(int((~good).sum()), 'station')} without motion, with a standard "
            "deviation of zero or a correlation of one are left out."
        )
    _check_count(what, int(good.sum()))
    speed = float(np.median(np.hypot(*motion[good].T)))
    if "/" in chosen.unit and speed > FASTEST:
        chosen.refuse(
            "unit", f"half of the stations of {what} would move by more than {speed:.3g} m a year; "
            "choose a smaller unit.",
        )  # fmt: skip
    if "/" in chosen.unit and 0 < speed < SLOWEST:
        job.warn(
            f"{what}: half of the stations move by less than {1e3 * speed:.2g} mm a year; check "
            "the unit."
        )
    places = to_degrees(crs, np.stack([x[good], y[good]], axis=1), what)
    _check_line(what, places)
    stations = Stations(places[:, 0], places[:, 1], motion[good], std[good], correlation[good])
    return stations, (x[good], y[good])


def _check_count(what, count):
    if count < FEWEST:
        raise GroundshiftError(
            f"{what}: has {counted(count, 'station')} that can be used; strain needs {FEWEST}, not "
            "on one line."
        )


def _check_line(what, places):
    vectors = geocentric(places[:, 0], places[:, 1])
    frame = np.stack(compass(*middle(places[:, 0], places[:, 1]))[:2])
    flat = np.einsum("sk,ak->sa", vectors - vectors.mean(axis=0), frame)
    sizes = np.linalg.svd(flat, compute_uv=False)
    if sizes[1] < FLAT * sizes[0]:
        raise GroundshiftError(
            f"{what}: its stations lie on one line, which tells nothing of the strain across it; "
            "add stations beside it."
        )


def _grid(chosen, crs, x, y):
    """Cells about the stations, in their CRS."""
    flat = (np.cos(np.radians(np.mean(y))) if is_geographic(crs) else 1.0), 1.0
    unit = DEGREE if is_geographic(crs) else _metres(crs)
    size = np.array([np.ptp(x) * flat[0], np.ptp(y)]) * unit
    cell = chosen.cell or float(f"{size.max() / ACROSS:.2g}")
    steps = cell / unit / flat[0], cell / unit
    cols, rows = (int(np.ceil(np.ptp(values) / step)) + 1 for values, step in zip((x, y), steps))
    if cols * rows > MOST_CELLS:
        least = cell * np.sqrt(cols * rows / MOST_CELLS)
        chosen.refuse("cell", f"{cols * rows:,} cells are too many; give {least:.2g} m or more.")
    left = x.min() - 0.5 * (cols * steps[0] - np.ptp(x))
    top = y.max() + 0.5 * (rows * steps[1] - np.ptp(y))
    return Grid(rows, cols, (left, steps[0], 0.0, top, 0.0, -steps[1]), crs)


def _metres(crs):
    """Metres of a unit of a projected CRS."""
    from pyproj import CRS

    return CRS.from_user_input(crs).axis_info[0].unit_conversion_factor or 1.0


def _tell(found, stations, job):
    known = np.isfinite(found.gradient[0])
    if not known.any():
        raise GroundshiftError(
            f"None of the cells has stations on all sides within the smoothing distance; of "
            f"{counted(len(stations), 'station')}, give a larger distance, or ask for fewer "
            "stations that are enough."
        )
    low, usual, high = 1e-3 * np.percentile(found.distance[known], (5, 50, 95))
    job.note(
        f"{counted(len(stations), 'station')}; strain at {known.sum()} of {known.size} cells, with "
        f"smoothing distances of {usual:.3g} km ({low:.3g} to {high:.3g}). Cells at the edge, "
        "with all stations on one side, have none."
    )
    misfit = float(np.median(found.misfit[known]))
    if misfit > 2:
        job.warn(
            f"Residuals are {misfit:.1f} times the stations' standard deviations at half of the "
            "cells: strain is not even over the smoothing distance, or the errors are larger. The "
            "standard deviations of the strain are multiplied by it."
        )
