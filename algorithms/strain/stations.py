# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Gradients of the horizontal motion of stations, at any place between them.

Around a place the motion is a translation, a rotation and an even strain, fitted to the stations
with weights that fall with their distance (Shen et al. 2015, with a Gaussian). The motion of a
station, to its own east and north, is first taken to those of the place, in space: a rotation of a
plate about its pole is then linear in the coordinates in space over any distance, and is no strain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.earth import compass, geocentric

FEWEST = 4  # stations that may tell six unknowns and something of their misfit
CHUNK = 64  # places at a time
WIDEST_GAP = 180.0  # degrees
FLAT = 1e-3  # of the spread of stations across their line to that along it


@dataclass(frozen=True)
class Stations:
    """Horizontal motion of stations.

    Parameters
    ----------
    longitude, latitude : ndarray, shape (station,)
        Degrees.
    motion, std : ndarray, shape (station, 2)
        East and north in metres (a year), and standard deviations.
    correlation : ndarray, shape (station,)
        Between east and north.
    """

    longitude: np.ndarray
    latitude: np.ndarray
    motion: np.ndarray
    std: np.ndarray
    correlation: np.ndarray

    def __len__(self) -> int:
        return len(self.longitude)


@dataclass(frozen=True)
class Gradients:
    """What the stations tell about places.

    Parameters
    ----------
    motion : ndarray, shape (2, place)
        East and north.
    gradient : ndarray, shape (4, place)
        East along east and north, north along east and north; NaN where they do not tell it.
    covariance : ndarray, shape (4, 4, place)
    distance : ndarray, shape (place,)
        Over which the weights fall to 0.37, metres.
    count : ndarray of int, shape (place,)
        Stations within twice that.
    misfit : ndarray, shape (place,)
        Root of the weighted mean square of the residuals, in standard deviations.
    """

    motion: np.ndarray
    gradient: np.ndarray
    covariance: np.ndarray
    distance: np.ndarray
    count: np.ndarray
    misfit: np.ndarray


def gradients_at(
    longitude, latitude, stations: Stations, distance=None, enough=8.0, limits=(1e3, 1e6), step=None
) -> Gradients:
    """Gradients of the motion at places.

    Parameters
    ----------
    longitude, latitude : ndarray, shape (place,)
        Degrees.
    stations : Stations
    distance : float, optional
        Metres over which the weights ``exp(-(d / distance)^2)`` fall; without it, at each place so
        far that they sum up to `enough`.
    enough : float
        Sum of the weights of the stations.
    limits : (float, float)
        Least and largest distance where it is found; beyond, a place has no gradient.
    step : callable, optional
        Called after some places.

    Returns
    -------
    Gradients
        Places at the edge, with all stations on one side, have none.

    Notes
    -----
    Standard deviations are those of the weighted estimate under the stations' own covariances,
    multiplied by the misfit where that is above one: stations that disagree more than they
    should, or strain that is not even, are noise, too.
    """
    lon, lat = np.asarray(longitude, float), np.asarray(latitude, float)
    count = len(lon)
    found = Gradients(
        np.full((2, count), np.nan), np.full((4, count), np.nan), np.full((4, 4, count), np.nan),
        np.full(count, np.nan), np.zeros(count, int), np.full(count, np.nan),
    )  # fmt: skip
    own = geocentric(stations.longitude, stations.latitude)
    axes = np.stack(compass(stations.longitude, stations.latitude)[:2])  # (2, station, 3)
    vectors = np.einsum("sc,csk->sk", stations.motion, axes)
    for first in range(0, count, CHUNK):
        part = slice(first, min(first + CHUNK, count))
        _some(part, lon[part], lat[part], own, vectors, axes, stations, found, distance, enough,
              limits)  # fmt: skip
        if step is not None:
            step()
    return found


def smoothing_distances(square, enough: float, limits) -> np.ndarray:
    """Distances at which the weights of the stations sum up to a number.

    Parameters
    ----------
    square : ndarray, shape (place, station)
        Squares of distances, m2.
    enough : float
    limits : (float, float)
        Metres.

    Returns
    -------
    ndarray, shape (place,)
        The least where that is enough already; infinity where the largest is too little.
    """
    low, high = (np.full(len(square), np.log(limit)) for limit in limits)

    def total(logarithm):
        return np.exp(-square / np.exp(2 * logarithm)[:, np.newaxis]).sum(axis=1)

    lost = total(high) < enough
    for _ in range(40):
        middle = 0.5 * (low + high)
        much = total(middle) >= enough
        high, low = np.where(much, middle, high), np.where(much, low, middle)
    return np.where(lost, np.inf, np.exp(high))


