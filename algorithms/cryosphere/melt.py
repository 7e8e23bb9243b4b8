# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Melt of snow and ice by the drop of its backscatter: wet snow absorbs what dry snow scatters.

A pixel melts on a date when it is darker than its own winter mean by some decibels (3 in Nagler and
Rott 2000, doi:10.1109/36.842004), and by more where its winters scatter so much that noise alone
would get there.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

CLASSES = {1: "dry snow", 2: "percolation", 3: "bare ice"}
NORTH_WINTER, SOUTH_WINTER = (1, 2, 3), (7, 8, 9)
LEAST_WINTER = 3  # dates
THAW = 3.5  # standard deviations
ONE_SIDED = 2.326  # standard deviations that noise exceeds once in a hundred dates


@dataclass(frozen=True)
class Melt:
    """What was found in a block; seasons first.

    Parameters
    ----------
    days : ndarray of float32, shape (season, 3, row, column)
        Days of melt, the fewest and the most that the dates allow.
    onset, end : ndarray of float32, shape (season, 3, row, column)
        Day of the year, the earliest and the latest; NaN without melt.
    winter : ndarray of float32, shape (3, row, column)
        Mean, standard deviation of one date, and the threshold, dB.
    zones : ndarray of int16, shape (row, column)
        See :data:`CLASSES`; 0 without enough winter.
    melting : ndarray of int, shape (time, 2)
        Pixels that melt, and pixels with data.
    false : ndarray of int, shape (2,)
        Winter dates that are dark enough for melt, and all of them.
    """

    days: np.ndarray
    onset: np.ndarray
    end: np.ndarray
    winter: np.ndarray
    zones: np.ndarray
    melting: np.ndarray
    false: np.ndarray


def seasons_of(dates, southern: bool) -> tuple:
    """The melt season that each date belongs to.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    southern : bool
        Whether they begin in July, so that none straddles New Year.

    Returns
    -------
    years : ndarray of int
        In which the seasons begin.
    member : ndarray of int, shape (time,)
        Place of each date's season.
    """
    months = dates.astype("datetime64[M]").astype(int)
    begin = (months - 6 * southern) // 12 + 1970
    years, member = np.unique(begin, return_inverse=True)
    return years, member


