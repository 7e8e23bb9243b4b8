# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion seen by several orbits as up and east, up and along the aspect, or up, east and north.

An observation is a unit vector in (east, north, up) and the motion along it: towards a satellite,
along its flight (azimuth offsets), or north (GNSS).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

STATUS = {
    1: "solved",
    2: "left out: directions too much alike",
    3: "left out: too few observations",
    4: "left out: no aspect (flat)",
}
"""What became of a cell; 0 is no data at all."""

CONDITION_LIMIT = 8.0
"""Largest condition number by default; an ascending and a descending Sentinel-1 have 1.0 to 1.7."""

LEAST_EIGENVALUE = 1e-2
"""Of the largest one, below which constants between tracks are not told from motion."""


@dataclass(frozen=True)
class Decomposed:
    """Components of the motion; arrays of shape (pixel,) unless said.

    Parameters
    ----------
    values : ndarray, shape (component, pixel)
        In the order of the design's columns, in the unit of the data.
    covariance : ndarray, shape (component, component, pixel)
    condition : ndarray
        Ratio of the largest to the smallest singular value of the design, without weights.
    residual : ndarray
        Weighted root mean square of what is left; NaN where nothing can be left.
    status : ndarray of uint8
        Codes of :data:`STATUS`.
    """

    values: np.ndarray
    covariance: np.ndarray
    condition: np.ndarray
    residual: np.ndarray
    status: np.ndarray

    def std(self, component: int) -> np.ndarray:
        """Standard deviation of a component."""
        return np.sqrt(self.covariance[component, component])

    def correlation(self, first: int, second: int) -> np.ndarray:
        """Correlation of two components' errors."""
        return self.covariance[first, second] / (self.std(first) * self.std(second))


def axes_of_motion(pixels: int, north: bool = False, aspect=None) -> np.ndarray:
    """Directions of the components that are looked for.

    Parameters
    ----------
    pixels : int
    north : bool
        East, north and up; else east and up.
    aspect : ndarray, shape (pixel,), optional
        Azimuth of steepest descent in degrees: then along it (positive downhill) and up.

    Returns
    -------
    ndarray, shape (3, component, pixel)
        East, north and up of every component; up is the last one.
    """
    count = 3 if north and aspect is None else 2
    axes = np.zeros((3, count, pixels))
    axes[2, -1] = 1.0
    if aspect is not None:
        axes[0, 0], axes[1, 0] = np.sin(np.radians(aspect)), np.cos(np.radians(aspect))
    else:
        axes[0, 0] = 1.0
        if north:
            axes[1, 1] = 1.0
    return axes


def along_track(look, left_looking: bool = False) -> np.ndarray:
    """Unit vectors of the flight, ``(sin h, cos h, 0)``, from the lines of sight.

    Parameters
    ----------
    look : ndarray, shape (3, ...)
        East, north, up of the unit vector from the ground to the satellite.
    left_looking : bool
    """
    east, north, _ = look
    flat = np.hypot(east, north)
    side = -1.0 if left_looking else 1.0
    return np.stack([side * north / flat, -side * east / flat, np.zeros_like(flat)])


def decompose(vectors, data, std, axes, limit: float = CONDITION_LIMIT) -> Decomposed:
    """Weighted least squares of the components, every pixel by itself.

    Motion along directions that are not among the axes is taken as none: with east and up alone,
    north is neglected (see :func:`leakage`).

    Parameters
    ----------
    vectors : ndarray, shape (observation, 3, pixel)
        Unit vectors in (east, north, up).
    data, std : ndarray, shape (observation, pixel)
        Motion along them and its standard deviation; NaN where unknown.
    axes : ndarray, shape (3, component, pixel)
        See :func:`axes_of_motion`.
    limit : float
        Largest condition number; worse cells are left out.

    Returns
    -------
    Decomposed
        The covariance is ``(G' W G)^-1`` with the inverse variances as weights.
    """
    from ..threads import kernel_lock
    from ._decompose_kernel import solve_pixels

    design = np.einsum("kep,enp->knp", vectors, axes)
    rows, n, pixels = design.shape
    values, covariance = np.empty((n, pixels)), np.empty((n, n, pixels))
    measures, count = np.empty((2, pixels)), np.empty(pixels, np.uint8)
    with kernel_lock:
        solve_pixels(
            np.ascontiguousarray(design), np.ascontiguousarray(data, float),
            np.ascontiguousarray(std, float), float(limit), values, covariance, measures, count,
        )  # fmt: skip
    condition, residual = measures
    seen = np.isfinite(data).any(axis=0)
    cases = [
        (~seen, 0),
        (~np.isfinite(axes).all(axis=(0, 1)), 4),
        (count < n, 3),
        (~(condition <= limit), 2),
    ]
    status = np.select(*zip(*cases), default=1).astype(np.uint8)
    return Decomposed(values, covariance, condition, residual, status)


