# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope and visibility of polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.los import LineOfSight
from ...data.product import Band
from ...formats.elevation import Elevation
from ...formats.ground_slope import GroundSlope
from ...formats.look_angles import read_look
from ...formats.raster_source import RasterSource, describe
from ...formats.vectors.shapes import envelopes
from ...formats.zonal import check_crs, check_meets, class_counts, gradients_in, in_crs_of
from ...geometry.slope_projection import sensitivity
from ...geometry.visibility import CLASSES


@dataclass(frozen=True)
class Slopes:
    """The ground of polygons; shape (polygon,).

    Parameters
    ----------
    mean : ndarray
        Mean of the cells' slopes, degrees; NaN without heights.
    slope, aspect : ndarray
        Of the mean plane, degrees; the aspect is the azimuth of steepest descent.
    row, col : ndarray
        Middle, in cells of the elevation model.
    """

    mean: np.ndarray
    slope: np.ndarray
    aspect: np.ndarray
    row: np.ndarray
    col: np.ndarray


class TerrainView:
    """An elevation model under polygons.

    Parameters
    ----------
    dem : Elevation
    smoothing : float
        Metres: radius over which slopes are taken; 0 for 3 x 3 cells.
    crs : str
        WKT of the polygons.
    """

    def __init__(self, dem: Elevation, smoothing: float, crs: str):
        check_crs(dem.grid, crs, dem.path)
        self._dem, self._crs = dem, crs
        self._ground = GroundSlope(dem, smoothing)

    def reach(self, x, y, what: str, visibility=None, log=None) -> None:
        """Refuse models on which no place lies; say where some do not.

        Parameters
        ----------
        x, y : ndarray, shape (place,)
            In the polygons' CRS.
        what : str
            What lies there, such as ``the points``.
        visibility : path, optional
            A raster that has to reach there, too.
        log : callable, optional

        Raises
        ------
        GroundshiftError
            If none does.
        """
        grids = [(self._dem.grid, self._dem.path)]
        if visibility is not None:
            grids.append((describe(visibility).grid, visibility))
        for grid, path in grids:
            share = check_meets(grid, path, self._crs, x, y, what)
            if share < 1 and log is not None:
                log(
                    f"{path}: {100 * (1 - share):.2g} % of {what} lie beyond it; nothing is known "
                    "of slopes there."
                )

    def slopes(self, wkb, cancelled=None) -> Slopes:
        """Slopes of polygons (WKB)."""
        shapes = in_crs_of(self._dem.grid, wkb, self._crs)
        mean, (east, north) = gradients_in(self._ground, shapes, cancelled=cancelled)
        left, right, bottom, top = envelopes(shapes).T
        x0, dx, _, y0, _, dy = self._dem.grid.transform
        return Slopes(
            mean, np.degrees(np.arctan(np.hypot(east, north))),
            np.degrees(np.arctan2(-east, -north)) % 360.0,
            ((bottom + top) / 2 - y0) / dy - 0.5, ((left + right) / 2 - x0) / dx - 0.5,
        )  # fmt: skip

    def sensitivity(self, look, slopes: Slopes, log=None) -> np.ndarray:
        """Cosine between the line of sight and the steepest descent of polygons' mean planes.

        Parameters
        ----------
        look : LookSource or None
            Without, nothing is known.
        slopes : Slopes
        """
        if look is None or not len(slopes.mean):
            return np.full(len(slopes.mean), np.nan)
        lattice = read_look(look, self._dem.grid, log)
        east, north, up = lattice.at(slopes.row, slopes.col).T
        return sensitivity(LineOfSight(east, north, up), slopes.slope, slopes.aspect)

    def classes(self, path, wkb, cancelled=None) -> np.ndarray:
        """Cells of each class of visibility in polygons, shape (polygon, class)."""
        info = describe(path)
        check_crs(info.grid, self._crs, path)
        shapes = in_crs_of(info.grid, wkb, self._crs)
        with RasterSource(Band(str(path), nodata=info.nodata)) as source:
            return class_counts(source.read, info.grid, shapes, max(CLASSES), cancelled=cancelled)
