# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A glacier in a parabolic channel that flows east."""

import numpy as np
from groundshift.algorithms.data.axes import ground_axes
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import write_lines, write_polygons
from groundshift.algorithms.formats.vectors.wkb import line_wkb
from pyproj import Transformer

EPSG = 32607
X, Y = 500_000.0, 6_740_000.0  # on the central meridian, where east is east
WIDTH, DEPTH, SPEED = 3000.0, 400.0, 120.0
SCALE = 0.9996
# Integral of (1 - s²)² over the width: 8 / 15 of it; on the ground the map's metres are longer.
TRUTH = SPEED * DEPTH * 8 / 15 * WIDTH / SCALE


def _grid(pixel, epsg):
    """Pixels around the channel, on its own map or another one."""
    crs = wkt_from_epsg(epsg)
    x, y = X, Y
    if epsg != EPSG:
        x, y = Transformer.from_crs(wkt_from_epsg(EPSG), crs, always_xy=True).transform(X, Y)
    count = int(9000 / pixel)
    return Grid(count, count, (x - 4500.0, pixel, 0, y + 4500.0, 0, -pixel), crs)


def rasters(folder, unit="m/yr", pixel=50.0, epsg=EPSG, axes="map", shift=0.0, bare=False):
    """Paths of velocity and thickness by parameter."""
    grid = _grid(pixel, epsg)
    rows, cols = np.meshgrid(np.arange(grid.rows), np.arange(grid.cols), indexing="ij")
    x, y = grid.xy(rows, cols)
    if epsg != EPSG:
        back = Transformer.from_crs(grid.crs, wkt_from_epsg(EPSG), always_xy=True)
        x, y = back.transform(x, y)
    share = np.clip(1 - (2 * (y - Y) / WIDTH) ** 2, 0, None)
    noise = np.random.default_rng(0).normal(0, 4.0, (2, *share.shape)) * (shift > 0)
    east, north = SPEED * share + shift + noise[0], noise[1]
    if axes == "map" and epsg != EPSG:
        steps = ground_axes(grid).at(rows, cols).reshape(*share.shape, 2, 2)
        steps = steps / np.linalg.norm(steps, axis=-1, keepdims=True) * np.array([[1], [-1]])
        both = np.stack([east, north], axis=-1)
        east, north = (np.einsum("...j,...j->...", both, steps[..., k, :]) for k in (0, 1))
    factor = 1 / 365.25 if unit == "m/day" and not bare else 1.0
    paths = {}
    for name, values, own in (
        ("vx", factor * east, unit),
        ("vy", factor * north, unit),
        ("thickness", DEPTH * share, "m"),
    ):
        values = np.where(share > 0, values, np.nan) if name == "thickness" else values
        band = BandInfo(name, "" if bare and name != "thickness" else own)
        paths[name] = folder / f"{name}.tif"
        write_raster(
            paths[name],
            grid,
            values.astype(np.float32) * (90 if bare and name != "thickness" else 1),
            [band],
        )
    return paths


def gate(turn=0.0, east=0.0):
    """Vertices of a line over the channel, that is turned from straight across it."""
    angle = np.radians(turn)
    half = 0.55 * WIDTH / max(abs(np.cos(angle)), 0.3)
    step = half * np.array([-np.sin(angle), np.cos(angle)])
    middle = np.array([X + east, Y])
    return np.array([middle - step, middle + step])


def bedrock(path):
    """A square north of the channel."""
    ring = np.array([(X - 2000, Y + 2000), (X + 2000, Y + 2000), (X + 2000, Y + 4000),
                     (X - 2000, Y + 4000), (X - 2000, Y + 2000)])  # fmt: skip
    import struct

    wkb = struct.pack("<BIII", 1, 3, 1, len(ring)) + ring.astype("<f8").tobytes()
    write_polygons(path, wkt_from_epsg(EPSG), [wkb], {})


def gates(path):
    """Two gates, of which the second one lies downstream."""
    write_lines(path, wkt_from_epsg(EPSG), [line_wkb(gate()), line_wkb(gate(10.0, 1500.0))], {})


def one(name):
    """Function that writes one of the rasters."""

    def write(path):
        made = rasters(path.parent)
        for other, own in made.items():
            if other != name:
                own.unlink()
        made[name].rename(path)

    return write
