# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change on receiver faults, and how it varies with what is not well known of them."""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np

from ..blocks import compute
from ..data.medium import Medium
from ..data.patches import PatchSet, SlipModel
from ..errors import GroundshiftError, check_cancelled, tell
from ..source import elastic
from ..source.planes import plane_vectors
from .coulomb import check_friction
from .near_source import distance_to
from .receivers import Receivers

NODES = 5  # of dip and of rake within their ranges, the likeliest in the middle
FRICTIONS = 3
LIKELIEST = (NODES // 2 * NODES + NODES // 2) * FRICTIONS + 1
AT_ONCE = 20_000  # receivers


@dataclass(frozen=True)
class Friction:
    """Friction of receiver faults and the range it may lie in.

    Parameters
    ----------
    value : float
        Effective, unless `skempton` is given.
    skempton : float, optional
    low, high : float
        Taken with the same `skempton`.

    Raises
    ------
    GroundshiftError
        If one is out of its range, or the range does not hold the value.
    """

    value: float = 0.4
    skempton: float | None = None
    low: float = 0.2
    high: float = 0.8

    def __post_init__(self):
        check_friction(self.value, self.skempton)
        check_friction(self.low)
        if not self.low <= self.value <= self.high:
            raise GroundshiftError(
                f"Friction {self.value:g} is not within its range of {self.low:g} to "
                f"{self.high:g}; widen the range."
            )

    @property
    def values(self) -> np.ndarray:
        """Least, likeliest and greatest, shape (3,)."""
        return np.array([self.low, self.value, self.high])


@dataclass(frozen=True)
class FaultStress:
    """Stress change on receivers; pascal, NaN where masked.

    Parameters
    ----------
    shear, change : ndarray, shape (receiver, 2)
        For both rakes, NaN for a second one that there is not.
    normal, pressure : ndarray, shape (receiver,)
    on_source : ndarray of bool, shape (receiver,)
        Too near to the patches that slipped, or on a singularity: masked.
    total : ndarray, shape (plane, 2, variation)
        Sum of change times the length that receivers stand for; of all :data:`NODES` dips, rakes
        and :data:`FRICTIONS`, the likeliest one at :data:`LIKELIEST`.
    peak : ndarray, shape (plane, 2, variation)
        Greatest change; minus infinity where all receivers are masked.
    weight : ndarray, shape (plane,)
        Sum of the lengths, masked receivers left out.
    """

    shear: np.ndarray
    change: np.ndarray
    normal: np.ndarray
    pressure: np.ndarray
    on_source: np.ndarray
    total: np.ndarray
    peak: np.ndarray
    weight: np.ndarray


def nodes(angles) -> np.ndarray:
    """Angles over their ranges.

    Parameters
    ----------
    angles : ndarray, shape (..., 3)
        Likeliest, least and greatest.

    Returns
    -------
    ndarray, shape (..., NODES)
        From the least to the greatest, the likeliest in the middle.
    """
    value, low, high = np.moveaxis(np.asarray(angles, float), -1, 0)
    return np.stack([low, (low + value) / 2, value, (value + high) / 2, high], axis=-1)


def stress_at(model: SlipModel, points, medium: Medium, progress=None, cancelled=None):
    """Stress change at points, many of them at a time.

    Returns
    -------
    ndarray, shape (point, 3, 3)
        Pascal, NaN where singular.
    """
    out = np.empty((len(points), 3, 3))
    threads = os.cpu_count() or 1
    for first in range(0, len(points), AT_ONCE):
        check_cancelled(cancelled)
        part = slice(first, first + AT_ONCE)
        gradients = compute(
            lambda some: elastic.displacement_gradients(model, some, medium.poisson)[1],
            points[part], threads,
        )  # fmt: skip
        out[part] = elastic.stress(gradients, medium)
        tell(progress, min(1.0, (first + AT_ONCE) / len(points)))
    return out


def fault_stress(
    model: SlipModel,
    medium: Medium,
    receivers: Receivers,
    dip,
    rake,
    friction: Friction,
    source: PatchSet,
    near: float,
    progress=None,
    cancelled=None,
) -> FaultStress:
    """Stress change on receivers, and on what they might be instead.

    Parameters
    ----------
    model : SlipModel
    medium : Medium
    receivers : Receivers
    dip : ndarray, shape (plane, 3)
        Radians: likeliest, least, greatest. Receivers stay where the likeliest dip has them.
    rake : ndarray, shape (plane, 2, 3)
    friction : Friction
    source : PatchSet
        Patches that slipped.
    near : float
        Receivers within so many metres of them are masked.
    progress, cancelled : callable, optional
    """
    count, planes = len(receivers), len(receivers.segment)
    dips, rakes = nodes(dip), nodes(rake)
    shear, change = np.full((count, 2), np.nan), np.full((count, 2), np.nan)
    normal, pressure = np.full(count, np.nan), np.full(count, np.nan)
    on_source = distance_to(source, receivers.point, near) <= near
    variations = NODES * NODES * FRICTIONS
    total = np.zeros((planes, 2, variations))
    peak = np.full((planes, 2, variations), -np.inf)
    weight = np.zeros(planes)
    for some, parts in _whole_planes(receivers.owner):
        stress = stress_at(model, receivers.point[some], medium, cancelled=cancelled)
        on_source[some] |= ~np.isfinite(stress).all(axis=(1, 2))
        stress[on_source[some]] = np.nan
        tractions = _tractions(stress, receivers.strike, dips, receivers.owner[some])
        pressure[some] = _pressure(stress, friction)
        slip, varied = _changes(tractions, pressure[some], rakes[receivers.owner[some]], friction)
        shear[some], change[some] = slip, varied[..., LIKELIEST]
        normal[some] = tractions[:, NODES // 2, 0]
        share = np.where(on_source[some], 0.0, receivers.share[some])
        where = receivers.owner[some][parts]
        total[where] = np.add.reduceat(np.nan_to_num(varied) * share[:, None, None], parts)
        peak[where] = np.maximum.reduceat(np.where(np.isnan(varied), -np.inf, varied), parts)
        weight[where] = np.add.reduceat(share, parts)
        tell(progress, some.stop / count)
    return FaultStress(shear, change, normal, pressure, on_source, total, peak, weight)


def _whole_planes(owner):
    """Parts of the receivers that hold all of their planes, and where the planes start in them."""
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]]) if len(owner) else []
    first = 0
    while first < len(starts):
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + AT_ONCE)))
        stop = starts[last] if last < len(starts) else len(owner)
        yield slice(int(starts[first]), int(stop)), starts[first:last] - starts[first]
        first = last


