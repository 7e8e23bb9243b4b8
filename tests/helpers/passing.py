# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Backscatter of two tracks that falls with the incidence angle in a known way."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from scipy.ndimage import gaussian_filter

CRS = wkt_from_epsg(3413)
GRID = Grid(60, 80, (300_000.0, 500.0, 0, -1_500_000.0, 0, -500.0), CRS)
SLOPE, LOOKS = -0.2, 60
HOURS = {"t044": "052000", "t066": "164000"}


def shifted(grid, rows, cols, off=0.0):
    """A grid that begins elsewhere, `off` of a pixel beside the other's pixels."""
    x0, dx, _, y0, _, dy = grid.transform
    transform = (x0 + (cols + off) * dx, dx, 0, y0 + (rows + off) * dy, 0, dy)
    return Grid(grid.rows, grid.cols, transform, grid.crs)


GRIDS = {"t044": GRID, "t066": shifted(GRID, 4, -6, 0.4)}


def place(grid):
    """Shares of the way across and down the first grid."""
    x, y = grid.xy(*np.indices(grid.shape, float))
    (x0, dx, _, y0, _, dy) = GRID.transform
    return (x - x0) / (dx * GRID.cols), (y - y0) / (dy * GRID.rows)


def angles(track, grid):
    """Degrees: one track looks from the left, one from the right."""
    across, _ = place(grid)
    return 31.0 + 8.0 * across if track == "t044" else 43.0 - 9.0 * across


def height(grid):
    """Metres of a ridge."""
    _, down = place(grid)
    return 400.0 * (1 + np.cos(2 * np.pi * down))


def ground(grid):
    """Backscatter of the ground at 37 degrees, dB; alike on both grids but for the pixels."""
    across, down = place(grid)
    return -14.0 + 4.0 * np.sin(5 * across) * np.cos(4 * down) + 3.0 * across


def write(folder, days=12, seed=0, slope=SLOPE, by_height=0.0, by_class=0.0, weather=0.3,
          field=0.15, floor=None, linear=False, radians=False, scenes=None):  # fmt: skip
    """Scenes and a raster of angles a track; what they hold, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    for track, grid in GRIDS.items():
        degrees = angles(track, grid)
        degrees = np.radians(degrees) if radians else degrees
        write_raster(folder / f"incidence_{track}.tif", grid, degrees, [BandInfo("incidence")])
    for day in np.datetime64("2020-01-05") + 6 * np.arange(days):
        for track, grid in GRIDS.items():
            turn = angles(track, grid) - 37.0
            across, _ = place(grid)
            own = slope + by_height * (height(grid) - 400) / 400 + by_class * (across > 0.5)
            rough = gaussian_filter(random.normal(size=grid.shape), 6.0)
            level = ground(grid) + own * turn + weather * random.normal()
            power = 10 ** ((level + field * rough / rough.std()) / 10)
            power = power if floor is None else power + 10 ** (floor / 10)
            power *= random.gamma(LOOKS, 1 / LOOKS, grid.shape)
            values = power if linear else 10 * np.log10(power)
            name = f"s1_{str(day).replace('-', '')}T{HOURS[track]}_{track}_hh.tif"
            write_raster(folder / name, grid, values.astype(np.float32), [BandInfo("backscatter")])


def two_tracks(path):
    """For rows of tools: a folder."""
    write(path)
