# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A round lake, its level, and points that its weight moves."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.tables import write_table
from osgeo import ogr

X, Y, RADIUS = 500_000.0, 3_200_000.0, 9000.0
FIRST = np.datetime64("2014-01-01")
DAYS = 3300
DATES = FIRST + np.arange(300, DAYS, 24)
INCIDENCE, HEADING = 35.0, 192.0


def shore(path, radius=RADIUS, epsg=32645):
    """The lake as a polygon."""
    shape = ogr.CreateGeometryFromWkt(f"POINT({X} {Y})").Buffer(radius, 90)
    write_polygons(path, wkt_from_epsg(epsg), [bytes(shape.ExportToWkb())], {"n": np.array([1])})


def level(seed=3):
    """By day, m."""
    from scipy.signal import lfilter

    t = np.arange(DAYS) / 365.25
    noise = np.random.default_rng(seed).standard_normal(DAYS)
    slow = lfilter([1.0], [1.0, -0.998], noise) * np.sqrt(1 - 0.998**2)
    return 4400 + 0.6 * np.sin(2 * np.pi * t) + 1.0 * slow - 0.3 * t


def level_table(path):
    """The level as CSV."""
    rows = (f"{FIRST + k},{value:.4f}" for k, value in enumerate(level()))
    path.write_text("date,Level [m]\n" + "\n".join(rows) + "\n")


def field(young, poisson=0.25, cell=500.0, room=20_000.0):
    """Elastic response by metre of level on a grid: east, north, up (m), and its places."""
    from groundshift.algorithms.forecast.loads import elastic_response

    half = np.arange(cell / 2, RADIUS + room, cell)
    axis = np.concatenate([-half[::-1], half])
    x, y = np.meshgrid(axis, axis[::-1])
    fine = (np.arange(8) - 3.5) / 8 * cell
    water = np.mean([np.hypot(x + u, y + v) <= RADIUS for u in fine for v in fine], axis=0)
    return elastic_response(water, cell, cell, poisson) / young, axis, x, y, water


def places(count=400, seed=4):
    """Of points around the lake."""
    random = np.random.default_rng(seed)
    distance = RADIUS + 200 + 15_000 * random.random(count) ** 1.5
    angle = random.uniform(0, 2 * np.pi, count)
    return distance * np.cos(angle), distance * np.sin(angle)


def motion(young, extra=0.0, seed=5, noise=2e-3, shared=2e-3, count=400):
    """Series along the line of sight, m, shape (point, time): load, errors of dates and points."""
    from scipy.interpolate import RegularGridInterpolator

    response, axis, *_ = field(young)
    x, y = places(count)
    look = from_incidence_heading(INCIDENCE, HEADING)
    along = sum(
        part * RegularGridInterpolator((axis, axis), values[::-1])(np.column_stack([y, x]))
        for part, values in zip((look.east, look.north, look.up), response)
    )
    days = (DATES - FIRST).astype(int)
    random = np.random.default_rng(seed)
    # Air: an offset, a plane, and a bump about the lake that comes and goes by date.
    air = shared * random.standard_normal((3, len(days)))
    bump = np.exp(-np.hypot(x, y) / 15_000)
    out = along[:, None] * (level()[days] - level()[days[0]]) + extra
    out = out + air[0] + np.outer(x / 2e4, air[1]) + np.outer(bump, air[2])
    return out + noise * random.standard_normal(out.shape)


def points(path, values, look=True):
    """Points with series."""
    x, y = places(len(values))
    columns = {}
    if look:
        columns = {"incidence_angle": np.full(len(x), INCIDENCE),
                   "heading": np.full(len(x), HEADING)}  # fmt: skip
    columns |= {f"D{d}".replace("-", ""): 1e3 * values[:, k] for k, d in enumerate(DATES)}
    write_table(path, wkt_from_epsg(32645), X + x, Y + y, columns)


def loaded_points(path):
    """Points on ground of 50 GPa."""
    points(path, motion(50e9))
