# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and pairs as people type them."""

from __future__ import annotations

import re

import numpy as np

from ..errors import GroundshiftError

DAYS_PER_YEAR = 365.25

_TIME = re.compile(
    r"(\d{8})(?:(?P<hours>[01]\d|2[0-3])([0-5]\d)([0-5]\d|60)?)?", re.ASCII
)  # fmt: skip
_DATE = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
# In a name: no digit before it, and behind it none but those of a time.
_IN_A_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?!\d)(?:[-_T]?(?:[01]\d|2[0-3])([-:]?)[0-5]\d\5[0-5]\d(?!\d))?"
    r"|(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
    r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)"
)


def dates_in(name: str) -> list:
    """The dates that a name holds (YYYYMMDD or YYYY-MM-DD, times may follow), in order.

    ``20200105_20200117.unw.tif``, ``2023-09-04-063730__2023-09-16-063730``, ``20230904063730``.
    """
    dates = []
    for match in _IN_A_NAME.finditer(name):
        year, _, month, day, _, *glued = match.groups()
        if year is None:
            year, month, day = glued
        try:
            dates.append(np.datetime64(f"{year}-{month}-{day}", "D"))
        except ValueError:  # 31 February
            continue
    return dates


def times_in(name: str) -> list:
    """The times that a name holds with their date (YYYYMMDDTHHMMSS), in order."""
    times = []
    for match in _IN_A_NAME.finditer(name):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) == 14:
            times.append(parse_time(digits))
    return times


def parse_time(text: str) -> np.datetime64:
    """A time from ``YYYYMMDDTHHMMSS`` or ``YYYY-MM-DD HH:MM[:SS]``, or noon of a mere date.

    Raises
    ------
    GroundshiftError
        If it is none.
    """
    match = _TIME.fullmatch(re.sub(r"[-:TZ ./]", "", text.strip()))
    if not match:
        raise GroundshiftError(
            f"'{text.strip()}' is no time; write it as YYYY-MM-DD HH:MM, or the date alone."
        )
    day, hours, minutes, seconds = match.groups("0")
    hours = hours if match["hours"] else "12"
    seconds = 3600 * int(hours) + 60 * int(minutes) + int(seconds)
    return parse_date(day).astype("datetime64[s]") + np.timedelta64(seconds, "s")


def parse_date(text: str) -> np.datetime64:
    """A date from ``YYYYMMDD`` or ``YYYY-MM-DD``.

    Raises
    ------
    GroundshiftError
        If it is none.
    """
    match = _DATE.fullmatch(text.strip())
    try:
        return np.datetime64("-".join(match.groups()), "D")
    except (AttributeError, ValueError) as error:
        raise GroundshiftError(
            f"'{text.strip()}' is no date; write it as YYYYMMDD or YYYY-MM-DD."
        ) from error


def parse_dates(text: str) -> list:
    """Dates separated by commas, semicolons or spaces; an empty text gives none."""
    return [parse_date(part) for part in re.split(r"[,;\s]+", text.strip()) if part]


def parse_pairs(text: str) -> list:
    """Pairs such as ``20200105_20200117``, separated by commas, semicolons or spaces.

    Times may follow the dates: ``2023-09-04-063730__2023-09-16-063730``.

    Raises
    ------
    GroundshiftError
        If one is not two dates.
    """
    pairs = []
    for part in re.split(r"[,;\s]+", text.strip()):
        if not part:
            continue
        found = dates_in(part) if "_" in part else []
        if len(found) != 2 and part.count("_") == 1:
            found = [parse_date(end) for end in part.split("_")]  # says which one is none
        if len(found) != 2:
            raise GroundshiftError(f"'{part}' is no pair of dates; write it as YYYYMMDD_YYYYMMDD.")
        pairs.append(tuple(found))
    return pairs


def years_of(dates) -> np.ndarray:
    """Years of 365.25 days since the first date, shape (time,)."""
    return (dates - dates[0]).astype(float) / DAYS_PER_YEAR
