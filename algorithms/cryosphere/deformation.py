# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Deformation of drifting ice: divergence, shear and vorticity of vectors on a lattice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..strain.plane import Bell, gradients
from ..strain.tensor import strain_of

LEAST = 5.5 / 9  # of a vector and its eight neighbours: a plane needs six


@dataclass(frozen=True)
class Deformation:
    """What ice does beside drifting, all of shape (row, column), in one unit of 1 / time.

    Parameters
    ----------
    divergence : ndarray
        Positive where it opens.
    shear : ndarray
        Of pure shear and its cousin along the diagonals; never negative.
    vorticity : ndarray
        Positive counter-clockwise.
    divergence_std, shear_std, vorticity_std : ndarray
    """

    divergence: np.ndarray
    shear: np.ndarray
    vorticity: np.ndarray
    divergence_std: np.ndarray
    shear_std: np.ndarray
    vorticity_std: np.ndarray

    def stacked(self) -> np.ndarray:
        """All six, shape (6, row, column)."""
        return np.stack(list(vars(self).values()))


def deformation(x, y, variance, spacing: float, days: float, overlap: float = 1.0) -> Deformation:
    """Deformation by a plane through each vector and its eight neighbours.

    Parameters
    ----------
    x, y : ndarray of float64, shape (row, column)
        Displacement to the right and up, in the unit of `spacing`; rows go down; NaN for none.
    variance : (ndarray, ndarray)
        Of both.
    spacing : float
        From vector to vector.
    days : float
    overlap : float
        Spacings that a template covers: templates that overlap err alike, so that fewer of the
        nine count.

    Returns
    -------
    Deformation
        NaN where the vector itself or more than three of its neighbours are missing.
    """
    step = float(spacing)
    axes = np.zeros((2, 2, *x.shape))
    axes[0, 0], axes[1, 1] = step, -step
    motion = [np.pad(np.asarray(part, float) / days, 1, constant_values=np.nan) for part in (x, y)]
    std = [np.pad(np.sqrt(part) / days, 1, constant_values=np.nan) for part in variance]
    square = Bell(np.ones((3, 3)), max(1.0, overlap))
    strain = strain_of(*gradients(*motion, std, square, axes, np.zeros(x.shape), LEAST))
    # Sea ice people's shear is the whole difference of the principal strains, their vorticity
    # twice the rotation.
    parts = [("dilatation", 1), ("max_shear", 2), ("rotation", 2)]
    return Deformation(*(factor * found[name] for found in (strain.values, strain.std)
                         for name, factor in parts))  # fmt: skip
