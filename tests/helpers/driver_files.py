# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points whose motion follows a planted driver with a known lag, and the driver's table."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.tables import write_table

FIRST = np.datetime64("2015-01-01")
DAYS = 2600
DATES = FIRST + np.arange(400, DAYS, 12)
LAG, EFFECT = 45, 2.0


def level(seed=5):
    """A reservoir's level by day, m: a season and slow changes of the weather."""
    from scipy.signal import lfilter

    noise = np.random.default_rng(seed).standard_normal(DAYS)
    slow = lfilter([1.0], [1.0, -0.98], noise) * np.sqrt(1 - 0.98**2)
    return 100 + 2 * slow + 3 * np.sin(2 * np.pi * np.arange(DAYS) / 365.25)


def rain(seed=6):
    """Rain by day, mm, dry on two days of three."""
    random = np.random.default_rng(seed)
    return np.where(random.random(DAYS) < 0.35, random.gamma(0.6, 9.0, DAYS), 0.0).round(1)


def level_table(path, values=None, name="Level [m]"):
    """The level as CSV."""
    values = level() if values is None else values
    rows = (f"{FIRST + k},{value:.4f}" for k, value in enumerate(values) if np.isfinite(value))
    path.write_text(f"date,{name}\n" + "\n".join(rows) + "\n")


def rain_table(path):
    """The rain as CSV."""
    level_table(path, rain(), "Rain [mm]")


def series(count=60, lag=LAG, effect=EFFECT, noise=1.5, alike=0.4, seed=0, driven=None):
    """Displacement in mm, shape (point, time): the first half follows the level, with trends."""
    random = np.random.default_rng(seed)
    out = noise * random.standard_normal((count, len(DATES)))
    for k in range(1, len(DATES)):
        out[:, k] = alike * out[:, k - 1] + np.sqrt(1 - alike**2) * out[:, k]
    days = (DATES - FIRST).astype(int)
    out += np.outer(random.normal(0, 10, count), days / 365.25)
    out += np.outer(random.normal(0, 2, count), np.sin(2 * np.pi * days / 365.25))
    driven = count // 2 if driven is None else driven
    out[:driven] += effect * level()[days - lag]
    return out


def creeping_points(path, count=120):
    """Points of which the first thirty go towards a failure ten days after the last date."""
    values = series(count, driven=0, noise=1.5, alike=0.0)
    days = (DATES - DATES[0]).astype(float)
    since = np.maximum(days - days[-1] + 200, 0.0)
    values[:30] += -20 * days / 365.25 + 30 * np.log1p(-since / 210)
    driven_points(path, values)


DUMPED = np.datetime64("2014-01-01")
THICKNESS = 20.0  # m, in the west and twice that in the east, see `fill_thickness`


def fill_points(path, count=60, c=0.008, noise=2.0):
    """Points on a fill that settles by the logarithm of time, vertical, from zero on."""
    random = np.random.default_rng(8)
    years = (DATES - DUMPED).astype(int) / 365.25
    deep = THICKNESS * (1 + (np.arange(count) >= count // 2))
    values = -1e3 * c * deep[:, None] * np.log10(years / years[0])
    driven_points(path, values + noise * random.standard_normal(values.shape))


def fill_surface(path, height=0.0):
    """Elevation model of the ground under the fill, or of its top."""
    x = 499_000.0 + 100.0 * np.arange(80)
    heights = 500.0 + 0.01 * (x - x[0]) + height * (1 + (x > 503_000))
    grid = Grid(20, 80, (499_000.0, 100.0, 0.0, 4_501_000.0, 0.0, -100.0), wkt_from_epsg(32633))
    heights = np.repeat(heights[None, None], 20, axis=1)
    write_raster(path, grid, heights, [BandInfo("height", "m")])


def fill_top(path):
    """Elevation model of the top of the fill."""
    fill_surface(path, THICKNESS)


def driven_points(path, values=None, x0=500_000.0):
    """Points, the first half of them driven, in two squares apart."""
    values = series() if values is None else values
    count = len(values)
    x = x0 + 20.0 * np.arange(count) + 5000.0 * (np.arange(count) >= count // 2)
    columns = {f"D{date}".replace("-", ""): values[:, k] for k, date in enumerate(DATES)}
    write_table(path, wkt_from_epsg(32633), x, np.full(count, 4_500_000.0), columns)
