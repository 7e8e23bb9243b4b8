# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coulomb stress change of a slip model at many points, and over depths.

Points are worked through in small lots: the stress tensors of a map are never held at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ..data.medium import Medium
from ..data.patches import SlipModel
from ..errors import check_cancelled
from ..source.elastic import gradients, stress
from ..source.forward import turned_tensor
from .coulomb import Coulomb, check_friction, coulomb_change
from .optimal import RegionalStress, optimal_planes

LOT = 2_000_000  # points times patches between two looks at the cancel button
MOST_POINTS = 20_000


@dataclass(frozen=True)
class FixedPlane:
    """Receivers that are the same everywhere.

    Parameters
    ----------
    strike, dip, rake : float
        Radians; strike from the true north.
    """

    strike: float
    dip: float
    rake: float


@dataclass(frozen=True)
class OptimalPlane:
    """Receivers that a regional stress and its change would break first, from point to point.

    Parameters
    ----------
    regional : RegionalStress
        Azimuths from the true north.
    vertical : bool
        Vertical planes that slip sideways, as maps of strike-slip regions show them.
    """

    regional: RegionalStress
    vertical: bool = False


@dataclass(frozen=True)
class Rock:
    """What carries the stress.

    Parameters
    ----------
    medium : Medium
    friction : float
        Effective, unless `skempton` is given.
    skempton : float or None
        See :func:`.coulomb.coulomb_change`.

    Raises
    ------
    GroundshiftError
        If a coefficient is out of its range.
    """

    medium: Medium = field(default_factory=Medium)
    friction: float = 0.4
    skempton: float | None = None

    def __post_init__(self):
        check_friction(self.friction, self.skempton)


@dataclass(frozen=True)
class StressChange:
    """Stress change at points, in pascal; NaN on the edges of patches and above the ground.

    Parameters
    ----------
    coulomb : Coulomb
        Arrays of shape (point,). On optimal planes shear and normal are those of the first one;
        the Coulomb change is the same on both.
    planes : ndarray, shape (point, 2, 3), or None
        Strike, dip and rake (rad) of both optimal planes; None for fixed receivers.
    """

    coulomb: Coulomb
    planes: np.ndarray | None = None


def stress_change(
    model: SlipModel,
    points,
    convergence,
    receiver: FixedPlane | OptimalPlane,
    rock: Rock,
    cancelled: Callable[[], bool] | None = None,
) -> StressChange:
    """Coulomb stress change that a slip model brings at points.

    Parameters
    ----------
    model : SlipModel
    points : ndarray, shape (point, 3)
        East, north, up in the model's frame, metres.
    convergence : float or ndarray, shape (point,)
        Radians clockwise from the true north to the frame's north.
    receiver : FixedPlane or OptimalPlane
    rock : Rock
    cancelled : callable, optional
        Asked between lots of points.

    Returns
    -------
    StressChange

    Raises
    ------
    Cancelled
        If the user asked to stop.
    """
    points = np.asarray(points, float)
    convergence = np.broadcast_to(np.asarray(convergence, float), len(points))
    values = np.empty((4, len(points)))
    planes = np.empty((len(points), 2, 3)) if isinstance(receiver, OptimalPlane) else None
    lot = int(np.clip(LOT // max(1, len(model)), 256, MOST_POINTS))
    for first in range(0, len(points), lot):
        check_cancelled(cancelled)
        some = slice(first, first + lot)
        change = gradients(model, points[some], rock.medium.poisson)
        tensors = stress(turned_tensor(change, convergence[some]), rock.medium)
        if planes is None:
            angles = receiver.strike, receiver.dip, receiver.rake
        else:
            total = receiver.regional.tensor(-points[some, 2]) + tensors
            both = np.stack(optimal_planes(total, rock.friction, receiver.vertical), axis=-1)
            planes[some] = both
            angles = both[:, 0].T
        change = coulomb_change(tensors, *angles, rock.friction, rock.skempton)
        values[:, some] = change.shear, change.normal, change.pressure, change.change
    return StressChange(Coulomb(*values), planes)


def largest_over_depth(change, depths):
    """The largest value over depths, and where it is.

    Parameters
    ----------
    change : ndarray, shape (depth, ...)
    depths : sequence of float

    Returns
    -------
    value, depth : ndarray, shape (...)
        NaN where there is none at any depth.
    """
    change = np.asarray(change, float)
    low = np.where(np.isnan(change), -np.inf, change)
    at = low.argmax(axis=0)
    value = np.take_along_axis(low, at[np.newaxis], axis=0)[0]
    known = np.isfinite(value)
    return np.where(known, value, np.nan), np.where(known, np.asarray(depths, float)[at], np.nan)
