# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Air of a cold place, what it thaws, and when it wets the snow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage, signal

from ..dates import DAYS_PER_YEAR
from . import fields
from .options import PermafrostOptions
from .terrain import Terrain

WARMEST = 203.0  # day of the year, north of the equator
SWING, WEATHER, MEMORY = 13.0, 2.5, 0.8  # °C, °C, and of a day on the next one
YEARS_DIFFER = 1.0  # °C
FREEZING = 1.4  # frozen ground conducts about twice as well, and frost goes by its root
LAPSE = 6.5e-3  # °C by metre
MELT_FACTOR = 3.0  # mm of water by °C and day
SAMPLE = 1e6  # pixels
NEVER = np.iinfo(np.int32).max


@dataclass(frozen=True)
class Air:
    """Daily means of the air's temperature at the scene's middle height.

    Parameters
    ----------
    first : datetime64[D]
    values : ndarray, shape (day,)
        °C.
    coldest : ndarray of int
        Days, from the first value, on which the years of thaw begin.
    """

    first: np.datetime64
    values: np.ndarray
    coldest: np.ndarray

    def day(self, dates) -> np.ndarray:
        """Places of dates among the values."""
        return (np.asarray(dates, "datetime64[D]") - self.first).astype(int)

    def seasons(self):
        """Year in which it begins, first day and end of each year of thaw."""
        for start, end in zip(self.coldest, [*self.coldest[1:], len(self.values)]):
            yield int(str(self.first + start)[:4]), int(start), int(end)


def make_air(options: PermafrostOptions, dates) -> Air:
    """Air from two calendar years before the first date to the end of the last one's year."""
    rng = fields.generator(options.seed, fields.AIR)
    years = dates.astype("datetime64[Y]")
    first = (years[0] - 2).astype("datetime64[D]")
    count = int(((years[-1] + 1).astype("datetime64[D]") - first).astype(int))
    warmest = WARMEST - (DAYS_PER_YEAR / 2 if options.center_lat < 0 else 0.0)
    day = np.arange(count, dtype=float)
    swing = np.cos(2 * np.pi * (day + 1 - warmest) / DAYS_PER_YEAR)
    offsets = YEARS_DIFFER * rng.standard_normal(count // 365 + 2)
    offset = np.interp(day / DAYS_PER_YEAR, np.arange(len(offsets)), offsets)
    shocks = WEATHER * np.sqrt(1 - MEMORY**2) * rng.standard_normal(count)
    weather = signal.lfilter([1.0], [1.0, -MEMORY], shocks)
    turn = warmest - 1 + DAYS_PER_YEAR * (np.arange(-1, count // 365 + 2) - 0.5)
    coldest = np.round(turn).astype(int)
    values = np.round(options.air_temperature + SWING * swing + offset + weather, 2)
    return Air(first, values, coldest[(coldest >= 0) & (coldest < count)])


def thaw_index(air: Air) -> np.ndarray:
    """Thawed layer by day, in roots of a degree day; 0 while all is frozen.

    It grows with the root of what has thawed since the coldest day, and loses the root of what has
    frozen since the warmest one, times :data:`FREEZING`.
    """
    out = np.zeros(len(air.values))
    for _, start, end in air.seasons():
        turn = min(start + round(DAYS_PER_YEAR / 2), end)
        year = air.values[start:end]
        frost = np.maximum(-year, 0.0)
        frost[: turn - start] = 0.0
        thawed, frozen = np.cumsum(np.maximum(year, 0.0)), np.cumsum(frost)
        out[start:end] = np.maximum(np.sqrt(thawed) - FREEZING * np.sqrt(frozen), 0.0)
    return out


@dataclass(frozen=True)
class Snow:
    """When the snow is wet.

    Parameters
    ----------
    years : tuple of int
        In which the seasons begin.
    onset, end : ndarray of int32, shape (season, row, col)
        First wet day and first day without wet snow, since 1970; :data:`NEVER` without melt.
    """

    years: tuple
    onset: np.ndarray
    end: np.ndarray

    def wet(self, date) -> np.ndarray:
        """Where it is wet on a date; bool, shape (row, col)."""
        day = np.datetime64(date, "D").astype(int)
        return ((self.onset <= day) & (day < self.end)).any(axis=0)

    def wet_in_a_row(self, dates) -> np.ndarray:
        """Most dates in a row on which it is wet, of a sample of pixels; shape (row, col)."""
        step = max(1, int(np.sqrt(self.onset[0].size / SAMPLE))) if len(self.onset) else 1
        some = Snow(self.years, self.onset[:, ::step, ::step], self.end[:, ::step, ::step])
        now, most = np.zeros((2, *some.onset.shape[1:]), int)
        for date in dates:
            now = np.where(some.wet(date), now + 1, 0)
            most = np.maximum(most, now)
        return most


def make_snow(options: PermafrostOptions, terrain: Terrain, air: Air, dates) -> Snow:
    """Snow that is wet from the first warm week on until its degree days are used up.

    The air is colder the higher the ground; how much snow lies changes from place to place.
    """
    rng = fields.generator(options.seed, fields.SNOW)
    shape = terrain.height.shape
    snow = options.snow_mm * np.clip(1 + 0.3 * fields.smooth_field(shape, 5, rng), 0.3, 2.0)
    belt = np.round((terrain.height - np.median(terrain.height)) / 20.0).astype(int)
    # South of the equator the year of a season is that of its July.
    months = dates.astype("datetime64[M]").astype(int) - 6 * (options.center_lat < 0)
    years = set((months // 12 + 1970).tolist())
    seen = [season for season in air.seasons() if season[0] in years]
    onset = np.full((len(seen), *shape), NEVER, np.int32)
    end = onset.copy()
    zero = int(air.first.astype(int))
    for number in np.unique(belt) if options.snow_mm > 0 else ():
        mine = belt == number
        values = air.values - LAPSE * 20.0 * number
        week = ndimage.uniform_filter1d(values, 7, mode="nearest")
        for k, (_, start, stop) in enumerate(seen):
            warm = np.flatnonzero(week[start:stop] > 0)
            if not len(warm):
                continue
            first = start + int(warm[0])
            melted = MELT_FACTOR * np.cumsum(np.maximum(values[first:stop], 0))
            gone = first + 1 + np.searchsorted(melted, snow[mine])
            # Snow that lasts freezes again with the last warm week.
            onset[k][mine] = zero + first
            end[k][mine] = zero + np.minimum(gone, start + int(warm[-1]) + 1)
    return Snow(tuple(year for year, *_ in seen), onset, end)
