# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of perpendicular baselines, by date or by pair."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ..interferograms._common import dates_in

WORDS = re.compile(r"[,;\s]+")


def read_baseline_table(path, dates) -> dict:
    """Perpendicular baselines of dates, relative to the first of them.

    Every line holds one date and its baseline, or two dates and the baseline of the second
    against the first (``bperp_file`` of GAMMA's ``base_calc``: number, date, date, baseline ...);
    in metres, separated by commas, semicolons or spaces. Other lines are passed over. Positive as
    GAMMA counts, ``C cos(look) - N sin(look)``.

    Parameters
    ----------
    path : path
    dates : ndarray of datetime64[D]
        Those that are needed.

    Returns
    -------
    dict of datetime64[D] to float

    Raises
    ------
    GroundshiftError
        If the file cannot be read, or dates are missing or not connected by pairs.
    """
    try:
        lines = Path(path).read_text(errors="replace").splitlines()
    except OSError as error:
        raise GroundshiftError(
            f"{path}: cannot be read ({error.strerror}); check the path."
        ) from error
    rows = [row for row in map(_parsed, lines) if row is not None]
    single = {days[0]: value for days, value in rows if len(days) == 1}
    if not single:
        single = _from_pairs(path, [row for row in rows if len(row[0]) == 2], dates)
    missing = [str(date) for date in dates if date not in single]
    if missing:
        raise GroundshiftError(
            f"{path}: has no baseline of {', '.join(missing[:5])}"
            f"{' and others' if len(missing) > 5 else ''}; add lines such as '20200113, 45.2'."
        )
    return {date: single[date] - single[dates[0]] for date in dates}


def _parsed(line):
    """Dates of a line and the number behind them; None where it has none."""
    words = [word for word in WORDS.split(line.strip()) if word]
    days = []
    for place, word in enumerate(words):
        found = dates_in(word)
        if found:
            days += found
            last = place
    if len(days) not in (1, 2) or last + 1 >= len(words):
        return None
    try:
        value = float(words[last + 1])
    except ValueError:
        return None
    return (tuple(days), value) if np.isfinite(value) else None


def _from_pairs(path, rows, dates) -> dict:
    """Baselines of dates that agree best with those of pairs."""
    days = sorted({day for pair, _ in rows for day in pair} | set(dates))
    place = {day: k for k, day in enumerate(days)}
    matrix = np.zeros((len(rows) + 1, len(days)))
    for k, ((first, second), _) in enumerate(rows):
        matrix[k, place[first]] -= 1
        matrix[k, place[second]] += 1
    matrix[-1, place[dates[0]]] = 1
    if np.linalg.matrix_rank(matrix) < len(days):
        raise GroundshiftError(
            f"{path}: its pairs do not tell the baselines of all dates against {dates[0]}; give "
            "lines such as '20200113, 45.2' for every date."
        )
    values = np.linalg.lstsq(matrix, np.array([v for _, v in rows] + [0.0]), rcond=None)[0]
    return dict(zip(days, values))
