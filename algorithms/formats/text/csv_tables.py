# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of results as CSV, and tables that users wrote."""

from __future__ import annotations

import csv
from numbers import Integral, Real
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from .texts import csv_text


def cell(value, form: str = ".6g") -> str:
    """A number or word of a table; nothing for what is unknown or without end."""
    if value is np.ma.masked:
        return ""
    if isinstance(value, Real) and not isinstance(value, (Integral, np.bool_)):
        return format(value, form) if np.isfinite(value) else ""
    return csv_text(value)


def write_csv(path, head, rows, form: str = ".6g") -> None:
    """Write a table.

    Parameters
    ----------
    path : path
        Give a temporary one of a transaction.
    head : sequence of str
    rows : iterable of sequence
    form : str
        Of numbers that are not whole.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    """
    try:
        with Path(path).open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(head)
            table.writerows([cell(value, form) for value in row] for row in rows)
    except OSError as error:
        raise GroundshiftError(
            f"{path}: the table cannot be written ({error.strerror}); choose another place."
        ) from error


def read_csv(path) -> list:
    """Rows of a table with a header, as dictionaries of texts.

    Raises
    ------
    GroundshiftError
        If it is none.
    """
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as CSV ({error}); check the file."
        ) from error
