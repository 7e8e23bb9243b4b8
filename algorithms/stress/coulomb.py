# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress on planes, and how much nearer to failure its change brings them.

Stress is positive in tension; strike, dip and rake are those of Aki and Richards, and slip is that
of the hanging wall.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..source.planes import plane_vectors


@dataclass(frozen=True)
class Coulomb:
    """Stress change on planes, in the unit of the stress given.

    Parameters
    ----------
    shear : ndarray
        In the direction of the rake: positive where it pushes the plane to slip that way.
    normal : ndarray
        Positive where the plane is unclamped.
    pressure : ndarray
        Change of pore pressure before water has flowed; 0 where friction is the effective one,
        which has it in itself.
    change : ndarray
        Coulomb stress change: positive where the plane is brought nearer to failure.
    """

    shear: np.ndarray
    normal: np.ndarray
    pressure: np.ndarray
    change: np.ndarray


def resolve(stress, strike, dip, rake):
    """Shear and normal stress on planes.

    Parameters
    ----------
    stress : ndarray, shape (..., 3, 3)
        East, north, up; tension positive.
    strike, dip, rake : float or ndarray
        Radians, of shapes that fit the leading axes of the stress.

    Returns
    -------
    shear : ndarray
        In the direction of the rake.
    normal : ndarray
        Positive in tension.
    """
    normal, slip = plane_vectors(strike, dip, rake)
    traction = np.einsum("...ij,...j->...i", stress, normal)
    return np.einsum("...i,...i", traction, slip), np.einsum("...i,...i", traction, normal)


def coulomb_change(stress, strike, dip, rake, friction: float = 0.4, skempton=None) -> Coulomb:
    """Coulomb stress change on planes.

    Parameters
    ----------
    stress : ndarray, shape (..., 3, 3)
        Change of stress: east, north, up; tension positive.
    strike, dip, rake : float or ndarray
        Radians, of shapes that fit the leading axes of the stress.
    friction : float
        The effective coefficient of friction, unless `skempton` is given: then that of dry rock.
    skempton : float, optional
        Skempton's coefficient B, 0 to 1: pore pressure follows the mean stress.

    Returns
    -------
    Coulomb

    Raises
    ------
    GroundshiftError
        If a coefficient is out of its range.

    Notes
    -----
    ``shear + friction * (normal + pressure)`` with ``pressure = -B trace / 3`` (Rice and Cleary
    1976; King, Stein and Lin 1994, equations 6 to 12).
    """
    check_friction(friction, skempton)
    stress = np.asarray(stress, float)
    shear, normal = resolve(stress, strike, dip, rake)
    if skempton is None:
        pressure = np.zeros_like(shear)
    else:
        mean = np.trace(stress, axis1=-2, axis2=-1) / 3
        pressure = np.broadcast_to(-skempton * mean, shear.shape)
    return Coulomb(shear, normal, pressure, shear + friction * (normal + pressure))


def check_friction(friction: float, skempton=None) -> None:
    """Refuse coefficients out of their range.

    Raises
    ------
    GroundshiftError
        If friction is negative or Skempton's coefficient is not within 0 to 1.
    """
    if not 0 <= friction < np.inf:
        raise GroundshiftError("The coefficient of friction is negative; give some 0.4.")
    if skempton is not None and not 0 <= skempton <= 1:
        raise GroundshiftError("Skempton's coefficient is not within 0 to 1; give some 0.5.")
