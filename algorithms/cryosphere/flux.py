# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Flux of ice through gates: speed across them times thickness, with errors that are alike nearby.

``Q = f ∫ (v · n) H ds``; f takes the speed of the surface to the mean over the depth. Ice that only
deforms under its weight has ``f = (n + 1) / (n + 2)`` by Glen's law of exponent n, 0.8 for 3, and
ice that only slides has 1 (Cuffey and Paterson 2010, section 8.3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.semivariogram import empirical

PAIRS = 200_000  # of places on stable ground


@dataclass(frozen=True)
class Errors:
    """How wrong what goes into a flux may be.

    Parameters
    ----------
    velocity : float
        Standard deviation of each component, m/yr.
    velocity_range : float
        Metres over which it is alike (to 1 / e).
    thickness_range : float
        The same for the thickness, whose standard deviation comes with it.
    """

    velocity: float
    velocity_range: float
    thickness_range: float


@dataclass(frozen=True)
class Flux:
    """Of one gate; volume and mass are those of a year.

    Parameters
    ----------
    volume, volume_std : float
        m³.
    by_velocity, by_thickness, by_factor : float
        Parts of the standard deviation.
    width, area : float
        m and m², of what is known.
    known : float
        Share of the gate's length where velocity and thickness are known.
    speed, thickness : float
        Means: speed across the gate weighed by thickness, m/yr, and m.
    azimuth : float
        Where the ice goes, degrees clockwise from north.
    through : ndarray, shape (place,)
        Flux by metre of the gate, m²/yr; NaN where nothing is known.
    """

    volume: float
    volume_std: float
    by_velocity: float
    by_thickness: float
    by_factor: float
    width: float
    area: float
    known: float
    speed: float
    thickness: float
    azimuth: float
    through: np.ndarray


def along(vertices, step: float) -> tuple:
    """Places along a line, in the middle of pieces of about one length.

    Parameters
    ----------
    vertices : ndarray, shape (vertex, 2)
        Metres east and north.
    step : float

    Returns
    -------
    places, normals : ndarray, shape (place, 2)
        Normals point to the right of the line.
    lengths, distance : ndarray, shape (place,)
        Of the pieces, and from the line's beginning.
    """
    places, normals, lengths = [], [], []
    for first, second in zip(vertices[:-1], vertices[1:]):
        length = float(np.hypot(*(second - first)))
        if length == 0:
            continue
        count = max(1, int(np.ceil(length / step)))
        share = (np.arange(count) + 0.5)[:, None] / count
        places.append(first + share * (second - first))
        right = np.array([second[1] - first[1], first[0] - second[0]]) / length
        normals.append(np.repeat(right[None], count, axis=0))
        lengths.append(np.full(count, length / count))
    if not places:
        return np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0), np.zeros(0)
    lengths = np.concatenate(lengths)
    return (
        np.concatenate(places),
        np.concatenate(normals),
        lengths,
        np.cumsum(lengths) - (0.5 * lengths),
    )


def flux(places, normals, lengths, velocity, thickness, thickness_std, errors, factors) -> Flux:
    """Flux through a gate.

    Parameters
    ----------
    places, normals : ndarray, shape (place, 2)
        Metres east and north; see :func:`along`.
    lengths : ndarray, shape (place,)
    velocity : ndarray, shape (place, 2)
        Of the surface, m/yr to the east and north.
    thickness, thickness_std : ndarray, shape (place,)
        Metres.
    errors : Errors
    factors : (float, float)
        Least and most of f; all between are as likely.

    Returns
    -------
    Flux
        Positive where the ice goes on the whole; what is not known counts as nothing.
    """
    known = np.isfinite(velocity).all(axis=1) & np.isfinite(thickness) & (thickness >= 0)
    factor = 0.5 * (factors[0] + factors[1])
    spread = (factors[1] - factors[0]) / np.sqrt(12)
    across = np.where(
        known, np.einsum("ij,ij->i", np.where(known[:, None], velocity, 0), normals), 0
    )
    deep = np.where(known, thickness, 0.0)
    plain = float((across * deep * lengths).sum())
    side = -1.0 if plain < 0 else 1.0
    # Errors along one gate are alike over their range; a bend turns what the velocity's does.
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)
    by_velocity = _spread(
        deep * lengths, errors.velocity, distance, errors.velocity_range, normals @ normals.T
    )
    by_thickness = _spread(
        across * lengths * np.where(known, thickness_std, 0.0), 1.0, distance,
        errors.thickness_range, 1.0,
    )  # fmt: skip
    parts = factor * by_velocity, factor * by_thickness, spread * abs(plain)
    area, width = float((deep * lengths).sum()), float(lengths[known].sum())
    toward = (np.where(known[:, None], velocity, 0.0) * (deep * lengths)[:, None]).sum(axis=0)
    return Flux(
        volume=factor * abs(plain), volume_std=float(np.sqrt(sum(part**2 for part in parts))),
        by_velocity=parts[0], by_thickness=parts[1], by_factor=parts[2], width=width, area=area,
        known=width / float(lengths.sum()) if len(lengths) else 0.0,
        speed=abs(plain) / area if area else np.nan, thickness=area / width if width else np.nan,
        azimuth=float(np.degrees(np.arctan2(*toward)) % 360),
        through=np.where(known, factor * side * across * deep, np.nan),
    )  # fmt: skip


def _spread(weights, std, distance, reach, alike) -> float:
    """Standard deviation of a weighed sum of what errs alike over a range."""
    correlation = np.exp(-distance / reach) if reach > 0 else (distance == 0).astype(float)
    return std * float(np.sqrt(max(0.0, weights @ (correlation * alike) @ weights)))


def stable_errors(x, y, velocity, seed: int = 0) -> tuple:
    """How wrong velocities are, and how far alike, by what they are where nothing moves.

    Parameters
    ----------
    x, y : ndarray, shape (place,)
        Metres.
    velocity : ndarray, shape (place, 2)
    seed : int

    Returns
    -------
    std : float
        Of a component: half of what holds 68 % of them.
    reach : float
        Metres over which the semivariance gets to 1 - 1 / e of its sill.
    shift : ndarray, shape (2,)
        Medians, which should be nothing.
    """
    shift = np.median(velocity, axis=0)
    rest = velocity - shift
    # Velocities that were matched have more large errors than a normal distribution.
    std = float(np.sqrt(np.mean(np.percentile(np.abs(rest), 68.27, axis=0) ** 2)))
    random = np.random.default_rng(seed)
    first, second = random.integers(0, len(x), (2, PAIRS))
    # Half of the pairs are close ones, by the order along a curve that keeps neighbours.
    order = np.lexsort((x, np.round(y / max(np.ptp(y) / 50, 1e-9))))
    near = random.integers(0, len(x) - 1, PAIRS)
    first = np.concatenate([first, order[near]])
    second = np.concatenate([second, order[np.minimum(near + random.integers(1, 9, PAIRS),
                                                      len(x) - 1)]])  # fmt: skip
    apart = np.hypot(x[first] - x[second], y[first] - y[second])
    good = apart > 0
    calm = np.clip(rest, -4 * std, 4 * std)
    distance, value, _ = empirical(
        apart[good], (calm[first, 0] - calm[second, 0])[good], float(apart.max()),
        float(apart[good].min()),
    )  # fmt: skip
    if not len(value):
        return std, 0.0, shift
    sill = float(np.median(value[len(value) // 2 :]))
    reached = np.flatnonzero(value >= (1 - np.exp(-1)) * sill)
    return std, float(distance[reached[0]]) if len(reached) else float(distance[-1]), shift
