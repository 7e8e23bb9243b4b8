# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which interferograms are formed from linked phases."""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError

NETWORKS = ("single_reference", "connections", "days", "all", "list")


def choose_pairs(
    dates, kind: str = "connections", connections: int = 3, days: int = 48, reference=None, pairs=()
) -> np.ndarray:
    """Numbers of the earlier and the later date of every pair.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        Sorted.
    kind : str
        ``single_reference``: all with one date; ``connections``: each date with the next few;
        ``days``: all pairs no further apart; ``all``; ``list``: those of `pairs`.
    connections, days : int
    reference : datetime64[D], optional
        The first date by default.
    pairs : sequence of (datetime64[D], datetime64[D])

    Returns
    -------
    ndarray of int64, shape (pair, 2)
        In the order of their dates.

    Raises
    ------
    GroundshiftError
        If a date is not in the stack, or no pair is left.
    """
    dates = np.asarray(dates, "datetime64[D]")
    first, second = np.triu_indices(len(dates), 1)
    if kind == "single_reference":
        number = 0 if reference is None else _number(dates, reference)
        keep = (first == number) | (second == number)
    elif kind == "connections":
        keep = second - first <= connections
    elif kind == "days":
        keep = (dates[second] - dates[first]).astype(int) <= days
    elif kind == "list":
        wanted = {tuple(sorted(_number(dates, d) for d in pair)) for pair in pairs}
        keep = np.array([(a, b) in wanted for a, b in zip(first, second)], bool)
    elif kind == "all":
        keep = np.ones(len(first), bool)
    else:
        raise GroundshiftError(f"'{kind}' is no network; choose one of {', '.join(NETWORKS)}.")
    if not keep.any():
        what = {
            "days": f"no two dates are {days} days or less apart; allow more days",
            "list": "the list of pairs is empty; give pairs as YYYYMMDD_YYYYMMDD",
        }.get(kind, "there is no pair; allow more connections")
        raise GroundshiftError(f"Interferograms cannot be formed: {what}.")
    return np.column_stack([first[keep], second[keep]]).astype(np.int64)


def _number(dates, date) -> int:
    found = np.flatnonzero(dates == np.datetime64(date, "D"))
    if not len(found):
        raise GroundshiftError(
            f"The stack has no image of {date}; its dates run from {dates[0]} to {dates[-1]}."
        )
    return int(found[0])


def interferogram_phase(linked, pairs) -> np.ndarray:
    """Wrapped phases of pairs in MintPy's sign: of the earlier image times the later's conjugate.

    Parameters
    ----------
    linked : ndarray of complex64, shape (time, row, column)
        NaN for no data.
    pairs : ndarray of int, shape (pair, 2)

    Returns
    -------
    ndarray of float32, shape (pair, row, column)
        Radians, -π to π.
    """
    return np.stack([np.angle(linked[a] * linked[b].conj()) for a, b in pairs]).astype(np.float32)