def _tractions(stress, strike, dips, owner):
    """Normal, along-strike and up-dip tractions, shape (receiver, NODES, 3)."""
    angles = strike[owner, None], dips[owner]
    across, along = plane_vectors(*angles, 0.0)
    up = plane_vectors(*angles, np.pi / 2)[1]
    traction = np.einsum("rij,rdj->rdi", stress, across)
    return np.stack(
        [np.einsum("rdi,rdi->rd", traction, part) for part in (across, along, up)], axis=-1
    )


def _pressure(stress, friction):
    if friction.skempton is None:
        return np.where(np.isnan(stress[:, 0, 0]), np.nan, 0.0)
    return -friction.skempton * np.trace(stress, axis1=1, axis2=2) / 3


def _changes(tractions, pressure, rakes, friction):
    """Likeliest shear, shape (receiver, 2), and changes of all variations."""
    normal, along, up = np.moveaxis(tractions, -1, 0)[:, :, None, :, None]
    shear = along * np.cos(rakes)[:, :, None] + up * np.sin(rakes)[:, :, None]
    clamped = (normal + pressure[:, None, None, None])[..., None] * friction.values
    change = shear[..., None] + clamped
    return shear[:, :, NODES // 2, NODES // 2], change.reshape(*change.shape[:2], -1)
