# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two radar images of drifting ice with a known motion."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from scipy.ndimage import gaussian_filter, map_coordinates

PIXEL = 100.0
LOOKS = 12


def texture(shape, random) -> np.ndarray:
    """Backscatter of ice in dB: floes, ridges and leads, by sums of noise of several scales."""
    out = np.zeros(shape)
    for scale, std in ((1.5, 1.0), (4.0, 1.2), (15.0, 1.5)):
        noise = gaussian_filter(random.normal(size=shape), scale)
        out += std * noise / noise.std()
    ridges = gaussian_filter(random.normal(size=shape), 6.0)
    out -= 5.0 * (np.abs(ridges / ridges.std()) < 0.04)
    return gaussian_filter(out, 0.7) - 14.0


def speckled(values, random) -> np.ndarray:
    """With speckle of some looks, in dB."""
    return (values + 10 * np.log10(random.gamma(LOOKS, 1 / LOOKS, values.shape))).astype(np.float32)


def motion(rows, cols, shape, drift=(30.0, -20.0), turn=0.0, stretch=0.0, shear=0.0):
    """Rows and columns by which places of the first image move.

    Parameters
    ----------
    turn : float
        Degrees about the middle, counter-clockwise on the map.
    stretch : float
        By which ice opens along both axes.
    shear : float
        Columns that a row lower moves further.
    """
    y, x = rows - 0.5 * shape[0], cols - 0.5 * shape[1]
    angle = np.radians(turn)
    down = np.cos(angle) * y - np.sin(angle) * x
    across = np.sin(angle) * y + np.cos(angle) * x
    down, across = (1 + stretch) * down, (1 + stretch) * across + shear * down
    return down - y + drift[0], across - x + drift[1]


def images(shape, seed=0, **moved) -> tuple:
    """Both images, dB; the second one is what the motion makes of the first."""
    random = np.random.default_rng(seed)
    margin = 80
    ground = texture((shape[0] + 2 * margin, shape[1] + 2 * margin), random)
    rows, cols = np.meshgrid(*(np.arange(side, dtype=float) for side in shape), indexing="ij")
    back_rows, back_cols = rows.copy(), cols.copy()
    for _ in range(30):  # where it came from: the motion is given at its beginning
        down, across = motion(back_rows, back_cols, shape, **moved)
        back_rows, back_cols = rows - down, cols - across
    later = map_coordinates(ground, [back_rows + margin, back_cols + margin], order=3)
    inside = slice(margin, margin + shape[0]), slice(margin, margin + shape[1])
    return speckled(ground[inside], random), speckled(later, random)


def write(path, values, epsg=3413, origin=(500_000.0, -800_000.0)):
    """One image as GeoTIFF."""
    transform = (origin[0], PIXEL, 0, origin[1], 0, -PIXEL)
    grid = Grid(*values.shape, transform, wkt_from_epsg(epsg))
    write_raster(path, grid, values, [BandInfo("backscatter", "dB")])


def early(path):
    """The first image of a pair."""
    write(path, images((200, 240), drift=(10.0, 20.0), turn=2.0)[0])


def later(path):
    """The second one."""
    write(path, images((200, 240), drift=(10.0, 20.0), turn=2.0)[1])


def write_pair(folder, first, second, **placed):
    """Both with times in their names, a day apart; their paths."""
    paths = [folder / f"s1_2020030{day}T083000_hh.tif" for day in (1, 2)]
    for path, values in zip(paths, (first, second)):
        write(path, values, **placed)
    return paths
