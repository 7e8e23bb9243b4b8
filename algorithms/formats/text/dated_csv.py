# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of two columns, a date and something: rain or piezometers, and events with their names."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.trace import Trace
from ...errors import GroundshiftError

_ISO = re.compile(r"(?!0000)(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](?!0000)(\d{4})(?:[T ].*)?")

RAIN = re.compile("rain|precip|pluvi|lluvia|pioggia|chuva|regen|niederschlag|snow|雨|降", re.I)
GAPS = ("", "-", "--", "na", "n/a", "nan", "null", "none")
"""What stands for no value, in lower case."""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day."""

    date: np.datetime64
    label: str


def read_table_text(path):
    """Cells of delimited text, row by row, and what stands between them.

    Comma, semicolon or tabulator; lines that begin with # are comments.

    Raises
    ------
    GroundshiftError
        If it is no text, or cannot be told into cells.
    """
    path = Path(path)
    text = _text(path)
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    delimiter = max(";\t,", key=lambda mark: sum(mark in line for line in lines[:20]))
    try:
        table = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error as error:
        raise GroundshiftError(
            f"{path}: cannot be read as a table ({error}); check the file."
        ) from error
    return table, delimiter


def _rows(path):
    """Heading (may be empty) and rows of a date and the text of the next column."""
    path = Path(path)
    table, delimiter = read_table_text(path)
    table = [row for row in table if len(row) >= 2]
    if not table:
        raise GroundshiftError(
            f"{path}: has no rows of a date and a second column; check the file."
        )
    day_first = tells_day_first([row[0] for row in table], path)
    heading = table[0][1] if read_date(table[0][0], day_first) is None else ""
    body = table[1:] if heading or read_date(table[0][0], day_first) is None else table
    rows = [(read_date(row[0], day_first), row[1]) for row in body]
    bad = next((row[0] for row, (date, _) in zip(body, rows) if date is None), None)
    if bad is not None or not rows:
        raise GroundshiftError(
            f"{path}: '{table[0][0] if bad is None else bad}' is no date; write dates as "
            "YYYY-MM-DD in the first column."
        )
    if heading and delimiter == "," and len(table[0]) == 2 and any(any(r[2:]) for r in body):
        raise GroundshiftError(
            f"{path}: has rows with more columns than its heading; where commas stand for decimal "
            "points, put semicolons between the columns."
        )
    return heading, rows, delimiter


def _text(path) -> str:
    """The text of a file in one of the encodings that spreadsheets write."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GroundshiftError(f"{path}: cannot be read ({error.strerror}); check it.") from error
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "latin-1")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise GroundshiftError(f"{path}: is no text; save it as CSV in UTF-8.")


def tells_day_first(texts, path) -> bool:
    """Whether dates such as 03/04/2020 begin with the day."""
    parts = [match.groups() for match in map(_DAY_FIRST.fullmatch, texts) if match]
    if not parts:
        return True
    day = any(int(first) > 12 for first, _, _ in parts)
    month = any(int(second) > 12 for _, second, _ in parts)
    if day == month:
        raise GroundshiftError(
            f"{path}: day and month of dates such as {'/'.join(parts[0])} cannot be told apart; "
            "write dates as YYYY-MM-DD."
        )
    return day


def read_date(text, day_first):
    """A date of a text, None of what is none."""
    match = _ISO.fullmatch(text)
    if match is not None:
        year, month, day = (part for part in match.groups() if part is not None)
    else:
        match = _DAY_FIRST.fullmatch(text)
        if match is None:
            return None
        day, month, year = match.groups() if day_first else [match.group(k) for k in (2, 1, 3)]
    try:
        return np.datetime64(f"{int(year):04d}-{int(month):02d}-{int(day):02d}", "D")
    except ValueError:
        return None


def read_dated_values(path) -> Trace:
    """A series to lay beside the displacement, such as rain or a water level.

    Parameters
    ----------
    path : path
        CSV: a date and a value a row, by comma, semicolon or tabulator; a heading names it. Empty
        values (also NA, - and the like) are gaps. Several rows of a day are added up where the
        values are sums, as rain of hours is (see :func:`is_sum`); of levels the mean is taken. The
        label says which.

    Returns
    -------
    Trace
        Its unit is what stands in brackets in the heading; empty without.

    Raises
    ------
    GroundshiftError
        Names the file and the row's text that is no date or no number.
    """
    heading, rows, delimiter = _rows(path)
    name = heading or Path(path).stem
    by_date = {}
    for date, text in rows:
        try:
            # Where commas do not stand between columns, they do for the decimal point.
            value = _number(text if delimiter == "," else text.replace(",", "."))
        except ValueError as error:
            raise GroundshiftError(
                f"{path}: '{text}' on {date} is no number; the second column has to hold numbers."
            ) from error
        by_date.setdefault(date, [])
        by_date[date] += [value] if np.isfinite(value) else []
    every = [value for values in by_date.values() for value in values]
    if not every:
        raise GroundshiftError(f"{path}: has no values in its second column; check the file.")
    amounts = is_sum(name, every)
    together = np.sum if amounts else np.mean
    dates = np.array(sorted(by_date), "datetime64[D]")
    values = np.array([together(by_date[d]) if by_date[d] else np.nan for d in sorted(by_date)])
    unit = re.search(r"[\[(]([^\])]+)[\])]", heading)
    if any(len(values) > 1 for values in by_date.values()):
        name += ", sum of the day" if amounts else ", mean of the day"
    return Trace(name, dates, values, unit=unit.group(1) if unit else "")


def _number(text) -> float:
    return np.nan if text.lower() in GAPS else float(text)


def is_sum(name: str, values) -> bool:
    """Whether values are amounts of a span of time, as rain: by their name, or never negative and
    at times 0."""
    return min(values) == 0 or (min(values) > 0 and RAIN.search(name) is not None)


def read_events(path) -> list:
    """Events to be marked, such as earthquakes or rainstorms.

    Parameters
    ----------
    path : path
        CSV: a date and a label a row.

    Returns
    -------
    list of Event
        In order of time.

    Raises
    ------
    GroundshiftError
        See :func:`read_dated_values`.
    """
    events = [Event(date, label) for date, label in _rows(path)[1]]
    return sorted(events, key=lambda event: event.date)
