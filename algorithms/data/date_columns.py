# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that are named by a date, in the many ways in which tables of points write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

ORDERS = ("ymd", "dmy", "mdy")
"""How day, month and year follow one another."""

ENOUGH = 4  # columns whose ascending order tells an order of day and month

_PREFIX = r"(?:d|x|t|ts|date|day|disp|displ|displacement|def|defo|los|cum)?[_\-. ]?"
_TIME = r"(?:[T_ -]?\d{2}[-:.]?\d{2}(?:[-:.]?\d{2}(?:\.\d+)?)?Z?)?"
_UNIT = r"(?:[_ ]?[\[(]?(?:mm|cm|m)[\])]?)?"
_UNIT_AT_END = re.compile(r"(mm|cm|m)[\])]?$", re.IGNORECASE)
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

_YEAR_FIRST = re.compile(
    rf"{_PREFIX}((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d){_TIME}{_UNIT}", re.IGNORECASE
)
_YEAR_LAST = re.compile(rf"(?:x)?(\d\d?)([-_./ ])(\d\d?)\2((?:19|20)\d\d){_UNIT}", re.IGNORECASE)
_SHORT = re.compile(rf"(?:x)?(\d\d)([-./])(\d\d)\2(\d\d){_UNIT}", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:x)?(\d\d?)[-_./ ]?([a-z]{{3}})[a-z]*[-_./ ]?((?:19|20)\d\d){_UNIT}", re.IGNORECASE
)


@dataclass(frozen=True)
class DateColumns:
    """Columns of dates.

    Parameters
    ----------
    fields : dict of str to datetime64[D]
        By date.
    note : str
        How an order of day and month was settled that the names leave open; empty where they
        leave none.
    unit : str
        ``mm``, ``cm`` or ``m`` where the names end on it; empty where they tell none.
    """

    fields: dict
    note: str = ""
    unit: str = ""


def find_dates(names, order: str = "", where: str = "the table") -> DateColumns:
    """Columns that are named by a date.

    Understood are ``YYYYMMDD``, ``YYYY-MM-DD`` and the like with or without a time, a unit and a
    prefix such as ``D``, ``D_``, ``X`` or ``disp_``; ``01-Jan-2020``; and ``13/02/2020`` or
    ``20/02/13`` (SARPROZ), whose order of day, month and year is taken from the names that allow
    one alone, or from columns that stand in the order of time in one order alone.

    Parameters
    ----------
    names : iterable of str
    order : str
        One of :data:`ORDERS` where it is known; empty to find out.
    where : str
        What messages call the table.

    Raises
    ------
    GroundshiftError
        If day and month cannot be told apart, or two columns have the same date or different
        units.
    """
    plain, open_ones = {}, {}
    for name in names:
        text = name.strip().strip("'\"")
        date = _plain_date(text)
        if date is not None:
            plain[name] = date
            continue
        match = _YEAR_LAST.fullmatch(text) or _SHORT.fullmatch(text)
        if match is not None:
            open_ones[name] = (match.group(1), match.group(3), match.group(4))
    settled, note = _settle(open_ones, order, where)
    found = {**plain, **settled}
    by_date = {}
    for name, date in found.items():
        if date in by_date:
            raise GroundshiftError(
                f"{where}: the columns '{by_date[date]}' and '{name}' have the same date; leave "
                "one of them out."
            )
        by_date[date] = name
    fields = dict(sorted(found.items(), key=lambda item: item[1]))
    return DateColumns(fields, note, _unit(fields, where))


def _unit(names, where):
    """The unit on which names of dates end; empty where none does."""
    told = {}
    for name in names:
        match = _UNIT_AT_END.search(name.strip().strip("'\""))
        if match is not None:
            told.setdefault(match.group(1).lower(), name)
    if len(told) > 1:
        first, second, *_ = told.values()
        raise GroundshiftError(
            f"{where}: the columns '{first}' and '{second}' are in different units; bring them "
            "to the same."
        )
    return next(iter(told), "")


def _plain_date(text):
    """The date of a name that says which part is which; None for another."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        return _date(match.group(1), match.group(3), match.group(4))
    match = _NAMED.fullmatch(text)
    if match is not None and match.group(2).lower() in _MONTHS:
        month = _MONTHS.index(match.group(2).lower()) + 1
        return _date(match.group(3), month, match.group(1))
    return None


def _date(year, month, day):
    """A date; None for 31 February."""
    try:
        return np.datetime64(f"{int(year):04d}-{int(month):02d}-{int(day):02d}", "D")
    except ValueError:
        return None


def _read(parts, order):
    """The date of three numbers in an order; None where they are none in it."""
    value = dict(zip(order, parts))
    year, month, day = value["y"], value["m"], value["d"]
    if len(month) > 2 or len(day) > 2 or len(year) not in (2, 4):
        return None
    if len(year) == 2:
        year = f"{'19' if int(year) >= 70 else '20'}{year}"
    return _date(year, month, day)


def _settle(parts: dict, order: str, where: str):
    """Dates of names that leave the order of their parts open, and how it was settled."""
    if not parts:
        return {}, ""
    read = {}
    for candidate in [order] if order else ORDERS:
        dates = {name: _read(three, candidate) for name, three in parts.items()}
        if all(date is not None for date in dates.values()):
            read[candidate] = dates
    example = next(iter(parts))
    if not read:
        if order:
            raise GroundshiftError(
                f"{where}: column names such as '{example}' are no dates in the order "
                f"'{order}'; choose another order of dates."
            )
        return {}, ""
    how = "the only order that gives dates"
    if len(read) > 1 and len(parts) >= ENOUGH:
        sorted_ones = {k: v for k, v in read.items() if _ascends(list(v.values()))}
        if len(sorted_ones) == 1:
            read, how = sorted_ones, "the only order in which the columns follow one another"
    if len(read) > 1:
        raise GroundshiftError(
            f"{where}: day and month of column names such as '{example}' cannot be told apart; "
            f"choose the order of dates ({', '.join(read)}) in 'Import measurement points', or "
            "rename them."
        )
    (chosen, dates), *_ = read.items()
    words = {"y": "year", "m": "month", "d": "day"}
    told = ", ".join(words[part] for part in chosen)
    return dates, "" if order else f"dates such as '{example}' are {told}: {how}"


def _ascends(dates) -> bool:
    return all(first < second for first, second in zip(dates, dates[1:]))
