# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""When a step happened, with its interval: between two dates, and not on one of them.

The posterior of the date for a step of unknown size in noise of unknown variance (Smith 1975,
Biometrika 62, 407-416): every date is as likely beforehand as the time since the one before it is
long. A step that is clear lies anywhere between two dates, so its interval is most of their gap.
"""

from __future__ import annotations

import numpy as np

from ..threads import kernel_lock
from .velocity import Design


def step_dates(series, design: Design, least_dates: int, level: float = 0.9) -> np.ndarray:
    """Date of the one step that every series has.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        NaN where missing.
    design : Design
        Of the motion without the step; its table is that of :func:`.steps.candidates`.
    least_dates : int
        As the table was made with: valid dates that a step needs on both sides.
    level : float
        Share of the posterior within the interval.

    Returns
    -------
    ndarray, shape (3, pixel)
        Years since the first date: lower end, median, upper end; NaN where no step can be.
    """
    starts = np.argmax(design.table != 0, axis=1)
    # An entry stands for the time from the date before it.
    edges = np.append(design.years[starts - 1], design.years[starts[-1]])
    return placed(series, design, edges, (least_dates, least_dates), level)


def placed(series, design: Design, edges, least=(0, 1), level: float = 0.9) -> np.ndarray:
    """Where among the entries of a design's table the one lies that every series has.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
        Of the motion without it.
    edges : ndarray, shape (entry + 1,)
        Entry `e` stands for all places from ``edges[e]`` to ``edges[e + 1]``, each of which is as
        likely beforehand.
    least : (int, int)
        Valid dates that an entry needs before and from the first date on which it is not zero.
    level : float
        Share of the posterior within the interval.

    Returns
    -------
    ndarray, shape (3, pixel)
        Lower end, median, upper end; NaN where no entry can be.
    """
    from . import _search_kernel

    series = np.ascontiguousarray(series, dtype=float)
    arrays = design.arrays(None, series.shape[1])
    starts = np.argmax(arrays[1] != 0, axis=1).astype(np.int64)
    tails = np.array([0.5 - level / 2, 0.5, 0.5 + level / 2])
    out = np.empty((3, series.shape[1]))
    with kernel_lock:
        _search_kernel.where(
            series, *arrays, starts, np.array(least, np.int64), np.asarray(edges, float), tails, out
        )  # fmt: skip
    return out