def condition_of(vectors, axes) -> np.ndarray:
    """Condition numbers of the geometry alone, shape (pixel,); see :func:`decompose`."""
    ones = np.where(np.isfinite(vectors).all(axis=1), 1.0, np.nan)
    return decompose(vectors, ones, np.ones_like(ones), axes, np.inf).condition


def leakage(vectors, std, axes) -> np.ndarray:
    """What a unit of neglected north motion does to the components, shape (component, pixel).

    ``-(G' W G)^-1 G' W g_north`` with the sign of an error: what is found minus what is true.
    """
    found = decompose(vectors, vectors[:, 1], std, axes, np.inf)
    return found.values


@dataclass(frozen=True)
class ReferenceMotion:
    """Known motion at a reference, zero where nothing is said; in the unit of the data."""

    east: float = 0.0
    north: float = 0.0
    up: float = 0.0

    def along(self, vectors) -> np.ndarray:
        """The motion along unit vectors of shape (..., 3)."""
        return np.asarray(vectors) @ np.array([self.east, self.north, self.up])


class Levelling:
    """Constants between tracks that make them fit each other, from what is left over.

    Only with more observations than components is anything left over. Of all constants that fit
    alike, the ones with the smallest sum of squares are taken: a shift that looks like real motion
    in all tracks cannot be told from it, and stays.
    """

    def __init__(self, observations: int):
        self._normal = np.zeros((observations, observations))
        self._right = np.zeros(observations)

    def add(self, vectors, data, std, axes) -> None:
        """Take in pixels; arguments as in :func:`decompose`."""
        design = np.einsum("kep,enp->pkn", vectors, axes)
        good = np.isfinite(data).T & (std > 0).T & np.isfinite(design).all(axis=2)
        use = good.sum(axis=1) > design.shape[2]
        good, design = good[use], np.where(good[use][..., None], design[use], 0.0)
        weight = np.where(good, 1 / std.T[use] ** 2, 0.0)
        values = np.where(good, data.T[use], 0.0)
        weighted = weight[..., None] * design
        inverse = np.linalg.pinv(np.swapaxes(weighted, 1, 2) @ design, hermitian=True)
        # What a pixel's own motion cannot explain: W - W G (G' W G)^-1 G' W.
        part = -weighted @ inverse @ np.swapaxes(weighted, 1, 2)
        diagonal = np.arange(part.shape[1])
        part[:, diagonal, diagonal] += weight
        self._normal += part.sum(axis=0)
        self._right += np.einsum("pkl,pl->k", part, values)

    def constants(self) -> np.ndarray:
        """One constant an observation, to be taken out of the data.

        Raises
        ------
        GroundshiftError
            If nothing is left over anywhere.
        """
        values, vectors = np.linalg.eigh(self._normal)
        good = values > LEAST_EIGENVALUE * max(values.max(), 0.0)
        if not good.any() or values.max() <= 0:
            raise GroundshiftError(
                "The tracks cannot be levelled by themselves: nowhere are there more observations "
                "than components; give a reference point or area instead."
            )
        vectors = vectors[:, good]
        return vectors @ ((vectors.T @ self._right) / values[good])
