# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One scene seen by L band and C band, with motion too fast for C band's fringes."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.los import from_incidence_azimuth
from groundshift.algorithms.formats.hdf5.stacks import StackWriter, TimeSeriesWriter, write_geometry
from groundshift.algorithms.timeseries.multisensor import down_slope

UTM = wkt_from_epsg(32633)
C_BAND = 0.0555
SHORT = Grid(96, 300, (500000.0, 10.0, 0.0, 4200000.0, 0.0, -10.0), UTM)
LONG = Grid(50, 136, (499800.0, 25.0, 0.0, 4200150.0, 0.0, -25.0), UTM)
SHORT_ANGLES, LONG_ANGLES = (39.0, 102.0), (34.0, -100.0)  # incidence, azimuth: asc. and desc.
SHORT_DATES = np.datetime64("2020-01-05") + 12 * np.arange(20)
LONG_DATES = np.datetime64("2019-12-20") + 28 * np.arange(10)
NEAR = np.array([(i, j) for i in range(20) for j in range(i + 1, min(i + 4, 20))])
PEAK = -6.0  # metres a year at the centre of the bowl


def places(grid):
    rows, cols = np.mgrid[: grid.rows, : grid.cols]
    return grid.xy(rows, cols)


def bowl(grid):
    """Rate of the motion, metres a year."""
    x, y = places(grid)
    return PEAK * np.exp(-((x - 501500) ** 2 + (y - 4199550) ** 2) / (2 * 100.0**2))


def height(grid):
    """A hillside with waves."""
    x, y = places(grid)
    return 0.2 * (x - 500000) + 40 * np.sin((y - 4199000) / 400.0)


def look(angles):
    los = from_incidence_azimuth(*angles)
    return np.array([los.east, los.north, los.up], float)


def along(grid, angles, assumption):
    """Share of the motion along a line of sight, shape of the grid."""
    if assumption == "vertical":
        return np.full(grid.shape, look(angles)[2])
    _, dx, _, _, _, dy = grid.transform
    direction = -down_slope(height(grid), (abs(dy), abs(dx)))  # PEAK is negative: down
    return np.tensordot(look(angles), direction, 1)


def years(dates):
    return (dates - SHORT_DATES[0]).astype(float) / 365.25


def shape_in_time(dates, acceleration=0.0):
    return years(dates) + acceleration * years(dates) ** 2


def geometry(path, grid, angles):
    layers = {
        "incidenceAngle": np.full(grid.shape, angles[0]),
        "azimuthAngle": np.full(grid.shape, angles[1]), "height": height(grid),
    }  # fmt: skip
    write_geometry(path, grid, layers, {})


def make_scene(folder, assumption="vertical", acceleration=0.0, noise=0.0, wrapped=False, seed=0,
               bumps=0.004):  # fmt: skip
    """Write stack.h5, long.h5 and their geometries; returns the true C-band displacement."""
    rng = np.random.default_rng(seed)
    geometry(folder / "short_geometry.h5", SHORT, SHORT_ANGLES)
    geometry(folder / "long_geometry.h5", LONG, LONG_ANGLES)
    t = shape_in_time(LONG_DATES, acceleration)[:, None, None]
    series = t * bowl(LONG) * along(LONG, LONG_ANGLES, assumption)
    series = series + rng.normal(0, noise, series.shape)
    quality = {"temporalCoherence": ("f4", "1")}
    with TimeSeriesWriter(folder / "long.h5", LONG, LONG_DATES, np.zeros(10), {}, quality) as out:
        out.write(Window(0, 0, *LONG.shape), series, temporalCoherence=np.ones(LONG.shape))
    t = shape_in_time(SHORT_DATES, acceleration)[:, None, None]
    truth = t * bowl(SHORT) * along(SHORT, SHORT_ANGLES, assumption)
    truth = truth + bumps * rng.normal(size=(20, 1, 1)) * np.sin(places(SHORT)[0] / 500.0)
    with StackWriter(
        folder / "stack.h5", SHORT, SHORT_DATES[NEAR], C_BAND, np.zeros(len(NEAR)), True, {}
    ) as out:
        for k, (i, j) in enumerate(NEAR):
            phase = -4 * np.pi / C_BAND * (truth[j] - truth[i])
            phase = phase + (rng.normal(0, 0.1, phase.shape) if noise else 0.0)
            if wrapped:
                phase = np.angle(np.exp(1j * phase))
            out.write(k, Window(0, 0, *SHORT.shape), phase, np.full(SHORT.shape, 0.8))
    return truth
