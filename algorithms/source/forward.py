# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of a slip model on a map: displacement, line of sight, fringes, strain and stress."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.medium import Medium
from ..data.patches import SlipModel
from .elastic import displacement, displacement_gradients, strain, stress

TENSOR = (("ee", 0, 0), ("en", 0, 1), ("eu", 0, 2), ("nn", 1, 1), ("nu", 1, 2), ("uu", 2, 2))
"""Components of a symmetric tensor by their axes: e(ast), n(orth), u(p)."""


@dataclass(frozen=True)
class Fields:
    """What a model does at points, along the true east and north.

    Parameters
    ----------
    displacement : ndarray, shape (point, 3)
        East, north and up in metres.
    strain : ndarray, shape (point, 6) or None
        Components of :data:`TENSOR`; tension is positive.
    stress : ndarray, shape (point, 6) or None
        Pascal, likewise.
    """

    displacement: np.ndarray
    strain: np.ndarray | None = None
    stress: np.ndarray | None = None


def forward(model: SlipModel, points, convergence, medium: Medium, tensors: bool) -> Fields:
    """Fields of a model at points.

    Parameters
    ----------
    model : SlipModel
    points : ndarray, shape (point, 3)
        In the model's local frame, up 0 or negative.
    convergence : ndarray, shape (point,), or float
        Radians clockwise from true north to the frame's north: fields are turned by it.
    medium : Medium
    tensors : bool
        Strain and stress too.

    Returns
    -------
    Fields
        NaN where singular (on the edges of a patch).
    """
    if not tensors:
        return Fields(turned(displacement(model, points, medium.poisson), convergence))
    moved, gradients = displacement_gradients(model, points, medium.poisson)
    gradients = turned_tensor(gradients, convergence)
    return Fields(
        turned(moved, convergence), _components(strain(gradients)),
        _components(stress(gradients, medium)),
    )  # fmt: skip


def turned(vectors, convergence) -> np.ndarray:
    """Vectors of a local frame along the true east and north.

    Parameters
    ----------
    vectors : ndarray, shape (point, 3)
    convergence : ndarray, shape (point,), or float
        Radians clockwise from true north to the frame's north.
    """
    sine, cosine = np.sin(convergence), np.cos(convergence)
    east, north, up = np.moveaxis(vectors, -1, 0)
    return np.stack([east * cosine + north * sine, north * cosine - east * sine, up], axis=-1)


def turned_tensor(tensors, convergence) -> np.ndarray:
    """Tensors of shape (point, 3, 3), likewise."""
    sine, cosine = np.broadcast_arrays(
        np.sin(convergence), np.cos(convergence), np.zeros(len(tensors))
    )[:2]
    zero, one = np.zeros_like(sine), np.ones_like(sine)
    rotation = np.array([[cosine, sine, zero], [-sine, cosine, zero], [zero, zero, one]])
    rotation = np.moveaxis(rotation, -1, 0)
    return rotation @ tensors @ np.swapaxes(rotation, 1, 2)


def along_look(vectors, look) -> np.ndarray:
    """Displacement towards the satellite, shape (point,), of vectors and looks (point, 3)."""
    return np.einsum("pi,pi->p", vectors, look)


def fringes(los, wavelength: float) -> np.ndarray:
    """Wrapped phase of displacement along the line of sight.

    Parameters
    ----------
    los : ndarray
        Metres towards the satellite.
    wavelength : float
        Metres.

    Returns
    -------
    ndarray
        Radians, -pi to pi: ``-4 pi / wavelength * los`` wrapped, MintPy's sign.
    """
    phase = -4 * np.pi / wavelength * los
    return phase - 2 * np.pi * np.round(phase / (2 * np.pi))


def _components(tensors):
    return np.stack([tensors[:, i, j] for _, i, j in TENSOR], axis=1)
