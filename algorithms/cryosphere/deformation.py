# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Deformation of drifting ice: divergence, shear and vorticity of vectors on a lattice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEAST = 6  # of nine vectors that a plane needs


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
    shape = x.shape
    offsets = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]

    def around(values, empty=np.nan):
        wide = np.pad(np.asarray(values, float), 1, constant_values=empty)
        return np.stack([wide[1 + i : 1 + i + shape[0], 1 + j : 1 + j + shape[1]]
                         for i, j in offsets], axis=-1)  # fmt: skip

    design = np.array([(1.0, j, -i) for i, j in offsets])  # right and up
    u, v = around(x), around(y)
    known = np.isfinite(u) & np.isfinite(v)
    able = (known.sum(axis=-1) >= LEAST) & known[..., 4]
    normal = np.einsum("...k,ki,kj->...ij", known[able].astype(float), design, design)
    inverse = np.linalg.inv(normal)
    slopes = np.full((4, *shape), np.nan)  # x along x and y, y along x and y
    spread = np.full((2, *shape, 2, 2), np.nan)
    for part, (values, var) in enumerate(zip((u, v), variance)):
        weights = known[able].astype(float)
        right = np.einsum("nk,ki->ni", np.where(known[able], values[able], 0.0), design)
        found = np.einsum("nij,nj->ni", inverse, right)
        slopes[2 * part : 2 * part + 2, able] = found[:, 1:].T
        noise = np.where(known[able], around(var)[able], 0.0)
        middle = np.einsum("nk,nk,ki,kj->nij", weights, noise, design, design)
        spread[part, able] = np.einsum("nij,njk,nkl->nil", inverse, middle, inverse)[:, 1:, 1:]
    slopes /= spacing * days
    spread *= max(1.0, overlap) ** 2 / (spacing * days) ** 2
    stretch, twist = slopes[0] - slopes[3], slopes[1] + slopes[2]
    shear = np.hypot(stretch, twist)
    along, across = spread[0, ..., 0, 0], spread[0, ..., 1, 1]
    other_along, other_across = spread[1, ..., 0, 0], spread[1, ..., 1, 1]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(shear > 0, (stretch / shear) ** 2, 0.5)
        shear_variance = share * (along + other_across) + (1 - share) * (across + other_along)
        return Deformation(
            slopes[0] + slopes[3], shear, slopes[2] - slopes[1], np.sqrt(along + other_across),
            np.sqrt(shear_variance), np.sqrt(other_along + across),
        )  # fmt: skip
