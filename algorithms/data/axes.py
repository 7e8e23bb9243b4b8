# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What varies slowly over a scene, on a lattice: the ground size and direction of pixels, the look.

A pixel step is so and so many metres east and north. On a map in degrees that changes with the
latitude, on a projected one grid north is not north; both matter for aspects and for rays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .grid import Grid, Window
from .los import LineOfSight

NODES = 33
SEMI_MAJOR, ECCENTRICITY_2 = 6378137.0, 0.00669437999014  # WGS 84


@dataclass(frozen=True)
class Lattice:
    """Values at nodes that are spread evenly over a grid, bilinear in between.

    Parameters
    ----------
    rows, cols : int
        Of the grid.
    values : ndarray of float64, shape (node row, node column, quantity)
        The first node is the centre of the first pixel, the last that of the last.
    """

    rows: int
    cols: int
    values: np.ndarray

    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the nodes; float arrays of shape (node row, node column)."""
        return node_places(self.rows, self.cols, self.values.shape[:2])

    def at(self, row, col) -> np.ndarray:
        """Values at pixels, shape (..., quantity); `row` and `col` are broadcast."""
        row, col = np.broadcast_arrays(np.asarray(row, float), np.asarray(col, float))
        down, across = (n - 1 for n in self.values.shape[:2])
        y = np.clip(row / max(self.rows - 1, 1), 0, 1) * down
        x = np.clip(col / max(self.cols - 1, 1), 0, 1) * across
        i = np.minimum(y.astype(int), down - 1)
        j = np.minimum(x.astype(int), across - 1)
        u, v = (y - i)[..., None], (x - j)[..., None]
        return (1 - u) * ((1 - v) * self.values[i, j] + v * self.values[i, j + 1]) + u * (
            (1 - v) * self.values[i + 1, j] + v * self.values[i + 1, j + 1]
        )

    def block(self, window: Window) -> np.ndarray:
        """Values at the pixels of a window, shape (row, column, quantity)."""
        down, across = (n - 1 for n in self.values.shape[:2])
        y = np.arange(window.row, window.row + window.height) / max(self.rows - 1, 1) * down
        x = np.arange(window.col, window.col + window.width) / max(self.cols - 1, 1) * across
        i, j = np.minimum(y.astype(int), down - 1), np.minimum(x.astype(int), across - 1)
        u, v = (y - i)[:, None, None], (x - j)[:, None]
        lines = (1 - u) * self.values[i] + u * self.values[i + 1]
        return (1 - v) * lines[:, j] + v * lines[:, j + 1]

    def joined(self, other: Lattice) -> Lattice:
        """One lattice with the quantities of both, which have the same nodes."""
        return Lattice(self.rows, self.cols, np.concatenate([self.values, other.values], axis=2))


def node_places(rows: int, cols: int, nodes=(NODES, NODES)) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of a lattice's nodes."""
    return np.meshgrid(
        np.linspace(0, max(rows - 1, 0), nodes[0]), np.linspace(0, max(cols - 1, 0), nodes[1]),
        indexing="ij",
    )  # fmt: skip


def ground_axes(grid: Grid) -> Lattice:
    """Metres east and north of one step along columns and one along rows.

    Parameters
    ----------
    grid : Grid
        With a CRS.

    Returns
    -------
    Lattice
        Quantities: east and north of a column, east and north of a row; true north.

    Raises
    ------
    GroundshiftError
        If there is no CRS, or the grid lies where it does not hold.
    """
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    if not grid.crs:
        raise GroundshiftError(
            "The elevation model has no coordinate reference system; assign its CRS first."
        )
    try:
        transformer = Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise GroundshiftError(f"The CRS cannot be understood ({error}); set a valid one.") from (
            error
        )
    row, col = node_places(grid.rows, grid.cols)

    def place(row, col):
        return np.radians(np.stack(transformer.transform(*grid.xy(row, col)), axis=-1))

    values = []
    for down, across in ((0.0, 0.5), (0.5, 0.0)):
        step = place(row + down, col + across) - place(row - down, col - across)
        values += ground_metres(step, place(row, col)[..., 1])
    lattice = np.stack(values, axis=-1)
    if not np.isfinite(lattice).all():
        raise GroundshiftError(
            "The elevation model reaches beyond the area of its CRS; set the right CRS or crop it."
        )
    return Lattice(grid.rows, grid.cols, lattice)


def ground_metres(step, latitude) -> list:
    """East and north of small steps in longitude and latitude (radians) on the ellipsoid."""
    w = np.sqrt(1 - ECCENTRICITY_2 * np.sin(latitude) ** 2)
    longitude = (step[..., 0] + np.pi) % (2 * np.pi) - np.pi
    return [
        longitude * SEMI_MAJOR / w * np.cos(latitude),
        step[..., 1] * SEMI_MAJOR * (1 - ECCENTRICITY_2) / w**3,
    ]


def row_areas(axes: Lattice, window: Window) -> np.ndarray:
    """Square metres of a cell in each of a window's rows."""
    rows = np.arange(window.row, window.row + window.height)
    axes = axes.at(rows, (axes.cols - 1) / 2)
    return np.abs(axes[:, 0] * axes[:, 3] - axes[:, 1] * axes[:, 2])


def look_lattice(grid: Grid, los: LineOfSight) -> Lattice:
    """The line of sight at the nodes.

    Parameters
    ----------
    grid : Grid
    los : LineOfSight
        Scalars, or arrays at the nodes (see :func:`node_places`) with NaN where unknown: there the
        trend of the known ones goes on for two nodes, and is constant beyond.

    Raises
    ------
    GroundshiftError
        If it is nowhere known, or looks straight down or from below.
    """
    vectors = np.stack(
        [np.broadcast_to(np.asarray(part, float), (NODES, NODES)) for part in
         (los.east, los.north, los.up)], axis=-1,
    )  # fmt: skip
    known = np.isfinite(vectors).all(axis=-1)
    if not known.any():
        raise GroundshiftError(
            "The look angles are nowhere known over the elevation model; choose layers that "
            "overlap it, or give incidence and heading as numbers."
        )
    if not known.all():
        vectors = _filled(vectors, known)
    vectors = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    if vectors[..., 2].min() < 1e-3 or vectors[..., 2].max() > 1 - 1e-6:
        raise GroundshiftError(
            "The line of sight must point from the ground up to the satellite and not straight "
            "up; give an incidence angle between 1 and 89 degrees."
        )
    return Lattice(grid.rows, grid.cols, vectors)


def _filled(vectors, known):
    """Nodes that are not known from the nearest one that is.

    Pixels at a frame's rim lie between known and unknown nodes, so the next two follow the
    parabolic trend of all known ones; angles change by some hundredths of a degree a kilometre.
    """
    from scipy.ndimage import distance_transform_edt

    nearest = tuple(distance_transform_edt(~known, return_distances=False, return_indices=True))
    places = np.stack(np.indices(known.shape), axis=-1).astype(float)
    middle = places[known].mean(axis=0)

    def terms(place):
        y, x = np.moveaxis((place - middle) / NODES, -1, 0)
        return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)

    # The shortest solution, so that nodes along one line tell nothing across it.
    trend = np.linalg.lstsq(terms(places[known]), vectors[known], rcond=1e-6)[0]
    start = places[nearest]
    step = places - start
    step *= np.minimum(1, 2 / np.maximum(np.abs(step).max(axis=-1, keepdims=True), 1e-9))
    return vectors[nearest] + (terms(start + step) - terms(start)) @ trend
