# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Line-of-sight vectors, from every way in which products give them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError


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


def from_components(east, north, up) -> LineOfSight:
    """Line of sight from its components (LiCSAR's E, N, U), made to unit length.

    Parameters
    ----------
    east, north, up : float or ndarray
        Any length, ground to satellite; zero length becomes NaN.

    Raises
    ------
    GroundshiftError
        If most vectors point down: then they are satellite to ground.
    """
    east, north, up = (np.asarray(a, dtype=float) for a in (east, north, up))
    length = np.sqrt(east**2 + north**2 + up**2)
    with np.errstate(invalid="ignore", divide="ignore"):
        length = np.where(length > 0, length, np.nan)
        los = LineOfSight(east / length, north / length, up / length)
    if np.isfinite(los.up).any() and np.nanmedian(los.up) <= 0:
        raise GroundshiftError(
            "The line-of-sight vectors point down (up component not positive); give them from the "
            "ground to the satellite, or flip the sign of all three components."
        )
    return los


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
