# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the pixels of simulated radar images lie, and how the satellite sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..crs import is_geographic, wkt_from_epsg
from ..grid import METRES_PER_DEGREE, Grid
from ..los import LineOfSight, from_incidence_heading
from . import slc_geometry
from .scene import slant_range_of
from .slc_geometry import Orbit
from .slc_options import SlcOptions

ROWS = 128  # whose places are in memory at a time


@dataclass(frozen=True)
class View:
    """A scene as the satellite of the first date sees it.

    Parameters
    ----------
    grid : Grid
        Without a CRS in radar coordinates.
    orbit : Orbit
    centre : ndarray, shape (3,)
        Scene's centre on the ellipsoid, Earth-fixed.
    lookup : (ndarray, ndarray) or None
        Longitude and latitude of pixels in degrees, in radar coordinates.
    los : LineOfSight
        Arrays of float32, shape (row, col).
    slant_range : ndarray of float32, shape (row, col)
    """

    grid: Grid
    orbit: Orbit
    centre: np.ndarray
    lookup: tuple | None
    los: LineOfSight
    slant_range: np.ndarray

    def local_los(self) -> LineOfSight:
        """Line of sight in the directions of the terrain, whose rows run south.

        Radar coordinates are a mirror image of the map. A mirrored radar looks to the left, so
        one that flies along the rows and sees ranges grow with the columns fits into it.
        """
        if self.grid.crs:
            return self.los
        los = from_incidence_heading(self.los.incidence, 180.0, left_looking=True)
        return LineOfSight(*(part.astype(np.float32) for part in (los.east, los.north, los.up)))


def view_of(options: SlcOptions, height) -> View:
    """Lay a scene out on the Earth.

    Parameters
    ----------
    options : SlcOptions
    height : ndarray, shape (row, col)
        Over the ellipsoid, metres.

    Raises
    ------
    GroundshiftError
        If the CRS is unknown or not in metres or degrees.
    """
    middle = float(slant_range_of(np.radians(options.incidence)))
    orbit = slc_geometry.reference_orbit(options, middle)
    centre = slc_geometry.earth_fixed(options.center_lon, options.center_lat, 0.0)
    if options.coordinates == "radar":
        grid = Grid(options.rows, options.cols)
        lookup = _lookup(orbit, *radar_axes(options, orbit, centre), height)
    else:
        grid, lookup = _map_grid(options), None
    los = LineOfSight(*(np.empty(grid.shape, np.float32) for _ in range(3)))
    slant_range = np.empty(grid.shape, np.float32)
    for rows, place, longitude, latitude in places(grid, height, lookup):
        part, slant_range[rows] = slc_geometry.line_of_sight(orbit, place, longitude, latitude)
        los.east[rows], los.north[rows], los.up[rows] = part.east, part.north, part.up
    return View(grid, orbit, centre, lookup, los, slant_range)


def radar_axes(options: SlcOptions, orbit: Orbit, centre):
    """Times of the rows (s since the centre) and slant ranges of the columns (m).

    Parameters
    ----------
    options : SlcOptions
    orbit : Orbit
    centre : ndarray, shape (3,)
        See :class:`View`.
    """
    _, middle = orbit.seen(centre)
    rows = np.arange(options.rows) - (options.rows - 1) / 2
    cols = np.arange(options.cols) - (options.cols - 1) / 2
    ground_speed = orbit.rate * np.hypot(centre @ orbit.up, centre @ orbit.along)
    spacing = options.col_spacing_m * np.sin(np.radians(options.incidence))
    return rows * options.row_spacing_m / ground_speed, middle + cols * spacing


def _lookup(orbit, times, ranges, height):
    """Longitude and latitude of radar pixels."""
    longitude, latitude = np.empty(height.shape), np.empty(height.shape)
    for first in range(0, len(times), ROWS):
        rows = slice(first, first + ROWS)
        place = orbit.place(times[rows, None], ranges[None, :], height[rows])
        longitude[rows], latitude[rows], _ = slc_geometry.geodetic(place)
    return longitude, latitude


def places(grid: Grid, height, lookup=None):
    """Where pixels lie, some rows at a time.

    Parameters
    ----------
    grid : Grid
    height : ndarray, shape (row, col)
    lookup : (ndarray, ndarray), optional
        Needed without a CRS.

    Yields
    ------
    rows : slice
    place : ndarray, shape (row, col, 3)
        Earth-fixed, metres.
    longitude, latitude : ndarray, shape (row, col)
        Degrees.
    """
    from pyproj import Transformer

    if lookup is None:
        transformer = Transformer.from_crs(grid.crs, 4326, always_xy=True)
    for first in range(0, grid.rows, ROWS):
        rows = slice(first, min(first + ROWS, grid.rows))
        if lookup is None:
            row, col = np.mgrid[rows, : grid.cols]
            longitude, latitude = transformer.transform(*grid.xy(row, col))
        else:
            longitude, latitude = (part[rows] for part in lookup)
        place = slc_geometry.earth_fixed(longitude, latitude, height[rows].astype(float))
        yield rows, place, longitude, latitude


def _map_grid(options) -> Grid:
    """The grid about the centre."""
    from pyproj import Transformer

    wkt = wkt_from_epsg(options.epsg)
    down, across = options.row_spacing_m, options.col_spacing_m
    x, y = options.center_lon, options.center_lat
    if is_geographic(wkt):
        down = down / METRES_PER_DEGREE
        across = across / (METRES_PER_DEGREE * np.cos(np.radians(y)))
    else:
        x, y = Transformer.from_crs(4326, wkt, always_xy=True).transform(x, y)
        # Corners on whole pixels, as products have them.
        x, y = across * round(x / across), down * round(y / down)
    left, top = x - across * (options.cols // 2), y + down * (options.rows // 2)
    return Grid(options.rows, options.cols, (left, across, 0.0, top, 0.0, -down), wkt)
