# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Heads of wells by date, from tables of one or several wells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.point_columns import ROLES
from ...data.trace import Trace
from ...errors import GroundshiftError, counted
from .dated_csv import GAPS, read_date, read_table_text, tells_day_first

NAMES = {
    "well": ("well", "well_id", "wellid", "well_name", "id", "name", "station", "site", "site_id",
             "borehole", "bore", "piezometer", "code"),
    "date": ("date", "datetime", "date_time", "time", "day", "reading_date"),
    "head": ("head", "hydraulic_head", "piezometric_head", "piezometric_level", "water_level",
             "waterlevel", "groundwater_level", "level", "elevation", "gwl", "h", "value", "wl"),
    "depth": ("depth", "depth_to_water", "depth_to_groundwater", "dtw", "water_depth", "mbgl",
              "depth_bgl", "level_bgl", "below_ground", "below_surface"),
    "aquifer": ("aquifer", "layer", "unit", "formation"),
    "lon": ROLES["lon"], "lat": ROLES["lat"],
    "x": (*ROLES["x"], "e"), "y": (*ROLES["y"], "n"),
}  # fmt: skip
METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "feet": 0.3048, "metres": 1.0,
          "meters": 1.0}  # fmt: skip


@dataclass(frozen=True)
class Well:
    """Readings of a well.

    Parameters
    ----------
    name, aquifer : str
    x, y : float
        NaN where the table does not tell.
    geographic : bool
        Whether these are longitude and latitude (EPSG:4326).
    trace : Trace
        Metres, as the table has them: heads, or depths to water.
    depth : bool
        Whether the column's name says that they are depths.
    """

    name: str
    aquifer: str
    x: float
    y: float
    geographic: bool
    trace: Trace
    depth: bool


def read_wells(path) -> list:
    """Wells of a table with a reading a row.

    Parameters
    ----------
    path : path
        CSV with a heading: columns of a date and a head (or a depth to water), and perhaps of the
        well's name, its aquifer and its place; by comma, semicolon or tabulator. Without a column
        of names all rows are of one well. Units stand at the end of a name: ``head_m``, ``depth
        (ft)``; metres without. Several readings of a day: their mean.

    Returns
    -------
    list of Well
        In order of their names.

    Raises
    ------
    GroundshiftError
        Names the file, and what is no date or no number, or is missing.
    """
    path = Path(path)
    table, delimiter = read_table_text(path)
    roles, factor = _roles(table[0] if table else [""])
    if "date" not in roles or not {"head", "depth"} & set(roles):
        raise GroundshiftError(
            f"{path}: its columns ({', '.join(table[0]) if table else 'none'}) do not tell date "
            "and head; head them well, date and head_m (or depth_m for a depth to water)."
        )
    value_role = "head" if "head" in roles else "depth"
    dated, valued = roles["date"], roles[value_role]
    body = [row for row in table[1:] if len(row) > max(dated, valued) and any(row)]
    if not body:
        raise GroundshiftError(f"{path}: has a heading and no rows; give heads by date.")
    day_first = tells_day_first([row[dated] for row in body], path)
    wells = {}
    for row in body:
        date = read_date(row[dated], day_first)
        if date is None:
            raise GroundshiftError(f"{path}: '{row[dated]}' is no date; write dates as YYYY-MM-DD.")
        name = row[roles["well"]] if "well" in roles else path.stem
        value = _number(row[valued], delimiter, path, date)
        wells.setdefault(name, []).append((date, value, row))
    return [
        _well(name, rows, roles, factor, value_role == "depth", delimiter, path)
        for name, rows in sorted(wells.items())
    ]


def _roles(heading):
    """Column by what it holds, and metres of the heads' unit."""
    roles, factor = {}, 1.0
    for place, text in enumerate(heading):
        words = re.findall(r"[^\W_]+", text.lower())
        unit = words[-1] if len(words) > 1 and words[-1] in METRES else ""
        stem = "_".join(words[:-1] if unit else words)
        what = next((role for role, names in NAMES.items() if stem in names), None)
        if what is None or what in roles:
            continue
        roles[what] = place
        if what in ("head", "depth") and not {"head", "depth"} <= set(roles):
            factor = METRES.get(unit, 1.0)
    return roles, factor


def _number(text, delimiter, path, date) -> float:
    if text.lower() in GAPS:
        return np.nan
    try:
        return float(text if delimiter == "," else text.replace(",", "."))
    except ValueError as error:
        raise GroundshiftError(
            f"{path}: '{text}' on {date} is no number; the column of heads has to hold numbers."
        ) from error


def _well(name, rows, roles, factor, depth, delimiter, path) -> Well:
    by_date = {}
    for date, value, _ in rows:
        by_date.setdefault(date, [])
        by_date[date] += [value] if np.isfinite(value) else []
    dates = sorted(by_date)
    values = [np.mean(by_date[date]) if by_date[date] else np.nan for date in dates]
    trace = Trace(name, np.array(dates, "datetime64[D]"), factor * np.array(values), unit="m")
    first = rows[0][2]
    place, geographic = [np.nan, np.nan], {"lon", "lat"} <= set(roles)
    keys = ("lon", "lat") if geographic else ("x", "y")
    if set(keys) <= set(roles):
        places = {
            tuple(_number(row[roles[key]], delimiter, path, date) for key in keys)
            for date, _, row in rows if len(row) > max(roles[key] for key in keys)
        }  # fmt: skip
        if len(places) > 1:
            raise GroundshiftError(
                f"{path}: the well {name} lies at {counted(len(places), 'place')}; give each well "
                "a name of its own."
            )
        place = list(*places)
    aquifer = first[roles["aquifer"]] if "aquifer" in roles else ""
    return Well(name, aquifer, *place, geographic, trace, depth)
