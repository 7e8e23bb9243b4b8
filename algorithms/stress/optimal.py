# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Planes that a stress would break first, and the regional stress that chooses them.

After King, Stein and Lin (1994), doi:10.1785/BSSA0840030935: in a friction law the planes nearest
to failure hold the axis of the middle principal stress and lie at ``atan(1 / friction) / 2`` from
the axis of the greatest compression, one on each side of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..source.planes import angles
from .coulomb import check_friction

REGIMES = ("strike-slip", "thrust", "normal")
MOST_SKEW = np.radians(5.0)  # of axes that ought to be at right angles
SAME = 1e-9  # share of the stress below which all its axes are the same and no plane is the best
VERTICAL = 1e-12  # a normal that rises less is level


@dataclass(frozen=True)
class RegionalStress:
    """The stress before the earthquake, in three principal axes.

    Parameters
    ----------
    axes : ndarray, shape (3, 3)
        A unit vector (east, north, up) a row.
    surface : ndarray, shape (3,)
        Principal stresses at the surface in pascal, **compression positive**.
    gradient : ndarray, shape (3,)
        How they grow with depth, pascal a metre.

    Notes
    -----
    What is the same in all three plays no part in the choice of planes.
    """

    axes: np.ndarray
    surface: np.ndarray
    gradient: np.ndarray

    @classmethod
    def of_axes(cls, azimuth, plunge, surface, gradient=(0.0, 0.0, 0.0)) -> RegionalStress:
        """From directions, as Coulomb's ``S1DR``, ``S1DP``, ``S1IN`` and ``S1GD`` give them.

        Parameters
        ----------
        azimuth, plunge : sequence of 3 float
            Radians clockwise from north, and downwards.
        surface, gradient : sequence of 3 float
            See :class:`RegionalStress`.

        Raises
        ------
        GroundshiftError
            If the axes are not at right angles to each other.
        """
        azimuth, plunge = np.asarray(azimuth, float), np.asarray(plunge, float)
        flat = np.cos(plunge)
        axes = np.stack([flat * np.sin(azimuth), flat * np.cos(azimuth), -np.sin(plunge)], axis=1)
        skew = np.abs(axes @ axes.T - np.eye(3)).max()
        if not skew < np.sin(MOST_SKEW):
            raise GroundshiftError(
                "The three axes of the regional stress are not at right angles to each other; "
                "check their azimuths and plunges."
            )
        # Files round angles: the nearest axes that are square to each other.
        left, _, right = np.linalg.svd(axes)
        return cls(left @ right, np.asarray(surface, float), np.asarray(gradient, float))

    @classmethod
    def of_regime(
        cls, azimuth: float, regime: str, difference: float, middle: float = 0.5
    ) -> RegionalStress:
        """From what stress maps show.

        Parameters
        ----------
        azimuth : float
            Of the greatest horizontal compression, radians clockwise from north.
        regime : str
            One of :data:`REGIMES`.
        difference : float
            Between the greatest and the least compression, pascal.
        middle : float
            Where the middle one lies between the least (0) and the greatest (1).

        Raises
        ------
        GroundshiftError
            If the regime is unknown or a number is out of its range.
        """
        if regime not in REGIMES:
            raise GroundshiftError(f"{regime}: is no regime; give one of {', '.join(REGIMES)}.")
        if not 0 < difference < np.inf or not 0 <= middle <= 1:
            raise GroundshiftError(
                "The regional stress has no maximum and minimum compression; give a difference "
                "above 0 and a middle stress from 0 to 1."
            )
        along, across, up = (azimuth, 0.0), (azimuth + np.pi / 2, 0.0), (0.0, np.pi / 2)
        order = {
            "strike-slip": (along, up, across),
            "thrust": (along, across, up),
            "normal": (up, along, across),
        }[regime]
        return cls.of_axes(*zip(*order), difference * np.array([1.0, middle, 0.0]))

    def tensor(self, depth) -> np.ndarray:
        """Stress at depths.

        Parameters
        ----------
        depth : float or ndarray
            Metres, positive down.

        Returns
        -------
        ndarray, shape (..., 3, 3)
            Pascal: east, north, up; tension positive.
        """
        depth = np.asarray(depth, float)
        values = self.surface + depth[..., None] * self.gradient
        return -np.einsum("...k,ki,kj->...ij", values, self.axes, self.axes)


def optimal_planes(stress, friction: float = 0.4, vertical: bool = False):
    """The two planes that a stress would break first.

    Parameters
    ----------
    stress : ndarray, shape (..., 3, 3)
        The whole stress (regional and its change): east, north, up; tension positive.
    friction : float
        Pore pressure that follows the mean stress changes nothing here.
    vertical : bool
        Of the vertical planes alone, which slip sideways: the horizontal stresses decide.

    Returns
    -------
    strike, dip, rake : ndarray, shape (..., 2)
        Radians: strike 0 to 2 pi, rake -pi to pi. The first plane is the right-lateral one where
        the middle axis is steep. NaN where the stress is NaN, or has no greatest and least axis.

    Raises
    ------
    GroundshiftError
        If friction is negative.
    """
    check_friction(friction)
    stress = np.asarray(stress, float)
    if vertical:
        stress = _flattened(stress)
    first, third = _outer_axes(stress)
    angle = 0.5 * np.arctan2(1.0, friction)
    near, far = np.cos(angle), np.sin(angle)
    planes = [
        _angles(near * third + side * far * first, far * third - side * near * first)
        for side in (1.0, -1.0)
    ]
    return tuple(np.stack(parts, axis=-1) for parts in zip(*planes))


def _flattened(stress):
    """The horizontal stresses, with a vertical one that lies between them."""
    flat = np.array(stress)
    flat[..., 2, :2] = flat[..., :2, 2] = 0.0
    flat[..., 2, 2] = 0.5 * (flat[..., 0, 0] + flat[..., 1, 1])
    return flat


def _outer_axes(stress):
    """Axes of the greatest and of the least compression, with signs that hang together.

    The middle axis points up where it is steep, else to the east; the three are right-handed, by
    which the two planes keep their order from point to point.
    """
    values, axes = _eigen(stress)
    spread = values[..., 2] - values[..., 0]
    size = np.abs(values).max(axis=-1)
    axes = np.where((spread > SAME * size)[..., None, None], axes, np.nan)
    first, middle = axes[..., :, 0], axes[..., :, 1]
    steep = np.abs(middle[..., 2]) >= np.sqrt(0.5)
    middle = middle * _sign(np.where(steep, middle[..., 2], middle[..., 0]))[..., None]
    return first, np.cross(first, middle)


def _eigen(stress):
    """Eigenvalues and vectors, NaN where the stress is."""
    good = np.isfinite(stress).all(axis=(-2, -1))
    values, axes = np.linalg.eigh(np.where(good[..., None, None], stress, np.eye(3)))
    return (
        np.where(good[..., None], values, np.nan),
        np.where(good[..., None, None], axes, np.nan),
    )


def _sign(values):
    """Sign that is 1 for 0."""
    return np.where(values < 0, -1.0, 1.0)


def _angles(normal, slip):
    """Strike, dip and rake of planes whose side `normal` goes along `slip`."""
    level = np.abs(normal[..., 2]) < VERTICAL
    # The hanging wall is the upper side; a vertical plane strikes from 0 to below 180 degrees.
    turn = _sign(np.where(level, -normal[..., 1], normal[..., 2]))[..., None]
    known = np.isfinite(normal).all(axis=-1)
    return tuple(np.where(known, angle, np.nan) for angle in angles(turn * normal, turn * slip))
