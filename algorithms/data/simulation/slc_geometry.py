# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Orbits, and what they see: ranges, lines of sight, and the lookup of radar coordinates.

An orbit is a circle fixed to the Earth, along which the satellite flies evenly. Such a circle
needs no iteration: the zero-Doppler time of a target follows from its direction in the orbit's
plane, and an orbit beside it sees the target at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..los import LineOfSight

GRAVITY = 3.986004418e14  # m**3/s**2, geocentric constant
BASELINE_TILT = 0.3  # of the parallel baseline in the perpendicular one
SOLUTIONS = 5  # iterations of the height; each gains about three digits


@dataclass(frozen=True)
class Orbit:
    """A circular orbit in Earth-fixed coordinates.

    ``p(t) = radius (cos(rate t) up + sin(rate t) along) + offset right``

    Parameters
    ----------
    up, along, right : ndarray, shape (3,)
        Unit vectors at time 0: from the Earth's centre, along the flight, to its right.
    radius, offset : float
        Metres.
    rate : float
        rad/s.
    """

    up: np.ndarray
    along: np.ndarray
    right: np.ndarray
    radius: float
    rate: float
    offset: float = 0.0

    def state(self, time) -> tuple[np.ndarray, np.ndarray]:
        """Positions (m) and velocities (m/s), shape (..., 3), at seconds after the centre."""
        turn = self.rate * np.asarray(time, float)[..., None]
        cosine, sine = np.cos(turn), np.sin(turn)
        position = self.radius * (cosine * self.up + sine * self.along) + self.offset * self.right
        velocity = self.radius * self.rate * (cosine * self.along - sine * self.up)
        return position, velocity

    def seen(self, place) -> tuple[np.ndarray, np.ndarray]:
        """Zero-Doppler time (s) and slant range (m) of places, shape (..., 3)."""
        up, along = place @ self.up, place @ self.along
        time = np.arctan2(along, up) / self.rate
        height = self.radius - np.hypot(up, along)
        return time, np.hypot(height, place @ self.right - self.offset)

    def beside(self, across: float, upwards: float) -> Orbit:
        """An orbit shifted to the right and up by metres."""
        return Orbit(
            self.up, self.along, self.right, self.radius + upwards, self.rate,
            self.offset + across,
        )  # fmt: skip

    def place(self, time, slant_range, height) -> np.ndarray:
        """Where on the Earth a pixel lies; the inverse of :meth:`seen`.

        Parameters
        ----------
        time : ndarray
            Seconds.
        slant_range, height : ndarray
            Metres; height over the ellipsoid.

        Returns
        -------
        ndarray, shape (..., 3)
            Earth-fixed metres, to the right of the orbit.
        """
        turn = self.rate * np.asarray(time, float)[..., None]
        outwards = np.cos(turn) * self.up + np.sin(turn) * self.along
        radius = 6371000.0 + np.asarray(height, float)
        for _ in range(SOLUTIONS):
            cosine = (self.radius**2 + slant_range**2 - radius**2) / (2 * self.radius * slant_range)
            down, side = slant_range * cosine, slant_range * np.sqrt(1 - cosine**2)
            place = (self.radius - down)[..., None] * outwards + (side + self.offset)[
                ..., None
            ] * self.right
            # What the sphere's radius is off by shows in the height over the ellipsoid.
            radius = radius + (height - geodetic(place)[2])
        return place


def earth_fixed(longitude, latitude, height) -> np.ndarray:
    """Earth-fixed coordinates, shape (..., 3), of degrees and metres over WGS 84."""
    x, y, z = _transformer(4979, 4978).transform(longitude, latitude, height)
    return np.stack([x, y, z], axis=-1)


def geodetic(place) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Longitude, latitude (degrees) and height of Earth-fixed coordinates, shape (..., 3)."""
    return _transformer(4978, 4979).transform(*np.moveaxis(place, -1, 0))


def _transformer(source, target):
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)


def _axes(longitude, latitude):
    """Unit vectors east, north and up in Earth-fixed coordinates, each of shape (..., 3)."""
    lon, lat = np.radians(longitude), np.radians(latitude)
    east = np.stack([-np.sin(lon), np.cos(lon), np.zeros_like(lon)], axis=-1)
    up = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    return east, np.cross(up, east), up


def reference_orbit(options, slant_range: float) -> Orbit:
    """The orbit that sees the scene's centre at time 0, at the wanted incidence and heading.

    Both are met within half a degree, because the Earth is no sphere.

    Parameters
    ----------
    options : SlcOptions
    slant_range : float
        To the centre, metres.
    """
    east, north, up = _axes(options.center_lon, options.center_lat)
    incidence, heading = np.radians(options.incidence), np.radians(options.heading)
    flight = np.sin(heading) * east + np.cos(heading) * north
    left = np.sin(heading) * north - np.cos(heading) * east
    target = earth_fixed(options.center_lon, options.center_lat, 0.0)
    satellite = target + slant_range * (np.sin(incidence) * left + np.cos(incidence) * up)
    radius = float(np.linalg.norm(satellite))
    outwards = satellite / radius
    along = flight - (flight @ outwards) * outwards
    along /= np.linalg.norm(along)
    right = np.cross(along, outwards)
    # The vertical does not point to the Earth's centre, so the target is seen a little later.
    turn = np.arctan2(target @ along, target @ outwards)
    outwards = np.cos(turn) * outwards + np.sin(turn) * along
    return Orbit(outwards, np.cross(outwards, right), right, radius, np.sqrt(GRAVITY / radius**3))


def orbit_at(orbit: Orbit, target, perpendicular: float) -> Orbit:
    """An orbit with a perpendicular baseline to another, and some parallel one.

    The baseline is positive where the look angle is larger: then ``+ B / (r sin i) dz`` is the
    apparent motion towards the satellite of a target that stands ``dz`` over the elevation model.

    Parameters
    ----------
    orbit : Orbit
    target : ndarray, shape (3,)
        Where the baseline is meant.
    perpendicular : float
        Metres.
    """
    _, slant_range = orbit.seen(target)
    sine = (target @ orbit.right - orbit.offset) / slant_range
    cosine = np.sqrt(1 - sine**2)
    parallel = BASELINE_TILT * perpendicular
    # Along the look (sine, -cosine) and across it (cosine, sine), both as (right, up).
    return orbit.beside(
        perpendicular * cosine + parallel * sine, perpendicular * sine - parallel * cosine
    )


def line_of_sight(orbit: Orbit, place, longitude, latitude) -> tuple[LineOfSight, np.ndarray]:
    """Unit vectors to the satellite and slant range.

    Parameters
    ----------
    orbit : Orbit
    place : ndarray, shape (..., 3)
    longitude, latitude : ndarray
        The same places, degrees.

    Returns
    -------
    los : LineOfSight
        Of float32.
    slant_range : ndarray
        Metres.
    """
    time, slant_range = orbit.seen(place)
    towards = (orbit.state(time)[0] - place) / slant_range[..., None]
    parts = ((towards * axis).sum(axis=-1) for axis in _axes(longitude, latitude))
    return LineOfSight(*(part.astype(np.float32) for part in parts)), slant_range
