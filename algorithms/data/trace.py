# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The displacement series of one selection: a point, a pixel, or the mean over a polygon."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError, counted
from .date_columns import find_dates

MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1e3}
"""Factors that take a length to millimetres."""

_ERROR_PREFIX = re.compile(r"(?:stdev|std|sd|sigma|error|err|s|e)[_\-. ]?", re.IGNORECASE)


@dataclass(frozen=True)
class Trace:
    """A series to be looked at.

    Parameters
    ----------
    label : str
    dates : ndarray of datetime64[D], shape (time,)
        In order, each once.
    values : ndarray, shape (time,)
        In `unit`, NaN where missing; displacement is positive towards the satellite.
    std : ndarray, shape (time,), or None
        Standard deviation of the values; of a mean over a polygon, the spread of its members.
    unit : str
        ``mm`` for all lengths; else whatever the source says.
    members : int
        Points or pixels that it is the mean of.
    covariance : ndarray, shape (time, time), or None
        Of the part of the noise that came in with the pairs of images, in the unit squared.
    """

    label: str
    dates: np.ndarray
    values: np.ndarray
    std: np.ndarray | None = None
    unit: str = "mm"
    members: int = 1
    covariance: np.ndarray | None = None

    def __post_init__(self):
        if not len(self.dates) == len(self.values):
            raise GroundshiftError(
                f"{self.label}: has {len(self.values)} values for {len(self.dates)} dates."
            )

    @property
    def points(self) -> list:
        """``(date as text, value, std or None)`` of the dates that have a value."""
        stds = [None] * len(self.dates) if self.std is None else self.std
        return [
            (str(day), float(value), None if std is None or not np.isfinite(std) else float(std))
            for day, value, std in zip(self.dates, self.values, stds)
            if np.isfinite(value)
        ]


@dataclass(frozen=True)
class SeriesColumns:
    """Which columns of a table of points make a series.

    Parameters
    ----------
    fields : tuple of str
        One a date, in order of time.
    dates : ndarray of datetime64[D]
    errors : tuple of str
        Columns of standard deviations in the same order; empty where there are none.
    unit : str
    factor : float
        From the columns' unit to `unit`.
    """

    fields: tuple
    dates: np.ndarray
    errors: tuple = ()
    unit: str = "mm"
    factor: float = 1.0


def series_columns(names, where: str = "the layer") -> SeriesColumns | None:
    """The columns of dates of a table, and those with their standard deviations.

    Columns of errors are named by a date behind ``std``, ``sigma``, ``err`` and the like; there
    has to be one for every date. Values are millimetres unless the names end on ``_m`` or ``_cm``.

    Parameters
    ----------
    names : iterable of str
    where : str
        What messages call the table.

    Returns
    -------
    SeriesColumns or None
        None where fewer than two columns are named by a date.

    Raises
    ------
    GroundshiftError
        If two columns have the same date or their order of day and month cannot be told.
    """
    names = list(names)
    errors = {}
    for name in names:
        match = _ERROR_PREFIX.match(name)
        if match and match.end() < len(name):
            errors[name[match.end() :]] = name
    columns = find_dates(names, where=where)
    found = {name: date for name, date in columns.fields.items() if name not in errors.values()}
    if len(found) < 2:
        return None
    stds = ()
    by_date = find_dates(errors, where=where).fields if errors else {}
    by_date = {date: errors[stem] for stem, date in by_date.items()}
    if all(date in by_date for date in found.values()):
        stds = tuple(by_date[date] for date in found.values())
    factor = MILLIMETRES[columns.unit or "mm"]
    dates = np.array(list(found.values()), "datetime64[D]")
    return SeriesColumns(tuple(found), dates, stds, "mm", factor)


def as_numbers(rows) -> np.ndarray:
    """Rows of attributes as numbers, also of texts; what is none becomes NaN."""

    def number(value):
        try:
            return float(value)
        except (TypeError, ValueError):
            return np.nan

    return np.array([[number(value) for value in row] for row in rows], float)


