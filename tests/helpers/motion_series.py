# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of a known motion along several directions, on days of their own."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter

GRID = Grid(20, 24, (5e5, 30.0, 0.0, 4.5e6, 0.0, -30.0), wkt_from_epsg(32633))
ASCENDING, DESCENDING = (39.0, 348.0), (35.0, 192.0)


def motion(days, north=-0.03):
    """East, north and up in metres since 2020, shape (3, time)."""
    years = (np.asarray(days) - np.datetime64("2020-01-01")).astype(float) / 365.25
    return np.stack([0.05 * years, north * years, -0.1 * years + 0.01 * np.sin(2 * years)])


def look(incidence, heading):
    """From the ground to a right-looking satellite."""
    i, h = np.radians((incidence, heading))
    return np.array([-np.sin(i) * np.cos(h), np.sin(i) * np.sin(h), np.cos(i)])


def flight(heading):
    h = np.radians(heading)
    return np.array([np.sin(h), np.cos(h), 0.0])


def write(
    path, vector, first, step, count, noise=0.0, component="", grid=GRID, seed=0, north=-0.03
):
    """A series along a unit vector, with white noise by date and its standard deviations."""
    days = np.datetime64(first) + step * np.arange(count)
    shape = (count, *grid.shape)
    values = np.broadcast_to((vector @ motion(days, north))[:, None, None], shape)
    values = values + noise * np.random.default_rng(seed).normal(size=shape)
    std = np.full(shape, noise * np.sqrt(2))
    std[0] = 0
    attributes = {"COMPONENT": component} if component else {}
    pages = {"timeseriesStd": "m"} if noise else {}
    with TimeSeriesWriter(path, grid, days, np.zeros(count), attributes, {}, pages) as writer:
        more = {"timeseriesStd": std} if noise else {}
        writer.write(Window(0, 0, *grid.shape), values - values[0], **more)
    return path


def orbits(folder, noise=0.003, north=-0.03):
    """An ascending and a descending series that begin on other days; parameters of the tools."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "asc.h5", look(*ASCENDING), "2020-01-03", 12, 40, noise, seed=1, north=north)
    write(folder / "desc.h5", look(*DESCENDING), "2020-02-01", 12, 36, noise, seed=2, north=north)
    return {
        "series": folder / "asc.h5", "incidence": ASCENDING[0], "heading": ASCENDING[1],
        "series_2": folder / "desc.h5", "incidence_2": DESCENDING[0], "heading_2": DESCENDING[1],
    }  # fmt: skip
