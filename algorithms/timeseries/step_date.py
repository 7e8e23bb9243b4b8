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
    from . import _search_kernel

    series = np.ascontiguousarray(series, dtype=float)
    pixels = series.shape[1]
    arrays = design.arrays(None, pixels)
    starts = np.argmax(arrays[1] != 0, axis=1).astype(np.int64)
    # An entry stands for the time from the date before it.
    edges = np.append(design.years[starts - 1], design.years[starts[-1]])
    tails = np.array([0.5 - level / 2, 0.5, 0.5 + level / 2])
    out = np.empty((3, pixels))
    least = np.array([least_dates, least_dates], np.int64)
    with kernel_lock:
        _search_kernel.where(series, *arrays, starts, least, edges, tails, out)
    return out
