# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""COMET LiCSAR's frames of Sentinel-1: their names, and which can see a place.

A name such as ``087D_07004_121904`` holds the relative orbit (the track), the pass, and a
hundredfold of the centre's colatitude in degrees (Lazecky et al. 2020, doi:10.3390/rs12152430).
There is no service that finds frames by place. The orbit does: a track goes over a latitude once on
its ascending and once on its descending pass, so that a handful of tracks remain to be listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

FRAME = re.compile(r"(\d{3})([AD])_(\d{5})_\d{6}", re.ASCII)
TRACKS = 175
STEP = 360.0 * 12 / TRACKS  # degrees that the Earth turns in an orbit: 175 in 12 days
INCLINATION = 98.18  # degrees
MIDDLE = 470 / 111.2  # degrees of arc from below the satellite to the middle of its swath
NODE = 0.0
"""Longitude of track 1's ascending node, so that the model meets the well-known frames (Etna, Campi
Flegrei, Kilauea, Galapagos, La Palma, Ridgecrest, Mexico City, Zagros) within 1.7 degrees."""
REACH = 3.5  # degrees of longitude at the equator: half of a frame's width, and the model's error
HEIGHT = 2.5  # degrees from a frame's centre to its ends and some more


@dataclass(frozen=True)
class Frame:
    """A frame that sees a place.

    Parameters
    ----------
    name : str
    ring : ndarray, shape (vertex, 2)
        Longitude and latitude of its outline, closed.
    share : float
        Of the place, 0 to 1.
    pairs : tuple of str
        Interferograms that there are, as ``YYYYMMDD_YYYYMMDD``.
    """

    name: str
    ring: np.ndarray
    share: float
    pairs: tuple = ()


def track_of(frame: str) -> int:
    """The track of a frame."""
    return int(frame[:3])


def pass_of(frame: str) -> str:
    """``ascending`` or ``descending``."""
    return "ascending" if frame[3] == "A" else "descending"


def latitude_of(frame: str) -> float:
    """Latitude of a frame's centre as its name says it, degrees."""
    return 90 - int(FRAME.fullmatch(frame)[3]) / 100


def middle_longitude(track, ascending: bool, latitude):
    """Where the middle of a track's swath crosses a latitude.

    Parameters
    ----------
    track : int or ndarray
    ascending : bool
    latitude : float
        Degrees.

    Returns
    -------
    float or ndarray
        Degrees, of any turn; right by some 1.7 degrees up to the middle latitudes.
    """
    tilt = np.radians(INCLINATION)
    along = np.arcsin(np.clip(np.sin(np.radians(latitude)) / np.sin(tilt), -1, 1))
    # Orbits begin at their ascending node: what lies south of it belongs to their end.
    along = along % (2 * np.pi) if ascending else np.pi - along
    east = np.degrees(np.arctan2(np.cos(tilt) * np.sin(along), np.cos(along)))
    side = (1 if ascending else -1) * MIDDLE / max(np.cos(np.radians(latitude)), 0.05)
    turned = STEP * (np.asarray(track) - 1 + along / (2 * np.pi))
    return NODE + east - turned + side


def tracks_near(box) -> list:
    """Tracks and passes whose swath may touch a rectangle.

    Parameters
    ----------
    box : (xmin, ymin, xmax, ymax)
        Longitude and latitude.

    Returns
    -------
    list of (int, str)
        Track, and ``A`` or ``D``.
    """
    west, south, east, north = box
    tracks, near = np.arange(1, TRACKS + 1), []
    for letter in "AD":
        found = np.zeros(TRACKS, bool)
        for latitude in np.linspace(south, north, 5):
            reach = REACH / max(np.cos(np.radians(latitude)), 0.05) + (east - west) / 2
            away = middle_longitude(tracks, letter == "A", latitude) - (west + east) / 2
            found |= np.abs((away + 180) % 360 - 180) <= reach
        near += [(int(track), letter) for track in tracks[found]]
    return near


def may_see(frame: str, letter: str, box) -> bool:
    """Whether a frame is of a pass and its centre's latitude near enough to a rectangle."""
    latitude = latitude_of(frame)
    return frame[3] == letter and box[1] - HEIGHT <= latitude <= box[3] + HEIGHT


def read_outline(text: str, frame: str):
    """Outline of a frame from its ``-poly.txt``, a corner a line.

    Parameters
    ----------
    text : str
    frame : str
        Its name tells latitudes from longitudes.

    Returns
    -------
    ndarray, shape (vertex, 2), or None
        Longitude and latitude of the hull, closed; None where the text holds none.
    """
    from scipy.spatial import ConvexHull, QhullError

    numbers = [re.findall(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", line) for line in text.splitlines()]
    corners = np.array([line for line in numbers if len(line) == 2], float).reshape(-1, 2)
    if len(corners) < 3:
        return None
    middle = np.abs((corners.min(axis=0) + corners.max(axis=0)) / 2 - latitude_of(frame))
    if middle[0] < middle[1]:
        corners = corners[:, ::-1]
    try:
        order = ConvexHull(corners).vertices
    except QhullError:
        return None
    return corners[[*order, order[0]]]


def pairs_between(pairs, first, last, longest) -> list:
    """Pairs within dates and not longer than some days.

    Parameters
    ----------
    pairs : sequence of (str, datetime64[D], datetime64[D])
        Name and dates.
    first, last : datetime64[D] or None
    longest : int or None

    Returns
    -------
    list of the same
    """
    return [
        pair for pair in pairs
        if (first is None or min(pair[1:]) >= first)
        and (last is None or max(pair[1:]) <= last)
        and (longest is None or abs(pair[2] - pair[1]).astype(int) <= longest)
    ]  # fmt: skip
