# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Permafrost: air, heave and thaw of the active layer, slumps, thermokarst lakes and wet snow.

The thawed layer grows with the root of the thawing degree days (Stefan's solution) and the ground
settles by what its ice loses in volume; frost from above lifts it again (Liu et al. 2010,
doi:10.1029/2009JF001547). Around lakes it thaws for good, and slumps thaw at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy import ndimage

from ..dates import DAYS_PER_YEAR
from . import fields
from .cold_air import NEVER, Air, Snow, thaw_index
from .decorrelation import BARE, LOWEST, URBAN, VEGETATED, WATER, Cover
from .deformation import Source
from .options import PermafrostOptions
from .terrain import Terrain, with_lake

CONDUCTIVITY = 1.5  # W/(m K), thawed
FUSION = 3.34e8  # J/m³ of water
SWELLING = (1000.0 - 917.0) / 917.0
ROCK_SHARE = 0.15  # of the scene, without soil that could heave
KNOLL = 0.04  # of the shorter side: radius of the rock in the middle
LAKE_REACH, SHORE = 300.0, 3.0  # metres over which thaw falls off; pixels
SLUMP_SLOPES = 3.0, 14.0  # degrees
STEADY_SHARE = 0.4  # of the rate beside lakes that a slump has before and after its step
WET_COHERENCE, WET_DB = 0.1, -7.0
DRY_DB = {BARE: -7.0, URBAN: -6.0, VEGETATED: -7.2, WATER: -17.0}
"""Backscatter in winter by cover, dB; the second one is rock here. Lakes are calm, or frozen to the
ground."""
SUMMER_DB = 0.8


@dataclass(frozen=True)
class Soil:
    """What freezes and thaws; arrays of shape (row, col).

    Parameters
    ----------
    rock : ndarray of bool
    water : ndarray of float32
        Volume of water in a volume of soil; 0 in rock.
    lag : ndarray of int16
        Days by which the ground is late against the air.
    """

    rock: np.ndarray
    water: np.ndarray
    lag: np.ndarray

    @property
    def edge(self) -> np.ndarray:
        """Metres of thawed layer by root of a degree day: ``sqrt(2 k t / (L w))``; NaN in rock."""
        with np.errstate(divide="ignore"):
            depth = np.sqrt(2 * CONDUCTIVITY * 86400.0 / (FUSION * self.water))
        return np.where(self.rock, np.nan, depth).astype(np.float32)

    @property
    def heave(self) -> np.ndarray:
        """Metres of settlement by root of a degree day, vertical; 0 in rock."""
        return np.nan_to_num(SWELLING * self.water * self.edge).astype(np.float32)


def make_soil(options: PermafrostOptions, terrain: Terrain) -> Soil:
    """Rock in the middle and where it is steepest; soil whose water and lag are not all alike."""
    rng = fields.generator(options.seed, fields.SOIL)
    shape = terrain.height.shape
    slope, _ = terrain.slope_aspect(1.0)
    score = slope / max(float(slope.std()), 1e-6) + 0.5 * fields.smooth_field(shape, 5, rng)
    score[ndimage.binary_dilation(terrain.water, iterations=3)] = -np.inf
    rock = (score > np.quantile(score, 1 - ROCK_SHARE)) | _knoll(shape)
    length = 0.06 * min(shape)
    water = options.water_content * (1 + 0.2 * fields.smooth_field(shape, length, rng))
    water = np.clip(water, 0.5 * options.water_content, min(1.5 * options.water_content, 0.9))
    lag = options.lag_days * (1 + 0.25 * fields.smooth_field(shape, length, rng))
    lag = np.round(np.clip(lag, 0, 2 * options.lag_days)).astype(np.int16)
    return Soil(rock, np.where(rock, 0, water).astype(np.float32), lag)


def _knoll(shape) -> np.ndarray:
    """Rock in the middle of any scene, where a reference stands still."""
    down, across = (np.arange(n) - n // 2 for n in shape)
    return np.hypot(down[:, None], across[None, :]) <= max(5.0, KNOLL * min(shape))


def with_lakes(options: PermafrostOptions, terrain: Terrain) -> Terrain:
    """The terrain with lakes of all sizes in the plain, in clusters and with land between them."""
    if options.lakes_share <= 0:
        return terrain
    rng = fields.generator(options.seed, fields.LAKES)
    shape = terrain.height.shape
    slope, _ = terrain.slope_aspect(1.0)
    cluster = fields.smooth_field(shape, 0.07 * min(shape), rng)
    plain = (terrain.mountains < 0.3) & (slope < np.radians(5))
    weight = np.where(plain, np.exp(2 * cluster), 0.0)
    free, water = (
        plain & ~ndimage.binary_dilation(_knoll(shape), iterations=3),
        np.zeros(shape, bool),
    )
    largest = max(3.0, 0.035 * min(shape))
    wanted = options.lakes_share * water.size
    chances = np.cumsum(weight.ravel())
    for _ in range(4000):
        left = wanted - np.count_nonzero(water)
        if left < 8 or chances[-1] <= 0:
            break
        # Many small lakes and few large ones.
        radius = min(largest, 1.8 * rng.uniform() ** -0.7, np.sqrt(left / np.pi) + 0.5)
        row, col = np.unravel_index(
            np.searchsorted(chances, rng.uniform() * chances[-1], "right"), shape
        )
        turns = rng.uniform(0, 2 * np.pi, 2)
        while radius >= 1.5:
            window, blob, room = _blob(shape, row, col, radius, turns)
            if np.all(free[window] | ~room):
                water[window] |= blob
                free[window] &= ~room
                break
            radius /= 1.6
    if not water.any():
        return terrain
    height = terrain.height.copy()
    labels, count = ndimage.label(water)
    for number, window in enumerate(ndimage.find_objects(labels), 1):
        one = labels[window] == number
        height[window][one] = np.percentile(height[window][one], 10)
    return replace(terrain, height=with_lake(height, water, SHORE), water=water)


def _blob(shape, row, col, radius, turns):
    """Window of a lake, its pixels, and those that no other lake may have."""
    reach = int(np.ceil(1.3 * radius)) + 3
    window = tuple(
        slice(max(0, at - reach), min(n, at + reach + 1)) for at, n in zip((row, col), shape)
    )
    down, across = np.ogrid[window]
    angle = np.arctan2(down - row, across - col)
    ragged = 1 + 0.18 * np.cos(2 * angle + turns[0]) + 0.09 * np.cos(3 * angle + turns[1])
    distance = np.hypot(down - row, across - col)
    return window, distance < radius * ragged, distance < radius * ragged + 3


def make_slumps(options: PermafrostOptions, terrain: Terrain, soil: Soil, air: Air, dates) -> tuple:
    """Slumps on gentle slopes with soil, each with the day of its step in a summer.

    Returns
    -------
    tuple of Source
        Fewer than wanted where there is no room for more.
    """
    rng = fields.generator(options.seed, fields.SLUMPS)
    slope, aspect = terrain.slope_aspect(2.0)
    low, high = np.radians(SLUMP_SLOPES)
    shape, pixel = terrain.height.shape, max(terrain.spacing)
    sites = (slope > low) & (slope < high) & ~soil.rock & ~terrain.water
    sites = ndimage.binary_erosion(sites, iterations=2)
    margin = max(4, min(shape) // 20)
    sites[:margin] = sites[-margin:] = False
    sites[:, :margin] = sites[:, -margin:] = False
    days, slumps = _summer_days(air, dates), []
    for number in range(options.slumps):
        places = np.flatnonzero(sites)
        if not len(places):
            break
        row, col = np.unravel_index(rng.choice(places), shape)
        length = max(rng.uniform(180.0, 320.0), 3.0 * pixel)
        width = length * rng.uniform(0.65, 0.85)
        slumps.append(
            Source(
                f"slump {number + 1}", "slump", "step", float(row), float(col), length, width,
                float(np.degrees(aspect[row, col])), STEADY_SHARE * options.thaw_rate_mm_yr / 1000,
                options.slump_step_mm / 1000 * (1.0 if number == 0 else rng.uniform(0.6, 1.0)),
                step_date=air.first + int(rng.choice(days)),
            )
        )  # fmt: skip
        apart = 2.5 * length
        down = (np.arange(shape[0]) - row) * terrain.spacing[0]
        across = (np.arange(shape[1]) - col) * terrain.spacing[1]
        sites &= np.hypot(down[:, None], across[None, :]) > apart
    return tuple(slumps)


def _summer_days(air, dates):
    """Days of late summer with dates before and after them; any such day if there is none."""
    few = min(8, (len(dates) - 1) // 3)
    first, last = air.day(dates[[few, len(dates) - 1 - few]])
    days = np.arange(first + 1, max(last, first + 1) + 1)
    place = np.searchsorted(air.coldest, days, "right") - 1
    after = days - air.coldest[np.maximum(place, 0)]
    late = days[(after > 180) & (after < 245)]
    return late if len(late) else days


@dataclass(frozen=True)
class ColdMotion:
    """Motion along the line of sight, metres, positive towards the satellite.

    ``d(t) = rate t - heave (thaw(t - lag) - thaw(-lag)) + step [t >= step time]``

    Parameters
    ----------
    rate, heave, step : ndarray of float32, shape (row, col)
        m/yr, m by root of a degree day, m.
    lag : ndarray of int16, shape (row, col)
        Days.
    stepped : ndarray of int32, shape (row, col)
        The first date after the step; :data:`NEVER` without one.
    labels : ndarray of int16, shape (row, col)
        0, or 1 + the index of the slump.
    thaw : ndarray, shape (day,)
        See :func:`thaw_index`.
    days : ndarray of int, shape (time,)
        Places of the dates among these days.
    """

    rate: np.ndarray
    heave: np.ndarray
    step: np.ndarray
    lag: np.ndarray
    stepped: np.ndarray
    labels: np.ndarray
    thaw: np.ndarray
    days: np.ndarray

    @property
    def years(self) -> np.ndarray:
        """Since the first date, shape (time,)."""
        return (self.days - self.days[0]) / DAYS_PER_YEAR

    def displacement(self, index: int, part=()) -> np.ndarray:
        """Displacement at a date since the first, of all pixels or a slice; metres, float32."""
        lag = self.lag[part]
        thaw = (self.thaw[self.days[index] - lag] - self.thaw[self.days[0] - lag]).astype("f4")
        moved = np.float32(self.years[index]) * self.rate[part] - self.heave[part] * thaw
        return moved + np.where(self.stepped[part] <= index, self.step[part], np.float32(0))

    def velocity(self) -> np.ndarray:
        """Slope of the straight line that fits the displacements best; m/yr, float32."""
        return self._velocity

    @cached_property
    def _velocity(self):
        t = self.years - self.years.mean()
        return sum(
            np.float32(w) * self.displacement(index) for index, w in enumerate(t / (t @ t))
        ).astype(np.float32)

    def annual_amplitude(self) -> np.ndarray:
        """Amplitude of the yearly sine beside a line and half a year's one, metres, float32."""
        t = 2 * np.pi * self.years
        waves = [wave(k * t) for k in (1, 2) for wave in (np.cos, np.sin)]
        design = np.stack([np.ones(len(t)), t, *waves], axis=1)
        lags = np.arange(int(self.lag.max()) + 1)
        curves = self.thaw[self.days[:, None] - lags]
        fit = np.linalg.lstsq(design, curves, rcond=None)[0]
        return (self.heave * np.hypot(fit[2], fit[3])[self.lag]).astype(np.float32)


def make_cold_motion(options, terrain: Terrain, los, soil: Soil, air: Air, slumps, dates):
    """Heave, thaw around lakes and in patches, and slumps, all vertical.

    Parameters
    ----------
    options : PermafrostOptions
    terrain : Terrain
    los : LineOfSight
    soil : Soil
    air : Air
    slumps : tuple of Source
    dates : ndarray of datetime64[D]

    Returns
    -------
    ColdMotion
    """
    rng = fields.generator(options.seed, fields.THAW)
    shape = terrain.height.shape
    patches = fields.smooth_field(shape, 0.05 * min(shape), rng)
    share = np.clip((patches - 1.2) / 0.5, 0, 1)
    if terrain.water.any():
        distance = ndimage.distance_transform_edt(~terrain.water, sampling=terrain.spacing)
        reach = max(LAKE_REACH, 4 * max(terrain.spacing))
        share = np.maximum(share, np.exp(-distance / reach))
    rate = options.thaw_rate_mm_yr / 1000 * share
    step, labels = np.zeros(shape), np.zeros(shape, np.int16)
    stepped = np.full(shape, NEVER, np.int32)
    for number, slump in enumerate(slumps):
        distance = slump.distance(terrain)
        inside = (distance < 1) & (labels == 0)
        labels[inside] = number + 1
        rate[inside] = slump.rate
        step[inside] = (slump.step * (1 - distance**4))[inside]
        stepped[inside] = np.searchsorted(dates, slump.step_date)
    still = soil.rock | terrain.water
    rate, step = (np.where(still, 0, part * los.up).astype(np.float32) for part in (rate, step))
    heave = np.where(still, 0, soil.heave * los.up).astype(np.float32)
    return ColdMotion(rate, heave, step, soil.lag, stepped, labels, thaw_index(air), air.day(dates))


@dataclass(frozen=True)
class Cold:
    """What a scene of permafrost has besides; see the functions of this file."""

    air: Air
    soil: Soil
    snow: Snow

    def wet_coherence(self, coherence, first, second) -> np.ndarray:
        """Coherence of a pair, of which little is left where the snow of a date is wet."""
        wet = self.snow.wet(first) | self.snow.wet(second)
        least = np.maximum(np.float32(WET_COHERENCE) * coherence, np.float32(LOWEST))
        return np.where(wet, least, coherence)

    def backscatter(self, cover: Cover, date, index, looks, seed) -> np.ndarray:
        """Backscatter of a date in dB; float32, shape (row, col).

        Wet snow absorbs, snow-free ground is a little brighter than in winter, and speckle is that
        of the looks.
        """
        rng = fields.generator(seed, fields.BACKSCATTER)
        shape = cover.classes.shape
        level = np.array([DRY_DB[code] for code in sorted(DRY_DB)])[cover.classes]
        level = level + np.clip(0.4 * fields.smooth_field(shape, 4, rng), -1, 1)
        day = np.datetime64(date, "D").astype(int)
        bare = ((self.snow.end <= day) & (day < self.snow.end + 120)).any(axis=0)
        land = cover.classes != WATER
        level += np.where(land & self.snow.wet(date), WET_DB, 0) + np.where(
            land & bare, SUMMER_DB, 0
        )
        speckle = fields.generator(seed, fields.BACKSCATTER, index + 1)
        drawn = speckle.standard_gamma(looks, shape) / looks
        return (level + 10 * np.log10(drawn)).astype(np.float32)
