# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Point tables of StaMPS, as StaMPS_Visualizer exports them.

A CSV without coordinates that OGR knows: a line of names that mean nothing; then the longitude and
latitude of the reference, NaN, and the dates as MATLAB counts days (1 January of the year 0 is 1);
then a point a line: longitude, latitude, mean rate in mm/yr and displacements in mm, positive
towards the satellite.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import GroundshiftError

DATENUM_1970 = 719529
EARLIEST, LATEST = 726_000, 770_000  # MATLAB's days of about 1987 and 2108


def is_stamps(path) -> bool:
    """Whether a file is such a table."""
    if Path(path).suffix.lower() != ".csv":
        return False
    try:
        with open(path, encoding="utf-8-sig") as file:
            file.readline()
            return header_dates(file.readline()) is not None
    except (OSError, UnicodeDecodeError):
        return False


def header_dates(line: str):
    """Dates of such a table's second line; None where it holds something else."""
    try:
        values = np.array([float(text.strip('"\n\r ')) for text in line.split(",")])
    except ValueError:
        return None
    days = values[3:]
    if len(days) < 2 or not np.isfinite(days).all():
        return None
    if (days != np.round(days)).any() or days.min() < EARLIEST or days.max() > LATEST:
        return None
    return np.datetime64("1970-01-01") + (days - DATENUM_1970).astype(int)


def read_stamps(path):
    """Read such a table.

    Returns
    -------
    x, y : ndarray, shape (point,)
        Longitude and latitude (WGS 84).
    columns : dict of str to ndarray
        ``velocity_mm_yr``, and ``DYYYYMMDD`` in mm.

    Raises
    ------
    GroundshiftError
        If a line is not complete, dates come twice, or there is no point.
    """
    with open(path, encoding="utf-8-sig") as file:
        file.readline()
        dates = header_dates(file.readline())
        rows = []
        for number, line in enumerate(file, 3):
            if not line.strip():
                continue
            row = _numbers(line)
            if row is None or len(row) != len(dates) + 3:
                raise GroundshiftError(
                    f"{path}: line {number} does not hold {len(dates) + 3} numbers as the header "
                    "has it; export the table again."
                )
            rows.append(row)
    if not rows:
        raise GroundshiftError(f"{path}: holds no points; export the table again.")
    if len(np.unique(dates)) != len(dates):
        raise GroundshiftError(f"{path}: a date comes twice in its header; leave one out.")
    values = np.array(rows)
    columns = {"velocity_mm_yr": values[:, 2]}
    columns.update(
        (f"D{str(date).replace('-', '')}", values[:, 3 + k]) for k, date in enumerate(dates)
    )
    return values[:, 0], values[:, 1], columns


def _numbers(line):
    try:
        return [float(text.strip('"\n\r ')) for text in line.split(",")]
    except ValueError:
        return None
