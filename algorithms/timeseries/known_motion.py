# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion that is known beforehand, taken off along the line of sight: tides, the plate's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.axes import Lattice
from ..data.crs import longitude_latitude
from ..data.grid import METRES_PER_DEGREE, Grid
from ..data.los import LineOfSight
from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .solid_tides import solid_tide

GROUND_SPEED = 6800.0  # metres a second of a radar satellite's beam, along its track


@dataclass(frozen=True)
class LatticeField:
    """A field of displacement by date that varies slowly over the scene.

    Parameters
    ----------
    lattice : Lattice
        A quantity a date, metres towards the satellite.
    spread : Lattice, optional
        What independent errors of one standard deviation do to the rate, a quantity an error,
        metres a year.
    """

    lattice: Lattice
    spread: Lattice | None = None

    def __call__(self, block: CorrectionBlock) -> Estimate:
        """The field at the pixels of a block."""
        rows, cols = block.rows[block.inner[0]], block.cols[block.inner[1]]
        field = _at_pixels(self.lattice, rows, cols)
        if self.spread is None:
            return Estimate(field)
        errors = _at_pixels(self.spread, rows, cols)
        return Estimate(field, rate_std=np.sqrt(np.square(errors).sum(axis=0)))


def _at_pixels(lattice: Lattice, rows, cols) -> np.ndarray:
    """Quantities at a rectangle of pixels, float32 of shape (quantity, row, column)."""
    values = np.moveaxis(lattice.values, 2, 0).astype(np.float32)
    down, across = (n - 1 for n in values.shape[1:])
    y = rows / max(lattice.rows - 1, 1) * down
    x = cols / max(lattice.cols - 1, 1) * across
    i, j = np.minimum(y.astype(int), down - 1), np.minimum(x.astype(int), across - 1)
    u, v = (y - i).astype(np.float32)[:, None], (x - j).astype(np.float32)
    field = np.empty((len(values), len(y), len(x)), np.float32)
    for page, nodes in zip(field, values):
        lines = (1 - u) * nodes[i] + u * nodes[i + 1]
        np.multiply(lines[:, j], 1 - v, out=page)
        page += lines[:, j + 1] * v
    return field


@dataclass(frozen=True)
class KnownCorrection(Correction):
    """Takes off what is known; nothing is fitted, so no date is left out.

    Parameters
    ----------
    field : LatticeField
    name : str
        For the file's history.
    """

    field: LatticeField
    name: str = ""
    known = True

    def prepare(self, scene, sample):
        """See :class:`.correction.Correction`."""
        return self.field


def node_degrees(grid: Grid, look: Lattice) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude of the lattice's nodes.

    Raises
    ------
    GroundshiftError
        If the grid has no coordinate system, or one that does not reach its nodes.
    """
    if not grid.crs:
        raise GroundshiftError(
            "The series has no coordinate system, so nobody knows where on Earth it lies; geocode "
            "it first."
        )
    longitude, latitude = longitude_latitude(grid.crs, *grid.xy(*look.places()))
    if not (np.isfinite(longitude).all() and np.isfinite(latitude).all()):
        raise GroundshiftError(
            "The series reaches beyond where its coordinate system holds; cut it or assign the "
            "right CRS."
        )
    return longitude, latitude


def along(look: Lattice, east, north, up) -> np.ndarray:
    """Displacement towards the satellite at the nodes; `east` and so on: (..., row, column)."""
    return LineOfSight(*np.moveaxis(look.values, 2, 0)).project(east, north, up)


def tide_correction(dates, seconds: float, grid: Grid, look: Lattice, left_looking=False):
    """Correction by the solid Earth tide at the time of the pass.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
        In UTC.
    seconds : float
        Of the day, UTC, at which the radar passes the middle of the scene. The rows before and
        after it are passed earlier or later, at the speed of the beam over the ground.
    grid : Grid
    look : Lattice
        East, north and up of the line of sight.
    left_looking : bool

    Returns
    -------
    KnownCorrection
    """
    longitude, latitude = node_degrees(grid, look)
    heading = np.radians(LineOfSight(*look.values.mean(axis=(0, 1))).heading)
    heading += np.pi * left_looking
    middle = tuple(n // 2 for n in longitude.shape)
    east = (longitude - longitude[middle] + 180.0) % 360.0 - 180.0
    east = east * np.cos(np.radians(latitude[middle]))
    track = east * np.sin(heading) + (latitude - latitude[middle]) * np.cos(heading)
    late = track * (METRES_PER_DEGREE / GROUND_SPEED)
    milliseconds = np.round(1e3 * (seconds + late)).astype("timedelta64[ms]")
    times = np.asarray(dates, "datetime64[ms]")[:, None, None] + milliseconds
    field = along(look, *solid_tide(longitude, latitude, times))
    values = np.moveaxis(field, 0, 2)
    return KnownCorrection(LatticeField(Lattice(grid.rows, grid.cols, values)), "solidtides")
