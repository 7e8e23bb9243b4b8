# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Catalogues of earthquakes: places, depths, times, magnitudes and nodal planes as they come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.vectors.fault_layers import LayerSource, Sites, read_sites
from ...formats.vectors.rows import read_rows
from ...formats.vectors.shapes import heights_of
from ..catalogue import Events, both_planes

KM, DEGREES = 1e3, "EPSG:4326"
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

_DATE = re.compile(
    r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d*)?))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*"
)


@dataclass(frozen=True)
class Catalogue:
    """Earthquakes of a layer.

    Parameters
    ----------
    sites : Sites
        As they were read.
    events : Events
    turn : ndarray, shape (event,)
        By how much the frame's north lies clockwise from true north, degrees.
    notes : list of str
    """

    sites: Sites
    events: Events
    turn: np.ndarray
    notes: list = field(default_factory=list)


def read_events(chosen, local: LocalMetres) -> Catalogue:
    """Read a catalogue.

    Parameters
    ----------
    chosen : CoulombFaults
        Its catalogue is of points, or a table with columns of longitude and latitude.
    local : LocalMetres
        The frame of the source.

    Raises
    ------
    GroundshiftError
        If there is no earthquake, no depth, a field that was named is missing, or one of layer and
        source has no CRS.
    """
    source = LayerSource(*chosen.catalogue)
    sites = read_sites(source)
    if sites.kind != "point":
        raise GroundshiftError(f"{source.path}: holds polygons; give a layer of points.")
    table, notes = sites.features, list(sites.notes)
    if bool(table.crs) != bool(local.crs):
        raise GroundshiftError(
            f"{source.path}: one of the layers, earthquakes or slip model, has no CRS and the "
            "other has one; set the CRS of both."
        )
    names = {part: _field(table, chosen, part) for part in USUAL}
    depth = _depths(table, names["depth"], source, notes)
    crs = DEGREES if table.crs else ""
    east, north = local.of(crs, *sites.places.T).T
    point = np.stack([east, north, -depth], axis=1)
    turn = np.degrees(local.convergence(crs, *sites.places.T))
    planes = _planes(table, names, turn, notes)
    time = times(table.texts(names["time"])) if names["time"] else _nat(len(sites))
    magnitude = table.numbers(names["magnitude"]) if names["magnitude"] else np.full(
        len(sites), np.nan
    )  # fmt: skip
    used = ", ".join(f"{part} from {name}" for part, name in names.items() if name)
    notes.append(
        f"{source.path}: {len(sites)} earthquakes, {int(np.isfinite(planes[:, 0, 0]).sum())} with "
        f"nodal planes, {int((~np.isnat(time)).sum())} with a time; {used or 'no known field'}."
    )
    return Catalogue(sites, Events(point, planes, time, magnitude), turn, notes)


def _field(table, chosen, part):
    given = getattr(chosen, f"event_{part}", "")
    if given:
        table.texts(given)  # refuses what is not there
        return given
    lower = {name.lower().strip(): name for name in table.columns}
    return next((lower[usual] for usual in USUAL[part] if usual in lower), "")


def _nat(count):
    return np.full(count, np.datetime64("NaT"), "datetime64[ms]")


def _depths(table, name, source, notes):
    """Metres, positive down; from a field, else from the points' third coordinate."""
    values = table.numbers(name) if name else _heights(source, table.fid)
    origin = f"the field {name}" if name else "the points' third coordinate"
    if not np.isfinite(values).any():
        raise GroundshiftError(
            f"{source.path}: no earthquake has a depth; give the field that holds it in km."
        )
    known = values[np.isfinite(values)]
    down = -1.0 if np.median(known) < 0 else 1.0
    metres = np.abs(known).max() > DEEPEST or name.lower() == "depth_m"
    notes.append(
        f"{source.path}: depths from {origin}, taken as {'metres' if metres else 'km'}, positive "
        f"{'down' if down > 0 else 'up'}."
    )
    values = values * down * (1.0 if metres else KM)
    above = values < 0
    if above.any():
        notes.append(f"{source.path}: {counted(above.sum(), 'depth')} above the surface set to 0.")
    return np.where(above, 0.0, values)


