# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: how smooth the series of an area's points are, and how alike."""

from __future__ import annotations

import math

from ..kernels import njit, prange

LEAST_DATES = 5


@njit(nogil=True)
def _moments(series):
    """Number of dates, mean, sum of squared deviations, and of squared steps between neighbours."""
    count, total = 0, 0.0
    for t in range(len(series)):
        if not math.isnan(series[t]):
            count += 1
            total += series[t]
    if count == 0:
        return 0, 0.0, 0.0, 0.0
    mean, square, steps, last = total / count, 0.0, 0.0, math.nan
    for t in range(len(series)):
        if not math.isnan(series[t]):
            square += (series[t] - mean) ** 2
            if not math.isnan(last):
                steps += (series[t] - last) ** 2
            last = series[t]
    return count, mean, square, steps


@njit(parallel=True, cache=True, nogil=True)
def series_of_areas(series, starts, out_mean, out_roughness, out_likeness):
    """Mean series of areas, and roughness and likeness of their points' series.

    Parameters
    ----------
    series : float32 (point, date)
        Area by area, NaN where unknown.
    starts : int64 (area + 1,)
        Where the areas begin.
    out_mean : float64 (area, date)
        Mean over the points with data on the date.
    out_roughness : float64 (point,)
        Von Neumann's ratio, halved: 1 for white noise, 0 for smooth motion.
    out_likeness : float64 (point,)
        Mean correlation with the area's other points.
    """
    dates = series.shape[1]
    for area in prange(len(starts) - 1):
        first, last = starts[area], starts[area + 1]
        together = [0.0] * dates
        known = 0
        for t in range(dates):
            total, count = 0.0, 0
            for i in range(first, last):
                if not math.isnan(series[i, t]):
                    total += series[i, t]
                    count += 1
            out_mean[area, t] = total / count if count > 0 else math.nan
        for i in range(first, last):
            count, mean, square, steps = _moments(series[i])
            out_roughness[i] = math.nan
            out_likeness[i] = math.nan
            if count < LEAST_DATES or square <= 0:
                continue
            out_roughness[i] = steps / (2 * square)
            known += 1
            scale = 1 / math.sqrt(square)
            for t in range(dates):
                if not math.isnan(series[i, t]):
                    together[t] += (series[i, t] - mean) * scale
        if known < 2:
            continue
        for i in range(first, last):
            count, mean, square, _ = _moments(series[i])
            if count < LEAST_DATES or square <= 0:
                continue
            scale, product = 1 / math.sqrt(square), 0.0
            for t in range(dates):
                if not math.isnan(series[i, t]):
                    product += (series[i, t] - mean) * scale * together[t]
            out_likeness[i] = (product - 1) / (known - 1)
