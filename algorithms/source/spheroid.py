# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A prolate spheroid under pressure: Eshelby's strain, and its field as a line of points."""

from __future__ import annotations

import numpy as np

FOCAL_NODES = 24
LEAST_ASPECT, MOST_ASPECT = 0.01, 1 - 1e-6


def as_rows(places, tensors) -> np.ndarray:
    """Rows of the kernel, of places (..., 3) and tensors (..., 3, 3)."""
    six = np.stack(
        [tensors[..., i, j] for i, j in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))], axis=-1
    )
    return np.concatenate([np.broadcast_to(places, (*six.shape[:-1], 3)), six], axis=-1)


def line_of_points(values, poisson) -> np.ndarray:
    """A spheroid's line of points, shape (model, node, 9).

    The mean of a biharmonic function over a prolate spheroid is its integral between the foci
    weighed by ``3 (1 - s^2) / 4`` and that of its Laplacian weighed by ``3 b^2 (1 - s^2)^2 / 32``.
    Of a double force along the axis the Laplacian is a second derivative of a centre of dilatation
    (Navier's equation, in the source's coordinates by reciprocity), moved to the weight by parts.
    """
    major, aspect, trend, plunge = values[:, 3:7].T
    aspect = np.clip(aspect, LEAST_ASPECT, MOST_ASPECT)
    radial, axial = _moments(aspect, poisson)
    focal = major * np.sqrt(1 - aspect**2)
    axis = np.stack(
        [np.cos(plunge) * np.sin(trend), np.cos(plunge) * np.cos(trend), -np.sin(plunge)], axis=-1
    )
    s, weight = np.polynomial.legendre.leggauss(FOCAL_NODES)
    even = 0.75 * weight * (1 - s**2)
    bent = 0.375 * weight * (3 * s**2 - 1) / (1 - 2 * poisson)
    unity = np.eye(3)
    along = axial - radial
    alike = radial[:, None] * even - (along * aspect**2 / (1 - aspect**2))[:, None] * bent
    along = along[:, None] * even
    tensors = alike[..., None, None] * unity
    tensors = tensors + along[..., None, None] * np.einsum("mi,mj->mij", axis, axis)[:, None]
    places = (focal[:, None] * s)[..., None] * axis[:, None] * np.array([1.0, 1.0, -1.0])
    return as_rows(places + values[:, None, :3], tensors)


def _eshelby(aspect, poisson) -> np.ndarray:
    """Eshelby's tensor for normal strains of a prolate spheroid, shape (model, 3, 3).

    The first axis is the long one. Eshelby (1957), Proceedings of the Royal Society A 241, 376-396.
    """
    square = 1 - aspect**2
    e = np.sqrt(square)
    with np.errstate(divide="ignore", invalid="ignore"):
        closed = (np.arctanh(e) / e - 1) / square
    # Near a sphere the closed form loses its digits; a series has them.
    n = np.arange(12)
    series = (square[:, None] ** n / (2 * n + 3)).sum(axis=1)
    mixed_series = ((n + 1) * square[:, None] ** n / (2 * n + 5)).sum(axis=1)
    near = square < 0.05
    long = 4 * np.pi * aspect**2 * np.where(near, series, closed)
    wide = (4 * np.pi - long) / 2
    mixed = np.where(near, 4 * np.pi * aspect**2 * mixed_series, (wide - long) / square)
    # In units of the long axis; index 0 is long.
    i00 = (4 * np.pi - 2 * mixed) / 3
    i11 = np.pi / aspect**2 - mixed / 4
    i22 = np.pi / aspect**2 - mixed / 4
    q, r = 1 / (8 * np.pi * (1 - poisson)), (1 - 2 * poisson) / (8 * np.pi * (1 - poisson))
    out = np.empty((len(aspect), 3, 3))
    short = aspect**2
    out[:, 0, 0] = 3 * q * i00 + r * long
    out[:, 0, 1] = out[:, 0, 2] = q * short * mixed - r * long
    out[:, 1, 0] = out[:, 2, 0] = q * mixed - r * wide
    out[:, 1, 1] = out[:, 2, 2] = 3 * q * short * i11 + r * wide
    out[:, 1, 2] = out[:, 2, 1] = q * short * i22 - r * wide
    return out


def transformation(aspect, poisson) -> tuple:
    """Transformation strain of unit pressure over shear modulus, and how much the volume grows.

    Returns
    -------
    strain : ndarray, shape (model, 3)
        Long axis first.
    growth : ndarray, shape (model,)
        Volume change over volume.
    """
    aspect = np.atleast_1d(np.asarray(aspect, float))
    table = _eshelby(aspect, poisson)
    bulk = 2 * (1 + poisson) / (3 * (1 - 2 * poisson))
    right = np.full((len(aspect), 3, 1), 1 / (3 * bulk))
    strain = np.linalg.solve(np.eye(3) - table, right)[..., 0]
    return strain, np.einsum("mij,mj->m", table, strain)


def _moments(aspect, poisson) -> tuple:
    """Moments across and along the axis, over the shear modulus, by volume change."""
    strain, growth = transformation(aspect, poisson)
    lame = 2 * poisson / (1 - 2 * poisson)
    whole = lame * strain.sum(axis=1)
    return (2 * strain[:, 1] + whole) / growth, (2 * strain[:, 0] + whole) / growth
