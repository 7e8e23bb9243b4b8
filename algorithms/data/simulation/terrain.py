# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A fractal terrain with mountains, a plain and a lake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from . import fields

STEEPEST = 40.0  # degrees that few slopes exceed: rock and soil do not stand much steeper
SHORE = 8.0  # pixels over which the ground falls to a lake
LOWEST = 120.0  # metres; the plain lies above 0, which some products keep for no data


@dataclass(frozen=True)
class Terrain:
    """The ground.

    Parameters
    ----------
    height : ndarray of float32, shape (row, col)
        Metres.
    mountains : ndarray of float32, shape (row, col)
        0 in the plain to 1 in the mountains.
    water : ndarray of bool, shape (row, col)
    spacing : (float, float)
        Metres between rows and between columns.
    """

    height: np.ndarray
    mountains: np.ndarray
    water: np.ndarray
    spacing: tuple[float, float]

    def slope_aspect(self, smoothing: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """Slope and direction down the slope, clockwise from north; radians.

        Parameters
        ----------
        smoothing : float
            Standard deviation in pixels of a smoothing of the heights before.
        """
        height = self.height
        if smoothing:
            height = ndimage.gaussian_filter(height, smoothing, mode="nearest")
        return _slope_aspect(height, self.spacing)


def _slope_aspect(height, spacing):
    down_south, up_east = np.gradient(height, *spacing)
    slope = np.arctan(np.hypot(down_south, up_east))
    aspect = np.arctan2(-up_east, down_south)  # rows run south, so north is against them
    return slope.astype(np.float32), np.mod(aspect, 2 * np.pi).astype(np.float32)


def range_slope(terrain: Terrain, los) -> np.ndarray:
    """Slope along the range direction, positive where it faces the radar; radians.

    ``tan b_r = tan b cos(aspect - azimuth to the satellite)``

    Parameters
    ----------
    terrain : Terrain
    los : LineOfSight
        Arrays of shape (row, col).
    """
    slope, aspect = terrain.slope_aspect()
    to_satellite = np.arctan2(los.east, los.north)
    return np.arctan(np.tan(slope) * np.cos(aspect - to_satellite))


def make_terrain(shape, spacing, relief, water_share, seed) -> Terrain:
    """Draw a terrain.

    Parameters
    ----------
    shape : (int, int)
    spacing : (float, float)
        Metres between rows and columns.
    relief : float
        Height of the mountains over the plain, metres; less where slopes would stand steeper
        than any real ones.
    water_share : float
        Share of the scene under water.
    seed : int
    """
    rng = fields.generator(seed, fields.TERRAIN)
    mountains = _mountains(shape, rng)
    # Elevation models are smoother than the ground at the scale of their pixels.
    rough = ndimage.gaussian_filter(
        fields.power_law_field(shape, spacing, 2.7, 6000.0, rng), 1.0, mode="nearest"
    )
    peaks = np.clip(0.5 + 0.28 * rough, 0.05, None)
    undulation = 6.0 * fields.power_law_field(shape, spacing, 2.7, 3000.0, rng)
    rise = peaks * mountains**1.3
    slope, _ = _slope_aspect(rise * relief, spacing)
    steep = np.tan(np.percentile(slope[mountains > 0.5], 97))
    relief = relief * min(1.0, np.tan(np.radians(STEEPEST)) / max(steep, 1e-9))
    height = rise * relief + min(1.0, relief / 100) * undulation * (1 - 0.8 * mountains)
    height = height - height.min() + LOWEST
    water = _lake(mountains, water_share, fields.generator(seed, fields.LAKE))
    if water.any():
        height = with_lake(height, water, SHORE, np.percentile(height[water], 10))
    return Terrain(height.astype(np.float32), mountains, water, spacing)


def with_lake(height, water, pixels: float, level=None) -> np.ndarray:
    """Flatten a lake and let its shore rise gently over some pixels.

    Without a level lakes are flat already, and each shore rises from the nearest one.
    """
    shore, nearest = ndimage.distance_transform_edt(~water, return_indices=True)
    if level is None:
        level = height[tuple(nearest)]
    shore = shore / pixels
    return level + (height - level) * (1 - np.exp(-(shore**2)))


def _mountains(shape, rng) -> np.ndarray:
    """Weights from 0 (plain) to 1 (mountains); the plain fills about two fifths."""
    rows, cols = np.meshgrid(
        np.linspace(-1, 1, shape[0]), np.linspace(-1, 1, shape[1]), indexing="ij"
    )
    direction = rng.uniform(0, 2 * np.pi)
    across = rows * np.cos(direction) + cols * np.sin(direction)
    across = across + 0.3 * fields.smooth_field(shape, 0.1 * min(shape), rng)
    edge = np.quantile(across, 0.4)
    ramp = np.clip((across - edge) / 0.5 + 0.15, 0, 1)
    return (ramp**2 * (3 - 2 * ramp)).astype(np.float32)


def _lake(mountains, share, rng) -> np.ndarray:
    """One body of water in the plain, with a ragged shore."""
    if share <= 0:
        return np.zeros(mountains.shape, bool)
    shape = mountains.shape
    field = fields.smooth_field(shape, 0.06 * min(shape), rng) - 4 * mountains
    field += 0.08 * fields.smooth_field(shape, 3, rng)
    row, col = np.unravel_index(np.argmax(field), shape)
    rows, cols = np.indices(shape, sparse=True)
    field -= 8 * np.hypot(rows - row, cols - col) / min(shape)  # keeps it in one piece
    # The level at which the region about the highest place has the wanted size, by bisection.
    low, high = float(field.min()), float(field.max())
    for _ in range(25):
        level = 0.5 * (low + high)
        labels, _ = ndimage.label(field >= level)
        if np.count_nonzero(labels == labels[row, col]) > share * field.size:
            low = level
        else:
            high = level
    labels, _ = ndimage.label(field >= high)
    return labels == labels[row, col]
