# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of the same dates that lack some: those with the same gaps are worked on together."""

from __future__ import annotations

import numpy as np


def patterns(series, most: int = 0):
    """Series that know just the same dates.

    Parameters
    ----------
    series : ndarray, shape (series, time)
        NaN where missing.
    most : int
        Of series that are given at a time; 0: all of a pattern.

    Yields
    ------
    known : ndarray of bool, shape (time,)
    mine : ndarray of int
        Places of the series.
    """
    valid = np.isfinite(series)
    _, member = np.unique(np.packbits(valid, axis=1), axis=0, return_inverse=True)
    member = member.ravel()
    order = np.argsort(member, kind="stable")
    for mine in np.split(order, np.cumsum(np.bincount(member))[:-1]):
        for first in range(0, len(mine), most or max(len(mine), 1)):
            part = mine[first : first + most] if most else mine
            yield valid[part[0]], part
