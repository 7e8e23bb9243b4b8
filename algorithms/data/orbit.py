# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Orbits from state vectors: ranges at zero Doppler, look geometry, perpendicular baselines.

A point on the ground is imaged when the satellite passes it at right angles (zero Doppler, the
geometry of all products that are read here): ``v(t) . (T - S(t)) = 0``. Coordinates are Earth-fixed
(ECEF, WGS 84), times are seconds of any one clock by orbit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock

A, B = 6378137.0, 6356752.314245  # WGS 84, metres
NODES = 6  # state vectors used around a time; positions and velocities fix a curve of degree 11
DEGREE = 7  # of the curve over one scene: 0.01 mm and better over 60 s
MARGIN = 1.0  # seconds around the scene's own span
BEYOND = 0.5  # of the spacing of state vectors, up to which an orbit is continued


@dataclass(frozen=True)
class Orbit:
    """State vectors of one acquisition.

    Parameters
    ----------
    times : ndarray, shape (vector,)
        Seconds, rising.
    positions, velocities : ndarray, shape (vector, 3)
        Metres and metres a second, Earth-fixed.
    """

    times: np.ndarray
    positions: np.ndarray
    velocities: np.ndarray

    def at(self, times) -> tuple[np.ndarray, np.ndarray]:
        """Positions and velocities at times, by Hermite interpolation of the vectors around.

        Parameters
        ----------
        times : ndarray, shape (time,)

        Raises
        ------
        GroundshiftError
            If a time lies outside of the state vectors.
        """
        from scipy.interpolate import KroghInterpolator

        times = np.atleast_1d(np.asarray(times, float))
        step = np.median(np.diff(self.times))
        low, high = self.times[0] - BEYOND * step, self.times[-1] + BEYOND * step
        if times.min() < low or times.max() > high:
            raise GroundshiftError(
                f"The orbit covers {low:.0f} to {high:.0f} s and {times.min():.1f} to "
                f"{times.max():.1f} s are needed; give files with state vectors around the scene."
            )
        count = min(NODES, len(self.times))
        firsts = np.searchsorted(self.times, times) - count // 2
        firsts = np.clip(firsts, 0, len(self.times) - count)
        positions, velocities = np.empty((2, len(times), 3))
        for first in np.unique(firsts):
            pick, here = slice(first, first + count), firsts == first
            middle = self.times[pick].mean()
            # In steps of the vectors: powers of seconds would lose digits.
            nodes = np.repeat((self.times[pick] - middle) / step, 2)
            values = np.empty((2 * count, 3))
            values[0::2], values[1::2] = self.positions[pick], self.velocities[pick] * step
            curve = KroghInterpolator(nodes, values)
            inner = (times[here] - middle) / step
            positions[here], velocities[here] = curve(inner), curve.derivative(inner) / step
        return positions, velocities

    def over(self, points) -> Pass:
        """The orbit over a scene.

        Parameters
        ----------
        points : ndarray, shape (point, 3)
            Corners and middle of the scene, Earth-fixed.

        Raises
        ------
        GroundshiftError
            If the orbit does not pass the scene.
        """
        step = np.median(np.diff(self.times))
        low, high = self.times[0] - BEYOND * step, self.times[-1] + BEYOND * step
        times = np.linspace(low, high, int(min((high - low) / MARGIN, 20000)) + 2)
        positions, _ = self.at(times)
        near = [np.argmin(np.linalg.norm(positions - p, axis=1)) for p in points]
        if min(near) == 0 or max(near) == len(times) - 1:
            raise GroundshiftError(
                "The orbit does not pass the scene: latitude and longitude do not belong to these "
                "images, or the state vectors end too early; get files with the right ones."
            )
        margin = 2 * (times[1] - times[0])
        return self.polynomial(
            max(times[min(near)] - margin, low + MARGIN),
            min(times[max(near)] + margin, high - MARGIN),
        )

    def polynomial(self, start: float, stop: float) -> Pass:
        """The orbit over a scene as one polynomial, quick to evaluate.

        Parameters
        ----------
        start, stop : float
            First and last time.
        """
        middle, half = (start + stop) / 2, (stop - start) / 2 + MARGIN
        inner = np.cos(np.pi * (np.arange(DEGREE + 3) + 0.5) / (DEGREE + 3))
        positions, _ = self.at(middle + half * inner)
        coefficients = np.polynomial.chebyshev.chebfit(inner, positions, DEGREE)
        powers = np.stack([np.polynomial.chebyshev.cheb2poly(c) for c in coefficients.T], axis=1)
        return Pass(middle, half, powers)

    def check(self, name) -> None:
        """Refuse state vectors that are none.

        Raises
        ------
        GroundshiftError
            `name` stands for the file.
        """
        radius = np.linalg.norm(self.positions, axis=1)
        speed = np.linalg.norm(self.velocities, axis=1)
        good = (
            len(self.times) >= 2 and np.all(np.diff(self.times) > 0)
            and np.all((radius > 6.5e6) & (radius < 9e6)) and np.all((speed > 5e3) & (speed < 9e3))
        )  # fmt: skip
        if not good:
            raise GroundshiftError(
                f"{name}: its state vectors are no orbit (positions in metres and velocities in "
                "m/s from the Earth's centre, in the order of time, are expected); get it again."
            )