@dataclass(frozen=True)
class MeltSearch:
    """Block function: finds melt in series of backscatter.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        In order.
    winter : sequence of int
        Months of the reference.
    southern : bool
    drop : float
        Decibels below the winter mean.
    bright : float
        Winter mean in dB from which on melting ground is percolation and not bare ice.
    mask_bare : bool
        Whether nothing is told of bare ice, which gets brighter again as its snow goes.
    persistence : int
        Dates in a row that the onset and the end need.
    """

    dates: np.ndarray
    winter: tuple
    southern: bool
    drop: float
    bright: float
    mask_bare: bool
    persistence: int

    def __call__(self, values) -> Melt:
        """Values in dB, shape (time, row, column); NaN for no data."""
        shape = values.shape[1:]
        series = np.asarray(values, np.float32).reshape(len(self.dates), -1)
        months = self.dates.astype("datetime64[M]").astype(int) % 12 + 1
        cold = np.isin(months, self.winter)
        mean, std, count = _moments(without_thaws(series[cold], self.drop))
        able = count >= LEAST_WINTER
        # The mean of few winters errs, too.
        noise = std * np.sqrt(1 + 1 / np.maximum(count, 1))
        threshold = np.where(able, mean - np.maximum(self.drop, ONE_SIDED * noise), np.nan)
        with np.errstate(invalid="ignore"):
            known = np.isfinite(series) & able
            wet = (series < threshold) & known
        wet_winter = (wet & cold[:, None]).sum(), (known & cold[:, None]).sum()
        # A dark date of winter may be chance or thaw: it tells neither, and bounds go around it.
        seen = known & ~(wet & cold[:, None])
        wet &= ~cold[:, None]
        years, member = seasons_of(self.dates, self.southern)
        found = [self._season(member == k, wet, seen) for k in range(len(years))]
        days, onset, end = (np.stack([one[k] for one in found]) for k in range(3))
        melts = np.isfinite(onset[:, 0]).any(axis=0)  # a lonely date may be chance
        zones = np.where(melts, np.where(mean >= self.bright, 2, 3), 1)
        zones = np.where(able, zones, 0).astype(np.int16)
        if self.mask_bare:
            for part in (days, onset, end):
                part[..., zones == 3] = np.nan
        reference = np.stack([np.where(able, part, np.nan) for part in (mean, std, threshold)])
        layers = [part.reshape(len(years), 3, *shape) for part in (days, onset, end)]
        return Melt(
            *(part.astype(np.float32) for part in layers),
            reference.reshape(3, *shape).astype(np.float32), zones.reshape(shape),
            np.stack([wet.sum(axis=1), known.sum(axis=1)], axis=1), np.array(wet_winter),
        )  # fmt: skip

    def _season(self, mine, wet, known) -> tuple:
        """Days, onset and end of one season, each of shape (3, pixel)."""
        dates, pixels = self.dates[mine], wet.shape[1]
        wet, known = wet[mine], known[mine]
        number = dates.astype("datetime64[D]").astype(float)
        least, most, likely = np.zeros((3, pixels))
        begin, finish = np.full((2, 3, pixels), np.nan)
        last = np.full(pixels, np.nan)  # the date before that has data
        last_wet = np.zeros(pixels, bool)
        run = np.zeros(pixels, int)
        run_from, run_before = np.full((2, pixels), np.nan)
        for t, day in enumerate(number):
            here = known[t]
            is_wet = wet[t] & here
            gap = np.where(here & np.isfinite(last), day - last, 0.0)
            both, one = is_wet & last_wet, here & (is_wet != last_wet)
            least += np.where(both, gap, 0.0)
            most += np.where(both | one, gap, 0.0)
            likely += np.where(both, gap, np.where(one, 0.5 * gap, 0.0))
            starts = is_wet & ~last_wet
            run = np.where(here, np.where(is_wet, np.where(starts, 1, run + 1), run), run)
            run_from = np.where(starts, day, run_from)
            run_before = np.where(starts, last, run_before)
            # A run that just got long enough is the onset, if there was none.
            first = is_wet & (run == self.persistence) & np.isnan(begin[2])
            begin[1], begin[2] = (
                np.where(first, part, old)
                for part, old in ((run_before, begin[1]), (run_from, begin[2]))
            )
            # What was the end so far goes on, or ends at this date.
            goes_on = is_wet & (run >= self.persistence)
            finish[1] = np.where(goes_on, day, finish[1])
            finish[2] = np.where(goes_on, np.nan, finish[2])
            ends = here & ~is_wet & np.isfinite(finish[1]) & np.isnan(finish[2])
            finish[2] = np.where(ends, day, finish[2])
            last = np.where(here, day, last)
            last_wet = np.where(here, is_wet, last_wet)
        for part in (begin, finish):
            part[0] = 0.5 * (part[1] + part[2])
        # Melt that is there on the first date, or still on the last one, has one end alone.
        begin[0] = np.where(np.isnan(begin[0]), begin[2], begin[0])
        finish[0] = np.where(np.isnan(finish[0]), finish[1], finish[0])
        seen = known.any(axis=0)
        days = np.where(seen, np.stack([likely, least, most]), np.nan)
        return days, day_of_year(begin), day_of_year(finish)


def without_thaws(winter, drop: float) -> np.ndarray:
    """Series of winter without dates that are too dark for it, such as those of an early thaw.

    They would lower the mean and widen the scatter, and with them the threshold of all seasons.

    Parameters
    ----------
    winter : ndarray, shape (time, pixel)
        dB; NaN for no data.
    drop : float
        Decibels below the median, or so many standard deviations by the median deviation as
        :data:`THAW`, whichever is more.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # pixels without any winter
        middle = np.nanmedian(winter, axis=0)
        spread = 1.4826 * np.nanmedian(np.abs(winter - middle), axis=0)
    with np.errstate(invalid="ignore"):
        dark = winter < middle - np.maximum(drop, THAW * spread)
    return np.where(dark, np.float32(np.nan), winter)


def _moments(series) -> tuple:
    """Mean, standard deviation and number of what is known."""
    known = np.isfinite(series)
    count = known.sum(axis=0)
    filled = np.where(known, series, np.float32(0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = filled.sum(axis=0, dtype=float) / count
        rest = np.where(known, series - mean, 0.0)
        std = np.sqrt((rest**2).sum(axis=0) / (count - 1))
    return mean, std, count


def day_of_year(days) -> np.ndarray:
    """Day of the year, from 1, of days since 1970; parts of a day stay."""
    whole = np.floor(np.nan_to_num(days))
    dates = whole.astype("datetime64[D]")
    first = dates.astype("datetime64[Y]").astype("datetime64[D]")
    found = (dates - first).astype(float) + 1.0 + (days - whole)
    return np.where(np.isfinite(days), found, np.nan)
