# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Earthquakes with their mechanisms, and their times as catalogues write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import numpy as np

from ..errors import GroundshiftError

_DATE = re.compile(
    r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d*)?))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*"
)


@dataclass(frozen=True)
class Earthquakes:
    """Earthquakes of a catalogue; NaN, NaT and '' where something is unknown.

    Parameters
    ----------
    path : str
    name : ndarray of str, shape (event,)
    place : ndarray, shape (event, 2)
        Longitude and latitude on WGS 84, degrees.
    depth : ndarray, shape (event,)
        Metres, positive down.
    time : ndarray of datetime64[ms], shape (event,)
    magnitude, moment : ndarray, shape (event,)
        Moment in newton metres.
    planes : ndarray, shape (event, 2, 3)
        Strike (from true north), dip and rake of the nodal planes, radians.
    notes : list of str
    """

    path: str
    name: np.ndarray
    place: np.ndarray
    depth: np.ndarray
    time: np.ndarray
    magnitude: np.ndarray
    moment: np.ndarray
    planes: np.ndarray
    notes: list = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.depth)

    def take(self, index) -> Earthquakes:
        """Some of them, by index or mask."""
        rows = np.arange(len(self))[index]
        names = "name", "place", "depth", "time", "magnitude", "moment", "planes"
        return replace(self, **{name: getattr(self, name)[rows] for name in names})

    @classmethod
    def of_rows(cls, path, rows, notes=()) -> Earthquakes:
        """From dictionaries, one an earthquake, of the names of the arrays; depth in metres."""
        missing = {
            "name": "", "place": (np.nan, np.nan), "depth": np.nan,
            "time": np.datetime64("NaT", "ms"), "magnitude": np.nan, "moment": np.nan,
            "planes": np.full((2, 3), np.nan),
        }  # fmt: skip
        kinds = {"name": object, "time": "datetime64[ms]"}
        columns = {
            name: np.array([row.get(name, empty) for row in rows], kinds.get(name, float))
            for name, empty in missing.items()
        }
        return cls(str(path), **columns, notes=list(notes))


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