@dataclass(frozen=True)
class Pass:
    """A polynomial of an orbit around one scene.

    Parameters
    ----------
    middle, half : float
        Middle of the span, and half of it with a margin, seconds.
    powers : ndarray, shape (degree + 1, 3)
        Coefficients in powers of ``(t - middle) / half``, metres.
    """

    middle: float
    half: float
    powers: np.ndarray

    def ranges(self, points) -> tuple[np.ndarray, np.ndarray]:
        """Slant range and time of closest approach of points.

        Parameters
        ----------
        points : ndarray, shape (point, 3)
            Earth-fixed, metres; NaN gives NaN.

        Returns
        -------
        ranges, times : ndarray, shape (point,)
            Metres and seconds.

        Raises
        ------
        GroundshiftError
            If points are passed outside of the span.
        """
        from ._orbit_kernel import closest

        points = np.ascontiguousarray(points, float)
        with kernel_lock:
            ranges, inner = closest(points, self.powers)
        there = np.isfinite(inner)
        if there.any() and np.abs(inner[there]).max() > 1.0:
            raise GroundshiftError(
                "The ground lies outside of the span of the orbit; latitudes, longitudes and "
                "heights do not belong to these images, or their times are wrong."
            )
        return ranges, self.middle + self.half * inner

    def states(self, times) -> tuple[np.ndarray, np.ndarray]:
        """Positions and velocities at times; shape (time, 3) each."""
        inner = (np.asarray(times, float) - self.middle) / self.half
        slopes = np.polynomial.polynomial.polyder(self.powers)
        value = np.polynomial.polynomial.polyval
        return value(inner, self.powers).T, value(inner, slopes).T / self.half


def ecef(longitude, latitude, height) -> np.ndarray:
    """Earth-fixed coordinates of points.

    Parameters
    ----------
    longitude, latitude : ndarray
        Degrees.
    height : ndarray or float
        Metres above the ellipsoid.

    Returns
    -------
    ndarray, shape (..., 3)
    """
    lon, lat = np.radians(longitude), np.radians(latitude)
    normal = A**2 / np.sqrt((A * np.cos(lat)) ** 2 + (B * np.sin(lat)) ** 2)
    across = (normal + height) * np.cos(lat)
    up = (normal * (B / A) ** 2 + height) * np.sin(lat)
    return np.stack(np.broadcast_arrays(across * np.cos(lon), across * np.sin(lon), up), axis=-1)


def look_components(longitude, latitude, points, positions) -> np.ndarray:
    """East, north and up parts of the unit vectors from points to the satellite; (point, 3).

    Parameters
    ----------
    longitude, latitude : ndarray, shape (point,)
        Degrees.
    points, positions : ndarray, shape (point, 3)
        Of the ground and of the satellite, Earth-fixed.
    """
    lon, lat = np.radians(longitude), np.radians(latitude)
    away = positions - points
    away /= np.linalg.norm(away, axis=-1, keepdims=True)
    east = -np.sin(lon) * away[:, 0] + np.cos(lon) * away[:, 1]
    inward = np.cos(lon) * away[:, 0] + np.sin(lon) * away[:, 1]
    north = -np.sin(lat) * inward + np.cos(lat) * away[:, 2]
    up = np.cos(lat) * inward + np.sin(lat) * away[:, 2]
    return np.stack([east, north, up], axis=-1)


def perpendicular_baseline(reference: Pass, other: Pass, point) -> float:
    """Perpendicular baseline of a pass against a reference, seen from a point.

    The part of the vector between the two satellites (each where it passes the point) that is at
    right angles to the reference's line of sight and to its flight, counted upwards. A point that
    lies ``dz`` above the elevation model then shows the displacement
    ``baseline / (range sin incidence) dz`` (positive towards the satellite), the sign of GAMMA's
    ``C cos(look) - N sin(look)`` and of Fattahi and Amelung (2013), eq. 5.

    Parameters
    ----------
    reference, other : Pass
    point : ndarray, shape (3,)
        Earth-fixed.

    Returns
    -------
    float
        Metres.
    """
    point = np.asarray(point, float).reshape(1, 3)
    places = []
    for flight in (reference, other):
        distance, time = flight.ranges(point)
        places.append((distance, *flight.states(time)))
    (distance, first, velocity), (_, second, _) = places
    sight = (point - first) / distance
    across = np.cross(sight, velocity)[0]
    across /= np.linalg.norm(across)
    if across @ point[0] < 0:
        across = -across
    return float((second - first)[0] @ across)


@dataclass(frozen=True)
class RadarGeometry:
    """Distance and angle where the geometry file does not give them.

    Parameters
    ----------
    incidence : float
        Degrees from the vertical.
    orbit_height, earth_radius : float
        Metres; the distance follows from them over a round Earth.
    """

    incidence: float = 38.0
    orbit_height: float = 693000.0
    earth_radius: float = 6371000.0

    def distance(self, incidence) -> np.ndarray:
        """Slant range, metres, at an incidence in degrees."""
        angle = np.radians(incidence)
        radius = self.earth_radius
        far = (radius + self.orbit_height) ** 2 - (radius * np.sin(angle)) ** 2
        return np.sqrt(far) - radius * np.cos(angle)
