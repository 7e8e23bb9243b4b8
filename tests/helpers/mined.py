# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground over a panel that was mined: motion by summing small pieces, with noise."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from scipy.ndimage import gaussian_filter

CRS = wkt_from_epsg(32633)
X0, Y0 = 500_000.0, 4_500_000.0
DEPTH, THICKNESS, LENGTH, WIDTH, STRIKE = 350.0, 3.0, 600.0, 240.0, 30.0
TRUTH = {"q": 0.7, "tan_beta": 2.0, "offset": 0.05, "b": 0.3, "c": 2.0}
LOOKS = np.array([[-0.62, -0.11, 0.777], [0.62, -0.11, 0.777]])
START = np.datetime64("2020-01-01")
DATES = START + np.arange(12, 800, 36)


def corners(grow=0.0):
    """Of the panel, metres about the middle."""
    s, c = np.sin(np.radians(STRIKE)), np.cos(np.radians(STRIKE))
    u, v = LENGTH / 2 + grow, WIDTH / 2 + grow
    ring = np.array([[-u, -v], [u, -v], [u, v], [-u, v], [-u, -v]])
    return ring @ np.array([[s, c], [c, -s]])


def places(count=34, half=900.0):
    """A grid of points, metres."""
    side = np.linspace(-half, half, count)
    return np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)


def summed(xy, truth=None, dip=0.0, theta=90.0, step=10.0, look=None):
    """Subsidence and horizontal motion as sums of the influence of small squares.

    Returns
    -------
    subsidence, east, north : ndarray, metres
    """
    truth = truth or TRUTH
    s, c = np.sin(np.radians(STRIKE)), np.cos(np.radians(STRIKE))
    inner = truth["offset"] * DEPTH
    sides = [half - inner for half in (LENGTH / 2, WIDTH / 2)]
    u, v = (half * (2 * (np.arange(n := int(2 * half / step)) + 0.5) / n - 1) for half in sides)
    area = (LENGTH - 2 * inner) * (WIDTH - 2 * inner) / (len(u) * len(v))
    u, v = (part.ravel() for part in np.meshgrid(u, v))
    depth = DEPTH + np.tan(np.radians(dip)) * v
    moved = v + depth / np.tan(np.radians(theta)) if theta < 90 else v
    x, y = s * u + c * moved, c * u - s * moved
    r = depth / truth["tan_beta"]
    most = truth["q"] * THICKNESS * np.cos(np.radians(dip))
    dx, dy = xy[:, :1] - x, xy[:, 1:] - y
    influence = most * area / r**2 * np.exp(-np.pi * (dx**2 + dy**2) / r**2)
    tilt = -2 * np.pi / r * influence * truth["b"]
    return influence.sum(axis=1), (tilt * dx).sum(axis=1), (tilt * dy).sum(axis=1)


def smooth_noise(seed, count=34, size=1.5):
    """Noise of standard deviation 1 that neighbours share, at :func:`places`."""
    field = gaussian_filter(np.random.default_rng(seed).standard_normal((2 * count,) * 2), size)
    return (field / field.std())[:count, :count].ravel()


def motion(track=0, noise=0.004, seed=0):
    """Final motion towards a satellite, metres."""
    down, east, north = summed(places())
    parts = np.stack([east, north, -down], axis=1)
    random = np.random.default_rng(seed).standard_normal(len(down))
    return parts @ LOOKS[track] + noise * (0.7 * random + 0.7 * smooth_noise(seed + 99)) + 0.01


def panel(path):
    """The panel."""
    write_polygons(path, CRS, [polygon_wkb([corners() + (X0, Y0)])],
                   {"name": np.array(["panel"], object)})  # fmt: skip


def points(path, track=0):
    """Points with their series since some days after the mining."""
    years = (DATES - START).astype(float) / 365.25
    share = -np.expm1(-TRUTH["c"] * years)
    down, east, north = summed(places())
    final = np.stack([east, north, -down], axis=1) @ LOOKS[track]
    values = final[:, np.newaxis] * (share - share[0])
    random = np.random.default_rng(track)
    values += 0.004 * random.standard_normal(values.shape) * (np.arange(len(DATES)) > 0)
    columns = {f"D{date}".replace("-", ""): 1e3 * values[:, k] for k, date in enumerate(DATES)}
    looks = {f"los_{part}": np.full(len(values), LOOKS[track][k])
             for k, part in enumerate(("east", "north", "up"))}  # fmt: skip
    x, y = (places() + (X0, Y0)).T
    write_table(path, CRS, x, y, {**looks, **columns})
