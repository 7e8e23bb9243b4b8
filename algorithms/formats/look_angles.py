# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The line of sight over a map, from numbers, rasters or a geometry file of the chain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.axes import Lattice, look_lattice, node_places
from ..data.grid import Grid
from ..data.los import (
    LineOfSight,
    checked_incidence,
    from_components,
    from_incidence_azimuth,
    from_incidence_heading,
)
from ..data.product import Band
from ..errors import GroundshiftError, counted
from .hdf5.stacks import read_geometry
from .quantities import ANGLE, check_raster
from .raster_source import RasterSource, describe
from .regrid import same_crs

SAMPLE = 1024  # pixels a side of a raster that are looked at: angles vary slowly
ROUGHEST = 3.0  # degrees between neighbouring nodes; an incidence at the terrain's slope exceeds it


@dataclass(frozen=True)
class LookSource:
    """Where the look angles of one orbit come from.

    Parameters
    ----------
    incidence, heading : float or None
        Degrees: incidence at the ground from the vertical, flight direction clockwise from north.
    incidence_raster, heading_raster : path or None
        The same as rasters in degrees; they win over the numbers.
    geometry : path or None
        ``geometryGeo.h5`` with ``incidenceAngle`` and ``azimuthAngle``; wins over the others.
    left_looking : bool
        Whether the radar looks to the left; a geometry file and vectors know by themselves.
    vectors : path, tuple of 3 path, or None
        Raster with the bands east, north and up of the vector from the ground to the satellite, or
        a raster for each; wins over the angles.
    """

    incidence: float | None = None
    heading: float | None = None
    incidence_raster: Path | None = None
    heading_raster: Path | None = None
    geometry: Path | None = None
    left_looking: bool = False
    vectors: Path | tuple | None = None

    @property
    def is_complete(self) -> bool:
        """Whether it gives both incidence and direction."""
        incidence = self.incidence is not None or self.incidence_raster is not None
        heading = self.heading is not None or self.heading_raster is not None
        return self.geometry is not None or self.vectors is not None or (incidence and heading)


def read_look(source: LookSource, grid: Grid, log=None) -> Lattice:
    """The line of sight at the nodes of a grid.

    Parameters
    ----------
    source : LookSource
    grid : Grid
        With a CRS.
    log : callable, optional
        Is told what a user should know.

    Raises
    ------
    GroundshiftError
        If angles are missing, are no angles, or do not overlap the grid.
    """
    if source.geometry is not None:
        place, layers = read_geometry(source.geometry)
        if not {"incidenceAngle", "azimuthAngle"} <= set(layers):
            raise GroundshiftError(
                f"{source.geometry}: holds no incidenceAngle and azimuthAngle; give incidence and "
                "heading instead."
            )
        if not place.crs:
            raise GroundshiftError(
                f"{source.geometry}: is in radar coordinates; give incidence and heading instead."
            )
        parts = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
        # Vectors are sampled, since angles jump at 180 degrees.
        parts = [_at_nodes(part, place, grid) for part in (parts.east, parts.north, parts.up)]
        return look_lattice(grid, LineOfSight(*parts))
    if source.vectors is not None:
        return look_lattice(grid, _vectors(source.vectors, grid))
    incidence = _angle(source.incidence, source.incidence_raster, grid, "incidence angle")
    checked_incidence(incidence)
    _tell_roughness(incidence, source.incidence_raster, log)
    heading = _angle(source.heading, source.heading_raster, grid, "heading")
    return look_lattice(grid, from_incidence_heading(incidence, heading, source.left_looking))


def _angle(number, raster, grid, what):
    if raster is None:
        if number is None:
            raise GroundshiftError(
                f"The {what} is missing; give it in degrees, or a raster or geometry file with it."
            )
        return number
    return _sampled(_with_crs(raster), 1, grid)


def _vectors(source, grid) -> LineOfSight:
    """The line of sight at the nodes of a grid, of one raster or of three."""
    if isinstance(source, tuple):
        parts = [_sampled(_with_crs(raster), 1, grid) for raster in source]
        return from_components(*parts, f"{source[0]} and those of north and up: the look vectors")
    info = _with_crs(source)
    if info.bands < 3:
        raise GroundshiftError(
            f"{source}: has {counted(info.bands, 'band')}; the line of sight needs three, east, "
            "north and up, as importvelocity writes them, or a raster for each of them."
        )
    parts = [_sampled(info, band, grid) for band in (1, 2, 3)]
    return from_components(*parts, f"{source}: the vectors of its first three bands")


def _with_crs(raster):
    info = describe(raster)
    check_raster(raster, ANGLE)
    if not info.grid.crs:
        raise GroundshiftError(f"{raster}: the raster has no CRS; assign the right one.")
    return info


def _sampled(info, number, grid) -> np.ndarray:
    """A band of a raster at the nodes of a grid."""
    with RasterSource(Band(info.path, index=number, nodata=info.nodata)) as band:
        values = band.sample(SAMPLE)
    rows, cols = values.shape
    x0, dx, _, y0, _, dy = info.grid.transform
    transform = (x0, dx * info.grid.cols / cols, 0.0, y0, 0.0, dy * info.grid.rows / rows)
    return _at_nodes(values, Grid(rows, cols, transform, info.grid.crs), grid)


def _at_nodes(values, place: Grid, grid: Grid) -> np.ndarray:
    """Values of one grid at the nodes of another, nearest neighbour, NaN outside."""
    x, y = grid.xy(*node_places(grid.rows, grid.cols))
    if not same_crs(grid.crs, place.crs):
        from pyproj import Transformer

        x, y = Transformer.from_crs(grid.crs, place.crs, always_xy=True).transform(x, y)
    x0, dx, _, y0, _, dy = place.transform
    with np.errstate(invalid="ignore"):
        col, row = np.floor((x - x0) / dx), np.floor((y - y0) / dy)
    inside = (row >= 0) & (row < place.rows) & (col >= 0) & (col < place.cols)
    out = np.full(x.shape, np.nan)
    out[inside] = np.asarray(values, float)[row[inside].astype(int), col[inside].astype(int)]
    return out


def _tell_roughness(incidence, raster, log):
    if raster is None or log is None:
        return
    steps = [np.abs(np.diff(incidence, axis=axis)) for axis in (0, 1)]
    known = np.concatenate([s[np.isfinite(s)] for s in steps])
    if known.size and np.percentile(known, 90) > ROUGHEST:
        log(
            f"{raster}: varies so much from place to place that it looks like the local incidence "
            "(against the slope); the incidence against the vertical is needed."
        )