def _heights(source, fids):
    """Third coordinates of points, NaN where there is none."""

    def take(wkb):
        found = heights_of(wkb.tolist())
        return np.ones(len(found), bool), found

    rows = read_rows(source.path, source.layer, None, take)
    by_fid = dict(zip(rows.fid.tolist(), [value for batch in rows.shapes for value in batch]))
    return np.array([by_fid.get(fid, np.nan) for fid in fids.tolist()], float)


def _planes(table, names, turn, notes):
    """Both planes in the frame, radians, shape (event, 2, 3)."""
    count = len(turn)

    def plane(parts):
        if not all(names[part] for part in parts):
            return np.full((count, 3), np.nan)
        strike, dip, rake = (table.numbers(names[part]) for part in parts)
        with np.errstate(invalid="ignore"):
            good = (np.abs(strike) <= 360) & (dip >= 0) & (dip <= 90) & (np.abs(rake) <= 360)
        wrong = np.isfinite(strike) & np.isfinite(dip) & np.isfinite(rake) & ~good
        if wrong.any():
            notes.append(
                f"{table.path}: {counted(wrong.sum(), 'mechanism')} with a dip beyond 0 to 90 "
                "degrees, or a strike or rake beyond 360, taken as unknown."
            )
        values = np.stack([strike - turn, dip, rake], axis=1)
        return np.radians(np.where(good[:, None], values, np.nan))

    return both_planes(plane(("strike", "dip", "rake")), plane(("strike2", "dip2", "rake2")))


def times(texts) -> np.ndarray:
    """Times of texts: ISO dates, milliseconds or seconds since 1970, YYYYMMDD, decimal years.

    Returns
    -------
    ndarray of datetime64[ms]
        NaT where there is none.
    """
    return np.array([_time(str(text)) for text in texts], "datetime64[ms]")


def _time(text):
    missing = np.datetime64("NaT", "ms")
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            return _from_number(float(text))
        year, month, day, hour, minute, second, zone = match.groups()
        date = np.datetime64(f"{year}-{int(month):02d}-{int(day):02d}", "ms")
        seconds = 3600 * int(hour or 0) + 60 * int(minute or 0) + float(second or 0)
        return date + np.timedelta64(round(1000 * (seconds - _offset(zone))), "ms")
    except (ValueError, OverflowError):
        return missing


def _offset(zone) -> int:
    """Seconds by which a zone's clocks are ahead."""
    if zone in (None, "Z", "UTC"):
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (3600 * int(digits[:2]) + 60 * int(digits[2:])) * (-1 if zone[0] == "-" else 1)


def _from_number(value):
    if 1000 <= value < 3000:  # decimal years
        year = int(value)
        start, end = (np.datetime64(f"{y}-01-01", "ms") for y in (year, year + 1))
        return start + np.timedelta64(round((value - year) * (end - start).astype(int)), "ms")
    if 1e7 <= value < 1e8:
        text = f"{value:.0f}"
        return np.datetime64(f"{text[:4]}-{text[4:6]}-{text[6:]}", "ms")
    if not abs(value) < 1e14:
        return np.datetime64("NaT", "ms")
    return np.datetime64(round(value if abs(value) > 1e11 else 1000 * value), "ms")


def parse_time(text: str):
    """A time that a user gave.

    Returns
    -------
    time : datetime64[ms] or None
    whole_day : bool
        Only the day is given.

    Raises
    ------
    GroundshiftError
        If it is none.
    """
    if not text.strip():
        return None, False
    match = _DATE.fullmatch(text)
    time = _time(text) if match else np.datetime64("NaT")
    if np.isnat(time):
        raise GroundshiftError(
            f"'{text}' is no time; give it as 2025-03-28T06:20:52, or the day alone."
        )
    return time, match.group(4) is None


def parse_plane(text: str):
    """Strike, dip and rake (radians) of a text of degrees, ``0, 90, 180``; None of an empty one.

    Raises
    ------
    GroundshiftError
        If they are no such angles.
    """
    if not text.strip():
        return None
    try:
        strike, dip, rake = (float(part) for part in text.split(","))
        good = abs(strike) <= 360 and 0 <= dip <= 90 and abs(rake) <= 360
    except ValueError:
        good = False
    if not good:
        raise GroundshiftError(
            f"'{text}' is no strike, dip and rake in degrees; give them as 0, 90, 180."
        )
    return tuple(np.radians([strike, dip, rake]).tolist())
