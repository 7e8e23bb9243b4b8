# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Places on the ellipsoid as vectors, so that neighbours are found over any distance.

No map projection keeps distances over thousands of kilometres. Straight-line (chord) distances
between geocentric places grow with the distances along the ground, so the nearest place of a trace
is found by the chord, and its distance then measured along the geodesic. As the Earth is no sphere,
two traces that are equally far in different directions can be mistaken for one another: that costs
up to 1e-3 (d / 6000 km)^2 of a distance d, 3 cm at 100 km and 30 m at 1000 km, and mostly nothing.
"""

from __future__ import annotations

import numpy as np

from .axes import ECCENTRICITY_2, SEMI_MAJOR


def geocentric(longitude, latitude) -> np.ndarray:
    """Geocentric places on the WGS 84 ellipsoid.

    Parameters
    ----------
    longitude, latitude : ndarray
        Degrees.

    Returns
    -------
    ndarray, shape (..., 3)
        Metres.
    """
    lon, lat = np.radians(longitude), np.radians(latitude)
    radius = SEMI_MAJOR / np.sqrt(1 - ECCENTRICITY_2 * np.sin(lat) ** 2)
    return np.stack(
        [radius * np.cos(lat) * np.cos(lon), radius * np.cos(lat) * np.sin(lon),
         radius * (1 - ECCENTRICITY_2) * np.sin(lat)], axis=-1,
    )  # fmt: skip


def compass(longitude, latitude) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Unit vectors east, north and up at places, each of shape (..., 3)."""
    lon, lat = np.radians(longitude), np.radians(latitude)
    zero = np.zeros_like(lon)
    east = np.stack([-np.sin(lon), np.cos(lon), zero], axis=-1)
    north = np.stack([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)], axis=-1)
    up = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    return east, north, up


def geodesics(from_lon, from_lat, to_lon, to_lat) -> tuple[np.ndarray, np.ndarray]:
    """Length (metres) and azimuth at the start (degrees, 0 to 360) of geodesics on WGS 84."""
    from pyproj import Geod

    azimuth, _, length = Geod(ellps="WGS84").inv(from_lon, from_lat, to_lon, to_lat)
    return np.asarray(length, float), np.asarray(azimuth, float) % 360.0


def middle(longitude, latitude) -> tuple[float, float]:
    """Longitude and latitude (degrees) of the mean direction of places."""
    _, _, up = compass(np.asarray(longitude, float), np.asarray(latitude, float))
    x, y, z = up.mean(axis=0)
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def equal_area(longitude: float, latitude: float) -> str:
    """The Lambert azimuthal equal-area projection about a place, as PROJ takes it."""
    return (
        f"+proj=laea +lat_0={latitude:.6f} +lon_0={longitude:.6f} +x_0=0 +y_0=0 +ellps=WGS84 "
        "+units=m +no_defs"
    )
