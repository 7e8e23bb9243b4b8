# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series that were looked at, as a table."""

from __future__ import annotations

import csv
import io

import numpy as np

from ...errors import GroundshiftError
from ..atomic import Transaction
from .texts import csv_text


def series_text(traces, fits=()) -> str:
    """Series in the long form: one row a series and date.

    Parameters
    ----------
    traces : sequence of Trace
    fits : sequence of SingleFit or None
        One a trace; none at all for no model.

    Returns
    -------
    str
        CSV with columns ``series``, ``date``, ``value``, ``std``, ``model``, ``residual``,
        ``unit``; cells without a number are empty.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["series", "date", "value", "std", "model", "residual", "unit"])
    for trace, fit in zip(traces, fits or [None] * len(traces)):
        nothing = np.full(len(trace.dates), np.nan)
        columns = (
            trace.values, nothing if trace.std is None else trace.std,
            nothing if fit is None else fit.fitted, nothing if fit is None else fit.residuals,
        )  # fmt: skip
        for row in zip(trace.dates, *columns):
            numbers = [f"{value:.6g}" if np.isfinite(value) else "" for value in row[1:]]
            writer.writerow([csv_text(trace.label), str(row[0]), *numbers, trace.unit])
    return out.getvalue()


def write_text(target, text: str) -> None:
    """Write a text file that appears whole or not at all.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    """
    with Transaction() as files:
        path = files.add(target)
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise GroundshiftError(
                f"{target}: cannot be written ({error.strerror}); choose another place."
            ) from error
