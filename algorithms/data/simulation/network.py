# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates, baselines and pairs of a small-baseline network."""

from __future__ import annotations

import numpy as np

from . import fields
from .options import SimulationOptions


def make_dates(options: SimulationOptions) -> np.ndarray:
    """Acquisition dates: a regular row from which some are missing.

    The first and the last of the row are always there.

    Returns
    -------
    ndarray of datetime64[D], shape (time,)
    """
    rng = fields.generator(options.seed, fields.DATES)
    missing = round(options.missing_share * options.dates) if options.dates > 2 else 0
    slots = options.dates + missing
    inner = 1 + rng.choice(slots - 2, options.dates - 2, replace=False) if slots > 2 else []
    chosen = np.sort(np.concatenate([[0], inner, [slots - 1]])).astype(int)
    step = np.timedelta64(options.interval_days, "D")
    return np.datetime64(options.first_date, "D") + chosen * step


def make_baselines(options: SimulationOptions) -> np.ndarray:
    """Perpendicular baselines in metres, relative to the first date; shape (time,)."""
    rng = fields.generator(options.seed, fields.BASELINES)
    orbits = options.baseline_sigma_m * rng.standard_normal(options.dates)
    return orbits - orbits[0]


def make_pairs(options: SimulationOptions) -> np.ndarray:
    """Indices of the dates of each pair, the earlier first.

    Returns
    -------
    ndarray of int, shape (interferogram, 2)
        Sorted by both dates.
    """
    count = options.dates
    half = count // 2
    pairs = [
        (i, j)
        for i in range(count)
        for j in range(i + 1, min(i + options.connections, count - 1) + 1)
        if not (options.split_network and i < half <= j)
    ]
    return np.array(pairs, int)