def trace_of_rows(label: str, columns: SeriesColumns, rows, errors=()) -> Trace:
    """The series of a point, or the mean of several.

    Parameters
    ----------
    label : str
    columns : SeriesColumns
    rows : sequence of sequence
        Attributes of :attr:`SeriesColumns.fields`, a row a point.
    errors : sequence of sequence
        Those of :attr:`SeriesColumns.errors`; only looked at for a single point.

    Raises
    ------
    GroundshiftError
        If there is no row, or no value in them.
    """
    values = as_numbers(rows) * columns.factor
    if not values.size or not np.isfinite(values).any():
        raise GroundshiftError(f"{label}: has no value on any date; choose another place.")
    if len(values) == 1:
        std = as_numbers(errors)[0] * columns.factor if columns.errors and len(errors) else None
        return Trace(label, columns.dates, values[0], std, columns.unit)
    return mean_trace(label, columns.dates, values, columns.unit)


def mean_trace(label: str, dates, values, unit: str) -> Trace:
    """The mean of several series, with their spread as the standard deviation.

    Parameters
    ----------
    label : str
    dates : ndarray of datetime64[D], shape (time,)
    values : ndarray, shape (member, time)
        NaN where missing. A member that lacks some of the dates on which others have values is
        left out: its coming and going would look like motion. Where all have gaps, all are taken.
    unit : str
    """
    valid = np.isfinite(values)
    whole = valid[:, valid.any(axis=0)].all(axis=1)
    chosen = values[whole] if whole.any() else values[valid.any(axis=1)]
    counts = np.isfinite(chosen).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.nansum(chosen, axis=0) / counts
        squares = np.nansum((chosen - mean) ** 2, axis=0)
        spread = np.sqrt(squares / (counts - 1))
    mean[counts == 0] = np.nan
    spread[counts < 2] = np.nan
    return Trace(label, dates, mean, spread, unit, len(chosen))


def relative(trace: Trace, reference: Trace) -> Trace:
    """A series relative to another one, on the dates that both have.

    The variances are added: the noise of the two is taken as independent, which neighbours' is
    not, so that error bars are rather too long than too short.

    Raises
    ------
    GroundshiftError
        If fewer than two dates are in both, or the units differ.
    """
    if trace.unit != reference.unit:
        raise GroundshiftError(
            f"{trace.label} is in {trace.unit or 'no unit'} and the reference in "
            f"{reference.unit or 'no unit'}; choose a reference in the same unit."
        )
    dates, mine, other = np.intersect1d(trace.dates, reference.dates, return_indices=True)
    if len(dates) < 2:
        raise GroundshiftError(
            f"{trace.label} has {counted(len(dates), 'date')} in common with the reference "
            f"{reference.label}; choose a reference from the same images."
        )
    parts = [
        None if part is None else np.asarray(part)[np.ix_(*[rows] * np.ndim(part))]
        for part, rows in (
            (trace.std, mine), (reference.std, other),
            (trace.covariance, mine), (reference.covariance, other),
        )
    ]  # fmt: skip
    std = _summed([None if part is None else part**2 for part in parts[:2]])
    return replace(
        trace, dates=dates, values=trace.values[mine] - reference.values[other],
        std=None if std is None else np.sqrt(std), covariance=_summed(parts[2:]),
    )  # fmt: skip


def _summed(parts):
    there = [part for part in parts if part is not None]
    return sum(there) if there else None


def starting_at_zero(trace: Trace) -> Trace:
    """The series less its first value."""
    valid = np.flatnonzero(np.isfinite(trace.values))
    if not valid.size:
        return trace
    return replace(trace, values=trace.values - trace.values[valid[0]])


def symmetric_limit(rows) -> float | None:
    """Where colours end that are to be centred on zero: the 98th percentile of the sizes.

    Parameters
    ----------
    rows : sequence of sequence
        Attributes of some points; what is no number is passed over.

    Returns
    -------
    float or None
        None where there is no number but 0.
    """
    sizes = np.abs(as_numbers(rows)).ravel()
    sizes = sizes[np.isfinite(sizes)]
    limit = float(np.percentile(sizes, 98)) if sizes.size else 0.0
    return limit or None
