# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Line-of-sight vectors, from every way in which products give them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

UNIT_LENGTH = 0.01
"""By how much the length of a look vector may differ from 1: components of two decimals do so."""


@dataclass(frozen=True)
class LineOfSight:
    """Unit vectors from the ground to the satellite.

    Parameters
    ----------
    east, north, up : float or ndarray
        Components; arrays of one shape (row, column). NaN where there is no data.
    """

    east: np.ndarray | float
    north: np.ndarray | float
    up: np.ndarray | float

    @property
    def incidence(self):
        """Incidence angle at the ground from the vertical, in degrees."""
        return np.degrees(np.arccos(np.clip(self.up, -1.0, 1.0)))

    @property
    def azimuth(self):
        """Azimuth from the ground to the satellite, counter-clockwise from north, in degrees.

        This is the ``azimuthAngle`` of MintPy and ISCE-2: an ascending, right-looking Sentinel-1
        has about 102, a descending one about -102.
        """
        return np.degrees(np.arctan2(-np.asarray(self.east), self.north))

    @property
    def heading(self):
        """Flight direction of a right-looking radar, clockwise from north, degrees in 0..360."""
        return np.mod(90.0 - self.azimuth, 360.0)

    def project(self, east, north, up):
        """Displacement along the line of sight, positive towards the satellite, same unit."""
        return self.east * east + self.north * north + self.up * up


def from_components(
    east, north, up, what: str = "The line-of-sight vectors", level: bool = False
) -> LineOfSight:
    """Line of sight from components that somebody gives (LiCSAR's E, N, U).

    A length other than one is not made one: displacement that was projected along such vectors is
    wrong by it, and columns that were mixed up have one, too.

    Parameters
    ----------
    east, north, up : float or ndarray
        Unit vectors, ground to satellite; zero length becomes NaN.
    what : str
        Whose they are, for errors.
    level : bool
        Whether they may lie flat, as those of offsets along the track do.

    Raises
    ------
    GroundshiftError
        If a length is not 1 within :data:`UNIT_LENGTH`, or a vector points down.
    """
    east, north, up = np.broadcast_arrays(*(np.asarray(a, dtype=float) for a in (east, north, up)))
    length = np.sqrt(east**2 + north**2 + up**2)
    known = np.isfinite(length) & (length > 0)
    lengths, heights = length[known], up[known]
    if (np.abs(lengths - 1) > UNIT_LENGTH).any():
        raise GroundshiftError(
            f"{what} have lengths from {lengths.min():.3g} to {lengths.max():.3g} and are no unit "
            "vectors; give east, north and up of a unit vector, and the displacement along it."
        )
    down = heights < 0 if level else heights <= 0
    if down.any():
        share = "" if down.all() else f", {down.sum()} of {down.size} of them"
        raise GroundshiftError(
            f"{what} point down (up component not positive){share}; give them from the ground to "
            "the satellite, or flip the sign of all three components."
        )
    return unit_vectors(east, north, up)


def unit_vectors(east, north, up) -> LineOfSight:
    """Line of sight along vectors of any length, such as those between nodes; zero becomes NaN."""
    east, north, up = (np.asarray(a, dtype=float) for a in (east, north, up))
    length = np.sqrt(east**2 + north**2 + up**2)
    with np.errstate(invalid="ignore", divide="ignore"):
        length = np.where(length > 0, length, np.nan)
        return LineOfSight(east / length, north / length, up / length)


def from_incidence_heading(incidence, heading, left_looking: bool = False) -> LineOfSight:
    """Line of sight from incidence and flight direction.

    ``(-sin i cos h, sin i sin h, cos i)`` for a right-looking radar (Liao et al. 2022).

    Parameters
    ----------
    incidence : float or ndarray
        At the ground from the vertical, degrees in 0..90.
    heading : float or ndarray
        Flight direction clockwise from north, degrees.
    left_looking : bool
        Flips the horizontal part.
    """
    i, h = np.radians(checked_incidence(incidence)), np.radians(heading)
    side = -1.0 if left_looking else 1.0
    return LineOfSight(-side * np.sin(i) * np.cos(h), side * np.sin(i) * np.sin(h), np.cos(i))


def from_incidence_azimuth(incidence, azimuth) -> LineOfSight:
    """Line of sight from MintPy's and ISCE-2's angles.

    Parameters
    ----------
    incidence : float or ndarray
        From the vertical, degrees.
    azimuth : float or ndarray
        From the ground to the satellite, **counter-clockwise** from north, degrees.
    """
    i, a = np.radians(checked_incidence(incidence)), np.radians(azimuth)
    return LineOfSight(-np.sin(i) * np.sin(a), np.sin(i) * np.cos(a), np.cos(i))


def from_elevation_orientation(theta, phi) -> LineOfSight:
    """Line of sight from HyP3's and kite's ``lv_theta`` and ``lv_phi``.

    Parameters
    ----------
    theta : float or ndarray
        Elevation of the look vector (ground to satellite) above the horizontal, radians.
    phi : float or ndarray
        Its orientation, counter-clockwise from east, radians.
    """
    theta, phi = np.asarray(theta, dtype=float), np.asarray(phi, dtype=float)
    if np.isfinite(theta).any() and np.nanmax(np.abs(theta)) > np.pi / 2 + 1e-6:
        raise GroundshiftError(
            "lv_theta holds values over pi/2, so it is not in radians; convert it from degrees."
        )
    return LineOfSight(np.cos(theta) * np.cos(phi), np.cos(theta) * np.sin(phi), np.sin(theta))


def checked_incidence(incidence):
    """Incidence in degrees, refused where it cannot be one.

    Raises
    ------
    GroundshiftError
        For values outside of 0..90, or all of them under 1.6, which are radians.
    """
    incidence = np.asarray(incidence, dtype=float)
    finite = incidence[np.isfinite(incidence)]
    if finite.size == 0:
        return incidence
    if finite.max() < 1.6 and finite.max() > 0:
        raise GroundshiftError(
            f"The incidence angle is {finite.max():.3g}, which looks like radians; "
            "give it in degrees from the vertical."
        )
    if finite.min() < 0 or finite.max() >= 90:
        raise GroundshiftError(
            f"The incidence angle reaches {finite.min():.3g} to {finite.max():.3g} degrees; "
            "it must lie between 0 and 90, from the vertical."
        )
    return incidence


def look_columns(layers: dict) -> dict:
    """Height and look of points as columns of their layer.

    Parameters
    ----------
    layers : dict of str to ndarray, shape (point,)
        Of a geometry file in MintPy's names, those that it has: ``height``, ``incidenceAngle``,
        ``azimuthAngle``.

    Returns
    -------
    dict of str to ndarray, shape (point,)
        ``height_m``; with both angles ``incidence_deg``, ``los_east``, ``los_north``, ``los_up``.
    """
    columns = {}
    if "height" in layers:
        columns["height_m"] = np.round(layers["height"].astype(float), 2)
    if {"incidenceAngle", "azimuthAngle"} <= set(layers):
        los = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
        columns["incidence_deg"] = np.round(layers["incidenceAngle"].astype(float), 4)
        for name in ("east", "north", "up"):
            columns[f"los_{name}"] = np.round(getattr(los, name), 6)
    return columns
