# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Earthquakes in layers of points, and in tables with longitude and latitude."""

from __future__ import annotations

import numpy as np

from ...data.earthquakes import Earthquakes, times
from ...errors import GroundshiftError, counted
from .fault_layers import LayerSource, read_sites
from .rows import read_rows
from .shapes import heights_of

KM = 1e3
DEEPEST = 800.0  # km; what is more than this is in metres
USUAL = {
    "strike": ("strike", "strike1", "strike_1", "np1_strike", "str1", "s1"),
    "dip": ("dip", "dip1", "dip_1", "np1_dip", "d1"),
    "rake": ("rake", "rake1", "rake_1", "np1_rake", "slip1", "r1"),
    "strike2": ("strike2", "strike_2", "np2_strike", "str2", "s2"),
    "dip2": ("dip2", "dip_2", "np2_dip", "d2"),
    "rake2": ("rake2", "rake_2", "np2_rake", "slip2", "r2"),
    "depth": ("depth_km", "depth", "dep", "depth_m", "z"),
    "magnitude": ("mag", "magnitude", "mw", "ml", "mb", "m"),
    "time": ("time", "datetime", "date_time", "origin_time", "event_time", "date", "utc"),
}
"""Names that catalogues give to their fields."""
NAMES = ("event_id", "eventid", "evid", "id", "name", "cid", "title")
MOMENTS = ("moment_nm", "m0_nm", "scalar_moment")


def field_of(table, part: str, given: str = "") -> str:
    """The field that holds a part (a key of :data:`USUAL`): the given one, else a usual one, or ''.

    Raises
    ------
    GroundshiftError
        If there is no field of the given name.
    """
    if given:
        table.texts(given)  # refuses what is not there
        return given
    return usual_field(table, USUAL[part])


def usual_field(table, usual) -> str:
    """The first of some names that a table has, in any case of letters; '' for none."""
    lower = {name.lower().strip(): name for name in table.columns}
    return next((lower[name] for name in usual if name in lower), "")


def read_earthquakes(layer, fields: dict) -> Earthquakes:
    """Read a layer of points, or a table with columns of longitude and latitude.

    Parameters
    ----------
    layer : (path, str)
        File and name of the layer.
    fields : dict of str to str
        Fields by part (a key of :data:`USUAL`); those of the usual names where there is none.

    Raises
    ------
    GroundshiftError
        If there is no earthquake, it has no coordinates, or a field that was named is missing.
    """
    source = LayerSource(*layer)
    sites = read_sites(source)
    if sites.kind != "point":
        raise GroundshiftError(f"{source.path}: holds polygons; give a layer of points.")
    table, notes, count = sites.features, list(sites.notes), len(sites)
    if not table.crs:
        raise GroundshiftError(f"{source.path}: the layer has no CRS; set the right one.")
    names = {part: field_of(table, part, fields.get(part, "")) for part in USUAL}
    planes = np.stack(angles_of(table, names, notes), axis=1)
    unknown = np.full(count, np.nan)
    name, moment = usual_field(table, NAMES), usual_field(table, MOMENTS)
    return Earthquakes(
        str(source.path),
        table.texts(name) if name else np.array([str(fid) for fid in table.fid], object),
        sites.places, depths_of(table, names["depth"], source, notes, required=False),
        times(table.texts(names["time"])) if names["time"] else times([""] * count),
        table.numbers(names["magnitude"]) if names["magnitude"] else unknown,
        table.numbers(moment) if moment else unknown, planes, notes,
    )  # fmt: skip


def depths_of(table, name: str, source: LayerSource, notes: list, required=True) -> np.ndarray:
    """Depths of points, from a field, else from their third coordinate.

    Parameters
    ----------
    table : Features
    name : str
        Of the field, in km or metres; '' for none.
    source : LayerSource
    notes : list of str
        Is told what was taken.
    required : bool
        Whether there has to be one.

    Returns
    -------
    ndarray, shape (event,)
        Metres, positive down.

    Raises
    ------
    GroundshiftError
        If there is none, and has to be.
    """
    values = table.numbers(name) if name else _heights(source, table.fid)
    if not np.isfinite(values).any():
        if not required:
            return values
        raise GroundshiftError(
            f"{source.path}: no earthquake has a depth; give the field that holds it in km."
        )
    origin = f"the field {name}" if name else "the points' third coordinate"
    return in_metres(values, name, f"{source.path}: depths from {origin}", notes)


def in_metres(values, name: str, about: str, notes: list) -> np.ndarray:
    """Depths in metres, positive down, of a column that may be in km, and point up."""
    known = values[np.isfinite(values)]
    down = -1.0 if np.median(known) < 0 else 1.0
    metres = np.abs(known).max() > DEEPEST or name.lower() == "depth_m"
    unit, way = "metres" if metres else "km", "down" if down > 0 else "up"
    notes.append(f"{about}, taken as {unit}, positive {way}.")
    values = values * down * (1.0 if metres else KM)
    above = values < 0
    if above.any():
        notes.append(f"{about}: {counted(above.sum(), 'depth')} above the surface set to 0.")
    return np.where(above, 0.0, values)


def _heights(source, fids):
    """Third coordinates of points, NaN where there is none."""

    def take(wkb):
        found = heights_of(wkb.tolist())
        return np.ones(len(found), bool), found

    rows = read_rows(source.path, source.layer, None, take)
    by_fid = dict(zip(rows.fid.tolist(), [value for batch in rows.shapes for value in batch]))
    return np.array([by_fid.get(fid, np.nan) for fid in fids.tolist()], float)


def angles_of(table, names: dict, notes: list):
    """Strike, dip and rake of both planes from fields.

    Parameters
    ----------
    table : Columns
    names : dict of str to str
        Fields by part; '' for none.
    notes : list of str
        Is told what was taken as unknown.

    Returns
    -------
    first, second : ndarray, shape (event, 3)
        Radians, NaN where unknown or out of range.
    """
    return tuple(
        _angles(table, [names[part + second] for part in ("strike", "dip", "rake")], notes)
        for second in ("", "2")
    )


def _angles(table, names, notes):
    if not all(names):
        return np.full((len(next(iter(table.columns.values()), ())), 3), np.nan)
    strike, dip, rake = (table.numbers(name) for name in names)
    with np.errstate(invalid="ignore"):
        good = (np.abs(strike) <= 360) & (dip >= 0) & (dip <= 90) & (np.abs(rake) <= 360)
    wrong = np.isfinite(strike) & np.isfinite(dip) & np.isfinite(rake) & ~good
    if wrong.any():
        notes.append(
            f"{table.path}: {counted(wrong.sum(), 'mechanism')} with a dip beyond 0 to 90 "
            "degrees, or a strike or rake beyond 360, taken as unknown."
        )
    values = np.stack([strike, dip, rake], axis=1)
    return np.radians(np.where(good[:, None], values, np.nan))
