# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Solid Earth tides: the ground's answer to the pull of Sun and Moon.

Petit and Luzum (2010), IERS Conventions (2010), IERS Technical Note 36, section 7.1.1: degree 2 and
3 with nominal Love and Shida numbers, their latitude dependence, the out-of-phase part of an
anelastic mantle (step 1), and the frequency dependence of the diurnal and the long-period band
(step 2). Written anew from the Conventions' equations 7.5 to 7.13 for arrays, in components along
the ground instead of geocentric ones; it is not software of the IERS. As there, the permanent tide
stays in (step 3 is not applied): between dates it cancels.
"""

from __future__ import annotations

import numpy as np

from ..data.axes import ECCENTRICITY_2
from .sun_moon import centuries, sun_and_moon

EARTH_RADIUS = 6378136.6
SUN_MASS, MOON_MASS = 332946.0482, 0.0123000371  # Earth masses
H_DIURNAL, L_DIURNAL = -0.0025, -0.0007  # out of phase
H_SEMIDIURNAL, L_SEMIDIURNAL = -0.0022, -0.0007
L1_DIURNAL, L1_SEMIDIURNAL = 0.0012, 0.0024
DIURNAL = (
    (-3, 0, 2, 0, 0, -0.01, 0, 0, 0), (-3, 2, 0, 0, 0, -0.01, 0, 0, 0),
    (-2, 0, 1, -1, 0, -0.02, 0, 0, 0), (-2, 0, 1, 0, 0, -0.08, 0, -0.01, 0.01),
    (-2, 2, -1, 0, 0, -0.02, 0, 0, 0), (-1, 0, 0, -1, 0, -0.1, 0, 0, 0),
    (-1, 0, 0, 0, 0, -0.51, 0, -0.02, 0.03), (-1, 2, 0, 0, 0, 0.01, 0, 0, 0),
    (0, -2, 1, 0, 0, 0.01, 0, 0, 0), (0, 0, -1, 0, 0, 0.02, 0, 0, 0),
    (0, 0, 1, 0, 0, 0.06, 0, 0, 0), (0, 0, 1, 1, 0, 0.01, 0, 0, 0),
    (0, 2, -1, 0, 0, 0.01, 0, 0, 0), (1, -3, 0, 0, 1, -0.06, 0, 0, 0),
    (1, -2, 0, -1, 0, 0.01, 0, 0, 0), (1, -2, 0, 0, 0, -1.23, -0.07, 0.06, 0.01),
    (1, -1, 0, 0, -1, 0.02, 0, 0, 0), (1, -1, 0, 0, 1, 0.04, 0, 0, 0),
    (1, 0, 0, -1, 0, -0.22, 0.01, 0.01, 0), (1, 0, 0, 0, 0, 12.0, -0.8, -0.67, -0.03),
    (1, 0, 0, 1, 0, 1.73, -0.12, -0.1, 0), (1, 0, 0, 2, 0, -0.04, 0, 0, 0),
    (1, 1, 0, 0, -1, -0.5, -0.01, 0.03, 0), (1, 1, 0, 0, 1, 0.01, 0, 0, 0),
    (0, 1, 0, 1, -1, -0.01, 0, 0, 0), (1, 2, -2, 0, 0, -0.01, 0, 0, 0),
    (1, 2, 0, 0, 0, -0.11, 0.01, 0.01, 0), (2, -2, 1, 0, 0, -0.01, 0, 0, 0),
    (2, 0, -1, 0, 0, -0.02, 0, 0, 0),
)  # fmt: skip
"""Multiples of s, h, p, N' and ps beside tau; radial and transverse, in and out of phase, mm
(table 7.3a)."""
LONG_PERIOD = (
    (0, 0, 0, 1, 0, 0.47, 0.23, 0.16, 0.07), (0, 2, 0, 0, 0, -0.2, -0.12, -0.11, -0.05),
    (1, 0, -1, 0, 0, -0.11, -0.08, -0.09, -0.04), (2, 0, 0, 0, 0, -0.13, -0.11, -0.15, -0.07),
    (2, 0, 0, 1, 0, -0.05, -0.05, -0.06, -0.03),
)  # fmt: skip
"""The same of the long-period band: radial and transverse in phase, then out of phase (7.3b)."""


def _of_body(body, mass, latitude, longitude):
    """Step 1 of one body: displacement up, north, east along the geocentric vertical, metres."""
    distance = np.linalg.norm(body, axis=-1)
    x, y, z = np.moveaxis(body, -1, 0) / distance
    # Towards the place's meridian, and to its east.
    x, y = (
        x * np.cos(longitude) + y * np.sin(longitude),
        y * np.cos(longitude) - x * np.sin(longitude),
    )
    sine, cosine = np.sin(latitude), np.cos(latitude)
    twice = cosine**2 - sine**2
    up, north, east = cosine * x + sine * z, cosine * z - sine * x, y
    second = mass * EARTH_RADIUS * (EARTH_RADIUS / distance) ** 3
    third = second * EARTH_RADIUS / distance
    of_latitude = 1.0 - 1.5 * cosine**2
    h2, l2 = 0.6078 - 0.0006 * of_latitude, 0.0847 + 0.0002 * of_latitude
    h3, l3 = 0.292, 0.015
    along = 3 * l2 * up * second + 1.5 * l3 * (5 * up**2 - 1) * third
    radial = h2 * (1.5 * up**2 - 0.5) * second + h3 * (2.5 * up**3 - 1.5 * up) * third
    # Love numbers out of phase, and the latitude dependence l1, by band.
    radial = radial + second * (
        3 * H_DIURNAL * sine * cosine * z * y + 1.5 * H_SEMIDIURNAL * cosine**2 * x * y
    )
    to_north = (
        3 * L_DIURNAL * twice * z * y - 3 * L_SEMIDIURNAL * sine * cosine * x * y
        - 3 * L1_DIURNAL * sine**2 * z * x - 1.5 * L1_SEMIDIURNAL * sine * cosine * (x**2 - y**2)
    )  # fmt: skip
    to_east = (
        -3 * L_DIURNAL * sine * z * x - 1.5 * L_SEMIDIURNAL * cosine * (x**2 - y**2)
        - 3 * L1_DIURNAL * sine * twice * z * y + 3 * L1_SEMIDIURNAL * sine**2 * cosine * x * y
    )  # fmt: skip
    return np.stack([radial, along * north + second * to_north, along * east + second * to_east])


def _astronomical(t, hours):
    """Doodson's arguments tau, s, h, p, N' and ps, radians."""
    s = 218.31664563 + t * (481267.88194 + t * (-0.0014663889 + t * 0.00000185139))
    tau = hours * 15.0 + 280.4606184 + t * (36000.7700536 + t * (0.00038793 - t * 0.0000000258)) - s
    s = s + t * (1.396971278 + t * (0.000308889 + t * (0.000000021 + t * 0.000000007)))
    h = 280.46645 + t * (36000.7697489 + t * (0.00030322222 + t * (2e-8 - t * 0.00000000654)))
    p = 83.35324312 + t * (
        4069.01363525 + t * (-0.01032172222 + t * (-0.0000124991 + t * 0.00000005263))
    )
    n = 234.95544499 + t * (
        1934.13626197 + t * (-0.00207561111 + t * (-0.00000213944 + t * 0.0000000165))
    )
    ps = 282.93734098 + t * (
        1.71945766667 + t * (0.00045688889 + t * (-0.00000001778 - t * 0.00000000334))
    )
    return np.radians(np.stack([tau, s, h, p, n, ps]) % 360.0)


def _by_frequency(t, hours, latitude, longitude):
    """Step 2: displacement up, north, east along the geocentric vertical, metres."""
    tau, *others = _astronomical(t, hours)
    sine, cosine = np.sin(latitude), np.cos(latitude)
    total = 0.0
    for *multiples, r_in, r_out, t_in, t_out in DIURNAL:
        phase = tau + np.tensordot(multiples, others, axes=1) + longitude
        swing, other = np.sin(phase), np.cos(phase)
        total = total + np.stack(
            [2 * sine * cosine * (r_in * swing + r_out * other),
             (cosine**2 - sine**2) * (t_in * swing + t_out * other),
             sine * (t_in * other - t_out * swing)]
        )  # fmt: skip
    for *multiples, r_in, t_in, r_out, t_out in LONG_PERIOD:
        phase = np.tensordot(multiples, others, axes=1)
        swing, other = np.sin(phase), np.cos(phase)
        total = total + np.stack(
            [(1.5 * sine**2 - 0.5) * (r_in * other + r_out * swing),
             2 * cosine * sine * (t_in * other + t_out * swing), 0.0 * sine * swing]
        )  # fmt: skip
    return 1e-3 * total


def tide_of(sun, moon, t, hours, latitude, longitude) -> np.ndarray:
    """Displacement by the bodies' places.

    Parameters
    ----------
    sun, moon : ndarray, shape (..., 3)
        Metres, in the terrestrial frame.
    t : ndarray
        Julian centuries of terrestrial time since J2000.
    hours : ndarray
        Of the day, UTC.
    latitude, longitude : ndarray
        Geocentric, radians.

    Returns
    -------
    ndarray, shape (3, ...)
        Up, north and east of the sphere, metres.
    """
    return (
        _of_body(sun, SUN_MASS, latitude, longitude)
        + _of_body(moon, MOON_MASS, latitude, longitude)
        + _by_frequency(t, hours, latitude, longitude)
    )  # fmt: skip


def solid_tide(longitude, latitude, times) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Displacement of the ground by the solid Earth tide.

    Parameters
    ----------
    longitude, latitude : ndarray
        Geodetic, degrees.
    times : ndarray of datetime64
        UTC; broadcast with the places.

    Returns
    -------
    east, north, up : ndarray
        Metres, along the axes of the ellipsoid; conventional tide-free, as coordinates of ITRF.
    """
    longitude, latitude, times = np.broadcast_arrays(
        longitude, latitude, np.asarray(times, "datetime64[ms]")
    )
    lon, geodetic = np.radians(longitude.astype(float)), np.radians(latitude.astype(float))
    geocentric = np.arctan((1 - ECCENTRICITY_2) * np.tan(geodetic))
    hours = (times - times.astype("datetime64[D]")).astype(float) / 3.6e6
    radial, north, east = tide_of(*sun_and_moon(times), centuries(times), hours, geocentric, lon)
    tilt = geodetic - geocentric
    return (
        east, north * np.cos(tilt) - radial * np.sin(tilt),
        radial * np.cos(tilt) + north * np.sin(tilt),
    )  # fmt: skip
