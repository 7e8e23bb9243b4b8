# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles along a drawn line: rates out of a raster or of points, and the terrain below."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..areas.swath import Line, Swath, swath
from ..data.grid import Window
from ..data.metric import LocalMetres
from ..data.trace import as_numbers
from ..errors import GroundshiftError
from ..formats.raster_places import values_at
from ..formats.raster_source import cleaned, declared, describe
from ..formats.rasters import gdal_errors

MOST_PIXELS = 2_000_000  # in the tiles about a swath, beyond which they are thinned out
TILE, MOST_TILES = 64, 20_000  # pixels a side; tiles that are looked at
TERRAIN_PLACES = 400


@dataclass(frozen=True)
class DrawnLine:
    """A line as it was drawn on the map.

    Parameters
    ----------
    crs : str
        WKT.
    x, y : tuple of float
        Its corners.
    """

    crs: str
    x: tuple
    y: tuple

    def metric(self) -> tuple[LocalMetres, Line]:
        """A local frame in metres, and the line in it."""
        if not self.crs:
            raise GroundshiftError("The map has no CRS, so a profile has no lengths; set one.")
        frame = LocalMetres(self.crs, float(np.mean(self.x)), float(np.mean(self.y)))
        return frame, Line(frame.of(self.crs, self.x, self.y, "The profile's line"))


@dataclass(frozen=True)
class Profile:
    """A profile.

    Parameters
    ----------
    length : float
        Metres.
    swath : Swath
    terrain : list of (float, float)
        Distance along the line and height, where there is one.
    """

    length: float
    swath: Swath
    terrain: list

    def text(self) -> str:
        """As CSV; with the terrain in the middle of the bins, where there is one."""
        head = "distance_m,count,mean,p5,p25,median,p75,p95"
        rows = [",".join(f"{value:.6g}" for value in row) for row in self.swath.rows]
        if self.terrain:
            head += ",terrain_m"
            heights = self._terrain_at([row[0] for row in self.swath.rows])
            rows = [f"{row},{'' if np.isnan(h) else f'{h:.6g}'}" for row, h in zip(rows, heights)]
        return "\n".join([head, *rows, ""])

    def _terrain_at(self, distance) -> np.ndarray:
        """Heights at distances along the line, NaN where none is known nearby."""
        known = np.array(self.terrain)
        heights = np.interp(distance, *known.T)
        away = np.abs(known[:, 0] - np.array(distance)[:, np.newaxis]).min(axis=1)
        return np.where(away <= self.length / (TERRAIN_PLACES - 1), heights, np.nan)


def profile_of_points(line: DrawnLine, crs: str, x, y, values, width, bins, terrain=None):
    """A profile over points.

    Parameters
    ----------
    line : DrawnLine
    crs : str
        WKT of the points' coordinates.
    x, y, values : sequence of float
        Texts that are numbers are taken; what is none counts as no value.
    width : float
        Of the swath, metres.
    bins : int
    terrain : path, optional
        DEM.

    Returns
    -------
    Profile

    Raises
    ------
    GroundshiftError
        If no value lies in the swath.
    """
    frame, metric = line.metric()
    numbers = as_numbers([values])[0]
    points = frame.of(crs, x, y, "The layer of points")
    found = swath(metric, points, numbers, width, bins)
    return Profile(metric.length, found, _terrain(frame, metric, line, terrain))


def profile_of_raster(line: DrawnLine, path, band: int, width, bins, terrain=None) -> Profile:
    """A profile over a raster's band; arguments as of :func:`profile_of_points`."""
    frame, metric = line.metric()
    info = describe(path)
    if not info.grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    if info.dtype.startswith("complex"):
        raise GroundshiftError(f"{path}: holds complex numbers; choose a raster of real ones.")
    window = _window(frame, metric, info.grid, width)
    if window is None:
        raise GroundshiftError(f"{path}: the profile lies outside of the raster; draw it on it.")
    points, values = _near_pixels(path, band, info, window, frame, metric, width)
    found = swath(metric, points, values, width, bins)
    return Profile(metric.length, found, _terrain(frame, metric, line, terrain))


def _near_pixels(path, band, info, window, frame, metric, width):
    """Places in the frame, shape (pixel, 2), and values of the pixels about the swath.

    Only tiles that the swath touches are read: a line across a large raster is long and thin.
    """
    tiles = _tiles(path, window, info.grid, frame, metric, width / 2)
    step = max(1, math.ceil(math.sqrt(sum(tile.size for tile in tiles) / MOST_PIXELS)))
    points, values = [np.zeros((0, 2))], [np.zeros(0)]
    with gdal_errors() as gdal:
        try:
            dataset = gdal.Open(str(path))
            source = dataset.GetRasterBand(band)
            for tile in tiles:
                raw = source.ReadAsArray(tile.col, tile.row, tile.width, tile.height)
                found = declared(cleaned(raw[::step, ::step], info.nodata), source)
                row, col = np.nonzero(np.isfinite(found))
                x, y = info.grid.xy(tile.row + row * step, tile.col + col * step)
                points.append(frame.of(info.grid.crs, x, y, str(path)))
                values.append(found[row, col])
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: its pixels cannot be read (truncated or damaged?); make it again."
            ) from error
    return np.concatenate(points), np.concatenate(values)


def _tiles(path, window, grid, frame, metric, half) -> list:
    """The tiles of a window that may hold pixels within a distance of the line."""
    side = max(TILE, math.ceil(math.sqrt(window.size / MOST_TILES)))
    tiles = [
        Window(row, col, min(side, window.row + window.height - row),
               min(side, window.col + window.width - col))
        for row in range(window.row, window.row + window.height, side)
        for col in range(window.col, window.col + window.width, side)
    ]  # fmt: skip
    row, col, high, wide = np.array([(t.row, t.col, t.height, t.width) for t in tiles]).T - 0.5
    corners = [
        frame.of(grid.crs, *grid.xy(row + a * (high + 0.5), col + b * (wide + 0.5)), str(path))
        for a, b in ((0.5, 0.5), (0, 0), (0, 1), (1, 0), (1, 1))
    ]
    radius = np.max([np.hypot(*(corner - corners[0]).T) for corner in corners[1:]], axis=0)
    with np.errstate(invalid="ignore"):
        near = metric.distance(corners[0]) <= 1.02 * radius + half
    return [tiles[k] for k in np.flatnonzero(near)]


def _window(frame, metric, grid, width) -> Window | None:
    """The pixels about the swath."""
    places = metric.at(np.linspace(0, metric.length, 200))
    box = np.concatenate([places + np.array(s) * width / 2 for s in
                          ((-1, -1), (-1, 1), (1, -1), (1, 1))])  # fmt: skip
    found = np.stack(frame.back(grid.crs, box), axis=1)
    corners = [grid.index(x, y) for x, y in found[np.isfinite(found).all(axis=1)]]
    if not corners:
        return None
    rows, cols = zip(*corners)
    first = max(min(rows), 0), max(min(cols), 0)
    last = min(max(rows), grid.rows - 1), min(max(cols), grid.cols - 1)
    if last[0] < first[0] or last[1] < first[1]:
        return None
    return Window(*first, last[0] - first[0] + 1, last[1] - first[1] + 1)


def _terrain(frame, metric, line, path) -> list:
    if not path:
        return []
    distance = np.linspace(0, metric.length, TERRAIN_PLACES)
    x, y = frame.back(line.crs, metric.at(distance))
    heights = values_at(path, line.crs, x, y)
    return [(float(d), float(h)) for d, h in zip(distance, heights) if np.isfinite(h)]
