# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles along a drawn line: rates out of a raster or of points, and the terrain below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..areas.swath import Line, Swath, swath
from ..data.grid import Window
from ..errors import GroundshiftError
from .metric import LocalMetres
from .raster_places import values_at
from .raster_source import cleaned, describe
from .rasters import gdal_errors

MOST_PIXELS = 20_000_000  # in the box about a swath, beyond which it is thinned out
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
        """As CSV."""
        head = "distance_m,count,mean,p5,p25,median,p75,p95"
        rows = [",".join(f"{value:.6g}" for value in row) for row in self.swath.rows]
        return "\n".join([head, *rows, ""])


def profile_of_points(line: DrawnLine, crs: str, x, y, values, width, bins, terrain=None):
    """A profile over points.

    Parameters
    ----------
    line : DrawnLine
    crs : str
        WKT of the points' coordinates.
    x, y, values : sequence of float
        None counts as no value.
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
    numbers = np.array([np.nan if v is None else v for v in values], float)
    points = frame.of(crs, x, y, "The layer of points")
    found = swath(metric, points, numbers, width, bins)
    return Profile(metric.length, found, _terrain(frame, metric, line, terrain))


def profile_of_raster(line: DrawnLine, path, band: int, width, bins, terrain=None) -> Profile:
    """A profile over a raster's band; arguments as of :func:`profile_of_points`."""
    frame, metric = line.metric()
    info = describe(path)
    if not info.grid.crs:
        raise GroundshiftError(f"{path}: the raster has no CRS; assign the right one.")
    window = _window(frame, metric, info.grid, width)
    if window is None:
        raise GroundshiftError(f"{path}: the profile lies outside of the raster; draw it on it.")
    step = max(1, int(np.ceil(np.sqrt(window.size / MOST_PIXELS))))
    values = _pixels(path, band, window, info.nodata)[::step, ::step]
    rows = np.arange(window.row, window.row + window.height)[::step]
    cols = np.arange(window.col, window.col + window.width)[::step]
    row, col = np.meshgrid(rows, cols, indexing="ij")
    valid = np.isfinite(values)
    x, y = info.grid.xy(row[valid], col[valid])
    points = frame.of(info.grid.crs, x, y, str(path))
    found = swath(metric, points, values[valid], width, bins)
    return Profile(metric.length, found, _terrain(frame, metric, line, terrain))


def _pixels(path, band, window, nodata):
    with gdal_errors() as gdal:
        try:
            dataset = gdal.Open(str(path))
            raw = dataset.GetRasterBand(band).ReadAsArray(
                window.col, window.row, window.width, window.height
            )
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: its pixels cannot be read (truncated or damaged?); make it again."
            ) from error
    return cleaned(raw, nodata, 1.0)


def _window(frame, metric, grid, width) -> Window | None:
    """The pixels about the swath."""
    places = metric.at(np.linspace(0, metric.length, 200))
    box = np.concatenate([places + np.array(s) * width / 2 for s in
                          ((-1, -1), (-1, 1), (1, -1), (1, 1))])  # fmt: skip
    corners = [grid.index(x, y) for x, y in zip(*frame.back(grid.crs, box))]
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
