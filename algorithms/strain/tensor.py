# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Strain and rotation of a gradient of horizontal motion, with their standard deviations.

The gradient has four numbers: of the motion east along east and along north, of the motion north
along east and along north. Its symmetric part is the strain, the other one the rotation about the
vertical, anticlockwise positive: ``0.5 (d north / d east - d east / d north)``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

NAMES = (
    "strain_ee", "strain_en", "strain_nn", "dilatation", "max_shear", "strain_1", "strain_2",
    "invariant", "rotation",
)  # fmt: skip


@dataclass(frozen=True)
class Strain:
    """Strain and rotation; of each, arrays of one shape.

    Parameters
    ----------
    values, std : dict of str to ndarray
        By :data:`NAMES`, with standard deviations of the first order. ``max_shear`` is half of the
        difference of the principal strains ``strain_1`` (the larger, extension positive) and
        ``strain_2``; ``invariant`` the root of the sum of the squares of all four components.
    azimuth, azimuth_std : ndarray
        Of ``strain_1``, degrees clockwise from north, 0 to 180.
    """

    values: dict
    std: dict
    azimuth: np.ndarray
    azimuth_std: np.ndarray


def strain_of(gradient, covariance) -> Strain:
    """Strain and rotation of gradients.

    Sizes that cannot be negative (shear, invariant) are too large where they are within their
    standard deviation of zero: noise has a size, too.

    Parameters
    ----------
    gradient : ndarray, shape (4, ...)
        East along east and north, north along east and north.
    covariance : ndarray, shape (4, 4, ...)
        NaN where unknown.

    Returns
    -------
    Strain
    """
    g = np.asarray(gradient, float)
    ee, en, nn, rotation = g[0], 0.5 * (g[1] + g[2]), g[3], 0.5 * (g[2] - g[1])
    half, middle = 0.5 * (ee - nn), 0.5 * (ee + nn)
    shear = np.hypot(half, en)
    invariant = np.sqrt(ee**2 + nn**2 + 2 * en**2)
    with np.errstate(invalid="ignore", divide="ignore"):
        # Directions of the derivatives where a size is zero: any will do.
        c, s = (np.where(shear > 0, part / shear, w) for part, w in ((half, 1.0), (en, 0.0)))
        i = [np.where(invariant > 0, part / invariant, w) for part, w in
             ((ee, 1.0), (en, 0.0), (nn, 0.0))]  # fmt: skip
    zero, one = np.zeros_like(ee), np.ones_like(ee)
    shear_by = np.stack([0.5 * c, 0.5 * s, 0.5 * s, -0.5 * c])
    middle_by = np.stack([0.5 * one, zero, zero, 0.5 * one])
    rows = {
        "strain_ee": (ee, np.stack([one, zero, zero, zero])),
        "strain_en": (en, np.stack([zero, 0.5 * one, 0.5 * one, zero])),
        "strain_nn": (nn, np.stack([zero, zero, zero, one])),
        "dilatation": (2 * middle, 2 * middle_by),
        "max_shear": (shear, shear_by),
        "strain_1": (middle + shear, middle_by + shear_by),
        "strain_2": (middle - shear, middle_by - shear_by),
        "invariant": (invariant, np.stack([i[0], i[1], i[1], i[2]])),
        "rotation": (rotation, np.stack([zero, -0.5 * one, 0.5 * one, zero])),
    }
    std = {name: _std(by, covariance) for name, (_, by) in rows.items()}
    # The axis turns by half of what the point (half, en) goes round.
    with np.errstate(invalid="ignore", divide="ignore"):
        turn = _std(np.stack([-0.5 * s, 0.5 * c, 0.5 * c, 0.5 * s]), covariance) / (2 * shear)
    azimuth = (90.0 - 0.5 * np.degrees(np.arctan2(en, half))) % 180.0
    # An axis of which nothing is known is as far off as a random one: 180 / sqrt(12).
    turn = np.minimum(np.degrees(turn), 180.0 / np.sqrt(12.0))
    return Strain({name: value for name, (value, _) in rows.items()}, std, azimuth, turn)


def _std(by, covariance):
    total = np.zeros(by.shape[1:])
    for k in range(4):
        for m in range(4):
            total = total + by[k] * by[m] * covariance[k, m]
    return np.sqrt(np.maximum(total, 0.0))
