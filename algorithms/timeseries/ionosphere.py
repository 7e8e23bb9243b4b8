# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The ionosphere as apparent displacement, from maps of its phase or of its electrons.

The phase runs ahead in the ionosphere, which looks like motion *towards* the satellite: by
``K TEC / f**2`` metres (Yunjun et al. 2022, doi:10.1109/TGRS.2022.3168509, equations 6 to 12: a
thin shell, crossed at a slant; here by a straight ray).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.axes import Lattice
from ..data.grid import Grid
from ..data.los import LineOfSight
from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .known_motion import KnownCorrection, LatticeField, node_degrees

K = 40.31  # m^3/s^2
TECU = 1e16
LIGHT = 299792458.0
EARTH = 6371e3


@dataclass(frozen=True)
class PhaseToDisplacement:
    """Phase of a date, radians, to apparent displacement by a factor, metres a radian."""

    factor: float

    def __call__(self, block: CorrectionBlock) -> Estimate:
        return Estimate(block.zenith_delay * np.float32(self.factor))


@dataclass(frozen=True)
class PhaseCorrection(Correction):
    """Takes the ionosphere's own phase off, which the driver reads.

    Parameters
    ----------
    factor : float
        Metres a radian: ``-wavelength / 4 pi`` where motion away has positive phase.
    """

    factor: float
    name = "ionosphere"
    guarded = True

    def prepare(self, scene, sample):
        """See :class:`.correction.Correction`."""
        known = np.isfinite(sample.zenith_delay).all(axis=0) & sample.stable
        if not known.any():
            raise GroundshiftError(
                "The maps of the ionosphere have no value where the series has stable pixels; take "
                "maps that cover the scene."
            )
        return PhaseToDisplacement(self.factor)


def crossing(longitude, latitude, incidence, azimuth, height: float) -> tuple:
    """Where a line of sight crosses a thin shell, on a sphere.

    Parameters
    ----------
    longitude, latitude, incidence : ndarray
        On the ground, degrees.
    azimuth : ndarray
        To the satellite, clockwise from north, degrees.
    height : float
        Of the shell, metres.

    Returns
    -------
    longitude, latitude, incidence : ndarray
        At the shell, degrees.
    """
    there = np.degrees(np.arcsin(EARTH / (EARTH + height) * np.sin(np.radians(incidence))))
    angle, turn = np.radians(incidence - there), np.radians(azimuth)
    phi = np.radians(latitude)
    north = np.arcsin(np.sin(phi) * np.cos(angle) + np.cos(phi) * np.sin(angle) * np.cos(turn))
    east = np.arctan2(
        np.sin(turn) * np.sin(angle) * np.cos(phi), np.cos(angle) - np.sin(phi) * np.sin(north)
    )
    return longitude + np.degrees(east), np.degrees(north), there


def electron_correction(grid: Grid, look: Lattice, wavelength: float, height: float, electrons):
    """Correction by vertical contents of electrons.

    Parameters
    ----------
    grid : Grid
    look : Lattice
        East, north and up of the line of sight.
    wavelength, height : float
        Metres: of the radar, and of the shell.
    electrons : callable
        Of longitude and latitude (degrees, at the shell): TECU, shape (time, row, column).
    """
    los = LineOfSight(*np.moveaxis(look.values, 2, 0))
    towards = np.degrees(np.arctan2(los.east, los.north))
    *place, slant = crossing(*node_degrees(grid, look), los.incidence, towards, height)
    content = electrons(*place) * TECU / np.cos(np.radians(slant))
    field = content * (K * (wavelength / LIGHT) ** 2)
    lattice = Lattice(grid.rows, grid.cols, np.moveaxis(field, 0, 2))
    return KnownCorrection(LatticeField(lattice), "ionosphere")
