# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tracks of several orbits on one grid, and their pixels taken apart."""

from __future__ import annotations

import numpy as np

from ...data.grid import Grid, Window
from ...data.relief import slope_and_aspect
from ...formats.ground_slope import GroundSlope
from ..decomposition import axes_of_motion, condition_of, decompose, leakage
from .orbits import RasterTrack

BYTES_PER_OBSERVATION, BYTES_PER_PIXEL = 160.0, 300.0
BYTES_PER_FINE = 60.0  # of every pixel of a raster's own
SAMPLES = 64  # cells a side at which the geometry is looked at beforehand
MM = 1e-3


class Scene:
    """All tracks on the common grid.

    Parameters
    ----------
    grid : Grid
    tracks : sequence of RasterTrack or PointTrack
    chosen : Decompose
    dem : Elevation or None
        For motion along the aspect.
    """

    def __init__(self, grid: Grid, tracks, chosen, dem):
        self.grid, self.tracks, self.chosen = grid, tracks, chosen
        guessed = chosen.north is None and chosen.north_std is not None
        self._north_std = MM * chosen.north_std if guessed else None
        self._slope = None if dem is None else GroundSlope(dem, chosen.radius).on(grid)
        self.components = {"EAST": "along_aspect" if dem is not None else "east", "UP": "up"}
        if chosen.tells_north:
            self.components = {"EAST": "east", "NORTH_MOTION": "north", "UP": "up"}
        self.shift = np.zeros(len(tracks))
        """Constants to be taken out of the tracks."""
        fine = sum(one.pixels_per_cell for one in tracks if isinstance(one, RasterTrack))
        self.bytes_per_pixel = (
            BYTES_PER_PIXEL + BYTES_PER_OBSERVATION * (len(tracks) + guessed)
            + BYTES_PER_FINE * fine
        )  # fmt: skip

    @property
    def sources(self) -> tuple:
        """Files of rasters; see :func:`...kept.sources_of`. Points lie in memory."""
        slope = () if self._slope is None else self._slope.sources
        return sum((one.sources for one in self.tracks), slope)

    def read(self, window: Window):
        """Vectors (observation, 3, row, column), data and deviations, and slope and aspect."""
        parts = [one.read(window) for one in self.tracks]
        data = [rate - shift for (rate, _, _), shift in zip(parts, self.shift)]
        std, vectors = [part[1] for part in parts], [part[2] for part in parts]
        if self._north_std is not None:
            # As if north had been observed, and found to be zero; it is no observation by itself.
            seen = np.isfinite(data).any(axis=0)
            data.append(np.where(seen, 0.0, np.nan))
            std.append(np.where(seen, self._north_std, np.nan))
            north = np.array([0.0, 1.0, 0.0])[:, None, None]
            vectors.append(np.broadcast_to(north, (3, *seen.shape)))
        tilt = None if self._slope is None else slope_and_aspect(self._slope.read(window))
        return np.stack(vectors), np.stack(data), np.stack(std), tilt

    def flat(self, block) -> tuple:
        """A block's pixels in a row; see :func:`flat`."""
        return flat(block, "NORTH_MOTION" in self.components, self.chosen.flat)

    def tell_geometry(self, log) -> None:
        """Say how well the directions tell the components apart, and what neglecting north does."""
        if self._slope is not None:
            return  # differs from slope to slope: the status of every cell tells it
        rows, cols = (
            np.unique(np.linspace(0, size - 1, SAMPLES).astype(int)) for size in self.grid.shape
        )
        parts = [self.read(Window(int(row), 0, 1, self.grid.cols))[:3] for row in rows]
        block = [np.concatenate([layer[..., cols] for layer in p], axis=-2) for p in zip(*parts)]
        vectors, data, std, axes = self.flat((*block, None))
        seen = np.isfinite(data)
        conditions = condition_of(np.where(seen[:, None], vectors, np.nan), axes)
        known = conditions[~np.isnan(conditions)]
        if not known.size:
            return  # thin layers may still meet elsewhere
        log(f"Condition number of the geometry: {np.median(known):.3g} (median).")
        if "NORTH_MOTION" not in self.components:
            weights = np.where(seen, std, np.nan)
            shifts = leakage(np.nan_to_num(vectors), weights, axes)
            shifts = shifts[:, np.isfinite(shifts).all(axis=0)]
            if shifts.size:
                east, up = np.median(shifts, axis=1)
                log(
                    f"North motion is neglected: 1 mm of it would be taken for {east:+.2f} mm east "
                    f"and {up:+.2f} mm up."
                )


def flat(block, north: bool, flat_slope: float) -> tuple:
    """A block's pixels in a row, and the axes that are looked for."""
    vectors, data, std, tilt = block
    pixels = data[0].size
    aspect = None
    if tilt is not None:
        slope, aspect = (part.ravel() for part in tilt)
        aspect = np.where(slope < flat_slope, np.nan, aspect)
    axes = axes_of_motion(pixels, north, aspect)
    return (
        vectors.reshape(len(vectors), 3, pixels), data.reshape(len(data), pixels),
        std.reshape(len(std), pixels), axes,
    )  # fmt: skip


def solve(block, components: dict, flat_slope: float, limit: float) -> dict:
    """The layers of a block by the ids of the outputs, in millimetres (a year).

    Parameters
    ----------
    block : tuple
        Of :meth:`Scene.read`.
    components : dict
        Names of the components by the ids of their layers; up is the last one.
    flat_slope : float
        Degrees; gentler cells have no aspect.
    limit : float
        Largest condition number.
    """
    found = decompose(*flat(block, "NORTH_MOTION" in components, flat_slope), limit)
    shape, last = block[1].shape[1:], len(components) - 1
    values = {}
    for number, (name, component) in enumerate(components.items()):
        motion = 1e3 * found.values[number].reshape(shape)
        layers = [motion, 1e3 * found.std(number).reshape(shape)]
        if component == "along_aspect":
            layers += _direction(motion, 1e3 * found.values[last].reshape(shape), block[3][1])
        values[name] = np.stack(layers)
    condition = np.where(np.isfinite(found.condition), found.condition, np.nan).reshape(shape)
    residual = 1e3 * found.residual.reshape(shape)
    correlation = found.correlation(0, last).reshape(shape)
    values["QUALITY"] = np.stack([correlation, condition, residual])
    values["STATUS"] = found.status.reshape(shape)
    return {**values, "condition": condition, "residual": residual}


def _direction(along, up, aspect):
    """Length of the motion in the slope's vertical plane, its inclination (negative is down) and
    the azimuth of its horizontal part.
    """
    length = np.hypot(along, up)
    inclination = np.degrees(np.arctan2(up, np.abs(along)))
    azimuth = np.where(along < 0, aspect + 180.0, aspect) % 360.0
    return [length, inclination, np.where(np.isfinite(along), azimuth, np.nan)]
