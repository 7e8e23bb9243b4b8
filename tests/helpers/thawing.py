# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that heaves and settles with the degree days, and thaws in planted places."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.timeseries.coloured import MarkovNoise

GRID = Grid(60, 80, (5e5, 30.0, 0.0, 7.6e6, 0.0, -30.0), wkt_from_epsg(32633))
DATES = np.datetime64("2019-01-05") + 12 * np.arange(92)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
INCIDENCE = 39.0
HEAVE = 30.0  # mm from trough to peak, vertical
SLUMP, CREEP, FLAT, SMALL = (
    np.s_[10:24, 10:26], np.s_[34:46, 12:30], np.s_[10:22, 50:66], np.s_[50:52, 20:22],
)  # fmt: skip
STEP, STEP_YEAR, RATE = -25.0, 1.37, -18.0  # mm, years since the first date, mm a year


def temperature(days, mean=-4.0, swing=14.0):
    """Air temperature by day, °C; warmest in late July."""
    day = (days - days.astype("datetime64[Y]")).astype(float)
    return mean + swing * np.sin(2 * np.pi * (day - 110) / 365.25)


def weather(days, seed=0):
    """Air temperature by day with weather and with warm and cold years, °C."""
    random = np.random.default_rng(seed)
    noise = random.standard_normal(len(days))
    for k in range(1, len(days)):
        noise[k] = 0.85 * noise[k - 1] + np.sqrt(1 - 0.85**2) * noise[k]
    years = days.astype("datetime64[Y]").astype(int)
    return temperature(days) + 4 * noise + random.normal(0, 1.5, 99)[years - years[0]]


def roots(dates, temperatures=temperature):
    """Minus the root of the thawing degree days, which frost takes back by 1.4 times its own."""
    days = dates[0] - 700 + np.arange(int((dates[-1] - dates[0]).astype(int)) + 701)
    warm = temperatures(days)
    out, thawed, frozen, low = np.zeros(len(days)), 0.0, 0.0, 0.0
    for k, degrees in enumerate(warm):
        if degrees > 0:
            thawed, frozen = (0.0 if frozen > 100 else thawed) + degrees, 0.0
            out[k] = low = -np.sqrt(thawed)
        else:
            frozen -= degrees
            out[k] = min(0.0, low + 1.4 * np.sqrt(frozen))
    return out[(dates - days[0]).astype(int)]


def heave(dates):
    """Of ground that settles as it thaws and rises as it freezes, from 0 to 1."""
    out = roots(dates)
    return (out - out.min()) / np.ptp(out)


def noise_of(noise, count, std, random, years=YEARS):
    """Series of noise with this standard deviation on each date, shape (time, series)."""
    covariance = noise.covariance(years)
    root = np.linalg.cholesky(covariance) / np.sqrt(covariance[0, 0])
    return std * root @ random.standard_normal((len(years), count))


def truth():
    """Displacement along the line of sight without noise, mm, shape (time, row, column)."""
    season = HEAVE * np.cos(np.radians(INCIDENCE)) * heave(DATES)
    out = np.repeat(np.repeat(season[:, None, None], GRID.rows, 1), GRID.cols, 2)
    for place in (SLUMP, FLAT, SMALL):
        out[(slice(None), *place)] += STEP * (YEARS > STEP_YEAR)[:, None, None]
    out[(slice(None), *CREEP)] += RATE * YEARS[:, None, None]
    return out


def write_series(path, values, grid=GRID, dates=DATES, attributes=None):
    """Series in mm as HDF5."""
    told = {"CENTER_INCIDENCE_ANGLE": str(INCIDENCE), "HEADING": "350"}
    told = told if attributes is None else attributes
    with TimeSeriesWriter(path, grid, dates, np.zeros(len(dates)), told, {}, {}) as writer:
        writer.write(Window(0, 0, *grid.shape), 1e-3 * (values - values[0]))
    return path


def series(path, std=3.0, seed=0):
    """The scene with noise of which half is correlated over a month."""
    random = np.random.default_rng(seed)
    noise = noise_of(MarkovNoise("ar1", 30.0, 1.0), GRID.rows * GRID.cols, std, random)
    return write_series(path, truth() + noise.reshape(len(DATES), *GRID.shape))


def dem(path):
    """A slope of 8 degrees in the west, flat ground in the east."""
    col = np.arange(GRID.cols)
    height = 500 + 30 * np.tan(np.radians(8.0)) * np.clip(40 - col, 0, None)
    values = np.repeat(height[None], GRID.rows, 0).astype(np.float32)
    write_raster(path, GRID, values, [BandInfo("height", "m")])


def points(path, count=60, seed=1):
    """Points: a third stable, a third that subsides, a third that thaws at once."""
    random = np.random.default_rng(seed)
    out = noise_of(MarkovNoise(), count, 2.0, random) + 15 * heave(DATES)[:, None]
    third = count // 3
    out[:, third : 2 * third] += RATE * YEARS[:, None]
    out[:, 2 * third :] += STEP * (YEARS > STEP_YEAR)[:, None]
    x, y = GRID.xy(random.integers(0, 60, count), random.integers(0, 80, count))
    columns = {f"D{day}".replace("-", ""): values for day, values in zip(DATES, out)}
    write_table(path, GRID.crs, x, y, columns)


FIRST_DAY, AIR_DAYS = DATES[0] - 800, 2100  # of the table of temperatures
HEAVE_BY_ROOT, LAG = 0.6, 14  # mm by root of a degree day, days


def air(path, heading="Air temperature [°C]", scale=1.0, offset=0.0):
    """The weather as CSV."""
    days = FIRST_DAY + np.arange(AIR_DAYS)
    rows = (f"{day},{scale * value + offset:.3f}" for day, value in zip(days, weather(days)))
    path.write_text(f"date,{heading}\n" + "\n".join(rows) + "\n", encoding="utf-8")


def by_weather(dates=DATES, lag=LAG):
    """The index that goes with the weather, so many days late, of an own reckoning."""
    days = FIRST_DAY + np.arange(AIR_DAYS)
    every = roots(days[700:], lambda _: weather(days))
    return every[(dates - days[700]).astype(int) - lag]


def frosty(path, std=3.0, seed=0):
    """A scene of which the west heaves by degree days, the middle by a sine, the east not."""
    random = np.random.default_rng(seed)
    noise = noise_of(MarkovNoise(), GRID.rows * GRID.cols, std, random)
    values = noise.reshape(len(DATES), *GRID.shape) - 8.0 * YEARS[:, None, None]
    values[:, :, :30] += HEAVE_BY_ROOT * by_weather()[:, None, None]
    values[:, :, 30:55] += 8 * np.cos(2 * np.pi * YEARS + 1)[:, None, None]
    return write_series(path, values)


def frosty_points(path, count=60, seed=2):
    """Points half of which heave by degree days."""
    random = np.random.default_rng(seed)
    out = noise_of(MarkovNoise(), count, 2.0, random) - 5.0 * YEARS[:, None]
    out[:, : count // 2] += HEAVE_BY_ROOT * by_weather()[:, None]
    x, y = GRID.xy(random.integers(0, 60, count), random.integers(0, 80, count))
    columns = {f"D{day}".replace("-", ""): values for day, values in zip(DATES, out)}
    write_table(path, GRID.crs, x, y, columns)
