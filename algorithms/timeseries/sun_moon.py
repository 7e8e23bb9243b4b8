# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where Sun and Moon stand over the turning Earth, to some arcseconds.

Meeus (1998), Astronomical Algorithms, 2nd edition, chapters 22, 25 and 47: the terms of the Moon's
longitude down to 3 arcseconds, of its distance down to 3 km. Beside ERFA's epv00 and moon98, from
1992 to 2027, the Sun is within 33 arcseconds and 12,000 km, the Moon within 28 arcseconds and 10
km, and a solid Earth tide within 0.05 mm.
"""

from __future__ import annotations

import numpy as np

J2000 = np.datetime64("2000-01-01T12:00:00", "ms")
TERRESTRIAL = 69.184
"""Terrestrial time less UTC, seconds, since 2017; it was 11 less in 1991, 6 arcseconds of Moon."""
CENTURY = 36525.0 * 86400.0
ASTRONOMICAL_UNIT = 149597870700.0
MOON = (
    (0, 0, 1, 0, 6.288774, -20905355), (2, 0, -1, 0, 1.274027, -3699111),
    (2, 0, 0, 0, 0.658314, -2955968), (0, 0, 2, 0, 0.213618, -569925),
    (0, 1, 0, 0, -0.185116, 48888), (0, 0, 0, 2, -0.114332, -3149),
    (2, 0, -2, 0, 0.058793, 246158), (2, -1, -1, 0, 0.057066, -152138),
    (2, 0, 1, 0, 0.053322, -170733), (2, -1, 0, 0, 0.045758, -204586),
    (0, 1, -1, 0, -0.040923, -129620), (1, 0, 0, 0, -0.03472, 108743),
    (0, 1, 1, 0, -0.030383, 104755), (2, 0, 0, -2, 0.015327, 10321), (0, 0, 1, 2, -0.012528, 0),
    (0, 0, 1, -2, 0.01098, 79661), (4, 0, -1, 0, 0.010675, -34782),
    (0, 0, 3, 0, 0.010034, -23210), (4, 0, -2, 0, 0.008548, -21636),
    (2, 1, -1, 0, -0.007888, 24208), (2, 1, 0, 0, -0.006766, 30824),
    (1, 0, -1, 0, -0.005163, -8379), (1, 1, 0, 0, 0.004987, -16675),
    (2, -1, 1, 0, 0.004036, -12831), (2, 0, 2, 0, 0.003994, -10445),
    (4, 0, 0, 0, 0.003861, -11650), (2, 0, -3, 0, 0.003665, 14403),
    (0, 1, -2, 0, -0.002689, -7003), (2, 0, -1, 2, -0.002602, 0), (2, -1, -2, 0, 0.00239, 10056),
    (1, 0, 1, 0, -0.002348, 6322), (2, -2, 0, 0, 0.002236, -9884), (0, 1, 2, 0, -0.00212, 5751),
    (0, 2, 0, 0, -0.002069, 0), (2, -2, -1, 0, 0.002048, -4950), (2, 0, 1, -2, -0.001773, 4130),
    (2, 0, 0, 2, -0.001595, 0), (4, -1, -1, 0, 0.001215, -3958), (0, 0, 2, 2, -0.00111, 0),
    (3, 0, -1, 0, -0.000892, 3258), (2, 1, 1, 0, -0.00081, 2616),
    (0, 0, 2, -2, -0.000381, -4421), (2, 0, -1, -2, 0, 8752),
)  # fmt: skip
MOON_LATITUDE = (
    (0, 0, 0, 1, 5.128122), (0, 0, 1, 1, 0.280602), (0, 0, 1, -1, 0.277693),
    (2, 0, 0, -1, 0.173237), (2, 0, -1, 1, 0.055413), (2, 0, -1, -1, 0.046271),
    (2, 0, 0, 1, 0.032573), (0, 0, 2, 1, 0.017198), (2, 0, 1, -1, 0.009266),
    (0, 0, 2, -1, 0.008822), (2, -1, 0, -1, 0.008216), (2, 0, -2, -1, 0.004324),
    (2, 0, 1, 1, 0.0042), (2, 1, 0, -1, -0.003359), (2, -1, -1, 1, 0.002463),
    (2, -1, 0, 1, 0.002211), (2, -1, -1, -1, 0.002065), (0, 1, -1, -1, -0.00187),
    (4, 0, -1, -1, 0.001828), (0, 1, 0, 1, -0.001794), (0, 0, 0, 3, -0.001749),
    (0, 1, -1, 1, -0.001565), (1, 0, 0, 1, -0.001491), (0, 1, 1, 1, -0.001475),
    (0, 1, 1, -1, -0.00141), (0, 1, 0, -1, -0.001344), (1, 0, 0, -1, -0.001335),
    (0, 0, 3, 1, 0.001107), (4, 0, 0, -1, 0.001021),
)  # fmt: skip
"""Multiples of the Moon's elongation, the anomalies of Sun and Moon and the argument of latitude;
longitude (degrees, of the sine) and distance (metres, of the cosine); likewise the latitude."""


def centuries(times, scale: float = TERRESTRIAL) -> np.ndarray:
    """Julian centuries since J2000 of times in UTC (datetime64), in terrestrial time."""
    since = (np.asarray(times, "datetime64[ms]") - J2000).astype(float) / 1e3
    return (since + scale) / CENTURY


def _arguments(t):
    """Elongation, anomalies of Sun and Moon, argument of latitude: radians, shape (4, ...)."""
    degrees = (
        297.8501921 + t * (445267.1114034 - t * 0.0018819),
        357.5291092 + t * (35999.0502909 - t * 0.0001536),
        134.9633964 + t * (477198.8675055 + t * 0.0087414),
        93.2720950 + t * (483202.0175233 - t * 0.0036539),
    )
    return np.radians(np.stack(degrees) % 360.0)


def _moon(t):
    """Longitude and latitude of the mean ecliptic of date (degrees), and distance (metres)."""
    arguments, dimming = _arguments(t), 1.0 - t * (0.002516 + t * 0.0000074)
    mean = 218.31665436 + t * (481267.88123421 - t * 0.0015786)
    venus = np.radians(119.75 + 131.849 * t)
    longitude = mean + 0.003958 * np.sin(venus)
    longitude = longitude + 0.001962 * np.sin(np.radians(mean) - arguments[3])
    latitude = -0.002235 * np.sin(np.radians(mean))
    distance = 385000560.0
    for *multiples, of_longitude, of_distance in MOON:
        phase = np.tensordot(multiples, arguments, axes=1)
        size = dimming ** abs(multiples[1])
        longitude = longitude + of_longitude * size * np.sin(phase)
        distance = distance + of_distance * size * np.cos(phase)
    for *multiples, of_latitude in MOON_LATITUDE:
        phase = np.tensordot(multiples, arguments, axes=1)
        latitude = latitude + of_latitude * dimming ** abs(multiples[1]) * np.sin(phase)
    return longitude, latitude, distance


def _sun(t):
    """The same of the Sun: where it is, not where it is seen."""
    anomaly = _arguments(t)[1]
    centre = (
        (1.914602 - t * (0.004817 + t * 0.000014)) * np.sin(anomaly)
        + (0.019993 - t * 0.000101) * np.sin(2 * anomaly) + 0.000289 * np.sin(3 * anomaly)
    )  # fmt: skip
    longitude = 280.46646 + t * (36000.76983 + t * 0.0003032) + centre
    flattening = 0.016708634 - t * (0.000042037 + t * 0.0000001267)
    distance = 1.000001018 * (1 - flattening**2)
    distance = distance / (1 + flattening * np.cos(anomaly + np.radians(centre)))
    return longitude, np.zeros_like(longitude), ASTRONOMICAL_UNIT * distance


def sun_and_moon(times) -> tuple[np.ndarray, np.ndarray]:
    """Geocentric places of Sun and Moon, turning with the Earth.

    Parameters
    ----------
    times : ndarray of datetime64
        UTC, which is taken for UT1 (they differ by less than a second, 15 arcseconds).

    Returns
    -------
    sun, moon : ndarray, shape (..., 3)
        Metres, along the axes of the terrestrial frame.
    """
    t = centuries(times)
    universal = centuries(times, 0.0)
    # Sidereal time and ecliptic of date, with the two largest terms of the nutation.
    node = np.radians(125.04452 - 1934.136261 * t)
    twice = np.radians(2 * (280.46646 + 36000.76983 * t))
    shift = (-17.20 * np.sin(node) - 1.32 * np.sin(twice)) / 3600.0
    tilt = 23.4392911 - 0.0130042 * t
    tilt = np.radians(tilt + (9.20 * np.cos(node) + 0.57 * np.cos(twice)) / 3600.0)
    turned = 280.46061837 + 360.98564736629 * 36525.0 * universal + 0.000387933 * universal**2
    turned = np.radians((turned + shift * np.cos(tilt)) % 360.0)
    return _turned(_sun(t), shift, tilt, turned), _turned(_moon(t), shift, tilt, turned)


def _turned(place, shift, tilt, turned):
    """From ecliptic longitude, latitude and distance to the terrestrial frame."""
    longitude, latitude, distance = place
    longitude, latitude = np.radians((longitude + shift) % 360.0), np.radians(latitude)
    x = np.cos(latitude) * np.cos(longitude)
    y, z = np.cos(latitude) * np.sin(longitude), np.sin(latitude)
    y, z = y * np.cos(tilt) - z * np.sin(tilt), y * np.sin(tilt) + z * np.cos(tilt)
    x, y = x * np.cos(turned) + y * np.sin(turned), y * np.cos(turned) - x * np.sin(turned)
    return np.stack([x, y, z], axis=-1) * np.asarray(distance)[..., None]