def _some(part, lon, lat, own, vectors, axes, stations, found, distance, enough, limits):
    frame = np.stack(compass(lon, lat))  # (axis, place, 3)
    here = geocentric(lon, lat)
    away = own - here[:, np.newaxis]  # (place, station, 3)
    # East, north and up of each station from each place.
    place = np.einsum("psk,cpk->cps", away, frame)
    square = (away**2).sum(axis=2)
    if distance is None:
        reach = smoothing_distances(square, enough, limits)
    else:
        reach = np.full(len(lon), float(distance))
    found.distance[part] = reach
    for k in np.flatnonzero(np.isfinite(reach)):
        near = np.flatnonzero(square[k] < (3.0 * reach[k]) ** 2)
        found.count[part.start + k] = int((square[k] < (2.0 * reach[k]) ** 2).sum())
        if len(near) < FEWEST or not _around(place[:2, k, near], reach[k]):
            continue
        weight = np.exp(-square[k, near] / reach[k] ** 2)
        radius = float(here[k] @ frame[2, k])
        turned = np.einsum("csk,dk->scd", axes[:, near], frame[:2, k])
        motion = np.einsum("sk,dk->sd", vectors[near], frame[:2, k])
        _one(
            part.start + k, place[:, k, near], motion, turned, stations.std[near],
            stations.correlation[near], weight, radius, found,
        )  # fmt: skip


def _around(place, reach) -> bool:
    """Whether stations within twice the distance lie on all sides, and not along one line."""
    near = place[:, np.hypot(*place) < 2 * reach]
    if near.shape[1] < 3:
        return False
    middle = near - near.mean(axis=1, keepdims=True)
    spread = np.linalg.eigvalsh(np.einsum("as,bs->ab", middle, middle))
    if not spread[0] > FLAT**2 * spread[1]:
        return False
    angles = np.sort(np.degrees(np.arctan2(near[1], near[0])))
    gaps = np.diff(np.append(angles, angles[0] + 360.0))
    return bool(gaps.max() < WIDEST_GAP) or bool((np.hypot(*near) < 1e-6 * reach).any())


def _one(at, place, motion, turned, std, correlation, weight, radius, found):
    """Fit one place."""
    count = len(weight)
    east, north, up = place
    # East and north of a rotation about any pole are linear in space: (radius + up) times it.
    drop = 1.0 + up / radius
    design = np.zeros((count, 2, 6))
    design[:, 0, 0] = design[:, 1, 1] = drop
    design[:, 0, 2], design[:, 0, 3] = east, north
    design[:, 1, 4], design[:, 1, 5] = east, north
    between = std[:, 0] * std[:, 1] * correlation
    own = np.array([[std[:, 0] ** 2, between], [between, std[:, 1] ** 2]])
    cov = np.einsum("sca,cds,sdb->sab", turned, own, turned)
    inverse = np.linalg.inv(cov)
    scale = np.array([1.0, 1.0, *[np.sqrt((east**2 + north**2).mean())] * 4])
    design /= scale
    one = np.einsum("sai,sab,sbj->sij", design, inverse, design)
    normal = np.einsum("s,sij->ij", weight, one)
    right = np.einsum("s,sai,sab,sb->i", weight, design, inverse, motion)
    if np.linalg.cond(normal) > 1e10:
        return
    inverted = np.linalg.inv(normal)
    fit = inverted @ right
    middle = np.einsum("s,sij->ij", weight**2, one)
    known = inverted @ middle @ inverted
    residual = motion - design @ fit
    square = np.einsum("s,sa,sab,sb->", weight, residual, inverse, residual)
    free = 2 * weight.sum() - np.trace(inverted @ middle)
    misfit = np.sqrt(square / free) if free > 0.1 else np.nan
    if not free > 0.1:
        return
    fit, known = fit / scale, known / np.outer(scale, scale) * max(1.0, misfit**2)
    found.motion[:, at], found.gradient[:, at] = fit[:2], fit[2:]
    found.covariance[..., at], found.misfit[at] = known[2:, 2:], misfit
